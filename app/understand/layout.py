"""Where things stand on a page of a letter or report: letterhead, addressee, salutation, signature, footer."""

import re
from dataclasses import dataclass

from app.understand.lazy import lazy
from app.understand.pages import GAP, PageScan

_DEAR = lazy(
    r"^[ \t]*(?:dear\b|to whom it may concern|hi\b[^\n]{0,30},|hello\b[^\n]{0,30},|good (?:morning|afternoon)\b)[^\n]*",
    re.MULTILINE,
)
_SIGN_OFF = lazy(
    r"^[ \t>]*(?:yours (?:sincerely|faithfully|truly)|(?:kind|kindest|best|warm|with kind|with best) (?:regards|wishes)|regards|many thanks|thanks|thank you|best wishes|all the best|signed)\b[^\n]{0,24}$",
    re.MULTILINE,
)
_ADDRESSEE = lazy(
    r"^\s*(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|rev|cllr)\.?\s+|the (?:head|headteacher|principal|senco|parents?|manager|director|clerk|chair|governors)\b|"
    r"parents? (?:of|/)|fao\b|for the attention|private (?:and|&) confidential|to\s*:|to the |addressed to|head ?teacher$|headteacher\b|(?:the )?sen(?:d)? (?:team|department))"
)
_COPIES = lazy(r"(?:cc|c\.c\.?|copy|copies|enc|encl|from\s*:|-{4,}|_{4,}|page \d|on .{6,80} wrote:)\b")
_HEAD_LINES = 40
_SIGNATURE_LINES = 9


@dataclass(frozen=True, slots=True)
class Line:
    """A line with text, or one cell of it. `start` and `end` are offsets; `block` counts groups of lines between blank ones;
    `label` is the cell to its left, "" for the first."""

    start: int
    end: int
    text: str
    plain: str
    block: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Zones of the first page. `dear` is the salutation's offset or -1. `signature` are the lines under a sign-off, on any page."""

    head: tuple[Line, ...]
    addressee: tuple[Line, ...]
    foot: tuple[Line, ...]
    signature: tuple[Line, ...]
    dear: int


def lines_of(page: PageScan, start: int = 0, limit: int = 400) -> tuple[Line, ...]:
    """The cells of the non-empty lines of a page from an offset on, at most `limit` or a row more."""
    out: list[Line] = []
    block, at, blank = 0, start, False
    while at < len(page.text) and len(out) < limit:
        end = page.text.find("\n", at)
        end = len(page.text) if end < 0 else end
        if page.plain[at:end].strip():
            block += blank
            blank = False
            out.extend(_cells(page, at, end, block))
        else:
            blank = bool(out)
        at = end + 1
    return tuple(out)


def _foot(page: PageScan) -> tuple[Line, ...]:
    """The last three lines of a page that has more than a dozen."""
    if page.text.count("\n") < 12:
        return ()
    at = len(page.text.rstrip())
    for _ in range(3):
        at = page.text.rfind("\n", 0, at)
    return lines_of(page, max(0, at))


def _cells(page: PageScan, start: int, end: int, block: int) -> list[Line]:
    out: list[Line] = []
    label, at = "", start
    plain_line = page.plain[start:end]
    if "  " not in plain_line and "|" not in plain_line and "\t" not in plain_line and " · " not in plain_line:
        return [Line(start, end, page.text[start:end].strip(), plain_line.strip(), block)]
    gaps = [(m.start(), m.end()) for m in GAP.finditer(page.plain, start, end)]
    for stop, after in [*gaps, (end, end)]:
        plain = page.plain[at:stop].strip()
        if plain:
            out.append(Line(at, stop, page.text[at:stop].strip(), plain, block, label))
            label = plain
        at = after
    return out


def layout_of(pages: list[PageScan]) -> Layout:
    """The zones of a document; all empty without text."""
    if not pages:
        return Layout((), (), (), (), -1)
    first = pages[0]
    dear = _DEAR.search(first.plain, 0, 2600)
    stop = dear.start() if dear else len(first.text)
    head = tuple(line for line in lines_of(first, 0, _HEAD_LINES) if line.start < stop)
    addressee = _addressee(head) if dear else ()
    foot = _foot(first)
    return Layout(head, addressee, foot, _signature(pages, dear.end() if dear else 0), dear.start() if dear else -1)


_DATED = lazy(r"\b\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\bref\b|\bdate\b")


def _addressee(head: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines above "Dear …" that start with a person, a role or "To", up to a date or a gap."""
    for place, line in enumerate(head):
        if _ADDRESSEE.match(line.plain) and not _DATED.search(line.plain):
            out = [line]
            for other in head[place + 1 : place + 9]:
                if other.block != line.block or _DATED.search(other.plain):
                    break
                out.append(other)
            return tuple(out)
    return ()


def _signature(pages: list[PageScan], first_from: int) -> tuple[Line, ...]:
    """The lines under the first sign-off that follows the salutation."""
    for page in pages:
        match = _SIGN_OFF.search(page.plain, first_from if page is pages[0] else 0)
        if match:
            lines = lines_of(page, match.end(), _SIGNATURE_LINES)
            stop = next((i for i, line in enumerate(lines) if _COPIES.match(line.plain)), len(lines))
            return lines[:stop]
    return ()
