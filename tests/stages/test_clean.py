"""Cleaning: the report stays, the page is told apart, and offsets lead back to the bytes."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.stages.clean import CleanSettings, clean
from dragoman.text.normalize import raw_offset
from dragoman.types import Article, Document, Dropped, Given, LineClass, Published, Reason

CASES = sorted((Path(__file__).parents[1] / "golden" / "lines").glob("*.txt"))
BODY = (
    "Envoys of Norland and Sudria met in Lund Ferry on Monday to discuss the waters of the Aster.",
    "They agreed to share a gauge, said Marit Olsen, who led one side. No date was set.",
    "Sudria’s envoy, Omar Saleh, called the talks “a start”. The river divides the neighbours.",
)
TEXT = (
    "River talks resume\nBy Ann Lee\n12 January 2026 15:31\n"
    + "\n".join(BODY)
    + "\nRelated Posts\nCup Final Moved"
)
PAGE = (
    '<html><head><meta property="og:site_name" content="The Courier">'
    '<meta property="og:title" content="River talks resume - The Courier">'
    '<meta property="article:published_time" content="2026-01-12T15:31:00+01:00">'
    '<meta name="author" content="Ann Lee"></head>'
    '<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>'
    "<article><h1>River talks resume</h1><p>By Ann Lee</p>"
    + "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    + '</article><aside><h2>Most read</h2><a href="/1">Cup final moved</a></aside>'
    "<footer>Imprint</footer></body></html>"
)


def document(body: str | bytes, media: str = "text/plain", given_: Given | None = None) -> Document:
    raw = body.encode() if isinstance(body, str) else body
    given_ = given_ or Given()
    return Document(Document.identify(media, raw, given_), "in/a", media, raw, given=given_)


def article(body: str, media: str = "text/plain", given_: Given | None = None) -> Article:
    (found,) = clean(document(body, media, given_))
    assert isinstance(found, Article), found
    return found


def of_class(found: Article, kind: LineClass) -> list[str]:
    return [found.text[line.start : line.end] for line in found.lines if line.kind is kind]


def test_a_saved_text_keeps_its_lines_and_states_what_it_tells() -> None:
    found = article(TEXT)

    assert found.text == TEXT
    assert found.offsets == ((0, 0),)
    assert found.body() == "River talks resume\n" + "\n".join(BODY)
    assert (found.title, found.authors) == ("River talks resume", ("Ann Lee",))
    assert found.published == Published(date(2026, 1, 12), "2026-01-12T15:31")
    assert of_class(found, LineClass.BOILERPLATE) == ["Related Posts", "Cup Final Moved"]


def test_what_came_with_the_document_outranks_what_is_read_from_it() -> None:
    told = Given("https://courier.example/1", "The Courier", "Talks on the Aster", ("Bo Chen",), "2026-01-13")

    found = article(TEXT, given_=told)

    assert (found.url, found.outlet, found.title, found.authors) == (
        told.url,
        "The Courier",
        told.title,
        ("Bo Chen",),
    )
    assert found.published == Published(date(2026, 1, 13), "2026-01-13")


def test_a_given_date_that_is_none_leaves_the_one_in_the_text() -> None:
    found = article(TEXT, given_=Given(published="soon"))

    assert found.published is not None
    assert found.published.iso == "2026-01-12T15:31"


def seen_page(below: str, aside: str = "") -> Article:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    return article(
        "<html><head><title>River talks resume</title></head><body><div>Monday, 2 March 2026</div>"
        f"<h1>River talks resume</h1>{below}{paragraphs}{aside}</body></html>",
        "text/html",
    )


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("<p>Saturday, January 17, 2026</p>", ((), "2026-01-17", None)),
        (
            "<p>17 January 2026 · By Jonas Weil, Kelstad Observer</p>",
            (("Jonas Weil",), "2026-01-17", "Kelstad Observer"),
        ),
        ("<p>By A. Person, 17 January 2026</p>", (("A. Person",), "2026-01-17", None)),
        (
            "<div>By Ann Lee | The Lund Star</div><span>Published 17 January 2026 at 14:20</span>",
            (("Ann Lee",), "2026-01-17T14:20", "The Lund Star"),
        ),
        ("<p>The gauge was last read on 3 March 2025.</p>", ((), None, None)),
        ("<h3>Related</h3><p>Cup final moved</p><p>9 May 2026</p>", ((), None, None)),
        ("", ((), None, None)),
    ],
)
def test_a_page_without_metadata_states_what_stands_below_its_headline(
    below: str, told: tuple[tuple[str, ...], str | None, str | None]
) -> None:
    found = seen_page(below, "<aside><h3>Most read</h3><p>Cup final moved</p><p>9 May 2026</p></aside>")

    assert (found.authors, found.published and found.published.iso, found.outlet) == told


def test_what_the_head_of_a_page_states_outranks_what_is_seen() -> None:
    found = article(
        PAGE.replace("<p>By Ann Lee</p>", "<p>By Bo Chen, Lund Courier, 19 May 2026</p>"), "text/html"
    )

    assert (found.authors, found.outlet) == (("Ann Lee",), "The Courier")
    assert found.published is not None
    assert found.published.iso == "2026-01-12T15:31+01:00"


def test_no_day_is_taken_from_a_sentence() -> None:
    found = article("\n".join(BODY) + "\nThe last round was held on 3 March 2025 in Kelstad.")

    assert (found.title, found.published, found.authors, found.outlet) == (None, None, (), None)


def test_invisible_characters_go_and_offsets_lead_back() -> None:
    raw = TEXT.replace("Omar", "O\u200bmar").replace("\n", "\r\n").replace("six", "si\u0301x")
    found = article(raw)

    assert found.offsets is not None
    at = found.text.index("neighbours")
    place = raw_offset(found.offsets, at)
    assert raw[place : place + 10] == "neighbours"
    assert "Omar Saleh" in found.text


def test_a_page_keeps_what_was_left_out_at_its_place() -> None:
    found = article(PAGE, "text/html")

    assert found.body() == "River talks resume\n" + "\n".join(BODY)
    assert of_class(found, LineClass.METADATA) == ["By Ann Lee"]
    assert of_class(found, LineClass.BOILERPLATE) == [
        "Home",
        "World",
        "Most read",
        "Cup final moved",
        "Imprint",
    ]
    assert found.text.index("Home") < found.text.index(BODY[0]) < found.text.index("Imprint")
    assert found.offsets is None


def test_a_page_states_its_title_authors_time_and_outlet() -> None:
    found = article(PAGE, "text/html")

    assert (found.title, found.authors, found.outlet) == ("River talks resume", ("Ann Lee",), "The Courier")
    assert found.published == Published(date(2026, 1, 12), "2026-01-12T15:31+01:00")


@pytest.mark.parametrize("depth", [256, 3_000, 30_000])
def test_a_page_nested_too_deep_for_the_better_way_keeps_its_text(depth: int) -> None:
    html = (
        "<body>" + "<div>" * depth + "".join(f"<p>{paragraph}</p>" for paragraph in BODY) + "</div>" * depth
    )

    assert article(html, "text/html").body().split("\n") == list(BODY)


def test_a_page_with_too_many_links_goes_the_plain_way() -> None:
    links = "<a href='/x'>word</a> " * 6_000
    html = f"<body><div>{links}</div>{''.join(f'<p>{paragraph}</p>' for paragraph in BODY)}"

    assert article(html, "text/html").body().split("\n") == list(BODY)


@pytest.mark.parametrize("cut", range(10, len(PAGE), 97))
def test_a_page_cut_anywhere_gives_a_part_of_its_text_or_a_reason(cut: int) -> None:
    (found,) = clean(document(PAGE[:cut], "text/html"))

    if isinstance(found, Article):
        for line in found.body().split("\n"):
            assert any(whole.startswith(line) for whole in ("River talks resume", *BODY))
    else:
        assert found.detail


@pytest.mark.parametrize(
    ("body", "media", "reason"),
    [
        ("", "text/plain", Reason.EMPTY),
        (" \n\t", "text/html", Reason.EMPTY),
        ("<html><body></body></html>", "text/html", Reason.NO_ARTICLE),
        ("Home\nWorld\nSubscribe\n", "text/plain", Reason.NO_ARTICLE),
        ("\x00\x01\u200b", "text/plain", Reason.NO_ARTICLE),
        ("The envoys met on Monday.", "text/plain", Reason.TOO_SHORT),
    ],
)
def test_what_is_no_report_is_told(body: str, media: str, reason: Reason) -> None:
    (found,) = clean(document(body, media))

    assert isinstance(found, Dropped)
    assert (found.input, found.stage, found.reason) == ("in/a", "clean", reason)
    assert found.detail


def test_the_least_length_is_a_setting() -> None:
    (found,) = clean(document("The envoys met on Monday."), CleanSettings(min_code_points=10))

    assert isinstance(found, Article)


def test_the_same_document_gives_the_same_article() -> None:
    assert article(PAGE, "text/html") == article(PAGE, "text/html")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_cleaning_what_is_clean_changes_nothing(path: Path) -> None:
    body = path.read_text(encoding="utf-8").partition("---\n")[2]
    told = "\n".join(line.split("|", 1)[1] for line in body.removesuffix("\n").split("\n"))

    once = article(told)
    twice = article(once.body(), given_=Given(title=once.title))

    assert twice.body() == once.body()


@given(
    st.lists(
        st.sampled_from(
            [*BODY, "", "Related Posts", "By Ann Lee", "  • A gauge", "Cup Final Moved", "Share:"]
        )
    )
)
def test_lines_cover_the_text_in_order(lines: list[str]) -> None:
    text = "\n".join((*BODY, *lines))
    found = article(text)

    assert [found.text[line.start : line.end] for line in found.lines] == (
        text.removesuffix("\n").split("\n") if len(text) > 1 else [text]
    )
    assert all(
        after.start == before.end + 1 for before, after in zip(found.lines, found.lines[1:], strict=False)
    )
