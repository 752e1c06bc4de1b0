import gzip
import json

import pytest

from dragoman.models.lemmas import Lemmas

TABLE = {
    "forms": {"VBD left": "leave", "VBZ 's": "be", "VERB VBZ 's": "have", "NNS talks": "talk"},
    "suffixes": {
        "NNS": {"": [1, ""], "ies": [3, "y"], "men": [2, "an"]},
        "VBD": {"": [0, ""], "ed": [2, ""], "ied": [3, "y"]},
        "NNP": {"": [0, ""]},
    },
}


@pytest.fixture(scope="module")
def lemmas(tmp_path_factory: pytest.TempPathFactory) -> Lemmas:
    path = tmp_path_factory.mktemp("lemmas") / "lemmas.json.gz"
    path.write_bytes(gzip.compress(json.dumps(TABLE).encode()))
    return Lemmas.load(path)


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "lemma"),
    [
        ("left", "VERB", "VBD", "leave"),
        ("Left", "VERB", "VBD", "leave"),
        ("denied", "VERB", "VBD", "deny"),
        ("Warned", "VERB", "VBD", "warn"),
        ("treaties", "NOUN", "NNS", "treaty"),
        ("envoys", "NOUN", "NNS", "envoy"),
        ("'s", "AUX", "VBZ", "be"),
        ("'s", "VERB", "VBZ", "have"),
        ("Oslo", "PROPN", "NNP", "Oslo"),
        ("x", "NOUN", "NNS", "x"),
        ("Quickly", "ADV", "RB", "quickly"),
        ("", "X", "NNS", ""),
    ],
)
def test_exceptions_come_before_endings_and_longer_endings_before_shorter(
    lemmas: Lemmas, form: str, upos: str, xpos: str, lemma: str
) -> None:
    assert lemmas.of(form, upos, xpos) == lemma
