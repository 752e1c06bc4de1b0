"""What a text says to its reader: what it is about, what to watch, and how a list is announced."""

from dragoman.text.clauses import Clauses
from dragoman.text.lexicon import Lexicon

_SELF = 4
_OPENS = frozenset("IKPT")
_READER = ("you", "your", "readers")
_POINTERS = ("this", "our", "the", "following", "next", "below", "above")


def describes_itself(parsed: Clauses, lexicon: Lexicon) -> bool:
    """Tell whether a sentence is about the text: "This post looks at ...", "Here is a summary of ..."."""
    words = parsed.words
    lows = [word.low for word in words]
    if lows[0] in ("here", "below") and len(words) > _SELF and words[1].tag in "EV":
        return not _points_ahead(lows)
    if lows[:2] == ["what", "follows"]:
        return True
    main = parsed.main()
    if main is None:
        return False
    group = parsed.groups[main]
    explains = lexicon.has("sentences.exposition_verb", words[group.head].lemma)
    if not explains or group.form not in "PMB" or group.negated:
        return False
    before = lows[: group.first]
    named = any(lexicon.has("sentences.own_text", low) for low in before)
    pointed = any(low in _POINTERS for low in before)
    return (named and pointed) or (
        before[-1:] == ["we"] and not {"below", "here", "follows"}.isdisjoint(before)
    )


def advises(parsed: Clauses, lexicon: Lexicon) -> bool:
    """Tell whether a sentence bids its reader do something: "Instead, study:", "here is what to watch"."""
    words = parsed.words
    lows = [word.low for word in words]
    if any(low in ("here", "here's", "here’s") for low in lows) and _points_ahead(lows):
        return True
    start = _behind_fronted(parsed)
    while start < len(words) and (words[start].tag == "A" or lows[start] in ("please", "never")):
        start += 1
    if lows[start : start + 1] == ["do"] and start + 1 < len(words) and words[start + 1].tag == "X":
        start += 2
    if (
        start >= len(words) - 1
        or (words[start].title and start > 0)
        or not _is_bidding(parsed, start, lexicon)
    ):
        return False
    segment = parsed.segment_of[start]
    later = [
        g for g in parsed.groups if g.first > start and g.finite and parsed.segment_of[g.head] == segment
    ]
    return not any(_is_free(parsed, start, group.first) for group in later)


def wants_list(parsed: Clauses, lexicon: Lexicon) -> bool:
    """Tell whether a line opens a list of wishes: "Oslo's goals are modest:", "What the ministry wants:"."""
    if parsed.words[-1].low != ":":
        return False
    main = parsed.main()
    end = parsed.groups[main].first if main is not None else len(parsed.words)
    subject = parsed.words[:end]
    wanted = any(
        lexicon.has("sentences.aim_noun", word.low) or lexicon.has("sentences.aim_noun", word.lemma)
        for word in subject
    )
    if main is None:
        return wanted
    group = parsed.groups[main]
    if group.negated:
        return False
    if parsed.words[0].low == "what" and parsed.words[group.head].lemma in ("want", "seek", "need", "hope"):
        return True
    return wanted and parsed.words[group.head].tag == "E" and group.form == "P"


def _points_ahead(lows: list[str]) -> bool:
    """Tell whether "what to", "how to" or "things to" says what the reader should do."""
    return any(
        lows[at] in ("what", "how", "things", "ways", "signs", "points", "which", "who", "where")
        and lows[at + 1] == "to"
        for at in range(len(lows) - 1)
    )


def _behind_fronted(parsed: Clauses) -> int:
    """Return where the main clause may begin: behind "When a summit ends," or "Instead,", or at the start."""
    words = parsed.words
    if words[0].tag not in _OPENS | {"A", "D"} and words[0].low != "next":
        return 0
    comma = next((i for i, word in enumerate(words) if word.low == ","), None)
    if comma is None or (words[0].tag in "AD" and comma > 2):  # noqa: PLR2004 - "Instead,", "This time,"
        return 0
    return comma + 1


def _is_bidding(parsed: Clauses, at: int, lexicon: Lexicon) -> bool:
    """Tell whether the word at ``at`` is a bare verb with something behind it to be done to."""
    word, after = parsed.words[at], parsed.words[at + 1]
    form = lexicon.form(word.low)
    if form is None or "B" not in form.kinds or form.lemma != word.low or word.tag not in "VNEJAP":
        return False
    known = lexicon.has("cues.advice_start", word.low)
    if after.low == ":":
        return at > 0 or known or form.share > _VERB
    if after.tag in "NJA":
        return known or form.share > _SURE
    return after.tag in "DSURIPT" and (known or form.share > _VERB or (at > 0 and after.tag in "DSU"))


_VERB, _SURE = 0.6, 0.85
"""A bare form that is a verb so often opens a command, before a pronoun or article and before a noun. Set by
hand on invented sentences, 2026-11-22."""


def _is_free(parsed: Clauses, start: int, verb: int) -> bool:
    """Tell whether a finite verb is not inside a clause that hangs on the command: "watch who speaks"."""
    return not any(parsed.words[index].tag in "RIK" for index in range(start + 1, verb))
