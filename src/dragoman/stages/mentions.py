"""Article, Parse -> Mention: names of people, states, governments, organisations and places in their sense.

Sentences are read twice. First each by itself: names in the tables, names beside a title, names by their
form. Then with what the article has introduced: bare family names, repeated full names, headlines. A stretch
of text belongs to one mention at most; what is sought earlier wins, so people come before places.
"""

from collections.abc import Iterator
from datetime import date

from dragoman.stages.mention_parts.bodies import (
    names_of_tables,
    organisations,
    places_by_form,
    repeated_names,
)
from dragoman.stages.mention_parts.officeholders import offices_for_people, people_of_the_day
from dragoman.stages.mention_parts.people import (
    people_by_form,
    people_by_title,
    people_known,
    people_of_tables,
    with_apposition,
)
from dragoman.stages.mention_parts.scene import Known, Scene, customs
from dragoman.text.names import families
from dragoman.types import Article, Basis, Maker, Mention, MentionKind, Parse, Span

READS, WRITES, VERSION = (Article, Parse), Mention, 1

_MAKER = Maker("mentions", VERSION)


def mentions(article: Article, parse: Parse) -> Iterator[Mention]:
    """Yield the names of the article in reading order; no two overlap.

    ``span`` is the name alone, ``title`` the words of office beside it. Where the two are equal, the office
    stands for its holder ("the Japanese prime minister") and no name is told.
    """
    scenes = [Scene(article.text, sentence) for sentence in parse.sentences]
    known = Known()
    for scene in scenes:
        if not scene.headline:
            known.small.update(word.text for word in scene.words if word.text[0].islower())
    for scene in scenes:
        _read(scene, known)
    day = article.published.day if article.published else None
    for scene in scenes:
        _reread(scene, known, day)
    for scene in scenes:
        repeated_names(scene, known)
        for found in sorted(scene.found, key=lambda found: found.start):
            span = Span(found.start, found.end)
            basis = Basis((article.evidence(span),), _MAKER)
            yield Mention(span, found.kind, span.cut(article.text), found.title, basis)


def _read(scene: Scene, known: Known) -> None:
    """Find what the sentence shows by itself, and introduce the people in it."""
    people_of_tables(scene)
    people_by_title(scene, known)
    if not scene.headline:
        organisations(scene, known)
        people_by_form(scene, known)
    for found in scene.found:
        if found.kind is MentionKind.PERSON:
            name = scene.text[found.start : found.end]
            known.introduce(name, families(name, customs()))


def _reread(scene: Scene, known: Known, day: date | None) -> None:
    """Find what the sentence shows beside the rest of the article and the tables."""
    people_known(scene, known)
    names_of_tables(scene)
    people_of_the_day(scene, day)
    places_by_form(scene, known)
    scene.found = [with_apposition(scene, found) for found in scene.found]
    offices_for_people(scene)
