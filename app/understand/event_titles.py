"""A short title of an event, made from its sentence, form field or table row."""

import re
from bisect import bisect_right

from app.understand.lazy import lazy

LIMIT = 70
_MIN = 4
_CELLS = lazy(r"\s*\|\s*|\t+| {3,}")
_LETTERS = lazy(r"[A-Za-z]{2,}")
_TIME = lazy(r"^[\s,;:.\-–(]*(?:at\s+)?\d{1,2}[:.]\d\d\s?(?:am|pm|hrs|hours)?\b[\s,;:.\-–)]*", re.IGNORECASE)
_LEAD = lazy(
    r"^(?:[\s,;:.\-–—•*|/)\]>]+"
    r"|(?:and|but|so|then|also|however|that|which|at|on|in|from|by|the|dated|was|were|is|of|to|when|where)\s+(?=[,;:]|$)"
    r"|(?:date|time|when|day)\s*(?:/\s*time)?\s*[:|]\s*|\(?\d{1,2}[.)]\s+|(?:on|since|until|by|in)\s+(?=(?:he|she|they|sam|we|i)\b))",
    re.IGNORECASE,
)
_BARE_LABEL = lazy(
    r"^(?:actions?|notes?|comments?|details?|summary|incidents?|entry|outcomes?|description|event|history|background|contact|update|other)\s*:\s*(?=\S+\s+\S+\s+\S)",
    re.IGNORECASE,
)
_TAIL_WORDS = frozenset(
    "and or but on in at from by the dated of to for with a an until since between during w/c date as this was is be that his her their our my "
    "your added recorded".split()
)
_TAIL_MARKS = " ,;:.-–—•*|([&/!?\t\n"
_JOIN_WORDS = frozenset("on dated of from in at during since until by for w/c about around and the to between".split())
_CUT = lazy(
    r"(?:[;:]|,|\s[-–—]|\)|\.)\s|\s(?=(?:because|which|who|when|where|while|although|but|so that|following|after|and)\b)"
)
_LABEL = lazy(
    r"^\s*(?:dates?\s+(?:of|for)\s+(?:the\s+|next\s+)?|)([a-z][\w /'&()-]{2,48}?)(?:\s+(?:date|took place|held|due))?(?:\s+on)?\s*[:\-|]\s*$",
    re.IGNORECASE,
)
_NEXT = lazy(r"^\s*dates?\s+(?:of|for)\s+(?:the\s+)?next\s+", re.IGNORECASE)
_NO_LABEL = frozenset(
    {"date", "dates", "dated", "on", "day", "when", "day and date", "date and time", "date/time", "time"}
)
_SPACE = lazy(r"[^\S ]\s*| \s+")
"""White space that is not one plain space already."""
_EMPTY_BRACKETS = lazy(r"\(\s*[,;:]?\s*\)|\[\s*\]")
_GREETING = lazy(
    r"^(?:thank you for (?:your )?|further to (?:our|your|my|the) |following (?:our|your|my|the) |re: |i am writing (?:to|about) )"
    r"(?=\S+\s+\S+\s+\S)",
    re.IGNORECASE,
)
_CLAUSE = lazy(
    r"[;:.,\s](?:(?<=\S)\s+|(?<=\s)(?:[-–—]\s|\s*(?=(?:b(?:ut|ecause)|a(?:lthough|nd then)|wh(?:ile|ereas)|so)\b)))"
)


def title_of(sentence: str, start: int, end: int, fallback: str, others: tuple[tuple[int, int], ...] = ()) -> str:
    """At most `LIMIT` characters without the date at `start`..`end`, no punctuation at the end, never empty.

    `others` are the spans of other dates; they are left out of rows and lists, and stay in sentences.
    """
    row = _row(sentence, start, end, others)
    if row:
        return row
    first, last = _list_span(sentence, start, end, others)
    before, after = sentence[:first], sentence[last:]
    label = _label(before, after)
    if label is not None:
        return _finish(label) or fallback
    words = _clean(_without_date(before, after))
    greeting = _GREETING.match(words)
    words = words[greeting.end() :] if greeting else words
    if len(words) > LIMIT:
        words = _near(sentence, first, last) or words
    title = _finish(_shorten(words))
    return title if len(title) >= _MIN and _LETTERS.search(title) else fallback


def says_nothing(sentence: str, spans: tuple[tuple[int, int], ...]) -> bool:
    """True when a line is but dates, times and words like "Date", "from", "to"."""
    rest = _CLOCK.sub(" ", _blank(sentence, spans).lower())
    return all(match.group() in _EMPTY for match in _WORD.finditer(rest))


_WORD = lazy(r"[a-z]{2,}|\d+")


_CLOCK = lazy(r"\d(?<!\w\d)\d?[:.]\d\d(?::\d\d)?\b")
_EMPTY = frozenset(
    "date dated dates on from to until period day time the of and at am pm page between signed signature tel".split()
)


def _label(before: str, after: str) -> str | None:
    """The label of a form field whose value is the date, None when it is no such field."""
    match = _LABEL.match(before) if before.rstrip()[-1:] in (":", "-", "|") else None
    if not match or len(_TIME.sub("", after).strip(" .\n,")) >= _MIN:
        return None
    name = match[1].strip()
    if name.lower() in _NO_LABEL:
        return ""
    return ("next " if _NEXT.match(before) else "") + name


def _row(sentence: str, start: int, end: int, others: tuple[tuple[int, int], ...]) -> str:
    """The title of a table row or of one field among several on a line; "" when it is a sentence."""
    if "|" not in sentence and "\t" not in sentence and "   " not in sentence:
        return ""
    left = max((m.end() for m in _CELLS.finditer(sentence, 0, start)), default=0)
    match = _CELLS.search(sentence, end)
    right = match.start() if match else len(sentence)
    label = _label(sentence[left:start], sentence[end:right])
    if label:
        return _finish(label)
    if label is None and len(_LETTERS.findall(sentence[left:start] + sentence[end:right])) > 2:
        return _finish(_shorten(_clean(_without_date(sentence[left:start], sentence[end:right]))))
    bare = _blank(sentence, ((start, end), *others))
    cells = [_clean(cell) for cell in _CELLS.split(bare) if _LETTERS.search(cell)]
    words = ", ".join(cell for cell in cells if cell.lower().strip(" :") not in _NO_LABEL)
    return _finish(_shorten(words)) if len(words) >= _MIN else ""


def _blank(sentence: str, spans: tuple[tuple[int, int], ...]) -> str:
    for first, last in spans:
        sentence = sentence[:first] + " " * (last - first) + sentence[last:]
    return sentence


def _list_span(sentence: str, start: int, end: int, others: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """The span of the list of dates that the date is part of."""
    for _ in range(8):
        for first, last in others:
            if 0 <= first - end <= 6 and _joint(sentence[end:first]):
                end = last
            elif 0 <= start - last <= 6 and _joint(sentence[last:start]):
                start = first
    return start, end


def _joint(words: str) -> bool:
    return words.strip(" ,;&/").lower() in ("", "and", "or", "to")


def _near(sentence: str, start: int, end: int) -> str:
    """The clause with the date, with its neighbour when it says too little by itself."""
    bounds = [0]
    for match in _CLAUSE.finditer(sentence):
        if not start <= match.start() < end:
            bounds.append(match.end())
            if bounds[-2] > start:
                break
    bounds.append(len(sentence))
    place = bisect_right(bounds, start) - 1
    if place + 1 >= len(bounds):
        return ""
    first, last = bounds[place], bounds[place + 1]
    words = _clean(_without_date(sentence[first:start], sentence[max(start, min(end, last)) : last]))
    if len(_LETTERS.findall(words)) >= 3:
        return words
    if start - first <= 6 and place + 2 < len(bounds):
        return _clean(sentence[max(end, last) : bounds[place + 2]])
    return ""


def _without_date(before: str, after: str) -> str:
    left = before.rstrip()
    for _ in range(2):
        left = _without_last(left, _JOIN_WORDS).rstrip()
    after = _TIME.sub(" ", after) if _TIME.match(after) else after
    if not left.strip(" ,.;:-–(•*|"):
        return after
    if after[:1] in (".", "", "\n") or not after.strip():
        return left
    glue = "" if after[:1] in ",;:)'’" else " "
    return left + glue + after.lstrip(" ")


def _clean(words: str) -> str:
    if "(" in words or "[" in words:
        words = _EMPTY_BRACKETS.sub(" ", words)
    words = _SPACE.sub(" ", words).replace(" ,", ",").replace(" .", ".").replace(" :", ":").strip()
    for _ in range(4):
        shorter = words
        for lead in (_TIME, _LEAD, _BARE_LABEL):
            match = lead.match(shorter)
            shorter = shorter[match.end() :] if match else shorter
        if len(shorter) == len(words):
            break
        words = shorter
    return words


def _shorten(words: str) -> str:
    if len(words) <= LIMIT:
        return words
    cuts = [m.start() for m in _CUT.finditer(words, 24, LIMIT + 1)]
    if cuts:
        return words[: cuts[-1]]
    space = words.rfind(" ", 0, LIMIT)
    return words[: space if space > 20 else LIMIT - 1]


def _without_last(words: str, small: frozenset[str]) -> str:
    """The words without the last one, when that is a small word of a set."""
    space = words.rfind(" ")
    line = words.rfind("\n", space + 1)
    space = line if line >= 0 else space
    return words[: space + 1] if words[space + 1 :].lower() in small else words


def _finish(words: str) -> str:
    words = words[:LIMIT].rstrip(_TAIL_MARKS)
    while (shorter := _without_last(words, _TAIL_WORDS).rstrip(_TAIL_MARKS)) != words:
        words = shorter
    words = words.strip(" \"'“”‘’").rstrip(_TAIL_MARKS)
    if words.count("(") > words.count(")"):
        words = words[: words.rindex("(")].rstrip(_TAIL_MARKS) or words.replace("(", "")
    return words[:1].upper() + words[1:]
