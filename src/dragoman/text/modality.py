"""How a report presents what a verb names: happened, planned, possible, negated.

The order of judgement follows FactBank (Sauri and Pustejovsky 2009): polarity and modality of the verb group
first, then of what governs it ("plans to", "refused to"), then of the clause it stands in ("if ...").
"""

from dataclasses import dataclass, replace

from dragoman.text.clauses import Clauses
from dragoman.text.lexicon import Lexicon
from dragoman.text.verbs import Group
from dragoman.types import Status, Tense


@dataclass(frozen=True, slots=True)
class Reading:
    """A status with its tense; ``told`` are the words that show it, as numbers of words ``[first, last]``."""

    status: Status
    tense: Tense
    told: tuple[int, int] | None = None
    firm: bool = True
    """False for a noun that only stands beside a verb that says nothing of it: "the summit reflects"."""


_CLASSES = ("negative", "planned", "expected", "aim", "possible", "actual")
STATUS_OF = {
    "planned": Status.PLANNED,
    "expected": Status.EXPECTED,
    "possible": Status.POSSIBLE,
    "aim": Status.AIM,
    "negative": Status.NEGATED,
}
NOT_YET = (
    Status.PLANNED,
    Status.EXPECTED,
    Status.POSSIBLE,
    Status.AIM,
    Status.HYPOTHETICAL,
    Status.NORMATIVE,
)
_UNREAL = frozenset(("if", "unless", "whether", "lest", "provided"))
_PREDICATES = {
    "likely": Status.EXPECTED,
    "likelier": Status.EXPECTED,
    "probable": Status.EXPECTED,
    "inevitable": Status.EXPECTED,
    "imminent": Status.EXPECTED,
    "possible": Status.POSSIBLE,
    "conceivable": Status.POSSIBLE,
    "unlikely": Status.NEGATED,
    "impossible": Status.NEGATED,
}
_DEEP = 4
_OBJECT = 7
_SERIES = 16
_STOPS = (".", "!", "?", "”", '"')


class VerbReader:
    """Reads the status of the verb groups of one sentence."""

    def __init__(self, sentence: Clauses, lexicon: Lexicon) -> None:
        """Keep the clauses and the word classes."""
        self.clauses = sentence
        self.words = sentence.words
        self.lexicon = lexicon

    # --- verbs ---

    def group(self, number: int, depth: int = 0) -> Reading:
        """Return how the verb group ``number`` is presented, with its clause taken into account."""
        group = self.clauses.groups[number]
        own = self._own(number, group, depth)
        negated = group.negated or self._nobody(group)
        if negated and own.status is not Status.HYPOTHETICAL:
            own = Reading(Status.NEGATED, own.tense, (group.first, group.head))
        own = self._adverbs(group, own)
        return self.in_clause(group.head, own, depth)

    def _nobody(self, group: Group) -> bool:
        """Tell whether the subject or the opening denies the verb: "nobody met him", "not since May has"."""
        opening = [word.low for word in self.words[:2]]
        if opening[:1] == ["not"] and opening[1:] and opening[1] in ("since", "for", "in"):
            return self.words[group.first].tag in "HEOM" and group.first + 1 < group.head
        return group.first > 0 and self.words[group.first - 1].low in ("nobody", "none", "neither")

    def _own(self, number: int, group: Group, depth: int) -> Reading:
        told = (group.first, group.head)
        match group.form:
            case "M":
                return self._modal(number, group)
            case "T":
                return self._infinitive(number, group, depth)
            case "G":
                return self._gerund(number, group, depth)
            case "B":
                return self._bare(number, group, depth)
            case "D" | "N":
                return Reading(Status.HAPPENED, Tense.PAST, told)
            case _:
                return self._present(group)

    def _present(self, group: Group) -> Reading:
        told = (group.first, group.head)
        if group.perfect:
            return Reading(Status.HAPPENED, Tense.PAST, told)
        if (
            group.progressive or self.lexicon.has("cues.scheduled_verb", self.words[group.head].lemma)
        ) and self._soon(group):
            return Reading(Status.PLANNED, Tense.FUTURE, told)
        if self.words[group.head].tag == "E":
            return self._predicate(group) or Reading(Status.ONGOING, Tense.PRESENT, told)
        return Reading(Status.ONGOING, Tense.PRESENT, told)

    def _predicate(self, group: Group) -> Reading | None:
        """Read "is likely", "are possible", "is unlikely" without an infinitive behind them."""
        for index in range(group.head + 1, min(group.head + 4, len(self.words))):
            status = _PREDICATES.get(self.words[index].low)
            if status is not None:
                return Reading(status, Tense.FUTURE, (group.first, index))
            if self.words[index].tag not in "AD" and self.words[index].tag != "X":
                return None
        return None

    def _soon(self, group: Group) -> bool:
        """Tell whether words after a present tense place it ahead: "takes place tomorrow"."""
        segment = self.clauses.segment_of[group.head]
        last = self.clauses.segments[segment].last
        for index in range(group.head + 1, last + 1):
            low = self.words[index].low
            if low in ("tomorrow", "tonight", "later", "soon") or (
                low == "next" and self.words[index - 1].low != "the"
            ):
                return True
        return False

    def _modal(self, number: int, group: Group) -> Reading:
        told = (group.first, group.head)
        modal = group.modal
        if modal in ("will", "'ll", "’ll", "shall", "wo"):
            return Reading(Status.PLANNED, Tense.FUTURE, told)
        if group.perfect:
            if modal in ("should", "ought"):
                return Reading(Status.NEGATED, Tense.PAST, told)
            return Reading(Status.POSSIBLE, Tense.PAST, told)
        if modal == "would":
            backshift = self._reported_past(number)
            return Reading(Status.PLANNED if backshift else Status.POSSIBLE, Tense.FUTURE, told)
        if modal in ("must", "should", "ought"):
            return Reading(Status.NORMATIVE, Tense.FUTURE, told)
        return Reading(Status.POSSIBLE, Tense.FUTURE, told)

    def _reported_past(self, number: int) -> bool:
        """Tell whether a past verb of saying or planning governs this clause: "said it would"."""
        if any(s.opener in _UNREAL for s in self.clauses.segments):
            return False
        return any(
            (other.form == "D" or other.perfect) and self._announces(self.words[other.head].lemma)
            for n, other in enumerate(self.clauses.groups)
            if n != number
        ) or any(word.tag == "N" and self.lexicon.has("cues.say_noun", word.low) for word in self.words)

    def _announces(self, lemma: str) -> bool:
        return self.lexicon.has("cues.say", lemma) or self.lexicon.has("governors.planned", lemma)

    def _infinitive(self, number: int, group: Group, depth: int) -> Reading:
        told = (group.first, group.head)
        above = self._previous(number)
        if above is not None and depth <= _DEEP and self._is_first(group.first):
            return self.group(above, depth + 1)
        governor = self._governor(group.first)
        if governor is None:
            main = self.clauses.main()
            if main is None or self.clauses.groups[main].first > group.first:
                before = self.words[group.first - 1].tag if group.first else "Y"
                if before in "NS" and (main is None or self.words[-1].low not in _STOPS):
                    return Reading(Status.PLANNED, Tense.FUTURE, told)
            return self._purpose(number, group, depth)
        if self._said_to_be(governor, group):
            return Reading(Status.POSSIBLE, Tense.PAST, (governor, group.head))
        return self._under(governor, group, depth)

    def _is_first(self, before: int) -> bool:
        """Tell whether "to ..." says what somebody was first to do: "the first premier to visit"."""
        for index in range(before - 1, max(before - 7, 0), -1):
            word = self.words[index]
            if word.low in ("first", "last", "only", "latest"):
                return self.words[index - 1].tag in "DSE"
            if word.tag not in "NJSDP":
                return False
        return False

    def _purpose(self, number: int, group: Group, depth: int) -> Reading:
        """Read "to ..." that nothing takes: a result ("fell to end at") or an aim."""
        result = self.lexicon.has("cues.result_verb", self.words[group.head].lemma)
        above = self._previous(number)
        if result and above is not None and depth <= _DEEP and self.clauses.groups[above].form == "D":
            return self.group(above, depth + 1)
        return Reading(Status.AIM, Tense.FUTURE, (group.first, group.head))

    def _said_to_be(self, governor: int, group: Group) -> bool:
        """Tell whether this is hearsay on a state: "is said to be", "are believed to have met"."""
        number = self.clauses.group_of[governor]
        if number is None or not self.clauses.groups[number].passive:
            return False
        stative = group.perfect or self.words[group.head].tag in "EH"
        return stative and self.lexicon.has("cues.hearsay", self.words[governor].lemma)

    def _governor(self, before: int) -> int | None:
        """Return the verb, noun or adjective that takes "to ..." at ``before``: "set to", "plan to"."""
        segment = self.clauses.segment_of[before]
        seen = 0
        for index in range(before - 1, -1, -1):
            word = self.words[index]
            if word.tag in "YRI" or self.clauses.segment_of[index] != segment:
                return None
            if word.low == "about" and index == before - 1 and index and self.words[index - 1].tag in "EAX":
                return index
            if word.tag in "AXDSQ" and self.governs(word.lemma) is None:
                continue
            number = self.clauses.group_of[index]
            if number is not None:
                return index if word.tag in "VEHO" and index == self.clauses.groups[number].head else None
            if seen <= 1 and word.tag not in "PU" and self.governs(word.lemma) not in (None, "actual"):
                return index
            seen += word.tag in "NJC"
            if seen > _OBJECT:
                return None
        return None

    def governs(self, lemma: str) -> str | None:
        """Return the class of a word that takes "to", "that" or an event: planned, possible, negative, ..."""
        return next((name for name in _CLASSES if self.lexicon.has(f"governors.{name}", lemma)), None)

    def _under(self, governor: int, group: Group, depth: int) -> Reading:
        """Return the status of what ``governor`` takes: its own class, set in its own clause."""
        told = (governor, group.head)
        word = self.words[governor]
        number = self.clauses.group_of[governor]
        near = governor == group.first - 1 or self.words[group.first - 1].tag in "AX"
        name = "planned" if word.low == "going" else self.governs(word.lemma)
        if word.tag == "E" and near:
            # "was to have met" tells of a plan that came to nothing.
            missed = group.perfect and word.low in ("was", "were")
            return Reading(
                *((Status.NEGATED, Tense.PAST) if missed else (Status.PLANNED, Tense.FUTURE)), told
            )
        if word.tag == "H" and near:
            return Reading(Status.NORMATIVE, Tense.FUTURE, told)
        if name is None and word.tag == "N":
            return Reading(Status.POSSIBLE, Tense.FUTURE, told)
        if name in (None, "actual"):
            if number is None or depth > _DEEP or (name is None and not near):
                return self._purpose(self.clauses.groups.index(group), group, depth)
            return self.group(number, depth + 1)
        status = STATUS_OF[name]
        if number is None and governor and self.words[governor - 1].tag in "EA":
            number = self.clauses.group_of[governor - 1]
        if number is not None:
            above = self.clauses.groups[number]
            if above.negated:
                return Reading(
                    Status.POSSIBLE if status is Status.NEGATED else Status.NEGATED, Tense.FUTURE, told
                )
            # "had planned to", "had hoped to": it did not, or may not.
            if above.perfect and above.form == "D":
                missed = status in (Status.PLANNED, Status.NEGATED)
                return Reading(Status.NEGATED if missed else Status.POSSIBLE, Tense.PAST, told)
        return Reading(status, Tense.FUTURE, told)

    def _gerund(self, number: int, group: Group, depth: int) -> Reading:
        told = (group.first, group.head)
        before = self.words[group.first - 1] if group.first else None
        above = self._previous(number)
        if before is not None and before.low == "without":
            return Reading(Status.NEGATED, Tense.PAST, told)
        if before is not None and before.low in ("after", "since", "following", "upon", "by"):
            return Reading(Status.HAPPENED, Tense.PAST, told)
        governor = self._before(group.first)
        name = self.governs(self.words[governor].lemma) if governor is not None else None
        if governor is not None and name not in (None, "actual"):
            return self._under(governor, group, depth)
        if before is not None and before.low in ("for", "of") and above is None:
            return Reading(Status.ONGOING, Tense.PRESENT, told)
        if above is None or depth > _DEEP:
            main = self.clauses.main()
            if main is not None and main != number and depth <= _DEEP:
                return self.group(main, depth + 1)
            return Reading(Status.ONGOING, Tense.PRESENT, told)
        return self.group(above, depth + 1)

    def _before(self, index: int) -> int | None:
        """Return the word that a gerund hangs on: "considered meeting", "plans for holding"."""
        for step in range(index - 1, max(index - 4, -1), -1):
            if self.words[step].tag in "VNJ":
                return step
            if self.words[step].tag not in "PAXD":
                return None
        return None

    def _previous(self, number: int) -> int | None:
        """Return the verb group before this one in its clause, or before its "-ing" clause."""
        if number == 0:
            return None
        segment = self.clauses.segment_of[self.clauses.groups[number].head]
        other = self.clauses.segment_of[self.clauses.groups[number - 1].head]
        if segment == other or (self.clauses.segments[segment].opener == "-ing" and other == segment - 1):
            return number - 1
        return None

    def _bare(self, number: int, group: Group, depth: int) -> Reading:
        """Read a base form alone: "and distribute" goes with the verb before it."""
        if number and depth <= _DEEP:
            above = self.clauses.groups[number - 1]
            if above.form in "TMB" and group.first - above.head < _SERIES:
                return self.group(number - 1, depth + 1)
            lemma = self.words[above.head].lemma
            if lemma in ("let", "help", "make", "see", "have"):
                return self.group(number - 1, depth + 1)
        return Reading(Status.ONGOING, Tense.PRESENT, (group.first, group.head))

    def _adverbs(self, group: Group, own: Reading) -> Reading:
        """Weaken a reading for "reportedly", "possibly", "likely" beside the verb."""
        segment = self.clauses.segments[self.clauses.segment_of[group.head]]
        for index in range(max(segment.first, group.first - 3), min(group.head + 2, segment.last) + 1):
            low = self.words[index].low
            if index == group.head:
                continue
            if self.lexicon.has("cues.reported", low) and own.status in (Status.HAPPENED, Status.ONGOING):
                return Reading(Status.POSSIBLE, Tense.PAST, (index, group.head))
            if self.lexicon.has("cues.possible", low) and own.status is not Status.NEGATED:
                return Reading(Status.POSSIBLE, own.tense, (index, group.head))
            if low == "unlikely" and own.status is not Status.NEGATED and index > group.head:
                return Reading(own.status, own.tense, own.told)
        return own

    # --- clauses ---

    def in_clause(self, index: int, own: Reading, depth: int) -> Reading:
        """Set a reading in its clause: conditions, times ahead, and what a that-clause depends on."""
        segment_number = self.clauses.segment_of[index]
        segment = self.clauses.segments[segment_number]
        told = (segment.first, index)
        if segment.opener in _UNREAL and own.tense is not Tense.PAST:
            return Reading(Status.HYPOTHETICAL, Tense.FUTURE, told)
        if segment.opener in _UNREAL and own.status is Status.HAPPENED:
            doubted = Status.POSSIBLE if segment.opener == "whether" else Status.HYPOTHETICAL
            return Reading(doubted, Tense.PAST, told)
        if segment.opener in ("when", "once", "until", "till", "after", "before", "as") and depth == 0:
            return self._time_clause(segment_number, own, told)
        if depth <= _DEEP and segment.opener in ("that", "whether") and segment.first > 0:
            return self._complement(segment.first, own)
        return own

    def _time_clause(self, segment: int, own: Reading, told: tuple[int, int]) -> Reading:
        """Read "once he finishes", "before they leave" by the main verb: ahead, if that is ahead."""
        main = self.clauses.main()
        if main is not None and self._perfect_ahead(segment, main):
            return Reading(Status.PLANNED, Tense.FUTURE, told)
        if own.tense is not Tense.PRESENT or main is None:
            return own
        if self.clauses.segment_of[self.clauses.groups[main].head] == segment:
            return own
        above = self.group(main, depth=1)
        if above.status in NOT_YET:
            return Reading(Status.PLANNED, Tense.FUTURE, told)
        return own

    def _perfect_ahead(self, segment: int, main: int) -> bool:
        """Tell whether a clause of time is in the present perfect: "after they have met" lies ahead."""
        if self.clauses.segments[segment].opener not in ("after", "once", "until", "when"):
            return False
        here = [self.clauses.groups[number] for number in self.clauses.groups_in(segment)]
        perfect = bool(here) and here[0].perfect and here[0].form == "P" and not here[0].negated
        return perfect and self.clauses.groups[main].form in "PM" and not self.clauses.groups[main].perfect

    def _complement(self, opener: int, own: Reading) -> Reading:
        """Weigh a that-clause by its governor: "denied that", "hopes that", "it is possible that"."""
        for index in range(opener - 1, max(opener - 3, -1), -1):
            status = _PREDICATES.get(self.words[index].low)
            if status is not None:
                return Reading(status, Tense.FUTURE, (index, opener))
        governor = next(
            (i for i in range(opener - 1, max(opener - 5, -1), -1) if self.words[i].tag in "VN"), None
        )
        if governor is None:
            return own
        lemma = self.words[governor].lemma
        told = (governor, opener)
        if lemma in ("deny", "denial") and own.status is not Status.NEGATED:
            return Reading(Status.NEGATED, own.tense, told)
        if lemma in ("hope", "wish", "demand", "insist", "request", "propose", "ask", "urge", "recommend"):
            soft = own.status in (Status.ONGOING, Status.PLANNED) and lemma != "insist"
            return Reading(Status.AIM, Tense.FUTURE, told) if soft else own
        if lemma in (
            "fear",
            "worry",
            "concern",
            "possibility",
            "chance",
            "risk",
            "speculate",
            "speculation",
            "rumour",
            "rumor",
        ):
            return Reading(Status.POSSIBLE, own.tense if own.tense is Tense.PAST else Tense.FUTURE, told)
        if (
            lemma in ("believe", "think", "suspect", "assume", "suspicion", "allege", "allegation", "claim")
            and own.tense is Tense.PAST
        ):
            return Reading(Status.POSSIBLE, Tense.PAST, told) if lemma not in ("claim", "think") else own
        if (
            lemma in ("predict", "expect", "anticipate", "forecast", "believe", "think", "estimate")
            and own.status is Status.PLANNED
        ):
            number = self.clauses.group_of[governor]
            above = self.clauses.groups[number] if number is not None else None
            if above is not None and above.perfect and above.form == "D":
                return Reading(Status.POSSIBLE, Tense.PAST, told)
            return replace(own, status=Status.EXPECTED)
        return own
