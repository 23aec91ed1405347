"""An open case for each test, its work done in this process."""

from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pytest

from app.domain.people import CaseDetails
from app.services import case as cases
from app.services.case import OpenCase
from app.services.context import Context

PASSPHRASE = "correct horse battery"
DETAILS = CaseDetails(
    "Ada Brennan", "2013-03-14", "england", "Nora Brennan", "mother", "12 Ferry Row\nCalderwick", "nora@example.org"
)


def pdf(*pages: str) -> bytes:
    """A PDF with a page for each text."""
    document = pymupdf.open()
    for text in pages:
        document.new_page().insert_text((56, 72), text, fontsize=11)
    data: bytes = document.tobytes(no_new_id=True, deflate=True)
    return data


@pytest.fixture
def context() -> Iterator[Context]:
    made = Context(inline=True)
    yield made
    made.close()


@pytest.fixture
def case(tmp_path: Path, context: Context) -> Iterator[OpenCase]:
    made = cases.create(context, tmp_path / "test", DETAILS, PASSPHRASE).case
    yield made
    made.close()


@pytest.fixture
def given_folder(tmp_path: Path) -> Path:
    """A small delivery: two letters, a copy, junk, a cut file, an archive."""
    import io
    import zipfile

    folder = tmp_path / "given"
    (folder / "letters").mkdir(parents=True)
    first = pdf("Larkhollow Primary School\n14 October 2021\n\nMother declined the offer of a speech and language referral.",
                "Page two. Ada was calm on 3 November 2021.")  # fmt: skip
    (folder / "letters" / "review.pdf").write_bytes(first)
    (folder / "letters" / "copy of review.pdf").write_bytes(first)
    (folder / "note.txt").write_text(
        "Yes please, do go ahead with the speech referral.\nNora Brennan, 15 October 2021\n"
    )
    (folder / "Thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (folder / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep/clinic.txt", "Clinic letter, 19 November 2021. Referral accepted.")
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("nhs/inner.zip", inner.getvalue())
        archive.writestr("../escape.txt", "This name wants to leave the archive, 1 May 2020.")
    (folder / "health.zip").write_bytes(outer.getvalue())
    return folder
