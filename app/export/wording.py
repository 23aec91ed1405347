"""Small words that several reports share."""

from datetime import UTC, datetime

from app.domain import dates


def shown_date(edtf: str, otherwise: str = "no date") -> str:
    """A date as people write it, or `otherwise` when there is none; something that is not EDTF stays as it is."""
    return dates.show(edtf) if edtf else otherwise


def one_line(quote: str) -> str:
    """Words as they are read, without the line ends of the page they stand on."""
    return " ".join(quote.split())


def moment(iso: str) -> datetime | None:
    """An ISO 8601 time, in UTC when it names no zone; None when it is empty or not one."""
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def shown_moment(iso: str) -> str:
    """A time like “12 Nov 2026, 21:14”, or nothing."""
    when = moment(iso)
    return f"{dates.show(when.date().isoformat())}, {when:%H:%M}" if when else ""


def count(number: int, one: str, many: str = "") -> str:
    """“1 page”, “2,300 pages”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def short_fingerprint(sha256: str) -> str:
    """The first twelve digits in groups of four, enough to tell files of a case apart at a glance."""
    return " ".join(sha256[at : at + 4] for at in range(0, min(12, len(sha256)), 4))
