"""Pages taken apart: visible blocks at any depth, and the facts a page states of itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.markup import Block, paragraphs, parse_page
from dragoman.text.page_facts import PageFacts, page_facts, without_outlet
from dragoman.text.page_lines import PageLine, merge


def blocks_of(html: str) -> list[str]:
    page = parse_page(html)
    assert page is not None
    return [block.text for block in page.blocks]


def facts_of(head: str, body: str = "<p>Text.</p>") -> PageFacts:
    page = parse_page(f"<html><head>{head}</head><body>{body}</body></html>")
    assert page is not None
    return page_facts(page.root)


def test_blocks_are_the_visible_words_in_order_with_white_space_collapsed() -> None:
    html = (
        "<title>No</title><nav><ul><li>Home<li> World </ul></nav><div hidden><p>no</p></div>"
        "<h1>The <em>river</em>\n talks</h1><p>One<br>two <b>three</b></p>four"
        "<div style='DISPLAY : none'>no<br><p>no</p></div><script>no</script><!-- no --><p>Five"
    )

    assert blocks_of(html) == ["Home", "World", "The river talks", "One", "two three", "four", "Five"]


def test_a_heading_keeps_its_tag() -> None:
    page = parse_page("<h1>Head</h1><p>Text</p>")

    assert page is not None
    assert page.blocks == (Block("Head", "h1"), Block("Text", "p"))


@pytest.mark.parametrize("tag", ["div", "b", "dl"])
@pytest.mark.parametrize("depth", [256, 3_000, 30_000])
def test_words_are_found_at_any_depth(tag: str, depth: int) -> None:
    page = parse_page(f"<body>{f'<{tag}>' * depth}<p>The envoys met.</p>{f'</{tag}>' * depth}")

    assert page is not None
    assert [block.text for block in page.blocks] == ["The envoys met."]
    assert page.depth > depth


def test_a_page_counts_its_elements_and_links() -> None:
    page = parse_page("<body><p><a href=x>One</a> <a href=y>two</a></p></body>")

    assert page is not None
    assert (page.elements, page.links) == (5, 2)


@pytest.mark.parametrize("html", ["", "   ", "\x00", "<!-- only -->"])
def test_what_holds_no_element_is_no_page(html: str) -> None:
    page = parse_page(html)

    assert page is None or page.blocks == ()


@given(st.text(st.sampled_from("<>/ab p=\"'!-&;\x00\n"), max_size=80))
def test_no_markup_is_too_odd(html: str) -> None:
    page = parse_page(html)

    if page is not None:
        page_facts(page.root)


def test_the_plain_way_takes_the_stretch_with_most_prose() -> None:
    found = [
        Block("Home", "li"),
        Block("World", "li"),
        Block("The envoys met on Monday in Lund Ferry to discuss the river.", "p"),
        Block("What was said", "h2"),
        Block("They agreed on little, and will meet again in the spring.", "p"),
        *[Block("More news", "li")] * 4,
        Block("Sign in now to read all that we have on offer.", "p"),
    ]

    assert paragraphs(found) == tuple(block.text for block in found[2:5])


def test_json_ld_outranks_meta_tags() -> None:
    facts = facts_of(
        '<meta property="og:title" content="Social headline"><meta name="author" content="The Desk">'
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Site"}, '
        '{"@type": ["NewsArticle"], "headline": "Envoys &amp; rivers", '
        '"author": [{"name": "Ann Lee"}, "Bo Chen"],'
        '"datePublished": "2026-01-12T15:31:00+01:00", "publisher": {"name": "The Courier"}}]}</script>'
        '<link rel="canonical" href="https://courier.example/1">'
    )

    assert facts == PageFacts(
        "Envoys & rivers",
        ("Ann Lee", "Bo Chen"),
        ("2026-01-12T15:31:00+01:00",),
        "The Courier",
        "https://courier.example/1",
    )


def test_json_ld_with_raw_line_feeds_and_a_comma_too_many_is_read() -> None:
    facts = facts_of(
        '<script type="application/ld+json">{"@type":"Article","headline":"Two\nlines",}</script>'
    )

    assert facts.title == "Two lines"


@pytest.mark.parametrize("data", ["{", "[" * 5_000, '"words"', "null", '{"@type":"Article","headline":7}'])
def test_broken_json_ld_is_passed_over(data: str) -> None:
    facts = facts_of(f'<title>Envoys meet</title><script type="application/ld+json">{data}</script>')

    assert facts.title == "Envoys meet"


def test_a_page_without_facts_states_none() -> None:
    assert facts_of("") == PageFacts(None, (), (), None, None)


def test_a_single_heading_and_marked_elements_stand_in_for_a_head() -> None:
    facts = facts_of(
        "",
        '<h1>Envoys meet</h1><a rel="author" href="/x">Ann Lee</a><time datetime="2026-01-12">Monday</time>',
    )

    assert (facts.title, facts.authors, facts.published) == ("Envoys meet", ("Ann Lee",), ("2026-01-12",))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Envoys meet - The Courier", "Envoys meet"),
        ("Envoys meet | World | The Courier", "Envoys meet"),
        ("Envoys meet：The Courier", "Envoys meet"),
        ("Envoys meet - and part", "Envoys meet - and part"),
        ("The Courier", "The Courier"),
        ("North-South talks: a primer", "North-South talks: a primer"),
    ],
)
def test_the_name_of_the_outlet_is_cut_from_a_title_and_nothing_else(title: str, expected: str) -> None:
    assert without_outlet(title, ("The Courier", None)) == expected


def test_a_heading_on_the_page_shows_where_the_title_ends() -> None:
    assert without_outlet("Envoys meet - late edition", (), ("Envoys meet",)) == "Envoys meet"


def test_what_an_extraction_left_out_stands_at_its_place() -> None:
    kept = ["The envoys met on Monday.", "They part on Friday, one said."]
    seen = ["Home", "The envoys met on Monday.", "Advert", "They part on Friday,", "one said.", "Imprint"]

    assert merge(kept, seen) == (
        PageLine("Home", kept=False),
        PageLine(kept[0], kept=True),
        PageLine("Advert", kept=False),
        PageLine(kept[1], kept=True),
        PageLine("Imprint", kept=False),
    )


@given(st.lists(st.text("ab c", max_size=6), max_size=6), st.lists(st.text("ab c", max_size=6), max_size=6))
def test_merging_keeps_every_extracted_line_in_order(kept: list[str], seen: list[str]) -> None:
    lines = merge(kept, seen)

    assert [line.text for line in lines if line.kept] == kept
    assert all(line.text in seen for line in lines if not line.kept)
