"""The word tables as the text functions take them, made once."""

from functools import cache

from dragoman.ontology.modality import modality_words, verb_forms
from dragoman.text.lexicon import Form, Lexicon


@cache
def lexicon() -> Lexicon:
    """Return the verb forms and word classes."""
    return Lexicon({word: Form(*form) for word, form in verb_forms().items()}, modality_words())
