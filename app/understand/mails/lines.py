"""The lines of a whole document with their places, and how deep each is quoted."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.domain.extracted import ExtractedPage

_MARKS = re.compile(r"^[ \t]*(?:(?:>|&gt;|\|(?=[ \t>|]))[ \t]?)+")


class MailLine(NamedTuple):
    """A line without its quotation marks and outer spaces. `page` counts from 1; `start` and `end` are offsets of the whole line
    in the page's text; `depth` counts ">" before it."""

    page: int
    start: int
    end: int
    text: str
    depth: int = 0


def lines_of(pages: Sequence[ExtractedPage]) -> list[MailLine]:
    """All lines, empty ones too: they part paragraphs."""
    found = []
    for number, page in enumerate(pages, start=1):
        at = 0
        for line in page.text.split("\n"):
            found.append(_line(number, at, line))
            at += len(line) + 1
    return found


def _line(page: int, at: int, line: str) -> MailLine:
    marks = _MARKS.match(line)
    depth = line[: marks.end()].count(">") + line[: marks.end()].count("|") if marks else 0
    text = line[marks.end() :] if marks and depth else line
    return MailLine(page, at, at + len(line), text.strip(), depth)
