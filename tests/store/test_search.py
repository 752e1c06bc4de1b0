import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.store.search import fold, match_query

INDEX = sqlite3.connect(":memory:")
INDEX.execute("CREATE VIRTUAL TABLE t USING fts5 (x)")
INDEX.execute("INSERT INTO t VALUES ('the envoy left Geneva')")


@given(st.text())
def test_no_words_of_a_user_break_the_query(words: str) -> None:
    query = match_query(words)

    if query is not None:
        INDEX.execute("SELECT * FROM t WHERE t MATCH ?", (query,)).fetchall()


@pytest.mark.parametrize(
    "words",
    ['"', "NEAR(", "a AND", "title:x", "*", "^x", "a-b", "x OR y", "(", "'; DROP TABLE t; --", "-", "+a"],
)
def test_signs_of_the_query_language_are_only_words(words: str) -> None:
    query = match_query(words)

    assert (
        query is None
        or INDEX.execute("SELECT count(*) FROM t WHERE t MATCH ?", (query,)).fetchone() is not None
    )


def test_words_in_quotation_marks_are_a_phrase() -> None:
    assert match_query('"envoy left" Geneva') == '"envoy left" "Geneva"'
    assert INDEX.execute(
        "SELECT count(*) FROM t WHERE t MATCH ?", (match_query('"left envoy"'),)
    ).fetchone() == (0,)


def test_folding_takes_case_and_accents_away() -> None:
    assert fold("Élysée") == "elysee"
