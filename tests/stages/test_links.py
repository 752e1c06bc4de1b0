from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.stages.links import links
from dragoman.stages.mentions import mentions
from dragoman.stages.parse import parse
from dragoman.types import Article, ArticleId, Line, LineClass, Link, Published

SAID = (
    "Lee",
    "Lee Jae-myung",
    "Wen Dal-ho",
    "President",
    "said",
    "Korea",
    "’s",
    ",",
    "a professor at",
    ".",
    "\n",
)


def read(text: str, day: date | None = None) -> tuple[tuple[str, Link], ...]:
    """Return each linked name with its link."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), LineClass.ARTICLE if line.strip() else LineClass.BLANK))
        start += len(line) + 1
    published = Published(day, day.isoformat()) if day else None
    article = Article(ArticleId("a"), "a", None, None, None, (), published, text, tuple(lines))
    (parsed,) = parse(article)
    found = tuple(mentions(article, parsed))
    return tuple((link.mention.cut(text), link) for link in links(article, parsed, found))


def actors(text: str, day: date | None = None) -> dict[str, str]:
    return {name: link.actor.id for name, link in read(text, day)}


def only(text: str, name: str, day: date | None = None) -> Link:
    return next(link for told, link in read(text, day) if told == name)


def test_states_and_governments_are_one_actor() -> None:
    assert actors("Japanese envoys said Tokyo would not let Japan wait.") == {
        "Japanese": "state:JPN",
        "Tokyo": "state:JPN",
        "Japan": "state:JPN",
    }


def test_a_town_is_no_actor() -> None:
    assert actors("The envoys slept in Tokyo.") == {}


def test_a_name_of_two_states_is_read_by_the_rest_of_the_article() -> None:
    north = read("North Korea fired again. In Korea people looked up. North Korea said nothing.")
    south = read("South Korea voted. In Korea people looked on. South Korea said nothing.")

    assert dict(north)["Korea"].actor.id == "state:PRK"
    assert dict(south)["Korea"].actor.id == "state:KOR"


@pytest.mark.parametrize("name", ["Lee Jae Myung", "Lee Jae-myung", "Jae-myung Lee"])
def test_a_leader_is_known_in_every_spelling_with_the_office_of_the_day(name: str) -> None:
    link = only(f"On Monday {name} spoke.", name, date(2026, 2, 3))

    assert link.actor.id == "person:lee-jae-myung"
    assert link.actor.affiliation == "state:KOR"
    assert link.office is not None
    assert (link.office.office, link.office.dated) == ("head_of_state", True)


def test_an_office_depends_on_the_day_of_the_article() -> None:
    text = "On Monday Joe Biden spoke."

    before, during, after = (only(text, "Joe Biden", date(year, 6, 1)).office for year in (2012, 2022, 2026))

    assert before is not None
    assert before.office == "vice_president"
    assert during is not None
    assert during.office == "head_of_state"
    assert after is None


def test_an_undated_article_says_that_no_day_was_given() -> None:
    link = only("On Monday Joe Biden spoke.", "Joe Biden")

    assert "no day" in link.why
    assert link.office is None or not link.office.dated


def test_a_former_office_is_told_and_not_dated() -> None:
    link = only("Former President Barack Obama spoke.", "Barack Obama", date(2022, 6, 1))

    assert link.office is not None
    assert link.office.title.lower() == "former president"
    assert not link.office.dated


def test_two_people_of_one_family_name_are_kept_apart() -> None:
    text = (
        "President Lee Jae Myung arrived. Lee was late.\n"
        "A summer of talks is likely, said Lee Tae-sik, a fisheries expert at Merrow University.\n"
        "President Lee disagreed, and Lee left early. Lee Tae-sik stayed."
    )
    found = [(name, link.actor.id) for name, link in read(text, date(2026, 2, 3)) if name.startswith("Lee")]

    assert found == [
        ("Lee Jae Myung", "person:lee-jae-myung"),
        ("Lee", "person:lee-jae-myung"),
        ("Lee Tae-sik", "person:lee-tae-sik"),
        ("Lee", "person:lee-jae-myung"),
        ("Lee", "person:lee-jae-myung"),
        ("Lee Tae-sik", "person:lee-tae-sik"),
    ]


def test_a_title_tells_two_unknown_namesakes_apart() -> None:
    text = (
        "Senator Ada Okoro met Judge Ben Okoro on Monday.\nSenator Okoro spoke first. Judge Okoro answered."
    )
    found = [link.actor.id for name, link in read(text) if name == "Okoro"]

    assert found == ["person:ada-okoro", "person:ben-okoro"]


def test_spellings_of_one_unknown_person_meet_in_one_actor() -> None:
    found = actors("Wen Dal-ho spoke on Monday. Wen Dal Ho left on Friday, said Dal-ho Wen.")

    assert set(found.values()) == {"person:wen-dal-ho"}
    assert len(found) == 3


def test_an_expert_speaks_for_an_institute_and_not_for_the_state_studied() -> None:
    link = only("Tomas Hale, a Japan expert at Merrow University, disagreed.", "Tomas Hale")

    assert link.actor.affiliation == "organisation:merrow-university"
    assert link.office is not None
    assert not link.office.dated


def test_an_adviser_belongs_to_the_side_of_the_leader() -> None:
    text = "Takaichi’s trade adviser, Ruta Balkus, left. Sanae Takaichi stayed."

    assert only(text, "Ruta Balkus", date(2026, 2, 3)).actor.affiliation == "state:JPN"


def test_an_unknown_minister_has_an_undated_office_of_the_state() -> None:
    link = only("Norwegian Fisheries Minister Ada Lindqvist spoke.", "Ada Lindqvist", date(2026, 2, 3))

    assert link.actor.id == "person:ada-lindqvist"
    assert link.actor.affiliation == "state:NOR"
    assert link.office is not None
    assert (link.office.of, link.office.dated) == ("state:NOR", False)


def test_an_office_with_its_state_stands_for_the_holder_of_that_day() -> None:
    text = "The Japanese prime minister will host the talks."

    assert only(text, "prime minister", date(2026, 2, 3)).actor.id == "person:sanae-takaichi"
    assert only(text, "prime minister", date(2023, 2, 3)).actor.id == "person:fumio-kishida"
    assert "prime minister" not in actors(text)


def test_a_state_owns_its_leader_in_a_headline() -> None:
    found = actors("China's Xi to meet South Korea's Lee", date(2026, 1, 2))

    assert found["Xi"] == "person:xi-jinping"
    assert found["Lee"] == "person:lee-jae-myung"


def test_an_organ_of_a_state_is_the_state() -> None:
    link = only("Kenya's Ministry of Fisheries agreed.", "Ministry of Fisheries")

    assert link.actor.id == "state:KEN"


def test_a_short_form_is_the_body_it_was_told_for() -> None:
    found = actors("The Halvorsen Institute of Ocean Policy (HIOP) met. Later HIOP reported.")

    assert found["HIOP"] == found["Halvorsen Institute of Ocean Policy"]


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(st.text(max_size=160), st.lists(st.sampled_from(SAID), max_size=30).map(" ".join)),
    st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2030, 1, 1))),
)
def test_every_link_rests_on_a_mention_and_says_why(text: str, day: date | None) -> None:
    for name, link in read(text, day):
        assert link.mention.cut(text) == name
        assert link.why
        assert ":" in link.actor.id
        assert link.office is None or not link.office.dated or day is not None
