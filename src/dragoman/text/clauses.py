"""A sentence cut into clauses around its verb groups, without a parser."""

from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.text.lexicon import Form, Lexicon
from dragoman.text.verbs import Group, Word, groups, tags


@dataclass(frozen=True, slots=True)
class Segment:
    """The words ``[first, last]`` of one clause; ``opener`` is "if", "that", ... and "" for a main clause.

    ``quoted`` tells that the clause stands in quotation marks.
    """

    first: int
    last: int
    opener: str
    quoted: bool


@dataclass(frozen=True, slots=True, eq=False)
class Clauses:
    """The words, verb groups and clauses of one sentence, with the clause and the group of each word."""

    words: tuple[Word, ...]
    groups: tuple[Group, ...]
    segments: tuple[Segment, ...]
    segment_of: tuple[int, ...]
    group_of: tuple[int | None, ...]

    def at(self, offset: int) -> int | None:
        """Return the index of the word that holds the character ``offset``, or of the next one."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self.words) else None

    def groups_in(self, segment: int) -> tuple[int, ...]:
        """Return the numbers of the verb groups of one clause."""
        return tuple(n for n, group in enumerate(self.groups) if self.segment_of[group.head] == segment)

    def main(self) -> int | None:
        """Return the number of the main verb group, if the sentence has a finite one."""
        finite = [n for n, group in enumerate(self.groups) if group.finite]
        free = [n for n in finite if self.segments[self.segment_of[self.groups[n].head]].opener == ""]
        outside = [n for n in free if not self.segments[self.segment_of[self.groups[n].head]].quoted]
        return next(iter(outside or free or finite), None)


_BREAKS = frozenset((";", ":", "—", "–", "(", ")", "…", "[", "]"))
_LONG_QUOTE = 5
_THAT_TIME = frozenset(("day", "night", "week", "month", "year", "morning", "afternoon", "evening", "summer"))
_SENTENCE = 3


@lru_cache(maxsize=4096)
def clauses(sentence: str, lexicon: Lexicon) -> Clauses:
    """Return the clauses of ``sentence``."""
    words = _with_a_verb(tags(sentence, lexicon), lexicon)
    found = _with_participles(words, groups(words), lexicon)
    group_of: list[int | None] = [None] * len(words)
    for number, group in enumerate(found):
        for index in range(group.first, group.last + 1):
            group_of[index] = number
    segments = _Cutter(words, found, group_of).cut()
    segment_of = [0] * len(words)
    for number, segment in enumerate(segments):
        segment_of[segment.first : segment.last + 1] = [number] * (segment.last + 1 - segment.first)
    return Clauses(words, found, segments, tuple(segment_of), tuple(group_of))


def _with_a_verb(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Word, ...]:
    """Return the words of a full sentence with a verb, if none was seen: "Norland claims Sudmark as its"."""
    if len(words) < _SENTENCE or words[-1].low not in (".", ":") or any(w.tag in "VMHEO" for w in words):
        return words
    for index in range(1, len(words) - 1):
        low = words[index].low
        form = lexicon.form(low) or (_third(low, lexicon) if low.endswith("s") else None)
        before, after = words[index - 1], words[index + 1]
        if form is None or before.tag not in "NUA" or words[index].title:
            continue
        third = "S" in form.kinds and (after.tag in "DSNJUP" or index == len(words) - 2)
        plural = (
            "B" in form.kinds and before.low.endswith("s") and (after.tag in "DSPA" or after is words[-1])
        )
        if third or plural:
            verb = words[index]._replace(tag="V", lemma=form.lemma)
            return (*words[:index], verb, *words[index + 1 :])
    return words


def _third(low: str, lexicon: Lexicon) -> Form | None:
    """Return the third person of a verb whose base alone is in the table."""
    base = lexicon.form(low[:-1])
    return replace(base, kinds="S") if base is not None and "B" in base.kinds else None


def _with_participles(
    words: tuple[Word, ...], found: tuple[Group, ...], lexicon: Lexicon
) -> tuple[Group, ...]:
    """Return the groups, participles behind their noun no longer finite: "the plan agreed upon"."""
    made = list(found)
    for number, group in enumerate(found):
        if group.form != "D" or group.first != group.last or group.first == 0 or group.last + 1 >= len(words):
            continue
        form = lexicon.form(words[group.head].low)
        if form is not None and "N" in form.kinds and _is_aside(words, found, number):
            made[number] = replace(group, form="N")
            continue
        attached = words[group.first - 1].tag == "N" and words[group.head + 1].tag in "PTK"
        if form is None or "N" not in form.kinds or not attached:
            continue
        later = found[number + 1] if number + 1 < len(found) else None
        earlier = found[number - 1] if number else None
        by = words[group.head + 1].low in ("by", "upon")
        before_verb = later is not None and later.finite and _plain(words, group.head, later.first)
        behind_verb = (
            earlier is not None and earlier.finite and by and _plain(words, earlier.head, group.first)
        )
        if before_verb or behind_verb:
            made[number] = replace(group, form="N")
        elif later is not None and later.form in "PMB" and words[later.first - 1].low == ",":
            made[number] = replace(group, form="N")  # "the crews forced into camps, remain a burden"
            made[number + 1] = replace(later, form="P") if later.form == "B" else later
    return tuple(made)


def _is_aside(words: tuple[Word, ...], found: tuple[Group, ...], number: int) -> bool:
    """Tell whether a participle stands between subject and verb: "The bridge, built by both, remains"."""
    first = found[number].first
    if first < _SENTENCE - 1 or words[first - 1].low != "," or words[first - 2].tag != "N":
        return False
    if any(group.finite for group in found[:number]) or number + 1 >= len(found):
        return False
    later = found[number + 1]
    return later.finite and words[later.first - 1].low == "," and words[found[number].head + 1].tag in "PTK"


def _plain(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Tell whether no mark, coordinator or clause opener stands between two words."""
    return not any(word.tag in "YRIKQ" for word in words[first + 1 : last]) and words[last - 1].tag != "C"


class _Cutter:
    """Walks over the words once and notes where clauses begin."""

    def __init__(self, words: tuple[Word, ...], found: tuple[Group, ...], group_of: list[int | None]) -> None:
        self.words = words
        self.groups = found
        self.group_of = group_of
        self.quoted = _quoted(words, found)

    def cut(self) -> tuple[Segment, ...]:
        segments: list[Segment] = []
        first, opener, seen = 0, "", False
        for index in range(len(self.words)):
            start = self._opens(index, opener, seen=seen)
            if start is not None and index > first:
                segments.append(Segment(first, index - 1, opener, self.quoted[first]))
                first, opener, seen = index, start, False
            elif start is not None:
                opener = start
            number = self.group_of[index]
            if number is not None and self.groups[number].finite:
                seen = True
        if self.words:
            segments.append(Segment(first, len(self.words) - 1, opener, self.quoted[first]))
        return tuple(segments)

    def _opens(self, index: int, opener: str, *, seen: bool) -> str | None:
        """Return the opener of a clause that begins at ``index``, or ``None`` when none does."""
        word = self.words[index]
        if index and self.quoted[index] != self.quoted[index - 1]:
            return ""
        if word.low in _BREAKS:
            return ""
        if word.tag == "I":
            return word.low
        if word.low == "that" and index + 1 < len(self.words) and self.words[index + 1].low in _THAT_TIME:
            return None
        if word.low == "as" and index and self.words[index - 1].low == "such":
            return None
        if word.tag in "RK":
            return word.low if self._finite_ahead(index) else None
        if word.low == "should" and index + 1 < len(self.words) and self.words[index + 1].tag in "UN":
            return "if"
        if word.low == ",":
            return self._after_comma(index, opener, seen=seen)
        if word.tag == "C" and seen and self._new_subject(index):
            return opener if opener in ("that", "if", "whether") else ""
        return None

    def _after_comma(self, index: int, opener: str, *, seen: bool) -> str | None:
        following = index + 1
        while following < len(self.words) and self.words[following].tag in "AX":
            following += 1
        number = self.group_of[following] if following < len(self.words) else None
        if number is not None and self.groups[number].form == "G":
            return "-ing"
        if opener and seen:
            return ""
        if index and not seen and self.words[0].tag in "KP" and self._finite_ahead(index):
            return ""
        return "" if seen and self._finite_ahead(index) else None

    def _finite_ahead(self, index: int) -> bool:
        """Tell whether a finite verb follows before the next mark or clause opener."""
        for ahead in range(index + 1, min(index + 22, len(self.words))):
            number = self.group_of[ahead]
            if number is not None and self.groups[number].finite:
                return True
            if self.words[ahead].tag in "IYQ" or (self.words[ahead].tag == "R" and ahead > index + 1):
                return False
        return False

    def _new_subject(self, index: int) -> bool:
        """Tell whether a noun and then a finite verb follow a coordinator."""
        noun = False
        for ahead in range(index + 1, min(index + 14, len(self.words))):
            number = self.group_of[ahead]
            if number is not None:
                return noun and self.groups[number].finite
            if self.words[ahead].tag in "YIRKQC":
                return False
            noun = noun or self.words[ahead].tag in "NUD"
        return False


def _quoted(words: tuple[Word, ...], found: tuple[Group, ...]) -> list[bool]:
    """Tell of each word whether it stands in a quotation that is long or has a verb of its own."""
    inside = [False] * len(words)
    marks = [index for index, word in enumerate(words) if word.tag == "Q"]
    open_at: int | None = None
    for index in marks:
        low = words[index].low
        if open_at is None and low != "”":
            open_at = index
        elif open_at is not None:
            long = index - open_at > _LONG_QUOTE or any(open_at < g.head < index and g.finite for g in found)
            if long:
                inside[open_at : index + 1] = [True] * (index + 1 - open_at)
            open_at = None
    if open_at is not None and len(words) - open_at > _LONG_QUOTE:
        inside[open_at:] = [True] * (len(words) - open_at)
    return inside
