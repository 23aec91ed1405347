"""The right side of the reader: marks by page, and suggestions."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.domain.events import TimelineEntry
from app.domain.marks import Mark
from app.ui.screens.reader.cards import DateCard, MarkCard
from app.ui.screens.reader.presenter import by_page
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Key, Label
from app.ui.widgets.layouts import clear, column, row, scrolling


class SidePanel(QWidget):
    """Signals carry the id of the mark or entry; `closed` asks to go back to the pages."""

    mark_opened = Signal(int)
    note_changed = Signal(int, str)
    kind_changed = Signal(int, object)
    mark_deleted = Signal(int)
    issue_asked = Signal(int)
    issue_opened = Signal(int)
    mark_copied = Signal(int)
    date_opened = Signal(int)
    date_confirmed = Signal(int)
    date_dismissed = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "paper")
        self.setAccessibleName("Marks and suggestions")
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName("Marks and suggestions")
        self.tabs.addTab("Marks")
        self.tabs.addTab("Suggestions")
        self._pages = QStackedWidget()
        self._columns: list[QVBoxLayout] = []
        self._areas: list[QScrollArea] = []
        for name in ("Marks", "Suggestions"):
            inner = QWidget()
            self._columns.append(column(within=inner, gap=8, margins=(12, 12, 12, 12)))
            self._areas.append(scrolling(inner, name))
            self._pages.addWidget(self._areas[-1])
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.cards: dict[int, MarkCard] = {}
        self._current: int | None = None
        self._back = IconButton("left", "Back to the pages  (Esc)", self.closed.emit)
        self._back.hide()
        top = QFrame()
        top.setProperty("look", "top")
        row(self._back, self.tabs, None, gap=4, margins=(16, 4, 8, 0), within=top)
        foot = QFrame()
        foot.setProperty("look", "bottom")
        hint = Label("Choose words, then press 1 to 7.", "caption", muted=True, wrap=True)
        line = row(hint, Key("?"), Label("all keys", "caption", muted=True), margins=(16, 8, 16, 8), within=foot)
        line.setStretch(0, 1)
        column(top, self._pages, foot, within=self, gap=0).setStretch(1, 1)
        self.show_marks((), {})
        self.show_dates((), 0)

    def show_marks(self, marks: tuple[Mark, ...], issue_refs: dict[int, str]) -> None:
        """All marks of the document."""
        self.tabs.setTabText(0, f"Marks {len(marks)}" if marks else "Marks")
        body = self._columns[0]
        clear(body)
        self.cards = {}
        if not marks:
            body.addWidget(
                EmptyState(
                    "mark-inaccuracy",
                    "No marks yet.",
                    hint="Choose words on a page. Then say what they are with 1 to 7.",
                ),
                1,
            )
            return
        for page, group in by_page(marks):
            body.addWidget(Label(f"Page {page}", "caption", muted=True, bold=True))
            for mark in group:
                card = MarkCard(mark, issue_refs.get(mark.issue or 0, ""))
                self._connect(card)
                self.cards[mark.id] = card
                body.addWidget(card)
        body.addStretch(1)
        self.set_current(self._current)

    def _connect(self, card: MarkCard) -> None:
        card.opened.connect(self.mark_opened)
        card.note_changed.connect(self.note_changed)
        card.kind_changed.connect(self.kind_changed)
        card.deleted.connect(self.mark_deleted)
        card.issue_asked.connect(self.issue_asked)
        card.issue_opened.connect(self.issue_opened)
        card.copied.connect(self.mark_copied)

    def show_dates(self, entries: tuple[TimelineEntry, ...], page: int) -> None:
        """Dates that wait for a decision: those of this page first."""
        self.tabs.setTabText(1, f"Suggestions {len(entries)}" if entries else "Suggestions")
        body = self._columns[1]
        clear(body)
        if not entries:
            body.addWidget(
                EmptyState("check", "Nothing to decide here.", hint="Dates found on these pages are shown here."), 1
            )
            return
        here = tuple(entry for entry in entries if entry.page == page)
        others = tuple(entry for entry in entries if entry.page != page)
        for heading, group in (("On this page", here), ("On other pages", others)):
            if group:
                body.addWidget(Label(heading, "caption", muted=True, bold=True))
            for entry in group:
                card = DateCard(entry)
                card.opened.connect(self.date_opened)
                card.confirmed.connect(self.date_confirmed)
                card.dismissed.connect(self.date_dismissed)
                body.addWidget(card)
        body.addStretch(1)

    def set_current(self, mark: int | None) -> None:
        """Outline the card of a mark and bring it into view."""
        self._current = mark
        for number, card in self.cards.items():
            card.set_current(number == mark)
        if mark in self.cards:
            self._areas[0].ensureWidgetVisible(self.cards[mark])

    def set_large(self, large: bool) -> None:
        """On its own page it has a way back."""
        self._back.setVisible(large)
