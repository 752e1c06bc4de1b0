"""Do not conclude: rejected readings, scenarios, early words on results, agendas from one origin."""

from collections.abc import Iterator
from datetime import timedelta

from dragoman.stages.briefing_parts.grammar import is_supposed
from dragoman.stages.briefing_parts.lists import led_lists
from dragoman.stages.briefing_parts.material import Material, Told, kept
from dragoman.stages.briefing_parts.matters import listed
from dragoman.stages.briefing_parts.outcomes import outcome_words
from dragoman.stages.briefing_parts.wording import counted, excerpt, quoted, stopped
from dragoman.types import Article, ArticleId, Section, SentenceRole, Statement, Status, Tense

_REBUTTAL = 3
"""Sentences of a rebuttal shown as evidence at most."""
_LABEL, _LABELLED = 24, 120
"""Longest label before a colon, and longest line it can head, in characters."""
_AHEAD = (Status.PLANNED, Status.SCHEDULED, Status.ARRANGING, Status.EXPECTED)
_OVER = (Status.HAPPENED, Status.ONGOING)
_JUST_NOW = timedelta(days=3)
"""So long after a meeting a text still reports on it. Set by hand on invented reports, 2026-11-21."""
_HYPOTHETICAL = 6


def cautions(material: Material, agenda: Section) -> Section:
    """Return the section of conclusions that the texts do not carry."""
    lines = (
        _one_origin(material, agenda),
        *_misreadings(material),
        *_scenarios(material),
        *_early_outcomes(material),
    )
    return Section(
        "Do not conclude",
        kept(lines),
        "The texts name no misreading and no scenario, and no agenda here rests on one origin alone.",
    )


def _one_origin(material: Material, agenda: Section) -> Statement | None:
    """Say so where several texts give an agenda that goes back to one origin."""
    told = [line for line in agenda.statements if line.group in ("announced", "likely", "possible")]
    evidence = [one for line in told for one in line.basis.evidence]
    texts = material.texts(evidence)
    origins = {material.origin_of[one.article] for one in evidence}
    if texts < 2 or len(origins) != 1:  # noqa: PLR2004 - one text alone is marked as such
        return None
    text = f"That the agenda is settled: {counted(texts, 'text')} tell it, but all go back to one origin."
    return material.statement(text, evidence, (), "one origin")


def _misreadings(material: Material) -> Iterator[Statement | None]:
    """Yield each heading that names a wrong reading, with what its text says against it."""
    for sentences in material.told.values():
        for place, told in enumerate(sentences):
            if not _stands_alone(told):
                continue
            named = listed("misread.heading").search(told.words)
            if named is None or ":" not in told.words:
                continue
            rebuttal = _under(sentences[place + 1 :])
            reading = told.words.partition(":")[2].strip(" “”\"'‘’")
            against = f" Its text answers: {quoted(_joined(rebuttal), 160)}." if rebuttal else ""
            text = f"“{excerpt(reading, 120)}”: a text names this a misreading.{against}"
            yield material.statement(
                text, [told.evidence, *(one.evidence for one in rebuttal)], (), "misreadings"
            )


def _stands_alone(told: Told) -> bool:
    """Tell whether a sentence is a heading, or a short line with a label such as "Myth 1:"."""
    labelled = ":" in told.words[:_LABEL] and len(told.words) <= _LABELLED
    return told.role in (SentenceRole.HEADING, SentenceRole.LIST_ITEM) or (
        told.role is SentenceRole.BODY and labelled
    )


def _under(following: tuple[Told, ...]) -> tuple[Told, ...]:
    """Return the first sentences under a heading."""
    found: list[Told] = []
    for told in following[:_REBUTTAL]:
        if told.role is not SentenceRole.BODY or (
            _stands_alone(told) and listed("misread.heading").search(told.words)
        ):
            break
        found.append(told)
    return tuple(found)


def _joined(sentences: tuple[Told, ...]) -> str:
    return " ".join(told.words for told in sentences)


def _scenarios(material: Material) -> Iterator[Statement | None]:
    """Yield lists of what would follow "if", and sentences that only suppose."""
    listed_ids: set[tuple[ArticleId, int]] = set()
    for lead, items in led_lists(material, "scenario.lead"):
        opens = listed("scenario.lead").match(lead.words.lstrip("“\"' "))
        if opens is None or listed("watch.lead").search(lead.words):
            continue
        listed_ids.update((one.article.id, one.sentence.number) for item in items for one in item.sentences)
        listed_ids.add((lead.article.id, lead.sentence.number))
        points = "; ".join(excerpt(item.words, 70).rstrip(".;") for item in items[:4])
        text = stopped(f"Only a scenario, no report: {quoted(lead.words.rstrip(': '), 80)}: {points}")
        evidence = [lead.evidence, *(one for item in items for one in item.evidence)]
        yield material.statement(text, evidence, (), "scenarios")
    supposed = [
        told
        for told in material.body()
        if told.status is Status.HYPOTHETICAL
        and is_supposed(told.words)
        and told.role is SentenceRole.BODY
        and not listed("watch.lead").search(told.words)
        and (told.article.id, told.sentence.number) not in listed_ids
    ]
    for told in supposed[:_HYPOTHETICAL]:
        text = f"Supposed, not reported: {quoted(told.words, 160)}."
        yield material.statement(text, [told.evidence], (), "scenarios")


def _early_outcomes(material: Material) -> Iterator[Statement | None]:
    """Yield words on results in texts for which the meeting still lay ahead: they are no outcome."""
    ahead = {key for key, article in material.articles.items() if _is_before(material, article)}
    words: dict[str, None] = {}
    evidence = []
    for told in material.body():
        past = told.assertion is not None and told.assertion.tense is Tense.PAST
        if told.article.id in ahead and told.role is SentenceRole.BODY and not past:
            for phrase in outcome_words(told.words, "low"):
                words.setdefault(phrase)
                evidence.append(told.evidence)
    if evidence:
        shown = ", ".join(f"“{word}”" for word in list(words)[:4])
        text = f"That the meeting brought nothing: {shown} was written before it, so it is no outcome."
        yield material.statement(text, evidence, (), "written before the event")


def _is_before(material: Material, article: Article) -> bool:
    """Tell whether a text tells a meeting as ahead, and was published no later than its last day.

    A text that tells how a side's meeting went in the days just before may speak of the results of that one.
    """
    day = article.published.day if article.published else None
    ahead: set[str] = set()
    held: set[str] = set()
    for meeting in material.meetings:
        for step in meeting.steps:
            when = meeting.when or step.when
            if step.article != article.id:
                continue
            if step.status in _AHEAD and (when is None or day is None or day < when.end):
                ahead |= material.sides.of(meeting)
            elif step.status in _OVER and when and day and timedelta(0) <= day - when.start <= _JUST_NOW:
                held |= material.sides.of(meeting)
    return bool(ahead) and not ahead & held
