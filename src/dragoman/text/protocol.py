"""Protocol of meetings and visits as worded: format, rank and length."""

from dragoman.text.clauses import Clauses
from dragoman.types import MeetingFormat, Protocol, VisitRank

_FORMATS = {
    "bilateral": MeetingFormat.BILATERAL,
    "one-on-one": MeetingFormat.BILATERAL,
    "two-way": MeetingFormat.BILATERAL,
    "bi-lateral": MeetingFormat.BILATERAL,
    "trilateral": MeetingFormat.TRILATERAL,
    "three-way": MeetingFormat.TRILATERAL,
    "tripartite": MeetingFormat.TRILATERAL,
    "multilateral": MeetingFormat.MULTILATERAL,
    "four-way": MeetingFormat.MULTILATERAL,
    "quadrilateral": MeetingFormat.MULTILATERAL,
    "sidelines": MeetingFormat.SIDELINES,
    "margins": MeetingFormat.SIDELINES,
}
_RANKS = {
    "state": VisitRank.STATE,
    "official": VisitRank.OFFICIAL,
    "working": VisitRank.WORKING,
    "private": VisitRank.PRIVATE,
    "informal": VisitRank.PRIVATE,
}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        start=1,
    )
}
_LASTING = frozenset(("span", "last", "run", "take", "cover", "stretch"))


def protocol(parsed: Clauses, index: int, parties: int, *, call: bool) -> Protocol:
    """Return the protocol of the meeting or visit that the word ``index`` names, between so many parties."""
    return Protocol(_format(parsed, index, parties, call=call), _rank(parsed, index), _days(parsed, index))


def _attributes(parsed: Clauses, index: int) -> tuple[int, ...]:
    """Return the words in front of a noun, in its phrase, nearest first."""
    found = []
    for step in range(index - 1, max(index - 8, -1), -1):
        word = parsed.words[step]
        if word.tag not in "NJDSA" or parsed.group_of[step] is not None:
            break
        found.append(step)
    return tuple(found)


def _format(parsed: Clauses, index: int, parties: int, *, call: bool) -> MeetingFormat | None:
    if call:
        return MeetingFormat.CALL
    for step in _attributes(parsed, index):
        if parsed.words[step].low in _FORMATS:
            return _FORMATS[parsed.words[step].low]
    segment = parsed.segments[parsed.segment_of[index]]
    for step in range(index + 1, min(index + 16, segment.last + 1)):
        if parsed.words[step].low in ("sidelines", "margins") and parsed.words[step - 1].low in ("the", "on"):
            return MeetingFormat.SIDELINES
    by_number = {2: MeetingFormat.BILATERAL, 3: MeetingFormat.TRILATERAL}
    return by_number.get(parties, MeetingFormat.MULTILATERAL if parties > 3 else None)  # noqa: PLR2004


def _rank(parsed: Clauses, index: int) -> VisitRank:
    for step in _attributes(parsed, index):
        rank = _RANKS.get(parsed.words[step].low)
        if rank is not None:
            return rank
    return VisitRank.UNSTATED


def _days(parsed: Clauses, index: int) -> int | None:
    """Read "four-day visit", "visit will span two days", "for three days"."""
    for step in _attributes(parsed, index):
        length = _joined_days(parsed.words[step].low)
        if length is not None:
            return length
        if parsed.words[step].low == "day" and step and _number(parsed.words[step - 1].low) is not None:
            return _number(parsed.words[step - 1].low)
    segment = parsed.segments[parsed.segment_of[index]]
    for step in range(index + 1, min(index + 12, segment.last)):
        low = parsed.words[step + 1].low
        if low in ("day", "days") and parsed.words[step - 1].lemma in (*_LASTING, "for"):
            return _number(parsed.words[step].low)
    return None


def _joined_days(word: str) -> int | None:
    number, _, rest = word.partition("-")
    return _number(number) if rest == "day" else None


def _number(word: str) -> int | None:
    if word.isascii() and word.isdigit() and len(word) < 3:  # noqa: PLR2004 - days, not years
        return int(word) or None
    return _NUMBERS.get(word)
