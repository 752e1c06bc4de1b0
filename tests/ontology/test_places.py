import re

import pytest

from dragoman.errors import ConfigError, RecordError
from dragoman.ontology.load import Gazetteer, GazetteerPlace, places, sites, states
from dragoman.ontology.states import StateStatus, states_by_id
from dragoman.ontology.tables import data_bytes

HEAD = b"geonameid,name,ascii,aliases,lat,lon,country,admin1,population,kind\n"
PORT = b"11,Qorvik,Qorvik,Corvik,10.5,20.25,NOR,Vestfold,16000,city\n"
VENUE = GazetteerPlace("lake-house", "Lake House", (), 1.0, 2.0, None, None, None, "summit_venue")


def test_the_largest_bearer_of_a_name_comes_first() -> None:
    named = [place for place in places().named("Paris") if place.kind != "admin1"]
    assert [place.country for place in named[:2]] == ["FRA", "USA"]


def test_spellings_do_not_matter_to_a_lookup() -> None:
    expected = places().named("Bab el-Mandeb")
    assert expected
    assert places().named("BAB EL MANDEB") == expected == places().named("bab el‐mandeb")
    assert {place.id for place in places().named("Zürich")} == {
        place.id for place in places().named("Zurich")
    }


def test_well_known_other_names_are_found() -> None:
    for other, own in (("Bombay", "Mumbai"), ("Saigon", "Ho Chi Minh City"), ("Kiev", "Kyiv")):
        assert places().named(other)[0].name == own


def test_venues_straits_and_contested_regions_are_places() -> None:
    kinds = {name: places().named(name)[0].kind for name in ("Camp David", "Strait of Hormuz", "Panmunjom")}
    assert kinds == {"Camp David": "summit_venue", "Strait of Hormuz": "strait", "Panmunjom": "border_zone"}
    assert places().named("Kashmir")[0].country is None


def test_a_place_is_found_by_its_id() -> None:
    assert places().get("1835848") == next(
        place for place in places().named("Seoul") if place.geonames == 1835848
    )
    assert places().get("camp-david") in sites()
    assert places().get("no-such-place") is None


def test_every_place_is_well_formed_and_found_by_each_of_its_names() -> None:
    gazetteer = places()
    everything = list(gazetteer)
    assert len(everything) == len(gazetteer) > 30_000
    assert {place.country for place in everything} - {None} <= set(states_by_id())
    lost = [place for place in everything[::7] for name in place.names if place not in gazetteer.named(name)]
    assert not lost


def test_the_spellings_of_the_archive_need_no_more_folding_than_the_index_does() -> None:
    plain = re.compile(rb"[A-Za-z0-9 '.;()/&-]*")
    lines = data_bytes("places.csv.gz").splitlines()[1:]
    assert all(plain.fullmatch(cell) for line in lines for cell in line.split(b",")[2:4])


def test_nearly_every_capital_of_a_member_is_in_the_gazetteer() -> None:
    members = [state for state in states() if state.status is StateStatus.UN_MEMBER]
    lost = [
        state.id
        for state in members
        if not any(
            place.country == state.id
            for name in state.capitals
            for place in places().named(name.split(",")[0])
        )
    ]
    assert len(lost) <= 2, lost


def test_own_rows_come_before_cities_of_the_same_name() -> None:
    gazetteer = Gazetteer((VENUE,), HEAD + PORT.replace(b"Corvik", b"Lake House"))
    assert [place.id for place in gazetteer.named("lake house")] == ["lake-house", "11"]


def test_a_broken_line_names_its_number() -> None:
    gazetteer = Gazetteer((), HEAD + PORT + PORT.replace(b"10.5", b"north"))
    with pytest.raises(RecordError, match=r"places\.csv\.gz line 3"):
        list(gazetteer)


def test_a_place_off_the_map_is_refused() -> None:
    with pytest.raises(RecordError, match="not on the map"):
        GazetteerPlace("x", "X", (), 91.0, 0.0, None, None, None, "city")


def test_an_archive_with_other_columns_is_refused() -> None:
    with pytest.raises(ConfigError, match="columns are"):
        Gazetteer((), b"id,name\n")
