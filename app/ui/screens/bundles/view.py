"""The evidence pack: meter on top, sections and documents in the middle, checks and the button at the right."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QWidget

from app.domain import dates
from app.domain.bundles import PackCheck, PackPlan, PackResult, PackSpec, Section
from app.domain.documents import READABLE_STATUSES, DocumentRow
from app.system.files import write_output
from app.ui.screen import Screen
from app.ui.screens.bundles import presenter
from app.ui.screens.bundles.parts import Meter, PackTree, PickList
from app.ui.screens.bundles.presenter import Notice, Place
from app.ui.shell import Shell
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.dialogs import Plain
from app.ui.widgets.flow import Flow
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.layouts import clear, column, row, scrolling
from app.ui.widgets.progress import Bar
from app.ui.widgets.search_field import SearchField
from app.ui.wording import count


def opened(services: Any, case: Any) -> tuple[PackSpec, dict[int, DocumentRow]]:
    """The newest pack, or a suggestion, with all documents; asked for on a worker thread."""
    bundling = services.bundling
    specs = bundling.specs(case)
    spec = presenter.lettered(specs[-1] if specs else bundling.suggest(case))
    return spec, {row.id: row for row in services.browsing.documents(case)}


def saved_and_planned(services: Any, case: Any, spec: PackSpec) -> tuple[PackSpec, Any, PackPlan]:
    """Keep a pack and work out its page numbers."""
    kept, change = services.bundling.save(case, spec)
    return kept, change, services.bundling.plan(case, kept)


def items_for(services: Any, case: Any, ids: Sequence[int]) -> tuple[Any, ...]:
    """Pack items for documents."""
    return tuple(services.bundling.item_for(case, number) for number in ids)


class BundlesScreen(Screen):
    """One pack in work. Every change is kept at once and can be undone."""

    title: ClassVar[str] = "Bundles"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.spec: PackSpec | None = None
        self.plan: PackPlan | None = None
        self.result: PackResult | None = None
        self._rows: dict[int, DocumentRow] = {}
        self._place: Place | None = None
        self._large = False
        self._saved_to: Path | None = None
        self._build()

    def _build(self) -> None:
        self._title, self._subtitle = Label("Evidence pack", "h1"), ElidedLabel("", "caption", muted=True)
        self.add = Button("Add documents", self._pick, icon="plus", small=True)
        self._section = Button("Add a section", self._add_section, small=True)
        self._checks_button = Button("Checks", lambda: self._show_side(self._side.isHidden()), small=True)
        self._checks_button.hide()
        head = row(column(self._title, self._subtitle, gap=0), None, gap=8, margins=(24, 8, 16, 8))
        head.setStretch(0, 1)
        for button in (self._section, self.add, self._checks_button):
            head.addWidget(button)
        self._total, self._rule = (
            Label("", bold=True),
            Label("Cover and index come first and are numbered, too.", "caption", muted=True),
        )
        self.meter, self._legend = Meter(), Flow(gap=16)
        self._meter_card = Card(padding=14, gap=6)
        self._meter_card.body.addLayout(row(self._total, None, self._rule))
        self._meter_card.body.addWidget(self.meter)
        self._meter_card.body.addWidget(self._legend)
        self.tree = PackTree()
        self.tree.step_asked.connect(self._step)
        self.tree.remove_asked.connect(self._remove)
        self.tree.pages_asked.connect(self._choose_pages)
        self.tree.rename_asked.connect(self._rename)
        self.tree.reordered.connect(self._reordered)
        self._build_side()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.tree)
        self.splitter.addWidget(self._side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes(self.shell.settings.window.get("bundles", [760, 336]))
        holder = QWidget()
        row(self._meter_card, margins=(24, 0, 16, 12), within=holder)
        column(head, holder, self.splitter, within=self, gap=0).setStretch(2, 1)

    def _build_side(self) -> None:
        self._side = QWidget()
        self._side.setAccessibleName("Checks")
        inner = QWidget()
        self._summary = Label("", "caption", muted=True)
        self._notices = column(within=inner, gap=12, margins=(16, 12, 16, 12))
        head = QFrame()
        head.setProperty("look", "top")
        row(Label("Checks", bold=True), None, self._summary, margins=(16, 8, 16, 8), within=head)
        self.build = Button("Build the pack", self._start, kind="primary", icon="bundle")
        self.cancel = Button("Stop", self._cancel, small=True)
        self.save = Button("Save the pack", self._save_pdf, kind="primary", icon="save")
        self.folder = Button("Open folder", self._open_folder, icon="folder")
        self._bar, self._told = (
            Bar(),
            Label("One PDF, searchable, with an index that has links.", "caption", muted=True, wrap=True),
        )
        for widget in (self.cancel, self.save, self.folder, self._bar):
            widget.hide()
        for button in (self.build, self.add, self._section):
            button.setEnabled(False)  # until the pack has come
        foot = QFrame()
        foot.setProperty("look", "bottom")
        column(
            self.build,
            self._bar,
            row(self.save, self.folder, self.cancel),
            self._told,
            within=foot,
            margins=(16, 12, 16, 12),
        )
        column(head, scrolling(inner, "Checks"), foot, within=self._side, gap=0).setStretch(1, 1)

    # data

    def refresh(self) -> None:
        """Ask for the pack and the documents."""
        self.shell.calls.call(opened, self.shell.services, self.shell.case, on_ok=self._came, key="bundles.opened")

    def leave(self) -> None:
        """Remember the sizes."""
        if not self._large:
            self.shell.settings.window["bundles"] = self.splitter.sizes()

    def _came(self, found: tuple[PackSpec, dict[int, DocumentRow]]) -> None:
        changed = self.spec != found[0]
        self.spec, self._rows = found
        if changed:
            self._forget_result()
        self._show()
        if self.plan is None or self.plan.spec != self.spec:
            self.shell.ask("bundling", "plan", self.spec, on_ok=self._planned, key="bundles.plan")

    def _planned(self, plan: PackPlan) -> None:
        self.plan = plan
        self._show()

    def _show(self) -> None:
        spec = self.spec
        if spec is None:
            return
        for button in (self.build, self.add, self._section):
            button.setEnabled(True)
        self._title.setText(spec.title or "Evidence pack")
        self._subtitle.setText(spec.subtitle or "For a panel, a tribunal or a complaint")
        place = self.tree.place() if self._place is None else self._place
        self._place = None
        self.tree.show_pack(spec, self.plan, self._rows, place or (0, -1))
        pages = presenter.section_pages(self.plan)
        letters = tuple((s.letter, pages[i] if i < len(pages) else 0) for i, s in enumerate(spec.sections))
        self.meter.show_parts(letters)
        total = self.plan.total if self.plan else 0
        front = self.plan.front_pages if self.plan else 0
        self._total.setText(f"{count(total, 'page')}, {front} of them cover and index" if total else "")
        self._legend.clear()
        for (letter, number), section in zip(letters, spec.sections, strict=True):
            self._legend.add(Label(f"{letter}  {section.title}, {count(number, 'page')}", "caption", muted=True))
        self._show_checks()

    def _show_checks(self) -> None:
        clear(self._notices)
        if self.spec is None:
            return
        notices = presenter.notices(self.spec, self._rows)
        checks = self.result.checks if self.result else ()
        passed = sum(check.ok for check in checks)
        to_look = len(notices) + len(checks) - passed
        said = [f"{passed} passed" if checks else "", f"{to_look} to look at" if to_look else "nothing to look at"]
        self._summary.setText(" · ".join(part for part in said if part))
        for notice in notices:
            self._notices.addWidget(self._notice(notice))
        for check in sorted(checks, key=lambda c: c.ok):
            self._notices.addWidget(self._check(check))
        if not notices and not checks:
            self._notices.addWidget(
                self._notice(Notice("Ready to build", "Every document has pages and a date.", "good"))
            )
        self._notices.addStretch(1)
        self._checks_button.setText(f"Checks {to_look}" if to_look else "Checks")

    def _notice(self, notice: Notice) -> QWidget:
        icon = {"warn": "warning", "info": "info", "good": "check"}[notice.tone]
        words = [Label(notice.title, bold=True, wrap=True), Label(notice.detail, "caption", muted=True, wrap=True)]
        body = column(*words, gap=0)
        if "not in order" in notice.title:
            body.addLayout(row(Button("Put it in order", self._by_date, kind="quiet", small=True), None))
        elif notice.document is not None:
            look = Button("Look at it", partial(self._open_document, notice.document), kind="quiet", small=True)
            body.addLayout(row(look, None))
        made = QWidget()
        line = row(column(IconView(icon, 20, notice.tone), None), gap=12, within=made)
        line.addLayout(body, 1)
        return made

    def _check(self, check: PackCheck) -> QWidget:
        detail = check.detail if not check.ok else check.source
        return self._notice(Notice(check.title, detail, "good" if check.ok else "warn"))

    # changing

    def _change(self, spec: PackSpec, place: Place | None = None) -> None:
        self._place = place if place is not None else self.tree.place()
        self.spec = spec
        self._forget_result()
        self._show()
        call, services = self.shell.calls.call, self.shell.services
        call(saved_and_planned, services, self.shell.case, spec, on_ok=self._kept, key="bundles.save")

    def _kept(self, answer: tuple[PackSpec, Any, PackPlan]) -> None:
        self.spec, change, self.plan = answer
        self._show()
        self.shell.did(change)

    def _step(self, place: Place, step: int) -> None:
        if self.spec is not None:
            spec, there = presenter.moved(self.spec, place, step)
            if spec != self.spec:
                self._change(spec, there)

    def _remove(self, place: Place) -> None:
        if self.spec is None:
            return
        section = self.spec.sections[place[0]]
        if place[1] < 0 and section.items:
            text = f"“{section.title}” and its {count(len(section.items), 'document')} leave the pack. The documents stay in your case."
            if not self.shell.dialogs.confirm("Take this section out of the pack?", text, "Take out"):
                return
        self._change(presenter.removed(self.spec, place))

    def _reordered(self, sections: tuple[Section, ...]) -> None:
        if self.spec is not None:
            self._change(replace(self.spec, sections=sections))

    def _by_date(self) -> None:
        if self.spec is not None:
            self._change(presenter.by_date(self.spec))

    def _choose_pages(self, place: Place) -> None:
        if self.spec is None:
            return
        item = self.spec.sections[place[0]].items[place[1]]
        last = self._rows[item.document].pages if item.document in self._rows else 0
        text = f"“{item.title}” has {count(last, 'page')}. Which go into the pack? For example 1-3, 7. Empty means all."
        typed = self.shell.dialogs.ask_text(
            "Choose pages", text, "Use these pages", value=presenter.pages_words(item.pages)
        )
        if typed is None:
            return
        try:
            pages = presenter.parse_pages(typed, last)
        except ValueError as problem:
            self.shell.tell(str(problem), "warn")
            return
        self._change(presenter.with_pages(self.spec, place, pages), place)

    def _rename(self, section: int) -> None:
        if self.spec is not None:
            now = self.spec.sections[section].title
            title = self.shell.dialogs.ask_text("Title of the section", "", "Keep it", value=now)
            if title and title.strip():
                self._change(presenter.renamed(self.spec, section, title.strip()))

    def _add_section(self) -> None:
        title = self.shell.dialogs.ask_text("Title of the section", "For example: School records", "Add it")
        if self.spec is not None and title and title.strip():
            self._change(presenter.with_section(self.spec, title.strip()), (len(self.spec.sections), -1))

    def _pick(self) -> None:
        if self.spec is None:
            return
        dialog = Plain(self.shell.dialogs.parent, "Add documents", "", "Add the ticked ones")
        dialog.setMinimumSize(620, 480)
        field, picks = SearchField("Filter by name"), PickList()
        there = {int(item.document) for section in self.spec.sections for item in section.items}
        readable = [r for r in self._rows.values() if r.status in READABLE_STATUSES and r.pages]
        readable.sort(key=lambda r: (not r.date, r.date, r.id))

        def fill(words: str = "") -> None:
            fit = [
                r for r in readable if words.casefold() in f"{r.title} {r.path}".casefold() or r.id in picks.ticked()
            ]
            picks.show_rows(fit, there, dates.show)

        field.textChanged.connect(fill)
        fill()
        dialog.middle.addWidget(field)
        dialog.middle.addWidget(picks, 1)
        if self.shell.dialogs.run(dialog) and (ids := picks.ticked()):
            call, services = self.shell.calls.call, self.shell.services
            call(items_for, services, self.shell.case, ids, on_ok=self._picked)

    def _picked(self, items: tuple[Any, ...]) -> None:
        if self.spec is not None:
            place = self.tree.place()
            self._change(presenter.added(self.spec, place[0] if place else 0, items))

    def _open_document(self, document: int) -> None:
        self.shell.navigator.go("reader", document=document)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = self.tree.place()
        if (
            place is None
            or not self.tree.rect().contains(self.tree.mapFromGlobal(event.globalPos()))
            or self.spec is None
        ):
            return
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if place[1] >= 0:
            item = self.spec.sections[place[0]].items[place[1]]
            made.addAction("Choose pages\tEnter").triggered.connect(lambda: self._choose_pages(place))
            made.addAction("Read it").triggered.connect(lambda: self._open_document(item.document))
        else:
            made.addAction("Change the title\tEnter").triggered.connect(lambda: self._rename(place[0]))
        made.addAction("Move up\tAlt+Up").triggered.connect(lambda: self._step(place, -1))
        made.addAction("Move down\tAlt+Down").triggered.connect(lambda: self._step(place, 1))
        made.addSeparator()
        made.addAction("Take it out\tDel").triggered.connect(lambda: self._remove(place))
        made.popup(event.globalPos())

    # building

    def _start(self) -> None:
        spec = self.spec
        if spec is None or not any(section.items for section in spec.sections):
            self.shell.tell("Add a document first.", "warn")
            return
        services, case = self.shell.services, self.shell.case
        control = services.control.Control()

        def work(on_event: Any) -> PackResult:
            made: PackResult = services.bundling.build(case, spec, on_event, control)
            return made

        self._job = self.shell.jobs.run("Building the pack", control, work)
        self._job.progressed.connect(self._progressed)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._job.stopped.connect(lambda: self._idle("Stopped. Nothing was saved."))
        self.build.hide()
        self._bar.show()
        self.cancel.show()
        self._told.setText("Putting the pages together …")

    def _progressed(self, event: Any) -> None:
        self._bar.set_progress(event.done, event.total)
        if event.total:
            self._told.setText(f"{event.done:,} of {count(event.total, 'document')}")

    def _finished(self, result: PackResult) -> None:
        self.result = result
        self._idle(f"Built: {count(result.plan.total, 'page')}, {len(result.pdf) / 1_000_000:.1f} MB. Now save it.")
        self.save.show()
        self.build.set_kind("secondary")
        self.build.setText("Build it again")
        self._show_checks()

    def _failed(self, error: object) -> None:
        self._idle("")
        self.shell.failed.emit(error)

    def _idle(self, words: str) -> None:
        self._bar.hide()
        self.cancel.hide()
        self.build.show()
        self._told.setText(words)

    def _cancel(self) -> None:
        self._job.cancel()

    def _forget_result(self) -> None:
        self.result = None
        for button in (self.save, self.folder):
            button.hide()
        self.build.set_kind("primary")
        self.build.setText("Build the pack")

    def _save_pdf(self) -> None:
        if self.result is None or self.spec is None:
            return
        path = self.shell.dialogs.save_file("Save the pack", f"{self.spec.title}.pdf", "PDF (*.pdf)")
        if path is not None:
            self._saved_to = path
            self.shell.calls.call(write_output, path, self.result.pdf, on_ok=self._saved)

    def _saved(self, _nothing: object) -> None:
        self.folder.show()
        name = self._saved_to.name if self._saved_to else "the pack"
        self.shell.tell(f"Saved {name}. This copy is not encrypted.", "good")

    def _open_folder(self) -> None:
        if self._saved_to is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_to.parent)))

    # room

    def set_large(self, large: bool) -> None:
        """With little room the checks are a page of their own and the meter goes."""
        self._large = large
        self._meter_card.setVisible(not large)
        self._subtitle.setVisible(not large)
        self._section.setVisible(not large)
        self._checks_button.setVisible(large)
        self._side.setVisible(not large)
        self.tree.setVisible(True)

    def _show_side(self, on: bool) -> None:
        if self._large:
            self._side.setVisible(on)
            self.tree.setVisible(not on)
            self._checks_button.setText("Back to the list" if on else "Checks")

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape and self._large and self._side.isVisible():
            self._show_side(False)
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """The keyboard starts in the tree."""
        self.tree.setFocus()
