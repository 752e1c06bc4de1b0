"""Article, Parse -> Quote: who is said to have said or thought what."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from dragoman.ontology.cues import cues
from dragoman.ontology.modality import modality_words
from dragoman.ontology.naming import naming
from dragoman.ontology.sexes import sexes
from dragoman.text.attribution import attributions
from dragoman.text.cueing import Frame, Lexicon, read
from dragoman.text.datelines import past_dateline
from dragoman.text.grammar import Part, Word, cover, words
from dragoman.text.grove import Grove
from dragoman.text.labels import Attribution, labelled
from dragoman.text.names import Customs
from dragoman.text.persons import PersonWords, Sex
from dragoman.text.quotation import Marked, marked
from dragoman.text.speakers import Cast, Named, Told
from dragoman.text.subjects import main_subject
from dragoman.text.weighing import weighed
from dragoman.types import (
    Article,
    Basis,
    LineClass,
    Link,
    Maker,
    Mention,
    MentionKind,
    Parse,
    Quote,
    QuoteKind,
    Reading,
    SentenceRole,
    Span,
)

READS = (Article, Parse, Mention, Link)
WRITES = Quote
VERSION = 3

_MAKER = Maker("quotes", VERSION)
_MUTE = (MentionKind.EVENT, MentionKind.OTHER)
"""Kinds of names that speak no words."""
_SHORTEST = 3
"""A quotation that stands alone, with no words that say whose it is, has at least so many words."""
_LONGEST = 500
"""A "sentence" of more words is a table or a list that lost its breaks; the clause rules are not for it."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """One sentence, or several that one pair of quotation marks holds together, with its quoted stretches."""

    span: Span
    marked: tuple[Marked, ...]
    line: int
    words: tuple[Word, ...] = ()
    grove: Grove | None = None


def quotes(
    article: Article, parse: Parse, mentions: tuple[Mention, ...], links: tuple[Link, ...]
) -> Iterator[Quote]:
    """Yield the quotes of the article's body in reading order.

    A quote that its attribution cuts in two, or that goes on in the next paragraph, is one record per
    stretch, with the same speaker and cue. Titles and headings hold no quotes.
    """
    units = tuple(
        replace(unit, words=words(article.text, unit.span, unit.marked), grove=_grove(article, parse, unit))
        for unit in _units(article, parse)
    )
    linked = {link.mention: link for link in links}
    named = tuple(
        _named(article.text, one, linked.get(one.span)) for one in mentions if one.kind not in _MUTE
    )
    cast = Cast(article.text, tuple(map(_told, units)), named, _person_words())
    made: set[tuple[Span, Span | None]] = set()
    for attribution in _all(article.text, units):
        known = cast.resolve(attribution.source)
        for content in attribution.contents:
            bare, kind = _bare(article.text, content)
            if (bare, attribution.cue) in made:
                continue
            made.add((bare, attribution.cue))
            told = [span for span in (attribution.source, attribution.cue, content) if span is not None]
            link = linked.get(known.mention) if known.mention else None
            actor = link.actor if link else None
            yield Quote(
                content=bare,
                speaker=attribution.source,
                cue=attribution.cue,
                kind=kind,
                name=actor.name if actor else known.name,
                actor=actor.id if actor else None,
                basis=Basis(tuple(article.evidence(span) for span in sorted(told)), _MAKER),
            )


def _named(text: str, mention: Mention, link: Link | None) -> Named:
    """Return the mention as the cast takes it; an office that stands for its holder has no title."""
    actor = link.actor if link else None
    known = sexes().leaders.get(actor.id) if actor else None
    person = mention.kind is MentionKind.PERSON
    title = mention.title if mention.title != mention.span else None
    return Named(
        mention.span,
        mention.name,
        person,
        title.cut(text) if title else "",
        title.start if title else None,
        Sex(known) if known else None,
        link.office.title if link and link.office else "",
        (actor.affiliation if person else actor.id) if actor else None,
    )


def _told(unit: _Unit) -> Told:
    """Return a sentence with its subject and its quoted stretches."""
    subject = None
    if len(unit.words) <= _LONGEST:
        found = main_subject(read(unit.words, _lexicon()), len(unit.words))
        subject = cover(unit.words, *found) if found else None
    return Told(unit.span, subject, tuple(one.outer for one in unit.marked))


def _all(text: str, units: tuple[_Unit, ...]) -> Iterator[Attribution]:
    """Yield the attributions of all sentences, and of quotations that carry on an earlier one."""
    lexicon = _lexicon()
    last: Attribution | None = None
    before: _Unit | None = None
    for unit in units:
        found = unit.words
        here = _here(unit, lexicon)
        yield from (one for one in here if one.contents)
        used = [content for one in here for content in one.contents]
        loose = [one for one in unit.marked if not any(content.overlaps(one.outer) for content in used)]
        alone = bool(found) and found[0].part is Part.QUOTED and not here
        if alone and loose and last is not None and _carries_on(text, unit, before):
            stretch = loose[0]
            if len(stretch.inner.cut(text).split()) >= _SHORTEST:
                yield Attribution(last.source, last.cue, (stretch.outer,))
        else:
            last = _speech(here, unit) or (last if alone else None)
        before = unit


def _here(unit: _Unit, lexicon: Lexicon) -> tuple[Attribution, ...]:
    """Return the attributions of one sentence; where it was not read, the rules alone decide."""
    if len(unit.words) > _LONGEST:
        return ()
    label = labelled(unit.words)
    if label is not None:
        return (label,)
    found = tuple(attributions(unit.words, lexicon))
    return found if unit.grove is None else weighed(found, unit.grove, lexicon)


def _grove(article: Article, parse: Parse, unit: _Unit) -> Grove | None:
    """Return the trees of a unit, if all of its sentences were read."""
    read: list[tuple[int, Reading]] = []
    at = bisect_right(parse.sentences, unit.span.start, key=lambda one: one.span.end)
    while at < len(parse.sentences) and parse.sentences[at].span.start < unit.span.end:
        reading = parse.reading(parse.sentences[at])
        if reading is None:
            return None
        read.append((parse.sentences[at].span.start, reading))
        at += 1
    return Grove(article.text, read, tuple(one.outer for one in unit.marked))


def _speech(found: tuple[Attribution, ...], unit: _Unit) -> Attribution | None:
    """Return the last attribution of quoted words in ``unit``, which a following quotation may carry on."""
    if found and not found[-1].contents:
        return found[-1]
    quoting = [
        one
        for one in found
        if one.source
        and any(mark.outer.overlaps(content) for mark in unit.marked for content in one.contents)
    ]
    return quoting[-1] if quoting else (found[-1] if found else None)


def _carries_on(text: str, unit: _Unit, before: _Unit | None) -> bool:
    """Tell whether a quotation that opens ``unit`` goes on from the one before."""
    if before is None:
        return False
    if unit.line == before.line:
        return True
    quoted = bool(before.marked)
    return (unit.line == before.line + 1) and (quoted or before.span.cut(text).endswith(":"))


def _units(article: Article, parse: Parse) -> Iterator[_Unit]:
    """Yield the sentences of the body, those that a quotation runs over joined."""
    at, number, following = 0, 0, 0
    while following < len(article.lines):
        line = article.lines[following]
        following += 1
        if line.kind is not LineClass.ARTICLE:
            continue
        end = line.end
        group: list[Span] = []
        while at < len(parse.sentences) and parse.sentences[at].span.start < end:
            sentence = parse.sentences[at]
            at += 1
            while sentence.span.end > end and following < len(article.lines):
                end = article.lines[following].end  # the paragraph is broken by width
                following += 1
            if sentence.role not in {SentenceRole.TITLE, SentenceRole.HEADING}:
                start = past_dateline(article.text, sentence.span)
                group.append(Span(start, sentence.span.end))
        yield from _joined(group, marked(article.text[line.start : end], line.start), number)
        number += 1


def _joined(sentences: list[Span], stretches: tuple[Marked, ...], line: int) -> Iterator[_Unit]:
    """Yield the sentences of one line, joined where a boundary lies inside quotation marks."""
    held: Span | None = None
    at = 0
    for span in sentences:
        held = Span(held.start, span.end) if held else span
        inside = at
        while inside < len(stretches) and stretches[inside].outer.end <= held.end:
            inside += 1
        if inside < len(stretches) and stretches[inside].outer.start < held.end:
            continue
        yield _Unit(held, tuple(one for one in stretches[at:inside] if held.covers(one.outer)), line)
        held, at = None, inside
    if held is not None:
        yield _Unit(held, tuple(one for one in stretches[at:] if held.covers(one.outer)), line)


def _bare(text: str, content: Span) -> tuple[Span, QuoteKind]:
    """Return the content without its outer quotation marks, and how much of it stands in marks."""
    stretches = marked(content.cut(text), content.start)
    if len(stretches) == 1 and stretches[0].outer == content:
        whole = _stands_alone(text, stretches[0])
        return stretches[0].inner, QuoteKind.DIRECT if whole else QuoteKind.PARTIAL
    return content, QuoteKind.PARTIAL if stretches else QuoteKind.INDIRECT


def _stands_alone(text: str, stretch: Marked) -> bool:
    """Tell whether quoted words are an utterance, not part of a clause ("calls it “fair”")."""
    if stretch.inner.cut(text)[0].isupper():
        return True
    before = text[max(0, stretch.outer.start - 3) : stretch.outer.start].rstrip(" \u00a0")
    return not before or before[-1] in ",:;.!?—–-\n"


@cache
def _person_words() -> PersonWords:
    """Return what the tables know of people's sexes, in the form the cast takes."""
    table = sexes()
    return PersonWords(
        given={name: Sex(sex) for name, sex in table.given.items()},
        nouns={noun: Sex(sex) if sex else None for noun, sex in table.nouns.items()},
        customs=Customs(naming().family_first, naming().particles),
    )


@cache
def _lexicon() -> Lexicon:
    """Return the cue words in the form the clause rules take."""
    table = cues()
    things = modality_words()["sentences.thing"]
    return Lexicon(
        verbs={form: Frame(verb.shapes, verb.takes, verb.after) for form, verb in table.verbs.items()},
        nouns=table.nouns,
        doubtful=table.doubtful,
        other=table.other,
        mute=frozenset(form for noun in things for form in (noun, f"{noun}s")),
    )
