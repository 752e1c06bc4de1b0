"""What the day of an event and the day of writing say of each other: a day ahead has not happened.

The day of an event is told apart from that of what is done about it: "announced the trip on Friday" and
"the trip was put off on Friday" date the announcing and the putting off.
"""

from dataclasses import replace
from datetime import date, timedelta

from dragoman.stages.event_parts.parties import Scene
from dragoman.stages.event_parts.triggers import Found
from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.arguments import word_range
from dragoman.text.status import Told
from dragoman.types import Status, Tense, TimeExpression, When

AHEAD = (Status.PLANNED, Status.EXPECTED, Status.SCHEDULED, Status.ARRANGING)
_DONE = (Status.HAPPENED, Status.ONGOING)
_OFF = (Status.CANCELLED, Status.POSTPONED)
_BACK = frozenset(("had", "was", "were", "would"))
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_YEAR = 4
_FINE = 31
_WEEK = 7
_RECENT = 500
"""Characters before a sentence in which "that day" finds its day: about three sentences."""
_PARTS = frozenset(("morning", "afternoon", "evening", "night"))
_UNTIL = frozenset(("to", "until", "till"))
_RANGE = frozenset(_MONTHS)
_LINKS = frozenset(("for", "from", "planned", "scheduled", "until", "till", "to"))


def own_day(scene: Scene, found: Found, time: TimeExpression, told: Told, day: date | None) -> bool:
    """Tell whether a time is that of the event, not of announcing it or of calling it off."""
    if time.when is None or (day is not None and time.when.start > day):
        return True
    start = scene.sentence.span.start
    words = word_range(scene.parsed, time.span.start - start, time.span.end - start)
    if words is None or words[0] <= found.index:
        return True
    link = scene.parsed.words[words[0] - 1].low
    if told.status in _OFF:
        return link in _LINKS
    return link in _LINKS or found.group is not None or not _announced(scene, found, words[0])


def put_off_to(
    scene: Scene, told: Told, times: tuple[TimeExpression, ...], day: date | None
) -> TimeExpression | None:
    """Return the new day of what is put off: "postponed the talks, planned for 2 May, to 9 May"."""
    start = scene.sentence.span.start
    for time in reversed(times):
        words = word_range(scene.parsed, time.span.start - start, time.span.end - start)
        behind = told.told is not None and time.span.start > told.told.start
        if time.when is None or words is None or not words[0] or not behind:
            continue
        before = scene.parsed.words[max(words[0] - 2, 0) : words[0]]
        if before[-1].low in _UNTIL and before[0].low not in _RANGE and time.when.days <= _FINE:
            behind = day is not None and time.when.end <= day and _has_no_year(time.when)
            return replace(time, when=_moved(time.when, 1)) if behind else time
    return None


def day_spoken_of(
    scene: Scene, time: TimeExpression | None, times: tuple[TimeExpression, ...], day: date | None
) -> When | None:
    """Return the day told before that "in the afternoon" or "that day" means, unless it lies ahead."""
    start = scene.sentence.span.start
    if time is not None:
        if time.when is None or not _is_part_of_day(time.when.told):
            return None
        end, told = time.span.start, time.when.told
    else:
        words = [word.low for word in scene.parsed.words]
        at = next((n for n in range(1, len(words)) if words[n] == "day" and words[n - 1] == "that"), None)
        if at is None:
            return None
        end, told = start + scene.parsed.words[at - 1].start, "that day"
    before = [
        other.when
        for other in times
        if other.when is not None
        and start - _RECENT <= other.span.start < end
        and other.when.days == 1
        and not _is_part_of_day(other.when.told)
    ]
    if not before or (day is not None and not day - timedelta(days=_WEEK) <= before[-1].start <= day):
        return None
    return replace(before[-1], told=told)


def _is_part_of_day(told: str) -> bool:
    """Tell whether a time names an hour of some day and not the day: "in the afternoon"."""
    words = set(told.casefold().split())
    return bool(words & _PARTS) and words <= _PARTS | {"in", "the", "that", "late", "early", "later"}


def denied(scene: Scene, found: Found, told: Told) -> Told:
    """Return the status of what is denied: "has lifted no sanctions", "denied that they would meet"."""
    if found.group is not None and told.tense is Tense.FUTURE and _after_denying(scene, found.group):
        return Told(Status.NEGATED, told.tense, told.told)
    following = scene.parsed.words[found.index + 1 : found.index + 3]
    none = found.group is not None and [word.low for word in following[:1]] == ["no"]
    if none and told.status in _DONE and following[-1].low not in ("longer", "fewer", "less", "later"):
        return Told(Status.NEGATED, told.tense, told.told)
    return told


def _after_denying(scene: Scene, number: int) -> bool:
    """Tell whether a verb stands in the clause that the verb before it denies."""
    if not number:
        return False
    parsed = scene.parsed
    before, own = parsed.groups[number - 1], parsed.groups[number]
    that = any(word.low == "that" for word in parsed.words[before.head + 1 : own.first])
    return that and parsed.words[before.head].lemma == "deny" and not before.negated


def _announced(scene: Scene, found: Found, end: int) -> bool:
    """Tell whether a past verb before a time says that somebody told of the event, or decided on it."""
    parsed = scene.parsed
    segment = parsed.segment_of[found.index]
    groups = [parsed.groups[n] for n in parsed.groups_in(segment) if parsed.groups[n].head < end]
    if not groups:
        return False
    last = groups[-1]
    lemma = parsed.words[last.head].lemma
    takes = last.passive if last.head > found.index else not last.passive
    speaks = lexicon().has("cues.say", lemma) or lexicon().has("governors.planned", lemma)
    return takes and speaks and last.form in "DP" and lemma not in ("begin", "start", "sign", "launch")


def dated(
    told: Told, when: When | None, day: date | None, *, words: str, title: bool
) -> tuple[Told, When | None]:
    """Return status and days put right by each other; ``words`` are those that show the status."""
    if when is None or day is None:
        return told, when
    back = bool(_BACK.intersection(words.casefold().split()))
    when = _year_of(told, when, day, words)
    if told.status in _DONE and when.start > day:
        return Told(Status.PLANNED, Tense.FUTURE, told.told), when
    if told.status in AHEAD and when.end <= day:
        if title:
            return Told(Status.HAPPENED, Tense.PAST, told.told), when
        if back:
            return Told(Status.POSSIBLE, Tense.PAST, told.told), when
        return told, None
    soon = when.days > 1 and when.end > day + timedelta(days=1)
    present = told.tense is Tense.PRESENT and told.status in _DONE
    if present and told.status is Status.ONGOING and when.end <= day:
        return Told(Status.HAPPENED, Tense.PAST, told.told), when
    if present and soon and _can_be_scheduled(words):
        return Told(Status.PLANNED, Tense.FUTURE, told.told), when
    return told, when


def _can_be_scheduled(words: str) -> bool:
    """Tell whether the simple present of a verb can tell of a plan: "travels this week"."""
    form = lexicon().form(words.casefold())
    return form is not None and lexicon().has("cues.scheduled_verb", form.lemma)


def _year_of(told: Told, when: When, day: date, words: str) -> When:
    """Move a day told without its year into the year that the tense asks for."""
    if not _has_no_year(when):
        return when
    back = bool(_BACK.intersection(words.casefold().split()))
    over = "had" in words.casefold().split()
    if over and when.start > day and told.status is not Status.HAPPENED:
        return _moved(when, -1) if _moved(when, -1).end <= day + timedelta(days=1) else when
    later = _moved(when, 1)
    would = "would" in words.casefold().split() and not over and when.end <= day
    if would and told.status in AHEAD and later.start - day < day - when.end:
        # "Said they would meet on 20 May", written in April, is the coming May; written in June, the last.
        return later
    ahead = told.status in AHEAD or (told.status is Status.POSSIBLE and told.tense is Tense.FUTURE)
    if ahead and not back and when.end <= day:
        return _moved(when, 1) if _moved(when, 1).start > day else when
    return when


def _has_no_year(when: When) -> bool:
    """Tell whether a day or month is told by its name alone."""
    low = when.told.casefold()
    dated = any(len(part) == _YEAR and part.isdigit() for part in low.split())
    return not dated and any(month in low for month in _MONTHS)


def _moved(when: When, years: int) -> When:
    """Return the same days ``years`` later; 29 February becomes the 28th."""
    return replace(when, start=_year_later(when.start, years), end=_year_later(when.end, years))


def _year_later(day: date, years: int) -> date:
    leap = day.month == 2 and day.day == 29  # noqa: PLR2004 - the day that not every year has
    return day.replace(year=day.year + years, day=28 if leap else day.day)
