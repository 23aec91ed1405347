"""Words of a page with their places: packed small for the store, unpacked for selecting and marking.

Coordinates are PDF points of the page as shown (rotation applied), origin top left. `start` and `end` are offsets
into the page's text, so a word's letters are `text[start:end]`.
"""

import struct
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from operator import add

_NO_CONFIDENCE = 255
_VERSION, _EVEN_VERSION = b"W1", b"W2"
_LARGEST_STEP = 255
Box = tuple[float, float, float, float]
"""`W2` is what digital pages have: no confidences, lengths and gaps that fit a byte, equal bytes of edges side by side."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word. `confidence` is 0 to 100 from OCR, or None for text that came with the file."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: int | None = None


def pack_words(words: Sequence[Word]) -> bytes:
    """Compress words; empty bytes for none."""
    return pack_columns(
        [n for w in words for n in (w.start, w.end)],
        [n for w in words for n in (w.x0, w.y0, w.x1, w.y1)],
        bytes(_NO_CONFIDENCE if w.confidence is None else max(0, min(100, w.confidence)) for w in words),
    )


def pack_columns(offsets: Sequence[int], boxes: Sequence[float], confidences: bytes | None = None) -> bytes:
    """The same as `pack_words` without making a `Word` for each: the quick way for whole documents.

    `offsets` holds start and end of each word in turn, `boxes` its x0, y0, x1, y1, `confidences` a byte for each word (255: none).
    Raises ValueError when the lengths do not agree.
    """
    count = len(offsets) // 2
    if len(offsets) != 2 * count or len(boxes) != 4 * count or len(confidences or b"") not in (0, count):
        raise ValueError("columns of words differ in length")
    if not count:
        return b""
    sure = confidences or bytes((_NO_CONFIDENCE,)) * count
    body = count.to_bytes(4, "little") + array("I", offsets).tobytes() + array("f", boxes).tobytes() + sure
    return _VERSION + zlib.compress(body, 1)


def pack_page(lengths: Sequence[int], gaps: Sequence[int], edges: Sequence[Sequence[float]]) -> bytes:
    """Words of a digital page, quicker and smaller than `pack_columns`, with the same words when unpacked.

    `lengths` are those of the words in letters, `gaps` what lies before each of them, counted from the end of the one before;
    `edges` are four columns x0, y0, x1, y1. Raises ValueError when the lengths do not agree.
    """
    count = len(lengths)
    if len(gaps) != count or [len(edge) for edge in edges] != [count] * 4:
        raise ValueError("columns of words differ in length")
    if not count:
        return b""
    x0, y0, x1, y1 = edges
    if max(max(lengths), max(gaps)) > _LARGEST_STEP:
        ends = list(accumulate(map(add, lengths, gaps)))
        offsets = chain.from_iterable((end - length, end) for end, length in zip(ends, lengths, strict=True))
        return pack_columns(list(offsets), list(chain.from_iterable(zip(x0, y0, x1, y1, strict=True))))
    raw = struct.pack(f"{4 * count}f", *x0, *x1, *y0, *y1)
    squeeze = zlib.compressobj(1, zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_RLE)
    parts = (count.to_bytes(4, "little"), bytes(lengths), bytes(gaps), raw[0::4], raw[1::4], raw[2::4], raw[3::4])
    return _EVEN_VERSION + squeeze.compress(b"".join(parts)) + squeeze.flush()


def unpack_words(packed: bytes) -> tuple[Word, ...]:
    """The inverse of `pack_words`. Raises ValueError on bytes that it did not make."""
    if not packed:
        return ()
    unpack = {_VERSION: _unpack_columns, _EVEN_VERSION: _unpack_page}.get(packed[:2])
    if unpack is None:
        raise ValueError("unknown word format")
    try:
        return unpack(zlib.decompress(packed[2:]))
    except zlib.error as error:
        raise ValueError("word data is damaged") from error


def line_boxes(text: str, packed: bytes) -> tuple[Box | None, ...]:
    """The box of each line of `text` (split at newlines) by its words, None for one without any; empty when nothing is packed.

    The height is that of the line's first word. Raises ValueError on bytes that `pack_words` did not make."""
    if not packed:
        return ()
    starts, edges = _starts_and_edges(packed)
    x0, y0, x1, y1 = edges
    boxes: list[Box | None] = []
    at, count, offset = 0, len(starts), 0
    for line in text.split("\n"):
        offset += len(line) + 1
        first = at
        while at < count and starts[at] < offset:
            at += 1
        boxes.append((x0[first], y0[first], x1[at - 1], y1[first]) if at > first else None)
    return tuple(boxes)


def _starts_and_edges(packed: bytes) -> tuple[Sequence[int], tuple[Sequence[float], ...]]:
    """Start offsets, and columns x0, y0, x1, y1, without making a `Word` of each."""
    try:
        body = zlib.decompress(packed[2:])
    except zlib.error as error:
        raise ValueError("word data is damaged") from error
    count = int.from_bytes(body[:4], "little")
    edges = array("f")
    if packed[:2] == _EVEN_VERSION and len(body) == 4 + count * 18:
        lengths, gaps, shuffled = body[4 : 4 + count], body[4 + count : 4 + 2 * count], body[4 + 2 * count :]
        raw = bytearray(16 * count)
        for place in range(4):
            raw[place::4] = shuffled[4 * count * place : 4 * count * (place + 1)]
        edges.frombytes(raw)
        ends = accumulate(map(add, lengths, gaps))
        starts = [end - length for end, length in zip(ends, lengths, strict=True)]
        return starts, (edges[:count], edges[2 * count : 3 * count], edges[count : 2 * count], edges[3 * count :])
    if packed[:2] == _VERSION and len(body) == 4 + count * 25:
        offsets = array("I")
        offsets.frombytes(body[4 : 4 + count * 8])
        edges.frombytes(body[4 + count * 8 : 4 + count * 24])
        return offsets[0::2], (edges[0::4], edges[1::4], edges[2::4], edges[3::4])
    raise ValueError("word data has the wrong length")


def _unpack_page(body: bytes) -> tuple[Word, ...]:
    count = int.from_bytes(body[:4], "little")
    if len(body) != 4 + count * 18:
        raise ValueError("word data has the wrong length")
    lengths, gaps, shuffled = body[4 : 4 + count], body[4 + count : 4 + 2 * count], body[4 + 2 * count :]
    raw = bytearray(16 * count)
    for place in range(4):
        raw[place::4] = shuffled[4 * count * place : 4 * count * (place + 1)]
    edges = array("f")
    edges.frombytes(raw)
    ends = accumulate(map(add, lengths, gaps))
    columns = (edges[:count], edges[2 * count : 3 * count], edges[count : 2 * count], edges[3 * count :])
    return tuple(Word(end - length, end, *edge) for end, length, *edge in zip(ends, lengths, *columns, strict=True))


def _unpack_columns(body: bytes) -> tuple[Word, ...]:
    count = int.from_bytes(body[:4], "little")
    if len(body) != 4 + count * 25:
        raise ValueError("word data has the wrong length")
    offsets, boxes = array("I"), array("f")
    offsets.frombytes(body[4 : 4 + count * 8])
    boxes.frombytes(body[4 + count * 8 : 4 + count * 24])
    sure = body[4 + count * 24 :]
    return tuple(
        Word(
            offsets[2 * i],
            offsets[2 * i + 1],
            boxes[4 * i],
            boxes[4 * i + 1],
            boxes[4 * i + 2],
            boxes[4 * i + 3],
            None if sure[i] == _NO_CONFIDENCE else sure[i],
        )
        for i in range(count)
    )


def rects_for_span(words: Iterable[Word], start: int, end: int) -> tuple[tuple[float, float, float, float], ...]:
    """One rectangle `(x0, y0, x1, y1)` for each run of words of a line that lies in `[start, end)`."""
    rects: list[list[float]] = []
    for word in words:
        if word.end <= start or word.start >= end:
            continue
        if rects and _same_line(rects[-1], word):
            last = rects[-1]
            last[0], last[1] = min(last[0], word.x0), min(last[1], word.y0)
            last[2], last[3] = max(last[2], word.x1), max(last[3], word.y1)
        else:
            rects.append([word.x0, word.y0, word.x1, word.y1])
    return tuple((r[0], r[1], r[2], r[3]) for r in rects)


def _same_line(rect: list[float], word: Word) -> bool:
    height = max(rect[3] - rect[1], word.y1 - word.y0, 1.0)
    middle = (word.y0 + word.y1) / 2
    return rect[1] - 0.2 * height <= middle <= rect[3] + 0.2 * height and word.x0 >= rect[0] - height
