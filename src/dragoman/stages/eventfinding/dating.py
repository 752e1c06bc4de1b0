"""What the day of an event and the day of writing say of each other: a day ahead has not happened.

The day of an event is told apart from that of what is done about it: "announced the trip on Friday" and
"the trip was put off on Friday" date the announcing and the putting off.
"""

from dataclasses import replace
from datetime import date, timedelta

from dragoman.stages.eventfinding.parties import Scene
from dragoman.stages.eventfinding.triggers import Found
from dragoman.stages.eventfinding.wordlists import lexicon
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
    low = when.told.casefold()
    dated = any(len(part) == _YEAR and part.isdigit() for part in low.split())
    if dated or not any(month in low for month in _MONTHS):
        return when
    back = bool(_BACK.intersection(words.casefold().split()))
    over = "had" in words.casefold().split()
    if over and when.start > day and told.status is not Status.HAPPENED:
        return _moved(when, -1) if _moved(when, -1).end <= day + timedelta(days=1) else when
    ahead = told.status in AHEAD or (told.status is Status.POSSIBLE and told.tense is Tense.FUTURE)
    if ahead and not back and when.end <= day:
        return _moved(when, 1) if _moved(when, 1).start > day else when
    return when


def _moved(when: When, years: int) -> When:
    """Return the same days ``years`` later; 29 February becomes the 28th."""
    return replace(when, start=_year_later(when.start, years), end=_year_later(when.end, years))


def _year_later(day: date, years: int) -> date:
    leap = day.month == 2 and day.day == 29  # noqa: PLR2004 - the day that not every year has
    return day.replace(year=day.year + years, day=28 if leap else day.day)
