"""Received files and the disclosures they came in."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from app.domain.changes import Row
from app.domain.documents import Disclosure, DocumentDetail, DocumentRow, ReadState, Status
from app.domain.extracted import Hidden, MailHeaders
from app.domain.ids import DisclosureId, DocumentId, OrganisationId, RequestId
from app.domain.parts import PageMap
from app.domain.suggestions import OtherDate
from app.store.parts import ALIVE, IS_PART, Parts
from app.store.tables import disclosures, documents, marks, organisations, pages
from app.store.tags import Tags

_LIST = [c for c in documents.c if c.name not in ("extra", "copy_sha256", "last_opened", "problem_code")]


class Documents:
    """Rows of received files, one for every place a file came from."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def disclosure_for(self, given_key: str) -> int | None:
        """The disclosure of the same delivery, if it was begun before."""
        query = select(disclosures.c.id).where(disclosures.c.given_key == given_key)
        return self._connection.execute(query).scalar()

    def add_disclosure(self, values: Row) -> int:
        """Begin a delivery."""
        result = self._connection.execute(insert(disclosures).values(values))
        key = result.inserted_primary_key
        return int(key[0]) if key else 0

    def edit_disclosure(self, disclosure: int, values: Row) -> None:
        """Change facts of a delivery."""
        self._connection.execute(update(disclosures).where(disclosures.c.id == disclosure).values(values))

    def disclosure_row(self, disclosure: int) -> Row:
        """All columns; LookupError when there is none."""
        found = self._connection.execute(select(disclosures).where(disclosures.c.id == disclosure)).mappings().first()
        if found is None:
            raise LookupError("no such delivery")
        return dict(found)

    def unfinished(self) -> tuple[int, ...]:
        """Deliveries that were begun and not finished."""
        query = select(disclosures.c.id).where(disclosures.c.finished == "").order_by(disclosures.c.id)
        return tuple(row[0] for row in self._connection.execute(query))

    def disclosures(self) -> tuple[Disclosure, ...]:
        """All deliveries, oldest first; `number` counts within an organisation."""
        counted = select(documents.c.disclosure_id, func.count()).where(~IS_PART).group_by(documents.c.disclosure_id)
        files = _pairs(self._connection, counted)
        found = self._connection.execute(
            select(disclosures, organisations.c.name)
            .outerjoin(organisations, organisations.c.id == disclosures.c.organisation_id)
            .order_by(disclosures.c.received, disclosures.c.id)
        ).mappings()
        seen: defaultdict[int | None, int] = defaultdict(int)
        result = []
        for row in found:
            seen[row["organisation_id"]] += 1
            result.append(
                Disclosure(
                    DisclosureId(row["id"]), _org(row["organisation_id"]), row["name"] or "", row["received"],
                    RequestId(row["request_id"]) if row["request_id"] else None, row["started"], row["finished"],
                    seen[row["organisation_id"]], files.get(row["id"], 0),
                )
            )  # fmt: skip
        return tuple(result)

    def add(self, values: Row) -> DocumentId:
        """A received file."""
        result = self._connection.execute(insert(documents).values(values))
        key = result.inserted_primary_key
        return DocumentId(int(key[0]) if key else 0)

    def edit(self, document: int, values: Row) -> None:
        """Change what the program knows of a file (a person's decisions go through the audit)."""
        self._connection.execute(update(documents).where(documents.c.id == document).values(values))

    def raw(self, document: int) -> Row:
        """All columns; LookupError when there is no such document."""
        found = self._connection.execute(select(documents).where(documents.c.id == document)).mappings().first()
        if found is None:
            raise LookupError("no such document")
        return dict(found)

    def held(self, sha256: str) -> DocumentId | None:
        """The document that keeps these bytes, if they came before."""
        query = select(documents.c.id).where(
            documents.c.sha256 == sha256, documents.c.duplicate_of.is_(None), documents.c.status != Status.JUNK
        )
        found = self._connection.execute(query.order_by(documents.c.id)).scalar()
        return DocumentId(found) if found is not None else None

    def known(self, disclosure: int) -> dict[tuple[str, str], int]:
        """(path, sha256) -> document of a delivery: what an earlier run of the same import finished."""
        query = select(documents.c.path, documents.c.sha256, documents.c.id).where(
            documents.c.disclosure_id == disclosure
        )
        return {(path, sha): doc for path, sha, doc in self._connection.execute(query)}

    def copy_hash(self, document: int) -> str:
        """The hash of the PDF to show: the reading copy, or the original when that is a PDF; '' when there is none."""
        row = self.raw(document)
        if row["duplicate_of"] or row["part_first"]:
            return self.copy_hash(row["duplicate_of"] or row["parent_id"])
        if row["copy_sha256"]:
            return str(row["copy_sha256"])
        return str(row["sha256"]) if row["format"] == "pdf" and row["pages"] else ""

    def waiting(self, disclosure: int) -> list[Row]:
        """Files of a delivery that are copied in and not read yet, in the order they came."""
        mine = (documents.c.disclosure_id == disclosure) & (documents.c.status == Status.WAITING)
        wanted = (documents.c.id, documents.c.path, documents.c.sha256, documents.c.bytes, documents.c.parent_id)
        query = select(*wanted).where(mine).order_by(documents.c.id)
        return [dict(row) for row in self._connection.execute(query).mappings()]

    def depth(self, document: int) -> int:
        """How many files this one lies inside of."""
        depth, parent = 0, self.raw(document)["parent_id"]
        while parent:
            depth, parent = depth + 1, self.raw(parent)["parent_id"]
        return depth

    def of_disclosure(self, disclosure: int) -> list[Row]:
        """Every file of a delivery with all columns, in the order they came; parts of files are no files."""
        mine = (documents.c.disclosure_id == disclosure) & ~IS_PART
        query = select(documents).where(mine).order_by(documents.c.id)
        return [dict(row) for row in self._connection.execute(query).mappings()]

    def rows(self, only: Sequence[int] | None = None) -> tuple[DocumentRow, ...]:
        """Documents as lists show them, in order of id: parts of split files too; files that wait to be read are not among them."""
        query: Select[Any] = select(*_LIST, organisations.c.name.label("organisation_name")).outerjoin(
            organisations, organisations.c.id == documents.c.organisation_id
        )
        query = query.where(documents.c.status != Status.WAITING, ALIVE)
        if only is not None:
            query = query.where(documents.c.id.in_(only))
        found = self._connection.execute(query.order_by(documents.c.id)).mappings().all()
        helper = _Extras(self._connection, {d.id: d.number for d in self.disclosures()})
        return tuple(helper.row(item) for item in found)

    def row(self, document: int) -> DocumentRow:
        """One file; LookupError when there is none."""
        found = self.rows([document])
        if not found:
            raise LookupError("no such document")
        return found[0]

    def detail(self, document: int) -> DocumentDetail:
        """A file with everything known of it."""
        raw = self.raw(document)
        extra = json.loads(raw["extra"] or "{}")
        children = [
            r[0]
            for r in self._connection.execute(select(documents.c.id).where(documents.c.parent_id == document, ALIVE))
        ]
        mail = extra.get("mail")
        if mail:
            listed: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in mail.items()}
            mail = MailHeaders(**listed)
        return DocumentDetail(
            self.row(document), extra.get("properties", {}), tuple(Hidden(**h) for h in extra.get("hidden", ())), mail,
            self.rows(children) if children else (), extra.get("note", ""),
            tuple(OtherDate(**other) for other in extra.get("other_dates", ())),
        )  # fmt: skip

    def other_dates(self) -> dict[int, list[dict[str, Any]]]:
        """Document to its further dates, fields of `OtherDate`, for those that have any."""
        query = select(documents.c.id, documents.c.extra).where(documents.c.extra.contains('"other_dates": [{'))
        return {doc: json.loads(extra)["other_dates"] for doc, extra in self._connection.execute(query)}

    def secret_pages(self, document: int) -> frozenset[int]:
        """Pages on which a redaction failed: what lies beneath must not be handed on."""
        part = Parts(self._connection).range_of(document)
        extra = json.loads(self.raw(part.whole if part else document)["extra"] or "{}")
        found = (h["page"] for h in extra.get("hidden", ()) if h["kind"] == "insecure-redaction" and h["page"])
        return (
            frozenset(p - part.first + 1 for p in found if part.first <= p <= part.last) if part else frozenset(found)
        )

    def mails(self) -> list[tuple[int, dict[str, Any]]]:
        """(document, headers) of every file of a mail program that is held."""
        query = select(documents.c.id, documents.c.extra).where(documents.c.extra.contains('"mail": {'))
        return [(doc, json.loads(extra)["mail"]) for doc, extra in self._connection.execute(query)]

    def last_opened(self) -> tuple[int, int] | None:
        """(document, page) that was open last."""
        query = select(documents.c.id, documents.c.last_page).where(documents.c.last_opened != "")
        found = self._connection.execute(
            query.order_by(documents.c.last_opened.desc(), documents.c.part_first.desc())
        ).first()
        return (found[0], found[1]) if found else None


class _Extras:
    """What a list row needs beside its own columns, fetched once for all rows."""

    def __init__(self, connection: Connection, numbers: dict[DisclosureId, int]) -> None:
        self._numbers = numbers
        self._marks = _pairs(connection, select(marks.c.document_id, func.count()).group_by(marks.c.document_id))
        self._tags = Tags(connection).by_document()
        self._map = Parts(connection).map()
        self._in_parts = _Ranges(connection, self._map) if self._map else None
        pending = select(pages.c.document_id, func.count()).where(pages.c.ocr == "pending")
        self._pending = _pairs(connection, pending.group_by(pages.c.document_id))
        sure = select(pages.c.document_id, func.avg(pages.c.ocr_confidence)).where(pages.c.ocr_confidence.is_not(None))
        self._sure = _pairs(connection, sure.group_by(pages.c.document_id))
        self._places: defaultdict[int, list[str]] = defaultdict(list)
        copies = select(documents.c.duplicate_of, documents.c.path).where(documents.c.duplicate_of.is_not(None))
        for original, path in connection.execute(copies.order_by(documents.c.id)):
            self._places[original].append(path)

    def row(self, row: Any) -> DocumentRow:
        known = row["id"]
        sure, pending, marked = self._sure.get(known), self._pending.get(known, 0), self._marks.get(known, 0)
        status = Status(row["status"])
        if self._in_parts and row["part_first"]:
            pending, marked, sure = self._in_parts.of(known)
            status = Status.OCR_PENDING if pending else Status.READY
        return DocumentRow(
            id=DocumentId(known), path=row["path"], sha256=row["sha256"], bytes=row["bytes"], format=row["format"],
            status=status, problem=row["problem"], next_step=row["next_step"],
            duplicate_of=DocumentId(row["duplicate_of"]) if row["duplicate_of"] else None,
            version_group=row["version_group"], kind=row["kind"], kind_reason=row["kind_reason"],
            kind_decided=row["kind_decided"], organisation=_org(row["organisation_id"]),
            organisation_name=row["organisation_name"] or "", organisation_reason=row["organisation_reason"],
            organisation_decided=row["organisation_decided"], authors=tuple(json.loads(row["authors"] or "[]")),
            author_reason=row["author_reason"], date=row["date"], date_reason=row["date_reason"],
            date_decided=row["date_decided"], title=row["title"] or row["path"].rsplit("/", 1)[-1],
            title_reason=row["title_reason"], title_decided=row["title_decided"], pages=row["pages"],
            scanned_pages=row["scanned_pages"], pending_pages=pending,
            ocr_confidence=round(sure, 1) if sure is not None else None, redacted_area=row["redacted_area"],
            thread=row["thread"], parent=DocumentId(row["parent_id"]) if row["parent_id"] else None,
            disclosure=DisclosureId(row["disclosure_id"]), disclosure_number=self._numbers.get(row["disclosure_id"], 1),
            read=ReadState(row["read_state"] or "unread"), last_page=row["last_page"], marks=marked,
            places=(row["path"], *self._places.get(known, ())), part_first=row["part_first"], part_last=row["part_last"],
            split=row["split"], tags=self._tags.get(known, ()),
        )  # fmt: skip


class _Ranges:
    """Figures of parts, which are ranges of their file's pages."""

    def __init__(self, connection: Connection, ranges: PageMap) -> None:
        self._pending: defaultdict[int, int] = defaultdict(int)
        self._marks: defaultdict[int, int] = defaultdict(int)
        self._sure: defaultdict[int, list[float]] = defaultdict(list)
        for document, page in connection.execute(select(marks.c.document_id, marks.c.page)):
            self._marks[ranges.shown(document, page)[0]] += 1
        read = (pages.c.ocr == "pending") | pages.c.ocr_confidence.is_not(None)
        columns = (pages.c.document_id, pages.c.number, pages.c.ocr, pages.c.ocr_confidence)
        for document, page, state, sure in connection.execute(select(*columns).where(read)):
            part = ranges.shown(document, page)[0]
            self._pending[part] += state == "pending"
            if sure is not None:
                self._sure[part].append(sure)

    def of(self, part: int) -> tuple[int, int, float | None]:
        """Pages that wait to be read, marks, and how sure OCR was on average."""
        sure = self._sure.get(part)
        return self._pending.get(part, 0), self._marks.get(part, 0), sum(sure) / len(sure) if sure else None


def _org(value: int | None) -> OrganisationId | None:
    return OrganisationId(value) if value else None


def _pairs(connection: Connection, query: Select[Any]) -> dict[int, Any]:
    return {row[0]: row[1] for row in connection.execute(query)}
