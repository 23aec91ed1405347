"""Words and chips about documents, shared by the list and the reader."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.documents import PROBLEM_STATUSES, DocumentRow, ReadState, Status

_ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"}
_LOW_CONFIDENCE = 80
_PROBLEMS = {Status.PASSWORD: "Password needed", Status.DAMAGED: "Damaged", Status.UNSUPPORTED: "Cannot be read"}


@dataclass(frozen=True, slots=True)
class ChipFact:
    """A chip beside the title."""

    text: str
    tone: str
    icon: str
    tip: str = ""


def held(rows: Iterable[DocumentRow]) -> tuple[DocumentRow, ...]:
    """What a person means by a document: no junk, and of exact copies only the one that is kept (it knows its places)."""
    left_out = (Status.JUNK, Status.DUPLICATE)
    return tuple(row for row in rows if row.status not in left_out)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th … (up to 20, which is more deliveries than anyone has had)."""
    return _ORDINALS.get(number, f"{number}th")


def share(area: float) -> str:
    """A share of the pages in words."""
    per_cent = round(area * 100)
    return "under 1 % of the page" if per_cent < 1 else f"{per_cent} % of the page"


def part_words(row: DocumentRow) -> str:
    """Where a part is in its file: "Pages 214 to 216 of the file"."""
    if row.part_first == row.part_last:
        return f"Page {row.part_first} of the file"
    return f"Pages {row.part_first} to {row.part_last} of the file"


def chips(row: DocumentRow) -> tuple[ChipFact, ...]:
    """The chips beside the title, most important first."""
    found = []
    if row.status in PROBLEM_STATUSES:
        words = _PROBLEMS[row.status]
        found.append(ChipFact(words, "warn", "key" if row.status is Status.PASSWORD else "warning", row.problem))
    if row.pending_pages:
        found.append(
            ChipFact("Being read", "dashed", "scan", f"{row.pending_pages} pages of pictures wait to be read.")
        )
    if row.date_decided:
        found.append(ChipFact("Date confirmed", "good", "check", row.date_reason))
    elif row.date:
        found.append(ChipFact("Date suggested", "dashed", "suggested", row.date_reason))
    if row.part_first:
        found.append(ChipFact(part_words(row), "neutral", "document", f"A part of {row.path.rsplit('/', 1)[0]}"))
    if row.is_container:
        found.append(ChipFact("Split", "neutral", "document", "Its documents are in the list by themselves."))
    if row.version_group is not None:
        found.append(ChipFact("Came twice, differs", "info", "copy", "Another version of this record was supplied."))
    if len(row.places) > 1:
        found.append(ChipFact(f"In {len(row.places)} places", "info", "copy", "\n".join(row.places)))
    if row.ocr_confidence is not None and row.ocr_confidence < _LOW_CONFIDENCE:
        found.append(ChipFact("Hard to read", "warn", "scan", "Check words against the picture before you quote them."))
    if row.read is ReadState.LATER:
        found.append(ChipFact("Put aside", "neutral", "later", "You wanted to come back to this."))
    return tuple(found)


def list_chips(row: DocumentRow) -> tuple[ChipFact, ...]:
    """The short chips of a row in the list, most important first."""
    found = []
    if row.status in PROBLEM_STATUSES:
        locked = row.status is Status.PASSWORD
        found.append(ChipFact("Locked" if locked else _PROBLEMS[row.status], "warn", "key" if locked else "warning"))
    if row.version_group is not None or len(row.places) > 1:
        found.append(ChipFact("Twice", "info", "copy"))
    if row.is_container:
        found.append(ChipFact("Split", "neutral", "document"))
    if row.pending_pages:
        found.append(ChipFact("Being read", "dashed", ""))
    elif row.scanned_pages:
        found.append(ChipFact("Scan", "neutral", "scan"))
    if row.redacted_area > 0:
        found.append(ChipFact(f"{max(1, round(row.redacted_area * 100))} %", "neutral", "redacted"))
    if row.read is ReadState.LATER:
        found.append(ChipFact("Put aside", "neutral", "later"))
    return tuple(found)
