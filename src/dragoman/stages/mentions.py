"""Article, Parse -> Mention: names of people, states, governments, organisations and places in their sense.

Leaders of the tables come first, then the names that the model reads, put right by tables and rules, and with
one kind each in the whole article. What they leave is read twice, as all is where the model did not read.
First each sentence by itself: names beside a title, names by their form. Then with what the article has
introduced: bare family names, repeated full names, headlines; and the other names of the tables. A stretch of
text belongs to one mention at most; what is sought earlier wins, so people come before places.
"""

from collections.abc import Iterator
from datetime import date

from dragoman.stages.mention_parts.agreement import agree, names_read_elsewhere
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
from dragoman.stages.mention_parts.read_names import names_read
from dragoman.stages.mention_parts.scene import Known, Scene, customs
from dragoman.text.names import families
from dragoman.types import Article, Basis, Maker, Mention, MentionKind, Parse, Span

READS, WRITES, VERSION = (Article, Parse), Mention, 2

_MAKER = Maker("mentions", VERSION)


def mentions(article: Article, parse: Parse) -> Iterator[Mention]:
    """Yield the names of the article in reading order; no two overlap.

    ``span`` is the name alone, ``title`` the words of office beside it. Where the two are equal, the office
    stands for its holder ("the Japanese prime minister") and no name is told.
    """
    scenes = [Scene(article.text, sentence, parse.reading(sentence)) for sentence in parse.sentences]
    known = Known()
    for scene in scenes:
        if not scene.headline:
            known.small.update(word.text for word in scene.words if word.text[0].islower())
    day = article.published.day if article.published else None
    for scene in scenes:
        people_of_tables(scene)
        if scene.reading is not None:
            names_read(scene, scene.reading, day)
    agree(scenes, known)
    for scene in scenes:
        _read(scene, known)
    for scene in scenes:
        _reread(scene, known, day)
    for scene in scenes:
        names_read_elsewhere(scene, known)
        repeated_names(scene, known)
        for found in sorted(scene.found, key=lambda found: found.start):
            span = Span(found.start, found.end)
            basis = Basis((article.evidence(span),), _MAKER)
            yield Mention(span, found.kind, span.cut(article.text), found.title, basis)


def _read(scene: Scene, known: Known) -> None:
    """Find what the sentence shows by itself, and introduce the people in it."""
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
