"""Lists in a text: the items under a heading or behind a colon that says what they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.stages.briefing_parts.material import Material, Told
from dragoman.stages.briefing_parts.matters import listed
from dragoman.types import Evidence, SentenceRole


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: the sentences of one line."""

    sentences: tuple[Told, ...]

    @property
    def words(self) -> str:
        """The whole item."""
        return " ".join(told.words for told in self.sentences)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Its sentences as evidence."""
        return tuple(told.evidence for told in self.sentences)


def led_lists(material: Material, lead: str) -> Iterator[tuple[Told, tuple[Item, ...]]]:
    """Yield each heading or line ending in a colon that holds a word of the list ``lead``, with its items.

    The items are the list items that follow. Where a heading is followed by none, its items are the
    lines up to the next heading.
    """
    pattern = listed(lead)
    for sentences in material.told.values():
        for place, told in enumerate(sentences):
            if not _leads(told) or not pattern.search(told.words):
                continue
            items = _items(sentences[place + 1 :], heading=told.role is SentenceRole.HEADING)
            if items:
                yield told, items


def watch_items(material: Material) -> tuple[Item, ...]:
    """Return the items that the texts tell their readers to watch, each once."""
    found: dict[tuple[str, int], Item] = {}
    for lead, items in led_lists(material, "watch.lead"):
        if not listed("watch.not_lead").search(lead.words):
            for item in items:
                first = item.sentences[0]
                found.setdefault((first.article.id, first.sentence.number), item)
    return tuple(found.values())


def _leads(told: Told) -> bool:
    """Tell whether a sentence can lead a list in."""
    return told.role is SentenceRole.HEADING or told.words.rstrip().endswith(":")


def _items(following: tuple[Told, ...], *, heading: bool) -> tuple[Item, ...]:
    """Return the items that follow a lead: list items, or else the lines under the heading.

    Lines of text may stand between a heading and its list.
    """
    items: list[Told] = []
    loose: list[Told] = []
    for told in following:
        if told.role in (SentenceRole.HEADING, SentenceRole.TITLE):
            break
        if told.role is SentenceRole.LIST_ITEM:
            items.append(told)
        elif items or told.words.rstrip().endswith(":"):
            break
        else:
            loose.append(told)
    if items:
        return _by_line(items)
    return _by_line(loose) if heading else ()


def _by_line(sentences: list[Told]) -> tuple[Item, ...]:
    """Join the sentences of each line."""
    lines: list[list[Told]] = []
    for told in sentences:
        before = lines[-1][-1] if lines else None
        text = told.article.text
        if before and "\n" not in text[before.sentence.span.end : told.sentence.span.start]:
            lines[-1].append(told)
        else:
            lines.append([told])
    return tuple(Item(tuple(line)) for line in lines)
