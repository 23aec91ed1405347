"""Where we are, where we were: a small navigator that knows no widgets."""

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

_DEPTH = 50


@dataclass(frozen=True)
class Place:
    """A screen and what it was asked to show."""

    screen: str
    params: dict[str, Any] = field(default_factory=dict)


class Navigator(QObject):
    """`go("reader", document=3, page=2)` opens a screen; `back()` returns to the one before. `went` carries a `Place`."""

    went = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trail: list[Place] = []

    @property
    def here(self) -> Place | None:
        """The place shown now."""
        return self._trail[-1] if self._trail else None

    @property
    def can_go_back(self) -> bool:
        """True when there is a place before this one."""
        return len(self._trail) > 1

    def go(self, screen: str, **params: Any) -> None:
        """Open a screen."""
        place = Place(screen, params)
        if self.here != place:
            self._trail = [*self._trail[-_DEPTH:], place]
        self.went.emit(place)

    def back(self, otherwise: str = "home") -> None:
        """Return to the place before, or open `otherwise` when there is none."""
        if not self.can_go_back:
            self.go(otherwise)
            return
        self._trail.pop()
        self.went.emit(self._trail[-1])

    def clear(self) -> None:
        """Forget the trail (a case was closed)."""
        self._trail = []
