"""A 2,000-page pack of 200 documents against `qpdf --empty --pages`, on the same files, on this machine.

    python -m benchmarks.pack [--documents 200] [--pages 10] [--rounds 5]

Prints seconds of each round and the ratio of the medians. Ours includes cover, index, numbers, bookmarks, links, saving and
checking; the documents are read from memory as they come from a case. qpdf reads and writes files.
"""

import argparse
import platform
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import typst

from app.bundle.assemble import build
from app.bundle.plan import plan
from app.bundle.sources import PackSource
from app.domain.bundles import PackItem, PackSpec, Section
from app.domain.ids import DocumentId

LIMIT = 3.0
_TEXT = (
    "the child was seen in class today and worked well with support from an adult who read the task aloud before she "
    "began her attendance this term is good the review agreed that a referral would be made parents were present and asked "
    "for a copy of the plan reading writing number speech language sensory break friend playground morning afternoon"
)
_WORDS = _TEXT.split()


def make_document(number: int, pages: int) -> bytes:
    """An ordinary PDF: headings, paragraphs and a table on every page, fonts embedded."""
    rng = random.Random(number)
    parts = [f'#set document(title: "Document {number}")\n#set page(paper: "a4")\n#set text(lang: "en")\n']
    for page in range(pages):
        parts.append(f"= Record {number}, sheet {page + 1}\n")
        for _ in range(6):
            parts.append(" ".join(rng.choices(_WORDS, k=70)).capitalize() + ".\n\n")
        cells = ", ".join(f"[{rng.choice(_WORDS)}]" for _ in range(24))
        parts.append(f"#table(columns: 4, {cells})\n#pagebreak(weak: true)\n")
    made: bytes = typst.compile("".join(parts).encode(), format="pdf", ignore_system_fonts=True, pdf_tags=False)
    return made


def measured(works: Sequence[Callable[[], object]], rounds: int) -> list[list[float]]:
    """Wall seconds of each round of each work, taken in turns so that a busy machine is unfair to none; the first does not count."""
    seconds: list[list[float]] = [[] for _ in works]
    for _ in range(rounds + 1):
        for work, taken in zip(works, seconds, strict=True):
            began = time.perf_counter()
            work()
            taken.append(time.perf_counter() - began)
    return [taken[1:] for taken in seconds]


def main() -> int:
    """Run both and compare; exit status 1 when ours takes more than three times as long."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--documents", type=int, default=200)
    options.add_argument("--pages", type=int, default=10)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()
    files = [make_document(number, given.pages) for number in range(given.documents)]
    spec = PackSpec(
        "Evidence pack",
        "Ada Brennan",
        sections=tuple(
            Section(
                letter, f"Part {letter}", tuple(PackItem(DocumentId(n + 1), f"Record {n}", "2021-10-14") for n in part)
            )
            for letter, part in _parts(len(files))
        ),
    )
    planned = plan(spec, {DocumentId(n + 1): given.pages for n in range(len(files))})
    sources = {DocumentId(n + 1): PackSource(data) for n, data in enumerate(files)}
    made = datetime.now(UTC).date()
    with tempfile.TemporaryDirectory() as folder:
        command = _qpdf(files, Path(folder))
        ours, theirs = measured(
            [
                lambda: build(planned, sources, made),
                lambda: subprocess.run(command, check=True, capture_output=True),
            ],
            given.rounds,
        )
    _tell(ours, theirs, build(planned, sources, made).timings, sum(map(len, files)), planned.total)
    return 0 if statistics.median(ours) <= LIMIT * statistics.median(theirs) else 1


def _parts(count: int) -> list[tuple[str, range]]:
    step = -(-count // 4)
    return [(letter, range(at * step, min((at + 1) * step, count))) for at, letter in enumerate("ABCD")]


def _qpdf(files: list[bytes], folder: Path) -> list[str]:
    """The command that merges the same files."""
    paths = []
    for number, data in enumerate(files):
        path = folder / f"{number:04d}.pdf"
        path.write_bytes(data)
        paths.append(str(path))
    return ["qpdf", "--empty", "--pages", *paths, "--", str(folder / "out.pdf")]


def _tell(
    ours: list[float], theirs: list[float], timings: tuple[tuple[str, float], ...], size: int, pages: int
) -> None:
    qpdf = subprocess.run(["qpdf", "--version"], check=True, capture_output=True, text=True).stdout.split("\n")[0]
    print(f"{pages} pages, {size / 1e6:.1f} MB of sources; Python {platform.python_version()}, {qpdf},", end=" ")
    print(", ".join(f"{name} {version(name)}" for name in ("pikepdf", "typst")))
    for name, seconds in (("ours", ours), ("qpdf", theirs)):
        print(f"{name}: " + " ".join(f"{s:.2f}" for s in seconds) + f"   median {statistics.median(seconds):.2f} s")
    print("stages: " + ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in timings))
    print(f"ratio {statistics.median(ours) / statistics.median(theirs):.2f} (limit {LIMIT:.1f})")


if __name__ == "__main__":
    raise SystemExit(main())
