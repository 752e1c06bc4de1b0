"""When and where an event is said to be: the time and the place nearest to its word, in its clause."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from dragoman.ontology.events import Shape
from dragoman.ontology.places import places
from dragoman.stages.event_parts.parties import Scene
from dragoman.stages.event_parts.triggers import Found
from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.arguments import Place, place_of, word_range
from dragoman.text.clauses import Clauses
from dragoman.text.verbs import Group
from dragoman.types import (
    ActorId,
    Mention,
    MentionKind,
    Precision,
    Span,
    TimeExpression,
    TimeKind,
    When,
    Where,
)

_UNITS = {"day": 1, "week": 7}
_PHRASE = 5
_BESIDE = 4
_BY_GUEST = 9
_IN = frozenset(("in", "at", "near", "outside"))
_VISIT_WORDS = frozenset(("visit", "tour"))
_TOWNS = (MentionKind.PLACE, MentionKind.GOVERNMENT)
_SITES = frozenset(("island", "city", "town", "resort", "port", "village", "capital"))
_STOPS = frozenset(("after", "since", "before", "when", "following", "than", "that"))


def time_of(
    scene: Scene, index: int, times: tuple[TimeExpression, ...], rivals: tuple[int, ...]
) -> TimeExpression | None:
    """Return the time that governs the word ``index``: in its clause, with no rival nearer to it."""
    parsed = scene.parsed
    best: tuple[int, TimeExpression] | None = None
    for time in times:
        if time.when is None or time.kind in (TimeKind.DURATION, TimeKind.SET):
            continue
        start = scene.sentence.span.start
        words = word_range(parsed, time.span.start - start, time.span.end - start)
        if words is None:
            continue
        distance = _distance(scene, index, words)
        if distance is None or any((_distance(scene, rival, words) or 999) < distance for rival in rivals):
            continue
        if best is None or distance < best[0]:
            best = distance, time
    return best[1] if best else None


def joined_day(scene: Scene, time: TimeExpression, times: tuple[TimeExpression, ...]) -> When | None:
    """Return the days of a time, with the next day that "and" ties to it: "Sunday and Monday"."""
    when = time.when
    for other in times:
        if when is None or other.when is None or other.span.start <= time.span.end:
            continue
        start = scene.sentence.span.start
        between = scene.text[time.span.end - start : other.span.start - start].strip()
        if between == "and" and when.days == 1 and other.when.start == when.end and other.when.days == 1:
            told = scene.text[time.span.start - start : other.span.end - start]
            return When(when.start, other.when.end, when.precision, told)
    return when


def _distance(scene: Scene, index: int, words: tuple[int, int]) -> int | None:
    """Return how far a time stands from an event word; those behind it are nearer than those before."""
    parsed = scene.parsed
    first, last = words
    if parsed.segment_of[first] != parsed.segment_of[index]:
        opening = parsed.segment_of[first] < parsed.segment_of[index] and first < 6  # noqa: PLR2004 - "On Friday, ..."
        opening = opening and parsed.segments[parsed.segment_of[index]].opener == ""
        if not opening:
            return None
    low, high = (index, first) if index < first else (last, index)
    between = parsed.words[low + 1 : high]
    if any(word.low in _STOPS for word in between):
        return None
    if index < first:
        return first - index
    return (index - last) * 2


def shifted(scene: Scene, index: int, base: When) -> When | None:
    """Return the days of "a week after his talks", told from the day of what comes first in the sentence.

    The stretch is one day, but vague: "a week after" need not be seven days to the day.
    """
    parsed = scene.parsed
    at = next(
        (s for s in range(index - 1, max(index - 8, 0), -1) if parsed.words[s].low in ("after", "before")),
        None,
    )
    if at is None or base.days != 1:
        return None
    unit = _UNITS.get(parsed.words[at - 1].lemma)
    number = _number(parsed.words[at - 2].low) if at > 1 else None
    if unit is None or number is None:
        return None
    days = timedelta(days=unit * number)
    start = base.start - days if parsed.words[at].low == "after" else base.start + days
    told = _words(scene, at - 2, at)
    return When(start, start + timedelta(days=1), Precision.VAGUE, told)


def _words(scene: Scene, first: int, last: int) -> str:
    return scene.text[scene.parsed.words[first].start : scene.parsed.words[last].end]


def _number(word: str) -> int | None:
    words = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    if word in ("a", "an"):
        return 1
    return words.index(word) + 1 if word in words else None


def where_of(
    scene: Scene, found: Found, mentions: tuple[Mention, ...], states: Mapping[Span, ActorId]
) -> Where | None:
    """Return the place of the event that ``found`` names: "in Nordhavn", "visit to Norland"."""
    index = found.index
    parsed = scene.parsed
    start = scene.sentence.span.start
    segment = parsed.segment_of[index]
    after: Mention | None = None
    before: Mention | None = None
    for mention in mentions:
        if mention.kind not in (MentionKind.PLACE, MentionKind.STATE, MentionKind.GOVERNMENT):
            continue
        words = word_range(parsed, mention.span.start - start, mention.span.end - start)
        if words is None or parsed.segment_of[words[0]] != segment:
            continue
        if place_of(parsed, words[1]) is Place.MODIFIER:
            together = found.kind.shape in (Shape.MUTUAL, Shape.VISIT) and mention.kind in _TOWNS
            if (
                found.group is None
                and words[1] == index - 1
                and (together or found.kind.shape is Shape.MUTUAL)
            ):
                before = mention
            continue
        if words[0] > index and after is None and _leads(scene, found, words[0]):
            after = mention
        elif words[0] < index and _stands_before(scene, words[0], index):
            before = mention
    if found.group is not None and parsed.words[index].lemma == "host":
        before = before or _subject_town(scene, found.group, mentions)
    chosen = after or before
    return _where(chosen, mentions, states) if chosen is not None else None


def _subject_town(scene: Scene, number: int, mentions: tuple[Mention, ...]) -> Mention | None:
    """Return the town that is subject of a verb: "Lima hosts the G20"."""
    start = scene.sentence.span.start
    first = scene.parsed.groups[number].first
    for mention in mentions:
        words = word_range(scene.parsed, mention.span.start - start, mention.span.end - start)
        if mention.kind in _TOWNS and words is not None and words[1] == first - 1:
            return mention
    return None


def _stands_before(scene: Scene, first: int, index: int) -> bool:
    """Tell whether a place named before the event is its place: "In Nordhavn on Friday, the premiers met"."""
    words = scene.parsed.words
    if _preposition(scene, first) not in _IN or any(word.low in _STOPS for word in words[first + 1 : index]):
        return False
    opening = scene.parsed.segments[scene.parsed.segment_of[index]].first
    behind = next(step for step in range(first - 1, -1, -1) if words[step].low in _IN) - 1
    # "The office in Nordhavn announced ...": the place is that of the office.
    if any(opening <= group.head < first for group in scene.parsed.groups):
        return True
    return behind < opening or words[behind].tag not in "NJ"


def _leads(scene: Scene, found: Found, first: int) -> bool:
    """Tell whether a preposition of place stands before the place, and no clause or verb between."""
    parsed = scene.parsed
    index = found.index
    direct = first == index + 1 or (first == index + 2 and parsed.words[index + 1].tag == "D")
    if direct and parsed.words[index].lemma in _VISIT_WORDS and parsed.group_of[index] is not None:
        return True
    preposition = _preposition(scene, first)
    if found.group is not None and parsed.words[index + 1].low in ("home", "back"):
        return preposition == "from" and found.kind.shape is Shape.VISIT
    possessive = any(word.tag == "S" for word in parsed.words[first + 1 : first + 2])
    # "a visit by a Norland president to Sudmark" names the guest first.
    reach = _BY_GUEST if parsed.words[index + 1].low == "by" else _PHRASE
    goes = preposition == "to" and found.kind.shape is Shape.VISIT and first - index < reach
    goes = goes and not possessive
    if preposition not in _IN and not goes:
        return False
    between = parsed.words[index + 1 : first]
    if any(word.low in _STOPS or word.tag in "RI" for word in between):
        return False
    if any(index < group.head < first and group.form == "T" for group in parsed.groups):
        return False
    verbs = [g for g in parsed.groups if index < g.head < first and g.finite]
    return not verbs or (len(verbs) == 1 and _takes_place(parsed, verbs[0]) and found.group is None)


def _takes_place(parsed: Clauses, group: Group) -> bool:
    """Tell whether a verb says of its subject that it happens: "will take place", "was held"."""
    lemma = parsed.words[group.head].lemma
    name = "cues.hold" if group.passive else "cues.occur"
    return lexicon().has(name, lemma)


def _preposition(scene: Scene, first: int) -> str:
    words = scene.parsed.words
    step = first - 1
    while (
        step >= 0
        and words[step].tag in "DJNS"
        and scene.parsed.group_of[step] is None
        and first - step < _PHRASE
    ):
        step -= 1
    if step > 1 and words[step].low == "of" and words[step - 1].lemma in _SITES:
        site = _preposition(scene, step - 1)
        return "in" if site == "on" else site
    return words[step].low if step >= 0 else ""


def _where(mention: Mention, mentions: tuple[Mention, ...], states: Mapping[Span, ActorId]) -> Where:
    actor = states.get(mention.span)
    if mention.kind is MentionKind.STATE:
        return Where(mention.span, mention.name, None, _iso(actor))
    near = [
        _iso(states[m.span])
        for m in mentions
        if m.span in states and 0 <= m.span.start - mention.span.end < _BESIDE
    ]
    others = [_iso(states[m.span]) for m in mentions if m.span in states]
    place, state = _known(mention.name, [code for code in (*near, _iso(actor), *others) if code])
    return Where(mention.span, mention.name, place, state or _iso(actor))


def _known(name: str, hints: Iterable[str]) -> tuple[str | None, str | None]:
    """Return id and state of the place called ``name``: in a state the text names, else the largest."""
    bare = name.removesuffix(" City").removesuffix(" city")
    found = places().named(name) or places().named(bare)
    if not found:
        return None, None
    for code in hints:
        for place in found:
            if place.country == code:
                return place.id, place.country
    return found[0].id, found[0].country


def _iso(actor: ActorId | None) -> str | None:
    return actor.removeprefix("state:") if actor is not None and actor.startswith("state:") else None
