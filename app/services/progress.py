"""Counts and the time left of a long job, told to whoever listens."""

import time
from collections.abc import Callable

from app.jobs.events import JobEvent

OnEvent = Callable[[JobEvent], None]


def ignore(_event: JobEvent) -> None:
    """For callers that do not listen."""


class Progress:
    """One stage of a job. Time left is told from the third second on, from the pace so far."""

    def __init__(self, job: str, stage: str, total: int, on_event: OnEvent) -> None:
        self.job, self.stage, self.total = job, stage, total
        self.done = 0
        self._on_event = on_event
        self._started = time.monotonic()

    def grow(self, more: int) -> None:
        """More things turned out to be there (files inside files)."""
        self.total += more

    def add(self, count: int = 1, item: str = "", document: int | None = None) -> None:
        """Things that are done."""
        self.done += count
        self._tell("progress", item, "", document)

    def failed(self, item: str, message: str, document: int | None, needs: str = "") -> None:
        """A thing that ended with a problem; it counts as done."""
        self.done += 1
        self._tell("item-failed", item, message, document, needs)

    def _tell(self, kind: str, item: str, message: str, document: int | None, needs: str = "") -> None:
        spent = time.monotonic() - self._started
        left = (self.total - self.done) * spent / self.done if spent > 3 and self.done else None
        self._on_event(
            JobEvent(self.job, kind, self.stage, self.done, self.total, item, message, left, document, needs)
        )
