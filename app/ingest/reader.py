"""What every reader offers: tell whether bytes are its own, and read them."""

from dataclasses import dataclass, field
from typing import Protocol

from app.domain.extracted import ExtractedDocument
from app.ingest.limits import Limits

CERTAIN = 100
"""Score of a signature that nothing else has."""
LIKELY = 60
"""Score of a structure that other files rarely have."""
POSSIBLE = 10
"""Score of bytes that could be this or another kind; the name decides between equals."""


@dataclass(frozen=True, slots=True)
class Match:
    """Bytes recognised as `format` (short lower-case id) with a score from 1 to 100, from the content alone."""

    format: str
    score: int


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """`password` is for this file, `passwords` are others of the case worth trying. `depth` counts the files this one
    lies inside of. Without `want_reading_copy` the PDF is still laid out for page places but not returned."""

    password: str | None = None
    passwords: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    want_reading_copy: bool = True
    depth: int = 0

    @property
    def candidates(self) -> tuple[str, ...]:
        """Passwords to try in order, each once."""
        first = () if self.password is None else (self.password,)
        return tuple(dict.fromkeys(first + self.passwords))


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    """`formats` maps each format id to the plain name a person knows it by; `endings` maps file endings to format ids."""

    formats: dict[str, str]
    endings: dict[str, str]


class Reader(Protocol):
    """A module of `app.ingest.readers`. `read` raises FileProblem and nothing else on bytes it cannot read."""

    INFO: ReaderInfo

    def recognise(self, data: bytes, name: str) -> Match | None:
        """The format of `data`, judged by content; None: not mine. `name` is only for looks, never for the score."""
        ...

    def read(self, data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
        """Everything in `data`. Raises FileProblem."""
        ...
