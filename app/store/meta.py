"""Facts about the case as key and value."""

import json
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.people import CaseDetails
from app.store.tables import meta


class Meta:
    """Small facts of the case, each a JSON value under a name."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str, default: Any = None) -> Any:
        """The value, or `default`."""
        found = self._connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()
        return default if found is None else json.loads(found)

    def set(self, key: str, value: Any) -> None:
        """Keep a JSON value."""
        text = json.dumps(value)
        statement = insert(meta).values(key=key, value=text)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_={"value": text}))

    def details(self) -> CaseDetails:
        """The family."""
        return CaseDetails(**self.get("details", {"child": ""}))

    def set_details(self, details: CaseDetails) -> None:
        """Keep the family's details."""
        self.set("details", asdict(details))
