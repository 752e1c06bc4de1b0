"""An invented story in three texts of two origins, with records made by hand, for tests of briefings."""

from dataclasses import dataclass, replace
from datetime import date

from dragoman.stages.briefings import briefings
from dragoman.stages.parse import parse
from dragoman.types import (
    Actor,
    ActorId,
    ActorKind,
    Agreement,
    Article,
    ArticleId,
    Assertion,
    Basis,
    Briefing,
    Claim,
    Domain,
    Event,
    EventKind,
    Evidence,
    Line,
    LineClass,
    Link,
    Maker,
    Manner,
    Meeting,
    MeetingFormat,
    Origin,
    Parse,
    Party,
    Position,
    Precision,
    Protocol,
    Published,
    Quote,
    QuoteKind,
    Role,
    RoleName,
    Sign,
    Status,
    Step,
    Story,
    StoryId,
    Tense,
    Variant,
    VisitRank,
    Voice,
    VoiceKind,
    When,
    Where,
)

MAKER = Maker("tests", 1)

WIRE = """Holt to see Lind in Bergen
Prime Minister Ana Holt of Denmark will meet Bo Lind in Bergen, his home town, on 13 January.
The two leaders will discuss fishing quotas and artificial intelligence.
Tensions between Denmark and Norway have grown since the autumn.
“We come to mend nets, not to cut them,” Holt said.
Denmark seized a trawler in December.
Officials do not expect major agreements, and there may be no joint statement.
"""
REWRITE = """Danish leader heads for Bergen
Ana Holt is expected to meet Bo Lind in Bergen next week.
The talks are likely to cover fishing quotas and perhaps energy.
Holt said she came to mend nets and not to cut them.
Wartime history remains a sensitive matter for both sides.
Follow us for more
"""
ESSAY = """How to read Bergen
Once Holt finishes in Kiel, where her state visit lasted four days, she goes north.
Misreading one: Denmark has given in
It has not. A visit is a question and no answer.
If the talks fail:
- The quota lapses.
- Trade suffers.
What to watch
- The word “good neighbours” and who says it first. Count how often.
- Any mention of trilateral patrols.
"""


def article(key: str, text: str, outlet: str | None, day: date | None, dropped: str = "") -> Article:
    """Return ``text`` as an article; a line equal to ``dropped`` is boilerplate."""
    lines, start = [], 0
    for words in text.split("\n"):
        kind = LineClass.ARTICLE if words.strip() else LineClass.BLANK
        if dropped and words == dropped:
            kind = LineClass.BOILERPLATE
        lines.append(Line(start, start + len(words), kind))
        start += len(words) + 1
    return Article(
        id=ArticleId(key),
        location=f"pages/{key}.html",
        url=f"https://{key}.example/report",
        outlet=outlet,
        title=text.split("\n", 1)[0],
        authors=(),
        published=Published(day, day.isoformat()) if day else None,
        text=text,
        lines=tuple(lines),
    )


@dataclass
class Records:
    """All that ``briefings`` takes, by its names."""

    story: Story
    articles: tuple[Article, ...]
    parses: tuple[Parse, ...]
    origins: tuple[Origin, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    links: tuple[Link, ...] = ()

    def briefing(self) -> Briefing:
        """Return the briefing of these records."""
        (made,) = briefings(
            self.story, self.articles, self.parses, self.origins, self.meetings, self.claims, self.quotes,
            self.events, self.positions, self.assertions, self.links,
        )  # fmt: skip
        return made


def bare(*articles: Article, title: str = "Holt to see Lind in Bergen") -> Records:
    """Return a story of ``articles`` in which nothing was found."""
    parses = tuple(made for one in articles for made in parse(one))
    story = Story(StoryId("5702000000000000"), title, tuple(one.id for one in articles))
    return Records(story, articles, parses)


def evidence(one: Article, words: str) -> Evidence:
    """Point at the first ``words`` in an article."""
    from dragoman.types import Span

    start = one.text.index(words)
    return one.evidence(Span(start, start + len(words)))


def basis(one: Article, words: str) -> Basis:
    """Rest on the first ``words`` in an article."""
    return Basis((evidence(one, words),), MAKER)


def story() -> Records:
    """Return the invented story with its records."""
    wire = article("aaaaaaaa00000001", WIRE, "Skagen Post", date(2026, 1, 8))
    rewrite = article("bbbbbbbb00000002", REWRITE, "Fjord Daily", date(2026, 1, 9), "Follow us for more")
    essay = article("cccccccc00000003", ESSAY, None, None)
    made = bare(wire, rewrite, essay)
    made.origins = (
        Origin(made.story.id, (wire.id, rewrite.id), ("6 of 6 facts shared",), wire.id),
        Origin(made.story.id, (essay.id,), (), essay.id),
    )
    made.meetings = (_bergen(made), _kiel(made, essay))
    made.claims = _claims(made, wire, rewrite, essay)
    made.quotes = _quotes(wire, rewrite)
    made.links = _links(wire)
    made.positions = (_position(wire),)
    made.events = (_seizure(wire),)
    made.assertions = (
        _meant(rewrite, made.parses[1], "The talks are likely", Status.EXPECTED),
        _meant(wire, made.parses[0], "The two leaders will", Status.PLANNED),
    )
    return made


def _when(words: str) -> When:
    return When(date(2026, 1, 13), date(2026, 1, 14), Precision.DAY, words)


def _bergen(made: Records) -> Meeting:
    wire, rewrite, _ = made.articles
    where = Where(evidence(wire, "Bergen").span, "Bergen", None, "NOR")
    first, second = evidence(wire, "Ana Holt of Denmark will meet"), evidence(rewrite, "expected to meet")
    steps = (
        Step(wire.id, date(2026, 1, 8), Status.PLANNED, _when("on 13 January"), where, (first,)),
        Step(rewrite.id, date(2026, 1, 9), Status.EXPECTED, None, None, (second,)),
    )
    return Meeting(
        story=made.story.id,
        kind=EventKind("meeting"),
        participants=(
            Party(ActorId("person:ana-holt"), "Ana Holt"),
            Party(ActorId("person:bo-lind"), "Bo Lind"),
        ),
        when=_when("on 13 January"),
        where=where,
        status=Status.PLANNED,
        protocol=Protocol(format=MeetingFormat.BILATERAL),
        steps=steps,
        texts=2,
        origins=1,
        basis=Basis((first, second), MAKER),
    )


def _kiel(made: Records, essay: Article) -> Meeting:
    told = evidence(essay, "state visit lasted four days")
    where = Where(evidence(essay, "Kiel").span, "Kiel", None, "DEU")
    return Meeting(
        story=made.story.id,
        kind=EventKind("visit"),
        participants=(Party(ActorId("person:ana-holt"), "Ana Holt"),),
        when=None,
        where=where,
        status=Status.HAPPENED,
        protocol=Protocol(rank=VisitRank.STATE, days=4),
        steps=(Step(essay.id, None, Status.HAPPENED, None, where, (told,)),),
        texts=2,
        origins=2,
        basis=Basis((told,), MAKER),
    )


def _claims(made: Records, wire: Article, rewrite: Article, essay: Article) -> tuple[Claim, ...]:
    exact = Variant("13 January 2026", (wire.id,), 1, (evidence(wire, "on 13 January"),))
    loose = Variant("next week", (rewrite.id,), 1, (evidence(rewrite, "next week"),))
    long = Variant("4 days", (essay.id,), 1, (evidence(essay, "four days"),))
    claims = [
        Claim(made.story.id, f"fact {kind.value}", "date", "", kind, variants, (), Basis(proof, MAKER))
        for kind, variants, proof in (
            (Agreement.SCOPE, (exact, long), (*exact.evidence, *long.evidence)),
            (Agreement.AGREE, (exact,), exact.evidence),
            (Agreement.PRECISION, (exact, loose), (*exact.evidence, *loose.evidence)),
            (Agreement.CONFLICT, (exact, loose), (*exact.evidence, *loose.evidence)),
        )
    ]
    return tuple(claims)


def _quotes(wire: Article, rewrite: Article) -> tuple[Quote, ...]:
    holt, name = ActorId("person:ana-holt"), "Ana Holt"
    direct, indirect = "We come to mend nets, not to cut them,", "she came to mend nets and not to cut them"
    return (
        Quote(evidence(wire, direct).span, None, None, QuoteKind.DIRECT, name, holt, basis(wire, direct)),
        Quote(
            evidence(rewrite, indirect).span, None, None, QuoteKind.INDIRECT, "Ana Holt", holt,
            basis(rewrite, indirect),
        ),
    )  # fmt: skip


def _links(wire: Article) -> tuple[Link, ...]:
    names = (("Denmark and", "Denmark", "DNK"), ("Norway have", "Norway", "NOR"))
    found = []
    for place, name, code in names:
        span = replace(evidence(wire, place).span, end=evidence(wire, place).span.start + len(name))
        actor = Actor(ActorId(f"state:{code}"), ActorKind.STATE, name)
        found.append(Link(span, actor, None, "mark", Basis((wire.evidence(span),), MAKER)))
    return tuple(found)


def _position(wire: Article) -> Position:
    words = "Denmark seized a trawler"
    return Position(
        source=ActorId("state:DNK"),
        source_name="Denmark",
        target=ActorId("state:NOR"),
        target_name="Norway",
        matter="fishing",
        domain=Domain.ECONOMY,
        sign=Sign.AGAINST,
        manner=Manner.DONE,
        voice=Voice(VoiceKind.OUTLET),
        basis=basis(wire, words),
    )


def _seizure(wire: Article) -> Event:
    trigger = evidence(wire, "seized").span
    start = wire.text.index("Denmark seized")
    role = Role(RoleName.ACTOR, replace(trigger, start=start, end=start + 7), "Denmark", ActorId("state:DNK"))
    return Event(
        EventKind("seizure"), trigger, (role,), None, None, Status.HAPPENED, Tense.PAST, None, None,
        basis(wire, "Denmark seized a trawler in December."),
    )  # fmt: skip


def _meant(one: Article, parsed: Parse, words: str, status: Status) -> Assertion:
    sentence = parsed.at(one.text.index(words))
    assert sentence is not None
    own = Basis((one.evidence(sentence.span),), MAKER)
    return Assertion(sentence.span, status, Tense.FUTURE, None, Voice(VoiceKind.OUTLET), own)
