"""What else is known about a deadline: "asked=2026-10-12; answered=2026-10-19"."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from app.domain.errors import UsageProblem

KEYS = frozenset(
    {
        "bank_holidays",
        "bank_holidays_anywhere_in_uk",
        "school_closed",
        "terms",
        "inset",
        "id_requested",
        "id_received",
        "authority_received",
        "fee_paid",
        "asked",
        "answered",
        "extension",
        "extension_notified",
        "mediation_certificate",
        "results",
        "due",
        "case",
    }
)
"""Keys that change an answer. Others are kept and do nothing."""

_PAIR = re.compile(r"\s*([a-z][a-z0-9_ -]*?)\s*=\s*(.*)\Z", re.IGNORECASE | re.DOTALL)
_NOTE = re.compile(r"\([^()]*\)")
_DAY = r"\d{4}-\d{2}-\d{2}"
_SPAN = re.compile(rf"({_DAY})(?:\s*(?:\.\.|/|to)\s*({_DAY}))?")
_LONGEST = timedelta(days=400)


def parse_context(text: str) -> dict[str, str]:
    """KEY=VALUE pairs separated by ";". Words without "=", notes in brackets and values of "none" are left out."""
    pairs: dict[str, str] = {}
    for part in text.split(";"):
        found = _PAIR.match(part)
        if found is None:
            continue
        key = found.group(1).strip().lower().replace(" ", "_").replace("-", "_")
        value = _NOTE.sub("", found.group(2)).strip().strip(",")
        if value and not value.lower().startswith("none"):
            pairs[key] = value
    return pairs


def day(context: Mapping[str, str], key: str) -> date | None:
    """One date of the context, or None. Raises UsageProblem when it is not a date."""
    value = context.get(key, "").strip()
    return _date(value, key) if value and not value.lower().startswith("none") else None


def days(context: Mapping[str, str], key: str) -> frozenset[date]:
    """Dates and ranges (`2026-07-22..2026-09-02`, both ends in). Raises UsageProblem when they cannot be read."""
    found = spans(context, key)
    return frozenset(begin + timedelta(days=n) for begin, end in found for n in range((end - begin).days + 1))


def spans(context: Mapping[str, str], key: str) -> tuple[tuple[date, date], ...]:
    """The same as stretches of days, in order. Raises UsageProblem when they cannot be read."""
    value = _NOTE.sub("", context.get(key, "")).strip()
    if not value or value.lower().startswith("none"):
        return ()
    found = _SPAN.findall(value)
    if not found or re.sub(r"[\s,]", "", _SPAN.sub("", value)):
        raise UsageProblem("bad-date", f"“{value}” is not a list of dates like 2026-12-25,2026-12-28.")
    return tuple(sorted(_stretch(first, last, key) for first, last in found))


def _stretch(first: str, last: str, key: str) -> tuple[date, date]:
    begin = _date(first, key)
    end = _date(last, key) if last else begin
    if end < begin or end - begin > _LONGEST:
        raise UsageProblem("bad-date", f"“{first}..{last}” is not a stretch of days.")
    return begin, end


def yes(context: Mapping[str, str], key: str) -> bool:
    """True for yes, true, 1, or any other value but no."""
    return context.get(key, "no").strip().lower() not in ("no", "false", "0", "")


def _date(value: str, key: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageProblem("bad-date", f"“{value}” for {key} is not a date like 2026-11-23.") from None
