"""What a child process is like: quiet, offline, light, and never left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.jobs import child
from app.jobs.problems import ChildProblem
from app.jobs.processes import ProcessRunner

Make = Callable[..., ProcessRunner]

PROGRAM = """
import sys, time
sys.path.insert(0, {tasks!r})
from app.jobs.processes import ProcessRunner
print("main is imported", flush=True)
runner = ProcessRunner(2, modules=("child_tasks",))
for _ in range(2):
    runner.submit("child_tasks:append", {begun!r}, "x", 60)
while not {ending!r}:
    time.sleep(1)
while len(open({begun!r}, "a+").read() or open({begun!r}).read()) < 2:
    time.sleep(0.02)
"""


def test_environment(make_runner: Make) -> None:
    found = make_runner(nice=5).submit("child_tasks:environment").result(20)
    assert found["threads"] == "1"
    assert found["nice"] >= 5
    assert found["interrupt"]
    for heavy in ("pymupdf", "PySide6", "sqlalchemy", "sqlcipher3", "psutil", "tesserocr", "app.store", "pytest"):
        assert heavy not in found["modules"]


def test_prints_of_a_child_go_nowhere(make_runner: Make, capfd: pytest.CaptureFixture[str]) -> None:
    make_runner().submit("child_tasks:talk", "words of a document").result(20)
    assert capfd.readouterr() == ("", "")


def test_child_cannot_go_online(make_runner: Make) -> None:
    with pytest.raises(ChildProblem) as caught:
        make_runner().submit("child_tasks:go_online").result(20)
    assert caught.value.detail.startswith("OfflineViolation")


def test_resolve_takes_only_named_packages() -> None:
    assert child.resolve("json:dumps", ("json",))(1) == "1"
    for name in ("os:system", "jsonx:dumps", "json", "json:dumps.x"):
        with pytest.raises(ValueError, match="may not run"):
            child.resolve(name, ("json",))


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("ending", ["kill", "interrupt", "exit"])
def test_children_go_when_the_parent_goes(ending: str, tmp_path: Path, list_children: Callable[..., list[int]]) -> None:
    begun, script = tmp_path / "begun", tmp_path / "program.py"
    tasks = str(Path(__file__).parent / "tasks")
    script.write_text(PROGRAM.format(tasks=tasks, begun=str(begun), ending=ending == "exit"))
    environment = {**os.environ, "PYTHONPATH": str(Path(child.__file__).parents[2])}
    program = subprocess.Popen(
        [sys.executable, str(script)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    _wait_for(lambda: begun.exists() and begun.read_text() == "xx")
    left = list_children(program.pid) if ending != "exit" else []
    assert len(left) == (2 if ending != "exit" else 0)
    if ending != "exit":
        program.send_signal(signal.SIGKILL if ending == "kill" else signal.SIGINT)
    out, _ = program.communicate(timeout=20)
    assert out == b"main is imported\n"
    _wait_for(lambda: not any(_alive(pid) for pid in left))


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] != "Z" if sys.platform == "linux" else True


def _wait_for(check: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not check():
        assert time.monotonic() < end
        time.sleep(0.02)
