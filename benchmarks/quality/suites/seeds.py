"""seeds: the five texts read together, as ``dragoman read`` reads a folder."""

from collections.abc import Iterator, Sequence

from suites.running import document, read, spoken

from dragoman.ontology.cues import tells
from dragoman.store.view import SqliteView
from dragoman.types import (
    Agreement,
    Article,
    Assertion,
    Claim,
    Event,
    Meeting,
    Origin,
    Quote,
    QuoteKind,
    TimeExpression,
    Variant,
)


def predict(rows: Sequence[dict]) -> Iterator[dict]:
    """Yield the one prediction object."""
    with read([document(row["id"], row["text"]) for row in rows]) as view:
        articles = list(view.articles())
        names = {article.id: article.location for article in articles}
        stories = list(view.stories())
        yield {
            "documents": {article.location: _document(view, article) for article in articles},
            "meetings": [_meeting(m) for s in stories for m in view.story_findings(Meeting, s.id)],
            "origins": [
                [names[a] for a in o.members] for s in stories for o in view.story_findings(Origin, s.id)
            ],
            "conflicts": [
                _conflict(c, names)
                for s in stories
                for c in view.story_findings(Claim, s.id)
                if c.agreement
                in {Agreement.CONFLICT, Agreement.PRECISION, Agreement.TIME_OF_WRITING, Agreement.SCOPE}
            ],
        }


def _document(view: SqliteView, article: Article) -> dict:
    ids = [article.id]
    return {
        "lines": [{"line": n, "class": line.kind.value} for n, line in enumerate(article.lines, 1)],
        "title": article.title,
        "author": ", ".join(article.authors) or None,
        "published": article.published.iso if article.published else None,
        "sentences": [
            {"start": a.sentence.start, "end": a.sentence.end, "status": a.status.value}
            for a in view.findings(Assertion, ids)
        ],
        "quotes": [
            {"start": start, "end": end, "speaker": q.name, "kind": q.kind.value}
            for q in view.findings(Quote, ids)
            if _says(article, q)
            for start, end in spoken(article, q)
        ],
        "times": [
            {"start": t.span.start, "end": t.span.end, "value": t.value}
            for t in view.findings(TimeExpression, ids)
        ],
        "events": [
            {"start": e.trigger.start, "end": e.trigger.end, "status": _status(e.status.value)}
            for e in view.findings(Event, ids)
        ],
    }


def _says(article: Article, quote: Quote) -> bool:
    """Tell whether the suite wants the quote: words or a belief, not what somebody wants or favours."""
    if quote.kind is not QuoteKind.INDIRECT or quote.cue is None:
        return True
    speaker = quote.speaker.cut(article.text) if quote.speaker else ""
    return tells(quote.cue.cut(article.text), quote.content.cut(article.text), speaker)


def _status(value: str) -> str:
    """Return the suite's word: it has no words for the life of a meeting."""
    return {
        "arranging": "planned",
        "scheduled": "planned",
        "postponed": "negated",
        "cancelled": "negated",
    }.get(value, value)


def _meeting(meeting: Meeting) -> dict:
    return {
        "participants": [party.name for party in meeting.participants],
        "place": meeting.where.name if meeting.where else None,
        "date": meeting.when.start.isoformat() if meeting.when and meeting.when.days == 1 else None,
        "status": meeting.status.value,
    }


def _conflict(claim: Claim, names: dict) -> dict:
    kind = "conflict" if claim.agreement is Agreement.CONFLICT else "variation"
    return {
        "kind": kind,
        "claims": [piece for variant in claim.variants for piece in _pieces(variant, names)],
    }


def _pieces(variant: Variant, names: dict) -> list[dict]:
    return [{"file": names[e.article], "start": e.span.start, "end": e.span.end} for e in variant.evidence]
