"""Tables as text: values parted by commas, semicolons, tabs or bars."""

import csv
import io

from app.domain.extracted import ExtractedDocument
from app.ingest import problems
from app.ingest.compose import document_of
from app.ingest.encodings import decode
from app.ingest.reader import POSSIBLE, Match, ReaderInfo, ReadOptions
from app.ingest.sheets import Sheet, sheets_as_blocks

INFO = ReaderInfo(formats={"csv": "a CSV table"}, endings={"csv": "csv", "tsv": "csv", "tab": "csv"})
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 65536
_ROWS = 200


def recognise(data: bytes, name: str) -> Match | None:
    """Text whose lines nearly all have the same number of columns. With two columns the name decides (and "text" comes before "table")."""
    text = decode(data[:_SAMPLE])
    if text is None:
        return None
    _, columns, rows = _shape(text)
    if columns >= 3 and rows >= 3:
        return Match("csv", POSSIBLE + 2)
    return Match("csv", POSSIBLE) if columns >= 2 or "," in text or ";" in text else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """One table. Raises FileProblem unsupported for bytes that are no text."""
    text = decode(data)
    if text is None:
        raise problems.unsupported("The file is named like a table but what is in it is not text.")
    delimiter, _, _ = _shape(text[:_SAMPLE])
    sheet = Sheet("")
    for row, line in enumerate(_rows(text, delimiter)):
        for column, cell in enumerate(line):
            if cell.strip():
                sheet.cells[row, column] = cell.strip()
    blocks, _, note = sheets_as_blocks([sheet])
    return document_of("csv", blocks, options, note=note)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    cleaned = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    try:
        return list(csv.reader(io.StringIO(cleaned), delimiter=delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in cleaned.split("\n")]


def _shape(text: str) -> tuple[str, int, int]:
    """Best delimiter, its usual number of columns (1: no table) and the number of rows seen."""
    best = (",", 1, 0)
    cut = len(text) >= _SAMPLE // 2 or text.count("\n") > _ROWS
    first_line = text.split("\n", 1)[0]
    if first_line.startswith("sep=") and len(first_line.strip()) == 5:
        text = text.split("\n", 1)[-1]
    for delimiter in _DELIMITERS:
        rows = [row for row in _rows(text, delimiter)[:_ROWS] if any(cell.strip() for cell in row)]
        if len(rows) < 2:
            continue
        sizes = [len(row) for row in (rows[:-1] if cut else rows)]
        usual = max(set(sizes), key=sizes.count)
        steady = sizes.count(usual) >= 0.85 * len(sizes)
        prose = sum(len(cell.split()) for row in rows for cell in row[:-1]) / max(1, sum(map(len, rows)))
        if usual > best[1] and steady and prose < 8:
            best = (delimiter, usual, len(rows))
    return best
