"""Beside the list: the page with the words marked, or the family's own entry."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from app.domain import dates
from app.domain.documents import PageImage
from app.domain.events import EventOrigin, EventStatus, TimelineEntry
from app.domain.parts import cited
from app.domain.words import rects_for_span
from app.ui.shell import Shell
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.layouts import clear, column, row
from app.ui.widgets.page_view import Highlight, PageView

PAUSE_MS = 90


@dataclass(frozen=True)
class PagePicture:
    """A page for one entry."""

    entry: int
    image: PageImage
    points: tuple[float, float]
    highlights: tuple[Highlight, ...]
    pages: int


def fetch(services: Any, case: Any, entry: TimelineEntry, scale: float) -> PagePicture:
    """Ask the services for the page of an entry, with its marks and the words of its date (worker thread)."""
    assert entry.document is not None
    browsing = services.browsing
    infos = browsing.pages(case, entry.document)
    info = next((i for i in infos if i.number == entry.page), None)
    points = (info.width, info.height) if info is not None else (595.0, 842.0)
    image = browsing.page_image(case, entry.document, entry.page, scale)
    words = browsing.words(case, entry.document, entry.page)
    found = [Highlight(rect, "found") for rect in _date_rects(entry, words)]
    marks = services.annotating.marks(case, entry.document)
    found += [Highlight(rect, str(m.kind)) for m in marks if m.anchor.page == entry.page for rect in m.anchor.rects]
    return PagePicture(int(entry.id), image, points, tuple(found), len(infos))


def _date_rects(entry: TimelineEntry, words: Any) -> tuple[Any, ...]:
    return rects_for_span(words, entry.start, entry.end) if entry.start >= 0 else ()


class Preview(QWidget):
    """`wanted` carries (action, entries) as `EntryList.wanted` does; `more` the button that a menu belongs to."""

    wanted = Signal(str, object)
    more = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._entry: TimelineEntry | None = None
        self.setProperty("look", "desk")
        self._title = ElidedLabel("", bold=True)
        self._line = ElidedLabel("", "caption", muted=True)
        self._open = Button("Open page", self._opened, icon="book", small=True)
        self._more = IconButton("dots", "More", self._asked_more)
        head = QFrame()
        head.setProperty("look", "top")
        words = column(self._title, self._line, gap=0)
        line = row(within=head, gap=8, margins=(16, 8, 8, 8))
        line.addLayout(words, 1)
        line.addWidget(self._open)
        line.addWidget(self._more)
        self._head = head
        self.page = PageView()
        self.page.wanted.connect(self._sharper)
        self._own = QWidget()
        self._own.setProperty("look", "paper")
        self._own_body = column(within=self._own, gap=8, margins=(24, 24, 24, 24))
        self._empty = EmptyState("book", "Choose an entry to see its page here.")
        self._stack = QStackedWidget()
        for widget in (self._empty, self.page, self._own):
            self._stack.addWidget(widget)
        column(head, self._stack, within=self, gap=0).setStretch(1, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._fetch)
        self.show_entry(None)

    def show_entry(self, entry: TimelineEntry | None) -> None:
        """Show an entry; its page comes a moment later."""
        self._entry = entry
        self._head.setVisible(entry is not None)
        if entry is None:
            self._shell.calls.drop("timeline.page")
            self._stack.setCurrentWidget(self._empty)
            return
        self._title.setText(entry.title if entry.document is None else entry.document_title or entry.title)
        self._line.setText(self._about(entry))
        self._open.setVisible(entry.document is not None)
        if entry.document is None:
            self._show_own(entry)
        else:
            if self._stack.currentWidget() is not self.page:
                self.page.show_words("Opening the page …")
                self._stack.setCurrentWidget(self.page)
            self._pause.start()

    def _about(self, entry: TimelineEntry) -> str:
        who = "My own entry" if entry.origin is EventOrigin.PARENT else entry.organisation_name
        page = cited(entry.page, entry.file_page) if entry.document is not None and entry.page else ""
        return " · ".join(part for part in (who, page, dates.show(entry.date)) if part)

    def _show_own(self, entry: TimelineEntry) -> None:
        clear(self._own_body)
        self._own_body.addWidget(Label(entry.title, "h2", wrap=True))
        self._own_body.addWidget(Label(dates.show(entry.date), muted=True))
        if entry.note:
            self._own_body.addWidget(Label(entry.note, wrap=True))
        change = Button("Change", self._change, icon="pen", small=True)
        self._own_body.addLayout(row(change, None))
        self._own_body.addStretch(1)
        self._own_body.addWidget(
            Banner("info", "This is what you remember. It never looks like a record, here or in print.")
        )
        self._stack.setCurrentWidget(self._own)

    def _fetch(self) -> None:
        if self._entry is not None and self._entry.document is not None and self.isVisible():
            shell = self._shell
            shell.calls.call(
                fetch, shell.services, shell.case, self._entry, self.page.scale(),
                on_ok=self._came, on_error=self._failed, key="timeline.page",
            )  # fmt: skip

    def _came(self, picture: PagePicture) -> None:
        if self._entry is None or self._entry.id != picture.entry:
            return
        self._stack.setCurrentWidget(self.page)
        self.page.show_image(picture.image, picture.points, picture.highlights)
        if picture.pages > 1:
            self._line.setText(
                self._about(self._entry).replace(
                    f"page {self._entry.page}", f"page {self._entry.page} of {picture.pages}"
                )
            )
        self.page.setAccessibleName(f"Page {self._entry.page} of {self._title.text()}")

    def _failed(self, error: BaseException) -> None:
        self._stack.setCurrentWidget(self.page)
        self.page.show_words(getattr(error, "happened", "") or "This page cannot be shown just now.")

    def _sharper(self, _scale: float) -> None:
        self._fetch()

    def _opened(self) -> None:
        if self._entry is not None:
            self.wanted.emit("open", (self._entry,))

    def _change(self) -> None:
        if self._entry is not None:
            self.wanted.emit("change", (self._entry,))

    def _asked_more(self) -> None:
        self.more.emit(self._more)


def choices(entry: TimelineEntry) -> tuple[tuple[str, str], ...]:
    """What can be done with an entry: (words, action)."""
    found = [("Open page", "open")] if entry.document is not None else []
    if entry.status is EventStatus.SUGGESTED:
        found.append(("Confirm this date   C", "confirm"))
    found.append(("Change the date or words   D", "change"))
    if entry.origin is EventOrigin.PARENT:
        found.append(("Remove my entry   X", "dismiss"))
    else:
        found.append(("Leave it out of the timeline   X", "dismiss"))
    return tuple(found)
