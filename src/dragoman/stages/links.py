"""Article, Parse, Mention -> Link: the known actor a name means, and that person's office on that day.

States and organisations come from the tables. People come from the table of leaders by full name, by
family name where the article introduces them, and by office; a person in no table has an id made from the
name, so that the spellings of one name meet in one actor within an article and across articles.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from dragoman.ontology.naming import naming
from dragoman.ontology.people import Candidate, NameMatch, Officeholding, family_index, people_named
from dragoman.ontology.titles import Title, title_of
from dragoman.stages.link_parts.bodies import POSSESSIVES, bodies
from dragoman.stages.link_parts.terms import RANKS, customs, rank, sex_told, terms_by_office, terms_by_person
from dragoman.text.names import families, folded, key, same
from dragoman.types import (
    Actor,
    ActorId,
    ActorKind,
    Article,
    Basis,
    Link,
    Maker,
    Mention,
    MentionKind,
    Office,
    Parse,
    Span,
)

READS, WRITES, VERSION = (Article, Parse, Mention), Link, 2

_MAKER = Maker("links", VERSION)
_TOPICAL = frozenset({"expert", "scholar"})
"""Roles whose state is what they study ("a Japan expert"), not whom they speak for."""
_LONG_AGO = timedelta(days=15 * 365)
"""Nobody named by another office is taken for a leader who left so long before, or comes so long after."""
_NEAR_FORMER = 24
"""Letters in front of a title in which "former" belongs to it: "the former Vallish ambassador"."""


@dataclass(slots=True)
class _Person:
    """Somebody the article names: told names, the terms of the table, and how the article refers to them."""

    id: ActorId
    name: str
    terms: tuple[Officeholding, ...]
    known_as: frozenset[str]
    first: int
    why: str
    affiliation: ActorId | None = None
    office: Office | None = None
    offices: Counter[str] = field(default_factory=Counter)
    full: int = 0
    short: int = 0


def links(article: Article, parse: Parse, mentions: tuple[Mention, ...]) -> Iterator[Link]:
    """Yield one link for each mention that can be told, in reading order."""
    del parse  # mentions carry all that is needed; the stage reads the parse so that both come from one text
    linker = _Linker(article, mentions)
    for place, mention in enumerate(mentions):
        link = linker.link(place, mention)
        if link is not None:
            yield link


class _Linker:
    """The mentions of one article, and the people introduced so far."""

    def __init__(self, article: Article, mentions: tuple[Mention, ...]) -> None:
        self.article = article
        self.text = article.text
        self.mentions = mentions
        self.day = article.published.day if article.published else None
        self.bodies = bodies(article.text, mentions)
        self.people: dict[ActorId, _Person] = {}
        self.meant: dict[int, _Person] = {}
        self.named_at: list[tuple[int, ActorId]] = []
        """Where people are named in full or by title, in reading order."""
        for place, mention in enumerate(mentions):
            if (
                mention.kind is MentionKind.PERSON
                and " " in mention.name.strip()
                and mention.title != mention.span
            ):
                self._introduce(place, mention)
        for place, mention in enumerate(mentions):
            if mention.kind is MentionKind.PERSON and mention.title not in (None, mention.span):
                self._enter_titled(place, mention)

    def link(self, place: int, mention: Mention) -> Link | None:
        """Return the link of the mention at ``place``, or ``None`` where no actor can be told."""
        if mention.kind is MentionKind.PERSON:
            if mention.title == mention.span:
                return self._office_holder(place, mention)
            return self._person(place, mention)
        actor, why = self.bodies.get(place) or (None, "")
        return None if actor is None else self._made(mention, actor, None, why)

    def _made(self, mention: Mention, actor: Actor, office: Office | None, why: str) -> Link:
        return Link(mention.span, actor, office, why, Basis((self.article.evidence(mention.span),), _MAKER))

    def _introduce(self, place: int, mention: Mention) -> None:
        """Enter a full name: somebody of the table, somebody entered before, or somebody new."""
        name = mention.name
        short = folded(name)
        if short in family_index() or any(short in person.known_as for person in self.people.values()):
            return
        beside = self._affiliation(place, mention)
        chosen = self._of_table(mention, people_named(name, self.day), beside)
        person = None
        if chosen is not None and chosen.match is not NameMatch.FAMILY:
            person = self._entered(chosen.holding, mention, chosen.why)
        else:
            person = next((each for each in self.people.values() if same(each.name, name, customs())), None)
        if person is None:
            slug = key(name, customs()).replace(" ", "-") or folded(name).replace(" ", "-")
            if not slug:
                return
            ident = ActorId(f"person:{slug}")
            known = frozenset(families(name, customs()))
            person = self.people.setdefault(
                ident, _Person(ident, name, (), known, mention.span.start, "full name, in no table")
            )
        person.full += 1
        self._note_office(person, mention, beside)
        self.meant[place] = person
        self.named_at.append((mention.span.start, person.id))

    def _enter_titled(self, place: int, mention: Mention) -> None:
        """Enter somebody told by title and family name alone, whom a headline above may mean."""
        if place not in self.meant and self._by_family(mention) is None:
            self._by_table(place, mention)

    def _entered(self, holding: Officeholding, mention: Mention, why: str) -> _Person:
        """Return the person of the table who holds ``holding``, entered if new."""
        ident = holding.actor
        if ident not in self.people:
            terms = terms_by_person()[holding.person]
            known = {
                folded(holding.family),
                folded(holding.family).split()[-1],
                *families(mention.name, customs()),
            }
            self.people[ident] = _Person(
                ident, holding.name, terms, frozenset(known), mention.span.start, why
            )
        return self.people[ident]

    def _of_table(
        self, mention: Mention, candidates: Sequence[Candidate], beside: ActorId | None
    ) -> Candidate | None:
        """Return whom of the table a name means.

        Examples: by state, then office, then nearness to the article's day.
        """
        title = self._title(mention)
        told = title_of(title) if title else None
        kept = [each for each in candidates if self._may_be(each, told.office if told else None)]
        if not kept:
            return None

        def weight(candidate: Candidate) -> tuple[bool, bool, bool]:
            term = candidate.holding
            return (
                beside is not None and term.of == beside,
                told is not None and term.office == told.office,
                candidate.in_office is not False,
            )

        return max(kept, key=weight)

    def _may_be(self, candidate: Candidate, office: str | None) -> bool:
        """Tell whether somebody named as ``office`` can be the leader: an expert is no leader of long ago."""
        if self.day is None or candidate.in_office:
            return True
        distance = candidate.holding.distance(self.day)
        return distance < _LONG_AGO or (office is None and distance < 3 * _LONG_AGO)

    def _person(self, place: int, mention: Mention) -> Link | None:
        """Return the link of somebody named in full or by family name."""
        if place in self.meant:
            person, why = self.meant[place], self.meant[place].why
        else:
            found = self._by_family(mention) or self._by_table(place, mention)
            if found is None:
                return None
            person, why = found
            person.short += 1
            if mention.title is not None:
                insort(self.named_at, (mention.span.start, person.id))
            self._note_office(person, mention, self._affiliation(place, mention))
        office = self._office(person, mention)
        affiliation = person.affiliation
        if affiliation is None and office is not None:
            affiliation = office.of
        return self._made(mention, Actor(person.id, ActorKind.PERSON, person.name, affiliation), office, why)

    def _by_family(self, mention: Mention) -> tuple[_Person, str] | None:
        """Return the person of the article whom a bare family name means."""
        fold = folded(mention.name)
        named = [person for person in self.people.values() if fold in person.known_as]
        if not named and self._title(mention):
            named = [
                person
                for person in self.people.values()
                if fold in folded(person.name).split() and person.offices
            ]
        sex = sex_told("", self._title(mention))
        if sex is not None:
            named = [person for person in named if sex_told(person.name, None) in {None, sex}]
        if not named:
            return None
        if len(named) == 1:
            return named[0], f'family name "{mention.name}" of {named[0].name}'
        title = self._title(mention)
        told = title_of(title) if title else None
        if told is not None and told.office != "honorific":
            titled = [person for person in named if self._holds(person, told.office)]
            if len(titled) == 1:
                return titled[0], f'family name "{mention.name}" and title "{title}"'
            named = titled or named
        introduced = self._introduced_before(mention.span.start, named)
        if introduced is not None:
            return (
                introduced,
                f'family name "{mention.name}" of {introduced.name}, named in full nearest before',
            )
        earlier = [person for person in named if person.first < mention.span.start] or named
        chosen = max(
            earlier, key=lambda person: (person.short, bool(person.terms), person.full, person.first)
        )
        return chosen, f'family name "{mention.name}", of {len(named)} so named the one most spoken of by it'

    def _introduced_before(self, start: int, among: Sequence[_Person]) -> _Person | None:
        """Return which of ``among`` is named in full or by title nearest before ``start``.

        In a later paragraph the bare name stays with whoever was called by it before the namesake came up.
        """
        ids = {person.id: person for person in among}
        past = bisect_left(self.named_at, (start, ActorId("")))
        near = next(((at, ids[ident]) for at, ident in reversed(self.named_at[:past]) if ident in ids), None)
        if near is None:
            return None
        used = max(among, key=lambda person: person.short)
        apart = "\n" in self.text[near[0] : start]
        return used if apart and used.short and not near[1].short else near[1]

    def _holds(self, person: _Person, office: str) -> bool:
        """Tell whether the table or the article gives the person that office."""
        if person.offices[office]:
            return True
        return any(
            term.office == office and (self.day is None or term.holds_on(self.day)) for term in person.terms
        )

    def _by_table(self, place: int, mention: Mention) -> tuple[_Person, str] | None:
        """Return the leader whom a family name means without introduction, or somebody new behind a title."""
        beside = self._affiliation(place, mention)
        chosen = self._of_table(mention, people_named(mention.name, self.day), beside)
        title = self._title(mention)
        told = title_of(title) if title else None
        if chosen is not None:
            of_state = beside is not None and chosen.holding.of == beside
            of_office = told is not None and told.office == chosen.holding.office
            bare = told is None or told.office == "honorific"
            if of_state or of_office or (bare and beside is None and chosen.in_office is not False):
                return self._entered(chosen.holding, mention, chosen.why), chosen.why
        if title is None:
            return None
        ident = ActorId(f"person:{folded(mention.name).replace(' ', '-')}")
        why = "title + family name, in no table"
        known = frozenset(families(mention.name, customs()))
        return self.people.setdefault(
            ident, _Person(ident, mention.name, (), known, mention.span.start, why)
        ), why

    def _title(self, mention: Mention) -> str | None:
        """Return the words of office beside the mention."""
        return mention.title.cut(self.text) if mention.title is not None else None

    def _affiliation(self, place: int, mention: Mention) -> ActorId | None:
        """Return the state or body the words around give a person: "Vallish President", "a fellow at X"."""
        if mention.title is None:
            return self._before(place, mention.span.start)
        if mention.title.start > mention.span.start:
            return self._in_apposition(place, mention.title)
        return self._before(place, mention.title.start) or self._behind_title(
            place, mention.title, mention.span.start
        )

    def _before(self, place: int, start: int) -> ActorId | None:
        """Return the actor named right in front of ``start``; of a leader, the state."""
        place -= 1
        while place >= 0 and self.mentions[place].span.start >= start:
            place -= 1
        if place < 0:
            return None
        before = self.mentions[place]
        between = self.text[before.span.end : start]
        if between != " " and between not in POSSESSIVES:
            return None
        if before.kind is MentionKind.PERSON:
            person = self.meant.get(place) or next(
                (each for each in self.people.values() if folded(before.name) in each.known_as), None
            )
            if between not in POSSESSIVES:
                return None
            return self._side(person) if person is not None else self._side_by_table(before.name)
        return self.bodies[place][0].id if place in self.bodies else None

    def _side(self, person: _Person) -> ActorId | None:
        """Return whom the person belongs to."""
        if person.affiliation is not None:
            return person.affiliation
        return person.terms[-1].of if person.terms else None

    def _side_by_table(self, name: str) -> ActorId | None:
        """Return whose leader a family name in no introduction is, if the table knows one in office."""
        found = {each.holding.of for each in people_named(name, self.day) if each.in_office}
        return found.pop() if len(found) == 1 else None

    def _behind_title(self, place: int, title: Span, end: int) -> ActorId | None:
        """Return the body between a title and the name: "President of the European Commission Ada Lind"."""
        return next(
            (self.bodies[at][0].id for at in self._inside(place, title.end, end) if at in self.bodies), None
        )

    def _in_apposition(self, place: int, title: Span) -> ActorId | None:
        """Return the actor that an office behind a name belongs to.

        Examples: "Lind, a professor at X", "Lind, Vallen's president".
        """
        office = title_of(title.cut(self.text))
        line_end = self.text.find("\n", title.end)
        stop = min(each for each in (self.text.find(",", title.end), title.end + 80, line_end) if each > 0)
        linked = self.text[title.end : title.end + 6].split()[:1]
        behind = [at for at in self._inside(place, title.end, stop) if at in self.bodies]
        if linked and linked[0] in ("at", "of", "with", "for", "from", "in") and behind:
            at = behind[0]
            if linked[0] == "for" and self.mentions[at].kind is not MentionKind.ORGANISATION:
                return None
            owned = (
                behind[1:2]
                and self.text[self.mentions[at].span.end : self.mentions[behind[1]].span.start] in POSSESSIVES
            )
            return self.bodies[behind[1] if owned else at][0].id
        front = [
            at for at in self._inside(place, self.mentions[place].span.end, title.start) if at in self.bodies
        ]
        if front and not (
            office is not None and office.office in _TOPICAL and not self._adjective(front[-1], title)
        ):
            return self.bodies[front[-1]][0].id
        return None

    def _adjective(self, place: int, title: Span) -> bool:
        """Tell whether a state stands as an adjective right in front of a bare role: "a Vallish analyst"."""
        mention = self.mentions[place]
        state = self.bodies[place][0]
        bare = len(title.cut(self.text).split()) == 1
        return (
            bare
            and mention.kind is MentionKind.STATE
            and mention.name != state.name
            and not mention.name.isupper()
        )

    def _inside(self, place: int, start: int, end: int) -> Iterator[int]:
        """Yield the places of mentions within ``[start, end)`` near the mention at ``place``."""
        low = max(0, place - 8)
        for at in range(low, min(len(self.mentions), place + 12)):
            span = self.mentions[at].span
            if start <= span.start and span.end <= end:
                yield at

    def _note_office(self, person: _Person, mention: Mention, beside: ActorId | None) -> None:
        """Remember the office and side a mention gives a person."""
        title = self._title(mention)
        told = title_of(title) if title else None
        if told is not None and told.office != "honorific":
            person.offices[told.office] += 1
        if person.affiliation is None:
            person.affiliation = beside if not person.terms else self._nearest(person).of
        if person.office is None and told is not None and told.office not in ("honorific", "rank") and title:
            person.office = self._told_office(mention.title, told, beside)

    def _nearest(self, person: _Person) -> Officeholding:
        """Return the term nearest to the article's day; the latest, when the article has no day."""
        day = self.day
        if day is None:
            return max(person.terms, key=lambda term: (term.since, -rank(term.office)))
        return min(person.terms, key=lambda term: (term.distance(day), rank(term.office)))

    def _office(self, person: _Person, mention: Mention) -> Office | None:
        """Return the office the person holds on the article's day; as told, when no table confirms it."""
        title = self._title(mention)
        told = title_of(title) if title else None
        past = mention.title is not None and self._is_past(mention.title)
        held = [term for term in person.terms if self.day is None or term.holds_on(self.day)]
        if self.day is None and held:
            latest = max(term.since for term in held)
            held = [term for term in held if term.since == latest or term.until is None]
        if held and not past:
            term = min(
                held,
                key=lambda term: (
                    told is None or term.office != told.office,
                    rank(term.office),
                    -term.since.toordinal(),
                ),
            )
            return Office(
                term.office, term.title, term.of, term.since, term.until, dated=self.day is not None
            )
        nobody = ("honorific", "rank", "person") if person.terms else ("honorific", "rank")
        if told is not None and told.office not in nobody:
            of = person.affiliation if not person.terms else self._nearest(person).of
            return self._told_office(mention.title, told, of)
        return person.office if not person.terms else None

    def _told_office(self, span: Span | None, told: Title, of: ActorId | None) -> Office | None:
        """Return an office as only the report tells it: the words say little where they are not a state's."""
        if span is None:
            return None
        office, title = told.office, span.cut(self.text)
        if office in RANKS and (
            told.words[-1] == "leader" or (of is not None and not of.startswith("state:"))
        ):
            office = "head_of_organisation" if of is not None and of.startswith("organisation:") else "other"
        if self._is_past(span) and not naming().past & set(title.lower().split()):
            title = f"former {title}"
        return Office(office, title, of, None, None, dated=False)

    def _is_past(self, title: Span) -> bool:
        """Tell whether the office is one held before.

        Examples: "former" stands in its phrase, before a state's name perhaps.
        """
        start = max(self.text.rfind(mark, 0, title.start) for mark in ("\n", ",", ".", "(")) + 1
        near = self.text[max(start, title.start - _NEAR_FORMER) : title.end].lower().split()
        return bool(naming().past & set(near))

    def _office_holder(self, place: int, mention: Mention) -> Link | None:
        """Return who holds the office named, where the table is certain for the article's day."""
        told = title_of(mention.name)
        of = self._before(place, mention.span.start) or self._of_behind(place, mention)
        if self.day is None or told is None or of is None:
            return None
        held = [term for term in terms_by_office().get((of, told.office), ()) if term.holds_on(self.day)]
        if len({term.person for term in held}) != 1:
            return None
        term = held[0]
        office = Office(term.office, term.title, term.of, term.since, term.until, dated=True)
        actor = Actor(term.actor, ActorKind.PERSON, term.name, term.of)
        return self._made(mention, actor, office, f"title + state, in office on {self.day}")

    def _of_behind(self, place: int, mention: Mention) -> ActorId | None:
        """Return the state in "the president of Vallen"."""
        if place + 1 >= len(self.mentions) or place + 1 not in self.bodies:
            return None
        between = self.text[mention.span.end : self.mentions[place + 1].span.start]
        return self.bodies[place + 1][0].id if between in (" of ", " of the ") else None
