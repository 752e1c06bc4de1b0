"""The stage of claims, on invented reports: what contradicts what, and what only looks so."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.types import Agreement, Precision, Status
from stages.meeting_reports import HELD, HOLT, LIND, MORO, PLAN, Report, Told, days, reordered

PAIR = (HOLT, LIND)
ORDER = (
    Agreement.CONFLICT,
    Agreement.PRECISION,
    Agreement.TIME_OF_WRITING,
    Agreement.SCOPE,
    Agreement.AGREE,
    Agreement.ONLY_ONE,
)


def meets(
    name: str,
    day: str | None,
    where: str | None = "Bergen",
    status: Status = HELD,
    published: str = "2026-01-20",
) -> Report:
    """Return a report that Holt met or meets Lind on ``day``."""
    when = days(day) if day else None
    return Report(name, published).tells(
        "Ana Holt, Bo Lind: talks.", "talks", among=PAIR, status=status, when=when, where=where
    )


def test_two_days_told_of_one_held_meeting_contradict_each_other() -> None:
    claim = Told(meets("a", "2026-01-13"), meets("b", "2026-01-14")).claim("date")
    assert claim.agreement is Agreement.CONFLICT
    assert {variant.value for variant in claim.variants} == {"2026-01-13", "2026-01-14"}


def test_a_plan_that_moved_by_a_day_was_true_when_it_was_written() -> None:
    told = Told(
        meets("a", "2026-01-13", status=PLAN, published="2026-01-05"),
        meets("b", "2026-01-14", status=HELD, published="2026-01-15"),
    )
    assert told.claim("date").agreement is Agreement.TIME_OF_WRITING


def test_a_month_and_a_day_in_it_differ_in_precision() -> None:
    month = Report("b", "2026-02-02").tells(
        "Ana Holt met Bo Lind in January.",
        "met",
        status=HELD,
        among=PAIR,
        when=days("2026-01-01", "2026-01-31", Precision.MONTH),
    )
    claim = Told(meets("a", "2026-01-13"), month).claim("date")
    assert claim.agreement is Agreement.PRECISION
    assert {variant.value for variant in claim.variants} == {"2026-01", "2026-01-13"}


def test_days_and_places_of_two_meetings_are_no_conflict() -> None:
    told = Told(meets("a", "2026-01-13"), meets("b", "2025-06-03", where="Rome"))
    assert {claim.agreement for claim in told.claims} == {Agreement.ONLY_ONE}


def test_a_town_and_its_state_differ_in_precision() -> None:
    claim = Told(meets("a", "2026-01-13"), meets("b", "2026-01-13", where="Norway")).claim("place")
    assert claim.agreement is Agreement.PRECISION


def test_two_towns_told_of_one_meeting_contradict_each_other() -> None:
    claim = Told(meets("a", "2026-01-13"), meets("b", "2026-01-13", where="Oslo")).claim("place")
    assert claim.agreement is Agreement.CONFLICT


def test_a_region_and_a_town_in_it_differ_in_precision() -> None:
    told = Told(meets("a", "2026-01-13", where="Milan"), meets("b", "2026-01-13", where="Lombardy"))
    assert told.claim("place").agreement is Agreement.PRECISION


def test_two_towns_of_one_visit_are_two_legs() -> None:
    def visits(name: str, town: str) -> Report:
        return Report(name).tells(
            "Cy Moro will visit Norway.", "visit", guest=MORO, host="Norway", where=town
        )

    claim = Told(visits("a", "Bergen"), visits("b", "Oslo")).claim("place")
    assert claim.agreement is Agreement.SCOPE
    assert claim.subject == "visit of Cy Moro to Norway"


def test_planned_and_later_held_is_the_time_of_writing() -> None:
    told = Told(meets("a", "2026-01-13", status=PLAN, published="2026-01-10"), meets("b", "2026-01-13"))
    claim = told.claim("status")
    assert claim.agreement is Agreement.TIME_OF_WRITING
    assert {variant.value for variant in claim.variants} == {"planned", "held"}


def test_one_report_that_it_comes_and_one_of_that_day_that_it_does_not_are_a_conflict() -> None:
    told = Told(meets("a", None, status=Status.EXPECTED), meets("b", None, status=Status.NEGATED, where=None))
    assert told.claim("status").agreement is Agreement.CONFLICT


def test_two_words_for_a_plan_are_no_difference() -> None:
    told = Told(meets("a", None, status=PLAN), meets("b", None, status=Status.SCHEDULED))
    assert told.claim("status").agreement is Agreement.AGREE


def test_lengths_of_two_visits_have_two_scopes() -> None:
    report = (
        Report("a")
        .tells("Ana Holt spent four days in Italy.", "spent", status=HELD, guest=HOLT, host="Italy", length=4)
        .tells("She will spend two days in Sweden.", "spend", guest=HOLT, host="Sweden", length=2)
    )
    claims = [c for c in Told(report).claims if c.relation == "length" and len(c.variants) > 1]
    assert [c.agreement for c in claims] == [Agreement.SCOPE]


def test_lengths_told_of_one_visit_contradict_each_other() -> None:
    def visits(name: str, length: int) -> Report:
        return Report(name).tells(
            "Cy Moro will visit Norway.", "visit", guest=MORO, host="Norway", length=length
        )

    claim = Told(visits("a", 2), visits("b", 3)).claim("length")
    assert claim.agreement is Agreement.CONFLICT
    assert {variant.value for variant in claim.variants} == {"2 days", "3 days"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The talks of Ana Holt lasted five hours.", "Talks with Ana Holt lasted seven hours.", "conflict"),
        ("The talks of Ana Holt lasted five hours.", "Talks with Ana Holt lasted 5 hours.", "agree"),
        ("The talks of Ana Holt lasted over four hours.", "Talks with Ana Holt lasted 5 hours.", "precision"),
    ],
)
def test_counts_of_one_matter_are_compared(one: str, other: str, expected: str) -> None:
    claim = Told(Report("a").says(one), Report("b", "2026-01-13").says(other)).claim("count")
    assert claim.agreement.value == expected
    assert claim.subject == "number of hours"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The talks of Ana Holt lasted five hours.", "The flight of Ana Holt took seven hours."),
        ("The talks of Ana Holt lasted five hours.", "The talks of Cy Moro lasted seven hours."),
        ("The police said Ana Holt saw five guards.", "The police said Ana Holt saw ninety guards."),
    ],
)
def test_counts_of_two_matters_are_not_compared(one: str, other: str) -> None:
    told = Told(Report("a").says(one), Report("b").says(other))
    assert not [claim for claim in told.claims if claim.relation == "count"]


def test_a_report_with_two_numbers_of_one_thing_is_not_held_against_another() -> None:
    both = (
        Report("a").says("Talks of Ana Holt lasted five hours.").says("Talks of Ana Holt lasted six hours.")
    )
    told = Told(both, Report("b").says("Talks of Ana Holt lasted seven hours."))
    assert not [claim for claim in told.claims if claim.relation == "count"]


def test_a_count_of_people_may_have_grown_between_two_days() -> None:
    told = Told(
        Report("a", "2026-01-12").says("Sweden said floods killed 20 people in Sweden."),
        Report("b", "2026-01-13").says("Sweden said floods killed 31 people in Sweden."),
    )
    assert told.claim("count").agreement is Agreement.TIME_OF_WRITING


@pytest.mark.parametrize(("day", "expected"), [("2026-01-12", "conflict"), ("2026-02-12", "time_of_writing")])
def test_called_off_and_put_off_contradict_each_other_at_one_time(day: str, expected: str) -> None:
    told = Told(
        Report("a", "2026-01-12").says("Ana Holt cancelled a Friday news conference."),
        Report("b", day).says("Ana Holt postponed her planned news conference."),
    )
    claim = told.claim("status", "conference")
    assert (claim.agreement.value, claim.subject) == (expected, "news conference")


def test_two_things_called_off_and_put_off_are_not_compared() -> None:
    told = Told(
        Report("a").says("Ana Holt cancelled a news conference."),
        Report("b").says("Cy Moro postponed a news conference.").says("Ana Holt delayed the vote."),
    )
    assert not told.claims


def test_wordings_of_one_utterance_stand_side_by_side() -> None:
    full, part = "We have opened an old and heavy door today", "opened an old and heavy door"
    told = Told(
        Report("a").says(f"Ana Holt said: {full}."),
        Report("b").says(f"Ana Holt said they had {part}."),
        quotes=(("a", HOLT, full), ("b", HOLT, part)),
    )
    claim = told.claim("wording")
    assert claim.agreement is Agreement.PRECISION
    assert [variant.value for variant in claim.variants] == [full, part]


def test_what_one_report_quotes_in_pieces_is_one_wording() -> None:
    first, second = "The door was old and heavy", "and we opened it together"
    told = Told(
        Report("a").says(f"Ana Holt: {first} {second}."),
        Report("b").says(f"Ana Holt: {first}, he noted, {second}."),
        quotes=(("a", HOLT, f"{first} {second}"), ("b", HOLT, first), ("b", HOLT, second)),
    )
    assert told.claim("wording").agreement is Agreement.AGREE


def test_claims_name_who_is_silent() -> None:
    told = Told(meets("a", "2026-01-13"), meets("b", None, where=None), Report("c").says("Rain fell."))
    claim = told.claim("date")
    assert (claim.agreement, claim.silent) == (Agreement.ONLY_ONE, ("b", "c"))


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from((None, "2026-01-13", "2026-01-14", "2025-06-03")),
            st.sampled_from((None, "Bergen", "Oslo", "Norway", "Rome")),
            st.sampled_from((HELD, PLAN, Status.POSTPONED, Status.NEGATED)),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_every_variant_has_evidence_in_its_articles_and_differences_come_first(told: list[tuple]) -> None:
    story = Told(*(meets(f"r{n}", *fields) for n, fields in enumerate(told)))
    claims = story.claims

    for claim in claims:
        tellers = {article for variant in claim.variants for article in variant.articles}
        assert not tellers & set(claim.silent)
        assert tellers | set(claim.silent) == set(story.story.articles)
        assert all(
            {piece.article for piece in variant.evidence} == set(variant.articles)
            for variant in claim.variants
        )
        assert (claim.agreement in (Agreement.AGREE, Agreement.ONLY_ONE)) == (len(claim.variants) == 1)
    ranks = [ORDER.index(claim.agreement) for claim in claims]
    assert ranks == sorted(ranks)
    assert reordered(story).claims == claims


def _lasting(name: str, words: str) -> Report:
    return Report(name, "2026-01-20").tells(
        f"Ana Holt met Bo Lind; it lasted {words}.", "met", status=HELD, among=PAIR, when=days("2026-01-13")
    )


def test_two_lengths_of_one_meeting_contradict_each_other() -> None:
    claim = Told(_lasting("a", "two hours"), _lasting("b", "three hours")).claim("duration")
    assert claim.agreement is Agreement.CONFLICT
    assert {variant.value for variant in claim.variants} == {"two hours", "three hours"}


def test_a_length_told_roughly_differs_in_precision() -> None:
    nearly = Report("b", "2026-01-20").tells(
        "Ana Holt met Bo Lind; it lasted about two hours.",
        "met",
        status=HELD,
        among=PAIR,
        when=days("2026-01-13"),
    )
    assert Told(_lasting("a", "110 minutes"), nearly).claim("duration").agreement is Agreement.PRECISION


def test_held_and_not_held_on_one_day_are_one_meeting_in_conflict() -> None:
    missed = Report("b", "2026-01-13").tells(
        "Ana Holt was to have met Bo Lind, but the talks did not take place.",
        "met",
        among=PAIR,
        status=Status.NEGATED,
        when=days("2026-01-12"),
    )
    told = Told(meets("a", "2026-01-12", published="2026-01-13"), missed)
    assert told.claim("status").agreement is Agreement.CONFLICT
