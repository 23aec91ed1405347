"""Change of print: size of letters, margin."""

import itertools
from collections.abc import Iterable, Sequence

from app.understand.split.sheets import Sheet
from app.understand.split.signs import Sign


def signs(sheets: Sequence[Sheet]) -> Iterable[Sign]:
    """Compares each page with the one before."""
    for before, sheet in itertools.pairwise(sheets):
        if before.scan == sheet.scan and before.size and sheet.size:
            yield from _letters(before, sheet)


def _letters(before: Sheet, sheet: Sheet) -> Iterable[Sign]:
    """Digital text keeps its size to a tenth of a point inside a document; scans do not."""
    ratio = sheet.size / before.size
    change = max(ratio, 1 / ratio) - 1
    few = min(len(before.lines), len(sheet.lines)) < 6
    if change > (0.12 if sheet.scan else 0.025):
        roomy = bool(before.body) and before.body[-1].bottom < 0.7
        yield Sign(sheet.index, (0.5 if few else 1.1) + 0.5 * roomy, "The letters have another size.")
    elif not few and not sheet.scan and change < 0.004:
        yield Sign(sheet.index, -0.5, "The letters have the same size.")
    if not sheet.scan and not few:
        moved = abs(_margin(before) - _margin(sheet))
        if moved > 0.012:
            yield Sign(sheet.index, 0.8, "The margin is another.")


def _margin(sheet: Sheet) -> float:
    """Where most lines begin."""
    lefts = sorted(line.left for line in sheet.lines)
    return lefts[len(lefts) // 4]
