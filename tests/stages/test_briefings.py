"""Briefings: every line has its sentences, its counts and its place."""

from dataclasses import replace

import pytest

from dragoman.types import Briefing, Mark, Section, SentenceRole, Statement, Status
from invented import Records, article, bare, evidence, story

ORDER = [
    "Facts", "Said", "Agenda", "Who stands where", "Signals", "Where the texts differ", "Do not conclude",
    "Next", "Read first",
]  # fmt: skip


@pytest.fixture(scope="module")
def records() -> Records:
    return story()


@pytest.fixture(scope="module")
def briefing(records: Records) -> Briefing:
    return records.briefing()


def section(briefing: Briefing, title: str) -> Section:
    return next(one for one in briefing.sections if one.title == title)


def lines(briefing: Briefing, title: str, group: str | None = None) -> list[Statement]:
    return [one for one in section(briefing, title).statements if group is None or one.group == group]


def test_the_sections_stand_in_their_order_and_each_says_what_it_would_say_if_empty(
    briefing: Briefing,
) -> None:
    assert [one.title for one in briefing.sections] == ORDER
    assert all(one.empty.endswith(".") for one in briefing.sections)


def test_the_head_counts_texts_publishers_and_origins_and_dates_itself_by_the_newest_text(
    briefing: Briefing,
) -> None:
    assert (briefing.texts, briefing.publishers, briefing.origins) == (3, 2, 2)
    assert briefing.as_of is not None
    assert briefing.as_of.isoformat() == "2026-01-09"
    assert briefing.origin_reasons == ("Origin 1: 6 of 6 facts shared",)
    assert [source.origin for source in briefing.sources] == [1, 1, 2]


def test_every_line_rests_on_whole_sentences_of_the_story(records: Records, briefing: Briefing) -> None:
    texts = {one.id: one for one in records.articles}
    sentences = {(p.article, s.span) for p in records.parses for s in p.sentences}
    for one in (line for part in briefing.sections for line in part.statements):
        for piece in one.basis.evidence:
            assert piece.digest == texts[piece.article].digest
            assert (piece.article, piece.span) in sentences
            assert piece.span.cut(texts[piece.article].text).strip()


def test_every_count_is_that_of_its_evidence(records: Records, briefing: Briefing) -> None:
    origin = {key: number for number, one in enumerate(records.origins) for key in one.members}
    for one in (line for part in briefing.sections for line in part.statements):
        articles = {piece.article for piece in one.basis.evidence}
        assert one.texts == len(articles)
        assert one.origins == len({origin[key] for key in articles})


def test_a_line_of_one_text_is_marked_where_there_are_more(briefing: Briefing) -> None:
    for part in briefing.sections[:-1]:
        for one in part.statements:
            assert (Mark.ONLY_ONE in one.marks) == (one.texts == 1)


def test_a_meeting_is_told_with_status_day_and_place_and_with_its_life(briefing: Briefing) -> None:
    meetings = lines(briefing, "Facts", "meetings and visits")

    assert meetings[0].text == (
        "Ana Holt and Bo Lind: two-sided meeting in Bergen, Norway, planned for 13 January 2026."
    )
    assert meetings[0].marks == (Mark.PLANNED,)
    assert (meetings[0].texts, meetings[0].origins) == (2, 1)
    assert meetings[1].text == (
        "Its life so far: planned in a text of 8 January 2026, then expected in a text of 9 January 2026."
    )
    assert meetings[2].text == "Ana Holt: state visit to Kiel, Germany, held, day not told, 4 days long."


def test_an_act_is_backdrop_with_the_words_that_tell_it(briefing: Briefing) -> None:
    (act,) = lines(briefing, "Facts", "backdrop")

    assert act.text.startswith("Denmark: seizure of property or ships")
    assert "seized a trawler in December" in act.text
    assert act.marks == (Mark.HAPPENED, Mark.ONLY_ONE)


def test_two_wordings_of_one_utterance_are_one_line_with_the_spoken_words(briefing: Briefing) -> None:
    (quote,) = lines(briefing, "Said")

    assert quote.text == "Ana Holt: “We come to mend nets, not to cut them” (2 wordings)."
    assert (quote.texts, quote.origins) == (2, 1)


def test_utterances_of_different_people_stay_apart(records: Records) -> None:
    direct, indirect = records.quotes
    other = replace(records, quotes=(direct, replace(indirect, name="Bo Lind", actor="person:bo-lind")))

    assert len(lines(other.briefing(), "Said")) == 2


def test_the_word_index_finds_the_same_utterances_as_comparing_all_with_all(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.stages.briefing_parts import said

    about = [
        " ".join(f"{noun}{letter}" for noun in ("nets", "boats", "ports", "fees")) for letter in "klmnopqr"
    ]
    spoken = [
        f"“{start} {one} this spring,” Holt said." for one in about for start in ("Mend", "Surely mend our")
    ]
    made = bare(article("aaaaaaaa00000009", "Heading\n" + "\n".join(spoken) + "\n", None, None))
    text = made.articles[0]
    direct = records.quotes[0]
    made.quotes = tuple(
        replace(direct, content=span, basis=replace(direct.basis, evidence=(text.evidence(span),)))
        for one in spoken
        for span in (evidence(text, one[1 : one.index(",")]).span,)
    )
    quick = made.briefing()

    monkeypatch.setattr(said.UtteranceIndex, "near", lambda self, _: list(range(self.groups)))

    assert made.briefing() == quick
    assert len(lines(quick, "Said")) == len(about)


def test_words_outside_quotation_marks_are_never_shown_inside_them(records: Records) -> None:
    (line,) = lines(replace(records, quotes=records.quotes[1:]).briefing(), "Said")

    assert "“" not in line.text
    assert line.group == "reported in the texts' words"


def test_the_agenda_folds_paraphrases_by_how_firmly_they_are_announced(briefing: Briefing) -> None:
    told = {(one.group, one.text.split(":")[0]): one for one in lines(briefing, "Agenda")}

    fishing = told["announced", "Fisheries and wastewater"]
    assert (fishing.texts, fishing.origins) == (2, 1)
    assert "so in 1 text, less firmly in 1 more" in fishing.text
    assert told["announced", "Artificial intelligence"].texts == 1
    assert ("possible", "Energy") in told or ("likely", "Energy") in told
    assert ("sensitive", "History") in told
    assert ("to watch", "Trilateral cooperation") in told


@pytest.mark.parametrize(
    ("sentence", "status", "group"),
    [
        ("The ministers will discuss border trade.", Status.PLANNED, "announced"),
        ("The ministers are likely to discuss border trade.", Status.EXPECTED, "likely"),
        ("Border trade is expected to feature on the agenda of the talks.", Status.EXPECTED, "likely"),
        ("The ministers could address border trade.", Status.POSSIBLE, "possible"),
        ("The ministers discussed border trade at the talks.", Status.HAPPENED, "discussed"),
        ("The ministers will not discuss border trade.", Status.NEGATED, None),
        ("The baker will discuss border trade.", Status.PLANNED, None),
    ],
)
def test_a_matter_stands_under_the_word_that_announces_it(
    sentence: str, status: Status, group: str | None
) -> None:
    from dragoman.types import Assertion, Basis, Maker, Tense, Voice, VoiceKind

    made = bare(article("dddddddd00000004", f"A heading\n{sentence}\n", None, None))
    span = made.parses[0].sentences[1].span
    basis = Basis((made.articles[0].evidence(span),), Maker("tests", 1))
    made.assertions = (Assertion(span, status, Tense.FUTURE, None, Voice(VoiceKind.OUTLET), basis),)

    assert [one.group for one in lines(made.briefing(), "Agenda")] == ([group] if group else [])


def test_positions_stand_under_their_domain_and_relations_with_the_words_used(briefing: Briefing) -> None:
    (position,) = lines(briefing, "Who stands where", "economy")
    (relation,) = lines(briefing, "Who stands where", "relations")

    assert position.text == "Denmark: against Norway, on “fishing” (by what it does)."
    assert relation.text == "Denmark and Norway: told as strained (“tensions”)."


def test_signals_are_observed_and_not_scored(briefing: Briefing) -> None:
    told = {one.group: one.text for one in lines(briefing, "Signals")}

    assert told["sequence"].startswith("Ana Holt: visit to Kiel, Germany (held), then meeting with Bo Lind")
    assert told["rank and length"] == (
        "Ana Holt: visit to Kiel, Germany: called a state visit, told to last 4 days."
    )
    assert [one.text for one in lines(briefing, "Signals", "venue")] == [
        "Bergen is the venue, not the capital of Norway (Oslo).",
        "Of the venue, Bergen, a text speaks as a “home town”.",
        "Kiel is the venue, not the capital of Germany (Berlin).",
    ]
    assert told["language"] == "The set phrase “good neighbours” stands in quotation marks."
    assert "“trilateral patrols” (1)" in told["trilateral wording"]
    assert (
        told["expectations"]
        == "Results: hopes are worded low (“not expect major agreements”, “no joint statement”)."
    )


def test_contradictions_stand_first_and_scope_is_no_conflict(briefing: Briefing) -> None:
    differ = lines(briefing, "Where the texts differ")

    assert [one.group for one in differ] == ["conflicts", "precision", "scope"]
    assert "The texts contradict each other" in differ[0].text
    assert "Not a conflict: different scope" in differ[-1].text


def test_misreadings_scenarios_early_outcomes_and_thin_agendas_are_no_conclusions(briefing: Briefing) -> None:
    told = {one.group: one for one in lines(briefing, "Do not conclude")}

    assert (
        told["one origin"].text
        == "That the agenda is settled: 2 texts tell it, but all go back to one origin."
    )
    assert told["misreadings"].text.startswith("“Denmark has given in”: a text names this a misreading.")
    assert "It has not. A visit is a question and no answer" in told["misreadings"].text
    assert told["scenarios"].text == (
        "Only a scenario, no report: “If the talks fail”: The quota lapses; Trade suffers."
    )
    assert "so it is no outcome" in told["written before the event"].text


def test_what_is_due_says_what_would_confirm_it(briefing: Briefing) -> None:
    due = lines(briefing, "Next", "due")

    assert len(due) == 1
    assert due[0].text == (
        "Ana Holt and Bo Lind: two-sided meeting in Bergen, Norway: due on 13 January 2026. "
        "A text of 13 January 2026 or later that tells it as held would confirm it."
    )


def test_what_was_due_before_the_newest_text_is_overdue(records: Records) -> None:
    from datetime import date

    from dragoman.types import Published

    late = replace(records.articles[2], published=Published(date(2026, 1, 20), "2026-01-20"))
    made = replace(records, articles=(*records.articles[:2], late))

    assert lines(made.briefing(), "Next", "due")[0].text.endswith(
        "was due on 13 January 2026, which is past on 20 January 2026; in 1 text of 13 January 2026 or later "
        "no sentence was read as telling whether it took place."
    )


def test_items_to_watch_are_whole_lines(briefing: Briefing) -> None:
    watched = lines(briefing, "Next", "to watch")

    assert watched[0].text == (
        "A text says to watch: The word “good neighbours” and who says it first. Count how often."
    )
    assert len(watched[0].basis.evidence) == 2
    assert len(watched) == 2


def test_a_rewrite_that_brings_no_fact_of_its_own_adds_nothing_new(records: Records) -> None:
    wire, _, essay = records.articles
    copy = replace(wire, id="eeeeeeee00000005", outlet="Third Paper")
    made = bare(wire, copy, essay)
    made.origins = (replace(records.origins[0], members=(wire.id, copy.id)), records.origins[1])

    last = lines(made.briefing(), "Read first")[-1]

    assert last.group == "adds nothing new"
    assert "goes back to the same report as" in last.text


def test_the_text_to_read_first_is_the_one_that_supports_most(briefing: Briefing) -> None:
    first = lines(briefing, "Read first")

    assert first[0].group == "start here"
    assert len(first) == 3
    assert first[0].text.startswith("Skagen Post, “Holt to see Lind in Bergen”, 8 January 2026")


def test_one_text_with_nothing_found_gives_empty_sections_in_words() -> None:
    made = bare(article("ffffffff00000006", "Rain fell on the harbour.\n", None, None)).briefing()

    assert made.as_of is None
    assert (made.texts, made.publishers, made.origins) == (1, 0, 1)
    assert [one.title for one in made.sections if one.statements] == ["Read first"]


def test_a_text_without_sentences_gives_no_line_at_all() -> None:
    made = bare(article("ffffffff00000007", "\n", None, None)).briefing()

    assert all(one.statements == () for one in made.sections)


def test_headings_are_no_first_evidence(records: Records, briefing: Briefing) -> None:
    roles = {(p.article, s.span): s.role for p in records.parses for s in p.sentences}
    meeting = lines(briefing, "Facts")[0].basis.evidence[0]

    assert roles[meeting.article, meeting.span] is SentenceRole.BODY


def test_the_same_records_give_the_same_briefing(briefing: Briefing) -> None:
    assert story().briefing() == briefing
