"""The words that tell whose words or thoughts follow, in all their forms."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NotRequired, TypedDict

from dragoman.errors import ConfigError

_TAKES = frozenset({"clause", "that", "to", "object", "quote", "tell", "wh"})
_VOWELS = "aeiou"
_NOT = frozenset({"not", "never", "no", "without"})
_CLAUSE_OPENERS = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who", "which"})
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re"})
_FINITE = frozenset(
    {
        *("is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might"),
        *("must", "should", "do", "does", "did"),
    }
)
"""Words that show that the content is a clause: "did not say the port would open"."""


@dataclass(frozen=True, slots=True)
class CueVerb:
    """One form of a verb of speech or thought: what it ``takes``, and the prepositions it takes it ``after``.

    ``shapes`` are the forms the word may be: base, third, past, participle, ing. ``classes`` are those of
    the table: speech, request, belief, intention, judgement, document.
    """

    lemma: str
    shapes: frozenset[str]
    classes: frozenset[str]
    takes: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue words by their folded form.

    ``nouns`` are cues before "that", "of" and the like, ``names`` only before quoted words; ``doubtful``
    are bare verb forms that are nouns as often, ``other`` forms of common verbs that are no cues.
    """

    verbs: Mapping[str, CueVerb]
    nouns: frozenset[str]
    names: frozenset[str]
    doubtful: frozenset[str]
    other: frozenset[str]


_Group = TypedDict(
    "_Group", {"class": str, "takes": list[str], "words": list[str], "after": NotRequired[list[str]]}
)


@cache
def cues() -> Cues:
    """Return the table of cue words, read once; raise ``ConfigError`` where it breaks its own rules."""
    table = tomllib.loads(files("dragoman.ontology").joinpath("data/cues.toml").read_text("utf-8"))
    irregular: Mapping[str, str] = table["irregular"]
    dropped = {("base", lemma) for lemma in table["past_only"]["words"]}
    dropped |= {("third", lemma) for lemma in table["past_only"]["words"]}
    dropped |= {("ing", lemma) for lemma in table["no_participle"]["words"]}
    verbs: dict[str, CueVerb] = {}
    for name, group in table["verbs"].items():
        unknown = set(group["takes"]) - _TAKES
        if unknown:
            raise ConfigError(f"cues.toml: verbs.{name} takes unknown {sorted(unknown)}")
        for lemma in group["words"]:
            for form, shape in forms(lemma, irregular):
                if (shape, lemma) not in dropped:
                    _enter(verbs, lemma, (form, shape), group)
    return Cues(
        verbs=verbs,
        nouns=_numbers(table["nouns"]["words"]),
        names=_numbers(table["nouns"]["quoted"]),
        doubtful=frozenset(table["nouns"]["also_verbs"]),
        other=frozenset(_all_forms(table["other_verbs"]["words"], irregular)),
    )


def cue_classes(words: str) -> frozenset[str]:
    """Return the classes of the cue ``words`` ("has warned", "plans"): speech, request, belief, ...

    A noun is of none of them, and neither is "according to". What was spoken, as opposed to thought or
    wanted, has class speech.
    """
    table = cues().verbs
    found = [table[word].classes for word in words.lower().split() if word in table]
    return found[-1] if found else frozenset()


def tells(cue: str, content: str = "", speaker: str = "") -> bool:
    """Tell whether an indirect quote reports words or a belief, and not a wish, a stance or a silence.

    False for verbs of wanting ("hopes to win"), for judgements with a thing as their object ("praised the
    pact"), for what nobody is named to expect or say ("is expected to win"), and for a thing that is denied
    to have been said ("was not promising a deal", "neither side confirmed the date").
    """
    words = cue.lower().split()
    if not speaker and not _PASSIVE.isdisjoint(words):
        return False
    found = [cues().verbs[word] for word in words if word in cues().verbs]
    if not found:
        return True
    verb = found[-1]
    if verb.lemma in _wanting() or verb.classes == {"intention"}:
        return False
    lead = content.lower().split()
    clause = bool(lead) and (lead[0] in _CLAUSE_OPENERS or not _FINITE.isdisjoint(lead))
    denied = any(word in _NOT or word.endswith(("n't", "n’t")) for word in words)
    denied = denied or speaker.lower().split()[:1] in (["neither"], ["nobody"], ["no"], ["none"])
    return clause or not (denied or verb.classes == {"judgement"})


def is_denial(cue: str) -> bool:
    """Tell whether the cue words say that what follows is not so: "denied", "has rejected", "denial".

    A denial that is itself negated ("did not deny") is none.
    """
    words = cue.lower().split()
    verbs, nouns = _denying()
    table = cues().verbs
    if any(word in _NOT or word.endswith(("n't", "n’t")) for word in words):
        return False
    return any((word in table and table[word].lemma in verbs) or word in nouns for word in words)


@cache
def _denying() -> tuple[frozenset[str], frozenset[str]]:
    """Return the verbs of denial and the nouns, in both numbers."""
    table = tomllib.loads(files("dragoman.ontology").joinpath("data/cues.toml").read_text("utf-8"))["denying"]
    return frozenset(table["words"]), _numbers(table["nouns"])


@cache
def _wanting() -> frozenset[str]:
    table = tomllib.loads(files("dragoman.ontology").joinpath("data/cues.toml").read_text("utf-8"))
    return frozenset(table["wanting"]["words"])


def _enter(verbs: dict[str, CueVerb], lemma: str, formed: tuple[str, str], group: _Group) -> None:
    """Add one (form, shape) of ``lemma`` to ``verbs``; a verb in several groups takes what each says."""
    form, shape = formed
    old = verbs.get(form)
    verbs[form] = CueVerb(
        lemma=lemma,
        shapes=(old.shapes if old else frozenset()) | {shape},
        classes=(old.classes if old else frozenset()) | {group["class"]},
        takes=(old.takes if old else frozenset()) | frozenset(group["takes"]),
        after=(old.after if old else frozenset()) | frozenset(group.get("after", ())),
    )


def _numbers(nouns: Iterable[str]) -> frozenset[str]:
    """Return the nouns in both numbers."""
    return frozenset(form for noun in nouns for form in (noun, _plural(noun)))


def _all_forms(lemmas: Iterable[str], irregular: Mapping[str, str]) -> Iterator[str]:
    """Yield every form of every lemma but the bare one, which is too often a noun."""
    for lemma in lemmas:
        for form, shape in forms(lemma, irregular):
            if shape in {"past", "participle", "third"}:
                yield form


def forms(lemma: str, irregular: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the forms of a verb with their shapes; regular where ``irregular`` does not list it."""
    if lemma in irregular:
        third, past, participle, ing = irregular[lemma].split()
    else:
        third, past, ing = _plural(lemma), _past(lemma), _ing(lemma)
        participle = past
    shaped = ((lemma, "base"), (third, "third"), (past, "past"), (participle, "participle"), (ing, "ing"))
    return tuple(dict.fromkeys(shaped))


def _plural(word: str) -> str:
    """Return the form with s, of a verb or a noun: "denies", "watches", "claims"."""
    if word.endswith("y") and word[-2] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def _past(lemma: str) -> str:
    """Return the regular past: "denied", "stated", "warned"."""
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ied"
    return f"{lemma}d" if lemma.endswith("e") else f"{lemma}ed"


def _ing(lemma: str) -> str:
    """Return the regular -ing form: "stating", "agreeing", "lying"."""
    if lemma.endswith("ie"):
        return f"{lemma[:-2]}ying"
    return f"{lemma[:-1]}ing" if lemma.endswith("e") and not lemma.endswith("ee") else f"{lemma}ing"
