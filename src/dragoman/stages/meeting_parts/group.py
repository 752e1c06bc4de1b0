"""Mentions that mean one meeting, and whether one more mention can be of it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

from dragoman.stages.meeting_parts.course import Course
from dragoman.stages.meeting_parts.mention import MeetingMention
from dragoman.types import ActorId, ArticleId, MeetingFormat, When, Where

_SLACK = timedelta(days=1)
"""Reports in other time zones tell a meeting a day apart; one report does not."""
_LONG = timedelta(days=7)
"""Reports of a meeting may speak of it as coming for some days after it, in sentences written before."""
_STALE = timedelta(days=30)
"""A report that tells no day of a meeting means one of its own weeks."""


@dataclass
class Group:
    """Mentions that mean one meeting, with what they tell of it."""

    mentions: list[MeetingMention] = field(default_factory=list)
    sides: frozenset[str] = frozenset()
    guests: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    persons: dict[str, set[ActorId]] = field(default_factory=dict)
    whens: dict[When, set[ArticleId]] = field(default_factory=dict)
    wheres: dict[Where, set[ArticleId]] = field(default_factory=dict)
    courses: Counter[tuple[ArticleId, Course]] = field(default_factory=Counter)
    plain: Counter[tuple[ArticleId, Course]] = field(default_factory=Counter)
    """Those of ``courses`` whose words do not set them apart."""

    def add(self, mention: MeetingMention) -> None:
        """Take ``mention`` in."""
        self.mentions.append(mention)
        self.sides |= mention.sides
        self.guests |= mention.guests
        self.hosts |= mention.hosts
        self.courses[mention.article, mention.course] += 1
        self.plain[mention.article, mention.course] += not mention.apart
        for side, person in mention.persons:
            self.persons.setdefault(side, set()).add(person)
        if mention.when:
            self.whens.setdefault(mention.when, set()).add(mention.article)
        if mention.where:
            self.wheres.setdefault(mention.where, set()).add(mention.article)

    @property
    def family(self) -> str:
        """The family of its mentions: meeting, visit or call."""
        return self.mentions[0].family

    @property
    def articles(self) -> frozenset[ArticleId]:
        """The articles that speak of it."""
        return frozenset(article for article, _ in self.courses)

    def counted(self, course: Course) -> int:
        """Return how many mentions place it so."""
        return sum(number for (_, told), number in self.courses.items() if told is course)

    def fits(self, mention: MeetingMention) -> bool:
        """Tell whether ``mention`` can be of this meeting."""
        return mention.family == self.family and self.agrees(mention)

    def agrees(self, mention: MeetingMention) -> bool:
        """Tell whether the sides, persons, days, place and course of ``mention`` can be those of this."""
        return (
            self._sides_fit(mention)
            and self._parties_fit(mention)
            and not (self.hosts & mention.guests or self.guests & mention.hosts)
            and self._days_fit(mention)
            and self._places_fit(mention)
            and self._course_fits(mention)
        )

    def absorbs(self, other: "Group") -> bool:
        """Tell whether every mention of ``other`` can be of this meeting."""
        return self.sides == other.sides and all(self.fits(mention) for mention in other.mentions)

    def _sides_fit(self, mention: MeetingMention) -> bool:
        """Tell whether the sides can be one meeting's: the same, or one side alone of the other's.

        A meeting of three is not a meeting of two of them.
        """
        fewer, more = sorted((self.sides, mention.sides), key=len)
        return fewer == more or (len(fewer) <= 1 and fewer <= more)

    def _parties_fit(self, mention: MeetingMention) -> bool:
        """Tell whether nobody of one side is another person here: two ministers are two meetings."""
        theirs: dict[str, set[ActorId]] = {}
        for side, person in mention.persons:
            theirs.setdefault(side, set()).add(person)
        return all(
            people <= self.persons[side] or self.persons[side] <= people
            for side, people in theirs.items()
            if side in self.persons
        )

    def _days_fit(self, mention: MeetingMention) -> bool:
        """Tell whether the days touch; across reports they may lie one day apart."""
        if mention.when is None:
            return True
        start, end = mention.when.start, mention.when.end
        for own, articles in self.whens.items():
            slack = timedelta() if mention.article in articles else _SLACK
            if not (own.start < end + slack and start < own.end + slack):
                return False
        return True

    def _places_fit(self, mention: MeetingMention) -> bool:
        """Tell whether the states of the places agree; they may clash between reports of one day."""
        if mention.where is None or mention.where.state is None:
            return True
        clashing = [own for own in self.wheres if own.state and own.state != mention.where.state]
        if not clashing:
            return True
        one_day = mention.when is not None and mention.when.days == 1 and mention.when in self.whens
        return one_day and mention.article not in self.articles

    def _course_fits(self, mention: MeetingMention) -> bool:
        """Tell whether held, ahead and off go together.

        What was called off and what was held are two. A meeting "again" is another than the one held, and
        one they had "last year" another than the one ahead. What a report tells as over cannot be what lies
        ahead of it, unless that report tells of something ahead on its days (then a tense was misread).
        """
        other = {Course.HELD: Course.OFF, Course.OFF: Course.HELD}.get(mention.course)
        disputed = self._is_disputed_by(mention)
        if other is not None and not disputed and self._firmly(other) > self._firmly(mention.course):
            return False
        opposite = {Course.HELD: Course.AHEAD, Course.AHEAD: Course.HELD}.get(mention.course)
        if opposite is None or mention.heading:
            return True
        here, there = self.courses[mention.article, mention.course], self.courses[mention.article, opposite]
        apart = mention.apart or not self.plain[mention.article, opposite]
        if apart and mention.when is None and there and not here:
            return False
        return bool(there) or not self._out_of_time(mention)

    def _is_disputed_by(self, mention: MeetingMention) -> bool:
        """Tell whether another report of the same time tells this very day: one says held, one not held."""
        if mention.when is None or mention.when.days != 1 or mention.published is None:
            return False
        return any(
            own.article != mention.article
            and own.when is not None
            and own.when.overlaps(mention.when)
            and own.when.days == 1
            and own.published is not None
            and abs(own.published - mention.published) <= _SLACK
            and own.when.start <= own.published
            for own in self.mentions
        )

    def _out_of_time(self, mention: MeetingMention) -> bool:
        """Tell whether an undated mention tells as over what is to come, or as to come what is long over."""
        if mention.published is None or mention.when is not None or not self.whens:
            return False
        past = mention.course is Course.HELD
        if past and any(when.start > mention.published for when in self.whens):
            return not any(day.overlaps(when) for day in mention.coming for when in self.whens)
        return all(when.end + (_STALE if past else _LONG) <= mention.published for when in self.whens)

    def _firmly(self, course: Course) -> int:
        """Return how many mentions place it so, less those that misread a coming meeting as held."""
        first = min((when.days, when.start) for when in self.whens)[1] if self.whens else None
        return sum(
            own.course is course
            and not (course is Course.HELD and first and own.published and own.published < first)
            for own in self.mentions
        )

    def closeness(self, mention: MeetingMention) -> int:
        """Return how much speaks for ``mention`` meaning this meeting."""
        near = 2 * self.courses[mention.article, mention.course] > 0
        told = 0
        if mention.when is not None:
            told = 4 * (mention.when in self.whens) or 2 * any(mention.when.overlaps(w) for w in self.whens)
        town = mention.where is not None and mention.where.place is not None
        placed = town and any(own.place == mention.where.place for own in self.wheres if mention.where)
        known = sum(person in self.persons.get(side, ()) for side, person in mention.persons)
        course = 2 * (self.counted(mention.course) * 2 >= len(self.mentions))
        shared = len(self.sides & mention.sides)
        framed = _is_sidelines(mention) and any(_is_sidelines(own) for own in self.mentions)
        here = mention.article in self.articles
        return (
            told
            + 2 * placed
            + known
            + course
            + 2 * shared
            + 2 * near
            + here
            + framed
            + self._in_time(mention)
        )

    def _in_time(self, mention: MeetingMention) -> int:
        """Return 1 where an undated mention suits the days of the meeting, -1 where it does not."""
        if mention.published is None or mention.when is not None or not self.whens:
            return 0
        ahead = any(when.end > mention.published for when in self.whens)
        return 1 if ahead == (mention.course is Course.AHEAD) else -1


def _is_sidelines(mention: MeetingMention) -> bool:
    return mention.event.protocol is not None and mention.event.protocol.format is MeetingFormat.SIDELINES
