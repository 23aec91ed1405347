"""Which day it is: the one place that asks, so that tests can walk a road of months in one sitting."""

import os
from datetime import date

VARIABLE = "FAIRFILE_TODAY"
"""A test setting: a day as 2026-11-23 that the program takes for today. Anything else is ignored."""


def today() -> date:
    """Today, on this computer's calendar or as the test setting says."""
    try:
        return date.fromisoformat(os.environ.get(VARIABLE, ""))
    except ValueError:
        return date.today()


def set_for_testing() -> bool:
    """Whether the program was started with a day for testing; its settings then let it be moved on."""
    return VARIABLE in os.environ


def move_to(day: date) -> None:
    """Move the day that was set for testing, for this program and the children it starts. Without one nothing is moved."""
    if set_for_testing():
        os.environ[VARIABLE] = day.isoformat()
