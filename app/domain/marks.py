"""Marks that the family puts on pages."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import DocumentId, IssueId, MarkId

Rect = tuple[float, float, float, float]
"""PDF points, origin top left: x0, y0, x1, y1."""


class MarkKind(StrEnum):
    """The seven kinds, in the order of their keys 1 to 7."""

    INACCURACY = "inaccuracy"
    MISSING = "missing"
    OPINION = "opinion"
    LANGUAGE = "language"
    QUESTION = "question"
    EVIDENCE = "evidence"
    NOTE = "note"


MARK_NAMES = {
    MarkKind.INACCURACY: "Inaccuracy",
    MarkKind.MISSING: "Missing",
    MarkKind.OPINION: "Opinion as fact",
    MarkKind.LANGUAGE: "Language",
    MarkKind.QUESTION: "Question",
    MarkKind.EVIDENCE: "Key evidence",
    MarkKind.NOTE: "Note",
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a mark is. By words (`exact` with `prefix` and `suffix`, at `start`..`end` of the page's text) or, when `exact` is empty,
    by area only. `rects` are where it was drawn."""

    document: DocumentId
    page: int
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = -1
    end: int = -1
    rects: tuple[Rect, ...] = ()
    file_page: int = 0
    """The page of the file when the document is a part of one, for citing it; 0 otherwise."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark. `uuid` is a URN that never changes; times are ISO 8601 in UTC. `lost`: the words are no longer found on the page."""

    id: MarkId
    uuid: str
    kind: MarkKind
    anchor: Anchor
    note: str
    created: str
    changed: str
    issue: IssueId | None = None
    lost: bool = False
