"""Lists that go with letters: what is blacked out, what was not found, who was told. Tick what goes in, change any words."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.people import Organisation
from app.domain.schedules import Schedule, ScheduleKind, ScheduleRow
from app.system.files import write_output
from app.ui.shell import Shell
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.choice import Choice
from app.ui.widgets.facets import draw_tick
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column, row
from app.ui.widgets.segmented import Segmented

Index = QModelIndex | QPersistentModelIndex
_SHOWN = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_FORMS = {"docx": ("Save as Word", "Word (*.docx)"), "pdf": ("Save as PDF", "PDF (*.pdf)")}


def asked(services: Any, case: Any, kind: str, organisation: int) -> Schedule:
    """The list, after the rules have looked at whatever came last; asked for on a worker thread."""
    services.findings.ensure(case)
    found: Schedule = services.schedules.schedule(case, kind, organisation)
    return found


def saved(services: Any, case: Any, found: Schedule, form: str, path: Path) -> str:
    """Write the file to a place a person chose."""
    write_output(path, services.schedules.document(case, found.kind.id, found.organisation, form))
    return path.name


class RowsModel(QAbstractTableModel):
    """Rows behind a column of ticks; `ticked` carries (key, on), `changed` (key, cells)."""

    ticked = Signal(str, bool)
    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[str, ...] = ()
        self.rows: tuple[ScheduleRow, ...] = ()

    def show_rows(self, columns: Sequence[str], rows: Sequence[ScheduleRow]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.columns, self.rows = ("In", *columns), tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section] if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        on = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return on | Qt.ItemFlag.ItemIsEditable if index.column() else on

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.rows[index.row()]
        if index.column() == 0:
            return ("in the list" if one.chosen else "left out") if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role in _SHOWN:
            return one.cells[index.column() - 1]
        if role == Qt.ItemDataRole.FontRole and one.own:
            return theme().font("body", bold=True)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        one, at = self.rows[index.row()], index.column() - 1
        typed = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or at < 0 or typed == one.cells[at]:
            return False
        self.changed.emit(one.key, (*one.cells[:at], typed, *one.cells[at + 1 :]))
        return True

    def turn(self, row_number: int) -> None:
        """Take a row in, or leave it out."""
        one = self.rows[row_number]
        self.ticked.emit(one.key, not one.chosen)


class TickDelegate(QStyledItemDelegate):
    """Draws the tick of a row; a click turns it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(40), theme().px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model, side = index.model(), theme().px(18)
        assert isinstance(model, RowsModel)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(option.rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_tick(painter, box, model.rows[index.row()].chosen, True)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(model, RowsModel):
            model.turn(index.row())
            return True
        return super().editorEvent(event, model, option, index)


class RowsTable(QTableView):
    """`opened` and `removed` carry a `ScheduleRow`."""

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.listed = RowsModel()
        self.setModel(self.listed)
        self.setAccessibleName("Rows of the list")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setItemDelegateForColumn(0, TickDelegate(self))
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.setProperty("look", "list")
        self._widths: tuple[float, ...] = ()
        self.setTabKeyNavigation(False)

    @property
    def current(self) -> ScheduleRow | None:
        """The row the keyboard is on."""
        at = self.currentIndex().row()
        return self.listed.rows[at] if 0 <= at < len(self.listed.rows) else None

    def show_list(self, found: Schedule) -> None:
        """Fill in, standing on the same row as before."""
        at = self.currentIndex()
        self.listed.show_rows(found.kind.columns, found.rows)
        self._widths = found.kind.widths
        self._share_out()
        self.resizeRowsToContents()
        if found.rows:
            self.setCurrentIndex(self.listed.index(min(max(at.row(), 0), len(found.rows) - 1), max(at.column(), 1)))

    def _share_out(self) -> None:
        """Columns as wide as their share; figures get what they need."""
        head, ticks = self.horizontalHeader(), theme().px(44)
        room = self.viewport().width() - ticks
        if self._widths:
            head.resizeSection(0, ticks)
        for number, share in enumerate(self._widths, 1):
            head.resizeSection(number, max(round(room * share), self.sizeHintForColumn(number) if share < 0.1 else 0))

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._share_out()
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        one, key = self.current, event.key()
        if one is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(one)
        elif one is not None and key == Qt.Key.Key_Delete:
            self.removed.emit(one)
        elif one is not None and key == Qt.Key.Key_Space:
            self.listed.turn(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class Lists(QWidget):
    """A list of one organisation; `back` leads to the issues again."""

    back = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.found: Schedule | None = None
        self._kinds: tuple[ScheduleKind, ...] = ()
        self._kind = ""
        self._build()

    def _build(self) -> None:
        self._head = row(
            IconButton("left", "Back to the issues  (Esc)", self.back.emit), Label("Lists for letters", "h1"), gap=8
        )
        self.owner = Choice([], name="Whose file")
        self.owner.chosen.connect(lambda _value: self.refresh())
        self._head.addStretch(1)
        self._head.addWidget(Label("From", muted=True))
        self._head.addWidget(self.owner)
        self._which = row(gap=8)
        self.kinds: Segmented | None = None
        self._why = Label("", muted=True, wrap=True)
        self._nothing = Label("", wrap=True)
        self.table = RowsTable()
        self.table.listed.ticked.connect(self._tick)
        self.table.listed.changed.connect(lambda key, cells: self._do("change", key, cells))
        self.table.opened.connect(self._open)
        self.table.removed.connect(self._remove)
        self._count = Label("", "caption", muted=True)
        self._hint = Label("Space: in or out · Enter: open the page · F2: change the words", "caption", muted=True)
        self.add = Button("Add a row", self._add, icon="plus", small=True)
        self.files = [Button(words, partial(self._save, form), small=True) for form, (words, _) in _FORMS.items()]
        self.letter = Button("Use it in a letter", self._letter, kind="primary", icon="mail", small=True)
        buttons = Flow(self.add, *self.files, self.letter, gap=8, line_gap=8)
        foot = column(row(self._count, self._hint, None, gap=12), buttons, gap=6)
        column(
            self._head,
            self._which,
            self._why,
            self._nothing,
            self.table,
            foot,
            within=self,
            gap=10,
            margins=(16, 10, 16, 12),
        ).setStretch(4, 1)

    def start(self, organisations: Sequence[Organisation], organisation: int | None) -> None:
        """Show the lists of an organisation."""
        current = str(organisation or (organisations[0].id if organisations else ""))
        self.owner.set_options([(str(int(o.id)), o.name) for o in organisations], current)
        if not self._kinds:
            self.shell.calls.call(
                self.shell.services.later("schedules", "kinds"), on_ok=self._kinds_came, key="lists.kinds"
            )
        else:
            self.refresh()

    def _kinds_came(self, kinds: tuple[ScheduleKind, ...]) -> None:
        if self.kinds is None:
            self._kinds = kinds
            self.kinds = Segmented([(kind.id, kind.title) for kind in kinds], name="Which list")
            self.kinds.chosen.connect(lambda _value: self.refresh())
            self._which.addWidget(self.kinds)
            self._which.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the list again."""
        if self.kinds is not None and self.owner.value:
            arguments = (self.shell.services, self.shell.case, self.kinds.value, int(self.owner.value))
            self.shell.calls.call(asked, *arguments, on_ok=self._came, key="lists.rows")

    def _came(self, found: Schedule) -> None:
        self.found = found
        self._why.setText(found.kind.why)
        self._nothing.setText(found.kind.nothing)
        self._nothing.setVisible(not found.rows)
        self.table.setVisible(bool(found.rows))
        self.table.show_list(found)
        chosen = len(found.chosen)
        self._count.setText(f"{chosen} of {len(found.rows)} in the list" if found.rows else "")
        for button in (*self.files, self.letter):
            button.setEnabled(chosen > 0)

    # doing

    def _do(self, what: str, *arguments: Any) -> None:
        if self.found is not None:
            self.shell.do("schedules", what, self.found.kind.id, int(self.found.organisation), *arguments, quiet=True)

    def _tick(self, key: str, on: bool) -> None:
        self._do("choose", (key,), on)

    def _remove(self, one: ScheduleRow) -> None:
        if one.own or one.changed:
            self._do("remove", one.key)
        else:
            self._do("choose", (one.key,), False)

    def _add(self) -> None:
        if self.found is None:
            return
        first = self.found.kind.columns[0]
        typed = self.shell.dialogs.ask_text(
            "Add a row", f"{first}. The other columns can be filled in the table.", "Add"
        )
        if typed and typed.strip():
            self._do("add", (typed,))

    def _open(self, one: ScheduleRow) -> None:
        if one.document is not None:
            self.shell.navigator.go("reader", document=int(one.document), page=one.page or 1)

    def _letter(self) -> None:
        if self.found is not None:
            self.shell.navigator.go(
                "letters", kind=self.found.kind.letters[0], organisation=int(self.found.organisation)
            )

    def _save(self, form: str) -> None:
        if self.found is None:
            return
        words, filters = _FORMS[form]
        path = self.shell.dialogs.save_file(words, f"{self.found.kind.title}.{form}", filters)
        if path is not None:
            arguments = (self.shell.services, self.shell.case, self.found, form, path)
            self.shell.calls.call(saved, *arguments, on_ok=lambda name: self.shell.tell(f"Saved {name}.", "good"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def set_large(self, large: bool) -> None:
        """With little room without the hint."""
        self._hint.setVisible(not large)

    def focus_first(self) -> None:
        """The keyboard starts in the table, or on the choice of list."""
        (self.table if self.found is not None and self.found.rows else self.owner).setFocus()
