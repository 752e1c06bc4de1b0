"""Briefings: what may not be told as a fact, as said, as due or as a position."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dragoman.stages.briefing_parts.folding import folded
from dragoman.stages.briefing_parts.grammar import is_clause, is_denied, is_order, is_supposed
from dragoman.stages.briefing_parts.matters import matters
from dragoman.types import (
    Actor,
    ActorId,
    ActorKind,
    Article,
    Assertion,
    Basis,
    Domain,
    Event,
    EventKind,
    Evidence,
    Link,
    Maker,
    Manner,
    Mark,
    Meeting,
    Party,
    Position,
    Precision,
    Protocol,
    Quote,
    QuoteKind,
    Role,
    RoleName,
    Sign,
    Span,
    Statement,
    Status,
    Step,
    StoryId,
    Tense,
    Voice,
    VoiceKind,
    When,
    Where,
)
from invented import Records, article, bare, evidence

MAKER = Maker("tests", 1)
MARR = Party(ActorId("person:ida-marr"), "Ida Marr")
VOSS = Party(ActorId("person:jon-voss"), "Jon Voss")
NORWAY = Party(ActorId("state:NOR"), "Norway")
DENMARK = Party(ActorId("state:DNK"), "Denmark")
OF = {"person:ida-marr": "state:DNK", "person:jon-voss": "state:NOR"}


def told(words: str, day: date | None = date(2026, 3, 12), key: str = "aaaaaaaa00000011") -> Article:
    """Return a text of one heading and these sentences."""
    return article(key, f"A heading\n{words}\n", "Sound Post", day)


def days(first: date, number: int = 1, words: str = "then") -> When:
    return When(first, first + timedelta(days=number), Precision.DAY, words)


def meeting(
    text: Article, who: tuple[Party, ...], status: Status, when: When | None, kind: str = "meeting"
) -> Meeting:
    """Return a meeting told by the first sentence of ``text``, in Oslo."""
    piece = _first(text)
    where = Where(piece.span, "Oslo", None, "NOR")
    day = text.published.day if text.published else None
    step = Step(text.id, day, status, when, where, (piece,))
    return Meeting(
        StoryId("5702000000000000"), EventKind(kind), who, when, where, status, Protocol(), (step,), 1, 1,
        Basis((piece,), MAKER),
    )  # fmt: skip


def _first(text: Article) -> Evidence:
    return text.evidence(Span(10, text.text.index("\n", 10)))


def linked(made: Records) -> Records:
    """Tell whom the people stand for."""
    text = made.articles[0]
    links = []
    for place, (person, state) in enumerate(OF.items()):
        actor = Actor(ActorId(person), ActorKind.PERSON, person, ActorId(state))
        span = Span(10 + place, 11 + place)
        links.append(Link(span, actor, None, "mark", Basis((text.evidence(span),), MAKER)))
    made.links = tuple(links)
    return made


def lines(made: Records, title: str) -> list[Statement]:
    return list(next(one for one in made.briefing().sections if one.title == title).statements)


def test_a_visit_is_not_overdue_where_the_meeting_in_it_is_told_as_held() -> None:
    text = told("Marr sails to Oslo, and she and Voss sat down there on Tuesday.")
    day = days(date(2026, 3, 10))
    made = linked(bare(text))
    made.meetings = (
        meeting(text, (MARR, NORWAY), Status.PLANNED, day, "visit"),
        meeting(text, (MARR, VOSS), Status.HAPPENED, day),
    )

    (line,) = lines(made, "Next")

    assert "Told as held on 10 March 2026: Ida Marr and Jon Voss, meeting in Oslo" in line.text
    assert line.marks == (Mark.HAPPENED,)
    assert "no sentence" not in line.text


def test_a_meeting_of_other_people_on_the_same_day_settles_nothing() -> None:
    text = told("Marr meets Voss, and other envoys of the two met others.")
    made = linked(bare(text))
    other = (Party(ActorId("person:una-falk"), "Una Falk"), Party(ActorId("person:per-dahl"), "Per Dahl"))
    day = days(date(2026, 3, 10))
    made.meetings = (
        meeting(text, (MARR, VOSS), Status.PLANNED, day), meeting(text, other, Status.HAPPENED, day)
    )  # fmt: skip

    assert "no sentence was read as telling whether it took place" in lines(made, "Next")[0].text


def test_a_meeting_put_off_and_held_later_is_told_so() -> None:
    text = told("The meeting planned for Monday was postponed until April.", date(2026, 3, 1))
    late = told("Marr met Voss at last.", date(2026, 4, 9), "bbbbbbbb00000012")
    made = linked(bare(text, late))
    made.meetings = (
        meeting(text, (MARR, VOSS), Status.POSTPONED, days(date(2026, 3, 2), words="Monday")),
        meeting(late, (MARR, VOSS), Status.HAPPENED, days(date(2026, 4, 8))),
    )

    (line,) = lines(made, "Next")

    assert "was planned for 2 March 2026, postponed to April 2026. Told as held on 8 April 2026" in line.text


def test_an_act_of_the_same_sides_is_told_beside_a_day_that_is_past() -> None:
    text = told("Denmark and Norway signed a treaty.")
    made = linked(bare(text))
    made.meetings = (replace(meeting(text, (MARR, VOSS), Status.PLANNED, days(date(2026, 3, 10))),
                             basis=Basis((evidence(text, "A heading"),), MAKER)),)  # fmt: skip
    made.events = (event(text, "signed", "signing", (("Denmark", "DNK"), ("Norway", "NOR"))),)

    assert "an act of the same sides (signing of a formal agreement)" in lines(made, "Next")[0].text


def test_near_identical_plans_of_one_day_are_one_line() -> None:
    text, other = told("Marr meets Voss."), told("Voss meets Marr.", key="bbbbbbbb00000012")
    day = days(date(2026, 3, 20))
    pair = (
        meeting(text, (MARR, VOSS), Status.PLANNED, day), meeting(other, (VOSS, MARR), Status.EXPECTED, day)
    )  # fmt: skip

    (one,) = folded(pair)

    assert one.texts == 2
    assert len(one.steps) == 2
    assert len(folded((pair[0], replace(pair[1], when=days(date(2026, 3, 25)))))) == 2
    assert len(folded((pair[0], replace(pair[1], status=Status.NEGATED)))) == 2
    nameless = replace(pair[1], participants=(VOSS, Party(None, "leader")))
    assert [one.participants for one in folded((nameless, pair[0]))] == [pair[0].participants]
    assert folded((pair[0], replace(pair[1], status=Status.HAPPENED)))[0].status is Status.HAPPENED


@pytest.mark.parametrize(
    ("sentence", "when", "words"),
    [
        ("The talks were postponed.", days(date(2026, 3, 15)), "was planned for 15 March 2026, postponed."),
        (
            "The talks, planned for 15 March, were put off to 2 April.", days(date(2026, 4, 2)),
            "was planned for 15 March 2026, postponed to 2 April 2026.",
        ),
        (
            "The talks, planned for 15 March, were postponed until June.", None,
            "was planned for 15 March 2026, postponed to June 2026.",
        ),
        ("The talks were postponed.", None, "postponed, day not told."),
    ],
)  # fmt: skip
def test_a_postponed_meeting_has_an_old_day_and_perhaps_a_new_one(
    sentence: str, when: When | None, words: str
) -> None:
    text = told(sentence)
    made = bare(text)
    made.meetings = (meeting(text, (MARR, VOSS), Status.POSTPONED, when),)

    (line,) = lines(made, "Facts")

    assert line.text.endswith(f"Norway, {words}")
    assert line.marks == ()


def event(
    text: Article, word: str, kind: str, who: tuple[tuple[str, str], ...], status: Status = Status.HAPPENED
) -> Event:
    """Return an act of states named in ``text``."""
    roles = tuple(
        Role(RoleName.PARTICIPANT, evidence(text, name).span, name, ActorId(f"state:{code}"))
        for name, code in who
    )
    trigger = evidence(text, word)
    basis = Basis((trigger,), MAKER)
    return Event(EventKind(kind), trigger.span, roles, None, None, status, Tense.PAST, None, None, basis)


_PAIR = (("Denmark", "DNK"), ("Norway", "NOR"))


@pytest.mark.parametrize(
    ("sentence", "word", "kind", "who", "meant", "told_as_fact"),
    [
        ("Denmark seized a trawler of Norway.", "seized", "seizure", _PAIR, Status.HAPPENED, True),
        ("Denmark has lifted no duty on Norway.", "lifted", "easing", _PAIR, Status.HAPPENED, False),
        ("Denmark did not seize a boat of Norway.", "seize", "seizure", _PAIR, Status.HAPPENED, False),
        ("Had Denmark agreed, Norway would have paid.", "agreed", "agreement", _PAIR, None, False),
        ("Has Denmark seized a boat of Norway?", "seized", "seizure", _PAIR, None, False),
        ("Ask it of Denmark and Norway next week.", "Ask", "request", _PAIR, None, False),
        ("Denmark seized a trawler of Norway.", "seized", "seizure", _PAIR, Status.OPINION, False),
        ("Denmark seized a trawler of Norway.", "seized", "seizure", _PAIR, Status.HYPOTHETICAL, False),
        ("Denmark asked Norway for pilots.", "asked", "request", _PAIR, Status.HAPPENED, True),
        ("Denmark asked for pilots.", "asked", "request", _PAIR[:1], Status.HAPPENED, False),
    ],
)
def test_only_what_a_sentence_reports_is_backdrop(  # noqa: PLR0913, PLR0917 - the columns of a table
    sentence: str, word: str, kind: str, who: tuple[tuple[str, str], ...], meant: Status | None,
    told_as_fact: bool,  # noqa: FBT001 - a case
) -> None:  # fmt: skip
    text = told(sentence)
    made = bare(text)
    made.events = (event(text, word, kind, who),)
    if meant is not None:
        made.assertions = (_meant(made, meant),)

    assert [line.group for line in lines(made, "Facts")] == (["backdrop"] if told_as_fact else [])


def _meant(made: Records, status: Status, tense: Tense = Tense.PAST) -> Assertion:
    span = made.parses[0].sentences[1].span
    basis = Basis((made.articles[0].evidence(span),), MAKER)
    return Assertion(span, status, tense, None, Voice(VoiceKind.OUTLET), basis)


def quote(text: Article, cue: str, content: str, kind: QuoteKind = QuoteKind.INDIRECT) -> Quote:
    """Return words of Ida Marr."""
    said = evidence(text, content)
    return Quote(
        said.span, None, evidence(text, cue).span, kind, "Ida Marr", ActorId("person:ida-marr"),
        Basis((said,), MAKER),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "line"),
    [
        (
            "Marr denied that the quota had been halved.", "denied", "that the quota had been halved",
            "Ida Marr: denied that the quota had been halved.",
        ),
        (
            "Marr said the quota would be halved soon.", "said", "the quota would be halved soon",
            "Ida Marr: the quota would be halved soon.",
        ),
        (
            "Marr acknowledged both harbours as fair and equal partners.", "acknowledged",
            "both harbours as fair and equal partners",
            "Ida Marr: acknowledged both harbours as fair and equal partners.",
        ),
        (
            "Marr praised the long and patient work of the pilots.", "praised",
            "the long and patient work of the pilots", None,
        ),
        ("Marr asked why the boat had been let in.", "asked", "why the boat had been let in", None),
        ("Marr hoped to win more seats in the spring.", "hoped", "to win more seats in the spring", None),
        ("Marr, it said, spoke of weeks of rain at the least.", "said", "weeks of rain at the least", None),
    ],
)  # fmt: skip
def test_reported_words_are_remarks_with_a_verb(
    sentence: str, cue: str, content: str, line: str | None
) -> None:
    made = bare(text := told(sentence))
    made.quotes = (quote(text, cue, content),)

    assert [one.text for one in lines(made, "Said")] == ([line] if line else [])


def test_a_denial_and_the_claim_it_denies_are_two_lines() -> None:
    text = told("Marr said the quota had been halved. Later Marr denied the quota had been halved at all.")
    made = bare(text)
    made.quotes = (
        quote(text, "said", "the quota had been halved"),
        quote(text, "denied", "the quota had been halved at all"),
    )

    assert [one.text for one in lines(made, "Said")] == [
        "Ida Marr: the quota had been halved.",
        "Ida Marr: denied that the quota had been halved at all.",
    ]


@pytest.mark.parametrize(
    ("stretch", "labels"),
    [
        ("lighthouse dues in Narvik in", ["lighthouse dues in Narvik"]),
        ("practical areas such”", ["practical areas"]),
        ("the wrecks off Cape Stad.", ["wrecks off Cape Stad"]),
    ],
)
def test_a_matter_has_nothing_dangling_and_keeps_its_capitals(stretch: str, labels: list[str]) -> None:
    assert [one.told for one in matters(stretch)] == labels


@pytest.mark.parametrize(
    ("sentence", "meant", "group"),
    [
        ("The two talked about lighthouse dues.", Status.OPINION, ["discussed"]),
        ("They had hoped to discuss lighthouse dues at the talks.", Status.HAPPENED, []),
        ("They will discuss lighthouse dues at the talks.", Status.PLANNED, ["announced"]),
    ],
)
def test_what_a_past_meeting_discussed_is_not_to_come(sentence: str, meant: Status, group: list[str]) -> None:
    made = bare(told(sentence))
    made.assertions = (_meant(made, meant),)

    assert [one.group for one in lines(made, "Agenda")] == group


@pytest.mark.parametrize(
    ("sentence", "supposed"),
    [
        ("If the nets tear, the season is over.", True),
        ("Had she waited, the tide would have turned.", True),
        ("Whether he receives her has not been announced.", False),
        ("It remained to be seen whether the pact would hold.", False),
        ("Asked if she would come, she smiled.", False),
    ],
)
def test_only_a_condition_supposes(sentence: str, supposed: bool) -> None:  # noqa: FBT001 - a case
    made = bare(told(sentence))
    made.assertions = (_meant(made, Status.HYPOTHETICAL, Tense.FUTURE),)

    assert is_supposed(sentence) is supposed
    assert [one.group for one in lines(made, "Do not conclude")] == (["scenarios"] if supposed else [])


@pytest.mark.parametrize(
    ("published", "cited"), [(date(2026, 3, 9), True), (date(2026, 3, 10), True), (date(2026, 3, 11), False)]
)
def test_a_text_published_after_the_event_was_not_written_before_it(
    published: date,
    cited: bool,  # noqa: FBT001 - a case
) -> None:
    text = told("Marr sees Voss, but no agreement is in sight.", published)
    made = bare(text)
    made.meetings = (meeting(text, (MARR, VOSS), Status.PLANNED, days(date(2026, 3, 10))),)

    assert [one.group for one in lines(made, "Do not conclude")] == (
        ["written before the event"] if cited else []
    )


def position(text: Article, *, matter: str | None, sign: Sign = Sign.FOR, **more: object) -> Position:
    """Return a position of Denmark told by the first sentence of ``text``."""
    made = Position(
        ActorId("state:DNK"), "Denmark", None, None, matter, Domain.SOVEREIGNTY, sign, Manner.DECLARED,
        Voice(VoiceKind.OUTLET), Basis((_first(text),), MAKER),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("matter", "sign", "line"),
    [
        ("lower quotas for fishing", Sign.FOR, "Denmark: for “lower quotas for fishing” (by its own words)."),
        ("a date", Sign.FOR, None),
        ("the accusation", Sign.AGAINST, None),
        ("neutrality", Sign.NEUTRAL, "Denmark: neutral (by its own words)."),
    ],
)
def test_a_position_names_its_matter_or_is_left_out(matter: str, sign: Sign, line: str | None) -> None:
    text = told("Denmark said so.")
    made = bare(text)
    made.positions = (position(text, matter=matter, sign=sign),)

    assert [one.text for one in lines(made, "Who stands where")] == ([line] if line else [])


def test_a_claim_to_land_is_told_as_one() -> None:
    text = told("Denmark regards Rockall as part of its territory.")
    made = bare(text)
    made.positions = (
        position(text, matter="Rockall as part of its territory", sign=Sign.AGAINST),
        position(text, matter=None, sign=Sign.AGAINST, target_name="Rockall"),
    )

    assert [one.text for one in lines(made, "Who stands where")] == [
        "Denmark: claims sovereignty over Rockall (by its own words)."
    ]


def test_what_one_side_says_that_another_wants_is_not_declared_by_it() -> None:
    text = told("“Denmark wants peace talks,” said Voss.")
    made = linked(bare(text))
    voice = Voice(VoiceKind.NAMED, None, VOSS.actor)
    made.positions = (position(text, matter="peace talks", voice=voice),)

    assert lines(made, "Who stands where") == []

    made.positions = (position(text, matter="peace talks", voice=replace(voice, actor=MARR.actor)),)
    assert len(lines(made, "Who stands where")) == 1


def test_meetings_follow_one_another_by_day_and_none_is_over_before_its_day() -> None:
    text = told("Marr met Voss and others.", date(2026, 3, 12))
    falk = Party(ActorId("person:una-falk"), "Una Falk")
    dahl = Party(ActorId("person:per-dahl"), "Per Dahl")
    made = linked(bare(text))
    made.meetings = (
        meeting(text, (MARR, falk), Status.HAPPENED, days(date(2026, 3, 20))),
        meeting(text, (MARR, VOSS), Status.PLANNED, days(date(2026, 3, 14))),
        meeting(text, (MARR, NORWAY), Status.PLANNED, days(date(2026, 3, 14)), "visit"),
        meeting(text, (MARR, dahl), Status.CANCELLED, days(date(2026, 3, 13))),
    )

    orders = [one for one in lines(made, "Signals") if one.group == "sequence"]
    (line,) = (one for one in orders if one.text.startswith("Ida"))

    assert line.text == (
        "Ida Marr: meeting with Jon Voss in Oslo, Norway on 14 March 2026 (planned), then meeting with "
        "Una Falk in Oslo, Norway on 20 March 2026 (told as held, but its day is still to come)."
    )


def test_where_the_order_is_not_known_a_meeting_is_left_out() -> None:
    text = told("Marr met Voss and others.")
    falk = Party(ActorId("person:una-falk"), "Una Falk")
    made = linked(bare(text))
    made.meetings = (
        meeting(text, (MARR, VOSS), Status.HAPPENED, days(date(2026, 3, 3))),
        meeting(text, (MARR, falk), Status.HAPPENED, None),
    )

    assert [one for one in lines(made, "Signals") if one.group == "sequence"] == []


def test_words_are_read_for_their_verbs() -> None:
    assert is_clause("the boats had gone")
    assert not is_clause("a long day at sea")
    assert not is_clause("If the boats went north")
    assert is_denied("Nobody signed the pact.", 7)
    assert not is_denied("Both signed the pact.", 5)
    assert is_order("Ask them on Friday.", 0)
    assert not is_order("They ask for more.", 5)
