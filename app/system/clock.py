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
