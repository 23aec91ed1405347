"""Files that are not read are named truthfully, with a way out; files wrapped as objects are unwrapped."""

import struct

import pytest

from app.domain.errors import FileProblem
from app.ingest import registry
from app.ingest.reader import ReadOptions
from tests.contract import old_samples

DBF = (
    bytes([3, 21, 5, 3])
    + struct.pack("<IHH", 1, 65, 11)
    + bytes(20)
    + b"NAME".ljust(11, b"\0")
    + b"C"
    + bytes(20)
    + b"\r"
)


@pytest.mark.parametrize(
    ("data", "name", "words", "step"),
    [
        (b"\xffWPC" + bytes(60), "old.wpd", "WordPerfect", "LibreOffice"),
        (DBF + b" Robin     ", "list.dbf", "dBase", "spreadsheet"),
        (old_samples.compound({"PP40": b"x"}), "talk.ppt", "PowerPoint 4", "PDF"),
        (old_samples.compound({"Quill": b"x"}), "news.pub", "Publisher", "PDF"),
        (old_samples.compound({"Contents": b"x"}), "plan.wps", "Works", "PDF"),
        (old_samples.compound({"Whatever": b"x"}), "x.doc", "another program", "PDF"),
        (b"\xfe\x37\x00\x23" + bytes(60), "letter.doc", "old Word for the Mac", "PDF"),
    ],
)
def test_formats_that_are_not_read_are_named(data: bytes, name: str, words: str, step: str) -> None:
    with pytest.raises(FileProblem) as caught:
        registry.read(data, name, ReadOptions())
    assert caught.value.code == "unsupported"
    assert words in caught.value.happened
    assert step in caught.value.next_step


def test_a_file_wrapped_as_an_object_is_given_back() -> None:
    body = b"Dear Mrs Hartley"
    document = registry.read(old_samples.embedded_file("letter.txt", body), "oleObject1.bin", ReadOptions())
    assert [(m.path, m.data) for m in document.members] == [("letter.txt", body)]


def test_an_object_that_is_no_file_is_no_damage() -> None:
    with pytest.raises(FileProblem) as caught:
        registry.read(old_samples.compound({"\x01Ole10Native": b"formula"}), "oleObject1.bin", ReadOptions())
    assert caught.value.code == "unsupported"


def test_a_signature_is_kept_and_listed() -> None:
    document = registry.read(
        bytes.fromhex("3080 06092a864886f70d010702 a080".replace(" ", "")), "smime.p7s", ReadOptions()
    )
    assert (document.kept_only, document.format) == (True, "signature")


def test_a_broken_tar_is_called_one() -> None:
    with pytest.raises(FileProblem) as caught:
        registry.read(b"\x80\x81\x00\x02" * 300, "files.tar", ReadOptions())
    assert "TAR" in caught.value.happened
