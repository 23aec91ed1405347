"""Pairs of documents that share enough rare words in a row to be worth comparing: an inverted index of shingles."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

_LENGTH = 3
_COMMON = 24
"""A shingle in more documents than this belongs to a template and tells nothing."""

_MOST = 2_000_000
_LEAST_SHARED = 4
_SHARE = 0.22


def shingles(words: Sequence[str], sample: int = 1) -> frozenset[int]:
    """Hashes of `_LENGTH` words in a row, one of `sample` kept, the same ones in every document."""
    hashed = map(hash, zip(*(words[start:] for start in range(_LENGTH)), strict=False))
    return frozenset(hashed if sample == 1 else (h for h in hashed if h % sample == 0))


def likely_pairs(texts: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Pairs of indexes (smaller first) of texts that share a good part of what only few texts have."""
    sample = 1 + sum(map(len, texts)) // _MOST
    sets = [shingles(words, sample) for words in texts]
    where: defaultdict[int, list[int]] = defaultdict(list)
    for index, found in enumerate(sets):
        for shingle in found:
            where[shingle].append(index)
    sizes: Counter[int] = Counter()
    shared: Counter[tuple[int, int]] = Counter()
    for holders in where.values():
        if len(holders) <= _COMMON:
            sizes.update(holders)
            if len(holders) > 1:
                shared.update(combinations(holders, 2))
    least = max(2, _LEAST_SHARED // sample)
    return sorted(
        pair
        for pair, count in shared.items()
        if count >= least and count >= _SHARE * max(1, min(sizes[pair[0]], sizes[pair[1]]))
    )
