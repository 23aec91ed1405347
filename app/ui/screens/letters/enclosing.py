"""Choosing what goes with a letter: each document with a tick, before one PDF is made of them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.domain import dates
from app.domain.bundles import PackItem, PackSpec
from app.ui.widgets.dialogs import Plain
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column, scrolling
from app.ui.widgets.tick_box import TickBox

_FIRST = "Look through these pages first: they can hold things about other people."


class EnclosuresDialog(Plain):
    """Everything is ticked at first; `left_out` are the documents without a tick."""

    def __init__(self, parent: QWidget | None, spec: PackSpec) -> None:
        super().__init__(parent, "What goes with the letter?", _FIRST, "Save as one PDF")
        self.ticks: dict[int, TickBox] = {}
        inner = QWidget()
        body = column(within=inner, gap=4)
        for part in spec.sections:
            body.addWidget(Label(part.title, bold=True))
            for item in part.items:
                tick = TickBox(_line(item), on=True)
                tick.toggled.connect(self._count)
                self.ticks[int(item.document)] = tick
                body.addWidget(tick)
        body.addStretch(1)
        area = scrolling(inner, "What goes with the letter")
        area.setMinimumHeight(min(360, 40 + 36 * (len(self.ticks) + len(spec.sections))))
        self.middle.addWidget(area)
        self.setMinimumWidth(520)

    @property
    def left_out(self) -> tuple[int, ...]:
        """Documents that stay at home."""
        return tuple(document for document, tick in self.ticks.items() if not tick.isChecked())

    def _count(self, _on: bool) -> None:
        self.yes.setEnabled(len(self.left_out) < len(self.ticks))


def _line(item: PackItem) -> str:
    pages = f"{'page' if len(item.pages) == 1 else 'pages'} {_list(item.pages)}" if item.pages else ""
    return ", ".join(part for part in (item.title, dates.show(item.date) if item.date else "", pages) if part)


def _list(pages: Sequence[Any]) -> str:
    return ", ".join(map(str, pages))
