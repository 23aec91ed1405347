"""Chooses the document's own date among letterhead, labels, headers, headings and, last, the file itself.

The order depends on the kind: minutes are dated by their meeting, letters by the day they were written (typed, else dictated, else the
clinic, as domain/uk-records-law.md 8.3 keeps these apart), logs by their last entry. What is not chosen stays an event with its role.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date as Day
from datetime import datetime, timedelta

from app.domain import dates
from app.domain.suggestions import Suggestion
from app.understand import gates, quoting, traps
from app.understand.found import Found
from app.understand.pages import GAP, PageScan, Prepared
from app.understand.resolve import resolve
from app.understand.resolve import Resolved as _Resolved

_CLASSES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:{words})(?:\s+(?:on|was|is|held|and time|/\s*time))*\s*[:\-|.]*\s*(?:on\s+)?$"))
    for name, words in (
        ("next", r"\bnext [\w ]{0,24}|\breview (?:due|date)\b|\bdate of (?:next )?review due|\bdue(?: date)?|\bexpiry(?: date)?|\bby when|\bdeadline|\btarget date|\brespond by|\breply by"),
        ("print", r"\bprint(?:ed)?\b[\w ]{0,20}|\bexport(?:ed)?\b[\w ]{0,20}|\bgenerated\b[\w ]{0,20}|\bdate received\b|\breceived\b[\w ]{0,12}|\bdownloaded\b[\w ]{0,12}"),
        ("typed", r"\b(?:date\s+)?(?:typed|transcribed)(?:\s+date)?|\bdate of typing|\btyping date"),
        ("dictated", r"\b(?:date\s+)?dictated(?:\s+date)?|\bdate of dictation|\bdictation date"),
        ("clinic", r"\b(?:date of |date seen in )?(?:the )?clinic(?:\s+date)?(?: attended)?|\bclinic held|\bdate (?:of )?(?:clinic|appointment|attendance)|\bappointment date|\bdate seen|\bseen on|\bdate of contact|\battended"),
        ("meeting", r"\bdate of (?:the |this )?(?:\w+ ){0,3}(?:meeting|conference|panel|discussion|visit|conversation|call|review meeting|tac|taf|mediation)|\b(?:meeting|panel|conference|visit) (?:date|held)|\bmeeting held|\bheld|\bdate of (?:annual )?review|\breview held|\bdate and time of meeting|\bdate of (?:the )?hearing"),
        ("report", r"\bdate of (?:this |the |final |amended |draft |proposed )*(?:report|advice|plan|letter|record|document|issue|referral|request|completion|ehc plan|ehcp|form|note|statement|entry|decision|notice|risk assessment|summary)"
                   r"|\b(?:report|plan|letter|referral|request|issue|form|document|decision|final plan|record) date|\bdate (?:report |form |plan |assessment )?(?:completed|written|issued|prepared|finalised|produced|compiled|created|agreed|of report|referred|submitted)"
                   r"|\bcompleted(?: on| by [\w .'-]{2,30})?|\breport (?:completed|written|dated|issued)|\bfinal(?: ehc)? plan(?: issued)?|\bissued|\bversion date|\bplan (?:started|start date)|\bdate plan (?:started|agreed|written)|\bstart date|\bdate raised|\brecorded(?: on)?|\bwritten(?: on)?|\bdate of final|\blast updated|\bcreated(?: on)?"),
        ("assessment", r"\bdate\(?s?\)? of (?:the )?(?:\w+ ){0,2}(?:assessment|testing|observation|involvement|consultation|session|screening)s?|\b(?:assessment|test|testing|observation|consultation) dates?|\bassessed|\bdate assessed|\bdate of test"),
        ("incident", r"\b(?:date|time|day)(?: and time|/time)? of (?:the )?(?:incident|concern|accident|event|disclosure|injury|occurrence)|\b(?:incident|concern|event|accident|occurrence) date"),
        ("signed", r"\b(?:approved|agreed|checked|authorised) by\b[^\n]{0,40}|\bsign(?:ed|ature)\b[^\n]{0,50}(?:date)?|\bdate (?:signed|of signature)"),
        ("sent", r"^\s*[>*]*\s*(?:sent|date sent)|\bsent(?: on)?"),
        ("date", r"(?:^\W*|[|,;]\s*|\b(?:letter|report|minutes|record|notes?|form|e-?mail) )(?:date|dated|our date|today's date|week commencing|as at|date/time)"),
    )
)  # fmt: skip
_ORDERS = {
    "letter": (
        "standalone",
        "date",
        "report",
        "sent",
        "typed",
        "dictated",
        "heading",
        "clinic",
        "signed",
        "meeting",
        "assessment",
        "incident",
        "period",
    ),
    "meeting": (
        "meeting",
        "heading",
        "date",
        "standalone",
        "report",
        "clinic",
        "signed",
        "sent",
        "assessment",
        "period",
    ),
    "report": (
        "report",
        "date",
        "standalone",
        "typed",
        "heading",
        "signed",
        "dictated",
        "assessment",
        "meeting",
        "clinic",
        "incident",
        "sent",
        "period",
    ),
    "log": ("report", "date", "heading", "standalone", "incident", "signed", "meeting", "period"),
    "email": ("sent", "date", "standalone", "heading"),
}
_MEETINGS = {"meeting_notes", "panel_minutes", "annual_review", "sen_support_review"}
_LETTERS = {
    "letter",
    "nhs_letter",
    "camhs_letter",
    "decision_letter",
    "exclusion_letter",
    "cover_letter",
    "index_schedule",
    "ehc_needs_request",
}
LOGS = {
    "case_notes",
    "chronology_export",
    "behaviour_log",
    "nhs_record_export",
    "attendance_certificate",
    "text_message_export",
}
_EMAILS = {"email", "email_thread"}
_EQUAL = {"standalone", "date"}
_HEAD_LINES = 60
_SURE = {
    "standalone": 0.9,
    "date": 0.9,
    "report": 0.92,
    "meeting": 0.95,
    "sent": 0.97,
    "typed": 0.9,
    "dictated": 0.85,
    "heading": 0.8,
    "clinic": 0.75,
}
_WHY = {
    "standalone": "the date at the head of the page",
    "typed": "the day it was typed; a clinic or dictation date stays in the timeline",
    "dictated": "the day it was dictated",
    "clinic": "the day of the clinic, the only date it has",
    "heading": "the date in its heading",
    "signed": "the day it was signed",
}


@dataclass(slots=True)
class Chosen:
    """The document's date. `anchor` is the day from which "last Tuesday" counts, None without one.
    `sources` are (page, offset) of the pieces that give it."""

    date: str = ""
    reason: str = ""
    confidence: float = 0.0
    anchor: Day | None = None
    sources: set[tuple[int, int]] = field(default_factory=set)

    def suggestion(self) -> Suggestion | None:
        """The suggestion, None without a date."""
        return Suggestion(self.date, self.reason, self.confidence) if self.date else None


@dataclass(slots=True)
class _Candidate:
    label: str
    value: str
    page: PageScan
    piece: Found
    words: str


def choose(prepared: Prepared, kind: str) -> Chosen:
    """The document's own date for a document of a kind."""
    mail = prepared.doc.mail
    if mail and (sent := uk_day(mail.sent)):
        text = f"From the e-mail's Sent header, {dates.show(sent.isoformat())} in UK time."
        return _finished(Chosen(sent.isoformat(), text, 0.99, sent), prepared)
    if _group(kind) == "log" and (last := _period_end(prepared) or _last_entry(prepared)):
        return last
    candidates = _candidates(prepared) if kind != "policy" else _policy_dates(prepared)
    now = _now(prepared)
    for past in (True, False):
        fitting = _first_fitting([c for c in candidates if (dates.parse(c.value).first_day <= now) is past], kind)
        if fitting:
            return _finished(_from_candidate(fitting), prepared)
    return _finished(_last_resorts(prepared), prepared)


def _now(prepared: Prepared) -> Day:
    """No record is dated after the day it was received, or after today; a clock may be wrong, so this only ranks."""
    received = prepared.facts.received[:10]
    try:
        return max(Day.today(), Day.fromisoformat(received)) if received else Day.today()
    except ValueError:
        return Day.today()


def _first_fitting(candidates: list[_Candidate], kind: str) -> _Candidate | None:
    for label in _ORDERS[_group(kind)]:
        if label == "heading" and kind == "index_schedule":
            continue
        fitting = [c for c in candidates if c.label == label or {c.label, label} <= _EQUAL]
        if fitting:
            fitting.sort(key=lambda c: not c.piece.first[2])
            return _best(label, fitting)
    return None


def _group(kind: str) -> str:
    if kind in _MEETINGS:
        return "meeting"
    if kind in _LETTERS:
        return "letter"
    if kind in LOGS:
        return "log"
    return "email" if kind in _EMAILS else "report"


def _best(label: str, fitting: list[_Candidate]) -> _Candidate:
    """The first; of several assessment days the last."""
    return fitting[-1] if label == "assessment" else fitting[0]


def _from_candidate(candidate: _Candidate) -> Chosen:
    value = dates.parse(candidate.value)
    why = _WHY.get(candidate.label, "")
    reason = f"From “{candidate.words}” on page {candidate.page.number}" + (f": {why}." if why else ".")
    anchor = value.first_day if value.start and value.start.day else None
    chosen = Chosen(candidate.value, reason, _SURE.get(candidate.label, 0.7), anchor)
    chosen.sources.add((candidate.page.number, candidate.piece.start))
    return chosen


def _candidates(prepared: Prepared) -> list[_Candidate]:
    """Labelled and free-standing dates at the head of the document, and at its foot where people sign."""
    found: list[_Candidate] = []
    for page in prepared.pages[:2]:
        found.extend(
            _on_page(page, prepared, _head_end(page) if page is prepared.pages[0] else 0, page is prepared.pages[0])
        )
    if len(prepared.pages) > 2:
        found.extend(_on_page(prepared.pages[-1], prepared, 0, False))
    return found


_POLICY = re.compile(
    r"\b(?:approved|adopted|ratified|agreed|policy (?:date|reviewed|updated)|date of (?:policy|issue|approval)|version|issued|published|updated|"
    r"last reviewed|reviewed|date|effective)\b[\w ,.:-]{0,40}$"
)


def _policy_dates(prepared: Prepared) -> list[_Candidate]:
    """The day or month in which a policy was approved: what is a trap elsewhere is its date."""
    found = []
    for page in prepared.pages[:1] + prepared.pages[1:][-1:]:
        for piece in page.pieces:
            line = page.line(piece.prefix)
            before = page.plain[line[0] : piece.prefix]
            if piece.shape not in ("date", "school-year") or piece.first[0] is None or "next" in before:
                continue
            resolved = resolve(piece, prepared.context)
            named = _POLICY.search(before) and not before.strip().startswith("review date")
            if (
                resolved
                and resolved.value.start
                and resolved.value.first_day <= Day.today()
                and (named or _PLACE.fullmatch(before))
            ):
                words = " ".join(page.text[line[0] : piece.end].split())[-90:]
                found.append(_Candidate("report", str(resolved.value), page, piece, words))
    return found


def _head_end(page: PageScan) -> int:
    at = -1
    for _ in range(_HEAD_LINES):
        at = page.text.find("\n", at + 1)
        if at < 0:
            return len(page.text)
    return at


def _on_page(page: PageScan, prepared: Prepared, head_end: int, is_first: bool) -> list[_Candidate]:
    found = []
    for piece in page.pieces:
        if piece.side or piece.mark or piece.shape not in ("date", "term", "school-year") or piece.first[0] is None:
            continue
        line = page.line(piece.prefix)
        resolved = _safe(piece, page, prepared, line)
        if resolved is None:
            continue
        label = _label(page, piece, line, piece.start < head_end)
        if not label or (
            not is_first
            and label not in ("signed", "report", "date", "typed", "standalone")
            or label in ("next", "print")
        ):
            continue
        if piece.week and label not in ("date", "standalone"):
            continue
        if not is_first and label == "standalone":
            label = "signed"
        words = " ".join(page.text[_words_start(page, piece, line) : piece.end].split())[-90:]
        found.append(_Candidate(label, str(resolved.value), page, piece, words))
    return found


def _words_start(page: PageScan, piece: Found, line: tuple[int, int]) -> int:
    """Where the words to show begin: the label, or the date itself."""
    _, start, where = page.label(piece.prefix)
    return (
        start
        if where in ("own", "before") or (where == "above" and _class(page.plain[start : line[0]].strip()))
        else piece.prefix
    )


def _safe(piece: Found, page: PageScan, prepared: Prepared, line: tuple[int, int]) -> _Resolved | None:
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
    label = _class(words) if len(words) < 70 else ""
    if label and not (where == "above" and label == "meeting"):
        return label
    if _stands_alone(page, piece, line, where):
        return "standalone"
    if in_head and _is_heading(page, line, piece):
        return "heading" if piece.shape == "date" and piece.first[2] else "period"
    return ""


def _stands_alone(page: PageScan, piece: Found, line: tuple[int, int], where: str) -> bool:
    """True when the date has its line to itself, or shares it with a letterhead only."""
    if piece.shape != "date" or not piece.first[2]:
        return False
    left, right = page.cell(piece.prefix, piece.end)
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
    return bool(_PLACE.fullmatch(page.plain, left, piece.prefix)) and not _in_table(page, line[0])


def _in_table(page: PageScan, start: int) -> bool:
    """True below two rows of cells: a date alone there is the wrapped end of a field."""
    rows = page.plain[max(0, start - 300) : start].rstrip("\n").split("\n")[-2:]
    return len(rows) == 2 and all(GAP.search(row.strip()) for row in rows[:1]) and start > 0


def _class(words: str) -> str:
    return next((name for name, pattern in _CLASSES if pattern.search(words)), "")


_PLACE = re.compile(r"\s*(?:[a-z' -]{2,24},)?\s*")
_TIME_ONLY = re.compile(
    r"[\s|,.;-]*(?:(?:at )?\d{1,2}[:.]\d\d\s?(?:am|pm|hrs)?|\d{1,2}\s?(?:am|pm))?[\s|.]*(?:-\s*\d{1,2}[:.]\d\d\s?(?:am|pm)?)?[\s.]*"
)


_HEADING = re.compile(
    r"\b(?:report|minutes|meeting|review|notes|plan|assessment|advice|letter|record|chronology|summary|log|form|map|profile|iep|panel|visit|observation|statement|conference|certificate|register|consultation)s?\b"
)


def _is_heading(page: PageScan, line: tuple[int, int], piece: Found) -> bool:
    words = page.text[line[0] : line[1]].strip()
    if (
        len(words) > 100
        or len(GAP.split(words)) > 3
        or words.endswith((".", ",", ";"))
        or page.text[: line[0]].count("\n") > 14
    ):
        return False
    top = page.text[: line[0]].count("\n") < 2 and len(words.split()) <= 12
    return top or bool(_HEADING.search(page.plain[line[0] : line[1]])) or piece.shape != "date"


_PERIOD = re.compile(r"(?:\bfrom|\bperiod|\bto|\bdates?)\b[\s:]*$")


def _period_end(prepared: Prepared) -> Chosen | None:
    """The end of the period that an attendance record covers: "From 01/09/2021 to 31/03/2022"."""
    for page in prepared.pages[:1]:
        spans = [p for p in page.pieces if p.shape == "date" and p.first[2]]
        for piece, after in zip(spans, [*spans[1:], None], strict=True):
            line = page.line(piece.prefix)
            end = piece.last or (after.first if after and after.end <= line[1] else None)
            if (
                not end
                or not _PERIOD.search(page.plain, line[0], piece.start)
                or not (piece.last or _joined_by_to(page, piece, after))
            ):
                continue
            closing = replace(piece if piece.last else after or piece, first=end, last=None, side="")
            resolved = resolve(closing, prepared.context)
            if resolved and resolved.value.first_day <= Day.today():
                words = " ".join(page.text[line[0] : line[1]].split())
                value = resolved.value.first_day
                chosen = Chosen(
                    value.isoformat(), f"From “{words[:90]}” on page {page.number}: the end of its period.", 0.8, value
                )
                return chosen
    return None


def _joined_by_to(page: PageScan, piece: Found, after: Found | None) -> bool:
    return after is not None and page.plain[piece.end : after.prefix].strip(" -|") in ("to", "until", "")


def _last_entry(prepared: Prepared) -> Chosen | None:
    """The last entry of a log is the day up to which it was kept."""
    entries = quoting.anchors(prepared, entries=True)
    if not entries:
        return None
    last = max(day for _, _, day in entries)
    text = f"The last of its dated entries, {dates.show(last.isoformat())}."
    return Chosen(last.isoformat(), text, 0.6, last)


_FILE_DATE = re.compile(
    r"(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)|(?<!\d)(0[1-9]|[12]\d|3[01])[-_. ](0[1-9]|1[0-2])[-_. ](20\d\d|\d\d)(?!\d)"
)
_EXPORT_DayS = 60


def _last_resorts(prepared: Prepared) -> Chosen:
    return _only_date(prepared) or _file_name(prepared) or _metadata(prepared) or Chosen()


def _only_date(prepared: Prepared) -> Chosen | None:
    """The one day that a short document names."""
    values: dict[str, tuple[PageScan, Found]] = {}
    if len(prepared.pages) > 2:
        return None
    for page in prepared.pages:
        for piece in page.pieces:
            if (
                piece.shape == "date"
                and piece.first[0] is not None
                and piece.first[2]
                and not piece.last
                and not piece.side
            ):
                resolved = _safe(piece, page, prepared, page.line(piece.prefix))
                if resolved:
                    values.setdefault(str(resolved.value), (page, piece))
    if len(values) != 1:
        return None
    value, (page, piece) = next(iter(values.items()))
    words = " ".join(page.text[piece.prefix : piece.end].split())
    anchor = dates.parse(value).first_day
    return Chosen(value, f"From “{words}” on page {page.number}, the only day it names.", 0.5, anchor)


def _file_name(prepared: Prepared) -> Chosen | None:
    name = prepared.path.replace("\\", "/").rsplit("/", 1)[-1]
    match = _FILE_DATE.search(name)
    if not match:
        return None
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    try:
        value = Day(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None
    if not prepared.context.earliest <= value <= Day.today():
        return None
    return Chosen(value.isoformat(), f"From the file's name, “{name}”; its text gives no date.", 0.5, value)


def _metadata(prepared: Prepared) -> Chosen | None:
    """The file's own creation day, unless it is so near the delivery that it is the day of the export."""
    properties = prepared.doc.properties
    received = prepared.facts.received[:10]
    for name in ("created", "modified"):
        try:
            value = datetime.fromisoformat(properties.get(name, "")).date()
        except ValueError:
            continue
        near = (
            bool(received) and abs((Day.fromisoformat(received) - value).days) <= _EXPORT_DayS
            if len(received) == 10
            else False
        )
        if not near and prepared.context.earliest <= value <= Day.today():
            text = f"The file says that it was {name} on {dates.show(value.isoformat())}; its text gives no date."
            return Chosen(value.isoformat(), text, 0.25, value)
    return None


def _finished(chosen: Chosen, prepared: Prepared) -> Chosen:
    """Without a day of its own, a record speaks from its last day: "last Tuesday" still has no anchor then."""
    for page in prepared.pages[:1]:
        for piece in page.pieces:
            line = page.line(piece.prefix)
            before = page.plain[line[0] : piece.prefix]
            if quoting.is_mail_head(page, piece.prefix, piece.end, before) and prepared.doc.mail and piece.start < 600:
                chosen.sources.add((page.number, piece.start))
    return chosen


def uk_day(sent: str) -> Day | None:
    """The day in the UK of an ISO 8601 time; British Summer Time is worked out (SI 2002/262), no time zone files are needed."""
    try:
        moment = datetime.fromisoformat(sent)
    except ValueError:
        return None
    offset = moment.utcoffset()
    if offset is None:
        return moment.date()
    utc = moment.replace(tzinfo=None) - offset
    if _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10):
        utc += timedelta(hours=1)
    return utc.date()


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1)
    return last - timedelta(days=(last.weekday() + 1) % 7)
