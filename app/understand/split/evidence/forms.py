"""The same form again, filled in with other details; or the same running head with the same details, which goes on."""

from collections.abc import Iterable, Sequence

from app.understand.lazy import lazy
from app.understand.split.sheets import Line, Sheet, alike
from app.understand.split.signs import Sign

_LABELLED = lazy(r"^([a-z][a-z /'()-]{2,32}?)\s*[:.]\s*(\S.*)?$")
_LABEL = lazy(r"^[a-z][a-z /'()&-]{1,30}$")
_LONGEST_VALUE = 60
_OTHERWISE = 2
_OF_MAIL = frozenset({"from", "to", "sent", "subject", "cc", "bcc", "attachments", "importance"})


Field = tuple[str, float, float]
"""Value, and the place of its line."""


def signs(sheets: Sequence[Sheet]) -> Iterable[Sign]:
    """Compares the fields at the head of a page with those at the same places of the last pages."""
    fields = [_fields(sheet) for sheet in sheets]
    for place in range(1, len(sheets)):
        mine = fields[place]
        if len(mine) < 2:
            continue
        for back in range(place - 1, max(-1, place - 5), -1):
            other = fields[back]
            shared = [name for name in mine.keys() & other.keys() if _same_place(mine[name], other[name])]
            differ = sum(not alike(mine[name][0], other[name][0]) for name in shared)
            if len(shared) >= max(3, 0.6 * len(mine)) or _few_but_sure(mine, shared, differ):
                yield from _said(sheets[place], differ, place - back, len(shared))
                break


def _few_but_sure(mine: dict[str, Field], shared: Sequence[str], differ: int) -> bool:
    """Two fields are enough when they are all there is, both differ, and one has a number or a date in it."""
    return len(shared) == differ == len(mine) and any(c.isdigit() for name in shared for c in mine[name][0])


def _same_place(one: Field, other: Field) -> bool:
    return abs(one[1] - other[1]) < 0.03 and abs(one[2] - other[2]) < 0.03


def _said(sheet: Sheet, differ: int, distance: int, shared: int) -> Iterable[Sign]:
    if differ >= _OTHERWISE:
        yield Sign(sheet.index, 2.8 if shared > 2 else 2.3, "The same form again, filled in with other details.")
    elif not differ and distance == 1:
        yield Sign(sheet.index, -1.5, "The same details stand at the head of the page before.")


def _fields(sheet: Sheet) -> dict[str, Field]:
    """Labels and values in the upper part of a page, running lines included; a label that comes twice is a table's and is left out."""
    found: dict[str, Field] = {}
    twice: set[str] = set()
    for line in sheet.lines[:22]:
        if line.top >= 0.5:
            break
        for label, value in _pairs(line):
            if label in found:
                twice.add(label)
            if label not in _OF_MAIL and len(value) <= _LONGEST_VALUE:
                found[label] = (value, line.top, line.left)
    return {label: field for label, field in found.items() if label not in twice}


def _pairs(line: Line) -> Iterable[tuple[str, str]]:
    """Each label with its value: “Name: A”, or two cells side by side."""
    cells = line.cells
    number = 0
    while number < len(cells):
        after = cells[number + 1] if number + 1 < len(cells) else ""
        match = _LABELLED.match(cells[number])
        if match and match.group(2):
            yield match.group(1).strip(), match.group(2)
        elif after and (match or _LABEL.match(cells[number])):
            yield cells[number].strip(" :."), after
            number += 1
        number += 1
