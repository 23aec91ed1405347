"""Two documents laid word by word against each other: what is the same, what differs, which pages one of them lacks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Indel, Levenshtein

from app.domain.findings import DocumentView
from app.findings.tokens import Token, look_alike, tokens

_MOST_CELLS = 1_500_000_000
_PAGE_LACKS = 0.2
_FEW_WORDS = 8
_CLOSE = 0.8
_SHORT = (
    "a i no not if in is it of on or to at as by he me my we us up so do go an be am was has had did may can and but"
)
_SHORT_WORDS = frozenset(_SHORT.split(" "))
"""Words of at most two or three letters that mean something: they are never noise."""

_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Difference:
    """Words `[i0, i1)` of the first document stand where `[j0, j1)` of the second do; either may be empty."""

    i0: int
    i1: int
    j0: int
    j1: int


@dataclass(frozen=True)
class Alignment:
    """`first` and `second` with the words that differ; what only the scanner makes different is not among `differences`."""

    first: DocumentView
    second: DocumentView
    one: tuple[Token, ...]
    two: tuple[Token, ...]
    differences: tuple[Difference, ...]

    @cached_property
    def lacking(self) -> tuple[frozenset[int], frozenset[int]]:
        """Pages (indexes) of the first that the second lacks, and the other way round."""
        gone_one = _counts(self.one, [(d.i0, d.i1) for d in self.differences])
        gone_two = _counts(self.two, [(d.j0, d.j1) for d in self.differences])
        return _whole(self.one, gone_one), _whole(self.two, gone_two)

    @cached_property
    def similarity(self) -> float:
        """Share of the words that agree, 0 to 1, on the pages that both have."""
        mine, theirs = self.lacking
        left = sum(token.page not in mine for token in self.one) + sum(token.page not in theirs for token in self.two)
        lost = sum(
            sum(token.page not in mine for token in self.one[d.i0 : d.i1])
            + sum(token.page not in theirs for token in self.two[d.j0 : d.j1])
            for d in self.differences
        )
        return 1 - lost / left if left else 0.0


def align(first: DocumentView, second: DocumentView) -> Alignment:
    """Lay two documents against each other."""
    one, two = tokens(first), tokens(second)
    scanned = any(page.scan for page in (*first.pages, *second.pages))
    fold = look_alike if scanned else str
    a, b = [fold(t.word) for t in one], [fold(t.word) for t in two]
    found = [d for d in _joined(_raw(a, b)) if not (scanned and _is_noise(first, second, one, two, d))]
    return Alignment(first, second, one, two, tuple(found))


def _raw(a: Sequence[str], b: Sequence[str]) -> list[Difference]:
    """The differing stretches; documents that are too long to compare at once are taken in equal parts."""
    parts = 1 + len(a) * len(b) // _MOST_CELLS
    found: list[Difference] = []
    for part in range(parts):
        i0, i1 = len(a) * part // parts, len(a) * (part + 1) // parts
        j0, j1 = len(b) * part // parts, len(b) * (part + 1) // parts
        for op in Indel.opcodes(a[i0:i1], b[j0:j1]):
            if op.tag != "equal":
                found.append(Difference(i0 + op.src_start, i0 + op.src_end, j0 + op.dest_start, j0 + op.dest_end))
    return found


def _joined(raw: Sequence[Difference]) -> list[Difference]:
    """Differences that touch, or have but one short word between them, as one."""
    out: list[Difference] = []
    for d in raw:
        last = out[-1] if out else None
        if last and d.i0 - last.i1 <= 1 and d.j0 - last.j1 <= 1:
            out[-1] = Difference(last.i0, d.i1, last.j0, d.j1)
        else:
            out.append(d)
    return out


def _is_noise(
    first: DocumentView, second: DocumentView, one: Sequence[Token], two: Sequence[Token], d: Difference
) -> bool:
    """Whether a difference is such as OCR makes: letters of like shape, words joined or parted, specks."""
    mine, theirs = [t.word for t in one[d.i0 : d.i1]], [t.word for t in two[d.j0 : d.j1]]
    at = one[d.i0].page if mine else None
    other = two[d.j0].page if theirs else None
    seen_one = at is not None and first.pages[at].scan
    seen_two = other is not None and second.pages[other].scan
    if not (seen_one or seen_two):
        return False
    if mine and theirs:
        a, b = "".join(map(look_alike, mine)), "".join(map(look_alike, theirs))
        return a == b or (
            not _DIGITS.search("".join((*mine, *theirs)))
            and abs(len(mine) - len(theirs)) <= 2
            and Levenshtein.normalized_similarity(a, b) >= _CLOSE
        )
    return all(len(word) <= 2 and word not in _SHORT_WORDS and not word.isdigit() for word in mine or theirs)


def _counts(found: Sequence[Token], gone: Sequence[tuple[int, int]]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for start, end in gone:
        for token in found[start:end]:
            counts[token.page] = counts.get(token.page, 0) + 1
    return counts


def _whole(found: Sequence[Token], gone: dict[int, int]) -> frozenset[int]:
    """Pages of which next to nothing is matched."""
    size: dict[int, int] = {}
    for token in found:
        size[token.page] = size.get(token.page, 0) + 1
    return frozenset(
        page
        for page, count in size.items()
        if count >= _FEW_WORDS and gone.get(page, 0) >= (1 - _PAGE_LACKS) * count and len(size) > 1
    )
