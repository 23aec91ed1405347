"""Requests to organisations, and evidence packs in work."""

import json
from typing import Any

from sqlalchemy import Connection, select

from app.domain.bundles import PackItem, PackSpec, Section
from app.domain.ids import BundleId, DocumentId, OrganisationId, RequestId
from app.domain.requests import Asked, Request
from app.store.tables import bundles, disclosures, letters, organisations, request_documents, requests


class Requests:
    """What was asked of whom, and what is to be handed in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Request, ...]:
        """Requests in the order they were made."""
        query = select(requests, organisations.c.name).join(
            organisations, organisations.c.id == requests.c.organisation_id
        )
        return tuple(_request(row) for row in self._connection.execute(query.order_by(requests.c.id)).mappings())

    def get(self, request: int) -> Request:
        """One request; LookupError when there is none."""
        for found in self.all():
            if found.id == request:
                return found
        raise LookupError("no such request")

    def linked(self, request: int) -> tuple[int, ...]:
        """Documents that a person put to a request."""
        query = select(request_documents.c.document_id).where(request_documents.c.request_id == request)
        return tuple(row[0] for row in self._connection.execute(query.order_by(request_documents.c.id)))

    def link_of(self, request: int, document: int) -> int | None:
        """The row that puts a document to a request; None when it is not put there."""
        wanted = (request_documents.c.request_id == request) & (request_documents.c.document_id == document)
        return self._connection.execute(select(request_documents.c.id).where(wanted)).scalar()

    def deliveries(self, request: int) -> tuple[int, ...]:
        """Deliveries that came for a request."""
        query = select(disclosures.c.id).where(disclosures.c.request_id == request).order_by(disclosures.c.id)
        return tuple(row[0] for row in self._connection.execute(query))

    def letters(self, request: int) -> tuple[int, ...]:
        """Letters that belong to a request."""
        query = select(letters.c.id).where(letters.c.request_id == request).order_by(letters.c.id)
        return tuple(row[0] for row in self._connection.execute(query))

    def packs(self) -> tuple[PackSpec, ...]:
        """Evidence packs in work."""
        found = self._connection.execute(select(bundles.c.id, bundles.c.spec).order_by(bundles.c.id))
        return tuple(pack_from_json(spec, pack) for pack, spec in found)


def pack_to_json(spec: PackSpec) -> str:
    """A pack as it is kept."""
    return json.dumps(
        {
            "title": spec.title, "child": spec.child, "subtitle": spec.subtitle, "prepared_by": spec.prepared_by,
            "sections": [
                {
                    "letter": s.letter, "title": s.title,
                    "items": [
                        {"document": int(i.document), "title": i.title, "date": i.date, "author": i.author,
                         "pages": list(i.pages)} for i in s.items
                    ],
                } for s in spec.sections
            ],
        }
    )  # fmt: skip


def pack_from_json(text: str, pack: int | None = None) -> PackSpec:
    """The inverse of `pack_to_json`."""
    raw = json.loads(text)
    sections = tuple(
        Section(
            s["letter"], s["title"],
            tuple(PackItem(DocumentId(i["document"]), i["title"], i["date"], i["author"], tuple(i["pages"])) for i in s["items"]),
        ) for s in raw["sections"]
    )  # fmt: skip
    return PackSpec(
        raw["title"], raw["child"], raw["subtitle"], raw["prepared_by"], sections, BundleId(pack) if pack else None
    )


def _request(row: Any) -> Request:
    return Request(
        RequestId(row["id"]), OrganisationId(row["organisation_id"]), row["name"], row["kind"], row["title"], row["sent"],
        row["received"], row["sent_how"], row["answered"], row["extended"], row["rule"],
        "answered" if row["answered"] else "sent" if row["sent"] else "draft", row["note"],
        tuple((a, b, c) for a, b, c in json.loads(row["log"] or "[]")),
        row["proof"], RequestId(row["about"]) if row["about"] else None, row["right_of"], row["facts"],
        tuple(Asked(*item) for item in json.loads(row["asked"] or "[]")),
    )  # fmt: skip
