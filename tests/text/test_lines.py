"""Lines of saved texts: report, metadata, page. The cases in golden/lines are for people to correct."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ontology.page_words import page_words
from dragoman.stages.clean import clean
from dragoman.text.lines import classify
from dragoman.text.page_phrases import compile_phrases
from dragoman.types import Article, Document, Given, LineClass

PHRASES = compile_phrases(page_words())
CASES = sorted((Path(__file__).parents[1] / "golden" / "lines").glob("*.txt"))
MARKS = {"a": LineClass.ARTICLE, "m": LineClass.METADATA, "b": LineClass.BOILERPLATE}
SOME_LINE = st.sampled_from(
    [
        "The envoys of Norland and Sudria met on Monday to discuss the river and its gauge.",
        "Norland’s minister said that the talks on the river would go on for a week, and perhaps longer.",
        "Related Posts",
        "By Ann Lee",
        "Norland Wins Cup on Last Kick of the Match",
        "12 January 2026",
        "  • A gauge",
        "",
        "Share this article",
    ]
)


def read_case(path: Path) -> tuple[dict[str, str], str, list[LineClass]]:
    head, _, body = path.read_text(encoding="utf-8").partition("---\n")
    told = dict(line.split(":", 1) for line in head.splitlines())
    marked = [line.split("|", 1) for line in body.removesuffix("\n").split("\n")]
    kinds = [MARKS[mark] if line.strip() else LineClass.BLANK for mark, line in marked]
    return {name: value.strip() for name, value in told.items()}, "\n".join(line for _, line in marked), kinds


def cleaned(text: str) -> Article:
    raw = text.encode()
    (found,) = clean(Document(Document.identify("text/plain", raw, Given()), "in/a", "text/plain", raw))
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_line_of_a_saved_text_has_its_class(path: Path) -> None:
    _, text, kinds = read_case(path)

    lines = cleaned(text).lines

    found = [(line.kind.value, text[line.start : line.end]) for line in lines]
    assert found == [(kind.value, line) for kind, line in zip(kinds, text.split("\n"), strict=True)]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_saved_text_tells_its_title_authors_day_and_outlet(path: Path) -> None:
    told, text, _ = read_case(path)

    found = cleaned(text)

    assert {
        "title": str(found.title),
        "authors": "; ".join(found.authors),
        "published": found.published.iso if found.published else "",
        "outlet": found.outlet or "",
    } == told


BODY = [
    "The envoys of Norland and Sudria met on Monday to discuss the river and its gauge, both said.",
    "Norland’s minister said that the talks on the river would go on for a week, and perhaps for longer.",
    "Sudria’s officials called the talks on the gauge useful, and said their minister would return in May.",
]


@given(st.lists(SOME_LINE, max_size=8), st.lists(SOME_LINE | st.just("Leave a reply"), max_size=8))
def test_lines_round_a_report_cover_the_text_and_never_cost_it_a_paragraph(
    above: list[str], below: list[str]
) -> None:
    text = "\n".join((*above, *BODY, *below))

    lines = classify(text, PHRASES).lines

    assert "\n".join(text[line.start : line.end] for line in lines) == text.removesuffix("\n")
    kept = [text[line.start : line.end] for line in lines if line.kind is LineClass.ARTICLE]
    assert set(BODY) <= set(kept)


@pytest.mark.parametrize(
    "text",
    [
        "." * 200_000 + "a",
        "(" * 200_000,
        "#a" * 50_000,
        "1" * 100_000,
        "“" * 100_000,
        "x y " * 500 + "By " + "Ann Lee and " * 500,
    ],
    ids=["dots", "brackets", "tags", "digits", "quotes", "names"],
)
def test_no_line_is_too_odd_to_be_classed(text: str) -> None:
    lines = classify(text + "\n" + text, PHRASES).lines

    assert [line.end - line.start for line in lines] == [len(text)] * 2
