"""Letters in work and as sent."""

import json
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, select

from app.domain import letters as parts
from app.domain.changes import Row
from app.domain.ids import LetterId, OrganisationId, RequestId
from app.domain.letters import Block, LetterDraft, LetterField
from app.store.tables import letters

_BLOCKS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (parts.Paragraph, parts.Heading, parts.Numbered, parts.Table, parts.Quote, parts.PageBreak)
}


def draft_row(draft: LetterDraft) -> Row:
    """A letter as columns."""
    return {
        "kind": draft.kind, "title": draft.title, "organisation_id": draft.organisation, "request_id": draft.request,
        "values": json.dumps([asdict(f) for f in draft.fields]), "blocks": blocks_to_json(draft.blocks),
        "issues": json.dumps(list(draft.issues)), "edited": draft.edited, "status": draft.status, "sent": draft.sent,
        "sent_how": draft.sent_how,
    }  # fmt: skip


def blocks_to_json(blocks: tuple[Block, ...]) -> str:
    """Blocks as they are kept: [kind, fields] each."""
    return json.dumps([[type(b).__name__, asdict(b)] for b in blocks])


def blocks_from_json(text: str) -> tuple[Block, ...]:
    """The inverse of `blocks_to_json`."""
    return tuple(
        _BLOCKS[kind](**{k: _frozen(v) for k, v in fields.items()}) for kind, fields in json.loads(text or "[]")
    )


def _frozen(value: Any) -> Any:
    return tuple(_frozen(v) for v in value) if isinstance(value, list) else value


class Letters:
    """Letters, newest last."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[LetterDraft, ...]:
        """Every letter."""
        return tuple(_draft(row) for row in self._connection.execute(select(letters).order_by(letters.c.id)).mappings())

    def get(self, letter: int) -> LetterDraft:
        """One letter; LookupError when there is none."""
        row = self.raw(letter)
        return _draft(row)

    def raw(self, letter: int) -> Row:
        """All columns; LookupError when there is none."""
        found = self._connection.execute(select(letters).where(letters.c.id == letter)).mappings().first()
        if found is None:
            raise LookupError("no such letter")
        return dict(found)


def _draft(row: Any) -> LetterDraft:
    stored = json.loads(row["values"] or "[]")
    fields = tuple(LetterField(**{k: _frozen(v) for k, v in f.items()}) for f in stored)
    return LetterDraft(
        row["kind"], row["title"], OrganisationId(row["organisation_id"]) if row["organisation_id"] else None, fields,
        blocks_from_json(row["blocks"]), tuple(f.name for f in fields if f.required and not f.value),
        LetterId(row["id"]), RequestId(row["request_id"]) if row["request_id"] else None, row["status"], row["edited"],
        row["sent"], row["sent_how"], row["changed"], tuple(json.loads(row["issues"] or "[]")),
    )  # fmt: skip
