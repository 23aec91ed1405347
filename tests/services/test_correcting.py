"""Words corrected by hand: search, marks and quotes see them, what was read is kept, a new reading does not lose them."""

import json
from pathlib import Path

import pytest

from app.cli.main import run
from app.domain.changes import Change
from app.domain.errors import UsageProblem
from app.services import annotating, correcting, history, importing, scanning, searching
from app.services import case as cases
from app.services.case import OpenCase
from app.services.context import Context
from tests.services.conftest import DETAILS, PASSPHRASE, pdf
from tests.unit.ingest.scans import LINES, letter, scan


@pytest.fixture
def read(case: OpenCase, tmp_path: Path) -> OpenCase:
    """A case with one scanned page that was read."""
    (tmp_path / "scan.pdf").write_bytes(scan(letter()))
    importing.start(case, [tmp_path / "scan.pdf"], ocr=True)
    return case


def _text(case: OpenCase) -> str:
    with case.store.read() as uow:
        return uow.pages.text(1, 1)


def _found(case: OpenCase, query: str) -> int:
    return len(searching.search(case, query).hits)


def test_the_corrected_word_is_text_index_and_history(read: OpenCase) -> None:
    change = correcting.correct_words(read, 1, 1, "Okafor", "Okafar")
    assert "Mrs Okafar said" in _text(read)
    assert (_found(read, "Okafar"), _found(read, "Okafor")) == (1, 0)
    assert correcting.as_read(read, 1, 1).split() == " ".join(LINES).split()
    (correction,) = correcting.corrections(read, 1)
    assert (correction.old, correction.new) == ("Okafor", "Okafar")
    assert change.words == "“Okafor” corrected to “Okafar”"
    with read.store.read() as uow:
        assert uow.audit.trail("corrections", correction.id)[0][1] == change.words
        assert uow.fulltext.sound()


def test_it_can_be_undone_and_done_again(read: OpenCase) -> None:
    before = _text(read)
    change = correcting.correct_words(read, 1, 1, "Okafor", "Okafar")
    history.apply(read, change.inverse())
    assert _text(read) == before
    assert _found(read, "Okafor") == 1
    history.apply(read, change)
    assert "Okafar" in _text(read)


def test_reading_the_page_again_keeps_it(read: OpenCase) -> None:
    correcting.correct_words(read, 1, 1, "Mrs Okafor", "Miss Okafar")
    scanning.read_page_again(read, 1, 1)
    assert "Miss Okafar said" in _text(read)
    assert "Mrs Okafor said" in correcting.as_read(read, 1, 1)
    correcting.take_back(read, correcting.corrections(read, 1)[0].id)
    assert "Mrs Okafor said" in _text(read)


def test_a_mark_stays_on_its_words_and_quotes_the_corrected_ones(read: OpenCase) -> None:
    at = _text(read).index("progress")
    anchor = annotating.anchor_for_span(read, 1, 1, at, at + len("progress in reading"))
    annotating.add_mark(read, anchor, annotating.MarkKind.NOTE)
    correcting.correct_words(read, 1, 1, "Minutes", "Full minutes")
    (mark,) = annotating.marks(read, 1)
    assert not mark.lost
    assert _text(read)[mark.anchor.start : mark.anchor.end] == "progress in reading"


def test_a_correction_of_a_correction(read: OpenCase) -> None:
    correcting.correct_words(read, 1, 1, "Okafor", "Okafar")
    correcting.correct_words(read, 1, 1, "Okafar", "O'Kafor")
    assert "Mrs O'Kafor said" in _text(read)


def test_words_of_the_file_itself_are_what_the_record_says(case: OpenCase, tmp_path: Path) -> None:
    (tmp_path / "digital.pdf").write_bytes(pdf("Mother declined the offer of a speech and language referral in March."))
    importing.start(case, [tmp_path / "digital.pdf"])
    with pytest.raises(UsageProblem, match="came with the file"):
        correcting.correct_words(case, 1, 1, "declined", "accepted")
    assert correcting.corrections(case, 1) == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("nowhere", "x", "is not on page"), ("in", "on", "stands 1 times"), ("Okafor", " ", "Type the words")],
)
def test_what_cannot_be_corrected_is_said(read: OpenCase, old: str, new: str, said: str) -> None:
    if "times" in said:
        correcting.correct_words(read, 1, 1, "held", "in")
        said = "stands 2 times"
    with pytest.raises(UsageProblem, match=said):
        correcting.correct_words(read, 1, 1, old, new)


def test_the_same_words_change_nothing(read: OpenCase) -> None:
    assert correcting.correct_words(read, 1, 1, "Okafor", "Okafor") == Change("Nothing changed", ())
    assert correcting.corrections(read, 1) == ()


def test_a_page_can_be_read_turned_as_a_person_says(case: OpenCase, tmp_path: Path) -> None:
    (tmp_path / "side.pdf").write_bytes(scan(letter().rotate(-90, expand=True)))
    importing.start(case, [tmp_path / "side.pdf"], ocr=False)
    scanning.read_page_again(case, 1, 1, turn=270)
    with case.store.read() as uow:
        (page,) = uow.pages.infos(1)
    assert (page.rotation, page.ocr) == (270, "done")
    assert page.text.split() == " ".join(LINES).split()
    with pytest.raises(UsageProblem):
        scanning.read_page_again(case, 1, 1, turn=45)


def test_the_command_line_corrects_lists_and_takes_back(
    tmp_path: Path, context: Context, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = cases.create(context, tmp_path / "test", DETAILS, PASSPHRASE).case
    (tmp_path / "scan.pdf").write_bytes(scan(letter()))
    importing.start(opened, [tmp_path / "scan.pdf"])
    opened.close()
    (tmp_path / "pass").write_text(PASSPHRASE + "\n")
    base = ["--case", str(tmp_path / "test.fairfile"), "--passphrase-file", str(tmp_path / "pass")]

    def command(*arguments: str) -> str:
        assert run([*base, *arguments]) == 0
        return capsys.readouterr().out

    assert "corrected" in command("correct", "1", "--page", "1", "Okafor=Okafar", "87.4%=78.4%")
    assert "Okafar" in command("text", "1")
    assert "Okafor" in command("text", "1", "--as-read")
    listed = json.loads(command("corrections", "1", "--json"))
    assert [(c["old"], c["new"]) for c in listed] == [("Okafor", "Okafar"), ("87.4%", "78.4%")]
    command("ocr", "--document", "1", "--page", "1")
    assert "78.4%" in command("text", "1")
    command("corrections", "1", "--take-back", str(listed[0]["id"]))
    assert "Okafor" in command("text", "1")
    assert run([*base, "correct", "1", "--page", "1", "nothing"]) == 2
    assert run([*base, "ocr", "--page", "1"]) == 2
