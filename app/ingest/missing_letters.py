"""Letters that our fonts lack. The reading copy shows a box for them, and of each font's first one the typesetter cannot
say which letter it was: it comes back as U+FFFD. The blocks that were laid out still know it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from app.domain.extracted import ExtractedPage
from app.ingest.blocks import Block, plain_text

_LOST = "\ufffd"
_AROUND = 3


def restored(pages: tuple[ExtractedPage, ...], blocks: Sequence[Block]) -> tuple[ExtractedPage, ...]:
    """Pages with the letters that were lost on the way through the reading copy; places of words stay as they are."""
    if not any(_LOST in page.text for page in pages):
        return pages
    source = "".join(plain_text(list(blocks)).split())
    lost = Counter(letter for letter in source if not letter.isascii() and letter != _LOST)
    for page in pages:
        lost.subtract(letter for letter in page.text if not letter.isascii())
    missing = [letter for letter, count in lost.most_common() if count > 0]
    return tuple(replace(page, text=_mended(page.text, missing, source)) for page in pages) if missing else pages


def _mended(text: str, missing: list[str], source: str) -> str:
    out = list(text)
    for at, letter in enumerate(text):
        if letter == _LOST:
            out[at] = _best("".join(out[max(0, at - _AROUND) : at]), text[at + 1 : at + 1 + _AROUND], missing, source)
    return "".join(out)


def _best(before: str, after: str, missing: list[str], source: str) -> str:
    """The missing letter that stands between these neighbours in the source; else the one that is missing most often."""
    before, after = "".join(before.split()), "".join(after.split()).split(_LOST)[0]
    return next((letter for letter in missing if f"{before}{letter}{after}" in source), missing[0])
