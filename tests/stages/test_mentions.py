from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import builders
import marked
from dragoman.stages.mentions import mentions
from dragoman.stages.parse import parse
from dragoman.types import Article, ArticleId, Line, LineClass, Mention, MentionKind, Span

CASES = (Path(__file__).parents[1] / "golden" / "mentions.txt").read_text("utf-8").splitlines()
SAID = (
    "Lind",
    "Wen Dal-ho",
    "said",
    "Tokyo",
    "Japan",
    "’s",
    "President",
    "the",
    ",",
    ".",
    "\n",
    "of",
    "(",
    "A.",
    "-",
)


def read(text: str) -> tuple[Mention, ...]:
    lines, start = [], 0
    for line in text.split("\n"):
        kind = LineClass.ARTICLE if line.strip() else LineClass.BLANK
        lines.append(Line(start, start + len(line), kind))
        start += len(line) + 1
    article = Article(ArticleId("a"), "a", None, None, None, (), None, text, tuple(lines))
    (parsed,) = parse(article)
    return tuple(mentions(article, parsed))


def named(found: tuple[Mention, ...], kind: MentionKind) -> list[str]:
    return [each.name for each in found if each.kind is kind]


def labelled(found: tuple[Mention, ...]) -> dict[str, Span]:
    """Return the spans as the golden file labels them: the kind, numbered from the second on."""
    told: dict[str, list[Span]] = {}
    for each in found:
        office = each.title == each.span
        told.setdefault("office" if office else each.kind.value, []).append(each.span)
        if each.title is not None and not office and each.title not in told.get("title", []):
            told.setdefault("title", []).append(each.title)
    return {
        f"{label}{number if number > 1 else ''}": span
        for label, spans in told.items()
        for number, span in enumerate(spans, 1)
    }


@pytest.mark.parametrize("case", CASES)
def test_finds_names_in_their_sense(case: str) -> None:
    text, _ = marked.read(case)

    assert marked.write(text, labelled(read(text))) == case


@pytest.mark.parametrize("case", CASES)
def test_finds_them_where_the_model_reads_too(case: str) -> None:
    text, _ = marked.read(case)

    assert marked.write(text, labelled(tuple(mentions(*builders.read(text, None))))) == case


def test_a_family_name_stands_for_the_person_introduced() -> None:
    found = read("Ada Lindqvist came to Oslo.\nOn Friday Lindqvist left. Lindqvist’s staff stayed.")

    assert named(found, MentionKind.PERSON) == ["Ada Lindqvist", "Lindqvist", "Lindqvist"]


def test_a_person_beats_a_place_of_the_same_name() -> None:
    found = read("Senator Jan Bergen spoke first. In reply Bergen smiled.")

    assert named(found, MentionKind.PERSON) == ["Jan Bergen", "Bergen"]
    assert named(found, MentionKind.PLACE) == []


def test_a_headline_shows_only_names_the_text_bears_out() -> None:
    found = read(
        "Lindqvist To Open Long Awaited Trade Hearing\n\nMinister Ada Lindqvist will open the hearing."
    )

    assert named(found, MentionKind.PERSON) == ["Lindqvist", "Ada Lindqvist"]


def test_a_hyphened_pair_of_introduced_people_is_two_people() -> None:
    found = read("Ada Lindqvist saw Tomas Okholm.\nThe Lindqvist-Okholm talks went on.")

    assert named(found, MentionKind.PERSON)[2:] == ["Lindqvist", "Okholm"]


@pytest.mark.parametrize(
    "text",
    [
        "However, Nothing was decided.",
        "Officials met on Tuesday in December.",
        "The Treaty of Friendship was read aloud.",
        "Meanwhile, Parliamentary procedure goes on.",
    ],
)
def test_other_capitals_are_no_people(text: str) -> None:
    assert named(read(text), MentionKind.PERSON) == []


def test_a_possessive_leader_may_stand_in_front_of_the_adviser() -> None:
    leader, adviser, _ = read("Okholm’s security adviser, Wen Dal-ho, agreed. Lars Okholm did too.")

    assert leader.name == "Okholm"
    assert adviser.name == "Wen Dal-ho"
    assert adviser.title is not None


TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(SAID), max_size=30).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans_cut_back_and_never_overlap(text: str) -> None:
    assert_sound(text, read(text))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_of_the_model_cut_back_and_never_overlap(text: str) -> None:
    assert_sound(text, tuple(mentions(*builders.read(text, None))))


def assert_sound(text: str, found: tuple[Mention, ...]) -> None:
    """Check that every name and title is cut from ``text``, in order, and that no two names overlap."""
    for each in found:
        assert each.span.cut(text) == each.name
        assert each.title is None or each.title.cut(text)
        assert each.title is None or each.title == each.span or not each.title.overlaps(each.span)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
