"""The two that are compared: Fairfile as it imports, and ocrmypdf on the same pages."""

import resource
import subprocess
import tempfile
import time
from pathlib import Path

from app.domain.extracted import ExtractedPage
from app.ingest.reader import ReadOptions
from app.ingest.registry import read
from app.jobs.processes import ProcessRunner
from benchmarks.reading.groups import Page

WORKERS = 2


def ours(pages: list[Page]) -> tuple[float, list[ExtractedPage]]:
    """Seconds and pages: read as a file first, then by OCR if that is wanted."""
    first = [read(page.pdf, "page.pdf", ReadOptions()).pages[0] for page in pages]
    started = time.perf_counter()
    with ProcessRunner(WORKERS) as runner:
        futures = {
            number: runner.submit("app.ingest.ocr:ocr_pages", page.pdf, (1,), seconds=240)
            for number, page in enumerate(pages)
            if first[number].scan and not first[number].blank
        }
        found = [futures[n].result()[0] if n in futures else first[n] for n in range(len(pages))]
    return time.perf_counter() - started, found


def theirs(pages: list[Page], help_it: bool) -> tuple[float, list[str]]:
    """Seconds and texts of ocrmypdf, each page a file. `help_it`: with --rotate-pages and --deskew."""
    more = ["--rotate-pages", "--deskew"] if help_it else []
    texts = []
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            source, text = Path(folder, "in.pdf"), Path(folder, "text.txt")
            source.write_bytes(page.pdf)
            text.unlink(missing_ok=True)
            command = ["ocrmypdf", "--jobs", "2", "--force-ocr", "-q", *more, "--sidecar", str(text), str(source)]
            done = subprocess.run([*command, str(Path(folder, "out.pdf"))], stderr=subprocess.DEVNULL)
            texts.append(text.read_text() if done.returncode == 0 and text.exists() else "")
    return time.perf_counter() - started, texts


def peak_of_children() -> int:
    """Megabytes of the largest child that has ended."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
