"""The document's own page numbers: "Page 1 of 3" begins one, "Page 2 of 3" does not, and after "Page 3 of 3" it has ended."""

from collections.abc import Iterable, Iterator, Sequence

from app.understand.split.numbering import Own, own_number
from app.understand.split.sheets import Sheet
from app.understand.split.signs import Sign

_FIRST_SAID, _FIRST, _FIRST_BARE = 5.5, 4.0, 2.2
_GOES_ON, _GOES_ON_WEAK, _LATER = -7.0, -4.0, -3.0
_ENDED, _OTHER = 2.5, 3.0


def signs(sheets: Sequence[Sheet]) -> Iterable[Sign]:
    """Signs from numbers on the page, on the one before, and on later ones that count from here."""
    owns = [
        _sound(sheets, place, [own_number(sheet) for sheet in sheets[max(0, place - 1) : place + 2]])
        for place in range(len(sheets))
    ]
    for place in range(1, len(sheets)):
        yield from _on_page(sheets, owns, place)
    yield from _counted_back(sheets, owns)


def _sound(sheets: Sequence[Sheet], place: int, around: list[Own | None]) -> Own | None:
    """A number alone counts when a neighbour goes on from it, or it is 1 or 2."""
    mine = around[1 if place else 0]
    if mine is None or not mine.bare or mine.number <= 2:
        return mine
    before = around[0] if place else None
    after = around[-1] if len(around) > (2 if place else 1) else None
    steps = (before and before.number == mine.number - 1) or (after and after.number == mine.number + 1)
    return mine if steps else None


def _on_page(sheets: Sequence[Sheet], owns: Sequence[Own | None], place: int) -> Iterator[Sign]:
    mine, before, index = owns[place], owns[place - 1], sheets[place].index
    if mine is not None and mine.number == 1:
        points = _FIRST_SAID if mine.total else _FIRST_BARE if mine.bare else _FIRST
        yield Sign(index, points, f"It says {_said(mine)}.")
    elif mine is not None:
        yield from _later_page(mine, before, index)
    if before is not None and before.total and before.number == before.total and (mine is None or mine.number == 1):
        yield Sign(index, _ENDED, f"The page before says {_said(before)}.")
    if before is not None and before.number < before.total and (mine is None or mine.total == before.total):
        restarts = mine is not None and mine.number == 1
        if not restarts:
            yield Sign(index, -2.5, f"The page before says {_said(before)}.")


def _later_page(mine: Own, before: Own | None, index: int) -> Iterator[Sign]:
    if before is None:
        yield Sign(index, _GOES_ON_WEAK / 2 if mine.bare else _GOES_ON_WEAK, f"It says {_said(mine)}.")
    elif before.number == mine.number - 1 and (before.total == mine.total or not (before.total and mine.total)):
        yield Sign(index, _GOES_ON_WEAK if mine.bare else _GOES_ON, f"It says {_said(mine)}, after {_said(before)}.")
    elif before.total and mine.total and before.total != mine.total:
        yield Sign(index, _OTHER, f"It says {_said(mine)}, the page before {_said(before)}.")
    elif not mine.bare:
        yield Sign(index, -1.0, f"It says {_said(mine)}.")


def _counted_back(sheets: Sequence[Sheet], owns: Sequence[Own | None]) -> Iterator[Sign]:
    """ "Page 3" means that the document began two pages before, when nothing there says otherwise."""
    for place, own in enumerate(owns):
        if own is None or own.number < 2:
            continue
        start = place - own.number + 1
        if start < 0 or any(_denies(owns[p], p - start + 1, own.total) for p in range(start, place)):
            continue
        if own.number == 2 and own.bare and owns[start] is None:
            yield Sign(sheets[start].index, 1.0, f"The next page says {_said(own)}.")
            continue
        for inner in range(start + 1, place):
            if owns[inner] is None:
                yield Sign(sheets[inner].index, _LATER, f"A later page says {_said(own)}.")
        if owns[start] is None and own.number <= 3:
            yield Sign(sheets[start].index, 2.0, f"A later page says {_said(own)}.")


def _denies(other: Own | None, wanted: int, total: int) -> bool:
    return other is not None and (other.number != wanted or bool(total and other.total and other.total != total))


def _said(own: Own) -> str:
    if own.total:
        return f"“Page {own.number} of {own.total}”"
    return f"“{own.number}”" if own.bare else f"“Page {own.number}”"
