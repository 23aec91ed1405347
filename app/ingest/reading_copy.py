"""Reading copies: blocks or pictures laid out as a PDF, then read back so that text and places agree."""

import base64
import json
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from app.domain.extracted import ExtractedPage
from app.ingest import mupdf, problems
from app.ingest.blocks import Block, Cell, Grid, Head, NewPage, Para, Picture, para, plain_text
from app.ingest.pdf_pages import extract_page
from app.ingest.pictures import Prepared, prepare
from app.system import fonts
from app.system.paths import resource

_MOMENT = int(datetime(2000, 1, 1, tzinfo=UTC).timestamp())
_PORTRAIT, _LANDSCAPE = (595.28, 841.89), (841.89, 595.28)
_WIDEST = 2400.0
_COLUMN_POINTS = 55.0
_LONG_TOKEN = 28
_LINE_POINTS = 480.0
_LETTER_POINTS = 5.8
_CELL_MARGIN = 10.0
_ROWS_LOOKED_AT = 300
_WRAPPED_AT = 55
_PICTURE_PIXELS = 60_000_000
_INVISIBLE = {"Cc", "Cs", "Co", "Cn"}


def lay_out(blocks: Sequence[Block]) -> bytes:
    """A PDF of `blocks`, A4 or wider where a sheet needs it. The same blocks give the same bytes. Raises FileProblem."""
    import typst

    files: dict[str, bytes] = {"main.typ": _template()}
    data = [_as_data(block, files) for block in blocks]
    width, height = _page_size(blocks)
    sheet = any(isinstance(block, Grid) and block.sheet for block in blocks)
    settings = {
        "width": width,
        "height": height,
        "margin": 36 if sheet else 56,
        "size": 8.5 if sheet else 10.5,
        "font": fonts.FAMILY,
        "blocks": data,
    }
    files["data.json"] = json.dumps(settings, ensure_ascii=False).encode()
    try:
        made: bytes = typst.compile(
            files, font_paths=_fonts(), ignore_system_fonts=True, format="pdf", timestamp=_MOMENT, pdf_tags=False
        )
    except RuntimeError as error:
        raise problems.unsupported("The file was read but no reading copy of it could be laid out.") from error
    return made


def from_pictures(pictures: Iterable[Prepared]) -> bytes:
    """A PDF with one page for each picture at its own size. Raises ValueError for none."""
    pymupdf = mupdf.load()
    with pymupdf.open() as document:
        for picture in pictures:
            page = document.new_page(width=picture.width, height=picture.height)
            page.insert_image(page.rect, stream=picture.data)
        made: bytes = document.tobytes(deflate=True, no_new_id=True)
    return made


def pages_of(pdf: bytes) -> tuple[ExtractedPage, ...]:
    """The pages of a reading copy that we made."""
    pymupdf = mupdf.load()
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return tuple(extract_page(page, page.number + 1)[0] for page in document)


def lines_as_blocks(text: str, kind: str = "") -> list[Block]:
    """Plain text as paragraphs: blank lines part them, single line ends are kept unless a line was only wrapped."""
    blocks: list[Block] = []
    for part in text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n\n"):
        body = part.strip("\n")
        if body.strip():
            blocks.append(para(body if kind else _unwrapped(body), kind))
    return blocks


def _unwrapped(body: str) -> str:
    """Lines that a mail program broke in mid-sentence joined again: a long one whose next begins with a small letter."""
    lines = body.split("\n")
    joined = lines[:1]
    last = len(lines[0])
    for line in lines[1:]:
        if last >= _WRAPPED_AT and line[:1].islower():
            joined[-1] = f"{joined[-1].rstrip()} {line}"
        else:
            joined.append(line)
        last = len(line)
    return "\n".join(joined)


@cache
def _template() -> bytes:
    return resource("typst", "reading_copy.typ").read_bytes()


@cache
def _fonts() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts.font_folder())])


def _page_size(blocks: Sequence[Block]) -> tuple[float, float]:
    widest = max((len(row) for b in blocks if isinstance(b, Grid) and b.sheet for row in b.rows), default=0)
    if not widest:
        return _PORTRAIT
    width = max(_LANDSCAPE[0], min(_WIDEST, widest * _COLUMN_POINTS))
    return width, max(_LANDSCAPE[1], width * 0.6)


def _as_data(block: Block, files: dict[str, bytes]) -> list[Any]:
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
    widths = _widths(grid, columns)
    return ["g", rows, widths, min(grid.header, max(0, len(rows) - 1)), grid.plain]


def _cell_data(cell: Cell, files: dict[str, bytes]) -> Any:
    """A cell of plain text is sent as a string, which is laid out ten times as fast as blocks."""
    if not cell:
        return ""
    if len(cell) == 1 and isinstance(cell[0], Para):
        only = cell[0]
        if not only.label and not only.kind and not only.indent and all(not style for _, style in only.runs):
            return _clean("".join(text for text, _ in only.runs))
    return [_as_data(block, files) for block in cell]


def _widths(grid: Grid, columns: int) -> list[float]:
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
