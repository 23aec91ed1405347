"""A document prepared once for all that is asked of it: simplified text, found pieces, sentences, lines."""

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from app.domain.extracted import ExtractedDocument, ExtractedPage
from app.domain.suggestions import CaseFacts
from app.system import clock
from app.understand import grammar, phrases, plain
from app.understand.births import learn_births
from app.understand.columns import GAP, mark_columns
from app.understand.found import Found
from app.understand.resolve import Context
from app.understand.running import mark_running

_YEARS_BEFORE_BIRTH = 12
_YEARS_AHEAD = 8
_FAR = 700
"""No line or sentence is looked at further than this from a date: some files are one line."""
_MOST_PIECES = 4000
_OLDEST = date(1985, 1, 1)

__all__ = ["GAP", "PageScan", "Prepared", "prepare", "scan_page"]


@dataclass(slots=True)
class PageScan:
    """One page. `number` counts from 1; `plain` is `text` simplified, letter for letter; `pieces` may be dates."""

    number: int
    text: str
    plain: str
    pieces: list[Found]
    _breaks: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _sentences: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    _lines: dict[int, tuple[int, int]] = field(default_factory=dict)
    running: set[int] = field(default_factory=set)
    """Where the lines start that are printed on every page."""
    writing: dict[int, str] = field(default_factory=dict)
    """What `writing.role_of_writing` has said of the pieces, by where they start."""
    refusals: dict[tuple[int, int], str] = field(default_factory=dict)
    """What `traps.refusal` has said of the pieces, by their offsets."""

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The span of the sentence, list item or table row around a span."""
        known = self._sentences.get((start, end))
        if known is None:
            if not self._breaks:
                self._breaks = plain.breaks(self.text)
            first, last = plain.sentence(self.text, self._breaks, start, end)
            known = self._sentences[(start, end)] = max(first, start - _FAR), min(last, end + _FAR)
        return known

    def pieces_in(self, first: int, last: int) -> list[Found]:
        """The pieces that lie between two offsets, words before them included."""
        if len(self._starts) != len(self.pieces):
            self._starts = [piece.start for piece in self.pieces]
        low, high = bisect_left(self._starts, first), bisect_left(self._starts, last)
        return [piece for piece in self.pieces[low:high] if first <= piece.prefix and piece.end <= last]

    def line(self, start: int) -> tuple[int, int]:
        """The span of the line that holds an offset."""
        known = self._lines.get(start)
        if known is None:
            far = min(len(self.text), start + _FAR)
            near = max(0, start - _FAR)
            end = self.text.find("\n", start, far)
            first = self.text.rfind("\n", near, start)
            known = self._lines[start] = first + 1 if first >= 0 else near, far if end < 0 else end
        return known

    def cell(self, start: int, end: int) -> tuple[int, int]:
        """The span of the table cell or form field around a span; a whole line when it has none."""
        first, last = self.line(start)
        left = first
        for gap in GAP.finditer(self.plain, first, start):
            left = gap.end()
        match = GAP.search(self.plain, end, last)
        return left, match.start() if match else last

    def label(self, start: int) -> tuple[str, int, str]:
        """The words that name what stands at an offset: (words, where they start, "own" | "before" | "above" | "").

        "own": in its own cell; "before": the cell to the left; "above": the line above, when that is short."""
        left = self.cell(start, start)[0]
        own = self.plain[left:start]
        if own.strip(" :-|"):
            return own, left, "own"
        first = self.line(start)[0]
        row = self.plain[first:left].rstrip(" |·•\t")
        if row:
            begin = max((m.end() for m in GAP.finditer(self.plain, first, first + len(row))), default=first)
            return self.plain[begin : first + len(row)], begin, "before"
        if first:
            above = self.line(first - 1)
            words = self.plain[above[0] : above[1]].strip()
            if words.endswith(":"):
                words = words[max(words.rfind(". "), words.rfind("  ")) + 1 :].strip()
            if 2 < len(words) < 42 and not any(c.isdigit() for c in words):
                return words, above[0], "above"
        return "", start, ""


@dataclass(slots=True)
class Prepared:
    """A whole document prepared. `context` has the bounds of sense and no anchor yet."""

    doc: ExtractedDocument
    path: str
    facts: CaseFacts
    pages: list[PageScan]
    context: Context
    kept: dict[str, Any] = field(default_factory=dict)
    """What was worked out once for the whole document, by the name of the function that did."""


def prepare(doc: ExtractedDocument, path: str, facts: CaseFacts) -> Prepared:
    """Scan every page that has text and learn what dates make sense in this document."""
    pages = [scan_page(page, number) for number, page in enumerate(doc.pages, 1) if page.text.strip()]
    born = _day(facts.born)
    context = Context(_earliest(born), _latest(facts), born=born, nation=facts.nation)
    if born:
        context.births.add(born)
    context.us_order = _american(pages)
    for scanned in pages:
        mark_columns(scanned)
    mark_running(pages)
    learn_births(pages, context)
    return Prepared(doc, path, facts, pages, context)


def scan_page(page: ExtractedPage, number: int) -> PageScan:
    """Find the pieces of one page."""
    simple = plain.simplify(page.text)
    return PageScan(number, page.text, simple, phrases.gather(grammar.scan(simple), simple)[:_MOST_PIECES])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _earliest(born: date | None) -> date:
    return date(max(1, born.year - _YEARS_BEFORE_BIRTH), born.month, 1) if born else _OLDEST


def _latest(facts: CaseFacts) -> date:
    latest = max(_day(facts.received[:10]) or clock.today(), clock.today())
    return latest + timedelta(days=366 * _YEARS_AHEAD)


def _american(pages: list[PageScan]) -> bool:
    """True when month-first dates stand in the document and no sure day-first one does."""
    month_first = day_first = 0
    for page in pages:
        for piece in page.pieces:
            if piece.numeric and piece.first[0] is not None:
                month_first += piece.first[1] > 12 >= piece.first[2]
                day_first += piece.first[2] > 12 >= piece.first[1]
    return month_first > 0 and month_first >= day_first
