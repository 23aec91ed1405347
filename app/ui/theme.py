"""The look, in one place: palette, type scale, spacing, text size. Nothing else in the window names a colour or a font size.

`theme()` gives the one in force; `apply()` changes it for the whole program: widgets get `QEvent.StyleChange` and repaint.
"""

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from app.ui import icons
from app.ui.palette import LIGHT, PALETTES, Palette
from app.ui.stylesheet import build

GRID = 8
SPACE_ICON, SPACE, SPACE_CARD, SPACE_PAGE = 4, 8, 16, 24
CORNER = 6
TARGET = 32
TEXT_SIZES = (100, 115, 130, 150, 175, 200)
POINTS = {"body": 11.0, "caption": 10.0, "small": 9.5, "facet": 10.5, "h2": 13.0, "h1": 16.5, "display": 22.0}
HEADINGS = frozenset({"h2", "h1", "display"})
FAMILY = "Source Sans Pro"


class Theme(NamedTuple):
    """A palette and a text size in per cent (100 to 200)."""

    palette: Palette = LIGHT
    text_size: int = 100

    @property
    def scale(self) -> float:
        """Text size as a factor, 1 to 2."""
        return self.text_size / 100

    @property
    def large(self) -> bool:
        """True when side panels fold and the navigation shows icons only."""
        return self.text_size >= 150

    def points(self, role: str = "body") -> float:
        """Size in points of a type role (a key of `POINTS`)."""
        return round(POINTS[role] * self.scale, 1)

    def font(self, role: str = "body", bold: bool | None = None, italic: bool = False) -> QFont:
        """The font of a type role; headings are semibold."""
        return QFont(_font(self.points(role), role in HEADINGS if bold is None else bold, italic))

    def px(self, pixels: float) -> int:
        """A length that must grow with the text (row heights, badges); gaps stay as they are."""
        return round(pixels * self.scale)

    def colour(self, name: str) -> QColor:
        """A palette colour by its field name."""
        return QColor(getattr(self.palette, name))


@cache
def _font(points: float, bold: bool, italic: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setItalic(italic)
    return font


_in_force = Theme()


def theme() -> Theme:
    """The theme in force."""
    return _in_force


def apply(app: QApplication, new: Theme) -> None:
    """Put a theme in force. Does nothing when it already is."""
    global _in_force
    if new == _in_force and app.styleSheet():
        return
    _in_force = new
    app.setFont(new.font())
    app.setPalette(_qt_palette(new.palette))
    app.setStyleSheet(build(new.palette, new.scale, {role: new.points(role) for role in POINTS}))


def choose(name: str, text_size: int) -> Theme:
    """The theme for settings: `name` is system, light, dark or contrast."""
    if name == "system":
        name = "dark" if _system_is_dark() else "light"
    return Theme(PALETTES.get(name, LIGHT), max(100, min(200, text_size)))


def _system_is_dark() -> bool:
    from PySide6.QtCore import Qt

    app = QApplication.instance()
    return isinstance(app, QApplication) and app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def load_fonts() -> None:
    """Make the program's own font known to Qt. Raises FileNotFoundError when the font package is not installed."""
    from app.system.fonts import font_files

    wanted = ("-Regular.", "-Semibold.", "-It.")
    for path in font_files():
        if any(part in path.name for part in wanted):
            QFontDatabase.addApplicationFont(str(path))


def release() -> None:
    """Drop pictures and fonts that belong to the application that is ending."""
    icons.forget()
    _font.cache_clear()


def _qt_palette(p: Palette) -> QPalette:
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, p.paper),
        (roles.WindowText, p.ink),
        (roles.Base, p.surface),
        (roles.AlternateBase, p.sunk),
        (roles.Text, p.ink),
        (roles.Button, p.surface),
        (roles.ButtonText, p.ink),
        (roles.Highlight, p.primary),
        (roles.HighlightedText, p.on_primary),
        (roles.PlaceholderText, p.muted),
        (roles.ToolTipBase, p.surface),
        (roles.ToolTipText, p.ink),
        (roles.Link, p.primary),
        (roles.Accent, p.primary),
    ):
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(p.muted))
    return made
