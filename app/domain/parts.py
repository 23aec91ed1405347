"""Documents inside a giant file: where one begins, and how pages of a part and pages of the file are told apart."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Boundary:
    """A document may begin on `page` (from 1) of a file. `confidence` 0 to 1, `reasons` in plain words, strongest first.
    `suggested`: sure enough to be shown as a boundary."""

    page: int
    confidence: float
    reasons: tuple[str, ...]
    suggested: bool
