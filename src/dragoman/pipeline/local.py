"""Spread tasks over this machine's processes; the order of results is the order of tasks."""

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.config import Settings
from dragoman.errors import DragomanError
from dragoman.pipeline.article import Task, read_document, set_aside
from dragoman.pipeline.plan import Plan, default_plan
from dragoman.pipeline.readings import readings_in
from dragoman.store.rows import DocumentRows

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.connection import Connection

BATCH = 16
"""Documents per hand-over and per transaction: isolation costs 45 % page by page, little in sixteens."""

_AHEAD = 3
"""Batches under way per worker, so that memory stays flat however long the input."""

_worker_plan: Plan | None = None

_Needs = tuple[Settings, Path | None]
"""What a worker makes its plan from: the settings, and the store that holds readings."""


def results(
    tasks: Iterable[Task], settings: Settings, plan: Plan, workers: int, store: Path | None = None
) -> Iterator[list[DocumentRows]]:
    """Yield the rows of each batch of tasks, in the order given, whatever the number of ``workers``.

    Workers look readings up in the file ``store``; they never write to it.
    """
    batches = _batches(tasks)
    if workers <= 1:
        for batch in batches:
            yield [read_document(task, plan) for task in batch]
        return
    yield from _spread(batches, (settings, store), plan, workers)


def _batches(tasks: Iterable[Task]) -> Iterator[tuple[Task, ...]]:
    waiting = iter(tasks)
    while batch := tuple(islice(waiting, BATCH)):
        yield batch


def _spread(
    batches: Iterator[tuple[Task, ...]], needs: _Needs, plan: Plan, workers: int
) -> Iterator[list[DocumentRows]]:
    """Keep a bounded number of batches under way and yield their rows in order."""
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    lifeline, hold = get_context("spawn").Pipe(duplex=False)
    pool = _pool(needs, workers, lifeline)
    under_way: deque[tuple[tuple[Task, ...], Future[list[DocumentRows]]]] = deque()
    try:
        while True:
            for batch in islice(batches, workers * _AHEAD - len(under_way)):
                under_way.append((batch, _submit(pool, batch)))
            if not under_way:
                break
            batch, future = under_way.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                # A worker died (killed, or out of memory): find the document that does it, and go on.
                pool.shutdown(wait=False, cancel_futures=True)
                waiting = [batch, *(other for other, _ in under_way)]
                under_way.clear()
                for other in waiting:
                    yield _alone(other, needs, plan)
                pool = _pool(needs, workers, lifeline)
        pool.shutdown()
    finally:
        # After an error or Ctrl-C nobody waits for the batches under way: letting go ends the workers.
        hold.close()
        pool.shutdown(wait=False, cancel_futures=True)
        lifeline.close()


def _submit(pool: "ProcessPoolExecutor", batch: tuple[Task, ...]) -> "Future[list[DocumentRows]]":
    """Hand a batch over; a pool that broke meanwhile shows in the result, as for batches under way."""
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _uninterrupted():
            return pool.submit(_work, batch)
    except BrokenProcessPool as error:
        broken: Future[list[DocumentRows]] = Future()
        broken.set_exception(error)
        return broken


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back for a moment: a process started meanwhile never sees one, and here it comes after."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # when this is started later, it lets Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _alone(tasks: tuple[Task, ...], needs: _Needs, plan: Plan) -> list[DocumentRows]:
    """Return the rows of tasks run in a process of their own; halving finds one that ends its process.

    Raises:
        DragomanError: no process can be started at all, so that no document is to blame.

    """
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _pool(needs, 1) as pool:
            return _submit(pool, tasks).result()
    except BrokenProcessPool:
        if len(tasks) > 1:
            half = len(tasks) // 2
            return [*_alone(tasks[:half], needs, plan), *_alone(tasks[half:], needs, plan)]
        _check_start(needs)
        return [set_aside(tasks[0], plan, "the process that read it died; please report this text")]


def _check_start(needs: _Needs) -> None:
    """Raise unless a process that does nothing starts and ends well."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _pool(needs, 1) as pool:
            _submit(pool, ()).result()
    except BrokenProcessPool as error:
        raise DragomanError(
            "worker processes end as soon as they start: free memory, or run again with --workers 1; "
            "everything finished is kept"
        ) from error


def _pool(needs: _Needs, workers: int, lifeline: "Connection | None" = None) -> "ProcessPoolExecutor":
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(workers, get_context("spawn"), _start, (needs, lifeline))


def _start(needs: _Needs, lifeline: "Connection | None") -> None:
    """Prepare a worker: it leaves Ctrl-C to the parent, which ends it in good order, and dies with it."""
    global _worker_plan  # noqa: PLW0603 - one plan per process, built once
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(lifeline,), daemon=True).start()
    settings, store = needs
    _worker_plan = default_plan(settings, readings_in(store))


def _end_with_parent(lifeline: "Connection | None") -> None:
    """End with the parent, or when it lets go: a worker whose parent was killed would wait for ever."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    if parent := parent_process():
        wait([parent.sentinel, lifeline] if lifeline else [parent.sentinel])
        os._exit(1)


def _work(batch: tuple[Task, ...]) -> list[DocumentRows]:
    assert _worker_plan is not None  # noqa: S101 - _start ran
    return [read_document(task, _worker_plan) for task in batch]
