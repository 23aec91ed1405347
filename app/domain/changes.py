"""A change and its inverse: one value for undo, history and the record-to-remedy trail."""

from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of one table before and after. `before` None: it was added; `after` None: it was removed. Values are JSON types."""

    table: str
    id: int
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Change:
    """What a person did, in words ("Date changed"), and the rows it touched."""

    words: str
    rows: tuple[RowChange, ...]
    history: int = 0

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.words, tuple(RowChange(r.table, r.id, r.after, r.before) for r in reversed(self.rows)))
