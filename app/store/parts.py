"""Parts of giant files: boundaries as suggested and decided, and the rows of documents that stand for ranges of pages."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from app.domain.changes import Row
from app.domain.documents import Status
from app.domain.parts import Boundary, PageMap, PartLabel, PartRange
from app.store.tables import boundaries, documents, pages

IS_PART = documents.c.part_first > 0
ALIVE = documents.c.status != Status.JOINED
SPLIT = "split"


@dataclass(frozen=True, slots=True)
class BoundaryRow:
    """A boundary as kept. `on`: a document begins here; `decided`: a person said so (or said that none does).
    `label` is what understanding made of pages `page` to `last`."""

    id: int
    page: int
    confidence: float
    reasons: tuple[str, ...]
    on: bool
    decided: bool
    label: PartLabel
    last: int


class Parts:
    """Files and their parts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def map(self) -> PageMap:
        """Every part there is."""
        columns = (
            documents.c.id,
            documents.c.parent_id,
            documents.c.part_first,
            documents.c.part_last,
            documents.c.title,
            documents.c.path,
        )
        found = self._connection.execute(select(*columns).where(IS_PART, ALIVE))
        return PageMap(PartRange(*row) for row in found)

    def range_of(self, document: int) -> PartRange | None:
        """The range of one part; None for any other document."""
        columns = (documents.c.id, documents.c.parent_id, documents.c.part_first, documents.c.part_last)
        found = self._connection.execute(select(*columns).where(documents.c.id == document, IS_PART)).first()
        return PartRange(*found) if found else None

    def ranges(self) -> dict[int, PartRange]:
        """The ranges of all parts, by document."""
        columns = (documents.c.id, documents.c.parent_id, documents.c.part_first, documents.c.part_last)
        return {row[0]: PartRange(*row) for row in self._connection.execute(select(*columns).where(IS_PART))}

    def in_file(self, document: int, page: int) -> tuple[int, int]:
        """(file, page of the file) of a page."""
        part = self.range_of(document)
        return PageMap([part] if part else ()).in_file(document, page)

    def boundaries(self, whole: int) -> tuple[BoundaryRow, ...]:
        """Boundaries of a file in order of pages, the first page among them."""
        query = select(boundaries).where(boundaries.c.document_id == whole).order_by(boundaries.c.page)
        return tuple(_boundary(row) for row in self._connection.execute(query).mappings())

    def suggest(self, whole: int, found: Iterable[Boundary]) -> None:
        """Make the suggestions of a file be `found`; what a person decided stays."""
        mine = boundaries.c.document_id == whole
        self._connection.execute(delete(boundaries).where(mine, boundaries.c.decided.is_(False)))
        decided = {row.page for row in self.boundaries(whole)}
        first = Boundary(1, 1.0, ("The file begins here.",), True)
        rows = [_row(whole, boundary) for boundary in (first, *found) if boundary.page not in decided]
        if rows:
            self._connection.execute(insert(boundaries), rows)

    def set_labels(self, whole: int, labels: Mapping[tuple[int, int], PartLabel]) -> None:
        """Keep what understanding made of ranges (first, last) of pages."""
        for (first, last), label in labels.items():
            where = (boundaries.c.document_id == whole) & (boundaries.c.page == first)
            values = {"label": json.dumps({**asdict(label), "last": last})}
            self._connection.execute(update(boundaries).where(where).values(values))

    def files_of(self, known: Iterable[int]) -> set[int]:
        """The files that these boundaries (row ids) belong to."""
        query = select(boundaries.c.document_id).where(boundaries.c.id.in_(list(known)))
        return {int(row[0]) for row in self._connection.execute(query)}

    def looked_at(self, state: str) -> tuple[int, ...]:
        """Files in a state of splitting."""
        query = select(documents.c.id).where(documents.c.split == state, documents.c.duplicate_of.is_(None))
        return tuple(row[0] for row in self._connection.execute(query.order_by(documents.c.id)))

    def sync(self, whole: int, starts: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Make the parts of a file begin at `starts` (pages from 1, the first page among them; one alone: no parts).
        (parts that are new or have other pages now, parts that are no more)."""
        raw = dict(self._connection.execute(select(documents).where(documents.c.id == whole)).mappings().one())
        ends = [*(page - 1 for page in starts[1:]), raw["pages"]]
        wanted = dict(zip(starts, ends, strict=True)) if len(starts) > 1 else {}
        rows = self._rows(whole)
        placed = _matched(rows, wanted)
        gone = [row["id"] for row in rows if row["status"] != Status.JOINED and row["id"] not in placed.values()]
        for known in gone:
            self._edit(known, {"status": Status.JOINED.value, "path": f"{raw['path']}/joined {known}"})
        changed = [self._place(raw, placed.get(first), first, last, rows) for first, last in wanted.items()]
        return tuple(known for known in changed if known), tuple(gone)

    def _rows(self, whole: int) -> list[Row]:
        query = select(documents).where(documents.c.parent_id == whole, IS_PART).order_by(documents.c.part_first)
        return [dict(row) for row in self._connection.execute(query).mappings()]

    def _place(self, raw: Row, known: int | None, first: int, last: int, rows: Sequence[Row]) -> int:
        """Give a part its pages; its id when that changed anything, else 0."""
        values = {
            "part_first": first, "part_last": last, "pages": last - first + 1, "status": Status.READY.value,
            "path": f"{raw['path']}/pages {first}-{last}" if last > first else f"{raw['path']}/page {first}",
            "scanned_pages": self._scans(raw["id"], first, last),
        }  # fmt: skip
        if known is None:
            new = {"disclosure_id": raw["disclosure_id"], "parent_id": raw["id"], "format": raw["format"], **values}
            key = self._connection.execute(insert(documents).values(new)).inserted_primary_key
            return int(key[0]) if key else 0
        before = next(row for row in rows if row["id"] == known)
        if all(before[name] == value for name, value in values.items()):
            return 0
        self._edit(known, values)
        return known

    def _scans(self, whole: int, first: int, last: int) -> int:
        query = select(pages.c.id).where(
            pages.c.document_id == whole, pages.c.number.between(first, last), pages.c.scan.is_(True)
        )
        return len(self._connection.execute(query).all())

    def _edit(self, document: int, values: Row) -> None:
        self._connection.execute(update(documents).where(documents.c.id == document).values(values))


def _matched(rows: Sequence[Row], wanted: Mapping[int, int]) -> dict[int, int]:
    """First page to the part that shall begin there: the one that does, one whose boundary was moved, or one that did before."""
    alive = {row["part_first"]: row["id"] for row in rows if row["status"] != Status.JOINED}
    before = {row["part_first"]: row["id"] for row in rows if row["status"] == Status.JOINED}
    placed = {first: alive[first] for first in wanted if first in alive}
    free = [first for first in alive if first not in placed]
    for first in (page for page in wanted if page not in placed):
        moved = next(
            (page for page in free if not any(min(first, page) < kept < max(first, page) for kept in placed)), None
        )
        if moved is not None:
            free.remove(moved)
            placed[first] = alive[moved]
        elif first in before:
            placed[first] = before[first]
    return placed


def _row(whole: int, boundary: Boundary) -> dict[str, Any]:
    return {
        "document_id": whole, "page": boundary.page, "confidence": boundary.confidence, "reasons": json.dumps(boundary.reasons),
        "on": boundary.suggested,
    }  # fmt: skip


def _boundary(row: Any) -> BoundaryRow:
    label = json.loads(row["label"] or "{}")
    last = int(label.pop("last", 0))
    return BoundaryRow(
        row["id"], row["page"], row["confidence"], tuple(json.loads(row["reasons"] or "[]")), row["on"], row["decided"],
        PartLabel(**label), last,
    )  # fmt: skip
