"""Words of one family: plural, tenses, and British beside American spelling (behaviour, behavior; organise, organize)."""

import re
import threading
from collections.abc import Iterable
from functools import lru_cache

import snowballstemmer

_LOCAL = threading.local()
_SPELLINGS = (
    (re.compile(r"isation(s?)$"), r"ization\1"),
    (re.compile(r"is(e|es|ed|ing|er|ers)$"), r"iz\1"),
    (re.compile(r"ys(e|es|ed|ing)$"), r"yz\1"),
    (re.compile(r"our(s|ed|ing|al|ally|able|ful)?$"), r"or\1"),
    (re.compile(r"([^aeiou])re(s?)$"), r"\1er\2"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
    (re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"ence(s?)$"), r"ense\1"),
    (re.compile(r"^programme"), "program"),
)
_SHORT = 3
_PREFIX = 4


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """The root that a family of words shares; not a word itself. Words of up to three letters are their own root."""
    folded = word.lower().replace("ae", "e").replace("oe", "e") if len(word) > 5 else word.lower()
    if len(folded) <= _SHORT or not folded.isalpha():
        return folded
    for pattern, spelling in _SPELLINGS:
        folded = pattern.sub(spelling, folded)
    return str(_stemmer().stemWord(folded))


def _stemmer() -> snowballstemmer.stemmer:
    if not hasattr(_LOCAL, "english"):
        _LOCAL.english = snowballstemmer.stemmer("english")
    return _LOCAL.english


def family(word: str, terms: Iterable[str]) -> list[str]:
    """`word` and those of `terms` that share its root, the word first."""
    own = word.lower()
    wanted = root(own)
    return [own, *sorted(term for term in set(terms) if term != own and root(term) == wanted)]


def start_of(word: str) -> str:
    """What all words of the family begin with."""
    return word.lower()[:_PREFIX]
