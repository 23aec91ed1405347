"""Python's search for unreachable cycles, on the window's thread only.

By itself it runs on whichever thread happens to allocate. On a worker thread it may then take away widgets, which Qt
allows on the window's thread alone; the program ends. So it is switched off and done here, a little at a time.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Collector(QObject):
    """Collects while it lives; afterwards Python collects by itself again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY_MS)

    def look(self) -> None:
        """Collect the youngest generations that are due, as Python itself would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Leave it to Python again, after one last look."""
        self._timer.stop()
        gc.collect()
        gc.enable()
