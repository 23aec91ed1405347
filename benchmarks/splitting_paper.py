"""Lays invented documents out on pages of a PDF: enough of a word processor for the labelled set of `splitting`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pymupdf

A4 = (595.0, 842.0)
Edge = Callable[[int, int], str]
"""What stands at the head or foot of page i of n; two spaces part left from right."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a document looks. `head` and `foot` print on every page unless `first_plain`, `letterhead` on the first only
    (or, with `repeat`, on all)."""

    font: str = "helv"
    size: float = 10.5
    margin: float = 64.0
    wide: bool = False
    head: Edge | None = None
    foot: Edge | None = None
    letterhead: tuple[str, ...] = ()
    centred: bool = False
    repeat: bool = False
    first_plain: bool = False
    foot_first: bool = False
    """The foot is written into the page before its text, as some programs do."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`kind`: p, h, big, right, kv, row, head-row, gap, break, list."""

    kind: str
    text: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to be laid out. `parts`: page numbers that begin documents inside it, when it is a file of several."""

    kind: str
    style: Style
    pieces: tuple[Piece, ...]
    title: str = ""


@dataclass
class _Page:
    lines: list[tuple[float, float, str, float, bool]] = field(default_factory=list)


@cache
def _font(name: str) -> Any:
    return pymupdf.Font(name)


@cache
def _length(font: str, size: float, word: str) -> float:
    return float(_font(font).text_length(word, size))


def _bold(font: str) -> str:
    return {"helv": "hebo", "tiro": "tibo", "cour": "cobo"}[font]


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """Lines that are no longer than `width` points."""
    lines, line, used = [], "", 0.0
    space = _length(font, size, " ")
    for word in text.split():
        here = _length(font, size, word)
        if line and used + space + here > width:
            lines.append(line)
            line, used = word, here
        else:
            line, used = f"{line} {word}".strip(), used + (space if line else 0.0) + here
    return [*lines, line]


class _Layout:
    """Fills pages from the top."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.width, self.height = (A4[1], A4[0]) if style.wide else A4
        self.pages: list[_Page] = []
        self.table_head: tuple[str, ...] = ()
        self.turn()

    def turn(self) -> None:
        """A new page, with its letterhead."""
        self.pages.append(_Page())
        self.y = 70.0 if self.style.head else 58.0
        if self.style.letterhead and (len(self.pages) == 1 or self.style.repeat):
            for number, line in enumerate(self.style.letterhead):
                big = number == 0
                size = self.style.size * (1.6 if big else 0.9)
                font = _bold(self.style.font) if big else self.style.font
                x = self.style.margin
                if self.style.centred:
                    x = (self.width - _length(font, size, line)) / 2
                self._put(x, line, size, big)
                self.y += size * 1.3
            self.y += 14

    def _put(self, x: float, text: str, size: float, bold: bool) -> None:
        self.pages[-1].lines.append((x, self.y, text, size, bold))

    def room(self, height: float) -> None:
        """Turn the page when less than `height` is left."""
        if self.y + height > self.height - 62:
            self.turn()
            if self.table_head:
                self.row(self.table_head, True)

    def line(self, text: str, size: float = 0.0, bold: bool = False, indent: float = 0.0) -> None:
        """Wrapped lines."""
        size = size or self.style.size
        font = _bold(self.style.font) if bold else self.style.font
        for part in wrap(text, font, size, self.width - 2 * self.style.margin - indent):
            self.room(size * 1.35)
            self._put(self.style.margin + indent, part, size, bold)
            self.y += size * 1.35

    def row(self, cells: Sequence[str], bold: bool = False) -> None:
        """Cells beside each other, each wrapped."""
        size = self.style.size * 0.88
        font = _bold(self.style.font) if bold else self.style.font
        share = (self.width - 2 * self.style.margin) / len(cells)
        columns = [wrap(cell, font, size, share - 12) for cell in cells]
        tall = max(map(len, columns))
        if not bold:
            self.room(tall * size * 1.3)
        top = self.y
        for number, column in enumerate(columns):
            for depth, part in enumerate(column):
                self.y = top + depth * size * 1.3
                self._put(self.style.margin + number * share, part, size, bold)
        self.y = top + tall * size * 1.3 + 5


def _lay(layout: _Layout, piece: Piece) -> None:
    size = layout.style.size
    if piece.kind != "row":
        layout.table_head = ()
    match piece.kind:
        case "p":
            layout.line(piece.text)
            layout.y += size * 0.7
        case "list":
            layout.line(piece.text, indent=16)
            layout.y += size * 0.3
        case "h":
            layout.room(size * 4)
            layout.line(piece.text, size * 1.15, True)
            layout.y += size * 0.4
        case "big":
            layout.line(piece.text, size * 1.7, True)
            layout.y += size * 0.8
        case "right":
            layout._put(layout.width - layout.style.margin - 150, piece.text, size, False)
            layout.y += size * 1.35
        case "kv" | "row":
            layout.row(piece.cells)
        case "head-row":
            layout.row(piece.cells, True)
            layout.table_head = piece.cells
        case "gap":
            layout.y += size * 1.6
        case "break":
            layout.turn()


def lay_out(paper: Paper, into: Any) -> int:
    """Append the pages of a document to an open PDF; how many they are."""
    layout = _Layout(paper.style)
    for piece in paper.pieces:
        _lay(layout, piece)
    total = len(layout.pages)
    for number, made in enumerate(layout.pages, 1):
        page = into.new_page(width=layout.width, height=layout.height)
        edges = [] if number == 1 and paper.style.first_plain else _edges(paper.style, layout, number, total)
        lines = [*edges, *made.lines] if paper.style.foot_first else [*made.lines, *edges]
        for x, y, text, size, bold in lines:
            page.insert_text(
                (x, y), text, fontsize=size, fontname=_bold(paper.style.font) if bold else paper.style.font
            )
    return total


def _edges(style: Style, layout: _Layout, number: int, total: int) -> list[tuple[float, float, str, float, bool]]:
    found = []
    for edge, y in ((style.head, 40.0), (style.foot, layout.height - 34)):
        if edge is None:
            continue
        left, _, right = edge(number, total).partition("  ")
        found.append((style.margin, y, left.strip(), 8.5, False))
        if right.strip():
            x = layout.width - style.margin - _length(style.font, 8.5, right.strip())
            found.append((x, y, right.strip(), 8.5, False))
    return [line for line in found if line[2]]
