"""Blocks as the JSON that the template of reading copies lays out. No text ever becomes markup."""

import base64
import unicodedata
from collections.abc import Sequence
from typing import Any

from app.ingest.blocks import Block, Cell, Grid, Head, NewPage, Para, Picture, plain_text
from app.ingest.pictures import Prepared, prepare

_PORTRAIT, _LANDSCAPE = (595.28, 841.89), (841.89, 595.28)
_WIDEST = 2400.0
_COLUMN_POINTS = 55.0
_LONG_TOKEN = 28
_LINE_POINTS = 480.0
_LETTER_POINTS = 5.8
_CELL_MARGIN = 10.0
_ROWS_LOOKED_AT = 300
_PICTURE_PIXELS = 60_000_000
_INVISIBLE = {"Cc", "Cs", "Co", "Cn"}


def page_size(blocks: Sequence[Block]) -> tuple[float, float]:
    """Width and height in points: A4, or wide enough for the widest sheet."""
    widest = max((len(row) for b in blocks if isinstance(b, Grid) and b.sheet for row in b.rows), default=0)
    if not widest:
        return _PORTRAIT
    width = max(_LANDSCAPE[0], min(_WIDEST, widest * _COLUMN_POINTS))
    return width, max(_LANDSCAPE[1], width * 0.6)


def as_data(block: Block, files: dict[str, bytes]) -> list[Any]:
    """One block; pictures are added to `files` by name."""
    match block:
        case Para(runs, indent, label, kind):
            return ["p", [[_clean(text), style] for text, style in runs if text], min(indent, 12), _clean(label), kind]
        case Head(text, level):
            return ["h", _clean(text), min(4, max(1, level))]
        case Grid():
            return _grid_data(block, files)
        case Picture(data, width):
            return _picture_data(data, width, files)
        case NewPage():
            return ["n"]


def _grid_data(grid: Grid, files: dict[str, bytes]) -> list[Any]:
    columns = max((len(row) for row in grid.rows), default=0)
    if not columns:
        return ["p", [], 0, "", ""]
    rows = [[_cell_data(cell, files) for cell in row] + [""] * (columns - len(row)) for row in grid.rows]
    widths = widths_of(grid, columns)
    return ["g", rows, widths, min(grid.header, max(0, len(rows) - 1)), grid.plain]


def _cell_data(cell: Cell, files: dict[str, bytes]) -> Any:
    """A cell of plain text is sent as a string, which is laid out ten times as fast as blocks."""
    if not cell:
        return ""
    if len(cell) == 1 and isinstance(cell[0], Para):
        only = cell[0]
        if not only.label and not only.kind and not only.indent and all(not style for _, style in only.runs):
            return _clean("".join(text for text, _ in only.runs))
    return [as_data(block, files) for block in cell]


def widths_of(grid: Grid, columns: int) -> list[float]:
    """Column widths as shares: those of the file, or after the length of the text; no column narrower than its longest word."""
    lengths, tokens = _text_sizes(grid, columns)
    shares = list(grid.widths) if len(grid.widths) == columns else [max(6.0, min(60.0, size / 2)) for size in lengths]
    line = _LINE_POINTS if not grid.sheet else max(_LINE_POINTS, columns * _COLUMN_POINTS)
    needs = [min(size, _LONG_TOKEN) * _LETTER_POINTS + _CELL_MARGIN for size in tokens]
    if sum(needs) >= line:
        return needs
    spare = line - sum(needs)
    wanted = [max(0.0, share / sum(shares) * line - need) for share, need in zip(shares, needs, strict=True)]
    total = sum(wanted) or 1.0
    return [need + spare * want / total for need, want in zip(needs, wanted, strict=True)]


def _text_sizes(grid: Grid, columns: int) -> tuple[list[int], list[int]]:
    """Letters of the longest cell and of the longest word of each column, from the first rows."""
    lengths, tokens = [1] * columns, [3] * columns
    for row in grid.rows[:_ROWS_LOOKED_AT]:
        for index, cell in enumerate(row):
            text = plain_text(cell)
            lengths[index] = max(lengths[index], len(text))
            tokens[index] = max(tokens[index], max(map(len, text.split()), default=0))
    return lengths, tokens


def _picture_data(data: bytes, width: float, files: dict[str, bytes]) -> list[Any]:
    made = prepare(data, _PICTURE_PIXELS)
    if made is None:
        return ["p", [["[picture that cannot be shown]", "i"]], 0, "", "small"]
    name = f"picture{len(files)}.svg"
    files[name] = _wrapped(made)
    return ["i", name, width]


def _wrapped(picture: Prepared) -> bytes:
    """A picture inside an SVG: typst takes only text as a file in memory."""
    kind = "png" if picture.data.startswith(b"\x89PNG") else "jpeg"
    size = f'width="{picture.width:.2f}" height="{picture.height:.2f}"'
    letters = base64.b64encode(picture.data).decode("ascii")
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="data:image/{kind};base64,{letters}"/></svg>'
    return svg.encode("ascii")


def _clean(text: str) -> str:
    """Without characters that no page can show; very long words may break."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    if not (text.isascii() and text.replace("\n", "").isprintable()):
        text = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in _INVISIBLE)
    if len(text) <= _LONG_TOKEN:
        return text
    return " ".join(_breakable(token) if len(token) > _LONG_TOKEN else token for token in text.split(" "))


def _breakable(token: str) -> str:
    if "\n" in token:
        return "\n".join(_breakable(part) for part in token.split("\n"))
    return "\u200b".join(token[at : at + _LONG_TOKEN] for at in range(0, len(token), _LONG_TOKEN))
