"""The times stage: records with evidence, read against the article's own day."""

from datetime import date

from dragoman.stages.parse import parse
from dragoman.stages.times import READS, VERSION, WRITES, times
from dragoman.types import (
    Article,
    ArticleId,
    Line,
    LineClass,
    Parse,
    Published,
    TimeExpression,
)


def article(text: str, published: date | None, kinds: tuple[LineClass, ...]) -> Article:
    lines, start = [], 0
    for line, kind in zip(text.split("\n"), kinds, strict=True):
        lines.append(Line(start, start + len(line), kind))
        start += len(line) + 1
    return Article(
        id=ArticleId("a"),
        location="a.txt",
        url=None,
        outlet=None,
        title=None,
        authors=(),
        published=Published(published, published.isoformat()) if published else None,
        text=text,
        lines=tuple(lines),
    )


TEXT = "The envoys meet on Thursday, a week after the vote.\nPosted Friday at 9 a.m.\nThey parted last night."
KINDS = (LineClass.ARTICLE, LineClass.METADATA, LineClass.ARTICLE)


def found(published: date | None) -> list[TimeExpression]:
    made = article(TEXT, published, KINDS)
    (parsed,) = parse(made)
    return list(times(made, parsed))


def test_says_what_it_reads_and_writes() -> None:
    assert (Article, Parse) == READS
    assert WRITES is TimeExpression


def test_reads_article_lines_alone_in_order() -> None:
    assert [time.span.cut(TEXT) for time in found(date(2026, 1, 12))] == ["Thursday", "a week", "last night"]


def test_days_count_from_the_day_the_article_was_published() -> None:
    days = [time.when.start if time.when else None for time in found(date(2026, 1, 12))]

    assert days == [date(2026, 1, 15), None, date(2026, 1, 11)]


def test_without_that_day_no_day_is_told() -> None:
    assert [time.value for time in found(None)] == ["XXXX-WXX-4", "P1W", "XXXX-XX-XXTNI"]
    assert all(time.when is None for time in found(None))


def test_every_record_rests_on_its_words() -> None:
    made = article(TEXT, date(2026, 1, 12), KINDS)
    (parsed,) = parse(made)

    for time in times(made, parsed):
        (evidence,) = time.basis.evidence
        assert evidence.span == time.span
        assert evidence.digest == made.digest
        assert (time.basis.maker.stage, time.basis.maker.version) == ("times", VERSION)


def test_the_same_article_gives_the_same_records() -> None:
    assert found(date(2026, 1, 12)) == found(date(2026, 1, 12))
