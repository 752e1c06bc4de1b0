import re
import sqlite3
from pathlib import Path

import pytest

from dragoman.errors import StoreError, StoreLocked
from dragoman.store.sqlite import check, connect, migrate, schema_version, transaction, writing


def test_a_new_store_has_the_schema_and_is_sound(tmp_path: Path) -> None:
    connection = connect(tmp_path / "new.db", write=True, create=True)

    views = {
        row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('view', 'table')")
    }
    assert {"articles", "stories", "meetings", "events", "quotes", "claims", "evidence", "ledger"} <= views
    assert check(connection) == []
    assert connection.execute("PRAGMA user_version").fetchone()[0] == schema_version()


def test_a_missing_store_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="run `dragoman read PATH` first"):
        connect(tmp_path / "none.db", write=False)


def test_a_database_of_another_program_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()
    before = path.read_bytes()

    with pytest.raises(StoreError, match="another program"):
        connect(path, write=True, create=True)
    assert path.read_bytes()[:100] == before[:100]


def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "text.db"
    path.write_text("this is no database, only a long enough line of text " * 50)

    with pytest.raises(StoreError, match="cannot be opened as a store"):
        connect(path, write=False)


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    connect(path, write=True, create=True).execute("PRAGMA user_version = 99")

    with pytest.raises(StoreError, match="newer version"):
        connect(path, write=False)


def test_a_migration_is_whole_or_not_at_all_and_keeps_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    connection = connect(path, write=True, create=True)
    steps = tmp_path / "steps"
    steps.mkdir()
    (steps / "0102_add_notes.sql").write_text(
        "CREATE TABLE notes (x TEXT);\nINSERT INTO notes VALUES ('kept');\n"
    )
    (steps / "0103_broken.sql").write_text("CREATE TABLE half (x TEXT);\nINSERT INTO nowhere VALUES (1);\n")

    with pytest.raises(StoreError, match="nowhere"):
        migrate(connection, path, steps)

    assert connection.execute("SELECT x FROM notes").fetchone() == ("kept",)
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
    assert connection.execute("PRAGMA user_version").fetchone() == (102,)
    assert (tmp_path / f"old.db.schema{schema_version()}.bak").exists()


def test_a_copy_that_was_not_finished_is_not_taken_for_one(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    connection = connect(path, write=True, create=True)
    (tmp_path / f"old.db.schema{schema_version()}.bak.part").write_bytes(b"half a file")
    steps = tmp_path / "steps"
    steps.mkdir()
    (steps / "0102_add_notes.sql").write_text("CREATE TABLE notes (x TEXT);\n")

    migrate(connection, path, steps)

    copy = sqlite3.connect(tmp_path / f"old.db.schema{schema_version()}.bak")
    assert copy.execute("PRAGMA user_version").fetchone() == (schema_version(),)
    copy.close()
    assert not (tmp_path / f"old.db.schema{schema_version()}.bak.part").exists()


def test_a_store_of_the_first_schema_is_brought_up_to_that_of_a_new_one(
    tmp_path: Path,
) -> None:
    path = tmp_path / "first.db"
    connection = connect(path, write=True, create=True)
    new = described(connection)
    connection.execute("DROP TABLE readings")
    connection.execute("PRAGMA user_version = 1")
    connection.close()

    with pytest.raises(StoreError, match="run `dragoman read` once"):
        connect(path, write=False)
    assert described(connect(path, write=True)) == new
    assert (tmp_path / "first.db.schema1.bak").exists()


def described(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what every table and view is made of, without the comments."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: " ".join(re.sub(r"--.*", "", sql).split()) for name, sql in rows}


def test_an_error_inside_a_locked_run_is_told_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(PermissionError, match="theirs"), writing(tmp_path / "s.db"):
        raise PermissionError("theirs")


def test_no_index_of_findings_is_spread_at_random(tmp_path: Path) -> None:
    connection = connect(tmp_path / "s.db", write=True, create=True)
    indexes = connection.execute("PRAGMA index_list (findings)").fetchall()
    first = {connection.execute(f"PRAGMA index_info ({row[1]})").fetchall()[0][2] for row in indexes}

    assert first == {"article", "kind"}


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    with writing(path), pytest.raises(StoreLocked, match="another run"), writing(path):
        pass


def test_an_error_in_a_transaction_undoes_all_of_it(tmp_path: Path) -> None:
    connection = connect(tmp_path / "t.db", write=True, create=True)

    def write() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO marks VALUES ('a', 'b')")
            connection.execute("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(StoreError):
        write()
    assert connection.execute("SELECT count(*) FROM marks").fetchone() == (0,)


def test_a_full_disk_is_told_and_the_store_stays_sound(tmp_path: Path) -> None:
    connection = connect(tmp_path / "full.db", write=True, create=True)
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    def write() -> None:
        with transaction(connection):
            rows = [(str(number), "x" * 1000) for number in range(1000)]
            connection.executemany("INSERT INTO marks VALUES (?, ?)", rows)

    with pytest.raises(StoreError, match="full"):
        write()
    assert check(connection) == []
    assert connection.execute("SELECT count(*) FROM marks").fetchone() == (0,)
