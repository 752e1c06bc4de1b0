"""The origins stage: which invented reports of one invented event go back to one report."""

import os
import random
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

import dragoman.demo
from builders import Told
from dragoman.sources.files import documents
from dragoman.stages.clean import clean
from dragoman.stages.links import links
from dragoman.stages.mentions import mentions
from dragoman.stages.origin_parts.judgement import Kinship, judge
from dragoman.stages.origin_parts.profile import profiles
from dragoman.stages.origins import READS, WRITES, OriginSettings, origins
from dragoman.stages.parse import parse
from dragoman.stages.quotes import quotes
from dragoman.stages.stories import stories
from dragoman.stages.terms import terms
from dragoman.stages.times import times
from dragoman.types import (
    Article,
    ArticleId,
    Basis,
    Document,
    Link,
    Maker,
    Origin,
    Parse,
    Quote,
    QuoteKind,
    Span,
    Story,
    StoryId,
    TimeExpression,
)

GOLDEN = Path(__file__).parents[1] / "golden" / "origins.txt"
TEXTS = {
    name.strip(): text.strip()
    for name, _, text in (part.partition("\n") for part in GOLDEN.read_text("utf-8").split("\n== ")[1:])
}
REPORT, REWRITE, SEPARATE = TEXTS["report"], TEXTS["rewrite"], TEXTS["separate"]
AT_THE_RALLY, ON_THE_AIR = TEXTS["at the rally"], TEXTS["on the air"]


class Reports:
    """A story of articles built from texts, with the records the stage reads."""

    def __init__(self, **texts: str) -> None:
        told = {name: Told(text, date(2031, 5, 20), f"Headline of {name}") for name, text in texts.items()}
        self.articles = tuple(_named(name, one.article) for name, one in told.items())
        self.parses = tuple(
            replace(one.parse, article=made.id)
            for one, made in zip(told.values(), self.articles, strict=True)
        )
        self.links: tuple[Link, ...] = ()
        self.quotes: tuple[Quote, ...] = ()

    @property
    def story(self) -> Story:
        return Story(StoryId("s"), "Holt in Osk", tuple(article.id for article in self.articles))

    def origins(self, settings: OriginSettings | None = None) -> list[Origin]:
        return list(
            origins(
                self.story,
                self.articles,
                self.parses,
                self.links,
                self.quotes,
                (),
                settings or OriginSettings(),
            )
        )

    def groups(self) -> list[list[str]]:
        return [list(origin.members) for origin in self.origins()]

    def judged(self) -> Kinship:
        one, other = profiles(self.articles, self.parses, self.links, self.quotes)
        assert judge(one, other) == judge(other, one)
        return judge(one, other).label


def _named(name: str, article: Article) -> Article:
    return replace(article, id=ArticleId(name))


def _marked(article: Article, words: str) -> Basis:
    start = article.text.index(words)
    return Basis((article.evidence(Span(start, start + len(words))),), Maker("tests", 1))


def test_the_stage_says_what_it_reads_and_writes() -> None:
    assert (Story, Article, Parse, Link, Quote, TimeExpression) == READS
    assert WRITES is Origin


def test_a_rewrite_goes_back_to_the_report_it_was_made_of() -> None:
    assert Reports(a=REPORT, b=REWRITE).groups() == [["a", "b"]]


def test_a_rewrite_has_hardly_a_run_of_words_from_its_report() -> None:
    one, other = profiles(Reports(a=REPORT, b=REWRITE).articles, Reports(a=REPORT, b=REWRITE).parses)

    assert judge(one, other).found.copied < 0.1


def test_a_report_with_voices_of_its_own_stands_alone() -> None:
    found = Reports(a=REPORT, b=REWRITE, c=SEPARATE).origins()

    assert [origin.members for origin in found] == [("a", "b"), ("c",)]
    assert found[1].reasons[0].startswith("stands alone: compared with the text nearest to it")


def test_a_reprint_with_a_sentence_cut_joins() -> None:
    lines = REPORT.split("\n")
    reprint = "\n".join([*lines[:2], *lines[3:]]).replace("mean to reopen", "plan to reopen")

    (origin,) = Reports(a=REPORT, b=reprint).origins()

    assert origin.members == ("a", "b")
    assert any("stand in runs of five or more in common" in reason for reason in origin.reasons)
    assert origin.head == "a"


def test_a_public_speech_that_both_quote_is_no_common_origin() -> None:
    assert Reports(a=AT_THE_RALLY, b=ON_THE_AIR).judged() is Kinship.INDEPENDENT


def test_passages_taken_over_into_a_report_of_its_own_are_a_part() -> None:
    lines = REPORT.split("\n")
    mixed = "\n".join([lines[1], *SEPARATE.split("\n")[:3], lines[3]])

    assert Reports(a=REPORT, b=mixed).judged() is Kinship.PARTLY
    assert Reports(a=REPORT, b=mixed).groups() == [["a"], ["b"]]
    assert "shares passages" in Reports(a=REPORT, b=mixed).origins()[1].reasons[0]


def test_the_head_is_the_fullest_member() -> None:
    (origin,) = Reports(a=REWRITE, b=REPORT).origins()

    assert origin.head == "b"


def test_of_two_equal_texts_neither_is_the_head() -> None:
    (origin,) = Reports(a=REPORT, b=REPORT).origins()

    assert origin.head is None


def test_reasons_tell_facts_order_and_quotations_in_words() -> None:
    (origin,) = Reports(a=REPORT, b=REWRITE).origins()

    assert any("specific facts shared, in the same order" in reason for reason in origin.reasons)
    assert "no quotation of its own" in origin.reasons


def test_an_agency_in_the_dateline_is_told_where_the_other_names_it() -> None:
    credited = REPORT.replace("Premier Ana", "OSK, May 19 (Lodestar) - Premier Ana", 1)
    (origin,) = Reports(a=credited, b=f"{REPORT}\nReporting by Lodestar in Osk.").origins()

    assert "all name Lodestar" in origin.reasons


def test_a_text_that_names_the_outlet_it_draws_on_is_told_so() -> None:
    reports = Reports(a=REPORT, b=f"{REWRITE}\nAs the Tarn Courier wrote, much may change.")
    reports.articles = (replace(reports.articles[0], outlet="The Tarn Courier (Web)"), reports.articles[1])

    assert "one names the outlet of another" in reports.origins()[0].reasons


def test_an_only_text_is_an_origin_of_one() -> None:
    (origin,) = Reports(a=REPORT).origins()

    assert origin.members == ("a",)
    assert origin.reasons == ("stands alone: the only text of the story",)


def test_texts_of_a_few_words_are_not_joined_for_want_of_facts() -> None:
    assert Reports(a="Holt is in Osk.", b="Osk waits for Holt.").groups() == [["a"], ["b"]]


def test_an_article_without_sentences_stands_alone() -> None:
    assert Reports(a=REPORT, b="").groups() == [["a"], ["b"]]


def test_links_make_two_names_of_one_actor_one_fact() -> None:
    plain = Reports(a=REPORT, b=REWRITE.replace("Ana Holt", "Norland's head of government"))
    linked = Reports(a=REPORT, b=REWRITE.replace("Ana Holt", "Norland's head of government"))
    told = Told("[person_ana|Ana Holt]").links[0].actor
    linked.links = tuple(
        Link(basis.evidence[0].span, told, None, "mark", basis)
        for basis in (
            _marked(linked.articles[0], "Ana Holt"),
            _marked(linked.articles[1], "Norland's head of government"),
        )
    )

    assert _kept(linked) > _kept(plain)


def _kept(reports: Reports) -> float:
    one, other = profiles(reports.articles, reports.parses, reports.links, reports.quotes)
    return judge(one, other).found.kept


def test_a_quotation_that_only_the_quotes_stage_found_counts_as_quoted() -> None:
    words = "Nobody has asked the school whether the roof holds and nobody will"
    reports = Reports(a=REPORT, b=f"{REWRITE}\nPetra Lunde: {words}.")
    basis = _marked(reports.articles[1], words)
    assert reports.judged() is Kinship.SAME_ORIGIN

    reports.quotes = (Quote(basis.evidence[0].span, None, None, QuoteKind.DIRECT, None, None, basis),)

    assert reports.judged() is Kinship.INDEPENDENT


@pytest.mark.parametrize("seed", range(4))
def test_the_order_in_which_records_come_changes_nothing(seed: int) -> None:
    reports = Reports(a=REPORT, b=REWRITE, c=SEPARATE, d=AT_THE_RALLY)
    wanted, story = reports.origins(), reports.story
    mixed = random.Random(seed)  # noqa: S311 - no secret

    def shuffled(records: Sequence[Article] | Sequence[Parse]) -> tuple:
        return tuple(mixed.sample(list(records), len(records)))

    found = list(origins(story, shuffled(reports.articles), shuffled(reports.parses), (), (), ()))

    assert found == wanted


def test_every_article_is_in_exactly_one_origin() -> None:
    reports = Reports(a=REPORT, b=REWRITE, c=SEPARATE, d=AT_THE_RALLY, e=ON_THE_AIR, f=REPORT)

    assert sorted(member for group in reports.groups() for member in group) == list("abcdef")


def test_the_demo_pages_fall_into_the_stories_and_origins_of_their_key() -> None:
    folder = Path(dragoman.demo.__file__).parent
    key = tomllib.loads((folder / "key.toml").read_text("utf-8"))["page"]
    read = [_through(page) for page in documents([folder / "pages"]) if isinstance(page, Document)]
    articles, parses, found_links, found_quotes, found_terms = (
        tuple(chain.from_iterable(kind)) for kind in zip(*read, strict=True)
    )
    file = {article.id: Path(article.location).name for article in articles}
    told = list(stories(found_terms))
    apart = [
        origin.members
        for story in told
        for origin in origins(story, articles, parses, found_links, found_quotes, ())
    ]

    assert {frozenset(map(file.get, story.articles)) for story in told} == _keyed(key, "story")
    assert {frozenset(map(file.get, members)) for members in apart} == _keyed(key, "origin")


def _keyed(key: list[dict[str, str]], name: str) -> set[frozenset[str | None]]:
    """Return the files of the key that have one label under ``name``."""
    return {
        frozenset(row["file"] for row in key if row[name] == label) for label in {row[name] for row in key}
    }


def _through(document: Document) -> tuple[tuple, tuple, tuple, tuple, tuple]:
    """Return what the stages before make of a page."""
    (article,) = clean(document)
    assert isinstance(article, Article)
    (parsed,) = parse(article)
    named = tuple(mentions(article, parsed))
    linked = tuple(links(article, parsed, named))
    told = tuple(terms(article, parsed, tuple(times(article, parsed)), linked))
    return (article,), (parsed,), linked, tuple(quotes(article, parsed, named, linked)), told


def test_one_doubtful_pair_does_not_chain_two_groups() -> None:
    strict = OriginSettings(bar=1.1)

    assert [o.members for o in Reports(a=REPORT, b=REPORT).origins(strict)] == [("a",), ("b",)]


def test_the_hash_seed_changes_nothing() -> None:
    code = (
        "import sys; sys.path[:0] = ['tests', 'tests/stages']\n"
        "from test_origins import *\n"
        "print(Reports(a=REPORT, b=REWRITE, c=SEPARATE, d=AT_THE_RALLY).origins())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[2],
        ).stdout
        for seed in ("0", "1", "20")
    }

    assert len(told) == 1
