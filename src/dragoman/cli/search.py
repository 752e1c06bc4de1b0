"""``dragoman search``: articles by their words."""

from pathlib import Path

import click

from dragoman.cli.options import json_option, open_store, print_json, say, store_option


@click.command()
@click.argument("words", nargs=-1, required=True)
@store_option
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="Show so many at most."
)
@json_option
def search(words: tuple[str, ...], store: Path, limit: int, *, as_json: bool) -> None:
    """Find articles whose title or text holds all WORDS; "words in quotes" are one phrase."""
    from dragoman.store.search import search as find

    hits = list(find(open_store(store), " ".join(words), limit))
    if as_json:
        print_json(
            [
                {
                    "article_id": hit.article.id,
                    "outlet": hit.article.outlet,
                    "title": hit.article.title,
                    "published": hit.article.published.iso if hit.article.published else None,
                    "location": hit.article.location,
                    "sentences": [
                        {
                            "sentence_no": s.number,
                            "char_start": s.span.start,
                            "char_end": s.span.end,
                            "quote": s.span.cut(hit.article.text),
                        }
                        for s in hit.sentences
                    ],
                }
                for hit in hits
            ]
        )
        return
    if not hits:
        say(f"nothing holds {' '.join(words)!r}: try fewer words, or `dragoman stories`")
    for hit in hits:
        article = hit.article
        day = article.published.day.isoformat() if article.published else "undated"
        outlet = article.outlet or "outlet not stated"
        click.echo(f"{article.id[:8]}  {day}  {outlet}: {article.title or article.location}")
        for sentence in hit.sentences:
            click.echo(f"    {hit.article.id[:8]}.{sentence.number}  {sentence.span.cut(hit.article.text)}")
