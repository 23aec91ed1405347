"""What could not be read before and can be now: the same row, nothing listed twice, one password for all of a sender's files."""

import io
import os
import zipfile
from pathlib import Path

import pikepdf
import pytest

from app.domain.documents import Status
from app.domain.errors import FileProblem
from app.services import browsing, importing
from app.services.case import OpenCase
from tests.contract.seven_zip_samples import seven_zip
from tests.services.conftest import pdf


def bring(case: OpenCase, folder: Path) -> None:
    importing.start(case, [folder], organisation="Larkhollow Primary School", ocr=False, jobs=1)


def states(case: OpenCase) -> dict[str, Status]:
    rows = browsing.documents(case)
    assert len(rows) == len({row.path for row in rows}), "a file is listed twice"
    return {row.path: row.status for row in rows}


def locked_pdf(words: str, password: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(words))) as document:
        document.save(out, encryption=pikepdf.Encryption(user=password, owner=password))
    return out.getvalue()


def test_a_password_opens_all_that_it_fits_and_nothing_is_listed_twice(case: OpenCase, tmp_path: Path) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "a.7z").write_bytes(seven_zip({"visit.txt": b"Visit on 3 May 2021."}, password="apple"))
    (folder / "b.pdf").write_bytes(locked_pdf("Plan of 4 May 2021", "apple"))
    (folder / "c.pdf").write_bytes(locked_pdf("Other of 5 May 2021", "pear"))
    bring(case, folder)
    assert states(case)["a.7z/visit.txt"] is Status.PASSWORD
    inside = next(row for row in browsing.documents(case) if row.path == "a.7z/visit.txt")
    with pytest.raises(FileProblem):
        importing.retry(case, inside.id, "wrong")
    importing.retry(case, inside.id, "apple")
    after = states(case)
    assert (after["a.7z/visit.txt"], after["b.pdf"], after["c.pdf"]) == (Status.READY, Status.READY, Status.PASSWORD)
    assert next(row.id for row in browsing.documents(case) if row.path == "a.7z/visit.txt") == inside.id


@pytest.mark.skipif(os.name == "nt", reason="links and permissions are those of Unix")
def test_links_to_folders_and_missing_targets_are_listed(case: OpenCase, tmp_path: Path) -> None:
    folder = tmp_path / "given"
    (folder / "real").mkdir(parents=True)
    (folder / "real" / "a.txt").write_text("One of 3 May 2021.")
    (folder / "loop").symlink_to(folder)
    (folder / "gone.pdf").symlink_to(folder / "nowhere.pdf")
    os.mkfifo(folder / "pipe.pdf")
    bring(case, folder)
    found = states(case)
    assert set(found) == {"real/a.txt", "loop", "gone.pdf", "pipe.pdf"}
    assert all(row.problem and row.next_step for row in browsing.documents(case) if row.path != "real/a.txt")


def test_a_file_that_may_be_read_later_keeps_its_row(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "a.txt").write_text("One of 3 May 2021.")
    real = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    bring(case, folder)
    assert states(case) == {"a.txt": Status.DAMAGED}
    monkeypatch.undo()
    bring(case, folder)
    assert states(case) == {"a.txt": Status.READY}
    assert not browsing.documents(case)[0].problem


def test_a_folder_that_opens_later_gives_its_files(
    case: OpenCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "given" / "shut").mkdir(parents=True)
    (tmp_path / "given" / "shut" / "a.txt").write_text("One of 3 May 2021.")
    real = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    bring(case, tmp_path / "given")
    assert set(states(case)) == {"shut"}
    monkeypatch.undo()
    bring(case, tmp_path / "given")
    assert states(case) == {"shut": Status.JUNK, "shut/a.txt": Status.READY}


def test_a_damaged_member_of_an_archive_says_so(case: OpenCase, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Words of 3 May 2021. " * 20)
    data = bytearray(out.getvalue())
    data[60] ^= 0xFF
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "a.zip").write_bytes(bytes(data))
    bring(case, tmp_path / "given")
    assert states(case)["a.zip/a.txt"] is Status.DAMAGED
