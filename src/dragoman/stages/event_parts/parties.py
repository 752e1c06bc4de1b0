"""Who is named in each sentence: mentions with their actors, pronouns, and "the two leaders"."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.stages.event_parts.offices import can_mean, holder, office_of
from dragoman.stages.event_parts.wordlists import lexicon
from dragoman.text.arguments import Arguments, Name, Place, place_of, word_range
from dragoman.text.clauses import Clauses, clauses
from dragoman.text.tree_arguments import TreeArguments, apposed, tree_word
from dragoman.text.trees import Tree, of
from dragoman.types import ActorId, Link, Mention, MentionKind, Reading, Sentence, Span


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody a sentence names: the words, the fullest name, the actor where it is known."""

    told: Span
    name: str
    actor: ActorId | None
    person: bool

    @property
    def key(self) -> str:
        """What tells two parties apart: the actor, or else the name."""
        return self.actor or self.name.casefold()


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with its clauses and the parties named in it; ``parties`` by the key of a ``Name``."""

    sentence: Sentence
    text: str
    parsed: Clauses
    arguments: Arguments
    parties: tuple[tuple[Party, ...], ...]

    def of(self, names: tuple[Name, ...]) -> tuple[Party, ...]:
        """Return the parties of ``names``, each once."""
        found = {party.key: party for name in names for party in self.parties[name.key]}
        return tuple(found.values())

    def span(self, first: int, last: int) -> Span:
        """Return the characters of the words ``[first, last]``."""
        start = self.sentence.span.start
        return Span(start + self.parsed.words[first].start, start + self.parsed.words[last].end)


_Placed = tuple[int, int, Place, tuple[Party, ...]]
_TWO = 2
_SINGULAR = frozenset(("he", "she", "him", "his", "her"))
_PLURAL = frozenset(("they", "them", "their"))
_NO_PARTY = frozenset((MentionKind.PLACE, MentionKind.EVENT, MentionKind.OTHER))
_OFFICE_WORDS = 4
_SUBJECT = 6
_ANY = frozenset(("a", "an", "any", "no", "another", "every", "some"))
_PAIRED = frozenset(("presidents", "ministers", "premiers", "chancellors", "kings"))


@cache
def _stand_ins() -> frozenset[str]:
    """Return the words that stand for somebody named elsewhere."""
    return _SINGULAR | _PLURAL | lexicon().classes["roles.pair"]


class Cast:
    """Makes the scenes of one article in order, and remembers who "he" and "the two leaders" are."""

    def __init__(
        self, text: str, mentions: tuple[Mention, ...], links: tuple[Link, ...], day: date | None = None
    ) -> None:
        """Keep the mentions in order, with what each links to; ``day`` is that of writing."""
        self.day = day
        self.named = {link.actor.id: link.actor.name for link in links if link.actor.id.startswith("person:")}
        self.text = text
        self.mentions = tuple(sorted(mentions, key=lambda mention: mention.span))
        self.links = {link.mention: link for link in links}
        self.next = 0
        self.person: Party | None = None
        self.recent: list[Party] = []
        self.pair: tuple[Party, ...] = ()
        self.sides: tuple[Party, ...] = ()
        self.titled: dict[str, tuple[Party, str]] = {}
        """People met so far with the words of their titles."""

    def scene(self, sentence: Sentence, reading: Reading | None = None) -> Scene:
        """Return the scene of the next sentence."""
        parsed = clauses(sentence.span.cut(self.text), lexicon())
        found: list[_Placed] = []
        for mention in self.within(sentence.span):
            placed = self._placed(mention, parsed, sentence.span.start)
            if placed is not None:
                found.append(placed)
        found.extend(self._pronouns(parsed, sentence.span, found))
        found.sort(key=lambda item: (item[0], item[1]))
        found = _without_inner(found)
        tree = of(reading) if reading is not None else None
        if tree is not None:
            found = _without_apposed(found, parsed, tree)
        names = tuple(Name(first, last, place, key) for key, (first, last, place, _) in enumerate(found))
        scene = Scene(
            sentence,
            sentence.span.cut(self.text),
            parsed,
            TreeArguments(parsed, names, lexicon(), tree)
            if tree is not None
            else Arguments(parsed, names, lexicon()),
            tuple(parties for *_, parties in found),
        )
        self._remember(scene)
        return scene

    def _placed(self, mention: Mention, parsed: Clauses, start: int) -> _Placed | None:
        """Return where a mention stands in its sentence, its title and its office with it."""
        unnamed = mention.name.islower() and mention.span not in self.links
        if mention.kind in _NO_PARTY or unnamed:
            return None
        words = word_range(parsed, mention.span.start - start, mention.span.end - start)
        if words is None:
            return None
        first, last = words
        if mention.title is not None and mention.title.start < mention.span.start:
            titled = word_range(parsed, mention.title.start - start, mention.title.end - start)
            first = (titled or words)[0]
        place = place_of(parsed, last)
        person = mention.kind is MentionKind.PERSON
        if place is Place.MODIFIER and person and not self._nominal(parsed, last):
            place = Place.HEAD
        end = None if person else _office_end(parsed, last, place)
        if end is not None:
            last, place = end, place_of(parsed, end)
        party = self._party(mention)
        if last > words[1]:
            party = self._in_office(party, parsed, first, last)
        if party.person and mention.title is not None:
            self.titled.setdefault(party.key, (party, mention.title.cut(self.text).casefold()))
        return first, last, place, (party,)

    def _in_office(self, party: Party, parsed: Clauses, first: int, last: int) -> Party:
        """Return who "the Norland president" is, if the article names the president; else the state."""
        words = parsed.words
        if party.actor is None or (first and words[first - 1].low in _ANY):
            return party
        office = next(
            (
                " ".join(word.low for word in words[start : last + 1])
                for start in range(first + 1, last + 1)
                if words[start].tag in "NJ" and words[start].start >= words[first].end
            ),
            "",
        )
        tails = office.split()
        for start in range(len(tails)):
            who = holder(party.actor, " ".join(tails[start:]), self.named, self.day)
            if who is not None:
                return Party(party.told, self.named[who], who, person=True)
        return party

    def within(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions in ``span``, which does not lie before an earlier one that was asked for."""
        while self.next < len(self.mentions) and self.mentions[self.next].span.end <= span.start:
            self.next += 1
        found = []
        for mention in self.mentions[self.next :]:
            if mention.span.start >= span.end:
                break
            if span.covers(mention.span):
                found.append(mention)
        return tuple(found)

    def _nominal(self, parsed: Clauses, last: int) -> bool:
        """Tell whether a person's name modifies the noun behind it: "the Lind summit"."""
        return parsed.words[last + 1].lemma in (
            "summit",
            "meeting",
            "visit",
            "government",
            "administration",
            "talk",
        )

    def _party(self, mention: Mention) -> Party:
        link = self.links.get(mention.span)
        if link is None:
            return Party(mention.span, mention.name, None, mention.kind is MentionKind.PERSON)
        return Party(mention.span, link.actor.name, link.actor.id, mention.kind is MentionKind.PERSON)

    def _pronouns(self, parsed: Clauses, sentence: Span, named: list[_Placed]) -> list[_Placed]:
        found: list[_Placed] = []
        pairs = lexicon().classes["roles.pair"]
        wanted = _stand_ins()
        for index, word in enumerate(parsed.words):
            low = word.low
            if low not in wanted:
                continue
            place = Place.POSSESSOR if word.tag == "S" else Place.HEAD
            if low in _SINGULAR:
                before = [
                    parties[0]
                    for _, last, _, parties in named
                    if last < index and parties[0].person and can_mean(low, parties[0].actor)
                ]
                who = (
                    _nearest_subject(parsed, named, before, index) if before else self._bearer(parsed, index)
                )
                who = who if who is None or can_mean(low, who.actor) else self._other(low)
                if who is not None:
                    found.append((index, index, place, (_said(who, sentence, parsed, index, index),)))
            elif low in _PLURAL and _plural_subject(parsed, index):
                continue
            elif low in _PLURAL and (pair := _named_together(parsed, named, index) or self._two(low)):
                both = tuple(_said(party, sentence, parsed, index, index) for party in pair)
                found.append((index, index, place, both))
            elif low in pairs and self._two(low) and index and _both(parsed, index):
                first = index - 2 if index > 1 and parsed.words[index - 2].low == "the" else index - 1
                both = tuple(_said(party, sentence, parsed, first, index) for party in self._two(low))
                found.append((first, index, place_of(parsed, index), both))
        return found

    def _bearer(self, parsed: Clauses, before: int) -> Party | None:
        """Return who "he" is: who was spoken of last, or whom "the president" before it means."""
        for index in range(min(before, _SUBJECT)):
            word = parsed.words[index]
            following = parsed.words[index + 1]
            if word.low == "the" and lexicon().has("roles.office", following.low):
                bearers = [party for party, title in self.titled.values() if following.low in title]
                return bearers[-1] if len(bearers) == 1 else self._if_bearer(following.low)
        return self.person

    def _other(self, pronoun: str) -> Party | None:
        """Return the last person spoken of whom a pronoun can mean."""
        return next((party for party in reversed(self.recent) if can_mean(pronoun, party.actor)), None)

    def _if_bearer(self, office: str) -> Party | None:
        """Return who was spoken of last, unless another title is known of them."""
        known = self.titled.get(self.person.key) if self.person is not None else None
        return self.person if known is None or office in known[1] else None

    def _two(self, word: str) -> tuple[Party, ...]:
        """Return who "the two" are: people where the word is of people, sides where it is not."""
        if word in _PAIRED and self.pair:
            return self._office_pair(word.removesuffix("s"))
        if word == "leaders" and any(self._leads(party) is False for party in self.pair):
            bearers = tuple(party for party, _ in self.titled.values() if self._leads(party))
            return bearers if len(bearers) == _TWO else ()
        if lexicon().has("roles.pair_people", word):
            return self.pair or self.sides
        return self.sides or self.pair

    def _office_pair(self, office: str) -> tuple[Party, ...]:
        """Return the last pair, unless its titles say otherwise: then the two who bear that title."""
        known = [self._office_of(party) for party in self.pair]
        if not any(known) or any(office in title for title in known):
            return self.pair
        bearers = tuple(party for party, title in self.titled.values() if office in title)
        return bearers if len(bearers) == _TWO else ()

    def _office_of(self, party: Party) -> str:
        """Return the words of a person's office, told in the article or known of that day; "" for neither."""
        if party.key in self.titled:
            return self.titled[party.key][1]
        return office_of(party.actor, self.day) if party.actor is not None else ""

    def _leads(self, party: Party) -> bool | None:
        """Tell whether a person is head of a state or government; nothing where no office is known."""
        title = self._office_of(party)
        if not title:
            return None
        heads = ("president", "premier", "prime", "chancellor", "king", "queen", "emir", "sultan", "leader")
        return any(head in title for head in heads) and not title.startswith(("vice", "deputy", "former"))

    def _remember(self, scene: Scene) -> None:
        for index, word in enumerate(scene.parsed.words if "etween" in scene.text else ()):
            if word.low == "between":
                parties = scene.of(scene.arguments.direct(index))
                if len(parties) == _TWO and not any(party.person for party in parties):
                    self.sides = parties
        main = scene.parsed.main()
        subject = scene.of(scene.arguments.subject(main)) if main is not None else ()
        people = [party for party in subject if party.person]
        people = people or [party for parties in scene.parties for party in parties if party.person]
        aside = main is None or not any(party.person for party in subject)
        if people and not (aside and self.person is not None and _all_aside(scene)):
            self.person = people[0]
        self.recent.extend(party for parties in scene.parties for party in parties if party.person)


def _office_end(parsed: Clauses, last: int, place: Place) -> int | None:
    """Return the last word of the office behind a state that acts through it: "Norland's foreign minister".

    Nothing where the holder is named behind it: "Norland's foreign minister, Ada Holt".
    """
    words = parsed.words
    step = last + 1
    if place is Place.HEAD:
        return None
    if place is Place.POSSESSOR:
        step += 1
    found = None
    while step < len(words) and step <= last + _OFFICE_WORDS and words[step].tag in "NJ":
        if lexicon().has("roles.standing", words[step].lemma) or lexicon().has(
            "roles.office", words[step].lemma
        ):
            found = step
        step += 1
    if found is None or (place is Place.POSSESSOR and not lexicon().has("roles.office", words[found].lemma)):
        return None
    if [word.low for word in words[found + 1 : found + 3]] == ["of", "state"]:
        found += 2
    following = words[found + 1 : found + 3]
    apposed = len(following) > 1 and following[0].low == "," and following[1].title
    return None if apposed or (following and following[0].title and following[0].tag in "NJ") else found


def _plural_subject(parsed: Clauses, before: int) -> bool:
    """Tell whether "they" are people that the sentence tells without a name: "the ministries said they"."""
    for group in parsed.groups:
        noun = parsed.words[group.first - 1] if 0 < group.first < before else None
        if noun is None or not group.finite or noun.tag != "N" or noun.title:
            continue
        if noun.low.endswith("s") and not lexicon().has("roles.pair", noun.low):
            return True
    return False


def _nearest_subject(parsed: Clauses, named: list[_Placed], people: list[Party], index: int) -> Party:
    """Return the first of ``people`` in the clause of a pronoun, or else in the sentence."""
    segment = parsed.segment_of[index]
    for first, last, _, parties in named:
        if last < index and parsed.segment_of[first] == segment and parties[0] in people:
            return parties[0]
    return people[0]


def _named_together(parsed: Clauses, named: list[_Placed], before: int) -> tuple[Party, ...]:
    """Return the last two people named as "A and B" before a word."""
    people = [item for item in named if item[1] < before and item[3][0].person]
    for left, right in zip(people[-2::-1], people[:0:-1], strict=True):
        between = parsed.words[left[1] + 1 : right[0]]
        joined = any(word.low == "and" for word in between) and all(word.tag in "NJDC" for word in between)
        if joined and left[3][0].key != right[3][0].key:
            return (left[3][0], right[3][0])
    return ()


def _all_aside(scene: Scene) -> bool:
    """Tell whether people are named only in clauses beside the main one: "since Lind came, nobody has"."""
    parsed = scene.parsed
    return all(
        parsed.segments[parsed.segment_of[name.first]].opener != ""
        for name in scene.arguments.names
        if scene.parties[name.key][0].person
    )


def _both(parsed: Clauses, index: int) -> bool:
    before = parsed.words[index - 1].low
    return before in ("two", "both") or (
        before == "the" and parsed.words[index].low in ("leaders", "sides", "presidents", "ministers")
    )


def _said(party: Party, sentence: Span, parsed: Clauses, first: int, last: int) -> Party:
    told = Span(sentence.start + parsed.words[first].start, sentence.start + parsed.words[last].end)
    return Party(told, party.name, party.actor, party.person)


def _without_inner(
    found: list[_Placed],
) -> list[_Placed]:
    """Drop a state named inside the title of a person: "Norland's foreign minister Holt"."""
    kept: list[_Placed] = []
    for item in found:
        inner = any(o is not item and o[0] <= item[0] and item[1] < o[1] and o[3][0].person for o in found)
        if not inner:
            kept.append(item)
    return kept


def _without_apposed(found: list[_Placed], parsed: Clauses, tree: Tree) -> list[_Placed]:
    """Drop a state or body that only tells who a person is: "Bo Lind, the Norland premier"."""
    placed = [(item, tree_word(tree.reading, parsed, item[0], item[1])) for item in found]
    people = [word for item, word in placed if item[3][0].person and word is not None]
    return [
        item
        for item, word in placed
        if word is None or item[3][0].person or not any(apposed(tree, word, person) for person in people)
    ]
