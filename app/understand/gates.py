"""Words that are dates only in some company: "May", "Year 4", "2019", "on Tuesday", "14/10"."""

import re

from app.domain.feast_days import FEASTS
from app.understand import words as w
from app.understand.found import Found
from app.understand.lazy import lazy

_IN = lazy(
    r"\b(?:in|during|since|until|till|by|before|after|throughout|from|last|next|early|mid|late|to|between|around|about|circa|"
    r"over|for|this|at|of|into|through|across|and)[\s-]+(?:the\s+)?"
    r"(?:(?:whole|end|start|beginning|middle|rest|second half|first half) of\s+)?(?:the\s+)?$"
)
_IN_MONTH = lazy(
    rf"\b(?:in|during|since|until|till|by|before|after|throughout|from|early|mid|late|end of|start of|beginning of|between|around|about|"
    rf"circa|(?:{w.MONTH}) (?:and|or|to))[\s-]+$"
)
_OF_A_YEAR = lazy(r"(?:\s*(?:,|and|to|or)\s*[a-z]+)?,?\s*(?:of\s+|in\s+)?\(?(?:year|yr) ?\d")
_RECORD_OF = lazy(
    r"\b(?:notes?|records?|report|review|letter|plan|assessment|referral|incident|meeting|summer|autumn|spring|winter)s? of\s+$"
)
_IN_YEAR = lazy(
    r"\b(?:in|since|during|until|till|by|early|mid|late|from|around|about|circa|before|after|between|throughout|back in|end of|start of)[\s-]+$"
)
_IN_GROUP = lazy(
    r"\b(?:in|during|since|throughout|until|from|into|entered|started|starting|end of|start of|beginning of|joined us in|by|through|to|between|when)[\s-]+(?:the\s+)?$"
)
_PRESENT = lazy(r"\bis (?:now )?(?:aged )?\d[\d;:.]* and (?:is )?in\s+$|\b(?:is|are|currently|now|presently|who is|he's|she's)\s+(?:currently |now )?(?:a \w+ )?(?:in|into)\s+$|\b(?:pupil|child|children|boy|girl|student|pupils|class|"
                      r"someone|those|peers|others|teacher|expected|typical|level|end)s?\s+(?:currently )?(?:in|of|for)\s+$|\bworking (?:at|in|towards|within)\b[^.]{0,30}$")  # fmt: skip
_GROUP_NOUN = lazy(
    r"\s?(?:'s|pupil|pupils|class|classes|teacher|level|levels|objective|expectation|curriculum|standard|work|maths|english|reading|writing|child|children|peers|"
    r"parent|parents|spelling|word|words|target|group|cohort|team|leader|team leader|assembly|trip|student|boys|girls|boy|girl|head|form|tutor|ehcp|phase|sats|phonics|"
    r"programme|content|book|text|ability|equivalent|material|national)\b"
)
_OTHER_CHILD = lazy(
    r"\b(?:sister|brother|sibling|cousin|peer|friend|other child|another child|half-brother|half-sister)\w*\b"
)
_ON = lazy(r"\b(?:on|since|by|until|before|after|from|(?:ready|due|booked|arranged|planned|set|fixed|made) for)\s+$")
_EVERY = lazy(
    r"\b(?:every|each|most|alternate|weekly|fortnightly|per|usually|always|normally|generally)\b[^.;]{0,24}$|\b(?:any|one) (?:\w+ )?$"
)
_REPEATED = lazy(r"s\b|\s+(?:mornings|afternoons|evenings|and (?:monday|tuesday|wednesday|thursday|friday)s|to (?:monday|tuesday|wednesday|thursday|friday)|-\s?(?:monday|tuesday|wednesday|thursday|friday))"
                       r"|\s+(?:(?:after|before|following) (?:the )?(?:half|easter|christmas|summer|holiday|meeting|review|bank)|each|every|club|clubs|group|sessions|lessons|assembl)")  # fmt: skip
_SPAN = lazy(
    r"\b(?:over|covers?|covering|about|for|within|during|in|throughout|across|of)\s+(?:the|his|her|their|our)?\s*$"
)
_NUMBER_CUE = lazy(
    r"(?:\bon|\bdated|\bdate:?|\bsince|\buntil|\bby|\bfrom|\bbefore|\bafter|\bon \d{1,2}/\d{1,2}(?:, \d{1,2}/\d{1,2}){0,4}(?:,| and| &))\s+(?:the\s+)?$"
)
_TERM_USE = lazy(r"\b(?:every|each|per|a|any|in an?)\s+$")
_NAME = lazy(r"(?:mr|mrs|ms|miss|dr|with|by|told|and|aunt|nan|from)\.?\s+$")
_CAPITAL = lazy(r"[A-Z]")
_DOTTED = lazy(r"(?:^|\n)\s*\d{1,2}\.\d{1,2}\.\d\d\b")
_HEAD_WORDS = lazy(r"\b(?:(?:academic|school) year|ay|a/y):? ?$")


def passes(found: Found, plain: str, original: str, line: tuple[int, int]) -> bool:
    """True when the company that the words keep makes them a date."""
    gate = _GATES.get(found.shape)
    return gate is None or gate(found, plain, original, line)


_VALID = lazy(r"\b(?:valid|(?:not|never|no longer) (?:to )?(?:be )?(?:used|relied on|shared|valid)|best|use by)\s*$")


def _words_before(plain: str, found: Found) -> str:
    """The simplified words before a piece and its prefix."""
    return plain[max(0, found.prefix - 40) : found.prefix]


def _date(found: Found, plain: str, original: str, line: tuple[int, int]) -> bool:
    year, _, day = found.first
    if (found.side or found.led) and (
        plain.startswith("from before", found.prefix) or _VALID.search(_words_before(plain, found))
    ):
        return False
    if found.cue == "day-before" or (found.side == "before" and year is None and not day):
        return False
    if found.cue == "spaces":
        return bool(re.search(r"\bdated?\b[\w ]{0,16}:?\s*$", plain[max(0, found.start - 32) : found.start]))
    if found.cue == "month/year":
        return bool(found.side or found.mark or found.led or _BEFORE_MONTH.search(_words_before(plain, found)))
    if year is not None or (found.last and found.last[0] is not None):
        return not (found.cue == "." or found.cue == "/") or _no_section(found, plain, line)
    before = plain[max(0, found.prefix - 28) : found.prefix]
    if found.numeric:
        led = found.led in ("since", "until", "till") and "/" in found.cue
        return found.week or found.weekday is not None or led or _numeric_company(found, plain, before, line)
    if not original[found.start].isupper() and not day and found.unit in ("may", "march", "mar", "august"):
        return False
    if day:
        return _month_is_name(found, plain, original)
    if _OF_A_YEAR.match(plain, found.end):
        return False
    return bool(found.side or found.mark or found.led or _IN_MONTH.search(before)) and not _named(
        found, plain, original, before
    )


def _month_is_name(found: Found, plain: str, original: str) -> bool:
    """“5-7 may attend” is no day in May: without a year, May and March are written with a capital."""
    if found.unit not in ("may", "march", "mar"):
        return True
    at = plain.rfind(found.unit, found.start, found.end)
    return at < 0 or original[at].isupper()


def _named(found: Found, plain: str, original: str, before: str) -> bool:
    """“with June”, “Mrs May”, “by April Cole”: months that are names."""
    if found.unit not in ("april", "may", "june", "august"):
        return False
    follows = re.match(r"\s+[A-Z][a-z]", original[found.end : found.end + 4])
    return bool(_NAME.search(before) or follows)


def _numeric_company(found: Found, plain: str, before: str, line: tuple[int, int]) -> bool:
    if _NUMBER_CUE.search(before):
        return True
    if "/" in found.cue and _ZERO_MONTH.match(plain, found.start):
        return True
    if "/" in found.cue and _DONE.search(before) and _ENDED.match(plain, found.end):
        return True
    if "/" in found.cue and _AT_TIME.match(plain, found.end):
        return True
    if "/" in found.cue and _LISTED.search(plain[max(line[0], found.start - 90) : found.start]):
        return True
    at_start = not plain[line[0] : found.start].strip(" -*•")
    return (
        at_start
        and bool(re.match(r"\s*(?:[:\-]|[a-z]{2,} [a-z])", plain[found.end : found.end + 24]))
        and "/" in found.cue
    )


_BEFORE_MONTH = lazy(
    r"\b(?:in|since|until|from|by|before|after|during|dated?|due|started|began|stopped|diagnosed|last seen)\b[\s:.(]*(?:date[\s:]*|end of )?$"
)
_ZERO_MONTH = lazy(r"\d\d/0[1-9][.;)\"](?=[\s,]|$)")
"""“30/01”: at the end of a sentence: no mark and no share is out of “01”."""
_DONE = lazy(
    r"\b(?:given|sent|seen|held|done|met|received|started|signed|visited|rang|called|written|posted|cancelled|ended|home|reviewed|dated|absent|excluded)\s+$"
)
_AT_TIME = lazy(r",? (?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)\b|,? (?:at )?\d{1,2}:\d\d\b")
_ENDED = lazy(r"\s*(?:[.;)\n]|,? (?:and|but|by|with|at|then|re|-)\b|$| cancelled| missed)")
_LISTED = lazy(
    r"\b(?:sessions?|dates?|visits?|seen|attended|met|appointments?|detentions?|absen\w+|meetings|calls|lessons attended|dna'?d?|missed)\b[ \w]{0,14}:?\s*(?:on\s+)?"
    r"(?:\(?\d{1,2}/\d{1,2}\)?(?:\s*(?:,|and|&|;|\()\s*)){1,9}$"
)


def _no_section(found: Found, plain: str, line: tuple[int, int]) -> bool:
    """“3.2.21 Outcomes” among “3.2.20 …” is the number of a section."""
    if found.cue != "." or not found.two_digits or plain[line[0] : found.start].strip():
        return True
    day, month = plain[found.start : found.end].split(".")[:2]
    if len(day) > 1 or len(month) > 1:
        return True
    rest = plain[found.end : line[1]].strip(" :-")
    if 0 < len(rest.split()) <= 4 and not rest.endswith(".") and len(_DOTTED.findall(plain)) < 3:
        return False
    return not re.search(rf"(?:^|\n)\s*{day}(?:\.{month})?\.?\s+[a-z]", plain)


def _school_year(found: Found, plain: str, original: str, line: tuple[int, int]) -> bool:
    before = plain[max(0, found.prefix - 48) : found.prefix]
    return bool(_IN.search(_HEAD_WORDS.sub("", before)))


def _year(found: Found, plain: str, original: str, line: tuple[int, int]) -> bool:
    if (found.word in ("between", "from") and found.last) or found.cue == "decade":
        return True
    before = plain[max(0, found.prefix - 24) : found.prefix]
    if not (found.side or found.mark or found.led or _IN_YEAR.search(before) or _RECORD_OF.search(before)):
        return False
    if found.side == "before" and (before.endswith("from ") or plain.startswith("from before", found.prefix)):
        return False
    return not re.match(
        r"\s*(?:[a-z]*\s?(?:act|regulations?|code|policy|edition|pupils|children)\b|'s\b)",
        plain[found.end : found.end + 20],
    )


def _term(found: Found, plain: str, original: str, line: tuple[int, int]) -> bool:
    if _TERM_USE.search(plain[max(0, found.prefix - 12) : found.prefix]):
        return False
    only = len(plain[line[0] : line[1]].strip(" :-|.")) <= found.end - found.prefix + 2
    if found.first[0] is not None or (found.last and found.last[0] is not None):
        return not only
    if found.cue == "of-group":
        return True
    if found.cue == "numbered" and not _IN.search(plain[max(0, found.prefix - 40) : found.prefix]):
        return False
    return bool(found.side or found.mark or found.led or _IN.search(plain[max(0, found.prefix - 40) : found.prefix]))


_ON_FEAST = lazy(r"\b(?:on|at|for|over|since|until|by|the)\s+(?:the\s+)?$")


def _holiday(found: Found, plain: str, original: str, line: tuple[int, int]) -> bool:
    before = plain[max(0, found.prefix - 24) : found.prefix]
    if not found.led and _EVERY.search(before):
        return False
    if found.word in FEASTS and _ON_FEAST.search(before):
        return True
    return found.first[0] is not None or bool(found.side or found.mark or found.led or _IN.search(before))


def _group(found: Found, plain: str, original: str, line: tuple[int, int]) -> bool:
    before = plain[max(0, found.prefix - 44) : found.prefix]
    if before.endswith(("by the end of ", "by the ", "before the end of ")):
        return False
    if (
        _GROUP_NOUN.match(plain, found.end)
        or _PRESENT.search(before)
        or _OTHER_CHILD.search(plain[max(0, found.prefix - 60) : found.prefix])
    ):
        return False
    return bool(found.side or found.mark or found.led or found.word or _IN_GROUP.search(before))


def _weekday(found: Found, plain: str, original: str, line: tuple[int, int]) -> bool:
    before = plain[max(0, found.prefix - 40) : found.prefix]
    if _EVERY.search(before) or (not found.number and _REPEATED.match(plain, found.end)):
        return False
    if found.word in ("following", "preceding"):
        return True
    return bool(found.word or found.number or _ON.search(before))


def _period(found: Found, plain: str, original: str, line: tuple[int, int]) -> bool:
    before = plain[max(0, found.prefix - 24) : found.prefix]
    if found.unit in ("year", "half-term") or (found.unit != "day" and _SPAN.search(before)):
        return False
    if found.unit in ("week", "month", "term") and re.match(
        r"\s+(?:of|in|at)\b|\s*'s\b|-", plain[found.end : found.end + 6]
    ):
        return found.unit != "week" or "'s" in plain[found.end : found.end + 4]
    return not (found.unit == "named-month" and not original[found.end - 3 : found.end].isalpha())


def _ordinal(found: Found, plain: str, original: str, line: tuple[int, int]) -> bool:
    return found.week or bool(_ON_THE.search(plain[max(0, found.start - 64) : found.start]))


_ON_THE = lazy(
    r"\b(?:on|since|until|till|by|before|after)\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)(?:,| and| &|, and)\s+(?:the\s+)?){0,4}$"
)
_GATES = {
    "date": _date,
    "school-year": _school_year,
    "year": _year,
    "term": _term,
    "holiday": _holiday,
    "group": _group,
    "weekday": _weekday,
    "period": _period,
    "ordinal": _ordinal,
}
