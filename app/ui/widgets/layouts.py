"""Rows and columns in one line, on the 8 pixel grid."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

Item = QWidget | QLayout | int | str | None
Margins = tuple[int, int, int, int]


def _fill(layout: QBoxLayout, items: tuple[Item, ...], gap: int, margins: Margins) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif item is None:
            layout.addStretch(1)


def row(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0), within: QWidget | None = None) -> QHBoxLayout:
    """A row. An int is a gap in pixels, None takes the room that is left. `within` gets it as its layout."""
    layout = QHBoxLayout(within) if within is not None else QHBoxLayout()
    _fill(layout, items, gap, margins)
    return layout


def column(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0), within: QWidget | None = None) -> QVBoxLayout:
    """A column, see `row`."""
    layout = QVBoxLayout(within) if within is not None else QVBoxLayout()
    _fill(layout, items, gap, margins)
    return layout


def boxed(layout_of: QWidget, width: int) -> QWidget:
    """`layout_of` centred, never wider than `width`."""
    layout_of.setMaximumWidth(width)
    outer = QWidget()
    line = row(within=outer, gap=0)
    line.addStretch(1)
    line.addWidget(layout_of, 1000)
    line.addStretch(1)
    return outer


def scrolling(content: QWidget, name: str = "") -> QScrollArea:
    """`content` in an area that scrolls up and down only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if name:
        area.setAccessibleName(name)
    return area


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
