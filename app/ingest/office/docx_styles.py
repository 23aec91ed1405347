"""Styles and list numbers of a Word document: which paragraphs are headings, and what number Word prints before them."""

from collections import defaultdict
from typing import Any

from app.ingest.office.package import Package, attribute, local

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def child(element: Any, name: str) -> Any:
    """The first child called `name` (without namespace), or None."""
    if element is not None:
        for one in element:
            if local(one.tag) == name:
                return one
    return None


def value(element: Any, *path: str) -> str:
    """The `val` attribute at the end of a path of children; empty when missing."""
    for name in path:
        element = child(element, name)
    return "" if element is None else attribute(element, "val")


class Styles:
    """Heading levels, list membership and hidden text by style id."""

    def __init__(self, package: Package, part: str) -> None:
        self.levels: dict[str, int] = {}
        self.lists: dict[str, tuple[str, int]] = {}
        self.based: dict[str, str] = {}
        root = package.xml(part)
        for style in root if root is not None else ():
            if local(style.tag) == "style":
                self._take(style)

    def _take(self, style: Any) -> None:
        identifier = attribute(style, "styleId")
        name = value(style, "name").lower()
        self.based[identifier] = value(style, "basedOn")
        settings = child(style, "pPr")
        outline = value(settings, "outlineLvl")
        if name.startswith("heading ") and name[8:9].isdigit():
            self.levels[identifier] = int(name[8])
        elif name == "title":
            self.levels[identifier] = 1
        elif outline.isdigit() and int(outline) < 9:
            self.levels[identifier] = int(outline) + 1
        number = value(settings, "numPr", "numId")
        if number:
            self.lists[identifier] = (number, int(value(settings, "numPr", "ilvl") or 0))

    def heading(self, style: str) -> int:
        """Heading level of a style, 0 for none."""
        for _ in range(12):
            if style in self.levels:
                return self.levels[style]
            style = self.based.get(style, "")
        return 0

    def list_of(self, style: str) -> tuple[str, int]:
        for _ in range(12):
            if style in self.lists:
                return self.lists[style]
            style = self.based.get(style, "")
        return "", 0


class Numbering:
    """Counts list paragraphs as Word does, and prints their labels."""

    def __init__(self, package: Package, part: str) -> None:
        self.abstract: dict[str, dict[int, tuple[str, str, int]]] = {}
        self.numbers: dict[str, str] = {}
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)
        root = package.xml(part)
        for element in root if root is not None else ():
            if local(element.tag) == "abstractNum":
                self.abstract[attribute(element, "abstractNumId")] = _levels(element)
            elif local(element.tag) == "num":
                self.numbers[attribute(element, "numId")] = value(element, "abstractNumId")

    def label(self, number: str, level: int) -> str:
        """The label of the next paragraph of list `number` at `level`; empty when there is no such list."""
        abstract = self.numbers.get(number, "")
        levels = self.abstract.get(abstract)
        if not levels or number == "0":
            return ""
        kind, pattern, start = levels.get(level, ("bullet", "•", 1))
        counts = self.counts[abstract]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        if kind == "bullet":
            return "•"
        if kind == "none":
            return ""
        for index in range(9):
            shown_kind, _, first = levels.get(index, ("decimal", "", 1))
            pattern = pattern.replace(f"%{index + 1}", shown_number(counts.get(index, first), shown_kind))
        return pattern


def _levels(element: Any) -> dict[int, tuple[str, str, int]]:
    found = {}
    for one in element:
        if local(one.tag) == "lvl":
            level, start = attribute(one, "ilvl"), value(one, "start")
            kind, text = value(one, "numFmt") or "decimal", value(one, "lvlText")
            found[int(level) if level.isdigit() else 0] = (kind, text, int(start) if start.isdigit() else 1)
    return found


def shown_number(number: int, kind: str) -> str:
    """A list number in its style: decimal, letters or Roman."""
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return text.upper() if kind == "upperLetter" else text
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 5000:
        text, rest = "", number
        for size, letters in _ROMAN:
            text += letters * (rest // size)
            rest %= size
        return text.upper() if kind == "upperRoman" else text
    return f"{number:02d}" if kind == "decimalZero" else str(number)
