"""Run the stages that see one article, and make its rows: the work that is spread over processes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dragoman.errors import ModelError
from dragoman.pipeline.plan import Plan
from dragoman.pipeline.stage import Grain, Stage
from dragoman.store.codec import FINDINGS, KINDS
from dragoman.store.rows import (
    DocumentRows,
    article_row,
    document_row,
    dropped_row,
    finding_rows,
    sentence_rows,
)
from dragoman.types import Article, Document, Dropped, Parse, Reason


@dataclass(frozen=True, slots=True)
class Task:
    """A document to read, or to read again: ``have`` holds stored records of stages still valid.

    ``stored`` tells that the document's bytes are in the store already. ``stages`` names what to run.
    """

    document: Document
    stages: tuple[str, ...]
    have: Mapping[type, tuple[object, ...]] = field(default_factory=dict)
    stored: bool = False


def read_document(task: Task, plan: Plan) -> DocumentRows:
    """Return the rows that ``task`` gives under ``plan``.

    A stage that raises on this document sets it aside for that stage alone, with the reason; the
    stages that do not need its records still run.
    """
    records: dict[type, tuple[object, ...]] = {Document: (task.document,), **task.have}
    dropped: list[Dropped] = []
    made: set[type] = set()
    needed = {kind for stage in plan.of(Grain.EACH) if stage.name in task.stages for kind in stage.reads}
    for stage in plan.of(Grain.EACH):
        if stage.name in task.stages:
            made.add(stage.writes)
            records[stage.writes] = _run(stage, records, task.document.location, dropped)
        elif stage.complete is not None and stage.writes in needed:
            again = replace(stage, reads=(*stage.reads, stage.writes), run=stage.complete)
            records[stage.writes] = _run(again, records, task.document.location, dropped)
    if Article in made and not records[Article] and not dropped:
        detail = "no article was found, and no reason was given; please report this text"
        dropped.append(Dropped(task.document.location, "clean", Reason.NO_ARTICLE, detail))
    return _rows(task, plan, records, made, dropped)


def set_aside(task: Task, plan: Plan, detail: str) -> DocumentRows:
    """Return the rows of a task that could not be run at all: what it was to make anew goes."""
    stages = [stage for stage in plan.of(Grain.EACH) if stage.name in task.stages]
    made = {stage.writes for stage in stages}
    records = {Document: (task.document,), **task.have, **dict.fromkeys(made, ())}
    dropped = [Dropped(task.document.location, stages[0].name, Reason.FAILED, detail)]
    return _rows(task, plan, records, made, dropped)


def _run(
    stage: Stage, records: Mapping[type, tuple[object, ...]], location: str, dropped: list[Dropped]
) -> tuple[object, ...]:
    """Return what ``stage`` writes, moving what it sets aside to ``dropped``."""
    arguments: list[object] = []
    for kind in stage.reads:
        found = records.get(kind, ())
        if stage.passes_alone(kind):
            if not found:
                return ()
            arguments.append(found[0])
        else:
            arguments.append(found)
    written: list[object] = []
    try:
        for result in stage.run(*arguments):
            if isinstance(result, Dropped):
                dropped.append(result)
            else:
                written.append(result)
    except ModelError:
        raise  # no document is to blame
    except Exception as error:  # noqa: BLE001 - one bad document never stops a run
        dropped.append(
            Dropped(
                location,
                stage.name,
                Reason.FAILED,
                f"{type(error).__name__}: {error}; please report this text",
            )
        )
        return ()
    return tuple(written)


def _rows(
    task: Task,
    plan: Plan,
    records: Mapping[type, tuple[object, ...]],
    made: set[type],
    dropped: list[Dropped],
) -> DocumentRows:
    document = task.document
    article = next((r for r in records.get(Article, ()) if isinstance(r, Article)), None)
    parse = next((r for r in records.get(Parse, ()) if isinstance(r, Parse)), None)
    kinds = tuple(sorted(KINDS[kind] for kind in made if kind in KINDS))
    findings = [record for kind in kinds for record in records[FINDINGS[kind]]]
    return DocumentRows(
        id=document.id,
        location=document.location,
        document=None if task.stored else document_row(document),
        recut=Article in made,
        article=article_row(article) if article and Article in made else None,
        body=article.body() if article and Article in made else "",
        sentences=(sentence_rows(parse) if parse else ()) if Parse in made else None,
        findings=finding_rows(document.id, findings) if article else (),
        kinds=kinds,
        dropped=tuple(dropped_row(d, document.id) for d in dropped),
        plan=plan.each_id(),
        stages=task.stages,
        readings=plan.readings.take_new(),
    )
