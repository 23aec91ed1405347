"""Invented papers for tuning the splitting of giant files: letters, e-mails, forms, logs, minutes, plans, reports, invoices."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.splitting_paper import Edge, Paper, Piece, Style

CHILD = "Tamsin Archer"
BORN = "14/03/2013"
_ORGS = (
    ("Heronsgate Primary School", "Mill Rise, Ansford AN4 7TE", "Tel: 01632 960118", "office@heronsgate.example"),
    ("Ansford Borough Council", "Children and Families, Town Hall, Ansford AN1 1AA", "Tel: 01632 960500"),
    ("Westmere NHS Foundation Trust", "Child Development Centre, Park Road, Ansford AN2 3PQ", "Telephone 01632 960777"),
    ("Ansford High School", "Beacon Hill, Ansford AN5 9LX", "www.ansfordhigh.example"),
    ("Thornbury Medical Practice", "2 Thorn Street, Ansford AN1 8BC", "Telephone: 01632 960222"),
)
_PEOPLE = (
    "Mrs J Tolland",
    "Mr P Adeyemi",
    "Dr S Lakhani",
    "Ms R Whitcombe",
    "Miss K Fenn",
    "Mr D Orrell",
    "Mrs B Siddiqui",
)
_ROLES = (
    "Headteacher",
    "SENCo",
    "Consultant Paediatrician",
    "SEN Officer",
    "Class Teacher",
    "Social Worker",
    "Head of Year",
)
_WHO = (
    "Tamsin",
    "She",
    "The class teacher",
    "Mum",
    "Her teaching assistant",
    "The SENCo",
    "A midday supervisor",
    "The group",
)
_DID = (
    "has been working on turning pages and following a line with a finger",
    "was unsettled after lunch and asked to sit by the window",
    "finds copying from the board slow and often loses her place",
    "joined in with the singing and stayed for the whole session",
    "does not yet tell an adult when the noise becomes too much",
    "reported that mornings are harder since the move of classroom",
    "explained that homework takes most of the evening",
    "used the visual timetable without being reminded",
    "needs instructions one at a time, with the key word first",
    "left the room twice and came back by herself within five minutes",
    "enjoys building things and will explain them at length",
    "said that the new seat near the door is not working",
)
_TAIL = (
    "and this will be looked at again next term",
    "which is an improvement on what was seen in the autumn",
    "although staff have different views about the reasons",
    "so the plan was changed to include a movement break",
    "and no further action was needed on the day",
    "as agreed with the family at the last meeting",
)


class Maker:
    """Chance for one set of papers."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def day(self) -> date:
        """Some day."""
        return date(2018, 9, 3) + timedelta(days=self.dice.randrange(1900))

    def prose(self, sentences: int) -> str:
        """A paragraph."""
        return " ".join(
            f"{self.dice.choice(_WHO)} {self.dice.choice(_DID)} {self.dice.choice(_TAIL)}." for _ in range(sentences)
        )

    def paragraphs(self, low: int, high: int) -> list[Piece]:
        """Some paragraphs."""
        return [Piece("p", self.prose(self.dice.randint(2, 6))) for _ in range(self.dice.randint(low, high))]

    def long_date(self) -> str:
        """As letters have it."""
        d = self.day()
        return self.dice.choice((f"{d.day} {d:%B %Y}", f"{d:%d/%m/%Y}", f"{d:%A} {d.day} {d:%B %Y}"))

    def style(self, **more: object) -> Style:
        """A look of its own."""
        base: dict[str, object] = {
            "font": self.dice.choice(("helv", "helv", "tiro")),
            "size": self.dice.choice((9.5, 10.0, 10.5, 11.0, 12.0)),
            "margin": self.dice.choice((50.0, 64.0, 72.0)),
            "foot_first": self.dice.random() < 0.3,
        }
        return Style(**{**base, **more})  # type: ignore[arg-type]

    def numbered(self, chance: float = 0.5, words: str = "") -> Edge | None:
        """A foot with a page number of its own, or none."""
        if self.dice.random() > chance:
            return (lambda i, n: words) if words else None
        form = self.dice.choice(("Page {i} of {n}", "Page {i}", "{i}", "{i} of {n}", "- {i} -"))
        return lambda i, n: f"{words}  {form.format(i=i, n=n)}"


def letter(m: Maker) -> Paper:
    """One to three pages."""
    org = m.dice.choice(_ORGS)
    long = m.dice.random() < 0.45
    pieces = []
    if m.dice.random() < 0.6:
        pieces.append(Piece("right", f"Our ref: {m.dice.choice(('TA', 'SEN', 'CDC'))}/{m.dice.randrange(100, 9999)}"))
    pieces += [Piece("right", m.long_date()), Piece("gap")]
    pieces += [Piece("p", "Ms L Archer"), Piece("p", "9 Quarry Lane"), Piece("p", "Ansford AN3 6HG"), Piece("gap")]
    pieces.append(
        Piece("p", m.dice.choice(("Dear Ms Archer", "Dear Parent/Carer", "Dear Colleague", "Dear Dr Lakhani,")))
    )
    if m.dice.random() < 0.7:
        pieces.append(Piece("h", f"Re: {CHILD}, DOB {BORN}"))
    pieces += m.paragraphs(7, 16) if long else m.paragraphs(1, 4)
    pieces += [
        Piece("p", m.dice.choice(("Yours sincerely", "Yours faithfully", "Kind regards"))),
        Piece("gap"),
        Piece("gap"),
    ]
    pieces += [Piece("p", m.dice.choice(_PEOPLE)), Piece("p", m.dice.choice(_ROLES))]
    if m.dice.random() < 0.3:
        pieces.append(Piece("p", "cc: GP; school file"))
    repeat = m.dice.random() < 0.3
    foot = m.numbered(0.4, m.dice.choice(("", org[0], "Registered charity 000000")))
    return Paper(
        "letter", m.style(letterhead=org, repeat=repeat, foot=foot, centred=m.dice.random() < 0.4), tuple(pieces)
    )


def email(m: Maker) -> Paper:
    """An e-mail as Outlook prints it, sometimes with quoted ones below."""
    pieces = [Piece("h", m.dice.choice(_PEOPLE))] if m.dice.random() < 0.5 else []
    subject = m.dice.choice(("Tamsin", "meeting next week", "lunchtime", "EHCP review", "transport", "reading books"))
    for depth in range(m.dice.choice((1, 1, 1, 2, 3, 5))):
        if depth:
            pieces.append(Piece("p", "-----Original Message-----"))
        d = m.day()
        pieces += [
            Piece("p", f"From: {m.dice.choice(_PEOPLE)}"),
            Piece("p", f"Sent: {d.day} {d:%B %Y} {m.dice.randrange(8, 18)}:{m.dice.randrange(10, 59)}"),
            Piece("p", f"To: {m.dice.choice(_PEOPLE)}"),
            Piece("p", f"Subject: {'RE: ' if depth == 0 else ''}{subject}"),
        ]
        if m.dice.random() < 0.3:
            pieces.append(Piece("p", "Attachments: letter.pdf; notes.docx"))
        pieces += [Piece("gap"), Piece("p", m.dice.choice(("Hi", "Dear all,", "Morning", "Hello Jo,")))]
        pieces += m.paragraphs(1, 4)
        pieces += [Piece("p", "Thanks"), Piece("p", m.dice.choice(_PEOPLE))]
    return Paper("email", m.style(foot=m.numbered(0.4)), tuple(pieces))


def form(m: Maker) -> Paper:
    """An incident form of one page."""
    d = m.day()
    rows = (
        ("Name of pupil", CHILD), ("Class", m.dice.choice(("4W", "5T", "3B"))), ("Date of incident", f"{d:%d/%m/%Y}"),
        ("Time", f"{m.dice.randrange(9, 15)}:{m.dice.randrange(10, 59)}"), ("Place", m.dice.choice(("Hall", "Yard", "Classroom"))),
        ("Reported by", m.dice.choice(_PEOPLE)),
    )  # fmt: skip
    pieces = [Piece("big", "Incident and injury form")] + [Piece("kv", cells=(f"{k}:", v)) for k, v in rows]
    pieces += [Piece("h", "What happened"), *m.paragraphs(1, 2), Piece("h", "Action taken"), *m.paragraphs(1, 1)]
    pieces += [Piece("kv", cells=("Signed:", "", "Date:", f"{d:%d/%m/%Y}"))]
    return Paper("form", Style(head=lambda i, n: "Heronsgate Primary School  Form IR1", size=10.5), tuple(pieces))


def log(m: Maker) -> Paper:
    """A log export with its header on every page."""
    pieces = [Piece("big", f"Chronology for {CHILD}"), Piece("p", f"DOB {BORN}   Printed {m.long_date()}")]
    pieces.append(Piece("head-row", cells=("Date", "Category", "Entry", "By")))
    d = m.day()
    for _ in range(m.dice.choice((6, 25, 60))):
        d += timedelta(days=m.dice.randrange(1, 20))
        cells = (
            f"{d:%d/%m/%Y}",
            m.dice.choice(("Concern", "Contact", "Attendance")),
            m.prose(2),
            m.dice.choice(_PEOPLE),
        )
        pieces.append(Piece("row", cells=cells))
    head: Edge | None = (lambda i, n: f"{CHILD}  CPOMS export") if m.dice.random() < 0.7 else None
    return Paper("log", m.style(head=head, foot=m.numbered(0.7), wide=m.dice.random() < 0.3), tuple(pieces))


def minutes(m: Maker) -> Paper:
    """Minutes of a meeting."""
    pieces = [
        Piece(
            "big",
            m.dice.choice(
                ("Minutes of Team Around the Family meeting", "Notes of review meeting", "Core group minutes")
            ),
        )
    ]
    pieces += [Piece("p", f"Date: {m.long_date()}"), Piece("p", "Present: " + ", ".join(m.dice.sample(_PEOPLE, 4)))]
    pieces.append(Piece("p", "Apologies: " + m.dice.choice(_PEOPLE)))
    for number in range(1, m.dice.randint(4, 11)):
        pieces += [
            Piece("h", f"{number}. {m.dice.choice(('Matters arising', 'Update from school', 'Health', 'Actions'))}")
        ]
        pieces += m.paragraphs(1, 3)
    return Paper("minutes", m.style(foot=m.numbered(0.6)), tuple(pieces))


def plan(m: Maker) -> Paper:
    """A long plan with sections and an appendix."""
    pieces = [Piece("gap")] * 6 + [
        Piece("big", "Education, Health and Care Plan"),
        Piece("p", f"For {CHILD}"),
        Piece("p", f"Date of plan: {m.long_date()}"),
    ]
    if m.dice.random() < 0.6:
        pieces.append(Piece("break"))
    for section in "ABCDEFGHIJK":
        if m.dice.random() < 0.4:
            pieces.append(Piece("break"))
        pieces.append(
            Piece(
                "big" if m.dice.random() < 0.3 else "h",
                f"Section {section}: {m.dice.choice(('Views', 'Needs', 'Outcomes', 'Provision', 'Placement'))}",
            )
        )
        pieces += m.paragraphs(3, 9)
        if m.dice.random() < 0.4:
            pieces.append(Piece("head-row", cells=("Need", "Provision", "By whom")))
            pieces += [
                Piece("row", cells=(m.prose(1), m.prose(2), m.dice.choice(_ROLES))) for _ in range(m.dice.randint(3, 9))
            ]
    pieces += [Piece("break"), Piece("big", "Appendix 1: Advice received"), *m.paragraphs(5, 12)]
    return Paper(
        "plan",
        m.style(head=(lambda i, n: f"EHC plan: {CHILD}") if m.dice.random() < 0.7 else None, foot=m.numbered(0.8)),
        tuple(pieces),
    )


def report(m: Maker) -> Paper:
    """A professional's report."""
    what = m.dice.choice(
        (
            "Educational Psychology Report",
            "Speech and Language Therapy Assessment Report",
            "Annual School Report",
            "Social Work Assessment",
        )
    )
    pieces = [Piece("big", what)]
    rows = (
        ("Name:", CHILD),
        ("Date of birth:", BORN),
        ("School:", "Heronsgate Primary School"),
        ("Date of assessment:", m.long_date()),
        ("Author:", m.dice.choice(_PEOPLE)),
    )
    pieces += [Piece("kv", cells=row) for row in rows]
    for number, head in enumerate(
        ("Reason for involvement", "Background", "Observation", "Assessment results", "Summary", "Recommendations"), 1
    ):
        pieces.append(Piece("h", f"{number}. {head}" if m.dice.random() < 0.5 else head))
        pieces += m.paragraphs(1, 6)
    if m.dice.random() < 0.4:
        pieces += [
            Piece("break"),
            Piece("h", "Appendix A: Scores"),
            Piece("head-row", cells=("Scale", "Score", "Percentile")),
        ]
        pieces += [Piece("row", cells=(f"Scale {k}", str(70 + 3 * k), str(5 * k))) for k in range(1, 9)]
    return Paper(
        "report",
        m.style(
            letterhead=m.dice.choice((_ORGS[1], _ORGS[2], ())), foot=m.numbered(0.7), first_plain=m.dice.random() < 0.3
        ),
        tuple(pieces),
    )


def invoice(m: Maker) -> Paper:
    """An invoice of one page."""
    pieces = [
        Piece("big", "INVOICE"),
        Piece("kv", cells=("Invoice no:", str(m.dice.randrange(1000, 9999)), "Date:", m.long_date())),
    ]
    pieces += [
        Piece("p", "To: Ansford Borough Council, Accounts Payable"),
        Piece("head-row", cells=("Description", "Hours", "Amount")),
    ]
    pieces += [
        Piece("row", cells=("Tuition session", "2", f"£{m.dice.randrange(40, 160)}.00"))
        for _ in range(m.dice.randint(2, 7))
    ]
    pieces += [
        Piece("kv", cells=("Total due", f"£{m.dice.randrange(200, 900)}.00")),
        Piece("p", "Payment within 30 days."),
    ]
    return Paper(
        "invoice", m.style(letterhead=("Brightwater Tuition Ltd", "4 Canal Yard, Ansford AN1 4RR")), tuple(pieces)
    )


def note(m: Maker) -> Paper:
    """A file note with little to tell it by."""
    pieces = [
        Piece("h", m.dice.choice(("File note", "Telephone call", "Visit record", "Observation"))),
        Piece("p", m.long_date()),
        *m.paragraphs(1, 3),
    ]
    return Paper("note", m.style(), tuple(pieces))


MAKERS: tuple[tuple[Callable[[Maker], Paper], float], ...] = (
    (letter, 5), (email, 5), (form, 2), (log, 1), (minutes, 2), (plan, 0.5), (report, 2), (invoice, 1), (note, 1),
)  # fmt: skip


def papers(seed: int, pages: int) -> list[Paper]:
    """Papers in random order, about `pages` pages at two pages each; the same form comes in rows."""
    m = Maker(seed)
    made: list[Paper] = []
    while len(made) < pages / 2.2:
        maker = m.dice.choices([k for k, _ in MAKERS], [w for _, w in MAKERS])[0]
        count = (
            m.dice.choice((1, 4, 9))
            if maker in (form, invoice)
            else m.dice.choice((1, 1, 2, 5))
            if maker in (letter, email)
            else 1
        )
        made += [maker(m) for _ in range(count)]
    return made
