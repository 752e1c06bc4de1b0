"""Article and what was read in it -> Assertion: how each sentence is meant, and in whose voice."""

from collections.abc import Iterator
from functools import cache

from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.assertion import Setting, sentence_reading
from dragoman.text.clauses import Clauses, clauses
from dragoman.text.modality import Reading
from dragoman.text.second_opinion import weighed_sentence
from dragoman.types import (
    Article,
    Assertion,
    Basis,
    Link,
    Maker,
    Parse,
    Quote,
    Sentence,
    SentenceRole,
    Span,
    Status,
    TimeExpression,
    Voice,
    VoiceKind,
)

READS = (Article, Parse, TimeExpression, Link, Quote)
WRITES = Assertion
VERSION = 3

_MAKER = Maker("assertions", VERSION)
_HEADS = (SentenceRole.TITLE, SentenceRole.HEADING)
_LABEL = 5
_STOPS = (".", "!", "?", ":", ";", "…", "”", '"', "’", "'")
_SHARE = 0.4
"""A quote that fills this share of a sentence gives the sentence its voice."""


def assertions(
    article: Article,
    parse: Parse,
    times: tuple[TimeExpression, ...],
    links: tuple[Link, ...],
    quotes: tuple[Quote, ...],
) -> Iterator[Assertion]:
    """Yield one assertion per sentence, in reading order."""
    around = _Around()
    for sentence in parse.sentences:
        parsed = clauses(sentence.span.cut(article.text), lexicon())
        around.enter(sentence, parsed)
        setting = Setting(
            heading=sentence.role in _HEADS,
            intro=around.intro if sentence.role is SentenceRole.LIST_ITEM else None,
            ahead=_ahead(article, sentence, times),
            rebuts=around.rebuts,
        )
        reading = sentence_reading(parsed, lexicon(), setting)
        model = parse.reading(sentence)
        if model is not None and around.intro is None:
            loose = setting.heading or not parsed.words or parsed.words[-1].low not in _STOPS
            reading = weighed_sentence(reading, model, dated=setting.ahead, headline=loose)
        if around.misreads(sentence, parsed):
            reading = Reading(Status.NONE, reading.tense)
        around.leave(sentence, parsed, reading)
        voice = _voice(article, sentence, parsed, links, quotes)
        yield Assertion(
            sentence=sentence.span,
            status=reading.status,
            tense=reading.tense,
            told=_told(sentence, parsed, reading),
            voice=voice,
            basis=Basis((article.evidence(sentence.span),), _MAKER),
        )


class _Around:
    """What the sentences before tell of the next one: an open list, a section of misreadings, a denial."""

    def __init__(self) -> None:
        """Begin an article."""
        self.intro: Status | None = None
        self.doubted = False
        self.rebuts = False

    def enter(self, sentence: Sentence, parsed: Clauses) -> None:
        """Close what ends before ``sentence``."""
        if sentence.role in _HEADS:
            self.doubted = _doubts(parsed) or (self.doubted and _is_quoted(parsed))
            self.intro, self.rebuts = None, False
        elif sentence.role is SentenceRole.BODY:
            self.doubted = self.doubted or _labels_misreading(parsed)
            self.intro = self.intro if _hangs(parsed, self.intro) else None

    def misreads(self, sentence: Sentence, parsed: Clauses) -> bool:
        """Tell whether ``sentence`` is a misreading that the text is going to correct."""
        if sentence.role in _HEADS:
            return self.doubted or _is_quoted(parsed)
        alone = _is_quoted(parsed) and parsed.words[-1].tag == "Q"
        return self.doubted and (alone or _labels_misreading(parsed))

    def leave(self, sentence: Sentence, parsed: Clauses, reading: Reading) -> None:
        """Keep what ``sentence`` opens."""
        if parsed.words and parsed.words[-1].low == ":" and sentence.role is not SentenceRole.LIST_ITEM:
            self.intro = reading.status if reading.status is not Status.NONE else None
        denied = reading.status is Status.NEGATED or (self.doubted and sentence.role in _HEADS)
        self.rebuts = denied and _judged(parsed)


def _judged(parsed: Clauses) -> bool:
    """Tell whether a denial is of what somebody is or means, not of an event."""
    main = parsed.main()
    if main is None:
        return False
    group = parsed.groups[main]
    return group.negated and (parsed.words[group.head].tag == "E" or group.progressive)


def _labels_misreading(parsed: Clauses) -> bool:
    """Tell whether a line is a misreading with its label: "Myth 2: “The envoy is angry”"."""
    words = parsed.words
    if len(words) < _LABEL or not lexicon().has("sentences.doubt_heading", words[0].low):
        return False
    return words[-1].tag == "Q" and any(word.low in (":", "#") for word in words[1:_LABEL])


def _ahead(article: Article, sentence: Sentence, times: tuple[TimeExpression, ...]) -> bool:
    """Tell whether the sentence names a day that lies after the day of publication."""
    if article.published is None:
        return False
    day = article.published.day
    return any(
        time.when is not None and time.when.start > day and sentence.span.covers(time.span) for time in times
    )


def _hangs(parsed: Clauses, intro: Status | None) -> bool:
    """Tell whether a body line still belongs to an open list: a bullet without its sign, with no stop."""
    return intro is not None and bool(parsed.words) and parsed.words[-1].low not in (".", ":", "?", "!", "”")


def _doubts(parsed: Clauses) -> bool:
    """Tell whether a heading announces misreadings."""
    return any(lexicon().has("sentences.doubt_heading", word.low) for word in parsed.words)


def _is_quoted(parsed: Clauses) -> bool:
    return bool(parsed.words) and parsed.words[0].tag == "Q"


def _told(sentence: Sentence, parsed: Clauses, reading: Reading) -> Span | None:
    if reading.told is None:
        return None
    first, last = min(reading.told), max(reading.told)
    start = sentence.span.start
    return Span(start + parsed.words[first].start, start + parsed.words[last].end)


def _voice(
    article: Article, sentence: Sentence, parsed: Clauses, links: tuple[Link, ...], quotes: tuple[Quote, ...]
) -> Voice:
    """Return who asserts the sentence: whoever it quotes, unnamed sources, nobody, or the outlet."""
    span = sentence.span
    unnamed = _unnamed(sentence, parsed)
    for quote in quotes:
        inside = min(quote.content.end, span.end) - max(quote.content.start, span.start)
        if inside < _SHARE * (span.end - span.start):
            continue
        told = quote.speaker
        if told is not None and told.overlaps(span) and _is_unnamed(told.cut(article.text)):
            return Voice(VoiceKind.UNNAMED, told)
        if quote.name is not None:
            return Voice(VoiceKind.NAMED, told if told is not None else quote.content, quote.actor)
        if told is not None:
            return Voice(VoiceKind.UNNAMED, told)
    if unnamed is not None:
        return Voice(VoiceKind.UNNAMED, unnamed)
    named = _named(sentence, parsed, links)
    if named is not None:
        return Voice(VoiceKind.NAMED, named.mention, named.actor.id)
    agentless = _agentless(sentence, parsed)
    return Voice(VoiceKind.AGENTLESS, agentless) if agentless is not None else Voice(VoiceKind.OUTLET)


def _is_unnamed(words: str) -> bool:
    unnamed = lexicon().classes["voices.unnamed"]
    titled = any(word[0].isupper() for word in words.split()[1:] if word)
    return not titled and any(word.strip(",.").casefold() in unnamed for word in words.split())


def _unnamed(sentence: Sentence, parsed: Clauses) -> Span | None:
    """Find "analysts say", "according to officials"."""
    words = parsed.words
    unnamed = lexicon().classes["voices.unnamed"]
    for index, word in enumerate(words):
        if word.low not in unnamed or word.tag == "S":
            continue
        before = [w.low for w in words[max(index - 4, 0) : index]]
        following = words[index + 1 : index + 4]
        says = any(w.tag == "V" and lexicon().has("voices.verb", w.lemma) for w in following)
        said = "according" in before or (
            index > 0 and words[index - 1].tag == "V" and lexicon().has("voices.verb", words[index - 1].lemma)
        )
        if says or said:
            return Span(sentence.span.start + word.start, sentence.span.start + word.end)
    return None


def _named(sentence: Sentence, parsed: Clauses, links: tuple[Link, ...]) -> Link | None:
    """Find a known actor right before, or behind, the main verb of saying."""
    main = parsed.main()
    if main is None:
        return None
    group = parsed.groups[main]
    if not lexicon().has("voices.verb", parsed.words[group.head].lemma) or group.passive or group.form == "M":
        return None
    start = sentence.span.start
    first, last = start + parsed.words[group.first].start, start + parsed.words[group.head].end
    for link in links:
        near_before = 0 < first - link.mention.end < 14  # noqa: PLR2004 - "has publicly" between name and verb
        near_behind = 0 < link.mention.start - last < 3  # noqa: PLR2004 - "said Lind"
        if sentence.span.covers(link.mention) and (
            near_before or near_behind or first - link.mention.end == 1
        ):
            return link
    return None


def _agentless(sentence: Sentence, parsed: Clauses) -> Span | None:
    """Find "it is believed", "is seen as", "reportedly"."""
    lows = [word.low for word in parsed.words]
    joined = f" {' '.join(lows)} "
    found = [(joined.index(f" {phrase} "), phrase) for phrase in _phrases() if f" {phrase} " in joined]
    if not found:
        return None
    at, phrase = min(found)
    first = joined[: at + 1].count(" ") - 1
    last = first + phrase.count(" ")
    start = sentence.span.start
    return Span(start + parsed.words[first].start, start + parsed.words[last].end)


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(sorted(lexicon().classes["voices.agentless"]))
