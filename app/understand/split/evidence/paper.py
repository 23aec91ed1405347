"""Change of paper: size, orientation, scan or digital."""

import itertools
from collections.abc import Iterable, Sequence

from app.understand.split.sheets import Sheet
from app.understand.split.signs import Sign


def signs(sheets: Sequence[Sheet]) -> Iterable[Sign]:
    """Compares each page with the one before."""
    for before, sheet in itertools.pairwise(sheets):
        yield from _paper(before, sheet)
        if before.scan != sheet.scan:
            yield Sign(
                sheet.index, 1.5, "A scan begins." if sheet.scan else "Scans end; the text is digital from here."
            )


def _paper(before: Sheet, sheet: Sheet) -> Iterable[Sign]:
    same = abs(before.width - sheet.width) < 4 and abs(before.height - sheet.height) < 4
    turned = abs(before.width - sheet.height) < 4 and abs(before.height - sheet.width) < 4
    if turned and not same:
        yield Sign(sheet.index, 0.5, "The page lies the other way.")
    elif not same:
        yield Sign(sheet.index, 1.6, "The paper has another size.")
