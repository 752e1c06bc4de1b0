"""Article, Parse -> Mention: names of people, states, governments, organisations and places, each in its sense.

Sentences are read twice. First each by itself: names in the tables, names beside a title, names by their form.
Then with what the article has introduced: bare family names, repeated full names, headlines. A stretch of text
belongs to one mention at most: what is found earlier in the order of ``_read`` wins.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dragoman.ontology.names import NameHit, NameSense, find_names
from dragoman.ontology.naming import Naming, naming
from dragoman.ontology.people import known_families
from dragoman.ontology.titles import Title, TitleKind, title_at
from dragoman.text.capitals import CapitalCues, Stand, stands_for_government
from dragoman.text.names import Customs, Word, families, folded, name_run, shaped_like_a_person, words
from dragoman.types import Article, Basis, Maker, Mention, MentionKind, Parse, Sentence, SentenceRole, Span

READS, WRITES, VERSION = (Article, Parse), Mention, 1

_MAKER = Maker("mentions", VERSION)
_APPOSITION = 9
"""Words behind a name in which its office may stand: ", a professor of modern history at ..."."""
_HEADLINE_SHARE = 0.6
"""Share of longer words with a capital from which a line is taken for Title Case."""
_MONTHS = frozenset({"may", "march", "april", "june", "august"})
_DETERMINERS = frozenset({"the", "his", "her", "their", "its", "a", "an", "my", "our", "your"})
_WHOLE_STATE_OFFICES = frozenset(
    {"head_of_state", "head_of_government", "foreign_minister", "defence_minister", "supreme_leader", "crown_prince"}
)
"""Offices held by one person of a state at a time: "the Japanese prime minister" names somebody."""


def mentions(article: Article, parse: Parse) -> Iterator[Mention]:
    """Yield the names of the article in reading order; no two overlap."""
    scenes = [_Scene(article.text, sentence) for sentence in parse.sentences]
    known = _Known()
    for scene in scenes:
        if not scene.headline:
            known.small.update(word.text for word in scene.words if word.text[0].islower())
    for scene in scenes:
        _read(scene, known)
    for scene in scenes:
        _reread(scene, known)
    for scene in scenes:
        for found in sorted(scene.found):
            span = Span(found.start, found.end)
            basis = Basis((article.evidence(span),), _MAKER)
            yield Mention(span, found.kind, span.cut(article.text), found.title, basis)


def _read(scene: _Scene, known: _Known) -> None:
    """Find what the sentence shows by itself."""
    _people_of_tables(scene)
    _people_by_title(scene, known)
    if not scene.headline:
        _organisations(scene)
        _people_by_form(scene, known)
    for found in scene.found:
        if found.kind is MentionKind.PERSON:
            name = scene.text[found.start : found.end]
            known.introduce(name, families(name, _customs()))


def _reread(scene: _Scene, known: _Known) -> None:
    """Find what the sentence shows beside the rest of the article."""
    _people_known(scene, known)
    _names_of_tables(scene)
    _people_of_the_day(scene, known)
    _places(scene)
    _offices_for_people(scene)
    scene.found = [_with_apposition(scene, found) for found in scene.found]


