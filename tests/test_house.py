"""The house rules that a machine can check: sizes, names, what is imported when."""

import ast
import json
import subprocess
import sys
from importlib.metadata import Distribution, distribution
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.requirements import Requirement

SOURCE = Path(__file__).parents[1] / "src" / "dragoman"
MODULES = sorted(SOURCE.rglob("*.py"))
HEAVY = (
    "trafilatura",
    "lxml",
    "jinja2",
    "rich",
    "cattrs",
    "orjson",
    "sqlite3",
    "htmldate",
    "dateparser",
    "numpy",
    "onnxruntime",
)


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_module_is_at_most_500_lines_and_a_function_at_most_50(module: Path) -> None:
    text = module.read_text("utf-8")
    assert len(text.splitlines()) <= 500

    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > 50
        and node.name != "default_plan"  # one line per stage: the architecture in one place
    ]
    assert long == []


def test_no_module_is_named_for_nothing() -> None:
    assert [m for m in MODULES if m.stem in {"utils", "helpers", "common", "misc"}] == []


def test_every_module_says_first_what_it_is_for() -> None:
    silent = [str(m) for m in MODULES if not ast.get_docstring(ast.parse(m.read_text("utf-8")))]
    assert silent == []


def _imported_by(*arguments: str) -> set[str]:
    """Return the top-level names of the modules that a run of the program with ``arguments`` imports."""
    code = (
        "import sys, json\n"
        "from dragoman.__main__ import main\n"
        f"sys.argv = ['dragoman', *{list(arguments)!r}]\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "print('\\n' + json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("no-such-command",), ("read",), ("brief", "--help")]
)
def test_help_and_usage_errors_import_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert _imported_by(*arguments) & set(HEAVY) == set()


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import dragoman; print(sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "['dragoman']"


def test_a_plan_that_reads_sentences_loads_no_model_before_the_first(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from dragoman.config import read_settings\n"
        "from dragoman.pipeline.plan import default_plan\n"
        "default_plan(read_settings('[parse]\\ngate = \"all\"'))\n"
        "print(sorted({'numpy', 'onnxruntime'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )

    assert done.stdout.strip() == "[]"


def core() -> list[Distribution]:
    """Return the program and all that it needs."""
    wanted, seen = ["dragoman"], dict[str, Distribution]()
    while wanted:
        name = wanted.pop()
        if name in seen:
            continue
        seen[name] = distribution(name)
        for line in seen[name].requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                wanted.append(requirement.name.lower().replace("_", "-"))
    return list(seen.values())


def test_the_core_installs_at_most_45_packages() -> None:
    assert len(core()) <= 45


def test_the_core_with_its_model_takes_at_most_320_megabytes() -> None:
    paths = {Path(str(one.locate_file(file))) for one in core() for file in one.files or ()}
    paths |= set(SOURCE.rglob("*"))  # the checkout is installed in place, so its own files stand here
    size = sum(path.stat().st_size for path in paths if path.is_file() and "__pycache__" not in path.parts)

    assert size <= 320e6


def test_the_files_of_the_model_take_at_most_45_megabytes() -> None:
    assert sum(path.stat().st_size for path in (SOURCE / "models/data").iterdir()) <= 45e6


def test_the_lock_names_versions_and_hashes_and_no_address() -> None:
    lock = (SOURCE.parents[1] / "requirements.lock").read_text("utf-8")
    pinned = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]

    assert "://" not in lock
    assert "--index" not in lock
    assert all("==" in line for line in pinned)
    for line, after in pairwise(lock.splitlines()):
        if "==" in line and not line.startswith(" "):
            assert "--hash=sha256:" in after


def test_every_ignored_lint_rule_has_a_reason() -> None:
    lines = (SOURCE.parents[1] / "pyproject.toml").read_text("utf-8").splitlines()
    start = lines.index("ignore = [")
    rules = lines[start + 1 : lines.index("]", start)]

    assert rules
    assert all("#" in rule for rule in rules)
