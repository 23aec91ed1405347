"""A third set of invented papers, written after all tuning: council, hospital and tribunal papers, forms with numbered boxes, prints of systems."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.splitting_paper import Edge, Paper, Piece, Style

_SAID = (
    "Members noted the position", "The applicant relies on the second report", "Progress against the target was limited", "He slept badly and ate little",
    "The placement can meet need with outreach", "A phone call was made to the family", "No injury was seen", "The transport risk assessment was updated",
    "Bloods were normal", "She was seen with her grandmother", "Two members of staff were present throughout", "It is a long journey in winter",
    "The tutor reports good engagement", "Costs were compared over three years", "The room was cleared for safety",
)  # fmt: skip
_WHY = (
    "in view of the evidence heard", "as the school nurse had advised", "pending a decision by the area manager", "which both parents accept",
    "following the change of medication in spring", "because the lift was out of order", "and will be raised at supervision",
    "although this was not minuted at the time", "under the terms of the placement agreement", "given his age and the distance involved",
)  # fmt: skip
_SIGNERS = ("Hester Voss", "Col Brannigan", "Dr Amara Nwosu", "Philippa Strand", "Yusuf Tekin", "Gwen Ardley")


class Set:
    """Dice."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed * 104729)

    def pick(self, *things: str) -> str:
        """One."""
        return self.dice.choice(things)

    def day(self) -> date:
        """A day."""
        return date(2015, 5, 1) + timedelta(days=self.dice.randrange(3600))

    def say(self, low: int = 2, high: int = 6) -> str:
        """A paragraph."""
        return " ".join(f"{self.pick(*_SAID)} {self.pick(*_WHY)}." for _ in range(self.dice.randint(low, high)))

    def text(self, low: int, high: int) -> list[Piece]:
        """Paragraphs."""
        return [Piece("p", self.say()) for _ in range(self.dice.randint(low, high))]

    def look(self, **more: object) -> Style:
        """Type."""
        base: dict[str, object] = {
            "font": self.pick("helv", "tiro"),
            "size": self.dice.choice((10.0, 11.0, 12.0)),
            "margin": self.dice.choice((54.0, 72.0)),
        }
        return Style(**{**base, **more})  # type: ignore[arg-type]

    def counted(self, words: str = "") -> Edge | None:
        """A foot."""
        form = self.pick("", "{i}", "Page {i} of {n}", "Page {i}")
        return (lambda i, n: f"{words}  {form.format(i=i, n=n)}") if form or words else None


def clinic(s: Set) -> Paper:
    """A hospital letter with many lines of references above the greeting."""
    d = s.day()
    pieces = [
        Piece("p", f"Dictated: {d:%d/%m/%Y}   Typed: {d + timedelta(days=3):%d/%m/%Y}"),
        Piece("p", f"Hospital No: R{s.dice.randrange(10**6)}   NHS No: 000 000 0000"),
    ]
    pieces += [
        Piece("p", "Dr K Oyelaran, Larch Road Surgery, WR9 2ED"),
        Piece("gap"),
        Piece("p", s.pick("Dear Dr Oyelaran", "Dear Colleague,", "Dear Parents of Finlay")),
    ]
    pieces += [
        Piece("h", "Finlay GRAYSON  DOB: 02/07/2012"),
        Piece("p", "Diagnoses: 1. Autism 2. Sleep difficulty"),
        *s.text(2, 11),
    ]
    pieces += [
        Piece("p", "Yours sincerely"),
        Piece("gap"),
        Piece("p", s.pick(*_SIGNERS)),
        Piece("p", "Electronically checked, not signed"),
        Piece("p", "cc parents"),
    ]
    return Paper(
        "clinic",
        s.look(
            letterhead=("Riverside Children's Hospital", "Outpatients 4, WR1 1AA", "Secretary 01632 960404"),
            repeat=s.dice.random() < 0.3,
            foot=s.counted(),
        ),
        tuple(pieces),
    )


def council(s: Set) -> Paper:
    """A council letter."""
    d = s.day()
    pieces = [
        Piece("right", "Direct line 01632 960610"),
        Piece("right", f"Your ref:  Our ref: EHC{s.dice.randrange(9999)}"),
        Piece("right", f"{d.day} {d:%B %Y}"),
        Piece("p", "Mr T Grayson"),
        Piece("p", "11 Fold Lane, Wroxley WR7 3LL"),
        Piece("gap"),
    ]
    pieces += [
        Piece("p", "Dear Mr Grayson"),
        Piece(
            "h",
            s.pick("Personal budget", "Decision not to amend the plan", "Phase transfer", "School transport appeal"),
        ),
        *s.text(2, 12),
        Piece("p", "Yours sincerely"),
        Piece("gap"),
        Piece("p", s.pick(*_SIGNERS)),
    ]
    return Paper(
        "council",
        s.look(
            letterhead=("Wroxley Metropolitan Council", "Civic Quarter, WR1 2ZZ"),
            centred=True,
            foot=s.counted(s.pick("", "www.wroxley.example")),
        ),
        tuple(pieces),
    )


def mail(s: Set) -> Paper:
    """An Outlook print, with attachments named, that may quote others."""
    d = s.day()
    pieces = [Piece("big", s.pick(*_SIGNERS))]
    for depth in range(s.dice.choice((1, 1, 2, 3))):
        lines = [
            f"From: {s.pick(*_SIGNERS)}",
            f"Sent: {d:%d %B %Y} {s.dice.randrange(8, 18):02d}:{s.dice.randrange(60):02d}",
            f"To: {s.pick(*_SIGNERS)}",
            "Cc: SEN Inbox",
            f"Subject: {s.pick('RE: Finlay', 'FW: panel papers', 'Taxi on Monday')}",
        ]
        if depth == 0 and s.dice.random() < 0.4:
            lines.append("Attachments: Risk assessment.pdf")
        pieces += [Piece("p", line) for line in lines] + [
            Piece("gap"),
            *s.text(1, 6),
            Piece("p", s.pick("Regards", "Many thanks")),
            Piece("p", s.pick(*_SIGNERS)),
        ]
    return Paper("mail", s.look(foot=s.counted()), tuple(pieces))


def boxes(s: Set) -> Paper:
    """A council form with numbered boxes over two or three pages."""
    pieces = [
        Piece(
            "big", s.pick("Application for home to school transport", "Request for assessment", "Parental contribution")
        ),
        Piece("p", "Please complete in black ink."),
    ]
    for number, head in enumerate(("About the child", "About you", "Needs", "What helps", "Views", "Declaration"), 1):
        pieces += [
            Piece("h", f"{number}. {head}"),
            Piece("kv", cells=("Name:", "Finlay Grayson", "Date:", f"{s.day():%d/%m/%Y}")),
            *s.text(1, 3),
        ]
    return Paper("boxes", s.look(foot=s.counted(s.pick("", "Form TR4 v2"))), tuple(pieces))


def restraint(s: Set) -> Paper:
    """A record of physical intervention, one page, many in a row."""
    d = s.day()
    pieces = [
        Piece("h", "Positive handling record"),
        Piece("kv", cells=("Record number", str(s.dice.randrange(100, 999)), "Day", f"{d:%A}")),
        Piece(
            "kv", cells=("Date", f"{d:%d/%m/%Y}", "Start time", f"{s.dice.randrange(9, 15)}.{s.dice.randrange(10, 59)}")
        ),
        Piece("kv", cells=("Pupil", "Finlay Grayson", "Staff", s.pick(*_SIGNERS))),
    ]
    return Paper(
        "restraint", Style(font="tiro", size=11, foot=lambda i, n: "Keep in bound book"), tuple(pieces + s.text(1, 2))
    )


def system(s: Set) -> Paper:
    """A case record printed from a system, with the same head on every page."""
    d = s.day()
    pieces = [Piece("h", "Case notes")]
    for _ in range(s.dice.choice((4, 20, 45))):
        d += timedelta(days=s.dice.randrange(1, 12))
        pieces += [
            Piece(
                "kv",
                cells=(
                    f"{d:%d/%m/%Y %H:%M}",
                    s.pick("Telephone call", "Home visit", "Management oversight"),
                    s.pick(*_SIGNERS),
                ),
            ),
            *s.text(1, 1),
        ]
    return Paper(
        "system",
        s.look(
            head=lambda i, n: f"GRAYSON, Finlay (ID 55102)  Printed {d:%d/%m/%Y} by HVOSS", foot=s.counted("LiquidCare")
        ),
        tuple(pieces),
    )


def decision(s: Set) -> Paper:
    """A tribunal decision with numbered paragraphs, or a witness statement."""
    pieces = [
        Piece(
            "big", s.pick("FIRST-TIER TRIBUNAL: DECISION", "WITNESS STATEMENT OF PHILIPPA STRAND", "Working document")
        ),
        Piece("p", f"Heard on {s.day():%d %B %Y}"),
        Piece("h", "Before: Judge Ardley"),
    ]
    pieces += [Piece("p", f"{n}. {s.say()}") for n in range(1, s.dice.randint(8, 60))]
    return Paper("decision", s.look(foot=s.counted()), tuple(pieces))


def review(s: Set) -> Paper:
    """An assessment with landscape-like tables, sections and appendices."""
    pieces = [
        Piece("big", s.pick("Child and Family Assessment", "Occupational Therapy Assessment", "Annual Review Report")),
        Piece("kv", cells=("Child", "Finlay Grayson")),
        Piece("kv", cells=("Completed by", s.pick(*_SIGNERS))),
        Piece("kv", cells=("Date", f"{s.day():%d/%m/%Y}")),
    ]
    for head in ("Background and family", "Health", "Education", "Analysis", "Plan"):
        if s.dice.random() < 0.2:
            pieces.append(Piece("break"))
        pieces += [Piece("h", head), *s.text(2, 8)]
    pieces.append(Piece("head-row", cells=("Action", "Who", "When")))
    pieces += [
        Piece("row", cells=(s.say(1, 1), s.pick(*_SIGNERS), f"{s.day():%d/%m/%Y}"))
        for _ in range(s.dice.randint(3, 12))
    ]
    if s.dice.random() < 0.4:
        pieces += [
            Piece("break"),
            Piece("big", "Appendix 1: Genogram"),
            *s.text(1, 3),
            Piece("break"),
            Piece("big", "Appendix 2: Chronology"),
            *s.text(2, 6),
        ]
    return Paper("review", s.look(foot=s.counted()), tuple(pieces))


def agenda(s: Set) -> Paper:
    """Minutes of a panel."""
    pieces = [
        Piece("h", s.pick("SEND Resource Panel", "Strategy discussion", "Governing Body: part two")),
        Piece("p", f"Held {s.day():%A %d %B %Y}, Room 2.4"),
        Piece("p", f"Present: {s.pick(*_SIGNERS)}, {s.pick(*_SIGNERS)}"),
    ]
    for number in range(1, s.dice.randint(3, 14)):
        pieces += [Piece("p", f"{number}. {s.say()}")]
    return Paper("agenda", s.look(foot=s.counted()), tuple(pieces))


def receipt(s: Set) -> Paper:
    """An invoice."""
    pieces = [
        Piece("big", "Tax invoice"),
        Piece("kv", cells=("Number", str(s.dice.randrange(9999)), "Date", f"{s.day():%d/%m/%Y}")),
        Piece("head-row", cells=("Journey", "Miles", "Price")),
    ]
    pieces += [
        Piece("row", cells=("Home to school and back", str(s.dice.randrange(3, 40)), f"{s.dice.randrange(10, 80)}.00"))
        for _ in range(s.dice.randint(4, 14))
    ]
    return Paper("receipt", s.look(letterhead=("Ace Cabs (Wroxley)", "Unit 3, WR6 6TT")), tuple(pieces))


MAKERS: tuple[tuple[Callable[[Set], Paper], float], ...] = (
    (clinic, 4), (council, 4), (mail, 5), (boxes, 2), (restraint, 2), (system, 1), (decision, 1), (review, 2), (agenda, 2), (receipt, 1),
)  # fmt: skip


def papers(seed: int, pages: int) -> list[Paper]:
    """Papers in random order."""
    s = Set(seed)
    made: list[Paper] = []
    while len(made) < pages / 2.4:
        maker = s.dice.choices([k for k, _ in MAKERS], [w for _, w in MAKERS])[0]
        rows = (1, 3, 8) if maker in (restraint, receipt) else (1, 2, 4) if maker in (mail, council, clinic) else (1,)
        made += [maker(s) for _ in range(s.dice.choice(rows))]
    return made
