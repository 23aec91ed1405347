"""The embedded font of the page numbers: taken from one line of digits that typst sets."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf

from app.bundle.geometry import NUMBER_RIGHT, NUMBER_SIZE, NUMBER_UP, number
from app.bundle.names import NUMBER_FONT
from app.system.typesetting import typeset

_NUMBER = re.compile(rb"/" + NUMBER_FONT.encode() + rb" [^<]{1,80}<([0-9A-F]+)> Tj ET")
_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})>")


@dataclass(frozen=True, slots=True)
class NumberFont:
    """The font object in the pack, the code of each digit, and the width of a digit in thousandths of its size."""

    font: pikepdf.Object
    codes: dict[str, bytes]
    width: float


def number_font(pack: pikepdf.Pdf) -> NumberFont:
    """Put the font into `pack`. All digits are equally wide."""
    with pikepdf.open(io.BytesIO(typeset("pack_digits", {}, "Digits", tagged=False))) as digits:
        fonts = digits.pages[0].obj.Resources.Font
        font = pack.copy_foreign(next(iter(fonts.values())))
    pairs = _PAIR.findall(font.ToUnicode.read_bytes())
    codes = {chr(int(letter, 16)): code for code, letter in pairs if code != b"0000"}
    return NumberFont(font, {d: codes[d] for d in "0123456789"}, float(font.DescendantFonts[0].W[-1]))


def number_operators(page: int, sheet_width: float, font: NumberFont) -> bytes:
    """Operators that write the page number in the strip at the foot, right, upright."""
    text = str(page)
    left = sheet_width - NUMBER_RIGHT - len(text) * font.width / 1000 * NUMBER_SIZE
    codes = b"".join(font.codes[digit] for digit in text)
    place = f"BT 0 g 0 Tr 0 Tc 0 Tw 100 Tz /{NUMBER_FONT} {number(NUMBER_SIZE)} Tf 1 0 0 1 {number(left)} {number(NUMBER_UP)} Tm <"
    return place.encode() + codes + b"> Tj ET"


def printed_numbers(pages: Sequence[pikepdf.Object]) -> list[str]:
    """The numbers that `number_operators` wrote, read back from the pages' content; empty where there is none."""
    letters: dict[bytes, str] = {}
    numbers = []
    for page in pages:
        fonts: Any = page.Resources.get("/Font", {})
        if not letters and f"/{NUMBER_FONT}" in fonts:
            letters = {
                code: chr(int(to, 16)) for code, to in _PAIR.findall(fonts[f"/{NUMBER_FONT}"].ToUnicode.read_bytes())
            }
        found = _NUMBER.search(_last_content(page))
        shown = found[1] if found else b""
        numbers.append("".join(letters.get(shown[at : at + 4], "?") for at in range(0, len(shown), 4)))
    return numbers


def _last_content(page: pikepdf.Object) -> bytes:
    contents = page.get("/Contents")
    last = contents[-1] if isinstance(contents, pikepdf.Array) and len(contents) else contents
    return bytes(last.read_bytes()) if isinstance(last, pikepdf.Stream) else b""
