"""The trail of one inaccuracy on one page: the letters are made smaller, then long words shorter, until it fits."""

import io
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import pikepdf

from app.domain.text import shorten
from app.export.wording import shown_date
from app.system.typesetting import typeset

_SIZES = (10.0, 9.2, 8.5)
_LENGTHS = (1200, 500, 240, 120)
_ENTRIES = (60, 24, 14)
_LONG = ("says", "wrong", "right", "recipients")


def trail_pdf(data: Mapping[str, Any], made: date) -> bytes:
    """The page as PDF/UA. `data` is what `resources/typst/trail.typ` shows; words are shortened with an ellipsis only as far as the
    page needs it, and the oldest letters of a very long road are counted instead of listed."""
    title = f"{data['child']}: what became of {data['ref']}"
    when = datetime.combine(made, time(12), UTC)
    page = b""
    for size, values in _tries(data):
        page = typeset(
            "trail", {**values, "size": size, "made": shown_date(made.isoformat(), "")}, title, timestamp=when
        )
        if _pages(page) == 1:
            break
    return page


def _tries(data: Mapping[str, Any]) -> Iterator[tuple[float, dict[str, Any]]]:
    for size in _SIZES:
        yield size, dict(data)
    for entries in _ENTRIES:
        for length in _LENGTHS:
            yield _SIZES[-1], _shorter(data, length, entries)


def _shorter(data: Mapping[str, Any], length: int, entries: int) -> dict[str, Any]:
    short = {name: shorten(data[name], length) for name in _LONG}
    proofs = [{**proof, "words": shorten(proof["words"], length // 2)} for proof in data["proofs"]]
    shown = [{**entry, "detail": shorten(entry["detail"], length // 2)} for entry in data["entries"]]
    most = max(3, entries // 4)
    if len(proofs) > most:
        proofs = [*proofs[:most], {"where": f"and {len(proofs) - most} more", "words": ""}]
    if len(shown) > entries:
        left = len(shown) - entries
        shown = [shown[0], {"on": "", "what": f"{left} more steps", "detail": ""}, *shown[left + 1 :]]
    return {**data, **short, "proofs": proofs, "entries": shown}


def _pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)
