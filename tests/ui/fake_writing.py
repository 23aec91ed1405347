"""Stand-ins for letters, requests and packs: the real rules and texts over invented facts, kept in memory."""

from dataclasses import replace
from datetime import date
from typing import Any

from app.bundle.plan import plan as real_plan
from app.domain.bundles import PackCheck, PackItem, PackResult, PackSpec, Section
from app.domain.changes import Change
from app.domain.errors import OutputProblem
from app.domain.ids import BundleId, DocumentId, LetterId, RequestId
from app.domain.people import CaseDetails
from app.domain.requests import Deadline, Request
from app.letters import catalogue, fitness
from app.letters.compose import compose
from app.letters.facts import LetterFacts
from app.letters.sample import sample_facts
from app.requests import advice
from app.requests.deadlines import parse_context, work_out
from app.services.letter_desk import Aside, Offered
from tests.ui import fake_content as content

DETAILS = CaseDetails(
    "Ada Brennan", "2013-03-14", "england", "Nora Brennan", "mother", "12 Ferry Row\nCalderwick", "nora@example.org"
)
TODAY = date(2026, 11, 23)


def _store(case: Any, name: str) -> dict[int, Any]:
    found = getattr(case, "_written", None)
    if found is None:
        found = case._written = {"letters": {}, "packs": {}, "requests": _requests()}
    return found[name]


def _requests() -> dict[int, Request]:
    specs = (
        (1, content.LARK, "access", "2026-05-12", "2026-06-12"),
        (2, content.LARK, "educational-record", "2026-10-23", ""),
        (3, content.WREN, "access", "2026-11-03", ""),
        (4, content.CALD, "access", "2026-08-03", "2026-09-04"),
        (5, content.BRACK, "access", "2026-07-28", "2026-08-28"),
    )
    return {
        n: Request(
            RequestId(n), o, content.NAMES[o], kind, "The whole file", sent, sent, "email", answered, "", "SAR-1M",
            "answered" if answered else "sent", "", ((sent, "sent", "By e-mail"),),
        )
        for n, o, kind, sent, answered in specs
    }  # fmt: skip


class LetterWriting:
    """`services.letter_writing` with the real texts."""

    def kinds(self) -> Any:
        return catalogue.kinds()

    def draft(
        self, case: Any, kind: str, organisation: Any, values: Any = None, issues: Any = None, request: Any = None
    ) -> Any:
        known = next((o for o in content.ORGANISATIONS if o.id == organisation), None)
        points = tuple(i for i in case.state.issues.values() if i.organisation == organisation and i.fields.right)
        facts = LetterFacts(case=DETAILS, organisation=known, today=TODAY, issues=points, values=dict(values or {}))
        return compose(kind, facts)

    def recompose(self, case: Any, draft: Any, values: Any) -> Any:
        given = {f.name: f.value for f in draft.fields if f.value} | dict(values)
        return replace(self.draft(case, draft.kind, draft.organisation, given), id=draft.id)

    def fill(self, case: Any, draft: Any, values: Any) -> Any:
        return replace(self.recompose(case, draft, values), blocks=draft.blocks, edited=True)

    def start_again(self, case: Any, draft: Any) -> Change:
        return self.save(case, self.recompose(case, draft, {}))[1]

    def edit_blocks(self, case: Any, draft: Any, blocks: Any) -> Any:
        return replace(draft, blocks=tuple(blocks), edited=True)

    def save(self, case: Any, draft: Any) -> Any:
        letters = _store(case, "letters")
        draft = replace(draft, id=draft.id or LetterId(len(letters) + 1), changed="2026-11-23T21:48:00+00:00")
        letters[draft.id] = draft
        return draft, Change("Letter saved", ())

    def drafts(self, case: Any) -> Any:
        return tuple(_store(case, "letters").values())

    def write(self, case: Any, draft: Any, form: str) -> bytes:
        if draft.missing:
            raise OutputProblem("incomplete", "Some facts are missing.", "The letter is kept.", "Fill in the blanks.")
        return b"letter " + form.encode()

    def mark_sent(self, case: Any, letter: int, on: date, how: str) -> Change:
        letters = _store(case, "letters")
        letters[letter] = replace(letters[letter], status="sent", sent=on.isoformat(), sent_how=how)
        return Change("Letter sent", ())


class LetterDesk:
    """`services.letter_desk` with the real texts; the family lives in England."""

    def offered(self, case: Any) -> Offered:
        return Offered(catalogue.kinds(), {})

    def fitting(self, case: Any, kind: str) -> Any:
        return tuple(o for o in content.ORGANISATIONS if fitness.suits(kind, o.kind))

    def example(self, kind: str) -> Any:
        return compose(kind, sample_facts(kind))

    def aside(self, case: Any, draft: Any) -> Aside:
        kept = {"pdf": "ab12" * 16, "docx": "cd34" * 16} if draft.status == "sent" else {}
        return Aside("", (), advice.line("england"), kept)


class Tracking:
    """`services.tracking` with the real rules."""

    def requests(self, case: Any) -> Any:
        return tuple(_store(case, "requests").values())

    def new_request(
        self,
        case: Any,
        organisation: int,
        kind: str,
        *,
        title: str = "",
        sent: str = "",
        how: str = "",
        proof: str = "",
        about: Any = None,
    ) -> Any:
        made = _store(case, "requests")
        number = len(made) + 1
        made[number] = Request(
            RequestId(number),
            organisation,
            content.NAMES[organisation],
            kind,
            title,
            sent,
            sent,
            how,
            rule="SAR-1M",
            state="sent",
        )
        return made[number], Change("Request added", ())

    def log(self, case: Any, request: int, what: str, on: str, note: str = "") -> Change:
        made = _store(case, "requests")
        old = made[request]
        made[request] = replace(
            old, log=(*old.log, (on, what, note)), answered=on if what == "answered" else old.answered
        )
        return Change("Written down", ())

    def _working(self, request: Request) -> Any:
        return work_out("SAR-1M", date.fromisoformat(request.received), "england", parse_context(""))

    def working_of(self, case: Any, request: Request) -> Any:
        return self._working(request) if request.received else None

    def deadlines(self, case: Any, today: Any = None) -> Any:
        found = []
        for request in self.requests(case):
            working = self._working(request)
            state = "met" if request.answered else "running" if working.due > TODAY.isoformat() else "overdue"
            found.append(
                Deadline(
                    f"d{request.id}", request.id, request.title, request.organisation_name, working.rule, working.starts, working.due,
                    "One month to answer", working.source, state, working, "answer", "Answer to a request for the file",
                )
            )  # fmt: skip
        return tuple(found)

    def clock_for_letter(self, case: Any, draft: Any, on: date) -> Any:
        return work_out("SAR-1M", on, "england", parse_context(""))

    def calendar(self, case: Any) -> bytes:
        return b"BEGIN:VCALENDAR"


_PACK = (
    ("A", "Statement and Ada’s views", (16, 17)),
    ("B", "School records", (9, 11, 3, 7)),
    ("C", "Experts and health", (5, 15)),
    ("D", "Letters and decisions", (1, 4)),
)


class Bundling:
    """`services.bundling` with the real arithmetic."""

    def _item(self, case: Any, number: int, pages: tuple[int, ...] = ()) -> PackItem:
        row = case.state.rows[number]
        return PackItem(DocumentId(number), row.title, row.date, "J. Hartley", pages)

    def suggest(self, case: Any) -> PackSpec:
        sections = tuple(
            Section(letter, title, tuple(self._item(case, n) for n in items)) for letter, title, items in _PACK
        )
        return PackSpec("Ada’s evidence pack", "Ada Brennan", "Appeal to the tribunal", "Nora Brennan", sections)

    def item_for(self, case: Any, document: int, pages: tuple[int, ...] = ()) -> PackItem:
        return self._item(case, document, pages)

    def specs(self, case: Any) -> Any:
        return tuple(_store(case, "packs").values())

    def save(self, case: Any, spec: PackSpec) -> Any:
        spec = replace(spec, id=spec.id or BundleId(1))
        _store(case, "packs")[spec.id] = spec
        return spec, Change("Pack saved", ())

    def plan(self, case: Any, spec: PackSpec) -> Any:
        return real_plan(spec, {DocumentId(n): max(1, row.pages) for n, row in case.state.rows.items()})

    def build(self, case: Any, spec: PackSpec, on_event: Any = None, control: Any = None) -> PackResult:
        checks = (
            PackCheck("numbers", "Every page number is the PDF’s own", "Practice direction", True),
            PackCheck(
                "size",
                "Small enough to e-mail",
                "Practice direction",
                False,
                "It is 31 MB. Send it by link, or leave pages out.",
            ),
        )
        return PackResult(b"%PDF-1.7 pack", self.plan(case, spec), checks)
