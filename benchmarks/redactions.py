"""How well redactions are found on hard pages, for each way of covering and each kind of scanner.

    python -m benchmarks.redactions [SEED [PAGES]]
    python -m benchmarks.redactions family [SEED [PAGES]]

A box counts as found when the intersection with the true one is over half of their union. PAGES pages are made for each scanner;
every page is read as a digital one, then scanned and read by OCR.
"""

import random
import sys
import time
from collections import defaultdict

from app.ingest.ocr import ocr_pages
from app.ingest.reader import ReadOptions
from app.ingest.registry import read
from benchmarks.findings import Score
from benchmarks.redaction_family import pages as family_pages
from benchmarks.redaction_pages import Paper, paper
from benchmarks.redaction_scans import KINDS, STYLES, scanned


def main(seed: int, pages: int) -> None:
    """Print a line for each kind and style."""
    chance = random.Random(seed)
    scores: defaultdict[str, Score] = defaultdict(Score)
    started = time.process_time()
    for number in range(pages):
        for nth, style in enumerate(STYLES):
            kind = KINDS[(7 * number + 3 * nth) % len(KINDS)]
            kind = "boxes" if (kind, style) == ("grey", "fax") else kind
            made = paper(chance, kind)
            _digital(scores, made, kind)
            pdf, boxes = scanned(made, style, chance)
            found = ocr_pages(pdf, (1,))[0].boxes
            for name in ("scanned", f"scanned, {kind}", f"scanned, {style}"):
                scores[name].add_boxes(found, boxes)
    for name, score in sorted(scores.items()):
        print(f"seed {seed}  {name:<20} {score}")
    print(f"{time.process_time() - started:.0f} s of processor time")


def of_family(seed: int, pages: int) -> None:
    """The same for pages of the example family."""
    scores: defaultdict[str, Score] = defaultdict(Score)
    for way, wear, pdf, boxes, scan, seen in family_pages(seed, pages):
        if boxes or way == "nothing":
            found = read(pdf, "page.pdf", ReadOptions()).pages[0].boxes
            for name in ("digital", f"digital, {way}"):
                scores[name].add_boxes(found, boxes)
        found = ocr_pages(scan, (1,))[0].boxes
        for name in ("scanned", f"scanned, {way}", f"scanned, {wear}"):
            scores[name].add_boxes(found, seen)
    for name, score in sorted(scores.items()):
        print(f"family {seed}  {name:<20} {score}")


def _digital(scores: defaultdict[str, Score], made: Paper, kind: str) -> None:
    if kind == "pen":
        return
    found = read(made.pdf, "page.pdf", ReadOptions()).pages[0].boxes
    for name in ("digital", f"digital, {kind}"):
        scores[name].add_boxes(found, [*made.boxes, *made.whites])


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    run = of_family if "family" in sys.argv else main
    run(numbers[0] if numbers else 31, numbers[1] if len(numbers) > 1 else 10)
