"""Print values: one JSON document on stdout, or a table for people. Everything else goes to stderr."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from app.jobs.events import JobEvent

_STAGES = {
    "copy": "Copying files in",
    "read": "Reading files",
    "scan": "Reading scans",
    "build": "Building",
    "export": "Saving",
    "understand": "Reading the text again",
}


def print_json(value: Any) -> None:
    """The only thing on stdout with --json."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n")


def print_bytes(value: bytes) -> None:
    """Bytes that are already JSON."""
    sys.stdout.write(value.decode() + "\n")


def print_table(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table for people; nothing wider than the terminal."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, header_style="bold", pad_edge=False)
    for header in headers:
        table.add_column(header, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(value) for value in row))
    Console(width=None if sys.stdout.isatty() else 160, markup=False, highlight=False).print(table)


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def say(text: str) -> None:
    """A sentence on stdout for people."""
    sys.stdout.write(text + "\n")


def warn(text: str) -> None:
    """A sentence on stderr."""
    sys.stderr.write(text + "\n")


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    return f", about {round(seconds / 60)} min left" if seconds >= 50 else ", under a minute left"


class ProgressLine:
    """Progress on stderr: one line that renews itself on a terminal, a line for each tenth elsewhere."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._last: tuple[str, int] = ("", -1)

    def __call__(self, event: JobEvent) -> None:
        if event.kind not in ("progress", "item-failed") or not event.total:
            return
        tenth = event.done * 10 // event.total
        if not self._terminal and (event.stage, tenth) == self._last:
            return
        self._last = (event.stage, tenth)
        left = _left(event.seconds_left)
        line = f"{_STAGES.get(event.stage, event.stage)}: {event.done} of {event.total}{left}"
        sys.stderr.write(f"\r\x1b[K{line}" if self._terminal else line + "\n")
        sys.stderr.flush()

    def end(self) -> None:
        """Leave the line."""
        if self._terminal and self._last[0]:
            sys.stderr.write("\n")
