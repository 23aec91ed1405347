"""Writes every letter of every case in every nation as Word and PDF, to be looked at: `python -m tests.letters_sheet FOLDER [KIND…]`.

Compares the words of both, and with LibreOffice at hand those of the Word file as it sets them; prints page counts and differences.
"""

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pymupdf

from app.domain.people import NATIONS
from app.letters import catalogue, fitness
from app.letters.compose import compose, subject_of
from app.letters.layout import LetterMeta
from app.letters.writers import docx as docx_writer
from app.letters.writers import pdf as pdf_writer
from tests.contract.letter_cases import CASES
from tests.unit.letters.readback import docx_words, pdf_words

_AT_ONCE = 40


def main(folder: Path, kinds: list[str]) -> int:
    """Write, convert, compare. Returns the number of differences."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [path for kind in kinds or [k.id for k in catalogue.kinds()] for path in write(folder, kind)]
    found = sum(differs(path) for path in made)
    if shutil.which("soffice"):
        found += converted(folder, made)
    print(f"{len(made)} letters, {found} differences")
    return found


def write(folder: Path, kind: str) -> list[Path]:
    """The files of one letter, without their endings."""
    found = []
    for case, build in CASES.items():
        for nation in NATIONS:
            facts = build(kind, nation)
            if fitness.why_not(kind, facts):
                continue
            draft = compose(kind, facts)
            meta = LetterMeta(subject_of(draft.blocks), facts.case.parent, facts.today)
            path = folder / f"{kind}.{case}.{nation}"
            path.with_name(f"{path.name}.docx").write_bytes(docx_writer.write(draft.blocks, meta))
            path.with_name(f"{path.name}.pdf").write_bytes(pdf_writer.write(draft.blocks, meta))
            found.append(path)
    return found


def differs(path: Path) -> bool:
    """Whether Word and PDF differ in words, headers of tables apart."""
    word = words(docx_words(path.with_name(f"{path.name}.docx").read_bytes()))
    pdf = words(pdf_words(path.with_name(f"{path.name}.pdf").read_bytes()))
    if left := word - pdf:
        print(f"{path.name}: not in the PDF: {dict(left)}")
    return bool(left)


def converted(folder: Path, made: list[Path]) -> int:
    """How many Word files lose words, or differ by more than a page, when LibreOffice sets them."""
    out = folder / "converted"
    files = [str(path.with_name(f"{path.name}.docx")) for path in made]
    own = f"-env:UserInstallation=file://{(folder / 'profile').resolve()}"
    for at in range(0, len(files), _AT_ONCE):
        command = [
            "soffice",
            own,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(out),
            *files[at : at + _AT_ONCE],
        ]
        subprocess.run(command, check=True, capture_output=True)
    found = 0
    for path in made:
        theirs, ours = ((f / f"{path.name}.pdf").read_bytes() for f in (out, folder))
        left = words(pdf_words(ours)) - words(pdf_words(theirs))
        pages = [pages_of(data) for data in (ours, theirs)]
        if len(list(left.elements())) > 40 or abs(pages[0] - pages[1]) > 1 + pages[0] // 8:
            print(f"{path.name}: pages {pages}, {dict(list(left.items())[:12])}")
            found += 1
    return found


def words(found: list[str]) -> Counter[str]:
    """Words counted; a line may end after a stroke or a hyphen."""
    return Counter(" ".join(found).replace("/", " ").replace("-", " ").split())


def pages_of(data: bytes) -> int:
    """Pages of a PDF."""
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        return len(pdf)


if __name__ == "__main__":
    sys.exit(bool(main(Path(sys.argv[1]), sys.argv[2:])))
