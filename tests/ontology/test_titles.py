import pytest

from dragoman.ontology.naming import naming
from dragoman.ontology.titles import TitleKind, title_at, title_of


@pytest.mark.parametrize(
    ("phrase", "office", "kind"),
    [
        ("former foreign minister", "foreign_minister", TitleKind.OFFICE),
        ("Prime Minister", "head_of_government", TitleKind.OFFICE),
        ("trade lawyer", "person", TitleKind.ROLE),
        ("Gen.", "rank", TitleKind.RANK),
        ("Mr", "honorific", TitleKind.HONORIFIC),
    ],
)
def test_a_phrase_ends_in_its_title(phrase: str, office: str, kind: TitleKind) -> None:
    title = title_of(phrase)

    assert title is not None
    assert (title.office, title.kind) == (office, kind)


def test_the_longest_title_is_taken() -> None:
    words = ("the", "deputy", "prime", "minister", "spoke")

    title = title_at(words, 1)

    assert title is not None
    assert title.words == ("deputy", "prime", "minister")


def test_a_word_of_no_office_is_no_title() -> None:
    assert title_of("harbour") is None


def test_lists_are_in_small_letters_and_regions_keep_their_capitals() -> None:
    lists = naming()

    assert all(word == word.lower() for word in lists.given | lists.acts | lists.openers | lists.never)
    assert all(name == " ".join(name.split()) for name in lists.regions)
    assert "Middle East" in lists.regions
