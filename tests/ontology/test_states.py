from collections import defaultdict

import pytest

from dragoman.errors import ConfigError, RecordError
from dragoman.ontology.load import states
from dragoman.ontology.names import ambiguities
from dragoman.ontology.states import StateStatus, states_by_id, states_by_iso2
from dragoman.ontology.tables import data_bytes, parsed_rows, table_rows

LATER_MEMBERS = {"CHE", "TLS", "MNE", "SSD", "TUV", "KIR", "NRU", "TON"}
CODES = ("id", "name")


def of_status(status: StateStatus) -> set[str]:
    return {state.id for state in states() if state.status is status}


def test_the_united_nations_have_193_members() -> None:
    members = of_status(StateStatus.UN_MEMBER)
    assert len(members) == 193
    assert members >= LATER_MEMBERS


def test_the_holy_see_and_palestine_are_the_observers() -> None:
    assert of_status(StateStatus.UN_OBSERVER) == {"VAT", "PSE"}


def test_disputed_and_former_states_are_told_as_such() -> None:
    disputed = {"TWN", "XKX", "ESH", "XNC", "XAB", "XSO", "XTR", "XSL"}
    assert of_status(StateStatus.DISPUTED) == disputed
    assert of_status(StateStatus.HISTORICAL) >= {"SUN", "YUG", "CSK", "DDR"}
    assert of_status(StateStatus.DEPENDENT_TERRITORY) >= {"HKG", "MAC", "GRL", "PRI", "GIB", "FLK"}


def test_codes_are_unique() -> None:
    assert len(states_by_id()) == len(states())
    coded = [state for state in states() if state.iso2]
    assert len(states_by_iso2()) == len(coded)
    assert states_by_iso2()["KR"].actor == "state:KOR"


def test_every_member_has_a_capital_an_adjective_and_people() -> None:
    members = [state for state in states() if state.status is StateStatus.UN_MEMBER]
    assert not [state.id for state in members if not state.capitals]
    assert not [state.id for state in members if not state.adjectives]
    assert not [state.id for state in members if not state.demonyms]


def test_no_alias_belongs_to_two_states_unless_the_table_of_ambiguities_says_so() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for state in states():
        for alias in (*state.names, *state.demonyms, *state.adjectives, *state.capitals, *state.metonyms):
            owners[alias].add(state.id)
    told = {each.alias for each in ambiguities()}
    assert {alias for alias, ids in owners.items() if len(ids) > 1} <= told
    assert owners["Congo"] == {"COD", "COG"}


def test_every_ambiguity_lists_several_or_a_reason() -> None:
    assert all(len(each.ids) > 1 and each.why for each in ambiguities())


def test_every_row_says_its_source() -> None:
    assert all(state.source for state in states())


def test_a_row_of_the_wrong_length_names_its_file_and_line() -> None:
    with pytest.raises(RecordError, match=r"countries\.csv line 3: 1 cells; must be 2"):
        list(parsed_rows("countries.csv", "id,name\nAAA,Aland\nBBB\n", CODES))


def test_a_table_with_other_columns_is_refused() -> None:
    with pytest.raises(ConfigError, match="columns are id, label; must be id, name"):
        list(parsed_rows("countries.csv", "id,label\n", CODES))


def test_an_empty_cell_and_a_part_said_twice_name_their_line() -> None:
    rows = list(parsed_rows("countries.csv", "id,name\n,Aland;Aland\n", CODES))
    with pytest.raises(RecordError, match="line 2: id is empty"):
        rows[0].text("id")
    with pytest.raises(RecordError, match="line 2: name says something twice"):
        rows[0].many("name")


def test_a_missing_table_is_a_matter_of_installation() -> None:
    with pytest.raises(ConfigError, match=r"atlantis\.csv is missing"):
        list(table_rows("atlantis.csv", CODES))


def test_the_credit_that_geonames_asks_for_is_there() -> None:
    assert b"Creative Commons Attribution 4.0" in data_bytes("SOURCES.md")
