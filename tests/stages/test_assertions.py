"""The stage of assertions, on invented sentences."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import MAKER, Told, assertions_of
from dragoman.stages.assertions import assertions
from dragoman.types import ActorId, Basis, Quote, QuoteKind, Span, Status, Tense, VoiceKind

GOLDEN = Path(__file__).parents[1] / "golden" / "assertions.txt"


def cases() -> Iterator[tuple[str, str]]:
    for line in GOLDEN.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            status, _, text = line.partition(" || ")
            yield status, text


@pytest.mark.parametrize(("status", "text"), list(cases()))
def test_a_sentence_is_meant_as_the_golden_file_says(status: str, text: str) -> None:
    told = Told(text)

    assert [assertion.status.value for assertion in assertions_of(told)] == [status]


def test_the_rules_alone_judge_what_the_model_has_not_read() -> None:
    told = Told("Holt asked the league to leave.")
    told.parse = replace(told.parse, readings=())

    assert [one.status for one in assertions_of(told)] == [Status.HAPPENED]


def test_there_is_one_assertion_per_sentence() -> None:
    told = Told("Holt left. Lind stayed.\n\nNobody spoke.")

    assert [one.sentence for one in assertions_of(told)] == [s.span for s in told.parse.sentences]


def test_list_items_under_a_condition_are_hypothetical() -> None:
    told = Told("If he fails:\n• The alliance breaks\n• Trade suffers\nThe mood is calm.")

    assert [one.status for one in assertions_of(told)][1:3] == [Status.HYPOTHETICAL, Status.HYPOTHETICAL]
    assert assertions_of(told)[3].status is not Status.HYPOTHETICAL


def test_list_items_under_an_aim_are_aims() -> None:
    told = Told("The visit aimed to:\n• Reopen the port\n• Free the crew")

    assert [one.status for one in assertions_of(told)][1:] == [Status.AIM, Status.AIM]


@pytest.mark.parametrize(
    ("opener", "status"),
    [
        ("The premier's visit rests on:", Status.ONGOING),
        ("The row persists because of:", Status.ONGOING),
        ("If the bid collapses:", Status.HYPOTHETICAL),
        ("The delegation's priorities for the week are clear:", Status.AIM),
        ("What the islanders want:", Status.AIM),
        ("Before the next round, keep an eye on:", Status.NORMATIVE),
        ("Instead, weigh:", Status.NORMATIVE),
        ("The two sides signed off on:", Status.HAPPENED),
        ("The envoys will discuss:", Status.PLANNED),
        ("This shows a cabinet in search of:", Status.OPINION),
    ],
)
def test_list_items_take_the_status_of_the_line_that_opens_the_list(opener: str, status: Status) -> None:
    told = Told(f"{opener}\n• Quiet trade with the islands\n• A shared fear of storms\nThe crew waited.")

    assert [one.status for one in assertions_of(told)] == [status, status, status, Status.HAPPENED]


def test_what_follows_a_denial_of_how_somebody_is_taken_is_comment() -> None:
    told = Told("When Holt praised the pact, she wasn't choosing it. She was keeping a door open.")

    assert [one.status for one in assertions_of(told)] == [Status.NEGATED, Status.OPINION]


def test_what_follows_the_denial_of_an_event_is_reported() -> None:
    told = Told("The two sides did not meet. They were speaking by telephone.")

    assert [one.status for one in assertions_of(told)] == [Status.NEGATED, Status.HAPPENED]


def test_labelled_misreadings_assert_nothing_until_the_next_heading() -> None:
    told = Told(
        "Mistake 1: “Holt left in anger”\nHolt left on time.\n“The pact is dead”\nThe pact was signed.\n"
        "After the Storm\nThe crew waited."
    )
    statuses = [one.status for one in assertions_of(told)]

    assert (statuses[0], statuses[2]) == (Status.NONE, Status.NONE)
    assert (statuses[1], statuses[3], statuses[5]) == (Status.HAPPENED, Status.HAPPENED, Status.HAPPENED)


@pytest.mark.parametrize("text", ["Clout fades.", "The ploy backfired.", "The blockade bites."])
def test_a_sentence_of_the_body_asserts_something_even_with_an_unknown_verb(text: str) -> None:
    (assertion,) = assertions_of(Told(text))

    assert assertion.status is not Status.NONE


def test_headings_that_quote_a_misreading_assert_nothing() -> None:
    told = Told(
        "What People Get Wrong\n“Holt is choosing a side”\nHolt keeps to the middle, as she always has."
    )

    assert [one.status for one in assertions_of(told)][:2] == [Status.NONE, Status.NONE]


def test_told_are_the_words_that_show_the_status() -> None:
    told = Told("Lind is set to visit Lima.")
    (assertion,) = assertions_of(told)

    assert assertion.told is not None
    assert assertion.told.cut(told.article.text) == "set to visit"
    assert assertion.tense is Tense.FUTURE


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Analysts say the truce will hold.", VoiceKind.UNNAMED, "Analysts"),
        ("The truce will hold, according to officials.", VoiceKind.UNNAMED, "officials"),
        ("It is believed that the envoy left.", VoiceKind.AGENTLESS, "It is believed"),
        ("The port is seen as the key.", VoiceKind.AGENTLESS, "is seen as"),
        ("The envoy left in the night.", VoiceKind.OUTLET, None),
        ("[person_Bo_Lind|Lind] said the truce would hold.", VoiceKind.NAMED, "Lind"),
    ],
)
def test_the_voice_is_who_asserts(text: str, kind: VoiceKind, words: str | None) -> None:
    told = Told(text)
    (assertion,) = assertions_of(told)
    voice = assertion.voice

    assert voice.kind is kind
    assert (voice.told.cut(told.article.text) if voice.told else None) == words


def test_a_quote_that_fills_the_sentence_gives_it_its_voice() -> None:
    told = Told("“The truce will hold through the winter,” [a|Lind] said.")
    content = Span(1, 40)
    basis = Basis((told.article.evidence(content),), MAKER)
    quote = Quote(
        content, told.labels["a"], None, QuoteKind.DIRECT, "Bo Lind", ActorId("person:bo-lind"), basis
    )
    (assertion,) = assertions(told.article, told.parse, (), (), (quote,))

    assert assertion.voice.kind is VoiceKind.NAMED
    assert assertion.voice.actor == "person:bo-lind"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=160))
def test_any_text_is_read_and_every_span_cuts_back(text: str) -> None:
    told = Told(text.replace("[", "("))
    made = assertions_of(told)

    assert len(made) == len(told.parse.sentences)
    for assertion in made:
        for span in (assertion.told, assertion.voice.told):
            assert span is None or span.cut(told.article.text)


def test_a_comment_whose_verb_is_the_last_word_is_read_without_an_error() -> None:
    assert (
        len(
            list(
                assertions_of(
                    Told("Risks for Oslo:\n• A fishing and ferry-traffic anchor\n• Doubts on fisheries grow")
                )
            )
        )
        > 0
    )
