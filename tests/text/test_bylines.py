"""Bylines, dates and rights lines: who, when, where; and what only looks like them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ontology.page_words import page_words
from dragoman.text.bylines import (
    Told,
    author_names,
    bare_names,
    byline_names,
    published_from,
    published_in,
    read_lines,
    split_names,
)
from dragoman.text.page_phrases import compile_phrases
from dragoman.types import Published

PHRASES = compile_phrases(page_words())


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("Post by : Sana", ("Sana",)),
        ("Posted By: Ann Lee", ("Ann Lee",)),
        ("By Ann Lee and Bo Chen", ("Ann Lee", "Bo Chen")),
        ("By ANN LEE, Bo Chen & Cy Do", ("Ann Lee", "Bo Chen", "Cy Do")),
        ("By Ann Lee, Associated Press", ("Ann Lee",)),
        ("By Ann Lee in Oslo", ("Ann Lee",)),
        ("By Ann Lee | Staff Writer", ("Ann Lee",)),
        ("By Ann Lee - January 12, 2026", ("Ann Lee",)),
        ("By Ann Lee | Published: 12 January 2026 | 5 min read", ("Ann Lee",)),
        ("Written by Maria del Carmen Ruiz, Foreign Editor", ("Maria del Carmen Ruiz",)),
        ("*By Seán O’Dowd*", ("Seán O'Dowd",)),
        ("By Reuters", ()),
        ("By Diplomatic Correspondent", ()),
        ("Author: admin", ()),
        ("By Tuesday", ()),
        ("By Land or by Sea", ()),
        ("By the time the envoys met", ()),
        ("Bystanders Watch", ()),
    ],
)
def test_a_byline_names_people(line: str, names: tuple[str, ...]) -> None:
    assert byline_names(line, PHRASES) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Lee", ("Ann Lee",)),
        ("Ann Lee and Bo Chen", ("Ann Lee", "Bo Chen")),
        ("Ann Lee, Energy Editor", ("Ann Lee",)),
        ("World News", ()),
        ("Foreign Desk", ()),
        ("Talks Resume in Oslo", ()),
        ("Ann Lee said so", ()),
    ],
)
def test_names_alone_are_known_as_such(line: str, names: tuple[str, ...]) -> None:
    assert bare_names(line, PHRASES) == names


def test_outlets_and_places_are_no_authors() -> None:
    assert author_names("Ann Lee, Bo Chen and Cy Do, Northern Courier, Oslo", PHRASES) == (
        "Ann Lee",
        "Bo Chen",
        "Cy Do",
    )


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        (("Ann Lee, Bo Chen",), ("Ann Lee", "Bo Chen")),
        (("Lee, Ann",), ("Ann Lee",)),
        (("By Ann Lee and Bo Chen",), ("Ann Lee", "Bo Chen")),
        (("Ann Lee", "Ann Lee", "Newsroom"), ("Ann Lee", "Newsroom")),
        (("Ann Lee (Oslo); bo@courier.example",), ("Ann Lee",)),
        (("", "--"), ()),
    ],
)
def test_fields_for_machines_are_split(fields: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert split_names(fields) == names


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Jan. 12, 2026 3:31 p.m. 105", "2026-01-12T15:31"),
        ("Published: 12 January 2026 at 15:31 GMT+9", "2026-01-12T15:31+09:00"),
        ("3:31 PM EST, Mon January 12, 2026", "2026-01-12T15:31"),
        ("Monday, January 12th, 2026", "2026-01-12"),
        ("12-Jan-2026", "2026-01-12"),
        ("2026-01-12T15:31:00Z", "2026-01-12T15:31+00:00"),
        ("2026/01/12 00:05", "2026-01-12T00:05"),
        ("12.01.2026 09.15 Uhr", "2026-01-12T09:15"),
        ("25/12/2026", "2026-12-25"),
        ("12/25/2026", "2026-12-25"),
        ("12 a.m., 1 May 2026", "2026-05-01"),
        ("12:00 a.m., 1 May 2026", "2026-05-01T00:00"),
        ("12 Jan 2026, 25:61", "2026-01-12"),
        ("12 Jan 2026 · 1204 views", "2026-01-12"),
    ],
)
def test_a_date_is_read_to_the_minute_where_told(line: str, iso: str) -> None:
    assert published_in(line, PHRASES) == Published(date.fromisoformat(iso[:10]), iso)


@pytest.mark.parametrize(
    "line",
    [
        "05/06/2026",
        "30 February 2026",
        "12 January",
        "January 2026",
        "12 May 1889",
        "1.2.3.2026",
        "2026-13-01",
        "",
    ],
)
def test_an_open_or_impossible_date_is_none(line: str) -> None:
    assert published_in(line, PHRASES) is None


@pytest.mark.parametrize(
    ("told", "iso"),
    [
        ("2018-06-02", "2018-06-02"),
        ("20180602", "2018-06-02"),
        ("2024-05-03 15:47:42.389000+00:00", "2024-05-03T15:47:42+00:00"),
        ("2024-05-03T15:47Z", "2024-05-03T15:47+00:00"),
        ("2024-05-03T23:30:00+09:00", "2024-05-03T23:30+09:00"),
        ("Mon, 12 Jan 2026 10:00:00 GMT", "2026-01-12T10:00+00:00"),
        ("12 January 2026", "2026-01-12"),
    ],
)
def test_a_date_field_is_read_in_the_zone_it_tells(told: str, iso: str) -> None:
    assert published_from(told, PHRASES) == Published(date.fromisoformat(iso[:10]), iso)


@pytest.mark.parametrize(
    "told", ["", "9999-01-01", "0000-00-00", "2026-02-30", "+9999", "1768200000", "9" * 100_000, "soon"]
)
def test_a_bad_date_field_is_none(told: str) -> None:
    assert published_from(told, PHRASES) is None


@given(st.text(st.sampled_from("0123456789-/.: TZ+JanMayp,"), max_size=40))
def test_no_date_raises(told: str) -> None:
    published_in(told, PHRASES)
    published_from(told, PHRASES)


def test_the_first_date_outranks_an_update_and_a_signed_post_is_no_date() -> None:
    lines = [
        "Updated 14 May 2026 10:00",
        "— Ann Lee (@annlee) May 1, 2026",
        "Published 13 May 2026 09:00",
        "By Ann Lee",
    ]

    assert read_lines(lines, PHRASES) == Told(("Ann Lee",), Published(date(2026, 5, 13), "2026-05-13T09:00"))
