"""Run the stages that see many articles: stories over all, then origins, meetings, claims per story."""

from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256

from dragoman.errors import PlanError
from dragoman.pipeline.plan import Plan
from dragoman.pipeline.stage import Grain, Stage
from dragoman.store.rows import Row, dropped_row
from dragoman.store.view import SqliteView
from dragoman.store.writer import Compared, SqliteWriter, story_location
from dragoman.types import Article, ArticleId, Dropped, Parse, Reason, Story

_BATCH = 64
"""Stories per transaction."""


def make_stories(
    plan: Plan,
    view: SqliteView,
    writer: SqliteWriter,
    progress: Callable[[str, int], None],
    failures: Counter[str],
) -> int:
    """Bring stories and all that is said of them up to date; return how many stories were made again.

    Nothing is done when neither an article nor a rule changed. A story whose articles and rules
    are as they were keeps its findings. What a stage sets aside is counted in ``failures``.
    """
    prints = plan.fingerprints()
    plans = dict(view.documents_by_plan())
    state = _digest(
        *(f"{key}={made}" for key, made in plans.items()), *(prints[s.name] for s in plan.of(Grain.ALL))
    )
    if view.mark("stories") != state:
        progress("grouping", 0)
        writer.keep_stories(_grouped(plan.of(Grain.ALL), view), ("stories", state))
    stages = plan.of(Grain.GROUP)
    done = 0
    batch: list[Compared] = []
    for story in view.stories():
        made = _digest(*(f"{key}={plans[key]}" for key in story.articles), *(prints[s.name] for s in stages))
        if view.made_from(story.id) == made:
            continue
        records, dropped = _compare(story, stages, view)
        failures.update(str(row[1]) for row in dropped)
        batch.append((story.id, made, records, dropped))
        done += 1
        if len(batch) == _BATCH:
            writer.keep_story_findings(batch)
            batch = []
            progress("comparing", done)
    if batch:
        writer.keep_story_findings(batch)
    return done


def _grouped(stages: tuple[Stage, ...], view: SqliteView) -> Iterator[tuple[Story, str | None, str | None]]:
    """Yield each story with its first and last day."""
    (stage,) = stages
    days = dict(view.days())
    arguments: list[tuple[object, ...]] = [tuple(view.findings(kind)) for kind in stage.reads]
    for story in stage.run(*arguments):
        if not isinstance(story, Story):
            raise PlanError(f"stage {stage.name!r} must give stories, not {type(story).__name__}")
        known = sorted(day for key in story.articles if (day := days[key]) is not None)
        yield story, (known[0] if known else None), (known[-1] if known else None)


def _compare(
    story: Story, stages: tuple[Stage, ...], view: SqliteView
) -> tuple[tuple[object, ...], tuple[Row, ...]]:
    """Return the origins, meetings and claims of one story, and what was set aside, as rows.

    A stage that raises on this story is set aside for it alone, as one that raises on an article is.
    """
    records: dict[type, tuple[object, ...]] = {}
    made: list[object] = []
    dropped: list[Dropped] = []
    for stage in stages:
        arguments: list[object] = []
        for kind in stage.reads:
            if stage.passes_alone(kind):
                arguments.append(story)
                continue
            if kind not in records:
                records[kind] = _load(kind, story.articles, view)
            arguments.append(records[kind])
        try:
            results = tuple(stage.run(*arguments))
        except Exception as error:  # noqa: BLE001 - one bad story never stops a run
            detail = f"{type(error).__name__}: {error}; please report the texts of this story"
            results = (Dropped(story_location(story.id), stage.name, Reason.FAILED, detail),)
        dropped += [result for result in results if isinstance(result, Dropped)]
        records[stage.writes] = tuple(result for result in results if not isinstance(result, Dropped))
        made.extend(records[stage.writes])
    return tuple(made), tuple((story_location(story.id), *dropped_row(one, None)[1:]) for one in dropped)


def _load(kind: type, ids: tuple[ArticleId, ...], view: SqliteView) -> tuple[object, ...]:
    if kind is Article:
        return tuple(view.articles(ids))
    if kind is Parse:
        return tuple(view.parses(ids))
    return tuple(view.findings(kind, ids))


def _digest(*told: str) -> str:
    return sha256("|".join(told).encode()).hexdigest()[:16]
