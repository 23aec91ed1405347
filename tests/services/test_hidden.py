"""Words under a failed redaction stay hidden everywhere but in the very bytes received."""

from pathlib import Path

import pymupdf

from app.services import browsing, bundling, importing, searching, sharing
from app.services.case import OpenCase
from tests.services.conftest import pdf


def covered() -> bytes:
    """A page whose black box was drawn over the words instead of taking them away."""
    document = pymupdf.open(
        stream=pdf("Meeting notes, 3 May 2021\n\nPresent: Nora Brennan, Gillian Ruskington\n\nAgreed: review in June.")
    )
    page = document[0]
    for rect in page.search_for("Gillian Ruskington"):
        page.draw_rect(rect, color=(0, 0, 0), fill=(0, 0, 0))
    data: bytes = document.tobytes()
    return data


def text_of(data: bytes) -> str:
    return "".join(page.get_text() for page in pymupdf.open(stream=data))


def test_the_words_are_nowhere(case: OpenCase, tmp_path: Path) -> None:
    given = covered()
    assert "Ruskington" in text_of(given)
    (tmp_path / "notes.pdf").write_bytes(given)
    importing.start(case, [tmp_path / "notes.pdf"], organisation="School", ocr=False)
    row = browsing.documents(case)[0]
    assert searching.search(case, "Ruskington").total == 0
    assert searching.search(case, "Brennan").total == 1
    assert "Ruskington" not in browsing.pages(case, row.id)[0].text
    assert "Ruskington" not in text_of(browsing.reading_copy(case, row.id))
    pack = bundling.build(case, bundling.of_documents(case, [row.id])).pdf
    assert "Ruskington" not in text_of(pack)
    assert "Agreed: review in June" in text_of(pack)
    assert any(h.kind == "insecure-redaction" for h in browsing.document(case, row.id).hidden)
    sharing.everything(case, tmp_path / "out")
    shared = [p for p in (tmp_path / "out").rglob("*") if p.is_file() and "originals" not in p.parts]
    for path in shared:
        data = path.read_bytes()
        found = text_of(data) if path.suffix == ".pdf" else data.decode("utf-8", "replace")
        assert "Ruskington" not in found, path.name
    assert browsing.original(case, row.id) == given
