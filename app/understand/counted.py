"""Words whose day is counted from another: "last Tuesday", "two weeks later", "yesterday", "when he was seven"."""

import re

from app.understand import words as w
from app.understand.found import Found
from app.understand.lazy import lazy

_WEEKDAY_PART = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime))?"
_RELATIVE_UNIT = r"(week|month|term|half[- ]?term|academic year|school year|year)"
_RELATIVE = lazy(
    rf"(last|next|previous|following|past|this)\s+(?:(?P<weekday>{w.FULL_WEEKDAY}){_WEEKDAY_PART}(?![a-z])"
    rf"|(?P<month>{w.MONTH})(?![a-z])(?!\s*\d)|(?P<unit>day|morning|afternoon|evening|night|{_RELATIVE_UNIT[1:-1]})(?![a-z-])"
    rf"|(?P<term>autumn|spring|summer)(?:\s+term)?(?![a-z])|(?P<holiday>christmas|easter)(?![a-z]))"
)
_AGO = lazy(rf"(?:(\d{{1,2}})|({w.NUMBER})(?:\s+of)?)\s+(day|week|fortnight|month|year|term)s?\s+$")
_PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")
SHIFTS = {"yesterday": -1, "tomorrow": 1}


_WEEKDAY_AFTER = lazy(r"\s+(after|before|following)(?=\s*[,.;:)]|\s+(?:that|this|he|she|we|they|i|mum|dad)\b)")
_WEEKDAY_DAY = lazy(
    rf"({w.WEEKDAY})\b\.?(?:\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)\b(?!\s*(?:of\s+)?(?:{w.MONTH})\b)|\s+(week)\b)?"
)


def weekday(text: str, start: int) -> Found | None:
    """“Tuesday”, “Thursday 14th”, “Monday week”, “the Monday after”."""
    match = _WEEKDAY_DAY.match(text, start)
    if not match or text[match.end() : match.end() + 1].isalnum():
        return None
    if not match[2] and match[1] not in w.FULL_WEEKDAYS:
        return None
    found = Found(start, match.end(), "weekday", number=int(match[2] or 0), weekday=w.WEEKDAYS[match[1]])
    if match[3]:
        found.word = "week-on"
        return found
    relation = None if found.number else _WEEKDAY_AFTER.match(text, match.end())
    if relation and text[:start].endswith("the "):
        found.word, found.end = ("preceding" if relation[1] == "before" else "following"), relation.end()
    return found


def relative(text: str, start: int) -> Found | None:
    """“last Tuesday”, “next term”, “the previous day”, “this Thursday”."""
    match = _RELATIVE.match(text, start)
    if not match:
        return None
    which = {"past": "last"}.get(match[1], match[1])
    found = Found(start, match.end(), "period", word=which)
    if which == "this" and not match["weekday"]:
        return None
    if match["unit"] in _PARTS_OF_DAY and (which in ("last", "past")) is not (match["unit"] == "night"):
        return None
    if match["weekday"]:
        found.shape, found.weekday = "weekday", w.WEEKDAYS[match["weekday"]]
    elif match["month"]:
        found.unit, found.number = "named-month", w.MONTHS[match["month"]]
    elif match["term"]:
        found.unit, found.term = "named-term", match["term"]
    elif match["holiday"]:
        found.unit, found.term = "holiday", match["holiday"]
    else:
        unit = re.sub(r"[- ]", "-", match["unit"])
        found.unit = ("last-night" if which == "last" else "day") if unit in _PARTS_OF_DAY else unit
    return found


def ago(text: str, start: int) -> Found | None:
    """“ago”, “later”, “earlier”, “previously”: the number and unit stand before."""
    begin = max(0, start - 30)
    match = _AGO.search(text, begin, start)
    if not match:
        return None
    word = re.match(r"[a-z]+", text[start:])[0]  # type: ignore[index]
    number = int(match[1]) if match[1] else w.NUMBERS[match[2]]
    return Found(match.start(), start + len(word), "ago", number=number, unit=match[3], word=word)


def shift(text: str, start: int) -> Found | None:
    """“yesterday” and “tomorrow”."""
    word = re.match(r"[a-z]+", text[start:])[0]  # type: ignore[index]
    return Found(start, start + len(word), "shift", number=SHIFTS[word])


_DAY_BEFORE = lazy(r"day (before|after)(?=\s*[,.;:)]|\s+(?:he|she|they|mum|dad|we|i)\b)")


def day_before(text: str, start: int) -> Found | None:
    """“the day before”, “the day after”, “the week after” without a date behind it."""
    match = _DAY_BEFORE.match(text, start)
    return (
        Found(start, match.end(), "shift", number=-1 if match[1] == "before" else 1, word="mention") if match else None
    )


_AGE = lazy(
    rf"(?:(?:when|since|until|till|before|after|from when) (?:he|she|they) (?:was|were|turned)|age of|when aged)(?: (?:only|just|about|around|nearly))? "
    rf"(?:(\d{{1,2}})|({w.NUMBER}))(?: years old| years of age)?(?=\s*(?:[,.;:)\n]|$|\s(?!months?|weeks?|days?|min|hours?|years?|points?|st|nd)[a-z]))"
)


def age(text: str, start: int) -> Found | None:
    """“when he was seven”, “at the age of 7”."""
    match = _AGE.match(text, start)
    if not match or match[2] in ("a", "an", "couple"):
        return None
    return Found(start, match.end(), "age", number=int(match[1]) if match[1] else w.NUMBERS[match[2]])
