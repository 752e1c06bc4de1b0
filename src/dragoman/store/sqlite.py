"""Open a store: schema, migrations, checks and the lock that lets one run write at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.errors import StoreError, StoreLocked

_APPLICATION = 0x44524147
"""``DRAG``: written into the file's header, so that no other database is taken for a store."""


def schema_version(migrations: Traversable | None = None) -> int:
    """Return the version of the schema this program writes: that of the newest numbered migration, or 1."""
    return max((number for number, _ in _migrations(migrations)), default=1)


def connect(path: Path, *, write: bool, create: bool = False) -> sqlite3.Connection:
    """Return a connection to the store at ``path``, checked and brought to the present schema.

    A reader can change nothing. It opens the file so that, being the last to close it, it takes the two
    files beside it away.

    Raises:
        StoreError: there is no store, it is damaged, or a newer program wrote it.

    """
    if not path.exists() and not create:
        raise StoreError(f"no store at {path}: run `dragoman read PATH` first, or name one with --store")
    try:
        connection = _opened(path, "rwc" if create else "rw")
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"{path} cannot be opened as a store: {error}; run `dragoman doctor`") from error
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        _check_kind(connection, path)
        if write:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        else:
            connection.execute("PRAGMA query_only = ON")
        _bring_up(connection, path, write=write)
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.Error):
            raise StoreError(f"{path} cannot be opened as a store: {error}; run `dragoman doctor`") from error
        raise
    return connection


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    """Return a connection; in a folder that cannot be written, one that needs no files beside it."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=5.0)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        # SQLite reads a store in WAL mode through two files beside it. Where they can neither be made nor
        # are there, nobody writes, and the file is read as it stands.
        if mode == "rwc" or path.with_name(f"{path.name}-wal").exists():
            raise
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, isolation_level=None)
    return connection


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database that is not ours before anything of it is changed."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if not empty and application != _APPLICATION:
        raise StoreError(f"{path} is a database of another program; name another file with --store")


def _bring_up(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    """Create the schema in a new file, migrate an older one, refuse a newer one."""
    have = connection.execute("PRAGMA user_version").fetchone()[0]
    empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    head = schema_version()
    if have > head:
        raise StoreError(
            f"{path} was written by a newer version (schema {have}, known here {head}): update dragoman"
        )
    if empty and write:
        with transaction(connection):
            run_script(connection, files("dragoman.store").joinpath("schema.sql").read_text("utf-8"))
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {head}")
    elif empty:
        raise StoreError(f"{path} is empty: run `dragoman read PATH` first")
    elif have < head and not write:
        raise StoreError(
            f"{path} has schema {have}, this program reads {head}: run `dragoman read` once to update it"
        )
    elif have < head:
        migrate(connection, path)


def migrate(connection: sqlite3.Connection, path: Path, migrations: Traversable | None = None) -> None:
    """Bring an older store up, one numbered step per transaction, after a copy of the file beside it."""
    have = connection.execute("PRAGMA user_version").fetchone()[0]
    backup = path.with_name(f"{path.name}.schema{have}.bak")
    if not backup.exists():
        unfinished = backup.with_name(f"{backup.name}.part")
        unfinished.unlink(missing_ok=True)
        connection.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.replace(backup)
    for number, step in _migrations(migrations):
        if number > have:
            with transaction(connection):
                run_script(connection, step.read_text("utf-8"))
                connection.execute(f"PRAGMA user_version = {number}")


def _migrations(folder: Traversable | None) -> list[tuple[int, Traversable]]:
    """Return the numbered steps ``NNNN_name.sql`` in order."""
    folder = folder or files("dragoman.store").joinpath("migrations")
    steps = [step for step in folder.iterdir() if step.name.endswith(".sql")] if folder.is_dir() else []
    return sorted(((int(step.name.split("_")[0]), step) for step in steps), key=lambda pair: pair[0])


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run the statements of ``script`` inside the open transaction (``executescript`` would commit it)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold one write transaction: all of it is kept, or, after any error or a kill, none.

    Raises:
        StoreError: the database refused, as when the disk is full.

    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise StoreError(
            f"the store refused to be written: {error}; nothing of this batch was kept: mend it and run again"
        ) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Hold the lock on writing to the store at ``path``.

    Raises:
        StoreLocked: another run holds it.
        StoreError: the file is no store, or its folder cannot be written.

    """
    from filelock import FileLock, Timeout

    if not path.absolute().parent.is_dir():
        raise StoreError(f"no folder {path.parent}: make it first, or name another place with --store")
    if _is_other_file(path):
        raise StoreError(f"{path} is a file of another kind, no store: name another place with --store")
    place = path.with_name(f"{path.name}.lock")
    lock = FileLock(str(place), timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise StoreLocked(
            f"{path} is being written by another run: wait for it, or name another --store"
        ) from error
    except (OSError, NotImplementedError) as error:
        raise StoreError(
            f"cannot write beside {path}: {_reason(error)}; name a place you can write to with --store"
        ) from error
    try:
        yield
    finally:
        lock.release()


def _is_other_file(path: Path) -> bool:
    """Tell whether something else than a SQLite file stands there; nothing is left beside such a file."""
    if not path.is_file():
        return path.exists()
    with path.open("rb") as file:
        head = file.read(16)
    return bool(head) and head != b"SQLite format 3\0"


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def check(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong with the file, in its words; empty when it is sound."""
    try:
        rows = [str(row[0]) for row in connection.execute("PRAGMA quick_check(20)")]
    except sqlite3.Error as error:
        return [str(error)]
    return [] if rows == ["ok"] else rows
