"""A briefing as JSON: every statement with the sentences it rests on, word for word."""

from collections.abc import Iterable

from dragoman.render.anchors import Anchor, Anchors
from dragoman.types import Article, Briefing, Parse, Source, Statement


def told(briefing: Briefing, articles: Iterable[Article], parses: Iterable[Parse]) -> str:
    """Return the briefing as one JSON document with sorted keys, ending in a line feed.

    Each piece of evidence has the article's id, the sentence's number, the half-open span in code
    points of the article's text, and the words of that span.
    """
    import orjson

    texts = {article.id: article for article in articles}
    anchors = Anchors(parses)
    document = {
        "story_id": briefing.story,
        "title": briefing.title,
        "as_of": briefing.as_of.isoformat() if briefing.as_of else None,
        "texts": briefing.texts,
        "publishers": briefing.publishers,
        "origins": briefing.origins,
        "origin_reasons": list(briefing.origin_reasons),
        "sources": [_source(source) for source in briefing.sources],
        "sections": [
            {
                "title": section.title,
                "empty": section.empty if not section.statements else None,
                "statements": [
                    _statement(statement, [_piece(a, texts[a.article]) for a in anchors.of(statement)])
                    for statement in section.statements
                ],
            }
            for section in briefing.sections
        ],
    }
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2).decode() + "\n"


def _statement(statement: Statement, evidence: list[dict[str, object]]) -> dict[str, object]:
    return {
        "text": statement.text,
        "marks": [mark.name.lower() for mark in statement.marks],
        "texts": statement.texts,
        "origins": statement.origins,
        "group": statement.group,
        "evidence": evidence,
    }


def _piece(anchor: Anchor, article: Article) -> dict[str, object]:
    return {
        "sentence_id": anchor.id,
        "article_id": anchor.article,
        "text_digest": article.digest,
        "sentence_no": anchor.number,
        "char_start": anchor.span.start,
        "char_end": anchor.span.end,
        "quote": anchor.span.cut(article.text),
    }


def _source(source: Source) -> dict[str, object]:
    return {
        "article_id": source.article,
        "outlet": source.outlet,
        "title": source.title,
        "published": source.published,
        "location": source.location,
        "url": source.url,
        "origin": source.origin,
    }
