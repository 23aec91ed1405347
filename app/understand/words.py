"""Words of dates: months, weekdays, numbers, terms. All lower case, British use."""

from collections.abc import Iterable

MONTHS = {
    "january": 1,
    "jan": 1,
    "february": 2,
    "feb": 2,
    "febuary": 2,
    "march": 3,
    "mar": 3,
    "april": 4,
    "apr": 4,
    "may": 5,
    "june": 6,
    "jun": 6,
    "july": 7,
    "jul": 7,
    "august": 8,
    "aug": 8,
    "september": 9,
    "sept": 9,
    "sep": 9,
    "october": 10,
    "oct": 10,
    "november": 11,
    "nov": 11,
    "december": 12,
    "dec": 12,
    # what OCR makes of them
    "novernber": 11,
    "decernber": 12,
    "septernber": 9,
    "januarv": 1,
    "februarv": 2,
    "octoher": 10,
    "octobcr": 10,
}
"""Name or abbreviation of a month to its number."""

WEEKDAYS = {
    "monday": 0,
    "mon": 0,
    "tuesday": 1,
    "tues": 1,
    "tue": 1,
    "wednesday": 2,
    "weds": 2,
    "wed": 2,
    "thursday": 3,
    "thurs": 3,
    "thur": 3,
    "thu": 3,
    "friday": 4,
    "fri": 4,
    "saturday": 5,
    "sat": 5,
    "sunday": 6,
    "sun": 6,
}
"""Name or abbreviation of a weekday to its number, Monday 0."""

FULL_WEEKDAYS = frozenset(name for name in WEEKDAYS if name.endswith("day"))

NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "couple": 2,
}

TERMS = {
    "autumn": "autumn",
    "aut": "autumn",
    "autum": "autumn",
    "spring": "spring",
    "spr": "spring",
    "summer": "summer",
    "sum": "summer",
    "michaelmas": "autumn",
}

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
FULL_WEEKDAY = "|".join(sorted(FULL_WEEKDAYS))
NUMBER = "|".join(sorted(NUMBERS, key=len, reverse=True))
TERM = "|".join(sorted(TERMS, key=len, reverse=True))


def by_letter(patterns: Iterable[str]) -> str:
    """Patterns that each start with one plain letter as an alternation by that letter, which is far quicker to try.

    Those with the same letter keep their order."""
    ends: dict[str, list[str]] = {}
    for pattern in patterns:
        ends.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in ends.items())


def branches(pattern: str) -> list[str]:
    """The branches of a pattern that stand outside brackets."""
    out, depth, last = [], 0, ""
    for letter in pattern:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            out.append(last)
            last = ""
        else:
            last += letter
    return [*out, last]
