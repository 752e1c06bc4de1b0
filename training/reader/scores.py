"""How trees are scored: words aligned by their place in the text (Zeman et al. 2018, section 4)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Placed:
    """One word, placed among the visible characters of a text.

    ``head`` is the place of its head, or ``None`` for a root.
    """

    place: tuple[int, int]
    upos: str
    head: tuple[int, int] | None
    relation: str


@dataclass(frozen=True, slots=True)
class Text:
    """All words of a text, and its sentences as places."""

    words: tuple[Placed, ...]
    sentences: tuple[tuple[int, int], ...]


def visible(text: str) -> list[int]:
    """Return for each offset of ``text``, and for its end, how many visible characters stand before it."""
    counts, seen = [], 0
    for sign in text:
        counts.append(seen)
        seen += not sign.isspace()
    return [*counts, seen]


def placed(
    base: int,
    places: Sequence[tuple[int, int]],
    tags: Sequence[str],
    heads: Sequence[int],
    relations: Sequence[str],
) -> list[Placed]:
    """Return the words of one sentence, moved by ``base`` characters; heads count from 1, 0 is the root."""
    moved = [(start + base, end + base) for start, end in places]
    return [
        Placed(place, tag, moved[head - 1] if head else None, relation)
        for place, tag, head, relation in zip(moved, tags, heads, relations, strict=True)
    ]


def f1(right: int, system: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (system + gold) if system + gold else 0.0


def score(gold: Text, system: Text) -> dict[str, float]:
    """Return F1 of words, sentences, UPOS, UAS and LAS.

    The last two leave out punctuation, and LAS the subtypes of relations.
    ``LAS_full`` compares relations with their subtypes. On gold words F1 is plain accuracy.
    """
    theirs = {word.place: word for word in system.words}
    pairs = [(word, theirs[word.place]) for word in gold.words if word.place in theirs]
    bare = [(one, other) for one, other in pairs if one.upos != "PUNCT"]
    attached = [(one, other) for one, other in bare if one.head == other.head]
    labelled = sum(
        one.relation.partition(":")[0] == other.relation.partition(":")[0] for one, other in attached
    )
    full = sum(one.relation == other.relation for one, other in attached)
    total = sum(word.upos != "PUNCT" for word in gold.words)
    # A word of ours that aligns with nothing counts unless we call it punctuation.
    aligned = {one.place for one, _ in pairs}
    loose = sum(word.place not in aligned and word.upos != "PUNCT" for word in system.words)
    ours = len(bare) + loose
    return {
        "words": f1(len(pairs), len(system.words), len(gold.words)),
        "sentences": f1(
            len(set(gold.sentences) & set(system.sentences)), len(system.sentences), len(gold.sentences)
        ),
        "UPOS": f1(sum(one.upos == other.upos for one, other in pairs), len(system.words), len(gold.words)),
        "UAS": f1(len(attached), ours, total),
        "LAS": f1(labelled, ours, total),
        "LAS_full": f1(full, ours, total),
    }


def spans_f1(
    pairs: Iterable[tuple[set[tuple[int, int, str]], set[tuple[int, int, str]]]],
) -> dict[str, float]:
    """Return exact F1 over (gold, system) sets of labelled ranges: micro, and per label."""
    right, system, gold = Counter[str](), Counter[str](), Counter[str]()
    for wanted, found in pairs:
        right.update(label for _, _, label in wanted & found)
        system.update(label for _, _, label in found)
        gold.update(label for _, _, label in wanted)
    each = {label: f1(right[label], system[label], gold[label]) for label in sorted(gold)}
    return {"micro": f1(right.total(), system.total(), gold.total()), **each}
