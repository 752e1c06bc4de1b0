"""Attributions that the tree of a sentence shows: words of speech or thought, and what hangs on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.text import trees
from dragoman.text.clause_ends import cut_short
from dragoman.text.cueing import Frame, Lexicon
from dragoman.text.grove import Grove, Planted
from dragoman.text.labels import Attribution
from dragoman.types import Span

_DOCUMENTS = frozenset(
    {"statement", "letter", "memo", "release", "message", "email", "post", "note", "article", "ad", "video"}
    | {"report", "tweet", "speech", "column", "editorial", "resolution", "communique", "declaration"}
)
"""What somebody issues that then "says" something: the words are the issuer's."""
_HEARD = Frame(frozenset(), frozenset({"clause"}), frozenset())
"""What a verb takes that no table lists but that the reader takes for a cue."""
_BEFORE_VERB = frozenset({"aux", "cop", "advmod"})
_BEARERS = ("nsubj", "csubj", "expl")
_EMBEDDED = frozenset({"ccomp", "acl", "advcl", "xcomp"})


@dataclass(frozen=True, slots=True)
class Placed:
    """An attribution, and the word of a tree that makes it one, if it could be found there."""

    one: Attribution
    planted: Planted | None
    word: int = 0
    by_rule: bool = False


def said(grove: Grove, planted: Planted, lexicon: Lexicon) -> Iterator[Placed]:
    """Yield the attributions that verbs and nouns of speech and thought make, by one tree."""
    for word, tag in enumerate(planted.tree.reading.upos):
        made = None
        if tag == "VERB":
            made = _by_verb(grove, planted, word, lexicon)
        elif tag == "NOUN" and grove.low(planted, word) in lexicon.nouns:
            made = _by_noun(grove, planted, word)
        if made is not None and not any(made.cue.overlaps(content) for content in made.contents):
            yield Placed(made, planted, word)


def according(grove: Grove, planted: Planted) -> Iterator[Placed]:
    """Yield the attributions of "according to": of the clause that the phrase belongs to."""
    tree = planted.tree
    for word in range(len(tree.below)):
        noun = tree.head(word)
        above = tree.head(noun) if noun is not None else None
        if noun is None or above is None or noun < word or tree.relation(word) != "case":
            continue
        if not tree.below[word] or grove.low(planted, word) != "according":
            continue
        cue = (word, tree.below[word][-1])
        source = _words_of(planted, noun, ("case", "punct", "parataxis"))
        if source[0] <= cue[1]:
            continue
        told = _spoken_of(planted, above, (word, noun, source[-1]))
        contents = tuple(grove.whole(planted.span(piece[0], piece[-1])) for piece in told if piece)
        place = planted.span(*cue)
        if contents and not any(place.overlaps(content) for content in contents):
            source_span = grove.whole(planted.span(source[0], source[-1]))
            yield Placed(Attribution(source_span, place, contents), planted, word)


def _spoken_of(planted: Planted, above: int, phrase: tuple[int, int, int]) -> list[list[int]]:
    """Return the words of the clause of ``above`` on both sides of "according to ..."."""
    tree = planted.tree
    opening, noun, last = phrase
    while above < opening and tree.reading.relations[above] in _EMBEDDED:
        higher = tree.head(above)
        if higher is None or higher > opening:
            break
        above = higher
    region = trees.phrase(tree, above, frozenset({noun}))
    before = planted.trimmed(one for one in region if one < opening)
    if before and tree.relation(before[0]) == "cc":
        before = planted.trimmed(before[1:])
    if above < opening:
        return [before]
    behind = planted.trimmed(one for one in region if one > last)
    bearer = trees.dependent(tree, above, *_BEARERS)
    return [before, behind] if bearer is not None and bearer < opening else [behind]


def source_of(planted: Planted, verb: int) -> Span | None:
    """Return the phrase that names who the verb is said of, with its appositions and relative clauses.

    A relative pronoun stands for itself. Of a statement that somebody issues "saying" something, it is who
    issues it.
    """
    tree = planted.tree
    found = trees.subject(tree, verb)
    if found is None:
        return None
    above = tree.head(found)
    if tree.relation(verb) == "acl" and above is not None and tree.lemma(found) in _DOCUMENTS:
        issuer = trees.subject(tree, above) if tree.relation(found) == "obj" else None
        found = found if issuer is None else issuer
    words = _words_of(planted, found, ("case", "cc", "punct"), frozenset({verb}))
    words = planted.trimmed(one for one in words if (one < verb) == (found < verb))
    return planted.span(words[0], words[-1]) if words else None


def _words_of(
    planted: Planted, head: int, without: tuple[str, ...], besides: frozenset[int] = frozenset()
) -> list[int]:
    """Return the words of a phrase, but for what hangs on its head by the relations ``without``."""
    left_out = besides | frozenset(trees.dependents(planted.tree, head, *without))
    return planted.trimmed(trees.phrase(planted.tree, head, left_out))


def _by_verb(grove: Grove, planted: Planted, verb: int, lexicon: Lexicon) -> Attribution | None:
    """Return the attribution that a verb makes."""
    tree = planted.tree
    frame = lexicon.verbs.get(grove.low(planted, verb))
    if frame is None and planted.is_cue(verb) and any(trees.dependents(tree, verb, "ccomp")):
        frame = _HEARD
    kind, words = _taken(planted, verb, frame) if frame is not None else ("", [])
    source = source_of(planted, verb) if words else None
    if source is None:
        return None
    first, last = _group(planted, verb)
    if kind == "oblique" and words[0] == last + 2:
        last += 1  # "insists on | a vote"
    cue = planted.span(first, last)
    words = _bare(planted, words)
    content = planted.span(words[0], words[-1])
    bearer = trees.subject(tree, verb)
    if bearer is not None and grove.low(planted, bearer) in lexicon.mute and not grove.is_quoted(content):
        return None
    if words[0] > verb:
        reach = planted.trimmed(one for one in trees.phrase(tree, verb) if one >= words[0])
        content = cut_short(grove, planted, verb, planted.span(words[0], max(reach[-1], words[-1])))
    if trees.is_passive(tree, verb):
        foretold = kind == "open" and source.end <= cue.start and trees.agent(tree, verb) is None
        return Attribution(None, cue, (source, grove.whole(content))) if foretold else None
    return Attribution(source, cue, (grove.whole(content),))


def _group(planted: Planted, verb: int) -> tuple[int, int]:
    """Return the first and last word of a cue: "has never said", "continues to insist", "lashed out"."""
    tree = planted.tree
    first, last = verb, verb
    while first > 0 and tree.head(first - 1) == verb:
        if tree.relation(first - 1) not in _BEFORE_VERB and tree.lemma(first - 1) != "to":
            break
        first -= 1
    above = tree.head(verb)
    if tree.relation(verb) == "xcomp" and above == first - 1:
        first = _group(planted, above)[0]
    if verb + 1 in trees.dependents(tree, verb, "compound:prt"):
        last += 1
    return first, last


def _by_noun(grove: Grove, planted: Planted, noun: int) -> Attribution | None:
    """Return the attribution of "the envoy's claim that ..." or "her promise to ..."."""
    tree = planted.tree
    owner = trees.possessor(tree, noun)
    if owner is None:
        return None
    for one in trees.dependents(tree, noun, "acl", "ccomp"):
        mark = trees.dependent(tree, one, "mark")
        if one < noun or mark is None or tree.lemma(mark) not in {"that", "to", "whether"}:
            continue
        if tree.reading.relations[one] == "acl:relcl":
            continue
        source, content = _words_of(planted, owner, ()), _bare(planted, trees.phrase(tree, one))
        told = grove.whole(planted.span(content[0], content[-1]))
        return Attribution(planted.span(source[0], source[-1]), planted.span(noun, noun), (told,))
    return None


def _taken(planted: Planted, verb: int, frame: Frame) -> tuple[str, list[int]]:
    """Return the words that the verb takes as what was said or thought, and by which kind of complement."""
    tree = planted.tree
    clauses = tuple(trees.dependents(tree, verb, "ccomp"))
    after = tuple(one for one in clauses if one > verb)
    if clauses:
        return "clause", _side(planted, verb, after or clauses)
    objects = tuple(one for one in trees.dependents(tree, verb, "obj") if one > verb)
    unfinished = tuple(one for one in trees.dependents(tree, verb, "xcomp") if one > verb)
    if unfinished and frame.takes & {"to", "object", "clause", "tell"}:
        return "open", _side(planted, verb, unfinished if "tell" in frame.takes else objects + unfinished)
    if objects and "object" in frame.takes:
        return "object", _side(planted, verb, objects)
    for one in trees.dependents(tree, verb, "obl", "advcl"):
        marks = tuple(m for m in trees.dependents(tree, one, "case", "mark") if tree.lemma(m) in frame.after)
        named = tree.relation(one) == "obl" or tree.reading.xpos[one] == "VBG"
        if marks and named and marks[0] > verb and trees.is_finite(tree, verb):
            return "oblique", [word for word in _side(planted, verb, (one,)) if word > marks[-1]]
    return "", []


def _bare(planted: Planted, words: Sequence[int]) -> list[int]:
    """Return the words of a clause without the "that" it opens with."""
    opening = planted.tree.lemma(words[0]) == "that" and planted.tree.relation(words[0]) == "mark"
    return planted.trimmed(words[1:] if opening and len(words) > 1 else words)


def _side(planted: Planted, verb: int, heads: tuple[int, ...]) -> list[int]:
    """Return the words of the phrases of ``heads`` on the side of the verb where the last of them stands."""
    found = {word for head in heads for word in trees.phrase(planted.tree, head)}
    return planted.trimmed(word for word in sorted(found) if (word > verb) == (heads[-1] > verb))
