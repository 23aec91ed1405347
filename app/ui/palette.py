"""Colours as plain data: light, dark and high contrast. One object feeds QPalette, the style sheet, icons and painters.

Every pair that carries words is checked by `tests/ui/test_palette.py` (WCAG 2.2: 4.5 to 1 for text, 3 to 1 for outlines).
"""

from typing import NamedTuple

MARK_ORDER = ("inaccuracy", "missing", "opinion", "language", "question", "evidence", "note")
TONES = ("neutral", "primary", "good", "warn", "danger", "info")


class Palette(NamedTuple):
    """Hex colours by their job. `marks` and `mark_edges` follow `MARK_ORDER`; `organisations` are Okabe-Ito hues, used with a
    letter and a pattern, never alone."""

    name: str
    dark: bool
    paper: str
    surface: str
    sunk: str
    ink: str
    muted: str
    line: str
    outline: str
    primary: str
    on_primary: str
    primary_hover: str
    selected: str
    hover: str
    focus: str
    good: str
    good_tint: str
    warn: str
    warn_tint: str
    danger: str
    danger_tint: str
    info: str
    info_tint: str
    neutral_tint: str
    term: str
    sheet: str
    desk: str
    marks: tuple[str, ...]
    mark_edges: tuple[str, ...]
    organisations: tuple[str, ...]

    def tone(self, name: str) -> tuple[str, str]:
        """(words, ground) for one of `TONES`."""
        if name == "neutral":
            return self.ink, self.neutral_tint
        if name == "primary":
            return self.primary, self.selected
        return getattr(self, name), getattr(self, f"{name}_tint")

    def mark(self, kind: str) -> tuple[str, str]:
        """(ground, edge) of a mark kind."""
        index = MARK_ORDER.index(kind)
        return self.marks[index], self.mark_edges[index]

    def organisation(self, index: int) -> str:
        """The hue of an organisation by its colour number."""
        return self.organisations[index % len(self.organisations)]


LIGHT = Palette(
    name="light",
    dark=False,
    paper="#FAF7F2",
    surface="#FFFFFF",
    sunk="#F3EEE5",
    ink="#1D2B33",
    muted="#54636D",
    line="#E3DCD0",
    outline="#7E8A92",
    primary="#0E5A61",
    on_primary="#FFFFFF",
    primary_hover="#0A474D",
    selected="#E0EDED",
    hover="#F6F1E9",
    focus="#1F5FBF",
    good="#2A6A36",
    good_tint="#E4F1E4",
    warn="#9A4A06",
    warn_tint="#FBEBD8",
    danger="#A3262B",
    danger_tint="#FBE7E6",
    info="#23598F",
    info_tint="#E4EEF8",
    neutral_tint="#EEE9DF",
    term="#F6F1E8",
    sheet="#FFFFFF",
    desk="#ECE6DB",
    marks=("#F9D0CE", "#FBE3B3", "#E2D9F6", "#FBD9C2", "#CFE3F8", "#D2EBD3", "#F3EFC0"),
    mark_edges=("#A8373A", "#8A5A00", "#6A4FB3", "#A4501C", "#2B66A8", "#2E7D3A", "#7A6F00"),
    organisations=("#0072B2", "#00795A", "#A5447C", "#C65300", "#8F6200", "#5A4FA3", "#3D6B78", "#8C3B2E"),
)

DARK = Palette(
    name="dark",
    dark=True,
    paper="#12181B",
    surface="#1B2327",
    sunk="#161D21",
    ink="#E9EEF0",
    muted="#A7B4BB",
    line="#2D383E",
    outline="#6B7A82",
    primary="#6CC7CB",
    on_primary="#062A2D",
    primary_hover="#8AD5D8",
    selected="#1D3B3F",
    hover="#222C31",
    focus="#9CC7FF",
    good="#8FD19A",
    good_tint="#1D3524",
    warn="#F0B465",
    warn_tint="#3A2A14",
    danger="#F2999C",
    danger_tint="#432123",
    info="#8FC1F2",
    info_tint="#1A3047",
    neutral_tint="#2A343A",
    term="#20292E",
    sheet="#E6E2DA",
    desk="#0E1315",
    marks=("#5A2A2B", "#544014", "#3E3362", "#583620", "#1F4464", "#234A2A", "#4A4719"),
    mark_edges=("#F2999C", "#E8BC62", "#BDAAF2", "#F0AC7C", "#8FC1F2", "#8FD19A", "#D9CF6B"),
    organisations=("#6DB8EA", "#52C7A2", "#E2A0C8", "#F2925A", "#EBBB52", "#B3A8F0", "#9CC3CE", "#EFA194"),
)

HIGH_CONTRAST = LIGHT._replace(
    name="contrast",
    paper="#FFFFFF",
    surface="#FFFFFF",
    sunk="#FFFFFF",
    ink="#000000",
    muted="#1F1F1F",
    line="#5C5C5C",
    outline="#000000",
    primary="#00363B",
    primary_hover="#001F22",
    selected="#D5ECEC",
    hover="#EFEFEF",
    focus="#0033CC",
    good="#0B4215",
    good_tint="#FFFFFF",
    warn="#6B2F00",
    warn_tint="#FFFFFF",
    danger="#7A0C11",
    danger_tint="#FFFFFF",
    info="#0B3B70",
    info_tint="#FFFFFF",
    neutral_tint="#FFFFFF",
    term="#F4F4F4",
    desk="#E4E4E4",
)

PALETTES = {palette.name: palette for palette in (LIGHT, DARK, HIGH_CONTRAST)}


def luminance(colour: str) -> float:
    """Relative luminance 0 to 1 of "#RRGGBB" (WCAG 2.2 definition)."""

    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = linear(colour[1:3]), linear(colour[3:5]), linear(colour[5:7])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio 1 to 21 of two colours."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
