"""The reader: pages in the middle, small pages at the left, marks at the right, facts on top."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from app.domain.documents import DocumentRow, ReadState, Status
from app.domain.ids import DocumentId
from app.domain.marks import Mark, MarkKind
from app.ui.screen import Screen
from app.ui.screens.reader import loading, menus, presenter
from app.ui.screens.reader.conversation import ConversationStrip
from app.ui.screens.reader.files import Files
from app.ui.screens.reader.finding import Finding
from app.ui.screens.reader.header import Header
from app.ui.screens.reader.marking import Marking
from app.ui.screens.reader.panel import SidePanel
from app.ui.screens.reader.rereading import Rereading
from app.ui.screens.reader.thumbs import Thumbs
from app.ui.screens.reader.toolbar import Toolbar, focused_text
from app.ui.screens.reader.trouble import Trouble, nothing_open
from app.ui.shell import Shell
from app.ui.theme import theme
from app.ui.widgets.banner import Banner
from app.ui.widgets.box import Column
from app.ui.widgets.layouts import clear, column
from app.ui.widgets.mark_bar import MarkBar
from app.ui.widgets.pages.hands import ReadingPages
from app.ui.widgets.pages.images import ImageKey
from app.ui.widgets.pages.words import PageWords

POINT_SCALE = 96 / 72


class ReaderScreen(Screen):
    """Parameters of `enter`: document; page; words (highlight them); start and end (a passage); mark; order (documents to go
    through); proof_for (an issue that wants proof)."""

    title: ClassVar[str] = "Reader"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.document: DocumentId | None = None
        self.opened: loading.Opened | None = None
        self._order: tuple[DocumentId, ...] = ()
        self._given_order = False
        self._params: dict[str, Any] = {}
        self._fresh_mark: int | None = None
        self._large = False
        self._build()
        self._marking = Marking(shell, self.pages, lambda: self.row, self)
        self._finding = Finding(self.pages, self)
        self.rereading = Rereading(shell, self.pages, self.toolbar, self.notice, self._marking, self)
        self.files = Files(shell, self.trouble, lambda: self.row, self)
        self._place_timer = _later(self, 800, self._remember)
        self._dates_timer = _later(self, 150, self._show_dates)
        self._noted = loading.Noted((), {}, ())
        self._connect()
        self._shortcuts()
        self._dress()

    # building

    def _build(self) -> None:
        self.header, self.toolbar, self.panel, self.trouble = Header(), Toolbar(), SidePanel(), Trouble()
        self.pages = ReadingPages(self._fetch)
        self.thumbs = Thumbs(self._fetch)
        self.bar = MarkBar(self.pages.viewport())
        self._banner_box, self.notice = Column(gap=0), Column(gap=0)
        middle = QWidget()
        column(self.toolbar, self._banner_box, self.notice, self.pages, within=middle, gap=0).setStretch(3, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for index, widget in enumerate((self.thumbs, middle, self.panel)):
            self.splitter.addWidget(widget)
            self.splitter.setCollapsible(index, False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes(self.shell.settings.window.get("reader", [120, 800, 304]))
        self._middle = middle
        nothing = nothing_open(self.shell)
        self._stack = QStackedWidget()
        for widget in (self.splitter, self.trouble, nothing):
            self._stack.addWidget(widget)
        self._stack.setCurrentIndex(2)
        self.header.hide()
        self.conversation = ConversationStrip(self.shell)
        column(self.header, self.conversation, self._stack, within=self, gap=0).setStretch(2, 1)

    def _connect(self) -> None:
        header, toolbar, pages, panel, marking = self.header, self.toolbar, self.pages, self.panel, self._marking
        header.back.connect(lambda: self.shell.navigator.back("documents"))
        header.title_changed.connect(lambda title: self._change_fact(title=title))
        header.fact_asked.connect(self._edit_fact)
        header.read_asked.connect(self.toggle_read)
        header.later_asked.connect(self.toggle_later)
        header.previous_asked.connect(lambda: self.go_beside(-1))
        header.next_asked.connect(lambda: self.go_beside(1))
        header.menu_asked.connect(self._document_menu)
        toolbar.page_asked.connect(self._go_page)
        toolbar.step_asked.connect(lambda by: self._go_page(self.pages.page + by))
        toolbar.zoom_asked.connect(lambda steps: pages.zoom(steps))
        toolbar.fit_asked.connect(pages.set_fit)
        toolbar.scale_asked.connect(lambda share: pages.set_scale(share * POINT_SCALE))
        toolbar.turn_asked.connect(pages.turn)
        toolbar.find_changed.connect(self._finding.find)
        toolbar.find_step.connect(self._finding.step)
        toolbar.find_left.connect(self._leave_find)
        toolbar.scan_asked.connect(self.rereading.show_menu)
        toolbar.panel_asked.connect(lambda: self._show_panel(True))
        self._finding.told.connect(toolbar.show_found)
        pages.page_changed.connect(self._page_changed)
        pages.zoomed.connect(self._size_changed)
        pages.words_wanted.connect(self._ask_words)
        pages.mark_clicked.connect(self._open_card)
        pages.kind_pressed.connect(lambda number: marking.add(tuple(MarkKind)[number - 1]))
        pages.menu_asked.connect(self._page_menu)
        for signal in (pages.choice_changed, pages.let_go, pages.moved):
            signal.connect(self._place_bar)
        self.bar.chosen.connect(marking.add)
        self.bar.proof_chosen.connect(marking.prove)
        self.bar.closed.connect(self.pages.setFocus)
        marking.made.connect(self._mark_made)
        self.thumbs.chosen.connect(self._go_page)
        panel.mark_opened.connect(self._show_mark)
        panel.note_changed.connect(marking.change_note)
        panel.kind_changed.connect(marking.change_kind)
        panel.mark_deleted.connect(marking.delete)
        panel.issue_asked.connect(marking.make_issue)
        panel.issue_opened.connect(marking.open_issue)
        panel.mark_copied.connect(marking.copy)
        panel.date_opened.connect(self._show_date)
        panel.date_confirmed.connect(lambda number: self.shell.do("timing", "confirm", (number,)))
        panel.date_dismissed.connect(lambda number: self.shell.do("timing", "dismiss", (number,)))
        panel.closed.connect(lambda: self._show_panel(False))

    def _shortcuts(self) -> None:
        everywhere = {
            "Ctrl+F": self._enter_find,
            "F3": lambda: self._finding.step(1),
            "Shift+F3": lambda: self._finding.step(-1),
            "Ctrl+R": self.pages.turn,
            "Ctrl+Shift+R": lambda: self.rereading.read_again(),
            "Ctrl+PgUp": lambda: self.go_beside(-1),
            "Ctrl+PgDown": lambda: self.go_beside(1),
            "F2": lambda: self.header.title.setFocus(),
        }
        on_pages = {
            "Space": self.toggle_read,
            "L": self.toggle_later,
            "P": self._marking.prove,
            "E": self.rereading.correct,
            "U": self.rereading.toggle_unsure,
            "+": lambda: self.pages.zoom(1),
            "=": lambda: self.pages.zoom(1),
            "-": lambda: self.pages.zoom(-1),
            "0": lambda: self.pages.set_fit("width"),
            "Ctrl+C": lambda: self._marking.copy_choice(source=False),
            "Ctrl+Shift+C": lambda: self._marking.copy_choice(source=True),
        }
        for keys, does in everywhere.items():
            QShortcut(QKeySequence(keys), self, does, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for keys, does in on_pages.items():
            QShortcut(QKeySequence(keys), self.pages, does, context=Qt.ShortcutContext.WidgetShortcut)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "pages"):
            self._dress()

    def _dress(self) -> None:
        now = theme()
        self.pages.set_look(now.colour("desk"), now.palette.dark)

    # entering and loading

    @property
    def row(self) -> DocumentRow | None:
        """The document that is open."""
        return self.opened.row if self.opened else None

    def enter(self, **params: Any) -> None:
        """Open a document, or go to another place of the one that is open."""
        self._params = params
        self._marking.issue_in_work = params.get("proof_for", self._marking.issue_in_work)
        self._show_banner()
        if params.get("order"):
            self._order, self._given_order = tuple(params["order"]), True
        document = params.get("document", self.document)
        if document is None:
            self.shell.ask("browsing", "last_place", on_ok=self._last_place, key="reader.last")
            return
        if document != self.document:
            self._remember()
            self.document, self.opened = document, None
            self._noted = loading.Noted((), {}, ())
        elif self.opened is not None and params:
            self._aim()
        self.refresh()

    def _last_place(self, found: tuple[DocumentRow, int] | None) -> None:
        if found is not None:
            self.enter(document=found[0].id, page=found[1])

    def leave(self) -> None:
        """Keep a note in work, remember the place and the sizes."""
        if self.panel.isAncestorOf(self.focusWidget()):
            self.pages.setFocus()
        self._remember()
        self.bar.hide()
        if self.splitter.isVisible() and not self._large:
            self.shell.settings.window["reader"] = self.splitter.sizes()

    def refresh(self) -> None:
        """Ask again for everything that may have changed."""
        if self.document is None:
            return
        call, services, case = self.shell.calls.call, self.shell.services, self.shell.case
        call(loading.opened, services, case, self.document, on_ok=self._came, key="reader.opened")
        call(loading.noted, services, case, self.document, on_ok=self._notes_came, key="reader.noted")
        self.conversation.ask(self.document)
        if not self._given_order:
            call(loading.order, services, case, on_ok=self._order_came, key="reader.order")

    def _came(self, opened: loading.Opened) -> None:
        if opened.row.id != self.document:
            return
        before, self.opened = self.opened, opened
        self.header.show()
        self.header.show_document(
            opened.row, opened.kinds, opened.disclosures, opened.organisations, opened.detail.other_dates
        )
        if opened.row.read is not ReadState.LATER or before is None or before.row.status != opened.row.status:
            self._stack.setCurrentIndex(0 if opened.infos else 1)
        if not opened.infos:
            if before is None or before.row.status != opened.row.status:
                self.trouble.show_document(opened.row)
                self.focus_first()
            return
        if before is None or before.infos != opened.infos:
            self._show_pages(before is None)

    def _show_pages(self, fresh: bool) -> None:
        if self.opened is None:
            return
        infos, page = self.opened.infos, self.pages.page
        self.toolbar.find_field.clear()
        self.pages.set_pages(infos)
        self.thumbs.show_pages(infos)
        self._finding.set_pages(infos)
        self._show_notes()
        self._size_changed()
        if not fresh:
            self._go_page(page)
        elif not self._aim():
            self._go_page(self.opened.row.last_page or 1)
        self._page_changed(max(1, self.pages.page))

    def _aim(self) -> bool:
        """Go where the parameters say; True when they said something."""
        params, page = self._params, int(self._params.get("page") or 0)
        if params.get("start") is not None and params.get("end") is not None and int(params["start"]) >= 0:
            self._finding.show_span(page or 1, int(params["start"]), int(params["end"]))
        elif params.get("words"):
            self._finding.show_words(tuple(params["words"]), page or 1)
        elif params.get("mark"):
            self._fresh_mark = int(params["mark"])
            self._show_notes()
        elif page:
            self._go_page(page)
        else:
            return False
        return True

    def _notes_came(self, noted: loading.Noted) -> None:
        if any(mark.anchor.document != self.document for mark in noted.marks):
            return
        self._noted = noted
        self._show_notes()

    def _show_notes(self) -> None:
        self._marking.marks = self._noted.marks
        self.rereading.corrections = self._noted.corrections
        current = self._fresh_mark or self.pages.current_mark
        self.pages.set_marks(self._noted.marks, current)
        self.thumbs.pages.show_marks(self._noted.marks)
        self.panel.show_marks(self._noted.marks, self._noted.refs)
        self.toolbar.panel.setText(f"Marks {len(self._noted.marks)}")
        self._show_dates()
        if self._fresh_mark is not None and self._marking.by_id(self._fresh_mark):
            self._show_mark(self._fresh_mark)
            self._fresh_mark = None

    def _show_dates(self) -> None:
        self.panel.show_dates(self._noted.dates, self.pages.page)

    def _order_came(self, order: tuple[DocumentId, ...]) -> None:
        self._order = order
        self._show_neighbours()

    def _show_neighbours(self) -> None:
        if self.document is not None:
            before, after = presenter.neighbours(self._order, self.document)
            self.header.show_neighbours(before is not None, after is not None)

    # pictures and words

    def _fetch(self, key: ImageKey, came: Any, broke: Any) -> None:
        service = self.shell.services.later("browsing", "page_image")
        arguments = (self.shell.case, self.document, key.page, key.scale, key.rotate)
        self.shell.calls.call(service, *arguments, on_ok=came, on_error=broke)

    def _ask_words(self, page: int) -> None:
        call, services = self.shell.calls.call, self.shell.services
        call(
            loading.words_of,
            services,
            self.shell.case,
            self.document,
            page,
            on_ok=self._words_came,
        )

    def _words_came(self, answer: tuple[DocumentId, int, Any]) -> None:
        document, page, words = answer
        if document != self.document or self.opened is None:
            return
        text = next((info.text for info in self.opened.infos if info.number == page), "")
        self.pages.set_words(PageWords(page, text, tuple(words)))
        self._finding.words_came(self.pages.words[page])

    # moving about

    def _go_page(self, page: int) -> None:
        self.pages.go_to(max(1, min(page, self.pages.column.count)))

    def _page_changed(self, page: int) -> None:
        self.toolbar.show_page(page, self.pages.column.count)
        self.thumbs.show_page(page)
        self.rereading.show_page()
        self._place_timer.start()
        self._dates_timer.start()

    def _size_changed(self) -> None:
        fits = {"width": "Fit width", "page": "Fit page"}
        share = round(self.pages.column.scale / POINT_SCALE * 100)
        self.toolbar.show_size(fits.get(self.pages.fit, f"{share} %"))

    def _remember(self) -> None:
        if self.document is not None and self.opened is not None and self.pages.page and self.shell.case is not None:
            service = self.shell.services.later("browsing", "remember_place")
            self.shell.calls.call(service, self.shell.case, self.document, self.pages.page)

    def go_beside(self, step: int) -> None:
        """The document before or after this one."""
        if self.document is None:
            return
        there = presenter.neighbours(self._order, self.document)[0 if step < 0 else 1]
        if there is None:
            self.shell.tell("This is the first document." if step < 0 else "This is the last document.")
            return
        self.shell.navigator.go("reader", document=there)

    def _enter_find(self) -> None:
        self.toolbar.find_field.setFocus()
        self.toolbar.find_field.selectAll()
        if quote := self._marking.quote():
            self.toolbar.find_field.setText(quote)

    def _leave_find(self) -> None:
        self.toolbar.find_field.clear()
        self._finding.clear()
        self.pages.setFocus()

    # marks and choices

    def _place_bar(self) -> None:
        box = self.pages.choice_box()
        if box is None or self.pages.dragging or not self.pages.viewport().rect().intersects(box):
            self.bar.hide()
            return
        self.bar.proof_for = self._marking.issue_in_work is not None
        self.bar.show_below(box)

    def _mark_made(self, number: int) -> None:
        self._fresh_mark = number
        self.pages.setFocus()

    def _show_mark(self, number: int) -> None:
        mark = self._marking.by_id(number)
        if mark is None:
            return
        self._show_panel(False)
        self.pages.set_marks(self._noted.marks, number)
        self.panel.set_current(number)
        rects = self.pages.mark_rects(mark)
        self.pages.go_to(mark.anchor.page, rects[0] if rects else None)

    def _open_card(self, number: int) -> None:
        self.panel.tabs.setCurrentIndex(0)
        self._show_mark(number)
        if number in self.panel.cards and self.panel.isVisible():
            self.panel.cards[number].setFocus()

    def _show_date(self, number: int) -> None:
        entry = next((e for e in self._noted.dates if e.id == number), None)
        if entry is not None:
            self._show_panel(False)
            self._finding.show_span(entry.page, max(entry.start, 0), max(entry.end, 0))

    def _page_menu(self, at: QPoint, mark: Mark | None) -> None:
        if mark is not None and self.pages.choice.is_empty:
            self._open_card(mark.id)
        menus.page_menu(self, self._marking, mark).popup(at)

    def _show_banner(self) -> None:
        clear(self._banner_box.body)
        if self._marking.issue_in_work is not None:
            words = "Choose the words that prove your point. Then press P."
            self._banner_box.body.addWidget(
                Banner("info", words, title="Looking for proof", step=("Back to the issue", self._end_proof))
            )

    def _end_proof(self) -> None:
        issue, self._marking.issue_in_work = self._marking.issue_in_work, None
        self._show_banner()
        self.shell.navigator.go("issues", issue=issue)

    # facts and state

    def toggle_read(self) -> None:
        """Read, or not read yet."""
        self._set_read(ReadState.UNREAD if self.row and self.row.read is ReadState.READ else ReadState.READ)

    def toggle_later(self) -> None:
        """Put aside for later, or no longer."""
        self._set_read(ReadState.UNREAD if self.row and self.row.read is ReadState.LATER else ReadState.LATER)

    def _set_read(self, state: ReadState) -> None:
        if self.document is not None and not focused_text(self.focusWidget() if self.hasFocus() else None):
            self.shell.do("browsing", "set_read", (self.document,), state)

    def _change_fact(self, **fact: Any) -> None:
        if self.document is not None:
            self.shell.do("browsing", "set_facts", (self.document,), **fact)

    def _edit_fact(self, what: str, under: QWidget) -> None:
        if self.opened is not None:
            menus.edit_fact(self.opened, what, under, self._change_fact)

    def _document_menu(self, under: QWidget) -> None:
        menus.document_menu(self, under).popup(under.mapToGlobal(under.rect().bottomLeft()))

    # room

    def set_large(self, large: bool) -> None:
        """With little room the marks are a page of their own."""
        self._large = large
        self.header.set_large(large)
        self.toolbar.set_large(large)
        self.panel.set_large(large)
        self.thumbs.setVisible(not large)
        self._show_panel(not large)

    def _show_panel(self, on: bool) -> None:
        if not self._large:
            self.panel.setVisible(True)
            self._middle.setVisible(True)
            return
        self.panel.setVisible(on)
        self._middle.setVisible(not on)
        (self.panel.tabs if on else self.pages).setFocus()

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape and self._large and self.panel.isVisible():
            self._show_panel(False)
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """The keyboard starts on the pages, or where a password is to be typed."""
        row, in_trouble = self.row, self._stack.currentWidget() is self.trouble
        locked = in_trouble and row is not None and row.status is Status.PASSWORD
        (self.trouble.field if locked else self.pages).setFocus()


def _later(owner: QWidget, wait: int, does: Callable[[], None]) -> QTimer:
    timer = QTimer(owner, singleShot=True, interval=wait)
    timer.timeout.connect(does)
    return timer
