"""Asked and received: a row for each kind of record, a column for each organisation; on screen, as a document, for letters."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.dates import show
from app.domain.documents import DocumentRow, Status
from app.domain.errors import OutputProblem
from app.domain.letters import Block, Heading, Paragraph, Table
from app.domain.people import Organisation
from app.domain.requests import Asked, Request
from app.requests.records import record_type
from app.services.asked import ASKING
from app.services.case import OpenCase
from app.system import clock

STATES = {
    "came": "came",
    "missing": "not found in what we hold",
    "waiting": "waiting",
    "not-held": "they say they do not hold it",
    "not-needed": "not needed",
    "unasked": "came, not asked for",
}
"""How one cell stands, in words."""


@dataclass(frozen=True, slots=True)
class Cell:
    """`state` is one of STATES; `asked` the day it was asked for (ISO, empty when it was not); `came` counts documents."""

    state: str
    asked: str = ""
    came: int = 0
    request: int = 0

    @property
    def words(self) -> str:
        """Asked 3 Sept 2026 · 4 came."""
        parts = [f"asked {show(self.asked)}" if self.asked else ""]
        parts.append(f"{self.came} came" if self.came and self.state in ("came", "unasked") else STATES[self.state])
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of record; `cells` by organisation id."""

    label: str
    cells: Mapping[int, Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Organisations as columns, kinds of record as rows."""

    organisations: tuple[Organisation, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that was asked for and not found in what we hold."""

    label: str
    asked: str
    request: int


def table(case: OpenCase) -> Matrix:
    """What was asked of whom, what came, what was not found."""
    with case.store.read() as uow:
        owners, requests = uow.organisations.all(), uow.requests.all()
        rows, disclosures = uow.documents.rows(), uow.documents.disclosures()
    givers = {int(d.id): int(d.organisation) for d in disclosures if d.organisation is not None}
    came = _came(rows, givers)
    asked = [(r, item) for r in requests if r.kind in ASKING and r.sent for item in r.asked]
    shown = tuple(o for o in owners if any(r.organisation == o.id for r, _ in asked) or came.get(int(o.id)))
    labels = list(dict.fromkeys(item.label for _, item in asked))
    made = []
    for label in labels:
        cells = {int(r.organisation): _cell(r, item, came) for r, item in asked if item.label == label}
        kind = next(item.kind for _, item in asked if item.label == label)
        made.append(Row(label, {**_unasked(kind, shown, came), **cells}))
    return Matrix(shown, tuple(made))


def _came(rows: tuple[DocumentRow, ...], givers: Mapping[int, int]) -> dict[int, Counter[str]]:
    """Organisation -> how many documents of each kind it sent."""
    kinds = {int(row.id): row.kind for row in rows}
    found: dict[int, Counter[str]] = {}
    for row in rows:
        owner = givers.get(int(row.disclosure)) or row.organisation
        if owner is None or row.status in (Status.JUNK, Status.WAITING):
            continue
        kind = kinds.get(int(row.duplicate_of), row.kind) if row.duplicate_of else row.kind
        found.setdefault(int(owner), Counter())[kind] += 1
    return found


def _count(kind: str, came: Counter[str] | None) -> int:
    known = record_type(kind)
    return sum(came[k] for k in known.kinds) if known and came else 0


def _cell(request: Request, item: Asked, came: Mapping[int, Counter[str]]) -> Cell:
    number = _count(item.kind, came.get(int(request.organisation)))
    if item.state:
        state = item.state
    elif number:
        state = "came"
    else:
        answered = request.answered or any(what == "part-answered" for _, what, _ in request.log)
        state = "missing" if answered else "waiting"
    return Cell(state, request.sent, number, int(request.id))


def _unasked(kind: str, shown: tuple[Organisation, ...], came: Mapping[int, Counter[str]]) -> dict[int, Cell]:
    counted = {int(o.id): _count(kind, came.get(int(o.id))) for o in shown}
    return {known: Cell("unasked", came=number) for known, number in counted.items() if number}


def missing(case: OpenCase, organisation: int) -> tuple[Missing, ...]:
    """What was asked of an organisation and is not found in what came, each once, in the order it was asked for."""
    return missing_in(table(case), organisation)


def missing_in(found: Matrix, organisation: int) -> tuple[Missing, ...]:
    """The same from a table that was read already."""
    cells = ((row.label, row.cells.get(organisation)) for row in found.rows)
    return tuple(Missing(label, cell.asked, cell.request) for label, cell in cells if cell and cell.state == "missing")


def document(case: OpenCase, form: str) -> bytes:
    """The table as "docx" or "pdf"."""
    from app.letters.layout import LetterMeta

    if form not in ("docx", "pdf"):
        raise OutputProblem("unknown-format", f"This table cannot be saved as .{form}.", "", "Use .docx or .pdf.")
    details = case.details()
    title = f"{details.child}: asked and received"
    meta = LetterMeta(title, details.parent or details.child, clock.today())
    writer = {"docx": "app.letters.writers.docx:write", "pdf": "app.letters.writers.pdf:write"}[form]
    made: bytes = case.ctx.writers.submit(writer, blocks(table(case), title), meta, seconds=120).result()
    return made


def blocks(found: Matrix, title: str) -> tuple[Block, ...]:
    """The table as blocks: three organisations side by side at most, then a table of its own for the next."""
    when = f"As it stands on {show(clock.today().isoformat())}. “Not found” means: not found in what we hold so far."
    made: list[Block] = [Heading(title), Paragraph(when, "small")]
    if not found.rows:
        return (*made, Paragraph("Nothing that was asked for is written down yet."))
    for start in range(0, len(found.organisations), _SIDE_BY_SIDE):
        columns = found.organisations[start : start + _SIDE_BY_SIDE]
        rows = tuple((row.label, *(_words(row, o) for o in columns)) for row in found.rows)
        share = 0.7 / len(columns)
        made.append(Table(("Asked for", *(o.name for o in columns)), rows, (0.3, *(share for _ in columns))))
    return tuple(made)


_SIDE_BY_SIDE = 3


def _words(row: Row, organisation: Organisation) -> str:
    cell = row.cells.get(int(organisation.id))
    words = cell.words if cell else "not asked"
    return words[:1].upper() + words[1:]
