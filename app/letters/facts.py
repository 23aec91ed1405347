"""What a letter may say: the facts of the case, and what was asked of the person who writes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.events import TimelineEntry
from app.domain.issues import Issue
from app.domain.people import CaseDetails, Organisation
from app.domain.requests import Request, Working

REGULATOR = "Information Commissioner’s Office"
"""The regulator of data protection as of 23 November 2026. It is due to be renamed "Information Commission"; the
program's settings may give another name in `LetterFacts.regulator`."""


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """`organisation` is whose record the letter is about. `values` holds answers by field name and wins over the case;
    a point's own blank is named `issue:REF:says`, `:wrong_text` or `:right`. `deadline` is that of `request`;
    `enclosed` gives the page in the enclosures of each (document, page) named as evidence,
    `firsts` the page of the file on which a document begins that is part of a larger file."""

    case: CaseDetails
    organisation: Organisation | None
    today: date
    issues: tuple[Issue, ...] = ()
    request: Request | None = None
    deadline: Working | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    events: tuple[TimelineEntry, ...] = ()
    regulator: str = REGULATOR
    enclosed: Mapping[tuple[int, int], int] = field(default_factory=dict)
    firsts: Mapping[int, int] = field(default_factory=dict)
