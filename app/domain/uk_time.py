"""Moments on the clock of the United Kingdom, without files of time zones (SI 2002/262: summer time from the last Sunday of
March to the last Sunday of October, changed at 01:00 UTC)."""

from datetime import UTC, datetime, timedelta, timezone

BST = timezone(timedelta(hours=1), "BST")
GMT = timezone(timedelta(0), "GMT")


def uk_time(moment: datetime) -> datetime:
    """The same moment with the offset of UK clocks; a moment without a zone is taken as UK clock time already."""
    if moment.tzinfo is None:
        shifted = moment - timedelta(hours=1) if _summer(moment - timedelta(hours=1)) else moment
        return moment.replace(tzinfo=BST if _summer(shifted) else GMT)
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return moment.astimezone(BST if _summer(utc) else GMT)


def uk_minute(sent: str) -> str:
    """An ISO 8601 time as `YYYY-MM-DDTHH:MM` on UK clocks; a day alone stays a day; "" when it is neither."""
    try:
        moment = datetime.fromisoformat(sent)
    except ValueError:
        return ""
    return sent if len(sent) == 10 else uk_time(moment).strftime("%Y-%m-%dT%H:%M")


def shown(sent: str) -> str:
    """An ISO 8601 time as people in the UK read it: "Thursday 14 October 2021 09:12 BST", with the sender's own clock behind it
    when that was another: "… (08:12 UTC+00:00)"; as it is when it is no time."""
    try:
        moment = datetime.fromisoformat(sent)
    except ValueError:
        return sent
    if len(sent) == 10:
        return f"{moment:%A} {moment.day} {moment:%B %Y}"
    if moment.tzinfo is None:
        return f"{moment:%A} {moment.day} {moment:%B %Y %H:%M} (no time zone given)"
    here = uk_time(moment)
    words = f"{here:%A} {here.day} {here:%B %Y %H:%M} {here.tzname()}"
    zone = moment.strftime("%z")
    same = moment.utcoffset() == here.utcoffset()
    return words if same else f"{words} ({moment:%H:%M} UTC{zone[:3]}:{zone[3:5]})"


def _summer(utc: datetime) -> bool:
    return _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1)
    return last - timedelta(days=(last.weekday() + 1) % 7)
