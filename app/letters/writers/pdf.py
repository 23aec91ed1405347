"""Blocks as an accessible PDF (PDF/UA-1) through typst."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Any

from app.domain.letters import Block, Heading, Numbered, Paragraph, Quote, Table
from app.letters.layout import LetterMeta, cleaned, heading_levels, kept_whole, runs, widths
from app.system.typesetting import typeset


def write(blocks: Sequence[Block], meta: LetterMeta) -> bytes:
    """The letter as PDF bytes, the same for the same blocks and date. Raises OutputProblem when it cannot be laid out."""
    tidy = cleaned(blocks)
    levels = heading_levels(tidy)
    by_identity = {id(tidy[index]): level for index, level in levels.items()}
    data = {
        "author": meta.author,
        "pages": [
            {"wide": run.landscape, "blocks": [_block(block, by_identity) for block in run.blocks]}
            for run in runs(tidy)
        ],
    }
    return typeset("letter", data, meta.title, timestamp=datetime.combine(meta.made, time(12), UTC))


def _block(block: Block, levels: dict[int, int]) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"type": "paragraph", "style": block.style, "text": block.text, "keep": block.keep}
    if isinstance(block, Heading):
        return {"type": "heading", "text": block.text, "level": levels[id(block)]}
    if isinstance(block, Numbered):
        return {"type": "list", "items": list(block.items), "ordered": block.ordered}
    if isinstance(block, Quote):
        return {"type": "quote", "text": block.text, "source": block.source}
    if isinstance(block, Table):
        return {
            "type": "table",
            "header": list(block.header),
            "rows": [{"cells": list(row), "whole": kept_whole(block, row)} for row in block.rows],
            "widths": list(widths(block)),
            "caption": block.caption,
        }
    return {"type": "break"}
