"""A runner whose children may run the functions in `tasks/`."""

from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from app.jobs.processes import ProcessRunner

TASKS = "child_tasks"


@pytest.fixture(autouse=True)
def _tasks_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "tasks"))


@pytest.fixture
def make_runner() -> Iterator[Callable[..., ProcessRunner]]:
    runners: list[ProcessRunner] = []

    def make(workers: int = 1, **options: object) -> ProcessRunner:
        runner = ProcessRunner(workers, modules=(TASKS,), **options)  # type: ignore[arg-type]
        runners.append(runner)
        return runner

    yield make
    for runner in runners:
        runner.close()
    assert children() == []


def children(pid: int | None = None) -> list[int]:
    """Ids of a process's children, without the standard library's own resource tracker."""
    found = []
    for child in psutil.Process(pid).children(recursive=True):
        try:
            if child.status() != psutil.STATUS_ZOMBIE and "resource_tracker" not in " ".join(child.cmdline()):
                found.append(child.pid)
        except psutil.NoSuchProcess:
            continue
    return found


@pytest.fixture
def list_children() -> Callable[..., list[int]]:
    return children
