"""Said: who is quoted, each utterance once, with the number of its wordings."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log

from dragoman.ontology.briefing import briefing_words
from dragoman.ontology.cues import cues, tells
from dragoman.ontology.modality import modality_words
from dragoman.stages.briefing_parts.grammar import is_clause
from dragoman.stages.briefing_parts.material import Material, by_weight, kept
from dragoman.stages.briefing_parts.wording import counted, excerpt, folded_words, quoted
from dragoman.types import Evidence, Quote, QuoteKind, Section, Statement

_TERM = 3
"""Quotations of so many words at most are terms; the signals list them as language."""
_CLAUSE = 5
"""Reported speech of fewer words is hardly a remark."""
_SAME = 0.6
"""Share of the shorter quotation's weight that a longer one must hold to be the same utterance of one
speaker. A word weighs the more, the fewer sentences of the story hold it. Set by hand on invented
rewrites, 2026-11-21."""
_SAME_UNNAMED = 0.8
"""The same, where one report names the speaker and the other does not: rewriting often loses the name."""
_FEWEST = 3
_INDIRECT = 10
"""Most lines of reported speech shown; the rest is counted in one line."""
_MARKED, _REPORTED = "in quotation marks", "reported in the texts' words"


@dataclass(frozen=True, slots=True)
class _Said:
    quote: Quote
    words: str
    told: frozenset[str]
    speaker: str | None
    names: frozenset[str]
    name: str
    denial: bool


def said(material: Material) -> Section:
    """Return the section of quotes."""
    read = [one for quote in material.records.quotes if (one := _said(material, quote)) is not None]
    lines = kept(_line(material, group) for group in _utterances(read, _weights(material)))
    direct = by_weight(line for line in lines if line.group == _MARKED)
    reported = by_weight(line for line in lines if line.group == _REPORTED)
    rest = reported[_INDIRECT:]
    more = []
    if rest:
        evidence = [one for line in rest for one in line.basis.evidence]
        text = f"{counted(len(rest), 'more reported remark')}: open the sentences to read them."
        more = [material.statement(text, evidence, (), _REPORTED)]
    lines = (*direct, *reported[:_INDIRECT], *kept(more))
    return Section("Said", lines, "Nobody is quoted in the texts.")


def _said(material: Material, quote: Quote) -> _Said | None:
    """Return a quote with its words; nothing for a term, an intention, or a source that cannot speak."""
    article = material.articles.get(quote.basis.article)
    if article is None:
        return None
    words = quote.content.cut(article.text)
    told = folded_words(words)
    who = quote.speaker.cut(article.text) if quote.speaker else None
    if len(told) <= _TERM:
        return None
    if quote.kind is not QuoteKind.DIRECT and not _speaks(quote, who):
        return None
    lead = _lead(quote, article.text)
    if quote.kind is not QuoteKind.DIRECT and not _is_remark(quote, (words, told, lead), article.text):
        return None
    speaker = str(quote.actor) if quote.actor else quote.name
    if speaker is None and who is not None and who != who.lower():
        speaker = who
    name = quote.name or (who.split(",")[0] if who else "Source not named beside the words")
    if lead:
        words = f"{lead} {words}"
    return _Said(
        quote, words, frozenset(told) - _small(), speaker, frozenset(folded_words(speaker or "")), name,
        denial=bool(lead) and denies(lead),
    )  # fmt: skip


def _speaks(quote: Quote, who: str | None) -> bool:
    """Tell whether the source of reported speech is somebody: an actor, a name, or unnamed people."""
    if quote.actor is not None:
        return True
    name = quote.name or who
    if name is None:
        return False
    words = name.lower().split()
    return name != name.lower() or any(
        word.strip(",") in modality_words()["voices.unnamed"] for word in words
    )


def _lead(quote: Quote, text: str) -> str:
    """Return the verb that belongs before the words of a quote: "denied that", "described"; mostly none.

    A denial must never read as the thing denied; and words with no verb of their own take that of their cue.
    """
    if quote.cue is None or quote.kind is QuoteKind.DIRECT:
        return ""
    cue = " ".join(quote.cue.cut(text).split())
    words = quote.content.cut(text)
    if denies(cue):
        return cue if not is_clause(words) or words.lower().startswith("that ") else f"{cue} that"
    beside = quote.cue.end <= quote.content.start and not text[quote.cue.end : quote.content.start].strip()
    if "what" in text[: quote.cue.start].lower().split()[-3:]:
        return ""  # "what she calls"
    return cue if beside and (_takes_thing(cue) or not is_clause(words)) else ""


def _takes_thing(cue: str) -> bool:
    """Tell whether a cue takes a thing and no clause: "called", "accused"."""
    found = [cues().verbs[word].takes for word in cue.lower().split() if word in cues().verbs]
    return bool(found) and "object" in found[-1] and not found[-1] & {"clause", "that", "tell"}


def _is_remark(quote: Quote, found: tuple[str, tuple[str, ...], str], text: str) -> bool:
    """Tell whether reported words say something: no wish, no question left open, no piece of a sentence."""
    words, told, lead = found
    cue = quote.cue.cut(text) if quote.cue else ""
    if quote.kind is QuoteKind.PARTIAL:
        return True
    if cue and not tells(cue, words, quote.speaker.cut(text) if quote.speaker else ""):
        return False
    if lead and _takes_thing(cue) and not denies(cue):
        return False  # a judgement on a thing: who stands where, not what was said
    return len(told) >= _CLAUSE and not _is_piece(told) and (bool(lead) or is_clause(words))


def denies(cue: str) -> bool:
    """Tell whether a cue takes back what another said: "denied", "has denied", but not "did not deny"."""
    words = cue.lower().split()
    return any(word in briefing_words()["said.denial"] for word in words) and not any(
        word in ("not", "never") or word.endswith(("n't", "n’t")) for word in words
    )


def _is_piece(told: tuple[str, ...]) -> bool:
    """Tell whether reported words are an intention or a piece of a sentence, and so no remark."""
    starts = briefing_words()["said.no_start"]
    return told[0] == "to" or told[0] in starts or " ".join(told[:2]) in starts


@cache
def _small() -> frozenset[str]:
    return frozenset(briefing_words()["said.small"])


def _weights(material: Material) -> Mapping[str, float]:
    """Return the weight of each word: the logarithm of how rare it is among the sentences of the story."""
    held: Counter[str] = Counter()
    sentences = 0
    for told in material.sentences():
        sentences += 1
        held.update(set(folded_words(told.words)))
    return {word: log((1 + sentences) / number) for word, number in held.items()}


def _utterances(found: list[_Said], weights: Mapping[str, float]) -> Iterator[tuple[_Said, ...]]:
    """Yield quotes that are wordings of one utterance together, in the order of their first."""
    groups: list[list[_Said]] = []
    index = UtteranceIndex(weights)
    for one in found:
        homes = (
            group for group in index.near(one) if any(_same(one, other, weights) for other in groups[group])
        )
        home = next(homes, None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(one)
        index.add(one, home)
    yield from (tuple(group) for group in groups)


class UtteranceIndex:
    """Finds the groups that can hold a wording of the same utterance, without comparing all with all.

    Two sets that share more than half the weight of the lighter share one of its heaviest words: of
    those that make up half its weight.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.groups = 0
        self._weights = weights
        self._by_word: dict[str, dict[int, None]] = {}
        self._by_heavy: dict[str, dict[int, None]] = {}
        self._by_article: dict[str, dict[int, None]] = {}

    def add(self, one: _Said, group: int) -> None:
        """Enter a quote under its words and its article."""
        self.groups = max(self.groups, group + 1)
        for word in one.told:
            self._by_word.setdefault(word, {}).setdefault(group)
        for word in self._heavy(one):
            self._by_heavy.setdefault(word, {}).setdefault(group)
        self._by_article.setdefault(one.quote.basis.article, {}).setdefault(group)

    def near(self, one: _Said) -> list[int]:
        """Return the groups worth comparing, in the order in which they were made."""
        near = set(self._by_article.get(one.quote.basis.article, ()))
        for word in self._heavy(one):
            near.update(self._by_word.get(word, ()))
        for word in one.told:
            near.update(self._by_heavy.get(word, ()))
        return sorted(near)

    def _heavy(self, one: _Said) -> list[str]:
        """Return the heaviest words that make up half the weight of a quote."""
        ordered = sorted(one.told, key=lambda word: (-self._weights.get(word, 0.0), word))
        half, taken, kept_ = _weight(one.told, self._weights) / 2, 0.0, []
        for word in ordered:
            kept_.append(word)
            taken += self._weights.get(word, 0.0)
            if taken >= half:
                break
        return kept_


def _same(one: _Said, other: _Said, weights: Mapping[str, float]) -> bool:
    """Tell whether two quotes are wordings of one utterance."""
    if one.denial is not other.denial:
        return False
    if one.quote.basis.article == other.quote.basis.article and one.quote.content.overlaps(
        other.quote.content
    ):
        return True
    named = one.speaker is not None and other.speaker is not None
    if named and not _one_speaker(one, other):
        return False
    short, long = sorted((one.told, other.told), key=lambda told: (_weight(told, weights), sorted(told)))
    if len(short) < _FEWEST:
        return False
    share = _weight(short & long, weights) / (_weight(short, weights) or 1.0)
    return share >= (_SAME if named else _SAME_UNNAMED)


def _weight(words: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(word, 0.0) for word in sorted(words))


def _one_speaker(one: _Said, other: _Said) -> bool:
    """Tell whether two sources may be one person: equal, or one name part of the other."""
    if one.speaker == other.speaker:
        return True
    return bool(one.names and other.names) and (one.names <= other.names or other.names <= one.names)


def _line(material: Material, group: tuple[_Said, ...]) -> Statement | None:
    """Return the line of one utterance: the fullest wording, words that stand in marks first."""
    kinds = tuple(QuoteKind)
    best = min(group, key=lambda one: (kinds.index(one.quote.kind), one.speaker is None, -len(one.words)))
    kind = best.quote.kind
    wordings = len({" ".join(folded_words(one.words)) for one in group})
    notes = [f"{wordings} wordings"] if wordings > 1 else []
    if any(item.speaker is None for item in group) and any(item.speaker for item in group):
        notes.append("some texts do not name the speaker")
    words = quoted(best.words, 320) if kind is QuoteKind.DIRECT else _bare_end(excerpt(best.words, 280))
    how = {QuoteKind.DIRECT: "", QuoteKind.PARTIAL: ", partly in quotation marks", QuoteKind.INDIRECT: ""}[
        kind
    ]
    name = excerpt(best.name, 90)
    note = f" ({'; '.join(notes)})" if notes else ""
    text = f"{name[:1].upper()}{name[1:]}{how}: {words}{note}."
    evidence = [one for item in group for one in (*item.quote.basis.evidence, _content(material, item.quote))]
    return material.statement(text, evidence, (), _REPORTED if kind is QuoteKind.INDIRECT else _MARKED)


def _bare_end(words: str) -> str:
    """Return words without their final stop, be it inside or outside a closing mark."""
    bare = words.rstrip(".,;: ")
    return bare[:-1].rstrip(".,") + bare[-1] if bare.endswith(("”", '"')) else bare


def _content(material: Material, quote: Quote) -> Evidence:
    """Return the words of a quote as evidence."""
    return material.articles[quote.basis.article].evidence(quote.content)
