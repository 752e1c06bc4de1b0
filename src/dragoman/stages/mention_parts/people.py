"""Names of people in a sentence: by table, by title, by form, and by what the article has introduced."""

from functools import cache

from dragoman.ontology.names import NameSense
from dragoman.ontology.naming import naming
from dragoman.ontology.people import family_index, leaders
from dragoman.ontology.titles import Title, TitleKind
from dragoman.stages.mention_parts.scene import (
    Found,
    Known,
    Scene,
    apposed,
    customs,
    introduces,
    title_before,
    title_start,
)
from dragoman.text.names import Word, families, folded, name_run, shaped_like_a_person
from dragoman.types import MentionKind

_MONTHS = frozenset({"may", "march", "april", "june", "august"})
_LONGEST_UNKNOWN = 5
"""Words in the name of somebody in no table."""


@cache
def _leaders_by_first_word() -> dict[str, frozenset[str]]:
    """Return the full names of the table of leaders, folded and without blanks, by their first word."""
    found: dict[str, set[str]] = {}
    for term in leaders():
        for name in term.names:
            pieces = folded(name).split()
            turned = [*folded(term.family).split(), *folded(name.removesuffix(term.family)).split()]
            for words in (pieces, turned):
                if len(words) > 1 and len(words[0]) > 1:
                    found.setdefault(words[0], set()).add("".join(words))
    return {first: frozenset(names) for first, names in found.items()}


def people_of_tables(scene: Scene) -> None:
    """Note leaders by their full names, in either order and any spelling of hyphens, blanks and accents."""
    index = _leaders_by_first_word()
    for place in scene.capitals:
        word = scene.words[place]
        pieces = folded(word.text).split()
        names = index.get(pieces[0]) if pieces else None
        if not names:
            continue
        run = name_run(scene.words, place, scene.text, customs())
        for past in range(run, place, -1):
            if folded(scene.text[word.start : scene.words[past - 1].end]).replace(" ", "") in names:
                scene.add(place, past, MentionKind.PERSON, title_before(scene, place))
                break


def people_by_title(scene: Scene, known: Known) -> None:
    """Note the names that a title introduces, in front or after a comma."""
    for first, past, title in scene.titles:
        start = title_start(scene, first)
        told = scene.span(start, past)
        place = past
        if title.kind is not TitleKind.HONORIFIC and place < len(scene.words):
            place = _past_domain(scene, past)
        if scene.blank(place):
            end = _person_end(scene, place, title, known)
            if end > place and not (scene.headline and not _headline_name(scene, place, end, title)):
                scene.add(place, end, MentionKind.PERSON, told)
                if title.plural:
                    _second_of_pair(scene, end, title, known)
        elif scene.gap(place) == ", " and introduces(scene, start):
            end = _person_end(scene, place, title, known)
            if end - place > 1 and _closed(scene, end) and not scene.headline:
                scene.add(place, end, MentionKind.PERSON, told)


def _headline_name(scene: Scene, place: int, end: int, title: Title) -> bool:
    """Tell whether, in a headline, words behind a title are a name that has no company of other capitals."""
    behind = end < len(scene.words) and scene.blank(end) and scene.words[end].capital
    return title.kind in (TitleKind.OFFICE, TitleKind.HONORIFIC) and not behind and place + 1 <= end


def _second_of_pair(scene: Scene, end: int, title: Title, known: Known) -> None:
    """Note the second of "presidents Lind and Okoro"."""
    if (
        end + 1 < len(scene.words)
        and scene.lowers[end] == "and"
        and scene.blank(end)
        and scene.blank(end + 1)
    ):
        past = _person_end(scene, end + 1, title, known)
        if past > end + 1:
            scene.add(end + 1, past, MentionKind.PERSON, None)


def _past_domain(scene: Scene, place: int) -> int:
    """Return where the name begins behind "of foreign affairs", "of the European Commission", "to Vallen"."""
    if scene.lowers[place] not in ("of", "for", "to") or not scene.blank(place):
        return place
    past, told = place + 1, False
    while past < len(scene.words) and scene.blank(past):
        hit = scene.hit_at.get(scene.words[past].start)
        if hit:
            past, told = scene.past_of(hit, past), True
        elif scene.lowers[past] in naming().domains or scene.lowers[past] in ("the", "state"):
            told = told or scene.lowers[past] != "the"
            past += 1
        else:
            break
    name = name_run(scene.words, past, scene.text, customs()) if past < len(scene.words) else past
    return past if told and name - past > 1 else place


def _closed(scene: Scene, end: int) -> bool:
    """Tell whether a mark or the sentence's end follows the word range."""
    return end >= len(scene.words) or not scene.gap(end).isspace()


def _person_end(scene: Scene, place: int, title: Title, known: Known) -> int:
    """Return the index past the person's name that begins at ``place``, or ``place`` when none does."""
    lists = naming()
    if place >= len(scene.words) or not scene.words[place].text[0].isalpha() or _further_title(scene, place):
        return place
    if not scene.may_be_proper(place):
        return place
    if _is_acronym(scene.words[place].text) and not scene.headline:
        return place
    run = past = name_run(scene.words, place, scene.text, customs())
    for at in range(place, run):
        lower = scene.lowers[at]
        if lower in lists.organisation_nouns and lower not in lists.given and at > 0:
            touching = scene.lowers[place - 1] == title.words[-1]
            return at if title.kind is TitleKind.OFFICE and at > place and touching else place
        addressed = title.kind is TitleKind.HONORIFIC and at == place
        if _ends_name(scene, place, at, run, addressed=addressed):
            past = at
            break
    while past > place and scene.words[past - 1].text in customs().particles:
        past -= 1
    if past != place + 1:
        return past
    cut_short = past < run and scene.lowers[past] not in lists.dates
    everyday = title.kind is TitleKind.ROLE and (
        scene.lowers[place] in known.small or title.office == "person"
    )
    return place if cut_short or everyday or not _may_be_alone(scene, place, title) else past


def _may_be_alone(scene: Scene, place: int, title: Title) -> bool:
    """Tell whether one word behind a title is a name: "official" may be an adjective."""
    if title.kind is TitleKind.HONORIFIC or scene.words[place - 1].capital:
        return True
    if (
        scene.words[place].owns
        or not scene.blank(place + 1)
        or folded(scene.words[place].text) in family_index()
    ):
        return True
    return scene.lowers[place + 1] in naming().speech or scene.lowers[place + 1] in naming().acts


def _further_title(scene: Scene, place: int) -> bool:
    """Tell whether another title begins at ``place`` with a name behind it: "Republican Sen. Ada Lind"."""
    if place not in scene.title_words or scene.lowers[place] in naming().everyday:
        return False
    return any(
        first == place
        and (past > place + 1 or scene.blank(past) or scene.lowers[place] not in naming().given)
        for first, past, _ in scene.titles
    )


def _ends_name(scene: Scene, place: int, at: int, run: int, *, addressed: bool) -> bool:
    """Tell whether the word at ``at`` cannot be part of the name that begins at ``place``."""
    lists = naming()
    lower, hit = scene.lowers[at], scene.hit_at.get(scene.words[at].start)
    if addressed and lower in lists.everyday:
        return False
    if lower in lists.never or lower in (lists.openers if scene.headline or at == place else lists.functions):
        return lower not in lists.everyday
    if at > place and at in scene.title_words and lower not in lists.everyday | lists.given:
        return True
    if hit is None:
        return False
    if hit.sense in (NameSense.ADJECTIVE, NameSense.PEOPLE) or " " in scene.text[hit.start : hit.end]:
        return True
    if at != place or addressed:
        return False
    return scene.past_of(hit, at) >= run or (hit.sense is NameSense.STATE and lower not in lists.given)


def people_by_form(scene: Scene, known: Known) -> None:
    """Note the runs of capitals that form or company show to be people."""
    place = 0
    while place < len(scene.words):
        if (
            not scene.words[place].capital
            or not scene.free(place, place + 1)
            or scene.words[place].start in scene.hit_at
        ):
            hit = scene.hit_at.get(scene.words[place].start)
            place = scene.past_of(hit, place) if hit else place + 1
            continue
        past = name_run(scene.words, place, scene.text, customs())
        first = _past_openers(scene, place, past, known)
        past = _cut_run(scene, first, past)
        if past - first > 1 and scene.may_be_proper(first) and _is_person(scene, first, past):
            scene.add(first, past, MentionKind.PERSON, None)
        place = max(past, place + 1)


def _past_openers(scene: Scene, place: int, past: int, known: Known) -> int:
    """Return where the name begins in a run.

    Examples: words that only open the sentence, and words of office, are passed.
    """
    lists = naming()
    while place < past:
        word, lower = scene.words[place], scene.lowers[place]
        opens = lower in lists.openers or lower in lists.never or place in scene.title_words
        opens = opens or (_is_acronym(word.text) and not scene.words[past - 1].text.isupper())
        if not opens and place == 0 and lower in known.small and lower not in lists.given:
            opens = True
        if not opens or (
            lower in lists.given
            and place + 1 < past
            and word.text[0].isupper()
            and lower not in lists.openers
        ):
            break
        place += 1
    return place


def _cut_run(scene: Scene, first: int, past: int) -> int:
    """Return the end of the run in front of the first word that is no part of a person's name."""
    lists = naming()
    for at in range(first, past):
        hit = scene.hit_at.get(scene.words[at].start)
        if (
            not scene.free(at, at + 1)
            or (hit and at == first)
            or (hit and hit.end - hit.start > len(scene.words[at].text))
        ):
            return at
        if scene.lowers[at] in lists.never and scene.lowers[at] not in lists.given:
            return at
        if at > first and (scene.lowers[at] in lists.speech or scene.lowers[at] in lists.functions):
            return at
    return past


def _is_person(scene: Scene, first: int, past: int) -> bool:
    """Tell whether a run of two words or more is a person: by form, by the words beside it, by first name."""
    lists = naming()
    kinds = scene.lowers[first:past]
    name = scene.text[scene.words[first].start : scene.words[past - 1].end]
    if past - first > _LONGEST_UNKNOWN or kinds[0] in lists.place_begins:
        return False
    if any(_is_acronym(word.text) for word in scene.words[first:past]):
        return False
    if any(kind in lists.organisation_nouns for kind in kinds):
        return False
    if scene.blank(first) and kinds[0] not in lists.given and scene.lowers[first - 1] in ("the", "a", "an"):
        return False
    speaks = _speaks(scene, first, past)
    known = kinds[0] in lists.given or folded(scene.words[first].text) in lists.given
    if any(kind in lists.place_ends for kind in kinds):
        return known and (speaks or apposed(scene, past) is not None)
    if known or shaped_like_a_person(name, customs()):
        return True
    if kinds[0] in lists.family_first and past - first <= 3:  # noqa: PLR2004 - "Lee Jae Myung"
        return True
    if speaks:
        return past - first <= (3 if first > 0 else 2)  # longer runs that speak are bodies
    return families(name, customs())[0] in family_index() or apposed(scene, past) is not None


def _is_acronym(text: str) -> bool:
    """Tell whether a word is capitals alone, as no name of a person is in running text: "KCNA", "USS"."""
    return len(text) > 2 and text.isupper() and "." not in text  # noqa: PLR2004 - "JD", "Wu"


def _speaks(scene: Scene, first: int, past: int) -> bool:
    """Tell whether a verb of speech stands beside the run."""
    lists = naming()
    after = scene.lowers[past] if scene.blank(past) else ""
    before = scene.lowers[first - 1] if scene.blank(first) else ""
    return after in lists.speech or before in ("said", "says", "added", "asked", "wrote", "named", "called")


def with_apposition(scene: Scene, found: Found) -> Found:
    """Return the person with the title that stands behind the name, where none stood in front."""
    if found.kind is not MentionKind.PERSON or found.title is not None:
        return found
    for place, word in enumerate(scene.words):
        if word.end == found.end:
            told = apposed(scene, place + 1)
            if told and scene.free(*told):
                return found._replace(title=scene.span(*told))
            break
    return found


def people_known(scene: Scene, known: Known) -> None:
    """Note full names and bare family names of people the article introduces."""
    particles = customs().particles
    for place in scene.capitals:
        for pieces in sorted(known.full.get(folded(scene.words[place].text), ()), key=len, reverse=True):
            past = place + len(pieces)
            told = tuple(folded(word.text) for word in scene.words[place:past])
            if told == pieces and name_run(scene.words, place, scene.text, customs()) >= past:
                scene.add(place, past, MentionKind.PERSON, title_before(scene, place))
    for place, word in enumerate(scene.words):
        if not word.capital and word.text not in particles:
            continue
        if "-" in word.text:
            _people_in_compound(scene, word, known)
        if folded(word.text).split(" ")[0] in known.family_words:
            _family_at(scene, place, known)


def _family_at(scene: Scene, place: int, known: Known) -> None:
    """Note the family name of up to three words that begins at ``place``."""
    word = scene.words[place]
    for past in range(min(place + 3, len(scene.words)), place, -1):
        if not scene.words[past - 1].capital:
            continue
        told = " ".join(folded(each.text) for each in scene.words[place:past])
        whole = past > place + 1 or (word.capital and _stands_alone(scene, place, past))
        if told in known.family and whole:
            scene.add(place, past, MentionKind.PERSON, title_before(scene, place))


def _people_in_compound(scene: Scene, word: Word, known: Known) -> None:
    """Note the two people of a word such as "Lind-Okoro"."""
    left, mark, right = word.text.partition("-")
    if (
        not mark
        or not right[:1].isupper()
        or folded(left) not in known.family
        or folded(right) not in known.family
    ):
        return
    middle = word.start + len(left)
    if all(word.end <= found.start or found.end <= word.start for found in scene.found):
        scene.found.append(Found(word.start, middle, MentionKind.PERSON, None))
        scene.found.append(Found(middle + 1, word.end, MentionKind.PERSON, None))


def _stands_alone(scene: Scene, place: int, past: int) -> bool:
    """Tell whether a family name stands for the person: no month, opening word or part of another name."""
    lists = naming()
    lower, word = scene.lowers[place], scene.words[place]
    hit = scene.hit_at.get(word.start)
    if hit and not title_before(scene, place):
        return False
    if lower in _MONTHS and (
        _figure(scene, past) or (place and scene.lowers[place - 1] in ("in", "of", "by", "since", "on"))
    ):
        return False
    if (
        place == 0
        and lower in lists.openers
        and not (scene.blank(past) and scene.lowers[past] in lists.speech)
    ):
        return False
    if scene.headline or word.owns or not scene.blank(past):
        return True
    follows = scene.words[past]
    return not (follows.capital and scene.lowers[past] in lists.organisation_nouns)


def _figure(scene: Scene, place: int) -> bool:
    """Tell whether the word at ``place`` is a number."""
    return place < len(scene.words) and scene.words[place].text[0].isdigit()
