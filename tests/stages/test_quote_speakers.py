"""Who is given as the speaker of a quote, with names sought and linked as in a run."""

from datetime import date

import pytest

from builders import reader
from dragoman.stages.links import links
from dragoman.stages.mentions import mentions
from dragoman.stages.parse import Gate, ParseSettings, parse
from dragoman.stages.quotes import quotes
from dragoman.types import Article, ArticleId, Line, LineClass, Published, Quote

DAY = date(2024, 5, 7)


def found(text: str) -> list[tuple[Quote, str]]:
    """Return each quote with its words."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), LineClass.ARTICLE if line.strip() else LineClass.BLANK))
        start += len(line) + 1
    published = Published(DAY, DAY.isoformat())
    article = Article(ArticleId("a"), "a", None, None, None, (), published, text, tuple(lines))
    (parsed,) = parse(article, reader(), ParseSettings(Gate.ALL))
    named = tuple(mentions(article, parsed))
    linked = tuple(links(article, parsed, named))
    return [(quote, quote.content.cut(text)) for quote in quotes(article, parsed, named, linked)]


def last(text: str) -> tuple[str | None, str | None]:
    """Return the name and the actor of the last quote."""
    quote, _ = found(text)[-1]
    return quote.name, quote.actor


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Giorgia Meloni met Emmanuel Macron. She said the soup was hot.", "Giorgia Meloni"),
        ("Giorgia Meloni met Emmanuel Macron. He said the soup was hot.", "Emmanuel Macron"),
        ("Fumio Kishida left. A flower seller stayed. “It rained,” she said.", "a flower seller"),
        ("Fumio Kishida left. Rosa Quill, a baker, stayed. “It rained,” she said.", "Rosa Quill"),
        ("Fumio Kishida said it rained. His wife stayed. “It did not,” she said.", "his wife"),
        ("Karin Holt met Fumio Kishida. “He was late,” she said.", "Karin Holt"),
        (
            "Olaf Scholz flew home. “All are late,” the actress Ines Vale said. He said it rained.",
            "Olaf Scholz",
        ),
        ("Emmanuel Macron said it rained. A diplomat who came by left. “It hailed,” he said.", "a diplomat"),
        ("Fumio Kishida left. A woman driver stayed. “It rained,” she said.", "a woman driver"),
    ],
)
def test_a_pronoun_means_somebody_of_its_sex(text: str, name: str) -> None:
    assert last(text)[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "Fumio Kishida left for Osaka. “It rained,” she said.",
        "Giorgia Meloni left for Osaka. “It rained,” he said.",
    ],
)
def test_a_pronoun_that_fits_nobody_is_nobody(text: str) -> None:
    assert last(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kaja Kallas came. A spokesman for Kallas said it rained.", "a spokesman for Kallas"),
        (
            "Kaja Kallas came. A spokesman for Kallas said it rained. He said it hailed.",
            "a spokesman for Kallas",
        ),
        ("Olaf Scholz came. Scholz’s chief of staff said it rained.", "Scholz’s chief of staff"),
        ("Olaf Scholz came. Scholz’s lawyer said it rained. He said it hailed.", "Scholz’s lawyer"),
        ("Olaf Scholz came. His lawyer said it rained.", "his lawyer"),
        ("Olaf Scholz came. The minister’s office said it rained.", "the minister’s office"),
        ("Olaf Scholz came. Critics of Scholz said it rained.", "Critics of Scholz"),
        ("Olaf Scholz came. An aide who saw Scholz said it rained.", "an aide"),
        ("Olaf Scholz and Kaja Kallas said it rained.", "Olaf Scholz and Kaja Kallas"),
    ],
)
def test_who_speaks_for_a_leader_is_not_the_leader(text: str, name: str) -> None:
    assert last(text) == (name, None)


def test_a_spokesman_who_is_named_is_the_speaker() -> None:
    assert last("Kaja Kallas came. Her spokesman, Ott Vessel, said it rained.")[0] == "Ott Vessel"


def test_a_title_before_a_body_still_belongs_to_the_name() -> None:
    text = "The head of the European Commission Ursula von der Leyen said it rained."

    assert last(text) == ("Ursula von der Leyen", "person:ursula-von-der-leyen")


def test_a_family_name_is_that_of_whoever_was_introduced_nearest_before() -> None:
    text = (
        "Wang Yi landed in Oslo.\n\nWang Peiling, a professor at Merrow University, saw it. "
        "Wang, no kin of the diplomat, said it rained. “It pours,” she said."
    )

    assert {quote.name for quote, _ in found(text)} == {"Wang Peiling"}


def test_a_noun_takes_up_the_unnamed_person_told_of_before() -> None:
    text = "A Vallish diplomat waited in the hall. The hall was cold. “It rained,” the diplomat said."

    assert last(text)[0] == "a Vallish diplomat"


def test_an_office_takes_up_its_holder_of_the_same_state() -> None:
    text = "Olaf Scholz met Fumio Kishida in Berlin. The hall was cold. The German chancellor said it rained."

    assert last(text)[0] == "Olaf Scholz"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "OSTMARK, May 3 (Halyard) - The leaders of Japan and Peru said it rained.",
            "The leaders of Japan and Peru",
        ),
        ("OSTMARK — Ada Lind said it rained.", "Ada Lind"),
        ("Late on Friday the harbour board said it rained.", "the harbour board"),
        ("On Friday Ada Lind left early, and then told the crews that it rained.", "Ada Lind"),
        ("Lind replied to what Republicans called “a kite of shame”.", "Republicans"),
        (
            "Left-wing writer Ada Lind, who sings, told the hall it rained.",
            "Left-wing writer Ada Lind, who sings",
        ),
    ],
)
def test_datelines_days_and_openings_are_no_part_of_the_speaker(text: str, speaker: str) -> None:
    (quote, _), *_ = [one for one in found(text) if one[0].speaker]

    assert quote.speaker is not None
    assert quote.speaker.cut(text) == speaker


def test_what_is_denied_is_the_clause_and_the_cue_tells_that_it_is_denied() -> None:
    text = "Ada Lind denied that a bill had been discussed."
    ((quote, words),) = found(text)

    assert words == "a bill had been discussed"
    assert quote.cue is not None
    assert quote.cue.cut(text) == "denied"
