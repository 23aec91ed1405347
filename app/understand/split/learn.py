"""What a file teaches about itself: how far its blank sheets, bookmarks and running lines part its documents.

The first judgement comes from the evidence on the pages. Each habit is then weighed by how well it agrees with that judgement, so
that right bookmarks count and useless ones do not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from app.understand.split.sheets import Line, Sheet
from app.understand.split.signs import Sign

_PRIOR_WEIGHT = 2.0
_RUN, _BREAK = -1.7, 1.3


def weight(
    probabilities: Sequence[float], base: float, expected: float, most: float, trust: float = _PRIOR_WEIGHT
) -> float:
    """Log-odds of a habit from the pages that show it; `expected` is believed as much as `trust` pages are."""
    chance = (sum(probabilities) + trust * expected) / (len(probabilities) + trust)
    chance = min(0.97, max(0.03, chance))
    return max(-most, min(most, log(chance / (1 - chance)) - log(base / (1 - base))))


def blanks(sheets: Sequence[Sheet], chances: Mapping[int, float], base: float) -> Iterable[Sign]:
    """Pages after an empty sheet."""
    after = [sheet for sheet in sheets[1:] if sheet.blanks]
    if after:
        points = weight([chances[s.index] for s in after], base, 0.7, 3.0)
        for sheet in after:
            yield Sign(sheet.index, points, "An empty sheet lies before it.")


def bookmarks(
    sheets: Sequence[Sheet], outline: Sequence[tuple[str, int]], chances: Mapping[int, float], base: float
) -> Iterable[Sign]:
    """Bookmarks at the top level, with their pages from 1."""
    named = {page - 1: title for title, page in outline if page - 1 in chances}
    if not named or len(named) > 0.8 * len(chances):
        return
    points = weight([chances[index] for index in named], base, 0.3, 4.5)
    found = sum(chances[index] for index in named) / max(0.5, sum(chances.values()))
    for index, title in named.items():
        others = [chances[other] for other in named if other != index]
        yield Sign(index, weight(others, base, 0.3, 4.5, 1.0), f"A bookmark of the file: “{title[:50]}”.")
    if points > 2.0 and found > 0.6 and len(named) > 3:
        for index in chances.keys() - named.keys():
            yield Sign(index, -2.0, "The file has bookmarks, and none is here.")


def running(sheets: Sequence[Sheet], chances: Mapping[int, float], base: float) -> Iterable[Sign]:
    """Lines at head or foot that two pages share: inside a document, or those of an organisation's paper."""
    shared: defaultdict[str, list[int]] = defaultdict(list)
    lines = [_edge_lines(sheet) for sheet in sheets]
    for place in range(1, len(sheets)):
        for key in lines[place].keys() & lines[place - 1].keys():
            shared[key].append(place)
    points = {
        key: weight([chances[sheets[p].index] for p in places], base, 0.05, 2.6) for key, places in shared.items()
    }
    for place in range(1, len(sheets)):
        both = lines[place].keys() & lines[place - 1].keys()
        gone = [key for key in lines[place - 1].keys() - lines[place].keys() if place > 1 and key in lines[place - 2]]
        if both:
            key = min(both, key=lambda k: points[k])
            if points[key] < -0.3:
                yield Sign(
                    sheets[place].index, points[key], f"The same line runs through: “{lines[place][key].text[:50]}”."
                )
        elif gone:
            yield Sign(
                sheets[place].index,
                _BREAK,
                f"A line that ran through the pages before has ended: “{lines[place - 1][gone[0]].text[:50]}”.",
            )


def _edge_lines(sheet: Sheet) -> dict[str, Line]:
    """Lines at head and foot by their words (letters only: numbers may change)."""
    return {
        f"{foot}{line.skeleton}": line
        for foot in (False, True)
        for line in sheet.edge(foot)
        if len(line.skeleton.replace("#", "").strip()) > 2
    }


def tops(sheets: Sequence[Sheet], chances: Mapping[int, float]) -> Iterable[Sign]:
    """Pages whose head looks as the heads of documents (or of later pages) do elsewhere in this file."""
    heads: defaultdict[str, list[int]] = defaultdict(list)
    for sheet in sheets[1:]:
        for line in sheet.lines[:4]:
            if line.top < 0.25 and len(line.skeleton) > 5:
                heads[line.skeleton].append(sheet.index)
    told: dict[int, Sign] = {}
    for indexes in heads.values():
        for index in indexes:
            others = [chances[other] for other in indexes if other != index]
            if len(others) < 2:
                continue
            sure = sum(c > 0.85 for c in others) / len(others)
            against = sum(c < 0.15 for c in others) / len(others)
            sign = _top_sign(index, sure, against)
            if sign and abs(sign.points) > abs(told.get(index, Sign(0, 0.0, "")).points):
                told[index] = sign
    yield from told.values()


def _top_sign(index: int, sure: float, against: float) -> Sign | None:
    if sure > 0.8:
        return Sign(index, 1.4, "Other documents of this file begin with the same line.")
    if against > 0.8:
        return Sign(index, -1.2, "Later pages of this file begin with the same line.")
    return None
