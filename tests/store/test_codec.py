from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import StoreError
from dragoman.store.codec import decode, encode, identify
from dragoman.types import (
    ActorId,
    ArticleId,
    Basis,
    Event,
    EventKind,
    Evidence,
    Maker,
    MeetingFormat,
    Precision,
    Protocol,
    Role,
    RoleName,
    Span,
    Status,
    Tense,
    Terms,
    TextDigest,
    VisitRank,
    When,
    Where,
)

spans = st.tuples(st.integers(0, 500), st.integers(1, 50)).map(lambda p: Span(p[0], p[0] + p[1]))
evidence = spans.map(lambda s: Evidence(ArticleId("a1"), TextDigest("d1"), s))
bases = st.builds(
    Basis,
    st.lists(evidence, min_size=1, max_size=3).map(tuple),
    st.just(Maker("events", 1)),
    st.none() | st.floats(0, 1),
)
whens = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(
    lambda d: When(d, date.fromordinal(d.toordinal() + 1), Precision.DAY, "on Tuesday")
)
roles = st.builds(
    Role, st.sampled_from(RoleName), spans, st.text(), st.none() | st.just(ActorId("state:JPN"))
)
events = st.builds(
    Event,
    kind=st.just(EventKind("meeting")),
    trigger=spans,
    roles=st.lists(roles, max_size=4).map(tuple),
    when=st.none() | whens,
    where=st.none() | st.builds(Where, spans, st.text(), st.none() | st.text(), st.none() | st.text()),
    status=st.sampled_from(Status),
    tense=st.sampled_from(Tense),
    told=st.none() | spans,
    protocol=st.none()
    | st.builds(
        Protocol,
        st.none() | st.sampled_from(MeetingFormat),
        st.sampled_from(VisitRank),
        st.none() | st.integers(1, 9),
    ),
    basis=bases,
)


@given(events)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    assert decode(encode(event), Event) == event


@given(
    st.builds(
        Terms,
        article=st.just(ArticleId("a")),
        outlet=st.none() | st.text(),
        published=st.none() | st.dates(),
        title=st.lists(st.tuples(st.text(), st.integers(1, 9))).map(tuple),
        words=st.lists(st.tuples(st.text(), st.integers(1, 9))).map(tuple),
        actors=st.just((("state:JPN", 2),)),
        days=st.just(("2026-01-13",)),
    )
)
def test_terms_come_back_as_they_were(terms: Terms) -> None:
    assert decode(encode(terms), Terms) == terms


def test_a_broken_record_is_told_as_an_error_of_the_store() -> None:
    with pytest.raises(StoreError, match="stored Event cannot be read"):
        decode('{"kind": 3}', Event)


@given(events)
def test_the_id_stays_when_only_the_judgement_changes(event: Event) -> None:
    other = decode(encode(event).replace(event.status.value, Status.NEGATED.value), Event)

    assert identify(event, "a1", set()) == identify(other, "a1", set())


@given(events)
def test_two_records_about_the_same_get_two_ids(event: Event) -> None:
    taken: set[str] = set()

    assert identify(event, "a1", taken) != identify(event, "a1", taken)
