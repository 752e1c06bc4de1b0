"""The HTML page: self-contained, safe, every link leads somewhere."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from lxml import etree, html

from dragoman.render.page import page, safe_link
from dragoman.types import Briefing, Precision, Status, When
from invented import Records, article, bare, story


@pytest.fixture(scope="module")
def records() -> Records:
    return story()


@pytest.fixture(scope="module")
def briefing(records: Records) -> Briefing:
    return records.briefing()


@pytest.fixture(scope="module")
def text(records: Records, briefing: Briefing) -> str:
    return page(briefing, records.articles, records.parses)


def tree(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def test_the_page_is_well_formed(text: str) -> None:
    closed = re.sub(r"<(meta|link|br|hr|img)([^>]*?)/?>", r"<\1\2/>", text.removeprefix("<!DOCTYPE html>\n"))

    root = etree.fromstring(closed.encode())

    assert root.tag == "html"
    assert root.get("lang") == "en"


def test_every_link_within_the_page_has_its_target_and_no_id_stands_twice(text: str) -> None:
    root = tree(text)
    ids = root.xpath("//@id")
    targets = [href[1:] for href in root.xpath("//a/@href") if href.startswith("#")]

    assert len(ids) == len(set(ids))
    assert len(targets) > 50
    assert set(targets) <= set(ids)


def test_every_line_links_to_the_sentences_it_rests_on(
    text: str, briefing: Briefing, records: Records
) -> None:
    root = tree(text)
    texts = {one.id: one.text for one in records.articles}
    for number, section in enumerate(briefing.sections, 1):
        for place, line in enumerate(section.statements, 1):
            (item,) = root.xpath(f"//li[@id='l-{number}.{place}']")
            assert line.text in item.text_content()
            words = {root.get_element_by_id(a.get("href")[1:]).text_content() for a in item.xpath(".//a")}
            assert words == {piece.span.cut(texts[piece.article]) for piece in line.basis.evidence}


def test_a_sentence_leads_back_to_its_lines(text: str) -> None:
    root = tree(text)
    used = root.xpath("//span[contains(@class, 'used')]")

    assert used
    for one in used:
        back = one.getnext()
        assert back.get("class") == "back"
        assert all(link.get("href").startswith("#l-") for link in back.xpath(".//a"))


def test_there_is_no_script_and_nothing_is_loaded_from_elsewhere(text: str) -> None:
    root = tree(text)

    assert root.xpath("//script | //link | //img | //iframe | //object | //@onclick | //@src") == []
    assert "@import" not in text
    assert "url(" not in text
    assert {link.get("rel") for link in root.xpath("//a[starts-with(@href, 'http')]")} == {
        "noopener noreferrer nofollow external"
    }


_HOSTILE = """Title <b>"
<script>alert("x")</script> fell on the harbour.
"""


def test_hostile_words_stay_words() -> None:
    hostile = replace(
        article("abad1dea00000001", _HOSTILE, "</style>", date(2026, 1, 1)),
        url="javascript:alert(1)",
        authors=('"><img src=x onerror=alert(1)>',),
    )  # fmt: skip
    made = bare(hostile, title="<script>alert('t')</script>")

    root = tree(page(made.briefing(), made.articles, made.parses))

    assert root.xpath("//script | //img | //article//b") == []
    assert not [href for href in root.xpath("//a/@href") if not href.startswith("#")]
    assert "<script>alert('t')</script>" in root.xpath("//h1")[0].text_content()


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://paper.example/a?b=1", True),
        ("http://paper.example/", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//paper.example/", False),
        ("https://", False),
        ("https://[bad", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(address: str | None, kept: bool) -> None:  # noqa: FBT001 - a case
    assert (safe_link(address) == address and address is not None) is kept


def test_dropped_lines_are_shown_and_labelled(text: str) -> None:
    (dropped,) = tree(text).xpath("//*[contains(@class, 'dropped')]")

    assert dropped.text_content() == "not part of the report: Follow us for more"


def test_meetings_stand_in_order_of_their_days_with_their_status_in_words(
    records: Records, briefing: Briefing
) -> None:
    bergen = records.meetings[0]
    earlier = When(date(2026, 1, 5), date(2026, 1, 8), Precision.DAY, "5 to 7 January")
    held = replace(bergen, status=Status.HAPPENED, when=earlier, where=None)
    off = replace(bergen, status=Status.CANCELLED)
    undated = replace(bergen, when=None)

    root = tree(page(briefing, records.articles, records.parses, (bergen, off, held, undated)))

    assert [" ".join(item.text_content().split()) for item in root.xpath("//section[@class='time']//li")] == [
        "2026-01-05 to 2026-01-07 held Ana Holt and Bo Lind",
        "2026-01-13 planned Ana Holt and Bo Lind in Bergen",
        "was 2026-01-13 cancelled Ana Holt and Bo Lind in Bergen",
        "planned Ana Holt and Bo Lind in Bergen",
    ]
    assert root.xpath("//section[@class='time']//circle/@class") == [
        "held", "ahead", "off", "ahead",
    ]  # fmt: skip
    assert root.xpath("//section[@class='time']/h3/text()") == ["day not told"]


def test_each_origin_shows_its_texts_and_its_reasons(text: str) -> None:
    origins = tree(text).xpath("//ol[@class='tree']/li")

    assert [len(one.xpath(".//ul/li")) for one in origins] == [2, 1]
    assert "6 of 6 facts shared" in origins[0].text_content()


def test_marks_have_words_for_those_who_cannot_see_them(text: str) -> None:
    for mark in tree(text).xpath("//span[@class='marks']/span[@aria-hidden='true']"):
        assert mark.getnext().get("class") == "heard"
        assert mark.getnext().text_content().strip(": ") == mark.get("title")


def test_sections_stand_in_order_with_a_way_to_skip_to_them(text: str, briefing: Briefing) -> None:
    root = tree(text)

    assert [h.text_content() for h in root.xpath("//main/section[@class='part']/h2")] == [
        one.title for one in briefing.sections
    ]
    assert root.xpath("//body/*[1]")[0].get("class") == "skip"
    levels = [int(h.tag[1]) for h in root.xpath("//h1 | //h2 | //h3")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_same_briefing_gives_the_same_bytes(text: str) -> None:
    again = story()

    assert page(again.briefing(), again.articles, again.parses) == text


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.2."""

    def light(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
def test_colours_have_contrast_enough_in_light_and_dark(text: str, scheme: int) -> None:
    blocks = re.findall(r":root \{([^}]*--paper[^}]*)\}", text)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", blocks[scheme]))

    for ink in ("ink", "soft", "link", "plan", "done", "may", "one"):
        for ground in ("paper", "card", "used"):
            assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    assert _contrast(colours["hit-ink"], colours["hit"]) >= 4.5


@pytest.mark.parametrize(
    ("sentence", "stop", "sign"),
    [
        (
            "The talks with Lind, planned for 13 January, were postponed until March.",
            (
                "2026-03-01 to 2026-03-31 postponed to these days, was planned for 2026-01-13 "
                "Ana Holt and Bo Lind"
            ),
            "ahead",
        ),
        (
            "The talks with Lind, planned for 13 January, were postponed.",
            "was 2026-01-13 postponed Ana Holt and Bo Lind",
            "off",
        ),
    ],
)
def test_a_postponed_meeting_is_not_drawn_as_if_it_had_been_put_off_on_its_day(
    sentence: str, stop: str, sign: str
) -> None:
    text = article("abad1dea00000002", f"A heading\n{sentence}\n", None, date(2026, 1, 9))
    made = bare(text)
    piece = made.articles[0].evidence(made.parses[0].sentences[1].span)
    bergen = story().meetings[0]
    step = replace(bergen.steps[0], article=text.id, status=Status.POSTPONED, evidence=(piece,))
    put_off = replace(bergen, status=Status.POSTPONED, steps=(step,), where=None)

    root = tree(page(made.briefing(), made.articles, made.parses, (put_off,)))

    assert [" ".join(one.text_content().split()) for one in root.xpath("//section[@class='time']//li")] == [
        stop
    ]
    assert root.xpath("//section[@class='time']//circle/@class") == [sign]


def test_near_identical_meetings_of_one_day_are_one_stop(records: Records, briefing: Briefing) -> None:
    bergen = records.meetings[0]
    again = replace(bergen, participants=tuple(reversed(bergen.participants)), status=Status.EXPECTED)

    root = tree(page(briefing, records.articles, records.parses, (bergen, again)))

    assert len(root.xpath("//section[@class='time']//li")) == 1
