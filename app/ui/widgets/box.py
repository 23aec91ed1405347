"""A widget that only holds a layout. Keep one of these, never a bare inner layout, on a Python object: PySide crashes when
Qt deletes an inner layout that Python still holds."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.widgets.layouts import Item, Margins, column, row


class Column(QWidget):
    """Things under each other; `body` is the layout."""

    def __init__(self, *items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__()
        self.body: QBoxLayout = column(*items, gap=gap, margins=margins, within=self)


class Row(QWidget):
    """Things side by side; `body` is the layout."""

    def __init__(self, *items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__()
        self.body: QBoxLayout = row(*items, gap=gap, margins=margins, within=self)
