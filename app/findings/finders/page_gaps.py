"""Pages that a document counts and does not have: "Page 2 of 5" is followed by "Page 4 of 5", or "- 6 -" by "- 8 -"."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from app.domain.findings import CaseView, DocumentView, FindingKind, Found
from app.domain.ids import DocumentId
from app.findings.page_labels import Label, counted, running

KIND = FindingKind.PAGE_GAP
_SAME_PAGE = 90.0
_FEW = {"page": 3, "dashes": 3, "roman": 3}
_MANY = 4
_YEARS = range(1900, 2101)
_MOST_MISSING, _CLOSE_BY = 30, 6
_MOSTLY = 0.7
_START = 4
_LONGEST = 4_000


def find(view: CaseView) -> Iterable[Found]:
    """A finding for each count that has gaps; none where a page could be there without its number."""
    counts = {document.id: _runs(document) for document in view.documents}
    for position, document in enumerate(view.documents):
        runs = counts[document.id]
        for nth, run in enumerate(runs):
            before = runs[nth - 1][-1].index + 1 if nth else 0
            after = runs[nth + 1][0].index if nth + 1 < len(runs) else len(document.pages)
            missing = _missing(run, before, after)
            if missing and not _elsewhere(view.documents, position, counts, run, missing):
                yield _found(document, run, missing)
        if not runs and len(document.pages) >= 3:
            yield from _from_running(document)


def _runs(document: DocumentView) -> list[list[Label]]:
    """Labels with a total in the order of pages, parted where counting begins anew. Empty when the number never changes,
    as it does where it was typed and not counted."""
    labels = [label for index, page in enumerate(document.pages) if (label := counted(page.text, index)) is not None]
    labels = _mended(labels)
    if len(labels) > 1 and labels[0].total > 1 and len({(label.number, label.total) for label in labels}) == 1:
        return []
    runs: list[list[Label]] = []
    for label in labels:
        run = runs[-1] if runs else None
        if run is None or label.total != run[-1].total or (_starts_again(label, run, document)):
            runs.append([label])
        else:
            run.append(label)
    figures = all(_is_progress(run) for run in runs if not run[0].sure)
    return [run for run in runs if run[0].sure or figures]


def _starts_again(label: Label, run: Sequence[Label], document: DocumentView) -> bool:
    """The number was there before, and not as a second copy of the same page."""
    for known in run:
        if known.number == label.number:
            return not _same_page(document, known.index, label.index)
    return label.number == 1


def _same_page(document: DocumentView, one: int, other: int) -> bool:
    return (
        fuzz.ratio(document.pages[one].text[:_LONGEST], document.pages[other].text[:_LONGEST], score_cutoff=_SAME_PAGE)
        > 0
    )


def _mended(labels: Sequence[Label]) -> list[Label]:
    """A total or number that was misread between two pages that agree is put right."""
    out = list(labels)
    for i in range(1, len(out) - 1):
        one, label, two = out[i - 1], out[i], out[i + 1]
        around = one.total == two.total and two.number - one.number == 2 and two.index - one.index == 2
        if around and (label.number == one.number + 1 or (label.sure and label.number not in (one.number, two.number))):
            out[i] = replace(label, total=one.total, number=one.number + 1)
    return out


def _is_progress(run: Sequence[Label]) -> bool:
    """Fractions alone on a line are numbers of pages only when they rise from page to page."""
    numbers = [label.number for label in run]
    rises = all(one < two for one, two in pairwise(numbers))
    return len(run) >= _FEW["page"] and rises and numbers[-1] - numbers[0] <= len(run) + 1


def _missing(run: Sequence[Label], before: int, after: int) -> list[int]:
    """Numbers that no page can have: between labels on pages that follow each other, and at the ends when no page without
    a label stands there. `before` and `after` bound the pages that may belong to the run."""
    held = {label.number for label in run}
    missing: set[int] = set()
    first, last = run[0], run[-1]
    if first.index == before:
        missing.update(range(1, min(held)))
    for one, two in pairwise(run):
        if two.index - one.index == 1:
            missing.update(range(one.number + 1, two.number))
    if last.index + 1 == after:
        missing.update(range(max(held) + 1, last.total + 1))
    return sorted(missing - held)


def _elsewhere(
    documents: Sequence[DocumentView],
    position: int,
    counts: Mapping[DocumentId, list[list[Label]]],
    run: Sequence[Label],
    missing: Sequence[int],
) -> bool:
    """The missing numbers of the same total are on another file that fits: pages that were sent one by one."""
    mine, held = documents[position], {label.number for label in run}
    numbers: set[int] = set()
    for other_position, other in enumerate(documents):
        near = abs(other_position - position) <= len(missing) + 1 or (bool(other.date) and other.date == mine.date)
        if other_position == position or not near or other.kind not in (mine.kind, "other", ""):
            continue
        for labels in counts[other.id]:
            theirs = {label.number for label in labels}
            if labels[0].total == run[0].total and not theirs & held:
                numbers |= theirs
    return set(missing) <= numbers


def _from_running(document: DocumentView) -> Iterator[Found]:
    """Gaps in numbers without a total: the style that numbers most pages, where it leaves no doubt."""
    styles: defaultdict[str, dict[int, list[Label]]] = defaultdict(dict)
    for index, page in enumerate(document.pages):
        for label in running(page.text, index):
            styles[label.style].setdefault(index, []).append(label)
    told: set[int] = set()
    for style, found in sorted(styles.items(), key=lambda item: -len(item[1])):
        if len(found) < max(_FEW.get(style, _MANY), 0.5 * len(document.pages) if style == "bare" else 0):
            continue
        for run in _chains(found):
            if all(label.number in _YEARS for label in run):
                continue
            missing = _holes(run, style)
            if missing and len(run) >= _FEW.get(style, _MANY) and run[0].index not in told:
                told.add(run[0].index)
                yield _found(document, run, missing)


def _chains(found: Mapping[int, Sequence[Label]]) -> list[list[Label]]:
    """Labels that rise from page to page, parted where counting begins anew; misread ones are left out."""
    offsets = Counter(label.number - label.index for labels in found.values() for label in labels)
    steady = {offset for offset, times in offsets.items() if times >= 2}
    sure = {i: fit for i, labels in found.items() if (fit := [f for f in labels if f.number - i in steady])}
    chains: list[list[Label]] = []
    for index in sorted(found):
        last = chains[-1][-1] if chains else None
        fitting = sure.get(index) or [f for f in found[index] if last and _is_between(f, last, sure)]
        if not fitting:
            continue
        label = min(fitting, key=lambda f: abs(f.number - f.index - (last.number - last.index)) if last else 0)
        if (
            last is None
            or label.number <= last.number
            or label.number - last.number - (index - last.index) > _MOST_MISSING
        ):
            chains.append([label])
        else:
            chains[-1].append(label)
    return chains


def _is_between(label: Label, last: Label, sure: Mapping[int, Sequence[Label]]) -> bool:
    """A page alone between two gaps, or the very last one: its number leaves room for the pages before and after it."""
    if not 0 <= label.number - last.number - (label.index - last.index) <= _CLOSE_BY:
        return False
    following = min((index for index in sure if index > label.index), default=None)
    return following is None or any(
        0 <= f.number - label.number - (following - label.index) <= _CLOSE_BY for f in sure[following]
    )


def _holes(run: Sequence[Label], style: str) -> list[int]:
    """Numbers between pages that follow each other. Some steps are plain ones: fronts of sheets that were printed on both
    sides have every other number and no gap."""
    steps = [two.number - one.number for one, two in pairwise(run) if two.index - one.index == 1]
    if (
        not steps
        or sum(step == 1 for step in steps) < min(2, len(steps) - 1)
        or steps.count(1) < _MOSTLY * len(steps) - 1
    ):
        return []
    missing: list[int] = []
    if style == "page" and run[0].index == 0 and 1 < run[0].number <= _START:
        missing += range(1, run[0].number)
    for one, two in pairwise(run):
        if two.index - one.index == 1:
            missing += range(one.number + 1, two.number)
    return missing


def _found(document: DocumentView, run: Sequence[Label], missing: Sequence[int]) -> Found:
    total = run[0].total or max(label.number for label in run)
    label = next((one for one, two in pairwise(run) if two.number - one.number > 1), run[-1])
    if missing[0] < run[0].number:
        label = run[0]
    page = document.pages[label.index]
    words = ", ".join(map(str, missing)) if len(missing) <= 12 else f"{missing[0]} to {missing[-1]}"
    noun = "Page" if len(missing) == 1 else "Pages"
    counts = "counted" if run[0].total else "numbered up"
    return Found(
        KIND, document.id, page.number, f"{run[0].index + 1} of {total}",
        f"The pages are {counts} to {total}. {noun} {words} not found in this document.",
        page.text[label.start : label.end], label.start, label.end, detail={"total": total, "missing": list(missing)},
    )  # fmt: skip
