"""Who does something to whom in a sentence: the phrases of the one who acts and of the one acted on.

Where the verb acts on a thing or names its deed by a noun ("imposed sanctions on the port", "launched an
attack against the rebels"), the one acted on is whom that noun, or the verb, is aimed at.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.text.trees import (
    Tree,
    agent,
    antecedent,
    cases,
    conjuncts,
    dependent,
    dependents,
    first_conjunct,
    is_passive,
    objects,
    phrase,
    possessor,
    subject,
)

_SAYING = frozenset(("say", "tell", "report", "state", "announce", "note", "add", "claim", "show"))
_AIMED = ("against", "on", "upon", "with", "to", "towards", "toward")
"""Prepositions of whom a deed is aimed at, the surest first."""
_LOOSE = ("of", "from", "for", "into", "in", "at", "over", "between")
_OUTSIDE = frozenset(("acl:relcl", "parataxis", "advcl", "dep"))
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month".split()
)
_DEEP = 3


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with those who act and those acted on: each the word that heads their phrase."""

    verb: int
    sources: tuple[int, ...]
    targets: tuple[int, ...]


def deed(tree: Tree, is_party: Callable[[int], bool]) -> Deed | None:
    """Return what the sentence tells of first; ``is_party`` tells whether a noun can act and be acted on.

    Of one who says something of another, as of "Peru says that Kenya must pay", the other is the target.
    """
    root = next((word for word, head in enumerate(tree.reading.heads) if head == 0), None)
    if root is None:
        return None
    verb = _told(tree, root)
    who = subject(tree, verb)
    if is_passive(tree, verb):
        return Deed(verb, _joined(tree, agent(tree, verb)), _joined(tree, who))
    sayer = subject(tree, root)
    if who is None or sayer is None or tree.reading.upos[who] == "PRON":
        source = sayer if sayer is not None else who
        return Deed(verb, _joined(tree, source), _targets(tree, verb, is_party))
    if who == sayer or _is_ahead(tree, verb) or not is_party(sayer):
        return Deed(verb, _joined(tree, who), _targets(tree, verb, is_party))
    return Deed(verb, _joined(tree, sayer), _joined(tree, who))


def _told(tree: Tree, root: int) -> int:
    """Return the verb of what is told: below "says", "agreed to", "plans to"."""
    verb = root
    for _ in range(_DEEP):
        below = dependent(tree, verb, "ccomp") if tree.lemma(verb) in _SAYING else None
        if below is None and not objects(tree, verb):
            below = dependent(tree, verb, "xcomp")
        if below is None or tree.reading.upos[below] != "VERB":
            return verb
        verb = below
    return verb


def _is_ahead(tree: Tree, verb: int) -> bool:
    """Tell whether a clause stands before the verb of saying above it: "has freed them, the agency said"."""
    above = tree.head(verb)
    return above is not None and verb < above


def _joined(tree: Tree, word: int | None) -> tuple[int, ...]:
    """Return a word and the words joined to it, and for a relative pronoun what it stands for."""
    if word is None:
        return ()
    return conjuncts(tree, first_conjunct(tree, antecedent(tree, word)))


def _targets(tree: Tree, verb: int, is_party: Callable[[int], bool]) -> tuple[int, ...]:
    """Return whom a verb acts on: its object, or whom its object or itself is aimed at."""
    taken = objects(tree, verb)
    direct = next((one for one in (*taken, *dependents(tree, verb, "xcomp")) if is_party(one)), None)
    if direct is not None:
        return _joined(tree, direct)
    for one in taken:
        found = _aimed_at(tree, one, is_party)
        if found is not None:
            return (found,) if found == one else _joined(tree, found)
    near = (one for one in _aimed(tree, verb, _AIMED) if is_party(one))
    inside = (one for thing in taken for one in phrase(tree, thing) if is_party(one))
    deeper = (
        one for place in _deeper(tree, taken, verb) for one in _aimed(tree, place, _LOOSE) if is_party(one)
    )
    target = next((one for found in (near, inside, deeper) for one in found), None)
    if target is not None:
        return _joined(tree, target)
    return taken[:1] if taken and not any(tree.reading.kinds[one] for one in taken) else ()


def _aimed_at(tree: Tree, thing: int, is_party: Callable[[int], bool]) -> int | None:
    """Return whom "sanctions" or "an attack" is aimed at, or the thing itself, if a party's: "her offer"."""
    for other in _aimed(tree, thing, _AIMED):
        if is_party(other) or tree.reading.kinds[thing] is not None:
            return other
    owner = possessor(tree, thing)
    return thing if owner is not None and is_party(owner) else None


def _deeper(tree: Tree, taken: tuple[int, ...], verb: int) -> Iterator[int]:
    for place in (*taken, verb):
        yield from dependents(tree, place, "nmod", "obl", "xcomp", "advcl", "acl", "ccomp")


def _aimed(tree: Tree, place: int, prepositions: tuple[str, ...]) -> list[int]:
    """Return what hangs on a word by one of some prepositions, in their order."""
    found = [
        (rank, one)
        for one in dependents(tree, place, "nmod", "obl", "obj")
        for rank, case in enumerate(prepositions)
        if case in cases(tree, one)
    ]
    return [one for _, one in sorted(found)]


def phrase_of(tree: Tree, head: int) -> tuple[int, int]:
    """Return the words of a party's phrase ``[first, end)`` without clauses and names set beside it."""
    without = frozenset(one for one in phrase(tree, head) if one != head and _is_outside(tree, one, head))
    words = set(phrase(tree, head, without))
    first = last = head
    while first and (first - 1 in words or _is_hyphen(tree, first - 1)):
        first -= 1
    while last + 1 < len(tree.below) and (last + 1 in words or _is_hyphen(tree, last + 1)):
        last += 1
    while first < head and tree.relation(first) in ("case", "punct", "cc", "mark"):
        if tree.relation(first) == "case" and tree.head(first) != head:
            break
        first += 1
    while last > head and tree.relation(last) in ("case", "punct", "cc"):
        last -= 1
    return first, last + 1


def _is_outside(tree: Tree, word: int, head: int) -> bool:
    relation = tree.reading.relations[word]
    if relation in _OUTSIDE:
        return True
    if relation in ("appos", "conj", "advmod", "obl", "obl:unmarked", "nmod:unmarked", "acl", "nmod"):
        if word < head:
            return relation in ("appos", "conj")
        if relation == "appos":
            return any(tree.reading.upos[one] == "PUNCT" for one in range(head + 1, word))
        if relation in ("conj", "advmod"):
            return tree.head(word) == head
        if relation == "acl" and tree.reading.xpos[word] in ("VB", "VBP", "VBD", "VBZ"):
            return True
        if relation == "nmod" and "for" in cases(tree, word):
            return True
        return tree.lemma(word) in _DAYS
    return False


def _is_hyphen(tree: Tree, word: int) -> bool:
    span = tree.reading.words[word]
    return tree.lemma(word) in ("-", "–") and span.end - span.start == 1
