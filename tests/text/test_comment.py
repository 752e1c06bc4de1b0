"""Comment told from report, on invented sentences."""

import pytest

from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.clauses import clauses
from dragoman.text.comment import Commentary


@pytest.mark.parametrize(
    "text",
    [
        "This keeps smaller ports guessing.",
        "Her silence suggests a cabinet at odds.",
        "The seating plan showed who counts.",
        "The toasts were worded with care.",
        "The treaty is thinner than its cover.",
        "Its tone is blunt.",
        "It's a gamble.",
        "Summits seldom end quarrels.",
        "Neutrality pays.",
        "A handshake costs nothing.",
    ],
)
def test_judgements_and_general_truths_are_comment(text: str) -> None:
    parsed = clauses(text, lexicon())
    main = parsed.main()
    assert main is not None

    assert Commentary(parsed, lexicon()).comments(main)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry shows the map to reporters.",
        "The figures suggest a fall in exports.",
        "The visit is his second in a year.",
        "The strait is closed.",
        "The fare is higher than 40 crowns.",
        "Ties are cool.",
        "Troops patrol the northern road.",
        "The navy often patrols the strait.",
        "Ferries run twice a day.",
        "Norland pays.",
        "Those officials suggested a delay.",
    ],
)
def test_reports_of_facts_and_of_actors_are_not(text: str) -> None:
    parsed = clauses(text, lexicon())
    main = parsed.main()
    assert main is not None

    assert not Commentary(parsed, lexicon()).comments(main)
