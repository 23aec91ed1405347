"""Reading copies: blocks or pictures laid out as a PDF, then read back so that text and places agree."""

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from app.domain.extracted import ExtractedPage
from app.ingest import mupdf, problems
from app.ingest.block_data import as_data, page_size, widths_of
from app.ingest.blocks import Block, Cell, Grid, Para, para
from app.ingest.pdf_pages import extract_page
from app.ingest.pictures import Prepared
from app.system import fonts
from app.system.paths import resource

_MOMENT = int(datetime(2000, 1, 1, tzinfo=UTC).timestamp())
_WRAPPED_AT = 55
_BATCH = 15_000
"""Cells (or 40 letters of text) laid out at once: the typesetter needs about 12 KB of memory for each."""
_LETTERS_OF_A_CELL = 40
_LONGEST_PARAGRAPH = 40_000
_REMEMBERED = 10


def lay_out(blocks: Sequence[Block]) -> bytes:
    """A PDF of `blocks`, A4 or wider where a sheet needs it. The same blocks give the same bytes. Raises FileProblem."""
    size = page_size(blocks)
    sheet = any(isinstance(block, Grid) and block.sheet for block in blocks)
    made: list[bytes] = []
    for batch in _batches(blocks):
        if made:
            _forget()
        made.append(_compile(batch, size, sheet))
    return made[0] if len(made) == 1 else _joined(made)


def _forget() -> None:
    """Let the typesetter drop what it remembers of a large portion: it keeps everything for ten further documents."""
    import typst

    for number in range(_REMEMBERED + 1):
        typst.compile(b"%d" % number, font_paths=_fonts(), ignore_system_fonts=True, format="pdf")


def _batches(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks in portions that fit into memory; at least one. Long tables are cut between rows."""
    batch: list[Block] = []
    weight = 0
    for block in (piece for one in blocks for piece in _pieces(one)):
        if batch and weight + _weight(block) > _BATCH:
            yield batch
            batch, weight = [], 0
        batch.append(block)
        weight += _weight(block)
    yield batch


def _portions(block: Para) -> Iterator[Para]:
    """A paragraph without end, such as a file of one line, in portions that are cut between words where there are any."""
    for text, style in block.runs:
        start = 0
        while start < len(text):
            end = start + _LONGEST_PARAGRAPH
            if end < len(text):
                end = max(text.rfind(" ", start, end), text.rfind("\n", start, end)) + 1 or end
            yield replace(block, runs=((text[start:end], style),))
            start = end


def _weight(block: Block) -> int:
    if isinstance(block, Grid):
        return sum(1 if len(cell) < 1 else sum(map(_weight, cell)) for row in block.rows for cell in row)
    return 1 + sum(len(text) for text, _ in block.runs) // _LETTERS_OF_A_CELL if isinstance(block, Para) else 1


def _pieces(block: Block) -> Iterator[Block]:
    if isinstance(block, Para) and _weight(block) > _LONGEST_PARAGRAPH // _LETTERS_OF_A_CELL:
        yield from _portions(block)
        return
    if not isinstance(block, Grid) or _weight(block) <= _BATCH:
        yield block
        return
    columns = max(len(row) for row in block.rows)
    header, body = block.rows[: block.header], block.rows[block.header :]
    widths = tuple(widths_of(block, columns))
    head_weight = _weight(replace(block, rows=header))
    portion: list[tuple[Cell, ...]] = []
    weight = head_weight
    for row in body:
        more = _weight(replace(block, rows=(row,)))
        if portion and weight + more > _BATCH:
            yield replace(block, rows=header + tuple(portion), widths=widths)
            portion, weight = [], head_weight
        portion.append(row)
        weight += more
    yield replace(block, rows=header + tuple(portion), widths=widths)


def _compile(blocks: Sequence[Block], size: tuple[float, float], sheet: bool) -> bytes:
    import typst

    files: dict[str, bytes] = {"main.typ": _template()}
    settings = {
        "width": size[0],
        "height": size[1],
        "margin": 36 if sheet else 56,
        "size": 8.5 if sheet else 10.5,
        "font": fonts.FAMILY,
        "blocks": [as_data(block, files) for block in blocks],
    }
    files["data.json"] = json.dumps(settings, ensure_ascii=False).encode()
    try:
        made: bytes = typst.compile(
            files, font_paths=_fonts(), ignore_system_fonts=True, format="pdf", timestamp=_MOMENT, pdf_tags=False
        )
    except RuntimeError as error:
        raise problems.unsupported("The file was read but no reading copy of it could be laid out.") from error
    return made


def _joined(parts: Sequence[bytes]) -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.new() as whole:
        for part in parts:
            with pikepdf.open(io.BytesIO(part)) as one:
                whole.pages.extend(one.pages)
        whole.save(out, deterministic_id=True)
    return out.getvalue()


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
        return tuple(extract_page(page, page.number + 1, ours=True)[0] for page in document)


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
