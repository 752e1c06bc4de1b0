"""Title, authors, date, outlet and address of a page, from what its head and its JSON-LD state."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_AUTHORS = (
    "parsely-author",
    "sailthru.author",
    "author",
    "article:author",
    "dc.creator",
    "byl",
    "cxenseparse:author",
)
_DATES = (
    "article:published_time",
    "og:published_time",
    "date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "cxenseparse:recs:publishtime",
    "datepublished",
)
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "cre", "twitter:site")
_LARGEST_DATA = 500_000  # code points of one JSON-LD script; longer ones are lists, not articles
_DEEPEST_DATA = 12  # levels of nesting that are searched for an article


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page states of its article; ``published`` holds the dates as written, the likeliest first."""

    title: str | None
    authors: tuple[str, ...]
    published: tuple[str, ...]
    outlet: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class _Data:
    """The article object of the page's JSON-LD."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    outlet: str | None = None
    url: str | None = None


def page_facts(root: "_Element") -> PageFacts:
    """Return what the page at ``root`` states: JSON-LD first, then meta tags, then visible elements."""
    data = _article_data(root)
    meta = _meta(root)
    outlet = data.outlet or next((meta[name] for name in _OUTLETS if meta.get(name)), None)
    heads = [text for text in (_words(head) for head in root.iter("h1")) if text]
    authors = data.authors or _meta_authors(meta) or _marked_authors(root)
    dates = [data.published, *(meta.get(name) for name in _DATES), *_times(root)]
    return PageFacts(
        title=_title(data, meta, heads, (outlet, meta.get("og:site_name"), data.outlet))
        or _title_tag(root, outlet),
        authors=authors,
        published=tuple(dict.fromkeys(date for date in dates if date)),
        outlet=outlet.lstrip("@") if outlet else None,
        url=_canonical(root) or meta.get("og:url") or data.url,
    )


def without_outlet(title: str, outlets: Sequence[str | None], heads: Sequence[str] = ()) -> str:
    """Return ``title`` without the outlet's name at its end, where that name or a heading confirms it."""
    names = {_plain(name) for name in outlets if name}
    plain_heads = {_plain(head) for head in heads}
    for mark in re.finditer(r"\s+[|\-–—•·»:]{1,2}\s+|\s*[|｜：]\s*", title):
        front, rest = title[: mark.start()].strip(), title[mark.end() :]
        if not front:
            continue
        tail = _plain(re.split(r"\s+[|\-–—•·»]\s+|\s*[|｜]\s*", rest)[-1])
        named = any(tail and (tail in name or name in tail) for name in names if name) and len(tail) > 1
        if _plain(front) in plain_heads or (named and mark.end() >= len(title) - len(rest)):
            return front
    return title


def _title(
    data: _Data, meta: Mapping[str, str], heads: Sequence[str], outlets: Sequence[str | None]
) -> str | None:
    """Return the headline: the one of JSON-LD, else the social one, each without the outlet's name."""
    told = [data.headline, *(meta.get(name) for name in _TITLES)]
    titles = [without_outlet(title, outlets, heads) for title in told if title]
    if titles:
        return titles[0]
    return heads[0] if len(heads) == 1 else None


def _title_tag(root: "_Element", outlet: str | None) -> str | None:
    title = root.findtext(".//title")
    return without_outlet(_collapse(title), (outlet,)) or None if title else None


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _collapse(words: str) -> str:
    """Return ``words`` with entities read (some are escaped twice) and white space collapsed."""
    return " ".join(html.unescape(re.sub(r"</?[a-zA-Z][^<>]{0,80}>", "", html.unescape(words))).split())


def _words(element: "_Element") -> str:
    return _collapse("".join(element.itertext()))


def _meta(root: "_Element") -> dict[str, str]:
    """Return the content of meta tags by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = tag.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), _collapse(content))
    return found


def _canonical(root: "_Element") -> str | None:
    for link in root.iter("link"):
        address = link.get("href")
        if (
            link.get("rel", "").lower() == "canonical"
            and address
            and address.startswith(("http://", "https://"))
        ):
            return str(address).strip()
    return None


def _meta_authors(meta: Mapping[str, str]) -> tuple[str, ...]:
    for name in _AUTHORS:
        told = meta.get(name)
        if told and not told.startswith(("http:", "https:", "@", "/")):
            return (told,)
    return ()


def _marked_authors(root: "_Element") -> tuple[str, ...]:
    """Return the names that links and elements are marked with as author; the first kind of mark counts."""
    for path in (
        ".//*[@itemprop='author']//*[@itemprop='name']",
        ".//*[@itemprop='author']",
        ".//a[@rel='author']",
        ".//*[@class='byline__name']",
        ".//*[@class='author-name']",
        ".//*[@class='byline']",
        ".//*[@class='author']",
    ):
        names = tuple(dict.fromkeys(text for text in (_words(one) for one in root.iterfind(path)) if text))
        if names and all(len(name) <= 80 for name in names):  # noqa: PLR2004 - longer is a biography
            return names[:6]
    return ()


def _times(root: "_Element") -> Iterator[str]:
    """Yield the dates of time elements: those marked as published before the rest."""
    times = [one for one in root.iter("time") if one.get("datetime")]
    marked = [
        one for one in times if one.get("itemprop") == "datePublished" or one.get("pubdate") is not None
    ]
    for one in (*root.iterfind(".//*[@itemprop='datePublished']"), *marked, *times[:1]):
        told = one.get("datetime") or one.get("content") or one.text
        if told and told.strip():
            yield told.strip()


def _article_data(root: "_Element") -> _Data:
    """Return the fields of the first JSON-LD article with a headline, else of the first article."""
    spare = None
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        for one in _articles(_loaded(script.text), _DEEPEST_DATA):
            if one.get("headline") or one.get("name"):
                return _fields(one)
            spare = spare or one
    return _fields(spare) if spare else _Data()


def _loaded(text: str) -> object:
    """Read JSON-LD as pages write it: in comments, with raw line feeds, entities and commas too many."""
    text = text[:_LARGEST_DATA].strip()
    text = (
        re.sub(r"^(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)$", "", text)
        .strip()
        .rstrip(";")
    )
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text), html.unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _articles(data: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth == 0:
        return
    if isinstance(data, list):
        for one in data:
            yield from _articles(one, depth - 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        named = kinds if isinstance(kinds, list) else [kinds]
        if any(
            isinstance(kind, str) and kind.endswith(("Article", "BlogPosting", "Report")) for kind in named
        ):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            if key in data:
                yield from _articles(data[key], depth - 1)


def _fields(data: Mapping[str, object]) -> _Data:
    headline = data.get("headline") or data.get("name")
    if isinstance(headline, list):
        headline = headline[0] if headline else None
    published = data.get("datePublished") or data.get("dateCreated")
    names = [_collapse(name) for name in _names(data.get("author") or data.get("creator"))]
    outlets = list(_names(data.get("publisher")))
    url = data.get("url")
    return _Data(
        headline=_collapse(headline) or None if isinstance(headline, str) else None,
        authors=tuple(dict.fromkeys(name for name in names if name)),
        published=published if isinstance(published, str) else None,
        outlet=_collapse(outlets[0]) or None if outlets else None,
        url=url if isinstance(url, str) and url.startswith(("http://", "https://")) else None,
    )


def _names(data: object) -> Iterator[str]:
    """Yield the names in a person, a list of persons or plain words."""
    if isinstance(data, str):
        if not data.startswith(("http:", "https:")):
            yield data
    elif isinstance(data, list):
        for one in data[:20]:
            yield from _names(one)
    elif isinstance(data, dict):
        yield from _names(data.get("name"))
