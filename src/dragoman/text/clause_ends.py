"""Where what a verb takes ends: before a clause that is not part of it."""

from dragoman.text import trees
from dragoman.text.grove import Grove, Planted
from dragoman.text.trees import Tree
from dragoman.types import Span


def cut_short(grove: Grove, planted: Planted, verb: int, content: Span) -> Span:
    """Return the content behind ``verb`` up to the first clause that belongs to the verb or to words above.

    "said it would rain | and praised the farmers", "who promised to come | left early", "denied the charge |,
    calling it absurd". What merely stands behind the content, such as "on Monday" or "after the vote", stays
    in: PolNeAR, on whose open part this was set (2026-11-28), counts it in more often than not, and a parser
    can hardly tell to which verb it belongs.
    """
    tree = planted.tree
    first, last = planted.word(content.start), planted.word(content.end - 1)
    if first is None or last is None:
        return content
    above = _above(tree, verb)
    for word in range(first + 1, last + 1):
        start = _clause_start(tree, word, verb, above)
        if start is None or grove.is_quoted(planted.span(word, word)):
            continue
        kept = planted.trimmed(range(first, max(start, first)))
        if not kept:
            return content
        end = planted.span(kept[-1], kept[-1]).end
        return content if any(one.start < end < one.end for one in grove.quoted) else Span(content.start, end)
    return content


def _above(tree: Tree, verb: int) -> frozenset[int]:
    """Return the verb and all words it hangs on, directly or not."""
    found: set[int] = set()
    at: int | None = verb
    while at is not None:
        found.add(at)
        at = tree.head(at)
    return frozenset(found)


def _clause_start(tree: Tree, word: int, verb: int, above: frozenset[int]) -> int | None:
    """Return where the clause of ``word`` begins, if it heads one that is no part of what ``verb`` takes."""
    if word == verb:
        return None
    if word in above:
        if tree.reading.upos[word] != "VERB":
            return None
        start = word
        while tree.head(start - 1) == word and tree.relation(start - 1) in {"aux", "advmod", "punct", "cc"}:
            start -= 1
        return start
    head, relation = tree.head(word), tree.relation(word)
    joined = head in above and relation in {"conj", "parataxis"} and trees.is_verb(tree, word)
    aside = head == verb and relation == "advcl"
    if not (joined or aside):
        return None
    start = trees.phrase(tree, word)[0]
    behind_comma = any(tree.relation(one) == "punct" for one in (start, start - 1))
    return start if joined or behind_comma else None
