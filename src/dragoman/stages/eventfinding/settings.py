"""When and where an event is said to be: the time and the place that stand nearest to its word, in its clause."""

from collections.abc import Iterable, Mapping

from dragoman.ontology.places import places
from dragoman.stages.eventfinding.parties import Scene
from dragoman.text.arguments import word_range
from dragoman.types import ActorId, Mention, MentionKind, TimeExpression, TimeKind, Where

_PLACE_PREPOSITIONS = frozenset(("in", "at", "to", "near", "outside", "on", "from"))
_VISIT_WORDS = frozenset(("visit", "tour"))
_STOPS = frozenset(("after", "since", "before", "when", "following", "than", "that"))


def time_of(scene: Scene, index: int, times: tuple[TimeExpression, ...], rivals: tuple[int, ...]) -> TimeExpression | None:
    """Return the time expression with days that governs the word ``index``: in its clause, with no rival nearer to it."""
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


def where_of(
    scene: Scene, index: int, mentions: tuple[Mention, ...], states: Mapping[object, ActorId]
) -> Where | None:
    """Return the place of the event that the word ``index`` names: "in Nordhavn", "visit to Norland"."""
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
        if words[0] > index and after is None and _leads(scene, index, words[0]):
            after = mention
        elif words[0] < index and _located(scene, words[0]):
            before = mention
    chosen = after or before
    return _where(chosen, mentions, states) if chosen is not None else None


def _leads(scene: Scene, index: int, first: int) -> bool:
    """Tell whether a preposition of place stands before the place, and no clause or verb between."""
    parsed = scene.parsed
    direct = first == index + 1 or (first == index + 2 and parsed.words[index + 1].tag == "D")
    if direct and parsed.words[index].lemma in _VISIT_WORDS and parsed.group_of[index] is not None:
        return True
    if not _located(scene, first):
        return False
    preposition = _preposition(scene, first)
    if preposition in ("to", "from") and first - index > 4:  # noqa: PLR2004 - "visit to", "trip back to"
        return False
    between = parsed.words[index + 1 : first]
    return not any(word.low in _STOPS or word.tag in "RI" for word in between) and not any(
        parsed.group_of[step] is not None and parsed.groups[parsed.group_of[step] or 0].finite
        for step in range(index + 1, first)
    )


def _preposition(scene: Scene, first: int) -> str:
    words = scene.parsed.words
    step = first - 1
    while step >= 0 and words[step].tag in "DJNS" and scene.parsed.group_of[step] is None and first - step < 5:  # noqa: PLR2004
        step -= 1
    return words[step].low if step >= 0 else ""


def _located(scene: Scene, first: int) -> bool:
    preposition = _preposition(scene, first)
    following = scene.parsed.words[first + 1 : first + 2]
    possessive = bool(following) and following[0].tag == "S"
    own = preposition in ("in", "at", "near", "outside")
    return own or (preposition == "to" and not possessive)


def _where(mention: Mention, mentions: tuple[Mention, ...], states: Mapping[object, ActorId]) -> Where:
    actor = states.get(mention.span)
    if mention.kind is MentionKind.STATE:
        return Where(mention.span, mention.name, None, _iso(actor))
    near = [_iso(states[m.span]) for m in mentions if m.span in states and 0 <= m.span.start - mention.span.end < 4]  # noqa: PLR2004
    others = [_iso(states[m.span]) for m in mentions if m.span in states]
    place, state = _known(mention.name, [code for code in (*near, _iso(actor), *others) if code])
    return Where(mention.span, mention.name, place, state or _iso(actor))


def _known(name: str, hints: Iterable[str]) -> tuple[str | None, str | None]:
    """Return the id and the state of the place called ``name``: in a state the text names, else the largest."""
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
