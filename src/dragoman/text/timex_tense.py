"""On which side of the time of writing a time lies, as the verbs and cue words beside it tell.

"Will meet on Tuesday" is the next Tuesday, "said on Tuesday" the last one. Nothing is assumed where no
word tells: an unknown side stays unknown.
"""

from functools import cache

from dragoman.text.timex_tokens import Token
from dragoman.types import Tense

_LEFT_REACH, _RIGHT_REACH = 30, 25
"""Words to look through: governing verbs further away were as often wrong as right (open times suite, 2026-11-21)."""

_PAST = (
    "was were had did said told met held came went took made gave saw began left got became sent spoke "
    "wrote brought felt led kept lost won paid ran rose fell grew knew thought found heard stood understood "
    "broke chose drove ate flew forgot forgave froze hid rode sang sank shook spent stole struck swore tore "
    "threw wore withdrew agreed arrived stood sold bought built caught dealt drew fought hung laid lay "
    "meant sat shot shut slept slid sought taught undertook underwent upheld woke has been"
)
_SAYING = "said told says added reported announced stated noted wrote warned argued declared insisted claimed"
_FUTURE = (
    "will shall wo ll would slated scheduled due upcoming forthcoming looming could may might must should"
)
_OPENERS = (
    "set scheduled expected due slated planned poised likely unlikely about going plan plans planning hope hopes "
    "hoping expects expect intends intend agreed wants want ready prepare prepares preparing aims vowed pledged "
    "promised invited decided wish wishes willing need needs needed is are was were be has have decision agreement "
    "deal offer ordered asked bid refuses promises threatened threatens proposed proposes seeks sought hoped "
    "intended date deadline plans certain supposed"
)
_MEETING_VERBS = (
    "meets takes begins starts opens visits travels heads hosts arrives convenes ends expires resumes votes "
    "leaves gathers departs attends kicks closes falls addresses returns welcomes receives comes continues flies"
)
_BARE = "meet begin start open resume convene gather depart"
_HEADLINE_VERBS = (
    "meet host visit hold attend sign discuss begin resume open travel address speak vote arrive chair join launch leave "
    "receive seek send start take welcome convene talk press urge lead end"
)
_STEPS = "ahead eve pending"
_NOT_FINITE = frozenset(
    ["a", "an", "the", "his", "her", "its", "their", "this", "that", "these", "those", "of", "with", "for", "in", "on", "by", "to", "at", "from", "be", "been", "being", "is", "are", "'s", "and", "or", "as", "more", "most", "so", "very", "newly", "recently", "hold", "host", "take", "make", "give", "sign", "keep", "face", "get", "have", "having", "some", "any", "no", "several", "many", "all"]
)
_NOT_VERBS = frozenset(
    ["the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "him", "them", "it", "us", "me", "you", "some", "any", "each", "every", "all", "which", "what", "and", "or", "mr", "ms", "mrs", "be"]
)
_STILL = frozenset(
    ["united", "armed", "need", "hundred", "red", "bed", "shed", "speed", "breed", "indeed", "feed", "seed", "unprecedented", "so-called", "limited"]
)
_AFTER_SAYING = frozenset(
    ["on", "in", "at", "late", "early", "during", "by", "after", "before", "through", "that-day", "today", "yesterday", "friday", "monday", "tuesday", "wednesday", "thursday", "saturday", "sunday", "last", "this"]
)


@cache
def _row(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _is_past(tokens: tuple[Token, ...], at: int) -> bool:
    low = tokens[at].low
    if low in _row(_PAST):
        return not (
            low in {"left", "set", "met", "held", "has"} and at and tokens[at - 1].low in {"be", "to", "the"}
        )
    if not low.endswith("ed") or low in _STILL or tokens[at].kind != "other":
        return False
    return at == 0 or tokens[at - 1].low not in _NOT_FINITE


def _past_cue(tokens: tuple[Token, ...], at: int) -> Tense | None:
    """Tell "held" from "is held", which is said of what is to come, and from "be held", which its modal governs."""
    before = tokens[at - 1].low if at else ""
    if before in {"is", "are"}:
        return Tense.FUTURE
    return Tense.PAST if before not in {"be", "being"} else None


def _undone(tokens: tuple[Token, ...], at: int, low: str, after: str) -> bool:
    """Tell "could have met", "could not be reached", "had been due to end" from what is still to come."""
    if after == "have":
        return low not in {"will", "shall"}
    near = [token.low for token in tokens[max(0, at - 10) : at]]
    if low == "could":
        return after == "not" or "neither" in near
    return low in {"due", "scheduled", "slated"} and near[-2:] == ["had", "been"]


def _infinitive(tokens: tuple[Token, ...], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.low in _NOT_VERBS:
        return False
    return following.kind == "other" or following.low in _row(_HEADLINE_VERBS)


def _cue(tokens: tuple[Token, ...], at: int) -> Tense | None:
    """Return what the word at ``at`` tells, PRESENT for an infinitive that only a headline makes future."""
    low = tokens[at].low
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    before = tokens[at - 1].low if at else ""
    if low == "to" and _infinitive(tokens, at):
        return Tense.FUTURE if before in _row(_OPENERS) else Tense.PRESENT
    if low in _row(_FUTURE):
        if tokens[at].kind != "other" or (low == "may" and tokens[at].text != "may"):
            return None
        return Tense.PAST if _undone(tokens, at, low, after) else Tense.FUTURE
    if low in {"set", "planned", "expected", "booked", "called", "fixed"} and after in {"for", "to"}:
        return Tense.FUTURE
    if low in {"has", "have"} and after == "to":
        return Tense.FUTURE
    if low in {"is", "are", "be"} and after.endswith("ing") and after != "nothing":
        return Tense.FUTURE
    if low in _row(_MEETING_VERBS) and tokens[at].kind == "other" and before not in _NOT_VERBS:
        return Tense.FUTURE
    if low in {"starting", "beginning", "effective"} and after:
        return Tense.FUTURE
    if low in _row(_BARE) and tokens[at].kind == "other" and before not in _NOT_VERBS:
        near = {token.low for token in tokens[max(0, at - 3) : at]}
        return Tense.PAST if near & {"did", "didn", "failed", "refused", "unable"} else Tense.FUTURE
    if low == "planned" and after in _NOT_VERBS:
        return Tense.FUTURE
    if _is_past(tokens, at):
        return _past_cue(tokens, at)
    return Tense.PAST if low == "have" else None


def _right(tokens: tuple[Token, ...], last: int) -> Tense | None:
    for at in range(last, min(len(tokens), last + _RIGHT_REACH)):
        if tokens[at].kind in {"stop", "halt", "quote"}:
            return None
        if (cue := _cue(tokens, at)) not in {None, Tense.PRESENT}:
            return cue
    return None


def _opens_clause(tokens: tuple[Token, ...], at: int, first: int) -> bool:
    """Tell whether what stands between a verb of saying and the time begins what was said."""
    if tokens[at].low not in _row(_SAYING) or at + 1 >= first:
        return False
    following = tokens[at + 1]
    if tokens[at].low == "told":
        return any(token.low == "that" for token in tokens[at + 1 : first])
    named = following.kind == "name" and first - at <= 4  # noqa: PLR2004 - "said Okoro on Monday"
    return following.low not in _AFTER_SAYING and following.kind not in {"comma", "quote"} and not named


def _pluperfect(tokens: tuple[Token, ...], at: int) -> bool:
    return any(token.low in {"had", "was", "were"} for token in tokens[max(0, at - 2) : at + 1])


def tense_at(tokens: tuple[Token, ...], first: int, last: int) -> Tense | None:
    """Return PAST or FUTURE for the time in ``tokens[first:last]``, or ``None`` where nothing tells."""
    before = tokens[first - 1].low if first else ""
    if before in {"since", "follows", "followed"}:
        return Tense.PAST
    if first > 1 and before in {"on", "in", "at"} and tokens[first - 2].low in {"is", "are"}:
        return Tense.FUTURE
    if before in {"of", "before"} and first > 1 and tokens[first - 2].low in _row(_STEPS):
        return Tense.FUTURE
    headline = False
    for at in range(first - 1, max(-1, first - 1 - _LEFT_REACH), -1):
        token = tokens[at]
        if token.kind in {"quote", "halt"}:
            break
        cue = _cue(tokens, at)
        if cue is Tense.PRESENT:
            headline = True
        elif cue is not None:
            if cue is Tense.PAST and _opens_clause(tokens, at, first):
                return _right(tokens, last) or cue
            if (
                before in {"by", "until", "till"}
                and cue is Tense.PAST
                and (headline or not _pluperfect(tokens, at))
            ):
                return Tense.FUTURE
            return cue
    found = _right(tokens, last)
    if found is None and (headline or before in {"by", "until", "till"}):
        return Tense.FUTURE
    return found
