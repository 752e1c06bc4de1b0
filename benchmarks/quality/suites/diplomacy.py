"""diplomacy: whole stories with distractors, one collection at a time, end to end."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from suites.running import document, read, spoken

from dragoman.store.view import SqliteView
from dragoman.types import (
    Agreement,
    Article,
    Claim,
    Given,
    Meeting,
    Origin,
    Quote,
    QuoteKind,
    Status,
    Story,
    TimeExpression,
)


def predict(rows: Sequence[dict]) -> Iterator[dict]:
    """Yield the one prediction object."""
    told: dict = {"stories": {}, "articles": {}}
    for _, group in groupby(sorted(rows, key=lambda r: (r["story"], r["id"])), key=lambda r: r["story"]):
        documents = [
            document(
                row["id"],
                row["text"],
                Given(outlet=row["outlet"], title=row["title"], published=row["published"]),
            )
            for row in group
        ]
        with read(documents) as view:
            articles = list(view.articles())
            names = {article.id: article.location for article in articles}
            for article in articles:
                told["articles"][article.location] = _article(view, article)
            for story in view.stories():
                told["stories"][story.id] = _story(view, story, names)
    yield told


def _article(view: SqliteView, article: Article) -> dict:
    return {
        "quotes": [
            {"start": start, "end": end, "speaker": q.name}
            for q in view.findings(Quote, [article.id])
            if q.kind is not QuoteKind.INDIRECT and q.name
            for start, end in spoken(article, q)
        ],
        "times": [
            {"start": t.span.start, "end": t.span.end, "value": t.value}
            for t in view.findings(TimeExpression, [article.id])
            if t.when
        ],
    }


def _story(view: SqliteView, story: Story, names: dict) -> dict:
    return {
        "articles": [names[a] for a in story.articles],
        "origins": [[names[a] for a in o.members] for o in view.story_findings(Origin, story.id)],
        "meetings": [_meeting(m, names) for m in view.story_findings(Meeting, story.id)],
        "conflicts": [
            {
                "field": f"{claim.relation} of {claim.subject}",
                "type": "conflict",
                "articles": [names[a] for v in claim.variants for a in v.articles],
                "values": {names[a]: v.value for v in claim.variants for a in v.articles},
            }
            for claim in view.story_findings(Claim, story.id)
            if claim.agreement is Agreement.CONFLICT
        ],
    }


def _meeting(meeting: Meeting, names: dict) -> dict:
    return {
        "participants": [party.name for party in meeting.participants],
        "place": meeting.where.name if meeting.where else None,
        "date": _date(meeting),
        "status": _status(meeting.status),
        "status_by_article": {names[step.article]: _status(step.status) for step in meeting.steps},
    }


def _date(meeting: Meeting) -> str | None:
    when = meeting.when
    if when is None:
        return None
    if when.days == 1:
        return when.start.isoformat()
    if when.start.day == 1 and when.end.day == 1 and when.days < 32:  # noqa: PLR2004 - one calendar month
        return when.start.isoformat()[:7]
    return f"{when.start.isoformat()}/{when.end.fromordinal(when.end.toordinal() - 1).isoformat()}"


def _status(status: Status) -> str:
    return {Status.SCHEDULED: "planned", Status.ARRANGING: "planned", Status.HAPPENED: "held"}.get(
        status, status.value
    )
