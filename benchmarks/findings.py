"""How well versions and redactions are found, on the example family of other seeds with variants made from it.

    python -m benchmarks.findings [SEED ...]

Versions: every digital record is taken again with words changed, words covered, a page left out, or scanned; beside them stand
letters, reports and forms of one template, which must stay apart. Redactions: every page of the family, its pages scanned a
little askew, and pages with grey and white boxes among things that only look like boxes. A box counts as found when the
intersection with the true one is over half of their union.
"""

import math
import random
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pymupdf
from PIL import Image

from app.demo import family, scans
from app.demo.blocks import Scanner
from app.domain.errors import AppError
from app.domain.extracted import Box, ExtractedDocument, ExtractedPage
from app.domain.findings import CaseView, DocumentView, PageView
from app.domain.ids import DocumentId
from app.domain.suggestions import CaseFacts
from app.findings.finders import versions
from app.ingest.ocr import ocr_pages
from app.ingest.reader import ReadOptions
from app.ingest.registry import read
from app.understand.run import understand
from benchmarks.findings_pages import hard_pages, templates

_SWAPS = ("never", "refused", "agreed", "Mother", "late", "angry", "not", "twice")


@dataclass
class Score:
    """Counts of right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        both = 2 * precision * recall / max(1e-9, precision + recall)
        return f"F1 {both:.3f}  precision {precision:.3f}  recall {recall:.3f}  ({self.right + self.missed} true)"

    def add(self, found: Iterable[Any], true: Iterable[Any]) -> None:
        """Sets to be equal."""
        got, want = set(found), set(true)
        self.right += len(got & want)
        self.wrong += len(got - want)
        self.missed += len(want - got)

    def add_boxes(self, found: Sequence[Box], true: Sequence[Box]) -> None:
        """Boxes of one page."""
        left = list(true)
        for box in found:
            best = max(left, key=lambda t: _union_share(t, box), default=None)
            if best is not None and _union_share(best, box) > 0.5:
                left.remove(best)
                self.right += 1
            else:
                self.wrong += 1
        self.missed += len(left)


def _union_share(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    if wide <= 0 or high <= 0:
        return 0.0
    sizes = [(b[2] - b[0]) * (b[3] - b[1]) for b in (one, other)]
    return wide * high / (sum(sizes) - wide * high)


@dataclass(frozen=True)
class Paper:
    """A digital PDF of the family as it is read, and the true boxes of each page."""

    path: str
    data: bytes
    document: ExtractedDocument
    boxes: tuple[tuple[Box, ...], ...]


def papers(seed: int) -> list[Paper]:
    """Every PDF with text, once."""
    found: dict[bytes, Paper] = {}
    for file in family.make(seed):
        if not file.path.endswith(".pdf") or file.truth.scanned:
            continue
        try:
            document = read(file.data, file.path, ReadOptions())
        except AppError:
            continue
        found.setdefault(file.data, Paper(file.path, file.data, document, true_boxes(file.data)))
    return list(found.values())


def true_boxes(pdf: bytes) -> tuple[tuple[Box, ...], ...]:
    """Black rectangles as the maker draws them, pieces of one bar joined."""
    with pymupdf.open(stream=pdf) as document:
        return tuple(
            tuple(_bars(sorted(tuple(d["rect"]) for d in page.get_drawings() if d["fill"] == (0, 0, 0))))
            for page in document
        )


def _bars(pieces: Sequence[Box]) -> list[Box]:
    bars: list[Box] = []
    for piece in sorted(pieces, key=lambda b: (round(b[1]), b[0])):
        last = bars[-1] if bars else None
        if last and abs(last[1] - piece[1]) < 1 and -1 < piece[0] - last[2] < 1.5:
            bars[-1] = (last[0], last[1], piece[2], last[3])
        else:
            bars.append(piece)
    return bars


def scanned(pdf: bytes, chance: random.Random) -> tuple[bytes, float]:
    """The PDF put through a scanner, and how far (degrees anticlockwise) its pages lie askew."""
    turn = chance.uniform(-1.2, 1.2)
    scanner = Scanner(skew=0.0)
    images = [
        image.rotate(turn, Image.Resampling.BILINEAR, fillcolor=250) for image in scans.scan_pages(pdf, scanner, chance)
    ]
    return scans.as_pdf(images, scanner), turn


def turned(box: Box, degrees: float, width: float, height: float) -> Box:
    """A box after its page was turned about the middle; it keeps its size."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = (box[0] + box[2] - width) / 2, (box[1] + box[3] - height) / 2
    u, v = x * cos + y * sin + width / 2, -x * sin + y * cos + height / 2
    wide, high = (box[2] - box[0]) / 2, (box[3] - box[1]) / 2
    return u - wide, v - high, u + wide, v + high


def score_redactions(found: Sequence[Paper], chance: random.Random) -> dict[str, Score]:
    """Digital pages, scanned pages, hard pages."""
    scores = {"digital": Score(), "scanned": Score(), "hard, digital": Score(), "hard, scanned": Score()}
    for paper in found:
        for page, true in zip(paper.document.pages, paper.boxes, strict=True):
            scores["digital"].add_boxes(page.boxes, true)
        if any(paper.boxes) or chance.random() < 0.15:
            _score_scan(scores["scanned"], paper.data, paper.boxes, chance)
    data, boxes, seen = hard_pages()
    for page, true in zip(read(data, "hard.pdf", ReadOptions()).pages, boxes, strict=True):
        scores["hard, digital"].add_boxes(page.boxes, true)
    _score_scan(scores["hard, scanned"], data, seen, chance)
    return scores


def _score_scan(score: Score, pdf: bytes, boxes: Sequence[Sequence[Box]], chance: random.Random) -> None:
    data, turn = scanned(pdf, chance)
    pages = ocr_pages(data, tuple(range(1, len(boxes) + 1)))
    for page, true in zip(pages, boxes, strict=True):
        score.add_boxes(page.boxes, [turned(box, turn, page.width, page.height) for box in true])


def score_versions(found: Sequence[Paper], chance: random.Random) -> tuple[Score, float]:
    """Variants of the family's papers among templates; seconds that the finder took."""
    documents: list[DocumentView] = []
    true: set[tuple[int, int]] = set()
    own = [_view(paper.document, paper.path, 1) for paper in found]
    for view in own:
        documents.append(replace(view, id=DocumentId(len(documents) + 1)))
    kinds = ("words", "covered", "page", "scan", "")
    for index, paper in enumerate(found):
        changed = _variant(paper, own[index], chance.choice(kinds), chance)
        if changed is not None:
            documents.append(replace(changed, id=DocumentId(len(documents) + 1), disclosed=("2", 2)))
            true.add((index + 1, len(documents)))
    for text, kind in templates(chance):
        page = ExtractedPage(text)
        documents.append(
            replace(_view(ExtractedDocument("pdf", (page,)), f"{kind}.pdf", 1), id=DocumentId(len(documents) + 1))
        )
    started = time.perf_counter()
    got = versions.find(CaseView(tuple(documents)))
    took = time.perf_counter() - started
    score = Score()
    score.add({_pair(f.document, f.other.document) for f in got if f.other} - _family_pairs(found), true)
    return score, took


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _family_pairs(found: Sequence[Paper]) -> set[tuple[int, int]]:
    """Records that the family itself was given twice (the review and the log)."""
    twice = [i for i, p in enumerate(found, 1) if "SEN support review" in p.path or "afeguarding log" in p.path]
    return {_pair(a, b) for a in twice for b in twice}


def _view(document: ExtractedDocument, path: str, delivery: int) -> DocumentView:
    known = understand(document, path, CaseFacts())
    pages = tuple(
        PageView(n, p.text, p.width, p.height, p.scan, p.boxes, p.unsafe) for n, p in enumerate(document.pages, 1)
    )
    kind, date = known.kind.value if known.kind else "other", known.date.value if known.date else ""
    return DocumentView(DocumentId(1), kind, date, "", document.format, pages, disclosed=(str(delivery), delivery))


def _variant(paper: Paper, view: DocumentView, kind: str, chance: random.Random) -> DocumentView | None:
    pages = list(paper.document.pages)
    match kind:
        case "words":
            changed = [replace(p, text=_edited(p.text, chance)) for p in pages]
        case "covered":
            changed = [replace(p, text=_thinned(p.text, chance), boxes=((60, 60, 200, 72),)) for p in pages]
        case "page" if len(pages) > 1:
            changed = [p for i, p in enumerate(pages) if i != chance.randrange(len(pages))] or pages[1:]
        case "scan":
            data, _ = scanned(paper.data, chance)
            changed = list(ocr_pages(data, tuple(range(1, len(pages) + 1))))
        case _:
            return None
    return _view(ExtractedDocument("pdf", tuple(changed)), "again.pdf", 2) if len(view.pages[0].text) > 200 else None


def _edited(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    for _ in range(3):
        words[chance.randrange(min(25, len(words) - 1), len(words))] = chance.choice(_SWAPS)
    return " ".join(words)


def _thinned(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    for _ in range(4):
        at = chance.randrange(len(words))
        del words[at : at + chance.randrange(1, 6)]
    return " ".join(words)


def main(seeds: Sequence[int]) -> None:
    """Print a line for each score."""
    for seed in seeds:
        chance = random.Random(seed)
        found = papers(seed)
        score, took = score_versions(found, chance)
        print(f"seed {seed}  versions            {score}  {took:.2f} s")
        for name, boxes in score_redactions(found, chance).items():
            print(f"seed {seed}  redactions, {name:<14} {boxes}", flush=True)


if __name__ == "__main__":
    main([int(seed) for seed in sys.argv[1:]] or [2, 3, 4])
