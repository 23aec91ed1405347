"""What differs by nation in words: who uses a child's right, and whom to ask, as data in `resources/nations`. Names of services
only: numbers and addresses change."""

import tomllib
from dataclasses import dataclass
from functools import cache

from app.domain.people import NATIONS
from app.requests import advice
from app.system.paths import resource


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who may be asked, and about what."""

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class NationWords:
    """For one nation: who uses a child's right, in plain words, and whom to ask. `checked` is ISO."""

    nation: str
    age: str
    helpers: tuple[Helper, ...]
    checked: str

    @property
    def line(self) -> str:
        """The one line that stands where it matters."""
        return advice.line(self.nation)


def words_of(nation: str) -> NationWords:
    """Those of a nation; of England for an unknown one."""
    return _load(nation if nation in NATIONS else NATIONS[0])


def helpers(nation: str) -> tuple[Helper, ...]:
    """Whom to ask, free advice first."""
    return words_of(nation).helpers


@cache
def _load(nation: str) -> NationWords:
    raw = tomllib.loads(resource("nations", f"{nation}.toml").read_text("utf-8"))
    found = tuple(Helper(entry["name"], entry["what"]) for entry in raw["helpers"])
    return NationWords(nation, raw["age"], found, str(raw["checked"]))
