"""Only one module asks which day it is; else a test that moves the clock would move only half of the program."""

import re
from pathlib import Path

APP = Path(__file__).resolve().parents[2] / "app"
_ASKS = re.compile(r"\bdate\.today\(|\bdatetime\.today\(")


def test_only_the_clock_asks_the_computer() -> None:
    asking = [str(path.relative_to(APP)) for path in APP.rglob("*.py") if _ASKS.search(path.read_text("utf-8"))]
    assert asking == ["system/clock.py"]
