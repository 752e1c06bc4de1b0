"""Reads the grammar off a sentence's tree: who does what to whom, which words make up a phrase or a clause.

Words are counted from 0. A function that takes a ``relation`` takes it with all its subtypes ("nsubj" is
also "nsubj:pass"), unless it is given with one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.types import Reading

_RELATIVES = frozenset({"who", "whom", "which", "that"})
_OPEN_CLAUSES = frozenset({"conj", "xcomp", "advcl", "acl"})
"""Relations of a verb that may take its subject from the word above it."""
_CLAUSES = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"})


@dataclass(frozen=True, slots=True)
class Tree:
    """A reading with the words that hang on each word, in order; ``of()`` builds it, once per sentence."""

    reading: Reading
    below: tuple[tuple[int, ...], ...]

    def lemma(self, word: int) -> str:
        """Return the lemma of ``word`` in lower case, or an empty text outside the sentence."""
        return self.reading.lemmas[word].lower() if 0 <= word < len(self.below) else ""

    def head(self, word: int) -> int | None:
        """Return the word that ``word`` hangs on, or ``None`` for the root."""
        above = self.reading.heads[word] - 1
        return above if above >= 0 else None

    def relation(self, word: int) -> str:
        """Return the relation of ``word`` without its subtype."""
        return self.reading.relations[word].partition(":")[0]


def of(reading: Reading) -> Tree:
    """Return the tree of a reading."""
    below: list[list[int]] = [[] for _ in reading.heads]
    for place, head in enumerate(reading.heads):
        if head:
            below[head - 1].append(place)
    return Tree(reading, tuple(map(tuple, below)))


def bears(told: str, relation: str) -> bool:
    """Tell whether the relation ``told`` is ``relation``, or a subtype of it."""
    return told == relation or told.startswith(f"{relation}:")


def dependents(tree: Tree, word: int, *relations: str) -> Iterator[int]:
    """Yield what hangs on ``word`` by one of ``relations``, in order."""
    for place in tree.below[word]:
        if any(bears(tree.reading.relations[place], one) for one in relations):
            yield place


def dependent(tree: Tree, word: int, *relations: str) -> int | None:
    """Return the first word that hangs on ``word`` by one of ``relations``, or ``None``."""
    return next(dependents(tree, word, *relations), None)


def phrase(tree: Tree, word: int, without: frozenset[int] = frozenset()) -> tuple[int, ...]:
    """Return ``word`` and all below it, in order, but for the words ``without`` and what hangs on those."""
    found, waiting = [], [word]
    while waiting:
        place = waiting.pop()
        found.append(place)
        waiting += (one for one in tree.below[place] if one not in without)
    return tuple(sorted(found))


def is_within(tree: Tree, word: int, above: int) -> bool:
    """Tell whether ``word`` is ``above`` or hangs on it, directly or not."""
    at: int | None = word
    while at is not None and at != above:
        at = tree.head(at)
    return at is not None


# --- verbs ---


def is_verb(tree: Tree, word: int) -> bool:
    """Tell whether ``word`` heads a clause: a verb, or a predicate with its copula."""
    return tree.reading.upos[word] == "VERB" or dependent(tree, word, "cop") is not None


def is_passive(tree: Tree, verb: int) -> bool:
    """Tell whether the verb is passive: by its helper or subject, or a participle that describes a noun."""
    if dependent(tree, verb, "aux:pass", "nsubj:pass", "csubj:pass", "obl:agent") is not None:
        return True
    if tree.reading.xpos[verb] != "VBN":
        return False
    joined = tree.relation(verb) == "conj" and not any(dependents(tree, verb, "aux", "nsubj"))
    above = tree.head(verb)
    if joined and above is not None and tree.reading.xpos[above] == "VBN":
        return is_passive(tree, above)  # "was seized and sold"
    return tree.relation(verb) in {"acl", "amod"} and dependent(tree, verb, "aux") is None


def is_finite(tree: Tree, verb: int) -> bool:
    """Tell whether the clause of ``verb`` has a finite verb: itself, a helper or the copula."""
    if tree.reading.xpos[verb] in {"VBD", "VBP", "VBZ"}:
        return True
    helpers = dependents(tree, verb, "aux", "cop")
    return any(tree.reading.xpos[one] in {"VBD", "VBP", "VBZ", "MD"} for one in helpers)


def is_negated(tree: Tree, verb: int) -> bool:
    """Tell whether "not" or "never" denies the verb itself, rather than the clause it takes."""
    return any(
        tree.lemma(one) in {"not", "never", "n't", "n’t"} for one in dependents(tree, verb, "advmod", "aux")
    )


def helpers(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the auxiliaries, the copula and the negation of a verb, in order: "had", "not" before "said"."""
    found = dependents(tree, verb, "aux", "cop", "advmod")
    return tuple(one for one in found if tree.relation(one) != "advmod" or tree.lemma(one) == "not")


def conjuncts(tree: Tree, word: int) -> tuple[int, ...]:
    """Return ``word`` and the words joined to it, in order: "met", "argued" of "met and argued"."""
    return (word, *dependents(tree, word, "conj"))


def first_conjunct(tree: Tree, word: int) -> int:
    """Return the word that ``word`` is joined to, or ``word`` itself."""
    at = word
    while tree.relation(at) == "conj" and (above := tree.head(at)) is not None:
        at = above
    return at


def clause_of(tree: Tree, word: int) -> int:
    """Return the head of the smallest clause that holds ``word``: ``word`` itself where it heads one."""
    at = word
    while tree.relation(at) not in _CLAUSES and not (tree.relation(at) == "conj" and is_verb(tree, at)):
        above = tree.head(at)
        if above is None:
            break
        at = above
    return at


# --- who does it, and to whom ---


def own_subject(tree: Tree, verb: int) -> int | None:
    """Return the head of the subject that stands in the clause of ``verb`` itself, a relative pronoun too."""
    return dependent(tree, verb, "nsubj", "csubj")


def subject(tree: Tree, verb: int) -> int | None:
    """Return the head of the words that say who or what the verb is said of, or ``None``.

    The subject of its clause, or the one it shares: with the verb it is joined to ("came and said"), with
    the verb that takes it ("plans to say", "asked her to come"), with the clause it belongs to ("left,
    saying"). Of a participle it is the noun that it describes: "the envoy leading the talks". Of a passive
    verb it is what the verb is done to (``is_passive()``). A relative pronoun is returned as such: see
    ``antecedent()``.
    """
    at: int | None = verb
    for _ in range(len(tree.below)):
        if at is None:
            return None
        own = own_subject(tree, at)
        if own is not None:
            return own
        relation = tree.reading.relations[at]
        above = tree.head(at)
        if relation == "acl":
            return above
        if above is None or tree.relation(at) not in _OPEN_CLAUSES or bears(relation, "acl:relcl"):
            return None
        if tree.relation(at) == "xcomp":
            taken = dependent(tree, above, "iobj", "obj")
            if taken is not None and taken < at:
                return taken
        if is_finite(tree, at) and tree.relation(at) == "advcl":
            return None
        at = above
    return None


def antecedent(tree: Tree, word: int) -> int:
    """Return what a relative pronoun stands for, the noun of its clause; any other word itself."""
    if tree.lemma(word) not in _RELATIVES:
        return word
    at: int | None = word
    while at is not None:
        if bears(tree.reading.relations[at], "acl:relcl"):
            above = tree.head(at)
            return word if above is None else above
        at = tree.head(at)
    return word


def agent(tree: Tree, verb: int) -> int | None:
    """Return who did what a passive verb says: "by the army"."""
    found = dependent(tree, verb, "obl:agent")
    if found is not None:
        return found
    by = (one for one in dependents(tree, verb, "obl") if "by" in cases(tree, one))
    return next(by, None) if is_passive(tree, verb) else None


def objects(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the heads of the direct and indirect objects of a verb, in order, without what joins them."""
    return tuple(dependents(tree, verb, "obj", "iobj"))


def cases(tree: Tree, word: int) -> tuple[str, ...]:
    """Return the prepositions of a phrase by its head: "with", "according" and "to", "of"."""
    return tuple(
        tree.lemma(two)
        for one in dependents(tree, word, "case")
        for two in (one, *dependents(tree, one, "fixed"))
    )


def obliques(tree: Tree, verb: int, *prepositions: str) -> Iterator[int]:
    """Yield the heads of a verb's phrases that open with one of ``prepositions``: "met with the envoy"."""
    for one in dependents(tree, verb, "obl", "nmod"):
        if any(case in prepositions for case in cases(tree, one)):
            yield one


def possessor(tree: Tree, noun: int) -> int | None:
    """Return whose the noun is: "her", "the envoy's"; or ``None``."""
    return dependent(tree, noun, "nmod:poss")
