from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import marked
from dragoman.ontology.names import NameHit, NameSense, ambiguities, find_names, name_index
from dragoman.ontology.people import NameMatch, family_index, leaders, people_named


def found(text: str) -> list[tuple[str, str, str]]:
    return [(text[hit.start : hit.end], hit.sense.value, hit.ids[0]) for hit in find_names(text)]


def words(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in find_names(text)]


CASES = {
    "a possessive stays outside": ("[state|Norway]'s envoy", "state:NOR"),
    "a curly possessive stays outside": ("[state|Peru]’s envoy", "state:PER"),
    "the longest name wins over a state in it": ("in [state|South Korea] on Friday", "state:KOR"),
    "the longest name wins over a shorter state": ("in [state|Equatorial Guinea] again", "state:GNQ"),
    "a capital that holds a state's name": ("in [capital|Mexico City] on Friday", "state:MEX"),
    "capitals with full stops": ("the [state|U.S.]-backed plan", "state:USA"),
    "capitals with full stops end a sentence": ("He flew to the [state|U.S.]", "state:USA"),
    "a hyphen ends a name": ("a [state|China]-brokered truce", "state:CHN"),
    "an accent left out": ("in [capital|Brasilia] on Friday", "state:BRA"),
    "an accent": ("in [capital|Bogotá] on Friday", "state:COL"),
    "people": ("many [people|Britons] stayed", "state:GBR"),
    "an adjective": ("the [adjective|Dutch] minister", "state:NLD"),
    "a combining form": ("a [adjective|Franco]- and partner-led plan", None),
    "a seat that stands for the government": ("the [government|Kremlin] denied it", "state:RUS"),
    "a body that stands for the government": ("the [government|State Department] denied it", "state:USA"),
    "a curly apostrophe in a name": ("the [government|Quai d’Orsay] denied it", "state:FRA"),
    "an organisation": ("the [organisation|African Union] summit", "organisation:AU"),
    "an acronym with full stops": ("the [organisation|I.M.F.] loan", "organisation:IMF"),
    "a name that begins small": ("raids on [organisation|al-Shabaab] camps", "organisation:ALSHABAAB"),
    "a venue": ("a retreat at [place|Camp David] in May", "place:camp-david"),
    "a sea that holds a state's name": (
        "patrols in the [place|South China Sea] resumed",
        "place:south-china-sea",
    ),
    "a loud headline": ("[state|NORTH KOREA] FIRES A ROCKET", "state:PRK"),
}


@pytest.mark.parametrize("case", [name for name in CASES if name != "a combining form"])
def test_a_name_is_found_whole(case: str) -> None:
    text, spans = marked.read(CASES[case][0])
    ((sense, span),) = spans.items()
    assert found(text) == [(span.cut(text), sense, CASES[case][1])]


def test_a_combining_form_names_only_before_a_hyphen_and_a_word() -> None:
    assert words("Sino-Japanese talks") == ["Sino", "Japanese"]
    assert words("Franco- and General Franco") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ambassador Omanson told us so.",
        "Tell us who is there, and they will turkey-trot in china.",
        "Iranians-R-Us",
        "A Chinatown shop sold Malian2 and _Iran_ goods at qatar.example.",
        "Write to desk@Iran.example or see Iran.example for more.",
        "THERE IS NO WAY TO TELL US WHO CAME",
        "It cost US$40 and AU$12.",
        "Male voters of New Mexico read the Washington Post in New Jersey.",
    ],
)
def test_words_that_only_look_like_names_are_left_alone(text: str) -> None:
    assert [word for word in words(text) if word != "Iranians"] == []


def test_a_name_is_not_read_across_a_line_break() -> None:
    assert "South Korea" not in words("South\nKorea")
    assert "New Zealand" not in words("New\nZealand")


def test_everyday_words_in_capitals_are_names_in_a_plain_line() -> None:
    assert found("The US and the WHO agreed.") == [
        ("US", "state", "state:USA"),
        ("WHO", "organisation", "organisation:WHO"),
    ]


def test_an_ambiguous_name_keeps_all_its_readings_in_order() -> None:
    (hit,) = find_names("talks on Georgia resumed")
    assert hit == NameHit(9, 16, "Georgia", NameSense.STATE, ("state:GEO", "place:georgia-us"))
    (hit,) = find_names("Brussels objected")
    assert hit.ids == ("state:BEL", "organisation:EU", "organisation:NATO")


def test_every_ambiguous_name_is_found_with_its_readings() -> None:
    for each in ambiguities():
        (hit,) = find_names(f"about {each.alias}, then")
        assert (hit.start, hit.end, hit.ids) == (6, 6 + len(each.alias), each.ids)


def test_other_states_in_the_neighbourhood_of_a_name_are_told_apart() -> None:
    text = "Guinea, Guinea-Bissau, Papua New Guinea, Niger, Nigeria, Sudan, South Sudan, DR Congo"
    assert [hit.ids[0].removeprefix("state:") for hit in find_names(text)] == [
        "GIN", "GNB", "PNG", "NER", "NGA", "SDN", "SSD", "COD",
    ]  # fmt: skip


@given(
    st.lists(
        st.sampled_from(["US", "U.S.", "Korea", "South", "é", "’s", " ", "\n", "-", "Sino-", "al-Qaeda", "x"])
    )
)
def test_every_hit_cuts_back_in_order_and_none_overlaps(parts: list[str]) -> None:
    text = "".join(parts)
    last = 0
    for hit in name_index().find(text):
        assert last <= hit.start < hit.end
        assert text[hit.start : hit.end].casefold() == hit.alias.removesuffix("-").casefold()
        last = hit.end


IN_SPRING_2026 = date(2026, 4, 1)


@pytest.mark.parametrize("name", ["Lee Jae Myung", "Lee Jae-myung", "Jae-myung Lee", "lee jaemyung"])
def test_a_full_name_is_found_in_any_order_and_spelling(name: str) -> None:
    best = people_named(name, IN_SPRING_2026)[0]
    assert (best.holding.actor, best.match, best.in_office) == ("person:lee-jae-myung", NameMatch.FULL, True)


def test_an_accent_does_not_hide_a_person() -> None:
    assert people_named("Erdogan", IN_SPRING_2026)[0].holding.of == "state:TUR"


def test_a_family_name_means_those_in_office_then() -> None:
    assert {found.holding.of for found in people_named("Abe", date(2015, 5, 1))} == {"state:JPN"}
    assert people_named("Bush", date(2003, 3, 1))[0].in_office


def test_namesakes_in_office_together_all_stay_in_a_fixed_order() -> None:
    shared = {
        name: terms
        for name, terms in family_index().items()
        if len({term.person for term in terms if term.holds_on(date(2012, 6, 1))}) > 1
    }
    assert shared
    for name, terms in shared.items():
        meant = people_named(name, date(2012, 6, 1))
        everyone = {term.person for term in terms if term.holds_on(date(2012, 6, 1))}
        assert everyone <= {candidate.holding.person for candidate in meant}
        assert all(candidate.why for candidate in meant)


def test_somebody_long_out_of_office_is_still_known_and_said_to_be_so() -> None:
    (best, *_) = people_named("Gorbachev", IN_SPRING_2026) or people_named("Bush", IN_SPRING_2026)
    assert best.in_office is False
    assert "days after the term" in best.why


def test_nobody_is_named_by_a_word_the_tables_do_not_have() -> None:
    assert people_named("Quuxworthy", IN_SPRING_2026) == ()


def test_a_term_told_by_month_lasts_the_whole_month() -> None:
    monthly = [term for term in leaders() if term.until_precision and term.until_precision.value == "month"]
    assert monthly
    assert all(term.until and term.until.day == 1 for term in monthly)


def test_every_person_is_found_by_each_name_on_a_day_in_office() -> None:
    lost = [
        (term.person, name)
        for term in leaders()[::11]
        for name in term.names
        if term.person not in {candidate.holding.person for candidate in people_named(name, term.since)}
    ]
    assert not lost
