"""The documentation says what the program is: generated pages are fresh, names and links lead somewhere."""

import importlib.util
import re
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest

from dragoman.cli.main import cli
from dragoman.config import Settings
from dragoman.export.tables import columns
from dragoman.store.sqlite import connect

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
FOLDERS = ("benchmarks", "changelog.d", "docs", "src")
PAGES = sorted([*ROOT.glob("*.md"), *(page for name in FOLDERS for page in (ROOT / name).rglob("*.md"))])


def _tool(name: str) -> ModuleType:
    """Load a script of tools/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _commands(command: click.Command, path: str) -> list[tuple[str, click.Command]]:
    """Return ``command`` and all below it, each with the words that call it."""
    found = [(path, command)]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            found += _commands(below, f"{path} {name}")
    return found


@pytest.mark.parametrize("page", ["commands.md", "tables.md", "settings.md"])
def test_the_reference_says_what_the_program_says(page: str) -> None:
    written = (DOCS / "reference" / page).read_text("utf-8")
    assert written == _tool("make_reference").pages()[page], "run python tools/make_reference.py"


@pytest.mark.parametrize(("path", "command"), _commands(cli, "dragoman"), ids=str)
def test_every_command_and_option_stands_in_the_reference(path: str, command: click.Command) -> None:
    text = (DOCS / "reference" / "commands.md").read_text("utf-8")
    part = re.split(rf"^## {re.escape(path)}$", text, maxsplit=1, flags=re.MULTILINE)[1].split("\n## ")[0]

    named = [option for p in command.params if isinstance(p, click.Option) for option in p.opts]
    assert [option for option in named if not re.search(rf"(?<![\w-]){option}(?![\w-])", part)] == []


def test_every_command_stands_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert [path for path, _ in _commands(cli, "dragoman") if path not in text] == []


def test_every_exported_column_is_in_the_store_and_in_the_reference(tmp_path: Path) -> None:
    connection = connect(tmp_path / "fresh.db", write=True, create=True)
    text = (DOCS / "reference" / "tables.md").read_text("utf-8")
    for table, told in columns().items():
        have = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        part = text.split(f"## {table}\n", 1)[1].split("\n## ")[0]
        assert [name for name in told if name not in have] == []
        assert [name for name in told if f"| `{name}` |" not in part] == []


def test_every_setting_stands_in_the_reference() -> None:
    text = (DOCS / "reference" / "settings.md").read_text("utf-8")
    for table in fields(Settings):
        part = text.split(f"## [{table.name}]\n", 1)[1].split("\n## ")[0]
        names = [setting.name for setting in fields(getattr(Settings(), table.name))]
        assert [name for name in names if f"| `{name}` |" not in part] == []


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_relative_link_leads_to_a_file_and_to_a_heading(page: Path) -> None:
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, heading = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (heading and heading not in _headings(target)):
            broken.append(link)

    assert broken == []


def _headings(page: Path) -> set[str]:
    """Return the anchors of a page, as code hosts make them."""
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def _in_code(page: Path) -> list[str]:
    """Return what stands in backticks in the prose of a page."""
    prose = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`\n]+)`", prose)


SPEAKING_OF_CODE = [
    ROOT / "ARCHITECTURE.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((DOCS / "decisions").glob("*.md")),
    *sorted((DOCS / "explanation").glob("*.md")),
]


@pytest.mark.parametrize("page", SPEAKING_OF_CODE, ids=_name)
def test_every_path_named_in_the_papers_exists(page: Path) -> None:
    lost = []
    for token in _in_code(page):
        looks_like_path = re.fullmatch(
            r"[\w.-]+(/[\w.-]+)+/?|[\w.-]+/|\w+\.(py|toml|sql|md|csv|txt|lock)", token
        )
        if not looks_like_path or token.startswith("dragoman."):
            continue
        if not any((root / token).exists() for root in (ROOT, ROOT / "src" / "dragoman")):
            lost.append(token)

    assert lost == []


@pytest.mark.parametrize("page", SPEAKING_OF_CODE, ids=_name)
def test_every_class_and_function_named_in_the_papers_exists(page: Path) -> None:
    code = "\n".join(
        path.read_text("utf-8")
        for folder in ("src", "benchmarks", "tests", "tools")
        for path in sorted((ROOT / folder).rglob("*.py"))
    )
    lost = [token for token in _in_code(page) if not _is_defined(token, code)]

    assert lost == []


def _is_defined(token: str, code: str) -> bool:
    """Tell whether a token that looks like a class, a constant or a call is one of ours; others pass."""
    if call := re.fullmatch(r"(?:\w+\.)*(\w+)\(\)", token):
        return f"def {call[1]}(" in code or f"class {call[1]}" in code
    if re.fullmatch(r"[A-Z][a-z]+(?:[A-Z][a-z]+)*", token) and token not in {"None", "True", "False"}:
        return re.search(rf"\bclass {token}\b", code) is not None
    if re.fullmatch(r"_?[A-Z]+(?:_[A-Z]+)*", token) and len(token) > len("JSON"):
        return re.search(rf"\b{token}\b", code) is not None
    return True


def test_decisions_are_numbered_without_a_gap_and_say_three_things() -> None:
    papers = sorted((DOCS / "decisions").glob("[0-9]*.md"))

    assert [int(paper.name[:4]) for paper in papers] == list(range(1, len(papers) + 1))
    for paper in papers:
        text = paper.read_text("utf-8")
        assert all(f"## {part}" in text for part in ("Context", "Decision", "Consequences")), paper.name
        assert f"({paper.name})" in (DOCS / "decisions" / "README.md").read_text("utf-8")


@pytest.mark.parametrize("page", ["README.md", "docs/what-it-gets-wrong.md"])
def test_figures_are_those_of_the_results(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert "<!-- figures:" in text
    assert _tool("fill_figures").filled(text) == text, "run python tools/fill_figures.py"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return _tool("fill_demo").Demo(tmp_path_factory.mktemp("demo"))


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_output_shown_is_what_the_demo_prints(page: str, demo: Any) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert "<!-- output: dragoman demo -->" in text
    assert _tool("fill_demo").filled(text, demo.output) == text, "run python tools/fill_demo.py"


def test_citation_names_the_version_of_the_package() -> None:
    import dragoman

    told = (ROOT / "CITATION.cff").read_text("utf-8")
    assert "cff-version: 1.2.0" in told
    assert f"version: {dragoman.__version__}\n" in told


def test_the_changelog_names_the_version_or_has_fragments_for_it() -> None:
    fragments = [page for page in (ROOT / "changelog.d").glob("*.md") if page.name != "README.md"]
    assert fragments or "## 0.1.0" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("script", ["start.py", "corpus.py"])
def test_the_speed_benchmarks_answer_help(script: str) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "speed" / script), "--help"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert "usage:" in done.stdout
