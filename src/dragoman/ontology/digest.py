"""One digest over all tables, so that a changed fact makes stale results again."""

from hashlib import sha256
from importlib.resources import files


def tables_digest() -> str:
    """Return the digest of every data file of the ontology, in order of name."""
    told = sha256()
    folder = files("dragoman.ontology").joinpath("data")
    for table in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if table.is_file() and not table.name.endswith(".md"):
            told.update(table.name.encode())
            told.update(table.read_bytes())
    return told.hexdigest()[:12]
