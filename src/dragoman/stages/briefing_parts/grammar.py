"""How the words of a sentence stand: a whole clause, a supposition, a question, an order; what it denies."""

import re
from functools import cache

from dragoman.ontology.briefing import briefing_words
from dragoman.ontology.modality import modality_words, verb_forms
from dragoman.stages.briefing_parts.matters import listed
from dragoman.text.clauses import Clauses, clauses
from dragoman.text.lexicon import Form, Lexicon
from dragoman.text.negation import denied

_MAIN = ("", "that")
_OPENING = "“”‘’\"' "


def is_clause(words: str) -> bool:
    """Tell whether ``words`` say something of their own: a verb with its subject, not only behind "if"."""
    parsed = _parsed(words)
    return any(
        group.finite and parsed.segments[parsed.segment_of[group.head]].opener in _MAIN
        for group in parsed.groups
    )


def is_supposed(words: str) -> bool:
    """Tell whether a sentence puts a case: "If they fail, ...", "Had they agreed, ...".

    "Whether" puts none, and neither does an "if" that stands for it: "asked if", "not known if".
    """
    told = listed("scenario.not_if").sub(" ", words)
    return bool(listed("scenario.if").search(told)) or is_inverted(words)


def is_inverted(words: str) -> bool:
    """Tell whether a sentence opens a condition by its order of words: "Had the ministers agreed, ..."."""
    return bool(_inversion().match(words.lstrip(_OPENING))) and "," in words and not is_question(words)


def is_question(words: str) -> bool:
    """Tell whether a sentence asks."""
    return words.rstrip(_OPENING).endswith("?")


def is_order(words: str, offset: int) -> bool:
    """Tell whether the verb at ``offset`` opens its sentence and so bids the reader: "Ask it on Friday"."""
    parsed = _parsed(words)
    index = parsed.at(offset)
    number = parsed.group_of[index] if index is not None else None
    if number is None:
        return False
    group = parsed.groups[number]
    return group.form == "B" and not words[: parsed.words[group.first].start].strip(_OPENING)


def is_denied(words: str, offset: int) -> bool:
    """Tell whether the word at ``offset`` is told as not done: "did not lift", "lifted no"."""
    parsed = _parsed(words)
    index = parsed.at(offset)
    if index is None:
        return False
    number = parsed.group_of[index]
    if number is None:
        before = [word.low for word in parsed.words[max(0, index - 2) : index]]
        return "no" in before
    following = parsed.words[parsed.groups[number].last + 1 :][:1]
    took_none = bool(following) and following[0].low in briefing_words()["facts.none"]
    return parsed.groups[number].negated or took_none or denied(parsed, _lexicon(), number)


def _parsed(words: str) -> Clauses:
    return clauses(words, _lexicon())


@cache
def _lexicon() -> Lexicon:
    """Return the verb forms and word classes."""
    return Lexicon({word: Form(*form) for word, form in verb_forms().items()}, modality_words())


@cache
def _inversion() -> re.Pattern[str]:
    """Match "Had", "Were" or "Should" before its subject."""
    return re.compile(r"(?:had|were|should)\s+(?!not\b|been\b|to\b)\w", re.IGNORECASE)
