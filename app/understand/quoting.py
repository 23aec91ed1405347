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
_QUOTE_START = lazy(
    r"^[ \t]*(?:-{2,}\s*original message\s*-{2,}|-{2,}\s*forwarded message\s*-{2,}|_{10,}|begin forwarded message:|(?:>\s?)?on [^\n]{6,90}\n?[^\n]{0,60}\bwrote:)",
    re.MULTILINE,
)
_HEADER_BLOCK = lazy(r"^[ \t>*]*from\s*:[^\n]+\n(?:[^\n]*\n){0,2}?[ \t>*]*(?:sent|date|to)\s*:", re.MULTILINE)
_FORWARDED = lazy(r"^\s*(?:fw|fwd|wg)\s*:", re.IGNORECASE)


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


def quoted_spans(page: PageScan, prepared: Prepared, kind: str) -> list[tuple[int, int]]:
    """The parts of a reply that repeat an earlier message: that message is, or should be, a record of its own.

    A forwarded message is kept, and so is a thread that came as one printed document."""
    mail = prepared.doc.mail
    if mail is None or _FORWARDED.match(mail.subject):
        return []
    if page.number > 1 and _starts_before(page, prepared):
        return [(0, len(page.text))]
    starts = [m.start() for pattern in (_QUOTE_START, _HEADER_BLOCK) for m in pattern.finditer(page.plain)]
    starts = [start for start in starts if page.number > 1 or not _is_own_header(page, start)]
    spans = [(min(starts), len(page.text))] if starts else []
    return spans + [(m.start(), m.end()) for m in re.finditer(r"^[ \t]*>[^\n]*", page.plain, re.MULTILINE)]


def _is_own_header(page: PageScan, start: int) -> bool:
    """The header block at the very top is the message's own."""
    return not page.plain[:start].strip() or start < 40


def _starts_before(page: PageScan, prepared: Prepared) -> bool:
    """True when a quotation began on an earlier page and so takes in all of this one."""
    for earlier in prepared.pages:
        if earlier.number >= page.number:
            return False
        if any(
            earlier.number > 1 or not _is_own_header(earlier, m.start())
            for pattern in (_QUOTE_START, _HEADER_BLOCK)
            for m in pattern.finditer(earlier.plain)
        ):
            return True
    return False
