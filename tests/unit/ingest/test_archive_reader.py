"""Archives: safe paths, bombs, passwords, damage."""

import io
import zipfile

import pytest

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedDocument
from app.ingest import registry
from app.ingest.limits import Limits
from app.ingest.names import safe_name, safe_path, unique
from app.ingest.reader import ReadOptions


def read(data: bytes, **options: object) -> ExtractedDocument:
    return registry.read(data, "x.zip", ReadOptions(**options))  # type: ignore[arg-type]


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("path", "safe"),
    [("../../etc/passwd", "etc/passwd"), ("/root/a.pdf", "root/a.pdf"), ("C:\\Users\\a.pdf", "Users/a.pdf"),
     ("a/./b//c.pdf", "a/b/c.pdf"), ("..", "unnamed"), ("", "unnamed"), ("a\x00b\u202efdp.exe", "abfdp.exe"),
     ("x" * 400 + ".pdf", "x" * 236 + ".pdf")],
)  # fmt: skip
def test_paths_cannot_leave_the_archive(path: str, safe: str) -> None:
    assert safe_path(path) == safe


def test_names_taken_twice_get_a_number() -> None:
    taken: set[str] = set()
    assert [unique(name, taken) for name in ("a/b.pdf", "a/B.pdf", "a/b.pdf")] == [
        "a/b.pdf",
        "a/B (2).pdf",
        "a/b (3).pdf",
    ]
    assert safe_name("../x/y.pdf") == "y.pdf"


def test_members_come_with_safe_paths() -> None:
    document = read(zipped({"../out.txt": b"one", "in/two.txt": b"two", "empty/": b""}))
    assert [(m.path, m.data) for m in document.members] == [("out.txt", b"one"), ("in/two.txt", b"two")]


def test_names_without_the_utf8_flag() -> None:
    for raw, shown in (("Zoë.txt".encode(), "Zoë.txt"), ("Zoë.txt".encode("cp437"), "Zoë.txt")):
        data = zipped({"Zo##.txt"[: len(raw)].ljust(len(raw), "#"): b"x"})
        assert read(data.replace(b"Zo##.txt"[: len(raw)], raw)).members[0].path == shown


@pytest.mark.parametrize(
    "limits", [Limits(), Limits(max_expansion_ratio=10**6, max_expanded_bytes=10**6), Limits(max_members=2)]
)
def test_bombs_are_refused(limits: Limits) -> None:
    bomb = zipped({f"{n}.txt": bytes(12_000_000) for n in range(3)})
    with pytest.raises(FileProblem) as caught:
        read(bomb, limits=limits)
    assert caught.value.code == "too-large"


def test_a_lying_directory_does_not_help_a_bomb() -> None:
    data = zipped({"a.txt": bytes(40_000_000)})
    lying = data.replace((40_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    members = read(lying).members
    assert [(m.data, m.problem) for m in members] == [(b"", "damaged")]


def test_depth_is_limited() -> None:
    with pytest.raises(FileProblem) as caught:
        read(zipped({"a.txt": b"x"}), depth=9)
    assert caught.value.code == "too-deep"


def test_a_damaged_member_costs_only_itself() -> None:
    data = bytearray(zipped({"a.txt": b"first " * 200, "b.txt": b"second " * 200}))
    at = data.find(b"a.txt") + 12
    data[at : at + 4] = b"\xff\xff\xff\xff"
    document = read(bytes(data))
    assert [(m.path, m.problem) for m in document.members] == [("a.txt", "damaged"), ("b.txt", "")]


def test_a_cut_archive_gives_its_whole_members() -> None:
    data = zipped({"a.txt": b"first " * 200, "b.txt": b"second " * 5000})
    document = read(data[: data.find(b"b.txt") + 20])
    assert [(m.path, m.problem) for m in document.members] == [("a.txt", ""), ("b.txt", "damaged")]
    assert "cut off" in document.note


def test_encrypted_members_ask_for_a_password() -> None:
    data = bytearray(zipped({"a.txt": b"secret"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    document = read(bytes(data), passwords=("robin",))
    assert [(m.path, m.data, m.problem) for m in document.members] == [("a.txt", b"", "password")]


def test_other_archives_are_named_with_a_way_out() -> None:
    with pytest.raises(FileProblem) as caught:
        read(b"Rar!\x1a\x07\x00" + bytes(range(200)))
    assert caught.value.code == "unsupported"
    assert "RAR" in caught.value.happened
    assert "Unpack it" in caught.value.next_step
