"""The same bytes are held once and listed wherever they came from: loose, attached to mails, in archives, in later deliveries."""

import io
import tarfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

from app.services import browsing, importing, searching
from app.services.case import OpenCase
from tests.services.conftest import pdf


def mail(subject: str, *attached: bytes) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "office@example.org", "parent@example.org", subject
    made["Date"] = "Thu, 14 Oct 2021 09:12:00 +0100"
    made.set_content(f"Please find the note attached. {subject}.")
    for number, data in enumerate(attached):
        made.add_attachment(data, maintype="application", subtype="pdf", filename=f"note {number}.pdf")
    return made.as_bytes()


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(f"{name}.pdf", data)
    return out.getvalue()


def tarred(**files: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(f"{name}.pdf")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


def test_one_record_by_six_ways_is_held_once(case: OpenCase, tmp_path: Path) -> None:
    note, other = pdf("The plan was declined in writing."), pdf("Another paper about the hall.")
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    (first / "loose.pdf").write_bytes(note)
    (first / "mail.eml").write_bytes(mail("The note", note, other))
    (first / "files.zip").write_bytes(zipped(inside=note, deep=other))
    (second / "forwarded.eml").write_bytes(mail("Once more", note))
    (second / "old.tar").write_bytes(tarred(inside=note))
    (second / "renamed.bin").write_bytes(note)
    for folder in (first, second):
        assert importing.start(case, [folder], organisation="Council", received="2026-06-12", ocr=False).reconciles
    rows = browsing.documents(case)
    held = next(row for row in rows if row.path == "loose.pdf")
    copies = {row.path for row in rows if row.duplicate_of == held.id}
    assert copies == {
        "mail.eml/note 0.pdf",
        "files.zip/inside.pdf",
        "forwarded.eml/note 0.pdf",
        "old.tar/inside.pdf",
        "renamed.bin",
    }
    assert set(held.places) == copies | {"loose.pdf"}
    others = [row for row in rows if row.path in ("mail.eml/note 1.pdf", "files.zip/deep.pdf")]
    assert sorted(row.duplicate_of is None for row in others) == [False, True]
    assert len({hit.document for hit in searching.search(case, '"declined in writing"').hits}) == 1
