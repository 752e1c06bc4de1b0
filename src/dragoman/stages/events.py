"""Article and what was read in it -> Event: who does what with whom, when, where, and whether it happened."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.ontology.events import Shape, event_families, event_kinds
from dragoman.ontology.states import states_by_id
from dragoman.stages.event_parts.dating import AHEAD, dated, day_spoken_of, denied, own_day, put_off_to
from dragoman.stages.event_parts.drafts import (
    PAIR,
    Draft,
    foremost,
    his_again,
    hosts,
    nearest,
    pointed_at,
    points_back,
    same_place,
    same_side,
    worth_keeping,
)
from dragoman.stages.event_parts.parties import Cast, Scene
from dragoman.stages.event_parts.roles import hosts_a_body, roles
from dragoman.stages.event_parts.settings import joined_day, shifted, time_of, where_of
from dragoman.stages.event_parts.settling import settled
from dragoman.stages.event_parts.triggers import Found, triggers
from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.clauses import clauses
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
    Where,
)

READS = (Article, Parse, TimeExpression, Mention, Link, Assertion)
WRITES = Event
VERSION = 3

_MAKER = Maker("events", VERSION)
_TITLES = (SentenceRole.TITLE, SentenceRole.HEADING)
_ANNOUNCING = ("announced", "announces", "announce", "has announced", "have announced", "unveiled")
_DONE = (Status.HAPPENED, Status.ONGOING)
_OFF = (Status.CANCELLED, Status.POSTPONED)


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
        day = article.published.day if article.published is not None else None
        self.cast = Cast(article.text, mentions, links, day)
        self.actors = {link.mention: link.actor.id for link in links}
        self.assertions = {assertion.sentence: assertion for assertion in assertions}
        self.scenario = False
        """Whether the list being read stands under a heading such as "If the talks fail"."""
        self.last: dict[str, Draft] = {}
        """The last mention by its word, kept or not."""
        self.statuses = StatusReader(article.text, parse, lexicon(), event_families())

    def drafts(self) -> list[Draft]:
        found: list[Draft] = []
        for sentence in self.parse.sentences:
            self._enter(sentence)
            scene = self.cast.scene(sentence, self.parse.reading(sentence))
            here = tuple(triggers(scene.parsed))
            for trigger in here:
                rivals = tuple(other.index for other in here if other is not trigger)
                draft = self._draft(scene, trigger, rivals)
                draft = self._within_visit(self._with_known_parties(draft, found), found)
                self.last[draft.lemma] = draft
                if worth_keeping(draft):
                    found.extend(_counted_from(one, found) for one in _each_matter(draft, found))
                    self._remember(draft)
        return [settled(draft, found) for draft in found]

    def _enter(self, sentence: Sentence) -> None:
        """Note whether a sentence begins, carries on or ends what is only supposed."""
        if sentence.role is SentenceRole.HEADING:
            words = sentence.span.cut(self.article.text).split()
            self.scenario = bool(words) and words[0].casefold() in ("if", "should", "scenario", "suppose")
        elif sentence.role is not SentenceRole.LIST_ITEM:
            self.scenario = False

    def _draft(self, scene: Scene, found: Found, rivals: tuple[int, ...]) -> Draft:
        span = scene.span(found.index, found.index)
        inside = tuple(time for time in self.times if scene.sentence.span.covers(time.span))
        time = time_of(scene, found.index, inside, rivals)
        told = denied(scene, found, self._status(span, scene.sentence))
        day = self.article.published.day if self.article.published is not None else None
        moved = put_off_to(scene, told, inside, day) if told.status is Status.POSTPONED else None
        time = moved or time
        if found.kind.consults:
            told = self._stage_of_planning(told)
        own = time is not None and (moved is not None or own_day(scene, found, time, told, day))
        spoken = day_spoken_of(scene, time, self.times, day) if told.status in _DONE else None
        told, when = dated(
            told,
            spoken or (joined_day(scene, time, inside) if time is not None and own else None),
            day,
            words=_telling(scene, found, told, self.article.text),
            title=scene.sentence.role in _TITLES,
        )
        if when is None and found.kind.shape is Shape.VISIT and self._goes_later(scene, found, told, inside):
            told = Told(Status.PLANNED, Tense.FUTURE, told.told)
        parts = roles(scene, found)
        if (
            found.kind.kind == "attack"
            and parts
            and all(self._is_person(r) for r in parts if r.role is RoleName.ACTOR)
        ):
            found = replace(found, kind=event_kinds()[EventKind("criticism")])
        if hosts_a_body(scene, found):
            found = replace(found, kind=event_kinds()[EventKind("meeting")])
        where = where_of(scene, found, self.cast.within(scene.sentence.span), self.actors)
        if found.kind.shape is Shape.VISIT or hosts_a_body(scene, found):
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
        return Draft(scene, found, event)

    def _goes_later(self, scene: Scene, found: Found, told: Told, times: tuple[TimeExpression, ...]) -> bool:
        """Tell whether a journey in the present has a day ahead: "travels to Lima for a summit on 5 May"."""
        if told.status is not Status.ONGOING or found.group is None or self.article.published is None:
            return False
        day, start, parsed = self.article.published.day, scene.sentence.span.start, scene.parsed
        for time in times:
            index = parsed.at(time.span.start - start)
            here = index is not None and parsed.segment_of[index] == parsed.segment_of[found.index]
            if here and time.when is not None and time.when.start > day:
                return True
        return False

    def _is_person(self, role: Role) -> bool:
        return role.actor is None or role.actor.startswith("person:")

    def _basis(self, *spans: Span) -> Basis:
        return Basis(tuple(self.article.evidence(span) for span in spans), _MAKER)

    def _status(self, span: Span, sentence: Sentence) -> Told:
        """Return the status of the word, put right by its sentence."""
        told = self.statuses.status(span)
        if self.scenario and told.status not in (Status.NONE, Status.HYPOTHETICAL):
            return Told(Status.HYPOTHETICAL, Tense.FUTURE, told.told)
        assertion = self.assertions.get(sentence.span)
        unreal = assertion is not None and _asserts_nothing(self.article, assertion)
        scenario = sentence.role is not SentenceRole.BODY and assertion is not None
        scenario = scenario and assertion is not None and assertion.status is Status.HYPOTHETICAL
        loose = told.tense is not Tense.PAST and told.status is not Status.NEGATED
        if unreal and assertion is not None and (loose or scenario) and not self._outside(span, sentence):
            return Told(assertion.status, told.tense, told.told)
        if assertion is not None and assertion.status is Status.AIM and self._is_means(span, sentence):
            return Told(Status.AIM, told.tense, told.told)
        return told

    def _is_means(self, span: Span, sentence: Sentence) -> bool:
        """Tell whether a word stands in the "By doing so" in front of an aim, and is as much a wish."""
        opening = sentence.span.cut(self.article.text).partition(",")[0]
        return opening.startswith("By ") and span.end <= sentence.span.start + len(opening)

    def _outside(self, span: Span, sentence: Sentence) -> bool:
        """Tell whether a word stands outside a quotation that alone supposes something."""
        parsed = clauses(sentence.span.cut(self.article.text), lexicon())
        index = parsed.at(span.start - sentence.span.start)
        supposing = [segment for segment in parsed.segments if segment.opener in ("if", "unless")]
        quoted = bool(supposing) and all(segment.quoted for segment in supposing)
        return quoted and index is not None and not parsed.segments[parsed.segment_of[index]].quoted

    def _stage_of_planning(self, told: Told) -> Told:
        """Tell how far a plan has come: still being arranged, planned, or scheduled."""
        if told.told is None:
            return told
        if told.status is Status.HAPPENED and told.told.cut(self.article.text).casefold() in _ANNOUNCING:
            return Told(Status.PLANNED, Tense.FUTURE, told.told)
        if told.status is not Status.PLANNED:
            return told
        words = set(told.told.cut(self.article.text).casefold().split())
        if words & {"arranging", "negotiating", "finalising", "finalizing", "coordinating"}:
            return replace(told, status=Status.ARRANGING)
        if words & {"scheduled", "slated", "due"}:
            return replace(told, status=Status.SCHEDULED)
        return told

    def _with_known_parties(self, draft: Draft, earlier: list[Draft]) -> Draft:
        """Give "the summit" the parties of the last meeting told in full that agrees with it."""
        event = draft.event
        again = his_again(draft)
        if not draft.found.kind.consults or draft.found.group is not None:
            return draft
        if not again and (len(event.roles) >= PAIR or not points_back(draft)):
            return draft
        if pointed_at(draft) and draft.lemma in self.last and len(self.last[draft.lemma].keys) < PAIR:
            return draft
        own = hosts(draft) if again else draft.keys
        for other in nearest(event, earlier):
            same = other.found.kind.consults and len(other.event.roles) >= PAIR
            if draft.found.kind.shape is not other.found.kind.shape or not foremost(other):
                continue
            side = event.status in _OFF or same_side(event, other.event)
            agree = own <= other.keys and same_place(event, other.event) and side
            if same and agree and event.status not in (Status.NONE, Status.HYPOTHETICAL):
                basis = self._basis(draft.scene.sentence.span, other.scene.sentence.span)
                if other.scene is draft.scene:
                    basis = event.basis
                shown = _protocol(draft.scene, draft.found, other.event.roles)
                made = replace(event, roles=other.event.roles, basis=basis, protocol=shown)
                return Draft(draft.scene, draft.found, made, other.event.when or other.known)
        return draft

    def _within_visit(self, draft: Draft, earlier: list[Draft]) -> Draft:
        """Give talks the day and place of their visit: "will visit ... for talks", "during his visit"."""
        event = draft.event
        if (
            draft.found.kind.shape is not Shape.MUTUAL
            or not draft.found.kind.consults
            or len(event.roles) < PAIR
        ):
            return draft
        words = draft.scene.parsed.words[draft.found.index :]
        during = any(a.low == "during" and b.tag == "S" for a, b in pairwise(words))
        for other in reversed(earlier):
            if other.found.kind.shape is not Shape.VISIT or not (during or other.scene is draft.scene):
                continue
            guests = {r.actor or r.name.casefold() for r in other.event.roles if r.role is RoleName.GUEST}
            side = same_side(event, other.event) or _shares_plan(draft, other)
            if guests & draft.keys and side and same_place(event, other.event):
                made = replace(
                    event, when=event.when or other.event.when, where=event.where or other.event.where
                )
                if _shares_plan(draft, other):
                    made = replace(made, status=other.event.status, tense=other.event.tense)
                if other.scene is not draft.scene:
                    made = replace(
                        made, basis=self._basis(draft.scene.sentence.span, other.scene.sentence.span)
                    )
                return replace(draft, event=made)
        return draft

    def _remember(self, draft: Draft) -> None:
        """Let "the two leaders" be those of the last meeting between two."""
        people = tuple(
            party
            for parties in draft.scene.parties
            for party in parties
            if any(role.told == party.told for role in draft.event.roles) and party.person
        )
        if draft.found.kind.consults and len({party.key for party in people}) == PAIR:
            self.cast.pair = people


def _telling(scene: Scene, found: Found, told: Told, text: str) -> str:
    """Return the words that show a status, and "had" where the sentence looks back from a past."""
    words = told.told.cut(text) if told.told is not None else ""
    segment = scene.parsed.segment_of
    earlier = [
        group
        for group in scene.parsed.groups
        if group.head < found.index or segment[group.head] == segment[found.index]
    ]
    back = any(group.perfect and scene.parsed.words[group.first].low == "had" for group in earlier)
    return f"had {words}" if back and words else words


def _shares_plan(draft: Draft, visit: Draft) -> bool:
    """Tell whether talks lie ahead with their visit: "travels to Lima this week for talks"."""
    if visit.scene is not draft.scene or visit.event.status not in AHEAD or draft.found.group is not None:
        return False
    return draft.event.tense is Tense.PRESENT and draft.event.status in _DONE


def _asserts_nothing(article: Article, assertion: Assertion) -> bool:
    """Tell whether a sentence is a supposition, a question or a misreading quoted; a heading is not."""
    if assertion.status is Status.HYPOTHETICAL:
        return True
    words = assertion.sentence.cut(article.text)
    quoted = words[0] in '“"'
    asks = words.rstrip("”\"' ").endswith("?") and (quoted or words.rstrip().endswith("?"))
    return assertion.status is Status.NONE and (asks or quoted)


def _counted_from(draft: Draft, earlier: list[Draft]) -> Draft:
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


def _each_matter(draft: Draft, earlier: list[Draft]) -> list[Draft]:
    """Return the events that one mention names: two of "met both Lind and Holt", else mostly one."""
    event = draft.event
    words = draft.scene.parsed.words
    both = next((n for n in range(draft.found.index + 1, len(words)) if words[n].low == "both"), None)
    if draft.found.kind.shape is not Shape.MUTUAL or not draft.found.kind.consults or both is None:
        return _each_visit(draft, earlier)
    at = draft.scene.span(both, both).end
    behind = sorted((role for role in event.roles if role.told.end > at), key=lambda role: role.told)[:PAIR]
    rest = [role for role in event.roles if role not in behind]
    following = words[both + 1].low if both + 1 < len(words) else ""
    apart = any(word.low in ("separately", "individually") for word in words[both:])
    group = following in ("sides", "countries", "leaders") and not apart
    if len(behind) != PAIR or not rest or group:
        return [draft]
    made = []
    for one in behind:
        parts = tuple(role for role in event.roles if role in rest or role is one)
        shown = _protocol(draft.scene, draft.found, parts)
        made.append(replace(draft, event=replace(event, roles=parts, protocol=shown)))
    return made


def _each_visit(draft: Draft, earlier: list[Draft]) -> list[Draft]:
    """Return one visit per host of "visits to Norland and Sudmark", each with the status told before."""
    event = draft.event
    receiving = [role for role in event.roles if role.role is RoleName.HOST]
    plural = draft.scene.parsed.words[draft.found.index].low in ("visits", "trips", "tours")
    if draft.found.kind.shape is not Shape.VISIT or not plural or len(receiving) < PAIR:
        return [draft]
    made = []
    for host in receiving:
        parts = tuple(role for role in event.roles if role.role is not RoleName.HOST or role is host)
        told = _told_before(parts, host, earlier) or event
        one = replace(event, roles=parts, where=None, status=told.status, tense=told.tense)
        made.append(replace(draft, event=one))
    return made


def _told_before(parts: tuple[Role, ...], host: Role, earlier: list[Draft]) -> Event | None:
    """Return the last visit to ``host``, or meeting there, of one of these guests."""
    guests = {role.actor or role.name.casefold() for role in parts if role is not host}
    for other in reversed(earlier):
        there = other.event.where is not None and f"state:{other.event.where.state}" == host.actor
        if other.found.kind.consults and guests & other.keys and (there or host.actor in other.keys):
            return other.event
    return None
