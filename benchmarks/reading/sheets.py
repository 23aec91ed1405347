"""Digital pages of the usual kinds, with the text that stands on them in reading order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pymupdf

from benchmarks.reading.wording import Words

A4 = (595.0, 842.0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A one-page PDF with real text, what can be read on it, and its size in points."""

    pdf: bytes
    text: str
    size: tuple[float, float] = A4


@dataclass(slots=True)
class _Pen:
    """Writes on a page from top to bottom and remembers what."""

    page: Any
    face: str = "helv"
    size: float = 10.5
    x: float = 60.0
    y: float = 60.0
    wide: float = 475.0
    low: float = 780.0
    grey: float = 0.0
    said: list[str] = field(default_factory=list)

    def line(self, text: str, face: str = "", size: float = 0.0) -> None:
        size = size or self.size
        self.page.insert_text((self.x, self.y), text, fontsize=size, fontname=face or self.face, color=(self.grey,) * 3)
        self.y += 1.35 * size
        self.said.append(text)

    def paragraph(self, text: str) -> bool:
        """False, with nothing written, when it does not fit any more."""
        font = pymupdf.Font(self.face)
        lines, line = [], ""
        for word in text.split():
            if line and font.text_length(f"{line} {word}", self.size) > self.wide:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines.append(line)
        if self.y + len(lines) * 1.35 * self.size > self.low:
            return False
        for line in lines:
            self.line(line)
        self.y += 0.7 * self.size
        return True


def _page(size: tuple[float, float] = A4) -> tuple[Any, Any]:
    document = pymupdf.open()
    return document, document.new_page(width=size[0], height=size[1])


_FACES = (("helv", "hebo"), ("tiro", "tibo"), ("cour", "cobo"))


def letter(words: Words, size: float = 10.5, grey: float = 0.0) -> Sheet:
    """A letterhead, an address, a date, paragraphs, a name."""
    document, page = _page()
    face, bold = words.dice.choice(_FACES[:2])
    pen = _Pen(page, face, size, grey=grey)
    pen.line(words.one("firm"), bold, size * 1.6)
    pen.line(f"Our ref: {words.dice.randint(100, 999)}/{words.dice.choice('ABCDEF')}{words.dice.randint(10, 99)}")
    pen.line(words.date())
    pen.y += size
    pen.line(f"Dear {words.one('name')},")
    pen.y += size
    while pen.paragraph(words.paragraph(words.dice.randint(30, 70))):
        if words.dice.random() < 0.25:
            pen.line(words.one("head"), bold)
    if pen.y < 760:
        pen.line("Yours sincerely,")
        pen.line(words.one("name"), bold)
    return Sheet(document.tobytes(), "\n".join(pen.said))


def small_print(words: Words) -> Sheet:
    """Letters of seven points."""
    return letter(words, size=7.2)


def light_print(words: Words) -> Sheet:
    """Grey instead of black, as from an empty cartridge."""
    return letter(words, grey=0.62)


def form(words: Words) -> Sheet:
    """Ruled boxes, shaded labels, answers beside them, and a box of prose."""
    document, page = _page()
    pen = _Pen(page, "helv", 10)
    pen.line(f"{words.one('head')} form", "hebo", 16)
    y = pen.y + 10
    for _ in range(14):
        label, answer = words.one("label"), words.dice.choice((words.one("name"), words.one("cell"), words.date()))
        page.draw_rect((60, y, 220, y + 26), color=(0, 0, 0), fill=(0.82, 0.86, 0.9), width=0.8)
        page.draw_rect((220, y, 535, y + 26), color=(0, 0, 0), width=0.8)
        page.insert_text((66, y + 17), label, fontsize=10, fontname="hebo")
        page.insert_text((228, y + 17), answer, fontsize=10.5, fontname="helv")
        pen.said.append(f"{label}  {answer}")
        y += 26
    page.draw_rect((60, y + 12, 535, y + 220), color=(0, 0, 0), width=0.8)
    pen.x, pen.y, pen.wide, pen.low = 68, y + 32, 455, y + 215
    while pen.paragraph(words.paragraph(25)):
        continue
    return Sheet(document.tobytes(), "\n".join(pen.said))


def table(words: Words) -> Sheet:
    """A heading, a grid of short cells with a dark head row, a paragraph."""
    document, page = _page()
    pen = _Pen(page, "helv", 10)
    pen.line(words.one("head"), "hebo", 15)
    pen.paragraph(words.paragraph(40))
    columns = words.dice.randint(3, 5)
    wide = 475 / columns
    y = pen.y + 4
    for row in range(16):
        cells = [words.one("row"), *(words.one("cell") for _ in range(columns - 1))]
        fill = (0.25, 0.35, 0.5) if row == 0 else (0.93, 0.93, 0.93) if row % 2 else None
        for at, cell in enumerate(cells):
            page.draw_rect(
                (60 + at * wide, y, 60 + (at + 1) * wide, y + 24), color=(0.2, 0.2, 0.2), fill=fill, width=0.7
            )
            white = (1, 1, 1) if row == 0 else (0, 0, 0)
            page.insert_text((66 + at * wide, y + 16), cell, fontsize=10, fontname="helv", color=white)
        pen.said.append("  ".join(cells))
        y += 24
    pen.y = y + 24
    while pen.paragraph(words.paragraph(40)):
        continue
    return Sheet(document.tobytes(), "\n".join(pen.said))


def columns(words: Words) -> Sheet:
    """Two columns under one heading."""
    document, page = _page()
    head = _Pen(page, "tiro", 10)
    head.line(words.one("head"), "tibo", 20)
    for x in (60.0, 315.0):
        pen = _Pen(page, "tiro", 10, x, head.y + 15, 220, 790, said=head.said)
        while pen.paragraph(words.paragraph(words.dice.randint(30, 60))):
            continue
    return Sheet(document.tobytes(), "\n".join(head.said))


def two_up(words: Words) -> Sheet:
    """Two A5 pages on one landscape A4, each with its own heading and number."""
    document, page = _page((A4[1], A4[0]))
    said: list[str] = []
    for x in (45.0, 466.0):
        pen = _Pen(page, "tiro", 9.5, x, 60, 330, 530, said=said)
        pen.line(words.one("head"), "tibo", 15)
        while pen.paragraph(words.paragraph(words.dice.randint(25, 60))):
            continue
        page.insert_text((x + 160, 565), str(words.dice.randint(2, 90)), fontsize=9)
    return Sheet(document.tobytes(), "\n".join(said), (A4[1], A4[0]))


SHEETS: dict[str, Callable[[Words], Sheet]] = {
    "letter": letter,
    "form": form,
    "table": table,
    "columns": columns,
    "two-up": two_up,
    "small print": small_print,
    "light print": light_print,
}
