"""The tab with what was asked of whom and what came: a table to walk with the arrow keys; Enter says what is true of a cell."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.system.files import write_output
from app.ui.shell import Shell
from app.ui.theme import theme
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column, row

Index = QModelIndex | QPersistentModelIndex
_SIGNS = {"came": "✓", "missing": "…", "waiting": "◷", "not-held": "✕", "not-needed": "–", "unasked": "+"}
_NOT_ASKED = "not asked"
_FEW = 4


class MatrixModel(QAbstractTableModel):
    """Rows are kinds of record, columns organisations."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Any = None

    def show_matrix(self, found: Any) -> None:
        """Replace all."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def cell(self, index: Index) -> Any:
        """The cell, or None where nothing was asked."""
        owner = self.found.organisations[index.column()]
        return self.found.rows[index.row()].cells.get(int(owner.id))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self.found is None else len(self.found.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() or self.found is None else len(self.found.organisations)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_SIGNS[cell.state]}  {cell.words}" if cell else f"    {_NOT_ASKED}"
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            label, owner = self.found.rows[index.row()].label, self.found.organisations[index.column()].name
            return f"{label}, {owner}: {cell.words if cell else _NOT_ASKED}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or self.found is None:
            return None
        horizontal = orientation == Qt.Orientation.Horizontal
        return self.found.organisations[section].name if horizontal else self.found.rows[section].label


def saved_matrix(services: Any, case: Any, path: Path) -> str:
    """Write the table as Word or PDF. Returns its name."""
    write_output(path, services.matrix.document(case, path.suffix.lstrip(".").lower()))
    return path.name


class MatrixTab(QWidget):
    """The table with its buttons."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.table = _Table()
        self.matrix = MatrixModel()
        self.table.setModel(self.matrix)
        self.table.opened = self._say
        self.word = Button("Save as Word", lambda: self._save("docx"), icon="save", small=True)
        self.pdf = Button("Save as PDF", lambda: self._save("pdf"), icon="save", small=True)
        self.write = Button("Write about what is missing", self._write, icon="mail", small=True)
        self._hint = Label("", muted=True, wrap=True)
        buttons = row(self._hint, self.write, self.word, self.pdf)
        buttons.setStretch(0, 1)
        column(buttons, self.table, within=self, gap=8, margins=(24, 8, 16, 16)).setStretch(1, 1)

    def show_matrix(self, found: Any) -> None:
        """Fill in."""
        place = self.table.currentIndex()
        self.matrix.show_matrix(found)
        if found.rows and found.organisations:
            at = place if place.isValid() else self.matrix.index(0, 0)
            self.table.setCurrentIndex(
                self.matrix.index(min(at.row(), len(found.rows) - 1), min(at.column(), len(found.organisations) - 1))
            )
        self._hint.setText(
            "“Not found” means: not found in what we hold. Press Enter on a cell to say what is true."
            if found.rows
            else "Nothing that was asked for is written down yet. Open a request and press “What I asked for”."
        )
        for widget in (self.table, self.word, self.pdf):
            widget.setEnabled(bool(found.rows))
        self.write.setEnabled(any(cell.state == "missing" for one in found.rows for cell in one.cells.values()))
        self.table.fit()

    def set_large(self, large: bool) -> None:
        """With little room the hint goes."""
        self._hint.setVisible(not large)

    def _say(self, index: QModelIndex) -> None:
        cell = self.matrix.cell(index)
        if cell is None or not cell.request:
            return
        label = self.matrix.found.rows[index.row()].label
        states = list(self._shell.services.asked.STATES.items())
        chosen = self._shell.dialogs.choose(
            label, "What is true of it?", [(k or "look", w) for k, w in states], "Write it down"
        )
        if chosen is not None:
            self._shell.do("asked", "set_state", cell.request, label, "" if chosen == "look" else chosen)

    def _write(self) -> None:
        here = self.table.currentIndex()
        cells = [
            (o, one.cells.get(int(o.id))) for one in self.matrix.found.rows for o in self.matrix.found.organisations
        ]
        lacking = [(o, cell) for o, cell in cells if cell and cell.state == "missing"]
        mine = [
            pair for pair in lacking if here.isValid() and pair[0] == self.matrix.found.organisations[here.column()]
        ]
        owner, cell = (mine or lacking)[0]
        self._shell.navigator.go("letters", kind="missing-documents", organisation=int(owner.id), request=cell.request)

    def _save(self, form: str) -> None:
        filters = {"docx": "Word (*.docx)", "pdf": "PDF (*.pdf)"}[form]
        path = self._shell.dialogs.save_file("Save what was asked and received", f"Asked and received.{form}", filters)
        if path is not None:
            self._shell.calls.call(saved_matrix, self._shell.services, self._shell.case, path, on_ok=self._saved)

    def _saved(self, name: str) -> None:
        self._shell.tell(f"Saved {name}. This copy is not encrypted.", "good")


class _Table(QTableView):
    """Arrow keys walk the cells, Enter or a double click opens one, Tab leaves."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: Callable[[QModelIndex], object] = _nothing
        self.setAccessibleName("What was asked of whom, and what came")
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._open)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.fit()

    def _open(self, index: QModelIndex) -> None:
        self.opened(index)

    def fit(self) -> None:
        """Columns as wide as they need, at least a readable width."""
        mode = QHeaderView.ResizeMode
        few = self.model().columnCount() <= _FEW
        self.horizontalHeader().setMinimumSectionSize(theme().px(150))
        self.horizontalHeader().setSectionResizeMode(mode.Stretch if few else mode.ResizeToContents)
        self.verticalHeader().setMaximumWidth(min(theme().px(300), max(160, self.width() // 3)))

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened(self.currentIndex())
            return
        super().keyPressEvent(event)


def _nothing(_index: QModelIndex) -> None:
    """Before the tab is there nothing opens."""
