"""Messages inside messages, and entries inside logs: which day a passage speaks from, and what was said before."""

import re
from datetime import date

from app.understand import gates
from app.understand.found import Found
from app.understand.lazy import lazy
from app.understand.pages import PageScan, Prepared
from app.understand.resolve import resolve

_HEADER = lazy(r"^[>\s*]*(?:sent|date|on)\s*:?\s*\**\s*(?:[a-z]{3,9},?\s*)?$")
_WROTE = lazy(r"[^\n]{0,90}\n?[^\n]{0,60}\bwrote:")
_FROM = lazy(r"^[>\s*]*from\s*:", re.MULTILINE)


def heads(prepared: Prepared) -> list[tuple[int, int, date]]:
    """(page, offset, day) of the heads of messages, from whose day the text below them speaks, in order."""
    found: list[tuple[int, int, date]] = []
    for page in prepared.pages:
        for piece in page.pieces:
            if piece.shape != "date" or not piece.first[2] or piece.first[0] is None or piece.last:
                continue
            line = page.line(piece.prefix)
            before = page.plain[line[0] : piece.prefix]
            if not is_mail_head(page, piece.prefix, piece.end, before):
                continue
            day = _day(page, prepared, piece, line)
            if day:
                found.append((page.number, piece.end, day))
    return found


def _day(page: PageScan, prepared: Prepared, piece: Found, line: tuple[int, int]) -> date | None:
    resolved = resolve(piece, prepared.context) if gates.passes(piece, page.plain, page.text, line) else None
    if resolved is None or resolved.value.start is None or resolved.value.first_day in prepared.context.births:
        return None
    return resolved.value.first_day


def is_mail_head(page: PageScan, start: int, end: int, before: str) -> bool:
    """True for the date of "Sent: …" under "From: …", and of "On … wrote:"."""
    if not _HEADER.match(before):
        return False
    if before.strip(" >*").startswith("on"):
        return bool(_WROTE.match(page.plain, end))
    return bool(_FROM.search(page.plain, max(0, start - 240), end + 240))
