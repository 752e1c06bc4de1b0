"""Run a plan over documents and account for every one of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from dragoman.config import Settings
from dragoman.pipeline.article import Task
from dragoman.pipeline.local import results
from dragoman.pipeline.plan import Plan
from dragoman.pipeline.stage import Grain
from dragoman.pipeline.stories import make_stories
from dragoman.store.rows import DocumentRows, dropped_row
from dragoman.store.view import SqliteView
from dragoman.store.writer import SqliteWriter
from dragoman.types import Article, ArticleId, Document, DocumentId, Dropped, Parse, Reason

_TOLD = 20
"""Inputs set aside that the ledger names; the quarantine holds all."""

Progress = Callable[[str, int], None]
"""Told the name of the step and how many inputs it has finished."""


@dataclass
class Ledger:
    """Counts of one run. ``read`` = ``written`` + ``unchanged`` + all that was ``dropped``, by reason."""

    read: int = 0
    written: int = 0
    unchanged: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    remade: int = 0
    stories: int = 0
    set_aside: list[Dropped] = field(default_factory=list)
    """The first inputs set aside in this run, at most twenty, to be told at its end."""
    failures: Counter[str] = field(default_factory=Counter)
    """Articles and stories that were kept though one later stage set them aside, by stage."""

    def adds_up(self) -> bool:
        """Tell whether every input is accounted for."""
        return self.read == self.written + self.unchanged + self.dropped.total()


def run(
    given: Iterable[Document | Dropped],
    plan: Plan,
    settings: Settings,
    store: tuple[SqliteView, SqliteWriter],
    options: "RunOptions",
) -> Ledger:
    """Read ``given`` into the store, make stale results again, then group and compare stories.

    Each batch is one transaction, so that a run killed at any moment goes on where it was.
    """
    view, writer = store
    ledger = Ledger()
    if models := "|".join(stage.model for stage in plan.stages if stage.model):
        writer.keep_readings_of(models)
    writer.keep_plan(plan.each_id(), [(s.name, plan.fingerprints()[s.name]) for s in plan.of(Grain.EACH)])
    names = tuple(stage.name for stage in plan.of(Grain.EACH))
    tasks = (Task(document, names) for document in _new(given, view, writer, ledger))
    for batch in results(tasks, settings, plan, options.workers, view.path()):
        writer.add(batch)
        for rows in batch:
            if rows.article is None:
                _lose(rows, ledger)
            else:
                ledger.written += 1
                ledger.failures.update(str(row[1]) for row in rows.dropped)
        options.progress("reading", ledger.read)
    _remake(plan, settings, store, options, ledger)
    ledger.stories = make_stories(plan, view, writer, options.progress, ledger.failures)
    return ledger


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to run: over how many processes, and whom to tell."""

    workers: int = 1
    progress: Progress = lambda _step, _done: None


def _lose(rows: DocumentRows, ledger: Ledger) -> None:
    """Count a document that gave no article, under the first reason told."""
    told = [Dropped(str(row[0]), str(row[1]), Reason(row[2]), str(row[3])) for row in rows.dropped[:1]]
    ledger.dropped[told[0].reason.value if told else Reason.NO_ARTICLE.value] += 1
    ledger.set_aside.extend(told[: _TOLD - len(ledger.set_aside)])


def _new(
    given: Iterable[Document | Dropped], view: SqliteView, writer: SqliteWriter, ledger: Ledger
) -> Iterator[Document]:
    """Yield the documents not read before; count the rest and keep what was set aside."""
    seen: dict[DocumentId, str] = {}
    for found in given:
        item = _named(found)
        ledger.read += 1
        if isinstance(item, Dropped):
            _set_aside(item, None, writer, ledger)
        elif item.id in seen:
            detail = f"the same content as {seen[item.id]}; counted once"
            _set_aside(Dropped(item.location, "sources", Reason.DUPLICATE, detail), item.id, writer, ledger)
        else:
            seen[item.id] = item.location
            if view.set_aside(item.location):
                writer.readmit(item.location)
            if not view.known(item.id):
                yield item
            elif loss := view.loss(item.id):
                ledger.dropped[loss] += 1
            else:
                ledger.unchanged += 1


def _set_aside(dropped: Dropped, document: DocumentId | None, writer: SqliteWriter, ledger: Ledger) -> None:
    ledger.dropped[dropped.reason.value] += 1
    if len(ledger.set_aside) < _TOLD:
        ledger.set_aside.append(dropped)
    writer.drop(dropped_row(dropped, document))


def _named(item: Document | Dropped) -> Document | Dropped:
    """Return ``item`` under a location that can be written: a file's name may hold bytes that are no text."""
    location = item.input if isinstance(item, Dropped) else item.location
    told = location.encode(errors="backslashreplace").decode()
    if told == location:
        return item
    return replace(item, input=told) if isinstance(item, Dropped) else replace(item, location=told)


def _remake(
    plan: Plan,
    settings: Settings,
    store: tuple[SqliteView, SqliteWriter],
    options: RunOptions,
    ledger: Ledger,
) -> None:
    """Run again, over stored documents, the stages whose fingerprint changed, and nothing else."""
    view, writer = store
    stale = view.stale(plan.each_id())
    tasks = (_stale_task(key, plan, view) for key in stale)
    for batch in results(tasks, settings, plan, options.workers, view.path()):
        writer.add(batch)
        ledger.remade += len(batch)
        for rows in batch:
            ledger.failures.update(str(row[1]) for row in rows.dropped if row[2] == Reason.FAILED.value)
        options.progress("making again", ledger.remade)


def _stale_task(key: DocumentId, plan: Plan, view: SqliteView) -> Task:
    """Return the task that brings one stored document up to ``plan``."""
    before, now = view.plan_of(key), plan.fingerprints()
    stages = tuple(s.name for s in plan.of(Grain.EACH) if before.get(s.name) != now[s.name])
    have: dict[type, tuple[object, ...]] = {}
    article = ArticleId(key)
    for stage in plan.of(Grain.EACH):
        if stage.name in stages:
            continue
        if stage.writes is Article:
            have[Article] = tuple(view.articles([article]))
        elif stage.writes is Parse:
            have[Parse] = tuple(view.parses([article]))
        else:
            have[stage.writes] = tuple(view.findings(stage.writes, [article]))
    return Task(view.document(key), stages, have, stored=True)
