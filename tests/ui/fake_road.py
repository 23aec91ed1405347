"""Stand-ins for what is next, what came, organisations and term dates: the real rules over the invented requests."""

from dataclasses import replace
from typing import Any

from app.domain.changes import Change
from app.domain.people import Contact
from app.requests.matters import matter, matters
from app.requests.nations import words_of
from app.requests.records import record_types
from app.requests.situations import situation
from app.requests.stages import Seen, situations
from app.services import asked, matrix, organisations
from app.services.road import Step, letters_for
from app.services.term_dates import TermDates
from app.services.tracking import Belongs
from tests.ui import fake_content as content
from tests.ui import fake_writing as writing

CELLS = (
    ("Special educational needs file", (("came", 12), ("waiting", 0), ("came", 7))),
    ("Safeguarding log and file", (("missing", 0), ("waiting", 0), None)),
    ("Behaviour, suspensions, accidents and use of force", (("came", 3), ("waiting", 0), None)),
    ("E-mails and messages", (("came", 41), ("waiting", 0), ("missing", 0))),
    ("Panel and decision papers", (None, None, ("not-held", 0))),
    ("Notes of meetings, calls and visits", (("came", 5), ("waiting", 0), ("came", 2))),
)
WHO = (content.LARK, content.WREN, content.CALD)


class TrackingMore(writing.Tracking):
    """`services.tracking` with what the requests screen asks for."""

    def requests(self, case: Any) -> Any:
        return super().requests(case) if case.state.rows else ()

    def kinds(self) -> Any:
        return tuple((found.id, found.title) for found in matters())

    def special_to(self, kind: str) -> Any:
        return matter(kind).happened

    def belonging(self, case: Any, request: int) -> Belongs:
        return Belongs(((1, "2026-06-12", 96),), (), ((1, "Request for the file", "2026-05-12"),))

    def link_delivery(self, case: Any, request: int, delivery: int) -> Change:
        case.calls.append(("delivery", (request, delivery)))
        return Change("Delivery put to a request", ())

    def unlog(self, case: Any, request: int, place: int) -> Change:
        return Change("Entry of the log removed", ())


class Road:
    """`services.road` with the real situations."""

    def steps(self, case: Any, today: Any = None) -> Any:
        tracking, made = TrackingMore(), []
        kinds = {o.id: o.kind for o in content.ORGANISATIONS}
        dates = {d.request: d for d in tracking.deadlines(case) if d.state == "overdue"}
        for request in tracking.requests(case):
            working = tracking.working_of(case, request)
            for name in situations(
                request, working, today or writing.TODAY, Seen(missing=request.organisation == content.LARK)
            ):
                found = situation(name)
                letters = letters_for(found, "england", kinds[request.organisation], request.kind)
                made.append(
                    Step(
                        request,
                        found,
                        letters,
                        dates[request.id].due if request.id in dates else "",
                        dates.get(request.id),
                    )
                )
        return tuple(sorted(made, key=lambda step: -step.situation.rank))


class Matrix:
    """`services.matrix` over invented cells."""

    def table(self, case: Any) -> matrix.Matrix:
        owners = tuple(o for o in content.ORGANISATIONS if o.id in WHO)
        rows = []
        for label, cells in CELLS:
            made = {
                int(o.id): matrix.Cell(c[0], "2026-05-12", c[1], 1) for o, c in zip(owners, cells, strict=True) if c
            }
            rows.append(matrix.Row(label, made))
        return matrix.Matrix(owners, tuple(rows))

    def document(self, case: Any, form: str) -> bytes:
        return b"table " + form.encode()


class Organisations:
    """`services.organisations` with two suggestions."""

    FIELDS = organisations.FIELDS

    def contacts(self, case: Any, organisation: Any = None) -> Any:
        return (Contact(1, content.LARK, "Mrs J Hartley", "senco", "senco@larkhollow.example"),)

    def who_asks(self, case: Any) -> Any:
        return writing.DETAILS, words_of("england")

    def suggestions(self, case: Any, organisation: Any = None) -> Any:
        lark = int(content.LARK)
        return (
            organisations.Suggestion(
                "a", lark, "address", "Mill Lane\nCalderwick CW40 1AB", "It stands in “Review meeting”, page 1.", 9, 1
            ),
            organisations.Suggestion(
                "e", lark, "email", "dpo@larkhollow.example", "It stands in “Covering letter”, page 1.", 3, 1
            ),
        )

    def decide(self, case: Any, suggestion: Any, *, yes: bool) -> Change:
        case.calls.append(("decide", (suggestion.key, yes)))
        return Change("Address taken over", ())

    def edit(self, case: Any, known: int, new: Any) -> Change:
        case.calls.append(("edit", new))
        return Change("Organisation saved", ())

    def set_who_asks(self, case: Any, right_of: str, advocate: str = "") -> None:
        case.calls.append(("right", right_of))


class AskedFake:
    """`services.asked`."""

    ASKING, STATES = asked.ASKING, asked.STATES

    def usual(self, case: Any, request: Any) -> Any:
        return record_types("school")

    def set_asked(self, case: Any, request: int, items: Any) -> Change:
        made = writing._store(case, "requests")
        made[request] = replace(made[request], asked=tuple(items))
        return Change("What was asked for changed", ())

    def set_state(self, case: Any, request: int, label: str, state: str) -> Change:
        case.calls.append(("state", (request, label, state)))
        return Change("Came", ())


class TermDatesFake:
    """`services.term_dates`."""

    def term_dates(self, case: Any, organisation: int) -> TermDates:
        return TermDates((("2026-09-03", "2026-10-23"), ("2026-11-02", "2026-12-18")), ("2026-11-02",))

    def set_term_dates(self, case: Any, organisation: int, terms: str, inset: str = "") -> Change:
        case.calls.append(("terms", (organisation, terms, inset)))
        return Change("Term dates saved", ())
