"""Where the texts differ: facts told in several ways, contradictions first, and what only looks like one."""

from dragoman.stages.briefing_parts.material import Material, kept
from dragoman.stages.briefing_parts.wording import counted, excerpt
from dragoman.types import Agreement, Claim, Section, Statement, Variant

_ORDER = (Agreement.CONFLICT, Agreement.PRECISION, Agreement.TIME_OF_WRITING, Agreement.SCOPE)
_SAYS = {
    Agreement.CONFLICT: "the texts contradict each other",
    Agreement.PRECISION: "not a conflict: told more and less precisely",
    Agreement.TIME_OF_WRITING: "not a conflict: written at different times",
    Agreement.SCOPE: "not a conflict: different scope",
}
_GROUP = {
    Agreement.CONFLICT: "conflicts",
    Agreement.PRECISION: "precision",
    Agreement.TIME_OF_WRITING: "time of writing",
    Agreement.SCOPE: "scope",
}


def differences(material: Material) -> Section:
    """Return the section of facts that the texts tell differently."""
    lines = [
        _line(material, claim)
        for agreement in _ORDER
        for claim in material.records.claims
        if claim.agreement is agreement and len(claim.variants) > 1
    ]
    return Section(
        "Where the texts differ", kept(lines), "No fact was found that the texts tell in different ways."
    )


def _line(material: Material, claim: Claim) -> Statement | None:
    """Return the line of one claim with its variants."""
    told = "; ".join(_variant(one) for one in claim.variants)
    scope = f" ({excerpt(claim.scope, 80)})" if claim.scope else ""
    relation = claim.relation.replace("_", " ")
    subject = _upper(excerpt(claim.subject, 120))
    text = f"{subject}, {relation}{scope}: {told}. {_upper(_SAYS[claim.agreement])}."
    evidence = [one for variant in claim.variants for one in variant.evidence]
    return material.statement(text, evidence, (), _GROUP[claim.agreement])


def _variant(variant: Variant) -> str:
    return f"{excerpt(variant.value, 120)} in {counted(len(variant.articles), 'text')}"


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
