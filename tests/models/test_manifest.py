import json
from hashlib import sha256
from pathlib import Path

import pytest

from dragoman.errors import ModelError
from dragoman.models.manifest import FILES, HEADS, changed_files, manifest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with files of a model that hold only their names."""
    for name in FILES:
        (tmp_path / name).write_text(name)
    told = {
        "format": 1,
        "version": "1",
        "width": 4,
        "window": 192,
        "heads": {head: ["O", "B"] for head in sorted(HEADS)},
        "relations": ["root"],
        "sentence": ["none"],
        "files": {name: {"bytes": len(name), "sha256": sha256(name.encode()).hexdigest()} for name in FILES},
    }
    (tmp_path / "reader.json").write_text(json.dumps(told))
    return tmp_path


def change(folder: Path, **values: object) -> None:
    told = json.loads((folder / "reader.json").read_text())
    (folder / "reader.json").write_text(json.dumps(told | values))


def test_a_whole_model_is_taken_and_none_of_its_files_has_changed(folder: Path) -> None:
    made = manifest(folder)

    assert tuple(made.heads) == HEADS
    assert list(changed_files(made)) == []


def test_another_manifest_is_another_digest(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    for path in folder.iterdir():
        (other / path.name).write_bytes(path.read_bytes())
    change(other, version="2")

    assert manifest(folder).digest != manifest(other).digest


@pytest.mark.parametrize("name", [*FILES, "reader.json"])
def test_a_missing_file_is_named_with_what_to_do(folder: Path, name: str) -> None:
    (folder / name).unlink()

    with pytest.raises(ModelError, match=rf"missing: .*{name}; reinstall the program .*git checkout.*README"):
        manifest(folder)


def test_a_file_that_was_cut_short_is_named_at_the_start(folder: Path) -> None:
    (folder / "reader.onnx").write_text("reader.on")

    with pytest.raises(ModelError, match=r"reader\.onnx has 9 bytes and should have 11; reinstall"):
        manifest(folder)


def test_a_file_with_other_bytes_of_that_length_is_found_when_files_are_hashed(folder: Path) -> None:
    (folder / "vocab.txt").write_text("vocab.tXt")

    (fault,) = changed_files(manifest(folder))
    assert "vocab.txt is not the file" in fault


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"format": 2}, "of format 2, this version reads 1"),
        ({"heads": {}}, "no manifest of a reader model"),
        ({"files": []}, "no manifest of a reader model"),
        ({"files": {}}, "does not name"),
    ],
)
def test_a_manifest_that_does_not_fit_is_refused(folder: Path, values: dict[str, object], told: str) -> None:
    change(folder, **values)

    with pytest.raises(ModelError, match=told):
        manifest(folder)


def test_a_manifest_that_is_no_json_is_refused(folder: Path) -> None:
    (folder / "reader.json").write_text("{")

    with pytest.raises(ModelError, match="no manifest of a reader model"):
        manifest(folder)
