"""Banners: a coloured band that says something and offers one step."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from app.ui.widgets.buttons import Button
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column, row

_ICONS = {
    "info": "info",
    "warn": "warning",
    "danger": "warning",
    "good": "shield",
    "neutral": "info",
    "primary": "info",
}


class Banner(QFrame):
    """`title` in bold and `text` under it (either may be empty); `step` is (words, what to do)."""

    def __init__(
        self,
        tone: str,
        text: str,
        *,
        title: str = "",
        step: tuple[str, Callable[[], object]] | None = None,
        icon: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self.setProperty("tone", tone)
        words = column(gap=2)
        if title:
            words.addWidget(Label(title, bold=True, wrap=True, tone=tone if tone == "good" else ""))
        if text:
            words.addWidget(Label(text, wrap=True))
        colour = {"neutral": "ink"}.get(tone, tone)
        line = row(IconView(icon or _ICONS[tone], 20, colour), gap=12, margins=(14, 10, 14, 10), within=self)
        line.addLayout(words, 1)
        if step is not None:
            line.addWidget(Button(step[0], step[1], kind="quiet", small=True))
        self.setAccessibleName(" ".join(part for part in (title, text) if part))
