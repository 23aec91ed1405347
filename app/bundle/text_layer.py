"""The invisible words of a scanned page, each on its picture, so that search and copy find them."""

from collections.abc import Sequence

from app.bundle.geometry import Fit, apply, number
from app.bundle.glyphless import ADVANCE, ASCENT, DESCENT, UNITS, encode
from app.domain.words import Word

_SMALLEST = 0.5


def layer(text: str, words: Sequence[Word], fit: Fit, font: str) -> bytes:
    """Operators that write `words` (places on the page as shown, origin top left) with the font resource `font`, invisibly.

    A space follows each word so that words stay apart in viewers which do not measure gaps.
    """
    lines = [_word(text[word.start : word.end], word, fit, font) for word in words]
    written = [line for line in lines if line]
    return b"\n".join([b"BT 3 Tr", *written, b"ET"]) if written else b""


def _word(letters: str, word: Word, fit: Fit, font: str) -> bytes:
    shown = encode(letters)
    count = (len(shown) - 2) // 4
    if not count:
        return b""
    corners = [apply(fit.shown, x, y) for x, y in ((word.x0, word.y0), (word.x1, word.y1))]
    left, right = sorted(x for x, _ in corners)
    low, high = sorted(y for _, y in corners)
    size = max(high - low, _SMALLEST) * UNITS / (ASCENT - DESCENT)
    stretch = 100 * max(right - left, _SMALLEST) / (count * ADVANCE / UNITS * size)
    base = -DESCENT / UNITS * size
    place = f"1 0 0 1 {number(left)} {number(low + base)}"
    spaced = shown[:-1] + b"0020>"
    return f"/{font} {number(size)} Tf {number(stretch)} Tz {place} Tm ".encode() + spaced + b" Tj"
