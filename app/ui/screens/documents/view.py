"""Documents: filters at the left, the table in the middle, the chosen document at the right."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QStackedWidget, QWidget

from app.domain import dates
from app.domain.documents import Disclosure, DocumentRow, PageImage, ReadState
from app.domain.people import Organisation
from app.system.files import write_output
from app.ui.models.document_words import held
from app.ui.screen import Screen
from app.ui.screens.documents import presenter
from app.ui.screens.documents.parts import PICTURE, BulkBar, Preview
from app.ui.screens.documents.table import DocumentsTable
from app.ui.shell import Shell
from app.ui.widgets.buttons import Button, menu
from app.ui.widgets.chip import Chip
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.facets import FacetGroup, Facets
from app.ui.widgets.facts_edit import DatePopup, organisation_options, pick_menu
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column, row
from app.ui.widgets.pages.images import to_pixmap
from app.ui.widgets.search_field import SearchField


@dataclass(frozen=True, slots=True)
class Listed:
    """Everything the list shows."""

    rows: tuple[DocumentRow, ...]
    kinds: dict[str, str]
    disclosures: tuple[Disclosure, ...]
    organisations: tuple[Organisation, ...]
    groups: tuple[FacetGroup, ...]


def listed(services: Any, case: Any) -> Listed:
    """Ask for everything, on a worker thread; counting 50,000 rows is done there, too."""
    browsing = services.browsing
    rows, kinds = held(browsing.documents(case)), dict(browsing.kinds())
    disclosures, organisations = browsing.disclosures(case), browsing.organisations(case)
    groups = presenter.facets(rows, kinds, disclosures, organisations)
    return Listed(rows, kinds, disclosures, organisations, groups)


def save_bytes(path: Path, make: Any, *arguments: Any) -> str:
    """Write what a service makes to a place a person chose. Returns the file's name."""
    write_output(path, make(*arguments))
    return path.name


class DocumentsScreen(Screen):
    """Parameters of `enter`: document (choose it), filter ({group: values})."""

    title: ClassVar[str] = "Documents"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.listed = Listed((), {}, (), (), ())
        self._sort = "newest"
        self._wanted_document: int | None = None
        self._large = False
        self._build()
        self._filter_timer = QTimer(self, singleShot=True, interval=120)
        self._filter_timer.timeout.connect(self._arrange)
        self._preview_timer = QTimer(self, singleShot=True, interval=120)
        self._preview_timer.timeout.connect(self._ask_picture)
        self._connect()

    def _build(self) -> None:
        self.summary = Label("", muted=True)
        self.name_filter = SearchField("Filter by name")
        self.sort_button = Button("Newest first", self._sorts, icon="down", small=True)
        self.sort_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.reports_button = Button("Import reports", self._ask_reports, small=True)
        self.people_button = Button(
            "People",
            lambda: self.shell.navigator.go("people"),
            icon="user",
            small=True,
            tip="Everybody named in the files",
        )
        self.filter_button = Button("Filters", self._toggle_facets, icon="filter", small=True)
        self.filter_button.hide()
        head = row(
            Label("Documents", "h1"), 8, self.summary, None, self.name_filter, self.filter_button, self.sort_button
        )
        head.addWidget(self.people_button)
        head.addWidget(self.reports_button)
        head.setContentsMargins(24, 10, 16, 10)
        self.facets = Facets()
        self.facets.setMinimumWidth(150)
        self.shown = Label("", "caption", muted=True)
        self._filters = Flow(gap=8)
        self._clear = Button("Clear", self._clear_filters, kind="quiet", small=True)
        self._filter_line = QFrame()
        self._filter_line.setProperty("look", "top")
        row(self.shown, self._filters, self._clear, None, margins=(16, 2, 16, 2), within=self._filter_line)
        self.table = DocumentsTable()
        self.bulk = BulkBar()
        self.nothing = EmptyState(
            "filter", "Nothing fits these filters.", ("Clear the filters", self._clear_filters), primary=False
        )
        self._tables = QStackedWidget()
        self._tables.addWidget(self.table)
        self._tables.addWidget(self.nothing)
        self._middle = QWidget()
        column(self._filter_line, self._tables, self.bulk, within=self._middle, gap=0).setStretch(1, 1)
        self.preview = Preview()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.facets, self._middle, self.preview):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes(self.shell.settings.window.get("documents", [184, 672, 240]))
        empty = EmptyState(
            "document",
            "No documents yet.",
            ("Bring in files", lambda: self.shell.navigator.go("importing")),
            hint="Bring in the folder that the school or the council sent you.",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(empty)
        top = QFrame()
        top.setProperty("look", "top")
        top.setLayout(head)
        self._head = top
        column(top, self._stack, within=self, gap=0).setStretch(1, 1)

    def _connect(self) -> None:
        self.name_filter.textChanged.connect(self._filter_timer.start)
        self.facets.changed.connect(lambda _on: self._arrange())
        self.table.opened.connect(self._open)
        self.table.sort_asked.connect(self._sort_by)
        self.table.chosen_changed.connect(self._chosen_changed)
        self.table.read_asked.connect(self._toggle_read)
        self.preview.read_asked.connect(self._read_current)
        self.preview.original_asked.connect(self._save_original)
        self.preview.closed.connect(lambda: self._show_preview(False))
        bulk = self.bulk
        bulk.date_asked.connect(self._bulk_date)
        bulk.kind_asked.connect(lambda under: pick_menu(under, tuple(self.listed.kinds.items()), "", self._set_kind))
        bulk.organisation_asked.connect(
            lambda under: pick_menu(under, organisation_options(self.listed.organisations), "", self._set_organisation)
        )
        bulk.tag_asked.connect(self._tag_menu)
        bulk.later_asked.connect(lambda: self._set_read(ReadState.LATER))
        bulk.read_asked.connect(lambda: self._set_read(ReadState.READ))
        bulk.closed.connect(self.table.clearSelection)

    # data

    def enter(self, **params: Any) -> None:
        """Show the list. `document` stands on one; `filter` ticks filters; `only` is one thing to look at, e.g. "problem"."""
        self._wanted_document = params.get("document", self._wanted_document)
        ticked = {"look": {params["only"]}} if params.get("only") else params.get("filter")
        if ticked:
            self.name_filter.clear()
            self.facets.show_groups(self.listed.groups, {group: set(values) for group, values in ticked.items()})
        self.refresh()

    def leave(self) -> None:
        """Remember the sizes."""
        if not self._large:
            self.shell.settings.window["documents"] = self.splitter.sizes()

    def refresh(self) -> None:
        """Ask again; what is chosen stays chosen."""
        self.shell.calls.call(listed, self.shell.services, self.shell.case, on_ok=self._came, key="documents.listed")

    def _came(self, found: Listed) -> None:
        self.listed = found
        self._stack.setCurrentIndex(0 if found.rows else 1)
        self.summary.setText(presenter.summary(found.rows))
        self.facets.show_groups(found.groups)
        self._arrange()

    def _arrange(self) -> None:
        kept = {r.id for r in self.table.chosen_rows()}
        current = self._wanted_document or self._current_id()
        chosen = {group: frozenset(values) for group, values in self.facets.chosen.items()}
        wanted = presenter.Wanted(chosen, self.name_filter.text())
        rows = presenter.arranged(self.listed.rows, wanted, self._sort, self.listed.kinds)
        at = self.table.verticalScrollBar().value()
        self.table.documents.show_rows(rows, self.listed.kinds, self.listed.organisations)
        self._tables.setCurrentIndex(0 if rows else 1)
        self.table.verticalScrollBar().setValue(at)
        self._choose_again(rows, kept, current)
        self._show_filters(len(rows))

    def _choose_again(self, rows: tuple[DocumentRow, ...], kept: set[Any], current: int | None) -> None:
        places = {r.id: i for i, r in enumerate(rows)}
        model, flags = self.table.selectionModel(), QItemSelectionModel.SelectionFlag
        place = places.get(current, 0) if current is not None else 0  # type: ignore[call-overload]
        if rows:
            only = kept <= {current}
            index = self.table.documents.index(place, 1)
            model.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows if only else flags.NoUpdate)
            if self._wanted_document in places:
                self.table.scrollTo(index)
                self._wanted_document = None
        for number in kept if len(kept) > 1 else ():
            if number in places:
                model.select(self.table.documents.index(places[number], 0), flags.Select | flags.Rows)
        self._chosen_changed()

    def _show_filters(self, shown: int) -> None:
        self._filters.clear()
        names = presenter.filter_names(self.listed.groups, self.facets.chosen)
        for _, _, words in names:
            self._filters.add(Chip(words, "primary"))
        filtered = bool(names) or bool(self.name_filter.text())
        self.shown.setText(f"{shown:,} shown")
        self._clear.setVisible(filtered)
        self._filter_line.setVisible(filtered)
        self.filter_button.setText(f"Filters {len(names)}" if names else "Filters")

    def _clear_filters(self) -> None:
        self.name_filter.clear()
        self.facets.clear_all()

    def _sorts(self) -> None:
        menu(self.sort_button, [(words, partial(self._sort_by, value)) for value, words in presenter.SORTS])

    def _sort_by(self, sort: str) -> None:
        self._sort = sort
        self.table.show_sort(sort)
        self.sort_button.setText(dict(presenter.SORTS)[sort])
        self._arrange()

    # the chosen

    def _current(self) -> DocumentRow | None:
        index = self.table.currentIndex()
        rows = self.table.documents.rows
        return rows[index.row()] if index.isValid() and index.row() < len(rows) else None

    def _current_id(self) -> int | None:
        found = self._current()
        return found.id if found else None

    def _chosen_changed(self) -> None:
        self.bulk.show_count(len(self.table.chosen_rows()))
        found = self._current()
        self.preview.setEnabled(found is not None)
        if found is not None:
            came = next((d for d in self.listed.disclosures if d.id == found.disclosure), None)
            facts = presenter.preview_facts(found, self.listed.kinds, came)
            self.preview.show_document(found, presenter.size_words(found), facts)
            self._preview_timer.start()

    def _ask_picture(self) -> None:
        found = self._current()
        if found is not None and found.pages and self.preview.isVisible():
            scale = PICTURE * self.devicePixelRatioF() / 595
            self.shell.calls.call(
                self.shell.services.later("browsing", "page_image"),
                *(self.shell.case, found.id, 1, scale),
                on_ok=self._picture_came,
                on_error=self._no_picture,
                key="documents.picture",
            )

    def _picture_came(self, image: PageImage) -> None:
        self.preview.show_picture(to_pixmap(image, self.devicePixelRatioF()))

    def _no_picture(self, _error: object) -> None:
        self.preview.show_picture(None)

    def _ids(self) -> tuple[Any, ...]:
        return tuple(r.id for r in self.table.chosen_rows())

    def _bulk_date(self, under: QWidget) -> None:
        shared = {r.date for r in self.table.chosen_rows()}
        value = shared.pop() if len(shared) == 1 else ""
        DatePopup(under, value, "", lambda edtf: self._set_facts(date=edtf)).open_under(under)

    def _set_kind(self, kind: str) -> None:
        self._set_facts(kind=kind)

    def _set_organisation(self, organisation: str) -> None:
        self._set_facts(organisation=int(organisation))

    def _set_facts(self, **facts: Any) -> None:
        self.shell.do("browsing", "set_facts", self._ids(), **facts)

    def _tag_menu(self, under: QWidget) -> None:
        """Tags to put on the chosen documents, and to take off."""
        on = sorted({tag for r in self.table.chosen_rows() for tag in r.tags}, key=str.casefold)
        known = sorted({tag for r in self.listed.rows for tag in r.tags} - set(on), key=str.casefold)
        entries: list[tuple[str, Callable[[], object]] | None] = [("New tag…", self._new_tag)]
        entries += [(f"Put on “{tag}”", partial(self._tag, "add", tag)) for tag in known]
        entries += [(f"Take off “{tag}”", partial(self._tag, "remove", tag)) for tag in on]
        menu(under, entries)

    def _new_tag(self) -> None:
        word = self.shell.dialogs.ask_text(
            "New tag", "A short word of your own, to find these documents again.", "Put it on"
        )
        if word and word.strip():
            self._tag("add", word)

    def _tag(self, change: str, tag: str) -> None:
        if self._ids():
            self.shell.do("tagging", "add" if change == "add" else "remove", self._ids(), tag)

    def _set_read(self, state: ReadState) -> None:
        if self._ids():
            self.shell.do("browsing", "set_read", self._ids(), state)

    def _toggle_read(self) -> None:
        all_read = all(r.read is ReadState.READ for r in self.table.chosen_rows())
        self._set_read(ReadState.UNREAD if all_read else ReadState.READ)

    def _open(self, place: int) -> None:
        rows = self.table.documents.rows
        if self._large and not self.preview.isVisible():
            self._show_preview(True)
            return
        self.shell.navigator.go("reader", document=rows[place].id, order=tuple(r.id for r in rows))

    def _read_current(self) -> None:
        found = self._current()
        if found is not None:
            self.shell.navigator.go("reader", document=found.id, order=tuple(r.id for r in self.table.documents.rows))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.table.geometry().contains(self._tables.mapFromGlobal(event.globalPos())):
            return
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.addAction("Read\tEnter").triggered.connect(lambda: self._read_current())
        made.addAction("Mark as read\tSpace").triggered.connect(lambda: self._set_read(ReadState.READ))
        made.addAction("Mark as not read").triggered.connect(lambda: self._set_read(ReadState.UNREAD))
        made.addAction("Come back later").triggered.connect(lambda: self._set_read(ReadState.LATER))
        made.addAction("Tag…").triggered.connect(lambda: self._tag_menu(self.table))
        made.addSeparator()
        chosen = self._current()
        if chosen is not None and (chosen.pages > 1 or chosen.part_first):
            words = "Show where it is in the whole file" if chosen.part_first else "Split it into its documents"
            page = chosen.part_first or 1
            made.addAction(words).triggered.connect(
                lambda: self.shell.navigator.go("split", document=int(chosen.id), page=page)
            )
        made.addAction("Save the file as it came").triggered.connect(lambda: self._save_original())
        made.popup(event.globalPos())

    # saving

    def _save_original(self) -> None:
        found = self._current()
        path = (
            self.shell.dialogs.save_file("Save the file as it came", found.path.rsplit("/", 1)[-1]) if found else None
        )
        if found is not None and path is not None:
            self._save(path, "browsing", "original", found.id)

    def _save(self, path: Path, module: str, function: str, *arguments: Any) -> None:
        service = self.shell.services.later(module, function)
        self.shell.calls.call(save_bytes, path, service, self.shell.case, *arguments, on_ok=self._saved)

    def _saved(self, name: str) -> None:
        self.shell.tell(f"Saved {name}. This copy is not encrypted.")

    def _ask_reports(self) -> None:
        entries: list[tuple[str, Callable[[], object]] | None] = []
        for disclosure in self.listed.disclosures:
            when = dates.show(disclosure.received) if disclosure.received else disclosure.finished[:10]
            words = f"{disclosure.organisation_name or 'Files'}, {when}: {disclosure.files:,} files"
            entries.append((words, partial(self._save_report, disclosure)))
        menu(self.reports_button, entries or [("Nothing was brought in yet", lambda: None)])

    def _save_report(self, disclosure: Disclosure) -> None:
        name = f"Import report {disclosure.organisation_name} {disclosure.received or disclosure.finished[:10]}.pdf"
        path = self.shell.dialogs.save_file("Save the import report", name, "PDF (*.pdf)")
        if path is not None:
            self._save(path, "importing", "report_pdf", disclosure.id)

    # room

    def set_large(self, large: bool) -> None:
        """With little room the filters fold into a button and the preview is a page of its own."""
        self._large = large
        self.summary.setVisible(not large)
        self.filter_button.setVisible(large)
        self.reports_button.setVisible(not large)
        self.facets.setVisible(not large)
        self.table.set_narrow(large)
        self.bulk.set_large(large)
        self.preview.back.setVisible(large)
        self._show_preview(not large)

    def _toggle_facets(self) -> None:
        on = self.facets.isHidden()
        self.facets.setVisible(on)
        self._middle.setVisible(not on)
        self.filter_button.setText("Show the list" if on else "Filters")

    def _show_preview(self, on: bool) -> None:
        self.preview.setVisible(on)
        if self._large:
            self._middle.setVisible(not on)
            (self.preview.read if on else self.table).setFocus()
        if on:
            self._preview_timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._large and self.preview.isVisible():
            self._show_preview(False)
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """The keyboard starts in the table."""
        self.table.setFocus()
