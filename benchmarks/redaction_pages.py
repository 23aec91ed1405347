"""Pages with things taken out of them in many ways, among things that only look so. Everything on them is invented.

`paper(chance)` gives a PDF of one page and the places that are true. Pens and correction fluid are put on the picture of a page
by `benchmarks.redaction_scans`; their places are given here as `pens`.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pymupdf

from app.domain.extracted import Box

_BLACK, _WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
_WORDS = (
    "the school said that support would start after half term and nobody wrote to us about it until the second visit when a "
    "worker asked how things were at home she was told that sleep had been poor for several weeks and that mornings remained "
    "hard the class teacher has tried a quiet corner and a visual timetable with some success and would like this to go on "
    "further advice was sought from the clinic and a letter is awaited the plan will be looked at again in the spring with "
    "everybody who knows the family present it was agreed that records be shared only where needed and with consent"
).split()
_NAMES = (
    "Orla Finch",
    "Mr T Abara",
    "Lewis Croft",
    "Ms P Delaney",
    "Nia Woodrow",
    "Dr Halloran",
    "Sam",
    "Mrs K Eastwood",
)
_RULES = ("s.40(2)", "Sch 2 para 16", "third party data", "REDACTED", "s40", "Redacted - third party")
_FONTS = ("helv", "tiro", "cour", "hebo")


@dataclass
class Paper:
    """One page: `boxes` are there to be seen by anybody, `whites` are white on white, `pens` are still to be drawn by hand."""

    pdf: bytes = b""
    boxes: list[Box] = field(default_factory=list)
    whites: list[Box] = field(default_factory=list)
    pens: list[Box] = field(default_factory=list)


@dataclass
class _Desk:
    """The page under the pen: free space goes down from `y`."""

    page: Any
    chance: random.Random
    paper: Paper
    font: str
    size: float
    left: float
    right: float
    y: float = 60.0
    prose: list[list[tuple[Any, ...]]] = field(default_factory=list)


def paper(chance: random.Random, kind: str) -> Paper:
    """A page of `kind`: "boxes", "white", "grey", "coloured", "labelled", "pen", "fluid", "block" or "none"."""
    made = Paper()
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    left = chance.choice((42.0, 56.0, 72.0))
    desk = _Desk(
        page, chance, made, chance.choice(_FONTS[:3]), chance.choice((9.0, 10.0, 10.5, 11.0, 12.0)), left, 595 - left
    )
    _head(desk)
    parts = chance.choices((_prose, _table, _form), (5, 2, 2), k=3)
    _prose(desk)
    for part in parts:
        if desk.y < 640:
            part(desk)
        if desk.y < 660 and chance.random() < 0.5:
            chance.choice(DECOYS)(desk)
    _foot(desk)
    _take_out(desk, kind)
    made.pdf = document.tobytes(no_new_id=True)
    return made


def _words_of(desk: _Desk, wide: float, size: float) -> list[str]:
    """Words of a line that is no wider than `wide`."""
    line: list[str] = []
    while True:
        word = desk.chance.choice(_NAMES) if desk.chance.random() < 0.06 else desk.chance.choice(_WORDS)
        if pymupdf.get_text_length(" ".join([*line, word]), desk.font, size) > wide:
            return line
        line.append(word)


def _prose(desk: _Desk) -> None:
    """A paragraph; its lines are remembered."""
    gap = desk.size * desk.chance.choice((1.2, 1.35, 1.6))
    for number in range(desk.chance.randrange(4, 11)):
        line = _words_of(desk, desk.right - desk.left, desk.size)
        last = number > 2 and desk.chance.random() < 0.15
        if last:
            line = line[: max(2, len(line) // 3)]
        desk.page.insert_text((desk.left, desk.y + desk.size), " ".join(line), fontsize=desk.size, fontname=desk.font)
        words, x = [], desk.left
        space = pymupdf.get_text_length(" ", desk.font, desk.size)
        for word in line:
            wide = pymupdf.get_text_length(word, desk.font, desk.size)
            words.append((x, desk.y + 0.12 * desk.size, x + wide, desk.y + 1.22 * desk.size))
            x += wide + space
        desk.prose.append(words)
        desk.y += gap
        if last or desk.y > 740:
            break
    desk.y += desk.size


def _table(desk: _Desk) -> None:
    """A log with a shaded head; some cells are empty."""
    columns = desk.chance.randrange(3, 6)
    wide = (desk.right - desk.left) / columns
    tall = desk.size * 2
    shade = desk.chance.choice(((0.85,) * 3, (0.7,) * 3, (0.1, 0.2, 0.45), _BLACK, None))
    for row in range(desk.chance.randrange(3, 7)):
        for column in range(columns):
            cell = pymupdf.Rect(desk.left + column * wide, desk.y, desk.left + (column + 1) * wide, desk.y + tall)
            fill = shade if row == 0 else None
            desk.page.draw_rect(cell, color=_BLACK, fill=fill, width=0.6)
            dark = fill is not None and sum(fill) < 1
            text = (
                desk.chance.choice(("When", "Who", "What", "Result"))
                if row == 0
                else " ".join(_words_of(desk, wide - 10, desk.size * 0.9))
            )
            if desk.chance.random() < 0.85:
                desk.page.insert_text(
                    (cell.x0 + 4, cell.y0 + desk.size * 1.3), text, fontsize=desk.size * 0.9, fontname=desk.font,
                    color=_WHITE if dark else _BLACK,
                )  # fmt: skip
        desk.y += tall
    desk.y += desk.size


def _form(desk: _Desk) -> None:
    """Shaded labels with empty or filled fields, tick boxes, lines for signatures."""
    shade = desk.chance.choice((0.8, 0.9, 0.72))
    for label in desk.chance.sample(("Name of child", "Date of visit", "Address", "Present", "Risk", "School"), 3):
        cell = pymupdf.Rect(desk.left, desk.y, desk.left + 130, desk.y + 20)
        desk.page.draw_rect(cell, color=_BLACK, fill=(shade,) * 3, width=0.5)
        desk.page.draw_rect(pymupdf.Rect(cell.x1, cell.y0, desk.right, cell.y1), color=_BLACK, width=0.5)
        desk.page.insert_text((cell.x0 + 4, cell.y0 + 14), label, fontsize=10, fontname="hebo")
        if desk.chance.random() < 0.6:
            desk.page.insert_text((cell.x1 + 6, cell.y0 + 14), desk.chance.choice(_NAMES), fontsize=10)
        desk.y += 20
    for tick in range(3):
        box = pymupdf.Rect(desk.left + 90 * tick, desk.y + 8, desk.left + 90 * tick + 10, desk.y + 18)
        desk.page.draw_rect(box, color=_BLACK, fill=desk.chance.choice((None, _BLACK)))
        desk.page.insert_text((box.x1 + 5, box.y1 - 1), ("Yes", "No", "Not known")[tick], fontsize=10)
    desk.page.insert_text((desk.left + 300, desk.y + 16), "Signed: ____________________", fontsize=10)
    desk.y += 34


def _head(desk: _Desk) -> None:
    desk.chance.choice((_letterhead, _bar, _big_title))(desk)


def _letterhead(desk: _Desk) -> None:
    """A logo of shapes and an address."""
    x = desk.right - 60
    for step in range(desk.chance.randrange(2, 5)):
        tone = desk.chance.random() * 0.6
        if desk.chance.random() < 0.5:
            desk.page.draw_circle((x + 12 * step, 44), desk.chance.uniform(8, 18), color=None, fill=(tone, tone, 0.4))
        else:
            desk.page.draw_rect(pymupdf.Rect(x + 8 * step, 30, x + 8 * step + 14, 52), color=None, fill=(0, tone, tone))
    desk.page.insert_text((desk.left, 44), "Marlfield Children's Service", fontsize=15, fontname="hebo")
    desk.page.insert_text((desk.left, 60), "Tarn House, Kiln Street, Overwick OX0 0XX", fontsize=9)
    desk.y = 84


def _bar(desk: _Desk) -> None:
    """A dark bar with light letters across the page."""
    fill = desk.chance.choice((_BLACK, (0.15, 0.15, 0.3), (0.4, 0.0, 0.1)))
    desk.page.draw_rect(pymupdf.Rect(desk.left - 10, 36, desk.right + 10, 62), color=None, fill=fill)
    desk.page.insert_text(
        (desk.left, 54), "STRICTLY CONFIDENTIAL - CHILD RECORD", fontsize=13, fontname="hebo", color=_WHITE
    )
    desk.y = 80


def _big_title(desk: _Desk) -> None:
    desk.page.insert_text((desk.left, 66), "Care Notes", fontsize=desk.chance.choice((26, 34, 44)), fontname="hebo")
    desk.page.draw_line((desk.left, 74), (desk.right, 74), width=desk.chance.choice((0.8, 2.0, 4.0)))
    desk.y = 92


def _foot(desk: _Desk) -> None:
    if desk.chance.random() < 0.3:
        desk.page.draw_rect(pymupdf.Rect(0, 806, 595, 842), color=None, fill=(0.2, 0.25, 0.3))
    desk.page.insert_text((desk.left, 796), "Page 2 of 9", fontsize=9)


def _photo(desk: _Desk) -> None:
    """A dark picture."""
    wide, tall = desk.chance.randrange(60, 160), desk.chance.randrange(40, 100)
    base = desk.chance.randrange(10, 70)
    tones = bytes(
        min(255, max(0, base + (x * y) // 90 + desk.chance.randrange(-20, 20)))
        for y in range(tall // 2)
        for x in range(wide // 2)
    )
    pixmap = pymupdf.Pixmap(pymupdf.csGRAY, wide // 2, tall // 2, tones, False)
    desk.page.insert_image(pymupdf.Rect(desk.left, desk.y, desk.left + wide, desk.y + tall), pixmap=pixmap)
    desk.y += tall + 12


def _code(desk: _Desk) -> None:
    """A square code."""
    side = desk.chance.choice((2.0, 3.0, 4.0))
    for row in range(21):
        for column in range(21):
            finder = ((row < 7 or row > 13) and column < 7) or (row < 7 and column > 13)
            if desk.chance.random() < 0.5 or (finder and (row % 6 == 0 or column % 6 == 0)):
                x, y = desk.left + column * side, desk.y + row * side
                desk.page.draw_rect(pymupdf.Rect(x, y, x + side, y + side), color=None, fill=_BLACK)
    desk.y += 21 * side + 12


def _barcode(desk: _Desk) -> None:
    x = desk.left
    while x < desk.left + 140:
        wide = desk.chance.choice((1.0, 2.0, 3.0, 4.0))
        desk.page.draw_rect(pymupdf.Rect(x, desk.y, x + wide, desk.y + 32), color=None, fill=_BLACK)
        x += wide + desk.chance.choice((1.0, 2.0, 3.0))
    desk.page.insert_text((desk.left, desk.y + 42), "4 006381 333931", fontsize=9)
    desk.y += 54


def _chart(desk: _Desk) -> None:
    for bar in range(desk.chance.randrange(4, 8)):
        tall = desk.chance.randrange(14, 70)
        x = desk.left + 34 * bar
        desk.page.draw_rect(pymupdf.Rect(x, desk.y + 72 - tall, x + 20, desk.y + 72), color=None, fill=(0.25,) * 3)
        desk.page.insert_text((x, desk.y + 82), f"Yr {bar}", fontsize=8)
    desk.y += 96


def _rules(desk: _Desk) -> None:
    """Thick rules and underlined words."""
    for wide in (1.0, 2.5, 4.0):
        desk.page.draw_line((desk.left, desk.y + 4), (desk.right - desk.chance.randrange(200), desk.y + 4), width=wide)
        desk.y += 12
    desk.page.insert_text((desk.left, desk.y + 10), "Outcome of the meeting", fontsize=12, fontname="hebo")
    desk.page.draw_line((desk.left, desk.y + 13), (desk.left + 130, desk.y + 13), width=1.6)
    desk.y += 26


def _shaded(desk: _Desk) -> None:
    """A shaded notice with words, and a line that somebody marked in yellow."""
    desk.page.draw_rect(pymupdf.Rect(desk.left, desk.y, desk.right, desk.y + 44), color=None, fill=(0.88,) * 3)
    for line in range(2):
        desk.page.insert_text(
            (desk.left + 8, desk.y + 17 + 15 * line),
            " ".join(_words_of(desk, 380, 10)),
            fontsize=10,
            fontname=desk.font,
        )
    desk.y += 56
    desk.page.draw_rect(pymupdf.Rect(desk.left, desk.y, desk.left + 200, desk.y + 14), color=None, fill=(1, 1, 0.3))
    desk.page.insert_text((desk.left, desk.y + 11), " ".join(_words_of(desk, 190, 10)), fontsize=10, fontname=desk.font)
    desk.y += 24


def _tabs(desk: _Desk) -> None:
    """Light letters on short dark bars: headings of sections."""
    for text in desk.chance.sample(("SECTION 4", "Part B: views of the child", "HEALTH", "Summary"), 2):
        desk.page.draw_rect(pymupdf.Rect(desk.left, desk.y, desk.left + 190, desk.y + 17), color=None, fill=_BLACK)
        desk.page.insert_text((desk.left + 5, desk.y + 12.5), text, fontsize=11, fontname="hebo", color=_WHITE)
        desk.y += 24


DECOYS: Sequence[Callable[[_Desk], None]] = (_photo, _code, _barcode, _chart, _rules, _shaded, _tabs)


def _take_out(desk: _Desk, kind: str) -> None:
    """Spans of the prose, in the way of `kind`."""
    lines = [line for line in desk.prose if len(line) > 4]
    if kind == "none" or not lines:
        return
    if kind == "block":
        _block(desk)
        return
    for line in desk.chance.sample(lines, min(len(lines), desk.chance.randrange(2, 6))):
        first = desk.chance.randrange(1, len(line) - 2)
        last = min(len(line) - 2, first + desk.chance.choice((0, 1, 1, 2, 3, 5)))
        x0, y0, x1, y1 = line[first][0], line[first][1], line[last][2], line[last][3]
        if x1 - x0 < 18:
            continue
        grow = desk.chance.uniform(0, 1.6)
        _cover(desk, (x0 - grow, y0 - grow, x1 + grow, y1 + grow), kind)


def _cover(desk: _Desk, box: Box, kind: str) -> None:
    """Take the words in a box out for good, then cover their place."""
    tone = desk.chance.uniform(0.45, 0.75)
    fill: Any = {
        "white": _WHITE, "fluid": _WHITE, "pen": None, "grey": (tone,) * 3,
        "coloured": desk.chance.choice(((0.1, 0.2, 0.6), (0.6, 0.05, 0.05), (0.05, 0.35, 0.15))),
    }.get(kind, _BLACK)  # fmt: skip
    rect = pymupdf.Rect(box)
    _erase(desk.page, rect)
    if fill is not None:
        desk.page.draw_rect(rect, color=None, fill=fill)
    if kind == "labelled" and rect.width > 50:
        text = desk.chance.choice(_RULES)
        size = min(0.68 * rect.height, 8.0 * (rect.width - 4) / pymupdf.get_text_length(text, "helv", 8))
        desk.page.insert_text((rect.x0 + 2, rect.y1 - 0.3 * rect.height), text, fontsize=size, color=_WHITE)
    if kind in ("white", "fluid"):
        desk.paper.whites.append(box)
    elif kind == "pen":
        desk.paper.pens.append(box)
    else:
        desk.paper.boxes.append(box)


def _erase(page: Any, rect: Any) -> None:
    """Remove the words of a box without a trace; a narrow strip spares the lines above and below."""
    middle = (rect.y0 + rect.y1) / 2
    page.add_redact_annot(pymupdf.Rect(rect.x0 + 1, middle - 1, rect.x1 - 1, middle + 1), fill=False)
    page.apply_redactions(graphics=0)


def _block(desk: _Desk) -> None:
    """Whole lines below each other under one box."""
    lines = [line for line in desk.prose if len(line) > 4]
    start = desk.chance.randrange(max(1, len(lines) - 4))
    chosen = lines[start : start + desk.chance.randrange(2, 5)]
    box = (
        min(line[0][0] for line in chosen) - 1, chosen[0][0][1] - 1,
        max(line[-1][2] for line in chosen) + 1, chosen[-1][0][3] + 1,
    )  # fmt: skip
    if box[3] - box[1] > 150:
        return
    for line in chosen:
        _erase(desk.page, pymupdf.Rect(line[0][0], line[0][1], line[-1][2], line[0][3]))
    desk.page.draw_rect(pymupdf.Rect(box), color=None, fill=_BLACK)
    desk.paper.boxes.append(box)
