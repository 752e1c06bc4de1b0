"""``dragoman verify``: replay every piece of evidence."""

from pathlib import Path

import click

from dragoman.cli.options import json_option, open_store, print_json, say, store_option


@click.command()
@store_option
@json_option
def verify(store: Path, *, as_json: bool) -> int:
    """Check that every finding still points at the very words it was made from."""
    from dragoman.store.verify import verify as replay

    verdict = replay(open_store(store))
    share = 100 * verdict.held / verdict.checked if verdict.checked else 100.0
    if as_json:
        print_json(
            {
                "articles": verdict.articles,
                "checked": verdict.checked,
                "held": verdict.held,
                "percent": share,
                "faults": verdict.faults,
            }
        )
    else:
        told = f"{share:.2f}" if verdict.faults else "100"
        click.echo(
            f"{verdict.held} of {verdict.checked} pieces of evidence hold, "
            f"in {verdict.articles} articles: {told} %"
        )
        for fault in verdict.faults[:20]:
            say(fault)
    return 1 if verdict.faults else 0
