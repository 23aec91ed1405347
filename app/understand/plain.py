"""Text made simple for matching, letter for letter: every offset stays what it was."""

import itertools
import re
from bisect import bisect_right

from app.understand.lazy import lazy

_SAME = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc\u2032"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201f\u2033"), '"'),
    **dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u200b\ufeff\r\t\f\v"), " "),
    ord("\u2044"): "/",
}
_ODD = lazy(f"[{''.join(map(chr, _SAME))}]")
_SLIPS = lazy(r"[0-9](?:[oli|](?!\w?\b(?<=1st))|(?<=[loi|][0-9]))")
_SLIP_WORDS = ("0ct", "n0v", "ju1y", "apri1", "augu5t")
_SLIP_DAY = lazy(
    r"(?<![\w.,/])(?:[lio|][0-9lio|]?|[0-3][lio|])(?=(?:st|nd|rd|th)?[\s.,/-]{1,3}(?:of )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_SLIP_YEAR = lazy(r"(?<![\w])(?=[2l][0-9lo|i]{3}(?![\w]))[2l][0o][0-9lo|i]{2}")
_SLIP_NUMERIC = lazy(r"(?<![\w])[0-9lio|]{1,2}([/.-])[0-9lio|]{1,2}\1[0-9lio|]{2,4}(?![\w])")
_SLIP_MONTH = lazy(r"\b(?:0ct|n0v|ju1y|apri1|augu5t|0ctober|n0vember)")
_LETTERS = str.maketrans("lio|", "1101")
_TO_LETTERS = str.maketrans("015", "ols")


def simplify(text: str) -> str:
    """Lower case with one kind of dash, quote and space; same length as `text`, with slips of OCR in dates put right."""
    same = text if text.isascii() else _ODD.sub(_same, text)
    plain = same.lower()
    if len(plain) != len(text):
        plain = "".join(c if len(c.lower()) != 1 else c.lower() for c in same)
    if "\t" in plain or "\r" in plain:
        plain = plain.replace("\t", " ").replace("\r", " ")
    slipped = _SLIPS.search(plain) or any(word in plain for word in _SLIP_WORDS)
    return _put_right(plain) if slipped else plain


def _same(match: re.Match[str]) -> str:
    return _SAME[ord(match.group())]


def _put_right(plain: str) -> str:
    plain = _SLIP_MONTH.sub(lambda m: m.group().translate(_TO_LETTERS), plain)
    plain = _SLIP_YEAR.sub(lambda m: m.group().translate(_LETTERS), plain)
    plain = _SLIP_NUMERIC.sub(lambda m: m.group().translate(_LETTERS), plain)
    return _SLIP_DAY.sub(lambda m: m.group().translate(_LETTERS), plain)


_END = lazy(r"[.!?][\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9\u2022\u201c\u2018•])")
_ABBREVIATION = lazy(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nos|approx|e\.g|i\.e|etc|vs|ref|tel|dept|rev|hon|cllr|sgt|pc|ext|c|p|pp|para|"
    r"jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon|tues|tue|weds|wed|thurs|thur|thu|fri|sat|sun|[a-z]))\.$"
)
_NEW_LINE = lazy(
    r"\s*(?:[-*\u2022\u25aa\u25cf\u00b7o] |\(?[0-9]{1,2}[.)] |\(?[a-z][.)] |[A-Z][\w'’/&() ]{1,34}:|"
    r"(?:[A-Za-z]{3,9},? )?[0-9]{1,2}(?:st|nd|rd|th)?[/.\- ](?:[0-9]{1,2}[/.\-]|[A-Z][a-z]{2})|[0-9]{4}-[0-9]{2}-|[|>])"
)


_HANGING = frozenset("on the of from until by and in a an for with at between before after since dated to or".split())


def breaks(text: str) -> list[int]:
    """Offsets at which a sentence, a list item, a form field or a table row starts; 0 first, the text's length last."""
    found = [0, *_line_breaks(text)]
    for match in _END.finditer(text):
        start = match.start()
        if text[start] != "." or not _ABBREVIATION.search(text[max(0, start - 7) : start + 1].lower()):
            found.append(match.end())
    found.append(len(text))
    return sorted(found)


def _line_breaks(text: str) -> list[int]:
    """The starts of lines that do not go on with what the line before says."""
    lines = text.split("\n")
    longest = max(map(len, lines))
    found, start = [], 0
    for line, following in itertools.pairwise(lines):
        start += len(line) + 1
        if _line_ends(line.rstrip(), following, longest):
            found.append(start)
    return found


def _line_ends(line: str, following: str, longest: int) -> bool:
    """True when the line's end is also the end of what it says, and not just where it was wrapped."""
    after = following[:1]
    if not line or not after or (after == " " and not following.strip()):
        return True
    if line[-1] in ".!?;:":
        return True
    if line.rsplit(None, 1)[-1] in _HANGING and "  " not in line:
        return False
    if "\t" in line or "|" in line or "   " in line.strip():
        return True
    if not after.islower() and _NEW_LINE.match(following):
        return True
    short = len(line) < min(60, 0.62 * longest) if longest > 40 else not line.endswith(",")
    return short and (after.isupper() or after.isdigit())


def sentence(text: str, starts: list[int], start: int, end: int) -> tuple[int, int]:
    """The offsets of the sentence around a span, trimmed of white space; `starts` is from `breaks`."""
    place = bisect_right(starts, start) - 1
    first = starts[max(0, place)]
    last = starts[min(len(starts) - 1, bisect_right(starts, max(start, end - 1)))]
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, max(last, end)
