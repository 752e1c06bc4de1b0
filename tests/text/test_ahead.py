"""Presents and futures of what lies ahead, on invented sentences."""

import pytest

from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.ahead import ahead, depends
from dragoman.text.clauses import clauses
from dragoman.types import Status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The envoys meet in Oslo on Thursday.", Status.PLANNED),
        ("Once the vote is over, she flies to Bern.", Status.PLANNED),
        ("The next round is planned for June.", Status.PLANNED),
        ("The delegation is expected in Bern.", Status.EXPECTED),
        ("The wording will tell more than the toast.", Status.EXPECTED),
        ("The envoys meet every Thursday.", None),
        ("The envoys often fly to Bern.", None),
        ("The premier will tell parliament.", None),
        ("Once the vote was over, she flew to Bern.", None),
    ],
)
def test_presents_of_plans_are_told_from_habits(text: str, status: Status | None) -> None:
    parsed = clauses(text, lexicon())
    main = parsed.main()
    assert main is not None
    reading = ahead(parsed, lexicon(), main)

    assert (reading.status if reading else None) is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Whether the truce holds will depend on the harvest.", Status.EXPECTED),
        ("Whether the crews come home remains to be seen.", Status.POSSIBLE),
        ("How the council votes may decide the matter.", Status.POSSIBLE),
        ("The truce will depend on the harvest.", None),
    ],
)
def test_an_indirect_question_leaves_its_answer_open(text: str, status: Status | None) -> None:
    reading = depends(clauses(text, lexicon()), lexicon())

    assert (reading.status if reading else None) is status
