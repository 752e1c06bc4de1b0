"""The tables of verb forms and of words that show modality, as plain mappings."""

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from dragoman.errors import RecordError


@cache
def modality_words() -> Mapping[str, frozenset[str]]:
    """Return the word classes of ``modality.toml`` under ``table.class``."""
    text = (files("dragoman.ontology") / "data" / "modality.toml").read_text(encoding="utf-8")
    classes: dict[str, frozenset[str]] = {}
    for table, content in tomllib.loads(text).items():
        for name, words in content.items():
            if not words or any(word != word.lower() for word in words):
                raise RecordError(f"modality.toml: {table}.{name} is empty or has capitals")
            classes[f"{table}.{name}"] = frozenset(words)
    return MappingProxyType(classes)


@cache
def verb_forms() -> Mapping[str, tuple[str, str, float]]:
    """Return, by word form, its lemma, its kinds (B, S, D, N, G) and how often it is a verb, from ``verbs.csv``."""
    path = files("dragoman.ontology") / "data" / "verbs.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(line for line in lines if not line.startswith("#"))
        next(rows)
        forms = {form: (lemma, kinds, float(share)) for form, lemma, kinds, share in rows}
    for form, (_, kinds, share) in forms.items():
        if not set(kinds) <= set("BSDNG") or not 0.0 <= share <= 1.0:
            raise RecordError(f"verbs.csv: {form}: {kinds!r}, {share} is no verb form")
    return MappingProxyType(forms)
