"""Filters with counts: groups of ticks, folded when there are many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui import icons
from app.ui.theme import theme
from app.ui.widgets.badges import draw_mark, draw_organisation
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import clear, column, row, scrolling

FOLD_AT = 6


@dataclass(frozen=True)
class FacetItem:
    """One tick. `sign` and `colour` draw an organisation's badge ("" is the family's pen; None draws no badge),
    `icon` an icon, `mark` the sign of a mark kind."""

    value: str
    label: str
    count: int
    sign: str | None = None
    colour: int = 0
    icon: str = ""
    mark: str = ""


@dataclass(frozen=True)
class FacetGroup:
    """A heading and its ticks."""

    id: str
    title: str
    items: tuple[FacetItem, ...]
    folded: bool = False


class Tick(QWidget):
    """One row: box, badge or icon, words, count. Space or a click turns it."""

    turned = Signal(bool)

    def __init__(self, item: FacetItem, on: bool) -> None:
        super().__init__()
        self.item, self.on, self._under = item, on, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(item.label)
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(170), max(32, theme().px(32)))

    def set_on(self, on: bool) -> None:
        """Turn without telling."""
        self.on = on
        self._describe()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._turn()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            self._turn()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEvent) -> None:
        self._under = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._under = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._under:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.palette.hover))
            painter.drawRoundedRect(self.rect(), 6, 6)
        left = 8.0
        draw_tick(painter, self._square(left, 18), self.on)
        left += now.px(18) + 8
        left = self._draw_sign(painter, left)
        painter.setFont(now.font("caption"))
        painter.setPen(QColor(now.palette.muted))
        number = f"{self.item.count:,}"
        wide = painter.fontMetrics().horizontalAdvance(number)
        painter.drawText(
            QRectF(self.width() - wide - 8, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, number
        )
        painter.setFont(now.font("facet"))
        painter.setPen(QColor(now.palette.ink if self.item.count else now.palette.muted))
        room = QRectF(left, 0, self.width() - left - wide - 14, self.height())
        words = painter.fontMetrics().elidedText(self.item.label, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_sign(self, painter: QPainter, left: float) -> float:
        now = theme()
        if self.item.sign is not None:
            draw_organisation(painter, self._square(left, 20), self.item.sign, self.item.colour)
            return left + now.px(20) + 7
        if self.item.mark:
            draw_mark(painter, self._square(left, 22), self.item.mark)
            return left + now.px(22) + 7
        if self.item.icon:
            icons.draw(painter, self.item.icon, self._square(left, 16), now.palette.ink)
            return left + now.px(16) + 7
        return left

    def _square(self, left: float, side: float) -> QRectF:
        grown = theme().px(side)
        return QRectF(left, (self.height() - grown) / 2, grown, grown)

    def _turn(self) -> None:
        self.set_on(not self.on)
        self.turned.emit(self.on)

    def _describe(self) -> None:
        self.setAccessibleName(f"{self.item.label}, {self.item.count:,}, {'on' if self.on else 'off'}")


def draw_tick(painter: QPainter, rect: QRectF, on: bool, enabled: bool = True) -> None:
    """A tick box."""
    palette = theme().palette
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.primary if on else palette.outline if enabled else palette.line), 1))
    painter.setBrush(QColor(palette.primary if on else palette.surface))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if on:
        icons.draw(painter, "check", rect.adjusted(2, 2, -2, -2), palette.on_primary, 3.0)
    painter.restore()


class Facets(QWidget):
    """A column of filter groups. `changed` carries {group id: set of values that are on}; an empty set filters nothing."""

    changed = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[FacetGroup, ...] = ()
        self._on: dict[str, set[str]] = {}
        self._open: set[str] = set()
        inner = QWidget()
        self._column = column(within=inner, gap=0, margins=(16, 4, 6, 12))
        column(scrolling(inner, "Filters"), within=self, gap=0)
        self.setAccessibleName("Filters")

    @property
    def chosen(self) -> dict[str, set[str]]:
        """What is on."""
        return {group: set(values) for group, values in self._on.items()}

    def show_groups(self, groups: Sequence[FacetGroup], on: Mapping[str, set[str]] | None = None) -> None:
        """Show groups; ticks keep their state unless `on` is given."""
        if on is not None:
            self._on = {group: set(values) for group, values in on.items()}
        if tuple(groups) == self._groups and on is None:
            return
        self._groups = tuple(groups)
        self._build()

    def clear_all(self) -> None:
        """Turn every tick off and tell."""
        self._on = {}
        self._build()
        self.changed.emit(self.chosen)

    def _build(self) -> None:
        held = self.focusWidget()
        at = (held.property("group"), held.item.value) if isinstance(held, Tick) and held.hasFocus() else None
        clear(self._column)
        for group in self._groups:
            if group.items:
                self._build_group(group, at)
        self._column.addStretch(1)

    def _build_group(self, group: FacetGroup, at: tuple[str, str] | None) -> None:
        on = self._on.setdefault(group.id, set())
        is_open = group.id in self._open
        limit = 0 if group.folded else FOLD_AT
        shown = group.items if is_open else tuple(i for n, i in enumerate(group.items) if n < limit or i.value in on)
        head = row(Label(group.title, "caption", muted=True, bold=True), None, margins=(8, 8, 8, 0))
        if len(shown) < len(group.items) or is_open:
            words = "Fewer" if is_open else ("Show" if group.folded else f"Show all {len(group.items)}")
            button = Button(words, lambda: self._fold(group.id), kind="link", small=True)
            button.setAccessibleName(f"{words}: {group.title}")
            head.addWidget(button)
        self._column.addLayout(head)
        for item in shown:
            tick = Tick(item, item.value in on)
            tick.setProperty("group", group.id)
            tick.turned.connect(lambda state, g=group.id, v=item.value: self._turned(g, v, state))
            self._column.addWidget(tick)
            if at == (group.id, item.value):
                tick.setFocus()

    def _fold(self, group: str) -> None:
        self._open ^= {group}
        self._build()

    def _turned(self, group: str, value: str, on: bool) -> None:
        (self._on[group].add if on else self._on[group].discard)(value)
        self.changed.emit(self.chosen)
