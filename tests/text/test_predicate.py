"""Subjects of clauses, on invented sentences."""

import pytest

from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.clauses import clauses
from dragoman.text.predicate import Subject, is_abstract, is_thing, subject_of


def subject(text: str) -> Subject:
    parsed = clauses(text, lexicon())
    main = parsed.main()
    assert main is not None
    found = subject_of(parsed, main)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The envoy left.", "envoy"),
        ("On Friday the envoys of both ports left.", "envoys"),
        ("After the storm, her long tour went on.", "tour"),
        ("That's a gamble.", "that"),
        ("Issues such as wages and tolls are settled.", "issues"),
    ],
)
def test_the_subject_is_the_noun_before_the_verb(text: str, noun: str) -> None:
    assert subject(text).noun.low == noun


def test_a_certain_one_is_told_from_a_kind() -> None:
    assert subject("The two ministers often meet.").definite
    assert subject("Her trip ended.").definite
    assert subject("Treaties need friends.").bare
    assert not subject("The treaties need friends.").bare


def test_things_and_ideas_are_told_from_people() -> None:
    assert is_thing(subject("These gestures suggest calm."), lexicon())
    assert not is_thing(subject("The ministry suggests a delay."), lexicon())
    assert is_abstract(subject("Neutrality pays.").noun, lexicon())
    assert not is_abstract(subject("Norland pays.").noun, lexicon())
