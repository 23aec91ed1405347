"""Long work with progress: events of a job cross from its thread to the window, gathered so that they never flood it."""

from collections import deque
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import Interrupted
from app.jobs.events import JobEvent
from app.ui.calls import Calls

GATHER_MS = 60


class Job(QObject):
    """One running job. `progressed` carries the newest `JobEvent` of each stage; `item` every item-done or item-failed.
    Exactly one of `finished` (result), `failed` (error) or `stopped` comes at the end."""

    progressed = Signal(object)
    item = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    paused = Signal(bool)

    def __init__(self, title: str, control: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.control = control
        self.is_paused = False
        self.over = False
        self.over_event = Event()
        self.stages: dict[str, JobEvent] = {}
        self._arriving: deque[JobEvent] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(GATHER_MS)
        self._timer.timeout.connect(self.flush)

    def push(self, event: JobEvent) -> None:
        """Take an event; may be called on any thread."""
        self._arriving.append(event)

    def begin(self) -> None:
        """Start looking for events."""
        self._timer.start()

    def flush(self) -> None:
        """Hand over what has arrived, oldest first, progress only once a stage."""
        newest: dict[str, JobEvent] = {}
        while self._arriving:
            event = self._arriving.popleft()
            if event.kind in ("item-done", "item-failed"):
                self.item.emit(event)
            if event.total or event.done or event.kind == "progress":
                newest[event.stage] = event
        for stage, event in newest.items():
            self.stages[stage] = event
            self.progressed.emit(event)

    def pause(self, on: bool) -> None:
        """Pause or go on."""
        if self.over:
            return
        self.is_paused = on
        if on:
            self.control.pause()
        else:
            self.control.resume()
        self.paused.emit(on)

    def cancel(self) -> None:
        """Stop after the file in hand; what is finished is kept."""
        if not self.over:
            self.control.cancel()

    def arrived(self, result: object) -> None:
        """The work returned."""
        self._end()
        self.finished.emit(result)

    def broke(self, error: object) -> None:
        """The work raised."""
        self._end()
        if isinstance(error, Interrupted) or getattr(error, "code", "") == "cancelled":
            self.stopped.emit()
        else:
            self.failed.emit(error)

    def _end(self) -> None:
        self._timer.stop()
        self.over = True
        self.flush()


class Jobs(QObject):
    """The jobs of a window. `started` carries a `Job`; the strip at the bottom shows the newest one still running."""

    started = Signal(object)
    ended = Signal(object)

    def __init__(self, calls: Calls, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = Calls(2, self)
        self._calls.failed.connect(calls.failed)
        self.running: list[Job] = []

    def run(self, title: str, control: Any, work: Callable[[Callable[[JobEvent], None]], Any]) -> Job:
        """Run `work(on_event)` on a thread of its own. `control` has pause(), resume(), cancel()."""
        job = Job(title, control, self)
        self.running.append(job)
        for signal in (job.finished, job.failed):
            signal.connect(partial(self._over, job))
        job.stopped.connect(partial(self._over, job))
        job.begin()
        self._calls.call(_watched, work, job, on_ok=job.arrived, on_error=job.broke)
        self.started.emit(job)
        return job

    def cancel_all(self) -> None:
        """Ask every job to stop and wait for it (the window closes or locks)."""
        for job in list(self.running):
            job.cancel()

    def close(self) -> None:
        """Stop everything and wait."""
        self.cancel_all()
        self._calls.close()

    def _over(self, job: Job, *_: object) -> None:
        if job in self.running:
            self.running.remove(job)
            self.ended.emit(job)


def _watched(work: Callable[[Callable[[JobEvent], None]], Any], job: Job) -> Any:
    try:
        return work(job.push)
    finally:
        job.over_event.set()
