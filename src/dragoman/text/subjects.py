"""Find who does what a verb says, by the words around it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.text.grammar import Grammar, Part, Word, grammar

_COMMAS = frozenset({",", "—", "–", "--", "-", "―", ")", "("})
_ENDS = frozenset({";", ":", "?", "!", "."})
_ARTICLES = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "no", "every", "each"}
)
_BESIDE_TIMES = frozenset(
    {"on", "in", "by", "at", "late", "early", "earlier", "later", "last", "next", "this", "that", "of"}
)
"""Words that stand in front of a day or month and belong to it; none begins a noun phrase of its own here."""
_RELATIVE_CLAUSE = 12
"""Most words of a relative clause inside a subject, without its last noun phrase."""
_LONGEST = 45
"""Most words a subject with its appositions may have; longer ones are misreadings."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The words ``[first, last]`` that name the subject, and where the ``verb`` and its helpers begin."""

    first: int
    last: int
    verb: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one sentence and a test for finite verbs, on which the rules run."""

    words: Sequence[Word]
    is_verb: Callable[[int], bool]

    def low(self, index: int) -> str:
        """Return the folded word at ``index``, or an empty text outside the sentence."""
        return self.words[index].low if 0 <= index < len(self.words) else ""

    def part(self, index: int) -> Part | None:
        """Return what stands at ``index``, or ``None`` outside the sentence."""
        return self.words[index].part if 0 <= index < len(self.words) else None


def subject_before(reading: Reading, verb: int) -> Subject | None:
    """Return the subject that stands left of the verb at ``verb``, with its appositions, or ``None``."""
    known = grammar()
    at = verb_group_start(reading, verb)
    last = _skip_time(reading, at - 1)
    if last < 0 or reading.part(last) is Part.QUOTED:
        return None
    low = reading.low(last)
    if low in known.conjunctions:
        return _shared(reading, last, at)
    if low in known.relatives and low != "that":
        return Subject(last, last, at)
    if low in _COMMAS:
        return _with_apposition(reading, last, at)
    first = phrase_start(reading, last)
    if first is None or (first == last and low in _ARTICLES):
        return None
    return Subject(_before_relative(reading, first), last, at)


def _before_relative(reading: Reading, first: int) -> int:
    """Return where "an aide who saw Lind" begins, of which the phrase at ``first`` is the end."""
    verb = False
    for index in range(first - 1, max(0, first - _RELATIVE_CLAUSE), -1):
        low = reading.low(index)
        if reading.part(index) is not Part.WORD or low in grammar().conjunctions:
            return first
        if low == "who":
            head = phrase_start(reading, index - 1) if verb else None
            return first if head is None else head
        verb = verb or reading.is_verb(index) or _looks_past(reading, index)
    return first


def verb_group_start(reading: Reading, verb: int) -> int:
    """Return the index where the auxiliaries and adverbs before the verb begin."""
    known = grammar()
    at = verb
    while at > 0 and reading.part(at - 1) is Part.WORD and _is_helper(reading, at - 1, known):
        at -= 1
    return at


def _is_helper(reading: Reading, index: int, known: Grammar) -> bool:
    """Tell whether the word stands between subject and verb; a possessive 's does not."""
    word = reading.words[index]
    if word.low in {"'s", "’s"}:
        return reading.low(index - 1) in known.pronouns
    if word.low in known.pronouns and word.low != "both":
        return False
    return word.low in known.auxiliaries or (known.is_adverb(word.low) and not word.capital)


def _skip_time(reading: Reading, last: int) -> int:
    """Step left over a day between subject and verb: "Okoro on Tuesday said"."""
    known = grammar()
    at = last
    if reading.low(at) in known.times and reading.words[at].part is Part.WORD and at > 0:
        while at > 0 and (
            reading.low(at) in known.times or reading.low(at) in {"last", "this", "late", "early"}
        ):
            at -= 1
        if reading.low(at) in {"on", "in"}:
            at -= 1
        elif not reading.words[at].capital and reading.low(at) not in known.pronouns:
            return last
    return at


def _shared(reading: Reading, conjunction: int, at: int) -> Subject | None:
    """Return the subject of the first verb, for the second of two joined verbs ("came and said")."""
    main = main_subject(reading, conjunction)
    return Subject(main[0], main[1], at) if main else None


def main_subject(reading: Reading, before: int) -> tuple[int, int] | None:
    """Return the first and last word of the sentence's own subject, if it stands before ``before``."""
    known = grammar()
    first = clause_opening(reading, 0, before)
    for index in range(first + 1, before):
        helper = reading.low(index) in known.auxiliaries and not _possessive(reading, index)
        if not (helper or reading.is_verb(index) or _looks_past(reading, index)):
            continue
        last = index - 1
        while last > first and (reading.part(last) is not Part.WORD or _ends_no_subject(reading.low(last))):
            last -= 1
        return (first, last) if is_noun_like(reading, first) else None
    return None


def _ends_no_subject(low: str) -> bool:
    """Tell whether a word between subject and verb is neither: an adverb, or a relative pronoun."""
    return grammar().is_adverb(low) or low in grammar().relatives


def _looks_past(reading: Reading, index: int) -> bool:
    """Tell whether an unlisted word in -ed stands where the first verb of a sentence would."""
    low = reading.low(index)
    return (
        low.endswith("ed")
        and not reading.words[index].capital
        and reading.low(index - 1) not in grammar().determiners
        and is_noun_like(reading, index - 1)
    )


def _possessive(reading: Reading, index: int) -> bool:
    """Tell whether the 's at ``index`` marks a possessor."""
    return reading.low(index) in {"'s", "’s"} and reading.low(index - 1) not in grammar().pronouns


def clause_opening(reading: Reading, first: int, before: int) -> int:
    """Return where the main clause begins: past conjunctions and phrases such as "On Monday, ..."."""
    known = grammar()
    at = first
    while at < before and (reading.low(at) in known.conjunctions or reading.part(at) is Part.MARK):
        at += 1
    for _ in range(3):
        at = _past_time(reading, at, before)
        low = reading.low(at)
        if low in {"even", "still", "also", "now", "then", "instead"} and reading.low(at + 1) != ",":
            at += 1
            continue
        opens = (
            low in known.prepositions
            or low in known.subordinators
            or known.is_adverb(low)
            or (low.endswith("ing") and "-" not in low)
        )
        if not opens or low == "that":
            return at
        comma = next((index for index in range(at, before) if reading.low(index) in {",", "—", "–"}), None)
        if comma is None:
            return at
        at = comma + 1
    return at


def _past_time(reading: Reading, first: int, before: int) -> int:
    """Return where the words behind a day begin: "Late on Friday | the minister", "On 3 March | Okoro"."""
    known = grammar()
    at, told = first, False
    while at < before and reading.part(at) is Part.WORD:
        low = reading.low(at)
        if low in known.times or (told and low.isdigit()):
            told = True
        elif low not in _BESIDE_TIMES and not low.isdigit():
            break
        at += 1
    opens = at < before and (reading.low(at) in known.determiners or reading.words[at].capital)
    return at if told and opens and reading.low(at - 1) not in known.prepositions else first


def phrase_start(reading: Reading, last: int) -> int | None:
    """Return where the noun phrase that ends at ``last`` begins, or ``None`` if no noun phrase ends there."""
    known = grammar()
    if reading.part(last) is not Part.WORD or not is_noun_like(reading, last):
        return None
    if reading.low(last) in known.pronouns and reading.low(last - 1) not in known.determiners:
        return last
    at = last
    while at > 0 and last - at < _LONGEST and not _bounds(reading, at - 1, last):
        at -= 1
    return _strip_opening(reading, at, last)


def _bounds(reading: Reading, index: int, last: int) -> bool:
    """Tell whether the word at ``index`` cannot belong to the noun phrase right of it."""
    known = grammar()
    low, part = reading.low(index), reading.part(index)
    if (
        part is Part.QUOTED
        or low in _COMMAS
        or low in _ENDS
        or (part is Part.MARK and low not in {"&", "$", "%", ".", "/"})
    ):
        return True
    if low in {"and", "or"}:
        return _joins_clauses(reading, index)
    if low in {"but", "yet"} or (low in known.subordinators and low != "than"):
        return True
    if low in known.relatives or low in known.question_words:
        return True
    if low.endswith("ing") and reading.low(index - 1) == ",":
        return True
    if low in known.auxiliaries and not _possessive(reading, index):
        return True
    return reading.is_verb(index) and not (last - index < 1)


def _joins_clauses(reading: Reading, index: int) -> bool:
    """Tell whether the conjunction at ``index`` joins two clauses, rather than two names."""
    known = grammar()
    for left in range(index - 1, max(-1, index - 14), -1):
        low = reading.low(left)
        if reading.part(left) is not Part.WORD or (
            low in known.subordinators and low not in {"as", "after", "before"}
        ):
            return False
        if reading.is_verb(left) or (low in known.auxiliaries and not _possessive(reading, left)):
            return True
    return reading.part(index - 1) is not Part.WORD


def _strip_opening(reading: Reading, first: int, last: int) -> int | None:
    """Drop what stands before the noun phrase proper: conjunctions, adverbs, a prepositional phrase."""
    known = grammar()
    at = _past_time(reading, first, last)
    while at < last and (
        reading.low(at) in known.conjunctions or known.is_adverb(reading.low(at)) or reading.low(at) == "than"
    ):
        at += 1
    at = _past_time(reading, at, last)
    if reading.low(at) in known.prepositions:
        at = _after_preposition(reading, at, last)
    return at if is_noun_like(reading, at) else None


def _after_preposition(reading: Reading, at: int, last: int) -> int:
    """Return the start of the last noun phrase after an opening preposition: "in May | the minister"."""
    known = grammar()
    run = last
    while run - 1 > at and (
        reading.low(run - 1) not in known.prepositions
        and reading.low(run) not in known.determiners
        and (
            reading.words[run - 1].capital == reading.words[run].capital
            or reading.low(run) in {"'s", "’s", "of"}
            or not reading.words[run - 1].capital
        )
    ):
        run -= 1
    return run


def is_noun_like(reading: Reading, index: int) -> bool:
    """Tell whether the word may begin or end a noun phrase."""
    known = grammar()
    low = reading.low(index)
    if reading.part(index) is not Part.WORD or low in {"'s", "’s", "to", "not", "n't", "that"}:
        return False
    if low in known.pronouns or low in known.determiners:
        return True
    return not (
        low in known.prepositions
        or low in known.conjunctions
        or low in known.subordinators
        or low in known.auxiliaries
        or (known.is_adverb(low) and not reading.words[index].capital)
    )


def _with_apposition(reading: Reading, comma: int, at: int) -> Subject | None:
    """Return a subject that a comma, dash or bracket parts from its verb: "Okoro, the envoy, said"."""
    known = grammar()
    for index in range(1, comma):
        if reading.low(index) in {"who", "whose"} and reading.low(index - 1) == ",":
            head = phrase_start(reading, index - 2)
            if head is not None and clause_opening(reading, 0, index) == head:
                return Subject(head, comma - 1, at)
    start = clause_start(reading, comma)
    first = clause_opening(reading, start, comma)
    for index in range(first, comma):
        low = reading.low(index)
        if low in _COMMAS and index > first:
            head = phrase_start(reading, index - 1)
            if head is None or (head > first + 1 and reading.low(head - 1) not in known.subordinators):
                return None
            aside = reading.low(index + 1).endswith("ing") and not reading.words[index + 1].capital
            return Subject(max(head, first), index - 1 if aside else comma - 1, at)
        if reading.is_verb(index) or (low in known.auxiliaries and not _possessive(reading, index)):
            return None
    return None


def clause_start(reading: Reading, before: int) -> int:
    """Return the start of the clause that runs up to ``before``: past quoted words, "that", semicolons."""
    for index in range(before - 1, -1, -1):
        if reading.part(index) is Part.QUOTED or reading.low(index) in {
            ";",
            ":",
            "that",
            "because",
            "while",
            "but",
        }:
            after = index + 1
            while after < before and reading.low(after) in {",", "and", "but"}:
                after += 1
            return after
    return 0
