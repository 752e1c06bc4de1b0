"""Bodies whose name also names their summit: "the G7 in Lima", "hosts the G20"."""

from functools import cache

from dragoman.ontology.organisations import OrganisationKind, organisations

_KINDS = (OrganisationKind.FORUM, OrganisationKind.INTERGOVERNMENTAL, OrganisationKind.ALLIANCE)


@cache
def gatherings() -> frozenset[str]:
    """Return the actor ids of bodies that states gather in."""
    return frozenset(str(body.actor) for body in organisations() if body.kind in _KINDS)
