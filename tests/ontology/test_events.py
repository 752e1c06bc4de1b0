"""The tables of events, modality and domains."""

import csv
from io import StringIO

from dragoman.ontology.domains import stance_words, topic_words
from dragoman.ontology.events import event_families, event_kinds, event_triggers
from dragoman.ontology.modality import modality_words, verb_forms
from dragoman.ontology.tables import data_bytes

ROOTS = {
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
    "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "RETREAT",
}  # fmt: skip


def test_every_kind_has_a_root_of_the_codebook_or_none() -> None:
    assert {kind.root for kind in event_kinds().values()} - {None} <= ROOTS


def test_every_kind_can_be_named_by_a_word() -> None:
    named = {trigger.kind for group in event_triggers().values() for trigger in group}

    assert set(event_kinds()) - named <= {
        "economic_aid",
        "military_aid",
        "humanitarian_aid",
        "intelligence_sharing",
        "aid_cut",
        "drone_strike",
        "strike_action",
    }


def test_meetings_and_visits_are_one_family_and_consult() -> None:
    assert {event_kinds()[kind].family for kind in ("meeting", "visit", "call", "negotiation")} == {"meeting"}  # type: ignore[index]
    assert event_kinds()["visit"].consults  # type: ignore[index]
    assert event_families()["summit"] == event_families()["trip"] == "meeting"


def test_every_row_tells_its_source() -> None:
    for name in ("event_kinds.csv", "event_triggers.csv"):
        for row in csv.DictReader(StringIO(data_bytes(name).decode("utf-8"))):
            assert row["source"]


def test_the_word_lists_tell_their_source() -> None:
    for name in ("modality.toml", "domains.toml", "verbs.csv"):
        assert b"Source:" in data_bytes(name)[:600]


def test_verb_forms_lead_to_their_lemma() -> None:
    forms = verb_forms()

    assert forms["met"][0] == "meet"
    assert forms["visits"][2] < 0.5 < forms["visited"][2]


def test_classes_of_modality_and_stance_are_there() -> None:
    assert "will" in modality_words()["grammar.modal"]
    assert "oppose" in stance_words()["against"]
    assert topic_words()["tariff"]
