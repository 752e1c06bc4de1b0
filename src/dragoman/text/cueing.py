"""Which words of a sentence are verbs of speech or thought, by a table of such words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.text.grammar import Part, Word, grammar
from dragoman.text.subjects import Reading, verb_group_start

_FINITE = frozenset({"past", "third", "base"})
_PLAIN_SUBJECTS = frozenset({"all", "both", "some", "many", "most", "few", "several"})
_SINGULAR = frozenset({"he", "she", "it", "this", "one", "another"})
_POSSESSORS = frozenset({"'s", "’s", "'", "’"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_PERFECT = frozenset({"has", "have", "had", "'ve", "’ve", "also", "not", "n't", "n’t"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The forms a verb of speech or thought may be, what it takes, and after which prepositions."""

    shapes: frozenset[str]
    takes: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verbs of speech and thought by their folded form, such nouns, and the forms of other common verbs."""

    verbs: Mapping[str, Frame]
    nouns: frozenset[str]
    doubtful: frozenset[str]
    other: frozenset[str]
    mute: frozenset[str] = frozenset()
    """Nouns for acts and choices, which say nothing themselves: "the gesture suggests"."""


def read(found: Sequence[Word], lexicon: Lexicon) -> Reading:
    """Return the sentence with a test for finite verbs."""

    def is_verb(index: int) -> bool:
        word = found[index]
        if word.part is not Part.WORD or word.capital:
            return False
        frame = lexicon.verbs.get(word.low)
        finite = word.low in lexicon.other or (frame is not None and bool(frame.shapes & _FINITE))
        return finite and not _reads_as_noun(found, index, lexicon)

    return Reading(found, is_verb)


def _reads_as_noun(found: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a form that may be a noun or a participle stands where a noun or adjective does."""
    known = grammar()
    if index == 0:
        return True
    before = found[index - 1]
    if before.low in known.determiners - _PLAIN_SUBJECTS or before.low in _POSSESSORS:
        return True
    if before.low in known.prepositions - {"to"}:
        return True
    if before.low == "to":
        return False
    if index > 1 and found[index - 2].low in _BEING and not (known.is_closed(before.low) or before.capital):
        return True  # "are key points", "are sticking points"
    word = found[index].low
    frame = lexicon.verbs.get(word)
    if frame is not None and not frame.shapes & {"past", "third"}:
        behind_verb = before.low.endswith("s") and _is_only_verb(before.low, lexicon)
        return word in lexicon.doubtful and (behind_verb or not _is_plural(before))
    if word in lexicon.nouns or (frame is None and word.endswith("s")):
        return not _agrees(before, word)
    return False


def _is_only_verb(low: str, lexicon: Lexicon) -> bool:
    """Tell whether a form in -s is a verb, behind which no other verb stands: "suggests caution"."""
    frame = lexicon.verbs.get(low)
    return frame is not None and "third" in frame.shapes and low not in lexicon.nouns


def _is_plural(before: Word) -> bool:
    """Tell whether ``before`` may end the subject of a bare verb form ("officials say")."""
    known = grammar()
    if before.low in known.auxiliaries or known.is_adverb(before.low) or before.low in known.plurals:
        return True
    if before.low in known.pronouns:
        return before.low not in _SINGULAR
    return before.part is Part.WORD and before.low.endswith("s") and before.low not in _POSSESSORS


def _agrees(before: Word, verb: str) -> bool:
    """Tell whether ``before`` may end the subject of the form ``verb``, that may also be a noun."""
    known = grammar()
    if before.low in known.auxiliaries or before.low in known.pronouns or known.is_adverb(before.low):
        return True
    if before.part is not Part.WORD:
        return False
    return before.capital or (before.low.endswith("s") != verb.endswith("s"))


def is_cue(reading: Reading, index: int, lexicon: Lexicon) -> bool:
    """Tell whether the verb form at ``index`` is used as a verb that can take a source."""
    known = grammar()
    word = reading.words[index]
    frame = lexicon.verbs[word.low]
    if word.capital:
        return False
    before = reading.low(index - 1)
    if before == "to" or before in known.prepositions - {"to"}:
        return False
    if "ing" in frame.shapes:
        return index > 0
    if not frame.shapes & _FINITE:
        return before in _PERFECT or known.is_adverb(before)
    if reading.part(index - 1) is Part.WORD and _reads_as_noun(reading.words, index, lexicon):
        return False
    start = verb_group_start(reading, index)
    group = {reading.low(at) for at in range(start, index)}
    return not (group & _BEING and "past" in frame.shapes)
