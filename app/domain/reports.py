"""The import report: files given = imported + duplicates + junk + problems, always."""

from dataclasses import dataclass

from app.domain.ids import DisclosureId


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One file given. `outcome` is imported, duplicate, junk or problem."""

    path: str
    bytes: int
    sha256: str
    format: str
    outcome: str
    reason: str = ""
    next_step: str = ""
    pages: int = 0
    kind: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """`given` counts files and the files inside them; it equals the sum of the other four or `waiting` is not zero."""

    disclosure: DisclosureId
    organisation_name: str
    received: str
    started: str
    finished: str
    given: int
    imported: int
    duplicates: int
    junk: int
    problems: int
    waiting: int
    pages: int
    scanned_pages: int
    pages_to_read: int
    lines: tuple[ReportLine, ...]

    @property
    def reconciles(self) -> bool:
        """True when every file given is accounted for exactly once."""
        return self.given == self.imported + self.duplicates + self.junk + self.problems + self.waiting
