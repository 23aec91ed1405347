"""The planted mistakes: each quote stands where it is said to stand, read back out of the file itself."""

import io
from email import message_from_bytes
from email.policy import default

import docx
import extract_msg
import pymupdf
import pytest

from app.demo.family import DemoFile
from app.demo.truth import FileTruth, Place, Truth
from app.domain.marks import MarkKind


def _folded(text: str) -> str:
    return " ".join(text.split())


def _docx_text(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([paragraph.text for paragraph in document.paragraphs] + cells)


def _page_text(file: DemoFile, page: int) -> str:
    """The text of a page by means that the example's makers do not use."""
    ending = file.path.rpartition(".")[2]
    if ending == "pdf":
        with pymupdf.open(stream=file.data, filetype="pdf") as document:
            return _folded(document[page - 1].get_text())
    assert page == 1
    if ending == "docx":
        return _folded(_docx_text(file.data))
    if ending == "msg":
        with extract_msg.openMsg(io.BytesIO(file.data)) as message:
            return _folded(message.body)
    if ending == "eml":
        body = message_from_bytes(file.data, policy=default).get_body(("plain",))
        assert body is not None
        return _folded(body.get_content())
    assert ending == "rtf"
    return _folded(file.data.decode("ascii").replace(r"\par", " "))


def _places(truth: Truth) -> list[Place]:
    places = [place for item in truth.inaccuracies for place in (item.says, *item.proofs)]
    return places + [mark.place for mark in truth.marks if mark.place.quote]


def test_there_are_ten_each_with_its_proof_elsewhere(truth: Truth) -> None:
    assert len(truth.inaccuracies) == 10
    for item in truth.inaccuracies:
        assert item.proofs
        assert item.right
        assert item.wrong_text
        assert any(proof.path != item.says.path for proof in item.proofs)
    assert len({item.wrong for item in truth.inaccuracies}) >= 4


def test_every_quote_is_on_its_page(truth: Truth, by_path: dict[str, DemoFile]) -> None:
    for place in _places(truth):
        assert _folded(place.quote) in _page_text(by_path[place.path], place.page), place


def test_a_wrong_quote_would_be_noticed(truth: Truth, by_path: dict[str, DemoFile]) -> None:
    place = truth.inaccuracies[0].says
    assert "Mother accepted the offer" not in _page_text(by_path[place.path], place.page)
    assert place.quote not in _page_text(by_path[place.path], place.page + 1)


def test_marks_are_of_all_seven_kinds_and_belong_to_inaccuracies(truth: Truth) -> None:
    assert {mark.kind for mark in truth.marks} == set(MarkKind)
    assert 14 <= len(truth.marks) <= 18
    titles = {item.title: item for item in truth.inaccuracies}
    for mark in truth.marks:
        if mark.inaccuracy:
            assert mark.place == titles[mark.inaccuracy].says
        assert bool(mark.place.quote) != (mark.rect is not None)


def test_own_entries_are_within_the_story(truth: Truth) -> None:
    assert len(truth.own_entries) >= 5
    assert any(entry.date == "2021-10-07" and entry.title == "I phoned the school" for entry in truth.own_entries)


def test_the_second_log_differs_from_the_first(truths: dict[str, FileTruth]) -> None:
    first = " ".join(truths["Safeguarding/Safeguarding log 2026-06-10.pdf"].texts)
    second = " ".join(truths["Safeguarding log 2026-10-30.pdf"].texts)
    assert "may have been left alone" in first
    assert "was left alone" in second
    assert "grandmother, who was visiting" in first
    assert "grandmother, who was visiting" not in second


def test_redactions_hide_their_words_but_for_the_insecure_one(by_path: dict[str, DemoFile]) -> None:
    secure = by_path["E-mails/Hartley and Whitlow printed.pdf"]
    with pymupdf.open(stream=secure.data, filetype="pdf") as document:
        assert len([box for box in document[0].get_drawings() if box.get("fill") == (0.0, 0.0, 0.0)]) > 20
        assert "█" not in document[0].get_text()
    insecure = by_path["Social care/Supervision note.pdf"]
    assert insecure.truth.secret
    with pymupdf.open(stream=insecure.data, filetype="pdf") as document:
        text = _folded(document[0].get_text())
        for words in insecure.truth.secret:
            assert words in text
            assert document[0].search_for(words)


def test_words_under_the_insecure_redaction_are_nowhere_else(files: tuple[DemoFile, ...]) -> None:
    secret = next(file.truth for file in files if file.truth.secret)
    for file in files:
        if file.path != secret.path:
            for words in secret.secret:
                assert all(words not in text for text in file.truth.texts), file.path


@pytest.mark.parametrize("password", ["Larkhollow2021"])
def test_the_locked_review_opens_with_its_password_only(by_path: dict[str, DemoFile], password: str) -> None:
    file = by_path["SEN support review 16 Dec 2021.pdf"]
    assert file.truth.password == password
    with pymupdf.open(stream=file.data, filetype="pdf") as document:
        assert document.needs_pass
        assert not document.authenticate("larkhollow")
        assert document.authenticate(password)
        assert "What changed since October" in document[0].get_text()
