"""Which names of a sentence are subject or object of a word: by position, and by the sentence's tree.

Position finds most subjects, so the tree is asked for those alone that it misses. Of objects the tree is the
better judge, where it finds a name. Measured on the open rows of who_whom (2026-11-28, 600 sentences that
tell an event): of those acted on, .737 are found instead of .642, .804 of the findings right instead of .808;
of those who act, .889 right instead of .875.
"""

from dragoman.text import trees
from dragoman.text.arguments import Arguments, Name
from dragoman.text.clauses import Clauses
from dragoman.text.lexicon import Lexicon
from dragoman.types import Reading


def tree_word(reading: Reading, parsed: Clauses, first: int, last: int) -> int | None:
    """Return the word of the reading that heads the words ``[first, last]`` of the clauses."""
    words = reading.at(parsed.words[first].start, parsed.words[last].end)
    return reading.head_of(*words) if words is not None else None


def apposed(tree: trees.Tree, one: int, other: int) -> bool:
    """Tell whether a word stands within an apposition to another: "Lind, the Norland premier"."""
    at: int | None = one
    while at is not None and at != other:
        if tree.relation(at) == "appos" and tree.head(at) == other:
            return True
        at = tree.head(at)
    return False


class TreeArguments(Arguments):
    """Finds the names that belong to the words of a sentence that the model has read."""

    def __init__(self, parsed: Clauses, names: tuple[Name, ...], lexicon: Lexicon, tree: trees.Tree) -> None:
        """Keep the tree beside clauses and names."""
        super().__init__(parsed, names, lexicon)
        self._tree = tree
        self._heads = {name.key: self._word(name.first, name.last) for name in names}

    def subject(self, number: int, depth: int = 0) -> tuple[Name, ...]:
        """Return who is subject of the verb group ``number``."""
        placed = super().subject(number, depth)
        head = self.parsed.groups[number].head
        verb = self._word(head, head)
        if placed or verb is None or self._tree.reading.upos[verb] != "VERB":
            return placed
        who = trees.subject(self._tree, verb)
        return self._named(trees.antecedent(self._tree, who)) if who is not None else ()

    def direct(self, index: int) -> tuple[Name, ...]:
        """Return the object of a verb, or the names right behind another word."""
        placed = super().direct(index)
        word = self._word(index, index)
        if word is None or self._tree.reading.upos[word] != "VERB":
            return placed
        for one in trees.objects(self._tree, word):
            found = self._named(one)
            if found:
                return found
        return placed

    def within_object(self, index: int) -> tuple[Name, ...]:
        """Return the first name inside the object of a verb: "killed three soldiers of Norland"."""
        word = self._word(index, index)
        for one in trees.objects(self._tree, word) if word is not None else ():
            clauses = frozenset(
                trees.dependents(self._tree, one, "acl", "advcl", "ccomp", "conj", "parataxis")
            )
            inner = trees.phrase(self._tree, one, clauses)
            found = tuple(name for name in self.names if self._heads[name.key] in inner)
            if found:
                return found[:1]
        return ()

    def _word(self, first: int, last: int) -> int | None:
        return tree_word(self._tree.reading, self.parsed, first, last)

    def _named(self, word: int) -> tuple[Name, ...]:
        """Return the names that ``word`` and what is joined to it head, or else stand in apposition to it."""
        for heads in (trees.conjuncts(self._tree, word), tuple(trees.dependents(self._tree, word, "appos"))):
            found = tuple(name for name in self.names if self._heads[name.key] in heads)
            if found:
                return found
        return ()
