"""What must never leave the house in a letter: blanks, placeholders, claims that the law does not support."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache

from app.domain.letters import Block, Heading, Numbered, Paragraph, Quote, Table
from app.system.paths import resource

_QUOTED = re.compile(r"“[^“”]*”")


def leftovers(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Plain sentences about what is wrong in the letter's own words; empty when nothing is. Words between quotation marks come
    from records: they are not judged, except for our own blanks."""
    blanks, claims = _patterns("blank"), _patterns("claim")
    found: list[str] = []
    for text in texts(blocks):
        own = text if "⟦" in text else _unquoted(text)
        found += [f"There is {why}: {match.group(0)}" for pattern, why in blanks for match in pattern.finditer(own)]
        found += [f"The letter says {why}." for pattern, why in claims if pattern.search(own)]
    return tuple(dict.fromkeys(found))


def _unquoted(text: str) -> str:
    """Without quotations, quotations inside them first."""
    while (shorter := _QUOTED.sub("", text)) != text:
        text = shorter
    return text


def texts(blocks: Sequence[Block]) -> Iterator[str]:
    """Every string of the blocks, in reading order."""
    for block in blocks:
        if isinstance(block, (Paragraph, Heading)):
            yield block.text
        elif isinstance(block, Numbered):
            yield from block.items
        elif isinstance(block, Quote):
            yield from (f"“{block.text}”", block.source)
        elif isinstance(block, Table):
            yield block.caption
            yield from block.header
            for row in block.rows:
                yield from row


@cache
def _patterns(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    raw = tomllib.loads(resource("letters", "never.toml").read_text("utf-8"))
    return tuple((re.compile(entry["pattern"], re.IGNORECASE), entry["why"]) for entry in raw[kind])
