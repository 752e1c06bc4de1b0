"""Stop words and bands of common words: read whole, in the form in which words are compared."""

from dragoman.ontology.commonness import commonness, share_of_reports, stopwords
from dragoman.text.vocabulary import folded


def test_every_listed_word_is_in_the_form_that_folding_gives() -> None:
    assert {folded(word) for word in stopwords()} <= stopwords()
    assert {folded(word) for word in commonness()} == set(commonness())


def test_no_word_is_both_a_stop_word_and_a_common_one() -> None:
    assert not stopwords() & set(commonness())


def test_remarks_are_no_words() -> None:
    assert "#" not in "".join(stopwords() | set(commonness()))
    assert "source:" not in stopwords()


def test_words_in_no_band_are_rarer_than_those_in_any() -> None:
    assert 0.0 < share_of_reports("trombone") < min(commonness().values())
    assert max(commonness().values()) < 1.0
    assert share_of_reports("president") > share_of_reports("stability")
