"""Import 2,000 digital pages in 200 PDFs, against `recollindex` on the same files: `python -m benchmarks.importing`.

Ours does more with each file (encrypts it, keeps its bytes, finds dates, kind, organisation and every word's place); the
comparison is the wall time from the command's start to its end, on as many cores as the machine has.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pymupdf

from app.demo import family

_LIMIT = 1.5


def make_files(folder: Path, files: int, pages: int) -> None:
    """PDFs of ordinary prose: about 400 words and five dates a page."""
    words = [w for f in family.truth().inaccuracies for w in f.wrong_text.split()] + _WORDS
    for number in range(files):
        chance = random.Random(number)
        document = pymupdf.open()
        for page in range(pages):
            _page(document, chance, words, f"File {number}, page {page + 1} of {pages}")
        document.save(folder / f"record_{number:03d}.pdf", deflate=True)


_WORDS = (
    "the school review meeting support teacher parent child learning reading target progress referral speech language therapy "
    "assessment agreed discussed reported noted said that with for and of to in on was were has have not very often sometimes "
    "playtime lesson class group behaviour attendance letter email telephone visit clinic doctor nurse council plan outcome"
).split()


def _page(document: pymupdf.Document, chance: random.Random, words: list[str], heading: str) -> None:
    page = document.new_page()
    lines = [heading, f"Date of meeting: {chance.randint(1, 28)} March 20{chance.randint(17, 25)}", ""]
    for paragraph in range(8):
        text = [chance.choice(words) for _ in range(45)]
        if paragraph % 2:
            text.insert(9, f"on {chance.randint(1, 28):02d}/{chance.randint(1, 12):02d}/20{chance.randint(17, 25)}")
        sentence = " ".join(text).capitalize() + "."
        lines += [sentence[i : i + 92] for i in range(0, len(sentence), 92)] + [""]
    page.insert_text((56, 60), "\n".join(lines), fontsize=9.5)


def ours(folder: Path, scratch: Path) -> float:
    """Seconds for `fairfile import` into a new case."""
    environment = {
        **os.environ,
        "FAIRFILE_PASSPHRASE": "benchmark passphrase",
        "FAIRFILE_CONFIG": str(scratch / "config"),
    }
    case = scratch / "bench.fairfile"
    base = [sys.executable, "-m", "app"]
    shutil.rmtree(case, ignore_errors=True)
    subprocess.run(
        [*base, "new", str(case), "--child", "Ada Brennan"], env=environment, check=True, capture_output=True
    )
    started = time.perf_counter()
    command = [*base, "--case", str(case), "import", str(folder), "--no-ocr"]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def recoll(folder: Path, scratch: Path) -> float:
    """Seconds for `recollindex` with a fresh configuration."""
    config = scratch / "recoll"
    shutil.rmtree(config, ignore_errors=True)
    config.mkdir(parents=True)
    (config / "recoll.conf").write_text(f"topdirs = {folder}\n")
    started = time.perf_counter()
    subprocess.run(["recollindex", "-c", str(config)], check=True, capture_output=True)
    return time.perf_counter() - started


def main() -> int:
    """Print the ratio; 1 when it is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--pages", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=2)
    chosen = parser.parse_args()
    if shutil.which("recollindex") is None:
        print("recollindex is not installed (Debian: recollcmd)")
        return 2
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        folder = scratch / "files"
        folder.mkdir()
        make_files(folder, chosen.files, chosen.pages)
        theirs = min(recoll(folder, scratch) for _ in range(chosen.rounds))
        mine = min(ours(folder, scratch) for _ in range(chosen.rounds))
    version = subprocess.run(["recollindex", "-v"], capture_output=True, text=True).stdout.strip() or "recollindex"
    from app import __version__

    total = chosen.files * chosen.pages
    print(f"{total} pages in {chosen.files} PDFs on {os.cpu_count()} cores")
    print(f"Fairfile {__version__}: {mine:.2f} s ({total / mine:.0f} pages a second)")
    print(f"{version}: {theirs:.2f} s ({total / theirs:.0f} pages a second)")
    print(f"ratio: {mine / theirs:.2f} (wanted: at most {_LIMIT})")
    return 0 if mine / theirs <= _LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
