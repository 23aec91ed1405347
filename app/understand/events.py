"""Every dated thing in the text of a document, as suggestions with their reason."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date

from app.domain import dates
from app.domain.dates import Edtf
from app.domain.extracted import ExtractedPage
from app.domain.suggestions import EventSuggestion
from app.understand import document_date, entries, event_titles, gates, meaning, quoting, traps
from app.understand.chosen import Chosen
from app.understand.found import Found
from app.understand.lazy import lazy
from app.understand.pages import PageScan, Prepared, scan_page
from app.understand.resolve import Context, Resolved, resolve
from app.understand.writing import role_of_writing

_QUOTE_LIMIT = 480
_SEEN_ENOUGH = 4000
_FALLBACKS = {
    "meeting": "Meeting",
    "assessment": "Assessment",
    "incident": "Incident",
    "contact": "Contact",
    "decision": "Decision",
    "letter": "Letter",
    "review": "Review",
    "attendance": "Attendance",
    "referral": "Referral",
    "health": "Health",
    "other": "Dated entry",
}


_SUBJECT = lazy(r"[ \t>*]*subject\s*:")
_COUNTED = frozenset({"weekday", "ago", "shift", "period", "ordinal"})
"""Shapes whose day is counted from another: a subject travels through a conversation and says nothing of its day."""
_WITH_LOG = frozenset({"police_report"})
"""Kinds that have a date of their own and often a log of enquiries with further ones."""
_REPLY_SUBJECT = lazy(r"[ \t>*]*subject\s*:\s*(?:re|fw|fwd)\s*:")


@dataclass(slots=True)
class _State:
    """What the reading of a document carries from page to page."""

    prepared: Prepared
    chosen: Chosen
    kind: str
    anchors: list[tuple[int, int, date]]
    seen: set[tuple[str, str]]
    is_log: bool
    has_entries: bool


def find_events(prepared: Prepared, chosen: Chosen, kind: str) -> tuple[EventSuggestion, ...]:
    """All events, in the order of the text. `chosen` is the document's date, `kind` its kind id.

    A policy and an empty test form tell of no events of the child.
    """
    if kind == "policy":
        return ()
    may_be_log = kind in document_date.LOGS or kind in _WITH_LOG or chosen.anchor is None
    logged = entries.entry_days(prepared, 1 if kind in document_date.LOGS else 3) if may_be_log else []
    is_log = kind in document_date.LOGS or (bool(logged) and (chosen.anchor is None or kind in _WITH_LOG))
    marks = sorted(quoting.heads(prepared) + (logged if is_log else []))
    state = _State(prepared, chosen, kind, marks, set(), is_log, bool(logged))
    events: list[EventSuggestion] = []
    for page in prepared.pages:
        events.extend(_page_events(page, state))
        if len(events) > _SEEN_ENOUGH:
            break
    for kind, page in _hidden_pages(prepared):
        where = f"in what the file hides ({kind.replace('-', ' ')})"
        events.extend(
            replace(e, start=-1, end=-1, reason=f"{e.reason} It stands {where}.") for e in _page_events(page, state)
        )
    return tuple(events)


_TOLD = frozenset(
    {
        "comment",
        "hidden-row",
        "hidden-column",
        "hidden-sheet",
        "hidden-slide",
        "speaker-note",
        "form-value",
        "insertion",
        "deletion",
    }
)
_MOST_HIDDEN = 200


def _hidden_pages(prepared: Prepared) -> list[tuple[str, PageScan]]:
    """What a print would not show and a reader is told, as pages of their own; never what lies beneath a redaction."""
    hidden = [h for h in prepared.doc.hidden if h.kind in _TOLD and h.text.strip()][:_MOST_HIDDEN]
    return [(h.kind, scan_page(ExtractedPage(h.text), h.page or 1)) for h in hidden]


def _page_events(page: PageScan, state: _State) -> list[EventSuggestion]:
    context = replace(state.prepared.context, anchor=state.chosen.anchor)
    events: list[EventSuggestion] = []
    near_at = -10_000
    for place, piece in enumerate(page.pieces):
        context.anchor = _anchor(page, piece, state)
        if piece.start - near_at > 900:
            context.near = None
        context.beside = context.near if page.sentence(piece.start, piece.end)[0] <= near_at else None
        resolved = _resolved(page, place, context)
        if resolved is None:
            continue
        line = page.line(piece.start)
        if not _is_date_here(piece, page, line, resolved, context):
            continue
        if (
            resolved.value.start
            and resolved.value.start.day
            and not resolved.value.interval
            and not resolved.value.marks
        ):
            context.near, near_at = resolved.value.first_day, piece.start
        if (
            line[0] in page.running
            or _is_of_writing(page, piece, state)
            or _REPLY_SUBJECT.match(page.plain, line[0])
            or (piece.shape in _COUNTED and _SUBJECT.match(page.plain, line[0]))
            or _is_document_date(page, piece, line, resolved.value, state)
        ):
            continue
        event = _event(page, piece, line, resolved, state)
        if event:
            events.append(event)
            if len(events) > _SEEN_ENOUGH:
                break
    return events


def _anchor(page: PageScan, piece: Found, state: _State) -> date | None:
    """The day of the log entry or quoted message around a piece, else that of the document."""
    place = bisect_left(state.anchors, (page.number, piece.start, date.min))
    return state.anchors[place - 1][2] if place else state.chosen.anchor


def _resolved(page: PageScan, place: int, context: Context) -> Resolved | None:
    piece = page.pieces[place]
    context.year = None
    if piece.first[0] is None and piece.shape in ("date", "term", "holiday"):
        context.year = _year_beside(page, place)
    if piece.first[0] is None:
        span = page.sentence(piece.start, piece.end)
        words = page.plain[span[0] : span[1]]
        context.future = meaning.speaks_of_future(words, piece.start - span[0]) or (
            piece.shape == "weekday" and meaning.names_appointment(words)
        )
    return resolve(piece, context)


def _year_beside(page: PageScan, place: int) -> int | None:
    """The year of a date in the same list or sentence: "14 April, 6 June and 8 July 2021"."""
    piece = page.pieces[place]
    if piece.shape != "date" or piece.cue == "day-or-year":
        return None
    span = page.sentence(piece.start, piece.end)
    month = piece.first[1]
    for other in page.pieces[place + 1 : place + 5]:
        if other.start >= span[1] or other.shape != "date" or other.start - piece.end > 60 or _leads(page, other):
            break
        year = other.first[0]
        if year is not None and year > 99 and other.first[1] >= month and "." not in page.text[piece.end : other.start]:
            return year
    for other in reversed(page.pieces[max(0, place - 4) : place]):
        if other.end <= span[0] or other.shape != "date":
            break
        year = other.first[0]
        if year is not None and year > 99 and other.first[1]:
            return year + (1 if month < other.first[1] - 6 else 0)
    return None


def _leads(page: PageScan, piece: Found) -> bool:
    """True for a date that begins a line with digits, as those of log entries and messages do."""
    return piece.numeric and not page.plain[page.line(piece.start)[0] : piece.prefix].strip(" [(|*-")


def _is_date_here(piece: Found, page: PageScan, line: tuple[int, int], resolved: Resolved, context: Context) -> bool:
    if not gates.passes(piece, page.plain, page.text, line):
        return False
    value = resolved.value
    if not value.interval and value.start and value.start.day and value.first_day in context.births:
        return False
    if piece.shape == "group" and (
        (context.anchor and value.first_day > context.anchor) or _dated_closer(page, piece, value)
    ):
        return False
    if piece.shape == "age" and any(p.shape != "age" for p in page.pieces_in(*page.sentence(piece.start, piece.end))):
        return False
    return not traps.refusal(piece, page)


def _dated_closer(page: PageScan, piece: Found, value: Edtf) -> bool:
    """True when the sentence gives a day or month of that same school year: "4 September 2019: started in Reception"."""
    for other in page.pieces_in(*page.sentence(piece.start, piece.end)):
        year, month, _ = other.first
        if other.shape == "date" and year and month and value.start and value.end:
            year += 0 if year > 99 else 2000
            if (value.start.year, value.start.month) <= (year, month) <= (value.end.year, value.end.month):
                return True
    return False


def _is_of_writing(page: PageScan, piece: Found, state: _State) -> bool:
    """The day something was typed, written down or sent: kept apart from what happened. A log that has no other days keeps it."""
    role = role_of_writing(page, piece)
    return bool(role) and (role != "recorded" or state.has_entries or state.kind not in document_date.LOGS)


def _is_document_date(page: PageScan, piece: Found, line: tuple[int, int], value: Edtf, state: _State) -> bool:
    """The date by which the document itself is dated, and its repeats that say nothing more."""
    chosen = state.chosen
    if (page.number, piece.start) in chosen.sources:
        return True
    if str(value) != chosen.date:
        return False
    rest = page.plain[line[0] : piece.prefix] + page.plain[piece.end : line[1]]
    words = [word for word in rest.replace(":", " ").split() if word.isalpha()]
    return len(words) <= 2 or (len(words) <= 6 and not page.plain[piece.end : line[1]].strip(" .|"))


def _event(
    page: PageScan, piece: Found, line: tuple[int, int], resolved: Resolved, state: _State
) -> EventSuggestion | None:
    span = _passage(page, piece, state)
    if span is None:
        return None
    first, last = span
    spans = _dates_between(page, first, last)
    quote = page.text[first:last]
    value = str(resolved.value)
    shown = " ".join(quote.split())
    key = (value, shown.lower())
    if key in state.seen:
        return None
    state.seen.add(key)
    simple = page.plain[first:last]
    kind = meaning.kind_of(simple, piece.prefix - first)
    own = (piece.prefix - first, piece.end - first)
    others = tuple(span for span in spans if span != own)
    text = page.text[piece.prefix : piece.end]
    return EventSuggestion(
        date=value,
        date_text=text,
        page=page.number,
        start=piece.prefix,
        end=piece.end,
        quote=shown,
        title=event_titles.title_of(quote.replace("\n", " "), *own, _FALLBACKS[kind], others),
        kind=kind,
        precision=dates.precision(value),
        reason=f"From “{' '.join(text.split())}” on page {page.number}: {resolved.how}.",
        role=_role(page, piece, line, resolved, state),
    )


def _passage(page: PageScan, piece: Found, state: _State) -> tuple[int, int] | None:
    """The words to quote: its sentence; for a date alone on its line the entry below it or the words above; None without any."""
    first, last = page.sentence(piece.prefix, piece.end)
    if not event_titles.says_nothing(page.text[first:last], _dates_between(page, first, last)):
        return _window(first, last, piece)
    if state.is_log or _goes_on(page.text, last):
        for _ in range(4 if state.is_log else 1):
            start = last
            while start < len(page.text) and page.text[start].isspace():
                start += 1
            if start >= len(page.text) or any(
                p.prefix < start + 2 and p.end > start for p in page.pieces if p.shape == "date"
            ):
                break
            last = page.sentence(start, start + 1)[1]
            if not event_titles.says_nothing(page.text[first:last], _dates_between(page, first, last)):
                return _window(first, last, piece)
    before = page.sentence(first - 2, first - 1) if first >= 2 else (0, 0)
    words = page.plain[before[0] : before[1]].split()
    if 5 <= len(words) < 60 or (len(words) > 1 and words[-1].endswith(":")):
        return _window(before[0], last, piece)
    return (first, last) if _amid_the_page(page, first) else None


def _amid_the_page(page: PageScan, at: int) -> bool:
    """True between the head and the foot of a page, where a date by itself is filled in and not printed on every page."""
    return page.text.count("\n", 0, at) > 3 and page.text.count("\n", at) > 3


def _goes_on(text: str, end: int) -> bool:
    """True when more stands behind on the same line."""
    stop = text.find("\n", end)
    return len(text[end : stop if stop >= 0 else len(text)].split()) > 1


def _dates_between(page: PageScan, first: int, last: int) -> tuple[tuple[int, int], ...]:
    return tuple((p.prefix - first, p.end - first) for p in page.pieces_in(first, last))


def _role(page: PageScan, piece: Found, line: tuple[int, int], resolved: Resolved, state: _State) -> str:
    start = resolved.value.start
    later = bool(state.chosen.anchor and start and start.first_day > _last_anchor(page, piece, state))
    return meaning.role_of(page.plain[max(line[0] - 40, 0) : piece.prefix], later)


def _last_anchor(page: PageScan, piece: Found, state: _State) -> date:
    anchor = _anchor(page, piece, state) or date.max
    return max(anchor, state.chosen.anchor or anchor)


def _window(first: int, last: int, piece: Found) -> tuple[int, int]:
    """A sentence longer than can be read at a glance is cut around its date."""
    if last - first <= _QUOTE_LIMIT:
        return first, last
    first = max(first, piece.prefix - _QUOTE_LIMIT // 2)
    return first, min(last, max(piece.end, first + _QUOTE_LIMIT))
