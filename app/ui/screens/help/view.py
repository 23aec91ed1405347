"""The help screen: keys, words explained, safety and how to check that Fairfile is offline."""

from typing import Any

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QTabBar, QWidget

from app.ui.actions import KEYS
from app.ui.screen import Screen
from app.ui.screens.help.presenter import NOT_ADVICE, OFFLINE, SAFE, Term, glossary, matching
from app.ui.shell import Shell
from app.ui.theme import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Key, Label, Line
from app.ui.widgets.layouts import boxed, clear, column, row, scrolling
from app.ui.widgets.search_field import SearchField

PARTS = (("keys", "Keys"), ("words", "Words explained"), ("offline", "Nothing goes online"), ("safe", "What is safe"))


class HelpScreen(Screen):
    """`enter(part=...)` with a name from `PARTS`."""

    title = "Help"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._terms: tuple[Term, ...] = ()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Parts of the help")
        for _, words in PARTS:
            self.tabs.addTab(words)
        self._pages = QStackedWidget()
        for page in (self._keys(), self._words(), self._told(OFFLINE), self._told(SAFE, NOT_ADVICE)):
            self._pages.addWidget(page)
        back = IconButton("left", "Back", self._back)
        head = row(back, Label("Help", "h1"), None, gap=8, margins=(16, 12, 16, 4))
        tabs = row(self.tabs, None, margins=(24, 0, 24, 0))
        body = column(within=self, gap=0)
        body.addLayout(head)
        body.addLayout(tabs)
        body.addWidget(Line())
        body.addWidget(self._pages, 1)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)

    def enter(self, **params: Any) -> None:
        names = [name for name, _ in PARTS]
        part = str(params.get("part", ""))
        if part in names:
            self.tabs.setCurrentIndex(names.index(part))

    def refresh(self) -> None:
        """Help does not change with the case."""

    def _back(self) -> None:
        if self.shell.case is None:
            self.shell.navigator.go("start")
        else:
            self.shell.navigator.back()

    def _keys(self) -> QWidget:
        inner = QWidget()
        body = column(within=inner, gap=8, margins=(0, 12, 0, 24))
        for group in dict.fromkeys(key.group for key in KEYS):
            body.addWidget(Label(group, "h2"))
            card = Card(gap=0)
            grid = QGridLayout()
            grid.setVerticalSpacing(8)
            grid.setHorizontalSpacing(24)
            grid.setColumnStretch(1, 1)
            for number, info in enumerate(key for key in KEYS if key.group == group):
                keys = row(gap=4)
                for place, name in enumerate(info.keys[:2]):
                    if place:
                        keys.addWidget(
                            Label("to" if not info.id and name[-1:].isdigit() else "or", "caption", muted=True)
                        )
                    keys.addWidget(Key(key_words(name)))
                keys.addStretch(1)
                grid.addLayout(keys, number, 0)
                grid.addWidget(Label(info.words, wrap=True), number, 1)
            card.body.addLayout(grid)
            body.addWidget(card)
        body.addStretch(1)
        return _boxed(inner)

    def _words(self) -> QWidget:
        holder = QWidget()
        self.find_field = SearchField("Find an abbreviation or a word")
        self.find_field.setMaximumWidth(theme().px(420))
        self.find_field.textChanged.connect(self._show_terms)
        inner = QWidget()
        self._rows = column(within=inner, gap=0, margins=(0, 0, 0, 24))
        note = Banner(
            "info", "Some short forms mean different things in different places. Ask whoever wrote it when it matters."
        )
        page = QWidget()
        column(row(self.find_field, None), note, inner, None, within=page, gap=12, margins=(0, 12, 0, 0))
        column(_boxed(page), within=holder, gap=0)
        return holder

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if not self._terms:
            self._terms = glossary()
            self._show_terms("")

    def _show_terms(self, typed: str) -> None:
        clear(self._rows)
        found = matching(self._terms, typed)
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        for number, term in enumerate(found):
            grid.addWidget(Label(term.short, bold=True), number, 0)
            words = f"{term.long}. {term.note}" if term.note else term.long
            grid.addWidget(Label(words, wrap=True), number, 1)
        self._rows.addLayout(grid)
        if not found:
            self._rows.addWidget(
                Label("It is not in our list. Ask whoever wrote it what it means.", muted=True, wrap=True)
            )

    def _told(self, parts: tuple[tuple[str, str], ...], below: str = "") -> QWidget:
        inner = QWidget()
        body = column(within=inner, gap=12, margins=(0, 16, 0, 24))
        for title, words in parts:
            card = Card(gap=4)
            card.body.addWidget(Label(title, bold=True, wrap=True))
            card.body.addWidget(Label(words, wrap=True))
            body.addWidget(card)
        if below:
            body.addWidget(Banner("info", below))
        body.addStretch(1)
        return _boxed(inner)

    def focus_first(self) -> None:
        self.tabs.setFocus()


def key_words(name: str) -> str:
    """A key as it is printed on the keyboard."""
    if name in ("Left", "Right", "Enter", "Esc", "Space", "Home", "End"):
        return {"Left": "←", "Right": "→"}.get(name, name)
    return QKeySequence(name).toString(QKeySequence.SequenceFormat.NativeText)


def _boxed(inner: QWidget) -> QWidget:
    outer = boxed(inner, theme().px(720))
    outer.setContentsMargins(24, 0, 24, 0)
    return scrolling(outer)
