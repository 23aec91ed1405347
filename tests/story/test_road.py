"""The road from asking to the ombudsman in one sitting, by keyboard only: real window, real services, the day moved by the test setting."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from shiboken6 import delete

from app.domain.people import CaseDetails, NewOrganisation
from app.services import browsing, letter_writing, tracking
from app.services import case as cases
from app.services.context import Context
from app.system import clock
from app.system.settings import Settings
from app.ui import theme as look
from app.ui.main_window import MainWindow
from app.ui.palette import LIGHT
from app.ui.services import Services
from app.ui.widgets.choice import Choice
from tests.story.hands import CTRL, Answers, Hands
from tests.ui.conftest import collected_on_the_windows_thread, no_qt_warnings, qapp  # noqa: F401

FAMILY = CaseDetails(
    "Ada Brennan", "2013-03-14", "england", "Nora Brennan", "mother", "12 Ferry Row\nCalderwick", "nora@example.org"
)
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return
FAR = 160


class Keys(Hands):
    """No mouse: Tab until the thing with these words has the keyboard, then Enter."""

    def focused(self, where: QWidget | None = None) -> Any:
        return (where or self.window).focusWidget()

    def tab_to(self, words: str, where: QWidget | None = None) -> Any:
        """Go on with Tab until something of that name has the keyboard."""
        seen: list[str] = []
        for _ in range(FAR):
            at = self.focused(where)
            names = _names(at) if at is not None else ()
            if words in names:
                return at
            seen.append(" / ".join(name for name in names if name))
            QTest.keyClick(at or where or self.window, TAB)
        raise AssertionError(f"Tab never reached “{words}”; it passed {list(dict.fromkeys(seen))}")

    def enter(self, words: str, where: QWidget | None = None) -> None:
        """Wait until it is there, go to it with Tab, press Enter."""
        self.is_there(words, where)
        QTest.keyClick(self.tab_to(words, where), ENTER)

    def is_there(self, words: str, where: QWidget | None = None) -> None:
        """Wait until something of that name can be seen and used."""
        self.until(lambda: [w for w in self.all(QWidget, where) if words in _names(w) and w.isEnabled()], f"“{words}”")

    def type_into(self, field: str, words: str, where: QWidget | None = None) -> None:
        at = self.tab_to(field, where)
        if isinstance(at, Choice):
            self.choose_with_arrows(at, words)
            return
        QTest.keyClick(at, Qt.Key.Key_A, CTRL)
        QTest.keyClick(at, Qt.Key.Key_Delete)
        QTest.keyClicks(at, words)

    @staticmethod
    def choose_with_arrows(at: Choice, words: str) -> None:
        """Home, then Down until the words begin like this."""
        QTest.keyClick(at, Qt.Key.Key_Home)
        for _ in range(at.count()):
            if at.currentText().startswith(words):
                return
            QTest.keyClick(at, Qt.Key.Key_Down)
        raise AssertionError(f"“{words}” cannot be chosen")

    def go(self, number: int) -> None:
        """Alt and a digit: Home is 1, Requests 5, Letters 6."""
        self.press(Qt.Key(Qt.Key.Key_0.value + number), ALT)

    def screen(self) -> Any:
        from app.ui.screen import Screen

        return next(iter(self.all(Screen)), None)


def _names(widget: Any) -> tuple[str, ...]:
    text = getattr(widget, "text", None)
    return (widget.accessibleName(), text() if callable(text) and not isinstance(widget, QLineEdit) else "")


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def keys(
    qtbot: Any,
    qapp: QApplication,  # noqa: F811
    answers: Answers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Keys]:
    """In front of Home of a case without files."""
    monkeypatch.setenv(clock.VARIABLE, "2026-10-05")
    look.apply(qapp, look.Theme(LIGHT, 100))
    context = Context(inline=True)
    case = cases.create(context, tmp_path / "ada", FAMILY, "copper kettle window").case
    window = MainWindow(Services(), Settings.load(), answers)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.finish_building()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.shell.session.take(case)
    yield Keys(window, qtbot)
    window.close()
    delete(window)
    qapp.processEvents()
    context.close()


def add_organisation(keys: Keys, answers: Answers, name: str, kind: str) -> None:
    """From the empty screen: there is nobody to ask yet, so the program asks whom."""

    def fill(dialog: QDialog) -> None:
        keys.type_into("Name", name, dialog)
        keys.type_into("What it is", kind, dialog)
        keys.type_into("Address", "Civic Centre", dialog)
        keys.enter("Save", dialog)

    answers.next_dialog = fill
    keys.go(5)
    keys.enter("Ask for a file")
    keys.until(lambda: browsing.organisations(keys.window.shell.case), "the organisation to be kept")


def send(keys: Keys, answers: Answers, kind: str) -> None:
    """Fill what is blank in the letter in front, say that it was sent today."""
    case = keys.window.shell.case
    keys.until(lambda: _draft(keys) is not None and _draft(keys).kind == kind, f"the letter {kind}")
    fill_blanks(keys)

    def today(dialog: QDialog) -> None:
        keys.enter("I sent it", dialog)

    answers.next_dialog = today
    keys.enter("I sent it on…")
    keys.until(lambda: _sent(case, kind), f"{kind} to be sent")


def _draft(keys: Keys) -> Any:
    return getattr(keys.screen(), "draft", None)


def _sent(case: Any, kind: str) -> bool:
    return any(d.kind == kind and d.status == "sent" for d in letter_writing.drafts(case))


def fill_blanks(keys: Keys) -> None:
    """One blank after the other, each reached with Tab by its label."""
    for _ in range(12):
        draft = _draft(keys)
        if not draft.missing:
            return
        field = next(f for f in draft.fields if f.name == draft.missing[0])
        keys.is_there(field.label)
        editor = keys.tab_to(field.label)
        if field.kind == "choice":
            QTest.keyClick(editor, Qt.Key.Key_Down)
        else:
            words = "5 October 2026" if field.kind == "date" else "We asked for the file and no answer came."
            keys.type_into(field.label, words)
        before = len(draft.missing)
        QTest.keyClick(keys.focused(), TAB)
        keys.until(lambda before=before: len(_draft(keys).missing) < before, f"“{field.label}” to be filled")
    raise AssertionError(f"still missing: {_draft(keys).missing}")


def on(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, day)


def test_from_asking_to_the_ombudsman(keys: Keys, answers: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    case = keys.window.shell.case
    add_organisation(keys, answers, "Calderwick Council", "Council: special")
    send(keys, answers, "access-request")

    on("2026-11-05", monkeypatch)
    keys.go(1)
    keys.reads("They have until 5 Nov 2026")
    assert "they have not answered" not in keys.words()

    on("2026-11-06", monkeypatch)
    offered(keys, "Calderwick Council: they have not answered", "Write to them")
    send(keys, answers, "access-overdue")

    on("2026-11-13", monkeypatch)
    offered(keys, "Calderwick Council: your letters did not help: complain to them", "Complain to them")
    send(keys, answers, "data-protection-complaint")

    on("2026-12-15", monkeypatch)
    keys.go(5)
    keys.reads("Your data protection complaint did not help")
    keys.press(Qt.Key.Key_W)
    send(keys, answers, "regulator-complaint")

    on("2026-12-16", monkeypatch)
    offered(keys, "Calderwick Council: you may use their complaints procedure too", "Complain")
    send(keys, answers, "council-complaint")

    on("2027-03-11", monkeypatch)
    offered(keys, "Calderwick Council: they have not answered the complaint", "Go on")
    send(keys, answers, "council-ombudsman")
    kinds = [r.kind for r in tracking.requests(case)]
    assert kinds == ["access", "dp-complaint", "regulator", "council-complaint", "ombudsman"]
    keys.go(1)
    keys.until(lambda: "they have not answered the complaint" not in keys.words(), "Home to offer nothing more")


def offered(keys: Keys, title: str, button: str) -> None:
    """Home offers it; open it with Tab and Enter."""
    keys.go(1)
    keys.until(keys.window.shell.calls.idle, "Home to be up to date")
    keys.reads(title)
    keys.enter(button)


def test_an_answer_that_is_not_whole(keys: Keys, answers: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    case = keys.window.shell.case
    add_organisation(keys, answers, "Larkhollow Primary School", "School")
    send(keys, answers, "access-request")

    on("2026-10-30", monkeypatch)
    happened(keys, answers, "They answered")
    keys.until(lambda: tracking.requests(case)[0].answered == "2026-10-30", "the answer to be written down")
    keys.reads("Some of what you asked for was not found")
    keys.press(Qt.Key.Key_W)
    keys.until(lambda: _draft(keys) is not None and _draft(keys).kind == "missing-documents", "the letter")
    assert "Safeguarding log and file" in next(f.value for f in _draft(keys).fields if f.name == "missing_items")
    send(keys, answers, "missing-documents")

    on("2026-11-12", monkeypatch)
    keys.go(1)
    keys.until(lambda: "complain to them" not in keys.words(), "nothing to be offered yet")
    on("2026-11-13", monkeypatch)
    offered(keys, "Larkhollow Primary School: your letters did not help: complain to them", "Complain to them")
    send(keys, answers, "data-protection-complaint")


def test_corrections_are_refused(keys: Keys, answers: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    case = keys.window.shell.case
    browsing.save_organisation(case, NewOrganisation("Larkhollow Primary School", "school"))
    keys.go(5)

    def correction(dialog: QDialog) -> None:
        keys.type_into("What for", "Request to correct", dialog)
        keys.enter("Add it", dialog)

    answers.next_dialog = correction
    keys.enter("Add one I sent")
    keys.until(lambda: tracking.requests(case), "the request")
    on("2026-10-20", monkeypatch)
    happened(keys, answers, "They refused")
    keys.reads("They refuse to correct it")
    offered(keys, "Larkhollow Primary School: your letters did not help: complain to them", "Complain to them")
    send(keys, answers, "data-protection-complaint")
    on("2026-11-20", monkeypatch)
    offered(keys, "Larkhollow Primary School: your data protection complaint did not help", "Write to the regulator")
    send(keys, answers, "regulator-complaint")
    offered(keys, "Larkhollow Primary School: you may use their complaints procedure too", "Complain")
    send(keys, answers, "school-complaint")
    on("2026-12-18", monkeypatch)
    offered(keys, "Larkhollow Primary School: they have not answered the complaint", "Go on")
    send(keys, answers, "school-complaint-formal")
    on("2027-01-20", monkeypatch)
    offered(keys, "Larkhollow Primary School: they have not answered the complaint", "Go on")
    send(keys, answers, "panel-request")


def happened(keys: Keys, answers: Answers, words: str) -> None:
    """L writes down what happened, today."""

    def what(dialog: QDialog) -> None:
        keys.type_into("What happened", words, dialog)
        keys.enter("Write it down", dialog)

    keys.go(5)
    keys.reads("What happened")
    answers.next_dialog = what
    keys.press(Qt.Key.Key_L)
