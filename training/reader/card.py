"""Put the figures of ``results.json`` into the model card: ``python training/reader/card.py``."""

import json
from pathlib import Path

HERE = Path(__file__).parent
CARD = HERE.parents[1] / "src/dragoman/models/data/MODEL_CARD.md"
OPENING, CLOSING = "<!-- figures -->", "<!-- end of figures -->"


def tree_lines(told: dict) -> list[str]:
    """Return the table of trees, without punctuation but for tags."""
    keys = {"UPOS": "UPOS", "UAS": "UAS", "LAS": "LAS", "LAS_full": "LAS with subtypes", "words": "words"}
    keys["sentences"] = "sentences"
    lines = ["| trees, without punctuation | n words | " + " | ".join(keys.values()) + " |"]
    lines.append("|---" * (len(keys) + 2) + "|")
    for name, row in sorted(told.items()):
        cells = " | ".join(f"{row[key]:.3f}" for key in keys)
        lines.append(f"| {name} | {row['n_words']:,} | {cells} |")
    return lines


def held_lines(told: dict) -> list[str]:
    """Return the table of the heads on what was held out."""
    lines = ["| held out, five folds | n | scores |", "|---|---|---|"]
    for name, row in sorted(told.items()):
        count = next(value for key, value in row.items() if key.startswith("n_"))
        scores = ", ".join(f"{key} {value:.3f}" for key, value in row.items() if not key.startswith("n_"))
        lines.append(f"| {name} | {count:,} | {scores} |")
    return lines


def suite_lines(told: dict) -> list[str]:
    """Return the table of suites, whole and by group, with the interval of the whole."""
    lines = ["| suite, whole program, five folds | n | score |", "|---|---|---|"]
    for suite, figures in sorted(told.items()):
        head = figures["headline"]
        low, high = head["ci95"]
        score = f"{head['metric']} {head['value']:.3f} [{low:.3f}, {high:.3f}]"
        lines.append(f"| {suite} | {head['n']:,} | {score} |")
        for name, group in sorted(figures["by_group"].items()):
            scores = ", ".join(f"{key} {value:.3f}" for key, value in group["scores"].items())
            lines.append(f"| {suite}: {name} | {group['n']:,} | {scores} |")
    return lines


def parity_lines(told: dict) -> list[str]:
    """Return the table of what int8 costs."""
    lines = ["| head, accuracy by word | int8 | full precision | points lost |", "|---|---|---|---|"]
    lines += [
        f"| {head} | {row['int8']:.4f} | {row['fp32']:.4f} | {row['points lost']:+.2f} |"
        for head, row in told.items()
    ]
    return lines


def main() -> None:
    """Write the tables into the card."""
    told = json.loads((HERE / "results.json").read_text("utf-8"))
    tables = {"trees": tree_lines, "suites": suite_lines, "held_out": held_lines, "parity": parity_lines}
    text = "\n\n".join("\n".join(made(told[part])) for part, made in tables.items() if part in told)
    card = CARD.read_text("utf-8")
    before, _, rest = card.partition(OPENING)
    _, _, after = rest.partition(CLOSING)
    CARD.write_text(f"{before}{OPENING}\n{text}\n{CLOSING}{after}", "utf-8")


if __name__ == "__main__":
    main()
