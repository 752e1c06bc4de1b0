"""Signals: sequence, rank, length, venue, language and expectations as the texts show them, never scored."""

from collections.abc import Iterator
from datetime import date

from dragoman.ontology.states import states_by_id
from dragoman.stages.briefing_parts.facts import meeting_words
from dragoman.stages.briefing_parts.material import Material, Told, by_weight, kept
from dragoman.stages.briefing_parts.matters import listed
from dragoman.stages.briefing_parts.outcomes import outcome_words
from dragoman.stages.briefing_parts.sequence import sequence
from dragoman.stages.briefing_parts.wording import counted, folded_words, rank_words
from dragoman.text.quotation import marked
from dragoman.types import Evidence, Meeting, Section, SentenceRole, Statement, Status, VisitRank

_TERM_WORDS = 4
_TERMS = 8
"""Most terms listed."""


def signs(material: Material, as_of: date | None) -> Section:
    """Return the section of signals, as seen from ``as_of``."""
    lines = (
        *sequence(material, as_of),
        *_protocol(material),
        *_venue(material),
        *by_weight(kept(_terms(material)))[:_TERMS],
        _trilateral(material),
        *_expectations(material),
    )
    return Section(
        "Signals",
        kept(lines),
        "No order of visits, rank, length, venue, set phrase or expectation was found in the texts.",
    )


def _protocol(material: Material) -> Iterator[Statement | None]:
    """Yield the rank and length of each meeting that has one told."""
    for meeting in material.meetings:
        rank, days = rank_words(meeting.protocol.rank), meeting.protocol.days
        told = []
        if meeting.protocol.rank is not VisitRank.UNSTATED:
            told.append(f"called {'an' if rank[0] in 'aeiou' else 'a'} {rank} visit")
        if days:
            told.append(f"told to last {counted(days, 'day')}")
        if told:
            text = f"{meeting_words(meeting, ranked=False)}: {', '.join(told)}."
            yield material.statement(text, meeting.basis.evidence, (), "rank and length")


def _venue(material: Material) -> Iterator[Statement | None]:
    """Yield venues that are not the host's capital, and venues that a text calls somebody's home."""
    seen: set[str] = set()
    for meeting in material.meetings:
        where = meeting.where
        state = states_by_id().get(where.state) if where and where.state else None
        if where is None or state is None or where.name in state.names:
            continue
        if any(f"{name} ".startswith(f"{where.name} ") or where.name.startswith(f"{name} ") for name in seen):
            continue
        seen.add(where.name)
        capitals = [capital.lower() for capital in state.capitals]
        if capitals and not any(capital in where.name.lower() for capital in capitals):
            evidence = _naming(material, meeting, where.name)
            text = f"{where.name} is the venue, not the capital of {state.name} ({state.capitals[0]})."
            yield material.statement(text, evidence, (), "venue")
        name = folded_words(where.name)[:1]
        for told in material.body():
            home = listed("signals.home").search(told.words)
            if home and name and name[0] in folded_words(told.words):
                text = f"Of the venue, {where.name}, a text speaks as a “{home[0].lower()}”."
                yield material.statement(text, [told.evidence], (), "venue")


def _naming(material: Material, meeting: Meeting, name: str) -> list[Evidence]:
    """Return the sentences on a meeting that name its place, or all where none does."""
    first = folded_words(name)[:1]
    told = [one for one in map(material.at, meeting.basis.evidence) if one is not None]
    named = [one.evidence for one in told if set(first) & set(folded_words(one.words))]
    return named or list(meeting.basis.evidence)


def _terms(material: Material) -> Iterator[Statement | None]:
    """Yield set phrases that stand in quotation marks, with all their places."""
    found: dict[tuple[str, ...], tuple[str, list[Evidence]]] = {}
    for told in material.body():
        for one in marked(told.words):
            inner = one.inner.cut(told.words)
            words = inner.strip(" ,.;:!?")
            if words[:1].isupper() and inner.endswith((",", ".", "!", "?")):
                continue  # a short remark, not a phrase
            folded = folded_words(words)
            if one.open or not 1 <= len(folded) <= _TERM_WORDS or not words[:1].isalnum():
                continue
            found.setdefault(folded, (words, []))[1].append(told.evidence)
    for words, evidence in found.values():
        yield material.statement(
            f"The set phrase “{words}” stands in quotation marks.", evidence, (), "language"
        )


def _trilateral(material: Material) -> Statement | None:
    """Return the wordings in which the texts speak of three sides."""
    wordings: dict[str, int] = {}
    evidence: list[Evidence] = []
    for told in material.body():
        for match in listed("signals.trilateral").finditer(told.words):
            following = told.words[match.end() :].split()[:1]
            wording = " ".join((match[0].lower(), *(word.strip('.,;:”"') for word in following)))
            wordings[wording] = wordings.get(wording, 0) + 1
            evidence.append(told.evidence)
    if not evidence:
        return None
    told_as = ", ".join(f"“{wording}” ({number})" for wording, number in sorted(wordings.items(), key=_most))
    return material.statement(
        f"Wordings with three sides and how often: {told_as}.", evidence, (), "trilateral wording"
    )


def _most(item: tuple[str, int]) -> tuple[int, str]:
    return (-item[1], item[0])


def _expectations(material: Material) -> Iterator[Statement | None]:
    """Yield what the texts let their readers expect of results: low and high, with the words used."""
    for hopes in ("low", "high"):
        words: dict[str, None] = {}
        evidence: list[Evidence] = []
        for told in material.body():
            if told.role is SentenceRole.LIST_ITEM or _is_past(told):
                continue
            for phrase in outcome_words(told.words, hopes):
                words.setdefault(phrase)
                evidence.append(told.evidence)
        if evidence:
            shown = ", ".join(f"“{word}”" for word in list(words)[:5])
            text = f"Results: hopes are worded {hopes} ({shown})."
            yield material.statement(text, evidence, (), "expectations")


def _is_past(told: Told) -> bool:
    return told.status is Status.HAPPENED
