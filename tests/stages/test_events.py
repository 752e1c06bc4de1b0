"""The stage of events, on invented texts with their names and times marked by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import Told, assertions_of
from dragoman.stages.events import events
from dragoman.types import Event, MeetingFormat, RoleName, Status, Tense, VisitRank

GOLDEN = Path(__file__).parents[1] / "golden" / "events.txt"


def found(told: Told) -> tuple[Event, ...]:
    return tuple(events(told.article, told.parse, told.times, told.mentions, told.links, assertions_of(told)))


def cases() -> Iterator[tuple[str, list[str]]]:
    text: str | None = None
    wanted: list[str] = []
    for line in GOLDEN.read_text("utf-8").splitlines():
        if line.startswith("    "):
            wanted.append(line.strip())
        elif line and not line.startswith("#"):
            if text is not None:
                yield text, wanted
            text, wanted = line, []
    if text is not None:
        yield text, wanted


def shown(event: Event) -> str:
    parts = [str(event.kind), event.status.value, *(f"{role.role.value}={role.name}" for role in event.roles)]
    if event.when:
        parts.append(f"when={event.when.start.isoformat()}")
    if event.where:
        parts.append(f"where={event.where.name}/{event.where.state}")
    if event.protocol:
        if event.protocol.format:
            parts.append(f"format={event.protocol.format.value}")
        if event.protocol.rank is not VisitRank.UNSTATED:
            parts.append(f"rank={event.protocol.rank.value}")
        if event.protocol.days:
            parts.append(f"days={event.protocol.days}")
    return " ".join(parts)


@pytest.mark.parametrize(("text", "wanted"), list(cases()))
def test_events_are_read_as_the_golden_file_says(text: str, wanted: list[str]) -> None:
    assert [shown(event) for event in found(Told(text))] == wanted


def test_events_are_found_in_sentences_that_the_model_has_not_read() -> None:
    told = Told("[person_Ana_Holt|Ana Holt] met [person_Bo_Lind|Bo Lind].")
    told.parse = replace(told.parse, readings=())

    assert [shown(event) for event in found(told)] == [
        "meeting happened participant=Ana Holt participant=Bo Lind format=bilateral"
    ]


def test_the_summit_takes_parties_and_status_from_the_meeting_told_before() -> None:
    told = Told(
        "[person_Ana_Holt|Holt] is set to hold a summit with [person_Bo_Lind|Lind].\n"
        "The summit reflects a thaw between old rivals."
    )
    first, second = found(told)

    assert [role.name for role in second.roles] == [role.name for role in first.roles]
    assert second.status is Status.PLANNED
    assert len(second.basis.evidence) == 2


def test_a_headline_worded_as_ahead_is_over_when_the_body_says_so() -> None:
    told = Told(
        "Norway's [person_Bo_Lind|Lind] to Host [person_Ana_Holt|Holt]\n"
        "[person_Bo_Lind|Lind] hosted [person_Ana_Holt|Holt] in Bergen and the two parted as friends."
    )
    title, body = found(told)

    assert body.status is Status.HAPPENED
    assert title.status is Status.HAPPENED


def test_a_headline_worded_as_ahead_stays_ahead_when_the_body_does_not_tell() -> None:
    told = Told(
        "Norway's [person_Bo_Lind|Lind] to Host [person_Ana_Holt|Holt]\nNothing more is known so far."
    )

    assert [event.status for event in found(told)] == [Status.PLANNED]


def test_a_possible_attack_inside_a_remark_is_hypothetical() -> None:
    told = Told(
        "Holt said that an attack by [state_NOR|Norway] on [state_PER|Peru] could be a breach of the pact."
    )
    (event,) = found(told)

    assert event.status is Status.HYPOTHETICAL
    assert [(role.role, role.name) for role in event.roles] == [
        (RoleName.ACTOR, "NOR"),
        (RoleName.RECIPIENT, "PER"),
    ]


def test_events_under_a_condition_in_a_list_are_hypothetical() -> None:
    told = Told("If he fails:\n• [person_Ana_Holt|Holt] meets [person_Bo_Lind|Lind] alone.")

    assert [event.status for event in found(told)] == [Status.HYPOTHETICAL]


def test_a_present_tense_with_a_day_to_come_is_a_plan() -> None:
    told = Told("[person_Ana_Holt|Holt] meets [person_Bo_Lind|Lind] on [time_20260113|Tuesday].")
    (event,) = found(told)

    assert (event.status, event.tense) == (Status.PLANNED, Tense.FUTURE)


def test_meeting_a_target_is_no_meeting() -> None:
    assert found(Told("[state_NOR|Norway] is meeting its targets for fish.")) == ()


def test_two_leaders_are_those_of_the_last_meeting() -> None:
    told = Told(
        "[person_Ana_Holt|Holt] met [person_Bo_Lind|Lind] on Friday.\n"
        "The two leaders agreed to meet again in spring."
    )
    last = found(told)[-1]

    assert [role.name for role in last.roles] == ["Ana Holt", "Bo Lind"]
    assert last.status is Status.PLANNED


def test_the_number_of_sides_gives_the_format() -> None:
    told = Told("[state_NOR|Norway], [state_PER|Peru] and [state_KEN|Kenya] held talks.")
    (event,) = found(told)

    assert event.protocol is not None
    assert event.protocol.format is MeetingFormat.TRILATERAL


def test_two_visits_told_in_one_word_are_two_events_with_their_own_status() -> None:
    told = Told(
        "[person_Ana_Holt|Holt] visited [state_PER|Peru] last week.\n"
        "[person_Ana_Holt|Holt] will visit [state_KEN|Kenya].\n"
        "[person_Ana_Holt|Holt]’s visits to [state_PER|Peru] and [state_KEN|Kenya] show her line."
    )
    peru, kenya = found(told)[-2:]

    assert [role.name for role in peru.roles] == ["Ana Holt", "PER"]
    assert [role.name for role in kenya.roles] == ["Ana Holt", "KEN"]
    assert (peru.status, kenya.status) == (Status.HAPPENED, Status.PLANNED)


def test_talks_during_a_visit_have_the_day_of_the_visit() -> None:
    told = Told(
        "[person_Ana_Holt|Holt] will visit [state_PER|Peru] on [time_20260120|20 January].\n"
        "[person_Ana_Holt|Holt] will hold talks with [person_Bo_Lind|Lind] during her visit."
    )
    talks = next(event for event in found(told) if event.kind == "meeting")

    assert talks.when is not None
    assert talks.when.start.isoformat() == "2026-01-20"
    assert talks.where is not None
    assert talks.where.state == "PER"


WORDS = st.sampled_from(
    "met Holt , . will the summit visit to not if ? “ ” with and between said talks Norland's had —".split()
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=25).map(" ".join)))
def test_any_text_is_read_and_every_span_cuts_back(text: str) -> None:
    told = Told(text.replace("[", "("))
    for event in found(told):
        for span in (event.trigger, *(role.told for role in event.roles)):
            assert span.cut(told.article.text)
        if event.told:
            assert event.told.cut(told.article.text)


def test_talks_lie_ahead_with_the_visit_they_are_held_on() -> None:
    told = Told(
        "[person_Ana_Holt|Ana Holt] travels to [state_PER|Peru] for a summit with [person_Bo_Lind|Bo Lind] "
        "on [time_20260120|20 January]."
    )

    assert [event.status for event in found(told)] == [Status.PLANNED, Status.PLANNED]


def test_a_day_ahead_has_not_happened() -> None:
    told = Told(
        "The summit of [person_Ana_Holt|Holt] and [person_Bo_Lind|Lind] "
        "takes place on [time_20260115|Thursday]."
    )
    (event,) = found(told)

    assert event.status is Status.PLANNED
    assert event.tense is Tense.FUTURE


def test_a_plan_that_came_to_nothing_is_postponed_where_the_text_puts_it_off() -> None:
    told = Told(
        "[person_Ana_Holt|Holt] was to have met [person_Bo_Lind|Lind].\n"
        "[person_Ana_Holt|Holt]’s visit to [state_PER|Peru] was postponed."
    )
    first, second = found(told)

    assert first.status is Status.POSTPONED
    assert second.status is Status.POSTPONED


def test_talks_of_others_are_not_the_meeting_told_before() -> None:
    told = Told(
        "[person_Ana_Holt|Holt] will meet [person_Bo_Lind|Lind].\n"
        "The ministries said that they would begin talks about fish."
    )

    assert len(found(told)) == 1


def test_she_is_a_woman_where_the_table_knows_who_is_one() -> None:
    told = Told(
        "[person_Giorgia_Meloni|Giorgia Meloni] was there.\n"
        "[person_Friedrich_Merz|Friedrich Merz] was there too.\n"
        "She will visit [state_PER|Peru]."
    )
    (event,) = found(told)

    assert [role.name for role in event.roles] == ["Giorgia Meloni", "PER"]


def test_an_office_means_its_holder_whom_the_article_names() -> None:
    told = Told(
        "[person_Emmanuel_Macron|Emmanuel Macron] was there.\n"
        "The [state_FRA|French] president met [person_Ana_Holt|Ana Holt]."
    )
    (event,) = found(told)

    assert [role.name for role in event.roles] == ["Emmanuel Macron", "Ana Holt"]


def test_the_talks_last_told_take_their_pair_and_are_held_however_long_was_planned() -> None:
    told = Told(
        "[person_Ana_Holt|Holt] sat down with [person_Bo_Lind|Lind] in [place_a|Lima].\n"
        "The talks lasted four hours, longer than planned."
    )
    _, talks = found(told)

    assert [role.name for role in talks.roles] == ["Ana Holt", "Bo Lind"]
    assert talks.status is Status.HAPPENED


def test_that_day_and_the_afternoon_are_those_of_the_day_last_told() -> None:
    told = Told(
        "[person_Ana_Holt|Holt] came to [place_a|Lima] on [time_20260108|Thursday].\n"
        "[person_Ana_Holt|Holt] and [person_Bo_Lind|Lind] talked [time_20260112|in the afternoon].\n"
        "[person_Ana_Holt|Holt]’s talks with [person_Cy_Do|Cy Do] that day lasted an hour."
    )
    days = [event.when.start.isoformat() for event in found(told) if event.when and len(event.roles) > 1]

    assert days == ["2026-01-08", "2026-01-08"]


def test_the_presidents_are_never_two_ministers() -> None:
    told = Told(
        "[person_Marco_Rubio|Marco Rubio] met [person_Wang_Yi|Wang Yi] in [place_a|Rome].\n"
        "The two presidents would meet soon.",
        published=date(2026, 4, 15),
    )

    assert len(found(told)) == 1


def test_lunch_with_both_men_is_two_meetings_of_two() -> None:
    told = Told(
        "[person_Ana_Holt|Holt] met [person_Bo_Lind|Lind] in [place_a|Lima].\n"
        "[person_Cy_Kerr|Cy Kerr] had lunch with both men separately."
    )
    pairs = [[role.name for role in event.roles] for event in found(told)[1:]]

    assert pairs == [["Cy Kerr", "Ana Holt"], ["Cy Kerr", "Bo Lind"]]


def test_what_would_be_is_dated_ahead_of_the_report() -> None:
    told = Told(
        "[person_Ana_Holt|Holt] said that she and [person_Bo_Lind|Lind] "
        "would meet on [time_20250520|20 May].",
        published=date(2026, 4, 15),
    )
    (event,) = found(told)

    assert event.when is not None
    assert event.when.start == date(2026, 5, 20)
    assert event.status is Status.PLANNED
