"""Terms of all articles -> Story: the articles that report one event."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from dragoman.ontology.commonness import share_of_reports
from dragoman.text.linkage import average_linkage
from dragoman.text.similarity import Vector, cosine, heaviest, text_counts, vector, weigher
from dragoman.types import ArticleId, Story, StoryId, Terms

READS = (Terms,)
WRITES = Story
VERSION = 1


@dataclass(frozen=True, slots=True)
class StorySettings:
    """How near two articles must be to tell of one event.

    The defaults were tuned on the open part of ``stories`` (2,811 articles), 2026-11-21.

    ``bar`` is the least mean likeness (cosine of weighted words, 0 to 1) of two groups that are joined.
    ``window`` is how many days apart two dated articles may be and still be compared; each day between them
    takes ``decay`` of their likeness. Where one article has no date, likeness counts ``one_undated`` of its
    value, where neither has, ``both_undated``. Articles further apart are compared only where the later
    tells of the day of the earlier, or both of one day near it, or where the later tells of the month of the
    earlier and both name the same people whom few others name: likeness from ``looking_back_bar`` on then
    counts ``looking_back`` of its value.
    """

    bar: float = 0.18
    window: int = 5
    decay: float = 0.1
    one_undated: float = 0.8
    both_undated: float = 0.9
    looking_back: float = 0.9
    looking_back_bar: float = 0.2


_TITLE = 3
"""How many times a word of the title counts."""
_PRIOR = 1_000
"""Texts that the bands of common words stand for beside those at hand: see ``weigher``."""
_LOWEST = 0.06
"""Likeness below which a pair is taken for 0."""
_KEYS = 30
"""Heaviest words of an article by which candidates are found. 60 changed next to nothing (2026-11-21)."""
_LONGEST = 150
"""A word that more articles of the window (of the store, for those without a date) have finds nobody."""
_LOOKED_AT = 40
"""Candidates compared in full for each article, with most weight in common; 80 changed next to nothing."""
_BACK_KEYS = 15
"""Heaviest words by which a report that looks back finds what it looks back at."""
_DAYS_OFF = 2
"""Days by which a day that is told may miss that of an article about it, written before or after."""
_NEAR = 15
"""Days between an article and a day which it and a much later one both tell of."""
_FAR = 45
"""Days after which the month of an article, told in a later one, no longer shows that it is meant."""
_PEOPLE = 2
"""People that both must name where only the month is told."""
_FEW_SHARE, _FEW_LEAST = 0.003, 3
"""Share of the store, and number, of articles up to which few name a person.

With one person, or a share of .01, stories of leaders who are always in the news ran together (2026-11-21).
"""


@dataclass(frozen=True, slots=True)
class _Text:
    """One article made comparable: its day, the days it tells of, the people few others name, its words."""

    terms: Terms
    day: int | None
    told: frozenset[int]
    people: frozenset[str]
    words: Vector
    keys: tuple[tuple[str, float], ...]


def stories(terms: tuple[Terms, ...], settings: StorySettings = StorySettings()) -> Iterator[Story]:
    """Yield the stories in the order of their first articles; every article is in exactly one.

    The result does not depend on the order of ``terms``.
    """
    texts = _comparable(sorted(terms, key=lambda one: (one.published or date.max, one.article)))
    alike: dict[tuple[int, int], float] = {}
    for one, other in _candidates(texts, settings.window):
        value = cosine(texts[one].words, texts[other].words) * _trust(texts[one], texts[other], settings)
        if value >= _LOWEST:
            alike[one, other] = value
    for one, other in _looking_back(texts, settings.window):
        value = cosine(texts[one].words, texts[other].words)
        if value >= settings.looking_back_bar:
            alike[one, other] = value * settings.looking_back
    for group in average_linkage(len(texts), alike, settings.bar):
        members = tuple(texts[number].terms.article for number in group)
        yield Story(_id(members[0]), _title(texts, group, alike), members)


def _comparable(terms: Sequence[Terms]) -> list[_Text]:
    """Return the articles as vectors of weighted words."""
    counts = []
    for one in terms:
        joined = Counter(dict(one.words))
        for word, number in one.title:
            joined[word] += _TITLE * number
        counts.append(joined)
    weight = weigher(len(counts), text_counts(counts), share_of_reports, _PRIOR)
    few = _few(terms)
    texts = []
    for one, joined in zip(terms, counts, strict=True):
        words = vector(joined, weight)
        day = one.published.toordinal() if one.published else None
        told = frozenset(
            date.fromisoformat(told).toordinal() for told in one.days if len(told) == len("2031-05-20")
        )
        people = frozenset(actor for actor, _ in one.actors) & few
        texts.append(_Text(one, day, told, people, words, heaviest(words, _KEYS)))
    return texts


def _few(terms: Sequence[Terms]) -> frozenset[str]:
    """Return the people whom few of the articles name."""
    named = text_counts([actor for actor, _ in one.actors if actor.startswith("person:")] for one in terms)
    most = max(_FEW_LEAST, _FEW_SHARE * len(terms))
    return frozenset(person for person, number in named.items() if number <= most)


def _candidates(texts: Sequence[_Text], window: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs worth comparing, lower number first, each once.

    Dated articles meet those of the days before them, articles without a date all others; both only by words
    that few have. So the work for one article stays the same however large the store is.
    """
    recent: defaultdict[str, deque[tuple[int, float]]] = defaultdict(deque)
    everywhere: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, text in enumerate(texts):
        shared: defaultdict[int, float] = defaultdict(float)
        for word, value in text.keys:
            found: Sequence[tuple[int, float]] = everywhere[word]
            if text.day is not None:
                found = _within(recent[word], texts, text.day - window)
            if len(found) <= _LONGEST:
                for other, theirs in found:
                    shared[other] += value * theirs
            _add(everywhere[word], number, value)
            if text.day is not None:
                recent[word].append((number, value))
        for other in _most(shared):
            yield other, number


def _within(found: deque[tuple[int, float]], texts: Sequence[_Text], first: int) -> deque[tuple[int, float]]:
    """Drop what is older than the day ``first`` from the front of ``found``, and return the rest."""
    while found and (texts[found[0][0]].day or 0) < first:
        found.popleft()
    return found


def _looking_back(texts: Sequence[_Text], window: int) -> Iterator[tuple[int, int]]:
    """Yield the dated pairs further apart than ``window`` of which the later tells of the earlier's days."""
    by_month: defaultdict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for number, text in enumerate(texts):
        if text.terms.published is None or text.day is None:
            return
        months = sorted(
            {day[: len("2031-05")] for day in (text.terms.published.isoformat(), *text.terms.days)}
        )
        shared: defaultdict[int, float] = defaultdict(float)
        for month in months:
            for word, value in text.keys[:_BACK_KEYS]:
                found = by_month[month, word]
                if len(found) <= _LONGEST:
                    for other, theirs in found:
                        shared[other] += value * theirs
                _add(found, number, value)
        for other in _most(shared):
            day = texts[other].day
            if day is not None and day < text.day - window and _tells_of(text, texts[other], day):
                yield other, number


def _add(found: list[tuple[int, float]], number: int, value: float) -> None:
    """Note that the article ``number`` has the word, unless too many have it for it to be of use."""
    if len(found) <= _LONGEST:
        found.append((number, value))


def _most(shared: dict[int, float]) -> list[int]:
    """Return the articles with the most weight in common."""
    return sorted(shared, key=lambda other: (-shared[other], other))[:_LOOKED_AT]


def _tells_of(later: _Text, earlier: _Text, day: int) -> bool:
    """Tell whether ``later`` names the ``day`` of the earlier article, or one near it that both name.

    Naming its month is enough where few others name the same people.
    """
    if any(abs(told - day) <= _DAYS_OFF for told in later.told):
        return True
    if any(abs(told - day) <= _NEAR for told in later.told & earlier.told):
        return True
    month = date.fromordinal(day).isoformat()[: len("2031-05")]
    near = later.day is not None and later.day - day <= _FAR
    return near and month in later.terms.days and len(later.people & earlier.people) >= _PEOPLE


def _trust(one: _Text, other: _Text, settings: StorySettings) -> float:
    """Return how much of their likeness counts, given the days of two articles."""
    if one.day is None and other.day is None:
        return settings.both_undated
    if one.day is None or other.day is None:
        return settings.one_undated
    return max(0.0, 1.0 - settings.decay * abs(one.day - other.day))


def _id(first: ArticleId) -> StoryId:
    return StoryId(sha256(f"story|{first}".encode()).hexdigest()[:16])


def _title(texts: Sequence[_Text], group: Sequence[int], alike: dict[tuple[int, int], float]) -> str:
    """Return the headline of the article most like the others; one with a title of its own goes before."""

    def rank(number: int) -> tuple[bool, float, int]:
        nearness = sum(alike.get((min(number, other), max(number, other)), 0.0) for other in group)
        return not texts[number].terms.title, -nearness, number

    for number in sorted(group, key=rank):
        headline = texts[number].terms.headline
        if headline:
            return headline
    return f"Story of article {texts[group[0]].terms.article}"
