"""The stage of positions, on invented sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import Told, assertions_of
from dragoman.stages.events import events
from dragoman.stages.positions import positions
from dragoman.types import Domain, Manner, Position, Sign, VoiceKind


def found(text: str) -> tuple[Position, ...]:
    told = Told(text)
    said = assertions_of(told)
    done = tuple(events(told.article, told.parse, told.times, told.mentions, told.links, said))
    return tuple(positions(told.article, told.parse, told.links, said, done))


@pytest.mark.parametrize(
    ("text", "source", "target", "sign", "domain"),
    [
        (
            "[state_NOR|Norway] condemned [state_PER|Peru] over the missile.",
            "NOR",
            "PER",
            Sign.AGAINST,
            Domain.SECURITY,
        ),
        (
            "[state_NOR|Norway] imposed sanctions on [state_PER|Peru].",
            "NOR",
            "PER",
            Sign.AGAINST,
            Domain.ECONOMY,
        ),
        (
            "[state_NOR|Norway] supports [state_PER|Peru] in the border dispute.",
            "NOR",
            "PER",
            Sign.FOR,
            Domain.SOVEREIGNTY,
        ),
        (
            "[state_NOR|Norway] claims [state_PER|Peru] as its territory.",
            "NOR",
            "PER",
            Sign.AGAINST,
            Domain.SOVEREIGNTY,
        ),
    ],
)
def test_who_stands_where_towards_whom(
    text: str, source: str, target: str, sign: Sign, domain: Domain
) -> None:
    made = [(one.source_name, one.target_name, one.sign, one.domain) for one in found(text)]

    assert made == [(source, target, sign, domain)]


def test_a_matter_stands_where_no_actor_is_the_object() -> None:
    (one,) = found("[state_NOR|Norway] opposes the new trade levy.")

    assert (one.target, one.matter, one.sign, one.domain) == (
        None,
        "the new trade levy",
        Sign.AGAINST,
        Domain.ECONOMY,
    )


def test_keeping_out_of_a_quarrel_is_neutral() -> None:
    (one,) = found("[state_NOR|Norway] does not take sides in the dispute.")

    assert (one.sign, one.matter) == (Sign.NEUTRAL, "neutrality")


def test_a_stance_denied_is_turned_round() -> None:
    (one,) = found("[state_NOR|Norway] does not support [state_PER|Peru].")

    assert one.sign is Sign.AGAINST


def test_what_analysts_ascribe_is_attributed_to_them() -> None:
    (one,) = found("Analysts say [state_NOR|Norway] may oppose the levy.")

    assert one.manner is Manner.ATTRIBUTED
    assert one.voice.kind is VoiceKind.UNNAMED


def test_a_deed_is_done_and_a_word_declared() -> None:
    (done,) = found("[state_NOR|Norway] imposed sanctions on [state_PER|Peru].")
    (said,) = found("[state_NOR|Norway] condemned [state_PER|Peru].")

    assert (done.manner, said.manner) == (Manner.DONE, Manner.DECLARED)


def test_a_condition_is_no_position() -> None:
    assert found("If [state_NOR|Norway] opposes [state_PER|Peru], all is lost.") == ()


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    found(text.replace("[", "("))
