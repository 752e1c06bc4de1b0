"""How an article presents the event that some of its words name, over all its sentences.

One sentence does not always tell: "The visit sends a message" leaves open whether the visit took place. A
definite noun takes the status of the last mention of the same kind of event that does tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.text.clauses import Clauses, clauses
from dragoman.text.lexicon import Lexicon
from dragoman.text.modality import Reading
from dragoman.text.nominal import Reader
from dragoman.text.second_opinion import weighed
from dragoman.types import Parse, Span, Status, Tense


@dataclass(frozen=True, slots=True)
class Told:
    """A status, its tense, and the words that show it (in the article's text)."""

    status: Status
    tense: Tense
    told: Span | None


@dataclass(frozen=True, slots=True)
class _Firm:
    """A mention whose own sentence tells its status; ``partners`` are names beside it."""

    start: int
    family: str
    partners: frozenset[str]
    reading: Told


_INITIALS = 2
_PLURAL_ALONE = frozenset(("talks", "discussions", "negotiations", "consultations"))


class StatusReader:
    """Reads the status of events in one article; ``families`` gives the kind of event by lemma."""

    def __init__(self, text: str, parse: Parse, lexicon: Lexicon, families: Mapping[str, str]) -> None:
        """Keep the text; sentences are read when they are asked for."""
        self.text = text
        self.parse = parse
        self.sentences = tuple(sentence.span for sentence in parse.sentences)
        self.lexicon = lexicon
        self.families = families
        self._firm: tuple[_Firm, ...] | None = None

    def sentence(self, span: Span) -> Span:
        """Return the sentence that holds the start of ``span``, or else the line."""
        found = self.parse.at(span.start)
        if found is not None:
            return found.span
        start = self.text.rfind("\n", 0, span.start) + 1
        end = self.text.find("\n", span.start)
        return Span(start, len(self.text) if end < 0 else max(end, span.end))

    def status(self, span: Span) -> Told:
        """Return how the event named by the words of ``span`` is presented."""
        sentence = self.sentence(span)
        parsed = clauses(sentence.cut(self.text), self.lexicon)
        index = head(parsed, span.start - sentence.start, span.end - sentence.start)
        if index is None:
            return Told(Status.HAPPENED, Tense.PAST, None)
        reading = Reader(parsed, self.lexicon).word(index)
        own = self._told(parsed, sentence, self._weighed(span, reading))
        if reading.firm or not _definite(parsed, index):
            return own
        family = self.families.get(parsed.words[index].lemma)
        earlier = (
            self._antecedent(span.start, family, partners(parsed, index)) if family is not None else None
        )
        still_ahead = (
            reading.status is Status.PLANNED and earlier is not None and earlier.status is not Status.PLANNED
        )
        return own if earlier is None or still_ahead else Told(earlier.status, earlier.tense, own.told)

    def _weighed(self, span: Span, rules: Reading) -> Reading:
        """Return what the rules say of the words of ``span``, or the model, where it knows better."""
        sentence = self.parse.at(span.start)
        model = self.parse.reading(sentence) if sentence is not None else None
        if sentence is None or model is None:
            return rules
        start = sentence.span.start
        words = model.at(span.start - start, span.end - start)
        return rules if words is None else weighed(rules, model, model.head_of(*words))

    def _told(self, parsed: Clauses, sentence: Span, reading: Reading) -> Told:
        told = None
        if reading.told is not None:
            first, last = min(reading.told), max(reading.told)
            told = Span(sentence.start + parsed.words[first].start, sentence.start + parsed.words[last].end)
        return Told(reading.status, reading.tense, told)

    def _antecedent(self, start: int, family: str, named: frozenset[str]) -> Told | None:
        if self._firm is None:
            self._firm = tuple(self._firm_mentions())
        same = [
            m
            for m in self._firm
            if m.family == family and not (named and m.partners and not named & m.partners)
        ]
        before = [mention for mention in same if mention.start < start]
        if before:
            last = before[-1].reading
            off = last.status in (Status.CANCELLED, Status.POSTPONED)
            return before[0].reading if off and self._leads_with_plan(before[0]) else last
        return same[0].reading if same else None

    def _leads_with_plan(self, mention: _Firm) -> bool:
        """Tell whether the article opens with a plan: what was called off is then another event."""
        opening = self.sentences[min(2, len(self.sentences) - 1)].end if self.sentences else 0
        return mention.start < opening and mention.reading.status is Status.PLANNED

    def _firm_mentions(self) -> list[_Firm]:
        """List the mentions in the foreground of a sentence whose status that sentence tells."""
        found: list[_Firm] = []
        for sentence in self.sentences:
            parsed = clauses(sentence.cut(self.text), self.lexicon)
            reader = Reader(parsed, self.lexicon)
            for index, word in enumerate(parsed.words):
                family = self.families.get(word.lemma) if word.tag in "VN" else None
                if family is None or not _foreground(parsed, index):
                    continue
                reading = reader.word(index)
                settled = reading.status in (
                    Status.HAPPENED,
                    Status.PLANNED,
                    Status.POSTPONED,
                    Status.CANCELLED,
                )
                if reading.firm and settled and reading.told is not None and not _long_ago(parsed, index):
                    told = self._told(parsed, sentence, reading)
                    found.append(_Firm(sentence.start + word.start, family, partners(parsed, index), told))
        return found


def head(parsed: Clauses, start: int, end: int) -> int | None:
    """Return the word for ``[start, end)``: the verb its verbs lead to, or its first phrase's last noun."""
    inside = [n for n, word in enumerate(parsed.words) if word.start < end and word.end > start]
    if not inside:
        return None
    first = None
    for index in inside:
        number = parsed.group_of[index]
        if number is None or index != parsed.groups[number].head:
            continue
        if first is None or (parsed.groups[number].form == "T" and parsed.groups[number].first - first <= 1):
            first = index
        else:
            break
    noun = _noun_head(parsed, inside)
    if first is not None and (
        noun is None or first - inside[0] <= 1 or not _has_noun_before(parsed, inside, first)
    ):
        return first
    if first is not None and parsed.groups[parsed.group_of[first] or 0].finite:
        return first
    return noun if noun is not None else inside[-1]


def _has_noun_before(parsed: Clauses, inside: list[int], verb: int) -> bool:
    return any(parsed.words[index].tag == "N" for index in inside if index < verb)


def _noun_head(parsed: Clauses, inside: list[int]) -> int | None:
    """Return the last noun before the first preposition, of words that may begin with one."""
    seen = None
    for index in inside:
        tag = parsed.words[index].tag
        if tag in "NJ":
            seen = index
        elif seen is not None and tag in "PTKYRI":
            break
    return seen


def partners(parsed: Clauses, index: int) -> frozenset[str]:
    """Return the names that follow "with", "to", "in" after the word ``index``, as lower-case words."""
    found: set[str] = set()
    open_ = parsed.words[index].tag == "V"
    for step in range(index + 1, min(index + 12, len(parsed.words))):
        word = parsed.words[step]
        if word.low in ("with", "to", "between", "in"):
            open_ = True
        elif word.tag in "YRIKMEHOVC" or word.low in ("on", "for", "as", "amid", "after", "ahead"):
            break
        elif open_ and word.title and len(word.low) > _INITIALS:
            found.add(word.low)
    return frozenset(found)


def _definite(parsed: Clauses, index: int) -> bool:
    """Tell whether a noun points back to something known: "the summit", "Lind's visit", "talks"."""
    if parsed.words[index].tag not in "NJ":
        return False
    if parsed.words[index].low in _PLURAL_ALONE:
        return True
    for step in range(index - 1, max(index - 7, -1), -1):
        word = parsed.words[step]
        if word.low in ("the", "this", "that") or word.tag == "S":
            return True
        if word.tag not in "JNA" and word.low not in ("first", "second", "next"):
            return False
    return True


def _long_ago(parsed: Clauses, index: int) -> bool:
    """Tell whether a mention is dated "12 years ago": a later "the summit" is another one."""
    segment = parsed.segments[parsed.segment_of[index]]
    return any(word.low == "ago" for word in parsed.words[segment.first : segment.last + 1])


def _foreground(parsed: Clauses, index: int) -> bool:
    """Tell whether a word stands in the main line of its sentence, not in "a week after his talks"."""
    segment = parsed.segments[parsed.segment_of[index]]
    if segment.opener in (
        "which",
        "who",
        "after",
        "before",
        "since",
        "when",
        "while",
        "if",
        "unless",
        "whether",
        "where",
    ):
        return False
    for step in range(index - 1, max(index - 8, segment.first) - 1, -1):
        word = parsed.words[step]
        if word.tag in "VMEH":
            break
        if word.low in ("after", "following", "since", "before", "than", "like", "despite", "unlike"):
            return False
    return True
