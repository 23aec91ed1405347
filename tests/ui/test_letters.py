"""Letters: example, the fitting organisations, words changed by hand, the copy that was kept."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.bundles import PackItem, PackSpec, Section
from app.domain.ids import DocumentId
from app.domain.letters import Paragraph
from app.ui.main_window import MainWindow
from app.ui.screens.letters.enclosing import EnclosuresDialog
from app.ui.screens.letters.presenter import fingerprint
from app.ui.widgets.card import ActionCard
from app.ui.widgets.labels import Label
from tests.ui.fake_dialogs import FakeDialogs


def opened(window: MainWindow, settle: Any, **params: Any) -> Any:
    window.shell.navigator.go("letters", **params)
    settle(window)
    return window._frame.current()


def button(parent: Any, name: str) -> Any:
    from PySide6.QtWidgets import QAbstractButton

    return next(b for b in parent.findChildren(QAbstractButton) if name in (b.text(), b.accessibleName()))


def test_example_by_keyboard_and_back(case_window: MainWindow, settle: Any) -> None:
    shown = opened(case_window, settle)
    see = button(shown.chooser, "See an example: Reminder: the answer is late")
    see.setFocus()
    QTest.keyClick(see, Qt.Key.Key_Space)
    settle(case_window)
    assert shown._stack.currentWidget() is shown.example
    text = " ".join(label.text() for label in shown.example.findChildren(Label))
    assert "When to use it: They have not answered" in text
    assert "invented" in text
    assert any(isinstance(b, Paragraph) and "Nora Brennan" in b.text for b in shown.example.paper.blocks())
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert shown._stack.currentIndex() == 0


def test_only_fitting_organisations_are_asked_about(
    case_window: MainWindow, settle: Any, dialogs: FakeDialogs, monkeypatch: Any
) -> None:
    offered: list[str] = []

    def choose(title: str, text: str, options: Any, yes: str = "") -> Any:
        offered.extend(name for _, name in options)
        return options[0][0]

    monkeypatch.setattr(dialogs, "choose", choose)
    shown = opened(case_window, settle, kind="record-request")
    assert shown.draft.kind == "record-request"
    assert not any("NHS" in name or "Police" in name for name in offered)


def test_words_changed_by_hand_stay_when_something_is_filled_in(
    case_window: MainWindow, settle: Any, qtbot: Any
) -> None:
    shown = opened(case_window, settle, kind="access-request", organisation=1)
    field = next(f for piece in shown.paper._pieces for f in piece.fields if "subject access" in f.toPlainText())
    field.setPlainText("My very own words.")
    shown._keep_all()
    settle(case_window)
    assert shown.draft.edited
    shown.beside.filled.emit("delivery", "post")
    settle(case_window)
    assert any(isinstance(b, Paragraph) and b.text == "My very own words." for b in shown.draft.blocks)
    assert shown._again.isVisibleTo(shown)
    shown._again.click()
    settle(case_window)
    qtbot.waitUntil(lambda: not any("very own" in str(b) for b in shown.paper.blocks()), timeout=3000)
    assert not shown.draft.edited


def test_a_refused_letter_cannot_be_saved_or_sent(case_window: MainWindow, settle: Any) -> None:
    shown = opened(case_window, settle, kind="access-request", organisation=1)
    shown.beside.show_aside("It is for the council.", (), "This is information.", {})
    for one in (shown.beside.word, shown.beside.pdf, shown.beside.sent):
        assert not one.isEnabled()
    shown.beside.show_aside("", (), "This is information.", {"pdf": "ab" * 32})
    assert shown.beside.word.isEnabled()
    assert fingerprint("ab" * 32) in shown.beside._kept.text()


def test_letters_of_another_nation_say_why_and_cannot_be_begun(case_window: MainWindow, settle: Any) -> None:
    shown = opened(case_window, settle)
    shown.chooser.show_all(
        shown._found.kinds, (), {}, "scotland", {"ehc-assessment-request": "Ask for a co-ordinated support plan."}
    )
    texts = [label.text() for label in shown.chooser.findChildren(Label)]
    assert "Not in Scotland" in texts
    assert "Ask for a co-ordinated support plan." in texts
    cards = [c for c in shown.chooser.findChildren(ActionCard) if "assessed for an EHC plan" in c.accessibleName()]
    assert cards
    assert not cards[-1].findChildren(type(shown.beside.word))


def test_enclosures_are_chosen_with_ticks(qtbot: Any) -> None:
    items = (
        PackItem(DocumentId(4), "Sheet", "2021-11-04", "", (2, 3)),
        PackItem(DocumentId(-1), "Request for the file", "2026-09-01"),
    )
    dialog = EnclosuresDialog(None, PackSpec("Enclosures", "Ada", sections=(Section("A", "Evidence", items),)))
    qtbot.addWidget(dialog)
    assert [tick.text() for tick in dialog.ticks.values()] == [
        "Sheet, 4 Nov 2021, pages 2, 3", "Request for the file, 1 Sept 2026",
    ]  # fmt: skip
    dialog.ticks[4].click()
    assert dialog.left_out == (4,)
    assert dialog.yes.isEnabled()
    dialog.ticks[-1].click()
    assert not dialog.yes.isEnabled()


def test_what_is_due_stands_first_and_begins_the_letter(case_window: MainWindow, settle: Any) -> None:
    shown = opened(case_window, settle)
    assert (
        next(label.text() for label in shown.chooser.findChildren(Label) if label.property("role") == "h2")
        == "What fits now"
    )
    due = shown._found.due[0]
    button(shown.chooser, f"Write: {due.title}, {due.to}").click()
    settle(case_window)
    assert (shown.draft.kind, shown.draft.organisation) == (due.kind, due.organisation)


def test_saving_goes_to_the_chosen_place(
    case_window: MainWindow, settle: Any, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    shown = opened(case_window, settle, kind="access-request", organisation=1)
    dialogs.answers.append(tmp_path / "a.pdf")
    shown.beside.pdf.click()
    settle(case_window)
    assert (tmp_path / "a.pdf").read_bytes() == b"letter pdf"
