"""Clauses that say that something did not happen, or that it was not as it was taken."""

from dragoman.text.clauses import Clauses
from dragoman.text.lexicon import Lexicon
from dragoman.text.predicate import subject_of
from dragoman.text.verbs import Group
from dragoman.types import Status

_OFF = 6


def denied(parsed: Clauses, lexicon: Lexicon, number: int) -> bool:
    """Tell whether nothing came of it: "No date has been fixed", "was called off", "ended without a deal"."""
    group = parsed.groups[number]
    if group.negated:
        return False
    return (
        _by_nobody(parsed, lexicon, number)
        or _is_called_off(parsed, lexicon, group)
        or _has_no_result(parsed, lexicon, group)
    )


def rebuttal(parsed: Clauses, lexicon: Lexicon, number: int) -> Status | None:
    """Return how a denied reading is meant: "She isn't.", "doesn't mean a rupture", "is no retreat"."""
    group = parsed.groups[number]
    words = parsed.words
    head = words[group.head]
    if head.tag != "E":
        meant = group.negated and lexicon.has("sentences.rebuttal_verb", head.lemma) and group.form in "PD"
        return Status.NEGATED if meant else None
    after = [word for word in words[group.head + 1 : group.head + 4] if word.tag != "X"]
    no = bool(after) and after[0].low == "no" and len(after) > 1 and after[1].low != "longer"
    if not group.negated and not no:
        return None
    if group.negated and (not after or after[0].tag == "Y" or after[0].low == "about"):
        return Status.NEGATED
    if group.form == "P" and not group.perfect:
        return Status.OPINION
    if group.form != "D":
        return None
    judged = no or after[0].low in ("a", "an", "the") or lexicon.has("sentences.evaluation", after[0].low)
    return Status.OPINION if judged or lexicon.has("sentences.appraisal_word", after[0].low) else None


def _by_nobody(parsed: Clauses, lexicon: Lexicon, number: int) -> bool:
    """Tell whether the subject is nobody or nothing, or "neither side"."""
    group = parsed.groups[number]
    subject = subject_of(parsed, number)
    if subject is None or group.form not in "PD" or not lexicon.has("sentences.nobody", subject.opening.low):
        return False
    return parsed.words[group.head].tag != "E" or group.perfect or group.form == "D"


def _is_called_off(parsed: Clauses, lexicon: Lexicon, group: Group) -> bool:
    """Tell whether the verb takes a plan back: "cancelled", "was called off", "put off the visit"."""
    if group.form not in "PD" or group.progressive:
        return False
    lemma = parsed.words[group.head].lemma
    if lexicon.has("sentences.off_verb", lemma):
        return True
    behind = [word.low for word in parsed.words[group.head + 1 : group.head + _OFF]]
    if lemma in ("call", "put") and behind[:1] == ["off"]:
        return True
    return group.passive and lemma in ("shelve", "scrap", "scuttle", "axe", "abandon", "defer")


def _has_no_result(parsed: Clauses, lexicon: Lexicon, group: Group) -> bool:
    """Tell whether something ended with nothing to show: "broke up without a statement"."""
    if group.form not in "PD" or not lexicon.has("sentences.end_verb", parsed.words[group.head].lemma):
        return False
    behind = [word.low for word in parsed.words[group.head + 1 : group.head + _OFF]]
    if "without" in behind:
        return True
    return "with" in behind and behind[behind.index("with") + 1 :][:1] == ["no"]
