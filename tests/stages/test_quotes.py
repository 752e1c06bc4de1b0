import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import reader
from dragoman.stages.parse import Gate, ParseSettings, parse
from dragoman.stages.quotes import quotes
from dragoman.types import (
    Actor,
    ActorId,
    ActorKind,
    Article,
    ArticleId,
    Basis,
    Line,
    LineClass,
    Link,
    Maker,
    Mention,
    MentionKind,
    Parse,
    Quote,
    QuoteKind,
    Span,
)

GOLDEN = Path(__file__).parent.parent / "golden" / "quotes.txt"
CASES = [line for line in GOLDEN.read_text("utf-8").splitlines() if line and not line.startswith("#")]
MARK = re.compile(r"\[(?:speaker|cue|content)\d?\|([^\[\]]+)\]")


def article(text: str, title: str | None = None, boilerplate: str | None = None) -> Article:
    lines, start = [], 0
    for line in text.split("\n"):
        kind = LineClass.ARTICLE if line.strip() else LineClass.BLANK
        lines.append(Line(start, start + len(line), LineClass.BOILERPLATE if line == boilerplate else kind))
        start += len(line) + 1
    return Article(ArticleId("a"), "a.txt", None, None, title, (), None, text, tuple(lines))


def read(source: Article) -> Parse:
    (made,) = parse(source, reader(), ParseSettings(Gate.ALL))
    return made


def found(text: str, **given_: str | None) -> list[Quote]:
    source = article(text, **given_)
    return list(quotes(source, read(source), (), ()))


def found_by_rules(text: str) -> list[Quote]:
    source = article(text)
    (made,) = parse(source)
    return list(quotes(source, made, (), ()))


def said(text: str, **given_: str | None) -> list[tuple[str | None, str]]:
    return [(one.name, one.content.cut(text)) for one in found(text, **given_)]


def expected(case: str) -> set[tuple[str, str]]:
    return {
        (label.rstrip("0123456789"), words) for label, words in re.findall(r"\[(\w+)\|([^\[\]]+)\]", case)
    }


def parts(text: str, told: list[Quote]) -> set[tuple[str, str]]:
    return {
        (label, span.cut(text).rstrip(",.") if label == "content" else span.cut(text))
        for one in told
        for label, span in (("content", one.content), ("cue", one.cue), ("speaker", one.speaker))
        if span is not None
    }


@pytest.mark.parametrize("case", CASES)
def test_finds_who_said_what(case: str) -> None:
    text = MARK.sub(r"\1", case)

    assert parts(text, found(text)) == {
        (label, words.rstrip(",.") if label == "content" else words) for label, words in expected(case)
    }


@pytest.mark.parametrize(
    "case",
    [
        "“[content|We will come],” [cue|said] [speaker|Ada Okoro].",
        "[speaker|Lind] [cue|told] reporters that [content|the border would open].",
        "[cue|According to] [speaker|officials], [content|the border will open].",
    ],
)
def test_finds_who_said_what_in_a_sentence_that_was_not_read(case: str) -> None:
    text = MARK.sub(r"\1", case)

    assert parts(text, found_by_rules(text)) == expected(case)


def test_what_stands_inside_reported_words_has_no_speaker_of_its_own() -> None:
    text = "Ada Okoro said the ferrymen hoped to sail again and wanted a better pier."

    assert {quote.name for quote in found(text)} == {"Ada Okoro"}


def test_a_plan_that_nobody_is_named_for_has_no_speaker() -> None:
    told = found("The border is expected to open in May.")

    assert {quote.speaker for quote in told} == {None}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will come,” said Okoro.", QuoteKind.DIRECT),
        ("“We will,” said Okoro, “and you will too.”", QuoteKind.DIRECT),
        ("Okoro said they “will come”.", QuoteKind.PARTIAL),
        ("Lind pursues what he calls “patient listening.”", QuoteKind.PARTIAL),
        ("Okoro said they will come.", QuoteKind.INDIRECT),
    ],
)
def test_tells_how_near_a_quote_is_to_the_words_spoken(text: str, kind: QuoteKind) -> None:
    assert {one.kind for one in found(text)} == {kind}


def test_a_quote_cut_in_two_keeps_one_speaker_and_one_cue() -> None:
    one, two = found("“We will come,” said Okoro, “and we will stay.”")

    assert (one.speaker, one.cue) == (two.speaker, two.cue)


def test_a_quotation_of_several_paragraphs_keeps_its_speaker() -> None:
    text = "“We will come,” said Ada Okoro. “We will stay.\n\n“And we will sing.”"

    assert said(text) == [
        ("Ada Okoro", "We will come,"),
        ("Ada Okoro", "We will stay."),
        ("Ada Okoro", "And we will sing."),
    ]


def test_a_line_that_ends_in_a_colon_introduces_the_next() -> None:
    text = "Ada Okoro told the council on Friday:\n\n“Nothing has been agreed.”"

    assert said(text) == [("Ada Okoro", "Nothing has been agreed.")]


def test_a_quotation_with_no_speaker_anywhere_is_nobodys() -> None:
    assert said("The room was full.\n\n“Nothing has been agreed.”") == []


def test_a_pronoun_means_the_last_speaker() -> None:
    text = "Ada Okoro said the talks had failed. She said nobody was to blame."

    assert said(text) == [
        ("Ada Okoro", "the talks had failed"),
        ("Ada Okoro", "nobody was to blame"),
    ]


def test_a_pronoun_means_the_subject_of_its_own_sentence() -> None:
    text = "Ada Okoro said the talks had failed. Nils Lind pursues what he calls “patient listening.”"

    assert said(text)[-1] == ("Nils Lind", "patient listening.")


def test_a_family_name_is_given_in_full() -> None:
    text = "Foreign Minister Ada Okoro arrived.\n\nOkoro said the talks had failed."

    assert said(text) == [("Ada Okoro", "the talks had failed")]


def test_a_possessor_is_not_the_speaker() -> None:
    assert said("Lind’s adviser, Ada Okoro, said the talks had failed.") == [
        ("Ada Okoro", "the talks had failed")
    ]


def test_they_means_the_unnamed_speakers_before() -> None:
    text = "Analysts said the talks had failed. They said nobody was to blame."

    assert said(text) == [("Analysts", "the talks had failed"), ("Analysts", "nobody was to blame")]


@pytest.mark.parametrize(
    "text",
    [
        "The tour aims to reopen the port.",
        "These gestures suggest a cabinet at ease.",
        "Her approach so far suggests caution.",
        "Tolls and wages are sticking points of the round.",
    ],
)
def test_acts_and_plain_nouns_say_nothing(text: str) -> None:
    assert not found(text)
    assert not found_by_rules(text)


def test_a_quotation_in_a_paragraph_broken_by_width_is_whole() -> None:
    text = (
        "The ferries of the strait will run again from May, the harbour master announced, and “the fares\n"
        "will not go up this year”, as Lind told the crews that had gathered on the northern quay to hear\n"
        "what had been agreed by the two ports in a night of talks."
    )

    assert any("will not go up this year" in words for _, words in said(text))


def test_titles_headings_and_dropped_lines_hold_no_quotes() -> None:
    text = "Lind says border will open\nLind says no\nLind says the hall is full.\nThe envoy left."

    assert said(text, title="Lind says border will open", boilerplate="Lind says the hall is full.") == []


def test_mentions_and_links_decide_where_they_are_given() -> None:
    text = "Nils Lind came. Lind said the talks had failed."
    source = article(text)
    basis = Basis((source.evidence(Span(0, 9)),), Maker("test", 1))
    name = Mention(Span(16, 20), MentionKind.PERSON, "Lind", None, basis)
    actor = Actor(ActorId("person:nils-lind"), ActorKind.PERSON, "Nils Lind")

    (quote,) = quotes(source, read(source), (name,), (Link(name.span, actor, None, "test", basis),))

    assert (quote.actor, quote.name) == (actor.id, "Nils Lind")


def test_every_quote_points_at_its_words() -> None:
    text = "“We will come,” said Ada Okoro."
    (quote,) = found(text)

    assert [one.span.cut(text) for one in quote.basis.evidence] == ["“We will come,”", "said", "Ada Okoro"]


WORDS = st.sampled_from(
    "Lind Okoro said says that, “We will come” \" ' '' . , : ; — he she told reporters and adding "
    "according to claim 's his Monday is the who which ) ( \n ? ! … 10 was asked whether".split(" ")
)


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_never_fails_and_every_offset_cuts_back(text: str) -> None:
    check(text, found_by_rules(text))


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_never_fails_with_a_reader_either(text: str) -> None:
    check(text, found(text))


def check(text: str, told: list[Quote]) -> None:
    for quote in told:
        for span in (quote.content, quote.speaker, quote.cue):
            assert span is None or span.cut(text).strip()
        assert "\n\n" not in quote.content.cut(text)


@pytest.mark.parametrize(
    "text", ['"' * 100_000, "“a” " * 20_000, 'He said "a". ' * 2_000, "said " * 20_000, "'" * 50_000]
)
def test_copes_with_endless_marks(text: str) -> None:
    assert all(one.content.end <= len(text) for one in found_by_rules(text))
