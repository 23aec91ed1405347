"""The navigation at the left: names with counts, or icons alone when there is little room."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QWidget

from app.ui import icons
from app.ui.theme import CORNER, theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import ElidedLabel, Line
from app.ui.widgets.layouts import column, row

WIDE, RAIL = 184, 56


class NavItem(QAbstractButton):
    """One screen. The count behind its name is quiet: it is a number, not an alarm."""

    def __init__(self, screen: str, title: str, icon: str) -> None:
        super().__init__()
        self.leads_to, self.title, self._icon, self._count, self._rail = screen, title, icon, 0, False
        self.setCheckable(True)
        self.setText(title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)

    def set_count(self, count: int) -> None:
        """Show a number; 0 shows none."""
        self._count = count
        self.setAccessibleName(f"{self.title}, {count:,}" if count else self.title)
        self.update()

    def set_rail(self, rail: bool) -> None:
        """Icon only."""
        self._rail = rail
        self.setToolTip(self.title if rail else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, max(40, theme().px(36)))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, on = theme(), QPainter(self), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if on or self.underMouse():
            painter.setBrush(QColor(now.palette.selected if on else now.palette.hover))
            painter.drawRoundedRect(self.rect(), CORNER, CORNER)
        if on:
            painter.setBrush(QColor(now.palette.primary))
            painter.drawRoundedRect(QRectF(0, 8, 3, self.height() - 16), 1.5, 1.5)
        side = now.px(20)
        left = (self.width() - side) / 2 if self._rail else 12.0
        place = QRectF(left, (self.height() - side) / 2, side, side)
        icons.draw(painter, self._icon, place, now.palette.primary if on else now.palette.muted)
        if self._rail:
            return
        painter.setFont(now.font("body", bold=on))
        painter.setPen(QColor(now.palette.ink))
        painter.drawText(self.rect().adjusted(24 + side, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.title)
        if self._count:
            painter.setFont(now.font("caption"))
            painter.setPen(QColor(now.palette.muted))
            at = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(self.rect().adjusted(0, 0, -8, 0), at, f"{self._count:,}")


class Avatar(QWidget):
    """The first letters of the child's name."""

    def __init__(self, letters: str, *, plain: bool = False, dashed: bool = False) -> None:
        super().__init__()
        self._letters, self._plain, self._dashed = letters, plain, dashed
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_letters(self, letters: str) -> None:
        """Change the letters."""
        self._letters = letters
        self.update()

    def sizeHint(self) -> QSize:
        side = min(40, theme().px(32))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, painter = theme().palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, words = (palette.neutral_tint, palette.ink) if self._plain else (palette.primary, palette.on_primary)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._dashed:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.DashLine)
            pen.setColor(QColor(palette.outline))
            painter.setPen(pen)
            ground, words = palette.surface, palette.muted
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        font = theme().font("body", bold=True)
        font.setPixelSize(round(self.height() * 0.46))
        painter.setFont(font)
        painter.setPen(QColor(words))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)


class Navigation(QFrame):
    """Who the case is about, the screens, and lock, settings and help at the foot. `asked` carries a screen id or "lock"."""

    asked = Signal(str)

    def __init__(self, screens: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__()
        self.setProperty("look", "side")
        self._avatar = Avatar("")
        self._name = ElidedLabel("", bold=True)
        self._about = ElidedLabel("", "caption", muted=True)
        self._who = QWidget()
        column(self._name, self._about, within=self._who, gap=0)
        head = row(self._avatar, self._who, gap=8, margins=(4, 10, 4, 14))
        self.items = {screen: NavItem(screen, title, icon) for screen, title, icon in screens}
        self._group = QButtonGroup(self)
        for item in self.items.values():
            self._group.addButton(item)
            item.clicked.connect(self._clicked)
        self._foot = row(gap=4)
        self.foot: dict[str, IconButton] = {}
        for name, icon, words in (
            ("lock", "lock", "Lock (Ctrl+L)"),
            ("settings", "settings", "Settings"),
            ("help", "help", "Help (F1)"),
        ):
            button = IconButton(icon, words)
            button.setObjectName(name)
            button.clicked.connect(self._foot_clicked)
            self._foot.addWidget(button)
            self.foot[name] = button
        self._foot.addStretch(1)
        body = column(within=self, gap=0, margins=(8, 0, 8, 8))
        body.addLayout(head)
        for item in self.items.values():
            body.addWidget(item)
        body.addStretch(1)
        body.addWidget(Line())
        body.addSpacing(8)
        body.addLayout(self._foot)
        self.set_rail(False)

    def show_case(self, letters: str, name: str, about: str) -> None:
        """Say whose files these are."""
        self._avatar.set_letters(letters)
        self._avatar.setToolTip(f"{name}, {about}")
        self._name.setText(name)
        self._about.setText(about)

    def light(self, screen: str) -> None:
        """Light the entry of the screen that is shown."""
        self._group.setExclusive(False)
        for name, item in self.items.items():
            item.setChecked(name == screen)
        self._group.setExclusive(screen in self.items)

    def set_rail(self, rail: bool) -> None:
        """Icons only, or icons with names."""
        now = theme()
        self._who.setVisible(not rail)
        for item in self.items.values():
            item.set_rail(rail)
        self._foot.setDirection(self._foot.Direction.TopToBottom if rail else self._foot.Direction.LeftToRight)
        self.setFixedWidth(max(RAIL, now.px(28) + 32) if rail else max(WIDE, now.px(WIDE - 20)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def _clicked(self) -> None:
        item = self.sender()
        if isinstance(item, NavItem):
            self.asked.emit(item.leads_to)

    def _foot_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.asked.emit(sender.objectName())
