"""A second set of invented papers, other wording and layouts than `splitting_school`: for measuring, not for tuning."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.splitting_paper import Edge, Paper, Piece, Style

_NAMES = (
    "Ruaridh Pell",
    "D. Quennell",
    "Nia Bevan-Price",
    "Olu Bakare",
    "Constance Hebden",
    "T. Mistry",
    "Marek Wolny",
    "Ffion Ashdown",
)
_JOBS = (
    "Inclusion Manager",
    "Paediatric Registrar",
    "Family Support Practitioner",
    "Principal",
    "Occupational Therapist",
    "Casework Officer",
)
_PAPERHEADS = (
    ("THE STONEBRIDGE FEDERATION", "Stonebridge Lane", "Wexcombe", "WX8 4PL"),
    ("Wexcombe Community Health", "Clinic B, Fountain House, WX2 0RE", "01632 960341  bookings@wexhealth.example"),
    ("County of Dunmere", "Special Educational Needs Service", "PO Box 41, Dunmere DM1 9ZZ"),
    ("Kestrel Legal LLP", "Solicitors", "14 Castle Gate, Dunmere DM1 2HB"),
)  # fmt: skip
_OPENERS = (
    "During the autumn I visited on three occasions", "His key adult tells me", "It was agreed at the outset", "Staff have tried several approaches",
    "There remains disagreement about", "I observed a maths lesson in which", "The family describe", "On arrival he made straight for the book corner",
    "Scores on the second subtest fell", "Transport continues to be", "A laptop was offered", "We talked about what a good day looks like",
)  # fmt: skip
_CLOSERS = (
    "and the reasons for this are not yet clear to any of us", "with some success, particularly before break", "until a decision is reached by the panel",
    "which his father confirmed by phone the same evening", "so that he can show what he knows", "despite the adjustments described above",
    "when the room is calm and the task is short", "as recorded in the shared folder", "though attendance has since picked up",
)  # fmt: skip


class Chance:
    """Dice of one set."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed * 7919)
        self.child = self.dice.choice(("Emrys Vaughan", "Lotte Harker", "Kofi Mensah-Lloyd"))

    def some(self, things: tuple[str, ...]) -> str:
        """One of them."""
        return self.dice.choice(things)

    def when(self) -> date:
        """Some day."""
        return date(2016, 1, 11) + timedelta(days=self.dice.randrange(3000))

    def text(self, low: int, high: int) -> list[Piece]:
        """Paragraphs of a few long sentences."""
        return [
            Piece(
                "p",
                " ".join(
                    f"{self.some(_OPENERS)} {self.some(_CLOSERS)}, {self.some(_CLOSERS)}."
                    for _ in range(self.dice.randint(1, 5))
                ),
            )
            for _ in range(self.dice.randint(low, high))
        ]

    def look(self, **more: object) -> Style:
        """Letters and margins."""
        base: dict[str, object] = {
            "font": self.dice.choice(("helv", "tiro", "cour")),
            "size": self.dice.choice((9.0, 10.0, 11.0, 11.5)),
            "margin": self.dice.choice((45.0, 57.0, 80.0)),
        }
        return Style(**{**base, **more})  # type: ignore[arg-type]

    def foot(self, text: str = "") -> Edge | None:
        """Page numbers in several forms, or none."""
        form = self.dice.choice(("", "", "p. {i}", "{i}/{n}", "{i}", "Page: {i} of {n}", "PAGE {i}"))
        return (lambda i, n: f"{text}  {form.format(i=i, n=n)}") if form or text else None


def correspondence(c: Chance) -> Paper:
    """Letters with the date below the address, of one to four pages."""
    d = c.when()
    pieces = [Piece("p", "Mr & Mrs Vaughan"), Piece("p", "The Old Forge, Church Street, Dunmere DM4 7QQ"), Piece("gap")]
    pieces += [
        Piece(
            "p",
            c.dice.choice(
                (
                    f"{d:%d.%m.%Y}",
                    f"{d:%B} {d.day}, {d.year}",
                    f"Date as postmark / {d.day} {d:%b %Y}",
                    f"{d.day}th {d:%B %Y}",
                )
            ),
        )
    ]
    if c.dice.random() < 0.4:
        pieces.append(Piece("p", "PRIVATE AND CONFIDENTIAL"))
    pieces += [
        Piece("p", c.some(("Dear Mr and Mrs Vaughan,", "Dear Sir or Madam", "Dear Emma", "To whom it may concern")))
    ]
    pieces += [
        Piece(
            "h",
            c.some(
                (
                    f"{c.child}: placement from September",
                    "Outcome of your request",
                    "Appointment",
                    "Formal complaint, stage 2",
                )
            ),
        )
    ]
    pieces += c.text(1, 4) if c.dice.random() < 0.6 else c.text(7, 22)
    pieces += [
        Piece("p", c.some(("Yours faithfully,", "With best wishes", "Yours sincerely,"))),
        Piece("gap"),
        Piece("p", c.some(_NAMES)),
        Piece("p", c.some(_JOBS)),
    ]
    if c.dice.random() < 0.25:
        pieces.append(Piece("p", "Encl: timetable; consent slip"))
    return Paper(
        "letter",
        c.look(
            letterhead=c.dice.choice(_PAPERHEADS),
            repeat=c.dice.random() < 0.25,
            foot=c.foot(c.some(("", "Registered in England", "www.dunmere.example"))),
        ),
        tuple(pieces),
    )


def web_mail(c: Chance) -> Paper:
    """An e-mail as a browser prints it: the subject first."""
    d = c.when()
    subject = c.some(("Fwd: visit on Thursday", "Emrys", "RE: draft minutes", "transition day", "Re: OT programme"))
    pieces = [Piece("big", subject), Piece("p", "1 message")] if c.dice.random() < 0.5 else []
    for depth in range(c.dice.choice((1, 1, 2, 4))):
        day = f"{d:%a}, {d.day} {d:%b %Y} at {c.dice.randrange(8, 19):02d}:{c.dice.randrange(60):02d}"
        if depth:
            pieces.append(Piece("p", f"On {day} {c.some(_NAMES)} wrote:"))
        else:
            pieces += [
                Piece("p", f"From: {c.some(_NAMES)} <someone@stonebridge.example>"),
                Piece("p", f"Date: {day}"),
                Piece("p", f"To: {c.some(_NAMES)}"),
                Piece("p", f"Subject: {subject}"),
            ]
        pieces += [
            Piece("gap"),
            *c.text(1, 5),
            Piece("p", c.some(("Best", "Cheers,", "Kind regards"))),
            Piece("p", c.some(_NAMES)),
        ]
    return Paper("email", c.look(foot=c.foot()), tuple(pieces))


def sheet(c: Chance) -> Paper:
    """A body map or accident slip: the same sheet many times over."""
    d = c.when()
    pieces = [
        Piece("h", "ACCIDENT / FIRST AID SLIP"),
        Piece("kv", cells=("Child", c.child, "Room", c.some(("Oak", "Elm", "Ash")))),
    ]
    pieces += [
        Piece(
            "kv",
            cells=(
                "Day and time",
                f"{d:%d/%m/%y} {c.dice.randrange(9, 15)}:{c.dice.randrange(10, 59)}",
                "Seen by",
                c.some(_NAMES),
            ),
        )
    ]
    pieces += [
        Piece(
            "kv",
            cells=(
                "Injury",
                c.some(("graze to knee", "bump to head", "nose bleed", "pinched finger")),
                "Treatment",
                c.some(("cold pack", "plaster", "rest")),
            ),
        )
    ]
    pieces += c.text(1, 1)
    return Paper("form", Style(font="helv", size=11, letterhead=("Stonebridge Infants",)), tuple(pieces))


def cpoms(c: Chance) -> Paper:
    """A safeguarding export with blocks instead of a table."""
    pieces = [
        Piece("big", "Student incident report"),
        Piece("kv", cells=("Student", c.child, "Year", "4")),
        Piece("kv", cells=("From", "01/09/2019", "To", "22/07/2020")),
    ]
    d = c.when()
    for number in range(c.dice.choice((3, 14, 40))):
        d += timedelta(days=c.dice.randrange(1, 9))
        pieces += [
            Piece("h", f"Incident {4000 + number}   {d:%d %b %Y}"),
            Piece("p", f"Categories: {c.some(('Behaviour', 'Parental contact', 'Medical'))}"),
            *c.text(1, 1),
            Piece("p", f"Entered by {c.some(_NAMES)}"),
        ]
    return Paper(
        "log",
        c.look(
            head=lambda i, n: f"{c.child}  Stonebridge Federation", foot=c.foot("Printed from the safeguarding system")
        ),
        tuple(pieces),
    )


def meeting(c: Chance) -> Paper:
    """Minutes set as a table."""
    pieces = [
        Piece(
            "big", c.some(("Multi-agency meeting", "Annual Review Meeting", "Governors' disciplinary panel: record"))
        ),
        Piece("kv", cells=("Held on", f"{c.when():%d %B %Y}")),
        Piece("kv", cells=("In attendance", ", ".join(c.dice.sample(_NAMES, 3)))),
    ]
    pieces.append(Piece("head-row", cells=("Item", "Discussion", "Who / when")))
    for number in range(1, c.dice.randint(4, 26)):
        pieces.append(Piece("row", cells=(str(number), c.text(1, 1)[0].text, c.some(_NAMES))))
    return Paper("minutes", c.look(foot=c.foot()), tuple(pieces))


def long_report(c: Chance) -> Paper:
    """A report with a cover, contents and appendices of their own look."""
    pieces = [Piece("gap")] * 8 + [
        Piece(
            "big",
            c.some(
                (
                    "Independent Occupational Therapy Report",
                    "Psychological Advice for Education",
                    "Expert report to the Tribunal",
                )
            ),
        ),
        Piece("p", f"concerning {c.child}"),
        Piece("p", f"{c.when():%B %Y}"),
        Piece("break"),
    ]
    heads = ("Instructions", "Sources", "History", "Findings", "Discussion", "Opinion", "Provision sought")
    pieces += [
        Piece("h", "Contents"),
        *[Piece("p", f"{n} {h} ........ {n * 3}") for n, h in enumerate(heads, 1)],
        Piece("break"),
    ]
    for number, head in enumerate(heads, 1):
        pieces.append(Piece("h", f"{number} {head}"))
        for sub in range(1, c.dice.randint(2, 12)):
            pieces.append(Piece("p", f"{number}.{sub} {c.text(1, 1)[0].text}"))
    for letter in "ABC"[: c.dice.randrange(4)]:
        pieces += [Piece("break"), Piece("big", f"Appendix {letter}"), *c.text(2, 9)]
    return Paper("report", c.look(foot=c.foot(c.some(("", f"{c.child} OT report", "Confidential")))), tuple(pieces))


def ehcp(c: Chance) -> Paper:
    """A plan of forty pages and more, with sections on new pages and landscape-like tables."""
    pieces = [
        Piece("big", "EHC PLAN"),
        Piece("kv", cells=("Name", c.child, "Plan ref", "D-20417")),
        Piece("kv", cells=("Final plan issued", f"{c.when():%d/%m/%Y}", "Version", "3")),
    ]
    for part in "ABCDEFGHIJK":
        pieces += [
            Piece("break"),
            Piece("big", f"Section {part}"),
            Piece("h", c.some(("All about me", "Special educational needs", "Outcomes sought", "Provision"))),
        ]
        pieces += c.text(4, 16)
        if c.dice.random() < 0.5:
            pieces.append(Piece("head-row", cells=("Outcome", "Steps", "Provision", "Review")))
            pieces += [
                Piece("row", cells=tuple(c.text(1, 1)[0].text[:160] for _ in range(4)))
                for _ in range(c.dice.randint(4, 14))
            ]
    return Paper("plan", c.look(foot=c.foot(c.some(("", "EHC Plan final")))), tuple(pieces))


def bill(c: Chance) -> Paper:
    """A statement of account."""
    pieces = [
        Piece("right", f"Invoice {c.dice.randrange(200, 999)}"),
        Piece("right", f"{c.when():%d/%m/%Y}"),
        Piece("p", "County of Dunmere, Finance"),
        Piece("head-row", cells=("Service", "Units", "£")),
    ]
    pieces += [
        Piece("row", cells=("1:1 mentoring", "1.5", f"{c.dice.randrange(30, 99)}.50"))
        for _ in range(c.dice.randint(2, 9))
    ]
    return Paper(
        "invoice",
        c.look(letterhead=("Sparrow Mentoring", "Unit 6, Tithe Barn, DM3 3DD", "VAT 000 0000 00")),
        (*pieces, Piece("kv", cells=("Balance", "£412.00")), Piece("p", "Thank you for your business")),
    )


def scrap(c: Chance) -> Paper:
    """A diary page or call note."""
    d = c.when()
    return Paper(
        "note",
        c.look(),
        (
            Piece("p", c.some((f"T/C from dad {d:%d/%m}", f"{d:%A} {d.day} {d:%B}", f"Home visit {d:%d.%m.%y}"))),
            *c.text(1, 2),
        ),
    )


def landscape(c: Chance) -> Paper:
    """A provision map across the page."""
    pieces = [
        Piece("big", "Provision map"),
        Piece("p", f"{c.child}   Summer term {c.when().year}"),
        Piece("head-row", cells=("Area", "What", "How often", "Impact")),
    ]
    pieces += [
        Piece(
            "row",
            cells=(
                c.some(("Sensory", "Speech", "Reading")),
                c.text(1, 1)[0].text[:120],
                "weekly",
                c.text(1, 1)[0].text[:90],
            ),
        )
        for _ in range(c.dice.randint(3, 22))
    ]
    return Paper("map", c.look(wide=True, foot=c.foot()), tuple(pieces))


MAKERS: tuple[tuple[Callable[[Chance], Paper], float], ...] = (
    (correspondence, 6), (web_mail, 5), (sheet, 2), (cpoms, 1), (meeting, 2), (long_report, 1), (ehcp, 0.4), (bill, 1), (scrap, 1), (landscape, 1),
)  # fmt: skip


def papers(seed: int, pages: int) -> list[Paper]:
    """Papers in random order; forms, letters and e-mails also in rows."""
    c = Chance(seed)
    made: list[Paper] = []
    while len(made) < pages / 2.4:
        maker = c.dice.choices([k for k, _ in MAKERS], [w for _, w in MAKERS])[0]
        rows = (1, 5, 12) if maker is sheet else (1, 2, 4) if maker in (correspondence, web_mail, bill) else (1,)
        made += [maker(c) for _ in range(c.dice.choice(rows))]
    return made
