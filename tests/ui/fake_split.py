"""A stand-in for `services.splitting`: a file of sixty pages whose documents can be cut, joined and moved."""

from dataclasses import replace
from typing import Any

from app.domain.changes import Change, RowChange
from app.domain.parts import Boundary, SplitPart, SplitView

FILE = 16
PAGES = 60
_TITLES = (
    ("Covering letter", "cover_letter", "2026-06-12"),
    ("SEN support review", "sen_support_review", "2021-10-14"),
    ("E-mail from Nora Brennan to J. Hartley", "email", "2021-10-15"),
    ("Speech and language therapy report", "salt_report", "2022-03-03"),
    ("Incident form", "behaviour_log", "2022-05-09"),
    ("Incident form", "behaviour_log", "2022-05-23"),
    ("Minutes of Team Around the Family meeting", "meeting_notes", "2022-06-10"),
    ("Annual report, Year 4", "school_report", "2022-07-15"),
)
_STARTS = (1, 3, 7, 8, 19, 20, 21, 26, 31, 34, 35, 36, 44, 45, 46, 52)


class Splitting:
    """Boundaries with the same steps as the service."""

    def __init__(self) -> None:
        self.starts = {page: page in (1, 3, 7) for page in _STARTS}
        self.offered = False
        self.calls: list[tuple[Any, ...]] = []

    def view(self, case: Any, document: int) -> SplitView:
        starts = sorted(self.starts)
        ends = [*(page - 1 for page in starts[1:]), PAGES]
        parts = []
        for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
            title, kind, date = _TITLES[number % len(_TITLES)]
            reasons = (
                "“Dear Ms Brennan” near the top, a date above it and an address.",
                "The page before is not full.",
            )
            decided = self.starts[first]
            parts.append(SplitPart(first, last, title, kind, date, "Larkhollow", 0.97, reasons, decided, 9 * decided))
        possible = (Boundary(12, 0.4, ("Large words at the head: “Appendix”.",), False),)
        return SplitView(document, "Larkhollow/whole file.pdf", PAGES, "looked", tuple(parts), possible)

    def offers(self, case: Any) -> tuple[tuple[int, str, int], ...]:
        return ((FILE, "whole file.pdf", len(_STARTS)),) if self.offered else ()

    def cut(self, case: Any, document: int, page: int) -> Change:
        return self._did("cut", page, {**self.starts, page: True})

    def join(self, case: Any, document: int, page: int) -> Change:
        return self._did("join", page, {p: d for p, d in self.starts.items() if p != page})

    def move(self, case: Any, document: int, page: int, to: int) -> Change:
        left = {p: d for p, d in self.starts.items() if p != page}
        return self._did("move", (page, to), {**left, to: True})

    def accept(self, case: Any, document: int, until: int = 0) -> Change:
        return self._did("accept", until, {p: d or not until or p <= until for p, d in self.starts.items()})

    def keep_whole(self, case: Any, document: int) -> Change:
        return self._did("keep_whole", 0, {1: True})

    def _did(self, name: str, what: Any, starts: dict[int, bool]) -> Change:
        self.calls.append((name, what))
        self.starts = starts
        return Change(name, (RowChange("boundaries", 1, {}, {}),))


def part(first: int, last: int) -> SplitPart:
    """A part for tests of rules."""
    return replace(SplitPart(1, 1, "A letter", "letter", "", "", 0.9, ("why",), False), first=first, last=last)
