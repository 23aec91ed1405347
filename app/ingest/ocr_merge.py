"""Two readings of one page made one: line by line the surer of them, in the order in which people read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PIL import Image
from rapidfuzz.distance import Levenshtein

from app.ingest.ocr_engine import Reading, Seen
from app.ingest.ocr_second import LineWord, read_line
from app.ingest.ocr_second_lines import Strip, find_lines

_GOOD_LINE: Final = 91.0
_MARGIN: Final = 2.0
_ALIKE: Final = 0.25
"""Two readings of a line with this share of letters apart, or fewer, are of the same letters."""

_LEAST_SURE: Final = 62.0
"""A line that only the second reader sees must be this sure: dirt and pictures give less."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the page: its words by the chosen reader."""

    words: tuple[Seen, ...]
    box: tuple[float, float, float, float]
    at: int
    """Number of the first word of Tesseract's that it stands for, or -1."""


def better(reading: Reading, image: Image.Image) -> Reading:
    """`reading` with the second reader's words in the lines where it is surer. Raises LookupError without it."""
    strips = find_lines(image)
    owned = _owners(reading.words, strips)
    lines: list[_Line] = []
    for number, strip in enumerate(strips):
        mine = [n for n, owner in enumerate(owned) if owner == number]
        there = Reading(tuple(reading.words[n] for n in mine))
        if there.sure >= _GOOD_LINE:
            continue
        read = read_line(image, strip)
        if _is_better(read, there):
            words = _with_breaks(read, there) or _seen(read, strip)
            lines.append(_Line(words, strip.box, mine[0] if mine else -1))
            for n in mine:
                owned[n] = _GONE
    return _woven(reading, owned, lines)


_NOBODY: Final = -1
_GONE: Final = -2


def _owners(words: Sequence[Seen], strips: Sequence[Strip]) -> list[int]:
    """For each word the strip in which its middle lies, or -1."""
    boxes = [strip.box for strip in strips]
    found = []
    for word in words:
        x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
        inside = [n for n, box in enumerate(boxes) if box[0] <= x <= box[2] and box[1] <= y <= box[3]]
        near = [n for n in inside if abs(strips[n].at(x) - y) <= strips[n].height / 2]
        found.append(min(near, key=lambda n: abs(strips[n].at(x) - y)) if near else _NOBODY)
    return found


def _is_better(read: Sequence[LineWord], there: Reading) -> bool:
    letters = sum(len(word.text) for word in read)
    if not any(c.isalnum() for word in read for c in word.text):
        return False
    sure = sum(word.sure * len(word.text) for word in read) / letters
    return sure > (there.sure + _MARGIN if there.words else _LEAST_SURE)


def _with_breaks(read: Sequence[LineWord], there: Reading) -> tuple[Seen, ...]:
    """The second reader's letters in Tesseract's words: where both read the same letters, and where the second reader saw one word
    of much the same letters, for it leaves spaces out. Else none."""
    said, told = "".join(word.text for word in read), "".join(word.text for word in there.words)
    if said != told and (len(read) != 1 or len(said) != len(told) or not _alike(said, told)):
        return ()
    sure = min(word.sure for word in read)
    made, at = [], 0
    for number, word in enumerate(there.words):
        made.append(Seen(said[at : at + len(word.text)], word.box, sure, number == 0, False, False))
        at += len(word.text)
    return tuple(made)


def _alike(said: str, told: str) -> bool:
    return bool(Levenshtein.distance(said, told) <= _ALIKE * len(said))


def _seen(read: Sequence[LineWord], strip: Strip) -> tuple[Seen, ...]:
    words = []
    for number, word in enumerate(read):
        x0, y0, x1, y1 = strip.part(word.start, word.end)
        words.append(
            Seen(word.text, (round(x0), round(y0), round(x1), round(y1)), word.sure, number == 0, False, False)
        )
    return tuple(words)


def _woven(reading: Reading, owned: Sequence[int], lines: Sequence[_Line]) -> Reading:
    """Words that stay and lines that replace others, in Tesseract's order; lines that are new go where they stand."""
    kept = sum(1 for owner in owned if owner != _GONE)
    if kept < sum(len(line.words) for line in lines):
        return _in_rows(reading, owned, lines)
    by_first = {line.at: line for line in lines if line.at >= 0}
    words: list[Seen] = []
    for number, word in enumerate(reading.words):
        if number in by_first:
            words += by_first[number].words
        if owned[number] != _GONE:
            words.append(word)
    for line in (line for line in lines if line.at < 0):
        words = _inserted(words, line)
    return Reading(_with_starts(words))


def _inserted(words: list[Seen], line: _Line) -> list[Seen]:
    """The new line after the last word that stands above it, or left of it in its row."""
    middle = (line.box[1] + line.box[3]) / 2
    at = 0
    for number, word in enumerate(words, 1):
        beside = word.box[1] < middle < word.box[3]
        if (beside and word.box[2] <= line.box[0] + 5) or (
            not beside and word.box[3] <= middle and _shares(word, line)
        ):
            at = number
    return [*words[:at], *line.words, *words[at:]]


def _shares(word: Seen, line: _Line) -> bool:
    return word.box[0] < line.box[2] and word.box[2] > line.box[0]


def _in_rows(reading: Reading, owned: Sequence[int], lines: Sequence[_Line]) -> Reading:
    """A page mostly read by the second reader: everything from top to bottom, rows from left to right."""
    pieces = [line.words for line in lines]
    run: list[Seen] = []
    for word, owner in zip(reading.words, owned, strict=True):
        if owner == _GONE or (word.line and run):
            pieces.append(tuple(run))
            run = []
        if owner != _GONE:
            run.append(word)
    pieces.append(tuple(run))
    rows = _rows([piece for piece in pieces if piece])
    return Reading(tuple(word for row in rows for word in _as_line(row)))


def _rows(pieces: list[tuple[Seen, ...]]) -> list[list[tuple[Seen, ...]]]:
    """Pieces that stand side by side together."""
    rows: list[list[tuple[Seen, ...]]] = []
    for piece in sorted(pieces, key=_middle):
        last = rows[-1] if rows else None
        if last and all(_middle(piece) < max(word.box[3] for word in one) - 0.3 * _height(one) for one in last):
            last.append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece[0].box[0]) for row in rows]


def _middle(piece: tuple[Seen, ...]) -> float:
    return sum(word.box[1] + word.box[3] for word in piece) / (2 * len(piece))


def _height(piece: tuple[Seen, ...]) -> float:
    return sum(word.box[3] - word.box[1] for word in piece) / len(piece)


def _as_line(row: Sequence[tuple[Seen, ...]]) -> tuple[Seen, ...]:
    words = [word for piece in row for word in piece]
    return tuple(replace(word, line=n == 0, paragraph=False, block=False) for n, word in enumerate(words))


def _with_starts(words: Sequence[Seen]) -> tuple[Seen, ...]:
    """A word that follows a line of the other reader starts a line where it stands lower or further left."""
    made: list[Seen] = []
    for word in words:
        last = made[-1] if made else None
        fresh = last is None or word.line or word.box[0] < last.box[0] or word.box[1] > (last.box[1] + last.box[3]) / 2
        made.append(replace(word, line=fresh) if fresh != word.line else word)
    return tuple(made)
