"""The results of a search; typing goes on in the field at the top."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.errors import UsageProblem
from app.domain.search import Hit, SearchResult
from app.ui.palette import LIGHT
from app.ui.screen import Screen
from app.ui.screens.search.presenter import HINTS, about, pieces, plain, summary
from app.ui.shell import Shell
from app.ui.theme import theme
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import ElidedLabel, Label, Line
from app.ui.widgets.layouts import column, row

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole
LIMIT = 200
TYPING_MS = 180


class HitModel(QAbstractListModel):
    """Hits in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Replace them."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit = self.hits[index.row()]
        if role == HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{hit.document_title}, {about(hit)}: {plain(hit.snippet)}"
        return None


class HitDelegate(QStyledItemDelegate):
    """Title, where it stands, and the words around what was found."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        now = theme()
        return QSize(200, QFontMetrics(now.font()).height() * 2 + QFontMetrics(now.font("caption")).height() + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, hit = theme(), index.data(HIT)
        p, rect = now.palette, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(
            rect,
            QColor(p.selected if chosen else p.hover if option.state & QStyle.StateFlag.State_MouseOver else p.surface),
        )
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(p.line))
        if chosen:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(p.primary))
        inner = rect.adjusted(24, 10, -16, -10)
        tall = QFontMetrics(now.font()).height()
        title = QRectF(inner.left(), inner.top(), inner.width(), tall)
        self._line(painter, title, hit.document_title or "Untitled", "body", p.ink, bold=True)
        small = QFontMetrics(now.font("caption")).height()
        self._line(painter, QRectF(inner.left(), title.bottom(), inner.width(), small), about(hit), "caption", p.muted)
        self._snippet(painter, QRectF(inner.left(), title.bottom() + small + 2, inner.width(), tall), hit)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(p.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _line(self, painter: QPainter, rect: QRectF, text: str, role: str, colour: str, bold: bool = False) -> None:
        painter.setFont(theme().font(role, bold=bold))
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)

    def _snippet(self, painter: QPainter, rect: QRectF, hit: Hit) -> None:
        now, left = theme(), rect.left()
        for piece in pieces(hit.snippet):
            painter.setFont(now.font(bold=piece.found))
            metrics = painter.fontMetrics()
            room = rect.right() - left
            if room < metrics.averageCharWidth() * 2:
                return
            shown = metrics.elidedText(piece.text, Qt.TextElideMode.ElideRight, int(room))
            wide = metrics.horizontalAdvance(shown)
            if piece.found:
                painter.fillRect(
                    QRectF(left - 1, rect.top(), wide + 2, rect.height()), QColor(LIGHT.mark("question")[0])
                )
            painter.setPen(QColor(LIGHT.ink if piece.found else now.palette.ink))
            painter.drawText(QRectF(left, rect.top(), wide + 2, rect.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            left += wide


class HitList(QListView):
    """`opened` carries the hit that Enter or a double click chose."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.hits = HitModel()
        self.setModel(self.hits)
        self.setItemDelegate(HitDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Pages found")
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def open_current(self) -> None:
        """Open the hit that has the keyboard."""
        self._open(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(HIT))


class SearchScreen(Screen):
    """`enter(query=...)`."""

    title = "Search"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._query = self._answered = ""
        self._head = ElidedLabel("Search", "h1")
        self._count = Label("", muted=True)
        self.list = HitList()
        self.list.opened.connect(self._open)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._hints())
        top = row(self._head, gap=12, margins=(24, 12, 16, 12))
        top.addWidget(self._count)
        top.setStretch(0, 1)
        body = column(within=self, gap=0)
        body.addLayout(top)
        body.addWidget(Line())
        body.addWidget(self._pages, 1)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._ask)

    def _hints(self) -> QWidget:
        holder = QWidget()
        self._empty = EmptyState("search", "Nothing found.", hint="Try fewer words, or only the beginning of a word.")
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for number, (example, words) in enumerate(HINTS):
            grid.addWidget(Label(example, bold=True), number, 0)
            grid.addWidget(Label(words, muted=True, wrap=True), number, 1)
        grid.setColumnStretch(1, 1)
        inner = QWidget()
        inner.setLayout(grid)
        inner.setMaximumWidth(theme().px(620))
        line = row(None, margins=(24, 0, 24, 24))
        line.addWidget(inner, 20)
        line.addStretch(1)
        body = column(self._empty, within=holder, gap=8)
        body.addLayout(line)
        body.addStretch(1)
        return holder

    def enter(self, **params: Any) -> None:
        self._query = str(params.get("query", self._query))
        self._ask()

    def refresh(self) -> None:
        self._ask()

    def type_ahead(self, query: str) -> None:
        """More was typed: ask in a moment."""
        self._query = query
        self._typing.start()

    def _ask(self) -> None:
        self._head.setText(f"“{self._query}”" if self._query else "Search")
        service = self.shell.services.later("searching", "search")
        self.shell.calls.call(
            service, self.shell.case, self._query, LIMIT, on_ok=self._came, on_error=self._not_understood, key="search"
        )

    def _came(self, result: SearchResult) -> None:
        self._count.setText(summary(result))
        self._answered = result.query
        self.list.hits.show_hits(result.hits)
        self._pages.setCurrentIndex(0 if result.hits else 1)
        if result.hits:
            self.list.setCurrentIndex(self.list.hits.index(0))

    def shows(self, query: str) -> bool:
        """Whether what is listed is the answer to this question."""
        return query == self._answered and bool(self.list.hits.rowCount())

    def open_current(self) -> None:
        """Open the page that is chosen in the list."""
        self.list.open_current()

    def _not_understood(self, error: BaseException) -> None:
        if not isinstance(error, UsageProblem):
            self.shell.failed.emit(error)
            return
        self._count.setText(error.happened)
        self.list.hits.show_hits(())
        self._pages.setCurrentIndex(1)

    def _open(self, hit: Hit) -> None:
        self.shell.navigator.go("reader", document=hit.document, page=hit.page, words=hit.words)

    def focus_first(self) -> None:
        self.list.setFocus()
