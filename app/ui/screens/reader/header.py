"""The top of the reader: title, chips, what can be done with the document, and its facts. Facts are changed in place."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QToolButton, QWidget

from app.domain.documents import Disclosure, DocumentRow, ReadState
from app.domain.people import Organisation
from app.domain.suggestions import OtherDate
from app.ui.models.document_words import chips
from app.ui.screens.reader import presenter
from app.ui.theme import theme
from app.ui.widgets.badges import draw_organisation
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import ElidedLabel
from app.ui.widgets.layouts import column, row

_GAP = 6


class FactButton(QToolButton):
    """A fact: quiet label, then the value. Those that can be changed are underlined with dots and answer to a click."""

    def __init__(self, fact: presenter.Fact, badge: tuple[str, int] | None = None) -> None:
        super().__init__()
        self.fact, self._badge = fact, badge
        self.setAccessibleName(f"{fact.label}: {fact.value}" + (", change" if fact.edits else ""))
        self.setAccessibleDescription(fact.tip)
        self.setToolTip("\n".join(part for part in (fact.tip, "Click to change" if fact.edits else "") if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if fact.edits else Qt.FocusPolicy.NoFocus)
        if fact.edits:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _widths(self) -> tuple[int, int, int]:
        now = theme()
        plain, value = now.font("caption"), now.font("caption", bold=self.fact.label == "Date")
        label = QFontMetrics(plain).horizontalAdvance(self.fact.label) + _GAP
        badge = now.px(20) + 4 if self._badge else 0
        return label, badge, QFontMetrics(value).horizontalAdvance(self.fact.value) + 2

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 4, max(28, theme().px(26)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        label, badge, _ = self._widths()
        rect = self.rect().adjusted(2, 0, -2, 0)
        if self.fact.edits and (self.underMouse() or self.hasFocus()):
            painter.setPen(QPen(QColor(now.palette.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.palette.hover))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.setFont(now.font("caption"))
        painter.setPen(QColor(now.palette.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, middle, self.fact.label)
        if self._badge:
            side = now.px(20)
            at = rect.adjusted(label, (rect.height() - side) // 2, 0, 0)
            draw_organisation(painter, at.adjusted(0, 0, side - at.width(), side - at.height()).toRectF(), *self._badge)
        painter.setFont(now.font("caption", bold=self.fact.label == "Date"))
        painter.setPen(QColor(now.palette.ink))
        value = rect.adjusted(label + badge, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(self.fact.value, Qt.TextElideMode.ElideRight, value.width())
        painter.drawText(value, middle, shown)
        if self.fact.edits:
            base = (rect.height() + painter.fontMetrics().height()) // 2 + 1
            painter.setPen(QPen(QColor(now.palette.outline), 1, Qt.PenStyle.DotLine))
            wide = painter.fontMetrics().horizontalAdvance(shown)
            painter.drawLine(value.left(), base, value.left() + wide, base)


class TitleField(QLineEdit):
    """The title; it looks like a heading until it is clicked, then it is a field. Enter keeps, Esc gives the old one back."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._kept = ""
        self.setAccessibleName("Title of the document")
        self.setToolTip("Click to change the title")
        self.setProperty("bare", "true")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self._finished)
        self._style()

    def show_title(self, title: str) -> None:
        """Show another title."""
        self._kept = title
        if not self.hasFocus():
            self.setText(title)
            self.setCursorPosition(0)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text() or "Title") + 14, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._style()

    def _style(self) -> None:
        if self.font() != theme().font("h1"):
            self.setFont(theme().font("h1"))

    def _finished(self) -> None:
        title = " ".join(self.text().split())
        if title and title != self._kept:
            self._kept = title
            self.changed.emit(title)
        else:
            self.setText(self._kept)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
            self.clearFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        fresh = not self.hasFocus()
        super().mousePressEvent(event)
        if fresh:
            self.selectAll()


class Header(QFrame):
    """Everything above the pages. `fact_asked` carries what to change and the widget to show it under."""

    back = Signal()
    title_changed = Signal(str)
    fact_asked = Signal(str, object)
    read_asked = Signal()
    later_asked = Signal()
    previous_asked = Signal()
    next_asked = Signal()
    menu_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "top")
        self.title = TitleField()
        self.title.changed.connect(self.title_changed)
        self._chips = Flow(gap=8)
        self._facts = Flow(gap=14, line_gap=0)
        self._large = False
        self.place = ElidedLabel("", "caption", muted=True)
        self.back_button = IconButton("left", "Back  (Alt+Left)", self.back.emit, colour="ink")
        self.previous = IconButton("left", "Document before this one  (Ctrl+PgUp)", self.previous_asked.emit)
        self.next = IconButton("right", "Next document  (Ctrl+PgDown)", self.next_asked.emit)
        self.later = Button("Come back later", self.later_asked.emit, kind="quiet", icon="later", small=True)
        self.read = Button("Mark as read", self.read_asked.emit, icon="check", small=True)
        self.read.setToolTip("Space")
        self.more = IconButton("dots", "More for this document", lambda: self.menu_asked.emit(self.more))
        top = row(self.back_button, self.title, self._chips, gap=8)
        top.addStretch(1)
        for widget in (self.previous, self.next, self.later, self.read, self.more):
            top.addWidget(widget)
        facts = row(self._facts, margins=(40, 0, 0, 0))
        column(top, facts, within=self, gap=0, margins=(16, 8, 12, 6))

    def show_document(
        self,
        document: DocumentRow,
        kinds: dict[str, str],
        disclosures: tuple[Disclosure, ...],
        organisations: tuple[Organisation, ...],
        others: tuple[OtherDate, ...] = (),
    ) -> None:
        """Fill in a document."""
        self.title.show_title(document.title or document.path.rsplit("/", 1)[-1])
        self._chips.clear()
        for chip in chips(document):
            self._chips.add(Chip(chip.text, chip.tone, chip.icon, chip.tip))
        held = self._held()
        self._facts.clear()
        known = next((o for o in organisations if o.id == document.organisation), None)
        for fact in presenter.facts(document, kinds, disclosures, others):
            badge = (known.sign, known.colour) if known and fact.edits == "organisation" else None
            button = FactButton(fact, badge)
            if fact.edits:
                button.clicked.connect(lambda _on=False, b=button: self.fact_asked.emit(b.fact.edits, b))
            self._facts.add(button)
            if fact.edits and fact.edits == held:
                button.setFocus()
        done = document.read is ReadState.READ
        self.read.setText(("Not read" if self._large else "Mark as not read") if done else "Mark as read")
        self.later.setText("No longer later" if document.read is ReadState.LATER else "Come back later")

    def show_neighbours(self, before: bool, after: bool) -> None:
        """Whether there is a document on either side."""
        self.previous.setEnabled(before)
        self.next.setEnabled(after)

    def set_large(self, large: bool) -> None:
        """With little room the chips and the second button go into the menu."""
        self._chips.setVisible(not large)
        self.later.setVisible(not large)
        self._large = large

    def _held(self) -> str:
        held: QWidget | None = self.focusWidget()
        return held.fact.edits if isinstance(held, FactButton) and held.hasFocus() else ""
