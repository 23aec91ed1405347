"""Issues: the list at the left, one record at the right."""

from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QStackedWidget, QWidget

from app.domain.documents import PageImage
from app.domain.issues import Issue, IssueFields, IssueStatus
from app.domain.marks import Anchor
from app.domain.outcomes import NextStep, Place, PutRight
from app.domain.people import Organisation
from app.domain.requests import Working
from app.domain.search import Hit, SearchResult
from app.system.files import write_output
from app.ui.screen import Screen
from app.ui.screens.issues import presenter
from app.ui.screens.issues.lists import Lists
from app.ui.screens.issues.parts import IssueList
from app.ui.screens.issues.record import Record, clip_of
from app.ui.shell import Shell
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column, row, scrolling
from app.ui.widgets.pages.images import to_pixmap

_CLIP_SCALE = 0.72


def everything(services: Any, case: Any) -> tuple[tuple[Issue, ...], tuple[Organisation, ...]]:
    """All issues and organisations, asked for on a worker thread."""
    return services.annotating.issues(case), services.browsing.organisations(case)


def saved_trail(services: Any, case: Any, issue: int, path: Path) -> str:
    """Write the trail to a place a person chose; on a worker thread."""
    write_output(path, services.trails.document(case, issue))
    return path.name


class IssuesScreen(Screen):
    """Parameters of `enter`: issue (stand on it); lists (an organisation: show its lists for letters)."""

    title: ClassVar[str] = "Issues"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.issues: tuple[Issue, ...] = ()
        self._organisations: tuple[Organisation, ...] = ()
        self._current: int | None = None
        self._large = self._on_lists = False
        self._lists_of: int | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.count = Label("", muted=True)
        self.add = IconButton("plus", "New issue without a mark", self._add)
        self.lists_button = IconButton(
            "list", "Lists for letters: blacked out, not found, who was told", self._show_lists
        )
        head = QFrame()
        head.setProperty("look", "top")
        row(Label("Issues", "h1"), self.count, None, self.lists_button, self.add, margins=(24, 8, 12, 8), within=head)
        self.list = IssueList()
        self._left = QWidget()
        column(head, self.list, within=self._left, gap=0).setStretch(1, 1)
        self.record = Record()
        self._right = scrolling(self.record, "One issue")
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self._left)
        self.splitter.addWidget(self._right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes(self.shell.settings.window.get("issues", [312, 780]))
        nothing = EmptyState(
            "flag",
            "No issues yet.",
            ("Open the documents", lambda: self.shell.navigator.go("documents")),
            hint="While you read, mark what is wrong and press “Make an issue”. It is collected here, with its proof.",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(nothing)
        self.lists = Lists(self.shell)
        self._stack.addWidget(self.lists)
        column(self._stack, within=self, gap=0)

    def _connect(self) -> None:
        record = self.record
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _number: self._show_record(True))
        record.saved.connect(self._save)
        record.page_opened.connect(self._open_page)
        record.proof_removed.connect(lambda issue, proof: self.shell.do("annotating", "remove_proof", issue, proof))
        record.searched.connect(self._search)
        record.hit_opened.connect(self._open_hit)
        record.reader_asked.connect(self._open_reader)
        record.letter_asked.connect(lambda: self._letter())
        record.menu_asked.connect(self._menu)
        record.back.connect(lambda: self._show_record(False))
        record.after.letter_asked.connect(self._letter)
        record.after.page_opened.connect(self._open_place)
        record.after.working_asked.connect(self._show_working)
        record.after.put_right.connect(self._put_right)
        self.lists.back.connect(self._leave_lists)

    # data

    def enter(self, **params: Any) -> None:
        """Stand on an issue, if one is asked for."""
        if params.get("issue") is not None:
            self._current = int(params["issue"])
            self._show_record(True)
        self._on_lists = params.get("lists") is not None
        self._lists_of = int(params["lists"]) if self._on_lists else None
        self.refresh()

    def leave(self) -> None:
        """Save what is being written, and the sizes."""
        self.record.save_now()
        if not self._large:
            self.shell.settings.window["issues"] = self.splitter.sizes()

    def refresh(self) -> None:
        """Ask for all issues."""
        self.shell.calls.call(everything, self.shell.services, self.shell.case, on_ok=self._came, key="issues.all")

    def _came(self, found: tuple[tuple[Issue, ...], tuple[Organisation, ...]]) -> None:
        self.issues, self._organisations = found
        if self._on_lists:
            self._stack.setCurrentWidget(self.lists)
            self.lists.start(self._organisations, self._lists_of)
            return
        self._stack.setCurrentIndex(0 if self.issues else 1)
        if not self.issues:
            self.record.issue = None
            return
        rows = presenter.rows(self.issues)
        first = next(one.issue.id for one in rows if one.issue is not None)
        known = {issue.id for issue in self.issues}
        self._current = self._current if self._current in known else first
        self.count.setText(f"{presenter.open_count(self.issues)} open")
        self.list.show_rows(rows, self._organisations, self._current)
        self._choose(self._current)

    def _choose(self, number: int | None) -> None:
        issue = next((i for i in self.issues if i.id == number), None)
        if issue is None:
            return
        fresh = self.record.issue is None or self.record.issue.id != issue.id
        self._current = issue.id
        self.record.show_issue(issue)
        self._ask_after(issue)
        if fresh:
            self._right.verticalScrollBar().setValue(0)
            self._ask_clip(issue)

    def _ask_after(self, issue: Issue) -> None:
        """What can be done now; asked for again whenever the point changed."""
        self.record.after.show_steps(())
        self.record.after.show_later(None, settled=False)
        if issue.sent:
            self.shell.ask("outcomes", "next_steps", int(issue.id), on_ok=self._steps_came, key="issues.steps")
            self.shell.ask("outcomes", "check", int(issue.id), on_ok=self._later_came, key="issues.later")

    def _steps_came(self, steps: tuple[NextStep, ...]) -> None:
        self.record.after.show_steps(steps)

    def _later_came(self, found: PutRight) -> None:
        issue = self.record.issue
        settled = issue is not None and issue.fields.status in presenter.CLOSED
        self.record.after.show_later(found, settled=settled)

    def _ask_clip(self, issue: Issue) -> None:
        if issue.anchor is not None and issue.anchor.rects:
            scale = _CLIP_SCALE * self.devicePixelRatioF()
            arguments = (self.shell.case, issue.anchor.document, issue.anchor.page, scale)
            service = self.shell.services.later("browsing", "page_image")
            self.shell.calls.call(service, *arguments, on_ok=self._clip_came, on_error=self._no_clip, key="issues.clip")

    def _clip_came(self, image: PageImage) -> None:
        issue = self.record.issue
        if issue is not None and issue.anchor is not None and issue.anchor.rects:
            ratio = self.devicePixelRatioF()
            rects = issue.anchor.rects
            self.record.show_clip(clip_of(to_pixmap(image), rects, _CLIP_SCALE * ratio, presenter.sign(issue), ratio))

    def _no_clip(self, _error: object) -> None:
        self.record.show_clip(None)

    # doing

    def _save(self, issue: int, fields: IssueFields) -> None:
        self.shell.do("annotating", "save_issue", issue, fields, quiet=True)

    def _add(self) -> None:
        options = [(str(o.id), o.name) for o in self._organisations]
        chosen = self.shell.dialogs.choose("New issue", "Whose file is it about?", options, "Add")
        if chosen:
            self.shell.do("annotating", "add_issue", IssueFields(title="New issue"), int(chosen), then=self._added)

    def _added(self, answer: tuple[Issue, Any]) -> None:
        self._current = answer[0].id

    def _open_page(self, anchor: Anchor) -> None:
        where: dict[str, Any] = {"document": anchor.document, "page": anchor.page}
        if anchor.start >= 0:
            where |= {"start": anchor.start, "end": anchor.end}
        self.shell.navigator.go("reader", **where)

    def _search(self, query: str) -> None:
        if query.strip():
            self.shell.ask("searching", "search", query, on_ok=self._found, key="issues.search")

    def _found(self, result: SearchResult) -> None:
        self.record.passage.show_hits(result.hits)

    def _open_hit(self, hit: Hit) -> None:
        self.shell.navigator.go(
            "reader", document=hit.document, page=hit.page, words=hit.words, proof_for=self._current
        )

    def _open_reader(self) -> None:
        self.shell.navigator.go("reader", proof_for=self._current)

    def _letter(self, kind: str = "correction-request") -> None:
        issue = self.record.issue
        if issue is not None:
            where = {"organisation": issue.organisation, "issue": int(issue.id)}
            self.shell.navigator.go("letters", kind=kind, **where)

    def _open_place(self, place: Place) -> None:
        self.shell.navigator.go("reader", document=int(place.document), page=place.page)

    def _show_working(self, working: Working) -> None:
        steps = "\n".join(f"{number}. {step}" for number, step in enumerate(working.steps, 1))
        self.shell.dialogs.tell("How the date was worked out", f"{steps}\n\n{working.source}")

    def _put_right(self) -> None:
        issue = self.record.issue
        if issue is not None:
            self.shell.do("outcomes", "answer", (int(issue.id),), IssueStatus.PUT_RIGHT)

    def _show_lists(self) -> None:
        issue = self.record.issue
        self._on_lists, self._lists_of = True, issue.organisation if issue is not None else None
        self._came((self.issues, self._organisations))
        self.lists.focus_first()

    def _leave_lists(self) -> None:
        self._on_lists = False
        self.refresh()
        self.list.setFocus()

    def _menu(self, under: QWidget) -> None:
        made = QMenu(under)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.addAction("Put in a letter").triggered.connect(lambda: self._letter())
        made.addAction("Write my statement").triggered.connect(lambda: self._letter("supplementary-statement"))
        made.addSeparator()
        made.addAction("Save the trail as one page (PDF)").triggered.connect(lambda: self._save_trail())
        made.addAction("Show what was done").triggered.connect(lambda: self._trail())
        made.addSeparator()
        made.addAction("Remove this issue").triggered.connect(lambda: self._remove())
        made.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def _trail(self) -> None:
        issue = self.record.issue
        if issue is not None:
            lines = "\n".join(f"{when[:10]}  {what}" for when, what in issue.trail) or "Nothing has happened yet."
            self.shell.dialogs.tell(f"{issue.ref}: what was done", lines)

    def _save_trail(self) -> None:
        issue = self.record.issue
        if issue is None:
            return
        path = self.shell.dialogs.save_file("Save the trail", f"{issue.ref} trail.pdf", "PDF (*.pdf)")
        if path is not None:
            arguments = (self.shell.services, self.shell.case, int(issue.id), path)
            self.shell.calls.call(saved_trail, *arguments, on_ok=lambda name: self.shell.tell(f"Saved {name}.", "good"))

    def _remove(self) -> None:
        issue = self.record.issue
        if issue is not None:
            self._current = None
            self.shell.do("annotating", "delete_issue", issue.id)

    # room

    def set_large(self, large: bool) -> None:
        """With little room the record is a page of its own."""
        self._large = large
        self.record.set_large(large)
        self.lists.set_large(large)
        self._left.setVisible(True)
        self._right.setVisible(not large)

    def _show_record(self, on: bool) -> None:
        if self._large:
            self._right.setVisible(on)
            self._left.setVisible(not on)
            (self.record.title if on else self.list).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._large and self._right.isVisible():
            self._show_record(False)
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """The keyboard starts in the list."""
        self.list.setFocus()
