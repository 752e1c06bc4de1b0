"""Words of a sentence with rough tags, and its verb groups: "has not been allowed", "to visit", "met"."""

# ruff: noqa: PLR2004 - shares and distances were set by hand on the open suites status and seeds, 2026-11-21

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from dragoman.text.lexicon import Form, Lexicon


class Word(NamedTuple):
    """One word of a sentence; ``start`` and ``end`` count from the start of the sentence.

    ``tag`` is one letter: V verb, M modal, H have, E be, O do, T to, X negation, A adverb, D determiner,
    S possessive, U pronoun, P preposition, J adjective, R relative, I subordinator, K opener of a clause or
    a phrase (after, before), C coordinator, Q quotation mark, Y other mark, N any other word.
    """

    start: int
    end: int
    low: str
    lemma: str
    tag: str
    title: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: words ``[first, last]``, its ``head``, and its form.

    ``form`` is M (modal), P (present), D (past), T (to), G (-ing), N (participle alone), B (bare).
    """

    first: int
    last: int
    head: int
    form: str
    modal: str
    negated: bool
    perfect: bool
    progressive: bool
    passive: bool

    @property
    def finite(self) -> bool:
        """Tell whether the group can be the predicate of a clause."""
        return self.form in "MPD"


_CLASSES = (
    ("M", "modal"), ("H", "have"), ("E", "be"), ("O", "do"), ("X", "negation"), ("S", "possessive"),
    ("C", "coordinator"), ("K", "either"), ("I", "subordinator"), ("R", "relative"), ("D", "determiner"),
    ("P", "preposition"), ("U", "subject"), ("U", "object"), ("A", "adverb"), ("J", "adjective"),
)  # fmt: skip
_QUOTES = frozenset(("``", "''", *'"“”„«»'))
_NOUN_SHARE = 0.2
"""An -ing form that is a verb less often than this ("meeting") is a noun, not an attribute."""
_NAMES = frozenset(("May", "Will"))
"""A month or a person rather than a modal, inside a sentence."""
_AUXILIARY = frozenset("MHEO")
_CONTRACTED = ("'s", "’s")
_TAKES_CONTRACTED = frozenset(("it", "that", "he", "she", "there", "here", "what", "who", "where", "how"))
_AFTER_HAS = frozenset(("been", "had", "got", "gone", "come", "become", "arrived", "returned", "left"))
_LY = ("family", "supply", "reply", "ally", "italy", "july", "assembly", "monopoly", "apply", "rely", "imply")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(
        r"``|''|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|ll|re|ve|d|m)\b"
        r"|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-‑–.,&/][^\W_]+)*|[^\w\s]"
    )


def tags(sentence: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """Return the words and marks of ``sentence`` with their tags."""
    found = [(match.start(), match.end(), match[0]) for match in _word().finditer(sentence)]
    lows = [text.lower() for _, _, text in found]
    known = [_entry(low, lexicon) for low in lows]
    first = [tag for tag, _, _ in known]
    for index, (_, _, text) in enumerate(found):
        if text == "US" or (index and text in _NAMES):
            first[index] = "N"
    _mark_pronouns(lows, first, lexicon)
    words: list[Word] = []
    heading = _is_heading([text for _, _, text in found])
    for index, (start, end, text) in enumerate(found):
        low, tag = lows[index], first[index]
        lemma = low
        if tag in "VA?":
            _, form, noun = known[index]
            if form is not None:
                named = not heading or low not in lexicon.forms
                title = text[:1].isupper() and index > 0 and named
                verb = not title and _is_verb(index, words, first, form, lexicon)
                if verb:
                    tag, lemma = "V", form.lemma
                elif (
                    form.share > _NOUN_SHARE
                    and low.endswith(("ed", "ing", "en"))
                    and index + 1 < len(first)
                    and first[index + 1] in "?VNJ"
                    and not _is_subject(index, lows, lexicon)
                ):
                    tag = "J"
                else:
                    tag, lemma = "N", noun
            elif tag == "?":
                tag, lemma = "N", noun
        words.append(Word(start, end, low, lemma, tag, text[:1].isupper()))
    return tuple(words)


@cache
def _closed(lexicon: Lexicon) -> dict[str, str]:
    table: dict[str, str] = {"to": "T"}
    for tag, name in _CLASSES:
        for word in lexicon.classes[f"grammar.{name}"]:
            table.setdefault(word, tag)
    return table


@lru_cache(maxsize=65_536)
def _entry(low: str, lexicon: Lexicon) -> tuple[str, Form | None, str]:
    """Return what the tables say of a word: its first tag, its verb form, and its lemma as a noun."""
    return _first_tag(low, lexicon), lexicon.form(low), lexicon.noun(low)


def _first_tag(low: str, lexicon: Lexicon) -> str:
    known = _closed(lexicon).get(low)
    if known is not None:
        return known
    if not low[:1].isalnum():
        return "Q" if low in _QUOTES else "Y"
    if low in lexicon.forms:
        return "V"
    if low.endswith("ly") and len(low) > 4 and low not in _LY:
        return "A"
    return "?"


def _settled(index: int, before: int, words: list[Word], after: str, kinds: str) -> bool | None:
    """Judge a form by agreement with the noun or pronoun before it, where that alone decides."""
    tag = words[before].tag if before >= 0 else "Y"
    if tag == "D" and words[before].low in _PLURAL_ALONE and after in "DSTU":
        return "B" in kinds
    if tag == "D" and words[before].low in ("this", "that") and "S" in kinds and before == index - 1:
        return True
    if (
        "D" in kinds
        and before > 0
        and words[before].low in ("last", "first")
        and words[before - 1].tag in "NU"
    ):
        return True
    if index == 0 and kinds == "S" and after not in "DSUN":
        return False
    if kinds == "B" and after == "P" and _is_one(words, before):
        return False
    best = before > 0 and words[before].low.endswith("est") and words[before - 1].tag in "DS"
    if kinds == "B" and best:
        return False
    return None


def _is_subject(index: int, lows: list[str], lexicon: Lexicon) -> bool:
    """Tell whether a noun in -ing stands between "this" and a third person: "this briefing sets out"."""
    form = lexicon.form(lows[index + 1])
    third = form is not None and "S" in form.kinds
    return third and index > 0 and lows[index - 1] in ("this", "that", "a", "an")


def _mark_pronouns(lows: list[str], first: list[str], lexicon: Lexicon) -> None:
    """Set the tags of "'s" for "is" or "has" ("it's late"), and of "that" as a subject ("That is late")."""
    for index, low in enumerate(lows):
        after = lows[index + 1] if index + 1 < len(lows) else ""
        if low in _CONTRACTED and index and lows[index - 1] in _TAKES_CONTRACTED:
            first[index] = "H" if after in _AFTER_HAS else "E"
        opens = index == 0 or first[index - 1] == "Q" or lows[index - 1] in (";", ":", "and", "but")
        if low != "that" or not opens or index + 1 >= len(lows):
            continue
        form = lexicon.form(after)
        third = form is not None and "S" in form.kinds
        if third or after in _CONTRACTED or first[index + 1] in "MHEO":
            first[index] = "U"


def _is_heading(texts: list[str]) -> bool:
    """Tell whether most long words begin with a capital, as in an English headline."""
    long = [text for text in texts if len(text) > 3 and text[0].isalpha()]
    return len(long) > 2 and sum(text[0].isupper() for text in long) >= 0.7 * len(long)


def _is_verb(  # noqa: C901, PLR0912 - one line for each word that can stand before
    index: int, words: list[Word], first: list[str], form: Form, lexicon: Lexicon
) -> bool:
    """Judge from the words before, and one after, whether a form that can be a verb is one here."""
    before = index - 1
    while before >= 0 and words[before].tag in "AX":
        before -= 1
    tag = words[before].tag if before >= 0 else "Y"
    after = first[index + 1] if index + 1 < len(first) else "Y"
    kinds = form.kinds
    if tag in "MO":
        return "B" in kinds or "MO"[1] == tag
    if tag == "T":
        return "B" in kinds
    if tag in "EH":
        return "N" in kinds or ("G" in kinds and tag == "E")
    settled = _settled(index, before, words, after, kinds)
    if settled is not None:
        return settled
    if tag in "DS":
        return False if after in "?VNYP" or kinds in ("B", "S", "BS") else form.share > 0.8 and after in "DSU"
    if index == 0 and "N" in kinds and "B" not in kinds:
        return after in "PTKY"
    if "D" in kinds or "N" in kinds:
        return not (tag in "PJ" and after in "?VN") or form.share > 0.97
    if "G" in kinds:
        return _is_ing(words[before] if before >= 0 else None, after, form)
    if tag == "U":
        return True
    if tag == "J":
        return form.share > 0.95 and after in "DSU"
    if tag == "P":
        return False
    if form.kinds == "S" and after == "T" and lexicon.has("roles.takes_to", form.lemma) and tag != "V":
        return True
    adverb = before < index - 1 and before >= 0
    both = any(word.low == "and" for word in words[max(before - 2, 0) : max(before, 0)])
    return _is_present(words[before] if before >= 0 else None, after, form, adverb=adverb, both=both)


def _is_one(words: list[Word], index: int) -> bool:
    """Tell whether a singular noun with its article ends here, which takes no base form: "the main hope"."""
    if index <= 0:
        return False
    word = words[index]
    plain = word.low not in ("people", "police", "public")
    singular = word.tag == "N" and plain and not word.low.endswith("s") and not word.title
    attached = index > 1 and words[index - 2].tag in "PTK"  # "grievances of the war linger in"
    return singular and not attached and words[index - 1].low in ("the", "a", "an", "this", "that")


_PLURAL_ALONE = frozenset(("two", "three", "both", "all", "some", "many", "these", "those"))
_BESIDE = frozenset(("amid", "amidst", "over", "despite", "about", "against", "under", "during"))


def _is_ing(before: Word | None, after: str, form: Form) -> bool:
    """Judge an -ing form: a noun ("the meeting"), an attribute ("amid rising tensions"), or a verb."""
    tag = before.tag if before is not None else "Y"
    if before is not None and before.low in _BESIDE and after in "?VJ":
        return False
    if form.share < 0.2:
        return (tag in "PK" and after in "DSU") or tag == "E"
    return tag != "J" and not (tag == "P" and after == "Y" and form.share < 0.5)


def _is_present(before: Word | None, after: str, form: Form, *, adverb: bool, both: bool) -> bool:
    """Judge a base or third-person form behind a noun, a mark, or nothing; ``adverb``: with one between.

    ``both`` tells that "and" stands among the words before: "Norland and Sudmark agree".
    """
    if after in "EHM" and before is not None and before.tag == "N":
        return False
    if "S" in form.kinds:
        return _is_third(before, after, form, adverb=adverb)
    if before is None or before.tag in "YQ":
        return form.share > 0.8 or (form.share > 0.3 and after in "DSU")
    if before.tag == "V":
        return form.share > 0.9
    if before.tag == "C":
        return form.share > 0.6 or after == "T" or (form.share > 0.2 and after in "DSU")
    if before.tag == "R":
        return True
    plural = both or before.low.endswith("s") or before.low in ("people", "men", "women")
    return form.share > 0.7 or (plural and (form.share > 0.3 or after in "DSU" or adverb))


def _is_third(before: Word | None, after: str, form: Form, *, adverb: bool) -> bool:
    """Judge a third-person form by the words on both sides."""
    if before is not None and before.tag in "RU":
        return True
    if before is not None and before.tag == "V":
        return form.share > 0.9
    if after in "DSUA" and form.share > 0.04:
        return True
    if adverb and (form.share > 0.04 or (before is not None and not before.low.endswith("s"))):
        return True
    return form.share >= (0.25 if after in "?VJ" else 0.55)


def groups(words: tuple[Word, ...]) -> tuple[Group, ...]:
    """Return the verb groups of tagged words, in order, none of them overlapping."""
    found: list[Group] = []
    index = 0
    while index < len(words):
        group = _group_at(words, index) if words[index].tag in "TVMHEO" else None
        if group is None:
            index += 1
        else:
            found.append(group)
            index = group.last + 1
    return tuple(found)


def _group_at(words: tuple[Word, ...], first: int) -> Group | None:
    tag = words[first].tag
    if tag == "T":
        nearest = first + 1
        while nearest < len(words) and words[nearest].tag in "AXQ":
            nearest += 1
        if nearest >= len(words) or words[nearest].tag not in "VHEO":
            return None
        if words[nearest].tag == "V" and words[nearest].low.endswith("ing"):
            return None
    elif tag not in "VMHEO":
        return None
    chain = [first]
    index = first
    while True:
        step = _next_verb(words, index, words[chain[0]].tag)
        if step is None:
            break
        chain.append(step)
        index = step
    return _describe(words, chain)


def _next_verb(words: tuple[Word, ...], index: int, opening: str) -> int | None:
    """Return the next word of a verb group, past adverbs and, after an inverted auxiliary, a pronoun."""
    current = words[index]
    if current.tag == "V":
        return None
    step = index + 1
    passing = "AXQ" if current.tag == "T" else "AX"
    while (
        step < len(words)
        and (words[step].tag in passing or words[step].low in ("no", "longer"))
        and step - index < 4
    ):
        step += 1
    if step < len(words) and words[step].tag == "U" and current.tag in "MOEH" and opening != "T":
        step += 1
    if step >= len(words):
        return None
    following = words[step]
    if following.tag in "HE" and current.tag in "MHTEO":
        return step
    if following.tag == "V" and (
        current.tag != "E" or following.low.endswith(("ing", "ed", "en", "n", "t", "d", "k", "g", "e"))
    ):
        return step
    return None


def _describe(words: tuple[Word, ...], chain: list[int]) -> Group:
    verbs = [words[index] for index in chain]
    head = verbs[-1]
    opening = verbs[0]
    inside = words[chain[0] : chain[-1] + 1]
    later = words[chain[-1] + 1 : chain[-1] + 2]
    before = words[chain[0] - 1 : chain[0]] if chain[0] else ()
    subject = next(
        (word for word in reversed(words[max(chain[0] - 4, 0) : chain[0]]) if word.tag != "A"), None
    )
    negated = any(word.tag == "X" for word in inside) or (
        head.tag in "EHMO" and any(w.tag == "X" for w in later)
    )
    negated = negated or (opening.tag in "TV" and any(w.tag == "X" for w in before))
    negated = negated or any(a.low == "no" and b.low == "longer" for a, b in pairwise(inside))
    negated = negated or [word.low for word in words[max(chain[0] - 2, 0) : chain[0]]] == ["no", "longer"]
    negated = negated or (opening.tag == "V" and any(w.low in ("nearly", "almost") for w in before))
    perfect = any(a.tag == "H" and b.tag in "VEH" for a, b in pairwise(verbs))
    be = next((word for word in reversed(verbs[:-1]) if word.tag == "E"), None)
    ing = head.low.endswith("ing")
    return Group(
        first=chain[0],
        last=chain[-1],
        head=chain[-1],
        form=_plural_present(_form_of(opening, verbs), subject),
        modal=opening.low if opening.tag == "M" else "",
        negated=negated or opening.low == "cannot",
        perfect=perfect,
        progressive=be is not None and ing and head.tag == "V",
        passive=be is not None and not ing and head.tag == "V",
    )


def _plural_present(form: str, subject: Word | None) -> str:
    """Return ``form``, with a base form that follows its subject taken for a present: "leaders meet"."""
    return "P" if form == "B" and subject is not None and subject.tag in "NUDR" else form


_PAST = frozenset(("was", "were", "had", "did", "'d", "’d"))


def _form_of(opening: Word, verbs: list[Word]) -> str:
    if opening.tag in "MT":
        return opening.tag
    if opening.low in ("being", "having"):
        return "G"
    if opening.low in ("be", "been"):
        return "B"
    if opening.tag in _AUXILIARY:
        return "D" if opening.low in _PAST else "P"
    low = verbs[0].low
    if low.endswith("ing") and low != verbs[0].lemma:
        return "G"
    if low == verbs[0].lemma:
        return "B"
    if low.endswith("s") and not low.endswith("ss"):
        return "P"
    return "D"
