"""An empty screen that teaches: one picture, one sentence, one button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column, row


class EmptyState(QWidget):
    """Centred in whatever room it gets. `step` is (words, what to do); `hint` a second, quieter sentence."""

    def __init__(
        self,
        icon: str,
        sentence: str,
        step: tuple[str, Callable[[], object]] | None = None,
        *,
        hint: str = "",
        primary: bool = True,
    ) -> None:
        super().__init__()
        words = Label(sentence, "h2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body = column(None, row(None, IconView(icon, 36, "primary", ground="selected", box=72), None), 4, words, gap=8)
        if hint:
            more = Label(hint, muted=True, wrap=True)
            more.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            body.addWidget(more)
        if step is not None:
            body.addSpacing(8)
            button = Button(step[0], step[1], kind="primary" if primary else "secondary")
            body.addLayout(row(None, button, None))
        body.addStretch(1)
        inner = QWidget()
        inner.setLayout(body)
        inner.setMaximumWidth(480)
        line = row(within=self, gap=0, margins=(24, 24, 24, 24))
        line.addStretch(1)
        line.addWidget(inner, 20)
        line.addStretch(1)
        self.setAccessibleName(sentence)
