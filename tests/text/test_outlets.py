"""Outlets: told by what such houses call themselves and by where the name stands; else there is none."""

import pytest

from dragoman.ontology.page_words import page_words
from dragoman.text.outlets import dateline_outlet, is_post, outlet_name, stated_outlet
from dragoman.text.page_phrases import compile_phrases

PHRASES = compile_phrases(page_words())
LEAD = "Norland and Sudria took up their talks on the ferry crews again on Tuesday, officials said."


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("The Kelstad Observer", "The Kelstad Observer"),
        ("Aster News Agency", "Aster News Agency"),
        ("Meridian Wire", "Meridian Wire"),
        ("Radio Free Sudria", "Radio Free Sudria"),
        ("Kelstad Courier Staff", "Kelstad Courier"),
        ("The Star", "The Star"),
        ("AFP", "AFP"),
        ("Kelstad Star", None),
        ("World News", None),
        ("Radio & Podcasts", None),
        ("Marit Olsen", None),
        ("Minister Blames The Press", None),
        ("ferry times", None),
        ("Why the News?", None),
        ("International Ferry Agency", None),
    ],
)
def test_a_name_is_an_outlets_by_its_words(told: str, name: str | None) -> None:
    assert outlet_name(told, PHRASES) == name


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        (("Source: Kelstad Observer",), (), "Kelstad Observer"),
        (("Published by The Kelstad Observer on 3 May 2026",), (), "The Kelstad Observer"),
        (("Published by The Kelstad Mail",), (), "The Kelstad Mail"),
        (("Outlet: Dagsposten",), (), "Dagsposten"),
        (("Lund Courier, 13 May 2026",), (), "Lund Courier"),
        (("13 May 2026 | Lund Star",), (), "Lund Star"),
        (("By Marit Olsen, Lund Courier",), (), "Lund Courier"),
        (("By Marit Olsen for Lund Courier",), (), "Lund Courier"),
        (("12 May 2026 · By Jonas Weil, Kelstad Observer",), (), "Kelstad Observer"),
        (("Port Amar correspondent, Meridian Wire",), (), "Meridian Wire"),
        (("By Reuters",), ("© 2026 Lund Courier. All rights reserved.",), "Lund Courier"),
        (("By Reuters",), (), "Reuters"),
        ((), ("(c) 2026 Kelstad Observer",), "Kelstad Observer"),
        ((), ("© 2026 Dagsposten",), "Dagsposten"),
        ((), ("© Copyright 2026 by Aster Media Holdings Inc.",), None),
        ((), ("Source: Norland Bureau of Statistics",), None),
        (("By Marit Olsen, Energy Editor",), (), None),
        (("By Marit Olsen",), ("Reporting by Jonas Weil; Editing by Kelstad Observer",), None),
        (("Tags: Free Press, Meridian Wire",), (), None),
        (("12 May 2026", "3 min read"), (), None),
    ],
)
def test_the_outlet_is_the_one_that_the_lines_state(
    head: tuple[str, ...], foot: tuple[str, ...], name: str | None
) -> None:
    assert stated_outlet(head, foot, LEAD, PHRASES) == name


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("KELSTAD (Meridian Wire) - " + LEAD, "Meridian Wire"),
        ("PORT AMAR, May 14 (Brindle) – " + LEAD, "Brindle"),
        ("(Reuters) - " + LEAD, "Reuters"),
        ("KELSTAD (Norland) - " + LEAD, None),
        ("The ferry yard (Kelstad Post) was closed on Monday - " + LEAD, None),
        ("KELSTAD - " + LEAD, None),
        (LEAD, None),
    ],
)
def test_the_agency_of_a_dateline_counts_where_nothing_else_is_told(lead: str, name: str | None) -> None:
    assert dateline_outlet(lead, PHRASES) == name
    assert stated_outlet((), (), lead, PHRASES) == name
    assert stated_outlet(("Lund Courier, 13 May 2026",), (), lead, PHRASES) == "Lund Courier"


@pytest.mark.parametrize(
    ("told", "post"),
    [
        ("Port Amar correspondent, Meridian Wire", True),
        ("Diplomatic Editor", True),
        ("Foreign minister, Norland", False),
        ("Editor, three hurt in the ferry yard", False),
        ("The reporter was asked to leave.", False),
    ],
)
def test_a_post_is_told_from_a_sentence(told: str, post: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_post(told, PHRASES) is post
