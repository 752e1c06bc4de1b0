"""What a verb of speech, thought or plan says of what it takes: "said they would", "is set to"."""

from dataclasses import replace

from dragoman.text.clauses import Clauses
from dragoman.text.lexicon import Lexicon
from dragoman.text.modality import Reading
from dragoman.text.nominal import Reader
from dragoman.text.predicate import is_thing, subject_of
from dragoman.text.verbs import Group
from dragoman.types import Status, Tense

MODAL = (Status.PLANNED, Status.EXPECTED, Status.POSSIBLE, Status.AIM, Status.NORMATIVE, Status.HYPOTHETICAL)
_CONTENT = (Status.PLANNED, Status.EXPECTED, Status.POSSIBLE, Status.HYPOTHETICAL)
NEAR = 9
_BEST = (
    "best",
    "main",
    "likeliest",
    "strongest",
    "biggest",
    "greatest",
    "real",
    "little",
    "slim",
    "scant",
    "fair",
)


class Reporting:
    """Reads verbs by what they take: words that are reported, an infinitive, a predicate."""

    def __init__(self, parsed: Clauses, lexicon: Lexicon) -> None:
        """Keep the clauses and the word classes."""
        self.parsed = parsed
        self.words = parsed.words
        self.lexicon = lexicon
        self.reader = Reader(parsed, lexicon)

    def says(self, number: int) -> bool:
        """Tell whether the main verb reports words or thoughts: of a person, with a clause or a quotation."""
        group = self.parsed.groups[number]
        if not self.lexicon.has("cues.say", self.words[group.head].lemma) or group.passive:
            return False
        subject = subject_of(self.parsed, number)
        if subject is not None and is_thing(subject, self.lexicon):
            return False
        following = self.words[group.head + 1 : group.head + 2]
        quoted = any(word.tag == "Q" for word in self.words)
        rest = [n for n, other in enumerate(self.parsed.groups) if other.finite and n != number]
        told = bool(following) and following[0].tag in "QR"
        return quoted or bool(rest) or told or self._expects(group)

    def _expects(self, group: Group) -> bool:
        return (
            self.lexicon.has("sentences.prediction_verb", self.words[group.head].lemma) and group.form in "PD"
        )

    def saying(self, number: int, group: Group) -> Reading:
        """Return the reading of a sentence that reports words: that of the words, or of the saying."""
        lemma = self.words[group.head].lemma
        prediction = self.lexicon.has("sentences.prediction_verb", lemma)
        content = self._content(number)
        told = (group.first, group.head)
        if content is not None and content.status in _CONTENT:
            if content.status is Status.PLANNED and (prediction or self._doubtful(lemma)):
                return replace(content, status=Status.EXPECTED)
            return content
        if prediction and not group.negated:
            return Reading(Status.EXPECTED, Tense.FUTURE, told)
        if content is not None and content.status is Status.NORMATIVE:
            return content
        quoted = any(word.tag == "Q" for word in self.words) and self._unnamed() is None
        if group.form == "D" or group.perfect or quoted:
            return Reading(Status.HAPPENED, Tense.PAST, told)
        if content is not None and content.status is Status.OPINION:
            return content
        return Reading(Status.ONGOING, Tense.PRESENT, told)

    def sees_chance(self, group: Group) -> bool:
        """Tell whether unnamed sources speak of prospects: "Observers say the best hope lies in fish"."""
        if self._unnamed() is None or group.negated:
            return False
        following = self.words[group.head + 1 : group.head + NEAR]
        first = next((word.low for word in following if word.tag == "N" and word.low not in _BEST), "")
        return self.lexicon.has("sentences.prospect_noun", first)

    def _doubtful(self, lemma: str) -> bool:
        return lemma in ("believe", "think", "suggest", "argue")

    def _content(self, number: int) -> Reading | None:
        """Return the reading of what is said: the strongest modality in it, else its first clause."""
        seen: Reading | None = None
        for n, group in enumerate(self.parsed.groups):
            if n == number or not group.finite:
                continue
            opener = self.parsed.segments[self.parsed.segment_of[group.head]].opener
            if opener in ("which", "who", "while", "as", "since", "where", "because", "what"):
                continue
            reading = self.chained(n) or self.reader.group(n)
            if group.form == "M":
                reading = self.modal(reading, self.words[group.head].lemma)
            if group.form == "P" and self.enables(group):
                reading = Reading(Status.POSSIBLE, Tense.FUTURE, (group.first, group.head))
            elif group.form == "P" and group.first > 0 and self.appraises(group):
                reading = Reading(Status.OPINION, Tense.PRESENT, (group.first, group.head))
            if seen is None or (seen.status not in _CONTENT and reading.status in _CONTENT):
                seen = reading
        return self._likely() or seen

    def _likely(self) -> Reading | None:
        """Find "more likely", "likely that" anywhere: the sentence is a forecast."""
        for index, word in enumerate(self.words):
            if (
                word.low == "likely"
                and index
                and self.words[index - 1].low in ("more", "most", "very", "is", "are", "highly")
            ):
                return Reading(Status.EXPECTED, Tense.FUTURE, (index - 1, index))
        return None

    def chained(self, number: int) -> Reading | None:
        """Return the reading of "to ..." that the main verb takes: "is set to visit", "aims to avoid"."""
        group = self.parsed.groups[number]
        if number + 1 >= len(self.parsed.groups):
            return None
        after = self.parsed.groups[number + 1]
        between = self.words[group.head + 1 : after.first]
        if after.form != "T" or any(
            word.tag not in "ADXJ" and self.reader.governs(word.low) not in ("planned", "expected")
            for word in between
        ):
            return None
        reading = self.reader.group(number + 1)
        if group.form == "M" and reading.status is Status.AIM:
            return None
        return reading if reading.status in (*MODAL, Status.NEGATED) else None

    def modal(self, reading: Reading, lemma: str) -> Reading:
        """Tell a plan from a forecast: things scheduled "will take place", relations "will get worse"."""
        scheduled = self.lexicon.has("sentences.schedule_verb", lemma)
        forecast = self._unnamed() is not None or self._likely() is not None
        if reading.status is Status.PLANNED and forecast and not scheduled:
            return replace(reading, status=Status.EXPECTED)
        return reading

    def _unnamed(self) -> int | None:
        """Return the word for unnamed sources, if the sentence has one."""
        return next(
            (i for i, word in enumerate(self.words) if self.lexicon.has("voices.unnamed", word.low)), None
        )

    def enables(self, group: Group) -> bool:
        """Tell whether the verb opens a possibility: "offers a chance to", "lays the groundwork for"."""
        if not self.lexicon.has("sentences.enabling_verb", self.words[group.head].lemma) or group.negated:
            return False
        following = self.words[group.head + 1 : group.head + NEAR]
        return any(self.lexicon.has("sentences.enabling_noun", word.low) for word in following)

    def appraises(self, group: Group) -> bool:
        """Tell whether the verb, or the predicate behind a copula, judges rather than reports."""
        lemma = self.words[group.head].lemma
        if self.lexicon.has("cues.evaluation_verb", lemma) and not group.passive and not group.perfect:
            return True
        following = self.words[group.head + 1 : group.head + NEAR]
        segment = self.parsed.segment_of[group.head]
        near = [w for i, w in enumerate(following, group.head + 1) if self.parsed.segment_of[i] == segment]
        if self.words[group.head].tag == "E" or lemma == "come":
            return any(self.lexicon.has("sentences.appraisal_word", word.low) for word in near)
        if self.lexicon.has("cues.persist_verb", lemma):
            return any(self.lexicon.has("sentences.enduring_word", word.low) for word in near[:3])
        return False
