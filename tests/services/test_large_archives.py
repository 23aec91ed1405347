"""Large ZIP files: copied from the disk piece by piece, read in parts, the same in the end as read whole."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from app.domain.documents import Status
from app.domain.errors import FileProblem
from app.services import browsing, importing, keeping, large_archives
from app.services.case import OpenCase
from tests.services.conftest import pdf


def archive() -> bytes:
    noise = random.Random(4)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for number in range(6):
            made.writestr(f"notes/{number}.txt", f"Visit on {number + 1} May 2021. He was settled. " * 50)
        made.writestr("letters/plan.pdf", pdf("Plan of 14 October 2021"))
        made.writestr("film.mp4", b"\x00\x00\x00\x18ftypmp42" + noise.randbytes(3_000_000))
    return out.getvalue()


def bring(case: OpenCase, folder: Path) -> dict[str, tuple[Status, int]]:
    importing.start(case, [folder], organisation="Larkhollow Primary School", ocr=False, jobs=1)
    return {row.path: (row.status, row.bytes) for row in browsing.documents(case)}


@pytest.fixture
def given(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "all.zip").write_bytes(archive())
    return folder


def test_in_parts_or_whole_is_the_same(case: OpenCase, given: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_archives, "BY_PARTS_FROM", 1 << 20)
    monkeypatch.setattr(importing, "read_given", lambda *_: pytest.fail("a large archive is not read as one piece"))
    found = bring(case, given)
    assert found["all.zip"] == (Status.READY, len((given / "all.zip").read_bytes()))
    assert found["all.zip/notes/3.txt"][0] is Status.READY
    assert found["all.zip/letters/plan.pdf"][0] is Status.READY
    assert len(found) == 9
    row = next(row for row in browsing.documents(case) if row.path == "all.zip")
    assert browsing.original(case, row.id) == (given / "all.zip").read_bytes()
    assert bring(case, given) == found


def test_an_interrupted_archive_goes_on_where_it_was(
    case: OpenCase, given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_archives, "BY_PARTS_FROM", 1 << 20)
    real = large_archives._members
    monkeypatch.setattr(large_archives, "_members", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        bring(case, given)
    monkeypatch.setattr(large_archives, "_members", real)
    assert len(bring(case, given)) == 9


def test_what_stops_a_child_costs_the_members_of_that_part(
    case: OpenCase, given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_archives, "BY_PARTS_FROM", 1 << 20)
    monkeypatch.setattr(large_archives, "_MEMBERS", "app.ingest.archives.zip_parts:plan")
    found = bring(case, given)
    assert found["all.zip"][0] is Status.READY
    assert found["all.zip/notes/3.txt"][0] is Status.DAMAGED


def test_a_file_that_changes_while_it_is_copied_is_not_kept(case: OpenCase, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"PK\x03\x04 first")
    content = keeping.Content.of_file(path)
    path.write_bytes(b"PK\x03\x04 other")
    with pytest.raises(FileProblem), case.store.write() as uow:
        keeping.keep(uow, 1, None, "a.zip", content, None, {})
    with case.store.read() as uow:
        assert not uow.blobs.has(content.sha256)
