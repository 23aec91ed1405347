"""A sheet of paper whose words can be changed: each block of a letter is a field that looks like print.

Paper is light in every theme, so this is the one place outside the theme that dresses widgets itself, with its colours.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.domain.letters import Block, Heading, Numbered, PageBreak, Paragraph, Quote, Table
from app.ui.palette import LIGHT
from app.ui.theme import theme
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import clear, column
from app.ui.widgets.paper_table import PaperTable
from app.ui.widgets.tick_box import GrowingText

_RIGHT = frozenset({"sender", "date"})
_BOLD = frozenset({"subject"})
_NAMES = {"sender": "Your address", "addressee": "Their address", "date": "Date", "subject": "Subject"}
WIDTH = 700


def _dress(widget: QWidget, extra: str = "") -> None:
    widget.setStyleSheet(
        f"QPlainTextEdit {{ background: transparent; color: {LIGHT.ink}; border: 1px solid transparent; border-radius: 3px;"
        f" padding: 0; selection-background-color: {LIGHT.primary}; selection-color: {LIGHT.on_primary}; }}"
        f" QPlainTextEdit:focus {{ border: 1px solid {LIGHT.focus}; padding: 0; }}"
        f" QLabel {{ color: {LIGHT.muted}; }} {extra}"
    )


class Print(GrowingText):
    """Words on paper."""

    def __init__(self, name: str, text: str, *, bold: bool = False, role: str = "body", right: bool = False) -> None:
        super().__init__(name)
        self.setFont(theme().font(role, bold=bold))
        if right:
            self.document().setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignRight))
        self.setPlainText(text)


Field = Print | PaperTable


class _Piece:
    """A block with the fields that hold its words; `read` makes the block again from them."""

    def __init__(self, widget: QWidget, fields: Sequence[Field], read: Callable[[], Block]) -> None:
        self.widget, self.fields, self.read = widget, tuple(fields), read


class Paper(QFrame):
    """`edited` tells that a person changed some words; `blocks` reads them."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAccessibleName("The letter")
        self.setMaximumWidth(theme().px(WIDTH) if not theme().large else 16_777_215)
        self._pieces: list[_Piece] = []
        self._filling = False
        self._body: QVBoxLayout = column(within=self, gap=6, margins=(48, 40, 48, 48))
        _dress(self, f"QFrame#paper {{ background: {LIGHT.sheet}; border: 1px solid {LIGHT.line}; }}")

    def show_blocks(self, blocks: Sequence[Block], locked: bool = False) -> None:
        """Print another letter. `locked`: it was sent and is only looked at."""
        self._filling = True
        clear(self._body)
        self._pieces = [_piece(block) for block in blocks]
        for piece in self._pieces:
            self._body.addWidget(piece.widget)
            for field in piece.fields:
                field.setReadOnly(locked)
                changed = field.edited if isinstance(field, PaperTable) else field.textChanged
                changed.connect(self._touched)
        self._body.addStretch(1)
        self._filling = False

    def blocks(self) -> tuple[Block, ...]:
        """The letter as it stands on the paper."""
        return tuple(piece.read() for piece in self._pieces)

    def words(self) -> int:
        """How many words stand on it."""
        return sum(len(field.toPlainText().split()) for piece in self._pieces for field in piece.fields)

    def holds_focus(self) -> bool:
        """True while somebody is writing on it."""
        return any(field.hasFocus() for piece in self._pieces for field in piece.fields)

    def _touched(self) -> None:
        if not self._filling:
            self.edited.emit()


def _piece(block: Block) -> _Piece:
    if isinstance(block, Paragraph):
        return _paragraph(block)
    if isinstance(block, Heading):
        field = Print("Heading", block.text, bold=True, role="h2" if block.level == 1 else "body")
        return _Piece(field, [field], lambda: Heading(field.toPlainText(), block.level))
    if isinstance(block, Numbered):
        return _list(block)
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Quote):
        return _quote(block)
    return _break(block)


def _paragraph(block: Paragraph) -> _Piece:
    role = "caption" if block.style in ("small", "enclosures") else "body"
    name = _NAMES.get(block.style, "Paragraph")
    field = Print(name, block.text, bold=block.style in _BOLD, role=role, right=block.style in _RIGHT)
    return _Piece(field, [field], lambda: Paragraph(field.toPlainText(), block.style, block.keep))


def _list(block: Numbered) -> _Piece:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(8, 0, 0, 0)
    grid.setSpacing(4)
    grid.setColumnStretch(1, 1)
    fields = []
    for number, item in enumerate(block.items):
        field = Print(f"Point {number + 1}", item)
        grid.addWidget(Label(f"{number + 1}." if block.ordered else "•"), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, number, 1)
        fields.append(field)
    return _Piece(holder, fields, lambda: Numbered(tuple(f.toPlainText() for f in fields), block.ordered))


def _table(block: Table) -> _Piece:
    shares = block.widths or tuple(1 / len(block.header) for _ in block.header)
    table = PaperTable((block.header, *block.rows), shares, _cell, block.caption)

    def read() -> Table:
        rows = [tuple(row) for row in table.rows]
        return Table(rows[0], tuple(rows[1:]), block.widths, block.caption, block.landscape)

    return _Piece(table, [table], read)


def _cell(name: str) -> Print:
    field = Print(name, "", role="caption")
    field.setStyleSheet(
        f"QPlainTextEdit {{ background: {LIGHT.sheet}; color: {LIGHT.ink}; border: 1px solid {LIGHT.focus}; padding: 0 }}"
    )
    return field


def _quote(block: Quote) -> _Piece:
    holder = QWidget()
    words, source = Print("Quoted words", block.text), Print("Where they stand", block.source, role="caption")
    column(words, source, within=holder, gap=0, margins=(24, 0, 24, 0))
    return _Piece(holder, [words, source], lambda: Quote(words.toPlainText(), source.toPlainText()))


def _break(block: PageBreak) -> _Piece:
    return _Piece(Label("— next page —", "caption", muted=True), [], lambda: block)
