"""Small pages at the left. Pictures are asked for only when their rows can be seen."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.documents import PageInfo
from app.domain.marks import Mark
from app.ui.palette import LIGHT
from app.ui.screens.reader.presenter import thumb_label
from app.ui.theme import theme
from app.ui.widgets.pages.images import Fetch, ImageKey, PageImages
from app.ui.widgets.pages.paint import waiting_page

WIDTH = 76
_MEMORY = 24 * 1024 * 1024
Index = QModelIndex | QPersistentModelIndex


class ThumbModel(QAbstractListModel):
    """One row a page; the display text is its number and how many marks it has."""

    def __init__(self) -> None:
        super().__init__()
        self.infos: tuple[PageInfo, ...] = ()
        self.marks: dict[int, list[Mark]] = {}

    def show_pages(self, infos: tuple[PageInfo, ...]) -> None:
        """Another document."""
        self.beginResetModel()
        self.infos, self.marks = infos, {}
        self.endResetModel()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Which pages have marks."""
        self.marks = {}
        for mark in marks:
            self.marks.setdefault(mark.anchor.page, []).append(mark)
        if self.infos:
            self.dataChanged.emit(self.index(0), self.index(len(self.infos) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.infos)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        number = self.infos[index.row()].number
        label = thumb_label(number, len(self.marks.get(number, ())))
        if role == Qt.ItemDataRole.DisplayRole:
            return label
        return f"Page {label}" if role == Qt.ItemDataRole.AccessibleTextRole else None


class ThumbDelegate(QStyledItemDelegate):
    """Draws a small page with its marks as coloured lines."""

    def __init__(self, view: "Thumbs") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        info = self._view.pages.infos[index.row()]
        caption = QFontMetrics(theme().font("caption")).height()
        return QSize(WIDTH + 24, round(WIDTH * min(info.height / max(info.width, 1), 1.6)) + caption + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, info = theme(), self._view.pages.infos[index.row()]
        high = round(WIDTH * min(info.height / max(info.width, 1), 1.6))
        rect: QRectF = option.rect.toRectF()
        sheet = QRectF(round(rect.center().x() - WIDTH / 2), rect.top() + 8, WIDTH, high)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        picture = self._view.picture(info)
        if picture is None:
            waiting_page(painter, sheet, "")
        else:
            painter.drawPixmap(sheet, picture, QRectF(picture.rect()))
        for mark in self._view.pages.marks.get(info.number, ()):
            for x0, y0, x1, y1 in mark.anchor.rects:
                part = WIDTH / max(info.width, 1)
                line = QRectF(sheet.left() + x0 * part, sheet.top() + y0 * part, (x1 - x0) * part, (y1 - y0) * part)
                painter.fillRect(line, QColor(LIGHT.mark(mark.kind.value)[1]))
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(QColor(now.palette.primary if here else now.palette.line), 2 if here else 1))
        painter.drawRect(sheet.adjusted(-3, -3, 3, 3) if here else sheet)
        painter.setFont(now.font("caption", bold=here))
        painter.setPen(QColor(now.palette.ink if here else now.palette.muted))
        words = rect.adjusted(0, high + 12, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, index.data())
        painter.restore()


class Thumbs(QListView):
    """`chosen` carries the page a person picked."""

    chosen = Signal(int)

    def __init__(self, fetch: Fetch) -> None:
        super().__init__()
        self.pages = ThumbModel()
        self.images = PageImages(fetch, self, _MEMORY)
        self.images.ready.connect(lambda _page: self.viewport().update())
        self.setModel(self.pages)
        self.setItemDelegate(ThumbDelegate(self))
        self.setAccessibleName("Small pages")
        self.setProperty("look", "paper")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setMinimumWidth(WIDTH + 40)
        self._wishes = QTimer(self, singleShot=True, interval=60)
        self._wishes.timeout.connect(self._ask)
        self._wanted: list[ImageKey] = []
        self.clicked.connect(lambda index: self.chosen.emit(index.row() + 1))
        self.activated.connect(lambda index: self.chosen.emit(index.row() + 1))

    def show_pages(self, infos: tuple[PageInfo, ...]) -> None:
        """Another document."""
        self.images.clear()
        self.pages.show_pages(infos)

    def show_page(self, page: int) -> None:
        """Where the reader is."""
        index = self.pages.index(page - 1)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def picture(self, info: PageInfo) -> QPixmap | None:
        """The small picture of a page, or None while it is on its way."""
        key = ImageKey(info.number, round(WIDTH * self.devicePixelRatioF() / max(info.width, 1) * 100), 0)
        found = self.images.get(key)
        if found is None:
            self._wanted.append(key)
            if not self._wishes.isActive():
                self._wishes.start()
        return found

    def _ask(self) -> None:
        wanted, self._wanted = self._wanted, []
        self.images.want(dict.fromkeys(wanted))
