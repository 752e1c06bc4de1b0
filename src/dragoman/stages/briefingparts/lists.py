"""Lists in a text: the items under a heading or behind a colon that says what they are."""

from collections.abc import Iterator

from dragoman.stages.briefingparts.material import Material, Told
from dragoman.stages.briefingparts.matters import listed
from dragoman.types import SentenceRole


def led_lists(material: Material, lead: str) -> Iterator[tuple[Told, tuple[Told, ...]]]:
    """Yield each heading or line ending in a colon that holds a word of the list ``lead``, with its items.

    The items are the list items that follow. Where a heading is followed by none, its items are the
    sentences up to the next heading.
    """
    pattern = listed(lead)
    for sentences in material.told.values():
        for place, told in enumerate(sentences):
            if not _leads(told) or not pattern.search(told.words):
                continue
            items = _items(sentences[place + 1 :], heading=told.role is SentenceRole.HEADING)
            if items:
                yield told, items


def watch_items(material: Material) -> Iterator[Told]:
    """Yield the items that a text tells its reader to watch."""
    seen: set[tuple[str, int]] = set()
    for lead, items in led_lists(material, "watch.lead"):
        if listed("watch.not_lead").search(lead.words):
            continue
        for item in items:
            key = (item.article.id, item.sentence.number)
            if key not in seen:
                seen.add(key)
                yield item


def _leads(told: Told) -> bool:
    """Tell whether a sentence can lead a list in."""
    return told.role is SentenceRole.HEADING or told.words.rstrip().endswith(":")


def _items(following: tuple[Told, ...], *, heading: bool) -> tuple[Told, ...]:
    """Return the items that follow a lead: list items, or else the sentences under the heading.

    One line of text may stand between a heading and its list.
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
        return tuple(items)
    return tuple(loose) if heading else ()
