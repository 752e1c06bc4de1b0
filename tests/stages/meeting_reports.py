"""Invented reports whose events are made by hand, and what the stages of meetings and claims make of them."""

from collections.abc import Iterable
from copy import copy
from datetime import date, timedelta

from dragoman.ontology.places import places
from dragoman.stages.claims import claims
from dragoman.stages.meetings import meetings
from dragoman.stages.parse import parse
from dragoman.types import (
    Actor,
    ActorId,
    ActorKind,
    Article,
    ArticleId,
    Basis,
    Claim,
    Event,
    EventKind,
    Line,
    LineClass,
    Link,
    Maker,
    Meeting,
    MeetingFormat,
    Origin,
    Parse,
    Precision,
    Protocol,
    Published,
    Quote,
    QuoteKind,
    Role,
    RoleName,
    Span,
    Status,
    Story,
    StoryId,
    Tense,
    VisitRank,
    When,
    Where,
)

MAKER = Maker("tests", 1)
HOLT, LIND, MORO, VANE = "Ana Holt", "Bo Lind", "Cy Moro", "Dee Vane"
"""Of Norway, Sweden, Italy, and Norway again."""
HOMES = {HOLT: "NOR", LIND: "SWE", MORO: "ITA", VANE: "NOR"}
STATES = {"Norway": "NOR", "Sweden": "SWE", "Italy": "ITA"}
TOWNS = {"Bergen": "NOR", "Oslo": "NOR", "Malmo": "SWE", "Rome": "ITA", "Lombardy": "ITA", "Milan": "ITA"}
PLAN, HELD = Status.PLANNED, Status.HAPPENED


def actor(name: str) -> Actor:
    if name in HOMES:
        key = name.lower().replace(" ", "-")
        return Actor(ActorId(f"person:{key}"), ActorKind.PERSON, name, ActorId(f"state:{HOMES[name]}"))
    return Actor(ActorId(f"state:{STATES[name]}"), ActorKind.STATE, name)


def days(first: str, last: str | None = None, precision: Precision = Precision.DAY) -> When:
    end = date.fromisoformat(last or first) + timedelta(days=1)
    return When(date.fromisoformat(first), end, precision, first)


class Report:
    """One report, written sentence by sentence; ``tells`` adds a sentence and the event in it."""

    def __init__(self, name: str, published: str | None = "2026-01-12") -> None:
        self.name = ArticleId(name)
        self.published = date.fromisoformat(published) if published else None
        self.sentences: list[str] = []
        self.told: list[tuple[int, str, dict[str, object]]] = []

    def says(self, sentence: str) -> "Report":
        self.sentences.append(sentence)
        return self

    def tells(  # noqa: PLR0913 - the fields of an event
        self,
        sentence: str,
        word: str,
        *,
        status: Status = PLAN,
        when: When | None = None,
        where: str | None = None,
        guest: str | None = None,
        host: str | None = None,
        among: Iterable[str] = (),
        length: int | None = None,
        rank: VisitRank = VisitRank.UNSTATED,
        form: MeetingFormat | None = None,
        kind: str | None = None,
        told: str | None = None,
    ) -> "Report":
        self.says(sentence)
        parties = [(RoleName.PARTICIPANT, name) for name in among]
        parties += [(RoleName.GUEST, guest)] if guest else []
        parties += [(RoleName.HOST, host)] if host else []
        fields: dict[str, object] = {
            "kind": kind or ("visit" if guest or host else "meeting"),
            "parties": parties,
            "when": when,
            "where": where,
            "status": status,
            "protocol": Protocol(form, rank, length),
            "told": told,
        }
        self.told.append((len(self.sentences) - 1, word, fields))
        return self

    def article(self) -> Article:
        text = "\n".join(self.sentences)
        lines, start = [], 0
        for sentence in self.sentences:
            lines.append(Line(start, start + len(sentence), LineClass.ARTICLE))
            start += len(sentence) + 1
        day = Published(self.published, self.published.isoformat()) if self.published else None
        return Article(self.name, self.name, None, None, None, (), day, text, tuple(lines))


class Told:
    """What the stages make of some reports, read as one story."""

    def __init__(self, *reports: Report, quotes: Iterable[tuple[str, str, str]] = ()) -> None:
        self.articles = tuple(report.article() for report in reports)
        self.parses: tuple[Parse, ...] = tuple(made for one in self.articles for made in parse(one))
        self.story = Story(StoryId("s"), "title", tuple(one.id for one in self.articles))
        self.origins = tuple(Origin(self.story.id, (one.id,), (), None) for one in self.articles)
        self.links: tuple[Link, ...] = tuple(link for one in self.articles for link in _links(one))
        pairs = zip(reports, self.articles, strict=True)
        self.events = tuple(event for report, one in pairs for event in _events(report, one))
        self.quotes = tuple(_quote(self.articles, *quote) for quote in quotes)

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        return tuple(meetings(self.story, self.articles, self.parses, self.origins, self.links, self.events))

    @property
    def claims(self) -> tuple[Claim, ...]:
        made = self.meetings
        return tuple(
            claims(self.story, self.articles, self.parses, self.origins, made, self.quotes, self.links)
        )

    def one(self, *names: str, kind: str = "meeting") -> Meeting:
        """Return the only meeting of that kind between those and nobody else."""
        (found,) = self.all(*names, kind=kind)
        return found

    def all(self, *names: str, kind: str = "meeting") -> list[Meeting]:
        return [m for m in self.meetings if m.kind == kind and {p.name for p in m.participants} == set(names)]

    def claim(self, relation: str, subject: str = "") -> Claim:
        """Return the only claim of that relation whose subject holds those words."""
        (found,) = [c for c in self.claims if c.relation == relation and subject in c.subject]
        return found


def reordered(told: Told) -> Told:
    """Return the same story with the records of every kind in the opposite order."""
    other = copy(told)
    other.events = tuple(reversed(told.events))
    other.links = tuple(reversed(told.links))
    return other


def _links(one: Article) -> Iterable[Link]:
    for name in (*HOMES, *STATES):
        start = one.text.find(name)
        while start >= 0:
            span = Span(start, start + len(name))
            yield Link(span, actor(name), None, "by hand", Basis((one.evidence(span),), MAKER))
            start = one.text.find(name, span.end)


def _events(report: Report, one: Article) -> Iterable[Event]:
    for number, word, fields in report.told:
        line = one.lines[number]
        span = Span(line.start, line.end)
        start = one.text.index(word, line.start, line.end)
        shown = fields["told"]
        at = one.text.index(str(shown), line.start) if shown else None
        roles = tuple(Role(role, span, name, actor(name).id) for role, name in fields["parties"])  # type: ignore[attr-defined]
        event = Event(
            kind=EventKind(str(fields["kind"])),
            trigger=Span(start, start + len(word)),
            roles=roles,
            when=fields["when"],  # type: ignore[arg-type]
            where=_where(fields["where"], span),
            status=fields["status"],  # type: ignore[arg-type]
            tense=Tense.PAST if fields["status"] is HELD else Tense.FUTURE,
            told=Span(at, at + len(str(shown))) if at is not None else None,
            protocol=fields["protocol"],  # type: ignore[arg-type]
            basis=Basis((one.evidence(span),), MAKER),
        )
        yield event


def _where(name: object, span: Span) -> Where | None:
    if name is None:
        return None
    place = str(name)
    if place in STATES:
        return Where(span, place, None, STATES[place])
    here = [one for one in places().named(place) if one.country == TOWNS[place]]
    known = min(here, key=lambda one: one.kind == "admin1")
    return Where(span, place, known.id, TOWNS[place])


def _quote(articles: tuple[Article, ...], article: str, speaker: str, words: str) -> Quote:
    one = next(a for a in articles if a.id == article)
    start = one.text.index(words)
    span = Span(start, start + len(words))
    return Quote(
        span, None, None, QuoteKind.DIRECT, speaker, actor(speaker).id, Basis((one.evidence(span),), MAKER)
    )
