"""A file that hangs, dies or grows costs exactly itself; results and known problems come through."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from app.domain.errors import FileProblem, WorkProblem
from app.domain.reports import ReportLine
from app.jobs.problems import ChildProblem
from app.jobs.processes import ProcessRunner
from app.jobs.runner import Runner

Make = Callable[..., ProcessRunner]


def test_result_comes_back(make_runner: Make) -> None:
    runner = make_runner()
    assert isinstance(runner, Runner)
    future = runner.submit("child_tasks:double", 21, tag="page 4")
    assert future.result(20) == 42
    assert future.tag == "page 4"


def test_our_own_values_and_large_data_come_back(make_runner: Make) -> None:
    runner = make_runner()
    assert runner.submit("child_tasks:line", "a.txt").result(20) == ReportLine("a.txt", 1, "", "txt", "imported")
    assert runner.submit("child_tasks:size", bytes(30 << 20)).result(20) == 30 << 20
    assert len(runner.submit("child_tasks:zeros", 30 << 20).result(20)) == 30 << 20


def test_child_is_kept_for_the_next_task(make_runner: Make) -> None:
    runner = make_runner()
    runner.submit("child_tasks:remember", "one").result(20)
    assert runner.submit("child_tasks:remember", "two").result(20) == ["one", "two"]


def test_children_start_only_when_needed(make_runner: Make, list_children: Callable[..., list[int]]) -> None:
    runner = make_runner(3)
    assert list_children() == []
    for number in range(3):
        assert runner.submit("child_tasks:double", number).result(20) == 2 * number
    assert len(list_children()) == 1


def test_two_workers_work_at_the_same_time(make_runner: Make) -> None:
    runner = make_runner(2)
    pids = [runner.submit("child_tasks:pid"), runner.submit("child_tasks:sleep", 0.2), runner.submit("child_tasks:pid")]
    assert len({future.result(20) for future in pids}) >= 2


@pytest.mark.parametrize("task", ["sleep", "deaf"])
def test_hung_child_is_stopped_and_costs_only_its_task(make_runner: Make, task: str) -> None:
    runner = make_runner()
    hung = runner.submit(f"child_tasks:{task}", 60, seconds=0.3)
    after = runner.submit("child_tasks:double", 4)
    with pytest.raises(ChildProblem) as caught:
        hung.result(20)
    assert caught.value.code == "timed-out"
    assert caught.value.happened
    assert caught.value.safe
    assert caught.value.next_step
    assert after.result(20) == 8


@pytest.mark.parametrize("task", ["leave", "segfault"])
def test_dead_child_costs_only_its_task(make_runner: Make, task: str) -> None:
    runner = make_runner()
    dead = runner.submit(f"child_tasks:{task}")
    after = runner.submit("child_tasks:double", 4)
    with pytest.raises(FileProblem) as caught:
        dead.result(20)
    assert caught.value.code == "crashed"
    assert after.result(20) == 8


def test_child_that_grows_is_stopped(make_runner: Make) -> None:
    runner = make_runner(memory_mb=200)
    with pytest.raises(FileProblem) as caught:
        runner.submit("child_tasks:grow").result(20)
    assert caught.value.code == "memory"
    assert runner.submit("child_tasks:double", 4).result(20) == 8


def test_wild_allocation_is_a_memory_problem(make_runner: Make) -> None:
    runner = make_runner(memory_mb=200)
    with pytest.raises(FileProblem) as caught:
        runner.submit("child_tasks:wild").result(20)
    assert caught.value.code == "memory"


def test_known_problem_comes_back_as_itself(make_runner: Make) -> None:
    runner = make_runner()
    with pytest.raises(FileProblem) as caught:
        runner.submit("child_tasks:known_problem").result(20)
    assert (caught.value.code, caught.value.next_step) == ("password", "Give the password.")


def test_bug_in_the_child_tells_where_and_no_text(make_runner: Make) -> None:
    runner = make_runner()
    with pytest.raises(ChildProblem) as caught:
        runner.submit("child_tasks:bug", "the secret").result(20)
    assert caught.value.code == "crashed"
    assert caught.value.detail.startswith("ValueError in child_tasks, line ")
    assert "secret" not in str(caught.value) + caught.value.detail


@pytest.mark.parametrize("task", ["hostile", "no_pickle"])
def test_answer_that_is_not_a_plain_value_is_refused(make_runner: Make, task: str) -> None:
    runner = make_runner()
    with pytest.raises(ChildProblem) as caught:
        runner.submit(f"child_tasks:{task}").result(20)
    assert caught.value.code == "crashed"
    assert runner.submit("child_tasks:double", 4).result(20) == 8


def test_lower_priority_number_runs_first(make_runner: Make, tmp_path: Path) -> None:
    runner, path = make_runner(), tmp_path / "order"
    futures = [runner.submit("child_tasks:append", str(path), "a", 0.3)]
    _wait_for(path.exists)
    futures += [
        runner.submit("child_tasks:append", str(path), word, 0.0, priority=p) for word, p in [("d", 5), ("c", 1)]
    ]
    futures += [runner.submit("child_tasks:append", str(path), "b", 0.0, priority=-1)]
    for future in futures:
        future.result(20)
    assert path.read_text() == "abcd"


def test_queued_task_can_be_cancelled(make_runner: Make, tmp_path: Path) -> None:
    runner, path = make_runner(), tmp_path / "order"
    first = runner.submit("child_tasks:append", str(path), "a", 0.2)
    _wait_for(path.exists)
    second = runner.submit("child_tasks:append", str(path), "b", 0.0)
    assert second.cancel()
    first.result(20)
    runner.submit("child_tasks:double", 1).result(20)
    assert path.read_text() == "a"


def test_running_task_can_be_stopped(make_runner: Make, tmp_path: Path) -> None:
    runner = make_runner()
    future = runner.submit("child_tasks:append", str(tmp_path / "begun"), "a", 60)
    _wait_for(lambda: (tmp_path / "begun").exists())
    runner.stop(future)
    with pytest.raises(WorkProblem) as caught:
        future.result(20)
    assert caught.value.code == "cancelled"
    assert runner.submit("child_tasks:double", 4).result(20) == 8


def test_close_ends_running_and_cancels_queued(
    make_runner: Make, tmp_path: Path, list_children: Callable[..., list[int]]
) -> None:
    runner = make_runner()
    running = runner.submit("child_tasks:append", str(tmp_path / "begun"), "a", 60)
    queued = runner.submit("child_tasks:double", 1)
    _wait_for(lambda: (tmp_path / "begun").exists())
    started = time.monotonic()
    runner.close()
    assert time.monotonic() - started < 5
    assert list_children() == []
    assert isinstance(running.exception(0), WorkProblem)
    with pytest.raises(CancelledError):
        queued.result(0)
    assert not [t for t in threading.enumerate() if t.name.startswith("child-")]
    with pytest.raises(RuntimeError):
        runner.submit("child_tasks:double", 1)


def test_close_while_a_child_is_starting(make_runner: Make, list_children: Callable[..., list[int]]) -> None:
    runner = make_runner()
    future = runner.submit("child_tasks:sleep", 60)
    runner.close()
    assert list_children() == []
    assert future.done()


def test_function_outside_the_allowed_packages_is_refused() -> None:
    with ProcessRunner(1) as runner, pytest.raises(ValueError, match="may not run"):
        runner.submit("os:system", "true")


def _wait_for(check: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not check():
        assert time.monotonic() < end
        time.sleep(0.02)
