"""What every reader must do, run over all that the registry discovers."""

import pickle
import random
import zlib

import pymupdf
import pytest

from app.domain.errors import FileProblem
from app.domain.extracted import ExtractedDocument
from app.domain.words import unpack_words
from app.ingest import registry
from app.ingest.reader import ReadOptions
from tests.contract.reader_samples import ARCHIVES, KEPT_ONLY, MAKERS, NOT_READ, PICTURES, WORDS, sample

FORMATS = sorted(MAKERS)
WITH_WORDS = [f for f in FORMATS if f not in PICTURES | ARCHIVES | KEPT_ONLY]
CODES = {"empty", "damaged", "password", "unsupported", "too-large", "too-deep"}


def read(data: bytes, name: str = "x.bin", **options: object) -> ExtractedDocument:
    return registry.read(data, name, ReadOptions(**options))  # type: ignore[arg-type]


def test_every_format_of_every_reader_has_a_sample() -> None:
    known = {format_id for reader in registry.discover() for format_id in reader.INFO.formats}
    assert known == set(MAKERS) | NOT_READ


def test_endings_lead_to_formats_of_their_reader() -> None:
    for reader in registry.discover():
        assert set(reader.INFO.endings.values()) <= set(reader.INFO.formats)


@pytest.mark.parametrize("format_id", FORMATS)
def test_right_reader_under_a_wrong_name(format_id: str) -> None:
    for name in ("letter.pdf", "letter.docx", "picture.jpg", "notes", "odd.xyz"):
        assert registry.sniff_format(sample(format_id), name) == format_id, name


@pytest.mark.parametrize("format_id", FORMATS)
def test_document_is_whole(format_id: str) -> None:
    document = read(sample(format_id))
    assert document.format == format_id
    assert pickle.loads(pickle.dumps(document)) == document
    assert read(sample(format_id)) == document, "the same bytes must give the same result"
    if format_id in ARCHIVES:
        assert document.members
        return
    if document.kept_only:
        assert format_id in KEPT_ONLY
        return
    copy = document.reading_copy or sample(format_id)
    with pymupdf.open(stream=copy, filetype="pdf") as pdf:
        assert pdf.page_count == len(document.pages)
        for page, shown in zip(document.pages, pdf, strict=True):
            assert (page.width, page.height) == (shown.rect.width, shown.rect.height)


@pytest.mark.parametrize("format_id", WITH_WORDS)
def test_words_agree_with_text_and_lie_on_the_page(format_id: str) -> None:
    document = read(sample(format_id))
    assert WORDS in " ".join(" ".join(page.text.split()) for page in document.pages)
    for page in document.pages:
        words = unpack_words(page.words)
        assert [page.text[w.start : w.end] for w in words] == page.text.split()
        assert page.text.endswith("\n")
        assert not page.scan
        for word in words:
            assert -1 <= word.x0 < word.x1 <= page.width + 1
            assert -1 <= word.y0 < word.y1 <= page.height + 1


@pytest.mark.parametrize("format_id", sorted(PICTURES))
def test_pictures_are_pages_to_be_read_by_ocr(format_id: str) -> None:
    document = read(sample(format_id))
    assert len(document.pages) == (2 if format_id == "tiff" else 1)
    assert all(page.scan and not page.text for page in document.pages)


@pytest.mark.parametrize("name", ["letter.pdf", "letter.docx", "a.eml", "a.msg", "x.jpg", "x.zip", "noname"])
@pytest.mark.parametrize("data", [b"", bytes(3000)])
def test_nothing_inside_is_said_to_be_empty(data: bytes, name: str) -> None:
    with pytest.raises(FileProblem) as caught:
        read(data, name)
    assert caught.value.code == "empty"
    assert caught.value.happened
    assert caught.value.safe
    assert caught.value.next_step


@pytest.mark.parametrize(
    ("name", "code"),
    [("x.pdf", "damaged"), ("x.docx", "damaged"), ("x.jpg", "damaged"), ("x.zip", "damaged"), ("x.msg", "damaged"),
     ("x.xlsx", "damaged"), ("x.rtf", "damaged"), ("x.bin", "unsupported"), ("x.txt", "unsupported"), ("x", "unsupported")],
)  # fmt: skip
def test_noise_is_damaged_under_a_known_name_and_else_unsupported(name: str, code: str) -> None:
    with pytest.raises(FileProblem) as caught:
        read(random.Random(7).randbytes(5000), name)
    assert caught.value.code == code


@pytest.mark.parametrize("format_id", FORMATS)
@pytest.mark.parametrize("share", [0.03, 0.5, 0.97])
def test_cut_files_give_pages_or_a_plain_reason(format_id: str, share: float) -> None:
    data = sample(format_id)
    _truthful(data[: max(1, int(len(data) * share))], f"x.{format_id}")


@pytest.mark.parametrize("format_id", FORMATS)
def test_bytes_changed_at_random_give_pages_or_a_plain_reason(format_id: str) -> None:
    dice = random.Random(zlib.crc32(format_id.encode()))
    for _ in range(6):
        data = bytearray(sample(format_id))
        for _ in range(dice.choice([1, 8, 60])):
            data[dice.randrange(len(data))] = dice.randrange(256)
        _truthful(bytes(data), f"x.{format_id}")


def _truthful(data: bytes, name: str) -> None:
    problem = None
    document = None
    try:
        document = read(data, name)
    except FileProblem as found:
        problem = found
    if problem is not None:
        assert problem.code in CODES
        assert problem.next_step
    else:
        assert document is not None
        assert document.pages or document.members or document.kept_only


def test_leftovers_and_programs_are_junk() -> None:
    program = b"MZ" + bytes(58) + b"\x80\x00\x00\x00" + bytes(200)
    assert registry.sniff_format(program, "setup.pdf") == "junk"
    assert registry.sniff_format(b"anything", "photos/Thumbs.db") == "junk"
    assert registry.sniff_format(b"\x00\x05\x16\x07" + bytes(80), "__MACOSX/._letter.pdf") == "junk"
    assert registry.sniff_format(b"\x06Jane" + bytes(157), "~$letter.docx") == "junk"
    assert registry.sniff_format(sample("pdf"), "letter.pdf") == "pdf"
    assert registry.sniff_format(random.Random(1).randbytes(900), "x.bin") == "unknown"


def test_a_pdf_only_import_loads_no_other_library() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from app.ingest import registry; from app.ingest.reader import ReadOptions;"
        "registry.read(sys.stdin.buffer.read(), 'x.pdf', ReadOptions());"
        "heavy = {'lxml', 'openpyxl', 'docx', 'extract_msg', 'PIL', 'typst', 'pillow_heif', 'olefile'} & set(sys.modules);"
        "sys.exit(','.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=sample("pdf"), capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
