"""How blocks fall onto portrait and landscape pages: the same answer for every writer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.letters import Block, Heading, Numbered, PageBreak, Paragraph, Quote, Table
from app.letters.words import clean

_SIGNS_UPRIGHT, _SIGNS_WIDE, _HALF_PAGE = 95, 145, 20
"""Signs in a line of table text over the whole width of the page, and lines on half a page: rough, on the safe side."""


@dataclass(frozen=True, slots=True)
class LetterMeta:
    """What a file says about itself. `title` is what the letter is about; `made` is written as its time."""

    title: str
    author: str
    made: date


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks on pages of one orientation; each run but the first begins a page."""

    landscape: bool
    blocks: tuple[Block, ...]


def runs(blocks: Sequence[Block]) -> tuple[Run, ...]:
    """Split blocks where the paper turns. Headings and kept paragraphs go with the wide table that they announce."""
    found: list[Run] = []
    here: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and block.landscape:
            announcing = _announcing(here)
            _close(found, here[: len(here) - announcing], landscape=False)
            found.append(Run(True, (*here[len(here) - announcing :], block)))
            here = []
        else:
            here.append(block)
    _close(found, here, landscape=False)
    return tuple(_joined(found))


def cleaned(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks with text that every writer can set."""
    return tuple(_clean(block) for block in blocks)


def _clean(block: Block) -> Block:
    if isinstance(block, (Paragraph, Heading)):
        return replace(block, text=clean(block.text))
    if isinstance(block, Numbered):
        return replace(block, items=tuple(map(clean, block.items)))
    if isinstance(block, Quote):
        return replace(block, text=clean(block.text), source=clean(block.source))
    if isinstance(block, Table):
        rows = tuple(tuple(map(clean, row)) for row in block.rows)
        return replace(block, header=tuple(map(clean, block.header)), rows=rows, caption=clean(block.caption))
    return block


def _announcing(blocks: list[Block]) -> int:
    """How many of the last blocks belong to what follows."""
    number = 0
    for block in reversed(blocks):
        if not (isinstance(block, Heading) or (isinstance(block, Paragraph) and block.keep)):
            break
        number += 1
    return number


def _close(found: list[Run], blocks: list[Block], *, landscape: bool) -> None:
    while blocks and isinstance(blocks[-1], PageBreak):
        blocks.pop()
    while found and blocks and isinstance(blocks[0], PageBreak):
        blocks.pop(0)
    if blocks:
        found.append(Run(landscape, tuple(blocks)))


def _joined(found: list[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in found:
        if joined and joined[-1].landscape == run.landscape:
            joined[-1] = Run(run.landscape, (*joined[-1].blocks, *run.blocks))
        else:
            joined.append(run)
    return joined


def heading_levels(blocks: Sequence[Block]) -> dict[int, int]:
    """The level in the outline of each heading block, by its index: begins at 1 below the subject and never jumps."""
    has_subject = any(isinstance(block, Paragraph) and block.style == "subject" for block in blocks)
    levels: dict[int, int] = {}
    before = 1 if has_subject else 0
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            levels[index] = min(block.level + (1 if has_subject else 0), before + 1)
            before = levels[index]
    return levels


def widths(table: Table) -> tuple[float, ...]:
    """Column shares that add up to 1; equal ones when none fit."""
    columns = len(table.header)
    if len(table.widths) != columns or not sum(table.widths):
        return (1 / columns,) * columns
    return tuple(width / sum(table.widths) for width in table.widths)


def kept_whole(table: Table, row: tuple[str, ...]) -> bool:
    """Whether a row is short enough to be kept on one page: at most about half of it."""
    line = _SIGNS_WIDE if table.landscape else _SIGNS_UPRIGHT
    return all(
        _lines(cell, max(1, int(share * line))) <= _HALF_PAGE for cell, share in zip(row, widths(table), strict=False)
    )


def _lines(words: str, room: int) -> int:
    return sum(-(-len(line) // room) or 1 for line in words.split("\n"))
