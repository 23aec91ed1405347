"""Words of a PDF page to text with places. The quick path: one pass over the words that MuPDF found."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from operator import ne

from app.domain.words import pack_page

RawWord = tuple[float, float, float, float, str, int, int, int]
"""x0, y0, x1, y1, text, block, line, number of the word in its line: as MuPDF gives them."""

_CELL_GAP = 1.5
"""A gap wider than this many line heights is a column of a table and gets two spaces."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """Text of a page with lines ended by a newline, and its packed words."""

    text: str
    words: bytes


def assemble(words: Sequence[RawWord]) -> PageWords:
    """Text and packed words from raw words in reading order. Lines that stand side by side become one line."""
    count = len(words)
    if not count:
        return PageWords("", b"")
    x0, y0, x1, y1, texts, blocks, lines, _ = zip(*words, strict=True)
    apart = [" "] * count
    apart[-1] = "\n"
    for column in (blocks, lines):
        for index in compress(range(count), map(ne, column, column[1:])):
            apart[index] = _between(words[index], words[index + 1])
    pieces = [""] * (2 * count)
    pieces[0::2], pieces[1::2] = texts, apart
    gaps = [0, *map(len, apart[:-1])]
    return PageWords("".join(pieces), pack_page(list(map(len, texts)), gaps, (x0, y0, x1, y1)))


def _between(last: RawWord, word: RawWord) -> str:
    """What parts the last word of a line from the first of the next: a space or two when both stand on one line of the page."""
    top, right, bottom = last[1], last[2], last[3]
    x0, y0, y1 = word[0], word[1], word[3]
    beside = x0 >= right - 1 and top < (y0 + y1) / 2 < bottom and y0 < (top + bottom) / 2 < y1
    if not beside:
        return "\n"
    return "  " if x0 - right > _CELL_GAP * (bottom - top) else " "
