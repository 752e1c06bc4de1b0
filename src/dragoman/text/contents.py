"""Where the words that somebody said or thought begin and end, around the verb that says so."""

from dataclasses import dataclass

from dragoman.text.cueing import Frame, Lexicon, is_cue
from dragoman.text.grammar import Part, cover, grammar
from dragoman.text.subjects import Reading, verb_group_start
from dragoman.types import Span

DASHES = frozenset({"—", "–", "--", "-", "―"})
_BREAKS = frozenset({",", "—", "–"})
_STOPS = frozenset({".", ",", ";", ":", "—", "–"})
_NEW_CLAUSE = frozenset({"but", "while", "who", "which", "although", "though", "when"})
_OPENS = frozenset(
    {"while", "although", "though", "as", "after", "if", "when", "because", "since", "once", "before"}
)
_STEPS = 16
"""How many words an addressee or an adverbial may take between a verb and its "that"."""


def content_before(reading: Reading, left: int) -> Span | None:
    """Return what was said before ", he said" whose first word is at ``left``."""
    at = left - 1
    if reading.part(at) is not Part.QUOTED:
        if at < 0 or not is_comma(reading, at):
            return None
        at -= 1
    first = part_start(reading, at)
    return cover(reading.words, first, at) if 0 <= first <= at else None


def part_start(reading: Reading, at: int) -> int:
    """Return where the content that ends at ``at`` begins: at the sentence's start, or past a semicolon."""
    for index in range(at - 1, -1, -1):
        if reading.low(index) == ";":
            return index + 1
    return 0


def content_after(reading: Reading, index: int, frame: Frame, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the first and last word of what follows the verb at ``index`` as its content."""
    first = _content_start(reading, index, frame)
    if first is None:
        return None
    thing = "object" in frame.takes and "clause" not in frame.takes
    last = _content_end(reading, first, lexicon, _Limits(thing, _is_subordinate(reading, index)))
    return (first, last) if last >= first else None


def _content_start(reading: Reading, index: int, frame: Frame) -> int | None:
    """Return where the content behind the verb begins, past addressee, time and "that"."""
    known = grammar()
    at = index + 1 + _names(reading, index + 1, frame)
    low, part = reading.low(at), reading.part(at)
    if part is Part.QUOTED:
        return at
    if low == "that" and frame.takes & {"clause", "that", "tell"}:
        return at + 1
    if low in {",", ":"} or low in DASHES:
        follows = reading.part(at + 1)
        return at + 1 if follows is Part.QUOTED or (low == ":" and follows) else None
    if part is not Part.WORD:
        return None
    if low == "to":
        return at if "to" in frame.takes else (at + 1 if "to" in frame.after else None)
    if low in frame.after and not _that_follows(reading, at):
        return at + 1
    if low in known.question_words:
        return at if _takes_question(frame, low) else None
    if "tell" in frame.takes:
        return _behind_addressee(reading, at)
    if low in known.prepositions or low in known.times or known.is_adverb(low) or low in {"last", "this"}:
        return _behind_adverbial(reading, at, frame)
    return at if frame.takes & {"clause", "object"} else None


def _names(reading: Reading, at: int, frame: Frame) -> bool:
    """Tell whether the quoted words are a name for "this": "they call this “drift”"."""
    return reading.low(at) == "this" and "object" in frame.takes and reading.part(at + 1) is Part.QUOTED


def _takes_question(frame: Frame, low: str) -> bool:
    """Tell whether a clause that opens with this question word is content: "asked when", "knows how"."""
    if "wh" in frame.takes:
        return True
    if low not in {"when", "if", "where"} and frame.takes & {"clause", "that", "tell"}:
        return True
    return "object" in frame.takes and low in {"what", "how"}


def _behind_adverbial(reading: Reading, at: int, frame: Frame) -> int | None:
    """Return where the content of "said on Monday that ..." begins."""
    known = grammar()
    later = _that_follows(reading, at)
    if later is not None or "clause" not in frame.takes:
        return later if frame.takes & {"clause", "that", "quote"} else None
    low = reading.low(at)
    return None if low in known.prepositions or low in known.times or low == "last" else at


def _that_follows(reading: Reading, at: int) -> int | None:
    """Return where the content begins behind "that", a colon or a comma and quoted words a few words on."""
    for index in range(at, min(at + _STEPS, len(reading.words))):
        low = reading.low(index)
        if low == "that" and not reading.is_verb(index - 1):
            return index + 1
        if low in {",", ":"} and reading.part(index + 1) is Part.QUOTED:
            return index + 1
        if low in {",", ";"} or reading.part(index) is Part.QUOTED or reading.is_verb(index):
            return None
    return None


def _behind_addressee(reading: Reading, at: int) -> int | None:
    """Return where the content of "told reporters ..." begins."""
    known = grammar()
    later = _that_follows(reading, at)
    if later is not None:
        return later
    last = at
    if reading.low(at) not in known.objects:
        while last + 1 < len(reading.words) and _same_addressee(reading, last, last + 1):
            last += 1
    follows = reading.low(last + 1)
    if reading.part(last + 1) is Part.QUOTED or follows in known.question_words | {"to"}:
        return last + 1
    if reading.part(last + 1) is not Part.WORD or follows in known.prepositions or follows in known.times:
        return None
    return last + 1


def _same_addressee(reading: Reading, last: int, following: int) -> bool:
    """Tell whether the next word still names those who are told."""
    known = grammar()
    word, low = reading.words[following], reading.low(following)
    if word.part is not Part.WORD or low in known.pronouns or low in known.question_words or low == "to":
        return False
    if low in {"'s", "’s", "of", "at"}:
        return True
    if (
        low in known.prepositions
        or low in known.times
        or low in known.determiners
        or low in known.auxiliaries
    ):
        return reading.low(last) in {"of", "at"}
    before = reading.words[last]
    return (
        before.capital == word.capital
        or before.low in known.determiners
        or before.low in {"'s", "’s", "of", "at"}
    )


@dataclass(frozen=True, slots=True)
class _Limits:
    """Where content ends early: ``thing`` for a noun phrase, ``comma`` in a clause before the main clause."""

    thing: bool = False
    comma: bool = False


_NO_LIMITS = _Limits()


def _is_subordinate(reading: Reading, index: int) -> bool:
    """Tell whether the verb is in a clause that ends at the next comma: "While Okoro said", ", who said"."""
    start = verb_group_start(reading, index)
    if reading.low(start - 1) in {"who", "which"} and reading.low(start - 2) == ",":
        return True
    if not ({reading.low(0), reading.low(1)} & _OPENS):
        return False
    return not any(reading.low(at) == "," for at in range(index))


def _content_end(reading: Reading, first: int, lexicon: Lexicon, limits: _Limits = _NO_LIMITS) -> int:
    """Return the last word of the content that begins at ``first``: to a further attribution or the end."""
    known = grammar()
    last = len(reading.words) - 1
    for index in range(first + 1, len(reading.words)):
        low, following = reading.low(index), reading.low(index + 1)
        if low == ";" or (limits.comma and low == ","):
            last = index - 1
            break
        if limits.thing and _thing_ends(reading, index):
            last = index - 1
            break
        if low in _BREAKS and (following == "according" or _adds(reading, index + 1, lexicon)):
            last = index - 1
            break
        if low in known.conjunctions and _adds(reading, index, lexicon):
            last = index - 2 if reading.low(index - 1) == "," else index - 1
            break
    while last >= first and reading.part(last) is Part.MARK and reading.low(last) in _STOPS:
        last -= 1
    return last


def _thing_ends(reading: Reading, index: int) -> bool:
    """Tell whether a noun phrase ends before the word at ``index``: a participle clause, or a second verb."""
    low, following = reading.low(index), reading.low(index + 1)
    if low in _BREAKS:
        return (
            following.endswith("ing")
            or following in _NEW_CLAUSE
            or (following == "and" and reading.is_verb(index + 2))
        )
    return low in {"and", "but"} and reading.is_verb(index + 1)


def _adds(reading: Reading, at: int, lexicon: Lexicon) -> bool:
    """Tell whether "and added", ", saying" or ", but Okoro said" begins at ``at``."""
    known = grammar()
    joined = reading.low(at) in known.conjunctions
    index = at + 1 if joined else at
    frame = lexicon.verbs.get(reading.low(index))
    while frame is None and known.is_adverb(reading.low(index)):
        index += 1
        frame = lexicon.verbs.get(reading.low(index))
    if frame is not None and "clause" in frame.takes:
        return "ing" in frame.shapes or (
            joined and bool(frame.shapes & {"past"}) and is_cue(reading, index, lexicon)
        )
    if not joined:
        return False
    for step in range(index, min(index + 6, len(reading.words))):
        if reading.part(step) is not Part.WORD:
            return False
        frame = lexicon.verbs.get(reading.low(step))
        if (
            frame is not None
            and "quote" in frame.takes
            and "past" in frame.shapes
            and is_cue(reading, step, lexicon)
        ):
            return True
        if reading.is_verb(step):
            return False
    return False


def resumed(reading: Reading, at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return what goes on behind ', said Okoro, ...': quoted words, or the rest of a clause cut in two."""
    if reading.low(at) == "," and reading.part(at + 1) is not Part.QUOTED:
        first = at + 1
        low = reading.low(first)
        if (
            low.endswith("ing")
            or low in {"who", "which", "when", "after", "during"}
            or _adds(reading, first, lexicon)
        ):
            return None
        last = _content_end(reading, first, lexicon)
        return (first, last) if last >= first else None
    for index in range(at, len(reading.words)):
        if reading.part(index) is Part.QUOTED:
            return index, index
    return None


def trimmed(reading: Reading, last: int) -> int:
    """Step back over final stops."""
    while last >= 0 and reading.part(last) is Part.MARK and reading.low(last) in {".", ",", ";"}:
        last -= 1
    return last


def is_comma(reading: Reading, index: int) -> bool:
    """Tell whether the word at ``index`` is a comma or a dash, or the sentence is over."""
    low = reading.low(index)
    return low == "," or low in DASHES or reading.part(index) is None
