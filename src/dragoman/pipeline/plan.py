"""The order of the stages, checked before anything runs."""

from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from importlib.resources import files

from dragoman.config import Settings
from dragoman.errors import PlanError
from dragoman.models.cached import shipped_reader
from dragoman.pipeline.readings import RecentReadings
from dragoman.pipeline.stage import Grain, Stage
from dragoman.stages import (
    assertions,
    claims,
    clean,
    events,
    links,
    meetings,
    mentions,
    origins,
    parse,
    positions,
    quotes,
    stories,
    terms,
    times,
)
from dragoman.types import Document


@dataclass(frozen=True, slots=True)
class Plan:
    """Stages in running order, each fed by ``given`` or by a stage before it.

    Raises:
        PlanError: a stage reads what no earlier stage writes, two stages have one name or write one
            kind, or a stage that sees one article follows one that sees many.

    """

    given: type
    stages: tuple[Stage, ...]
    tables: str = ""
    """Digest of the ontology tables; a changed table makes the stages that read tables again."""
    readings: RecentReadings = field(default_factory=RecentReadings, compare=False)
    """The readings of sentences that this process made or met lately."""

    def __post_init__(self) -> None:
        at_hand = {self.given}
        names: set[str] = set()
        last: Stage | None = None
        for stage in self.stages:
            if stage.name in names:
                raise PlanError(f"two stages are named {stage.name!r}; give one another name")
            if stage.writes in at_hand:
                raise PlanError(
                    f"stage {stage.name!r} writes {stage.writes.__name__} a second time; drop one stage"
                )
            if last is not None and last.after(stage):
                raise PlanError(
                    f"stage {stage.name!r} sees {stage.grain.value} but stands after {last.name!r}, "
                    f"which sees {last.grain.value}; put it before the first {last.grain.value} stage"
                )
            self._check_reads(stage, at_hand)
            names.add(stage.name)
            at_hand.add(stage.writes)
            last = stage

    @staticmethod
    def _check_reads(stage: Stage, at_hand: set[type]) -> None:
        for kind in stage.reads:
            if kind not in at_hand:
                had = ", ".join(sorted(known.__name__ for known in at_hand))
                raise PlanError(
                    f"stage {stage.name!r} reads {kind.__name__}, "
                    f"but only {had} is at hand; put the stage that writes it earlier"
                )

    def of(self, grain: Grain) -> tuple[Stage, ...]:
        """Return the stages of one grain, in order."""
        return tuple(stage for stage in self.stages if stage.grain is grain)

    def fingerprints(self) -> dict[str, str]:
        """Return, per stage, a digest of its version and settings and of all it builds on."""
        made: dict[type, str] = {self.given: ""}
        found: dict[str, str] = {}
        for stage in self.stages:
            upstream = "|".join(made[kind] for kind in stage.reads) + (self.tables if stage.tables else "")
            found[stage.name] = made[stage.writes] = stage.fingerprint(upstream)
        return found

    def each_id(self) -> str:
        """Return the digest of all that makes the findings of one article."""
        prints = self.fingerprints()
        told = "|".join(f"{stage.name}={prints[stage.name]}" for stage in self.of(Grain.EACH))
        return sha256(told.encode()).hexdigest()[:12]


def _tables() -> str:
    """Return the digest of all data files that stages read: the ontology's and the word lists of ``text``."""
    from dragoman.ontology.digest import tables_digest

    told = sha256(tables_digest().encode())
    folder = files("dragoman.text").joinpath("data")
    for table in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if table.is_file():
            told.update(table.name.encode())
            told.update(table.read_bytes())
    return told.hexdigest()[:12]


def default_plan(settings: Settings, readings: RecentReadings | None = None) -> Plan:
    """Return the standard plan; reading this function is reading the architecture.

    ``readings`` are the readings at hand; none, if unsaid.

    Raises:
        ModelError: a file of the reader model is missing or cut short.

    """
    readings = RecentReadings() if readings is None else readings
    reader = shipped_reader(readings)
    return Plan(
        given=Document,
        tables=_tables(),
        readings=readings,
        stages=(
            Stage(
                "clean",
                clean.READS,
                clean.WRITES,
                clean.VERSION,
                partial(clean.clean, settings=settings.clean),
                settings.clean,
            ),
            Stage(
                "parse",
                parse.READS,
                parse.WRITES,
                parse.VERSION,
                partial(parse.parse, reader=reader, settings=settings.parse),
                settings.parse,
                model=reader.digest,
                complete=partial(parse.read_again, reader=reader, settings=settings.parse),
            ),
            Stage("times", times.READS, times.WRITES, times.VERSION, times.times),
            Stage("mentions", mentions.READS, mentions.WRITES, mentions.VERSION, mentions.mentions),
            Stage("links", links.READS, links.WRITES, links.VERSION, links.links),
            Stage("quotes", quotes.READS, quotes.WRITES, quotes.VERSION, quotes.quotes),
            Stage(
                "assertions", assertions.READS, assertions.WRITES, assertions.VERSION, assertions.assertions
            ),
            Stage("events", events.READS, events.WRITES, events.VERSION, events.events),
            Stage("positions", positions.READS, positions.WRITES, positions.VERSION, positions.positions),
            Stage("terms", terms.READS, terms.WRITES, terms.VERSION, terms.terms),
            Stage(
                "stories",
                stories.READS,
                stories.WRITES,
                stories.VERSION,
                partial(stories.stories, settings=settings.stories),
                settings.stories,
                Grain.ALL,
            ),
            Stage(
                "origins",
                origins.READS,
                origins.WRITES,
                origins.VERSION,
                partial(origins.origins, settings=settings.origins),
                settings.origins,
                Grain.GROUP,
            ),
            Stage(
                "meetings",
                meetings.READS,
                meetings.WRITES,
                meetings.VERSION,
                meetings.meetings,
                grain=Grain.GROUP,
            ),
            Stage("claims", claims.READS, claims.WRITES, claims.VERSION, claims.claims, grain=Grain.GROUP),
        ),
    )
