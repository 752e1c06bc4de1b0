"""Present and future tenses that speak of what lies ahead: "she turns to Amman", "will depend on"."""

from dragoman.text.clauses import Clauses
from dragoman.text.lexicon import Lexicon
from dragoman.text.modality import Reading
from dragoman.text.predicate import is_thing, subject_of
from dragoman.text.verbs import Group
from dragoman.types import Status, Tense

_INDIRECT = ("whether", "how", "what", "who", "where", "when", "why")
_OPEN = (
    "remains to be seen",
    "remains unclear",
    "remains uncertain",
    "is unclear",
    "is uncertain",
    "is anyone",
)
_PLAN_FRONT = ("once", "after", "before", "until")
_WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_DAY_LINKS = ("on", "next", "this", "coming", "by", "from", "until", "late", "early")
_LINKS = ("to", "in", "for", "at", "from", "on", "home")


def ahead(parsed: Clauses, lexicon: Lexicon, number: int) -> Reading | None:
    """Return the reading of a main verb that speaks of what is to come, if it does."""
    group = parsed.groups[number]
    if group.negated:
        return None
    told = (group.first, group.head)
    if group.form == "M" and group.modal in ("will", "'ll", "’ll", "wo"):
        return Reading(Status.EXPECTED, Tense.FUTURE, told) if _foretells(parsed, lexicon, number) else None
    if group.form != "P" or group.perfect:
        return None
    asked = parsed.words[0].low in _INDIRECT
    if asked and lexicon.has("sentences.condition_verb", parsed.words[group.head].lemma):
        return Reading(Status.POSSIBLE, Tense.FUTURE, told)
    arranged = _arranged(parsed, lexicon, group)
    if arranged is not None:
        return Reading(arranged, Tense.FUTURE, told)
    after = parsed.words[group.head + 1 : group.head + 2]
    plans = parsed.words[group.head].lemma in ("plan", "schedule") and not group.passive
    if (plans and after and after[0].tag in "DS") or _is_planned(parsed, lexicon, number):
        return Reading(Status.PLANNED, Tense.FUTURE, told)
    return None


def depends(parsed: Clauses, lexicon: Lexicon) -> Reading | None:
    """Read "Whether the plan works will depend on the harvest" and "... remains to be seen"."""
    if parsed.words[0].low not in _INDIRECT:
        return None
    lows = " ".join(word.low for word in parsed.words)
    if any(phrase in lows for phrase in _OPEN):
        return Reading(Status.POSSIBLE, Tense.FUTURE)
    for group in parsed.groups:
        lemma = parsed.words[group.head].lemma
        told = (group.first, group.head)
        if group.first == 0 or group.negated:
            continue
        if group.form == "M" and group.modal in ("will", "may", "could", "might"):
            if lexicon.has("sentences.outcome_verb", lemma) or lexicon.has("sentences.condition_verb", lemma):
                sure = group.modal == "will"
                return Reading(Status.EXPECTED if sure else Status.POSSIBLE, Tense.FUTURE, told)
        elif group.form == "P" and lexicon.has("sentences.condition_verb", lemma):
            return Reading(Status.POSSIBLE, Tense.FUTURE, told)
    return None


def _foretells(parsed: Clauses, lexicon: Lexicon, number: int) -> bool:
    """Tell whether "will" foretells what nobody can arrange: "These details will reveal more"."""
    subject = subject_of(parsed, number)
    lemma = parsed.words[parsed.groups[number].head].lemma
    if subject is None or not lexicon.has("sentences.outcome_verb", lemma):
        return False
    return subject.demonstrative or is_thing(subject, lexicon) or subject.bare


def _arranged(parsed: Clauses, lexicon: Lexicon, group: Group) -> Status | None:
    """Read "is scheduled for May", "are expected in Lima" with no infinitive behind."""
    if not group.passive:
        word = parsed.words[group.head]
        after = parsed.words[group.head + 1 : group.head + 3]
        due = word.tag == "E" and len(after) > 1 and after[0].low in ("due", "set") and after[1].tag == "P"
        return Status.PLANNED if due else None
    after = parsed.words[group.head + 1 : group.head + 2]
    if not after or after[0].tag not in "PNA":
        return None
    lemma = parsed.words[group.head].lemma
    if lemma in ("schedule", "slate", "plan", "book", "set", "earmark"):
        return Status.PLANNED
    return Status.EXPECTED if lexicon.has("sentences.prediction_verb", lemma) else None


def _is_planned(parsed: Clauses, lexicon: Lexicon, number: int) -> bool:
    """Read a journey or a date told in the present: "lands on Thursday", "Once she is done, she turns to"."""
    group = parsed.groups[number]
    words = parsed.words
    if any(lexicon.has("sentences.frequency", w.low) or w.low in ("every", "each") for w in words):
        return False
    lemma = words[group.head].lemma
    journey = lexicon.has("sentences.journey_verb", lemma)
    scheduled = journey or lexicon.has("cues.scheduled_verb", lemma)
    if not scheduled or group.passive:
        return False
    if _names_day(parsed, group):
        return True
    if words[0].low in _PLAN_FRONT and _front_is_present(parsed, number):
        return True
    subject = subject_of(parsed, number)
    after = words[group.head + 1 : group.head + 2]
    onward = [word.low for word in words[group.head + 1 : group.head + 3]] == ["on", "to"]
    towards = bool(after) and (
        onward or after[0].low == "to" or (after[0].low in _LINKS and lemma in ("fly", "land", "head"))
    )
    once = words[group.head].low != words[group.head].lemma or not (subject and subject.bare)
    person = subject is not None and not is_thing(subject, lexicon) and not subject.demonstrative
    return journey and towards and once and person and lemma not in ("continue", "proceed", "move")


def _names_day(parsed: Clauses, group: Group) -> bool:
    """Tell whether a weekday or a month to come follows the verb: "meet on Friday", "opens in June"."""
    words = parsed.words
    last = parsed.segments[parsed.segment_of[group.head]].last
    for index in range(group.head + 1, last + 1):
        low, before = words[index].low, words[index - 1].low
        if low in _WEEKDAYS and before in _DAY_LINKS:
            return True
        if before == "next" and low in ("week", "month", "year", "spring", "summer", "autumn", "winter"):
            return index < 2 or words[index - 2].low != "the"  # noqa: PLR2004 - "over the next year"
    return False


def _front_is_present(parsed: Clauses, number: int) -> bool:
    """Tell whether the clause before the main one is in the present: "Once the premier is done in Cairo,"."""
    fronted = [g for n, g in enumerate(parsed.groups) if n < number and g.finite]
    return any(g.form == "P" for g in fronted) and not any(g.form == "D" for g in fronted)
