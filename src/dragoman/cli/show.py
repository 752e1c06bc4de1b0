"""``dragoman show``: a story, an article, a sentence or a finding by its id."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import json_option, open_view, print_json, store_option

if TYPE_CHECKING:
    from dragoman.store.view import SqliteView
    from dragoman.types import Article, Sentence, Story


@click.command()
@click.argument("key", metavar="ID")
@store_option
@json_option
def show(key: str, store: Path, *, as_json: bool) -> None:
    """Show what ID names: a story or an article (the first characters of its id will do), or one of
    its sentences, as in 3f2a9c1d.12.
    """  # noqa: D205 - click prints the first paragraph whole
    from dragoman.errors import StoreError

    view = open_view(store)
    article, _, number = key.partition(".")
    if number:
        _show_sentence(view, article, number, as_json=as_json)
        return
    try:
        story = view.find_story(key)
    except StoreError:
        try:
            found = view.find_article(key)
        except StoreError:
            raise StoreError(
                f"no story or article has an id that begins with {key!r}, or several do: "
                "`dragoman stories` and `dragoman search WORDS` show ids"
            ) from None
        _show_article(view, found, as_json=as_json)
        return
    _show_story(view, story, as_json=as_json)


def _show_sentence(view: "SqliteView", prefix: str, number: str, *, as_json: bool) -> None:
    """Print one sentence with its neighbours and where it stands."""
    from dragoman.errors import StoreError

    article = view.find_article(prefix)
    (parse,) = view.parses([article.id])
    wanted = [s for s in parse.sentences if str(s.number) == number]
    if not wanted:
        raise StoreError(
            f"article {article.id[:8]} has sentences 1 to {len(parse.sentences)}, not {number!r}"
        )
    sentence = wanted[0]
    if as_json:
        print_json(_sentence_told(article, sentence) | _article_told(article))
        return
    click.echo(_headline(article))
    for near in parse.sentences:
        if abs(near.number - sentence.number) <= 1:
            sign = ">" if near.number == sentence.number else " "
            click.echo(f"{sign} {near.number:>3}  {near.span.cut(article.text)}")
    click.echo(f"[{sentence.span.start}, {sentence.span.end}) of article {article.id}, text {article.digest}")


def _show_article(view: "SqliteView", article: "Article", *, as_json: bool) -> None:
    """Print an article sentence by sentence, with its dropped lines marked."""
    from dragoman.types import LineClass

    (parse,) = view.parses([article.id])
    if as_json:
        sentences = [_sentence_told(article, s) for s in parse.sentences]
        print_json(_article_told(article) | {"sentences": sentences, "text": article.text})
        return
    click.echo(_headline(article))
    for line in article.lines:
        if line.kind is LineClass.BLANK:
            continue
        if line.kind is not LineClass.ARTICLE:
            click.echo(
                click.style(f"   -   [{line.kind.value}] {article.text[line.start : line.end]}", dim=True)
            )
            continue
        for sentence in parse.sentences:
            if line.start <= sentence.span.start < line.end:
                click.echo(f"{sentence.number:>4}   {sentence.span.cut(article.text)}")


def _show_story(view: "SqliteView", story: "Story", *, as_json: bool) -> None:
    """Print a story's texts by origin, with the reasons."""
    from dragoman.types import Origin

    articles = {a.id: a for a in view.articles(story.articles)}
    origins = list(view.story_findings(Origin, story.id))
    if as_json:
        print_json(
            {
                "story_id": story.id,
                "title": story.title,
                "articles": [_article_told(articles[key]) for key in story.articles],
                "origins": [
                    {"members": list(o.members), "reasons": list(o.reasons), "head": o.head} for o in origins
                ],
            }
        )
        return
    click.echo(
        f"{story.title}\n"
        f"story {story.id}: {_counted(len(story.articles), 'text')} from {_counted(len(origins), 'origin')}"
    )
    for number, origin in enumerate(origins, 1):
        click.echo(f"\norigin {number}: {_counted(len(origin.members), 'text')}")
        for reason in origin.reasons:
            click.echo(f"  because: {reason}")
        for member in origin.members:
            head = (
                "  (nearest the common report)" if member == origin.head and len(origin.members) > 1 else ""
            )
            click.echo(f"  {_headline(articles[member])}{head}")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _headline(article: "Article") -> str:
    day = article.published.day.isoformat() if article.published else "undated"
    outlet = article.outlet or "outlet not stated"
    return f"{article.id[:8]}  {day}  {outlet}: {article.title or article.location}"


def _article_told(article: "Article") -> dict[str, object]:
    return {
        "article_id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "authors": list(article.authors),
        "published": article.published.iso if article.published else None,
        "url": article.url,
        "location": article.location,
        "text_digest": article.digest,
    }


def _sentence_told(article: "Article", sentence: "Sentence") -> dict[str, object]:
    return {
        "article_id": article.id,
        "sentence_no": sentence.number,
        "role": sentence.role.value,
        "char_start": sentence.span.start,
        "char_end": sentence.span.end,
        "quote": sentence.span.cut(article.text),
    }
