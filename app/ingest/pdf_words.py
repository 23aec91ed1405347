"""Words of a PDF page to text with places. The quick path: one pass over the words that MuPDF found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.words import pack_columns

RawWord = tuple[float, float, float, float, str, int, int, int]
"""x0, y0, x1, y1, text, block, line, number of the word in its line: as MuPDF gives them."""

_CELL_GAP = 1.5
"""A gap wider than this many line heights is a column of a table and gets two spaces."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """Text of a page with lines ended by a newline, and its packed words."""

    text: str
    words: bytes


def assemble(words: Iterable[Sequence[Any]]) -> PageWords:
    """Text and packed words from raw words in reading order. Lines that stand side by side become one line."""
    parts: list[str] = []
    offsets: list[int] = []
    boxes: list[float] = []
    at = 0
    last_line = -1
    top = right = bottom = 0.0
    for x0, y0, x1, y1, word, block, line, _ in words:
        key = block * 65536 + line
        if key != last_line and parts:
            height = bottom - top
            middle = (y0 + y1) / 2
            if not (x0 >= right - 1 and top < middle < bottom and y0 < (top + bottom) / 2 < y1) or height <= 0:
                parts.append("\n")
                at += 1
            else:
                gap = "  " if x0 - right > _CELL_GAP * height else " "
                parts.append(gap)
                at += len(gap)
        elif parts:
            parts.append(" ")
            at += 1
        last_line = key
        top, right, bottom = y0, x1, y1
        parts.append(word)
        end = at + len(word)
        offsets += (at, end)
        boxes += (x0, y0, x1, y1)
        at = end
    if not parts:
        return PageWords("", b"")
    parts.append("\n")
    return PageWords("".join(parts), pack_columns(offsets, boxes))
