"""Issues, letters, packs and requests: by clicks and keys over the invented family."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.domain.bundles import PackItem, PackSpec, Section
from app.domain.issues import IssueStatus, Remedy, Wrong
from app.letters import catalogue
from app.ui import theme as look
from app.ui.main_window import MainWindow
from app.ui.palette import LIGHT
from app.ui.screens.bundles import presenter as packs
from app.ui.screens.issues import presenter as records
from app.ui.screens.letters import presenter as writing
from app.ui.screens.requests import presenter as asked
from app.ui.widgets.tick_box import GrowingText
from tests.ui import fake_content as content
from tests.ui import fake_road, fake_writing
from tests.ui.fakes_b import FakeCase

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def services(services: Any) -> Any:
    services._modules["tracking"] = fake_road.TrackingMore()
    return services


@pytest.fixture
def go(case_window: MainWindow, settle: Any) -> Any:
    def open_screen(name: str, **params: Any) -> Any:
        case_window.shell.navigator.go(name, **params)
        settle(case_window)
        return case_window._frame.current()

    return open_screen


def agree(dialog: Any) -> bool:
    """Say yes to a dialog as it stands; it is deleted as the real one would be."""
    dialog.deleteLater()
    return True


# issues


def test_issues_are_listed_by_organisation_with_their_state(go: Any) -> None:
    screen = go("issues", issue=7)
    heads = [row.heading for row in screen.list.issues.rows if row.issue is None]
    assert heads[0] == "Larkhollow Primary"
    assert screen.record.title.text() == "Says the referral was declined"
    assert screen.record.primary.text() == "Add their answer"
    assert [s.state for s in records.steps(screen.record.issue)] == ["done", "done", "done", "now", "open", "open"]


def test_looking_at_issues_changes_nothing(go: Any, settle: Any) -> None:
    screen = go("issues", issue=7)
    before = dict(screen.shell.case.state.issues)
    for row in screen.list.issues.rows:
        if row.issue is not None:
            screen._choose(row.issue.id)
    screen.leave()
    settle(screen.window())
    assert screen.shell.case.state.issues == before


def test_what_is_right_saves_itself_and_can_be_undone(go: Any, settle: Any) -> None:
    screen = go("issues", issue=13)
    screen.record.right.setFocus()
    QTest.keyClicks(screen.record.right, "I always came.")
    screen.record.save_now()
    settle(screen.window())
    assert screen.shell.case.state.issues[13].fields.right == "I always came."
    screen.shell.undo.undo()
    settle(screen.window())
    assert screen.shell.case.state.issues[13].fields.right == ""


def test_remedies_and_kind_of_wrong(go: Any, settle: Any) -> None:
    screen = go("issues", issue=11)
    QTest.mouseClick(screen.record.remedies[Remedy.RESTRICT], LEFT)
    settle(screen.window())
    assert Remedy.RESTRICT in screen.shell.case.state.issues[11].fields.remedies
    screen.record.wrong.set_value(Wrong.OUT_OF_DATE.value)
    screen.record.wrong.chosen.emit(Wrong.OUT_OF_DATE.value)
    settle(screen.window())
    assert screen.shell.case.state.issues[11].fields.wrong is Wrong.OUT_OF_DATE


def test_a_passage_is_found_and_opened_for_proof(go: Any, settle: Any) -> None:
    screen = go("issues", issue=13)
    screen.record.show_find(True)
    screen.record.passage.field.setText("Brennan attended")
    QTest.keyClick(screen.record.passage.field, Qt.Key.Key_Return)
    settle(screen.window())
    assert screen.record.passage._hits.body.count() == 1
    screen.record.hit_opened.emit(fake_hit(screen))
    settle(screen.window())
    here = screen.shell.navigator.here
    assert (here.screen, here.params["proof_for"]) == ("reader", 13)


def fake_hit(screen: Any) -> Any:
    return screen.shell.services.searching.search(screen.shell.case, "Brennan").hits[0]


def test_a_proof_is_taken_out(go: Any, settle: Any) -> None:
    screen = go("issues", issue=7)
    screen.record.proof_removed.emit(7, 2)
    settle(screen.window())
    assert [p.id for p in screen.shell.case.state.issues[7].proofs] == [1]


def test_an_issue_without_a_mark(go: Any, settle: Any, dialogs: Any) -> None:
    screen = go("issues")
    dialogs.answers.append(str(content.CALD))
    screen._add()
    settle(screen.window())
    assert screen.record.issue.organisation == content.CALD
    assert screen.record.issue.fields.status is IssueStatus.DRAFT


# letters


def test_a_letter_is_begun_by_its_situation(go: Any, settle: Any, dialogs: Any) -> None:
    screen = go("letters")
    screen.chooser.field.setText("file is wrong")
    dialogs.answers.append("1")
    screen.chooser.kind_chosen.emit("correction-request")
    settle(screen.window())
    assert screen.draft.kind == "correction-request"
    assert "Larkhollow Primary" in screen._to.text()
    assert screen.paper.words() > 100


def test_words_changed_by_hand_are_kept(go: Any, settle: Any) -> None:
    screen = go("letters", kind="correction-request", organisation=1)
    field = next(f for p in screen.paper._pieces for f in p.fields if f.toPlainText().startswith("Dear"))
    field.setPlainText("Dear Mrs Hartley")
    screen._keep_edits()
    settle(screen.window())
    assert screen.draft.edited
    assert any(getattr(b, "text", "") == "Dear Mrs Hartley" for b in screen.draft.blocks)


def test_paper_gives_back_the_same_blocks(go: Any) -> None:
    screen = go("letters", kind="correction-request", organisation=1)
    assert screen.paper.blocks() == screen.draft.blocks


def test_word_file_is_saved_where_asked(go: Any, settle: Any, dialogs: Any, tmp_path: Any) -> None:
    screen = go("letters", kind="correction-request", organisation=1)
    assert screen.draft.missing == ()
    dialogs.answers.append(tmp_path / "letter.docx")
    QTest.mouseClick(screen.beside.word, LEFT)
    settle(screen.window())
    assert (tmp_path / "letter.docx").read_bytes() == b"letter docx"


def test_a_missing_fact_is_asked_for_before_saving(go: Any, settle: Any) -> None:
    screen = go("letters", kind="access-overdue", organisation=1)
    assert screen.draft.missing
    told: list[str] = []
    screen.shell.told.connect(lambda words, _tone: told.append(words))
    QTest.mouseClick(screen.beside.pdf, LEFT)
    assert told[0].startswith("First fill in:")


def test_sent_locks_the_letter(go: Any, settle: Any, dialogs: Any) -> None:
    screen = go("letters", kind="correction-request", organisation=1)
    dialogs.on_run = agree
    QTest.mouseClick(screen.beside.sent, LEFT)
    settle(screen.window())
    assert screen.draft.status == "sent"
    assert not screen.beside.sent.isVisible()
    assert all(f.isReadOnly() for p in screen.paper._pieces for f in p.fields)


def test_quick_answers_are_all_kept(go: Any, settle: Any) -> None:
    screen = go("letters", kind="access-overdue", organisation=1)
    lines = screen.beside.findChildren(QLineEdit)
    by_name = {line.accessibleName(): line for line in lines if line.isVisible()}
    assert len(by_name) >= 2
    answers = {}
    for number, (name, line) in enumerate(by_name.items()):
        answers[name] = f"Answer {number}" if "day" not in name.lower() else "1 Sept 2026"
        QTest.keyClicks(line, answers[name])
    screen.leave()  # before the pause after typing is over
    settle(screen.window())
    kept = {f.label: f.value for f in screen.shell.services.letter_writing.drafts(screen.shell.case)[-1].fields}
    assert {name: kept.get(name) for name, words in answers.items() if words.startswith("Answer")} == {
        name: words for name, words in answers.items() if words.startswith("Answer")
    }


def test_a_letter_begun_before_is_gone_on_with(go: Any, settle: Any) -> None:
    first = go("letters", kind="correction-request", organisation=1).draft
    again = go("letters", kind="correction-request", organisation=1).draft
    assert again.id == first.id
    other = go("letters", kind="access-overdue", organisation=1)
    assert other.draft.id != first.id
    assert len(other.shell.services.letter_writing.drafts(other.shell.case)) == 2


def test_letters_say_what_to_check_before_relying_on_them() -> None:
    letter = next(k for k in catalogue.kinds() if k.nations == ("england",) and k.confidence != "verified")
    (said,) = writing.cautions(letter)
    assert "Check before relying on it" in said
    assert writing.cautions(replace(letter, confidence="verified")) == ()


# packs


def spec(*sizes: int) -> PackSpec:
    number = iter(range(1, 100))
    sections = (
        Section("?", f"S{i}", tuple(PackItem(next(number), "x") for _ in range(size))) for i, size in enumerate(sizes)
    )  # type: ignore[arg-type]
    return packs.lettered(PackSpec("Pack", "Ada", sections=tuple(sections)))


def ids(pack: PackSpec) -> list[list[int]]:
    return [[int(item.document) for item in section.items] for section in pack.sections]


def test_moving_within_and_between_sections() -> None:
    pack = spec(2, 1)
    moved, place = packs.moved(pack, (0, 0), 1)
    assert (ids(moved), place) == ([[2, 1], [3]], (0, 1))
    moved, place = packs.moved(moved, (0, 1), 1)
    assert (ids(moved), place) == ([[2], [1, 3]], (1, 0))
    moved, place = packs.moved(moved, (1, 0), -1)
    assert (ids(moved), place) == ([[2, 1], [3]], (0, 1))
    swapped, place = packs.moved(pack, (0, -1), 1)
    assert ([s.letter for s in swapped.sections], place) == (["A", "B"], (1, -1))
    assert packs.moved(pack, (1, 0), 1)[0] == pack


@pytest.mark.parametrize(
    ("text", "pages"), [("1-3, 7", (1, 2, 3, 7)), ("", ()), ("all", ()), ("1-8", ()), ("5", (5,)), ("2 to 3", (2, 3))]
)
def test_pages_as_people_write_them(text: str, pages: tuple[int, ...]) -> None:
    assert packs.parse_pages(text, 8) == pages


@pytest.mark.parametrize("text", ["9", "3-1", "x", "0"])
def test_wrong_pages_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        packs.parse_pages(text, 8)


def test_keys_move_and_remove_documents(go: Any, settle: Any) -> None:
    screen = go("bundles")
    before = ids(screen.spec)
    screen.tree._stand((1, 0))
    QTest.keyClick(screen.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(screen.window())
    after = ids(screen.spec)
    assert after[1][:2] == before[1][1::-1]
    assert screen.tree.place() == (1, 1)
    QTest.keyClick(screen.tree, Qt.Key.Key_Delete)
    settle(screen.window())
    assert before[1][0] not in ids(screen.spec)[1]


def test_a_pack_is_built_and_saved(go: Any, settle: Any, dialogs: Any, qtbot: Any, tmp_path: Any) -> None:
    screen = go("bundles")
    QTest.mouseClick(screen.build, LEFT)
    qtbot.waitUntil(lambda: screen.result is not None)
    assert screen.save.isVisible()
    dialogs.answers.append(tmp_path / "pack.pdf")
    QTest.mouseClick(screen.save, LEFT)
    settle(screen.window())
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF")
    assert screen.folder.isVisible()


# requests


def test_rows_say_how_each_organisation_stands() -> None:
    case, tracking = FakeCase(), fake_writing.Tracking()
    rows = asked.rows(tracking.requests(case), tracking.deadlines(case), content.ORGANISATIONS, date(2026, 11, 23))
    now = {row.name: row.now for row in rows}
    assert now["Larkhollow Primary"] == "Due today"
    assert now["Wrenfield Academy"] == "10 days left"
    assert now["Calderwick Council"] == "Answered, 1 day late"
    assert rows[0].name == "Larkhollow Primary"


def test_the_working_is_shown_and_an_answer_written_down(go: Any, settle: Any, dialogs: Any) -> None:
    screen = go("requests", request=2)
    assert "The answer is due by" in screen._due.text()
    assert screen._steps.body.count() > 1
    dialogs.on_run = agree
    QTest.mouseClick(screen.happened, LEFT)
    settle(screen.window())
    assert len(screen._current().log) == 2


@pytest.mark.parametrize("size", [100, 200])
def test_a_field_that_grows_never_hides_its_first_line(qtbot: Any, qapp: QApplication, size: int) -> None:
    look.apply(qapp, look.Theme(LIGHT, size))
    field = GrowingText("Words")
    field.resize(300, 40)
    with qtbot.waitExposed(field):
        field.show()
    for _ in range(12):
        QTest.keyClicks(field, "some more words ")
        assert field.verticalScrollBar().maximum() == 0
        assert field.firstVisibleBlock().isValid()
        assert field.cursorRect().bottom() <= field.viewport().height()
    assert field.document().size().height() > 3
    field.close()
    look.apply(qapp, look.Theme(LIGHT, 100))
