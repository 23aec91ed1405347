"""Schedules for letters: suggested from the case each time they are shown, settled by a person, written as Word or PDF.

Only what a person decided is kept: a suggestion nobody touched follows the case when more files come in.
"""

import tomllib
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from app.domain.changes import Change
from app.domain.errors import OutputProblem, UsageProblem
from app.domain.ids import OrganisationId
from app.domain.letters import Block, Heading, Paragraph, Table
from app.domain.schedules import Schedule, ScheduleKind, ScheduleRow
from app.letters.dates import as_written
from app.letters.layout import LetterMeta
from app.services import schedule_sources
from app.services.case import OpenCase
from app.store.schedules import schedule_row
from app.system import clock
from app.system.paths import resource

_WRITERS = {"docx": "app.letters.writers.docx:write", "pdf": "app.letters.writers.pdf:write"}


class Source(Protocol):
    """A module that suggests the rows of one list."""

    def rows(self, case: OpenCase, organisation: int) -> Iterable[ScheduleRow]:
        """Suggestions in the order of documents, each with a key of its own."""


def kinds() -> tuple[ScheduleKind, ...]:
    """The lists there are."""
    return _kinds()


@cache
def _kinds() -> tuple[ScheduleKind, ...]:
    return tuple(_read(name) for name in sorted(path.stem for path in resource("schedules").glob("*.toml")))


def _read(name: str) -> ScheduleKind:
    raw = tomllib.loads(resource("schedules", f"{name}.toml").read_text("utf-8"))
    lists = {key: tuple(value) for key, value in raw.items() if isinstance(value, list)}
    kind = ScheduleKind(id=name, **{**raw, **lists})
    if len(kind.columns) != len(kind.widths) or abs(sum(kind.widths) - 1) > 0.001:
        raise ValueError(f"{name}: a width for each column, together 1")
    return kind


def kind_of(name: str) -> ScheduleKind:
    """One kind; UsageProblem for an unknown name."""
    for kind in kinds():
        if kind.id == name:
            return kind
    known = ", ".join(kind.id for kind in kinds())
    raise UsageProblem("schedule", f"“{name}” is not a list we know.", "", f"Use one of: {known}.")


def schedule(case: OpenCase, kind: str, organisation: int) -> Schedule:
    """The list as it stands: suggestions, with what a person decided about them, and the person's own rows."""
    found = kind_of(kind)
    source = cast(Source, import_module(f"{schedule_sources.__name__}.{found.id}"))
    suggested = list(source.rows(case, organisation))
    with case.store.read() as uow:
        owner = _owner(uow.organisations.all(), organisation)
        decided = {row.key: row for row in uow.schedules.decided(kind, organisation)}
    rows = [_settled(row, decided.pop(row.key, None)) for row in suggested]
    rows += [row for row in decided.values() if row.own or row.changed]
    return Schedule(found, OrganisationId(organisation), owner, tuple(rows))


def _owner(known: Iterable[object], organisation: int) -> str:
    for one in known:
        if getattr(one, "id", None) == organisation:
            return str(getattr(one, "name", ""))
    raise UsageProblem("organisation", f"There is no organisation {organisation}.", "", "See the list.")


def _settled(suggested: ScheduleRow, decided: ScheduleRow | None) -> ScheduleRow:
    if decided is None:
        return suggested
    cells = decided.cells if decided.changed else suggested.cells
    return replace(suggested, cells=cells, chosen=decided.chosen, changed=decided.changed, id=decided.id)


def choose(case: OpenCase, kind: str, organisation: int, keys: Sequence[str], chosen: bool) -> Change:
    """Take rows into the list or leave them out."""
    rows = _rows_of(case, kind, organisation, keys)
    words = "Row taken into the list" if chosen else "Row left out"
    return _keep(case, kind, organisation, [replace(row, chosen=chosen) for row in rows], words)


def change(case: OpenCase, kind: str, organisation: int, key: str, cells: Sequence[str]) -> Change:
    """Other words in a row; they stay as they were typed."""
    (row,) = _rows_of(case, kind, organisation, (key,))
    tidy = _tidy(kind, cells)
    return _keep(case, kind, organisation, [replace(row, cells=tidy, changed=True)], "Row changed")


def add(case: OpenCase, kind: str, organisation: int, cells: Sequence[str]) -> Change:
    """A row of one's own."""
    tidy = _tidy(kind, cells)
    if not any(tidy):
        raise UsageProblem("schedule", "The row is empty.", "Nothing was added.", "Write something in it.")
    row = ScheduleRow(f"own:{uuid.uuid4().hex}", tidy, own=True, changed=True)
    schedule(case, kind, organisation)  # says so when there is no such list or organisation
    return _keep(case, kind, organisation, [row], "Row added")


def remove(case: OpenCase, kind: str, organisation: int, key: str) -> Change:
    """Take away a row of one's own, or go back to what the case suggests."""
    (row,) = _rows_of(case, kind, organisation, (key,))
    with case.store.write() as uow:
        gone = uow.audit.remove("schedule_rows", row.id) if row.id is not None else None
        return uow.audit.record("Row removed" if row.own else "Row as it was found", [gone])


def _rows_of(case: OpenCase, kind: str, organisation: int, keys: Sequence[str]) -> list[ScheduleRow]:
    known = {row.key: row for row in schedule(case, kind, organisation).rows}
    missing = [key for key in keys if key not in known]
    if missing:
        raise UsageProblem("schedule", "There is no such row in this list.", "Nothing was changed.", "Show it again.")
    return [known[key] for key in keys]


def _tidy(kind: str, cells: Sequence[str]) -> tuple[str, ...]:
    columns = kind_of(kind).columns
    if len(cells) > len(columns):
        raise UsageProblem("schedule", f"A row has {len(columns)} parts.", "Nothing was changed.", "Write fewer.")
    tidy = [" ".join(cell.split()) for cell in cells]
    return tuple(tidy + [""] * (len(columns) - len(tidy)))


def _keep(case: OpenCase, kind: str, organisation: int, rows: Sequence[ScheduleRow], words: str) -> Change:
    with case.store.write() as uow:
        changes = []
        for row in rows:
            values = schedule_row(kind, organisation, row)
            added = row.id is None
            changes.append(
                uow.audit.add("schedule_rows", values)
                if added
                else uow.audit.edit("schedule_rows", row.id or 0, values)
            )
        return uow.audit.record(words, changes)


def lines(case: OpenCase, kind: str, organisation: int) -> str:
    """The chosen rows as a letter's field takes them: one a line, none twice."""
    found = schedule(case, kind, organisation)
    return "\n".join(dict.fromkeys(filter(None, (_line(found.kind, row) for row in found.chosen))))


def _line(kind: ScheduleKind, row: ScheduleRow) -> str:
    if row.own or row.document is None:
        return ", ".join(cell for cell in row.cells if cell)
    return kind.line.format(*row.cells).strip()


def for_letter(case: OpenCase, letter: str, organisation: int | None, fields: Iterable[str]) -> Mapping[str, str]:
    """What the lists give for the fields of a letter; nothing for letters that take no list."""
    if organisation is None:
        return {}
    names, found = set(fields), {}
    for kind in kinds():
        target = next((name for name in kind.field.split("|") if name in names), None)
        if letter in kind.letters and target and (text := lines(case, kind.id, organisation)):
            found[target] = text
    return found


def document(case: OpenCase, kind: str, organisation: int, form: str) -> bytes:
    """The list as "docx" or "pdf"; OutputProblem when no row is chosen."""
    found = schedule(case, kind, organisation)
    if form not in _WRITERS:
        raise OutputProblem("unknown-format", f"A list cannot be saved as “{form}”.", "", "Use .docx or .pdf.")
    if not found.chosen:
        raise OutputProblem("empty", "No row of this list is chosen.", "Nothing was saved.", "Choose one or add one.")
    details = case.details()
    title = f"{details.child}: {found.kind.title[0].lower()}{found.kind.title[1:]}"
    meta = LetterMeta(title, details.parent or details.child, clock.today())
    made: bytes = case.ctx.writers.submit(_WRITERS[form], _blocks(found, title), meta, seconds=120).result()
    return made


def _blocks(found: Schedule, title: str) -> tuple[Block, ...]:
    numbered = tuple((str(n), *row.cells) for n, row in enumerate(found.chosen, 1))
    narrow = 0.05
    widths = (narrow, *(width * (1 - narrow) for width in found.kind.widths))
    return (
        Heading(title),
        Paragraph(f"{found.organisation_name}. Made on {as_written(clock.today().isoformat())}.", keep=True),
        Paragraph(found.kind.intro, keep=True),
        Table(("No.", *found.kind.columns), numbered, widths, landscape=True),
    )
