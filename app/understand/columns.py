"""Columns of tables whose heading says what the dates below it are: births, weeks, days of recording."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.understand.lazy import lazy

if TYPE_CHECKING:
    from app.understand.pages import PageScan

GAP = lazy(r"[ |\t](?:(?<= )(?: +|\| *|[·•] +)|(?<=\|) *|(?<=\t)\t*)")
"""What stands between the cells of a row."""
_MOST_ROWS = 80
_BIRTH = lazy(r"(?:d(?<!\wd)(?:ate of birth|\.?o\.?b\b\.?)|b(?<!\wb)(?:orn|irth date))")
_NAME_CELL = lazy(r"(?:[A-Z][\w'’.-]*[ ,]*){1,4}$")
_HEADINGS = lazy(
    r"(?P<week>\bw(?:eek (?:commencing|beginning|starting)|/c\b|/b\b))"
    r"|(?P<recorded>\b(?:logged|added|recorded|entered|uploaded|date (?:recorded|added|logged|entered)|(?:entry|recorded|created) (?:date|on))\b)"
)

_BIRTH_HINTS = ("birth", "dob", "d.o.b", "born")
_HINTS = ("commencing", "w/c", "w/b", "week ", "logged", "added", "recorded", "entered", "uploaded", "entry", "created")


def birth_columns(page: "PageScan") -> list[tuple[int, int]]:
    """Spans of the first dates of table rows under a heading with "Date of birth", beside a name."""
    spans: list[tuple[int, int]] = []
    if not any(map(page.plain.__contains__, _BIRTH_HINTS)):
        return spans
    for match in _BIRTH.finditer(page.plain):
        column, end = _column(page, match.start())
        if column < 0:
            continue
        for row, start, stop in _dates_below(page, end, column, 12):
            if not row or _NAME_CELL.match(row[0]):
                spans.append((start, stop))
    return spans


def mark_columns(page: "PageScan") -> None:
    """Tell the dates under "Week commencing" and "Logged" what they are."""
    if not any(map(page.plain.__contains__, _HINTS)):
        return
    for match in _HEADINGS.finditer(page.plain):
        column, end = _column(page, match.start())
        if column < 0:
            continue
        spans = {start for _, start, _ in _dates_below(page, end, column, _MOST_ROWS)}
        for piece in page.pieces:
            if piece.start in spans:
                piece.column = match.lastgroup or ""
                piece.week = piece.week or piece.column == "week"


def _column(page: "PageScan", at: int) -> tuple[int, int]:
    """The place of the cell at an offset of a row of headings and the row's end; -1 when it is no such row."""
    start, end = page.line(at)
    heading = page.plain[start:end].strip()
    if any(c.isdigit() for c in heading) or heading.endswith(":") or len(GAP.split(heading)) < 2:
        return -1, end
    indent = len(page.plain[start:end]) - len(page.plain[start:end].lstrip())
    return sum(1 for gap in GAP.finditer(heading) if gap.start() < at - start - indent), end


def _rows_end(page: "PageScan", start: int, rows: int) -> int:
    """Where the rows end that follow an offset: after so many lines, or at an empty one behind the first row."""
    stop = start
    for _ in range(rows):
        after = page.text.find("\n", stop + 1)
        if after < 0:
            return len(page.text)
        if stop > start and not page.plain[stop:after].strip():
            return stop
        stop = after
    return stop


def _dates_below(page: "PageScan", start: int, column: int, rows: int) -> Iterator[tuple[list[str], int, int]]:
    """(cells before it, start, end) of dates that fill the cell of a column in the rows after an offset."""
    stop = _rows_end(page, start, rows)
    for piece in page.pieces:
        if start <= piece.start < stop:
            line, cell = page.line(piece.start), page.cell(piece.start, piece.end)
            cells = [part for part in GAP.split(page.text[line[0] : cell[0]].strip()) if part.strip()]
            alone = not (page.plain[cell[0] : piece.prefix] + page.plain[piece.end : cell[1]]).strip()
            if alone and len(cells) == column:
                yield cells, piece.start, piece.end
