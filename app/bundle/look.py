"""What a reader meets on the pages of any bundle: words, numbers in the margins, links. Runs in a child process."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_MARGIN = 0.1
_NUMBER = re.compile(r"(?:[A-Z]{0,3}[-.]?)?(\d{1,5})(?:/\d+)?")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """`words` on the page; the `numbers` printed in its upper and lower tenth; its `jumps` to pages of the same file."""

    words: int
    numbers: frozenset[int]
    jumps: int


def page_facts(pdf: bytes) -> tuple[PageFacts, ...]:
    """The facts of every page, in order; a page that cannot be read has none."""
    import pymupdf  # only bundles of others are read again, and it takes a while to load

    tools: Any = pymupdf.TOOLS
    tools.mupdf_display_errors(False)
    tools.mupdf_display_warnings(False)
    opening: Any = pymupdf.open
    with opening(stream=pdf, filetype="pdf") as document:
        return tuple(_facts(document, at, pymupdf) for at in range(document.page_count))


def _facts(document: Any, at: int, pymupdf: Any) -> PageFacts:
    try:
        page = document[at]
        words = page.get_text("words")
        jumps = sum(1 for link in page.get_links() if link.get("kind") == pymupdf.LINK_GOTO)
        return PageFacts(len(words), frozenset(_numbers(words, page.rect.height)), jumps)
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):
        return PageFacts(0, frozenset(), 0)


def _numbers(words: Any, height: float) -> Iterator[int]:
    for _, top, _, bottom, word, *_ in words:
        if top > height * (1 - _MARGIN) or bottom < height * _MARGIN:
            found = _NUMBER.fullmatch(word)
            if found:
                yield int(found[1])
