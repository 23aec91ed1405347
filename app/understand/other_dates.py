"""The dates on a document that neither date it nor tell of the child: typed, dictated, written down, sent, printed; and its file's own."""

from datetime import datetime

from app.domain.suggestions import OtherDate
from app.understand.chosen import Chosen, uk_day
from app.understand.dated_lines import Candidate, candidates, class_of
from app.understand.found import Found
from app.understand.pages import PageScan, Prepared
from app.understand.resolve import resolve
from app.understand.writing import role_of_writing

_MOST = 12
_HEAD_ROLES = frozenset({"typed", "dictated", "clinic", "meeting", "report", "signed", "agreed", "start", "sent"})
_FILE_ROLES = (("created", "file-made"), ("modified", "file-changed"))


def other_dates(prepared: Prepared, chosen: Chosen) -> tuple[OtherDate, ...]:
    """Every such date once for each role, in the order of the text, at most a dozen; the chosen one is left out."""
    found: dict[tuple[str, str], OtherDate] = {}
    marked = {(c.page.number, c.piece.start): c for c in candidates(prepared)}
    for page in prepared.pages:
        for piece in page.pieces:
            if piece.shape != "date" or not piece.first[2] or piece.first[0] is None:
                continue
            if (page.number, piece.start) in chosen.sources:
                continue
            role = _role(page, piece, marked.get((page.number, piece.start)))
            resolved = resolve(piece, prepared.context) if role else None
            if resolved:
                value = str(resolved.value)
                words = " ".join(page.text[max(page.line(piece.prefix)[0], piece.prefix - 60) : piece.end].split())
                if value != chosen.date:
                    found.setdefault((value, role), OtherDate(value, role, words, page.number))
    for name, role in _FILE_ROLES:
        if day := _file_day(prepared.doc.properties.get(name, "")):
            found.setdefault((day, role), OtherDate(day, role, "", 0))
    return tuple(found.values())[:_MOST]


def _file_day(moment: str) -> str:
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return ""
    day = uk_day(moment)
    return day.isoformat() if day else ""


def _role(page: PageScan, piece: Found, candidate: Candidate | None) -> str:
    if role := role_of_writing(page, piece):
        return role
    if candidate and candidate.label in _HEAD_ROLES:
        return candidate.label
    words, _, where = page.label(piece.prefix)
    named = class_of(words) if words and where in ("own", "before") and len(words) < 70 else ""
    return {"print": "printed", "next": "due"}.get(named, "")
