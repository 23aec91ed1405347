"""The words around a found date that belong to it: weekday, "w/c", "about", "before", and the other end of a range."""

import re
from dataclasses import replace

from app.understand import words as w
from app.understand.found import Found, Part
from app.understand.lazy import lazy

_REACH = 40
_WEEKDAY = lazy(rf"\b({w.WEEKDAY})\b(?:[.,]?[ \t]*|,?\s)(?:(?:the|dated)\s+)?\Z")
_THE = lazy(r"\bthe\s+$")
_BEFORE = lazy(
    r"(?:(?P<week>\bw[/.]?\s?c|\bw/?b|\bwk\.?\s?(?:comm?(?:encing)?|beg(?:inning)?)\.?|\bweek[ -](?:commencing|beginning|starting|of))"
    r"|(?P<ending>\bw/e|\bweek[ -]ending(?: on)?)"
    r"|(?P<plain>\b(?:on or before|no later than|not later than|by|not before|not until|not after))"
    r"|(?P<about>\b(?:about|around|circa|approx(?:imately)?|roughly|ca?)\.?|~|\b(?:sometime|some time) (?:in|around)"
    r"|\b(?:early|mid|late)(?: in)?|\b(?:beginning|start|middle|end) of)"
    r"|(?P<before>\b(?:before|prior to))"
    r"|(?P<after>\b(?:after))"
    r"|(?P<until>\b(?:until|till|up to|up until|since))"
    r"|(?P<from>\b(?:between|from)))[\s:-]*(?:the\s+)?$"
)
_NOT_ABOUT = lazy(
    r"\b(?:ask\w*|spoke\w*|talk\w*|speak\w*|e?-?mail\w*|wrote|writ\w+|concern\w*|complain\w*|heard|told|kn[eo]w\w*|remember\w*|"
    r"information|question\w*|letter\w*|call\w*|discuss\w*|worr\w+|anxious|note|record|upset|inform\w*|incident)\s+(?:\w+\s+)?$"
)
_NOT_BEFORE = lazy(r"\b(?:day|days|week|weeks|night|evening|morning|month|months|weekend|year|years)\s+$")
_ONWARDS = lazy(
    r"\s*(?:onwards?\b|to date\b|to (?:the )?present\b|until now\b|to now\b|- ?(?:present|to date|ongoing|now)\b)"
)
_OR_SO = lazy(r"\s+or (?:so|thereabouts)\b")
_OCCASION = lazy(
    r"\s+(?:\w+ )?(?:meeting|review|visit|incident|letter|appointment|session|report|hearing|call|conference|panel|assessment|e-?mail|trip|exclusion|"
    r"suspension|clinic|test|tests|assembly|discussion|tac|taf)\b"
)
_TO = lazy(
    r"[\s,]*(?:\d{1,2}[:.]\d\d\s?(?:am|pm)?\s*)?(?:(?P<to>-|to|until|till?|thru|through|up to)|(?P<and>and|&))\s*(?:the\s+)?$"
)
_RANGED = {"date", "school-year", "term", "group", "year"}


def gather(pieces: list[Found], text: str) -> list[Found]:
    """Pieces with their prefixes taken in and both ends of ranges joined; the words of relative shapes are left alone."""
    for piece in pieces:
        _take_weekday(piece, text)
    out: list[Found] = []
    for place, piece in enumerate(pieces):
        if _said_again(piece, pieces[place + 1 : place + 2], text):
            continue
        if out and _joins(out[-1], piece, text):
            out[-1] = _joined(out[-1], piece)
            continue
        _take_words(piece, text)
        out.append(piece)
    out = _terms_of_groups(out, text)
    for piece in out:
        if piece.side and piece.shape == "date" and _OCCASION.match(text, piece.end):
            piece.side = ""
        if not piece.last and piece.shape in ("date", "year") and (loose := _OR_SO.match(text, piece.end)):
            piece.mark, piece.end = "~", loose.end()
        if not piece.side and _ONWARDS.match(text, piece.end):
            piece.side = "after"
            piece.end = _ONWARDS.match(text, piece.end).end()  # type: ignore[union-attr]
    return out


_OF_GROUP = lazy(r"[\s,]*(?:of|in)?[\s,(]*(?:the )?(?:child's )?")


def _terms_of_groups(pieces: list[Found], text: str) -> list[Found]:
    """“the spring term of Year 1” is one piece: its year comes from the child's birth."""
    out: list[Found] = []
    for piece in pieces:
        last = out[-1] if out else None
        if last and _is_term_of(last, piece, text):
            last.end, last.number, last.cue = piece.end, piece.number, "of-group"
        else:
            out.append(piece)
    return out


def _is_term_of(last: Found, piece: Found, text: str) -> bool:
    if (
        piece.shape != "group"
        or last.shape != "term"
        or last.first[0] is not None
        or last.last
        or piece.prefix < last.end
    ):
        return False
    return bool(_OF_GROUP.fullmatch(text, last.end, piece.start))


_ALSO = lazy(r"[\s,(:-]*(?:on|i\.?e\.?|that is|which was|being)?[\s,]*(?:the\s+)?")


def _said_again(piece: Found, following: list[Found], text: str) -> bool:
    """True for "Thursday" and "two weeks later" right before the date that says the same."""
    if not following or piece.shape not in ("weekday", "ago", "shift") or following[0].shape != "date":
        return False
    after = following[0]
    if text[piece.end - 1] == "." and "\n" in text[piece.end : after.prefix]:
        return False
    if after.prefix < piece.end:
        return True
    return bool(after.first[2]) and bool(_ALSO.fullmatch(text, piece.end, after.prefix))


def _take_weekday(piece: Found, text: str) -> None:
    if piece.shape != "date" or not piece.first[2]:
        return
    match = _WEEKDAY.search(text, max(0, piece.start - 16), piece.start)
    if match:
        piece.weekday, piece.prefix = w.WEEKDAYS[match[1]], match.start()


_LAST_WORDS = (
    "w/e",
    *("c", "b", "com", "comm", "ing", "beg", "of", "before", "than", "by", "until", "after", "about", "around", "circa", "approx", "ately"),
    *("roughly", "ca", "~", "in", "early", "mid", "late", "to", "till", "since", "between", "from", "the"),
)  # fmt: skip
"""How the words end that `_BEFORE` looks for: one of these stands before the date, or the pattern need not be tried."""


def _take_words(piece: Found, text: str) -> None:
    """Words such as "w/c" or "since about", at most three, from the date outwards."""
    if piece.shape in ("ago", "shift", "period", "weekday"):
        return
    for _ in range(3):
        before = text[max(0, piece.prefix - _REACH) : piece.prefix].rstrip(" :-")
        if not before.removesuffix(".").endswith(_LAST_WORDS) and not before[-1:].isspace():
            return
        match = _BEFORE.search(text, max(_wrapped(text, piece.prefix), piece.prefix - _REACH), piece.prefix)
        if not match or not _take(piece, match, text):
            return


def _wrapped(text: str, start: int) -> int:
    """Where the words before an offset may begin: on its line, or on the one above when that is full and was wrapped."""
    first = text.rfind("\n", max(0, start - 80), start) + 1 or max(0, start - 80)
    if not first or text[first:start].strip():
        return first if "  " not in text[first:start].lstrip() else text.rindex("  ", first, start)
    above = text.rfind("\n", max(0, first - 200), first - 1) + 1
    line = text[above : first - 1]
    return above if len(line) > 30 and "  " not in line.strip() and "|" not in line else first


def _take(piece: Found, match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - 24) : match.start()]
    kind = match.lastgroup
    if kind == "week":
        piece.week = True
    elif kind == "ending":
        piece.week, piece.led = True, "ending"
    elif kind == "about":
        if (match["about"] == "about" and _NOT_ABOUT.search(before)) or (
            match["about"].rstrip(".") in ("c", "ca") and before.endswith("/")
        ):
            return False
        piece.mark = "~"
    elif kind == "until":
        piece.prefix, piece.led = match.start(), match["until"]
        return False
    elif kind in ("before", "after"):
        if _NOT_BEFORE.search(before):
            piece.cue = "day-before"
            return False
        if piece.side or before.endswith("-"):
            return False
        piece.side = kind
    elif kind == "from":
        piece.word = match["from"]
        piece.prefix = match.start()
        return False
    else:
        return False
    piece.prefix = match.start()
    return True


def _joins(first: Found, second: Found, text: str) -> bool:
    if first.shape != second.shape or first.shape not in _RANGED or first.last or second.last or first.week:
        return False
    if first.cue == "listed" or second.cue == "listed" or second.prefix - first.end > 24 or second.prefix < first.end:
        return False
    match = _TO.fullmatch(text, first.end, second.prefix)
    if match and "  " in match.group().strip("\n"):
        return False
    if not match or (match["and"] and first.word != "between"):
        return False
    return _same_precision(first.first, second.first) and _ordered(first, second)


def _same_precision(first: Part, second: Part) -> bool:
    return bool(first[1]) == bool(second[1]) and bool(first[2]) == bool(second[2])


def _ordered(first: Found, second: Found) -> bool:
    if first.shape == "group":
        return first.number < second.number
    if first.shape == "term":
        return True
    start, end = first.first, second.first
    if start[0] is None and start[1] == end[1] and start[2] > end[2]:
        return False
    if start[0] is None or end[0] is None:
        return end[0] is not None or start[1:] <= end[1:] or _over_new_year(start, end)
    return start <= end


def _over_new_year(start: Part, end: Part) -> bool:
    """“20 December until 6 January”: a holiday, not two days in the wrong order."""
    return start[1] >= _LATE_MONTH and 0 < end[1] <= _EARLY_MONTH


_LATE_MONTH, _EARLY_MONTH = 10, 3


def _joined(first: Found, second: Found) -> Found:
    start, end = first.first, second.first
    if first.shape == "term":
        year = start[0] if start[0] is not None else _earlier_term(first.term, second.term, end[0])
        return replace(first, end=second.end, first=(year, 0, 0), last=end, unit=second.term)
    if first.shape == "group":
        return replace(first, end=second.end, last=(None, second.number, 0))
    if start[0] is None and end[0] is not None:
        year = end[0] - 1 if start[1:] > end[1:] else end[0]
        start = (year, start[1], start[2])
    two_digits = first.two_digits or second.two_digits
    side = "" if first.side == "after" else first.side
    return replace(first, end=second.end, first=start, last=end, two_digits=two_digits, side=side, cue="")


def _earlier_term(first: str, second: str, year: int | None) -> int | None:
    if year is None:
        return None
    return year - 1 if first == "autumn" and second != "autumn" else year
