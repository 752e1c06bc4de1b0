"""The stories stage: articles on one event, whatever the order they come in."""

import os
import random
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest

from dragoman.stages.stories import StorySettings, stories
from dragoman.types import ArticleId, Story, Terms

DAY = date(2031, 5, 20)
VISIT = "holt visit osk vallen pact ferry harbour delegation summit wreath garrison pier customs treaty"
FLOOD = "flood river dam vallen rescue villages boats mayor helicopter"
VOTE = "holt osk vote parliament coalition ballots recount majority speaker quorum motion whips lobby"


def article(
    name: str, words: str, day: date | None = DAY, title: str = "", days: tuple[str, ...] = ()
) -> Terms:
    counts = tuple(sorted((word, 2) for word in words.split()))
    heads = tuple(sorted((word, 1) for word in title.lower().split()))
    return Terms(ArticleId(name), None, day, heads, counts, (), days, title or None)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def groups(*terms: Terms, settings: StorySettings | None = None) -> list[list[str]]:
    return [list(story.articles) for story in stories(terms, settings or StorySettings())]


def test_reports_of_one_event_are_one_story_and_others_stay_apart() -> None:
    found = groups(
        article("a", f"{VISIT} quay anthem"),
        article("b", f"{VISIT} banquet toast"),
        article("c", f"{FLOOD} sandbags"),
        article("d", f"{FLOOD} levee"),
    )

    assert found == [["a", "b"], ["c", "d"]]


def test_one_actor_in_two_events_of_one_week_makes_two_stories() -> None:
    found = groups(
        article("a", f"{VISIT} quay"),
        article("b", f"{VISIT} toast"),
        article("c", f"{VOTE} aisle", after(2)),
        article("d", f"{VOTE} gallery", after(2)),
    )

    assert found == [["a", "b"], ["c", "d"]]


def test_the_same_words_weeks_later_are_another_story() -> None:
    assert groups(article("a", VISIT), article("b", VISIT, after(40))) == [["a"], ["b"]]


def test_a_later_report_that_tells_of_the_earlier_day_joins_its_story() -> None:
    early = article("a", f"{VISIT} quay")

    assert groups(early, article("b", f"{VISIT} toast", after(40), days=("2031-05-21",))) == [["a", "b"]]
    assert groups(early, article("b", f"{VISIT} toast", after(40), days=("2031-04-02",))) == [["a"], ["b"]]


def test_a_report_that_tells_of_the_month_joins_only_where_both_name_people_whom_few_name() -> None:
    people = (("person:holt", 2), ("person:varga", 1))
    early = replace(article("a", f"{VISIT} quay"), actors=people)
    late = replace(article("b", f"{VISIT} toast", after(30), days=("2031-05",)), actors=people)
    crowd = [replace(article(f"c{n}", FLOOD, after(90 + 20 * n)), actors=people) for n in range(4)]

    assert groups(early, late) == [["a", "b"]]
    assert groups(early, replace(late, actors=people[:1])) == [["a"], ["b"]]
    assert groups(early, replace(late, published=after(50))) == [["a"], ["b"]]
    assert ["a", "b"] not in groups(early, late, *crowd)


def test_reports_that_both_tell_of_one_planned_day_are_one_story_over_weeks() -> None:
    early = article("a", f"{VISIT} quay", days=("2031-05-28",))
    late = article("b", f"{VISIT} toast", after(60), days=("2031-05-28",))

    assert groups(early, late) == [["a", "b"]]


def test_articles_without_day_or_title_join_by_their_words_and_are_listed_last() -> None:
    found = groups(
        article("a", f"{VISIT} quay", None),
        article("b", f"{VISIT} toast", after(1), "Holt lands in Osk"),
        article("c", f"{VISIT} anthem", DAY),
    )

    assert found == [["c", "b", "a"]]


def test_an_article_without_a_day_must_be_more_alike() -> None:
    part = "holt osk vallen pact " + " ".join(f"other{letter}" for letter in "abcdefgh")
    settings = StorySettings(bar=0.28)

    assert groups(article("a", VISIT), article("b", part), settings=settings) == [["a", "b"]]
    assert groups(article("a", VISIT), article("b", part, None), settings=settings) == [["a"], ["b"]]


def test_words_common_in_the_news_join_nothing() -> None:
    common = "president minister government country leader meeting talk summit security week state official"
    found = groups(
        article("a", f"{common} pomelo lichen trombone"),
        article("b", f"{common} granite walrus tundra"),
    )

    assert found == [["a"], ["b"]]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_input_changes_nothing(seed: int) -> None:
    terms = [article(f"{number:02}", *_mixed(number)) for number in range(24)]
    wanted = list(stories(tuple(terms)))
    random.Random(seed).shuffle(terms)  # noqa: S311 - no secret

    assert list(stories(tuple(terms))) == wanted


def _mixed(number: int) -> tuple[str, date | None]:
    """Return words and a day that fall near, but not quite, into three stories."""
    base = (VISIT, FLOOD, VOTE)[number % 3].split()
    words = " ".join([*base[number % 4 :], f"extra{chr(97 + number)}", f"extra{chr(97 + number // 2)}"])
    return words, None if number % 5 == 0 else after(number % 7)


def test_every_article_is_in_exactly_one_story() -> None:
    terms = tuple(article(f"{number:02}", *_mixed(number)) for number in range(24))
    members = [member for story in stories(terms) for member in story.articles]

    assert sorted(members) == sorted(one.article for one in terms)


def test_the_story_keeps_its_id_when_a_later_article_joins() -> None:
    (before,) = stories((article("a", f"{VISIT} quay"),))
    (now,) = stories((article("a", f"{VISIT} quay"), article("b", f"{VISIT} toast", after(1))))

    assert before.id == now.id
    assert len(now.id) == 16


def test_the_title_is_that_of_the_article_most_like_the_others_that_has_one() -> None:
    (story,) = stories(
        (
            article("a", f"{VISIT} quay anthem toast"),
            article("b", f"{VISIT} quay anthem", DAY, "Holt lands in Osk"),
            article("c", f"{VISIT} tram lichen pomelo granite", DAY, "Rain delays anthem"),
        )
    )

    assert story.title == "Holt lands in Osk"


def test_a_story_without_any_headline_still_has_a_title() -> None:
    (story,) = stories((article("a", VISIT),))

    assert story.title


def test_no_articles_make_no_stories() -> None:
    assert list(stories(())) == []


def test_an_article_without_a_word_is_a_story_of_its_own() -> None:
    assert groups(article("a", ""), article("b", "")) == [["a"], ["b"]]


def test_the_hash_seed_changes_nothing() -> None:
    code = (
        "from datetime import date\n"
        "from dragoman.stages.stories import stories\n"
        "from dragoman.types import Terms\n"
        "words = [tuple((f'w{(n * k) % 37}', 1 + k % 3) for k in range(1, 14)) for n in range(1, 30)]\n"
        "terms = tuple(Terms(f'{n:02}', None, date(2031, 5, 1 + n % 9) if n % 4 else None, (),\n"
        "              tuple(sorted(dict(w).items())), (), (), None) for n, w in enumerate(words))\n"
        "print([(s.id, s.title, s.articles) for s in stories(terms)])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "20")
    }

    assert len(told) == 1
    assert "Story of article" in told.pop()


def test_a_story_is_a_story() -> None:
    assert all(isinstance(story, Story) for story in stories((article("a", VISIT),)))
