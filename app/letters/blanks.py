"""Blanks of a letter in work: the label of what is missing, between signs that nothing saved may hold."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from app.domain.letters import Block, Heading, Numbered, Paragraph, Quote, Table

BLANK_OPEN, BLANK_CLOSE = "⟦", "⟧"
"""Around the label of a blank in a preview. Nothing that holds them can be saved."""


def blank(label: str) -> str:
    """A blank as it stands in the text."""
    return f"{BLANK_OPEN}{label}{BLANK_CLOSE}"


def put_in(blocks: Sequence[Block], words: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks with blanks filled, by label; everything else stays as it is."""

    def filled(text: str) -> str:
        for label, answer in words.items():
            text = text.replace(blank(label), answer)
        return text

    return tuple(_with(block, filled) for block in blocks)


def _with(block: Block, filled: Callable[[str], str]) -> Block:
    if isinstance(block, (Paragraph, Heading)):
        return replace(block, text=filled(block.text))
    if isinstance(block, Numbered):
        return replace(block, items=tuple(map(filled, block.items)))
    if isinstance(block, Quote):
        return replace(block, text=filled(block.text), source=filled(block.source))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(map(filled, row)) for row in block.rows), caption=filled(block.caption))
    return block
