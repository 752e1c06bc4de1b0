"""Briefings as text, Markdown and JSON."""

import json
import re
from dataclasses import replace

import pytest

from dragoman.render.anchors import Anchors
from dragoman.render.heading import grouped
from dragoman.render.markdown import markdown
from dragoman.render.terminal import terminal
from dragoman.render.told import told
from dragoman.types import ArticleId, Briefing
from invented import Records, story


@pytest.fixture(scope="module")
def records() -> Records:
    return story()


@pytest.fixture(scope="module")
def briefing(records: Records) -> Briefing:
    return records.briefing()


def test_the_terminal_shows_marks_counts_and_ids_and_keeps_to_its_width(
    records: Records, briefing: Briefing
) -> None:
    text = terminal(briefing, records.parses, width=72)

    assert max(map(len, text.splitlines())) <= 72
    assert "\x1b" not in text
    assert re.search(r"^  o  +Ana Holt and Bo Lind: two-sided meeting", text, re.MULTILINE)
    assert "(2/1) [aaaaaaaa.2 bbbbbbbb.2]" in text


def test_the_terminal_shows_at_most_three_ids_and_counts_the_rest(
    records: Records, briefing: Briefing
) -> None:
    text = " ".join(terminal(briefing, records.parses, width=100).split())

    assert re.search(r"\[\S+ \S+ \S+ \+\d+\]", text)
    assert not re.search(r"\[[0-9a-f]{8}\.\d+ [0-9a-f]{8}\.\d+ [0-9a-f]{8}\.\d+ [0-9a-f]{8}", text)


@pytest.mark.parametrize("width", [50, 60, 100])
def test_sections_stand_in_order_at_every_width(records: Records, briefing: Briefing, width: int) -> None:
    text = terminal(briefing, records.parses, width=width)
    places = [text.index(f"\n{one.title.upper()}\n") for one in briefing.sections]

    assert places == sorted(places)


def test_every_id_in_the_text_is_that_of_a_sentence(records: Records, briefing: Briefing) -> None:
    known = {f"{p.article[:8]}.{s.number}" for p in records.parses for s in p.sentences}

    for text in (terminal(briefing, records.parses), markdown(briefing, records.parses)):
        ids = set(re.findall(r"[0-9a-f]{8}\.\d+", text))
        assert ids
        assert ids <= known


def test_control_signs_never_reach_the_terminal(records: Records, briefing: Briefing) -> None:
    hostile = replace(briefing, title="Talks\x1b[2J\u202e in\tOslo")

    text = terminal(hostile, records.parses)

    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "in Oslo" in text


def test_markdown_escapes_what_texts_say(records: Records, briefing: Briefing) -> None:
    hostile = replace(briefing, title="<script>alert(1)</script> [x](javascript:y) *big*")

    head = markdown(hostile, records.parses).splitlines()[0]

    assert "<script" not in head
    assert "[x](" not in head
    assert "\\*big\\*" in head


def test_markdown_has_a_heading_per_section_in_order(records: Records, briefing: Briefing) -> None:
    text = markdown(briefing, records.parses)

    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [one.title for one in briefing.sections]
    assert "`(2/1) [aaaaaaaa.2 bbbbbbbb.2]`" in text


def test_json_tells_every_sentence_word_for_word(records: Records, briefing: Briefing) -> None:
    document = json.loads(told(briefing, records.articles, records.parses))
    texts = {one.id: one.text for one in records.articles}
    anchors = Anchors(records.parses)

    for part, section in zip(document["sections"], briefing.sections, strict=True):
        assert part["title"] == section.title
        for line, statement in zip(part["statements"], section.statements, strict=True):
            assert line["text"] == statement.text
            assert len(line["evidence"]) == len(anchors.of(statement))
            for piece in line["evidence"]:
                cut = texts[piece["article_id"]][piece["char_start"] : piece["char_end"]]
                assert cut == piece["quote"]
                assert piece["sentence_id"] == f"{piece['article_id'][:8]}.{piece['sentence_no']}"


def test_all_forms_are_the_same_every_time(records: Records, briefing: Briefing) -> None:
    again = story()
    once = again.briefing()

    assert terminal(once, again.parses) == terminal(briefing, records.parses)
    assert markdown(once, again.parses) == markdown(briefing, records.parses)
    assert told(once, again.articles, again.parses) == told(briefing, records.articles, records.parses)


@pytest.mark.parametrize(("told", "columns"), [("70", 70), ("30", 50), ("200", 100)])
def test_the_terminal_text_keeps_to_the_columns_told_within_50_and_100(
    records: Records, briefing: Briefing, monkeypatch: pytest.MonkeyPatch, told: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", told)

    assert terminal(briefing, records.parses) == terminal(briefing, records.parses, width=columns)


def test_of_more_than_twelve_texts_the_origins_are_told_by_count_and_first_text(briefing: Briefing) -> None:
    first = briefing.sources[0]
    many = tuple(
        replace(first, article=ArticleId(f"{place:016x}"), origin=1 + place % 2) for place in range(13)
    )
    lines = list(grouped(replace(briefing, texts=13, origins=2, sources=many, origin_reasons=())))

    assert lines[0] == "origin 1: 7 texts, the first is"
    assert lines[2] == "origin 2: 6 texts, the first is"
    assert lines[-1] == "the rest: dragoman show 57020000"
    assert len(lines) == 5


def test_of_many_origins_the_largest_are_told_and_the_rest_counted(briefing: Briefing) -> None:
    first = briefing.sources[0]
    many = tuple(
        replace(first, article=ArticleId(f"{place:016x}"), origin=max(1, place)) for place in range(15)
    )
    lines = list(grouped(replace(briefing, texts=15, origins=14, sources=many)))

    assert lines[0].startswith("origin 1: 2 texts")
    assert lines[-1] == "2 more origins; the rest: dragoman show 57020000"
