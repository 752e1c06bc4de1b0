import tomllib
from importlib.resources import files
from itertools import combinations

import pytest

from dragoman.ontology.cues import cue_classes, cues, forms, is_denial, tells


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("warn", ["warn", "warns", "warned", "warned", "warning"]),
        ("deny", ["deny", "denies", "denied", "denied", "denying"]),
        ("agree", ["agree", "agrees", "agreed", "agreed", "agreeing"]),
        ("stress", ["stress", "stresses", "stressed", "stressed", "stressing"]),
        ("declare", ["declare", "declares", "declared", "declared", "declaring"]),
    ],
)
def test_regular_forms_are_made_by_rule(lemma: str, expected: list[str]) -> None:
    assert [form for form, _ in forms(lemma, {})] == expected


def test_irregular_forms_are_listed() -> None:
    table = cues().verbs

    assert {table[form].lemma for form in ("say", "says", "said", "saying")} == {"say"}
    assert table["thought"].shapes == {"past", "participle"}


def test_a_verb_of_several_groups_takes_what_each_says() -> None:
    assert {"clause", "object"} <= cues().verbs["warned"].takes


def test_forms_that_are_mostly_nouns_are_left_out() -> None:
    table = cues().verbs

    assert "stated" in table
    assert "states" not in table
    assert "highlighting" not in table


def test_tells_what_is_spoken_from_what_is_wanted() -> None:
    assert "speech" in cue_classes("has warned")
    assert cue_classes("wants") == {"intention"}
    assert cue_classes("according to") == frozenset()


@pytest.mark.parametrize(
    ("cue", "content", "speaker", "told"),
    [
        ("said", "the port would open", "Lind", True),
        ("pledged", "to open the port", "Lind", True),
        ("believes", "the port is safe", "Lind", True),
        ("did not say", "whether the port would open", "Lind", True),
        ("according to", "the port is open", "officials", True),
        ("hopes", "to open the port", "Lind", False),
        ("is preparing", "to host Holt", "Lind", False),
        ("seeks", "a seat", "Norland", False),
        ("praised", "the pact", "Lind", False),
        ("wasn't promising", "a port", "Lind", False),
        ("has confirmed", "the date", "Neither side", False),
    ],
)
def test_what_is_wanted_praised_or_unsaid_is_not_told(
    cue: str,
    content: str,
    speaker: str,
    told: bool,  # noqa: FBT001
) -> None:
    assert tells(cue, content, speaker) is told


def test_no_verb_stands_in_both_lists() -> None:
    table = tomllib.loads(files("dragoman.ontology").joinpath("data/cues.toml").read_text("utf-8"))
    listed = {word for group in table["verbs"].values() for word in group["words"]}

    assert listed
    assert not listed & set(table["other_verbs"]["words"])


def test_noun_lists_do_not_overlap() -> None:
    table = cues()

    assert all(not one & two for one, two in combinations((table.nouns, table.names), 2))


@pytest.mark.parametrize("cue", ["denied", "has denied", "rejects", "dismissed", "denial", "disputes"])
def test_a_denial_says_that_what_follows_is_not_so(cue: str) -> None:
    assert is_denial(cue)


@pytest.mark.parametrize("cue", ["said", "did not deny", "never denied", "doesn't dispute", "confirmed"])
def test_other_cues_and_negated_denials_are_no_denials(cue: str) -> None:
    assert not is_denial(cue)
