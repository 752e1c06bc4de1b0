"""Whether a clause judges or generalises, where its verb alone would make it a report."""

from itertools import pairwise

from dragoman.text.clauses import Clauses
from dragoman.text.lexicon import Lexicon
from dragoman.text.predicate import Subject, is_abstract, is_thing, subject_of
from dragoman.text.verbs import Group

_NEAR = 9
_ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "only"))
_COUNTED = frozenset(("two", "three", "four", "five", "both", "once", "twice", "daily", "weekly", "yearly"))
_POINTING = (
    "leave",
    "put",
    "mean",
    "make",
    "show",
    "suggest",
    "reflect",
    "mirror",
    "underline",
    "underscore",
)
_IT = ("it", "this", "that", "these", "those")
_INTENT = (("with", "care"), ("on", "purpose"), ("by", "design"), ("for", "effect"))


class Commentary:
    """Reads comment in the clauses of one sentence."""

    def __init__(self, parsed: Clauses, lexicon: Lexicon) -> None:
        """Keep the clauses and the word classes."""
        self.parsed = parsed
        self.words = parsed.words
        self.lexicon = lexicon

    def comments(self, number: int) -> bool:
        """Tell whether the verb group ``number`` makes a comment."""
        group = self.parsed.groups[number]
        if group.form not in "PD" or group.progressive:
            return False
        subject = subject_of(self.parsed, number)
        if self.words[group.head].tag == "E":
            return not group.perfect and self._judges(group, subject)
        if group.perfect:
            return False
        return (
            self._shows(group, subject)
            or (subject is not None and self._generalises(group, subject))
            or self._meant(group)
        )

    # --- verbs of showing ---

    def _shows(self, group: Group, subject: Subject | None) -> bool:
        """Read "That puts Oslo in a spot", "Her trips show the doctrine at work"."""
        if subject is None or group.passive or group.negated:
            return False
        lemma = self.words[group.head].lemma
        verbs = "sentences.comment_verb" if group.form == "P" else "sentences.comment_past"
        thing = is_thing(subject, self.lexicon)
        alone = subject.demonstrative and subject.head == subject.first
        if not thing and not subject.demonstrative:
            return False
        behind = self.words[group.head + 1 : group.head + _NEAR]
        if any(word.low in ("ongoing", "continuing", "continued") for word in behind):
            return False
        if not thing and not alone:
            return lemma in _POINTING and not self._is_somebody(subject)
        if alone and group.form == "D" and lemma in ("leave", "put", "make"):
            return True
        return self.lexicon.has(verbs, lemma)

    def _is_somebody(self, subject: Subject) -> bool:
        """Tell whether the subject is people: "those officials"."""
        low = subject.noun.low
        standing = self.lexicon.has("roles.standing", self.lexicon.noun(low))
        return standing or self.lexicon.has("voices.unnamed", low) or self.lexicon.has("roles.pair", low)

    def _meant(self, group: Group) -> bool:
        """Read "were picked with care", "was carefully worded": somebody's reason is guessed."""
        if not group.passive:
            return False
        inside = self.words[group.first : group.last + 1]
        if any(self.lexicon.has("sentences.intent_adverb", word.low) for word in inside):
            return True
        lows = [word.low for word in self.words[group.head + 1 : group.head + _NEAR]]
        return any(pair in _INTENT for pair in pairwise(lows))

    # --- what is always so ---

    def _generalises(self, group: Group, subject: Subject) -> bool:
        """Read "Treaties rarely survive their authors", "Patience pays", "A pause tells the story"."""
        lemma = self.words[group.head].lemma
        if group.form != "P" or self._is_anchored(subject) or self.lexicon.has("cues.persist_verb", lemma):
            return False
        if self.lexicon.has("voices.unnamed", subject.noun.low) and not self._is_often():
            return False
        thinks = ("sentences.aim_verb", "sentences.prediction_verb", "cues.say", "governors.planned")
        if any(self.lexicon.has(name, lemma) for name in thinks) and not self._is_often():
            return False
        often = self._is_often()
        single = subject.opening.low in ("a", "an", "every", "each", "any", "no")
        bare = subject.bare and (self._is_plural(group, subject) or is_abstract(subject.noun, self.lexicon))
        people = self.lexicon.has("roles.standing", self.lexicon.noun(subject.noun.low))
        if often and (bare or single or not subject.definite):
            return subject.opening.tag != "U"
        if single:
            return group.first - subject.last == 1
        return bare and not people and not (group.passive and self.words[group.head].tag == "V")

    def _is_often(self) -> bool:
        return any(self.lexicon.has("sentences.frequency", word.low) for word in self.words)

    def _is_plural(self, group: Group, subject: Subject) -> bool:
        """Tell whether a bare noun is a plural, and not a name in -s ("Brussels wants")."""
        verb = self.words[group.first]
        plural = verb.low in ("are", "have", "do", "were") or verb.low == verb.lemma
        return plural and subject.noun.low.endswith("s")

    def _is_anchored(self, subject: Subject) -> bool:
        """Tell whether a name, a figure or a word of the present ties the sentence to one case."""
        for index, word in enumerate(self.words):
            if (
                word.low[:1].isdigit()
                or word.low in _COUNTED
                or self.lexicon.has("sentences.present_adverb", word.low)
            ):
                return True
            if word.title and index != subject.first and index > 0 and self.words[index - 1].tag not in "QY":
                return True
        return False

    # --- behind a copula ---

    def _judges(self, group: Group, subject: Subject | None) -> bool:
        """Read "It is a gamble", "The wording is vague on purpose", "motives are plainer than they seem"."""
        segment = self.parsed.segment_of[group.head]
        near = [
            word
            for index, word in enumerate(self.words[group.head + 1 : group.head + _NEAR], group.head + 1)
            if self.parsed.segment_of[index] == segment
        ]
        lows = [word.low for word in near]
        if not near:
            pointed = subject is not None and subject.noun.low in _IT and group.form == "P"
            return pointed and self.words[group.head + 1].tag in "RI"
        if any(low in _ORDINALS or self.lexicon.has("sentences.present_adverb", low) for low in lows):
            return False
        if any(self.lexicon.has("sentences.evaluation", low) for low in lows[:5]) or self._compares(lows):
            return True
        if group.form == "D":
            return lows[0] == "about"
        if lows[0] == "too" and "to" in lows:
            return True
        related = subject is not None and self.lexicon.has("sentences.relation_noun", subject.noun.low)
        if related or self._is_fact(lows):
            return False
        if subject is not None and subject.noun.low in _IT and subject.head == subject.first:
            return self._is_nominal(group, lows)
        if subject is not None and self._is_kind(group, subject):
            return True
        return subject is not None and not subject.personal and self._is_plain_adjective(group)

    def _compares(self, lows: list[str]) -> bool:
        """Find "plainer than", "more a dance than a race", "less about fish than"."""
        than = lows.index("than") if "than" in lows else 0
        behind = lows[than + 1 : than + 2]
        if not than or (behind and behind[0][:1].isdigit()):
            return False
        return any(low.endswith("er") or low in ("more", "less", "better", "worse") for low in lows[:than])

    def _is_fact(self, lows: list[str]) -> bool:
        return any(self.lexicon.has("sentences.fact_word", low) for low in lows[:3])

    def _is_nominal(self, group: Group, lows: list[str]) -> bool:
        """Tell whether "it is" is followed by what the writer takes it for."""
        if lows[0] in (
            "in",
            "on",
            "at",
            "from",
            "of",
            "for",
            "with",
            "by",
            "to",
            "his",
            "her",
            "its",
            "their",
        ):
            return False
        return not any(word.title or word.low[:1].isdigit() for word in self.words[group.head + 1 :])

    def _is_kind(self, group: Group, subject: Subject) -> bool:
        """Tell whether the subject is a kind of thing: "Summits are theatre"."""
        if self._is_anchored(subject) or not subject.bare:
            return False
        return self._is_plural(group, subject) or is_abstract(subject.noun, self.lexicon)

    def _is_plain_adjective(self, group: Group) -> bool:
        """Tell whether one word that ends its phrase follows: "are practical", "is vague on purpose"."""
        at = group.head + 1
        while at < len(self.words) and self.words[at].tag in "AX":
            at += 1
        if at + 1 >= len(self.words):
            return False
        word, after = self.words[at], self.words[at + 1]
        if word.tag not in "NJ" or word.title or word.low.endswith("s") or word.low[:1].isdigit():
            return False
        return after.tag in "YCPKI" and after.low not in ("of", "than")
