"""What the sender put on every page of the whole file: numbers that run on from the first page to the last, and standing lines.

They belong to no document. Numbers of the whole file are known by running on in step with the pages, whatever words stand beside them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from app.understand.lazy import lazy
from app.understand.split.sheets import Line, Sheet

_FEWEST = 8
_SHARE = 0.5
_LINE_SHARE = 0.7
_LONGEST_CELL = 60
_DIGITS = lazy(r"\d{1,7}")
_GAP = re.compile(r"(\s{2,}|\t|\s*\|\s*)")

Key = tuple[bool, int]


def remove(sheets: Sequence[Sheet]) -> bool:
    """Take stamps away from the sheets; whether a number ran through the whole file."""
    offsets = _offsets(sheets)
    standing = _standing(sheets)
    if not offsets and not standing:
        return False
    places = _places(sheets, offsets)
    for sheet in sheets:
        for foot in (False, True):
            for line in sheet.edge(foot):
                _clean(sheet, line, foot, offsets, places, standing)
        sheet.lines = [line for line in sheet.lines if line.low]
        sheet.empty = not sheet.lines and not sheet.unread
    return bool(offsets)


def _cells(line: Line) -> list[str]:
    return [cell for cell in _GAP.split(line.low) if cell and len(cell) <= _LONGEST_CELL]


def _offsets(sheets: Sequence[Sheet]) -> set[Key]:
    """(foot, number less page) of numbers that keep step on half of the pages with text, early, in the middle and late."""
    pages: defaultdict[Key, set[int]] = defaultdict(set)
    for sheet in sheets:
        for foot in (False, True):
            for line in sheet.edge(foot):
                for cell in _cells(line):
                    for match in _DIGITS.finditer(cell):
                        pages[foot, int(match.group()) - sheet.index].add(sheet.index)
    written = sum(bool(sheet.lines) for sheet in sheets)
    return {key for key, on in pages.items() if len(on) >= max(_FEWEST, _SHARE * written) and _spread(on, len(sheets))}


def _spread(on: set[int], count: int) -> bool:
    return min(on) < count / 5 and max(on) > count * 4 / 5


def _standing(sheets: Sequence[Sheet]) -> set[tuple[bool, str]]:
    """Lines without letters of their own document: the same words at the edge of most pages."""
    if len(sheets) < 2 * _FEWEST:
        return set()
    counted = Counter(
        (foot, line.skeleton)
        for sheet in sheets
        for foot in (False, True)
        for line in sheet.edge(foot)
        if line.skeleton
    )
    written = sum(bool(sheet.lines) for sheet in sheets)
    return {key for key, times in counted.items() if times >= _LINE_SHARE * written and len(key[1]) > 3}


def _places(sheets: Sequence[Sheet], offsets: set[Key]) -> dict[Key, Counter[tuple[int, int]]]:
    """Where each running number stands (hundredths of the page), so that a misread one is known by its place."""
    found: dict[Key, Counter[tuple[int, int]]] = {key: Counter() for key in offsets}
    for sheet in sheets:
        for foot, offset in offsets:
            for line in sheet.edge(foot):
                if any(_is_stamp(cell, sheet.index + offset) for cell in _cells(line)):
                    found[foot, offset][round(line.top * 100), round(line.left * 20)] += 1
    return found


def _is_stamp(cell: str, wanted: int) -> bool:
    return any(int(m.group()) == wanted for m in _DIGITS.finditer(cell))


def _clean(
    sheet: Sheet,
    line: Line,
    foot: bool,
    offsets: set[Key],
    places: dict[Key, Counter[tuple[int, int]]],
    standing: set[tuple[bool, str]],
) -> None:
    """Drop the cells of a line that are stamps."""
    if (foot, line.skeleton) in standing:
        line.low = line.text = ""
        return
    for key in offsets:
        if key[0] != foot:
            continue
        parts = _GAP.split(line.low)
        kept = [part for part in parts if len(part) > _LONGEST_CELL or not _is_stamp(part, sheet.index + key[1])]
        if len(kept) != len(parts):
            line.low = "".join(kept).strip()
        elif len(parts) == 1 and len(line.low) < 24 and _usual_place(places[key], line):
            line.low = ""


def _usual_place(places: Counter[tuple[int, int]], line: Line) -> bool:
    """Whether a line with a number stands where most of the stamps stand."""
    total = places.total()
    here = places[round(line.top * 100), round(line.left * 20)]
    return total > 0 and here > 0.25 * total and any(c.isdigit() for c in line.low)
