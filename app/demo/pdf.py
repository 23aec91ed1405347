"""Invented paper as PDF: typeset from blocks, redacted, locked, cut short."""

import io
import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, cast

import pikepdf
import pymupdf

from app.demo.blocks import KV, Block, Break, H, L, Look, P, Rule, Sign, T, Tracked
from app.demo.template import PAGE
from app.demo.world import World
from app.system import fonts

_RUN = re.compile(r"\*\*(.+?)\*\*|(█+)|(\n)", re.DOTALL)
_BAR = 6  # letters in one black box: a longer redaction is several, so that it can go over a line
Json = dict[str, Any]


def open_pdf(data: bytes | None = None) -> Any:
    """An open document: of `data`, or new and empty."""
    if data is None:
        return pymupdf.open()
    return pymupdf.open(stream=data, filetype="pdf")


@cache
def _faces() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts.font_folder())])


def typeset(
    world: World, look: Look, title: str, author: str, made: date, blocks: tuple[Block, ...], *, pen: bool = False
) -> bytes:
    """A PDF with text. `title` stands in the heading of forms, logs and minutes and in the properties. With `pen`,
    handwriting is drawn letter by letter: for pictures only, since its text then comes out in pieces."""
    import typst

    data = {
        "title": title,
        "heading": world.text(look.running or title),
        "author": author,
        "pen": pen,
        "made": [made.year, made.month, made.day],
        "look": _look(world, look),
        "blocks": [block for item in blocks if (block := _block(world, item)) is not None],
    }
    return typst.compile(
        PAGE.encode(),
        font_paths=_faces(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_tags=False,
        timestamp=0,
    )


def _look(world: World, look: Look) -> Json:
    return {
        "name": world.text(look.name),
        "lines": [world.text(line) for line in look.lines],
        "style": look.style,
        "font": look.font,
        "colour": look.colour,
        "size": look.size,
        "running": world.text(look.running),
        "footer": world.text(look.footer),
        "landscape": look.landscape,
        "logo": look.logo,
        "pagenumbers": look.style != "plain",
    }


def _runs(world: World, prose: str) -> list[list[object]]:
    text = world.text(prose)
    runs: list[list[object]] = []
    at = 0
    for match in _RUN.finditer(text):
        if match.start() > at:
            runs.append(["n", text[at : match.start()]])
        bold, black, _ = match.groups()
        if black:
            runs.extend(["r", len(black[start : start + _BAR])] for start in range(0, len(black), _BAR))
        else:
            runs.append(["b", bold] if bold else ["br", ""])
        at = match.end()
    return [*runs, ["n", text[at:]]] if at < len(text) else runs


def _block(world: World, block: Block) -> Json | None:
    """One block as the template wants it; None for what paper does not show."""
    match block:
        case H(text, level):
            return {"k": "h", "t": _runs(world, text), "level": level}
        case P(text, style):
            return {"k": "p", "t": _runs(world, text), "style": style}
        case KV(rows, columns):
            return {"k": "kv", "rows": [[_runs(world, c) for c in row] for row in rows], "columns": columns}
        case T(header, rows, widths, size):
            cells = [[_runs(world, c) for c in row] for row in rows]
            head = [_runs(world, c) for c in header]
            return {"k": "t", "head": head, "rows": cells, "widths": list(widths), "size": size}
        case L(items, ordered):
            return {"k": "l", "items": [_runs(world, item) for item in items], "ordered": ordered}
        case Sign(name, role, drawn):
            strokes = _scribble(world, name) if drawn else []
            return {"k": "sign", "name": world.text(name), "role": world.text(role), "strokes": strokes}
        case Tracked(before, _, new, after):
            return {"k": "p", "t": _runs(world, before + new + after), "style": "body"}
        case Rule():
            return {"k": "rule"}
        case Break():
            return {"k": "break"}
        case _:
            return None


def _scribble(world: World, name: str) -> list[list[float]]:
    """A signature: a running line of loops in the person's own slant, height and length. Numbers are millimetres."""
    chance = world.rng(f"signature {name}")
    slant, tall, low = chance.uniform(-1.5, 2.5), chance.uniform(5, 9), chance.uniform(0.3, 2.2)
    letters = chance.randrange(4, 10)
    peaks = {0, chance.randrange(1, letters), chance.randrange(1, letters)}
    x, y, strokes = 2.0, 9.0, []
    for letter in range(letters):
        step = chance.uniform(1.8, 5.6)
        height = tall * chance.uniform(0.7, 1.1) if letter in peaks else low + chance.uniform(0, 1.6)
        drop = chance.uniform(-0.5, 0.5) + (chance.uniform(1.5, 3.5) if chance.random() < 0.15 else 0)
        end = (x + step, 9.0 + drop)
        strokes.append([x, y, x + step * 0.8 + slant, y - height, x - step * 0.3 + slant, y - height, *end])
        x, y = end
    back = chance.choice((0.0, 8.0, 20.0))
    strokes.append(
        [x, y, x + 4, y + chance.uniform(-2, 2), x - back, y + chance.uniform(1, 4), x + chance.uniform(-4, 9), y + 2]
    )
    return [[round(value, 2) for value in stroke] for stroke in strokes]


def page_texts(pdf: bytes, password: str = "") -> tuple[str, ...]:
    """The text of each page, white space folded."""
    with open_pdf(pdf) as document:
        if password:
            document.authenticate(password)
        return tuple(" ".join(page.get_text().split()) for page in document)


def locked(pdf: bytes, password: str) -> bytes:
    """The PDF behind a password. The old cipher of office printers and a fixed id give the same bytes each time."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        lock = pikepdf.Encryption(owner=f"{password}-office", user=password, R=3, aes=False, metadata=False)
        document.save(out, encryption=lock, static_id=True)
    return out.getvalue()


def covered(pdf: bytes, words: tuple[str, ...]) -> bytes:
    """A redaction that hides nothing: black boxes drawn over `words`, the text still beneath."""
    with open_pdf(pdf) as document:
        for page in document:
            for word in words:
                for rect in page.search_for(word):
                    page.draw_rect(rect, color=(0, 0, 0), fill=(0, 0, 0))
        return cast(bytes, document.tobytes(no_new_id=True))


def cut_short(pdf: bytes, share: float = 0.55) -> bytes:
    """A download that stopped: the first `share` of the bytes."""
    return pdf[: int(len(pdf) * share)]


def with_properties(pdf: bytes, properties: Mapping[str, str]) -> bytes:
    """The PDF with other document properties (creator, producer, modDate …)."""
    with open_pdf(pdf) as document:
        document.set_metadata({**(document.metadata or {}), **properties})
        return cast(bytes, document.tobytes(no_new_id=True))
