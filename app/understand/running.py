"""Lines that are printed at the head or foot of every page: what they date is the paper, not what happened."""

from collections import Counter
from typing import TYPE_CHECKING

from app.understand.lazy import lazy

if TYPE_CHECKING:
    from app.understand.pages import PageScan

_DIGITS = lazy(r"\d+")
_EDGE = 3
_STAMP = lazy(r"\bpage \d+|\bp\.? ?\d+ ?/ ?\d+|\bpg\.? ?\d+|https?://|\bfax\b|\d+ of \d+\s*$")
_MOST_WORDS = 14
_LONGEST = 160


def mark_running(pages: list["PageScan"]) -> None:
    """Remember, page by page, where lines start that stand on several pages with the same date, or that number the page."""
    edges = [(page, _edge_lines(page)) for page in pages if page.pieces]
    counts: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for page, lines in edges:
        counts.update({_key(page, line) for line in lines})
    for page, lines in edges:
        for line in lines:
            words = page.plain[line[0] : line[1]]
            if counts[_key(page, line)] > 1 or (len(words.split()) <= _MOST_WORDS and _STAMP.search(words)):
                page.running.add(line[0])


def _key(page: "PageScan", line: tuple[int, int]) -> tuple[str, tuple[str, ...]]:
    dates = tuple(page.plain[piece.start : piece.end] for piece in page.pieces if line[0] <= piece.start < line[1])
    return _DIGITS.sub("#", page.plain[line[0] : line[1]]).strip(), dates


def _edge_lines(page: "PageScan") -> list[tuple[int, int]]:
    """The first and last lines that hold a date, among the outermost lines with words."""
    head = -1
    for _ in range(_EDGE):
        head = page.plain.find("\n", _skip(page.plain, head + 1))
        if head < 0:
            head = len(page.plain)
            break
    foot, left = len(page.plain), _EDGE
    while foot > 0 and left:
        start = page.plain.rfind("\n", 0, foot)
        left -= bool(page.plain[start + 1 : foot].strip())
        foot = start
    lines = {page.line(piece.start) for piece in page.pieces if piece.start < head or piece.start > foot}
    return sorted(line for line in lines if line[1] - line[0] <= _LONGEST)


def _skip(text: str, start: int) -> int:
    """Where the next words begin."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start
