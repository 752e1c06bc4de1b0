"""How the event that a noun names is presented: from its phrase, what it hangs on, and its verb."""

from dataclasses import replace

from dragoman.text.modality import NOT_YET, STATUS_OF, Reading, VerbReader
from dragoman.text.verbs import Group
from dragoman.types import Status, Tense

_NEAR = 9
_PARTICLE = 6
_BEHIND = 2
_ASIDE = ("during", "at", "in", "of", "on", "about", "by", "through", "before", "ahead")


class Reader(VerbReader):
    """Reads the status of the words of one sentence, verbs and nouns."""

    def word(self, index: int) -> Reading:
        """Return how the event named by the word ``index``, a verb or a noun, is presented."""
        number = self.clauses.group_of[index]
        if number is not None:
            return self.group(number)
        return self.noun(index)

    def noun(self, index: int) -> Reading:
        """Return how an event that a noun names is presented, from its attributes and its verb."""
        attribute = self._attributes(index)
        if attribute is not None:
            return attribute
        if self.words[index].lemma in ("absence", "lack"):
            return Reading(Status.NEGATED, Tense.PAST, (index, index))
        off = self._called_off(index) or self._planned_behind(index)
        if off is not None:
            return off
        phrase = self._phrase_start(index)
        before = self.words[phrase - 1] if phrase else None
        if before is not None and before.low in ("without", "despite") and self._absent(phrase, index):
            return Reading(Status.NEGATED, Tense.PAST, (phrase - 1, index))
        past = self._main_is_past(index)
        if before is not None and before.low in ("after", "following", "since"):
            definite = self.words[phrase].low in ("the", "this") and not past
            return Reading(Status.HAPPENED, Tense.PAST, (phrase - 1, index), firm=not definite)
        if before is not None and before.low == "during" and past:
            return Reading(Status.HAPPENED, Tense.PAST, (phrase - 1, index))
        governed = self._noun_governor(index, phrase)
        if governed is not None:
            return governed
        number = self._verb_of(index)
        if number is None:
            return self.in_clause(index, Reading(Status.HAPPENED, Tense.PRESENT, None, firm=False), 1)
        return self._with_verb(index, number)

    def _main_is_past(self, index: int) -> bool:
        """Tell whether the sentence's main verb is in the past: what it happened during is over."""
        main = self.clauses.main()
        if main is None or self.clauses.groups[main].head == index:
            return False
        group = self.clauses.groups[main]
        over = group.form == "D" or group.perfect
        return over and not group.negated and self.group(main).status is Status.HAPPENED

    def _called_off(self, index: int) -> Reading | None:
        """Read what is said last of a plan: "the trip, planned for May, is postponed"."""
        here = self.clauses.groups_in(self.clauses.segment_of[index])
        if any(self.clauses.groups[number].head < index for number in here):
            return None
        for group in self.clauses.groups:
            status = self._off(group)
            if (
                group.head < index
                or status is None
                or not group.passive
                or group.negated
                or group.form == "T"
            ):
                continue
            bound = self.words[group.first - 1]
            if group.first - 1 != index and bound.tag not in "CY":
                continue
            told = (group.first, group.head)
            if self._supposes(group):
                return Reading(Status.HYPOTHETICAL, Tense.FUTURE, told)
            if group.form == "M":
                return None
            return Reading(status, Tense.PAST if status is Status.CANCELLED else Tense.FUTURE, told)
        return None

    def _off(self, group: Group) -> Status | None:
        """Return whether a verb calls its object off or puts it off."""
        word = self.words[group.head]
        particle = any(near.low == "off" for near in self.words[group.head + 1 : group.head + _PARTICLE])
        if self.lexicon.has("cues.cancel", word.lemma) or (particle and word.lemma == "call"):
            return Status.CANCELLED
        if self.lexicon.has("cues.postpone", word.lemma) or (particle and word.lemma in ("put", "push")):
            return Status.POSTPONED
        return None

    def _supposes(self, group: Group) -> bool:
        """Tell whether a verb in the present stands under a condition: "if talks fail, he cancels"."""
        if group.form not in "PMB" or group.perfect:
            return False
        return any(segment.opener in ("if", "unless") for segment in self.clauses.segments)

    def _planned_behind(self, index: int) -> Reading | None:
        """Read "the trip, planned for May": a participle behind the noun."""
        step = index + 1
        while step < len(self.words) and self.words[step].tag in "YA" and step <= index + _BEHIND:
            step += 1
        if step + 1 >= len(self.words):
            return None
        word, link = self.words[step], self.words[step + 1]
        if word.low in ("planned", "scheduled", "slated", "due") and link.low in ("for", "on", "in"):
            return Reading(Status.PLANNED, Tense.FUTURE, (step, step))
        if step == index + 1 and word.low in ("made", "paid") and link.low in ("by", "to", "in", "on"):
            return Reading(Status.HAPPENED, Tense.PAST, (step, step))
        return None

    def _attributes(self, index: int) -> Reading | None:
        """Read words inside the noun phrase: "no", "planned", "possible", "alleged", "recent"."""
        for step in range(index - 1, max(index - 7, -1), -1):
            word = self.words[step]
            if word.tag in "YPRIKCTUMEH" or (word.tag == "V" and not word.low.endswith(("ed", "ing", "en"))):
                return None
            number = self.clauses.group_of[step]
            if number is not None and self.clauses.groups[number].first < step:
                return None
            told = (step, index)
            if word.low == "no":
                return Reading(Status.NEGATED, Tense.PAST, told)
            if self.lexicon.has("cues.reported", word.low):
                return Reading(Status.POSSIBLE, Tense.PAST, told)
            if self.lexicon.has("cues.past_adjective", word.low) and word.low != "former":
                return Reading(Status.HAPPENED, Tense.PAST, told)
            foreseen = self._foreseen(word.low)
            if foreseen is not None:
                return replace(foreseen, told=told)
        return None

    def _foreseen(self, word: str) -> Reading | None:
        """Read an adjective of what is off, possible or planned."""
        if word in ("cancelled", "canceled", "scrapped"):
            return Reading(Status.CANCELLED, Tense.PAST)
        if word in ("postponed", "delayed"):
            return Reading(Status.POSTPONED, Tense.FUTURE)
        if self.lexicon.has("cues.possible_adjective", word) and word not in ("any", "further", "another"):
            unreal = word in ("potential", "hypothetical", "would-be", "conceivable")
            return Reading(Status.HYPOTHETICAL if unreal else Status.POSSIBLE, Tense.FUTURE)
        if self.lexicon.has("cues.future_adjective", word):
            return Reading(Status.PLANNED, Tense.FUTURE)
        return None

    def _phrase_start(self, index: int) -> int:
        """Return where the noun phrase that ends in ``index`` begins."""
        start = index
        while start > 0 and self.words[start - 1].tag in "DSJN" and self.clauses.group_of[start - 1] is None:
            start -= 1
        return start

    def _absent(self, phrase: int, index: int) -> bool:
        return self.words[phrase - 1].low == "without" or any(
            w.low == "absence" for w in self.words[phrase:index]
        )

    def _noun_governor(self, index: int, phrase: int) -> Reading | None:
        """Read a noun under another: "absence of agreements", "plans for a summit", "threat of war"."""
        if phrase <= 1 or self.words[phrase - 1].low not in ("of", "for", "on", "to"):
            return None
        link = self.words[phrase - 1].low
        word = self.words[phrase - 2]
        name = self.governs(word.lemma)
        if word.tag not in "NJ" or name in (None, "actual") or link in ("on", "to"):
            return None
        if name == "negative" and word.lemma not in (
            "absence",
            "lack",
            "rejection",
            "cancellation",
            "failure",
            "refusal",
        ):
            return None
        past = Tense.PAST if name == "negative" else Tense.FUTURE
        if name == "planned" and word.lemma in ("agreement", "decision", "ready", "announce"):
            return None
        return Reading(STATUS_OF[name], past, (phrase - 2, index))

    def _verb_of(self, index: int) -> int | None:
        """Return the verb group a noun belongs to: as object the one before it, as subject the one after."""
        segment = self.clauses.segment_of[index]
        here = self.clauses.groups_in(segment)
        before = [n for n in here if self.clauses.groups[n].head < index]
        after = [n for n in here if self.clauses.groups[n].head > index]
        if before:
            return before[-1]
        if after:
            finite = [n for n in after if self.clauses.groups[n].finite]
            return (finite or after)[0]
        return self.clauses.main()

    def _with_verb(self, index: int, number: int) -> Reading:
        """Read a noun by its verb: "postponed the visit", "proposed talks", "will hold a summit"."""
        group = self.clauses.groups[number]
        reading = self.group(number)
        is_object = group.head < index
        decided = self._by_what_it_does(index, group, reading) or (
            None if is_object else self._by_predicate(index, group, reading)
        )
        if decided is not None:
            return decided
        lemma = self.words[group.head].lemma
        told = (group.first, group.head)
        if not self._kept(index, group.head, reading):
            return Reading(Status.HAPPENED, Tense.PRESENT, None, firm=False)
        if is_object and self._linked(index) == "for" and reading.status in (Status.HAPPENED, Status.ONGOING):
            name = self.governs(lemma)
            if name in ("aim", "planned", "expected"):
                return Reading(STATUS_OF[name], Tense.FUTURE, told)
        supposed = group.form == "M" and group.modal in ("could", "would", "might") and not group.perfect
        if supposed and not is_object and self.words[self._phrase_start(index)].low in ("a", "an", "any"):
            return Reading(Status.HYPOTHETICAL, Tense.FUTURE, told)
        if reading.status is Status.NEGATED and not is_object and not self._tells(lemma, is_object=False):
            return Reading(Status.HAPPENED, Tense.PRESENT, None, firm=False)
        firm = self._tells(lemma, is_object=is_object) and not (is_object and self._linked(index) in _ASIDE)
        if reading.status is Status.ONGOING:
            return Reading(Status.HAPPENED, Tense.PRESENT, reading.told, firm=False)
        return replace(reading, firm=firm)

    def _by_what_it_does(self, index: int, group: Group, reading: Reading) -> Reading | None:
        """Read a noun by a verb that decides on it: "postponed the visit", "talks were proposed"."""
        is_object = group.head < index
        affected = group.passive is not is_object
        near = index - group.head < _NEAR if is_object else True
        if not affected or not near:
            return None
        if reading.status not in (Status.HAPPENED, Status.ONGOING, Status.PLANNED):
            return None
        special = self._affected(self.words[group.head].lemma, group, reading)
        told = (group.first, group.head)
        if special is not None and self._supposes(group):
            return Reading(Status.HYPOTHETICAL, Tense.FUTURE, told)
        return replace(special, told=told) if special is not None else None

    def _by_predicate(self, index: int, group: Group, reading: Reading) -> Reading | None:
        """Read a subject by what is said of it: "is under way", "is off", "if the talks fail"."""
        told = (group.first, group.head + 1)
        if self._under_way(group):
            return Reading(Status.ONGOING, reading.tense, told)
        if self._is_off(group):
            return Reading(Status.CANCELLED, Tense.PAST, told)
        if self.clauses.segments[self.clauses.segment_of[index]].opener in ("if", "unless"):
            supposed = self.in_clause(index, reading, 1)
            return supposed if supposed.status is Status.HYPOTHETICAL else None
        return None

    def _under_way(self, group: Group) -> bool:
        """Tell whether a noun is said to be going on: "the visit was under way"."""
        after = [word.low for word in self.words[group.head + 1 : group.head + 3]]
        on = after[:1] == ["underway"] or after == ["under", "way"]
        return on and self.words[group.head].tag == "E" and not group.negated and group.form != "M"

    def _is_off(self, group: Group) -> bool:
        """Tell whether a noun is said to be off: "the trip is off, for now"."""
        after = [word.low for word in self.words[group.head + 1 : group.head + 3]]
        ends = len(after) == 1 or (len(after) > 1 and not after[1].isalpha())
        return (
            after[:1] == ["off"]
            and ends
            and self.words[group.head].tag == "E"
            and group.form in "PD"
            and not group.negated
        )

    def _tells(self, lemma: str, *, is_object: bool) -> bool:
        """Tell whether a verb says of its object, or subject, that it takes place."""
        if is_object:
            return self.lexicon.has("cues.hold", lemma) or self.lexicon.has("cues.travel", lemma)
        return self.lexicon.has("cues.occur", lemma)

    def _affected(self, lemma: str, group: Group, reading: Reading) -> Reading | None:
        off = self._off(group)
        if off is not None:
            return Reading(off, Tense.PAST if off is Status.CANCELLED else Tense.FUTURE)
        if self.lexicon.has("cues.hold", lemma):
            return None
        name = self.governs(lemma)
        if name in (None, "actual") or group.negated:
            return None
        link = self.words[group.head + 1].low if group.head + 1 < len(self.words) else ""
        if lemma == "call" and link not in ("for", "on", "upon"):
            return None
        if lemma == "consider" and link in ("the", "this", "that"):
            return None
        if name == "planned":
            return (
                Reading(Status.PLANNED, Tense.FUTURE)
                if lemma not in ("announce", "confirm", "sign")
                else None
            )
        if name == "negative" and lemma not in (
            "reject",
            "refuse",
            "decline",
            "avoid",
            "deny",
            "prevent",
            "skip",
            "forgo",
        ):
            return None
        if name == "possible" and lemma in ("lead", "discuss", "may", "prompt", "approve"):
            return None
        if name == "negative":
            return Reading(Status.NEGATED, reading.tense)
        return Reading(STATUS_OF[name], Tense.FUTURE)

    def _linked(self, index: int) -> str:
        """Return the preposition before the noun phrase of ``index``, or nothing."""
        phrase = self._phrase_start(index)
        return self.words[phrase - 1].low if phrase and self.words[phrase - 1].tag in "PKT" else ""

    def _kept(self, index: int, head: int, reading: Reading) -> bool:
        """Tell whether a noun after its verb shares its status: background ("amid tensions") does not."""
        if reading.status not in NOT_YET and reading.status is not Status.NEGATED:
            return True
        link = self._linked(index)
        vague = self.words[self._phrase_start(index)].low in ("a", "an", "any")
        if (
            self.lexicon.has("roles.background", link)
            and abs(index - head) > 1
            and not (vague and link in ("from", "about", "over"))
        ):
            return False
        phrase = self._phrase_start(index)
        definite = self.words[phrase].low in (
            "the",
            "this",
            "that",
            "these",
            "those",
            "his",
            "her",
            "its",
            "their",
        )
        return not (reading.status is Status.NEGATED and link in ("on", "of", "to", "by") and definite)
