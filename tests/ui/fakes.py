"""Stand-ins for every service of the window: the invented family of `fakes_b` with eight years of entries, and a case to open."""

import random
import time
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from app.domain import dates
from app.domain.changes import Change
from app.domain.errors import CaseProblem
from app.domain.events import EventOrigin, EventStatus, OwnEntry, TimelineEntry
from app.domain.ids import DisclosureId, EventId, RequestId
from app.domain.people import CaseDetails
from app.domain.reports import ImportReport, ReportLine
from app.domain.requests import Deadline, Working
from app.jobs.events import JobEvent
from app.services.control import Control
from app.ui.services import Services
from tests.ui import fake_content as content
from tests.ui import fake_people, fakes_b

DETAILS = CaseDetails(
    "Ada Brennan", "2013-03-14", "england", "Nora Brennan", "mother", "3 Mill Row\nCalderwick", "nora@example.org"
)
CODE = "K7QF-2MXT-9RWD-4HPA-C3VN"
PASSPHRASE = "copper kettle window moss"

_WORDS = (
    ("Incident entry", "incident", "“Left the room in maths. Came back after six minutes.”", 0),
    ("Reading check", "assessment", "“Reading age 5 years 11 months. Continue phonics.”", 0),
    ("E-mail from Nora Brennan to J. Hartley", "contact", "“Yes please, do go ahead with the referral.”", 0),
    ("Provision map", "review", "Phonics group of four, 4 × 15 minutes a week", 0),
    ("Early help contact", "contact", "“School rang last week for advice.”", 1),
    ("Panel decision", "decision", "“The panel did not agree to assess at this time.”", 1),
    ("Hearing clinic", "health", "“Mild loss on the left. Seat at the front.”", 2),
    ("Speech and language letter", "health", "“Not brought to the appointment.”", 2),
    ("Appointment", "health", "“Sleep discussed. Mother worried about school.”", 3),
    ("Attendance letter", "attendance", "“Attendance 91 %.”", 0),
)


def entries(count: int = 320) -> dict[int, TimelineEntry]:
    """Entries from 2017 to 2025, the same every time."""
    rng = random.Random(41)
    made: dict[int, TimelineEntry] = {}
    for number in range(1, count + 1):
        title, kind, quote, organisation = rng.choice(_WORDS)
        year, month, day = (
            2017 + rng.randrange(9),
            rng.choice((1, 2, 3, 4, 5, 6, 7, 9, 9, 10, 10, 11, 12)),
            1 + rng.randrange(28),
        )
        if year == 2021 and month == 10:
            continue
        made[number] = _entry(
            number, f"{year}-{month:02d}-{day:02d}", title, kind, quote, organisation, suggested=rng.random() < 0.25
        )
    for number, spec in enumerate(_OCTOBER, 1000):
        made[number] = _entry(number, *spec[:5], suggested=spec[5])
    made[1003] = replace(
        made[1003],
        marks=("inaccuracy", "opinion"),
        document=content.REVIEW,
        page=2,
        document_title="SEN support review",
    )
    made[1004] = replace(made[1004], marks=("evidence",))
    own = {
        "origin": EventOrigin.PARENT,
        "document": None,
        "document_title": "",
        "organisation": None,
        "organisation_name": "",
        "quote": "",
    }
    made[1002] = replace(made[1002], **own, note="Asked for the referral to go ahead. Spoke to Mr Okoro.")
    for number in (40, 80, 120, 160, 200, 240, 280):
        if number in made:
            made[number] = replace(
                made[number], **own, title="I spoke to the school", note="They said they would look into it."
            )
    return made


_OCTOBER = (
    ("2021-09-30", "Reading check", "assessment", "“Reading age 5 years 11 months. Continue phonics.”", 0, False),
    ("2021-10-04", "Incident entry", "incident", "“Left the room in maths. Came back after six minutes.”", 0, True),
    ("2021-10-07", "I phoned the school", "contact", "", 0, False),
    (
        "2021-10-14",
        "SEN support review",
        "review",
        "“Mother declined the offer of a speech and language referral”",
        0,
        False,
    ),
    (
        "2021-10-15",
        "E-mail from Nora Brennan to J. Hartley",
        "contact",
        "“Yes please, do go ahead with the speech referral.”",
        0,
        False,
    ),
    ("2021-10-18/2021-10-22", "Early help contact", "contact", "“School rang last week for advice.”", 1, True),
    ("2021-09/2021-12", "Provision map", "review", "Phonics group of four, 4 × 15 minutes a week", 0, False),
    ("2021-10-25~", "Call from the family worker", "contact", "“about half term”", 1, True),
)


def _entry(
    number: int, when: str, title: str, kind: str, quote: str, organisation: int, suggested: bool
) -> TimelineEntry:
    first, last = dates.bounds(when)
    held = content.ORGANISATIONS[organisation]
    return TimelineEntry(
        EventId(number), when, when, first.isoformat(), last.isoformat(), title, kind, quote, content.REVIEW if organisation == 0 else None,
        title, 2, -1, -1, held.id, held.name, EventOrigin.RECORD, EventStatus.SUGGESTED if suggested else EventStatus.CONFIRMED,
        dates.precision(when), "A full date after “on”.", "",
    )  # fmt: skip


class FakeCase(fakes_b.FakeCase):
    """An open case in memory, with the family and their timeline."""

    def __init__(self, path: Path = Path("/cases/Ada Brennan.fairfile"), empty: bool = False) -> None:
        super().__init__()
        self.path = path
        self.closed = False
        self.family = DETAILS
        if empty:
            self.state = fakes_b.State({}, {}, {}, {})
        else:
            self.state = replace(self.state, entries=entries())

    def details(self) -> CaseDetails:
        return self.family

    def close(self) -> None:
        self.closed = True


@dataclass(frozen=True)
class Counts:
    documents: int = 412
    pages: int = 2318
    organisations: int = 5
    first_year: int | None = 2017
    last_year: int | None = 2025
    read: int = 132
    later: int = 2
    open_issues: int = 12
    suggested: int = 78
    issues_ready: int = 5
    scans_pending: int = 0
    problems: int = 2


class Cases:
    """`services.case`: one passphrase, one recovery code."""

    def __init__(self, counts: Counts | None = None) -> None:
        self.the_counts = counts or Counts()
        self.remembered: set[Path] = set()
        self.log: list[tuple[str, Any]] = []

    def create(self, _ctx: Any, path: Path, details: CaseDetails, passphrase: str) -> Any:
        self.log.append(("create", (path, details, passphrase)))
        case = FakeCase(path, empty=True)
        case.family = details
        return SimpleNamespace(case=case, recovery_code=CODE)

    def open_case(
        self, _ctx: Any, path: Path, *, passphrase: Any = None, recovery_code: Any = None, remembered: bool = False
    ) -> FakeCase:
        self.log.append(("open", path))
        if passphrase == PASSPHRASE or recovery_code == CODE or (remembered and path in self.remembered):
            return FakeCase(path)
        raise CaseProblem(
            "wrong-passphrase", "That passphrase does not open this case.", "Nothing was changed.", "Try it again."
        )

    def counts(self, case: FakeCase) -> Counts:
        if not case.state.rows:
            return Counts(0, 0, 0, None, None, 0, 0, 0, 0, 0, 0, 0)
        return replace(
            self.the_counts, suggested=sum(e.status is EventStatus.SUGGESTED for e in case.state.entries.values())
        )

    def is_remembered(self, path: Path) -> bool:
        return path in self.remembered

    def can_remember(self) -> bool:
        return True

    def remember(self, case: FakeCase) -> None:
        self.remembered.add(case.path)

    def forget(self, case: FakeCase) -> None:
        self.remembered.discard(case.path)

    def try_recovery_code(self, _case: FakeCase, code: str) -> None:
        if code != CODE:
            raise CaseProblem("wrong-recovery-code", "That is not the recovery code.", "", "Look at each letter again.")

    def recovery_sheet(self, name: str, code: str) -> bytes:
        return f"%PDF-1.7 {name} {code}".encode()

    def save_details(self, case: FakeCase, details: CaseDetails) -> Change:
        case.family = details
        return case.change("Family details changed")

    def change_passphrase(self, _case: FakeCase, old: str, new: str) -> None:
        self.log.append(("passphrase", (old, new)))
        if old != PASSPHRASE:
            raise CaseProblem(
                "wrong-passphrase", "That is not the passphrase.", "Nothing was changed.", "Try it again."
            )

    def backup(self, case: FakeCase, target: Path) -> None:
        self.log.append(("backup", target))

    def verify(self, _case: FakeCase) -> tuple[str, ...]:
        return ()


def deadlines(today: date) -> tuple[Deadline, ...]:
    """One due today, one in ten days."""
    made = []
    due_dates = (("school record", "Larkhollow Primary", 0), ("answer to your request", "Wrenfield Academy", 10))
    for number, (title, who, days) in enumerate(due_dates, 1):
        starts, due = (today - timedelta(days=20)).isoformat(), (today + timedelta(days=days)).isoformat()
        working = Working("sar", starts, due, ("They received it on that day.",), "UK GDPR Art. 12(3)", "england")
        made.append(
            Deadline(str(number), RequestId(number), title, who, "sar", starts, due, "", "", "running", working)
        )
    return tuple(made)


class Tracking:
    """`services.tracking`, as far as Home asks."""

    def deadlines(self, _case: Any, today: date) -> tuple[Deadline, ...]:
        return deadlines(today) if _case.state.rows else ()


class Browsing(fakes_b.Browsing):
    """With the place where reading stopped."""

    def last_place(self, case: FakeCase) -> Any:
        row = case.state.rows.get(content.REVIEW)
        return (row, 2) if row is not None else None

    def documents(self, case: Any) -> Any:
        return super().documents(case) if case.state.rows else ()


class Timing(fakes_b.Timing):
    """With own entries and changes of date."""

    def entries(self, case: Any, wanted: Any = None) -> tuple[TimelineEntry, ...]:
        kept = (e for e in case.state.entries.values() if e.status is not EventStatus.DISMISSED)
        return tuple(sorted(kept, key=lambda e: (e.first_day, e.last_day, e.id)))

    def add_own(self, case: Any, new: OwnEntry) -> tuple[TimelineEntry, Change]:
        number = next(case.numbers) + 5000
        made = replace(
            _entry(number, new.date, new.title, new.kind, "", 0, suggested=False),
            origin=EventOrigin.PARENT, document=None, organisation=new.organisation, organisation_name="", note=new.note,
        )  # fmt: skip
        return made, case.change("Entry added", entries={**case.state.entries, number: made})

    def change_date(
        self, case: Any, known: int, edtf: str, title: str | None = None, note: str | None = None
    ) -> Change:
        first, last = dates.bounds(edtf)
        made = replace(
            case.state.entries[known],
            date=edtf,
            first_day=first.isoformat(),
            last_day=last.isoformat(),
            status=EventStatus.CONFIRMED,
        )
        made = replace(made, title=title or made.title, note=made.note if note is None else note)
        return case.change("Date changed", entries={**case.state.entries, known: made})

    def remove_own(self, case: Any, known: int) -> Change:
        return case.change("Entry removed", entries={k: v for k, v in case.state.entries.items() if k != known})


_LINES = (
    *(ReportLine(f"Larkhollow/file {n}.pdf", 1000, "0" * 64, "pdf", "imported", pages=4) for n in range(454)),
    ReportLine(
        "Meeting 12 May.docx", 1000, "1" * 64, "docx", "problem", "It is locked with a password.", "Ask who sent it."
    ),
    ReportLine(
        "Scans/scan_0041.pdf",
        1000,
        "2" * 64,
        "pdf",
        "problem",
        "Damaged: it stops after page 3 of 9.",
        "Ask for it again.",
    ),
    ReportLine(
        "Registers.mdb", 1000, "3" * 64, "mdb", "problem", "This kind of file cannot be read yet.", "It is kept safe."
    ),
)
REPORT = ImportReport(
    DisclosureId(2), "Larkhollow Primary", "2026-11-02", "2026-11-23T20:32:00+00:00", "2026-11-23T20:41:00+00:00",
    486, 454, 19, 8, 5, 0, 2318, 640, 0,
    _LINES,
)  # fmt: skip


class Importing(fakes_b.Importing):
    """Waits for the test: `events` are told at once, then `gate` lets it end."""

    def __init__(self) -> None:
        self.events: tuple[JobEvent, ...] = ()
        self.started: list[dict[str, Any]] = []
        self.hold = False
        self.control: Any = None
        self.is_unfinished = False

    def start(self, _case: Any, paths: Any, *, on_event: Any, control: Any, **facts: Any) -> ImportReport:
        self.started.append({"paths": tuple(paths), **facts})
        self.control = control
        for event in self.events:
            on_event(event)
        while self.hold:
            control.check()
            time.sleep(0.02)
        return REPORT

    def resume(self, _case: Any, *, on_event: Any, control: Any) -> tuple[ImportReport, ...]:
        return (REPORT,)

    def report(self, _case: Any, _disclosure: int) -> ImportReport:
        return replace(REPORT, imported=301, waiting=153, pages=1204) if self.hold else REPORT

    def unfinished(self, _case: Any) -> bool:
        return self.is_unfinished


def make_services(**changed: Any) -> Services:
    """All fakes as a `Services`."""
    try:
        made = fakes_b.services()
    except ImportError:
        made = {"annotating": fakes_b.Annotating(), "searching": fakes_b.Searching(), "history": fakes_b.History()}
    made |= {
        "browsing": Browsing(), "timing": Timing(), "importing": Importing(), "case": Cases(),
        "context": SimpleNamespace(Context=lambda _settings: SimpleNamespace(close=lambda: None)),
        "control": SimpleNamespace(Control=Control),
        "people": fake_people.People(), "conversations": fake_people.Conversations(), "tagging": fake_people.Tagging(),
    }  # fmt: skip
    if not hasattr(made.get("tracking"), "deadlines"):
        made["tracking"] = Tracking()
    return Services(**(made | changed))
