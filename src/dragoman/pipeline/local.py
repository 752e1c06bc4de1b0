"""Spread tasks over this machine's processes; the order of results is the order of tasks."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.config import Settings
from dragoman.pipeline.article import Task, read_document
from dragoman.pipeline.plan import Plan, default_plan
from dragoman.store.rows import DocumentRows, document_row, dropped_row
from dragoman.types import Dropped, Reason

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

BATCH = 16
"""Documents per hand-over and per transaction: isolation costs 45 % page by page, little in sixteens."""

_AHEAD = 3
"""Batches under way per worker, so that memory stays flat however long the input."""

_worker_plan: Plan | None = None


def results(
    tasks: Iterable[Task], settings: Settings, plan: Plan, workers: int
) -> Iterator[list[DocumentRows]]:
    """Yield the rows of each batch of tasks, in the order given, whatever the number of ``workers``."""
    batches = _batches(tasks)
    if workers <= 1:
        for batch in batches:
            yield [read_document(task, plan) for task in batch]
        return
    yield from _spread(batches, settings, plan, workers)


def _batches(tasks: Iterable[Task]) -> Iterator[tuple[Task, ...]]:
    waiting = iter(tasks)
    while batch := tuple(islice(waiting, BATCH)):
        yield batch


def _spread(
    batches: Iterator[tuple[Task, ...]], settings: Settings, plan: Plan, workers: int
) -> Iterator[list[DocumentRows]]:
    """Keep a bounded number of batches under way and yield their rows in order."""
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(settings, workers)
    under_way: deque[tuple[tuple[Task, ...], Future[list[DocumentRows]]]] = deque()
    try:
        while True:
            for batch in islice(batches, workers * _AHEAD - len(under_way)):
                under_way.append((batch, pool.submit(_work, batch)))
            if not under_way:
                return
            batch, future = under_way.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                # A worker died (killed, or out of memory): find the document that does it, and go on.
                pool.shutdown(wait=False, cancel_futures=True)
                waiting = [batch, *(other for other, _ in under_way)]
                under_way.clear()
                for other in waiting:
                    yield [_alone(task, settings, plan) for task in other]
                pool = _pool(settings, workers)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(task: Task, settings: Settings, plan: Plan) -> DocumentRows:
    """Return the rows of one task run in a process of its own; one that kills the process is set aside."""
    from concurrent.futures.process import BrokenProcessPool

    with _pool(settings, 1) as pool:
        try:
            return pool.submit(_work, (task,)).result()[0]
        except BrokenProcessPool:
            dropped = Dropped(task.document.location, "clean", Reason.FAILED, "the process that read it died")
            return DocumentRows(
                id=task.document.id,
                location=task.document.location,
                document=None if task.stored else document_row(task.document),
                recut=False,
                article=None,
                body="",
                sentences=(),
                findings=(),
                kinds=(),
                dropped=(dropped_row(dropped, task.document.id),),
                plan=plan.each_id(),
            )


def _pool(settings: Settings, workers: int) -> "ProcessPoolExecutor":
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(workers, get_context("spawn"), _start, (settings,))


def _start(settings: Settings) -> None:
    """Prepare a worker: it leaves Ctrl-C to the parent, which ends it in good order."""
    global _worker_plan  # noqa: PLW0603 - one plan per process, built once
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker_plan = default_plan(settings)


def _work(batch: tuple[Task, ...]) -> list[DocumentRows]:
    assert _worker_plan is not None  # noqa: S101 - _start ran
    return [read_document(task, _worker_plan) for task in batch]
