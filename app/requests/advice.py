"""The advice boundary in one place: one line, and whom to ask in each nation."""

import tomllib
from functools import cache
from typing import Any

from app.domain.people import NATIONS
from app.system.paths import resource


def line(nation: str = "") -> str:
    """The line, with whom to ask when the nation is known."""
    raw = _raw()
    return f"{raw['line']} {raw['ask'][nation]}" if nation in NATIONS else str(raw["line"])


@cache
def _raw() -> Any:
    return tomllib.loads(resource("advice.toml").read_text("utf-8"))
