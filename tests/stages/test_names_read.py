"""What the stage makes of the names that a reader gives. The readings are made by hand: no weights decide."""

import re
from collections.abc import Sequence
from datetime import date

import pytest

import builders
from dragoman.stages.links import links
from dragoman.stages.mentions import mentions
from dragoman.stages.parse import Gate, ParseSettings, parse
from dragoman.text.words import words
from dragoman.types import Mention, MentionKind, NamedWords, Reading

_MARK = re.compile(r"\[(?P<label>\w+)\|(?P<words>[^\[\]]+)\]")
_SMALL = {"he": "PRON", "the": "DET", "of": "ADP", "and": "CCONJ"}


class Told:
    """A reader that sees the names marked in a text, each sentence in a line, and no others."""

    digest = "by hand"

    def __init__(self, marked: str) -> None:
        self._names: dict[str, list[tuple[str, int, int]]] = {}
        lines = []
        for line in marked.split("\n"):
            plain, last, names = "", 0, []
            for match in _MARK.finditer(line):
                plain += line[last : match.start()]
                names.append((match["label"], len(plain), len(plain) + len(match["words"])))
                plain += match["words"]
                last = match.end()
            plain += line[last:]
            lines.append(plain)
            self._names[plain] = names
        self.text = "\n".join(lines)

    def read(self, sentences: Sequence[str]) -> tuple[Reading, ...]:
        """Return a reading of each line, in which every capital makes a proper noun."""
        return tuple(map(self._read, sentences))

    def _read(self, line: str) -> Reading:
        found = words(line)
        forms = [span.cut(line) for span in found]
        upos = tuple(
            _SMALL.get(form.lower(), "PROPN" if form[0].isupper() else "NOUN" if form.isalpha() else "PUNCT")
            for form in forms
        )
        names = []
        for label, start, end in self._names[line]:
            inside = [n for n, span in enumerate(found) if start <= span.start and span.end <= end]
            names.append(NamedWords(label, inside[0], inside[-1] + 1))
        size = len(found)
        return Reading(
            words=tuple(found),
            lemmas=tuple(forms),
            upos=upos,
            xpos=("X",) * size,
            heads=tuple(range(size)),
            relations=("dep",) * size,
            kinds=(None,) * size,
            statuses=("happened",) * size,
            names=tuple(names),
        )


def found_in(marked: str) -> tuple[Mention, ...]:
    told = Told(marked)
    article = builders.article(told.text)
    (parsed,) = parse(article, told, ParseSettings(Gate.ALL))
    return tuple(mentions(article, parsed))


def kinds(marked: str) -> dict[str, str]:
    return {each.name: each.kind.value for each in found_in(marked)}


def actors(marked: str) -> dict[str, str]:
    told = Told(marked)
    article = builders.article(told.text)
    (parsed,) = parse(article, told, ParseSettings(Gate.ALL))
    named = tuple(mentions(article, parsed))
    return {link.mention.cut(article.text): link.actor.id for link in links(article, parsed, named)}


def test_names_of_every_kind_are_kept() -> None:
    text = (
        "[PER|Ruvim Oskaro] of [ORG|Halvik Motors] saw [LOC|Mount Orrin] "
        "in [EVENT|Orrin Week] with [MISC|Merrowish] songs."
    )

    assert kinds(text) == {
        "Ruvim Oskaro": "person",
        "Halvik Motors": "organisation",
        "Mount Orrin": "place",
        "Orrin Week": "event",
        "Merrowish": "other",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was [PER|He] who left.", None),
        ("They saw [ORG|of] it.", None),
        ("They met [PER|diplomats] there.", None),
        ("They met [ORG|four Halvik vehicles] there.", "Halvik"),
        ("It is [LOC|city of Orrin] that grew.", "Orrin"),
        ("They praised [EVENT|Halvik crisis talks] then.", None),
        ("They praised [EVENT|1987 Halvik crisis talks] then.", "1987 Halvik crisis talks"),
        ("They joined the [ORG|Halvik party] then.", "Halvik party"),
        ("They met Colonel [PER|Ruvim Oskaro's] staff.", "Ruvim Oskaro"),
        ("They met [PER|Colonel Ruvim Oskaro] there.", "Ruvim Oskaro"),
        ("They asked for [PER|MORE Oskaro] then.", "Oskaro"),
        ("They saw the [PER|Norwegian Secretary] there.", "Norwegian"),
        ("He voted ([ORG|R]) then.", None),
        ("They saw [PER|Ruvim] [PER|Oskaro] there.", "Ruvim Oskaro"),
    ],
)
def test_what_cannot_be_part_of_a_name_is_cut_off(text: str, name: str | None) -> None:
    assert list(kinds(text)) == ([name] if name else [])


def test_the_tables_know_the_sense_of_their_own_names() -> None:
    assert kinds(
        "The talks in [ORG|Japan] were short, [ORG|Tokyo] said, as [MISC|Japanese] papers wrote."
    ) == {
        "Japan": "state",
        "Tokyo": "government",
        "Japanese": "state",
    }


def test_two_states_joined_are_two_names() -> None:
    assert kinds("The [ORG|Japan-Norway] talks on [EVENT|Japan] ended.") == {
        "Japan": "state",
        "Norway": "state",
    }


def test_states_side_by_side_are_no_body() -> None:
    assert kinds("In a dispute with [ORG|Japan Norway] will lose.") == {"Japan": "state", "Norway": "state"}


def test_a_place_in_a_longer_name_is_no_place() -> None:
    assert kinds("They studied at the [ORG|University of Oslo Press] and [EVENT|Battle of Oslo Bridge].") == {
        "University of Oslo Press": "organisation",
        "Battle of Oslo Bridge": "event",
    }


def test_a_body_of_a_state_is_the_state_for_links() -> None:
    told = actors(
        "The [ORG|Norwegian Navy] and the [ORG|Ministry of Trade of Kenya] agreed with [ORG|Halvik Motors]."
    )

    assert told == {
        "Norwegian Navy": "state:NOR",
        "Ministry of Trade of Kenya": "state:KEN",
        "Halvik Motors": "organisation:halvik-motors",
    }


def test_a_hyphen_gives_a_body_to_no_state() -> None:
    assert actors("They asked the [ORG|Norway-Orrin Institute] and the [ORG|Kenyan Embassy in Orrin].") == {
        "Norway-Orrin Institute": "organisation:norway-orrin-institute",
        "Kenyan Embassy in Orrin": "state:KEN",
    }


def test_events_and_other_names_are_no_actors() -> None:
    assert actors("They read the [MISC|Orrin Charter] at [EVENT|Orrin Week].") == {}


def test_the_owner_of_a_body_is_a_name_of_its_own() -> None:
    assert kinds("They joined [ORG|Norway's Orrin League] then.") == {
        "Norway": "state",
        "Orrin League": "organisation",
    }


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They signed the [EVENT|Orrin Treaty] there.", "Orrin Treaty", "other"),
        ("They read it in the [LOC|Halvik Herald] then.", "Halvik Herald", "organisation"),
        ("They blamed the [ORG|Oskaro] administration then.", "Oskaro", "person"),
        ("They stayed in [ORG|Bergen] then.", "Bergen", "place"),
        ("They saw [LOC|Ingrid] there.", "Ingrid", "person"),
        ("They read the [EVENT|Orrin Times] then.", "Orrin Times", "organisation"),
        ("They recalled the [ORG|Norwegian Civil War] then.", "Norwegian Civil War", "event"),
        ("They asked [PER|Norway Ruvim Oskaro] then.", "Ruvim Oskaro", "person"),
        ("They asked [PER|Norwegian Minister Ruvim Oskaro] then.", "Ruvim Oskaro", "person"),
        ("They asked President [ORG|Oskaro] then.", "Oskaro", "person"),
    ],
)
def test_the_words_beside_a_name_tell_its_kind(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind


def test_a_name_is_one_thing_in_the_whole_article() -> None:
    found = found_in(
        "We met [ORG|Halvik] there.\nThen [PER|Halvik] spoke.\nBut [ORG|Halvik] paid.\nLater Halvik left."
    )

    assert [each.kind for each in found] == [MentionKind.ORGANISATION] * 4


def test_a_family_name_alone_follows_the_full_name() -> None:
    found = found_in(
        "We met [PER|Ruvim Oskaro] there.\nThen [PER|Ruvim Oskaro] spoke.\n"
        "But [ORG|Oskaro] paid.\nOskaro left."
    )

    assert {each.kind for each in found} == {MentionKind.PERSON}
    assert len(found) == 4


def test_a_family_name_is_no_place_that_the_gazetteer_lacks() -> None:
    found = found_in("We met [PER|Ruvim Oskaro] there.\n[GPE|Oskaro] spoke.\nBut [GPE|Oskaro] left.")

    assert {each.kind for each in found} == {MentionKind.PERSON}


def test_two_people_joined_by_a_hyphen_are_two() -> None:
    found = found_in("We met [PER|Ruvim Oskaro] and [PER|Ilse Tammer].\nThe [PER|Oskaro-Tammer] pact holds.")

    assert [each.name for each in found] == ["Ruvim Oskaro", "Ilse Tammer", "Oskaro", "Tammer"]


def test_a_long_name_known_from_elsewhere_is_not_read_in_pieces() -> None:
    found = found_in(
        "They read the [ORG|Orrin and Halvik] today.\nThe [ORG|Orrin] and [ORG|Halvik] was sold out."
    )

    assert [each.name for each in found] == ["Orrin and Halvik", "Orrin and Halvik"]


def test_a_headline_joins_no_words_to_a_state() -> None:
    told = kinds(
        "[ORG|Japan Envoys] March Again Over Fisheries Quotas Tonight\nThe envoys marched in Norway."
    )

    assert told == {"Japan": "state", "Norway": "state"}


def test_a_leader_in_office_is_known_by_the_family_name() -> None:
    told = Told("They warned that [ORG|Merz] may not come.")
    article = builders.article(told.text, date(2026, 1, 12))
    (parsed,) = parse(article, told, ParseSettings(Gate.ALL))

    assert [each.kind for each in mentions(article, parsed)] == [MentionKind.PERSON]


def test_a_foundation_named_for_a_leader_is_not_the_leader() -> None:
    assert kinds("They praised the [ORG|Friedrich Merz Foundation] then.") == {
        "Friedrich Merz Foundation": "organisation"
    }
