"""Days on which something was typed, dictated, written down or sent: kept apart from what happened."""

from app.understand import meaning, quoting
from app.understand.found import Found
from app.understand.lazy import lazy
from app.understand.pages import PageScan

_NEAR = 80
_DICTATED = lazy(r"\bdictat")


def role_of_writing(page: PageScan, piece: Found) -> str:
    """sent (the head of a message), typed, dictated or recorded; "" when the words before a date say none of these."""
    known = page.writing.get(piece.start)
    if known is None:
        known = page.writing[piece.start] = _role(page, piece)
    return known


def _role(page: PageScan, piece: Found) -> str:
    line = page.line(piece.prefix)
    if quoting.is_mail_head(page, piece.prefix, piece.end, page.plain[line[0] : piece.prefix]):
        return "sent"
    before = page.plain[max(0, piece.prefix - _NEAR) : piece.prefix]
    if meaning.is_typing(before):
        return "dictated" if _DICTATED.search(before[-40:]) else "typed"
    return "recorded" if piece.column == "recorded" or meaning.is_recording(before) else ""
