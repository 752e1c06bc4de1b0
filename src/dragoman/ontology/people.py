"""Who held which office when, from ``leaders.csv``, and the titles of offices, from ``offices.csv``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import cache, lru_cache
from types import MappingProxyType

from dragoman.errors import RecordError
from dragoman.ontology.fold import compact, folded
from dragoman.ontology.organisations import organisations_by_id
from dragoman.ontology.states import states_by_id
from dragoman.ontology.tables import TableRow, table_rows
from dragoman.types.actor import ActorId
from dragoman.types.when import Precision

_LEADER_COLUMNS = (
    "person", "name", "aliases", "family", "sex", "state", "office", "title", "since", "until", "source",
)  # fmt: skip
_TITLE_COLUMNS = ("title", "plural", "office", "domain", "prefix", "source")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_DECEMBER = 12
NEAR = timedelta(days=120)
"""A report may name somebody a little before or after the term: elect, designate, outgoing."""


@dataclass(frozen=True, slots=True)
class Officeholding:
    """One person's term in one office of a state or organisation.

    ``since`` is the first day the term could have begun and ``until`` the day after the last it could have
    ended, so that ``[since, until)`` is generous: a term "since 2006-04" begins on 1 April. ``until`` is
    ``None`` for a term that has not ended, as far as the table knows. The precisions say how finely each end
    is known.
    """

    person: str
    name: str
    aliases: tuple[str, ...]
    family: str
    sex: str | None
    of: ActorId
    office: str
    title: str
    since: date
    since_precision: Precision
    until: date | None
    until_precision: Precision | None
    source: str

    def __post_init__(self) -> None:
        if self.until is not None and self.since >= self.until:
            raise RecordError(f"the term of {self.name}, {self.since} to {self.until}, runs backwards")

    @property
    def actor(self) -> ActorId:
        """The id by which findings name the person."""
        return ActorId(f"person:{self.person}")

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its variants."""
        return (self.name, *self.aliases)

    def holds_on(self, day: date) -> bool:
        """Tell whether ``day`` lies in the term."""
        return self.since <= day and (self.until is None or day < self.until)

    def distance(self, day: date) -> timedelta:
        """Time between ``day`` and the term; zero when it lies in it."""
        if day < self.since:
            return self.since - day
        if self.until is not None and day >= self.until:
            return day - self.until + timedelta(days=1)
        return timedelta(0)


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """Words for an office as the press writes them; ``prefix`` titles may stand before a name."""

    title: str
    plural: str | None
    office: str
    domain: str | None
    prefix: bool
    source: str


class NameMatch(IntEnum):
    """How a name was found; the better the smaller."""

    FULL = 0
    """The name of the table, in either order of given and family name."""
    ALIAS = 1
    FAMILY = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a name may mean, and ``why``; ``in_office`` is ``None`` when no day was given."""

    holding: Officeholding
    match: NameMatch
    in_office: bool | None
    why: str


@cache
def leaders() -> tuple[Officeholding, ...]:
    """All terms, by person, then beginning, then office."""
    found = (_officeholding(row) for row in table_rows("leaders.csv", _LEADER_COLUMNS))
    return tuple(sorted(found, key=lambda term: (term.person, term.since, term.office, term.of, term.title)))


@cache
def office_titles() -> tuple[OfficeTitle, ...]:
    """All titles of offices, in the order of the table."""
    return tuple(_office_title(row) for row in table_rows("offices.csv", _TITLE_COLUMNS))


@cache
def family_index() -> Mapping[str, tuple[Officeholding, ...]]:
    """Terms by family name, folded (``folded("Yoon")``); each person's terms by beginning."""
    found: dict[str, list[Officeholding]] = {}
    for term in leaders():
        found.setdefault(folded(term.family), []).append(term)
    return MappingProxyType({name: tuple(terms) for name, terms in found.items()})


@cache
def _full_index() -> dict[str, tuple[tuple[Officeholding, NameMatch], ...]]:
    """Return terms by every full name and alias, without spaces, in both orders of the names."""
    found: dict[str, dict[Officeholding, NameMatch]] = {}
    for term in leaders():
        for name in (term.name, *_other_order(term.name, term.family)):
            found.setdefault(compact(name), {}).setdefault(term, NameMatch.FULL)
        for alias in term.aliases:
            for name in (alias, *_other_order(alias, term.family)):
                found.setdefault(compact(name), {}).setdefault(term, NameMatch.ALIAS)
    return {name: tuple(terms.items()) for name, terms in found.items()}


@lru_cache(maxsize=65_536)
def people_named(name: str, on: date | None = None) -> tuple[Candidate, ...]:
    """Everybody ``name`` may mean, the likelier first; empty when the tables know nobody.

    ``name`` is a full name in either order, an alias or a family name, in any spelling of hyphens, spaces and
    accents. Full names and aliases are taken before family names. In office ``on`` that day comes before the
    nearest other term; ties go by the person's id. A family name alone means only those within ``NEAR`` of a
    term, if there are any; namesakes among them all stay in, since nothing here can tell them apart.
    """
    terms = _full_index().get(compact(name), ())
    if not terms:
        terms = tuple((term, NameMatch.FAMILY) for term in family_index().get(folded(name), ()))
        if on is not None:
            near = tuple(pair for pair in terms if pair[0].distance(on) <= NEAR)
            terms = near or terms
    found = (_candidate(term, match, on) for term, match in terms)
    return tuple(sorted(found, key=lambda candidate: _likelihood(candidate, on)))


def _candidate(term: Officeholding, match: NameMatch, on: date | None) -> Candidate:
    how = {NameMatch.FULL: "full name", NameMatch.ALIAS: "alias", NameMatch.FAMILY: "family name"}[match]
    if on is None:
        return Candidate(term, match, None, f"{how}, no day given")
    if term.holds_on(on):
        return Candidate(term, match, in_office=True, why=f"{how}, in office on {on}")
    side = "before" if on < term.since else "after"
    why = f"{how}, {term.distance(on).days} days {side} the term"
    return Candidate(term, match, in_office=False, why=why)


def _likelihood(candidate: Candidate, on: date | None) -> tuple[int, int, str, int, str]:
    """Order by match and nearness; with no day, or of terms equally near, the latest begun comes first."""
    term = candidate.holding
    days = 0 if on is None else term.distance(on).days
    return candidate.match, days, term.person, -term.since.toordinal(), term.office


def _other_order(name: str, family: str) -> tuple[str, ...]:
    """Return the name with the family name moved to the other end, if it stands at one."""
    words, last = name.split(), family.split()
    if len(words) <= len(last):
        return ()
    if words[-len(last) :] == last:
        return (" ".join((*last, *words[: -len(last)])),)
    if words[: len(last)] == last:
        return (" ".join((*words[len(last) :], *last)),)
    return ()


def _officeholding(row: TableRow) -> Officeholding:
    sex = row.optional("sex")
    if sex not in {None, "m", "f"}:
        raise row.wrong(f"sex {sex!r} is neither m nor f nor empty")
    since = _days(row, "since")
    if since is None:
        raise row.wrong("since is empty")
    until = _days(row, "until")
    try:
        return Officeholding(
            person=row.text("person"),
            name=row.text("name"),
            aliases=row.many("aliases"),
            family=row.text("family"),
            sex=sex,
            of=_body(row),
            office=row.text("office"),
            title=row.text("title"),
            since=since[0],
            since_precision=since[2],
            until=until[1] if until else None,
            until_precision=until[2] if until else None,
            source=row.text("source"),
        )
    except RecordError as error:
        message = str(error)
        raise (error if message.startswith(row.table) else row.wrong(message)) from error


def _body(row: TableRow) -> ActorId:
    """Return the actor the office belongs to: column ``state`` holds the id of a state or an organisation."""
    code = row.text("state")
    if code in states_by_id():
        return states_by_id()[code].actor
    if code in organisations_by_id():
        return organisations_by_id()[code].actor
    raise row.wrong(f"state {code!r} is in neither states.csv nor organisations.csv")


def _days(row: TableRow, column: str) -> tuple[date, date, Precision] | None:
    """Return the days ``[first, end)`` a date may mean, and its precision; ``None`` for an empty cell."""
    cell = row.optional(column)
    if cell is None:
        return None
    parts = _DAY.fullmatch(cell)
    if not parts:
        raise row.wrong(f"{column} {cell!r} is not YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = (int(part) if part else None for part in parts.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise row.wrong(f"{column} {cell!r}: {error}") from error
    if day:
        return first, first + timedelta(days=1), Precision.DAY
    if month == _DECEMBER or not month:
        return first, date(first.year + 1, 1, 1), Precision.MONTH if month else Precision.YEAR
    return first, date(first.year, month + 1, 1), Precision.MONTH


def _office_title(row: TableRow) -> OfficeTitle:
    prefix = row.text("prefix")
    if prefix not in {"yes", "no"}:
        raise row.wrong(f"prefix {prefix!r} is neither yes nor no")
    row.many("domain")
    return OfficeTitle(
        title=row.text("title"),
        plural=row.optional("plural"),
        office=row.text("office"),
        domain=row.optional("domain"),
        prefix=prefix == "yes",
        source=row.text("source"),
    )
