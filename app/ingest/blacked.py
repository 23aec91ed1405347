"""Words of office files that were only coloured away: black on a black highlight, white on white. They are replaced by blocks."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.domain.extracted import Box, ExtractedPage, Hidden
from app.domain.words import rects_for_span, unpack_words

INSECURE: Final = "insecure-redaction"
HIDDEN: Final = Hidden(INSECURE, "")
"""What a reader puts beside its blocks for each place, without the words."""

_BLOCK, _LEAST, _MOST = "▉", 4, 60
_RUN: Final = re.compile(rf"{_BLOCK}{{{_LEAST},}}(?:[ ]{_BLOCK}{{{_LEAST},}})*")
_DARK, _PALE, _CLOSE = 60, 238, 30


def masked(text: str) -> str:
    """Blocks in the place of words, about as long; white space alone stays."""
    return _BLOCK * min(max(_LEAST, len(text.strip())), _MOST) if text.strip() else text


def tone(colour: str) -> int | None:
    """How light a colour is, 0 to 255: "000000", "#fff", a name of Word's markers; None for automatic or unknown."""
    plain = colour.strip().lstrip("#").lower()
    if plain in _NAMES:
        return _NAMES[plain]
    if len(plain) == 3:
        plain = "".join(letter * 2 for letter in plain)
    if not re.fullmatch(r"[0-9a-f]{6}|[0-9a-f]{8}", plain):
        return None
    red, green, blue = (int(plain[-6:][i : i + 2], 16) for i in (0, 2, 4))
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


def is_unseen(letters: int | None, ground: int | None, adapts: bool = True) -> bool:
    """Whether letters of a tone cannot be seen on a ground (None: automatic, or the paper). `adapts`: automatic letters turn
    white on a dark ground, as they do on shading and do not under a black marker."""
    if ground is None:
        return letters is not None and letters >= _PALE
    if letters is None:
        return ground < _DARK and not adapts
    return abs(letters - ground) <= _CLOSE


def with_places(pages: Sequence[ExtractedPage]) -> tuple[ExtractedPage, ...]:
    """The pages of a reading copy with the places of the blocks as boxes that are not secure."""
    return tuple(_placed(page) for page in pages)


def _placed(page: ExtractedPage) -> ExtractedPage:
    spans = [match.span() for match in _RUN.finditer(page.text)]
    if not spans:
        return page
    words = unpack_words(page.words)
    rects: tuple[Box, ...] = tuple(rect for start, end in spans for rect in rects_for_span(words, start, end))
    return replace(page, boxes=(*page.boxes, *rects), unsafe=(*page.unsafe, *rects))


_NAMES: Final = {"black": 0, "white": 255, "darkblue": 15, "darkred": 40, "darkgreen": 60, "darkmagenta": 55, "darkcyan": 90,
                 "darkyellow": 115, "darkgray": 128, "lightgray": 192, "yellow": 226, "green": 150, "cyan": 179, "magenta": 105,
                 "blue": 29, "red": 76}  # fmt: skip
