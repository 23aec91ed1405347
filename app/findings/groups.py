"""Documents that are one record, from pairs of versions."""

from collections.abc import Iterable


def grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The group of every document in a pair: the smallest document of all that hang together."""
    parent: dict[int, int] = {}

    def root(known: int) -> int:
        while parent.setdefault(known, known) != known:
            known = parent[known]
        return known

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    return {known: root(known) for known in parent}
