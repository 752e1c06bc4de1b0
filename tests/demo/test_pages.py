"""The demo pages are invented where they say so, lead nowhere, and hold what their answer key says."""

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import dragoman.demo

DEMO = Path(dragoman.demo.__file__).parent
FILES = tuple(sorted(path.name for path in (DEMO / "pages").glob("*.html")))
VOID = {"meta", "link", "input", "br", "hr", "img"}
HIDDEN = {"head", "script", "style"}
NAMESPACES = {"schema.org", "ogp.me"}


class _Text(HTMLParser):
    """The words of a page that a reader sees, or of the element with one class less its asides."""

    def __init__(self, wanted: str | None) -> None:
        super().__init__()
        self.wanted = wanted
        self.open: list[tuple[str, bool, bool]] = []
        self.found = 0
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        _, inside, hidden = self.open[-1] if self.open else ("", self.wanted is None, False)
        names = (dict(attrs).get("class") or "").split()
        starts = self.wanted in names
        self.found += starts
        hidden = hidden or tag in HIDDEN or (tag == "aside" and self.wanted is not None)
        if tag not in VOID:
            self.open.append((tag, inside or starts, hidden))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        opened = self.open.pop()[0]
        assert opened == tag, f"</{tag}> closes <{opened}>"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1] and not self.open[-1][2]:
            self.words.append(data)


@cache
def _key() -> dict[str, Any]:
    return tomllib.loads((DEMO / "key.toml").read_text(encoding="utf-8"))


@cache
def _html(file: str) -> str:
    return (DEMO / "pages" / file).read_text(encoding="utf-8")


@cache
def _text(file: str, wanted: str | None = None) -> str:
    parser = _Text(wanted)
    parser.feed(_html(file))
    parser.close()
    assert not parser.open, "every element is closed"
    assert wanted is None or parser.found == 1, "one element holds the article"
    return " ".join(" ".join(parser.words).split())


def _page(file: str) -> dict[str, Any]:
    return next(page for page in _key()["page"] if page["file"] == file)


def _article(file: str) -> str:
    return _text(file, _page(file)["body"])


def _runs(file: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", _article(file).lower())
    return {tuple(words[start : start + 5]) for start in range(len(words) - 4)}


def _containment(one: str, other: str) -> float:
    first, second = _runs(one), _runs(other)
    return len(first & second) / min(len(first), len(second))


def _groups() -> Iterator[tuple[str, ...]]:
    origins = sorted({page["origin"] for page in _key()["page"]})
    for origin in origins:
        files = tuple(page["file"] for page in _key()["page"] if page["origin"] == origin)
        if len(files) > 1:
            yield files


def _linked_data(file: str) -> dict[str, Any] | None:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', _html(file), re.DOTALL)
    if not found:
        return None
    data = json.loads(found[1])
    nodes: list[dict[str, Any]] = data.get("@graph", [data])
    return next(node for node in nodes if node["@type"] == "NewsArticle")


def test_the_key_covers_each_page_once() -> None:
    assert sorted(page["file"] for page in _key()["page"]) == list(FILES)
    assert len(FILES) == 16


@pytest.mark.parametrize("file", FILES)
def test_a_page_says_in_sight_that_it_is_invented(file: str) -> None:
    assert f"{_page(file)['outlet']} is an invented outlet" in _text(file)
    assert "written for the Dragoman demo" in _text(file)


@pytest.mark.parametrize("file", FILES)
def test_an_agency_is_called_invented_where_it_is_credited(file: str) -> None:
    for agency in _key()["agencies"]:
        if agency in _html(file):
            assert re.search(rf"{agency}(?: is|,) an invented agency", _text(file))
            assert _page(file)["agency"] == agency


@pytest.mark.parametrize("file", FILES)
def test_a_page_leads_to_reserved_hosts_only(file: str) -> None:
    hosts = {host.lower() for host in re.findall(r"(?:https?:)?//([\w.-]+)", _html(file))}
    assert {host for host in hosts if not host.endswith(".example")} <= NAMESPACES
    assert not re.search(r"""(?:href|src|action)=["'](?!https://|#|mailto:\?)""", _html(file))


@pytest.mark.parametrize("file", FILES)
def test_a_page_loads_nothing(file: str) -> None:
    assert not re.search(
        r"<script[^>]*\ssrc|<img|<iframe|<picture|<video|<object|@import|url\(", _html(file), re.IGNORECASE
    )
    assert not re.search(r"<link(?![^>]*rel=\"canonical\")", _html(file))


@pytest.mark.parametrize("file", FILES)
def test_a_page_is_small_and_whole(file: str) -> None:
    assert len(_html(file).encode()) <= 14_000
    assert _html(file).lower().startswith("<!doctype html>")
    assert 100 <= len(_article(file).split()) <= 700


@pytest.mark.parametrize("file", FILES)
def test_the_title_and_the_authors_stand_in_the_page(file: str) -> None:
    page = _page(file)
    assert page["title"] in _text(file)
    for author in page["authors"]:
        assert author in _text(file)
    data = _linked_data(file)
    if data:
        assert data["headline"] == page["title"]
        assert data["publisher"]["name"] == page["outlet"]


@pytest.mark.parametrize("file", FILES)
def test_the_dates_in_the_metadata_are_those_of_the_key(file: str) -> None:
    stated = re.findall(
        r'(?:published_time" content|datetime|datePublished")[=:] ?"(\d{4}-\d\d-\d\d)', _html(file)
    )
    published = _page(file).get("published")
    assert set(stated) <= {str(published)}


def test_some_pages_lack_linked_data_or_dates() -> None:
    bare = {file for file in FILES if not re.search(r"datetime=|published_time|datePublished", _html(file))}
    undated = {file for file in FILES if "published" not in _page(file)}
    assert sum(_linked_data(file) is None for file in FILES) == 3
    assert len(undated) == 1
    assert len(bare - undated) == 1
    for file in bare - undated:
        day = _page(file)["published"]
        assert f"{day.day} {day:%B} {day.year}" in _text(file)


def test_rewrites_share_few_runs_and_reprints_many() -> None:
    groups = {len(group): group for group in _groups()}
    assert sorted(groups) == [2, 3]
    for one, other in combinations(groups[3], 2):
        assert _containment(one, other) <= 0.08
    assert _containment(*groups[2]) >= 0.8


def test_pages_of_different_origins_share_next_to_nothing() -> None:
    for one, other in combinations(FILES, 2):
        if _page(one)["origin"] != _page(other)["origin"]:
            assert _containment(one, other) <= 0.05, (one, other)


def test_a_rewrite_loses_the_named_expert() -> None:
    named, generic, own = next(group for group in _groups() if len(group) == 3)
    assert "Han Do-yeong" in _article(named)
    assert "Han" not in re.findall(r"\w+", _article(generic) + _article(own))
    assert "experts" in _article(generic)
    assert not re.search(r"experts|analysts|observers", _article(own), re.IGNORECASE)


@pytest.mark.parametrize("table", ["quote", "trap"])
def test_keyed_words_stand_in_their_page(table: str) -> None:
    for row in _key()[table]:
        where = _article(row["file"]) if table == "quote" else _text(row["file"])
        assert row["words"] in where, row


def test_direct_quotes_stand_in_quotation_marks_and_their_speaker_nearby() -> None:
    for row in _key()["quote"]:
        article = _article(row["file"])
        start = article.index(row["words"])
        if row["kind"] == "direct":
            before = article[:start]
            assert before.rfind("“") > before.rfind("”"), row
        assert row["kind"] in {"direct", "partial", "indirect"}


def test_each_story_counts_its_origins_and_names_its_own_pages() -> None:
    labels = {story["label"] for story in _key()["story"]}
    assert labels == {page["story"] for page in _key()["page"]}
    for story in _key()["story"]:
        pages = [page for page in _key()["page"] if page["story"] == story["label"]]
        assert story["origins"] == len({page["origin"] for page in pages})
        own = {page["file"] for page in pages}
        for meeting in story["meeting"]:
            assert {step["file"] for step in meeting["steps"]} <= own


def test_the_meetings_show_each_stage_of_a_life() -> None:
    meetings = [meeting for story in _key()["story"] for meeting in story["meeting"]]
    statuses = {step["status"] for meeting in meetings for step in meeting["steps"]}
    assert statuses == {"planned", "possible", "postponed", "held"}
    for meeting in meetings:
        for step in meeting["steps"]:
            for person in meeting["participants"]:
                shown = {part.strip(".") for part in person.replace("-", " ").split()}
                assert shown & set(re.findall(r"\w+", _article(step["file"]))), (person, step)


def test_a_planned_report_precedes_its_meeting_and_a_held_one_does_not() -> None:
    for story in _key()["story"]:
        for meeting in story["meeting"]:
            for step in meeting["steps"]:
                published = _page(step["file"]).get("published")
                if published and step["status"] == "planned" and "start" in meeting:
                    assert published < meeting["start"]
                if published and step["status"] == "held":
                    assert published >= meeting["end"]


@pytest.mark.parametrize("kind", ["conflict", "agreement"])
def test_compared_values_stand_in_their_pages(kind: str) -> None:
    rows = [row for story in _key()["story"] for row in story.get(kind, [])]
    assert len(rows) == 1
    for row in rows:
        assert (len(set(row["values"])) == 1) == (kind == "agreement")
        for value, file in zip(row["values"], row["files"], strict=True):
            assert value in _article(file)
        assert len({_page(file)["origin"] for file in row["files"]}) == len(row["files"])


def test_the_values_of_a_scope_trap_stand_together_in_one_page() -> None:
    rows = [row for story in _key()["story"] for row in story.get("scope_trap", [])]
    assert rows
    for row in rows:
        for file in row["files"]:
            assert all(value.lower() in _article(file).lower() for value in row["values"]), (row, file)
