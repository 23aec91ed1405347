"""What a person types into a date field, as EDTF: "14/10/21", "Autumn term 2021", "about Sept 2019", "w/c 29.11.21"."""

import re
from calendar import month_name, monthrange
from datetime import date

from app.domain import dates
from app.understand import grammar, phrases, plain
from app.understand import words as w
from app.understand.resolve import Context, resolve

_YEARS_BACK, _YEARS_ON = 130, 30
_AS_WRITTEN = re.compile(r"^(autumn|spring|summer),? (?:term,? )?(\d{4})$")
_NUMBER_MONTH = re.compile(r"^(0?[1-9]|1[0-2])/(\d{4})$")
_NUMERIC = re.compile(r"(?:[a-z]+,? )?(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{2}|\d{4}))?")
_NAMED = re.compile(rf"(?:[a-z]+,? )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({w.MONTH})\.?(?:,? (\d{{4}}))?")
_YEARS = re.compile(r"(?:school year )?(\d{4})\s?[-/]\s?(\d{2}|\d{4})")
_RANGE = re.compile(r".+(?: - | to |-).+\d{4}")
_HELP = "This is not a date we can read. Try 14 Oct 2021"


def why_not(text: str) -> str:
    """A sentence for a person whose words `read_typed` could not take."""
    simple = " ".join(plain.simplify(text).split())
    if match := _NUMERIC.fullmatch(simple):
        return _no_day(int(match[1]), int(match[2]), match[3])
    if match := _NAMED.fullmatch(simple):
        return _no_day(int(match[1]), w.MONTHS[match[2]], match[3])
    if _YEARS.fullmatch(simple):
        return "A school year is two years in a row, such as 2021-22"
    return "The first day comes after the last" if _RANGE.fullmatch(simple) else _HELP


def _no_day(day: int, month: int, year: str | None) -> str:
    if not 1 <= month <= 12:
        return f"There is no month {month}. Write the day first, such as 14/10/2021"
    if year is None:
        return "Please add the year"
    full = int(year) + (2000 if len(year) == 2 else 0)
    if not 1900 <= full <= 2100:
        return "Please check the year"
    if not 1 <= day <= monthrange(full, month)[1]:
        return f"{month_name[month]} {full} has no day {day}"
    return _HELP


def _named_month(match: re.Match[str]) -> str:
    return f"{month_name[int(match[1])]} {match[2]}"


def read_typed(text: str, today: date, born: str = "", nation: str = "england") -> str:
    """The EDTF value of typed words, "" when they are no date. `today` is what "yesterday" counts from; `born` is ISO or empty.

    EDTF itself and what `dates.show` prints are taken too.
    """
    text = text.strip()
    if dates.is_edtf(text) and not text.isdigit():
        return text
    value = (
        _half(text)
        or _perhaps(text, today, born, nation)
        or _open(text, today, born, nation)
        or _one(text, today, born, nation)
    )
    return value or (text if dates.is_edtf(text) else "")


def _half(text: str) -> str:
    """“Autumn term 2021, first half”, as `dates.show` prints it."""
    for word, half in (("first half", 1), ("second half", 2)):
        head, _, tail = text.lower().rpartition(", ")
        parts = head.split()
        if tail == word and len(parts) == 3 and parts[0] in ("autumn", "spring", "summer") and parts[2].isdigit():
            return dates.term_edtf(parts[0], int(parts[2]), half)
    return ""


def _perhaps(text: str, today: date, born: str, nation: str) -> str:
    """“perhaps 2019”: the mark of EDTF for what is not sure."""
    word, _, rest = text.partition(" ")
    value = _one(rest, today, born, nation) if word.lower() in ("perhaps", "maybe", "possibly") else ""
    return f"{value}?" if value and value[-1].isdigit() and "/" not in value else ""


def _open(text: str, today: date, born: str, nation: str) -> str:
    """“from 2021” and “until 3 May 2021” are open intervals here: a person who types them means so."""
    word, _, rest = text.partition(" ")
    value = _one(rest, today, born, nation) if word.lower() in ("from", "since", "until", "till") else ""
    if not value or "/" in value:
        return ""
    return f"{value}/.." if word.lower() in ("from", "since") else f"../{value}"


def _one(text: str, today: date, born: str, nation: str) -> str:
    simple = _AS_WRITTEN.sub(r"\1 \2", plain.simplify(_NUMBER_MONTH.sub(_named_month, text)))
    pieces = phrases.gather(grammar.scan(simple), simple)
    if (
        len(pieces) != 1
        or simple[: pieces[0].prefix].strip(" on.,") not in ("", "school year", "academic year")
        or simple[pieces[0].end :].strip(" .,?")
    ):
        return ""
    context = Context(
        date(today.year - _YEARS_BACK, 1, 1), date(today.year + _YEARS_ON, 1, 1), anchor=today, nation=nation
    )
    if dates.is_edtf(born) and len(born) == 10:
        context.born = date.fromisoformat(born)
    if pieces[0].shape == "date" and pieces[0].first[0] is None:
        return ""
    resolved = resolve(pieces[0], context)
    return str(resolved.value) if resolved else ""
