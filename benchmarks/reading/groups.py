"""Every kind of page that is measured: a name, what counts, and how to make one from a seed."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.reading import hands, machines, mixtures, sheets
from benchmarks.reading.machines import Shot
from benchmarks.reading.sheets import SHEETS, Sheet
from benchmarks.reading.wording import Words


@dataclass(frozen=True, slots=True)
class Page:
    """A PDF and its text. `ordered`: the order of the text is certain, so that wrong characters can be counted."""

    pdf: bytes
    text: str
    ordered: bool = True


Maker = Callable[[Words, int], Page]


def _sheet(words: Words, kind: str = "") -> Sheet:
    return SHEETS[kind or words.dice.choice(("letter", "letter", "small print"))](words)


def _clean(kind: str, dpi: int) -> Maker:
    def make(words: Words, seed: int) -> Page:
        sheet = _sheet(words, kind)
        skew = words.dice.uniform(-0.5, 0.5)
        ordered = kind not in ("form", "table")
        return Page(machines.pdf_of(machines.scanned(sheet, dpi, skew, 8, seed), sheet.size), sheet.text, ordered)

    return make


def _fax(fine: bool) -> Maker:
    def make(words: Words, seed: int) -> Page:
        sheet = sheets.letter(words, size=words.dice.choice((10.5, 12.0)))
        return Page(machines.pdf_of(machines.faxed(sheet, fine, seed), sheet.size, "group4"), sheet.text)

    return make


def _skewed(degrees: float) -> Maker:
    def make(words: Words, seed: int) -> Page:
        sheet = _sheet(words, "letter")
        way = degrees * words.dice.choice((-1, 1))
        picture = machines.scanned(sheet, 200, way, 10, seed)
        size = (picture.width * 72 / 200, picture.height * 72 / 200)
        return Page(machines.pdf_of(picture, size), sheet.text)

    return make


def _rotated(turn: int, declared: bool) -> Maker:
    def make(words: Words, seed: int) -> Page:
        sheet = _sheet(words, words.dice.choice(("letter", "columns", "form", "table")))
        picture = machines.scanned(sheet, 200, 0.4, 8, seed).rotate(-turn, expand=True)
        size = sheet.size if turn % 180 == 0 else (sheet.size[1], sheet.size[0])
        if declared:  # the page says itself how it is to be turned
            return Page(machines.pdf_of(picture, size, turn=(360 - turn) % 360), sheet.text, ordered=False)
        return Page(machines.pdf_of(picture, size), sheet.text, ordered=False)

    return make


def _photo(shot: Shot) -> Maker:
    def make(words: Words, seed: int) -> Page:
        sheet = sheets.letter(words, size=11.5)
        picture = machines.photographed(sheet, shot, seed)
        size = (595.0, 595.0 * picture.height / picture.width)
        return Page(machines.pdf_of(picture, size, quality=70), sheet.text)

    return make


def _picture(kind: str) -> Maker:
    def make(words: Words, seed: int) -> Page:
        sheet = _sheet(words, "letter")
        picture = machines.scanned(sheet, 200, 0.3, 8, seed)
        if kind == "strips":
            return Page(machines.strips_pdf(picture, sheet.size), sheet.text)
        if kind == "inverted":
            picture = picture.point(lambda v: 255 - v)
        if kind == "yellow":
            return Page(machines.pdf_of(machines.coloured(picture), sheet.size), sheet.text)
        if kind == "dark paper":
            return Page(machines.pdf_of(machines.coloured(picture, "#7fb58a"), sheet.size), sheet.text)
        codec = kind if kind in ("group4", "jpeg2000") else "jpeg"
        return Page(machines.pdf_of(picture, sheet.size, codec), sheet.text)

    return make


def _mixed(kind: str) -> Maker:
    makers: dict[str, Callable[[Words, int], tuple[bytes, str]]] = {
        "scan inside": lambda words, seed: mixtures.scan_inside(words),
        "stamped": lambda words, seed: mixtures.stamped(words),
        "program's line": lambda words, seed: mixtures.signed_by_program(words),
        "good layer": lambda words, seed: mixtures.layered(words, 0.0, seed),
        "poor layer": lambda words, seed: mixtures.layered(words, 0.25, seed),
        "moved letters": lambda words, seed: mixtures.moved_letters(words),
    }

    def make(words: Words, seed: int) -> Page:
        return Page(*makers[kind](words, seed), ordered=False)

    return make


def _diary(words: Words, seed: int) -> Page:
    picture, text = hands.diary(words, ruled=bool(seed % 2))
    return Page(hands.as_pdf(picture), text)


def _filled(words: Words, seed: int) -> Page:
    picture, text = hands.filled_form(words)
    return Page(hands.as_pdf(picture), text, ordered=False)


GROUPS: dict[str, dict[str, Maker]] = {
    "clean": {f"{kind} {dpi}": _clean(kind, dpi) for kind in SHEETS for dpi in (200, 300)},
    "fax": {"fine fax": _fax(True), "coarse fax": _fax(False)},
    "skew": {f"skew {n}": _skewed(n) for n in (1, 3, 6, 9, 12)},
    "rotated": {
        f"turned {turn}{' (page says)' if said else ''}": _rotated(turn, said)
        for turn in (0, 90, 180, 270)
        for said in (False, True)
    },
    "photo": {
        "photo": _photo(Shot()),
        "tilted photo": _photo(Shot(turn=-4, tilt=0.14, shade=0.55)),
        "dim photo": _photo(Shot(turn=3, tilt=0.08, shade=0.72, blur=1.3)),
        "light table": _photo(Shot(turn=-2, tilt=0.08, table=170)),
        "small photo": _photo(Shot(turn=5, tilt=0.1, wide=1600, blur=0.8)),
    },
    "pictures": {kind: _picture(kind) for kind in ("group4", "jpeg2000", "strips", "inverted", "yellow", "dark paper")},
    "mixed": {
        kind: _mixed(kind)
        for kind in ("scan inside", "stamped", "program's line", "good layer", "poor layer", "moved letters")
    },
    "hand": {"diary": _diary, "filled form": _filled},
    "blank": {"blank": lambda words, seed: Page(mixtures.empty(seed), "")},
}


def pages(group: str, count: int, seed: int, fresh: bool) -> list[tuple[str, Page]]:
    """`count` pages of each kind of a group."""
    made = []
    for kind, maker in GROUPS[group].items():
        for number in range(count):
            one = hash_of(group, kind, number, seed)
            made.append((kind, maker(Words(random.Random(one), fresh), one)))
    return made


def hash_of(*parts: object) -> int:
    """The same seed for the same parts in every run."""
    import zlib

    return zlib.crc32(repr(parts).encode())
