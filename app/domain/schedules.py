"""Schedules: lists that go with a letter (what is blacked out, what is not there, who was told), suggested by the case and
settled by a person."""

from dataclasses import dataclass

from app.domain.ids import DocumentId, OrganisationId


@dataclass(frozen=True, slots=True)
class ScheduleKind:
    """`columns` head the table; `widths` are shares that add up to 1. The rows fill the field `field` of the letters `letters`, a line
    each, worded by `line` with the cells in braces by number. `why` tells a person what the list is for."""

    id: str
    title: str
    why: str
    intro: str
    nothing: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    letters: tuple[str, ...]
    field: str
    line: str


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One row. `key` names it within its list: the next suggestion of the same thing is known again. `document` and `page` (from 1, 0:
    none) lead to where it was found. `chosen`: it goes into the list. `own`: written by a person. `changed`: a person changed it."""

    key: str
    cells: tuple[str, ...]
    document: DocumentId | None = None
    page: int = 0
    chosen: bool = True
    own: bool = False
    changed: bool = False
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """A list for one organisation, rows in order of where they were found, a person's own rows last."""

    kind: ScheduleKind
    organisation: OrganisationId
    organisation_name: str
    rows: tuple[ScheduleRow, ...]

    @property
    def chosen(self) -> tuple[ScheduleRow, ...]:
        """The rows that go out."""
        return tuple(row for row in self.rows if row.chosen)
