"""The terms stage: folded words with counts, actors, days and a headline, one record per article."""

from datetime import date

from builders import Told
from dragoman.stages.terms import READS, VERSION, WRITES, terms
from dragoman.types import Article, Link, Parse, Terms, TimeExpression


def made(text: str, title: str | None = None, published: date | None = date(2031, 5, 20)) -> Terms:
    told = Told(text, published, title)
    (found,) = terms(told.article, told.parse, told.times, told.links)
    return found


def test_the_stage_says_what_it_reads_and_writes() -> None:
    assert (Article, Parse, TimeExpression, Link) == READS
    assert WRITES is Terms
    assert VERSION >= 1


def test_content_words_are_folded_and_counted_and_stop_words_left_out() -> None:
    found = made("The envoys of Osk met the envoy from Vallen. They had met before.")

    assert dict(found.words) == {"envoy": 2, "osk": 1, "met": 2, "vallen": 1}
    assert found.words == tuple(sorted(found.words))


def test_words_of_the_title_count_apart() -> None:
    found = made(
        "Holt opens the pact talks\n\nThe premier came by ferry to sign.", "Holt opens the pact talks"
    )

    assert dict(found.title) == {"holt": 1, "open": 1, "pact": 1, "talk": 1}
    assert dict(found.words) == {"premier": 1, "ferry": 1, "sign": 1}


def test_of_a_long_list_the_most_frequent_and_then_the_first_words_are_kept() -> None:
    rare = " ".join(f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(300))
    found = made(f"Reports came in. {rare}. The ferry left, a ferry came.")

    assert len(found.words) == 250
    assert dict(found.words)["ferry"] == 2
    assert "wordaa" in dict(found.words)
    assert "wordln" not in dict(found.words)


def test_actors_are_counted_over_their_links() -> None:
    found = made("[state_NOR|Norland] and [person_Ana_Holt|Holt] met. [person_Ana_Holt|Premier Holt] left.")

    assert found.actors == (("person:ana-holt", 2), ("state:NOR", 1))


def test_days_that_are_told_are_kept_once_each() -> None:
    found = made(
        "They meet on [time_20310522|Thursday]. Until [time_20310522|Thursday], and [time_20310601|then]."
    )

    assert found.days == ("2031-05-22", "2031-06-01")


def test_the_headline_is_the_title_or_else_the_start_of_the_first_sentence() -> None:
    long = (
        "The premier of the northern shore came by the early ferry and brought "
        + "one more paper " * 9
        + "along."
    )

    assert made("The ferry left.", "Holt  leaves").headline == "Holt leaves"
    assert made("The ferry left at noon. Nobody waved.").headline == "The ferry left at noon."
    cut = made(long).headline
    assert cut is not None
    assert cut.endswith("…")
    assert len(cut) <= 111
    assert long.startswith(cut[:-1])


def test_day_and_outlet_are_passed_on_and_a_missing_day_stays_missing() -> None:
    assert made("The ferry left at noon.").published == date(2031, 5, 20)
    assert made("The ferry left at noon.", published=None).published is None
    assert made("The ferry left at noon.").outlet is None
