"""Find who is said to have said or thought what, in one sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.text.grammar import Part, Word, cover, grammar
from dragoman.text.labels import Attribution, labelled
from dragoman.text.subjects import (
    Reading,
    Subject,
    clause_opening,
    clause_start,
    is_noun_like,
    main_subject,
    phrase_start,
    subject_before,
    verb_group_start,
)
from dragoman.types import Span

_DASHES = frozenset({"—", "–", "--", "-", "―"})
_STEPS = 16
"""How many words an addressee or an adverbial may take between a verb and its "that"."""


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
    names: frozenset[str]
    other: frozenset[str]


def attributions(found: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Attribution]:
    """Yield the attributions of one sentence in the order of their cues.

    One without contents comes from a sentence that ends in a colon: what was said follows elsewhere.
    """
    label = labelled(found)
    if label is not None:
        yield label
        return
    reading = _reading(found, lexicon)
    said: Attribution | None = None
    for index, word in enumerate(found):
        if word.part is not Part.WORD:
            continue
        made: Attribution | None = None
        if word.low == "according" and reading.low(index + 1) == "to":
            made = _according(reading, index)
        elif word.low in lexicon.verbs and is_cue(reading, index, lexicon):
            made = _verb(reading, index, lexicon)
        elif word.low in lexicon.nouns or word.low in lexicon.names:
            made = _noun(reading, index, lexicon)
        if made is None or not (made.contents or found[-1].low == ":"):
            continue
        if said is not None and said.contents[-1].end <= said.cue.start and _goes_on(reading, index):
            made = replace(made, source=said.source)
        if word.low in lexicon.verbs and "quote" in lexicon.verbs[word.low].takes and made.contents:
            said = made
        yield made


def _goes_on(reading: Reading, index: int) -> bool:
    """Tell whether the verb is a participle that carries on an attribution: "he said, adding that"."""
    return reading.low(index).endswith("ing") and reading.low(verb_group_start(reading, index) - 1) == ","


def _reading(found: tuple[Word, ...], lexicon: Lexicon) -> Reading:
    """Return the sentence with a test for finite verbs."""

    def is_verb(index: int) -> bool:
        word = found[index]
        if word.part is not Part.WORD or word.capital:
            return False
        frame = lexicon.verbs.get(word.low)
        finite = word.low in lexicon.other or (
            frame is not None and bool(frame.shapes & {"past", "third", "base"})
        )
        return finite and not _reads_as_noun(found, index, lexicon)

    return Reading(found, is_verb)


def _reads_as_noun(found: tuple[Word, ...], index: int, lexicon: Lexicon) -> bool:
    """Tell whether a form that may be a noun or a participle stands where a noun or adjective does."""
    known = grammar()
    if index == 0:
        return True
    before = found[index - 1]
    if before.low in known.determiners - {
        "all",
        "both",
        "some",
        "many",
        "most",
        "few",
        "several",
    } or before.low in {"'s", "’s", "'", "’"}:
        return True
    if before.low in known.prepositions - {"to"}:
        return True
    if before.low == "to":
        return False
    word = found[index].low
    frame = lexicon.verbs.get(word)
    if frame is not None and not frame.shapes & {"past", "third"}:
        return not _is_plural(before)
    if word in lexicon.nouns or (frame is None and word.endswith("s")):
        return not _agrees(before, word)
    return False


def _is_plural(before: Word) -> bool:
    """Tell whether ``before`` may end the subject of a bare verb form ("officials say")."""
    known = grammar()
    if before.low in known.auxiliaries or known.is_adverb(before.low) or before.low in known.plurals:
        return True
    if before.low in known.pronouns:
        return before.low not in {"he", "she", "it", "this", "one", "another"}
    return before.part is Part.WORD and before.low.endswith("s") and before.low not in {"'s", "’s"}


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
    if not frame.shapes & {"past", "third", "base"}:
        return before in {"has", "have", "had", "'ve", "’ve", "also", "not", "n't", "n’t"} or known.is_adverb(
            before
        )
    if reading.part(index - 1) is Part.WORD and _reads_as_noun(tuple(reading.words), index, lexicon):
        return False
    start = verb_group_start(reading, index)
    group = {reading.low(at) for at in range(start, index)}
    passive = group & {"is", "are", "was", "were", "be", "been", "being"} and "past" in frame.shapes
    return not passive


def _verb(reading: Reading, index: int, lexicon: Lexicon) -> Attribution | None:
    """Return the attribution that the verb at ``index`` makes."""
    frame = lexicon.verbs[reading.low(index)]
    subject = _subject(reading, index, frame)
    inverted = _inverted(reading, index, frame) if subject is None else None
    after = None if inverted else _after(reading, index, frame, lexicon)
    if (
        after is not None
        and subject is not None
        and _closes_quote(reading, subject)
        and not _is_quoted(reading, after)
    ):
        after = None
    group = subject.verb if subject else index
    contents: list[Span] = []
    if "quote" in frame.takes or "tell" in frame.takes or "clause" in frame.takes:
        left = subject.first if subject and subject.first < index else index
        before = _before(reading, left, parenthetical=after is None or _is_comma(reading, index + 1))
        told_of = subject is not None and reading.low(subject.first) in {"who", "which", "that"}
        if (
            before is not None
            and not told_of
            and (after is None or _is_comma(reading, index + 1) or inverted)
        ):
            contents.append(before)
    if inverted is not None:
        after = _resumed(reading, inverted[1] + 1, lexicon)
    elif after is None and contents:
        after = _resumed(reading, index + 1, lexicon)
    if after is not None:
        contents.append(cover(reading.words, after[0], after[1]))
    source = cover(reading.words, inverted[0], inverted[1]) if inverted else None
    if subject is not None:
        source = cover(reading.words, subject.first, subject.last)
    if source is None or (subject is not None and reading.low(subject.last) == "you"):
        return None
    last = index
    if after is not None and not inverted and reading.low(index + 1) in frame.after and after[0] == index + 2:
        last = index + 1
    return Attribution(source, cover(reading.words, group, last), tuple(contents))


def _closes_quote(reading: Reading, subject: Subject) -> bool:
    """Tell whether quoted words end right before the subject: '"No," Okoro told reporters aboard the plane'."""
    at = subject.first - 1
    return reading.part(at) is Part.QUOTED or (reading.low(at) == "," and reading.part(at - 1) is Part.QUOTED)


def _is_quoted(reading: Reading, content: tuple[int, int]) -> bool:
    """Tell whether the content begins with quoted words or after "that"."""
    return reading.part(content[0]) is Part.QUOTED or reading.low(content[0] - 1) == "that"


def _subject(reading: Reading, index: int, frame: Frame) -> Subject | None:
    """Return the subject of the verb at ``index``, if it stands before it."""
    if "ing" in frame.shapes:
        group = verb_group_start(reading, index)
        if (
            reading.low(group - 1) == ","
            or reading.low(group - 1) in _DASHES
            or reading.low(group - 1) in {"and", "while", "after"}
        ):
            main = main_subject(reading, group - 1)
            return Subject(main[0], main[1], index) if main else None
        if not {reading.low(at) for at in range(group, index)} & {
            "is",
            "are",
            "was",
            "were",
            "been",
            "'s",
            "’s",
            "'re",
            "’re",
            "'m",
            "’m",
        }:
            first = phrase_start(reading, group - 1)
            if first is not None and reading.low(first - 1) == "with":
                return Subject(first, group - 1, index)
            return None
    return subject_before(reading, index)


def _is_comma(reading: Reading, index: int) -> bool:
    """Tell whether the word at ``index`` is a comma or a dash, or the sentence is over."""
    low = reading.low(index)
    return low == "," or low in _DASHES or reading.part(index) is None


def _inverted(reading: Reading, index: int, frame: Frame) -> tuple[int, int] | None:
    """Return the speaker behind the verb: '"No," said Okoro, the envoy'."""
    if "quote" not in frame.takes or not frame.shapes & {"past", "third", "base"}:
        return None
    left = reading.low(index - 1)
    if reading.part(index - 1) is not Part.QUOTED and left != "," and left not in _DASHES:
        return None
    first = index + 1
    if not is_noun_like(reading, first):
        return None
    plain = reading.part(index - 1) is not Part.QUOTED and reading.part(index - 2) is not Part.QUOTED
    if plain and (
        reading.low(index) not in {"said", "says"}
        or reading.low(first) in grammar().objects | grammar().pronouns
    ):
        return None
    last = _phrase_end(reading, first)
    if any(
        reading.low(at) in {"is", "was", "are", "were", "will", "would"} for at in range(first, last + 1)
    ) and not any(reading.low(at) in {"who", "which", "whose"} for at in range(first, last + 1)):
        return None
    return (first, last) if last >= first else None


def _phrase_end(reading: Reading, first: int) -> int:
    """Return the last word of a speaker named behind the verb, with an apposition that runs to the end."""
    known = grammar()
    last = first - 1
    for index in range(first, len(reading.words)):
        low, part = reading.low(index), reading.part(index)
        if part is Part.QUOTED or low in {";", ":", ".", "?", "!"} or low in _DASHES:
            break
        if low in known.times or low in {"during", "after", "when", "while", "as", "because", "before", "if"}:
            break
        if (
            low in {"in", "on"}
            and reading.low(index + 1) in {"a", "an", "his", "her", "their", "twitter"} | known.times
        ):
            break
        if low == "," and not _apposition_follows(reading, index):
            break
        if low in {"and", "but"} and reading.is_verb(index + 1):
            break
        if part is Part.WORD:
            last = index
    return last


def _apposition_follows(reading: Reading, comma: int) -> bool:
    """Tell whether an apposition or relative clause, not a new clause, follows the comma."""
    known = grammar()
    low = reading.low(comma + 1)
    if low in {"who", "whose", "a", "an", "the", "which"}:
        return True
    if not is_noun_like(reading, comma + 1) or low in known.pronouns or low.endswith("ing"):
        return low in {"of", "for"}
    return reading.part(comma + 1) is Part.WORD


def _before(reading: Reading, left: int, *, parenthetical: bool) -> Span | None:
    """Return what was said before ", he said" whose first word is at ``left``."""
    at = left - 1
    if (at < 0 or not parenthetical) and (reading.part(at) is not Part.QUOTED or at < 0):
        return None
    if reading.part(at) is Part.QUOTED:
        return cover(reading.words, _sentence_opening(reading, at), at)
    if not _is_comma(reading, at):
        return None
    at -= 1
    if reading.part(at) is Part.QUOTED:
        return cover(reading.words, _sentence_opening(reading, at), at)
    first = _sentence_opening(reading, at)
    if at - first < 0 or reading.part(at) is None:
        return None
    return cover(reading.words, first, at)


def _sentence_opening(reading: Reading, at: int) -> int:
    """Return where the content that ends at ``at`` begins: past an earlier attribution and its comma."""
    for index in range(at - 1, -1, -1):
        if reading.low(index) == ";":
            return index + 1
    return 0


def _after(reading: Reading, index: int, frame: Frame, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the first and last word of what follows the verb at ``index`` as its content."""
    first = _content_start(reading, index, frame)
    if first is None:
        return None
    last = _content_end(
        reading,
        first,
        lexicon,
        _Limits(
            bool(frame.takes & {"object"}) and "clause" not in frame.takes, _is_subordinate(reading, index)
        ),
    )
    return (first, last) if last >= first else None


def _content_start(reading: Reading, index: int, frame: Frame) -> int | None:
    """Return where the content behind the verb begins, past addressee, time and "that"."""
    known = grammar()
    at = index + 1
    low, part = reading.low(at), reading.part(at)
    if part is Part.QUOTED:
        return at
    if low == "that" and frame.takes & {"clause", "that", "tell"}:
        return at + 1
    if low in {",", ":"} or low in _DASHES:
        return at + 1 if reading.part(at + 1) is Part.QUOTED or (low == ":" and reading.part(at + 1)) else None
    if part is not Part.WORD:
        return None
    if low == "to":
        return at if "to" in frame.takes else (at + 1 if "to" in frame.after else None)
    if low in frame.after and not _that_follows(reading, at):
        return at + 1
    if low in known.question_words:
        asks = "wh" in frame.takes or (
            low not in {"when", "if", "where"} and bool(frame.takes & {"clause", "that", "tell"})
        )
        return at if asks or ("object" in frame.takes and low in {"what", "how"}) else None
    if "tell" in frame.takes:
        return _behind_addressee(reading, at)
    if low in known.prepositions or low in known.times or known.is_adverb(low) or low in {"last", "this"}:
        later = _that_follows(reading, at)
        if later is not None or "clause" not in frame.takes:
            return later if frame.takes & {"clause", "that", "quote"} else None
        return None if low in known.prepositions or low in known.times or low == "last" else at
    return at if frame.takes & {"clause", "object"} else None


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
    """Where content ends early: ``thing`` for a noun phrase, ``comma`` in a clause that a main clause follows."""

    thing: bool = False
    comma: bool = False


def _is_subordinate(reading: Reading, index: int) -> bool:
    """Tell whether the verb is in a clause such as "While Okoro said" or ", who said" that ends at the next comma."""
    start = verb_group_start(reading, index)
    if reading.low(start - 1) in {"who", "which"} and reading.low(start - 2) == ",":
        return True
    opens = {"while", "although", "though", "as", "after", "if", "when", "because", "since", "once", "before"}
    if not ({reading.low(0), reading.low(1)} & opens):
        return False
    return not any(reading.low(at) == "," for at in range(index))


def _content_end(reading: Reading, first: int, lexicon: Lexicon, limits: _Limits = _Limits()) -> int:
    """Return the last word of the content that begins at ``first``: up to a further attribution or the end."""
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
        if low in {",", "—", "–"} and (following == "according" or _adds(reading, index + 1, lexicon)):
            last = index - 1
            break
        if low in known.conjunctions and _adds(reading, index, lexicon):
            last = index - 2 if reading.low(index - 1) == "," else index - 1
            break
    while (
        last >= first
        and reading.part(last) is Part.MARK
        and reading.low(last) in {".", ",", ";", ":", "—", "–"}
    ):
        last -= 1
    return last


def _thing_ends(reading: Reading, index: int) -> bool:
    """Tell whether a noun phrase ends before the word at ``index``: a participle clause, or a second verb."""
    low, following = reading.low(index), reading.low(index + 1)
    if low in {",", "—", "–"}:
        return (
            following.endswith("ing")
            or following in {"but", "while", "who", "which", "although", "though", "when"}
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


def _resumed(reading: Reading, at: int, lexicon: Lexicon) -> tuple[int, int] | None:
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


def _according(reading: Reading, index: int) -> Attribution | None:
    """Return the attribution of "according to"."""
    known = grammar()
    first = index + 2
    last = first - 1
    comma = None
    for at in range(first, len(reading.words)):
        low, part = reading.low(at), reading.part(at)
        if low in {",", ";"} or part is Part.QUOTED or low in _DASHES:
            comma = at
            break
        if part is Part.WORD:
            last = at
        if low in known.relatives and at > first:
            last = at - 1
            break
    if last < first:
        return None
    source = cover(reading.words, first, last)
    cue = cover(reading.words, index, index + 1)
    opening = clause_opening(reading, 0, index + 1)
    if opening >= index or index <= 1:
        if comma is None:
            return None
        end = _trimmed(reading, len(reading.words) - 1)
        start = comma + 1 if reading.part(comma) is not Part.QUOTED else comma
        return Attribution(source, cue, (cover(reading.words, start, end),)) if end >= start else None
    start, end = clause_start_of(reading, index), index - 1
    if reading.low(end) in {",", "—", "–"}:
        end -= 1
    return Attribution(source, cue, (cover(reading.words, start, end),)) if end >= start else None


def clause_start_of(reading: Reading, index: int) -> int:
    """Return where the clause that ends before ``index`` begins."""
    for at in range(index - 1, -1, -1):
        if reading.low(at) == ";":
            return at + 1
    return 0


def _trimmed(reading: Reading, last: int) -> int:
    """Step back over final stops."""
    while last >= 0 and reading.part(last) is Part.MARK and reading.low(last) in {".", ",", ";"}:
        last -= 1
    return last


def _noun(reading: Reading, index: int, lexicon: Lexicon) -> Attribution | None:
    """Return the attribution of "the envoy's claim that ..." and "criticism of ... by"."""
    known = grammar()
    owner = None
    at = index - 1
    steps = 0
    while (
        at > 0 and steps < 3 and reading.part(at) is Part.WORD and reading.low(at) not in known.prepositions
    ):
        if reading.low(at) in {"'s", "’s", "'", "’"} and at > 0:
            first = phrase_start(reading, at - 1)
            owner = cover(reading.words, first, at) if first is not None else None
            break
        if reading.low(at) in {"his", "her", "their", "its"}:
            owner = reading.words[at].span
            break
        at -= 1
        steps += 1
    if owner is None and at == 0 and reading.low(0) in {"his", "her", "their", "its"}:
        owner = reading.words[0].span
    if owner is None:
        return None
    low = reading.low(index + 1)
    if reading.part(index + 1) is Part.QUOTED:
        start = index + 1
    elif low in {"that", "of", "for", "about", "against", "on", "over"}:
        start = index + 2
    elif low in {"to", "whether"}:
        start = index + 1
    else:
        return None
    if reading.part(start) is None or (
        reading.low(index) not in lexicon.nouns and reading.part(start) is not Part.QUOTED
    ):
        return None
    end = start if reading.part(start) is Part.QUOTED else _noun_content_end(reading, start)
    return (
        Attribution(owner, reading.words[index].span, (cover(reading.words, start, end),))
        if end >= start
        else None
    )


def _noun_content_end(reading: Reading, first: int) -> int:
    """Return the last word of a noun's content: up to a comma, or to the end."""
    for index in range(first + 1, len(reading.words)):
        if reading.low(index) in {",", ";", "—", "–"}:
            return index - 1
    return _trimmed(reading, len(reading.words) - 1)


__all__ = ["Attribution", "Frame", "Lexicon", "attributions", "clause_start", "is_cue"]
