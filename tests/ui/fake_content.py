"""An invented family's documents for screen tests: Ada Brennan and five organisations."""

from app.domain.documents import Disclosure, DocumentRow, ReadState, Status
from app.domain.ids import DisclosureId, DocumentId, OrganisationId
from app.domain.people import Organisation

LARK, CALD, BRACK, FERN, WREN = (OrganisationId(n) for n in range(1, 6))

ORGANISATIONS = (
    Organisation(
        LARK,
        "Larkhollow Primary",
        "school",
        "england",
        "8 Hollow Lane\nCalderwick",
        "Data Protection Contact",
        sign="L",
        colour=0,
    ),
    Organisation(CALD, "Calderwick Council", "council-send", "england", sign="C", colour=1),
    Organisation(BRACK, "Brackenmoor NHS Trust", "nhs-trust", "england", sign="N", colour=2),
    Organisation(FERN, "Fernbridge Surgery", "gp", "england", sign="G", colour=4),
    Organisation(WREN, "Wrenfield Academy", "academy-trust", "england", sign="W", colour=3),
)
NAMES = {o.id: o.name for o in ORGANISATIONS}

DISCLOSURES = (
    Disclosure(
        DisclosureId(1),
        LARK,
        "Larkhollow Primary",
        "2026-06-12",
        None,
        "2026-06-12T19:00:00Z",
        "2026-06-12T19:04:00Z",
        1,
        186,
    ),
    Disclosure(
        DisclosureId(2),
        LARK,
        "Larkhollow Primary",
        "2026-11-02",
        None,
        "2026-11-02T20:00:00Z",
        "2026-11-02T20:02:00Z",
        2,
        28,
    ),
    Disclosure(
        DisclosureId(3),
        CALD,
        "Calderwick Council",
        "2026-09-04",
        None,
        "2026-09-04T20:00:00Z",
        "2026-09-04T20:02:00Z",
        1,
        121,
    ),
)

KINDS = (
    ("covering-letter", "Covering letter"),
    ("school-report", "School report"),
    ("chronology", "Chronology export"),
    ("meeting-notes", "Meeting notes"),
    ("ep-report", "EP report"),
    ("sen-review", "SEN support review"),
    ("email", "E-mail thread"),
    ("incident-log", "Incident log"),
    ("provision-map", "Provision map"),
    ("test-form", "Test form"),
    ("behaviour-log", "Behaviour log"),
    ("clinic-letter", "Clinic letter"),
)

REVIEW = DocumentId(9)

PAGES: dict[int, tuple[tuple[str, ...], ...]] = {
    REVIEW: (
        (
            "# Larkhollow Primary School",
            "SEN support review · assess, plan, do, review",
            "",
            "# 1. Present",
            "Mrs J. Hartley (SENCo), Mr D. Okoro (class teacher), Mrs N. Brennan (mother).",
            "# 2. What is going well",
            "Ada joins in at playtime and looks after the class fish. She likes drawing and knows many facts about the sea.",
            "She told Mr Okoro that she wants to read long books by herself.",
        ),
        (
            "# Larkhollow Primary School",
            "SEN support review · assess, plan, do, review · Meeting: 14 October 2021",
            "",
            "# 3. Discussion",
            (
                "Ada finds it hard to follow instructions with more than two steps and often copies what her neighbour does. "
                "She is a friendly child who joins in at playtime. At the September check her reading age was 5 years 11 months."
            ),
            (
                "Mrs Hartley explained that a referral to speech and language therapy could be made. Mother declined the offer of a "
                "speech and language referral and said that she would rather wait. Mother is in denial about Ada’s needs and it is "
                "difficult to engage her."
            ),
            (
                "Mr Okoro reported that Ada left the room twice this half term during maths. She went to the reading corner and "
                "came back when asked."
            ),
            "# 4. What we will try",
            (
                "Now-and-next board and visual timetable, class team, daily. Phonics group of four, teaching assistant, "
                "4 × 15 minutes a week. Break card on the desk, Mr Okoro, as needed."
            ),
            "# 5. Review",
            "To be reviewed on 16 December 2021. Copy to parents and to [black] .",
            "",
            "Signed: J. Hartley, SENCo",
        ),
        (
            "# 6. Notes from the class team",
            "On 4 October 2021 Ada left the room in maths. She came back after six minutes.",
            "The visual timetable is used each morning. The phonics group met on nine of fifteen days.",
        ),
        (
            "# 7. Signatures",
            "Mrs Brennan attended and signed.",
            "J. Hartley, SENCo · D. Okoro, class teacher",
        ),
    )
}

_ROWS = (
    ("Letter with the second file", 0, "2026-11-02", 2, {}),
    ("Year 6 report to parents", 1, "2024-07-12", 1, {"scan": 1, "read": 1}),
    ("Safeguarding log", 2, "2024-07-03", 2, {"twice": 1, "redacted": 0.12}),
    ("Moving up to Wrenfield", 3, "2024-05~", 1, {"scan": 1, "redacted": 0.04, "read": 1}),
    ("Advice by Dr L. Marsh", 4, "2022-03-03", 1, {"later": 1}),
    ("Review, December", 5, "2021-12-16", 2, {"password": 1}),
    ("Hartley and Whitlow", 6, "2021-11-19", 1, {"redacted": 0.38, "read": 1}),
    ("Playground, 4 November", 7, "2021-11-04", 1, {"pending": 1}),
    ("SEN support review", 5, "2021-10-14", 1, {"twice": 1, "redacted": 0.01, "read": 1}),
    ("Review, October", 5, "2021-10-14", 2, {"twice": 1, "redacted": 0.03, "read": 1}),
    ("Class 4O, extra help", 8, "2021-09/2021-12", 1, {"scan": 1, "read": 1}),
    ("Reading check", 9, "2021-09-30", 1, {"scan": 1, "read": 1}),
    ("Class 3O, summer", 10, "2021-04/2021-07", 1, {"damaged": 1}),
    ("Year 3 report to parents", 1, "2021-07-11", 1, {"scan": 1, "read": 1}),
    ("Hearing test invitation", 11, "2021-06-08", 1, {"read": 1}),
)


def row(number: int, spec: tuple[str, int, str, int, dict[str, float]]) -> DocumentRow:
    """One invented document."""
    title, kind, date, disclosure, flags = spec
    status = Status.READY
    for flag, value in (("password", Status.PASSWORD), ("damaged", Status.DAMAGED), ("pending", Status.OCR_PENDING)):
        status = value if flags.get(flag) else status
    problem, step = {
        Status.PASSWORD: ("This file is locked with a password.", "Ask the school for the password, or type it here."),
        Status.DAMAGED: (
            "The end of this file is missing, so its pages cannot be read.",
            "Ask the school to send this file again.",
        ),
    }.get(status, ("", ""))
    pages = len(PAGES.get(number, ())) or (1 + number % 5)
    read = ReadState.READ if flags.get("read") else ReadState.LATER if flags.get("later") else ReadState.UNREAD
    organisation = LARK if number <= 15 else OrganisationId(2 + number % 3)
    return DocumentRow(
        id=DocumentId(number), path=f"Larkhollow/{date[:4]}/{title}.pdf", sha256=f"{number:064x}", bytes=312_000 + number * 1024,
        format="pdf", status=status, problem=problem, next_step=step, duplicate_of=None, version_group=7 if flags.get("twice") else None,
        kind=KINDS[kind][0], kind_reason="The heading says so.", kind_decided=number == 9, organisation=organisation,
        organisation_name=NAMES[organisation], organisation_reason="The letterhead names it.", organisation_decided=True,
        authors=("J. Hartley, SENCo",), author_reason="Signed at the end.", date=date, date_reason="“Meeting: 14 October 2021” on page 2.",
        date_decided=number == 9, title=title, title_reason="The first heading.", title_decided=False,
        pages=0 if problem else pages, scanned_pages=pages if flags.get("scan") or flags.get("pending") else 0,
        pending_pages=pages if flags.get("pending") else 0, ocr_confidence=91.0 if flags.get("scan") else None,
        redacted_area=flags.get("redacted", 0.0), thread=None, parent=None,
        disclosure=DisclosureId(disclosure if number <= 15 else 3), disclosure_number=disclosure if number <= 15 else 1, read=read,
        last_page=2 if number == 9 else 1, marks=3 if number == 9 else 0, places=(f"Larkhollow/{title}.pdf",),
    )  # fmt: skip


def rows(count: int = 40) -> tuple[DocumentRow, ...]:
    """The first fifteen as in a real file, the others from other organisations."""
    more = (
        (f"Panel note {n}", n % 12, f"20{18 + n % 7}-0{1 + n % 9}-1{n % 9}", 1, {"scan": n % 3 == 0, "read": n % 2})
        for n in range(16, count + 1)
    )
    return tuple(row(number, spec) for number, spec in enumerate((*_ROWS, *more), 1))
