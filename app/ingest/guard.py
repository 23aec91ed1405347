"""The one edge where exceptions of parsing libraries end: on hostile bytes they raise anything at all."""

import warnings
from collections.abc import Callable
from typing import TypeVar

from app.domain.errors import FileProblem
from app.ingest import problems

T = TypeVar("T")


def guarded(what: str, work: Callable[[], T]) -> T:
    """Do `work`; what it raises on bad bytes becomes FileProblem damaged with the cause kept. `what`: "a PDF".

    A lack of memory passes through: the process runner reports it as such.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # libraries warn about odd files; the person gets a sentence instead
        try:
            return work()
        except (FileProblem, MemoryError):
            raise
        except Exception as error:
            raise problems.damaged(what) from error
