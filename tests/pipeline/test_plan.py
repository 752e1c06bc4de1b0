from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.config import Settings, read_settings
from dragoman.errors import ConfigError, PlanError
from dragoman.pipeline.plan import Plan, default_plan
from dragoman.pipeline.stage import Grain, Stage
from dragoman.types import Article, Document, Parse, Quote, Story, Terms

PLAN = default_plan(Settings())


def nothing(*_: object) -> Iterator[object]:
    yield from ()


def stage(name: str, reads: tuple[type, ...], writes: type, grain: Grain = Grain.EACH) -> Stage:
    return Stage(name, reads, writes, 1, nothing, grain=grain)


def test_a_plan_in_the_wrong_order_names_the_stage_and_the_cure() -> None:
    clean, parse = stage("clean", (Document,), Article), stage("parse", (Article,), Parse)

    with pytest.raises(
        PlanError, match="'parse' reads Article, but only Document is at hand; put the stage that writes"
    ):
        Plan(Document, (parse, clean))


def test_two_stages_of_one_name_are_refused() -> None:
    with pytest.raises(PlanError, match="two stages are named 'clean'"):
        Plan(Document, (stage("clean", (Document,), Article), stage("clean", (Document,), Parse)))


def test_two_stages_that_write_one_kind_are_refused() -> None:
    with pytest.raises(PlanError, match="writes Article a second time"):
        Plan(Document, (stage("clean", (Document,), Article), stage("again", (Document,), Article)))


def test_a_stage_over_one_article_may_not_follow_one_over_all() -> None:
    with pytest.raises(PlanError, match="'quotes' sees each but stands after 'stories', which sees all"):
        Plan(
            Document,
            (
                stage("clean", (Document,), Article),
                stage("terms", (Article,), Terms),
                stage("stories", (Terms,), Story, Grain.ALL),
                stage("quotes", (Article,), Quote),
            ),
        )


def test_the_standard_plan_stands() -> None:
    assert [s.grain for s in PLAN.stages] == sorted((s.grain for s in PLAN.stages), key=list(Grain).index)
    assert {s.name for s in PLAN.of(Grain.GROUP)} >= {"origins", "meetings", "claims"}


def test_a_changed_setting_changes_the_fingerprint_of_that_stage_and_all_after_it_and_nothing_else() -> None:
    other = default_plan(read_settings("[stories]\nwindow = 1"))
    ours, theirs = PLAN.fingerprints(), other.fingerprints()
    changed = {name for name in ours if ours[name] != theirs[name]}

    assert changed == {"stories", "origins", "meetings", "claims"}
    assert PLAN.each_id() == other.each_id()


def test_a_changed_table_changes_the_fingerprint_of_the_stages_that_read_tables() -> None:
    other = replace(PLAN, tables="another digest").fingerprints()

    assert {n for n, made in PLAN.fingerprints().items() if made != other[n]} == {s.name for s in PLAN.stages}


def test_a_raised_version_makes_later_stages_again() -> None:
    stages = tuple(replace(s, version=99) if s.name == "quotes" else s for s in PLAN.stages)
    ours, theirs = PLAN.fingerprints(), replace(PLAN, stages=stages).fingerprints()

    assert ours["times"] == theirs["times"]
    assert ours["quotes"] != theirs["quotes"]
    assert ours["assertions"] != theirs["assertions"]


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[clear]\nx = 1", r"no table \[clear\] \(did you mean 'clean'\?\)"),
        ("[stories]\nwindov = 1", r"no setting 'windov' \(did you mean 'window'\?\)"),
        ("[stories]\nwindow = '9'", "should be int, such as the default"),
        ("[stories", "no valid TOML"),
        ("clean = 3", r"no table \[clean\]"),
    ],
)
def test_a_wrong_setting_says_what_is_known(toml: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        read_settings(toml)


def test_word_lists_of_both_packages_are_in_the_digest_of_the_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.pipeline import plan

    monkeypatch.setattr(plan, "files", lambda _: Path("/nowhere"))
    monkeypatch.setattr(Path, "iterdir", lambda _: iter(()))

    assert default_plan(Settings()).tables != PLAN.tables
