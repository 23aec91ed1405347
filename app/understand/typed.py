"""What a person types into a date field, as EDTF: "14/10/21", "Autumn term 2021", "about Sept 2019", "w/c 29.11.21"."""

from datetime import date

from app.domain import dates
from app.understand import grammar, phrases, plain
from app.understand.resolve import Context, resolve

_YEARS_BACK, _YEARS_ON = 130, 30


def read_typed(text: str, today: date, born: str = "", nation: str = "england") -> str:
    """The EDTF value of typed words, "" when they are no date. `today` is what "yesterday" counts from; `born` is ISO or empty.

    EDTF itself and what `dates.show` prints are taken too.
    """
    text = text.strip()
    if dates.is_edtf(text) and not text.isdigit():
        return text
    value = _half(text) or _open(text, today, born, nation) or _one(text, today, born, nation)
    return value or (text if dates.is_edtf(text) else "")


def _half(text: str) -> str:
    """“Autumn term 2021, first half”, as `dates.show` prints it."""
    for word, half in (("first half", 1), ("second half", 2)):
        head, _, tail = text.lower().rpartition(", ")
        parts = head.split()
        if tail == word and len(parts) == 3 and parts[0] in ("autumn", "spring", "summer") and parts[2].isdigit():
            return dates.term_edtf(parts[0], int(parts[2]), half)
    return ""


def _open(text: str, today: date, born: str, nation: str) -> str:
    """“from 2021” and “until 3 May 2021” are open intervals here: a person who types them means so."""
    word, _, rest = text.partition(" ")
    value = _one(rest, today, born, nation) if word.lower() in ("from", "since", "until", "till") else ""
    if not value or "/" in value:
        return ""
    return f"{value}/.." if word.lower() in ("from", "since") else f"../{value}"


def _one(text: str, today: date, born: str, nation: str) -> str:
    simple = plain.simplify(text)
    pieces = phrases.gather(grammar.scan(simple), simple)
    if len(pieces) != 1 or simple[: pieces[0].prefix].strip(" on.,") or simple[pieces[0].end :].strip(" .,?"):
        return ""
    context = Context(
        date(today.year - _YEARS_BACK, 1, 1), date(today.year + _YEARS_ON, 1, 1), anchor=today, nation=nation
    )
    if dates.is_edtf(born) and len(born) == 10:
        context.born = date.fromisoformat(born)
    resolved = resolve(pieces[0], context)
    return str(resolved.value) if resolved else ""
