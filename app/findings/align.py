"""Two documents laid word by word against each other: what is the same, what differs, which pages one of them lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Indel

from app.domain.findings import DocumentView
from app.findings.differences import Difference
from app.findings.slips import Slips
from app.findings.tokens import Token, look_alike, tokens

_MOST_CELLS = 1_500_000_000
_PAGE_LACKS = 0.2
_FEW_WORDS = 8


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


def align(first: DocumentView, second: DocumentView, known: frozenset[str] = frozenset()) -> Alignment:
    """Lay two documents against each other. `known` are words of digital text: they are no slips of a scanner."""
    one, two = tokens(first), tokens(second)
    scanned = any(page.scan for page in (*first.pages, *second.pages))
    fold = look_alike if scanned else str
    raw = _raw([fold(t.word) for t in one], [fold(t.word) for t in two])
    found = _joined(raw, 0)
    if scanned:
        slips = Slips(first, second, one, two, known)
        found = [d for d in found if not slips.is_slip(d)]
    return Alignment(first, second, one, two, tuple(_joined(found, 1)))


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


def _joined(raw: Sequence[Difference], between: int) -> list[Difference]:
    """Differences with at most `between` words between them as one."""
    out: list[Difference] = []
    for d in raw:
        last = out[-1] if out else None
        if last and d.i0 - last.i1 <= between and d.j0 - last.j1 <= between:
            out[-1] = Difference(last.i0, d.i1, last.j0, d.j1)
        else:
            out.append(d)
    return out


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
