"""Parts of the issues screen: the list, the trail of six steps, a proof, and the search for one."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain import dates
from app.domain.issues import Issue, Proof
from app.domain.parts import cited
from app.domain.people import Organisation
from app.domain.search import Hit
from app.ui import icons
from app.ui.screens.issues import presenter
from app.ui.screens.issues.presenter import Row, Step
from app.ui.theme import theme
from app.ui.widgets.badges import draw_mark, draw_organisation
from app.ui.widgets.box import Column
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.chip import chip_size, draw_chip
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.layouts import clear, column, row
from app.ui.widgets.search_field import SearchField

Index = QModelIndex | QPersistentModelIndex


class IssuesModel(QAbstractListModel):
    """Headings and issues."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self.organisations: Mapping[int, Organisation] = {}

    def show_rows(self, rows: tuple[Row, ...], organisations: Sequence[Organisation]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.rows, self.organisations = rows, {o.id: o for o in organisations}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        one = self.rows[index.row()] if index.isValid() else None
        on = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return on if one is not None and one.issue is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        one = self.rows[index.row()]
        if one.issue is None:
            return f"{one.heading}, {one.detail}"
        return f"{presenter.title(one.issue)}, {presenter.second_line(one.issue)}, {presenter.chip(one.issue)[0]}"


class IssueDelegate(QStyledItemDelegate):
    """Draws headings and issues."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = index.model().rows[index.row()].issue is None  # type: ignore[attr-defined]
        return QSize(100, theme().px(32) if heading else max(56, theme().px(56)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, model = theme(), index.model()
        assert isinstance(model, IssuesModel)
        one, rect = model.rows[index.row()], QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if one.issue is None:
            self._heading(painter, rect, one, model.organisations.get(one.organisation or 0))
        else:
            self._issue(painter, rect, one.issue, bool(option.state & QStyle.StateFlag.State_Selected))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(QColor(now.palette.focus), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.setPen(QPen(QColor(now.palette.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRectF, one: Row, known: Organisation | None) -> None:
        now = theme()
        painter.fillRect(rect, QColor(now.palette.sunk))
        side, left = now.px(20), rect.left() + 16
        if known is not None:
            draw_organisation(painter, QRectF(left, rect.center().y() - side / 2, side, side), known.sign, known.colour)
            left += side + 8
        painter.setFont(now.font("caption"))
        painter.setPen(QColor(now.palette.muted))
        wide = painter.fontMetrics().horizontalAdvance(one.detail)
        painter.drawText(
            rect.adjusted(0, 0, -16, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, one.detail
        )
        painter.setFont(now.font(bold=True))
        painter.setPen(QColor(now.palette.ink))
        _line(painter, QRectF(left, rect.top(), rect.right() - left - wide - 24, rect.height()), one.heading)

    def _issue(self, painter: QPainter, rect: QRectF, issue: Issue, on: bool) -> None:
        now = theme()
        painter.fillRect(rect, QColor(now.palette.selected if on else now.palette.surface))
        if on:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(now.palette.primary))
        side = now.px(24)
        draw_mark(painter, QRectF(rect.left() + 16, rect.center().y() - side / 2, side, side), presenter.sign(issue))
        words, tone, icon = presenter.chip(issue)
        size = chip_size(words, icon, tone == "primary")
        at = QPointF(rect.right() - 16 - size.width(), rect.center().y() - size.height() / 2)
        draw_chip(painter, at, words, tone, icon)
        left = rect.left() + 16 + side + 12
        room = QRectF(left, rect.top() + now.px(8), at.x() - left - 8, now.px(20))
        painter.setFont(now.font(bold=on))
        painter.setPen(QColor(now.palette.ink))
        _line(painter, room, presenter.title(issue))
        painter.setFont(now.font("caption"))
        painter.setPen(QColor(now.palette.muted))
        _line(painter, room.translated(0, now.px(20)), presenter.second_line(issue))


def _line(painter: QPainter, room: QRectF, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class IssueList(QListView):
    """`chosen` carries an issue's id; `opened` the same on Enter."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.issues = IssuesModel()
        self.setModel(self.issues)
        self.setItemDelegate(IssueDelegate(self))
        self.setAccessibleName("Issues")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(260)
        self.selectionModel().currentChanged.connect(self._moved)
        self.activated.connect(lambda index: self._tell(index, self.opened))
        self.clicked.connect(lambda index: self._tell(index, self.opened))

    def show_rows(self, rows: tuple[Row, ...], organisations: Sequence[Organisation], current: int | None) -> None:
        """Fill in and stand on an issue."""
        self.selectionModel().blockSignals(True)
        self.issues.show_rows(rows, organisations)
        places = [i for i, one in enumerate(rows) if one.issue is not None and current in (None, one.issue.id)]
        if places:
            self.setCurrentIndex(self.issues.index(places[0]))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._tell(now, self.chosen)

    def _tell(self, index: QModelIndex, signal: Any) -> None:
        one = self.issues.rows[index.row()] if index.isValid() else None
        if one is not None and one.issue is not None:
            signal.emit(int(one.issue.id))


class Trail(QWidget):
    """Six steps with a line through them. The state is in the shape (tick, ring, empty), not only in the colour."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Fill in."""
        self._steps = steps
        said = {"done": "done", "now": "now", "open": "later"}
        self.setAccessibleName("Steps: " + "; ".join(f"{s.name}, {said[s.state]} {s.detail}".strip() for s in steps))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, theme().px(22) + 2 * QFontMetrics(theme().font("caption")).height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / max(1, len(self._steps))
        side = now.px(18)
        for number, step in enumerate(self._steps):
            left = number * wide
            done = step.state == "done"
            painter.setPen(QPen(QColor(now.palette.primary if done else now.palette.line), 2))
            painter.drawLine(QPointF(left + side, side / 2), QPointF(left + wide, side / 2))
            circle = QRectF(left + 1, 1, side - 2, side - 2)
            edge = now.palette.outline if step.state == "open" else now.palette.primary
            painter.setPen(QPen(QColor(edge), 5 if step.state == "now" else 2))
            painter.setBrush(QColor(now.palette.primary if done else now.palette.surface))
            painter.drawEllipse(circle.adjusted(2, 2, -2, -2) if step.state == "now" else circle)
            if done:
                icons.draw(painter, "check", circle.adjusted(2, 2, -2, -2), now.palette.on_primary, 3.0)
            painter.setFont(now.font("caption", bold=step.state != "open"))
            painter.setPen(QColor(now.palette.ink))
            high = painter.fontMetrics().height()
            _line(painter, QRectF(left, side + 4, wide - 6, high), step.name)
            painter.setFont(now.font("caption"))
            painter.setPen(QColor(now.palette.muted))
            _line(painter, QRectF(left, side + 4 + high, wide - 6, high), step.detail)


class ProofCard(Card):
    """A passage that proves the point; a click opens it."""

    opened = Signal(object)
    removed = Signal(int)

    def __init__(self, proof: Proof) -> None:
        super().__init__(padding=12, gap=2)
        self.proof = proof
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumWidth(theme().px(230))
        self.setAccessibleName(f"Proof: {proof.document_title}, page {proof.anchor.page}")
        self.setAccessibleDescription(proof.anchor.exact)
        head = row(ElidedLabel(proof.document_title or "A document", bold=True), gap=4)
        head.addWidget(IconButton("close", "Take this out of the proof", lambda: self.removed.emit(proof.id), size=16))
        self.body.addLayout(head)
        words = proof.anchor.exact or proof.note or "An area of the page"
        self.body.addWidget(Label(f"“{words}”" if proof.anchor.exact else words, wrap=True))
        when = dates.show(proof.document_date) if proof.document_date else ""
        where = " · ".join(part for part in (when, cited(proof.anchor.page, proof.anchor.file_page)) if part)
        self.body.addWidget(Label(where, "caption", muted=True))
        self.body.addStretch(1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.proof)

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.proof)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.proof.id)
        else:
            super().keyPressEvent(event)


class FindPassage(QWidget):
    """Search the case for a passage; choosing a hit opens its page, where the words are chosen and sent with P."""

    searched = Signal(str)
    hit_opened = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = SearchField("Words of the passage that proves it")
        self.field.returnPressed.connect(lambda: self.searched.emit(self.field.text()))
        self._told = Label("", "caption", muted=True, wrap=True)
        self._hits = Column(gap=4)
        search = Button("Search", lambda: self.searched.emit(self.field.text()), small=True)
        line = row(self.field, search, Button("Close", self.closed.emit, kind="quiet", small=True))
        line.setStretch(0, 1)
        column(line, self._told, self._hits, within=self, gap=6)
        self.hide()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """What was found."""
        clear(self._hits.body)
        self._told.setText(
            "Open a page, choose the words, press P." if hits else "Not found in what we hold. Try other words."
        )
        for hit in hits[:8]:
            when = dates.show(hit.document_date) if hit.document_date else ""
            where = ", ".join(part for part in (hit.document_title, when, cited(hit.page, hit.file_page)) if part)
            snippet = hit.snippet.replace("\x02", "").replace("\x03", "")
            card = Card(padding=10, gap=2)
            open_it = Button("Open", lambda hit=hit: self.hit_opened.emit(hit), small=True)  # type: ignore[misc]
            open_it.setAccessibleName(f"Open {where}")
            words = column(ElidedLabel(where, bold=True), Label(snippet, "caption", muted=True, wrap=True), gap=0)
            line = row(gap=8)
            line.addLayout(words, 1)
            line.addWidget(open_it)
            card.body.addLayout(line)
            self._hits.body.addWidget(card)
