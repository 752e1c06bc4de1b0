"""What we read: the page as it came, the article cut from it, its sentences and its words."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from hashlib import sha256

from dragoman.errors import RecordError
from dragoman.types.evidence import ArticleId, DocumentId, Evidence, TextDigest
from dragoman.types.reading import Reading
from dragoman.types.span import Span


@dataclass(frozen=True, slots=True)
class Given:
    """What came beside a document and is not read from it, such as the fields of a JSON line.

    ``published`` is the ISO 8601 text as given.
    """

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A page or text as collected: its bytes are the record, ``charset`` the reading of them.

    ``location`` is the path or address shown to the user, with ``#line`` for one line of a file.
    ``media`` is ``text/html`` or ``text/plain``. ``route`` tells how the charset was found (bom,
    utf-8, meta, cp1252, guess, given). ``collected`` is in UTC, and ``None`` when the source does not tell:
    the clock of this machine is never put in its place.
    """

    id: DocumentId
    location: str
    media: str
    raw: bytes
    charset: str = "utf-8"
    route: str = "given"
    given: Given = Given()
    collected: datetime | None = None

    @property
    def body(self) -> str:
        """The decoded text; bytes that do not decode become U+FFFD."""
        return self.raw.decode(self.charset, errors="replace")

    @staticmethod
    def identify(media: str, raw: bytes, given: Given) -> DocumentId:
        """Return the id of this content: equal bytes from one outlet and address are one document."""
        told = "\x1f".join((media, given.url or "", given.outlet or "", ""))
        return DocumentId(sha256(told.encode() + raw).hexdigest()[:16])


class LineClass(Enum):
    """What a line of a saved page or text is."""

    ARTICLE = "article"
    """Title, headings, paragraphs and list items of the report."""
    METADATA = "metadata"
    """Byline, date, outlet, topic labels, view counters, hashtags."""
    BOILERPLATE = "boilerplate"
    """Menus, other headlines, teasers, forms, newsletter calls."""
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Line:
    """One line ``[start, end)`` of the text, without its line feed; a blank line may be empty."""

    start: int
    end: int
    kind: LineClass

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise RecordError(f"line [{self.start}, {self.end}) runs backwards")


@dataclass(frozen=True, slots=True)
class Published:
    """When the outlet says it published: the day, and ``iso`` as precise as it was told."""

    day: date
    iso: str


@dataclass(frozen=True, slots=True)
class Article:
    """Clean text of one report, with every line classed. All offsets elsewhere refer to ``text``.

    ``text`` keeps the dropped lines (menus, teasers) so that a reader can see what was left out;
    findings come from lines of class ``article`` alone. ``lines`` cover the text in order, one
    per line feed. ``offsets`` are pairs (offset in ``text``, offset in the decoded document) from
    which both run in step, and ``None`` where the text was cut from HTML.

    ``published`` is what the outlet says, or ``None`` when it says nothing: it is not
    filled in from the day of collection.
    """

    id: ArticleId
    location: str
    url: str | None
    outlet: str | None
    title: str | None
    authors: tuple[str, ...]
    published: Published | None
    text: str
    lines: tuple[Line, ...]
    offsets: tuple[tuple[int, int], ...] | None = ((0, 0),)
    digest: TextDigest = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", TextDigest(sha256(self.text.encode()).hexdigest()[:16]))
        if self.lines and self.lines[-1].end > len(self.text):
            raise RecordError(f"article {self.id}: a line ends past the text")

    def evidence(self, span: Span) -> Evidence:
        """Point at ``span`` of this very text."""
        span.cut(self.text)
        return Evidence(self.id, self.digest, span)

    def body(self) -> str:
        """The article lines alone, joined by line feeds, for display and for extraction scores."""
        kept = (line for line in self.lines if line.kind is LineClass.ARTICLE)
        return "\n".join(self.text[line.start : line.end] for line in kept)


class SentenceRole(Enum):
    """What part of the article a sentence is."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list_item"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article line; ``number`` counts from 1 through the article."""

    number: int
    span: Span
    role: SentenceRole


@dataclass(frozen=True, slots=True)
class Parse:
    """The sentences of one article in reading order, and what the reader model says of each.

    ``readings`` run parallel to ``sentences``, with ``None`` for a sentence that was not read, or they are
    empty where nobody read. They are no rows of the store, since text and model give them again, faster from
    its cache: the stages that see one article get them always, those that see a story never.
    """

    article: ArticleId
    digest: TextDigest
    sentences: tuple[Sentence, ...]
    readings: tuple[Reading | None, ...] = ()

    def __post_init__(self) -> None:
        if self.readings and len(self.readings) != len(self.sentences):
            raise RecordError(
                f"parse of {self.article}: {len(self.readings)} readings of {len(self.sentences)} sentences"
            )

    def reading(self, sentence: Sentence) -> Reading | None:
        """Return what the model says of ``sentence``, or ``None`` where it was not read."""
        return self.readings[sentence.number - 1] if self.readings else None

    def at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds ``offset``, if any."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].span.start <= offset:
            return self.sentences[low]
        return None


@dataclass(frozen=True, slots=True)
class Terms:
    """What stories are grouped by: the counted words and named actors of one article.

    ``words`` and ``title`` are (folded word, count), ``actors`` (actor id, number of mentions), each sorted;
    ``days`` are the days, as ISO text, that the report tells of most precisely. ``headline`` is the title for
    display, or the start of the first sentence where there is none.
    """

    article: ArticleId
    outlet: str | None
    published: date | None
    title: tuple[tuple[str, int], ...]
    words: tuple[tuple[str, int], ...]
    actors: tuple[tuple[str, int], ...]
    days: tuple[str, ...]
    headline: str | None = None
