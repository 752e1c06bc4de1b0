"""Said: who is quoted, each utterance once, with the number of its wordings."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.ontology.briefing import briefing_words
from dragoman.stages.briefingparts.material import Material, by_weight, kept
from dragoman.stages.briefingparts.wording import counted, excerpt, folded_words, quoted
from dragoman.types import Evidence, Quote, QuoteKind, Section, Statement

_TERM = 3
"""Quotations of so many words at most are terms; the signals list them as language."""
_SAME = 0.6
"""Share of the shorter quotation's words that a longer one must hold to be the same utterance of one speaker.
Set by hand on invented rewrites, 2026-11-21."""
_SAME_UNNAMED = 0.8
"""The same, where one report names the speaker and the other does not: rewriting often loses the name."""
_FEWEST = 4
_INDIRECT = 10
"""Most lines of reported speech shown; the rest is counted in one line."""
_DIRECT, _REPORTED = "in quotation marks", "reported in the texts' words"


@dataclass(frozen=True, slots=True)
class _Said:
    quote: Quote
    words: str
    told: frozenset[str]
    speaker: str | None


def said(material: Material) -> Section:
    """Return the section of quotes."""
    utterances = _utterances([one for one in map(_Reader(material).said, material.records.quotes) if one])
    lines = kept(_line(material, group) for group in utterances)
    direct = by_weight(line for line in lines if line.group == _DIRECT)
    reported = by_weight(line for line in lines if line.group == _REPORTED)
    rest = reported[_INDIRECT:]
    more = []
    if rest:
        evidence = [one for line in rest for one in line.basis.evidence]
        text = f"{counted(len(rest), 'more reported remark')}, told by fewer texts: open the sentences to read them."
        more = [material.statement(text, evidence, (), _REPORTED)]
    return Section("Said", (*direct, *reported[:_INDIRECT], *kept(more)), "Nobody is quoted in the texts.")


class _Reader:
    """Cuts quotes out of their articles."""

    def __init__(self, material: Material) -> None:
        self.material = material

    def said(self, quote: Quote) -> _Said | None:
        """Return a quote with its words, or nothing for a term or for one with no source told."""
        article = self.material.articles.get(quote.basis.article)
        if article is None:
            return None
        words = quote.content.cut(article.text)
        told = folded_words(words)
        named = quote.name or quote.speaker
        if len(told) <= _TERM or (quote.kind is QuoteKind.INDIRECT and not named):
            return None
        who = quote.speaker.cut(article.text) if quote.speaker else None
        speaker = str(quote.actor) if quote.actor else quote.name
        if speaker is None and who is not None and not who.islower():
            speaker = who
        return _Said(quote, words, frozenset(told) - frozenset(briefing_words()["said.small"]), speaker)


def _utterances(found: list[_Said]) -> Iterator[tuple[_Said, ...]]:
    """Yield quotes that are wordings of one utterance together, in the order of their first."""
    groups: list[list[_Said]] = []
    for one in found:
        home = next((group for group in groups if any(_same(one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    yield from (tuple(group) for group in groups)


def _same(one: _Said, other: _Said) -> bool:
    """Tell whether two quotes are wordings of one utterance."""
    short, long = sorted((one.told, other.told), key=len)
    if len(short) < _FEWEST:
        return False
    if one.quote.basis.article == other.quote.basis.article and one.quote.content.overlaps(
        other.quote.content
    ):
        return True
    share = len(short & long) / len(short)
    if one.speaker is not None and other.speaker is not None:
        return _one_speaker(one.speaker, other.speaker) and share >= _SAME
    return share >= _SAME_UNNAMED


def _one_speaker(one: str, other: str) -> bool:
    """Tell whether two names may mean one person: equal, or one part of the other."""
    if one == other:
        return True
    names = frozenset(folded_words(one)), frozenset(folded_words(other))
    return bool(names[0] and names[1]) and (names[0] <= names[1] or names[1] <= names[0])


def _line(material: Material, group: tuple[_Said, ...]) -> Statement | None:
    """Return the line of one utterance: the fullest wording, direct words first."""
    best = min(
        group, key=lambda one: (one.quote.kind is QuoteKind.INDIRECT, one.speaker is None, -len(one.words))
    )
    marked = best.quote.kind is not QuoteKind.INDIRECT
    article = material.articles[best.quote.basis.article]
    told = best.quote.speaker.cut(article.text) if best.quote.speaker else None
    name = best.quote.name or told or "Source not named beside the words"
    wordings = len({" ".join(folded_words(one.words)) for one in group})
    evidence = [one for item in group for one in item.quote.basis.evidence]
    evidence += [_content(material, item) for item in group]
    variants = f" ({wordings} wordings)" if wordings > 1 else ""
    lost = ""
    if any(item.speaker is None for item in group) and any(item.speaker for item in group):
        lost = "; some texts do not name the speaker"
    verbatim = best.quote.kind is QuoteKind.DIRECT
    words = quoted(best.words, 320) if verbatim else excerpt(best.words, 280).rstrip(".,")
    says = "" if verbatim else " is reported to say or think"
    text = f"{_upper(excerpt(name, 90))}{says}: {words}{variants}{lost}."
    return material.statement(text, evidence, (), _DIRECT if marked else _REPORTED)


def _content(material: Material, item: _Said) -> Evidence:
    """Return the content of a quote as evidence."""
    return material.articles[item.quote.basis.article].evidence(item.quote.content)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
