import pytest

from dragoman.models.wordpiece import Case, WordPieces, case_of

VOCABULARY = (
    "[PAD] [UNK] [CLS] [SEP] [MASK] un ##aff ##able run ##ning don ' t jae - my ##ung cafe 東 u . s mac ##ron"
).split()
PIECES = WordPieces(VOCABULARY)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("unaffable", "un ##aff ##able"),
        ("Running", "run ##ning"),
        ("MACRON", "mac ##ron"),
        ("don't", "don ' t"),
        ("Jae-myung", "jae - my ##ung"),
        ("Café", "cafe"),
        ("U.S.", "u . s ."),
        ("unknowable", "[UNK]"),
        ("東東", "東 東"),
        ("run\u200bning", "run ##ning"),
        ("\ud800", "[UNK]"),
        ("", "[UNK]"),
        ("un" * 60, "[UNK]"),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces_known(word: str, pieces: str) -> None:
    assert [VOCABULARY[number] for number in PIECES.pieces(word)] == pieces.split()


def test_a_word_is_cut_the_same_when_it_is_met_again() -> None:
    assert PIECES.pieces("unaffable") is PIECES.pieces("unaffable")


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("talks", Case.LOWER),
        ("Oslo", Case.TITLE),
        ("Jae-myung", Case.TITLE),
        ("EU", Case.UPPER),
        ("U.S.", Case.UPPER),
        ("J", Case.LETTER),
        ("J.", Case.LETTER),
        ("McDonald", Case.MIXED),
        ("iPhone", Case.MIXED),
        ("1,200", Case.NONE),
        (",", Case.NONE),
        ("習近平", Case.LOWER),
        ("", Case.NONE),
    ],
)
def test_the_case_of_a_word(word: str, case: Case) -> None:
    assert case_of(word) is case
