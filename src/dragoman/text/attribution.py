"""Find who is said to have said or thought what, in one sentence."""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.text.contents import (
    DASHES,
    content_after,
    content_before,
    is_comma,
    part_start,
    resumed,
    trimmed,
)
from dragoman.text.cueing import Frame, Lexicon, is_cue, read
from dragoman.text.grammar import Part, Word, cover, grammar
from dragoman.text.labels import Attribution
from dragoman.text.subjects import (
    Reading,
    Subject,
    clause_opening,
    is_noun_like,
    main_subject,
    phrase_start,
    subject_before,
    verb_group_start,
)
from dragoman.types import Span

_COPULAS = frozenset({"is", "was", "are", "were", "will", "would"})
_PROGRESSIVE = frozenset({"is", "are", "was", "were", "been", "'s", "’s", "'re", "’re", "'m", "’m"})
_RELATIVES = frozenset({"who", "which", "whose"})
_OWNER_STEPS = 4
"""How far before a noun its possessor may stand: "Lind's latest public warning"."""
_OWN = frozenset({"his", "her", "their", "its"})


def attributions(found: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Attribution]:
    """Yield the attributions of one sentence in the order of their cues.

    One without contents comes from a sentence that ends in a colon: what was said follows elsewhere.
    """
    reading = read(found, lexicon)
    said: Attribution | None = None
    for index, word in enumerate(found):
        if word.part is not Part.WORD:
            continue
        made: Attribution | None = None
        if word.low == "according" and reading.low(index + 1) == "to":
            made = _according(reading, index)
        elif word.low in lexicon.verbs and is_cue(reading, index, lexicon):
            made = _verb(reading, index, lexicon)
        if made is None or not (made.contents or found[-1].low == ":"):
            continue
        if said is not None and said.contents[-1].end <= said.cue.start and _goes_on(reading, index):
            made = replace(made, source=said.source)
        if word.low in lexicon.verbs and "quote" in lexicon.verbs[word.low].takes and made.contents:
            said = made
        yield made


def _goes_on(reading: Reading, index: int) -> bool:
    """Tell whether the verb is a participle that carries on an attribution: "he said, adding that"."""
    low = reading.low(index)
    joined = reading.low(verb_group_start(reading, index) - 1) == ","
    return joined and low.endswith("ing") and low != "according"


def _verb(reading: Reading, index: int, lexicon: Lexicon) -> Attribution | None:
    """Return the attribution that the verb at ``index`` makes."""
    frame = lexicon.verbs[reading.low(index)]
    subject = _subject(reading, index, frame)
    if subject is None:
        return _with_speaker_behind(reading, index, lexicon)
    if reading.low(subject.last) == "you":
        return None  # what the reader is told he thinks is nobody's words
    after = content_after(reading, index, frame, lexicon)
    if _is_mute(reading, subject, lexicon) and (after is None or reading.part(after[0]) is not Part.QUOTED):
        return None
    if after is not None and _closes_quote(reading, subject) and not _is_quoted(reading, after):
        after = None
    contents: list[Span] = []
    aside = after is None or is_comma(reading, index + 1)
    before = None
    if aside and frame.takes & {"quote", "tell", "clause"} and reading.low(subject.first) not in _RELATIVES:
        before = content_before(reading, min(subject.first, index))
    if before is not None:
        contents.append(before)
        after = after or resumed(reading, index + 1, lexicon)
    last = index
    if after is not None:
        contents.append(cover(reading.words, *after))
        if reading.low(index + 1) in frame.after and after[0] == index + 2:
            last = index + 1
    source = cover(reading.words, subject.first, subject.last)
    return Attribution(source, cover(reading.words, subject.verb, last), tuple(contents))


def _with_speaker_behind(reading: Reading, index: int, lexicon: Lexicon) -> Attribution | None:
    """Return the attribution of '"No," said Okoro, the envoy'."""
    speaker = _inverted(reading, index, lexicon.verbs[reading.low(index)])
    if speaker is None:
        return None
    contents = [content_before(reading, index)]
    after = resumed(reading, speaker[1] + 1, lexicon)
    if after is not None:
        contents.append(cover(reading.words, *after))
    told = tuple(content for content in contents if content is not None)
    return Attribution(cover(reading.words, *speaker), reading.words[index].span, told)


def _is_mute(reading: Reading, subject: Subject, lexicon: Lexicon) -> bool:
    """Tell whether the subject cannot say anything: "the tour", "these gestures", "her approach so far"."""
    head = ""
    for at in range(subject.first, subject.last + 1):
        low = reading.low(at)
        if low in grammar().prepositions or low in {",", "that", "which"}:
            break
        if not grammar().is_adverb(low):
            head = low
    return head in lexicon.mute


def _closes_quote(reading: Reading, subject: Subject) -> bool:
    """Tell whether quoted words end right before the subject: '"No," Okoro told reporters aboard'."""
    at = subject.first - 1
    return reading.part(at) is Part.QUOTED or (reading.low(at) == "," and reading.part(at - 1) is Part.QUOTED)


def _is_quoted(reading: Reading, content: tuple[int, int]) -> bool:
    """Tell whether the content begins with quoted words or after "that"."""
    return reading.part(content[0]) is Part.QUOTED or reading.low(content[0] - 1) == "that"


def _subject(reading: Reading, index: int, frame: Frame) -> Subject | None:
    """Return the subject of the verb at ``index``, if it stands before it."""
    if "ing" not in frame.shapes:
        return subject_before(reading, index)
    group = verb_group_start(reading, index)
    if is_comma(reading, group - 1) or reading.low(group - 1) in {"and", "while", "after"}:
        main = main_subject(reading, group - 1)
        return Subject(main[0], main[1], index) if main else None
    if {reading.low(at) for at in range(group, index)} & _PROGRESSIVE:
        return subject_before(reading, index)
    first = phrase_start(reading, group - 1)
    if first is not None and reading.low(first - 1) == "with":
        return Subject(first, group - 1, index)
    return None


def _inverted(reading: Reading, index: int, frame: Frame) -> tuple[int, int] | None:
    """Return the speaker behind the verb: '"No," said Okoro, the envoy'."""
    if "quote" not in frame.takes or not frame.shapes & {"past", "third", "base"}:
        return None
    left = reading.low(index - 1)
    if reading.part(index - 1) is not Part.QUOTED and left != "," and left not in DASHES:
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
    if any(reading.low(at) in _COPULAS for at in range(first, last + 1)) and not any(
        reading.low(at) in _RELATIVES for at in range(first, last + 1)
    ):
        return None
    return (first, last) if last >= first else None


def _phrase_end(reading: Reading, first: int) -> int:
    """Return the last word of a speaker named behind the verb, with an apposition that runs to the end."""
    known = grammar()
    last = first - 1
    for index in range(first, len(reading.words)):
        low, part = reading.low(index), reading.part(index)
        if part is Part.QUOTED or low in {";", ":", ".", "?", "!"} or low in DASHES:
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
        if part is Part.WORD or low == ")":
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


def _according(reading: Reading, index: int) -> Attribution | None:
    """Return the attribution of "according to"."""
    first, last, close, aside = index + 2, index + 1, None, False
    for at in range(first, len(reading.words)):
        low, part = reading.low(at), reading.part(at)
        if low in {",", ";"} or part is Part.QUOTED or low in DASHES:
            close = at
            break
        aside = aside or (low in grammar().relatives and at > first)
        if part is Part.WORD and not aside:
            last = at
    if last < first:
        return None
    if index <= 1 or clause_opening(reading, 0, index + 1) >= index:
        if close is None:
            return None
        start = close if reading.part(close) is Part.QUOTED else close + 1
        end = trimmed(reading, len(reading.words) - 1)
    else:
        start, end = part_start(reading, index), index - 1
        if is_comma(reading, end):
            end -= 1
    if end < start:
        return None
    cue = cover(reading.words, index, index + 1)
    return Attribution(cover(reading.words, first, last), cue, (cover(reading.words, start, end),))
