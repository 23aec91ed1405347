"""Papers that the file mentions with their day and does not hold: "see the EP report of 3 March 2021".

Says nothing where the day is that of the paper itself or lies after it, nor where any paper held fits the words and the day.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.findings import CaseView, DocumentView, FindingKind, Found, PageView
from app.findings.days import Day, find_days

KIND = FindingKind.NOT_SUPPLIED
_NOUNS = (
    r"reports?|letters?|minutes|notes? of (?:the |a )?meeting|meeting notes|assessments?|plans?|statements?|e-?mails?|referrals?|reviews?|"
    r"body maps?|chronolog(?:y|ies)|observations?|forms?|records?|logs?|summar(?:y|ies)|advice|questionnaires?|certificates?"
)
_NAMED = re.compile(
    rf"(?:\b(?:the|a|an|my|our|his|her|your|their|see|attached|enclosed)\s+)"
    rf"(?P<what>(?:[\w’'&/-]+\s+){{0,5}}?(?:{_NOUNS})(?:\s+(?:by|from|of|for)\s+(?:[\w’'.-]+\s+){{0,5}}?[\w’'.-]+)?)"
    r"[\s,(]*(?:of|dated|from|held on|on|sent on|written on|received on)\s+(?:the\s+)?"
    r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)day,?\s+)?$",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:see|refer(?:s|red|ring)?\s+to|as\s+(?:set\s+out|described|noted|recorded|stated|per|shown)|"
    r"(?:set\s+out|described|recorded)\s+in|"
    r"attach(?:ed|ing)?|enclos(?:e|ed|ing)|copy\s+of|copies\s+of|thank\s+you\s+for|thanks\s+for|further\s+to|in\s+response\s+to|following|"
    r"reply\s+to|with\s+reference\s+to|according\s+to|based\s+on|summarised\s+in|contained\s+in|appended|appendix)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:(?:the|a|an|my|our|his|her|your|their|see|attached|enclosed)\s+)+", re.IGNORECASE)
_NOT_PAPER = re.compile(r"\b(?:act|regulations?|code of practice|policy|guidance|order)\b", re.IGNORECASE)
_REACH, _BEFORE = 110, 70
_EDGE, _SHORT_LINE = 15, 48
_FAMILIES: Mapping[str, str] = {
    "report": "ep_report salt_report nhs_letter camhs_letter school_report assessment_protocol s17_assessment police_report letter",
    "assessment": "early_help_assessment s17_assessment risk_assessment assessment_protocol ep_report salt_report",
    "advice": "ep_report salt_report nhs_letter letter",
    "letter": "letter nhs_letter camhs_letter decision_letter exclusion_letter cover_letter",
    "email": "email email_thread",
    "minutes": "meeting_notes panel_minutes",
    "meeting": "meeting_notes panel_minutes handwritten_note",
    "note": "meeting_notes case_notes handwritten_note",
    "review": "sen_support_review annual_review iep meeting_notes",
    "plan": "ehcp_draft ehcp_final iep provision_map risk_assessment",
    "referral": "mash_referral referral_form letter",
    "form": "referral_form mash_referral assessment_protocol early_help_assessment",
}
"""Kinds of documents that a noun may mean."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """`what` as the page words it, its day, and the offsets of both together."""

    what: str
    day: Day
    start: int


def find(view: CaseView) -> Iterable[Found]:
    """A finding for each paper and day, at the first place that mentions it."""
    held = _held(view)
    seen: set[tuple[str, date]] = set()
    for document in sorted(view.documents, key=lambda d: d.id):
        for page in document.pages:
            for mention in _mentions(document, page):
                name = (_noun(mention.what), mention.day.day)
                if name not in seen and not _is_held(mention, document, held):
                    seen.add(name)
                    yield _found(document, page, mention)


def _held(view: CaseView) -> dict[date, list[DocumentView]]:
    """Documents by each day they may be known by: their date, and days in short lines at their beginning and end."""
    days: defaultdict[date, list[DocumentView]] = defaultdict(list)
    for document in view.documents:
        lines = [line for page in document.pages for line in page.text.splitlines() if line.strip()]
        edges = [line for line in (*lines[:_EDGE], *lines[-_EDGE:]) if len(line) <= _SHORT_LINE]
        for day in {day.day for text in (document.date, *edges) for day in find_days(text)}:
            days[day].append(document)
    return days


def _mentions(document: DocumentView, page: PageView) -> Iterator[_Mention]:
    text = page.text
    for day in find_days(text):
        before = text[max(0, day.start - _REACH) : day.start]
        named = _NAMED.search(before)
        if named is None or _NOT_PAPER.search(named["what"]) or not _points_at(text, day, before, named):
            continue
        what = _LEADING.sub("", named["what"])
        yield _Mention(" ".join(what.split()), day, day.start - len(before) + named.end("what") - len(what))


def _points_at(text: str, day: Day, before: str, named: re.Match[str]) -> bool:
    """Whether the sentence sends the reader to the paper, rather than telling that one was made."""
    at = day.start - len(before) + named.start()
    opening = re.split(r"[.;!?]\s|\n\s*\n", text[max(0, at - _BEFORE) : at + 12])[-1]
    return bool(_POINTS.search(opening)) or named[0].lower().lstrip().startswith(("see", "attached", "enclosed"))


def _noun(what: str) -> str:
    last = re.findall(r"[a-z]+", re.split(r" (?:by|from|of|for) ", what.lower())[0])
    word = last[-1] if last else ""
    return {"emails": "email", "mails": "email", "mail": "email"}.get(
        word, word.removesuffix("s") if word != "minutes" else word
    )


def _is_held(mention: _Mention, document: DocumentView, held: Mapping[date, list[DocumentView]]) -> bool:
    """Whether any paper may be the one that is meant, the page's own document included: better silent than wrong."""
    day = mention.day.day
    own = find_days(document.date)
    if own and day >= own[0].day:
        return True
    kinds = _FAMILIES.get(_noun(mention.what), "").split()
    for other in held.get(day, ()):
        if other.id == document.id and own and own[0].day != day:
            continue
        if not kinds or other.kind in kinds or other.kind in ("", "other", "bundle") or _named_in(mention, other):
            return True
    return False


def _named_in(mention: _Mention, other: DocumentView) -> bool:
    """Whether the beginning of a document calls it by the same noun."""
    opening = (other.title + " " + (other.pages[0].text[:400] if other.pages else "")).lower()
    return _noun(mention.what) in opening


def _found(document: DocumentView, page: PageView, mention: _Mention) -> Found:
    words = page.text[mention.start : mention.day.end]
    what = mention.what[0].upper() + mention.what[1:]
    return Found(
        KIND, document.id, page.number, f"mentioned {_noun(mention.what)} {mention.day.day.isoformat()}",
        "The page refers to this paper. It was not found in what we hold.", words, mention.start, mention.day.end,
        detail={"what": f"{what} of {mention.day.day.day} {mention.day.day:%B %Y}", "date": mention.day.day.isoformat()},
    )  # fmt: skip
