"""The suite ``who_whom``: the phrases of who acts and of whom it is done to, in one sentence."""

from collections.abc import Callable, Iterator, Sequence

from suites.building import article

from dragoman.ontology.sexes import sexes
from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.deeds import deed, phrase_of
from dragoman.text.trees import Tree, of

_NAMED = ("PER", "ORG", "GPE", "LOC")
_CLASSES = ("roles.standing", "roles.office", "roles.body")


def predict(rows: Sequence[dict[str, str]]) -> Iterator[dict[str, object]]:
    """Yield source and target of each row: of the first sentence with a deed that names both, or one."""
    for row in rows:
        _, parse = article(row["id"], row["text"])
        best: dict[str, list[dict[str, int]]] = {"source": [], "target": []}
        for sentence in parse.sentences:
            reading = parse.reading(sentence)
            tree = of(reading) if reading is not None else None
            told = deed(tree, _parties(tree)) if tree is not None else None
            if tree is None or told is None:
                continue
            found = {
                "source": _spans(tree, told.sources, sentence.span.start),
                "target": _spans(tree, told.targets, sentence.span.start),
            }
            if sum(map(bool, found.values())) > sum(map(bool, best.values())):
                best = found
        yield {"id": row["id"], **best}


def _parties(tree: Tree) -> Callable[[int], bool]:
    """Return what tells whether a word is a name, or a noun for a person or a body."""
    reading = tree.reading
    named = {word for name in reading.names if name.kind in _NAMED for word in range(name.first, name.end)}

    def is_party(word: int) -> bool:
        noun = tree.lemma(word)
        known = noun in sexes().nouns or any(lexicon().has(each, noun) for each in _CLASSES)
        return word in named or (reading.upos[word] == "NOUN" and known)

    return is_party


def _spans(tree: Tree, heads: Sequence[int], start: int) -> list[dict[str, int]]:
    spans = {tree.reading.span(*phrase_of(tree, head)) for head in heads}
    return [{"start": start + span.start, "end": start + span.end} for span in sorted(spans)]
