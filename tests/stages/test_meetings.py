"""The stage of meetings, on invented reports with their events made by hand."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.types import Meeting, MeetingFormat, Precision, Status, VisitRank
from stages.meeting_reports import HELD, HOLT, LIND, MORO, PLAN, VANE, Report, Told, days, reordered

TUESDAY = days("2026-01-13")
PAIR = (HOLT, LIND)


def start(meeting: Meeting) -> str | None:
    return meeting.when.start.isoformat() if meeting.when else None


def preview(name: str = "a", published: str | None = "2026-01-12") -> Report:
    """Return a report of a coming meeting of Holt and Lind in Bergen."""
    return Report(name, published).tells(
        "Ana Holt will meet Bo Lind in Bergen on Tuesday.", "meet", among=PAIR, when=TUESDAY, where="Bergen"
    )


def test_two_reports_of_one_meeting_are_one_with_its_life() -> None:
    after = Report("b", "2026-01-14").tells(
        "Ana Holt met Bo Lind on Tuesday.", "met", status=HELD, among=PAIR, when=TUESDAY
    )
    meeting = Told(preview(), after).one(*PAIR)

    assert [step.status for step in meeting.steps] == [PLAN, HELD]
    assert (meeting.status, start(meeting), meeting.texts, meeting.origins) == (HELD, "2026-01-13", 2, 2)
    assert meeting.where is not None
    assert meeting.where.name == "Bergen"


def test_an_older_plan_does_not_outweigh_that_it_was_held() -> None:
    after = Report("a", "2026-01-14").tells(
        "Ana Holt met Bo Lind on Tuesday.", "met", status=HELD, among=PAIR, when=TUESDAY
    )
    assert Told(preview("b"), preview("c"), preview("d"), after).one(*PAIR).status is HELD


def test_a_return_visit_is_another_visit() -> None:
    report = (
        Report("a")
        .tells("Ana Holt travels to Sweden.", "travels", guest=HOLT, host="Sweden", where="Malmo")
        .tells("Bo Lind is to visit Norway.", "visit", guest=LIND, host="Norway", where="Oslo")
    )
    there, back = (
        Told(report).all(HOLT, "Sweden", kind="visit"),
        Told(report).all(LIND, "Norway", kind="visit"),
    )
    assert len(there) == len(back) == 1


def test_ministers_and_leaders_of_the_same_states_are_two_meetings() -> None:
    report = preview().tells("Dee Vane will meet Bo Lind.", "meet", among=(VANE, LIND))
    told = Told(report)
    assert {len(told.all(HOLT, LIND)), len(told.all(VANE, LIND))} == {1}


def test_a_meeting_of_three_is_not_one_of_two_of_them() -> None:
    report = preview().tells(
        "Ana Holt, Bo Lind and Cy Moro will meet in Rome.",
        "meet",
        among=(HOLT, LIND, MORO),
        where="Rome",
        form=MeetingFormat.TRILATERAL,
    )
    told = Told(report)
    assert told.one(*PAIR).where != told.one(HOLT, LIND, MORO).where


def test_an_earlier_meeting_told_as_backdrop_stays_apart() -> None:
    report = preview().tells(
        "Ana Holt and Bo Lind met in Rome in June.",
        "met",
        status=HELD,
        among=PAIR,
        where="Rome",
        when=days("2025-06-01", "2025-06-30", Precision.MONTH),
    )
    coming, backdrop = sorted(Told(report).all(*PAIR), key=lambda m: m.status is HELD)

    assert (coming.status, start(coming)) == (PLAN, "2026-01-13")
    assert (backdrop.status, start(backdrop)) == (HELD, "2025-06-01")


def test_a_backdrop_with_no_day_is_told_by_its_words() -> None:
    report = preview().tells(
        "Ana Holt and Bo Lind last met under another government.", "met", status=HELD, among=PAIR
    )
    assert {m.status for m in Told(report).all(*PAIR)} == {PLAN, HELD}


def test_an_anniversary_is_no_new_day_of_the_meeting() -> None:
    report = preview().tells(
        "Bo Lind and Ana Holt met in 1996.",
        "met",
        status=HELD,
        among=PAIR,
        when=days("1996-01-01", "1996-12-31", Precision.YEAR),
    )
    assert [start(m) for m in Told(report).all(*PAIR)] == ["1996-01-01", "2026-01-13"]


def test_a_next_meeting_announced_by_a_report_of_one_that_was_held_is_another() -> None:
    report = (
        Report("a", "2026-01-14")
        .tells("Ana Holt met Bo Lind on Tuesday.", "met", status=HELD, among=PAIR, when=TUESDAY)
        .tells("Ana Holt and Bo Lind will meet again.", "meet", among=PAIR)
    )
    assert {m.status: start(m) for m in Told(report).all(*PAIR)} == {HELD: "2026-01-13", PLAN: None}


def test_a_tense_misread_in_one_sentence_makes_no_second_meeting() -> None:
    report = preview().tells("The Holt summit draws protest.", "summit", status=HELD, among=PAIR)
    assert Told(report).one(*PAIR).status is PLAN


def test_what_a_report_tells_as_over_cannot_lie_after_its_day() -> None:
    report = Report("a", "2026-01-12").tells(
        "Ana Holt hosts Bo Lind in talks on Tuesday.", "talks", status=HELD, among=PAIR, when=TUESDAY
    )
    assert Told(report).one(*PAIR).status is PLAN


def test_a_plan_for_a_day_that_has_passed_is_no_plan() -> None:
    report = Report("a", "2026-01-16").tells(
        "Ana Holt to meet Bo Lind on Tuesday.", "meet", among=PAIR, when=TUESDAY
    )
    assert Told(report).one(*PAIR).status is HELD


def test_a_plan_of_old_does_not_say_that_it_came_about() -> None:
    report = Report("a", "2026-01-16").tells(
        "A meeting of Ana Holt and Bo Lind had been planned for Tuesday.",
        "meeting",
        among=PAIR,
        when=TUESDAY,
        told="had been planned",
    )
    assert Told(report).one(*PAIR).status is PLAN


def test_a_postponed_meeting_and_the_later_one_are_two_with_the_status_each() -> None:
    off = Report("b", "2026-01-13").tells(
        "Ana Holt postponed her meeting with Bo Lind.", "meeting", status=Status.POSTPONED, among=PAIR
    )
    later = Report("c", "2026-06-19").tells(
        "Ana Holt met Bo Lind on Thursday.", "met", status=HELD, among=PAIR, when=days("2026-06-18")
    )
    told = Told(preview(), off, later).all(*PAIR)
    assert {start(m): m.status for m in told} == {"2026-01-13": Status.POSTPONED, "2026-06-18": HELD}


def test_talks_are_put_off_with_the_trip_they_were_to_be_on() -> None:
    report = (
        Report("a", "2026-01-12")
        .tells("Ana Holt was to meet Bo Lind on Tuesday.", "meet", among=PAIR, when=TUESDAY)
        .tells("The trip is postponed.", "trip", status=Status.POSTPONED, kind="visit")
    )
    assert Told(report).one(*PAIR).status is Status.POSTPONED


def test_what_is_told_as_coming_long_after_a_meeting_is_another() -> None:
    later = Report("b", "2026-04-01").tells("Ana Holt is to meet Bo Lind.", "meet", among=PAIR)
    assert [start(m) for m in Told(preview(), later).all(*PAIR)] == ["2026-01-13", None]


def test_a_cancelled_meeting_is_not_the_brief_one_that_was_held() -> None:
    off = Report("a", "2026-01-12").tells(
        "Ana Holt cancelled a meeting with Bo Lind.", "meeting", status=Status.CANCELLED, among=PAIR
    )
    held = Report("b", "2026-01-12").tells(
        "Ana Holt met Bo Lind on the sidelines.", "met", status=HELD, among=PAIR, form=MeetingFormat.SIDELINES
    )
    assert {m.status for m in Told(off, held).all(*PAIR)} == {Status.CANCELLED, HELD}


def test_a_mention_with_one_side_goes_to_the_meeting_of_its_report() -> None:
    report = (
        Report("a")
        .tells("Ana Holt will visit Sweden.", "visit", guest=HOLT, host="Sweden")
        .tells("The visit of Ana Holt lasts two days.", "visit", guest=HOLT, length=2)
    )
    other = Report("b").tells("Ana Holt was in Italy.", "was", status=HELD, guest=HOLT, host="Italy")
    told = Told(report, other)

    assert told.one(HOLT, "Sweden", kind="visit").protocol.days == 2
    assert told.one(HOLT, "Italy", kind="visit").protocol.days is None


@pytest.mark.parametrize(
    ("sentence", "word"),
    [("A meeting in Rome is likelier than not.", "meeting"), ("Such a summit in Rome may help.", "summit")],
)
def test_a_meeting_nobody_spoke_of_before_is_not_the_one_of_the_report(sentence: str, word: str) -> None:
    report = Report("a").tells("Ana Holt will meet Bo Lind.", "meet", among=PAIR)
    assert Told(report.tells(sentence, word, where="Rome")).one(*PAIR).where is None


def test_rank_and_length_stay_with_their_visit() -> None:
    report = (
        Report("a")
        .tells(
            "Ana Holt made a state visit of four days to Italy.",
            "visit",
            status=HELD,
            guest=HOLT,
            host="Italy",
            length=4,
            rank=VisitRank.STATE,
        )
        .tells("Her two-day visit to Sweden follows.", "visit", guest=HOLT, host="Sweden", length=2)
    )
    italy = Told(report).one(HOLT, "Italy", kind="visit").protocol
    sweden = Told(report).one(HOLT, "Sweden", kind="visit").protocol

    assert (italy.rank, italy.days) == (VisitRank.STATE, 4)
    assert (sweden.rank, sweden.days) == (VisitRank.UNSTATED, 2)


def test_visits_to_two_states_in_one_word_make_no_visit_of_three() -> None:
    told = Report("a").tells("Ana Holt will visit Sweden.", "visit", guest=HOLT, host="Sweden")
    both = told.tells("Her visits to Sweden and Italy matter.", "visits", guest=HOLT, host="Sweden")
    assert [{p.name for p in m.participants} for m in Told(both).meetings] == [{HOLT, "Sweden"}]


def test_a_visit_is_never_placed_at_the_home_of_those_who_announce_it() -> None:
    report = (
        Report("a")
        .tells("Ana Holt will visit Sweden.", "visit", guest=HOLT, host="Sweden", where="Sweden")
        .tells("Oslo confirmed the visit.", "visit", guest=HOLT, host="Sweden", where="Oslo")
        .tells("Oslo spoke of the visit again.", "visit", guest=HOLT, host="Sweden", where="Oslo")
    )
    where = Told(report).one(HOLT, "Sweden", kind="visit").where
    assert where is not None
    assert where.name == "Sweden"


def test_a_town_stands_before_its_state() -> None:
    state = Report("b").tells(
        "Bo Lind meets Ana Holt in Norway on Tuesday.", "meets", among=PAIR, when=TUESDAY, where="Norway"
    )
    where = Told(preview(), state).one(*PAIR).where
    assert where is not None
    assert where.name == "Bergen"


def test_a_state_stands_only_where_no_person_stands_for_it() -> None:
    states = Report("b").tells(
        "Norway and Sweden meet on Tuesday.", "meet", among=("Norway", "Sweden"), when=TUESDAY
    )
    assert [p.name for p in Told(preview(), states).one(*PAIR).participants] == [HOLT, LIND]


def test_a_meeting_in_a_visit_has_its_day_and_place() -> None:
    report = (
        Report("a")
        .tells(
            "Ana Holt will visit Malmo on Tuesday.",
            "visit",
            guest=HOLT,
            host="Sweden",
            when=TUESDAY,
            where="Malmo",
        )
        .tells("She will hold talks with Bo Lind.", "talks", among=PAIR)
    )
    meeting = Told(report).one(*PAIR)

    assert start(meeting) == "2026-01-13"
    assert meeting.where is not None
    assert meeting.where.name == "Malmo"
    assert len(meeting.basis.evidence) == 2


def test_a_visit_is_not_over_before_the_talks_in_it() -> None:
    report = (
        Report("a")
        .tells("Ana Holt meets Bo Lind in Malmo on Tuesday.", "meets", among=PAIR, when=TUESDAY)
        .tells("Her visit to Sweden lasts two days.", "visit", status=HELD, guest=HOLT, host="Sweden")
    )
    assert Told(report).one(HOLT, "Sweden", kind="visit").status is PLAN


def test_a_day_nobody_tells_is_not_the_day_of_publication() -> None:
    report = Report("a").tells("Ana Holt will meet Bo Lind.", "meet", among=PAIR)
    assert Told(report).one(*PAIR).when is None


def test_the_first_to_last_day_of_a_visit_stands_before_one_of_them() -> None:
    report = (
        Report("a")
        .tells("Ana Holt arrives on Tuesday.", "arrives", guest=HOLT, host="Sweden", when=TUESDAY)
        .tells(
            "The visit of 13 and 14 January is her first.",
            "visit",
            guest=HOLT,
            host="Sweden",
            when=days("2026-01-13", "2026-01-14"),
        )
    )
    when = Told(report).one(HOLT, "Sweden", kind="visit").when
    assert when is not None
    assert when.days == 2


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_meetings_do_not_depend_on_the_order_of_events(order: tuple[int, ...]) -> None:
    reports = (
        preview("a"),
        Report("b", "2026-01-14")
        .tells("Ana Holt met Bo Lind on Tuesday.", "met", status=HELD, among=PAIR, when=TUESDAY)
        .tells("Cy Moro will visit Norway.", "visit", guest=MORO, host="Norway", where="Oslo"),
        Report("c").tells("Norway and Sweden will meet.", "meet", among=("Norway", "Sweden")),
    )
    told = Told(*reports)
    shuffled = reordered(told)
    shuffled.events = tuple(event for n in order for event in told.events if event.basis.article == "abc"[n])
    assert shuffled.meetings == told.meetings


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from((PAIR, (HOLT, MORO), (VANE, LIND), ("Norway", "Sweden"), (HOLT,))),
            st.sampled_from((PLAN, HELD, Status.CANCELLED, Status.POSTPONED)),
            st.sampled_from((None, TUESDAY, days("2026-01-05"), days("2026-02-01", "2026-02-28"))),
            st.sampled_from((None, "Bergen", "Malmo", "Norway")),
            st.sampled_from("abc"),
        ),
        max_size=9,
    )
)
def test_every_meeting_has_two_parties_steps_with_evidence_and_no_day_of_its_own_making(
    told: list[tuple],
) -> None:
    reports = {name: Report(name) for name in "abc"}
    for among, status, when, where, name in told:
        reports[name].tells(
            "Ana Holt, Bo Lind met.", "met", among=among, status=status, when=when, where=where
        )
        reports[name].says("Nothing more was said.")
    story = Told(*(report.says("The end.") for report in reports.values()))
    made = story.meetings

    whens = {when for _, _, when, _, _ in told}
    assert all(len(m.participants) >= 2 and m.steps and m.when in whens | {None} for m in made)
    assert all(piece.article == step.article for m in made for step in m.steps for piece in step.evidence)
    assert reordered(story).meetings == made
