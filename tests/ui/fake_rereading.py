"""What the window's tests have in place of correcting words and reading pages again."""

from typing import Any

from app.domain.changes import Change
from app.domain.corrections import Correction
from app.domain.ids import DocumentId


class Correcting:
    """`services.correcting`: keeps what it was asked; the words of the page stay as they are."""

    def correct(self, case: Any, document: int, page: int, start: int, end: int, new: str) -> Change:
        case.calls.append(("correct", (document, page, start, end, new)))
        old = case.page(document, page).text[start:end]
        made = Correction(len(case.corrections) + 1, DocumentId(document), page, (0, 0, 1, 1), old, new)
        case.corrections.append(made)
        return case.change(f"“{old}” corrected to “{new}”")

    def corrections(self, case: Any, document: int) -> tuple[Correction, ...]:
        return tuple(made for made in case.corrections if made.document == document)

    def take_back(self, case: Any, known: int) -> Change:
        case.corrections = [made for made in case.corrections if made.id != known]
        return case.change("Correction taken back")


def read_page_again(case: Any, document: int, number: int, turn: int | None = None) -> str:
    """As if the page had three words."""
    case.calls.append(("read_page_again", (document, number, turn)))
    return "three new words"
