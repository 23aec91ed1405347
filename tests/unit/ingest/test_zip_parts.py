"""Large ZIP files in parts: what is planned from the end alone, and that the parts give what the whole gives."""

import io
import zipfile

import pytest

from app.domain.errors import FileProblem
from app.ingest.archives import zip_parts
from app.ingest.archives.window import OutsideError, Window
from app.ingest.reader import ReadOptions
from app.ingest.readers import archive


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED, before: bytes = b"") -> bytes:
    out = io.BytesIO(before)
    out.seek(0, io.SEEK_END)
    with zipfile.ZipFile(out, "a" if before else "w", method) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def planned(data: bytes, tail: int) -> tuple[zip_parts.Plan, tuple[int, bytes]]:
    start = max(0, len(data) - tail)
    plan = zip_parts.plan((start, data[start:]), len(data), ReadOptions())
    while plan.needs >= 0:
        start = plan.needs
        plan = zip_parts.plan((start, data[start:]), len(data), ReadOptions())
    return plan, (start, data[start:])


@pytest.mark.parametrize("tail", [30, 200, 100_000])
def test_parts_give_what_the_whole_gives(tail: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_parts, "_MOST_UNPACKED", 5000)
    data = zipped(
        {f"dir/{n}.txt": f"file {n} ".encode() * 300 for n in range(12)} | {"../x.txt": b"", "dir/3.TXT": b"again"}
    )
    plan, last = planned(data, tail)
    assert len(plan.parts) > 3
    found = []
    for part in plan.parts:
        stretches = (last, (part.start, data[part.start : part.end]))
        found += zip_parts.members(stretches, len(data), part, ReadOptions())
    whole = archive.read(data, "a.zip", ReadOptions()).members
    assert sorted((m.path, m.data) for m in found) == sorted((m.path, m.data) for m in whole)


def test_a_document_or_a_broken_directory_is_read_as_one_piece() -> None:
    assert planned(zipped({"[Content_Types].xml": b"", "word/document.xml": b""}), 4000)[0].whole
    assert planned(zipped({"a.txt": b"words"})[:-20], 4000)[0].whole


def test_what_is_too_large_to_take_out_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_parts, "_LARGEST_MEMBER", 1000)
    plan, _ = planned(zipped({"film.mp4": bytes(range(256)) * 8, "a.txt": b"words"}, zipfile.ZIP_STORED), 4000)
    assert [(m.path, m.problem) for m in plan.left_out] == [("film.mp4", "too-large")]
    assert [path for part in plan.parts for _, path in part.members] == ["a.txt"]


def test_a_bomb_is_refused_by_what_it_announces() -> None:
    with pytest.raises(FileProblem) as caught:
        planned(zipped({"zeros": bytes(20_000_000)}), 4000)
    assert caught.value.code == "too-large"


def test_a_member_that_claims_bytes_of_others_is_damaged() -> None:
    data = zipped({"a.txt": b"a" * 50, "b.txt": b"b" * 50}, zipfile.ZIP_STORED)
    plan, last = planned(data, 4000)
    part = plan.parts[0]
    cut = zip_parts.Part(part.start, part.start + 20, part.members)
    found = zip_parts.members(
        ((last[0] + 150, last[1][150:]), (cut.start, data[cut.start : cut.end])), len(data), cut, ReadOptions()
    )
    assert {m.problem for m in found} == {"damaged"}


def test_a_window_says_what_is_missing() -> None:
    window = Window(((5, b"56789"),), 10)
    assert (window.seek(-3, io.SEEK_END), window.read(), window.read()) == (7, b"789", b"")
    window.seek(2)
    with pytest.raises(OutsideError) as caught:
        window.read(4)
    assert caught.value.offset == 2
    with pytest.raises(OSError, match="before the beginning"):
        window.seek(-1)
