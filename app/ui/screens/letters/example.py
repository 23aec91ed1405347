"""The filled example of a letter, with when to use it: looked at before writing one's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from app.domain import dates
from app.domain.letters import LetterDraft, LetterKind
from app.ui.theme import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.layouts import boxed, clear, column, row, scrolling
from app.ui.widgets.paper import WIDTH, Paper


class ExamplePage(QWidget):
    """`write_asked` tells that the person wants to write this letter, `left` that they go back."""

    write_asked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kind = ""
        self._title = ElidedLabel("", bold=True)
        self.back = IconButton("left", "All letters  (Esc)", self.left.emit, colour="ink")
        self.write = Button("Write it", lambda: self.write_asked.emit(self._kind), kind="primary")
        head = QFrame()
        head.setProperty("look", "top")
        line = row(self.back, Label("Example", "h1"), 8, gap=8, margins=(16, 8, 16, 8), within=head)
        line.addWidget(self._title, 1)
        line.addWidget(self.write)
        self._about = column(gap=8)
        self.paper = Paper()
        desk = QWidget()
        desk.setProperty("look", "desk")
        inner = QWidget()
        words = column(within=inner, gap=16)
        words.addLayout(self._about)
        words.addWidget(self.paper)
        column(boxed(inner, theme().px(WIDTH)), None, within=desk, margins=(16, 16, 16, 16))
        column(head, scrolling(desk, "Example of the letter"), within=self, gap=0).setStretch(1, 1)

    def show_example(self, kind: LetterKind, draft: LetterDraft) -> None:
        """Show another one."""
        self._kind = kind.id
        self._title.setText(kind.title)
        clear(self._about)
        checked = f" Checked {dates.show(kind.checked)}." if kind.checked else ""
        self._about.addWidget(Banner("neutral", kind.why, title=f"When to use it: {kind.situation}"))
        self._about.addWidget(Label(f"Goes to: {kind.addressee}.", wrap=True))
        self._about.addWidget(Label(f"{kind.legal_basis}.{checked}", "caption", muted=True, wrap=True))
        self._about.addWidget(Label("The family and the school in this example are invented.", "caption", muted=True))
        self.paper.show_blocks(draft.blocks, locked=True)
