"""Page numbers that a document carries itself."""

from dataclasses import dataclass

from app.understand.lazy import lazy
from app.understand.split.sheets import Sheet

_SLIPS = str.maketrans("lio|szb", "1101528")
_D = r"([0-9lio|]{1,3})"
_OF = lazy(rf"(?:\b[pf]a?[qg]c?e?s?|^)[\s:.]*{_D}\s*(?:of|0f|ot|/|out of)\s*{_D}\b(?![/.-])")
_PAGE = lazy(rf"\bp(?:a[qg][ec]|[qg])?\.?[\s:]*{_D}$|^(?:page|pg)\b[\s:.]*{_D}\b")
_BARE = lazy(r"^[-\s~_|]*(\d{1,3})[-\s~_|]*$")
_MOST = 400


@dataclass(frozen=True, slots=True)
class Own:
    """This is page `number` of `total` (0: not said). `bare`: a number alone, which may be something else."""

    number: int
    total: int
    bare: bool


def own_number(sheet: Sheet) -> Own | None:
    """The document's own number on a page, from the lines at its edges (first and last lines, where places are not known)."""
    lines = [*sheet.edge(True), *sheet.edge(False)]
    found: Own | None = None
    for line in lines:
        for cell in line.cells:
            own = _read(cell)
            if own and (found is None or (found.bare and not own.bare) or (own.total and not found.total)):
                found = own
    return found


def _read(cell: str) -> Own | None:
    match = _OF.search(cell)
    if match and len(cell) < 80:
        number, total = _value(match.group(1)), _value(match.group(2))
        if 0 < number <= total <= _MOST and total:
            return Own(number, total, False)
    match = _PAGE.search(cell)
    if match:
        number = _value(match.group(1) or match.group(2))
        return Own(number, 0, False) if 0 < number <= _MOST else None
    match = _BARE.search(cell)
    if match and 0 < int(match.group(1)) <= _MOST:
        return Own(int(match.group(1)), 0, True)
    return None


def _value(text: str) -> int:
    digits = text.translate(_SLIPS)
    return int(digits) if digits.isdigit() else 0
