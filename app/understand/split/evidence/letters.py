"""A letter begins: letterhead or address, date, reference, salutation."""

from collections.abc import Iterable, Sequence

from app.understand.lazy import lazy
from app.understand.split.sheets import PROSE, Line, Sheet
from app.understand.split.signs import Sign

_DEAR = lazy(r"^(?:dear|deor|dcar|dean)\b.{0,45}$|^to whom it may concern\b|^f?ao[: ]|^dear sir")
DATE = lazy(
    r"\b\d{1,2}(?:st|nd|rd|th)?[ .]{1,2}(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}[ ,.]{1,2}(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d\d\b"
)
_DAY = lazy(
    r"\b\d{1,2}[/.]\d{1,2}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? \d|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_POSTCODE = lazy(r"\b[a-z]{1,2}\d[\da-z]? ?\d[a-z]{2}\b")
_CONTACT = lazy(r"\b(?:tel(?:ephone)?|phone|fax|e-?mail|direct (?:line|dial))\b\s*[:.]?\s*[\d(+a-z]|www\.|@[\w.-]+\.\w")
_REF = lazy(
    r"\b(?:our|your|my) ref(?:erence)?\b|^ref(?:erence)?[: ]|\b(?:nhs|hospital|upn|case) (?:no|number)\b|^(?:strictly )?private (?:and|&) confidential|\bdate dictated|\bdate typed"
)
_RE = lazy(r"^re\s?[:.]|^subject:")


def signs(sheets: Sequence[Sheet]) -> Iterable[Sign]:
    """A salutation near the top, with what stands above it in letters."""
    for sheet in sheets[1:]:
        lines = [line for line in sheet.lines[:34] if line.top < 0.62]
        at = next((n for n, line in enumerate(lines) if _salutes(line)), -1)
        if at >= 0:
            yield from _letter(sheet, lines, at)
        else:
            yield from _head_only(sheet, lines)


def _salutes(line: Line) -> bool:
    return any(_DEAR.search(cell) for cell in line.cells)


def _letter(sheet: Sheet, lines: list[Line], at: int) -> Iterable[Sign]:
    above = lines[:at]
    if any(line.low.startswith(("from:", "sent:", "subject:")) for line in above):
        return  # the greeting of an e-mail, which is judged by its head
    if sum(bool(PROSE.search(line.low)) and len(line.low) > 60 for line in above) >= 3:
        return
    points, what = 2.4, [f"“{lines[at].text[:40]}” near the top"]
    if any(DATE.search(line.low) for line in above):
        points += 1.3
        what.append("a date above it")
    if any(_POSTCODE.search(line.low) or _CONTACT.search(line.low) for line in above):
        points += 0.9
        what.append("an address")
    if any(_REF.search(line.low) for line in above):
        points += 0.5
        what.append("a reference")
    if any(_RE.search(line.low) for line in lines[at + 1 : at + 3]):
        points += 0.4
    yield Sign(sheet.index, points, _joined(what))


def _head_only(sheet: Sheet, lines: list[Line]) -> Iterable[Sign]:
    """An address or reference and a date at the head of a page without salutation."""
    head = [line for line in lines[:12] if line.top < 0.35 and not line.running and not PROSE.search(line.low)]
    dated = any(DATE.search(line.low) for line in head)
    placed = any(_POSTCODE.search(line.low) or _CONTACT.search(line.low) for line in head)
    told = any(_REF.search(line.low) for line in head)
    if dated and (placed or told):
        yield Sign(sheet.index, 1.6, "An address or reference and a date at the head.")
    elif placed:
        yield Sign(sheet.index, 1.0, "An address at the head.")
    elif dated and not _is_list(sheet) and any(DATE.fullmatch(cell) for line in head[:6] for cell in line.cells):
        yield Sign(sheet.index, 0.8, "A date by itself at the head.")
    elif head and _note_of(sheet, head[0]):
        yield Sign(sheet.index, 1.2, "It begins with a day, as notes do.")


def _note_of(sheet: Sheet, first: Line) -> bool:
    """A short first line with a day, on a page that is no list of days."""
    if first is not sheet.body[0] or len(first.low.split()) > 8 or not _DAY.search(first.low):
        return False
    return not _is_list(sheet)


def _is_list(sheet: Sheet) -> bool:
    """Whether more than two lines begin with a day, as in logs and diaries."""
    return sum(bool(_DAY.search(line.low[:30])) for line in sheet.body) > 2


def _joined(parts: list[str]) -> str:
    words = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{words[0].upper()}{words[1:]}."
