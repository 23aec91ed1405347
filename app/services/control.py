"""Pause, resume and cancel a long job from another thread."""

import threading

from app.domain.errors import Interrupted


class Control:
    """Handed to a job when it starts; the job looks at it between items."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._running = threading.Event()
        self._running.set()

    def pause(self) -> None:
        """The job stops before its next item."""
        self._running.clear()

    def resume(self) -> None:
        """The job goes on."""
        self._running.set()

    def cancel(self) -> None:
        """The job ends before its next item; what is finished stays."""
        self._cancelled.set()
        self._running.set()

    @property
    def paused(self) -> bool:
        """Whether it waits."""
        return not self._running.is_set()

    @property
    def cancelled(self) -> bool:
        """Whether it was told to end."""
        return self._cancelled.is_set()

    def check(self) -> None:
        """Wait while paused; raise Interrupted when cancelled."""
        self._running.wait()
        if self.cancelled:
            raise Interrupted(
                "cancelled",
                "Stopped.",
                "Everything that was finished is kept.",
                "Start it again to go on from there.",
            )
