"""The tables of verb forms and of words that show modality, as plain mappings."""

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.errors import RecordError
from dragoman.ontology.tables import data_bytes


@cache
def modality_words() -> Mapping[str, frozenset[str]]:
    """Return the word classes of ``modality.toml`` under ``table.class``."""
    text = data_bytes("modality.toml").decode("utf-8")
    classes: dict[str, frozenset[str]] = {}
    for table, content in tomllib.loads(text).items():
        for name, words in content.items():
            if not words or any(word != word.lower() for word in words):
                raise RecordError(f"modality.toml: {table}.{name} is empty or has capitals")
            classes[f"{table}.{name}"] = frozenset(words)
    return MappingProxyType(classes)


@cache
def verb_forms() -> Mapping[str, tuple[str, str, float]]:
    """Return, by word form, its lemma, its kinds (B, S, D, N, G) and how often it is a verb."""
    lines = data_bytes("verbs.csv").decode("utf-8").splitlines()
    rows = csv.reader(line for line in lines if not line.startswith("#"))
    next(rows)
    forms = {form: (lemma, kinds, float(share)) for form, lemma, kinds, share in rows}
    for form, (_, kinds, share) in forms.items():
        if not set(kinds) <= set("BSDNG") or not 0.0 <= share <= 1.0:
            raise RecordError(f"verbs.csv: {form}: {kinds!r}, {share} is no verb form")
    return MappingProxyType(forms)
