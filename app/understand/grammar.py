"""Finds pieces of simplified text that may be dates: one pass over its words, a small grammar at each that may start one."""

import itertools
import re
from collections.abc import Callable

from app.understand import counted
from app.understand import words as w
from app.understand.found import Found, Part
from app.understand.lazy import lazy

_YEAR = r"(?:(?:19|20)\d\d(?!\d)|'\d\d(?!\d)|\d\d(?![\d:%]|\.\d|/\d|-\d|st|nd|rd|th|\s?(?:am|pm|%)))"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th)\b)?(?!\d)"
_MONTH_END = r"(?![a-z])\.?"
_WEEKDAY = rf"(?:(?:{w.WEEKDAY})\b[.,]?\s+)?"
_ISO = lazy(r"(\d{4})(?:-(\d\d)-(\d\d)|/(\d\d)/(\d\d))(?=t\d\d|[^\w/-]|$|-\s|/?$|_)")
_NUMERIC = lazy(r"(\d{1,2})(?:\s?([/.-])\s?(\d{1,2})\s?\2\s?|(\s)(\d{2})\s)(\d{4}|\d{2})(?![\w%]|[/-]\d|\.\d)")
_DAYS_NUMERIC = lazy(r"(\d{1,2})\s?(?:-|&|to|and)\s?(\d{1,2})([/.])(\d{1,2})\3(\d{4}|\d{2})(?![\w/%]|\.\d)")
_NO_YEAR = lazy(r"(\d{1,2})([/.])(\d{1,2})(?![\w/%-]|\.\d|\s?%| of )")
_JOIN = r"(?:-|&|\+|and|or|to|until|till|til|through|thru|/)"
_DAYS = lazy(
    rf"({_DAY})((?:\s{{0,3}}+(?:,\s?+(?:{_JOIN})?+|{_JOIN})\s{{0,3}}+{_WEEKDAY}(?:the\s+)?{_DAY}){{0,7}}+)"
    rf"(?:\s*[-./,]?\s*|\s+day\s+)(?:of\s+)?({w.MONTH}){_MONTH_END}(?:[\s,./-]{{0,3}}(?:of\s+)?({_YEAR}))?"
)
_DAY_ITEM = lazy(rf"(,|{_JOIN})\s*{_WEEKDAY}(?:the\s+)?(\d{{1,2}})")
_MONTH_DAY = lazy(
    rf"({w.MONTH}){_MONTH_END}\s?({_DAY})(?![:%]|\.\d|/\d|\s?(?:am|pm)\b)(?:\s?,?\s?((?:19|20)\d\d)(?!\d))?"
)
_MONTH_YEAR = lazy(
    rf"({w.MONTH}){_MONTH_END}(?:\s?[,./-]?\s?(?:of\s+)?((?:19|20)\d\d(?!\d)|'\d\d(?!\d))|[-/](\d\d)(?![\w/.-]))?"
)
_SCHOOL_YEAR = lazy(r"(20\d\d)\s?[/-]\s?(?:20)?(\d\d)(?![\d/-]|\.\d)")
_YEARS = lazy(r"((?:19|20)\d\d)\s?(?:-|to|until|and)\s?((?:19|20)\d\d)(?!\d)")
_TERM_YEAR = r"(?:\s*[,(]?\s*(?:of\s+|in\s+|-\s*)?(20\d\d)(?:\s?[/-]\s?(?:20)?(\d\d)(?![\d/]))?)?"
_TERM = lazy(
    rf"({w.TERM})(?:\s?([12])(?![\d/]))?(\s+(?:half[- ]?term(?:\s+(?:break|holidays?|week))?|term|holidays?|break))?"
    rf"(?:\s?([12])(?![\d/]))?{_TERM_YEAR}"
)
_HALF_OF = lazy(r"(first|second|1st|2nd) half of (?:the\s+)?$")
_TERM_NUMBER = lazy(rf"term\s?([1-6])(?![\d/:]|\.\d){_TERM_YEAR}")
_HALF_TERM = lazy(
    rf"({w.MONTH}|{w.TERM})\s+half[- ]?term(?:\s+(?:break|holidays?|week))?(?:\s+(?:of\s+|in\s+)?(20\d\d))?"
)
_HOLIDAY = lazy(r"(christmas|easter)(?:\s+(day|eve|holidays?|break|vacation|term))?(?:,?\s+(?:of\s+|in\s+)?(20\d\d))?")
_GROUP = lazy(
    r"(?:year|yr)s?\.?\s?(\d{1,2})(?![\d/:%]|\.\d)|y(\d{1,2})(?![\d/:%]|\.\d)|(reception|primary)(?:\s+(\d))?"
)

Handler = Callable[[str, int], "Found | None"]


def scan(text: str) -> list[Found]:
    """All that may be a date, in order, none overlapping. `text` is from `plain.simplify`; offsets point into it."""
    found: list[Found] = []
    taken = 0
    for match in _TOKEN.finditer(text):
        start = match.start()
        if start < taken:
            continue
        word = match.group()
        piece = None
        if word[0] <= "9":
            piece = _number(text, start, len(word), taken)
        elif _free(text, start):
            piece = _HANDLERS[word](text, start)
        if piece is not None:
            found.extend(_spread(piece, text))
            taken = piece.end
    return found


def _free(text: str, start: int) -> bool:
    """True when no letter or digit touches the word from the left, save digits as in "14oct"."""
    return start == 0 or not (text[start - 1].isalpha() or text[start - 1] in "_@#'")


_DECADE = lazy(r"((?:19|20)\d0)'?s\b")
_PART_OF_YEAR = ("mid-", "early-", "late-")


def _number(text: str, start: int, length: int, taken: int) -> Found | None:
    before = text[start - 1] if start else " "
    if length == 4 and text.endswith(_PART_OF_YEAR, max(0, start - 6), start):
        return _school_year(text, start)
    if (
        before.isalnum()
        or before in "£$€#_@"
        or (
            before in "/.-:,'"
            and start > taken
            and text[start - 2 : start - 1].isalnum()
            and not _fills_cell(text, start)
        )
    ) and (before != "-" or length > 2 or not text[start - 2 : start - 1].isalpha()):
        return None
    if length == 4:
        if decade := _DECADE.match(text, start):
            first = int(decade[1])
            return Found(start, decade.end(), "year", (first, 0, 0), (first + 9, 0, 0), cue="decade")
        return _iso(text, start) or _school_year(text, start)
    if length > 2:
        return None
    return (
        _numeric(text, start)
        or _days(text, start)
        or _short_school_year(text, start)
        or _month_of_year(text, start)
        or _no_year(text, start)
        or _ordinal(text, start)
    )


_SHORT_YEARS = lazy(r"([1-4]\d)\s?[/-]\s?([1-4]\d)(?![\w/%-]|\.\d)")
_YEAR_WORDS = lazy(r"\b(?:ay|a/y|(?:academic|school) year)\s*:?\s*$")
_ORDINAL = lazy(
    r"(\d{1,2})(?:st|nd|rd|th)\b(?!\s*(?:of\b|per)?\s*(?:cent|percent|%|birthday|floor|century|edition|grade|place|time|session|lesson|week|month|year|day|line|page|item"
    r"|attempt|paragraph|child|term|form|meeting|visit|review|class|row|in\b|out\b|and (?:last|final)))"
)


_CELL = lazy(r",\s*\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d(?![\d/.-])")
_MONTH_OF_YEAR = lazy(r"(0[1-9]|1[0-2])/((?:19|20)\d\d)(?![\w/-]|\.\d)")


def _fills_cell(text: str, start: int) -> bool:
    """True for a whole date behind a comma, as cells stand in a file of comma-separated values."""
    return _CELL.match(text, start - 1) is not None


def _month_of_year(text: str, start: int) -> Found | None:
    """“08/2025”, when the words before it make it one."""
    match = _MONTH_OF_YEAR.match(text, start)
    if not match:
        return None
    return Found(start, match.end(), "date", (int(match[2]), int(match[1]), 0), numeric=True, cue="month/year")


def _short_school_year(text: str, start: int) -> Found | None:
    """“AY 21/22”, “school year 21-22”."""
    match = _SHORT_YEARS.match(text, start)
    if not match or int(match[1]) + 1 != int(match[2]) or not _YEAR_WORDS.search(text, max(0, start - 16), start):
        return None
    return Found(start, match.end(), "school-year", (2000 + int(match[1]), 0, 0))


def _ordinal(text: str, start: int) -> Found | None:
    """“on the 14th”: the month is that of the words around it."""
    match = _ORDINAL.match(text, start)
    if not match or not 1 <= int(match[1]) <= 31:
        return None
    return Found(start, match.end(), "ordinal", number=int(match[1]))


def _iso(text: str, start: int) -> Found | None:
    match = _ISO.match(text, start)
    if not match:
        return None
    year, month, day = match[1], match[2] or match[4], match[3] or match[5]
    return Found(start, match.end(), "date", (int(year), int(month), int(day)), cue="iso")


def _numeric(text: str, start: int) -> Found | None:
    match = _DAYS_NUMERIC.match(text, start)
    if match:
        day, last, _, month, year = match.groups()
        found = Found(start, match.end(), "date", (int(year), int(month), int(day)), (int(year), int(month), int(last)))
        found.numeric, found.two_digits = True, len(year) == 2
        return found
    match = _NUMERIC.match(text, start)
    if not match:
        return None
    day, separator, month, space, month_spaced, year = match.groups()
    if space and (len(day) != 2 or len(year) != 4):
        return None
    first: Part = (int(year), int(month or month_spaced), int(day))
    cue = separator or "spaces"
    return Found(start, match.end(), "date", first, numeric=True, two_digits=len(year) == 2, cue=cue)


def _days(text: str, start: int) -> Found | None:
    match = _DAYS.match(text, start)
    if not match:
        return None
    if "\n" in match.group() and not _wraps(text, start, match):
        return None
    year, two_digits = _year(match[4])
    end = match.end(4) if match[4] else match.end(3)
    day = int(re.match(r"\d+", match[1])[0])  # type: ignore[index]
    found = Found(start, end, "date", (year, w.MONTHS[match[3]], day), two_digits=two_digits)
    found.word, found.unit = match[2] or "", match[3]
    return found


def _wraps(text: str, start: int, match: re.Match[str]) -> bool:
    """A line may break inside a date in running words, not between the columns of a table."""
    newline = match.group().index("\n") + start
    if newline >= match.end(3):
        return not (match[4] or "").isdigit() or text[match.end(4) : match.end(4) + 1] in (
            "",
            "\n",
            " ",
            ".",
            ",",
            ";",
            ")",
        )
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return before.endswith(" ") and not before.endswith("  ") and before.strip()[-1:].isalpha()


def _year(text: str | None) -> tuple[int | None, bool]:
    if not text:
        return None, False
    digits = text.lstrip("'")
    return int(digits), len(digits) == 2


def _no_year(text: str, start: int) -> Found | None:
    match = _NO_YEAR.match(text, start)
    if not match:
        return None
    return Found(
        start, match.end(), "date", (None, int(match[3]), int(match[1])), numeric=True, cue="no-year" + match[2]
    )


def _school_year(text: str, start: int) -> Found | None:
    match = _SCHOOL_YEAR.match(text, start)
    if match and (int(match[1]) + 1) % 100 == int(match[2]):
        return Found(start, match.end(), "school-year", (int(match[1]), 0, 0))
    match = _YEARS.match(text, start)
    if match and 0 < int(match[2]) - int(match[1]) < 20:
        return Found(start, match.end(), "year", (int(match[1]), 0, 0), (int(match[2]), 0, 0))
    year = int(text[start : start + 4])
    if 1990 <= year <= 2099 and not re.match(r"[/\d]|-\d|\.\d|\s?(?:%|am\b|pm\b)", text[start + 4 : start + 8]):
        return Found(start, start + 4, "year", (year, 0, 0))
    return None


def _month(text: str, start: int) -> Found | None:
    match = _BANK_HOLIDAY.match(text, start)
    if match:
        early = text[:start].endswith(("late ", "end of "))
        word = "spring bank holiday" if early and match[1] == "may" else f"{match[1]} bank holiday"
        return Found(start, match.end(), "holiday", (_int(match[2]), 0, 0), word=word)
    match = _HALF_TERM.match(text, start)
    if match:
        year = _int(match[2])
        return Found(start, match.end(), "holiday", (year, w.MONTHS[match[1]], 0), term=match[1], word="half-term")
    match = _MONTH_DAY.match(text, start)
    if match and not _is_next_item(match, text):
        return _month_day(match)
    match = _MONTH_YEAR.match(text, start)
    if not match:
        return None
    year, two_digits = _year(match[2] or match[3])
    end = max(match.end(1), match.end(2), match.end(3))
    return Found(start, end, "date", (year, w.MONTHS[match[1]], 0), two_digits=two_digits, unit=match[1])


_BANK_HOLIDAY = lazy(
    r"(may|august|spring|summer)\s+bank\s+holiday(?:\s+(?:monday|weekend))?(?:,?\s+(?:of\s+|in\s+)?(20\d\d))?"
)
_FEAST = lazy(
    r"(good friday|easter monday|easter sunday|boxing day|may day|new year'?s (?:day|eve)|halloween|bonfire night|christmas (?:day|eve))(?![a-z])(?:,?\s+(?:of\s+|in\s+)?(20\d\d))?"
)


def _feast(text: str, start: int) -> Found | None:
    match = _FEAST.match(text, start)
    if not match:
        return None
    word = match[1].replace("years", "year's")
    return Found(start, _end(match, 2), "holiday", (_int(match[2]), 0, 0), word=word)


def _is_next_item(match: re.Match[str], text: str) -> bool:
    """“… in August.” above “2. Progress”: the number is that of the next paragraph."""
    return "\n" in text[match.end(1) : match.start(2)] and text[match.end() : match.end() + 1] in (".", ")", ":")


def _month_day(match: re.Match[str]) -> Found:
    day = int(re.match(r"\d+", match[2])[0])  # type: ignore[index]
    found = Found(match.start(), max(match.end(2), match.end(3)), "date", (_int(match[3]), w.MONTHS[match[1]], day))
    found.unit = match[1]
    if not match[3] and not match[2][-1].isalpha() and day > 12:
        found.cue = "day-or-year"
    return found


def _term(text: str, start: int) -> Found | None:
    if _BANK_HOLIDAY.match(text, start):
        return _month(text, start)
    match = _HALF_TERM.match(text, start)
    if match and not re.match(r"\s?[12]\b", text[match.end() :]):
        year = int(match[2]) if match[2] else None
        return Found(start, match.end(), "holiday", (year, 0, 0), term=w.TERMS[match[1]], word="half-term")
    match = _TERM.match(text, start)
    if not match or not (match[2] or match[3] or match[4] or match[5]):
        return None
    if len(match[1]) <= 4 and match[1] not in ("autumn", "spring", "summer") and not (match[2] or match[3] or match[4]):
        return None
    name = w.TERMS[match[1]]
    if match[3] and ("holiday" in match[3] or "break" in match[3]):
        return Found(start, _end(match, 5), "holiday", (_int(match[5]), 0, 0), term=name, word="holidays")
    half = int(match[2] or match[4] or 0)
    before = _HALF_OF.search(text, max(0, start - 24), start)
    found = Found(start, _end(match, 6), "term", (_term_year(name, match[5], match[6]), 0, 0), term=name, half=half)
    if before:
        found.half, found.start = (1 if before[1] in ("first", "1st") else 2), before.start()
        found.prefix = found.start
    return found


def _end(match: re.Match[str], last_group: int) -> int:
    """The end of the last group that matched, so that no comma or bracket is taken along."""
    return max(match.end(group) for group in range(1, last_group + 1))


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _term_year(term: str, year: str | None, second: str | None) -> int | None:
    """The calendar year of a term: in "Spring 2021/22" the second of the two."""
    if year is None:
        return None
    return int(year) + (1 if second and term != "autumn" else 0)


def _term_number(text: str, start: int) -> Found | None:
    """Six terms a year, the only scheme that numbers them: 1 and 2 are the halves of autumn."""
    match = _TERM_NUMBER.match(text, start)
    if not match:
        return None
    place = int(match[1]) - 1
    name = ("autumn", "spring", "summer")[place // 2]
    year = _term_year(name, match[2], match[3])
    return Found(start, _end(match, 3), "term", (year, 0, 0), term=name, half=place % 2 + 1, cue="numbered")


def _holiday(text: str, start: int) -> Found | None:
    match = _HOLIDAY.match(text, start)
    if not match:
        return None
    if feast := _feast(text, start):
        return feast
    found = Found(start, _end(match, 3), "holiday", (_int(match[3]), 0, 0), term=match[1], word=match[2] or "")
    return None if match[2] == "term" else found


def _group(text: str, start: int) -> Found | None:
    match = _GROUP.match(text, start)
    if not match:
        return None
    if match[3]:
        return Found(start, match.end(3), "group", number=0) if match[3] == "reception" else _primary(match)
    return Found(start, match.end(), "group", number=int(match[1] or match[2]))


def _primary(match: re.Match[str]) -> Found | None:
    return Found(match.start(), match.end(), "group", number=int(match[4]), cue="primary") if match[4] else None


_RANGE_JOINTS = frozenset({"-", "to", "until", "till", "til", "through", "thru", "/"})
_DAY_WORDS = lazy(r"\d{1,2}(?:\s?(?:st|nd|rd|th)\b)?")
_BETWEEN = lazy(rf"\bbetween\s+(?:(?:{w.WEEKDAY})\s+)?(?:the\s+)?$")
_REAL_LIST = lazy(r"and|&|\+|\bor\b|-|\d(?:st|nd|rd|th)")
_ON_DAYS = lazy(r"\bon\s+(?:the\s+)?$")
_COUNTED_NOUN = lazy(
    r"\b(?:year|years|yr|room|age|ages|aged|class|page|pages|item|section|ks|level|target|targets|outcome|outcomes|stage|"
    r"week|weeks|no|group|question|para|step|action|unit|phase|pupils?)\.?\s+$"
)


def _spread(found: Found, text: str) -> list[Found]:
    """One piece for each day of a list such as "3, 10 and 17 March"; a range stays one."""
    if found.shape != "date" or not found.word or not found.unit:
        return [found]
    year, month, day = found.first
    ranged = bool(_BETWEEN.search(text, max(0, found.start - 24), found.start))
    offset = text.index(found.word, found.start)
    pieces = [Found(found.start, found.end, "date", (year, month, day), two_digits=found.two_digits, unit=found.unit)]
    for match in _DAY_ITEM.finditer(found.word):
        last, number = pieces[-1], int(match[2])
        if (
            (match[1] in _RANGE_JOINTS or (ranged and match[1] == "and"))
            and last.last is None
            and number > last.first[2]
        ):
            last.last = (year, month, number)
            continue
        part: Part = (year, month, number)
        start = offset + match.start(2)
        pieces.append(Found(start, found.end, "date", part, two_digits=found.two_digits, unit=found.unit, cue="listed"))
    if len(pieces) > 1:
        _tidy_list(pieces, text)
        if not _REAL_LIST.search(found.word) and not _ON_DAYS.search(text, max(0, found.start - 8), found.start):
            return pieces[-1:]
        if _COUNTED_NOUN.search(text, max(0, found.start - 14), found.start):
            return pieces[1:]
    return pieces


def _tidy_list(pieces: list[Found], text: str) -> None:
    """The words of a listed day are its number; only the last has month and year."""
    for piece, after in itertools.pairwise(pieces):
        piece.cue = "listed"
        if piece.last is None:
            match = _DAY_WORDS.match(text, piece.start)
            piece.end = match.end() if match else after.start
        else:
            piece.end = text.rindex(str(piece.last[2]), piece.start, after.start) + len(str(piece.last[2]))


_HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(w.MONTHS, _month),
    **dict.fromkeys(w.WEEKDAYS, counted.weekday),
    **dict.fromkeys(("good", "boxing", "new", "halloween", "bonfire"), _feast),
    **dict.fromkeys(("when", "since", "until", "till", "age"), counted.age),
    **dict.fromkeys(w.TERMS, _term),
    **dict.fromkeys(("year", "yr", "y", "reception", "years", "primary"), _group),
    **dict.fromkeys(("last", "next", "previous", "following", "past", "this"), counted.relative),
    **dict.fromkeys(("ago", "later", "earlier", "previously"), counted.ago),
    **dict.fromkeys(counted.SHIFTS, counted.shift),
    **dict.fromkeys(("christmas", "easter"), _holiday),
    "term": _term_number,
    "day": counted.day_before,
}
_TOKEN = lazy(rf"(?<![a-z])(?:[0-9]+|(?:{w.by_letter(_HANDLERS)})(?![a-z]))")
"""Numbers and the words that have a handler; no number right behind a letter is a date."""
