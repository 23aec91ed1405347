"""The time in a header line: "Thu, 14 Oct 2021 09:12:33 +0100 (BST)", "14 October 2021 09:12", "3/4/2021 9:12 AM"."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d(?!\d))"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_FORMS = tuple(
    re.compile(_WEEKDAY + form, re.IGNORECASE)
    for form in (
        rf"{_DAY}[\s\-]+(?:of\s+)?{_MONTH},?[\s\-]+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        r"(?P<year>(?:19|20)\d\d)-(?P<two>\d\d)-(?P<day>\d\d)",
        rf"(?P<one>\d{{1,2}})[/.\-](?P<two>\d{{1,2}})[/.\-]{_YEAR}",
    )
)
_CLOCK = re.compile(
    r"(?P<gap>[\s,T]*(?:at\s+|@\s*|[-–|]\s*)?)(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d)(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\s*\(?(?:(?:UTC|GMT)?\s*(?P<sign>[+\-−])(?P<hours>\d\d):?(?P<minutes>\d\d)|(?P<name>Z|UTC|GMT|BST|WET|WEST|CET|CEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT)\b)"
)
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "CEST": 120, "EST": -300, "EDT": -240,
    "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SentTime:
    """`sent` and `other` as in `domain.mails.MailMessage`; `start` and `end` are offsets in the text that was read."""

    sent: str
    other: str = ""
    note: str = ""
    start: int = 0
    end: int = 0


def sent_time(text: str) -> SentTime | None:
    """The first time, or day, in a short text; None without one."""
    for form in _FORMS:
        for match in form.finditer(text):
            found = _read(text, match)
            if found:
                return found
    return None


def _read(text: str, match: re.Match[str]) -> SentTime | None:
    parts = match.groupdict()
    clock = _CLOCK.match(text, match.end())
    early = None if clock else _clock_before(text, match.start())
    hour, minute, second, zone, end = _clock_of(text, clock or early, match.end())
    days = _days(parts, american=bool(clock and clock["half"]))
    readings = []
    for year, month, day in days:
        try:
            moment = datetime(year, month, day, hour or 0, minute, second, tzinfo=zone)
        except ValueError:
            continue
        readings.append(moment.isoformat() if hour is not None else moment.date().isoformat())
    if not readings:
        return None
    both = len(readings) > 1 and readings[0] != readings[1]
    note = "The date can be read two ways; the day is taken first, as in the United Kingdom." if both else ""
    start = early.start() if early else match.start()
    return SentTime(readings[0], readings[1] if both else "", note, start, end)


def _clock_before(text: str, at: int) -> re.Match[str] | None:
    """ "09:12, 14 October 2021" and "9:12 AM on 14 October"."""
    found = None
    for match in _CLOCK.finditer(text, max(0, at - 18), at):
        if not text[match.end() : at].strip(" ,-–|") or text[match.end() : at].strip() == "on":
            found = match
    return found


def _clock_of(text: str, clock: re.Match[str] | None, end: int) -> tuple[int | None, int, int, timezone | None, int]:
    if clock is None:
        return None, 0, 0, None, end
    hour = int(clock["hour"])
    half = (clock["half"] or "").lower()[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone_match = _ZONE.match(text, clock.end())
    end = max(end, clock.end())
    zone = None
    if zone_match and clock.end() >= end:
        zone, end = _zone(zone_match), zone_match.end()
    return hour, int(clock["minute"]), int(clock["second"] or 0), zone, end


def _zone(match: re.Match[str]) -> timezone | None:
    if match["name"]:
        return timezone(timedelta(minutes=_ZONES[match["name"]]))
    minutes = int(match["hours"]) * 60 + int(match["minutes"])
    if minutes > 14 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if match["sign"] in "-−" else minutes))


def _days(parts: dict[str, str | None], *, american: bool) -> list[tuple[int, int, int]]:
    """(year, month, day) readings, the likelier first."""
    year = int(parts["year"] or 0)
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    if parts.get("month"):
        return [(year, _MONTHS.index((parts["month"] or "")[:3].lower()) + 1, int(parts["day"] or 0))]
    if "one" not in parts:
        return [(year, int(parts["two"] or 0), int(parts["day"] or 0))]
    one, two = int(parts["one"] or 0), int(parts["two"] or 0)
    readings = [(year, two, one), (year, one, two)]
    weekday = (parts.get("weekday") or "").lower()
    if weekday:
        fitting = [r for r in readings if _weekday(*r) == weekday]
        readings = fitting or readings
    usual = [r for r in readings if r[1] <= 12]
    return usual if american or len(usual) < 2 else usual[:1]


def _weekday(year: int, month: int, day: int) -> str:
    try:
        return _DAYS[datetime(year, month, day).weekday()]
    except ValueError:
        return ""
