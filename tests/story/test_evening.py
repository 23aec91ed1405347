"""One evening of one parent, through the real window and the real services, with clicks and keys only."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import docx
import pymupdf
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from shiboken6 import delete

from app.domain.issues import IssueStatus
from app.domain.marks import MarkKind
from app.services import annotating, browsing, bundling, importing, letter_writing, timing, tracking
from app.system.settings import Settings
from app.ui import theme as look
from app.ui.main_window import MainWindow
from app.ui.palette import LIGHT
from app.ui.screens.bundles.parts import PickList
from app.ui.screens.issues.parts import ProofCard
from app.ui.screens.start import wizard
from app.ui.screens.start.blank import BlankPage
from app.ui.screens.start.lock import LockScreen
from app.ui.services import Services
from app.ui.widgets.tick_box import GrowingText
from tests.story.hands import CTRL, LEFT, SHIFT, Answers, Hands
from tests.ui.conftest import collected_on_the_windows_thread, no_qt_warnings, qapp  # noqa: F401

PASSPHRASE = "copper kettle window"
WRONG = "On 3 September 2021 mother declined the offer of a speech and language referral."
PROOF = "please go ahead with the speech and language referral."
RIGHT = "Mrs Brennan agreed to the referral by e-mail on 15 October 2021."


def make_delivery(folder: Path) -> Path:
    """What the school sent: a review with a wrong sentence, an e-mail with the proof, a scan, a copy and junk."""
    folder.mkdir()
    review = pymupdf.open()
    review.new_page().insert_text(
        (56, 72),
        ["Larkhollow Primary School", "Review meeting, 14 October 2021", "", "Ada is working hard in class.", WRONG,
         "The next review is in the spring term."], fontsize=11,
    )  # fmt: skip
    review.save(folder / "review.pdf")
    (folder / "copy of review.pdf").write_bytes((folder / "review.pdf").read_bytes())
    (folder / "reply.eml").write_text(
        "From: Nora Brennan <nora@home.example>\nTo: Office <office@larkhollow.example>\nSubject: Referral\n"
        f"Date: Fri, 15 Oct 2021 08:10:00 +0100\nMessage-ID: <r1@home.example>\n\nYes, {PROOF}\nNora\n"
    )
    (folder / "Thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    paper = pymupdf.open()
    paper.new_page().insert_text(
        (56, 90), ["Clinic letter of 19 November 2021", "The referral was accepted."], fontsize=16
    )
    paper[0].get_pixmap(dpi=150).save(folder / "scan.png")
    return folder


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def hands(
    qtbot: Any,
    qapp: QApplication,  # noqa: F811
    answers: Answers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Hands]:
    """In front of the start screen of a window with real services."""
    monkeypatch.setattr(wizard, "default_cases_folder", lambda: tmp_path / "cases")
    look.apply(qapp, look.Theme(LIGHT, 100))
    window = MainWindow(Services(), Settings.load(), answers)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.finish_building()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Hands(window, qtbot)
    window.close()
    delete(window)
    qapp.processEvents()


@pytest.mark.filterwarnings(
    "ignore:Function. 'QDragEnterEvent:DeprecationWarning"
)  # Qt offers no other way to make one
def test_one_evening(hands: Hands, answers: Answers, tmp_path: Path) -> None:
    code = start_a_case(hands, answers, tmp_path)
    bring_in(hands, make_delivery(tmp_path / "given"))
    see_the_timeline(hands)
    mark_what_is_wrong(hands)
    fill_in_what_is_right(hands)
    add_the_proof(hands)
    write_the_letter(hands, answers, tmp_path)
    send_it(hands, answers)
    build_the_pack(hands, answers, tmp_path)
    change_a_date_and_take_it_back(hands, answers)
    lock_and_hide(hands, code)


def start_a_case(hands: Hands, answers: Answers, tmp_path: Path) -> str:
    hands.click("Start a case")
    hands.write("Your child’s name", "Ada Brennan")
    hands.write("Birth date", "14/3/2013")
    hands.write("Your name", "Nora Brennan")
    hands.write("You are the child’s", "mother")
    hands.click("Go on")
    hands.write("Passphrase", PASSPHRASE)
    hands.write("The same passphrase once more", PASSPHRASE)
    hands.click("Make the case")
    shown = hands.until(
        lambda: next((x for x in hands.all(QLabel) if x.accessibleName().startswith("Recovery code: ")), None)
    )
    code = shown.text()
    answers.save_as = tmp_path / "sheet.pdf"
    hands.click("Save the sheet to print")
    hands.reads("Saved. Print it now")
    with pymupdf.open(answers.save_as) as sheet:
        assert code.replace("-", " ") in " ".join(sheet[0].get_text().split())
    hands.write("Try the recovery code once", code[:-1])
    hands.click("Try it")
    hands.reads("That is not the code")
    hands.write("Try the recovery code once", code.lower())
    hands.click("Try it")
    hands.reads("It works.")
    hands.click("Open my case")
    hands.reads("Ada Brennan")
    return code


def bring_in(hands: Hands, folder: Path) -> None:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(folder))])
    at, copy, none = hands.window.rect().center(), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    for event in (QDragEnterEvent(at, copy, given, LEFT, none), QDropEvent(QPointF(at), copy, given, LEFT, none)):
        QApplication.sendEvent(hands.window, event)
    hands.reads(str(folder))
    hands.choose("Who sent them", "Som")
    hands.write("Name of who sent them", "Larkhollow Primary School")
    hands.write("When they came", "June 2026")
    hands.click("Bring them in")
    hands.reads("Every file given is accounted for.")
    case = hands.window.shell.case
    report = importing.reports_of(case)[-1]
    assert (report.given, report.imported, report.duplicates, report.junk, report.waiting) == (5, 3, 1, 1, 0)
    assert report.received == "2026-06"
    scan = next(row for row in browsing.documents(case) if row.path == "scan.png")
    assert "referral was accepted" in browsing.pages(case, scan.id)[0].text


def see_the_timeline(hands: Hands) -> None:
    hands.click("Timeline")
    screen = hands.until(lambda: current(hands) and current(hands).list.model().rowCount() and current(hands))
    days = {entry.date for entry in timing.entries(hands.window.shell.case)}
    assert {"2021-09-03", "2021-10-14", "2021-10-15", "2021-11-19"} <= days
    hands.click_row(screen.list, lambda words: "3 Sept 2021" in str(words))
    hands.press(Qt.Key.Key_Return)
    reader = hands.until(lambda: hands.window.shell.navigator.here.screen == "reader" and current(hands))
    match = hands.until(lambda: reader.pages.matches)[0]
    words = hands.until(lambda: reader.pages.words.get(match.page))
    assert words.text[match.start : match.end] == "3 September 2021"


def mark_what_is_wrong(hands: Hands) -> None:
    drag_over(hands, WRONG)
    hands.until(lambda: hands.all(type(current(hands).bar)), "the bar with the kinds")
    hands.press(Qt.Key.Key_1)
    hands.click("Make an issue")
    case = hands.window.shell.case
    mark = annotating.marks(case)[0]
    assert (mark.anchor.exact, mark.kind) == (WRONG, MarkKind.INACCURACY)


def drag_over(hands: Hands, sentence: str) -> None:
    """From the first word of the sentence to its last with the mouse."""
    pages = current(hands).pages
    known = hands.until(lambda: next((w for w in pages.words.values() if sentence in w.text), None), "the sentence")
    start = known.text.index(sentence)
    inside = [w for w in known.words if start <= w.start < start + len(sentence)]
    first, last = (pages.box(known.page, (w.x0, w.y0, w.x1, w.y1)) for w in (inside[0], inside[-1]))
    hands.drag(pages.viewport(), first.center().toPoint(), last.center().toPoint())


def fill_in_what_is_right(hands: Hands) -> None:
    hands.reads("What is right")
    hands.until(lambda: current(hands).record.issue)
    assert hands.named(GrowingText, "What the record says").toPlainText() == WRONG
    hands.write("Why it is wrong", "She agreed the next day.")
    hands.write("What is right", RIGHT)
    case = hands.window.shell.case
    hands.until(lambda: annotating.issues(case)[0].fields.right == RIGHT, "the record to save itself")


def add_the_proof(hands: Hands) -> None:
    hands.click("Find a passage")
    hands.write("Words of the passage that proves it", "go ahead")
    hands.press(Qt.Key.Key_Return)
    hands.click("Open", hands.until(lambda: current(hands).record.passage, "what was found"))
    hands.reads("Looking for proof")
    drag_over(hands, PROOF)
    hands.press(Qt.Key.Key_P)
    hands.click("Back to the issue")
    hands.until(
        lambda: [card.proof.anchor.exact for card in hands.all(ProofCard)] == [PROOF], "the proof in the record"
    )
    issue = annotating.issues(hands.window.shell.case)[0]
    assert [proof.anchor.exact for proof in issue.proofs] == [PROOF]
    assert issue.fields.status is IssueStatus.READY


def write_the_letter(hands: Hands, answers: Answers, tmp_path: Path) -> None:
    hands.click("Letters")
    hands.write("What has happened?", "file is wrong")
    answers.pick = "Larkhollow Primary School"
    hands.click("Write: Request to correct the file")
    hands.write("Your address", "12 Ferry Row, Calderwick")
    hands.until(lambda: not letter_writing.drafts(hands.window.shell.case)[0].missing, "all blanks to be filled")
    for name, button in (("letter.docx", "Word (DOCX)"), ("letter.pdf", "PDF")):
        answers.save_as = tmp_path / name
        hands.click(button)
        hands.until(answers.save_as.exists, name)
    hands.reads("Saved letter.pdf")
    made = docx.Document(str(tmp_path / "letter.docx"))
    tables = [[cell.text for cell in row.cells] for table in made.tables for row in table.rows]
    words = " ".join([p.text for p in made.paragraphs] + [text for cells in tables for text in cells])
    with pymupdf.open(tmp_path / "letter.pdf") as pages:
        printed = " ".join(page.get_text() for page in pages)
    for whole in (words, printed):
        plain = " ".join(re.sub(r"[“”]", '"', whole).split())
        for part in (WRONG, RIGHT, PROOF, "Article 16", "12 Ferry Row"):
            assert part in plain, part
        assert "{" not in plain


def send_it(hands: Hands, answers: Answers) -> None:
    def say_when(dialog: QDialog) -> None:
        hands.click("I sent it", dialog)

    answers.next_dialog = say_when
    hands.click("I sent it on…")
    case = hands.window.shell.case
    hands.until(lambda: letter_writing.drafts(case)[0].status == "sent", "the letter to be sent")
    request = tracking.requests(case)[0]
    assert (request.kind, request.sent) == ("correction", date.today().isoformat())
    due = date.fromisoformat(tracking.deadlines(case)[0].due)
    assert timedelta(27) <= due - date.today() <= timedelta(36)
    assert annotating.issues(case)[0].fields.status is IssueStatus.SENT
    hands.click("Requests")
    hands.reads(f"The answer is due by {due:%A} {due.day} {due:%B %Y}")


def build_the_pack(hands: Hands, answers: Answers, tmp_path: Path) -> None:
    def add_the_scan(dialog: QDialog) -> None:
        picks = hands.until(lambda: hands.all(PickList, dialog))[0]
        hands.click_row(picks, lambda words: "scan" in words.lower() or "clinic" in words.lower())
        QTest.keyClick(picks, Qt.Key.Key_Space)
        hands.click("Add the ticked ones", dialog)

    answers.save_as = tmp_path / "pack.pdf"
    answers.next_dialog = add_the_scan
    hands.click("Bundles")
    hands.click("Add documents")
    hands.until(lambda: bundling.specs(hands.window.shell.case), "the pack to be kept")
    hands.click("Build the pack")
    hands.click("Save the pack")
    hands.reads("Saved pack.pdf")
    with pymupdf.open(answers.save_as) as pack:
        text = " ".join(" ".join(page.get_text() for page in pack).split())
        links = [link for page in pack for link in page.get_links()]
        assert pack.page_count >= 5
        assert pack.get_toc()
    assert links
    for part in (WRONG, PROOF, "referral was accepted"):
        assert part in text, part


def change_a_date_and_take_it_back(hands: Hands, answers: Answers) -> None:
    case = hands.window.shell.case

    def days() -> list[str]:
        return [entry.date for entry in timing.entries(case)]

    def another_day(dialog: Any) -> None:
        field = dialog.date.field
        QTest.keyClick(field, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(field, "13 Oct 2021")
        hands.click("Change it", dialog)

    answers.next_dialog = another_day
    hands.click("Timeline")
    hands.click_row(current(hands).list, lambda words: "14 Oct 2021" in str(words))
    before = days()
    hands.press(Qt.Key.Key_D)
    hands.until(lambda: "2021-10-13" in days() and "13 Oct 2021" in listed(hands), "the date to change")
    hands.press(Qt.Key.Key_Z, CTRL)
    hands.until(lambda: days() == before and "14 Oct 2021" in listed(hands), "the date to be as it was")


def listed(hands: Hands) -> str:
    """All that the list of the timeline says."""
    rows = current(hands).list.model()
    return " | ".join(str(rows.index(row, 0).data()) for row in range(rows.rowCount()))


def lock_and_hide(hands: Hands, code: str) -> None:
    hands.press(Qt.Key.Key_L, CTRL)
    hands.until(lambda: isinstance(hands.window.pages.currentWidget(), LockScreen), "the lock")
    hands.write("Passphrase", "not the right one")
    hands.press(Qt.Key.Key_Return)
    hands.reads("That is not the passphrase of this case.")
    hands.write("Passphrase", PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.reads("Carry on reading")
    assert letter_writing.drafts(hands.window.shell.case)[0].status == "sent"
    hands.press(Qt.Key.Key_H, CTRL | SHIFT)
    assert isinstance(hands.window.pages.currentWidget(), BlankPage)
    assert hands.words() == ""
    assert "Fairfile" not in hands.window.windowTitle()
    hands.press(Qt.Key.Key_Escape)
    hands.click("I forgot the passphrase")
    hands.write("Recovery code", code)
    hands.press(Qt.Key.Key_Return)
    hands.reads("Carry on reading")


def current(hands: Hands) -> Any:
    """The screen in front."""
    return next(iter(hands.all(_screen())), None)


def _screen() -> type:
    from app.ui.screen import Screen

    return Screen
