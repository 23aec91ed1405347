"""A short title of an event, made from its sentence."""

import re

LIMIT = 70
_MIN = 4
_LEAD = re.compile(
    r"^(?:[\s,;:.\-–—•*|/)\]]+|(?:and|but|so|then|also|however|that|which|at|on|in|from|by|the|dated|was|were|is|of|to|when|where)\s+(?=[,;:]|$)"
    r"|\d{1,2}[:.]\d\d\s?(?:am|pm|hrs)?\b[\s,;:\-–]*|(?:date|time|when|day)\s*(?:/\s*time)?\s*[:|]\s*|\(?\d{1,2}[.)]\s+)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[\s,;:.\-–—•*|(\[&]+|\s(?:and|or|but|on|in|at|from|by|the|dated|of|to|for|with|a|an|until|since|between|during|w/c|date|as|this|was|is|be|held|that)(?=$))+$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?:[;:]|,|\s[-–—]|\)|\.)\s|\s(?=(?:because|which|who|when|where|while|although|but|so that|following|after|and)\b)"
)
_JOIN = re.compile(
    r"\b(?:on|dated|of|from|in|at|during|since|until|by|for|w/c|about|around|and|the|to|between)\s*$", re.IGNORECASE
)
_LABEL = re.compile(
    r"^\s*(?:date\s+(?:of|for)\s+(?:the\s+|next\s+)?|)([a-z][\w /'&-]{2,48}?)(?:\s+(?:date|took place|held|due))?(?:\s+on)?\s*[:\-|]\s*$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"^\s*date\s+of\s+next\s+", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_EMPTY_BRACKETS = re.compile(r"\(\s*[,;:]?\s*\)|\[\s*\]")
_GREETING = re.compile(
    r"^(?:thank you for (?:your )?|further to (?:our|your|my|the) |following (?:our|your|my|the) |re: |i am writing (?:to|about) )",
    re.IGNORECASE,
)


def title_of(sentence: str, start: int, end: int, fallback: str) -> str:
    """At most `LIMIT` characters without the date (`start`..`end` of `sentence`), no punctuation at the end, never empty."""
    before, after = sentence[:start], sentence[end:]
    label = _LABEL.match(before)
    if label and len(after.strip(" .\n")) < _MIN:
        name = ("next " if _NEXT.match(before) else "") + label[1].strip()
        return (
            _finish(name if name.lower() not in ("date", "dated", "on", "day", "when", "day and date") else "")
            or fallback
        )
    words = _clean(_without_date(before, after))
    words = _GREETING.sub("", words)
    title = _finish(_shorten(words))
    return title if len(title) >= _MIN and any(c.isalpha() for c in title) else fallback


def _without_date(before: str, after: str) -> str:
    left = _JOIN.sub("", before.rstrip()) if before.strip() else ""
    left = _JOIN.sub("", left.rstrip()) if left.rstrip().lower().endswith((" on", " the", " held on")) else left
    if not left.strip(" ,.;:-–(•*|"):
        return after
    if after[:1] in (".", "", "\n") or not after.strip():
        return left
    glue = "" if after[:1] in ",;:)'’" else " "
    return left.rstrip() + glue + after.lstrip(" ")


def _clean(words: str) -> str:
    words = _EMPTY_BRACKETS.sub(" ", words)
    words = _SPACE.sub(" ", words).replace(" ,", ",").replace(" .", ".").replace(" :", ":").strip()
    for _ in range(4):
        shorter = _LEAD.sub("", words)
        if shorter == words:
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


def _finish(words: str) -> str:
    words = _TAIL.sub("", words[:LIMIT]).strip(" \"'“”‘’")
    words = words.rstrip(" .,;:!?-–—")
    if words.count("(") > words.count(")"):
        words = words[: words.rindex("(")].rstrip(" ,;:-–") or words.replace("(", "")
    return words[:1].upper() + words[1:]
