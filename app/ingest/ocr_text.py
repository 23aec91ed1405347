"""Words that OCR saw, to text with places: specks dropped, lines and paragraphs kept."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

from app.domain.words import pack_columns
from app.ingest.ocr_engine import DIGITAL, Seen
from app.ingest.ocr_frame import Frame

_CELL_GAP: Final = 1.5
"""A gap wider than this many line heights is a column of a table and gets two spaces, as in digital text."""

_RULES: Final = frozenset("|_—–-=~¦[]{}«»‘’'`\"“”.,:;*°·•")
_SIGN_SURE: Final = 60
_LINE_SURE: Final = 40
_WORD_SURE: Final = 30
_SHORT_SURE: Final = 45


def drop_specks(words: Iterable[Seen]) -> tuple[Seen, ...]:
    """Without the marks that dirt, ruled lines and pictures leave; words of a line that makes sense are kept, however unsure."""
    words = list(words)
    letters = [word for word in words if _has_letters(word)]
    tall = 4 * median([word.box[3] - word.box[1] for word in letters]) if letters else 0
    kept: list[Seen] = []
    paragraph = block = False
    for line in _lines(words):
        good = _sure([word for word in line if _has_letters(word)]) >= _LINE_SURE
        paragraph, block = paragraph or line[0].paragraph, block or line[0].block
        left = [word for word in line if not _is_speck(word, tall, good)]
        for number, word in enumerate(left):
            first = number == 0
            kept.append(Seen(word.text, word.box, word.sure, first, first and paragraph, first and block))
        if left:
            paragraph = block = False
    return tuple(kept)


def _lines(words: Iterable[Seen]) -> list[list[Seen]]:
    lines: list[list[Seen]] = []
    for word in words:
        if word.line or word.paragraph or word.block or not lines:
            lines.append([])
        lines[-1].append(word)
    return lines


def _sure(words: Sequence[Seen]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters if letters else 0.0


def _has_letters(word: Seen) -> bool:
    return any(c.isalnum() for c in word.text)


def _is_speck(word: Seen, tall: float, good_line: bool) -> bool:
    if "|" in word.text and set(word.text) <= _RULES:
        return True
    if not _has_letters(word):
        return word.sure < _SIGN_SURE
    if tall and word.box[3] - word.box[1] > tall and word.sure < _SIGN_SURE:
        return True
    return not good_line and word.sure < (_WORD_SURE if len(word.text) > 2 else _SHORT_SURE)


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
    return "".join(parts), pack_columns(offsets, boxes, bytes(map(_certainty, words)))


def _certainty(word: Seen) -> int:
    return round(word.sure) if word.sure == DIGITAL else min(100, max(0, round(word.sure)))


def _between(last: Seen | None, word: Seen) -> str:
    if last is None:
        return ""
    if word.paragraph or word.block:
        return "\n\n"
    if word.line:
        return "\n"
    height = max(last.box[3] - last.box[1], word.box[3] - word.box[1])
    return "  " if word.box[0] - last.box[2] > _CELL_GAP * height else " "
