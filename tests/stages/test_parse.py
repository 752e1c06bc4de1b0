from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import RecordError
from dragoman.stages.parse import Gate, ParseSettings, is_heading, parse, read_again
from dragoman.types import Article, ArticleId, Line, LineClass, Parse, Reading, SentenceRole, Span


def article(text: str, title: str | None = None, dropped: frozenset[int] = frozenset()) -> Article:
    lines, start = [], 0
    for number, line in enumerate(text.split("\n")):
        kind = LineClass.BLANK if not line.strip() else LineClass.ARTICLE
        lines.append(Line(start, start + len(line), LineClass.BOILERPLATE if number in dropped else kind))
        start += len(line) + 1
    return Article(ArticleId("a"), "a.txt", None, None, title, (), None, text, tuple(lines))


def parsed(text: str, title: str | None = None, dropped: frozenset[int] = frozenset()) -> Parse:
    (made,) = parse(article(text, title, dropped))
    return made


def roles(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(one.role.value, one.span.cut(text)) for one in parsed(text, title).sentences]


def test_the_title_is_one_sentence_though_it_holds_a_stop() -> None:
    text = "Lind in Oslo. What next?\n\nLind came. He spoke."

    assert roles(text, "Lind in Oslo. What next?") == [
        ("title", "Lind in Oslo. What next?"),
        ("body", "Lind came."),
        ("body", "He spoke."),
    ]


def test_the_title_counts_once() -> None:
    assert [role for role, _ in roles("Lind in Oslo\nLind in Oslo", "Lind in Oslo")] == ["title", "heading"]


def test_a_short_line_without_final_stop_is_a_heading() -> None:
    assert roles("What to watch\nThe venue matters.") == [
        ("heading", "What to watch"),
        ("body", "The venue matters."),
    ]


def test_bullets_are_list_items_without_their_sign() -> None:
    text = "• Trade\n- Fishing rights. And quotas.\n1. Visas\n(b) Ports\n– Rail"

    assert roles(text) == [
        ("list_item", "Trade"),
        ("list_item", "Fishing rights."),
        ("list_item", "And quotas."),
        ("list_item", "Visas"),
        ("list_item", "Ports"),
        ("list_item", "Rail"),
    ]


def test_a_name_with_an_initial_is_no_list_item() -> None:
    assert roles("J. Okoro came to Oslo.") == [("body", "J. Okoro came to Oslo.")]


def test_dropped_lines_hold_no_sentences_and_numbers_run_on() -> None:
    text = "Lind came.\nRead more here.\nHe left."
    found = parsed(text, dropped=frozenset({1})).sentences

    assert [(one.number, one.span.cut(text)) for one in found] == [(1, "Lind came."), (2, "He left.")]


def test_a_quotation_alone_on_a_line_is_no_heading() -> None:
    assert not is_heading("“We will come”")
    assert not is_heading("")


@given(st.text(alphabet='aB .?!\n"”•-1:,', max_size=300), st.sets(st.integers(0, 5)))
def test_article_lines_are_held_once_and_sentences_never_cross_lines(text: str, dropped: set[int]) -> None:
    source = article(text, dropped=frozenset(dropped))
    (made,) = parse(source)

    assert [one.number for one in made.sentences] == list(range(1, len(made.sentences) + 1))
    for line in source.lines:
        inside = [one for one in made.sentences if line.start <= one.span.start < line.end]
        assert all(one.span.end <= line.end for one in inside)
        kept = "".join("".join(one.span.cut(text).split()) for one in inside)
        if line.kind is LineClass.ARTICLE:
            assert "".join(text[line.start : line.end].split()).endswith(kept)
            if all(one.role is not SentenceRole.LIST_ITEM for one in inside) and inside:
                assert kept == "".join(text[line.start : line.end].split())
        else:
            assert not inside


def test_a_paragraph_broken_by_width_is_read_as_one() -> None:
    text = (
        "The two ministers met in the old town hall for the second time this\n"
        "month and agreed to open three border posts before the first snow falls\n"
        "in the high valleys. They said nothing about the price of gas, which had\n"
        "brought the talks of the spring to an early end.\n"
    )
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")][:-1]
    lines = tuple(Line(s, text.index("\n", s), LineClass.ARTICLE) for s in starts)
    article = Article(ArticleId("a"), "t.txt", None, None, None, (), None, text, lines)

    (found,) = parse(article)

    assert [s.span.cut(text).split()[0] for s in found.sentences] == ["The", "They"]
    assert found.sentences[0].span.cut(text).endswith("valleys.")


class Echo:
    """A reader whose readings are told apart by the length of their sentence alone."""

    digest = "echo"

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def read(self, sentences: Sequence[str]) -> tuple[Reading, ...]:
        self.sentences += sentences
        return tuple(one_word(sentence) for sentence in sentences)


def one_word(sentence: str) -> Reading:
    return Reading(
        (Span(0, len(sentence)),), (sentence,), ("X",), ("X",), (0,), ("root",), (None,), ("none",)
    )


TEXT = "The rain was cold.\n\nThe envoy of Norland left. It was wet."


def test_every_sentence_has_its_reading_beside_it() -> None:
    made = article(TEXT)
    (parsed,) = parse(made, Echo(), ParseSettings(Gate.ALL))

    assert [parsed.reading(s) for s in parsed.sentences] == [
        one_word(s.span.cut(made.text)) for s in parsed.sentences
    ]


def test_sentences_that_tell_nothing_are_not_read_where_only_telling_ones_are() -> None:
    echo = Echo()
    (parsed,) = parse(article(TEXT), echo, ParseSettings(Gate.TELLING))

    assert echo.sentences == ["The envoy of Norland left."]
    assert [reading is None for reading in parsed.readings] == [True, False, True]


def test_without_a_reader_nothing_is_read() -> None:
    (without,) = parse(article(TEXT))

    assert without.readings == ()
    assert without.reading(without.sentences[0]) is None


def test_a_stored_parse_gets_the_readings_that_a_fresh_one_has() -> None:
    made = article(TEXT)
    (stored,) = parse(made)
    settings = ParseSettings(Gate.TELLING)

    assert list(read_again(made, stored, Echo(), settings)) == list(parse(made, Echo(), settings))


def test_a_parse_has_as_many_readings_as_sentences_or_none() -> None:
    (parsed,) = parse(article(TEXT))

    with pytest.raises(RecordError, match="1 readings of 3 sentences"):
        replace(parsed, readings=(None,))
