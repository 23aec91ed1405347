"""Cards: white panels with a thin line, and the card of Home and lists with an icon, two lines and a button."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.widgets.chip import Chip
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.labels import ElidedLabel, Label
from app.ui.widgets.layouts import column, row


class Card(QFrame):
    """A panel. `body` is its column layout. `strong` draws the outline of a control, `first` the outline of the next step."""

    def __init__(self, *, padding: int = 16, gap: int = 8, strong: bool = False, first: bool = False) -> None:
        super().__init__()
        self.setProperty("look", "card-strong" if strong else "card")
        self.setProperty("first", first)
        self.body: QVBoxLayout = column(within=self, gap=gap, margins=(padding, padding, padding, padding))


class ActionCard(Card):
    """Icon, title with an optional chip, a second line, and controls on the right."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str,
        *controls: QWidget,
        tone: str = "neutral",
        chip: Chip | None = None,
        below: QWidget | None = None,
        first: bool = False,
    ) -> None:
        super().__init__(padding=0, gap=0, first=first)
        colour = {"neutral": "ink", "primary": "primary"}.get(tone, tone)
        ground = {"neutral": "neutral_tint", "primary": "selected"}.get(tone, f"{tone}_tint")
        self.title = ElidedLabel(title, bold=True) if chip is not None else Label(title, bold=True, wrap=True)
        self.text = Label(text, muted=True, wrap=True)
        head = row(self.title, chip, None, gap=8) if chip is not None else row(self.title, gap=8)
        if chip is None:
            head.setStretch(0, 1)
        words = column(head, self.text, gap=2)
        if below is not None:
            words.addSpacing(6)
            words.addWidget(below)
        line = row(IconView(icon, 20, colour, ground=ground, box=40), gap=16, margins=(16, 14, 16, 14))
        line.addLayout(words, 1)
        for control in controls:
            line.addWidget(control)
        self.body.addLayout(line)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
