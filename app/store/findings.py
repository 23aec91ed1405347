"""Findings, and the view of the case that finders get."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Integer, case, cast, delete, func, insert, or_, select, update

from app.domain.changes import Row
from app.domain.documents import READABLE_STATUSES
from app.domain.extracted import Box, ExtractedPage
from app.domain.findings import (
    CaseView,
    DocumentView,
    Finding,
    FindingId,
    FindingKind,
    FindingStatus,
    Found,
    OtherPlace,
    PageView,
)
from app.domain.ids import DocumentId
from app.domain.mails import HeldMessage
from app.domain.parts import PageMap, PartRange
from app.store.boxes import of_file, unpacked, with_seen
from app.store.mails import Mails
from app.store.parts import SPLIT, Parts
from app.store.tables import disclosures, documents, events, findings, pages

_HELD = documents.c.status.in_([s.value for s in READABLE_STATUSES]) & documents.c.duplicate_of.is_(None)
_SIGNS = ("redacted", "removed", "withheld", "third", "xx", "██", "▇▇", "■■", "▓▓", "****", "anonymi", "blanked")
"""Pages with one of these may say in words that something was taken out; their words are needed with places."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What `keep` did: how many were added and taken away, and how many decisions of a person stayed."""

    added: int = 0
    removed: int = 0
    decided: int = 0


class Findings:
    """Findings by kind and document."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, kind: str | None = None, document: int | None = None) -> tuple[Finding, ...]:
        """Findings by document, page and place; of one document also those that compare it with another."""
        query = select(findings).order_by(findings.c.document_id, findings.c.page, findings.c.kind, findings.c.id)
        if kind is not None:
            query = query.where(findings.c.kind == kind)
        ranges = Parts(self._connection).map()
        part = ranges.part(document) if document is not None else None
        if part is not None:
            query = query.where(
                _in_part(findings.c.document_id, findings.c.page, part)
                | _in_part(findings.c.other_document_id, findings.c.other_page, part)
            )
        elif document is not None:
            query = query.where((findings.c.document_id == document) | (findings.c.other_document_id == document))
            ranges = PageMap()
        return tuple(_finding(row, ranges) for row in self._connection.execute(query).mappings())

    def get(self, finding: int) -> Finding:
        """One finding; LookupError when there is none."""
        query = select(findings).where(findings.c.id == finding)
        row = self._connection.execute(query).mappings().first()
        if row is None:
            raise LookupError("no such finding")
        return _finding(row, Parts(self._connection).map())

    def keep(self, kinds: Iterable[FindingKind], found: Iterable[Found]) -> Kept:
        """Make the findings of these kinds be `found`. A row that was found before keeps its id and status, and one that
        a person decided stays even when the rules do not find it any more."""
        query = select(findings).where(findings.c.kind.in_([k.value for k in kinds]))
        before = {(r["kind"], r["document_id"], r["key"]): dict(r) for r in self._connection.execute(query).mappings()}
        ranges = Parts(self._connection).map()
        rows = [_row(f, ranges) for f in found]
        now = {(row["kind"], row["document_id"], row["key"]): row for row in rows}
        new = [row for name, row in now.items() if name not in before]
        if new:
            self._connection.execute(insert(findings), new)
        for name in now.keys() & before.keys():
            changed = {column: value for column, value in now[name].items() if before[name][column] != value}
            if changed:
                self._connection.execute(update(findings).where(findings.c.id == before[name]["id"]).values(changed))
        undecided = {name for name, row in before.items() if row["status"] == FindingStatus.OPEN.value}
        gone = undecided - now.keys()
        for name in gone:
            self._connection.execute(delete(findings).where(findings.c.id == before[name]["id"]))
        return Kept(len(new), len(gone), len(before) - len(undecided))

    def view(self) -> CaseView:
        """Everything that finders may look at."""
        texts = self._pages()
        query = (
            select(
                documents.c.id, documents.c.kind, documents.c.date, documents.c.title, documents.c.format,
                documents.c.parent_id, documents.c.extra, disclosures.c.received, documents.c.disclosure_id,
            )
            .join(disclosures, disclosures.c.id == documents.c.disclosure_id)
            .where(_HELD, documents.c.pages > 0, documents.c.split != SPLIT)
            .order_by(documents.c.id)
        )  # fmt: skip
        mails: defaultdict[int, list[HeldMessage]] = defaultdict(list)
        for held in Mails(self._connection).all():
            mails[held.document].append(held)
        rows = self._connection.execute(query).mappings()
        return CaseView(
            tuple(_view(row, texts.get(row["id"], ()), tuple(mails.get(row["id"], ()))) for row in rows), self._names()
        )

    def _names(self) -> tuple[str, ...]:
        return tuple(path.rsplit("/", 1)[-1] for (path,) in self._connection.execute(select(documents.c.path)))

    def _pages(self) -> dict[int, tuple[PageView, ...]]:
        signs = [pages.c.text.contains(sign, autoescape=True) for sign in _SIGNS]
        marked = or_(func.length(pages.c.boxes) > len("{}"), *signs)
        words = case((marked, pages.c.words), else_=b"").label("words")
        query = (
            select(
                pages.c.document_id, pages.c.number, pages.c.text, pages.c.width, pages.c.height, pages.c.scan,
                pages.c.boxes, words,
            )
            .join(documents, documents.c.id == pages.c.document_id)
            .where(_HELD)
            .order_by(pages.c.document_id, pages.c.number)
        )  # fmt: skip
        ranges = Parts(self._connection).map()
        rows = (
            (row, *ranges.shown(row["document_id"], row["number"]))
            for row in self._connection.execute(query).mappings()
        )
        grouped = groupby(rows, key=itemgetter(1))
        return {known: tuple(_page(row, number) for row, _, number in group) for known, group in grouped}

    def not_looked(self) -> dict[int, list[tuple[int, bool, int]]]:
        """Pages whose boxes nobody looked for yet, by document: (number, whether its picture was read, degrees it was turned).
        Pages that wait to be read will be looked at then."""
        query = (
            select(pages.c.document_id, pages.c.number, pages.c.ocr == "done", pages.c.rotation)
            .join(documents, documents.c.id == pages.c.document_id)
            .where(_HELD, pages.c.boxes == "", pages.c.ocr != "pending")
            .order_by(pages.c.document_id, pages.c.number)
        )
        found = self._connection.execute(query)
        return {known: [(n, bool(s), t) for _, n, s, t in group] for known, group in groupby(found, key=lambda r: r[0])}

    def set_boxes(self, document: int, found: Mapping[int, tuple[ExtractedPage, bool]]) -> None:
        """Keep the boxes of pages by their number; the second value tells whether they were seen on the picture."""
        for number, (page, scan) in found.items():
            where = (pages.c.document_id == document) & (pages.c.number == number)
            column = with_seen("{}", page) if scan else of_file(page)
            self._connection.execute(update(pages).where(where).values(boxes=column))

    def decisions(self) -> int:
        """How many things a person decided: facts of documents, entries of the timeline, findings."""
        facts = sum(cast(documents.c[f"{name}_decided"], Integer) for name in ("kind", "organisation", "date", "title"))
        queries = (
            select(func.coalesce(func.sum(facts), 0)),
            select(func.count()).select_from(events).where(events.c.decided.is_(True)),
            select(func.count()).select_from(findings).where(findings.c.status != FindingStatus.OPEN.value),
        )
        return sum(int(self._connection.execute(query).scalar() or 0) for query in queries)

    def readable(self) -> tuple[int, ...]:
        """Documents with pages that were read, in order; for a split file its parts."""
        query = (
            select(documents.c.id)
            .where(_HELD, documents.c.pages > 0, documents.c.split != SPLIT)
            .order_by(documents.c.id)
        )
        return tuple(row[0] for row in self._connection.execute(query))

    def set_shares(self, shares: Mapping[int, float]) -> None:
        """Fill `redacted_area` of documents: these, and 0 for all others."""
        self._fill("redacted_area", shares, 0.0)

    def set_groups(self, groups: Mapping[int, int]) -> None:
        """Fill `version_group` of documents: these, and none for all others."""
        self._fill("version_group", groups, None)

    def _fill(self, name: str, values: Mapping[int, Any], rest: Any) -> None:
        column = documents.c[name]
        known = {row[0]: row[1] for row in self._connection.execute(select(documents.c.id, column))}
        for document, value in known.items():
            wanted = values.get(document, rest)
            if value != wanted:
                self._connection.execute(update(documents).where(documents.c.id == document).values({name: wanted}))


def _in_part(document: Column[Any], page: Column[Any], part: PartRange) -> ColumnElement[bool]:
    return (document == part.whole) & page.between(part.first, part.last)


def _page(row: Any, number: int) -> PageView:
    boxes = unpacked(row["boxes"])
    return PageView(
        number, row["text"], row["width"], row["height"], row["scan"], boxes.all, boxes.unsafe, row["words"]
    )


def _view(row: Any, found: tuple[PageView, ...], mails: tuple[HeldMessage, ...]) -> DocumentView:
    mail = json.loads(row["extra"] or "{}").get("mail") or {}
    return DocumentView(
        DocumentId(row["id"]), row["kind"], row["date"], row["title"], row["format"], found,
        DocumentId(row["parent_id"]) if row["parent_id"] else None, mail.get("message_id", ""),
        (row["received"], row["disclosure_id"]), mails,
    )  # fmt: skip


def _row(found: Found, ranges: PageMap) -> Row:
    """A finding as columns; what is on a part is kept under the page of its file."""
    other = found.other
    document, page = ranges.in_file(int(found.document), found.page)
    other_document, other_page = ranges.in_file(int(other.document), other.page) if other else (None, 0)
    part = ranges.part(int(found.document))
    return {
        "kind": found.kind.value, "document_id": document, "page": page,
        "key": f"{part.first}:{found.key}" if part else found.key,
        "quote": found.quote, "rects": json.dumps([[round(v, 2) for v in rect] for rect in found.rects]),
        "other_document_id": other_document, "other_page": other_page,
        "other_quote": other.quote if other else "", "detail": json.dumps(found.detail), "reason": found.reason,
    }  # fmt: skip


def _finding(row: Any, ranges: PageMap) -> Finding:
    document, page = ranges.shown(row["document_id"], row["page"])
    known, other_page = ranges.shown(row["other_document_id"] or 0, row["other_page"])
    return Finding(
        FindingId(row["id"]), FindingKind(row["kind"]), DocumentId(document), page, row["quote"],
        _rects(row["rects"]), OtherPlace(DocumentId(known), other_page, row["other_quote"]) if known else None,
        json.loads(row["detail"] or "{}"), row["reason"], FindingStatus(row["status"]),
    )  # fmt: skip


def _rects(column: str) -> tuple[Box, ...]:
    return tuple((x0, y0, x1, y1) for x0, y0, x1, y1 in json.loads(column or "[]"))
