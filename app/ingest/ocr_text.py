"""Words that OCR saw, to text with places: specks dropped, lines and paragraphs kept."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

from app.domain.words import pack_columns
from app.ingest.ocr_engine import Seen
from app.ingest.ocr_frame import Frame

_CELL_GAP: Final = 1.5
"""A gap wider than this many line heights is a column of a table and gets two spaces, as in digital text."""

_RULES: Final = frozenset("|_—–-=~¦[]{}«»‘’'`\"“”.,:;*°·•")
_LEAST_SURE: Final = 30
_LEAST_SURE_SIGN: Final = 60


def drop_specks(words: Iterable[Seen]) -> tuple[Seen, ...]:
    """Without the marks that dirt, ruled lines and pictures leave: signs alone that are unsure, and anything very unsure."""
    words = list(words)
    letters = [word for word in words if any(c.isalnum() for c in word.text)]
    tall = 4 * median([word.box[3] - word.box[1] for word in letters]) if letters else 0
    kept: list[Seen] = []
    line = paragraph = block = False
    for word in words:
        line, paragraph, block = line or word.line, paragraph or word.paragraph, block or word.block
        if _is_speck(word, tall):
            continue
        kept.append(Seen(word.text, word.box, word.sure, line, paragraph, block))
        line = paragraph = block = False
    return tuple(kept)


def _is_speck(word: Seen, tall: float) -> bool:
    if "|" in word.text and set(word.text) <= _RULES:
        return True
    if not any(c.isalnum() for c in word.text):
        return word.sure < _LEAST_SURE_SIGN
    height = word.box[3] - word.box[1]
    if tall and height > tall and word.sure < 2 * _LEAST_SURE:
        return True
    return word.sure < (_LEAST_SURE if len(word.text) > 2 else 1.5 * _LEAST_SURE)


def assemble(words: Sequence[Seen], frame: Frame) -> tuple[str, bytes]:
    """Text of the page (lines ended by a newline, an empty line between paragraphs) and its packed words in points."""
    parts: list[str] = []
    offsets: list[int] = []
    boxes: list[float] = []
    at = 0
    last: Seen | None = None
    for word in words:
        gap = _between(last, word)
        parts += (gap, word.text)
        at += len(gap)
        offsets += (at, at + len(word.text))
        boxes += frame.box(word.box)
        at += len(word.text)
        last = word
    if last is not None:
        parts.append("\n")
    return "".join(parts), pack_columns(offsets, boxes, bytes(min(100, max(0, round(word.sure))) for word in words))


def _between(last: Seen | None, word: Seen) -> str:
    if last is None:
        return ""
    if word.paragraph or word.block:
        return "\n\n"
    if word.line:
        return "\n"
    height = max(last.box[3] - last.box[1], word.box[3] - word.box[1])
    return "  " if word.box[0] - last.box[2] > _CELL_GAP * height else " "
