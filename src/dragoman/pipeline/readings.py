"""Readings at hand in one process: those met lately, and behind them those of the store."""

from collections import OrderedDict
from collections.abc import Callable
from functools import cache
from pathlib import Path

from dragoman.store.sqlite import connect
from dragoman.store.view import SqliteView

_MOST = 16_384
"""Readings kept at hand: about 4 MB (80 bytes a sentence and as much again for its key and place)."""


def _nothing(_: bytes) -> None:
    """Stand for a store with no readings."""


class RecentReadings:
    """A cache of packed readings that tells what is new, for the store to keep with the document it is of.

    ``stored`` looks a key up in the store; it only reads. What is handed over as new may be in the store
    already, when another process made it meanwhile: it is equal.
    """

    def __init__(self, stored: Callable[[bytes], bytes | None] = _nothing) -> None:
        self._stored = stored
        self._recent: OrderedDict[bytes, bytes] = OrderedDict()
        self._new: dict[bytes, bytes] = {}

    def get(self, key: bytes) -> bytes | None:
        """Return the packed reading under ``key``, if there is one."""
        packed = self._recent.get(key)
        if packed is not None:
            self._recent.move_to_end(key)
            return packed
        packed = self._stored(key)
        if packed is not None:
            self._remember(key, packed)
        return packed

    def put(self, key: bytes, packed: bytes) -> None:
        """Remember a reading that was just made."""
        self._new[key] = packed
        self._remember(key, packed)

    def _remember(self, key: bytes, packed: bytes) -> None:
        self._recent[key] = packed
        if len(self._recent) > _MOST:
            self._recent.popitem(last=False)

    def take_new(self) -> tuple[tuple[bytes, bytes], ...]:
        """Return, once, what was put since the last call, in order of the keys."""
        new = tuple(sorted(self._new.items()))
        self._new.clear()
        return new


def readings_in(store: Path | None) -> RecentReadings:
    """Return the readings at hand in a process that only reads ``store``, which is opened when needed."""
    if store is None:
        return RecentReadings()

    @cache
    def view() -> SqliteView:
        return SqliteView(connect(store, write=False))

    return RecentReadings(lambda key: view().reading(key))
