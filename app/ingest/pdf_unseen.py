"""Words that cannot be seen though nothing was painted over them: white on white, black on a black box, or under a picture."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from app.ingest import mupdf
from app.ingest.pdf_words import RawWord
from app.ingest.redactions import paint_of

Box = tuple[float, float, float, float]

_SETTING = re.compile(rb"\s(?:g|rg|scn?|Tr)\b")
"""What sets a colour or the kind of letters: quick to look for, and not in most pages."""
_PALE = re.compile(
    rb"(?<![\d.])(?:1(?:\.0*)?|0?\.9\d*)\s+(?:(?:1(?:\.0*)?|0?\.9\d*)\s+){0,2}(?:g|rg|sc|scn)\b|\b3\s+Tr\b"
)
_HINTS = (b"1 g", b"1 rg", b"1 sc", b"3 Tr", b"3  Tr", b"1\n", b"1\r", b".0 ", b".00", b" .9", b"0.9", b"1  ")
_LIGHT = 0.93
_UNSEEN = 3
_VECTOR, _IMAGE, _TEXT = 3, 1, 0
_MOSTLY = 0.6
_PAPER = 230


def grounds(blocks: Sequence[Sequence[Any]]) -> list[tuple[int, Box, int]]:
    """Filled shapes that are not as light as paper: order of painting, box, tone (0 black)."""
    found = []
    for x0, y0, x1, y1, text, number, kind in blocks:
        if kind == _VECTOR and (paint := paint_of(text)) is not None and paint[0] < _PAPER:
            found.append((number, (x0, y0, x1, y1), paint[0]))
    return found


def on_dark(words: Sequence[RawWord], fills: Sequence[tuple[int, Box, int]]) -> Iterator[int]:
    """Indexes of words that lie on a dark shape, whatever was painted first."""
    dark = [box for _, box, tone in fills if tone < 90]
    for index, word in enumerate(words) if dark else ():
        if any(_share(word, box) >= _MOSTLY for box in dark):
            yield index


def pale(page: Any, words: Sequence[RawWord], fills: Sequence[tuple[int, Box, int]]) -> Iterator[int]:
    """Indexes of words in white or invisible letters that no darker shape lies under. Raises what MuPDF raises."""
    if not words or not _sets_pale(page.read_contents()):
        return
    areas = [
        span["bbox"]
        for span in page.get_texttrace()
        if span["type"] == _UNSEEN or span["opacity"] == 0 or min(_colour(span["color"])) >= _LIGHT
    ]
    for index, word in enumerate(words) if areas else ():
        x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
        faint = any(a[0] <= x <= a[2] and a[1] <= y <= a[3] for a in areas)
        if faint and not any(_share(word, box) >= _MOSTLY for _, box, _ in fills):
            yield index


def _sets_pale(contents: bytes) -> bool:
    return _SETTING.search(contents) is not None and _PALE.search(contents) is not None


def _may_be_pale(contents: bytes) -> bool:
    """Whether a light tone or unseen letters are asked for anywhere: looked for quickly before it is looked for closely."""
    return any(hint in contents for hint in _HINTS) and _PALE.search(contents) is not None


def _colour(colour: Any) -> tuple[float, ...]:
    return tuple(colour) if isinstance(colour, list | tuple) else (float(colour),)


def under_pictures(page: Any, words: Sequence[RawWord], blocks: Sequence[Sequence[Any]]) -> Iterator[int]:
    """Indexes of words over which a picture without any transparency was put later. Raises what MuPDF raises."""
    pictures = [(b[5], (b[0], b[1], b[2], b[3])) for b in blocks if b[6] == _IMAGE]
    orders = [b[5] for b in blocks if b[6] == _TEXT]
    under = [
        (index, box)
        for index, word in enumerate(words)
        for order, box in pictures
        if word[5] < len(orders) and order > orders[word[5]] and _share(word, box) >= _MOSTLY
    ]
    if not under or _blends(page):
        return
    solid = [
        info["bbox"] for info in page.get_image_info() if not info.get("has-mask") and _is_upright(info["transform"])
    ]
    for index, box in under:
        if any(max(abs(a - b) for a, b in zip(box, other, strict=True)) < 1 for other in solid):
            yield index


def _is_upright(matrix: Sequence[float]) -> bool:
    a, b, c, d = (abs(v) for v in matrix[:4])
    return max(b, c) < 0.01 * max(a, d) or max(a, d) < 0.01 * max(b, c)


def _blends(page: Any) -> bool:
    """Whether something on the page is laid over other things without hiding them (as with a blend mode)."""
    xref = page.xref
    return "/BM" in mupdf.object_text(page.parent, xref)


def _share(word: RawWord, box: Box) -> float:
    wide = min(word[2], box[2]) - max(word[0], box[0])
    high = min(word[3], box[3]) - max(word[1], box[1])
    return wide * high / max(1e-6, (word[2] - word[0]) * (word[3] - word[1])) if wide > 0 and high > 0 else 0.0
