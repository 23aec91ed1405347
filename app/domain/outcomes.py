"""What became of a point: their answer, the next step, and whether a later file shows it put right."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import DocumentId
from app.domain.requests import Working


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing that can be done about a point now. `letter` is the id of a letter or empty; `working` tells by when, None where the
    law sets no date; `done` is the day on which a letter of that kind went off with this point, ISO or empty."""

    id: str
    title: str
    why: str
    letter: str = ""
    working: Working | None = None
    done: str = ""


class Later(StrEnum):
    """What files received after the answer show of a point."""

    NO_LATER_FILE = "no-later-file"
    NOT_IN_IT = "not-in-it"
    STILL_THERE = "still-there"
    CHANGED = "changed"
    SHOWS_IT = "shows-it"


LATER_NAMES = {
    Later.NO_LATER_FILE: "No file has come since they answered",
    Later.NOT_IN_IT: "Not found in what came since",
    Later.STILL_THERE: "The same words are still there",
    Later.CHANGED: "The words have changed",
    Later.SHOWS_IT: "It now says what you asked for",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: a page counted from 1 and the words."""

    document: DocumentId
    page: int
    words: str
    document_title: str = ""
    received: str = ""


@dataclass(frozen=True, slots=True)
class PutRight:
    """The answer to "does the next file show it put right?": a suggestion with its places; a person decides."""

    verdict: Later
    reason: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One line of the trail of a point. `on` is EDTF; `what` a few words; `detail` may be empty."""

    on: str
    what: str
    detail: str = ""
