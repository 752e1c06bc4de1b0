"""Write ``verbs.csv``: English verb forms with their lemmas and how often each is a verb.

The forms are counted in the treebank Universal Dependencies English EWT (CC BY-SA 4.0), its train and dev
parts; the test part is left alone. Get the treebank from its repository, then::

    python tools/build_verbs.py UD_English-EWT

The folder holds ``en_ewt-ud-train.conllu`` and ``en_ewt-ud-dev.conllu``, plain or with ``.gz``. The same
treebank gives the same bytes.

* Forms: those sighted as verbs, and for each lemma the forms that English inflection gives it. A short or
  unsure lemma that was sighted once keeps its sighted form alone.
* Share: of the sightings of a form, names apart, how many are verbs. With fewer than three sightings the
  share is set by the kind of the form.
* Verbs of news that a small treebank lacks, irregular forms and exceptions come from ``tools/verbs.toml``.
"""

import csv
import gzip
import io
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

DATA = Path(__file__).parents[1] / "src/dragoman/ontology/data"
WORDS = Path(__file__).with_name("verbs.toml")
PARTS = ("en_ewt-ud-train.conllu", "en_ewt-ud-dev.conllu")
KINDS = {"VB": "B", "VBP": "B", "VBZ": "S", "VBD": "D", "VBN": "N", "VBG": "G"}
NOTE = (
    "# English verb forms: kinds B base, S third person, D past, N participle, G -ing; share of verb uses. "
    "Source: counted in Universal Dependencies English EWT, train and dev (CC BY-SA 4.0), other forms "
    "inflected by rule; Dragoman developers, 2026-11-21.\n"
)
COLUMNS = 10
ENOUGH = 3
"""A share is counted from so many sightings of a form."""
FEW, SURE = 0.03, 0.9
LEAST = 0.1
"""No form of a verb of news is held to be a verb less often than this."""


@dataclass(frozen=True, slots=True)
class Words:
    """What ``verbs.toml`` holds."""

    news: frozenset[str]
    nouns_too: frozenset[str]
    doubled: frozenset[str]
    never: frozenset[str]
    irregular: dict[str, tuple[str, str]]
    more: dict[str, tuple[str, str, float]]


@dataclass(slots=True)
class Counts:
    """Sightings in the treebank: verbs by form, lemma and kind; all words; verbs by form; verbs by lemma."""

    forms: defaultdict[str, Counter[tuple[str, str]]] = field(default_factory=lambda: defaultdict(Counter))
    words: Counter[str] = field(default_factory=Counter)
    verbs: Counter[str] = field(default_factory=Counter)
    lemmas: Counter[str] = field(default_factory=Counter)

    def of(self, lemma: str) -> Iterator[tuple[str, str]]:
        """Yield the sighted forms of ``lemma`` with their kinds."""
        for form, sighted in self.forms.items():
            yield from ((form, kind) for one, kind in sighted if one == lemma)

    def irregular(self, kind: str) -> dict[str, str]:
        """Return the sighted forms of one kind that do not end in -ed, by lemma."""
        return {
            lemma: form
            for form, sighted in self.forms.items()
            for lemma, one in sighted
            if one == kind and not form.endswith("ed")
        }


def main() -> None:
    """Write the table from the treebank in the folder that the first argument names."""
    words = read_words()
    counts = count(Path(sys.argv[1]))
    rows = shares(inflected(counts, words), counts, words)
    out = io.StringIO()
    out.write(NOTE)
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["form", "lemma", "kinds", "share"])
    table.writerows([form, lemma, kinds, f"{share:.2f}"] for form, lemma, kinds, share in rows)
    (DATA / "verbs.csv").write_text(out.getvalue(), "utf-8", newline="")
    print(f"{len(rows)} forms")


def read_words() -> Words:
    """Return the words of ``verbs.toml``."""
    table = tomllib.loads(WORDS.read_text("utf-8"))
    return Words(
        **{name: frozenset(table[name]) for name in ("news", "nouns_too", "doubled", "never")},
        irregular={lemma: (past, part) for lemma, (past, part) in table["irregular"].items()},
        more={form: (lemma, kinds, share) for form, (lemma, kinds, share) in table["more"].items()},
    )


def lines(folder: Path) -> Iterator[str]:
    """Yield the lines of the parts of the treebank, in order."""
    for part in PARTS:
        packed = folder / f"{part}.gz"
        raw = gzip.decompress(packed.read_bytes()) if packed.exists() else (folder / part).read_bytes()
        yield from raw.decode("utf-8").split("\n")


def count(folder: Path) -> Counts:
    """Count the words of the treebank."""
    counts = Counts()
    for line in lines(folder):
        columns = line.rstrip("\n").split("\t")
        if len(columns) != COLUMNS or not columns[0].isdigit():
            continue
        _, form, lemma, part, tag, features, *_ = columns
        form, lemma = form.lower(), lemma.lower()
        if not plain(form):
            continue
        if part != "PROPN":
            counts.words[form] += 1
        if part == "VERB" and tag in KINDS and "Typo" not in features:
            counts.forms[form][lemma, KINDS[tag]] += 1
            counts.verbs[form] += 1
            counts.lemmas[lemma] += 1
    return counts


def plain(word: str) -> bool:
    """Tell whether a word is of letters, with one hyphen at most."""
    return re.fullmatch(r"[a-z]+(?:-[a-z]+)?", word) is not None


def inflected(counts: Counts, words: Words) -> dict[tuple[str, str], set[str]]:
    """Return the kinds of each form and lemma, sighted or made by rule."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    pasts, parts = counts.irregular("D"), counts.irregular("N")
    seen = {
        lemma for lemma in counts.lemmas if plain(lemma) and lemma not in ("be", "have", "do", "scrapping")
    }
    for lemma in sorted(seen | words.news):
        sighted = tuple(counts.of(lemma))
        once = counts.lemmas[lemma] == 1 and lemma not in words.news
        if not once or (counts.words[lemma] and len(lemma) > 3):  # noqa: PLR2004 - "ha", "wa" are no verbs
            third, regular, ing = regular_forms(lemma, words)
            past: str | None = regular
            part = regular
            as_rule = any(form == regular for form, _ in sighted)
            if lemma in words.irregular:
                past, part = words.irregular[lemma]
            elif lemma in pasts and not as_rule:
                past = pasts[lemma]
                part = parts.get(lemma, past)
            elif lemma in parts and not as_rule:
                part = parts[lemma]
                past = None if part.endswith("n") else part
            for form, kind in ((lemma, "B"), (third, "S"), (past, "D"), (part, "N"), (ing, "G")):
                if form is not None:
                    found[form, lemma].add(kind)
        for form, kind in sighted:
            found[form, lemma].add(kind)
    return found


def regular_forms(lemma: str, words: Words) -> tuple[str, str, str]:
    """Return third person, past and -ing form by the rules of English spelling."""
    consonant_y = lemma.endswith("y") and lemma[-2] not in "aeiou"
    if lemma.endswith("e"):
        past = lemma + "d"
        ing = lemma + "ing" if lemma.endswith(("ee", "ye", "oe")) else lemma[:-1] + "ing"
    elif consonant_y:
        past, ing = lemma[:-1] + "ied", lemma + "ing"
    elif re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", lemma) or lemma in words.doubled:
        past, ing = lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    else:
        past, ing = lemma + "ed", lemma + "ing"
    if lemma.endswith("ie"):
        ing = lemma[:-2] + "ying"
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es", past, ing
    return (lemma[:-1] + "ies" if consonant_y else lemma + "s"), past, ing


Row = tuple[str, str, str, float]


def shares(found: dict[tuple[str, str], set[str]], counts: Counts, words: Words) -> list[Row]:
    """Return the rows: each form under the lemma it is sighted with most, and its share."""
    best: dict[str, tuple[int, str, set[str]]] = {}
    for (form, lemma), kinds in found.items():
        times = sum(number for (one, _), number in counts.forms.get(form, Counter()).items() if one == lemma)
        if form not in best or times > best[form][0]:
            best[form] = (times, lemma, kinds)
    rows = [
        (form, lemma, "".join(sorted(kinds)), share(form, lemma, kinds, counts, words))
        for form, (_, lemma, kinds) in best.items()
        if len(form) > 1
    ]
    base = {lemma: 0.5 if one is None else one for form, lemma, _, one in rows if form == lemma}
    made = []
    for form, lemma, letters, one in sorted(rows, key=lambda row: row[:3]):
        told = (0.85 if base.get(lemma, 0.5) >= SURE else 0.3) if one is None else one
        told = max(told, LEAST) if lemma in words.news else told
        if told >= FEW and form not in words.never:
            made.append((form, lemma, letters, told))
    return sorted((*made, *((form, *rest) for form, rest in words.more.items())))


def share(form: str, lemma: str, kinds: set[str], counts: Counts, words: Words) -> float | None:
    """Return how often a form is a verb; nothing for an unseen third person, which depends on its base."""
    total = counts.words[form]
    if total >= ENOUGH:
        return round(counts.verbs[form] / total, 2)
    if total and counts.verbs[form]:
        return 0.7
    if lemma in words.news and lemma not in words.nouns_too and not total:
        return SURE
    if "S" in kinds and form != lemma:
        return None
    if "G" in kinds:
        return 0.85
    return SURE if kinds & {"D", "N"} else 0.6


if __name__ == "__main__":
    main()
