"""Whether two documents that read alike are the same record disclosed twice, or two records made from one form.

A form filled again, a weekly report and a letter from a template repeat every word but the dates and figures; a record that
was disclosed twice keeps its dates, whatever else was changed, covered or left out.
"""

import re
from collections.abc import Sequence

from app.domain.dates import parse
from app.domain.findings import DocumentView
from app.findings.align import Alignment
from app.findings.differences import Difference
from app.findings.tokens import Token

_LIKE, _LIKE_COVERED, _LIKE_EMAIL, _LIKE_OTHER_KIND, _LIKE_TINY = 0.8, 0.62, 0.85, 0.88, 0.93
_TINY = 40
_LEAST_SHARE = 0.35
_MANY_DATES = 4
_MOST_OTHER_DATES = 0.34
_MOST_OTHER_DATES_OF_LOG = 0.2
_FEW_CHANGES = 0.04
_MANY_FIGURES = 4
_LOGS = frozenset({"chronology_export", "nhs_record_export", "case_notes", "behaviour_log", "attendance_certificate"})
_MAILS = frozenset({"email", "email_thread"})
_UNTOLD = frozenset({"letter", "other", "handwritten_note", "photo", "unreadable", ""})
"""Kinds that say little: the same record may have another one when it was scanned."""

_PRINTED = frozenset(
    [
        "printed",
        "print",
        "generated",
        "exported",
        "run",
        "produced",
        "created",
        "report",
        "as",
        "downloaded",
        "extracted",
    ]
)
_MONTHS = {
    name: i
    for i, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_DAY = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_HEAD, _TOP = 40, 60


def is_same_record(found: Alignment) -> bool:
    """True only when the text, the dates and the kind all speak for it."""
    first, second = found.first, found.second
    if not _could_be(first, second) or not _enough_pages(found):
        return False
    least = _least(found)
    if found.similarity < least:
        return False
    if _MAILS & {first.kind, second.kind} and not _same_head(found):
        return False
    return _dates_agree(found) and _figures_agree(found)


def _could_be(first: DocumentView, second: DocumentView) -> bool:
    if first.message_id and second.message_id and first.message_id != second.message_id:
        return False
    return int(first.id) != (second.parent or 0) and int(second.id) != (first.parent or 0)


def _least(found: Alignment) -> float:
    first, second = found.first, found.second
    if min(len(found.one), len(found.two)) < _TINY:
        return _LIKE_TINY
    if _MAILS & {first.kind, second.kind}:
        return _LIKE_EMAIL
    if first.kind != second.kind and not {first.kind, second.kind} & _UNTOLD:
        return _LIKE_OTHER_KIND
    noisy = any(page.boxes or page.scan for page in (*first.pages, *second.pages))
    return _LIKE_COVERED if noisy and first.date and first.date == second.date else _LIKE


def _enough_pages(found: Alignment) -> bool:
    """What both have is a good part of the longer one: a letter is no version of a file that it lies in."""
    mine, theirs = found.lacking
    if (mine or theirs) and _MAILS & {found.first.kind, found.second.kind}:
        return False
    one = sum(token.page not in mine for token in found.one)
    two = sum(token.page not in theirs for token in found.two)
    return min(one, two) >= _LEAST_SHARE * max(len(found.one), len(found.two))


def _same_head(found: Alignment) -> bool:
    """An answer that quotes a message begins with other words than the message."""
    lost = sum(min(d.i1, _HEAD) - d.i0 for d in found.differences if d.i0 < _HEAD)
    lost += sum(min(d.j1, _HEAD) - d.j0 for d in found.differences if d.j0 < _HEAD)
    return lost <= 0.35 * (min(_HEAD, len(found.one)) + min(_HEAD, len(found.two)))


def _dates_agree(found: Alignment) -> bool:
    others = [d for d in found.differences if _is_other_date(found, d)]
    pairs = {(_words(found.one, d.i0, d.i1), _words(found.two, d.j0, d.j1)) for d in others if not _is_print(found, d)}
    same = len(_dates_in(found.one) & _dates_in(found.two))
    share = len(pairs) / (len(pairs) + same) if pairs else 0.0
    if _own_dates_differ(found.first, found.second):
        if _MAILS & {found.first.kind, found.second.kind}:
            return False
        if _is_draft(found.one) != _is_draft(found.two) and same:
            return share <= _MOST_OTHER_DATES
        log = found.first.kind in _LOGS and same >= _MANY_DATES
        return not pairs or (log and share <= _MOST_OTHER_DATES_OF_LOG)
    if not pairs or share <= _MOST_OTHER_DATES:
        return True
    return len(pairs) == 1 and bool(same) and _changed(found) <= _FEW_CHANGES and bool(found.first.date)


def _is_draft(words: Sequence[Token]) -> bool:
    """It says at its head that it is a draft: the final one has another date."""
    return any(t.word in ("draft", "proposed") for t in words[:_TOP])


def _own_dates_differ(first: DocumentView, second: DocumentView) -> bool:
    if not first.date or not second.date:
        return False
    try:
        one, two = parse(first.date), parse(second.date)
    except ValueError:
        return first.date != second.date
    return one.last_day < two.first_day or two.last_day < one.first_day


def _changed(found: Alignment) -> float:
    """The share of words that differ."""
    lost = sum(max(d.i1 - d.i0, d.j1 - d.j0) for d in found.differences)
    return lost / max(1, min(len(found.one), len(found.two)))


def _is_other_date(found: Alignment, d: Difference) -> bool:
    """Both have a day, month or year there, and not the same."""
    if d.i0 == d.i1 or d.j0 == d.j1:
        return False
    return _is_dated(found.one, d.i0, d.i1) and _is_dated(found.two, d.j0, d.j1)


def _is_dated(words: Sequence[Token], start: int, end: int) -> bool:
    """A day next to a month, a month next to a number, a year, or a number in a row of three."""
    near = [t.word for t in words[max(0, start - 2) : end + 2]]
    mine = [t.word for t in words[start:end]]
    if any(_YEAR.match(w) for w in mine) or any(_month(w) for w in mine):
        return any(w[0].isdigit() for w in near)
    if not any(_DAY.match(w) for w in mine):
        return False
    return any(_month(w) for w in near) or sum(w.isdigit() and len(w) in (1, 2, 4) for w in near) >= 3


def _is_print(found: Alignment, d: Difference) -> bool:
    """The date says when it was printed."""
    before = {t.word for t in found.one[max(0, d.i0 - 6) : d.i0]} | {t.word for t in found.two[max(0, d.j0 - 6) : d.j0]}
    return bool(before & _PRINTED)


def _dates_in(words: Sequence[Token]) -> set[tuple[str, str, str]]:
    """Days that are written out, as (day, month, year or empty)."""
    out = set()
    for one, two, three in zip(words, words[1:], words[2:], strict=False):
        day = _DAY.match(one.word)
        if day and _month(two.word):
            year = three.word if _YEAR.match(three.word) else ""
            out.add((day[1].lstrip("0"), str(_month(two.word)), year))
        elif day and two.word.isdigit() and three.word.isdigit() and int(two.word) <= 12 and len(three.word) in (2, 4):
            out.add((day[1].lstrip("0"), two.word.lstrip("0"), three.word))
    return out


def _month(word: str) -> int:
    return _MONTHS.get(word[:3], 0) if word.isalpha() else 0


def _figures_agree(found: Alignment) -> bool:
    """Not a table or score sheet with other figures in it."""
    kept = {t.word for t in found.one if t.word[0].isdigit()} & {t.word for t in found.two if t.word[0].isdigit()}
    other = {
        (_words(found.one, d.i0, d.i1), _words(found.two, d.j0, d.j1))
        for d in found.differences
        if any(t.word[0].isdigit() for t in found.one[d.i0 : d.i1])
        and any(t.word[0].isdigit() for t in found.two[d.j0 : d.j1])
        and d.i1 - d.i0 <= 12
    }
    return len(other) < _MANY_FIGURES or len(other) <= 0.4 * (len(other) + len(kept))


def _words(words: Sequence[Token], start: int, end: int) -> str:
    return " ".join(t.word for t in words[start:end])
