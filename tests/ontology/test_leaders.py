"""The two tables of people in office: their columns, dates, names and terms hold together."""

import csv
import re
from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "src" / "dragoman" / "ontology" / "data"
LEADER_COLUMNS = (
    "person",
    "name",
    "aliases",
    "family",
    "sex",
    "state",
    "office",
    "title",
    "since",
    "until",
    "source",
)
OFFICE_COLUMNS = ("title", "plural", "office", "domain", "prefix", "source")
HELD = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "defence_minister",
        "vice_president",
        "national_security_adviser",
        "head_of_organisation",
        "high_representative",
        "crown_prince",
        "supreme_leader",
        "speaker",
        "envoy",
    },
)
KINDS_OF_TITLE = HELD | {
    "minister",
    "spokesperson",
    "ambassador",
    "legislator",
    "military",
    "party_leader",
    "scholar",
    "royal",
    "religious",
    "official",
    "other",
}
ORGANISATIONS = frozenset(
    {"UN", "EU", "NATO", "AU", "ASEAN", "IAEA", "WHO", "WTO", "IMF", "WB", "OPCW", "OSCE"},
)
DOMAINS = frozenset({"security", "economy", "diplomacy", "technology", ""})
MANY_HOLDERS = frozenset({"envoy"})
# In South Korea the news calls both the President and the Prime Minister below him head of the government.
# In Kenya a Prime Minister shared power with the President from 2008 to 2013.
# Each chamber of the Russian parliament has its own Speaker.
CO_HOLDERS = frozenset(
    {("KOR", "head_of_government"), ("KEN", "head_of_government"), ("RUS", "speaker")},
)
# Two Latvians of one name, one Prime Minister from 2000, the other President from 2011.
NAMESAKES = frozenset({"andris bērziņš", "andris berzins"})
# Whoever acts for a suspended or absent holder is in office beside that holder.
BESIDE_THE_HOLDER = ("Acting ", "Caretaker ", "Interim ")
ONE_DAY = timedelta(days=1)

Row = dict[str, str]


def _rows(table: str) -> list[Row]:
    with (DATA / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module", name="leaders")
def read_leaders() -> list[Row]:
    return _rows("leaders.csv")


@pytest.fixture(scope="module", name="offices")
def read_offices() -> list[Row]:
    return _rows("offices.csv")


def _first_day(written: str) -> date:
    """The first day a date of day, month or year precision can mean."""
    parts = [int(part) for part in written.split("-")]
    return date(*[*parts, 1, 1][:3])


def _term(row: Row) -> tuple[date, date]:
    end = date.fromisoformat(row["until"]) if row["until"] else date.max
    return date.fromisoformat(row["since"]), end


def _to_the_day(row: Row) -> bool:
    return len(row["since"]) == len("2000-01-01") and len(row["until"]) in {0, len("2000-01-01")}


def test_each_table_has_its_columns_in_order(leaders: list[Row], offices: list[Row]) -> None:
    assert tuple(leaders[0]) == LEADER_COLUMNS
    assert tuple(offices[0]) == OFFICE_COLUMNS
    assert all(None not in row and None not in row.values() for row in [*leaders, *offices])


def test_every_cell_is_trimmed(leaders: list[Row], offices: list[Row]) -> None:
    assert [row for row in [*leaders, *offices] for cell in row.values() if cell != cell.strip()] == []


def test_leaders_are_sorted_and_no_row_stands_twice(leaders: list[Row]) -> None:
    keys = [(row["state"], row["office"], row["since"], row["person"]) for row in leaders]
    assert keys == sorted(set(keys))


def test_dates_parse_and_a_term_ends_after_it_starts(leaders: list[Row]) -> None:
    written = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
    for row in leaders:
        assert written.fullmatch(row["since"]), row
        assert not row["until"] or written.fullmatch(row["until"]), row
        assert not row["until"] or _first_day(row["since"]) <= _first_day(row["until"]), row
        assert row["since"] != row["until"], row


def test_no_row_starts_after_the_table_was_written(leaders: list[Row]) -> None:
    assert [row for row in leaders if row["since"] > "2026-11-21"] == []


def test_a_person_has_one_name_one_family_name_and_one_sex(leaders: list[Row]) -> None:
    seen: dict[str, set[tuple[str, str, str, str]]] = defaultdict(set)
    for row in leaders:
        assert row["sex"] in {"f", "m", ""}, row
        seen[row["person"]].add((row["name"], row["aliases"], row["family"], row["sex"]))
    assert {person for person, facts in seen.items() if len(facts) > 1} == set()


def test_a_person_is_a_slug_and_a_name_belongs_to_one_person(leaders: list[Row]) -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["person"]) for row in leaders)
    people: dict[str, set[str]] = defaultdict(set)
    for row in leaders:
        for name in (row["name"], *row["aliases"].split(";")):
            people[name.casefold()].add(row["person"])
    people.pop("", None)
    shared = {name for name, owners in people.items() if len(owners) > 1}
    assert shared - NAMESAKES == set()


def test_an_alias_is_a_full_name(leaders: list[Row]) -> None:
    aliases = {alias for row in leaders for alias in row["aliases"].split(";") if alias}
    assert {alias for alias in aliases if len(alias.split()) == 1} == set()


def test_states_and_offices_are_known(leaders: list[Row]) -> None:
    assert {row["office"] for row in leaders} <= HELD
    for row in leaders:
        assert row["state"] in ORGANISATIONS or re.fullmatch(r"[A-Z]{3}", row["state"]), row


def test_every_row_has_a_title_a_family_name_and_a_source(leaders: list[Row]) -> None:
    assert [row for row in leaders if not (row["title"] and row["family"] and row["source"])] == []


def test_terms_of_an_office_with_one_holder_do_not_overlap(leaders: list[Row]) -> None:
    by_office: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in leaders:
        acting = row["title"].startswith(BESIDE_THE_HOLDER)
        if _to_the_day(row) and not acting and row["office"] not in MANY_HOLDERS:
            by_office[row["state"], row["office"]].append(row)
    clashes = []
    for office, rows in by_office.items():
        for first, second in combinations(rows, 2):
            shared = min(_term(first)[1], _term(second)[1]) - max(_term(first)[0], _term(second)[0])
            if shared > ONE_DAY and office not in CO_HOLDERS:
                clashes.append((office, first["name"], second["name"]))
    assert clashes == []


def test_an_office_with_one_holder_is_open_once(leaders: list[Row]) -> None:
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in leaders:
        acting = row["title"].startswith(BESIDE_THE_HOLDER)
        office = row["state"], row["office"]
        if not row["until"] and not acting and row["office"] not in MANY_HOLDERS and office not in CO_HOLDERS:
            holders[office].append(row["name"])
    assert {office: names for office, names in holders.items() if len(names) > 1} == {}


@pytest.mark.parametrize("office", ["head_of_state", "head_of_government", "foreign_minister"])
def test_the_states_of_the_g20_and_of_asean_have_their_offices(leaders: list[Row], office: str) -> None:
    g20 = "ARG AUS BRA CAN CHN DEU FRA GBR IDN IND ITA JPN KOR MEX RUS SAU TUR USA ZAF"
    asean = "BRN IDN KHM LAO MMR MYS PHL SGP THA VNM"
    have = {row["state"] for row in leaders if row["office"] == office and row["since"] < "2000"}
    assert {*g20.split(), *asean.split()} - {"MMR"} <= have


def test_titles_of_the_offices_table_are_known_and_stand_once(offices: list[Row]) -> None:
    titles = [row["title"] for row in offices]
    assert len(titles) == len(set(titles))
    for row in offices:
        assert row["office"] in KINDS_OF_TITLE, row
        assert row["domain"] in DOMAINS, row
        assert row["prefix"] in {"yes", "no"}, row
        assert row["plural"] != row["title"], row
        assert row["source"], row
