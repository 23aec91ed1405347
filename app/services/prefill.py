"""What the case already knows for the blanks of a letter: lists that a person settled, and the point that a statement is about."""

from collections.abc import Mapping, Sequence

from app.domain.dates import show
from app.domain.issues import Issue
from app.domain.parts import cited
from app.letters import catalogue
from app.services import schedules
from app.services.case import OpenCase

_STATEMENT = "supplementary-statement"


def values(case: OpenCase, letter: str, organisation: int | None, points: Sequence[Issue]) -> Mapping[str, str]:
    """Values by field name, weaker than whatever a person answers. Empty for a letter that is not known."""
    known = {kind.id: kind for kind in catalogue.kinds()}.get(letter)
    if known is None:
        return {}
    fields = {field.name for field in known.fields}
    found = dict(schedules.for_letter(case, letter, organisation, fields))
    if letter == _STATEMENT and points:
        found |= {name: text for name, text in _statement(points).items() if name in fields and text}
    return found


def _statement(points: Sequence[Issue]) -> dict[str, str]:
    """A first version of the family's statement: what is right about each point, and what shows it. One page is best."""
    said = [" ".join(p for p in (point.fields.right.strip(), point.fields.wrong_text.strip()) if p) for point in points]
    proofs = [
        ", ".join(p for p in (proof.document_title, show(proof.document_date) if proof.document_date else "",
                              cited(proof.anchor.page, proof.anchor.file_page)) if p)
        for point in points
        for proof in point.proofs
    ]  # fmt: skip
    return {
        "entry": "; ".join(dict.fromkeys(_place(point) for point in points if _place(point))),
        "entry_words": "\n".join(point.fields.says.strip() for point in points if point.fields.says.strip()),
        "statement": "\n\n".join(text for text in said if text),
        "evidence": "\n".join(dict.fromkeys(proofs)),
        "told": "\n".join(dict.fromkeys(p.fields.recipients.strip() for p in points if p.fields.recipients.strip())),
    }


def _place(point: Issue) -> str:
    page = cited(point.anchor.page, point.anchor.file_page) if point.anchor else ""
    date = show(point.document_date) if point.document_date else ""
    return ", ".join(part for part in (point.document_title, date, page) if part)
