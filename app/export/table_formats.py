"""The timeline as a table for spreadsheets and as JSON for scripts."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from app.domain.events import TimelineEntry
from app.export.wording import shown_date

JSON_FIELDS = (
    "id",
    "date",
    "date_text",
    "title",
    "quote",
    "document",
    "page",
    "organisation",
    "origin",
    "status",
    "precision",
    "reason",
)
"""The fields of `timeline --json` that the command line contract promises, in its order."""

_CSV_FIELDS = ("date", "shown", *JSON_FIELDS[2:6], "document_title", *JSON_FIELDS[6:], "note", "id")
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def entry_fields(entry: TimelineEntry) -> dict[str, Any]:
    """One entry as plain JSON values: the fields of the contract, then `document_title`, `kind` and `note`."""
    return {
        "id": int(entry.id),
        "date": entry.date,
        "date_text": entry.date_text,
        "title": entry.title,
        "quote": entry.quote,
        "document": None if entry.document is None else int(entry.document),
        "page": entry.page or None,
        "organisation": entry.organisation_name or None,
        "origin": entry.origin.value,
        "status": entry.status.value,
        "precision": entry.precision,
        "reason": entry.reason,
        "document_title": entry.document_title or None,
        "kind": entry.kind,
        "note": entry.note,
    }


def timeline_json(entries: Iterable[TimelineEntry]) -> bytes:
    """A JSON array in UTF-8, one object for each entry, in the order given."""
    rows = [entry_fields(entry) for entry in entries]
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()


def timeline_csv(entries: Iterable[TimelineEntry]) -> bytes:
    """CSV in UTF-8 with a byte order mark (so that Excel reads accents), one header row, lines ended by CR LF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_CSV_FIELDS)
    for entry in entries:
        fields = {**entry_fields(entry), "shown": shown_date(entry.date, "")}
        writer.writerow(_safe_row([fields[name] for name in _CSV_FIELDS]))
    return out.getvalue().encode("utf-8-sig")


def _safe_row(values: Sequence[Any]) -> list[str]:
    return [safe_cell("" if value is None else str(value)) for value in values]


def safe_cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before a first character that could start one."""
    return f"'{text}" if text.lstrip(" ").startswith(_STARTS_FORMULA) else text
