"""Article and what was read in it -> Event: who does what with whom, when, where, and whether it happened."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.ontology.events import Shape, event_families, event_kinds
from dragoman.ontology.states import states_by_id
from dragoman.stages.eventfinding.parties import Cast, Scene
from dragoman.stages.eventfinding.roles import roles
from dragoman.stages.eventfinding.settings import shifted, time_of, where_of
from dragoman.stages.eventfinding.triggers import Found, triggers
from dragoman.stages.eventfinding.wordlists import lexicon
from dragoman.text.protocol import protocol
from dragoman.text.status import StatusReader, Told
from dragoman.types import (
    ActorId,
    Article,
    Assertion,
    Basis,
    Event,
    EventKind,
    Link,
    Maker,
    Mention,
    Parse,
    Protocol,
    Role,
    RoleName,
    Sentence,
    SentenceRole,
    Span,
    Status,
    Tense,
    TimeExpression,
    When,
    Where,
)

READS = (Article, Parse, TimeExpression, Mention, Link, Assertion)
WRITES = Event
VERSION = 1

_MAKER = Maker("events", VERSION)
_TITLES = (SentenceRole.TITLE, SentenceRole.HEADING)
_PAIR = 2
_AHEAD = (Status.PLANNED, Status.EXPECTED, Status.SCHEDULED, Status.ARRANGING)


@dataclass(slots=True)
class _Draft:
    """An event in the making, with its sentence and the word that names it."""

    scene: Scene
    found: Found
    event: Event
    known: When | None = None
    """The days of the earlier mention it points back to."""

    @property
    def family(self) -> str:
        return self.found.kind.family

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(role.actor or role.name.casefold() for role in self.event.roles)


def events(
    article: Article,
    parse: Parse,
    times: tuple[TimeExpression, ...],
    mentions: tuple[Mention, ...],
    links: tuple[Link, ...],
    assertions: tuple[Assertion, ...],
) -> Iterator[Event]:
    """Yield the events of the article in reading order."""
    maker = _Finder(article, parse, times, mentions, links, assertions)
    yield from (draft.event for draft in maker.drafts())


class _Finder:
    """Finds the events of one article."""

    def __init__(
        self,
        article: Article,
        parse: Parse,
        times: tuple[TimeExpression, ...],
        mentions: tuple[Mention, ...],
        links: tuple[Link, ...],
        assertions: tuple[Assertion, ...],
    ) -> None:
        self.article = article
        self.parse = parse
        self.times = times
        self.cast = Cast(article.text, mentions, links)
        self.actors = {link.mention: link.actor.id for link in links}
        self.assertions = {assertion.sentence: assertion for assertion in assertions}
        spans = tuple(sentence.span for sentence in parse.sentences)
        self.statuses = StatusReader(article.text, spans, lexicon(), event_families())

    def drafts(self) -> list[_Draft]:
        found: list[_Draft] = []
        for sentence in self.parse.sentences:
            scene = self.cast.scene(sentence)
            here = tuple(triggers(scene.parsed))
            for trigger in here:
                rivals = tuple(other.index for other in here if other is not trigger)
                draft = self._draft(scene, trigger, rivals)
                draft = self._within_visit(self._with_known_parties(draft, found), found)
                if _worth_keeping(draft):
                    found.extend(_counted_from(one, found) for one in _each_visit(draft, found))
                    self._remember(draft)
        return [_settled(draft, found) for draft in found]

    def _draft(self, scene: Scene, found: Found, rivals: tuple[int, ...]) -> _Draft:
        span = scene.span(found.index, found.index)
        inside = tuple(time for time in self.times if scene.sentence.span.covers(time.span))
        time = time_of(scene, found.index, inside, rivals)
        when = time.when if time is not None else None
        told = self._status(span, scene.sentence, when)
        if found.kind.consults:
            told = self._stage_of_planning(told)
        parts = roles(scene, found)
        if (
            found.kind.kind == "attack"
            and parts
            and all(self._is_person(r) for r in parts if r.role is RoleName.ACTOR)
        ):
            found = replace(found, kind=event_kinds()[EventKind("criticism")])
        where = where_of(scene, found, self.cast.within(scene.sentence.span), self.actors)
        if found.kind.shape is Shape.VISIT:
            parts = _with_host(parts, where)
        event = Event(
            kind=found.kind.kind,
            trigger=span,
            roles=parts,
            when=when,
            where=where,
            status=told.status,
            tense=told.tense,
            told=told.told,
            protocol=_protocol(scene, found, parts),
            basis=self._basis(scene.sentence.span),
        )
        return _Draft(scene, found, event)

    def _is_person(self, role: Role) -> bool:
        return role.actor is None or role.actor.startswith("person:")

    def _basis(self, *spans: Span) -> Basis:
        return Basis(tuple(self.article.evidence(span) for span in spans), _MAKER)

    def _status(self, span: Span, sentence: Sentence, when: When | None) -> Told:
        """Return the status of the word, put right by the day it is said to be on, and by its sentence."""
        told = self.statuses.status(span)
        assertion = self.assertions.get(sentence.span)
        unreal = assertion is not None and _asserts_nothing(self.article, assertion)
        if (
            unreal
            and assertion is not None
            and told.tense is not Tense.PAST
            and told.status is not Status.NEGATED
        ):
            return Told(assertion.status, told.tense, told.told)
        published = self.article.published
        if when is None or published is None:
            return told
        if (
            told.status in (Status.ONGOING, Status.HAPPENED)
            and told.tense is Tense.PRESENT
            and when.start > published.day
        ):
            return Told(Status.PLANNED, Tense.FUTURE, told.told)
        if told.status is Status.PLANNED and when.end <= published.day and sentence.role in _TITLES:
            return Told(Status.HAPPENED, Tense.PAST, told.told)
        return told

    def _stage_of_planning(self, told: Told) -> Told:
        """Tell how far a plan has come: still being arranged, planned, or scheduled."""
        if told.status is not Status.PLANNED or told.told is None:
            return told
        words = set(told.told.cut(self.article.text).casefold().split())
        if words & {"arranging", "negotiating", "finalising", "finalizing", "coordinating"}:
            return replace(told, status=Status.ARRANGING)
        if words & {"scheduled", "slated", "due"}:
            return replace(told, status=Status.SCHEDULED)
        return told

    def _with_known_parties(self, draft: _Draft, earlier: list[_Draft]) -> _Draft:
        """Give "the summit" the parties of the last meeting told in full that agrees with it."""
        event = draft.event
        again = _his_again(draft)
        if not draft.found.kind.consults or draft.found.group is not None:
            return draft
        if not again and (len(event.roles) >= _PAIR or not _points_back(draft)):
            return draft
        own = _hosts(draft) if again else draft.keys
        for other in _nearest(event, earlier):
            same = other.found.kind.consults and len(other.event.roles) >= _PAIR
            if draft.found.kind.shape is not other.found.kind.shape or not _foremost(other):
                continue
            agree = own <= other.keys and _same_place(event, other.event) and _same_side(event, other.event)
            if same and agree and event.status not in (Status.NONE, Status.HYPOTHETICAL):
                basis = self._basis(draft.scene.sentence.span, other.scene.sentence.span)
                if other.scene is draft.scene:
                    basis = event.basis
                shown = _protocol(draft.scene, draft.found, other.event.roles)
                made = replace(event, roles=other.event.roles, basis=basis, protocol=shown)
                return _Draft(draft.scene, draft.found, made, other.event.when or other.known)
        return draft

    def _within_visit(self, draft: _Draft, earlier: list[_Draft]) -> _Draft:
        """Give talks the day and place of their visit: "will visit ... for talks", "during his visit"."""
        event = draft.event
        if (
            draft.found.kind.shape is not Shape.MUTUAL
            or not draft.found.kind.consults
            or len(event.roles) < _PAIR
        ):
            return draft
        words = draft.scene.parsed.words[draft.found.index :]
        during = any(a.low == "during" and b.tag == "S" for a, b in pairwise(words))
        for other in reversed(earlier):
            if other.found.kind.shape is not Shape.VISIT or not (during or other.scene is draft.scene):
                continue
            guests = {r.actor or r.name.casefold() for r in other.event.roles if r.role is RoleName.GUEST}
            if guests & draft.keys and _same_side(event, other.event) and _same_place(event, other.event):
                made = replace(
                    event, when=event.when or other.event.when, where=event.where or other.event.where
                )
                if other.scene is not draft.scene:
                    made = replace(
                        made, basis=self._basis(draft.scene.sentence.span, other.scene.sentence.span)
                    )
                return replace(draft, event=made)
        return draft

    def _remember(self, draft: _Draft) -> None:
        """Let "the two leaders" be those of the last meeting between two."""
        people = tuple(
            party
            for parties in draft.scene.parties
            for party in parties
            if any(role.told == party.told for role in draft.event.roles) and party.person
        )
        if draft.found.kind.consults and len({party.key for party in people}) == _PAIR:
            self.cast.pair = people


def _asserts_nothing(article: Article, assertion: Assertion) -> bool:
    """Tell whether a sentence is a supposition, a question or a misreading quoted; a heading is not."""
    if assertion.status is Status.HYPOTHETICAL:
        return True
    words = assertion.sentence.cut(article.text)
    return assertion.status is Status.NONE and (words.rstrip("”\"' ").endswith("?") or words[0] in '“"')


def _counted_from(draft: _Draft, earlier: list[_Draft]) -> _Draft:
    """Give "a week after his talks" its day, where the sentence before it names one."""
    if draft.event.when is not None:
        return draft
    for other in reversed(earlier):
        base = other.event.when or other.known
        if other.scene is draft.scene and base is not None:
            when = shifted(draft.scene, draft.found.index, base)
            return replace(draft, event=replace(draft.event, when=when)) if when is not None else draft
    return draft


def _with_host(parts: tuple[Role, ...], where: Where | None) -> tuple[Role, ...]:
    """Add the state a visit goes to as host, where only a city is named: "will visit Nordhavn"."""
    state = states_by_id().get(where.state) if where is not None and where.state is not None else None
    if where is None or state is None or any(role.role is RoleName.HOST for role in parts):
        return parts
    actor = ActorId(f"state:{state.id}")
    if any(role.actor == actor for role in parts):
        return parts
    return (*parts, Role(RoleName.HOST, where.told, state.name, actor))


def _protocol(scene: Scene, found: Found, parts: tuple[Role, ...]) -> Protocol | None:
    if not found.kind.consults:
        return None
    shown = protocol(scene.parsed, found.index, len(parts), call=found.kind.mode == "phone")
    return replace(shown, format=None) if found.kind.shape is Shape.VISIT else shown


def _points_back(draft: _Draft) -> bool:
    """Tell whether a noun has a definite word before it, or is one of those that need none ("talks")."""
    words = draft.scene.parsed.words
    index = draft.found.index
    for step in range(index - 1, max(index - 6, -1), -1):
        if words[step].low in ("the", "this", "that", "these", "those") or words[step].tag == "S":
            return True
        if words[step].tag not in "NJA":
            break
    return words[index].low in ("talks", "discussions", "negotiations")


def _his_again(draft: _Draft) -> bool:
    """Tell whether a visit is told with "his": it is the visit spoken of before, whoever was named since."""
    if draft.found.kind.shape is not Shape.VISIT or draft.found.group is not None:
        return False
    words = draft.scene.parsed.words
    before = words[max(draft.found.index - 4, 0) : draft.found.index]
    return any(word.low in ("his", "her", "their") for word in before)


def _hosts(draft: _Draft) -> frozenset[str]:
    return frozenset(r.actor or r.name.casefold() for r in draft.event.roles if r.role is RoleName.HOST)


def _each_visit(draft: _Draft, earlier: list[_Draft]) -> list[_Draft]:
    """Return one visit per host of "visits to Norland and Sudmark", each with the status told before."""
    event = draft.event
    hosts = [role for role in event.roles if role.role is RoleName.HOST]
    plural = draft.scene.parsed.words[draft.found.index].low in ("visits", "trips", "tours")
    if draft.found.kind.shape is not Shape.VISIT or not plural or len(hosts) < _PAIR:
        return [draft]
    made = []
    for host in hosts:
        parts = tuple(role for role in event.roles if role.role is not RoleName.HOST or role is host)
        told = _told_before(parts, host, earlier) or event
        one = replace(event, roles=parts, where=None, status=told.status, tense=told.tense)
        made.append(replace(draft, event=one))
    return made


def _told_before(parts: tuple[Role, ...], host: Role, earlier: list[_Draft]) -> Event | None:
    """Return the last visit to ``host``, or meeting there, of one of these guests."""
    guests = {role.actor or role.name.casefold() for role in parts if role is not host}
    for other in reversed(earlier):
        there = other.event.where is not None and f"state:{other.event.where.state}" == host.actor
        if other.found.kind.consults and guests & other.keys and (there or host.actor in other.keys):
            return other.event
    return None


def _nearest(event: Event, earlier: list[_Draft]) -> list[_Draft]:
    """Return earlier mentions, the last first, but before them those told at the same place."""
    backwards = earlier[::-1]
    if event.where is None:
        return backwards
    here = [draft for draft in backwards if draft.event.where and _same_place(event, draft.event)]
    return here + [draft for draft in backwards if draft not in here]


def _foremost(draft: _Draft) -> bool:
    """Tell whether a sentence is about this one event: not "visits", nor "a week after his talks"."""
    words = draft.scene.parsed.words
    index = draft.found.index
    if draft.found.group is None and words[index].low in ("visits", "trips", "meetings", "summits", "tours"):
        return False
    return not any(
        word.low in ("after", "following", "since", "than", "before")
        for word in words[max(index - 5, 0) : index]
    )


def _same_place(one: Event, other: Event) -> bool:
    if one.where is None or other.where is None:
        return True
    if one.where.state and other.where.state:
        return one.where.state == other.where.state
    return one.where.name == other.where.name


def _same_side(one: Event, other: Event) -> bool:
    """Tell whether both lie on the same side of the time of writing."""
    past = (Status.HAPPENED, Status.ONGOING)
    return (one.status in past) == (other.status in past)


def _worth_keeping(draft: _Draft) -> bool:
    """Tell whether a mention says enough: a party, a day or a place; talk of "such summits" does not."""
    event = draft.event
    if _meets_a_thing(draft):
        return False
    if draft.found.group is None and draft.found.kind.shape is Shape.DIRECTED:
        return any(role.role is not RoleName.RECIPIENT for role in event.roles)
    if event.roles:
        return True
    return draft.found.kind.consults and (event.when is not None or event.where is not None)


def _meets_a_thing(draft: _Draft) -> bool:
    """Tell whether "meet" has an object that is nobody: "meeting its targets", "met the conditions"."""
    scene, index = draft.scene, draft.found.index
    if draft.found.group is None or scene.parsed.words[index].lemma != "meet":
        return False
    following = scene.parsed.words[index + 1 : index + 2]
    thing = (
        bool(following)
        and following[0].tag in "DSJN"
        and following[0].low not in ("last", "next", "in", "this")
    )
    return thing and not scene.arguments.direct(index) and len(draft.event.roles) < _PAIR


def _settled(draft: _Draft, drafts: list[_Draft]) -> _Draft:
    """Take a headline's "to host" for over, when the body reports that same event as having happened."""
    event = draft.event
    if draft.scene.sentence.role not in _TITLES or event.status not in _AHEAD:
        return draft
    body = [
        other
        for other in drafts
        if other.scene.sentence.role not in _TITLES
        and other.family == draft.family
        and len(draft.keys & other.keys) >= _PAIR
    ]
    ahead = any(other.event.status in _AHEAD for other in body)
    done = any(other.event.status is Status.HAPPENED and other.event.tense is Tense.PAST for other in body)
    if done and not ahead:
        draft.event = replace(event, status=Status.HAPPENED, tense=Tense.PAST)
    return draft
