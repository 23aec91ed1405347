"""From expanded text to blocks. Markup stands at the start of a line; the rest of the line is words.

    # Heading  ## Heading     - bullet     1. numbered     > quote | where it stands     ===  (ends the letter, begins its annexes)
    :small words              a paragraph in that style; also :signature
    !table Caption            then `| header | header`, `| 30 | 70` (widths) and one `| cell | cell` line a row
    !wide-table Caption       the same on landscape pages
    ---                       a new page
A blank line ends a paragraph. In words, `\\n` begins a new line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.letters import Block, Heading, Numbered, PageBreak, Paragraph, Quote, Table
from app.letters.template import Expanded, TemplateError

ANNEX = "==="
_STYLED = re.compile(r":(small|enclosures|subject|signature) +(.*)\Z")
_NUMBER = re.compile(r"[0-9]{1,2}\. +(.*)\Z")


@dataclass(slots=True)
class _TableParts:
    caption: str
    landscape: bool
    lines: list[list[str]] = field(default_factory=list)


def to_blocks(expanded: Expanded) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks of the letter and those of its annexes. Raises TemplateError."""
    before, _, after = _split_annex(expanded.text)
    return tuple(_blocks(before, expanded)), tuple(_blocks(after, expanded))


def _split_annex(text: str) -> tuple[str, str, str]:
    parts = re.split(rf"(?m)^{ANNEX}[ \t]*$", text)
    if len(parts) > 2:
        raise TemplateError("a letter has one line of annexes")
    return parts[0], ANNEX, parts[1] if len(parts) == 2 else ""


def _blocks(text: str, expanded: Expanded) -> Iterator[Block]:
    for group in _groups(text):
        yield _block(group, expanded)


def _groups(text: str) -> Iterator[list[str]]:
    """Lines that belong together: a paragraph, a list or a table."""
    group: list[str] = []
    for raw in text.split("\n"):
        line = raw.strip()
        if group and not _belongs(line, group):
            yield group
            group = []
        if line:
            group.append(line)
    if group:
        yield group


def _belongs(line: str, group: list[str]) -> bool:
    """Whether a line goes on with what the group began."""
    if line.startswith("|") and group[0].startswith("!"):
        return True
    return bool(line) and _kind(line) == _kind(group[0]) and _kind(line) not in _ALONE


_ALONE = frozenset({"heading", "styled", "quote", "break"})


def _kind(line: str) -> str:
    if line.startswith("#"):
        return "heading"
    if line.startswith(("!table", "!wide-table")):
        return "table"
    if line.startswith("> "):
        return "quote"
    if line.startswith("- "):
        return "bullets"
    if _NUMBER.match(line):
        return "numbers"
    if line == "---":
        return "break"
    if line.startswith("|"):
        return "row"
    return "styled" if line.startswith(":") else "words"


def _block(group: list[str], expanded: Expanded) -> Block:
    first, kind = group[0], _kind(group[0])
    if kind == "table":
        return _table(group, expanded)
    if kind == "numbers":
        return Numbered(tuple(_words(line.partition(" ")[2], expanded) for line in group))
    if kind == "bullets":
        return Numbered(tuple(_words(line[2:], expanded) for line in group), ordered=False)
    if kind == "heading":
        level = len(first) - len(first.lstrip("#"))
        return Heading(_words(first[level:], expanded), min(level, 3))
    if kind == "quote":
        words, _, source = first[2:].partition(" | ")
        return Quote(_words(words, expanded), _words(source, expanded))
    if kind == "break":
        return PageBreak()
    if kind == "row":
        raise TemplateError("a row stands outside a table")
    return _paragraph(" ".join(group), expanded)


def _paragraph(line: str, expanded: Expanded) -> Paragraph:
    if line.startswith(":"):
        found = _STYLED.match(line)
        if found is None:
            raise TemplateError(f"unknown style: {line[:30]}")
        return Paragraph(_words(found.group(2), expanded), found.group(1), keep=found.group(1) == "subject")
    return Paragraph(_words(line, expanded))


def _table(group: list[str], expanded: Expanded) -> Table:
    mark, _, caption = group[0].partition(" ")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in group[1:]]
    if len(rows) < 2 or any(len(row) != len(rows[0]) for row in rows):
        raise TemplateError(f"the table {caption!r} has rows of different lengths")
    shares = [float(cell) for cell in rows[1]]
    words = tuple(tuple(_words(cell, expanded) for cell in row) for row in (rows[0], *rows[2:]))
    widths = tuple(share / sum(shares) for share in shares)
    return Table(words[0], words[1:], widths, _words(caption, expanded), landscape=mark == "!wide-table")


def _words(text: str, expanded: Expanded) -> str:
    lines = (" ".join(line.split(" ")).strip() for line in text.replace("\\n", "\n").split("\n"))
    tidy = "\n".join(re.sub(r" {2,}", " ", line) for line in lines if line)
    return expanded.words(tidy).strip()
