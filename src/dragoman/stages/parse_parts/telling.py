"""Sentences that can matter: the others need not be read by the model."""

import re
from functools import cache, lru_cache

from dragoman.ontology.cues import cues
from dragoman.ontology.events import event_triggers
from dragoman.ontology.modality import verb_forms
from dragoman.text.vocabulary import folded

_MARKS = frozenset('"“”«»„‘')
"""Quotation marks; of single straight ones the capital or the cue beside them speaks."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


def is_telling(sentence: str) -> bool:
    """Tell whether a sentence may hold a name, a quotation, an event or a cue.

    That is: a quotation mark, a capital behind the first word, or a form of a word that the tables of cues
    and of events hold. A name is missed only where it opens the sentence and none of these follows.
    """
    words: list[str] = _word().findall(sentence)
    return (
        not _MARKS.isdisjoint(sentence)
        or any(word[0].isupper() for word in words[1:])
        or any(_is_listed(word.lower()) for word in words)
    )


@lru_cache(65_536)
def _is_listed(word: str) -> bool:
    """Tell whether a table holds ``word``, or the word that it is a form of."""
    known = cues()
    if word in known.verbs or word in known.nouns or word in known.names:
        return True
    lemma = verb_forms()[word][0] if word in verb_forms() else word
    return not event_triggers().keys().isdisjoint((word, folded(word), lemma))
