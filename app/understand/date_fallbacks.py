"""The day of a document that no line dates: the end of its period, its last entry, its only date, its name, the file itself."""

from dataclasses import replace
from datetime import date, datetime

from app.domain import dates
from app.system import clock
from app.understand import entries
from app.understand.chosen import Chosen, uk_day
from app.understand.dated_lines import safe
from app.understand.found import Found
from app.understand.lazy import lazy
from app.understand.pages import PageScan, Prepared
from app.understand.resolve import resolve

_FILE_DATE = lazy(
    r"(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)|(?<!\d)(0[1-9]|[12]\d|3[01])[-_. ](0[1-9]|1[0-2])[-_. ](20\d\d|\d\d)(?!\d)"
)
_EXPORT_DAYS = 60
_KEPT_DAYS = 14
_OFFICE = {"xlsx", "xls", "ods", "docx", "doc", "odt"}
_MADE_FOR_IT = {"index_schedule", "cover_letter"}
_PERIOD = lazy(r"(?:\bfrom|\bperiod|\bto|\bdates?)\b[\s:]*$")


def period_end(prepared: Prepared) -> Chosen | None:
    """The end of the period that an attendance record covers: "From 01/09/2021 to 31/03/2022"."""
    for page in prepared.pages[:1]:
        spans = [p for p in page.pieces if p.shape == "date" and p.first[2]]
        for piece, after in zip(spans, [*spans[1:], None], strict=False):
            line = page.line(piece.prefix)
            end = piece.last or (after.first if after and after.end <= line[1] else None)
            if (
                not end
                or not _PERIOD.search(page.plain, line[0], piece.start)
                or not (piece.last or _joined_by_to(page, piece, after))
            ):
                continue
            closing = replace(piece if piece.last else after or piece, first=end, last=None, side="")
            resolved = resolve(closing, prepared.context)
            if resolved and resolved.value.first_day <= clock.today():
                words = " ".join(page.text[line[0] : line[1]].split())
                value = resolved.value.first_day
                return Chosen(
                    value.isoformat(), f"From “{words[:90]}” on page {page.number}: the end of its period.", 0.8, value
                )
    return None


def _joined_by_to(page: PageScan, piece: Found, after: Found | None) -> bool:
    return after is not None and page.plain[piece.end : after.prefix].strip(" -|") in ("to", "until", "")


def last_entry(prepared: Prepared, at_least: int = 2) -> Chosen | None:
    """The last entry of a log is the day up to which it was kept."""
    found = entries.entry_days(prepared, at_least)
    if not found:
        return None
    last = max(day for _, _, day in found)
    saved = metadata(prepared) if prepared.doc.format in _OFFICE else None
    if saved and saved.anchor and 0 < (saved.anchor - last).days <= _KEPT_DAYS:
        return saved
    text = f"The last of its dated entries, {dates.show(last.isoformat())}."
    return Chosen(last.isoformat(), text, 0.6, last)


def last_resorts(prepared: Prepared, kind: str) -> Chosen:
    """What is left when no line dates the document; an empty value when nothing does."""
    return (
        _only_date(prepared)
        or _file_name(prepared)
        or metadata(prepared, kind in _MADE_FOR_IT)
        or last_entry(prepared, 3)
        or _mail_it_came_with(prepared)
        or _weekday_tells_year(prepared)
        or Chosen()
    )


def told_elsewhere(prepared: Prepared) -> set[str]:
    """The days, ISO, that the file's name and its own properties give: a date on the page that is one of them is borne out."""
    told = (_file_name(prepared), metadata(prepared, made_for_it=True, only="created"))
    return {chosen.date for chosen in told if chosen}


def _weekday_tells_year(prepared: Prepared) -> Chosen | None:
    """“Fri 13 May” without any year: the last year before the delivery in which that day was a Friday."""
    latest = clock.today()
    if len(prepared.facts.received) >= 10:
        latest = min(latest, date.fromisoformat(prepared.facts.received[:10]))
    found: list[tuple[date, str]] = []
    for page in prepared.pages[:2]:
        for piece in page.pieces:
            if piece.shape == "date" and piece.weekday is not None and piece.first[0] is None and piece.first[2]:
                day = _last_such_day(piece, latest)
                if day and day >= prepared.context.earliest:
                    found.append((day, page.text[piece.prefix : piece.end]))
    if not found:
        return None
    day, words = max(found)
    text = f"From “{words}”: the last year before it came in which that day was one."
    return Chosen(day.isoformat(), text, 0.35, day)


def _last_such_day(piece: Found, latest: date) -> date | None:
    _, month, number = piece.first
    for year in range(latest.year, latest.year - 12, -1):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if day <= latest and day.weekday() == piece.weekday:
            return day
    return None


def _mail_it_came_with(prepared: Prepared) -> Chosen | None:
    sent = uk_day(prepared.facts.mail_sent) if prepared.facts.mail_sent else None
    if sent is None:
        return None
    text = f"It was attached to an e-mail of {dates.show(sent.isoformat())}; nothing in it gives a date."
    return Chosen(sent.isoformat(), text, 0.3, sent)


def _only_date(prepared: Prepared) -> Chosen | None:
    """The one day that a short document names."""
    values: dict[str, tuple[PageScan, Found]] = {}
    if len(prepared.pages) > 2:
        return None
    for page in prepared.pages:
        for piece in page.pieces:
            if (
                piece.shape == "date"
                and piece.first[0] is not None
                and piece.first[2]
                and not piece.last
                and not piece.side
                and not piece.led
            ):
                resolved = safe(piece, page, prepared, page.line(piece.prefix))
                if resolved:
                    values.setdefault(str(resolved.value), (page, piece))
    if len(values) != 1:
        return None
    value, (page, piece) = next(iter(values.items()))
    words = " ".join(page.text[piece.prefix : piece.end].split())
    anchor = dates.parse(value).first_day
    return Chosen(value, f"From “{words}” on page {page.number}, the only day it names.", 0.5, anchor)


def _file_name(prepared: Prepared) -> Chosen | None:
    name = prepared.path.replace("\\", "/").rsplit("/", 1)[-1]
    match = _FILE_DATE.search(name)
    if not match:
        return None
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    try:
        value = date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None
    if not prepared.context.earliest <= value <= clock.today():
        return None
    return Chosen(value.isoformat(), f"From the file's name, “{name}”; its text gives no date.", 0.5, value)


def metadata(prepared: Prepared, made_for_it: bool = False, only: str = "") -> Chosen | None:
    """The file's own creation day, unless it is so near the delivery that it is the day of the export, and the file
    was not `made_for_it`."""
    properties = prepared.doc.properties
    received = prepared.facts.received[:10]
    for name in (only,) if only else ("created", "modified"):
        try:
            value = datetime.fromisoformat(properties.get(name, "")).date()
        except ValueError:
            continue
        near = (
            bool(received) and abs((date.fromisoformat(received) - value).days) <= _EXPORT_DAYS
            if len(received) == 10
            else False
        )
        if (made_for_it or not near) and prepared.context.earliest <= value <= clock.today():
            text = f"The file says that it was {name} on {dates.show(value.isoformat())}; its text gives no date."
            return Chosen(value.isoformat(), text, 0.25, value)
    return None
