"""The words that tell nothing of what a report is about."""

from functools import cache

from dragoman.ontology.tables import data_bytes


@cache
def stopwords() -> frozenset[str]:
    """Return the stop words, folded; a line of the table that begins with ``#`` is a remark."""
    lines = data_bytes("stopwords.txt").decode("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
