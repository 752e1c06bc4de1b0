"""Stretches of days on the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import timex_calendar as calendar
from dragoman.text.timex_words import DAY, DECADE, MONTH, QUARTER, WEEK, YEAR
from dragoman.types import Precision


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1961, date(1961, 4, 2)),
        (2000, date(2000, 4, 23)),
        (2024, date(2024, 3, 31)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_falls_on_the_known_days(year: int, day: date) -> None:
    assert calendar.easter(year) == day


def test_thanksgiving_is_the_fourth_thursday_of_november() -> None:
    assert calendar.thanksgiving(2025) == date(2025, 11, 27)


def test_weeks_run_from_monday_over_the_turn_of_the_year() -> None:
    week = calendar.week(date(2026, 1, 1))

    assert week == calendar.Period("2026-W01", date(2025, 12, 29), date(2026, 1, 5), Precision.WEEK)


def test_months_and_quarters_run_into_other_years() -> None:
    month, quarter = calendar.month(2026, 0), calendar.quarter(2026, 5)

    assert month is not None
    assert quarter is not None
    assert (month.value, quarter.value) == ("2025-12", "2027-Q1")


def test_january_belongs_to_the_winter_of_the_year_before() -> None:
    assert calendar.season_of(date(2026, 1, 12)) == (2025, 4)
    assert calendar.season_of(date(2026, 3, 1)) == (2026, 1)


@given(
    st.dates(),
    st.sampled_from((DAY, WEEK, MONTH, QUARTER, YEAR, DECADE)),
    st.integers(-(10**7), 10**7),
)
def test_a_unit_has_days_or_is_past_the_ends_of_the_calendar(day: date, unit: int, steps: int) -> None:
    period = calendar.unit_at(day, unit, steps)

    if period is not None:
        assert period.start is not None
        assert period.end is not None
        assert period.start < period.end


@given(st.dates(), st.sampled_from((DAY, WEEK, MONTH, QUARTER, YEAR)))
def test_the_unit_of_a_day_holds_the_day(day: date, unit: int) -> None:
    period = calendar.unit_at(day, unit, 0)

    if period is not None and period.start and period.end:
        assert period.start <= day < period.end


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(("early", "mid", "late", "start", "end"))
)
def test_a_part_lies_in_its_period(day: date, edge: str) -> None:
    whole = calendar.month(day.year, day.month)
    assert whole is not None

    part = calendar.narrowed(whole, edge)

    assert part.value == whole.value
    assert part.precision is Precision.VAGUE
    assert whole.start is not None
    assert part.start is not None
    assert part.end is not None
    assert whole.end is not None
    assert whole.start <= part.start < part.end <= whole.end
