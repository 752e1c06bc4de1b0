"""Why we hold a record: where it is written, what found it, how sure that was."""

from dataclasses import dataclass
from typing import NewType

from dragoman.errors import RecordError
from dragoman.types.span import Span

DocumentId = NewType("DocumentId", str)
ArticleId = NewType("ArticleId", str)
"""Digest of the document an article was cut from: stable however the cutting improves."""
TextDigest = NewType("TextDigest", str)


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A stretch of one version of one article, for a reader to check.

    ``digest`` is the digest of the exact text that ``span`` was cut from, so that an offset is
    never read against a later, re-cleaned text.
    """

    article: ArticleId
    digest: TextDigest
    span: Span


@dataclass(frozen=True, slots=True)
class Maker:
    """What made a record: a stage, its version, and the digest of any learned part."""

    stage: str
    version: int
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """What a finding rests on.

    ``probability`` is in [0, 1] when the maker is calibrated and ``None`` when it is not;
    there is no sentinel number.
    """

    evidence: tuple[Evidence, ...]
    maker: Maker
    probability: float | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise RecordError(f"stage {self.maker.stage!r} made a finding with no evidence")
        if self.probability is not None and not 0.0 <= self.probability <= 1.0:
            raise RecordError(f"probability {self.probability} is outside [0, 1]")

    @property
    def article(self) -> ArticleId:
        """The article of the first evidence: the only one, for a finding in one article."""
        return self.evidence[0].article
