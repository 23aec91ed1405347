"""Silence for C libraries (libtiff, libjpeg) that write their warnings straight to the terminal."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_one_at_a_time = threading.RLock()


@contextmanager
def silenced() -> Iterator[None]:
    """What anything writes to file descriptor 2 meanwhile is lost. Does nothing where there is no such descriptor."""
    with _one_at_a_time:
        try:
            kept = os.dup(2)
        except OSError:
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, 2)
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            os.close(nowhere)
