"""All records of one story, indexed so that a section can ask for sentences, counts and statements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.stages.briefing_parts.folding import Sides, folded
from dragoman.types import (
    ActorId,
    ActorKind,
    Article,
    ArticleId,
    Assertion,
    Basis,
    Claim,
    Event,
    Evidence,
    Link,
    Maker,
    Mark,
    Meeting,
    Origin,
    Parse,
    Position,
    Quote,
    Sentence,
    SentenceRole,
    Statement,
    Status,
    Story,
)

_MARKS = {
    Status.HAPPENED: Mark.HAPPENED,
    Status.ONGOING: Mark.HAPPENED,
    Status.PLANNED: Mark.PLANNED,
    Status.SCHEDULED: Mark.PLANNED,
    Status.ARRANGING: Mark.PLANNED,
    Status.EXPECTED: Mark.EXPECTED,
    Status.POSSIBLE: Mark.EXPECTED,
}


@dataclass(frozen=True, slots=True)
class Records:
    """What the stages before found in the articles of one story."""

    articles: tuple[Article, ...]
    parses: tuple[Parse, ...] = ()
    origins: tuple[Origin, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence with its article, its words, and how it is meant where that was found."""

    article: Article
    sentence: Sentence
    words: str
    assertion: Assertion | None

    @property
    def evidence(self) -> Evidence:
        """The whole sentence as evidence."""
        return self.article.evidence(self.sentence.span)

    @property
    def role(self) -> SentenceRole:
        """The part the sentence plays in its article."""
        return self.sentence.role

    @property
    def status(self) -> Status | None:
        """How the sentence is meant."""
        return self.assertion.status if self.assertion else None


class Material:
    """The records of one story by article and by sentence, in the story's order."""

    def __init__(self, story: Story, records: Records, maker: Maker) -> None:
        self.story = story
        self.records = records
        self._maker = maker
        by_id = {article.id: article for article in records.articles}
        self.articles: Mapping[ArticleId, Article] = {
            key: by_id[key] for key in story.articles if key in by_id
        }
        self._order = {key: place for place, key in enumerate(self.articles)}
        self.parses: Mapping[ArticleId, Parse] = {parse.article: parse for parse in records.parses}
        self.meetings = folded(records.meetings)
        self.sides = Sides(_sides(records.links))
        meant = {(one.basis.article, one.sentence.start): one for one in records.assertions}
        self.told: Mapping[ArticleId, tuple[Told, ...]] = {
            key: tuple(
                Told(article, one, one.span.cut(article.text), meant.get((key, one.span.start)))
                for one in (self.parses[key].sentences if key in self.parses else ())
            )
            for key, article in self.articles.items()
        }
        self.origin_of = self._origins()

    def _origins(self) -> Mapping[ArticleId, int]:
        """Number the origins from 1; an article in none is an origin of its own."""
        number: dict[ArticleId, int] = {}
        for place, origin in enumerate(self.records.origins, 1):
            for member in origin.members:
                number.setdefault(member, place)
        following = len(self.records.origins)
        for key in self.articles:
            if key not in number:
                following += 1
                number[key] = following
        return number

    @property
    def origins(self) -> int:
        """Number of independent origins of the story."""
        return len({self.origin_of[key] for key in self.articles})

    def sentences(self) -> Iterable[Told]:
        """Yield every sentence of the story in reading order."""
        for group in self.told.values():
            yield from group

    def body(self) -> Iterable[Told]:
        """Yield the sentences that are neither title nor heading."""
        for one in self.sentences():
            if one.role not in (SentenceRole.TITLE, SentenceRole.HEADING):
                yield one

    def at(self, evidence: Evidence) -> Told | None:
        """Return the sentence in which ``evidence`` begins."""
        parse = self.parses.get(evidence.article)
        sentence = parse.at(evidence.span.start) if parse else None
        return self.told[evidence.article][sentence.number - 1] if sentence else None

    def whole(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """Return the sentences that ``evidence`` lies in: the first of each article, then the rest.

        A heading stands behind the sentences of its article.

        A stretch that runs past its sentence is kept as it is.
        """
        sentences: set[Evidence] = set()
        for one in evidence:
            if one.article not in self.articles:
                continue
            told = self.at(one)
            covered = told is not None and told.sentence.span.covers(one.span)
            sentences.add(told.evidence if told is not None and covered else one)
        ordered = sorted(
            sentences, key=lambda one: (self._order[one.article], self._is_heading(one), one.span)
        )
        seen: set[ArticleId] = set()
        first: list[Evidence] = []
        rest: list[Evidence] = []
        for one in ordered:
            (rest if one.article in seen else first).append(one)
            seen.add(one.article)
        return (*first, *rest)

    def _is_heading(self, evidence: Evidence) -> bool:
        told = self.at(evidence)
        return told is not None and told.role in (SentenceRole.TITLE, SentenceRole.HEADING)

    def texts(self, evidence: Iterable[Evidence]) -> int:
        """Count the articles of ``evidence``."""
        return len({one.article for one in evidence})

    def statement(
        self,
        text: str,
        evidence: Iterable[Evidence],
        marks: tuple[Mark, ...] = (),
        group: str | None = None,
    ) -> Statement | None:
        """Return a line with its counts, or nothing where no evidence lies in the story.

        The mark for "only one text" is set here, where the story has more texts than one.
        """
        sentences = self.whole(evidence)
        if not sentences:
            return None
        articles = {one.article for one in sentences}
        alone = (Mark.ONLY_ONE,) if len(articles) == 1 and len(self.articles) > 1 else ()
        return Statement(
            text=text,
            marks=(*marks, *alone),
            texts=len(articles),
            origins=len({self.origin_of[key] for key in articles}),
            basis=Basis(sentences, self._maker),
            group=group,
        )


def _sides(links: Iterable[Link]) -> Mapping[ActorId, str]:
    """Return the state that each linked actor stands for: by affiliation, or else by office."""
    found: dict[ActorId, str] = {}
    for link in links:
        actor = link.actor
        if actor.kind is ActorKind.STATE:
            found[actor.id] = str(actor.id)
            continue
        of = actor.affiliation or (link.office.of if link.office else None)
        if of is not None:
            found.setdefault(actor.id, str(of))
    return found


def marks(status: Status | None) -> tuple[Mark, ...]:
    """Return the sign of a status: planned, happened, or expected and possible."""
    mark = _MARKS.get(status) if status else None
    return (mark,) if mark else ()


def kept(found: Iterable[Statement | None]) -> tuple[Statement, ...]:
    """Return the statements that have evidence."""
    return tuple(one for one in found if one is not None)


def by_weight(statements: Iterable[Statement]) -> list[Statement]:
    """Return statements with those of most origins and texts first, else in the order given."""
    return sorted(statements, key=lambda one: (-one.origins, -one.texts))
