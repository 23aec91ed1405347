"""A place where two documents differ."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """Words `[i0, i1)` of the first document stand where `[j0, j1)` of the second do; either may be empty."""

    i0: int
    i1: int
    j0: int
    j1: int
