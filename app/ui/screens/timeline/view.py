"""The timeline screen: strip above, then filters, entries and the page."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QWidget

from app.domain.events import EventOrigin, EventStatus, TimelineEntry
from app.system import clock
from app.ui.screen import Screen
from app.ui.screens.timeline.dialogs import EntryDialog
from app.ui.screens.timeline.entry_list import EntryList
from app.ui.screens.timeline.presenter import Loaded, TimelineView, build, counts_line, load, newest_month
from app.ui.screens.timeline.preview import Preview, choices
from app.ui.screens.timeline.saving import SaveButton
from app.ui.screens.timeline.strip import DensityStrip
from app.ui.shell import Shell
from app.ui.widgets.buttons import Button, IconButton, menu
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.facets import Facets
from app.ui.widgets.labels import ElidedLabel, Label, Line
from app.ui.widgets.layouts import column, row
from app.ui.widgets.segmented import Segmented

SCALES = (("childhood", "Childhood"), ("years", "School years"), ("months", "Months"), ("days", "Days"))


class TimelineScreen(Screen):
    """Entries are loaded once and filtered in memory, both on a worker thread."""

    title = "Timeline"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._loaded: Loaded | None = None
        self._view: TimelineView | None = None
        self._wanted: dict[str, Any] = {}
        self._select_next = 0
        self.strip = DensityStrip()
        self.facets = Facets()
        self.list = EntryList()
        self.preview = Preview(shell)
        self._head_bar = self._head()
        self._body = self._splitter()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._body)
        self._nothing = EmptyState(
            "timeline", "Your timeline fills itself from the files you bring in.", ("Bring in files", self._bring_in),
            hint="You can also add what you remember yourself.",
        )  # fmt: skip
        again = ("Clear the ticks", self.facets.clear_all)
        self._none_kept = EmptyState("filter", "No entry has all of these ticks.", again, primary=False)
        self._pages.addWidget(self._nothing)
        holder = QWidget()
        self._strip_line = column(self.strip, within=holder, gap=0, margins=(8, 0, 0, 8))
        self._strip_holder = holder
        column(self._head_bar, holder, Line(), self._pages, within=self, gap=0).setStretch(3, 1)
        self._connect()

    def _head(self) -> QWidget:
        head = QWidget()
        self._title = Label("Timeline", "h1")
        self._counts = ElidedLabel("", muted=True)
        self.scale = Segmented(SCALES, "years", "Show")
        self._filter = Button("Filter", self._toggle_filters, icon="filter", small=True)
        self._filter.hide()
        self._closer = IconButton("plus", "Closer", partial(self.strip.zoom, 0.7))
        self._further = IconButton("minus", "Further away", partial(self.strip.zoom, 1.4))
        self.add = Button("Add what I remember", self.add_own, icon="pen", small=True, tip="Press N")
        self.save = SaveButton(self.shell)
        line = row(within=head, gap=8, margins=(24, 10, 16, 10))
        line.addWidget(self._title)
        line.addSpacing(8)
        line.addWidget(self._counts, 10)
        line.addStretch(1)
        for widget in (self._filter, self.scale, self._further, self._closer, self.save, self.add):
            line.addWidget(widget)
        return head

    def _splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        self._list_pages = QStackedWidget()
        self._list_pages.addWidget(self.list)
        frame = QFrame()
        column(self._list_pages, within=frame, gap=0)
        for widget in (self.facets, frame, self.preview):
            splitter.addWidget(widget)
        self.facets.setMinimumWidth(168)
        frame.setMinimumWidth(300)
        self.preview.setMinimumWidth(280)
        splitter.setStretchFactor(1, 3)
        splitter.setStretchFactor(2, 3)
        sizes = self.shell.settings.window.get("timeline", [])
        splitter.setSizes([int(s) for s in sizes] if len(sizes) == 3 else [208, 464, 424])
        return splitter

    def _connect(self) -> None:
        self._list_pages.addWidget(self._none_kept)
        self.facets.changed.connect(self._filtered)
        self.strip.asked.connect(self._go_to_day)
        self.strip.scaled.connect(self.scale.set_value)
        self.scale.chosen.connect(self.strip.set_scale)
        self.list.chosen.connect(self.preview.show_entry)
        self.list.wanted.connect(self.act)
        self.list.looked_at.connect(self._looked_at)
        self.list.cells.pressed.connect(self._pressed)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.preview.wanted.connect(self.act)
        self.preview.more.connect(self._menu_under)
        shortcut = QShortcut(QKeySequence("N"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.add_own)

    # data

    def enter(self, **params: Any) -> None:
        """`only="suggested"` ticks that filter; `entry` selects one; `day` (ISO) goes there."""
        self._wanted = params
        self.refresh()

    def leave(self) -> None:
        self.shell.settings.window["timeline"] = self._body.sizes()

    def refresh(self) -> None:
        self.shell.calls.call(load, self.shell.services, self.shell.case, on_ok=self._came, key="timeline.load")

    def _came(self, loaded: Loaded) -> None:
        self._loaded = loaded
        on = self.facets.chosen
        if "only" in self._wanted:
            on = {"status": {str(self._wanted.pop("only"))}}
        self._build(on)

    def _filtered(self, on: dict[str, set[str]]) -> None:
        self._build(on)

    def _build(self, on: dict[str, set[str]]) -> None:
        if self._loaded is not None:
            self._on = on
            self.shell.calls.call(build, self._loaded, on, on_ok=self._show, key="timeline.build")

    def _show(self, view: TimelineView) -> None:
        first_time = self._view is None
        self._view = view
        self._counts.setText(counts_line(view))
        empty = not view.total
        self._pages.setCurrentWidget(self._nothing if empty else self._body)
        self._strip_holder.setVisible(not empty)
        if empty:
            return
        self.facets.show_groups(view.facets, self._on)
        self.strip.show_view(view)
        self._list_pages.setCurrentIndex(0 if view.shown else 1)
        self.list.show_view(view)
        self._after_show(first_time)

    def _after_show(self, first_time: bool) -> None:
        if self._select_next and self.list.choose_entry(self._select_next):
            self._select_next = 0
        elif "entry" in self._wanted:
            self.list.choose_entry(int(self._wanted.pop("entry")))
        elif "day" in self._wanted:
            self._go_to_day(date.fromisoformat(str(self._wanted.pop("day"))).toordinal())
        elif first_time and self._view is not None and self._view.months:
            self.list.go_to_month(newest_month(self._view, clock.today()))

    # moving

    def _go_to_day(self, day: int) -> None:
        self.list.go_to_month(date.fromordinal(max(1, day)).isoformat()[:7])

    def _looked_at(self, first: str, last: str) -> None:
        start = date.fromisoformat(f"{first}-01")
        end = date.fromisoformat(f"{last}-28")
        self.strip.set_brush(start.toordinal(), end.toordinal() + 3)

    # decisions

    def act(self, action: str, entries: tuple[TimelineEntry, ...]) -> None:
        """confirm, change, dismiss or open."""
        if not entries:
            return
        if action == "open":
            self._open(entries[0])
        elif action == "change":
            self._change(entries[0])
        elif action == "confirm":
            ids = [e.id for e in entries if e.status is EventStatus.SUGGESTED]
            if ids:
                self.shell.do("timing", "confirm", ids)
        else:
            self._dismiss(entries)

    def _open(self, entry: TimelineEntry) -> None:
        if entry.document is None:
            self._change(entry)
            return
        place: dict[str, Any] = {"document": entry.document, "page": entry.page or 1}
        if entry.start >= 0:
            place |= {"start": entry.start, "end": entry.end}
        self.shell.navigator.go("reader", **place)

    def _dismiss(self, entries: tuple[TimelineEntry, ...]) -> None:
        mine = [e for e in entries if e.origin is EventOrigin.PARENT]
        others = [e.id for e in entries if e.origin is not EventOrigin.PARENT]
        if others:
            self.shell.do("timing", "dismiss", others)
        for entry in mine:
            self.shell.do("timing", "remove_own", entry.id)

    def _change(self, entry: TimelineEntry) -> None:
        dialog = EntryDialog(self.window(), self._organisations(), entry)
        if self.shell.dialogs.run(dialog):
            made = dialog.own_entry()
            self._select_next = int(entry.id)
            self.shell.do("timing", "change_date", entry.id, made.date, title=made.title, note=made.note)

    def add_own(self) -> None:
        """Ask for an entry of the family's own."""
        dialog = EntryDialog(self.window(), self._organisations())
        if self.shell.dialogs.run(dialog):
            self.shell.do("timing", "add_own", dialog.own_entry(), then=self._added)

    def _added(self, answer: Any) -> None:
        self._select_next = int(answer[0].id)

    def _organisations(self) -> Any:
        return self._loaded.organisations if self._loaded is not None else ()

    def _pressed(self, entry: TimelineEntry, what: str) -> None:
        if what == "confirm":
            self.act("confirm", (entry,))
        else:
            self._menu_under(self.list)

    def _menu(self, _at: object) -> None:
        self._menu_under(self.list)

    def _menu_under(self, widget: QWidget) -> None:
        entry = self.list.current()
        if entry is not None:
            entries = [(words, partial(self.act, action, (entry,))) for words, action in choices(entry)]
            menu(widget, entries, at_cursor=widget is self.list)

    # room

    def set_large(self, large: bool) -> None:
        """One pane: filters behind a button, the page opens with Enter."""
        self.strip.set_single(large)
        self.facets.setVisible(not large)
        self.preview.setVisible(not large)
        self._filter.setVisible(large)
        self.scale.setVisible(not large)
        self._closer.setVisible(True)
        self._counts.setVisible(not large)
        self.add.setText("Add" if large else "Add what I remember")

    def _toggle_filters(self) -> None:
        shown = not self.facets.isVisible()
        self.facets.setVisible(shown)
        self._list_pages.setVisible(not shown)
        self._filter.setText("Done" if shown else "Filter")

    def _bring_in(self) -> None:
        self.shell.navigator.go("importing")

    def focus_first(self) -> None:
        """The list."""
        self.list.setFocus()
