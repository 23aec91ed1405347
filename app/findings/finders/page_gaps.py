"""Pages that a document counts and does not have: "Page 2 of 5" is followed by "Page 4 of 5"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.findings import CaseView, DocumentView, FindingKind, Found
from app.domain.ids import DocumentId

KIND = FindingKind.PAGE_GAP
_LABEL = re.compile(
    r"(?<!see )(?<!on )(?<!at )(?<!from )(?<!to )\b(?:page|pg\.?|p\.)[ \t]*(\d{1,3})[ \t]*(?:of|/)[ \t]*(\d{1,3})\b(?![/.]\d)",
    re.IGNORECASE,
)
_BARE = re.compile(r"^[ \t–—-]*(\d{1,3}) of (\d{1,3})[ \t–—-]*$", re.MULTILINE)
_LINES = 4
_MOST_WORDS = 16
_MOST_PAGES = 400


@dataclass(frozen=True, slots=True)
class _Label:
    """`number` of `total` as printed on the page with this index; `start` and `end` are its offsets."""

    index: int
    number: int
    total: int
    start: int
    end: int


def find(view: CaseView) -> Iterable[Found]:
    """A finding for each count that has gaps; none where a page could be there without its number."""
    counted = {document.id: _runs(document) for document in view.documents}
    for position, document in enumerate(view.documents):
        runs = counted[document.id]
        for nth, run in enumerate(runs):
            before = runs[nth - 1][-1].index + 1 if nth else 0
            after = runs[nth + 1][0].index if nth + 1 < len(runs) else len(document.pages)
            missing = _missing(run, before, after)
            if missing and not _elsewhere(view.documents, position, counted, run, missing):
                yield _found(document, run, missing)


def _runs(document: DocumentView) -> list[list[_Label]]:
    """Labels in the order of pages, parted where counting begins anew. Empty when a label comes twice in a row of pages,
    as it does where the number was typed and not counted."""
    labels = [label for index in range(len(document.pages)) if (label := _label(document, index)) is not None]
    runs: list[list[_Label]] = []
    for label in labels:
        last = runs[-1][-1] if runs else None
        if last and (label.number, label.total) == (last.number, last.total):
            return []
        if last and label.total == last.total and label.number > last.number:
            runs[-1].append(label)
        else:
            runs.append([label])
    return runs


def _label(document: DocumentView, index: int) -> _Label | None:
    """The page's own number: in a short line at its top or foot, and the only one there."""
    text = document.pages[index].text
    found = []
    for start, end in _edges(text):
        line = text[start:end]
        if len(line.split()) <= _MOST_WORDS:
            match = _LABEL.search(line) or _BARE.search(line)
            if match:
                found.append(_Label(index, int(match[1]), int(match[2]), start + match.start(), start + match.end()))
    if not found or len({(label.number, label.total) for label in found}) > 1:
        return None
    label = found[-1]
    return label if 1 <= label.number <= label.total <= _MOST_PAGES else None


def _edges(text: str) -> list[tuple[int, int]]:
    """The first and last lines that hold something, as offsets."""
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append((at, at + len(line.rstrip())))
        at += len(line)
    return spans if len(spans) <= 2 * _LINES else spans[:_LINES] + spans[-_LINES:]


def _missing(run: Sequence[_Label], before: int, after: int) -> list[int]:
    """Numbers that no page can have: between labels on pages that follow each other, and at the ends when no page without
    a label stands there. `before` and `after` bound the pages that may belong to the run."""
    missing: list[int] = []
    first, last = run[0], run[-1]
    if first.index == before:
        missing += range(1, first.number)
    for one, two in pairwise(run):
        if two.index - one.index == 1:
            missing += range(one.number + 1, two.number)
    if last.index + 1 == after:
        missing += range(last.number + 1, last.total + 1)
    return missing


def _elsewhere(
    documents: Sequence[DocumentView],
    position: int,
    counted: Mapping[DocumentId, list[list[_Label]]],
    run: Sequence[_Label],
    missing: Sequence[int],
) -> bool:
    """The missing numbers of the same total are on another file that fits: pages that were sent one by one."""
    mine, held = documents[position], {label.number for label in run}
    numbers: set[int] = set()
    for other_position, other in enumerate(documents):
        near = abs(other_position - position) <= len(missing) + 1 or (bool(other.date) and other.date == mine.date)
        if other_position == position or not near or other.kind not in (mine.kind, "other", ""):
            continue
        for labels in counted[other.id]:
            theirs = {label.number for label in labels}
            if labels[0].total == run[0].total and not theirs & held:
                numbers |= theirs
    return set(missing) <= numbers


def _found(document: DocumentView, run: Sequence[_Label], missing: Sequence[int]) -> Found:
    total = run[0].total
    label = next((one for one, two in pairwise(run) if two.number - one.number > 1), run[-1])
    if missing[0] < run[0].number:
        label = run[0]
    page = document.pages[label.index]
    words = ", ".join(map(str, missing)) if len(missing) <= 12 else f"{missing[0]} to {missing[-1]}"
    noun = "Page" if len(missing) == 1 else "Pages"
    return Found(
        KIND, document.id, page.number, f"{run[0].index + 1} of {total}",
        f"The pages are counted to {total}. {noun} {words} not found in this document.",
        page.text[label.start : label.end], label.start, label.end, detail={"total": total, "missing": list(missing)},
    )  # fmt: skip
