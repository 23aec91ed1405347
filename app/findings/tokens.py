"""Words of documents for comparing: folded so that typography and the usual slips of OCR make no difference."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.findings import DocumentView

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_FURNITURE = re.compile(r"^[ \t]*(?:page|p\.?)\s*\d+\s*(?:of|/)\s*\d+[ \t]*$", re.IGNORECASE | re.MULTILINE)
_LOOK_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "!": "l", "5": "s", "8": "b", "’": "'", "j": "l"})
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ll", "l"), ("ii", "l"), ("tt", "t"))


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `word` in lower case, its page (index from 0) and its place in the page's text."""

    word: str
    page: int
    start: int
    end: int


def look_alike(word: str) -> str:
    """The same for words that OCR takes for each other: letters and digits of one shape are one."""
    folded = word.lower().translate(_LOOK_ALIKE)
    for pair, one in _PAIRS:
        folded = folded.replace(pair, one)
    return folded


def plain_words(document: DocumentView) -> list[str]:
    """All words in order, folded, without places: the quick way for whole cases."""
    text = "\n".join(_FURNITURE.sub("", page.text) for page in document.pages).lower().translate(_LOOK_ALIKE)
    return _WORD.findall(text.replace("rn", "m").replace("cl", "d"))


def tokens(document: DocumentView) -> tuple[Token, ...]:
    """All words with their places; "Page 2 of 5" on a line of its own is left out."""
    return tuple(_tokens(document))


def _tokens(document: DocumentView) -> Iterator[Token]:
    for index, page in enumerate(document.pages):
        bare = _FURNITURE.sub(lambda match: " " * len(match[0]), page.text)
        for match in _WORD.finditer(bare):
            yield Token(match[0].lower().replace("’", "'"), index, match.start(), match.end())


def vocabulary(documents: Iterable[DocumentView]) -> frozenset[str]:
    """Words that exist, as far as the digital pages of a case show; in lower case, without figures."""
    found: set[str] = set()
    for document in documents:
        for page in document.pages:
            if not page.scan:
                found.update(_WORD.findall(page.text.lower().replace("’", "'")))
    return frozenset(word for word in found if word.isalpha() or "'" in word)
