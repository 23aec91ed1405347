"""Dates that stand where a document is dated: labelled, alone on a line, in a heading, in the header of a message."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from app.system import clock
from app.understand import gates, quoting, traps
from app.understand.found import Found
from app.understand.lazy import lazy
from app.understand.pages import GAP, PageScan, Prepared
from app.understand.resolve import Resolved, resolve

_CLASSES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, lazy(rf"(?:{words})(?:\s+(?:on|was|is|held|and time|/\s*time))*\s*[:\-|.]*\s*(?:on\s+)?$"))
    for name, words in (
        ("next", r"^\W*(?:to be )?review(?:ed)?(?: on)?(?!\s+(?:held|was))|\bnext [\w ]{0,24}|\breview (?:due|date)\b|\bdate of (?:next )?review due|\bdue(?: date)?|\bexpiry(?: date)?|\bby when|\bdeadline|\btarget date|\brespond by|\breply by"),
        ("received", r"\b(?:contact|referral|request|call|notification|enquiry|concern) received|\bdate (?:of contact|contact received|referral received)"),
        ("print", r"\bprint(?:ed)?\b[\w ]{0,20}|\bexport(?:ed)?\b[\w ]{0,20}|\bgenerated\b[\w ]{0,20}|\bdate received\b|\breceived\b[\w ]{0,12}|\bdownloaded\b[\w ]{0,12}"),
        ("typed", r"\b(?:date\s+)?(?:typed|transcribed)(?:\s+date)?|\bdate of typing|\btyping date"),
        ("dictated", r"\b(?:date\s+)?dictated(?:\s+date)?|\bdate of dictation|\bdictation date"),
        ("clinic", r"\b(?:date of |date seen in )?(?:the )?clinic(?:\s+date)?(?: attended)?|\bclinic held|\bdate (?:of )?(?:clinic|appointment|attendance)|\bappointment date|\bdate seen|\bseen on|\battended"),
        ("meeting", r"\bdate of (?:the |this )?(?:\w+ ){0,3}(?:meeting|conference|panel|discussion|visit|conversation|call|review meeting|tac|taf|mediation)|\b(?:meeting|panel|conference|visit) (?:date|held)|\bmeeting held|\bheld|\bdate of (?:annual )?review|\breview held|\bdate and time of meeting|\bdate of (?:the )?hearing"),
        ("start", r"^\s*from|\b(?:assessment |plan |enquiry |case |episode )?(?:start(?:ed)?|opened|commenced|began)(?: date| on)?|\bstart date|\bdate (?:[\w ]{2,24} )?(?:started|opened|commenced|began)"),
        ("report", (r"\bdate of (?:this |the |final |amended |draft |proposed )*(?:report|advice|plan|letter|record|document|issue|referral|request|completion|ehc plan|ehcp|draft|form|note|statement|entry|decision|notice|risk assessment|summary)"
                   r"|\b(?:report|plan|letter|referral|request|issue|form|document|decision|final plan|record) date|\bdate (?:report |form |plan |assessment )?(?:completed|written|issued|prepared|finalised|produced|compiled|created|agreed|of report|referred|submitted)"
                   r"|\bcompleted(?: on| by [\w .'-]{2,30})?|\breport (?:completed|written|dated|issued)|\bfinal(?: ehc)? plan(?: issued)?|\bissued|\bversion date|\bdate plan (?:agreed|written)|\bplan (?:agreed|written)|\bfinished(?: on)?|\bdate raised|\brecorded(?: on)?|\bwritten(?: on)?|\bdate of final|\blast updated|\bcreated(?: on)?")),
        ("assessment", r"\bdate\(?s?\)? of (?:the )?(?:\w+ ){0,2}(?:assessment|testing|observation|involvement|consultation|session|screening)s?|\b(?:assessment|test|testing|observation|consultation) dates?|\bassessed|\bdate assessed|\bdate of test"),
        ("incident", r"\b(?:date|time|day)(?: and time|/time)? of (?:the )?(?:incident|concern|accident|event|disclosure|injury|occurrence)|\b(?:incident|concern|event|accident|occurrence) date"),
        ("signed", r"\b(?:approved|agreed|checked|authorised) by\b[^\n]{0,40}|\bsign(?:ed|ature)\b[^\n]{0,50}(?:date)?|^\W*(?:seen|written|prepared|checked|completed) by\b[^\n]{2,40}|\bdate (?:signed|of signature)"),
        ("sent", r"^\s*[>*]*\s*(?:sent|date sent)|^\W*(?:[\w']+ ){0,2}sent(?: on)?"),
        ("date", r"(?:^\W*|[|,;]\s*|\b(?:letter|report|minutes|record|notes?|form|e-?mail) )(?:date|dated|our date|today's date|week commencing|as at|date/time)"),
    )
)  # fmt: skip
_HINTS = {
    "next": ("review", "next", "due", "expiry", "by when", "deadline", "target", "respond", "reply"),
    "received": ("received", "date of contact", "date referral"),
    "print": ("print", "export", "generated", "received", "downloaded"),
    "typed": ("typ", "transcribed"),
    "dictated": ("dictat",),
    "clinic": ("clinic", "appointment", "attend", "seen"),
    "meeting": ("date", "meeting", "panel", "conference", "visit", "held"),
    "start": ("from", "start", "opened", "commenced", "began"),
    "report": ("dat", "complet", "issued", "final", "finished", "recorded", "written", "created", "agreed"),
    "assessment": ("date", "assessed"),
    "incident": ("date", "time", "day"),
    "signed": ("by", "sign"),
    "sent": ("sent",),
    "date": ("dat", "week commencing", "as at"),
}
"""One of these stands in every label of a class: quicker than the pattern that then looks closely."""
_HEAD_LINES = 60
_MOST_WORDS = 9
"""A label has no more: longer words before a date are a sentence."""
_PLACE = lazy(r"\s*(?:[a-z' -]{2,24},)?\s*")
_TIME_ONLY = lazy(
    r"[\s|,.;-]*(?:\d )?(?:(?:at )?\d{1,2}[:.]\d\d\s?(?:am|pm|hrs)?|\d{1,2}\s?(?:am|pm))?[\s|.]*(?:-\s*\d{1,2}[:.]\d\d\s?(?:am|pm)?)?[\s.]*"
)
_COMING = lazy(r"\b(?:in force|last|previous|earlier|next|due|review(?: date)?:|expires?|until|date of visit)\b")
_HEADING = lazy(
    r"\b(?:report|minutes|meeting|review|notes|plan|assessment|advice|letter|record|chronology|summary|log|form|map|profile|iep|panel|visit|observation|statement|conference|certificate|register|consultation)s?\b"
)


@dataclass(slots=True)
class Candidate:
    """`label` is standalone, heading, period or one of the classes of labels; `words` are shown to people."""

    label: str
    value: str
    page: PageScan
    piece: Found
    words: str


def candidates(prepared: Prepared) -> list[Candidate]:
    """Labelled and free-standing dates at the head of the document, and at its foot where people sign."""
    if "candidates" in prepared.kept:
        known: list[Candidate] = prepared.kept["candidates"]
        return known
    found: list[Candidate] = []
    prepared.kept["candidates"] = found
    for page in prepared.pages[:2]:
        found.extend(
            _on_page(page, prepared, _head_end(page) if page is prepared.pages[0] else 0, page is prepared.pages[0])
        )
    if len(prepared.pages) > 2:
        found.extend(_on_page(prepared.pages[-1], prepared, 0, False))
    return found


_POLICY = lazy(
    r"\b(?:approved|adopted|ratified|agreed|policy (?:date|reviewed|updated)|date of (?:policy|issue|approval)|version|issued|published|updated|"
    r"last reviewed|reviewed|date|effective)\b[\w ,.:-]{0,40}$"
)


def policy_dates(prepared: Prepared) -> list[Candidate]:
    """The day or month in which a policy was approved: what is a trap elsewhere is its date."""
    found = []
    for page in prepared.pages[:1] + prepared.pages[1:][-1:]:
        for piece in page.pieces:
            line = page.line(piece.prefix)
            before = page.plain[line[0] : piece.prefix]
            if (
                piece.shape not in ("date", "school-year")
                or piece.first[0] is None
                or "next" in before
                or "first" in before
            ):
                continue
            resolved = resolve(piece, prepared.context)
            named = _POLICY.search(before) and not before.strip().startswith("review date")
            if (
                resolved
                and resolved.value.start
                and resolved.value.first_day <= clock.today()
                and (named or _PLACE.fullmatch(before))
            ):
                words = " ".join(page.text[line[0] : piece.end].split())[-90:]
                found.append(Candidate("report", str(resolved.value), page, piece, words))
    return found


def _head_end(page: PageScan) -> int:
    at = -1
    for _ in range(_HEAD_LINES):
        at = page.text.find("\n", at + 1)
        if at < 0:
            return len(page.text)
    return at


def _on_page(page: PageScan, prepared: Prepared, head_end: int, is_first: bool) -> list[Candidate]:
    found = []
    for piece in page.pieces:
        if piece.side or piece.mark or piece.shape not in ("date", "term", "school-year") or piece.first[0] is None:
            continue
        line = page.line(piece.prefix)
        resolved = safe(piece, page, prepared, line)
        if resolved is None:
            continue
        label = _label(page, piece, line, piece.start < head_end)
        if not label or (
            (not is_first and label not in ("signed", "report", "date", "typed", "standalone"))
            or label in ("next", "print")
        ):
            continue
        if piece.week and label not in ("date", "standalone"):
            continue
        if not is_first and label == "standalone":
            label = "signed"
        words = " ".join(page.text[_words_start(page, piece, line) : piece.end].split())[-90:]
        found.append(Candidate(label, str(resolved.value), page, piece, words))
    return found


def _words_start(page: PageScan, piece: Found, line: tuple[int, int]) -> int:
    """Where the words to show begin: the label, or the date itself."""
    _, start, where = page.label(piece.prefix)
    return (
        start
        if where in ("own", "before") or (where == "above" and class_of(page.plain[start : line[0]].strip()))
        else piece.prefix
    )


def safe(piece: Found, page: PageScan, prepared: Prepared, line: tuple[int, int]) -> Resolved | None:
    """The value of a piece that may date the document: no birth, print, form or law date."""
    context = replace(prepared.context, anchor=None, near=None)
    resolved = resolve(piece, context)
    if resolved is None or (piece.shape == "date" and not gates.passes(piece, page.plain, page.text, line)):
        return None
    value = resolved.value
    if value.start and value.start.day and value.first_day in context.births:
        return None
    if value.start is None:
        return None
    return None if traps.refusal(piece, page) else resolved


def _label(page: PageScan, piece: Found, line: tuple[int, int], in_head: bool) -> str:
    if quoting.is_mail_head(page, piece.prefix, piece.end, page.plain[line[0] : piece.prefix]):
        return "sent"
    words, _, where = page.label(piece.prefix)
    label = class_of(words) if len(words) < 70 and len(words.split()) <= _MOST_WORDS else ""
    if not label and where == "own" and len(row := page.plain[line[0] : piece.prefix].strip()) < 70:
        label = "signed" if class_of(row + " ") == "signed" else ""
    if label == "date" and where == "above" and _in_column(page, piece, line):
        return ""
    if label == "date":
        label = _signed_or_agreed(page, piece, line)
    if label and not (where == "above" and label == "meeting"):
        return label
    if _stands_alone(page, piece, line, where):
        return "standalone"
    if in_head and _is_heading(page, line, piece):
        return "heading" if piece.shape == "date" and piece.first[2] else "period"
    return ""


def _in_column(page: PageScan, piece: Found, line: tuple[int, int]) -> bool:
    """True when the next line, or the one before, starts with a date too: a "Date" above is then the heading of a column."""
    after = page.plain[piece.end : piece.end + 160].split("\n")[1:4]
    before = page.plain[max(0, line[0] - 160) : line[0]].split("\n")[-4:-1][::-1]
    for lines in (after, before):
        near = next((text.strip() for text in lines if text.strip()), "")
        if _NEXT_DATE.match(near):
            return True
    return False


_NEXT_DATE = lazy(r"\d{1,2}(?:[/.-]\d{1,2}[/.-]\d\d|(?:st|nd|rd|th)? [a-z]{3,9}\b(?=$| \d\d))")
_AGREED = lazy(r"\b(?:consent\w*|parent\w*|carer|guardian|spoken to|permission)\b")
_SIGNED = lazy(
    r"\b(?:sign(?:ed|ature)|referr(?:er|ed by|ing)|completed by|senco|headteacher|practitioner|author|seen by|written by|prepared by)\b"
)


def _signed_or_agreed(page: PageScan, piece: Found, line: tuple[int, int]) -> str:
    """“Date: …” beside or under a signature, or where a form asks whether the parent agrees; else the date of the record."""
    above = page.line(line[0] - 1)[0] if line[0] else 0
    near = page.plain[above : piece.prefix]
    signed = max((m.start() for m in _SIGNED.finditer(near)), default=-1)
    agreed = max((m.start() for m in _AGREED.finditer(near)), default=-1)
    if signed < 0 and agreed < 0:
        return "date"
    return "agreed" if agreed > signed or (agreed >= 0 and "consent" in near) else "signed"


def _stands_alone(page: PageScan, piece: Found, line: tuple[int, int], where: str) -> bool:
    """True when the date has its line to itself, or shares it with a letterhead only."""
    if piece.shape != "date" or not piece.first[2]:
        return False
    left, right = page.cell(piece.prefix, piece.end)
    if _is_cell_of_letterhead(page, piece, line, left, right):
        return True
    if piece.numeric and _in_column(page, piece, line):
        return False
    if page.plain[right : line[1]].strip(" |·") or not _TIME_ONLY.fullmatch(page.plain, piece.end, right):
        return False
    if where == "before":
        row = page.plain[line[0] : left].strip(" |")
        return (
            not GAP.search(row)
            and len(row.split()) > 1
            and page.plain[: line[0]].count("\n") < 6
            and left == piece.prefix
        )
    return bool(_PLACE.fullmatch(page.plain, left, piece.prefix)) and not (piece.numeric and _in_table(page, line[0]))


_SALUTATION = lazy(r"^\s*dear\b", re.MULTILINE)


def _is_cell_of_letterhead(page: PageScan, piece: Found, line: tuple[int, int], left: int, right: int) -> bool:
    """A date in words that fills a cell of the lines above "Dear …"."""
    if (
        piece.numeric
        or left != piece.prefix
        or page.plain[piece.end : right].strip(" .")
        or page.plain[: line[0]].count("\n") > 8
    ):
        return False
    return bool(_SALUTATION.search(page.plain, right))


def _in_table(page: PageScan, start: int) -> bool:
    """True below two rows of cells: a date alone there is the wrapped end of a field."""
    rows = page.plain[max(0, start - 300) : start].rstrip("\n").split("\n")[-2:]
    return len(rows) == 2 and all(GAP.search(row.strip()) for row in rows[:1]) and start > 0


@lru_cache(maxsize=256)
def class_of(words: str) -> str:
    """The class of a label in simplified words, such as meeting, typed or print; "" for none."""
    return next(
        (name for name, pattern in _CLASSES if any(map(words.__contains__, _HINTS[name])) and pattern.search(words)), ""
    )


def _is_heading(page: PageScan, line: tuple[int, int], piece: Found) -> bool:
    words = page.text[line[0] : line[1]].strip()
    if (
        len(words) > 100
        or len(GAP.split(words)) > 3
        or words.endswith((".", ",", ";"))
        or ("," in words and ", " not in words)
        or _COMING.search(page.plain, line[0], piece.prefix)
        or page.text[: line[0]].count("\n") > 14
    ):
        return False
    top = page.text[: line[0]].count("\n") < 2 and len(words.split()) <= 12
    return top or bool(_HEADING.search(page.plain[line[0] : line[1]])) or piece.shape != "date"
