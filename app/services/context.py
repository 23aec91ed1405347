"""What every service needs that is not part of a case: settings, and the children that do the heavy work."""

import os
from dataclasses import dataclass, field
from functools import cached_property

from app.jobs.runner import Runner
from app.system.settings import Settings

_READY = "app.pipeline.read:ready"
_WORKER_MEMORY_MB = 1500
_WRITER_MEMORY_MB = 3000


@dataclass
class Context:
    """Built once at the start and passed on. `inline` runs all work in this process (tests and small commands)."""

    settings: Settings = field(default_factory=Settings.load)
    inline: bool = False
    _warm: Runner | None = field(default=None, repr=False)

    @cached_property
    def pages(self) -> Runner:
        """The child that draws pages for the window: always free for the page that is looked at."""
        return _here() if self.inline else _children(1, _WORKER_MEMORY_MB)

    @cached_property
    def writers(self) -> Runner:
        """The child that makes letters, reports and packs."""
        return _here() if self.inline else _children(1, _WRITER_MEMORY_MB)

    @cached_property
    def here(self) -> Runner:
        """This process, for short work on words of our own making: what is written from the case and never parsed from a file."""
        return _here()

    def warm_up(self) -> None:
        """Start children for an import that is about to come, while this process is still loading itself."""
        self._warm = self.readers()
        for _ in range(self._warm.workers):
            self._warm.submit(_READY, seconds=60)

    def readers(self, jobs: int = 0) -> Runner:
        """Children for one import, warm ones if there are any; the caller closes them. `jobs` 0: one for each core."""
        workers = jobs or os.cpu_count() or 1
        if self._warm is not None and self._warm.workers == workers:
            ready, self._warm = self._warm, None
            return ready
        return _here() if self.inline else _children(workers, _WORKER_MEMORY_MB)

    def close(self) -> None:
        """End the children."""
        if self._warm is not None:
            self._warm.close()
            self._warm = None
        for name in ("pages", "writers"):
            runner = self.__dict__.pop(name, None)
            if runner is not None:
                runner.close()


def open_context(*, inline: bool = False) -> Context:
    """The context of this program run."""
    return Context(inline=inline)


def _here() -> Runner:
    from app.jobs.inline import InlineRunner

    return InlineRunner()


def _children(workers: int, memory_mb: int) -> Runner:
    from app.jobs.processes import ProcessRunner  # slow to load, and many commands need no child

    return ProcessRunner(workers, memory_mb=memory_mb)
