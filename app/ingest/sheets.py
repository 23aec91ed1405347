"""What all spreadsheet formats share: sheets of cells as blocks, and everything hidden in them as Hidden."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from app.domain.extracted import Hidden
from app.ingest.blocks import Block, Grid, Head, Para, para

MOST_CELLS = 150_000
_MOST_LETTERS = 4_000_000
_LONGEST_IN_A_TABLE = 4_000
"""A cell with more letters stands below its table: in a narrow column it would fill hundreds of pages."""
_MOST_CONCEALED = 400_000
_HEADER_WORDS = re.compile(r"[A-Za-z]{2}")
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)


@dataclass(slots=True)
class Sheet:
    """Cells by (row, column), both from 0, as shown. `hidden_rows` and `hidden_columns` are those a print leaves out,
    `boxes` the texts of shapes that lie on the sheet."""

    name: str
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    comments: list[Hidden] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)


def sheets_as_blocks(sheets: Sequence[Sheet]) -> tuple[list[Block], list[Hidden], str]:
    """Visible cells as tables, hidden ones as Hidden, and a note when not all cells could be shown."""
    blocks: list[Block] = []
    hidden: list[Hidden] = []
    room = _Room()
    several = sum(1 for sheet in sheets if not sheet.hidden) > 1
    for sheet in sheets:
        hidden += _concealed(sheet)
        if sheet.hidden or not (sheet.cells or sheet.boxes):
            continue
        rows = _visible_rows(sheet, room)
        if several:
            blocks.append(Head(sheet.name, 2))
        if rows:
            blocks += _table(rows)
        blocks += [para(text) for text in sheet.boxes]
    return blocks, _shortened(hidden), room.note


@dataclass(slots=True)
class _Room:
    """How many cells and letters of all sheets together still fit into the reading copy."""

    cells: int = MOST_CELLS
    letters: int = _MOST_LETTERS
    full: bool = False

    def take(self, line: list[str]) -> bool:
        """Whether this row still fits; once one does not, none does."""
        self.cells -= len(line)
        self.letters -= sum(map(len, line))
        self.full = self.full or self.cells < 0 or self.letters < 0
        return not self.full

    @property
    def note(self) -> str:
        if not self.full:
            return ""
        if self.cells < 0:
            return f"The spreadsheet is very large: the reading copy shows its first {MOST_CELLS:,} cells."
        return "The spreadsheet holds very much text: the reading copy shows the first part of it."


def _visible_rows(sheet: Sheet, room: _Room) -> list[list[str]]:
    columns = sorted({c for _, c in sheet.cells} - sheet.hidden_columns)
    rows: list[list[str]] = []
    for row in sorted({r for r, _ in sheet.cells} - sheet.hidden_rows):
        line = [sheet.cells.get((row, column), "") for column in columns]
        if not any(cell.strip() for cell in line):
            continue
        if not room.take(line):
            break
        rows.append(line)
    return rows


def _table(rows: list[list[str]]) -> list[Block]:
    """The table, and below it the cells that are too long for one."""
    below: dict[str, int] = {}
    for row in rows:
        for column, cell in enumerate(row):
            if len(cell) > _LONGEST_IN_A_TABLE:
                number = below.setdefault(cell, len(below) + 1)
                row[column] = f"{cell[:80]} … [{number}, below the table]"
    return [_grid(rows), *(Para(((cell, ""),), label=f"[{number}]") for cell, number in below.items())]


def _shortened(hidden: list[Hidden]) -> list[Hidden]:
    """Hidden texts until they are too much to keep; the last says that there is more."""
    left = _MOST_CONCEALED
    for index, one in enumerate(hidden):
        if len(one.text) > left:
            return [*hidden[:index], replace(one, text=f"{one.text[:left]} … (there is more of this kind)")]
        left -= len(one.text)
    return hidden


def _grid(rows: list[list[str]]) -> Grid:
    header = 1 if len(rows) > 1 and all(_HEADER_WORDS.search(cell) for cell in rows[0] if cell) and rows[0][0] else 0
    made = tuple(tuple((para(cell),) if cell else () for cell in row) for row in rows)
    return Grid(made, header=header, sheet=len(rows[0]) > 5)


def _concealed(sheet: Sheet) -> list[Hidden]:
    found: list[Hidden] = []
    if sheet.hidden:
        rows = sorted({r for r, _ in sheet.cells})
        text = "\n".join([*(_row_text(sheet, row, set()) for row in rows), *sheet.boxes])
        return [Hidden("hidden-sheet", f"{sheet.name}: {text}".strip()), *sheet.comments]
    for row in sorted(sheet.hidden_rows):
        if text := _row_text(sheet, row, set()):
            found.append(Hidden("hidden-row", f"{sheet.name}, row {row + 1}: {text}"))
    for column in sorted(sheet.hidden_columns):
        cells = [(r, t) for (r, c), t in sorted(sheet.cells.items()) if c == column and t.strip()]
        if cells:
            text = "; ".join(text for _, text in cells)
            found.append(Hidden("hidden-column", f"{sheet.name}, column {column_name(column)}: {text}"))
    return found + sheet.comments


def _row_text(sheet: Sheet, row: int, without: set[int]) -> str:
    cells = sorted((c, t) for (r, c), t in sheet.cells.items() if r == row and c not in without)
    return "  ".join(text for _, text in cells if text.strip())


def column_name(index: int) -> str:
    """0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cell_place(reference: str) -> tuple[int, int] | None:
    """ "B3" as (row 2, column 1)."""
    match = re.match(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})$", reference)
    if not match:
        return None
    column = 0
    for letter in match.group(1).upper():
        column = column * 26 + ord(letter) - 64
    return int(match.group(2)) - 1, column - 1


def is_date_format(pattern: str) -> bool:
    """True for number formats that show a day or a time; quoted text and colours do not count."""
    bare = re.sub(r'"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_.|\*.', "", pattern.lower().split(";")[0])
    return (
        "general" not in bare
        and bool(re.search(r"[dyh]|m{1,5}(?![0#])|s", bare))
        and not re.search(r"[0#?]/|e[+-]", bare)
    )


def number_text(value: float, pattern: str, since_1904: bool = False) -> str:
    """A number as a person would read it in the cell: a date as 14/10/2021, a time as 09:12, a share as 12.5%."""
    if pattern and is_date_format(pattern):
        shown = _moment_text(value, pattern, since_1904)
        if shown:
            return shown
    if "%" in pattern:
        return f"{round(value * 100, 4):g}%"
    money = re.search(r"[£€$]", pattern)
    if money or ".00" in pattern:
        return f"{money.group(0) if money else ''}{value:,.2f}" if "#,##" in pattern or money else f"{value:.2f}"
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(round(value, 10))


def _moment_text(value: float, pattern: str, since_1904: bool) -> str:
    if not 0 <= value < 2_958_466:
        return ""
    bare = re.sub(r'"[^"]*"|\\.', "", pattern.lower())
    moment = (_EPOCH_1904 if since_1904 else _EPOCH) + timedelta(seconds=round(value * 86400))
    has_day = "d" in bare or "y" in bare
    has_time = "h" in bare or "s" in bare
    clock = moment.strftime("%H:%M:%S" if moment.second else "%H:%M")
    if not has_day:
        return clock if has_time else f"{moment:%B %Y}"
    day = f"{moment:%B %Y}" if "d" not in bare else f"{moment:%d/%m/%Y}"
    return f"{day} {clock}" if has_time and moment.time() != time() else day
