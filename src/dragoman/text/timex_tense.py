"""On which side of the time of writing a time lies, as the verbs and cue words beside it tell.

"Will meet on Tuesday" is the next Tuesday, "said on Tuesday" the last one. Nothing is assumed where no
word tells: an unknown side stays unknown.
"""

from functools import cache

from dragoman.text.timex_tokens import Token
from dragoman.types import Tense

_LEFT_REACH, _RIGHT_REACH = 30, 25
"""Words to look through to either side; longer reaches changed nothing (open times suite, 2026-11-21)."""

_SHORT = 3
"""Letters of a short form before its stop."""

_ROWS = {
    "past": """was were had did said told met held came went took made gave saw began left got became sent
        spoke wrote brought felt led kept lost won paid ran rose fell grew knew thought found heard stood
        understood broke chose drove ate flew forgot forgave froze hid rode sang sank shook spent stole struck
        swore tore threw wore withdrew arrived sold bought built caught dealt drew fought hung laid lay meant
        sat shot shut slept slid sought taught undertook underwent upheld woke has been""",
    "saying": """said told says added reported announced stated noted wrote warned argued declared insisted
        claimed""",
    "future": """will can shall wo ll would slated scheduled due upcoming forthcoming looming could may might
        must should""",
    "opener": """set scheduled expected due slated planned poised likely unlikely about going plan plans
        planning hope hopes hoping expects expect intends intend agreed wants want ready prepare prepares
        preparing aims vowed pledged promised invited decided wish wishes willing need needs needed is are was
        were be has have decision agreement deal offer ordered asked bid refuses promises threatened threatens
        proposed proposes seeks sought hoped intended date deadline certain supposed""",
    "present": """meets takes begins starts opens visits travels heads hosts arrives convenes ends expires
        resumes votes leaves gathers departs attends kicks closes falls addresses returns welcomes receives
        comes continues flies""",
    "bare": "meet begin start open resume convene gather depart arrive return leave travel",
    "coming": """meeting visiting hosting holding traveling travelling arriving leaving heading going coming
        flying attending opening starting beginning taking returning addressing speaking hoping planning
        preparing""",
    "headline": """meet host visit hold attend sign discuss begin resume open travel address speak vote arrive
        chair join launch leave receive seek send start take welcome convene talk press urge lead end
        close""",
    "ahead": "ahead eve pending",
    "not finite": """a an the his her its their this that these those of with for in on by to at from be been
        being is are 's and or as more most so very newly recently hold host take make give sign keep face get
        have having some any no several many all""",
    "not verb": """the a an his her its their this that these those him them it us me you some any each every
        all which what and or mr ms mrs be""",
    "no verb in -ed": """united armed need hundred red bed shed speed breed indeed feed seed unprecedented
        limited""",
    "after saying": """on in at late early during by after before through today yesterday friday monday
        tuesday wednesday thursday saturday sunday last this""",
    "held ahead": "meeting summit talks vote election elections session hearing visit debate deadline",
}  # fmt: skip


@cache
def _row(name: str) -> frozenset[str]:
    return frozenset(_ROWS[name].split())


def _is_past(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a word can be a verb in the past: "met", "agreed", not "the limited deal"."""
    low, before = tokens[at].low, tokens[at - 1].low if at else ""
    if low in _row("past"):
        return not (low in {"left", "met", "held", "has"} and before in {"be", "to", "the"})
    if not low.endswith("ed") or low in _row("no verb in -ed") or tokens[at].kind != "other":
        return False
    return before not in _row("not finite")


def _past(tokens: tuple[Token, ...], at: int) -> Tense | None:
    """Tell "held" from "is held", said of what is to come, and from "be held", which its modal governs."""
    before = tokens[at - 1].low if at else ""
    if before in {"is", "are"}:
        return Tense.FUTURE
    return Tense.PAST if before not in {"be", "being"} else None


def _is_infinitive(tokens: tuple[Token, ...], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.low in _row("not verb"):
        return False
    return following.kind == "other" or following.low in _row("headline")


def _is_undone(tokens: tuple[Token, ...], at: int, after: str) -> bool:
    """Tell "could have met", "could not be reached", "had been due to end" from what is still to come."""
    low = tokens[at].low
    if after == "have":
        return low not in {"will", "shall"}
    near = [token.low for token in tokens[max(0, at - 10) : at]]
    if low == "could":
        return after == "not" or "neither" in near
    return low in {"due", "scheduled", "slated", "set"} and near[-2:] == ["had", "been"]


def _auxiliary(tokens: tuple[Token, ...], at: int, after: str) -> Tense | None:
    """Return what a modal or a word like "scheduled" tells."""
    token = tokens[at]
    if token.low in _row("future") and token.kind == "other":
        return Tense.PAST if _is_undone(tokens, at, after) else Tense.FUTURE
    planned = token.low in {"set", "planned", "expected", "booked", "called", "fixed"} and after in {
        "for",
        "to",
    }
    coming = token.low in {"is", "are", "be"} and after in _row("coming")
    ahead = token.low in {"has", "have"} and after in {"to", "a", "an", "another"}
    arranged = token.low == "planned" and after in _row("not verb")
    starting = token.low in {"starting", "beginning", "effective"} and after != ""
    return Tense.FUTURE if planned or coming or ahead or arranged or starting else None


def _cue(tokens: tuple[Token, ...], at: int) -> Tense | None:
    """Return what the word at ``at`` tells, PRESENT for an infinitive that only a headline makes future."""
    low = tokens[at].low
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    before = tokens[at - 1].low if at else ""
    if low == "to" and _is_infinitive(tokens, at):
        over = before in {"due", "scheduled", "slated", "set"} and _is_undone(tokens, at - 1, "to")
        told = Tense.PAST if over else Tense.FUTURE
        return told if before in _row("opener") else Tense.PRESENT
    if found := _auxiliary(tokens, at, after):
        return found
    if tokens[at].kind in {"other", "start"} and (before == "and" or before not in _row("not verb")):
        if low in _row("present"):
            return Tense.FUTURE
        if low in _row("bare"):
            near = {token.low for token in tokens[max(0, at - 3) : at]}
            return Tense.PAST if near & {"did", "didn", "failed", "refused", "unable"} else Tense.FUTURE
    if _is_past(tokens, at):
        return _past(tokens, at)
    return Tense.PAST if low == "have" else None


def _opens_clause(tokens: tuple[Token, ...], at: int, first: int) -> bool:
    """Tell whether what stands between a verb of saying and the time begins what was said."""
    if tokens[at].low not in _row("saying") or at + 1 >= first:
        return False
    following = tokens[at + 1]
    if tokens[at].low == "told":
        return any(token.low == "that" for token in tokens[at + 1 : first])
    speaker = following.kind == "name" and first - at <= 4  # noqa: PLR2004 - "said Okoro on Monday"
    return (
        following.low not in _row("after saying") and following.kind not in {"comma", "quote"} and not speaker
    )


def _is_pluperfect(tokens: tuple[Token, ...], at: int) -> bool:
    return any(token.low in {"had", "was", "were"} for token in tokens[max(0, at - 2) : at + 1])


def _beside(tokens: tuple[Token, ...], first: int, last: int) -> Tense | None:
    """Return what the words right before the time tell: "since Monday", "ahead of Monday's vote"."""
    before = tokens[first - 1].low if first else ""
    further = tokens[first - 2].low if first > 1 else ""
    if before in {"since", "follows", "followed"}:
        return Tense.PAST
    if before in {"on", "in", "at"} and further in {"is", "are"}:
        return Tense.FUTURE
    if before in {"of", "before"} and further in _row("ahead"):
        return Tense.FUTURE
    owned = last + 1 < len(tokens) and tokens[last].kind == "apostrophe"
    if before == "after" and owned and tokens[last + 1].low not in _row("held ahead"):
        return Tense.PAST
    return None


def _to_the_left(tokens: tuple[Token, ...], first: int, last: int) -> tuple[Tense | None, bool]:
    """Return what the nearest verb before the time tells, and whether an infinitive stands nearer."""
    until = first > 0 and tokens[first - 1].low in {"by", "until", "till"}
    infinitive = False
    for at in range(first - 1, max(-1, first - 1 - _LEFT_REACH), -1):
        if tokens[at].kind in {"quote", "halt"}:
            break
        cue = _cue(tokens, at)
        if cue is Tense.PRESENT:
            infinitive = True
        elif cue is Tense.PAST and _opens_clause(tokens, at, first):
            return _to_the_right(tokens, last) or cue, infinitive
        elif cue is Tense.PAST and until and (infinitive or not _is_pluperfect(tokens, at)):
            return Tense.FUTURE, infinitive
        elif cue is not None:
            return cue, infinitive
    return None, infinitive


def _ends_sentence(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a full stop ends a sentence, and not a short form such as "U.S."."""
    return tokens[at].kind == "stop" and at > 0 and tokens[at - 1].end - tokens[at - 1].start > _SHORT


def _to_the_right(tokens: tuple[Token, ...], last: int) -> Tense | None:
    for at in range(last, min(len(tokens), last + _RIGHT_REACH)):
        if tokens[at].kind in {"halt", "quote"} or _ends_sentence(tokens, at):
            return None
        cue = _cue(tokens, at)
        if cue is not None and cue is not Tense.PRESENT:
            return cue
    return None


def tense_at(tokens: tuple[Token, ...], first: int, last: int) -> Tense | None:
    """Return PAST or FUTURE for the time in ``tokens[first:last]``, or ``None`` where nothing tells."""
    if beside := _beside(tokens, first, last):
        return beside
    found, infinitive = _to_the_left(tokens, first, last)
    found = found or _to_the_right(tokens, last)
    ahead = infinitive or (first > 0 and tokens[first - 1].low in {"by", "until", "till"})
    return Tense.FUTURE if found is None and ahead else found
