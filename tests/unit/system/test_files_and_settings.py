"""Writing whole or not at all, walking folders, the lock of a case, settings that survive damage."""

import json
import os
from pathlib import Path

import pytest

from app.domain.errors import CaseProblem, FileProblem, OutputProblem
from app.system import files
from app.system.lock import CaseLock
from app.system.settings import Settings


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "letter.pdf"
    files.write_output(target, b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputProblem) as caught:
        files.write_output(target, b"new")
    assert "disk is full" in caught.value.happened
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["letter.pdf"]


def test_walk_is_stable_and_does_not_follow_loops(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_text("2")
    (tmp_path / "a.txt").write_text("1")
    (tmp_path / "b" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [name for _, name in files.walk(tmp_path)] == ["a.txt", "b/loop", "b/two.txt"]
    assert [name for _, name in files.walk(tmp_path / "a.txt")] == ["a.txt"]


def test_names_that_are_not_utf8_are_shown(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(raw, "wb") as out:  # noqa: PTH123
        out.write(b"x")
    names = [name for _, name in files.walk(tmp_path)]
    assert names == ["caf\ufffd.txt"]


@pytest.mark.parametrize("make", ["missing", "folder", "large"])
def test_files_that_cannot_be_read_have_a_reason(tmp_path: Path, make: str) -> None:
    path = tmp_path / "x"
    if make == "folder":
        path.mkdir()
    elif make == "large":
        path.write_bytes(b"12345")
    with pytest.raises(FileProblem) as caught:
        files.read_given(path, 4)
    assert caught.value.code == {"missing": "missing", "folder": "unsupported", "large": "too-large"}[make]


def test_one_program_per_case(tmp_path: Path) -> None:
    first = CaseLock(tmp_path)
    with pytest.raises(CaseProblem) as caught:
        CaseLock(tmp_path)
    assert caught.value.code == "locked"
    assert caught.value.exit_status == 3
    first.release()
    first.release()
    CaseLock(tmp_path).release()


def test_settings_survive_damage_and_unknown_values(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = Settings(text_size=150)
    settings.save(path)
    assert Settings.load(path).text_size == 150
    path.write_text(json.dumps({"version": 1, "text_size": "huge", "theme": "dark", "unknown": 1}))
    assert Settings.load(path) == Settings(theme="dark")
    path.write_bytes(b"\x00{")
    assert Settings.load(path) == Settings()
    assert Settings.load(tmp_path / "none.json") == Settings()
