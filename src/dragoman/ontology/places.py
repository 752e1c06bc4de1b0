"""The gazetteer: cities, regions, seas, straits, borders, resorts and summit venues with their coordinates.

``places.csv.gz`` holds GeoNames facts (CC BY 4.0) and is made by ``tools/build_places.py``; ``sites.csv``
holds our own rows. Only the index of names is made when the gazetteer is first asked for; a row becomes a
record when it is looked up. On 2026-11-21 loading took 0.11 s on a shared 2-core machine, and a lookup some
microseconds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.errors import ConfigError, RecordError
from dragoman.ontology.fold import folded
from dragoman.ontology.states import states_by_id
from dragoman.ontology.tables import TableRow, data_bytes, table_rows

_HEAD = "geonameid,name,ascii,aliases,lat,lon,country,admin1,population,kind"
_SITE_COLUMNS = ("id", "name", "aliases", "lat", "lon", "country", "kind", "source")
_CELLS = 10
_MOST_LATITUDE, _MOST_LONGITUDE = 90, 180


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place on the map, as one point.

    ``id`` is the GeoNames number for cities (``1835848``), the division code for regions (``US.CA``) and a
    word for our own rows (``camp-david``). ``country`` is an alpha-3 code and is ``None`` for what lies in
    several countries, in none, or in a disputed one. ``population`` is ``None`` where it has no meaning.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    latitude: float
    longitude: float
    country: str | None
    admin1: str | None
    population: int | None
    kind: str

    def __post_init__(self) -> None:
        if not (abs(self.latitude) <= _MOST_LATITUDE and abs(self.longitude) <= _MOST_LONGITUDE):
            raise RecordError(
                f"place {self.id} lies at {self.latitude}, {self.longitude}, which is not on the map"
            )

    @property
    def geonames(self) -> int | None:
        """The GeoNames number, ``None`` for regions and our own rows."""
        return int(self.id) if self.id.isdigit() else None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its variants."""
        return (self.name, *self.aliases)


class Gazetteer:
    """All places by name; names are compared without accents, case, hyphens, apostrophes and full stops."""

    def __init__(self, sites: tuple[GazetteerPlace, ...], archive: bytes) -> None:
        """Index ``sites`` and the lines of ``archive``, the unpacked ``places.csv.gz``."""
        head, _, body = archive.removesuffix(b"\n").partition(b"\n")
        if head.decode() != _HEAD:
            raise ConfigError(f"places.csv.gz line 1: columns are {head.decode()}; must be {_HEAD}")
        self._sites = sites
        self._lines = body.decode().split("\n")
        self._by_id: dict[str, int] = {}
        # Most names have one bearer: a number each, and lists for the rest, load twice as fast as tuples.
        self._first: dict[str, int] = {}
        self._further: dict[str, list[int]] = {}
        for number, site in enumerate(sites, start=1):
            for name in dict.fromkeys(map(folded, site.names)):
                if self._first.setdefault(name, -number) != -number:
                    self._further.setdefault(name, []).append(-number)
        self._index(body)

    def _index(self, body: bytes) -> None:
        """Enter the names of the archive's lines.

        One translation of the whole body stands for folding 100,000 names: the cells ``ascii`` and
        ``aliases`` hold plain letters, spaces, hyphens, apostrophes and full stops only, which a test keeps.
        """
        first, further = self._first, self._further
        folding = bytes(range(256)).lower().replace(b"-", b" ")
        for number, line in enumerate(body.translate(folding, b"'.").decode().split("\n")):
            _, _, own, aliases, _ = line.split(",", 4)
            if first.setdefault(own, number) != number:
                further.setdefault(own, []).append(number)
            if aliases:
                for name in aliases.split(";"):
                    if first.setdefault(name, number) != number:
                        further.setdefault(name, []).append(number)

    def __len__(self) -> int:
        return len(self._sites) + len(self._lines)

    def __contains__(self, name: str) -> bool:
        return folded(name) in self._first

    def __iter__(self) -> Iterator[GazetteerPlace]:
        """Every place, our own rows first, then the most populous."""
        yield from self._sites
        for number in range(len(self._lines)):
            yield self._place(number)

    def named(self, name: str) -> tuple[GazetteerPlace, ...]:
        """All places of that name: our own rows first, then by population, the larger first."""
        key = folded(name)
        if key not in self._first:
            return ()
        numbers = dict.fromkeys((self._first[key], *self._further.get(key, ())))
        return tuple(self._sites[-number - 1] if number < 0 else self._place(number) for number in numbers)

    def get(self, place_id: str) -> GazetteerPlace | None:
        """The place with that id, or ``None``."""
        if not self._by_id:
            self._by_id |= {line.partition(",")[0]: number for number, line in enumerate(self._lines)}
            self._by_id |= {site.id: -number for number, site in enumerate(self._sites, start=1)}
        number = self._by_id.get(place_id)
        if number is None:
            return None
        return self._sites[-number - 1] if number < 0 else self._place(number)

    def _place(self, number: int) -> GazetteerPlace:
        where = f"places.csv.gz line {number + 2}"
        cells = self._lines[number].split(",")
        if len(cells) != _CELLS:
            raise RecordError(f"{where}: {len(cells)} cells; must be {_CELLS}")
        try:
            place_id, name, plain, aliases, latitude, longitude, country, admin1, population, kind = cells
            others = (plain, *aliases.split(";")) if aliases else (plain,)
            return GazetteerPlace(
                id=place_id,
                name=name,
                aliases=tuple(other for other in dict.fromkeys(others) if other != name),
                latitude=float(latitude),
                longitude=float(longitude),
                country=country or None,
                admin1=admin1 or None,
                population=int(population),
                kind=kind,
            )
        except (ValueError, RecordError) as error:
            raise RecordError(f"{where}: {error}") from error


@cache
def places() -> Gazetteer:
    """The gazetteer, loaded when it is first asked for."""
    return Gazetteer(sites(), data_bytes("places.csv.gz"))


@cache
def sites() -> tuple[GazetteerPlace, ...]:
    """Our own places: venues, palaces, bases, borders, islands, seas, regions; in the order of the table."""
    found = tuple(map(_site, table_rows("sites.csv", _SITE_COLUMNS)))
    if len({site.id for site in found}) < len(found):
        raise RecordError("sites.csv has an id twice")
    return found


def _site(row: TableRow) -> GazetteerPlace:
    country = row.optional("country")
    if country is not None and country not in states_by_id():
        raise row.wrong(f"country {country!r} is not in states.csv")
    row.text("source")
    try:
        return GazetteerPlace(
            id=row.text("id"),
            name=row.text("name"),
            aliases=row.many("aliases"),
            latitude=float(row.text("lat")),
            longitude=float(row.text("lon")),
            country=country,
            admin1=None,
            population=None,
            kind=row.text("kind"),
        )
    except ValueError as error:
        raise row.wrong(str(error)) from error
