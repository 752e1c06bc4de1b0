"""How a whole sentence is meant: report, plan, forecast, opinion, or no assertion at all."""

from dataclasses import dataclass, replace

from dragoman.text.address import advises, describes_itself, wants_list
from dragoman.text.ahead import ahead, depends
from dragoman.text.clauses import Clauses
from dragoman.text.comment import Commentary
from dragoman.text.lexicon import Lexicon
from dragoman.text.modality import Reading
from dragoman.text.negation import denied, rebuttal
from dragoman.text.predicate import subject_of
from dragoman.text.reporting import MODAL, Reporting
from dragoman.text.verbs import Group
from dragoman.types import Status, Tense

_FRAGMENT = 9


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a sentence.

    ``intro`` is the status of the line that opens its list; ``ahead`` tells that it names a day to come,
    ``rebuts`` that the sentence before it denies how something was taken.
    """

    heading: bool = False
    intro: Status | None = None
    ahead: bool = False
    rebuts: bool = False


def sentence_reading(parsed: Clauses, lexicon: Lexicon, setting: Setting) -> Reading:
    """Return the status of the sentence, its tense and the words that show it."""
    return _Judge(parsed, lexicon, setting).judge()


class _Judge(Reporting):
    """Weighs the main verb, what it says or governs, and the words of opinion around it."""

    def __init__(self, parsed: Clauses, lexicon: Lexicon, setting: Setting) -> None:
        super().__init__(parsed, lexicon)
        self.setting = setting
        self.commentary = Commentary(parsed, lexicon)

    def judge(self) -> Reading:
        if not self.words or self._question():
            return Reading(Status.NONE, Tense.PRESENT)
        main = self.parsed.main()
        if self.setting.intro in MODAL:
            return Reading(self.setting.intro or Status.NONE, Tense.FUTURE)
        if not self.setting.heading:
            addressed = self._addressed()
            if addressed is not None:
                return addressed
        if main is None:
            return self._without_verb()
        condition = self._condition()
        own = self._main(main)
        if condition is not None and own.tense is not Tense.PAST:
            return condition
        if self.setting.intro is Status.OPINION and own.status is Status.ONGOING:
            return replace(own, status=Status.OPINION)
        return own

    def _question(self) -> bool:
        return any(word.low == "?" for word in self.words[-3:])

    def _addressed(self) -> Reading | None:
        """Read what the text says of itself, what it bids its reader do, and what opens a list."""
        if describes_itself(self.parsed, self.lexicon):
            return Reading(Status.NONE, Tense.PRESENT)
        if advises(self.parsed, self.lexicon):
            return Reading(Status.NORMATIVE, Tense.PRESENT, (0, 0))
        if wants_list(self.parsed, self.lexicon):
            return Reading(Status.AIM, Tense.FUTURE, (0, 0))
        if self.words[0].low in ("if", "unless") and self.words[-1].low == ":":
            return Reading(Status.HYPOTHETICAL, Tense.FUTURE, (0, 0))
        return depends(self.parsed, self.lexicon)

    def _without_verb(self) -> Reading:
        """Read a title, a list item, or a sentence in which no finite verb was found."""
        infinitive = next((n for n, group in enumerate(self.parsed.groups) if group.form == "T"), None)
        if infinitive is not None and self.setting.heading:
            return self.reader.group(infinitive)
        if self.parsed.groups and self.parsed.groups[0].form == "B" and self.parsed.groups[0].first == 0:
            return Reading(Status.NORMATIVE, Tense.PRESENT, (0, 0))
        if self.setting.intro is not None:
            return Reading(self.setting.intro, Tense.PRESENT)
        if self.words[-1].low == "." and not self.setting.heading and len(self.words) < _FRAGMENT:
            words = [word for word in self.words if word.low.isalpha()]
            if not words or not words[0].title or all(word.title for word in words):
                return Reading(Status.NONE, Tense.PRESENT)  # "FULL TEXT.", "said Lind."
            refused = self.words[0].low in ("no", "not", "neither", "never")
            return Reading(Status.NEGATED if refused else Status.OPINION, Tense.PRESENT)
        if self.setting.heading or len(self.words) < _FRAGMENT:
            return Reading(Status.NONE, Tense.PRESENT)
        return Reading(Status.ONGOING, Tense.PRESENT)

    def _condition(self) -> Reading | None:
        """Read "If he fails, ..." and "even if nothing is signed, ..."."""
        for index, word in enumerate(self.words):
            inverted = index == 0 and word.low == "should" and self.words[1].tag in "DSUN"
            if word.low not in ("if", "unless") and not inverted:
                continue
            even = index > 0 and self.words[index - 1].low == "even"
            if index == 0:
                return Reading(Status.HYPOTHETICAL, Tense.FUTURE, (0, 0))
            if even:
                return Reading(Status.POSSIBLE, Tense.FUTURE, (index - 1, index))
        return None

    def _main(self, number: int) -> Reading:
        group = self.parsed.groups[number]
        lemma = self.words[group.head].lemma
        told = (group.first, group.head)
        early = self._early(number)
        if early is not None:
            return early
        if self.says(number):
            return self.saying(number, group)
        chained = self.chained(number)
        if chained is not None:
            return chained
        if group.form == "B" and group.first == 0:
            return Reading(Status.NORMATIVE, Tense.PRESENT, told)
        reading = self.reader.group(number)
        if group.form == "M":
            return self.modal(reading, lemma)
        if lemma in self.lexicon.classes["sentences.aim_verb"] and not group.negated:
            return Reading(Status.AIM, reading.tense, told)
        if group.form == "D" or reading.status is Status.POSSIBLE:
            return self._forecast_behind(number) or reading
        return self._present(number, group, reading)

    def _early(self, number: int) -> Reading | None:
        """Read what decides before the verb itself: denials, rebuttals, comment, and what lies ahead."""
        group = self.parsed.groups[number]
        told = (group.first, group.head)
        if self.setting.heading:
            return None
        if denied(self.parsed, self.lexicon, number):
            return Reading(Status.NEGATED, Tense.PAST if group.form == "D" else Tense.PRESENT, told)
        rebutted = rebuttal(self.parsed, self.lexicon, number)
        if rebutted is not None:
            return Reading(rebutted, Tense.PRESENT, told)
        if self.setting.rebuts and self._explains(number, group):
            return Reading(Status.OPINION, Tense.PRESENT, told)
        if self.sees_chance(group) and self.lexicon.has("voices.verb", self.words[group.head].lemma):
            return Reading(Status.EXPECTED, Tense.FUTURE, told)
        if self._forecast_behind(number) is None and self.commentary.comments(number):
            excess = any(word.low == "too" for word in self.words[group.head + 1 : group.head + 2])
            appraised = excess or (self.chained(number) is None and not self.enables(group))
            return Reading(Status.OPINION, Tense.PRESENT, told) if appraised else None
        return ahead(self.parsed, self.lexicon, number)

    def _explains(self, number: int, group: Group) -> bool:
        """Tell whether a sentence behind a denial says how it was meant: "She was offering calm"."""
        subject = subject_of(self.parsed, number)
        pronoun = subject is not None and subject.noun.tag == "U"
        return pronoun and (group.progressive or self.words[group.head].tag == "E") and not group.negated

    def _present(self, number: int, group: Group, reading: Reading) -> Reading:
        lemma = self.words[group.head].lemma
        told = (group.first, group.head)
        if reading.status in (Status.PLANNED, Status.EXPECTED):
            return reading
        if self.setting.ahead and self.lexicon.has("cues.scheduled_verb", lemma):
            return Reading(Status.PLANNED, Tense.FUTURE, told)
        behind = self._forecast_behind(number)
        if behind is not None:
            return behind
        if self.enables(group):
            return Reading(Status.POSSIBLE, Tense.FUTURE, told)
        if self.appraises(group):
            return Reading(Status.OPINION, Tense.PRESENT, told)
        if group.perfect:
            return Reading(Status.ONGOING, Tense.PRESENT, told) if self._lasts(number, group) else reading
        if self.lexicon.has("sentences.weak_verb", lemma):
            return self._weak(number, told)
        if reading.status is Status.NEGATED and self.words[group.head].tag == "E":
            return Reading(Status.OPINION, Tense.PRESENT, told)
        return reading

    def _lasts(self, number: int, group: Group) -> bool:
        """Tell whether a perfect speaks of a state that goes on: "have been cool", "have soured ties"."""
        if group.negated:
            return False
        lemma = self.words[group.head].lemma
        since = any(
            self.parsed.segments[self.parsed.segment_of[other.head]].opener == "since" and other.form == "D"
            for n, other in enumerate(self.parsed.groups)
            if n != number
        )
        if self.words[group.head].tag == "E" or group.progressive:
            return True
        if group.passive:
            return self.lexicon.has("sentences.lasting_passive", lemma) and not since
        if self.lexicon.has("sentences.lasting_verb", lemma):
            return True
        return self.lexicon.has("sentences.influence_verb", lemma) and not since

    def _weak(self, number: int, told: tuple[int, int]) -> Reading:
        """Read "comes a week after Lind concluded ...": what it tells is the clause behind."""
        for group in self.parsed.groups[number + 1 :]:
            opener = self.parsed.segments[self.parsed.segment_of[group.head]].opener
            if opener in ("after", "since") and (group.form == "D" or group.perfect):
                return Reading(Status.HAPPENED, Tense.PAST, (group.first, group.head))
        return Reading(Status.ONGOING, Tense.PRESENT, told)

    def _forecast_behind(self, number: int) -> Reading | None:
        """Read ", with analysts predicting that he may ..." behind a main verb that tells little."""
        last = self.parsed.groups[number].head
        for index in range(last + 1, len(self.words) - 2):
            if self.words[index].low == "with" and self.lexicon.has(
                "voices.unnamed", self.words[index + 1].low
            ):
                readings = [
                    self.reader.group(n)
                    for n, g in enumerate(self.parsed.groups)
                    if g.first > index and g.form == "M"
                ]
                return readings[0] if readings else Reading(Status.EXPECTED, Tense.FUTURE, (index, index + 1))
        return None
