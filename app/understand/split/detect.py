"""Where the documents of a giant file begin, judged from all evidence together.

Every piece of evidence gives log-odds; they add up with how common boundaries are in such files (a logistic model whose weights
are set by hand: a person can read why). A file is judged twice: what it teaches about its own habits joins the second time. Sequences such as "Page 1 of 3" speak
for whole ranges of pages, so that each boundary can be judged by itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import exp

from app.domain.extracted import ExtractedPage
from app.domain.parts import Boundary
from app.understand.split import learn, stamps
from app.understand.split.sheets import Sheet, mark_running, prepare, written
from app.understand.split.signs import Sign, discover

PRIOR = -1.9
SURE = 0.54
_WORTH_TELLING = 0.12
_MOST_REASONS = 5
# The most that one kind of evidence may count, for or against.
_CAPS = {
    "numbers": 9.0,
    "letters": 5.5,
    "emails": 5.5,
    "titles": 4.2,
    "forms": 3.0,
    "flow": 5.0,
    "looks": 2.4,
    "ends": 2.2,
    "paper": 2.6,
}
# Where nothing looks like the beginning of a document, change alone is no boundary: reports change their look inside.
_CHANGES = ("looks", "ends", "habit running", "habit blanks")
_CHANGES_ALONE = 2.0
_BEGINS = 0.7
_SAME_FORM = -0.6  # a form that comes again brings its head and foot with it

Outline = Sequence[tuple[str, int]]


def detect(pages: Sequence[ExtractedPage], outline: Outline = ()) -> tuple[Boundary, ...]:
    """Boundaries that are likely enough to be told, in order; never the first page. `outline`: (title, page from 1) of bookmarks."""
    sheets = prepare(pages)
    stamps.remove(sheets)
    full = written(sheets)
    mark_running(full)
    if len(full) < 2:
        return ()
    first = _of_pages(full)
    points = _sums(first)
    for _ in range(2):
        chances = _chances(full, points)
        habits = _habits(full, outline, chances)
        points = _sums({**first, **habits})
    return _boundaries(full, points, {**first, **habits})


def _of_pages(sheets: Sequence[Sheet]) -> dict[str, dict[int, list[Sign]]]:
    return {name: _by_page(module.signs(sheets)) for name, module in discover()}


def _habits(
    sheets: Sequence[Sheet], outline: Outline, chances: Mapping[int, float]
) -> dict[str, dict[int, list[Sign]]]:
    base = min(0.6, max(0.03, sum(chances.values()) / len(chances)))
    return {
        "habit blanks": _by_page(learn.blanks(sheets, chances, base)),
        "habit bookmarks": _by_page(learn.bookmarks(sheets, outline, chances, base)),
        "habit running": _by_page(learn.running(sheets, chances, base)),
        "habit tops": _by_page(learn.tops(sheets, chances)),
    }


def _by_page(signs: Iterable[Sign]) -> dict[int, list[Sign]]:
    found: defaultdict[int, list[Sign]] = defaultdict(list)
    for sign in signs:
        found[sign.index].append(sign)
    return found


def _sums(evidence: Mapping[str, Mapping[int, list[Sign]]]) -> dict[int, float]:
    """Points of each page, with what one kind of evidence may count at most."""
    by_index: defaultdict[int, dict[str, float]] = defaultdict(dict)
    for name, by_page in evidence.items():
        cap = _CAPS.get(name, 5.0)
        for index, signs in by_page.items():
            by_index[index][name] = max(-cap, min(cap, sum(sign.points for sign in signs)))
    return {index: _total(points) for index, points in by_index.items()}


def _total(points: Mapping[str, float]) -> float:
    if points.get("forms", 0.0) > 0:
        points = {name: max(value, _SAME_FORM) if name == "habit running" else value for name, value in points.items()}
    begins = sum(value for name, value in points.items() if name not in _CHANGES)
    changes = sum(value for name, value in points.items() if name in _CHANGES)
    looks_like_one = sum(value for name, value in points.items() if name not in _CHANGES and value > 0) >= _BEGINS
    return PRIOR + begins + (changes if looks_like_one else min(changes, _CHANGES_ALONE))


def _chances(sheets: Sequence[Sheet], points: Mapping[int, float]) -> dict[int, float]:
    return {sheet.index: _chance(points.get(sheet.index, PRIOR)) for sheet in sheets[1:]}


def _chance(points: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, points))))


def _boundaries(
    sheets: Sequence[Sheet], points: Mapping[int, float], evidence: Mapping[str, Mapping[int, list[Sign]]]
) -> tuple[Boundary, ...]:
    found = []
    for sheet in sheets[1:]:
        chance = _chance(points.get(sheet.index, PRIOR))
        if chance < _WORTH_TELLING:
            continue
        signs = [sign for by_page in evidence.values() for sign in by_page.get(sheet.index, ())]
        signs.sort(key=lambda sign: -abs(sign.points))
        reasons = tuple(dict.fromkeys(sign.reason for sign in signs if sign.points > 0))[:_MOST_REASONS]
        found.append(Boundary(sheet.index + 1, round(chance, 3), reasons, chance >= SURE))
    return tuple(found)
