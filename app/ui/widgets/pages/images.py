"""Pictures of pages: asked for in the background, kept within a memory limit, newest wish first."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from app.domain.documents import PageImage

MEMORY_LIMIT = 160 * 1024 * 1024
IN_FLIGHT = 2


@dataclass(frozen=True, slots=True)
class ImageKey:
    """One picture: `scale` is physical pixels a point, in hundredths so that equal zooms are equal keys."""

    page: int
    hundredths: int
    rotate: int

    @property
    def scale(self) -> float:
        """Pixels a point."""
        return self.hundredths / 100


Fetch = Callable[[ImageKey, Callable[[PageImage], None], Callable[[Exception], None]], None]
"""Gets a picture in the background; one of the two callbacks is then called on the window's thread."""


def to_pixmap(image: PageImage, ratio: float = 1.0) -> QPixmap:
    """A pixmap of RGB bytes that is crisp at the given device pixel ratio."""
    picture = QImage(image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGB888)
    pixmap = QPixmap.fromImage(picture)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class PageImages(QObject):
    """The cache. `want` replaces all wishes that have not been started, so that scrolling far never queues up work."""

    ready = Signal(int)
    """A picture of this page has come."""

    failed = Signal(int, object)

    def __init__(self, fetch: Fetch, parent: QObject | None = None, limit: int = MEMORY_LIMIT) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._limit = limit
        self._kept: OrderedDict[ImageKey, QPixmap] = OrderedDict()
        self._bytes = 0
        self._wishes: list[ImageKey] = []
        self._running: set[ImageKey] = set()
        self._broken: set[ImageKey] = set()
        self._generation = 0

    @property
    def kept_bytes(self) -> int:
        """Memory held by pictures."""
        return self._bytes

    def clear(self) -> None:
        """Forget everything; answers still on their way are dropped."""
        self._generation += 1
        self._kept.clear()
        self._bytes = 0
        self._wishes.clear()
        self._running.clear()
        self._broken.clear()

    def get(self, key: ImageKey) -> QPixmap | None:
        """The exact picture, if it is here."""
        pixmap = self._kept.get(key)
        if pixmap is not None:
            self._kept.move_to_end(key)
        return pixmap

    def any_size(self, page: int, rotate: int) -> QPixmap | None:
        """The largest picture of a page at whatever size, to stretch meanwhile."""
        found = [key for key in self._kept if key.page == page and key.rotate == rotate]
        return self._kept[max(found, key=lambda key: key.hundredths)] if found else None

    def want(self, keys: Iterable[ImageKey]) -> None:
        """These pictures are wanted, most urgent first."""
        self._wishes = [k for k in keys if k not in self._kept and k not in self._running and k not in self._broken]
        self._start()

    def _start(self) -> None:
        while self._wishes and len(self._running) < IN_FLIGHT:
            key = self._wishes.pop(0)
            self._running.add(key)
            request = _Request(key, self._generation, self)
            self._fetch(key, request.came, request.broke)

    def came(self, key: ImageKey, generation: int, image: PageImage) -> None:
        """A picture has arrived."""
        if generation != self._generation:
            return
        self._running.discard(key)
        pixmap = to_pixmap(image)
        self._kept[key] = pixmap
        self._bytes += _size(pixmap)
        while self._bytes > self._limit and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= _size(old)
        self.ready.emit(key.page)
        self._start()

    def broke(self, key: ImageKey, generation: int, error: Exception) -> None:
        """A picture could not be made; it is not asked for again."""
        if generation != self._generation:
            return
        self._running.discard(key)
        self._broken.add(key)
        self.failed.emit(key.page, error)
        self._start()


class _Request(QObject):
    """One question on its way. A QObject, so that answers to a closed window are dropped."""

    def __init__(self, key: ImageKey, generation: int, images: PageImages) -> None:
        super().__init__(images)
        self._key, self._generation, self._images = key, generation, images

    def came(self, image: PageImage) -> None:
        self._images.came(self._key, self._generation, image)
        self.deleteLater()

    def broke(self, error: Exception) -> None:
        self._images.broke(self._key, self._generation, error)
        self.deleteLater()


def _size(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
