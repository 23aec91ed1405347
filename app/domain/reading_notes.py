"""How the text of a page came about, where that is worth saying: short codes for the store, sentences for people."""

from collections.abc import Iterable
from typing import Final

MIXED: Final = "mixed"
GARBLED: Final = "garbled"
POOR_LAYER: Final = "poor-layer"
SECOND: Final = "second-reader"
BETTER: Final = "could-be-better"

_SENTENCES: Final = {
    MIXED: "This page has text of its own and a picture with words. We read both.",
    GARBLED: "The text in this file was scrambled, so we read the page from its picture.",
    POOR_LAYER: "Somebody's computer had read this page badly, so we read it again from its picture.",
    SECOND: "Parts of this page are hard to read, such as handwriting. Check its words with the page.",
    BETTER: "This page could be read better. The part of Fairfile that reads handwriting is not on this computer.",
}


def packed(codes: Iterable[str]) -> str:
    """For a column."""
    return " ".join(codes)


def unpacked(column: str) -> tuple[str, ...]:
    """The inverse of `packed`."""
    return tuple(column.split())


def sentences(codes: Iterable[str]) -> tuple[str, ...]:
    """What to tell people; unknown codes, as from a newer version, say nothing."""
    return tuple(_SENTENCES[code] for code in codes if code in _SENTENCES)
