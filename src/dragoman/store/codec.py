"""Records as JSON and back: one mechanism for every kind of finding."""

import enum
from collections.abc import Callable
from datetime import date
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar

from dragoman.errors import StoreError
from dragoman.types import (
    Assertion,
    Basis,
    Claim,
    Event,
    Evidence,
    Link,
    Maker,
    Meeting,
    Mention,
    Origin,
    Position,
    Quote,
    Span,
    Terms,
    TimeExpression,
)

if TYPE_CHECKING:
    from cattrs import Converter

R = TypeVar("R")

FINDINGS: dict[str, type] = {
    "assertion": Assertion,
    "event": Event,
    "link": Link,
    "mention": Mention,
    "position": Position,
    "quote": Quote,
    "terms": Terms,
    "time": TimeExpression,
}
"""Kinds of findings in one article, by the name they have in the store."""

STORY_FINDINGS: dict[str, type] = {"claim": Claim, "meeting": Meeting, "origin": Origin}
"""Kinds of findings about one story, by the name they have in the store."""

KINDS: dict[type, str] = {record: name for name, record in (FINDINGS | STORY_FINDINGS).items()}


def _span_told(span: Span) -> list[int]:
    return [span.start, span.end]


def _evidence_told(evidence: Evidence) -> list[object]:
    return [evidence.article, evidence.digest, evidence.span.start, evidence.span.end]


@cache
def _converter() -> "Converter":
    """Return the converter: spans and evidence as short lists, enums by value, dates in ISO form."""
    from cattrs import Converter

    converter = Converter()
    converter.register_unstructure_hook(Span, _span_told)
    converter.register_structure_hook(Span, lambda value, _: Span(*value))
    converter.register_unstructure_hook(Evidence, _evidence_told)
    converter.register_structure_hook(
        Evidence, lambda value, _: Evidence(value[0], value[1], Span(value[2], value[3]))
    )
    converter.register_unstructure_hook(Basis, _basis_told)
    converter.register_structure_hook(Basis, _basis_read)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_unstructure_hook(enum.Enum, lambda value: value.value)
    converter.register_structure_hook(Terms, _terms_read)
    return converter


def _basis_told(basis: Basis) -> dict[str, object]:
    """Return a basis in few words, since every finding has one; "made" is stage, version and model."""
    maker = basis.maker
    told: dict[str, object] = {
        "evidence": [_evidence_told(piece) for piece in basis.evidence],
        "made": "/".join([maker.stage, str(maker.version), *([maker.model] if maker.model else [])]),
    }
    if basis.probability is not None:
        told["probability"] = basis.probability
    return told


def _basis_read(value: Any, _: type) -> Basis:  # noqa: ANN401 - what a JSON parser gives
    stage, version, *model = value["made"].split("/", 2)
    return Basis(
        tuple(Evidence(a, d, Span(start, end)) for a, d, start, end in value["evidence"]),
        Maker(stage, int(version), model[0] if model else None),
        value.get("probability"),
    )


def _terms_read(value: Any, _: type) -> Terms:  # noqa: ANN401 - what a JSON parser gives
    """Build ``Terms`` straight: thousands of short pairs are too many for the general way."""
    return Terms(
        article=value["article"],
        outlet=value["outlet"],
        published=date.fromisoformat(value["published"]) if value["published"] else None,
        title=tuple(map(tuple, value["title"])),
        words=tuple(map(tuple, value["words"])),
        actors=tuple(map(tuple, value["actors"])),
        days=tuple(value["days"]),
        headline=value.get("headline"),
    )


def encode(record: object) -> str:
    """Return ``record`` as JSON with sorted keys: equal records give equal text."""
    import orjson

    return orjson.dumps(_converter().unstructure(record), option=orjson.OPT_SORT_KEYS).decode()


def decode(text: str, kind: type[R]) -> R:
    """Return the record of ``kind`` that ``text`` holds.

    Raises:
        StoreError: the text is no such record.

    """
    import orjson

    try:
        return _converter().structure(orjson.loads(text), kind)
    except Exception as error:  # cattrs raises groups of whatever the records raise
        raise StoreError(
            f"a stored {kind.__name__} cannot be read: {error!r}; run `dragoman doctor`"
        ) from error


ABOUT: dict[type, Callable[[Any], tuple[object, ...]]] = {
    Mention: lambda r: (r.span,),
    Link: lambda r: (r.mention,),
    TimeExpression: lambda r: (r.span,),
    Quote: lambda r: (r.content,),
    Assertion: lambda r: (r.sentence,),
    Event: lambda r: (r.kind, r.trigger),
    Position: lambda r: (r.source, r.target, r.matter, r.domain.value, r.basis.evidence[0].span),
    Terms: lambda r: (r.article,),
    Origin: lambda r: (r.story, r.members),
    Meeting: lambda r: (r.story, r.kind, tuple(p.name for p in r.participants), r.basis.evidence[0]),
    Claim: lambda r: (r.story, r.subject, r.relation, r.scope),
}
"""What a record is about, which names it: a better status or a resolved speaker leaves the id as it is."""


def identify(record: object, owner: str, taken: set[str]) -> str:
    """Return the id of ``record`` of article or story ``owner``; ``taken`` tells apart two about the same."""
    kind = type(record)
    told = f"{KINDS[kind]}|{owner}|{ABOUT[kind](record)!r}"
    for attempt in range(len(taken) + 1):
        found = sha256(f"{told}|{attempt}".encode()).hexdigest()[:20]
        if found not in taken:
            taken.add(found)
            return found
    raise AssertionError("more names were tried than are taken")
