"""Saving the timeline from the window: every form, and a place that cannot be written."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.domain.errors import OutputProblem
from app.ui.main_window import MainWindow
from app.ui.screens.timeline.saving import FORMS

SHARING = SimpleNamespace(
    timeline_pdf=lambda _case: b"%PDF", timeline_docx=lambda _case: b"docx", timeline_csv=lambda _case: b"csv",
    timeline_json=lambda _case: b"[]", annotations=lambda _case: {"marks": 1}, as_json=lambda value: str(value).encode(),
)  # fmt: skip
WRITTEN = {"pdf": b"%PDF", "docx": b"docx", "csv": b"csv", "json": b"[]", "jsonld": b"{'marks': 1}"}


@pytest.fixture
def screen(case_window: MainWindow, settle: Any) -> Any:
    case_window.shell.services._modules["sharing"] = SHARING
    case_window.shell.navigator.go("timeline")
    settle(case_window)
    return case_window._frame.current()


@pytest.mark.parametrize(("name", "filters"), [form[1:] for form in FORMS])
def test_every_form_is_written(
    screen: Any, case_window: MainWindow, settle: Any, tmp_path: Path, name: str, filters: str
) -> None:
    told: list[str] = []
    case_window.shell.told.connect(lambda words, _tone: told.append(words))
    case_window.shell.dialogs.answers.append(tmp_path / Path(name).stem)
    screen.save.save(name, filters)
    settle(case_window)
    assert (tmp_path / name).read_bytes() == WRITTEN[name.rsplit(".", 1)[1]]
    assert told == [f"Saved {name}. This copy is not encrypted."]


def test_a_place_that_cannot_be_written_is_told(
    screen: Any, case_window: MainWindow, settle: Any, tmp_path: Path
) -> None:
    failed: list[object] = []
    case_window.shell.failed.disconnect()
    case_window.shell.failed.connect(failed.append)
    case_window.shell.dialogs.answers.append(tmp_path / "not a folder" / "Timeline.pdf")
    (tmp_path / "not a folder").touch()
    screen.save.save(*FORMS[0][1:])
    settle(case_window)
    assert isinstance(failed[0], OutputProblem)
    assert screen.save.isEnabled()


def test_saying_no_to_the_dialog_saves_nothing(screen: Any, case_window: MainWindow) -> None:
    case_window.shell.dialogs.answers.append(None)
    screen.save.save(*FORMS[0][1:])
    assert case_window.shell.calls.idle()
