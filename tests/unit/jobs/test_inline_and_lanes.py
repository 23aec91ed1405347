"""The runner without processes, and lanes."""

import threading
from concurrent.futures import CancelledError

import pytest

from app.domain.errors import FileProblem
from app.jobs.inline import InlineRunner
from app.jobs.lanes import Lane
from app.jobs.problems import ChildProblem
from app.jobs.runner import JobFuture, Runner, some_done


def test_inline_runner_answers_like_the_other() -> None:
    with InlineRunner(("child_tasks",)) as runner:
        assert isinstance(runner, Runner)
        future = runner.submit("child_tasks:double", 21, seconds=1, tag=7, priority=3)
        assert (future.result(0), future.tag) == (42, 7)
        with pytest.raises(FileProblem, match="Give the password"):
            runner.submit("child_tasks:known_problem").result(0)
        with pytest.raises(ChildProblem) as caught:
            runner.submit("child_tasks:bug", "secret").result(0)
        assert caught.value.code == "crashed"
        assert caught.value.detail.startswith("ValueError in child_tasks")
    with pytest.raises(RuntimeError):
        runner.submit("child_tasks:double", 1)


def test_lane_runs_in_order_on_one_thread() -> None:
    seen: list[tuple[int, str]] = []
    with Lane("writer") as lane:
        futures = [lane.submit(lambda n: seen.append((n, threading.current_thread().name)), n) for n in range(20)]
    assert all(future.done() for future in futures)
    assert [n for n, _ in seen] == list(range(20))
    assert len({name for _, name in seen}) == 1
    assert seen[0][1].startswith("writer")


def test_lane_gives_exceptions_to_who_asked() -> None:
    with Lane("reader") as lane:
        with pytest.raises(ZeroDivisionError):
            lane.call(lambda: 1 // 0)
        assert lane.call(lambda: 2) == 2


def test_call_inside_a_call_does_not_wait_for_itself() -> None:
    with Lane("writer") as lane:
        assert lane.call(lambda: lane.call(lambda: 5)) == 5


def test_closing_with_cancel_drops_what_is_queued() -> None:
    lane, gate, begun = Lane("writer"), threading.Event(), threading.Event()

    def first() -> str:
        begun.set()
        gate.wait(10)
        return "finished"

    running = lane.submit(first)
    queued = lane.submit(lambda: "never")
    begun.wait(10)
    threading.Timer(0.05, gate.set).start()
    lane.close(cancel=True)
    lane.close()
    assert running.result(0) == "finished"
    with pytest.raises(CancelledError):
        queued.result(0)
    with pytest.raises(RuntimeError):
        lane.submit(lambda: 1)


def test_what_ends_together_is_given_together() -> None:
    ended, late, never = JobFuture(), JobFuture(), JobFuture()
    ended.set_result(1)
    timer = threading.Timer(0.05, late.set_result, (2,))
    timer.start()
    assert some_done({ended, late, never}, most=2, seconds=20) == ({ended, late}, {never})
    assert some_done({ended, never}, most=2, seconds=0.01) == ({ended}, {never})
    assert some_done({ended, late, never}, most=1, seconds=20)[1] == {never}
    timer.join()
