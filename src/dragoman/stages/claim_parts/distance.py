"""Whether two places told of one meeting can both be right: one inside the other, or next to it."""

from math import asin, cos, radians, sin, sqrt

from dragoman.ontology.places import GazetteerPlace, places
from dragoman.types import Where

_NEAR = 30.0
"""Kilometres within which two points are one town, its suburb or a house in it."""
_EARTH = 6371.0
_WIDE = frozenset(
    (
        *("admin1", "region", "continent", "sea", "ocean", "border_zone", "peninsula", "island"),
        *("strait", "river", "canal"),
    )
)
"""Kinds of places that have towns in them or beside them."""


def are_apart(one: Where, other: Where) -> bool:
    """Tell whether two places exclude each other: two towns or houses that lie far apart.

    A region may hold the town, and a place that the gazetteer does not know may lie anywhere.
    """
    first, second = _point(one), _point(other)
    if first is None or second is None:
        return False
    return _kilometres(first, second) > _NEAR


def _point(where: Where) -> GazetteerPlace | None:
    place = places().get(where.place) if where.place else None
    return None if place is None or place.kind in _WIDE else place


def _kilometres(one: GazetteerPlace, other: GazetteerPlace) -> float:
    """Return the distance along the great circle, by the haversine formula."""
    a, b = radians(one.latitude), radians(other.latitude)
    across = sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(sin((b - a) / 2) ** 2 + cos(a) * cos(b) * across))
