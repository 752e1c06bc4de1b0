"""The tables behind a briefing are whole."""

from dragoman.ontology.briefing import briefing_words
from dragoman.ontology.topics import topics


def test_no_word_tells_two_topics() -> None:
    words = [word for topic in topics() for word in topic.words]

    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_labels_are_told_apart() -> None:
    labels = [topic.label for topic in topics()]

    assert len(labels) == len(set(labels))


def test_a_word_has_at_most_one_star_and_at_its_end() -> None:
    told = [word for topic in topics() for word in topic.words]
    told += [word for words in briefing_words().values() for word in words]

    assert [word for word in told if "*" in word[:-1]] == []
