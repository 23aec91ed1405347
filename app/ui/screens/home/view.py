"""Home: what to do next, in one column."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.system import clock
from app.ui.screen import Screen
from app.ui.screens.home.presenter import HomeCard, HomeFacts, about_case, cards, greeting, subtitle
from app.ui.shell import Shell
from app.ui.theme import theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import ActionCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import boxed, clear, column, row, scrolling
from app.ui.widgets.progress import Bar


class HomeScreen(Screen):
    """Cards by group; the answers of several services are gathered on one thread and shown at once."""

    title = "Home"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._hello = Label("", "display")
        self._sub = Label("", muted=True, wrap=True)
        self._about = Label("", "caption", muted=True)
        self._about.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._cards: QVBoxLayout = column(gap=8)
        self._shown: tuple[HomeCard, ...] | None = None
        self._first: Button | None = None
        self._facts: HomeFacts | None = None
        self._deadlines: tuple[Any, ...] = ()
        self._steps: tuple[Any, ...] = ()
        self._wants_focus = False
        inner = QWidget()
        head = row(column(self._hello, self._sub, gap=0), self._about)
        head.setStretch(0, 1)
        saved = Label(
            "Saved as you go, on this computer only. Ctrl+Shift+H hides everything at once.", "caption", muted=True
        )
        self._saved = row(None, IconView("shield", 18, "muted"), saved, None)
        column(head, 12, self._cards, 8, self._saved, None, within=inner, gap=0, margins=(0, 24, 0, 16))
        outer = boxed(inner, theme().px(760))
        outer.setContentsMargins(24, 0, 24, 0)
        column(scrolling(outer), within=self, gap=0)

    def refresh(self) -> None:
        now = datetime.now()
        self._hello.setText(greeting(now))
        self.shell.calls.call(gather, self.shell.services, self.shell.case, on_ok=self._came, key="home")
        self.shell.ask("tracking", "deadlines", clock.today(), on_ok=self._deadlines_came, key="home.deadlines")
        self.shell.ask("road", "steps", on_ok=self._steps_came, key="home.steps")

    def _deadlines_came(self, deadlines: Any) -> None:
        self._deadlines = tuple(deadlines)
        if self._facts is not None:
            self._came(self._facts)

    def _steps_came(self, steps: Any) -> None:
        self._steps = tuple(steps)
        if self._facts is not None:
            self._came(self._facts)

    def _came(self, facts: HomeFacts) -> None:
        today = clock.today()
        self._facts = facts
        facts = replace(facts, deadlines=self._deadlines, steps=self._steps)
        shown = cards(facts, today)
        first, second = about_case(facts.counts)
        self._about.setText(f"{first}\n{second}" if facts.counts.documents else "")
        self._sub.setText(subtitle(today, len(shown)))
        if shown == self._shown:
            return
        self._shown = shown
        self._build(facts)

    def _build(self, facts: HomeFacts) -> None:
        had_focus = self._first is not None and self._first.hasFocus()
        clear(self._cards)
        self._first = None
        if not facts.counts.documents and not facts.unfinished and not self._shown:
            self._empty()
            return
        group = ""
        for card in self._shown or ():
            if card.group != group:
                group = card.group
                self._cards.addSpacing(4)
                self._cards.addWidget(Label(group, "caption", muted=True, bold=True))
            self._cards.addWidget(self._card(card))
        if had_focus or self._wants_focus:
            QTimer.singleShot(0, self, self.focus_first)

    def _card(self, card: HomeCard) -> ActionCard:
        kind = "primary" if card.primary else "secondary"
        button = Button(card.button, partial(self._go, card), kind=kind)
        button.setAccessibleDescription(f"{card.title}. {card.text}")
        if card.primary:
            self._first = button
        below: QWidget | None = None
        if card.progress is not None:
            done, total, words = card.progress
            below = QWidget()
            row(Bar(done, total), Label(words, "caption"), within=below, gap=12).setStretch(0, 1)
        chip = Chip(card.chip, "warn" if card.tone == "warn" else "neutral") if card.chip else None
        return ActionCard(
            card.icon, card.title, card.text, button, tone=card.tone, chip=chip, below=below, first=card.primary
        )

    def _empty(self) -> None:
        state = EmptyState(
            "bring-in",
            "Bring in the files you were sent.",
            ("Bring in files", self._bring_in),
            hint="A folder, a USB stick, a ZIP or single files. You can also drop them anywhere on this window. "
            "Every file is kept exactly as it came.",
        )
        state.setMinimumHeight(360)
        self._cards.addWidget(state)
        self._first = state.findChild(Button)

    def _go(self, card: HomeCard) -> None:
        self.shell.navigator.go(card.go, **card.params)

    def _bring_in(self) -> None:
        self.shell.navigator.go("importing")

    def focus_first(self) -> None:
        """The next step."""
        self._wants_focus = self._first is None
        if self._first is not None:
            self._first.setFocus()


def gather(services: Any, case: Any) -> HomeFacts:
    """Ask every service that Home needs at once (on a worker thread); deadlines come by themselves."""
    counts = services.case.counts(case)
    place = services.browsing.last_place(case) if counts.documents else None
    last_backup = getattr(services.case, "last_backup", None)
    return HomeFacts(
        counts=counts,
        place=place,
        unfinished=services.importing.unfinished(case),
        backup=last_backup(case) if last_backup is not None else "",
        giants=services.splitting.offers(case),
    )
