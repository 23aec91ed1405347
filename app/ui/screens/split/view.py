"""Split a giant file: its pages in rows, where documents begin, and what can be done about it."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QFrame, QWidget

from app.domain.parts import SplitView
from app.ui.screen import Screen
from app.ui.screens.split import presenter
from app.ui.screens.split.grid import PageGrid
from app.ui.screens.split.presenter import Strip
from app.ui.shell import Shell
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.layouts import column, row
from app.ui.widgets.pages.images import ImageKey

_KEYS = "Arrows: pages · C: cut · J: join · M or Alt with arrows: move · Space: open"


def gather(services: Any, case: Any, document: int) -> tuple[SplitView, dict[str, str]]:
    """The suggestion, looked for if that was not done yet, and the names of kinds."""
    return services.splitting.view(case, document), dict(services.browsing.kinds())


class SplitScreen(Screen):
    """Parameters of `enter`: document (the file, or a part of it), page (of the file)."""

    title: ClassVar[str] = "Split a file"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.document = 0
        self.strip: Strip | None = None
        self._page = 1
        self.name = ElidedLabel("", "h1")
        self.summary = Label("", muted=True, wrap=True)
        self.accept_all = Button("Accept all", self._accept_all, kind="primary", small=True)
        self.accept_here = Button("Accept up to here", self._accept_here, small=True)
        self.whole = Button("Keep as one document", self._keep_whole, kind="quiet", small=True)
        back = IconButton(
            "left", "Back  (Alt+Left outside the pages)", lambda: shell.navigator.back("documents"), colour="ink"
        )
        self.grid = PageGrid(self._fetch)
        self.why = Label("", wrap=True)
        self.cut = Button("Cut here", lambda: self._cut(self.grid.current), small=True, tip="C")
        self.join = Button("Join with the one before", lambda: self._join(self.grid.current), small=True, tip="J")
        self.read = Button("Open", lambda: self._open(self.grid.current), small=True, tip="Space")
        self.keys = Label(_KEYS, "small", muted=True)
        self._build(back)
        self._connect()

    def _build(self, back: IconButton) -> None:
        head = QFrame()
        head.setProperty("look", "top")
        buttons = row(self.accept_here, self.accept_all)
        top = row(back, self.name, buttons)
        column(top, row(32, self.summary), within=head, gap=2, margins=(16, 8, 16, 8))
        foot = QFrame()
        foot.setProperty("look", "top")
        column(
            self.why,
            row(self.cut, self.join, self.read, self.whole, None, self.keys),
            within=foot,
            gap=6,
            margins=(16, 8, 16, 8),
        )
        self.why.setMinimumHeight(self.why.fontMetrics().lineSpacing() * 2)
        column(head, self.grid, foot, within=self, gap=0).setStretch(1, 1)

    def _connect(self) -> None:
        self.grid.current_changed.connect(self._tell)
        self.grid.hovered.connect(self._tell)
        self.grid.cut_asked.connect(self._cut)
        self.grid.join_asked.connect(self._join)
        self.grid.move_asked.connect(self._move)
        self.grid.open_asked.connect(self._open)

    def enter(self, **params: Any) -> None:
        """Show a file."""
        document = int(params.get("document", self.document))
        if document != self.document:
            self.document, self.strip = document, None
            self.grid.images.clear()
            self.grid.current = 1
            self.summary.setText("Looking at the pages…")
            self.name.setText("Split a file")
        self._page = int(params.get("page", 0))
        self._enable()
        self.refresh()

    def refresh(self) -> None:
        if self.document:
            self.shell.calls.call(
                gather, self.shell.services, self.shell.case, self.document, on_ok=self._came, key="split"
            )

    def _came(self, answer: tuple[SplitView, dict[str, str]]) -> None:
        view, kinds = answer
        self.document = view.document
        self.strip = Strip(view)
        self.name.setText(view.path.rsplit("/", 1)[-1])
        self.summary.setText(presenter.summary(view))
        self.grid.show_strip(self.strip, kinds)
        if self._page:
            self.grid.go_to(self._page)
            self._page = 0
        self._tell(self.grid.current)
        self._enable()

    def _enable(self) -> None:
        undecided = self.strip.view.undecided if self.strip else 0
        self.accept_all.setEnabled(undecided > 0)
        self.accept_all.setText(f"Accept all {undecided:,}" if undecided > 1 else "Accept all")
        self.accept_here.setEnabled(undecided > 0)
        self.whole.setEnabled(self.strip is not None and len(self.strip.view.parts) > 1)

    def _tell(self, page: int) -> None:
        if self.strip is None:
            return
        self.why.setText(presenter.why(self.strip, page))
        here = self.grid.current
        begins = self.strip.begins(here) and here > 1
        decided = begins and self.strip.part(here).decided
        self.cut.setText("Accept this beginning" if begins and not decided else "Cut here")
        self.cut.setEnabled(here > 1 and not decided)
        self.join.setEnabled(begins)

    # what a person does

    def _cut(self, page: int) -> None:
        if self.strip is not None and page > 1 and not (self.strip.begins(page) and self.strip.part(page).decided):
            self.shell.do("splitting", "cut", self.document, page)

    def _join(self, page: int) -> None:
        if self.strip is not None and page > 1 and self.strip.begins(page):
            self.shell.do("splitting", "join", self.document, page)

    def _move(self, page: int, to: int) -> None:
        self.shell.do("splitting", "move", self.document, page, to)

    def _accept_all(self) -> None:
        self._wait()
        self.shell.do("splitting", "accept", self.document)

    def _accept_here(self) -> None:
        self._wait()
        self.shell.do("splitting", "accept", self.document, self.grid.current)

    def _wait(self) -> None:
        """Large files take some seconds: each document is read by itself."""
        for button in (self.accept_all, self.accept_here, self.whole):
            button.setEnabled(False)
        self.summary.setText("Reading each document by itself…")

    def _keep_whole(self) -> None:
        self._wait()
        self.shell.do("splitting", "keep_whole", self.document)

    def _open(self, page: int) -> None:
        if self.strip is None:
            return
        part = self.strip.part(page)
        if part.document:
            self.shell.navigator.go("reader", document=part.document, page=page - part.first + 1)
        else:
            self.shell.navigator.go("reader", document=self.document, page=page)

    def _fetch(self, key: ImageKey, came: Any, broke: Any) -> None:
        service = self.shell.services.later("browsing", "page_image")
        arguments = (self.shell.case, self.document, key.page, key.scale, key.rotate)
        self.shell.calls.call(service, *arguments, on_ok=came, on_error=broke)

    def set_large(self, large: bool) -> None:
        """With little room the line of keys is left out."""
        self.keys.setVisible(not large)

    def focus_first(self) -> None:
        """The keyboard starts in the pages."""
        self.grid.setFocus()
