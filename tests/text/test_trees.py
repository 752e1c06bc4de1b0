"""Trees made by hand: each line is a word, its part of speech and form, its head and its relation."""

import pytest

from dragoman.text import trees
from dragoman.text.trees import Tree
from dragoman.types import Reading, Span

ENVOY = """
The DET DT 2 det
envoy NOUN NN 5 nsubj
, PUNCT , 2 punct
Okoro PROPN NNP 2 appos
came VERB VBD 0 root
and CCONJ CC 7 cc
said VERB VBD 5 conj
the DET DT 9 det
port NOUN NN 11 nsubj:pass
was AUX VBD 11 aux:pass
closed VERB VBN 7 ccomp
by ADP IN 14 case
the DET DT 14 det
army NOUN NN 11 obl
"""
CREW = """
Lind PROPN NNP 2 nsubj
asked VERB VBD 0 root
the DET DT 4 det
crew NOUN NN 2 obj
who PRON WP 6 nsubj
met VERB VBD 4 acl:relcl
him PRON PRP 6 obj
to PART TO 10 mark
not PART RB 10 advmod
sail VERB VB 2 xcomp
, PUNCT , 12 punct
fearing VERB VBG 2 advcl
ice NOUN NN 12 obj
"""


def tree(rows: str) -> Tree:
    cells = [row.split() for row in rows.strip().splitlines()]
    words, at = [], 0
    for word, *_ in cells:
        words.append(Span(at, at + len(word)))
        at += len(word) + 1
    forms, tags, fine, heads, relations = zip(*cells, strict=True)
    count = len(cells)
    return trees.of(
        Reading(
            words=tuple(words),
            lemmas=tuple(map(str.lower, forms)),
            upos=tags,
            xpos=fine,
            heads=tuple(map(int, heads)),
            relations=relations,
            kinds=(None,) * count,
            statuses=("",) * count,
        )
    )


@pytest.mark.parametrize(
    ("rows", "verb", "subject"),
    [
        (ENVOY, 4, 1),  # its own
        (ENVOY, 6, 1),  # shared by the verb it is joined to
        (ENVOY, 10, 8),
        (CREW, 5, 4),  # the relative pronoun
        (CREW, 9, 3),  # "asked the crew to sail": the crew sails
        (CREW, 11, 0),  # "asked, fearing": who asks fears
    ],
)
def test_the_subject_of_a_verb_is_its_own_or_the_one_it_shares(rows: str, verb: int, subject: int) -> None:
    assert trees.subject(tree(rows), verb) == subject


def test_a_phrase_is_a_word_and_all_that_hangs_on_it() -> None:
    envoy = tree(ENVOY)

    assert envoy.below[4] == (1, 6)
    assert envoy.below[0] == ()
    assert trees.phrase(envoy, 1) == (0, 1, 2, 3)
    assert trees.phrase(envoy, 4) == tuple(range(14))


def test_a_phrase_holds_its_appositions() -> None:
    assert trees.phrase(tree(ENVOY), 1) == (0, 1, 2, 3)
    assert trees.phrase(tree(ENVOY), 1, frozenset({3})) == (0, 1, 2)


def test_a_passive_verb_has_an_agent() -> None:
    made = tree(ENVOY)

    assert trees.is_passive(made, 10)
    assert not trees.is_passive(made, 4)
    assert trees.agent(made, 10) == 13
    assert trees.agent(made, 4) is None


def test_a_relative_pronoun_stands_for_the_noun_of_its_clause() -> None:
    made = tree(CREW)

    assert trees.antecedent(made, 4) == 3
    assert trees.antecedent(made, 0) == 0


def test_only_a_verb_that_is_denied_itself_is_negated() -> None:
    made = tree(CREW)

    assert trees.is_negated(made, 9)
    assert not trees.is_negated(made, 1)


def test_joined_verbs_and_clauses() -> None:
    made = tree(ENVOY)

    assert trees.conjuncts(made, 4) == (4, 6)
    assert trees.first_conjunct(made, 6) == 4
    assert trees.clause_of(made, 13) == 10
    assert trees.clause_of(made, 1) == 4
    assert trees.is_within(made, 13, 6)
    assert not trees.is_within(made, 1, 6)


def test_a_verb_is_finite_by_itself_or_by_a_helper() -> None:
    assert trees.is_finite(tree(ENVOY), 10)
    assert not trees.is_finite(tree(CREW), 11)


def test_phrases_are_found_by_their_preposition() -> None:
    made = tree(ENVOY)

    assert tuple(trees.obliques(made, 10, "by")) == (13,)
    assert trees.cases(made, 13) == ("by",)
    assert trees.objects(tree(CREW), 1) == (3,)
