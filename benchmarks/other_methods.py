"""Public ways to find dates, to be measured beside ours: dateparser's search, and the method of paperless-ngx.

paperless-ngx dates a document by the first date in its content that its patterns find (day first, as configured for the UK) and that
dateparser can read, past 1900 and not in the future; see its documentation of PAPERLESS_DATE_ORDER, PAPERLESS_FILENAME_DATE_ORDER (off unless
set) and PAPERLESS_IGNORE_DATES. The patterns here are written from that description. dateparser is no dependency of the program: without it
both are left out.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

from app.domain.suggestions import CaseFacts
from benchmarks.labelled_packs import LabelledRecord
from benchmarks.pack_scores import Answer

_NAMES = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_PATTERNS = re.compile(
    rf"\b\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d{{2}})\b|\b\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?[. -]+{_NAMES}[. -]+\d{{4}}\b|\b{_NAMES} \d{{1,2}},? \d{{4}}\b|\b{_NAMES} \d{{4}}\b",
    re.IGNORECASE,
)


def found() -> str:
    """What is measured, with the version; "" when dateparser is not installed."""
    return f"dateparser {version('dateparser')}" if find_spec("dateparser") else ""


def _settings(base: str) -> dict[str, Any]:
    settings: dict[str, Any] = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past", "PREFER_DAY_OF_MONTH": "first"}
    if len(base) == 10:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(base)
    return settings


def dateparser_search(record: LabelledRecord, facts: CaseFacts) -> Answer:
    """Every date that `dateparser.search` finds, told the record's true date to count from; it answers with days only."""
    return Answer(events=tuple(_searched(record)))


@cache
def _searched(record: LabelledRecord) -> tuple[tuple[int, int, int, str], ...]:
    from dateparser.search import search_dates

    out = []
    for number, text in enumerate(record.pages, 1):
        at = 0
        for words, moment in search_dates(text, languages=["en"], settings=_settings(record.date)) or []:
            start = text.find(words, at)
            if start >= 0:
                at = start + len(words)
                out.append((number, start, at, moment.date().isoformat()))
    return tuple(out)


def paperless(record: LabelledRecord, facts: CaseFacts) -> Answer:
    """The document's date as paperless-ngx would have it; "" when it finds none."""
    return Answer(date=next(_candidates(record, facts), ""))


def _candidates(record: LabelledRecord, facts: CaseFacts) -> Iterator[str]:
    import dateparser

    latest = datetime.fromisoformat(facts.received)
    for match in _PATTERNS.finditer("\n".join(record.pages)):
        moment = dateparser.parse(match.group(), languages=["en"], settings=_settings(facts.received))
        if moment and datetime(1900, 1, 1) < moment <= latest:
            yield moment.date().isoformat()
