"""Which kind of document it is, by scored cues of heading, body and format, with the cue named."""

import re
from dataclasses import dataclass

from app.domain.suggestions import Suggestion
from app.understand.kind_cues import BODY_CUES, HEAD_CUES, KIND_LABELS, cues_in
from app.understand.pages import Prepared

__all__ = ["KIND_LABELS", "kind_of"]

_HEAD_LINES = 14
_BODY_LETTERS = 12_000
_FLOOR = 6.0
_MAIL_HEAD = re.compile(r"^[ \t>*]*from\s*:[^\n]+\n(?:[^\n]*\n){0,4}?[ \t>*]*(?:sent|date)\s*:", re.MULTILINE)
_WROTE = re.compile(r"^[ \t>]*on [^\n]{6,90}\n?[^\n]{0,60}\bwrote:", re.MULTILINE)
_CHAT_LINE = re.compile(
    r"^\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?\]?(?: -)? [^:\n]{2,40}:", re.MULTILINE
)
_DEAR = re.compile(r"^\s*(?:dear|to whom it may concern)\b", re.MULTILINE)
_SIGN_OFF = re.compile(r"\byours (?:sincerely|faithfully|truly)\b|\bkind regards\b|\bbest wishes\b")
_ENTRY = re.compile(
    r"^[ \t|*-]*(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,? )?\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{2,4}|(?:st|nd|rd|th)? [a-z]{3,9},? \d{4})\b",
    re.MULTILINE,
)
_CERTAIN = {
    "archive": ("archive", "zip", "7z", "tar", "rar"),
    "junk": ("junk",),
    "presentation": ("pptx", "ppt", "odp"),
}
_PICTURES = frozenset({"jpeg", "jpg", "png", "tiff", "heic", "webp", "gif", "bmp"})
_LETTER_KINDS = {
    "nhs_letter", "camhs_letter", "decision_letter", "exclusion_letter", "cover_letter", "ehc_needs_request", "letter", "ep_report", "salt_report",
}  # fmt: skip
_HEALTH = re.compile(r"\b(?:nhs|surgery|medical (?:centre|practice)|health centre|hospital|paediatric\w*)\b")
_NEEDS_LETTER = {"cover_letter", "decision_letter", "exclusion_letter"}


@dataclass(slots=True)
class _Text:
    head: str
    first: str
    body: str


def kind_of(prepared: Prepared) -> Suggestion:
    """The most likely kind, with its reason; "other" with little confidence when no cue is found."""
    doc = prepared.doc
    for kind, formats in _CERTAIN.items():
        if doc.format in formats:
            return Suggestion(kind, f"Its format is {doc.format}.", 0.95)
    if doc.mail is not None:
        return Suggestion("email", "It is an e-mail with its headers.", 0.98)
    text = _text(prepared)
    if not text.body.strip():
        return _without_text(prepared)
    return _by_format(prepared, text) or _by_cues(prepared, text)


def _without_text(prepared: Prepared) -> Suggestion:
    if prepared.doc.format in _PICTURES:
        return Suggestion("photo", "A picture with no text read in it.", 0.5)
    return Suggestion("other", "No text has been read in it.", 0.1)


def _text(prepared: Prepared) -> _Text:
    """The first lines, the first three of them, and the first pages, simplified."""
    if not prepared.pages:
        return _Text("", "", "")
    first = prepared.pages[0].plain
    lines = [" ".join(line.split()) for line in first[:3000].split("\n") if line.strip()]
    body = " ".join(" ".join(page.plain for page in prepared.pages[:6])[:_BODY_LETTERS].split())
    return _Text("\n".join(line[:160] for line in lines[:_HEAD_LINES]), "\n".join(lines[:4]), body)


def _by_format(prepared: Prepared, text: _Text) -> Suggestion | None:
    first = prepared.pages[0].plain
    head = _MAIL_HEAD.search(first[:1500])
    if head and first[: head.start()].count("\n") < 8:
        later = "\n".join(page.plain for page in prepared.pages[:8])[head.end() :]
        if _MAIL_HEAD.search(later) or _WROTE.search(later):
            return Suggestion("email_thread", "It has several “From … Sent …” headers.", 0.93)
        return Suggestion("email", "It starts with “From … Sent …”.", 0.92)
    if len(_CHAT_LINE.findall(first)) >= 4:
        return Suggestion("text_message_export", "Its lines each start with a time and a sender.", 0.93)
    page = prepared.doc.pages[0]
    if page.ocr_confidence is not None and page.ocr_confidence < 55 and len(prepared.pages) <= 3 and len(first) < 2500:
        return Suggestion("handwritten_note", "A scan of which little could be read, as with handwriting.", 0.5)
    return None


def _by_cues(prepared: Prepared, text: _Text) -> Suggestion:
    scores: dict[str, float] = {}
    best_cue: dict[str, tuple[float, str, bool]] = {}
    for kind, weight, phrase in cues_in(text.head, HEAD_CUES):
        if _whole(text.head, phrase):
            points = weight * _prominence(text.head, phrase)
            _add(scores, best_cue, kind, points, phrase, True)
    for kind, weight, phrase in cues_in(text.body, BODY_CUES):
        _add(scores, best_cue, kind, weight * 0.6, phrase, False)
    _adjust(scores, best_cue, prepared, text)
    if not scores:
        return Suggestion("other", "No words that tell its kind.", 0.1)
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    kind, points = ranked[0]
    if points < _FLOOR:
        return Suggestion("other", "Too few words that tell its kind.", 0.2)
    rival = ranked[1][1] if len(ranked) > 1 else 0.0
    confidence = min(0.97, 0.45 + 0.02 * points + 0.35 * (points - rival) / points)
    _, phrase, in_head = best_cue[kind]
    where = "at the head of the page" if in_head else "in the text"
    return Suggestion(kind, f"“{phrase.strip()}” {where}.", round(confidence, 2))


def _add(
    scores: dict[str, float],
    cues: dict[str, tuple[float, str, bool]],
    kind: str,
    points: float,
    phrase: str,
    head: bool,
) -> None:
    """Cues add up, and several weak ones count less than one strong."""
    scores[kind] = scores.get(kind, 0.0) + (points if not cues.get(kind) or not head else points * 0.35)
    if kind not in cues or points > cues[kind][0]:
        cues[kind] = (points, phrase, head)


def _whole(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    before, after = text[at - 1 : at] if at else "", text[at + len(phrase) : at + len(phrase) + 1]
    return not (before.isalnum() or (after.isalnum() and len(phrase) < 6))


def _prominence(head: str, phrase: str) -> float:
    """A cue in a heading (a short line) counts more than one in running words."""
    at = head.find(phrase)
    start = head.rfind("\n", 0, at) + 1
    end = head.find("\n", at)
    line = head[start : end if end >= 0 else len(head)]
    words = len(line.split())
    place = head[:start].count("\n")
    factor = 1.0 if words <= 9 else 0.55 if words <= 14 else 0.35
    if line.startswith(("re:", "re ", "subject:", "to:", "cc", "from:")):
        factor *= 0.8
    return factor * (1.15 if place < 4 else 0.9)


def _adjust(
    scores: dict[str, float], cues: dict[str, tuple[float, str, bool]], prepared: Prepared, text: _Text
) -> None:
    """What a letter, a log or a form is, and what it therefore is not."""
    first = prepared.pages[0].plain
    dear = bool(_DEAR.search(first[:2500]))
    signed = any(_SIGN_OFF.search(page.plain) for page in prepared.pages[:4])
    if dear:
        _add(scores, cues, "letter", 7.0, "dear", False)
        for kind in scores:
            if kind not in _LETTER_KINDS:
                scores[kind] *= 0.45
    if dear and _HEALTH.search(text.first):
        _add(scores, cues, "nhs_letter", 7.0, "a health service", True)
    if signed and dear:
        _add(scores, cues, "letter", 1.5, "yours sincerely", False)
    if not dear:
        for kind in _NEEDS_LETTER & scores.keys():
            scores[kind] *= 0.6
        scores.pop("letter", None)
    entries = len(_ENTRY.findall(first))
    if entries >= 4:
        for kind in ("case_notes", "chronology_export", "behaviour_log", "nhs_record_export"):
            if kind in scores:
                scores[kind] *= 1.25
    if "policy" in scores and _about_child(prepared):
        scores["policy"] *= 0.3
    if scores.get("ehcp_draft", 0) and "draft" not in text.head:
        scores["ehcp_draft"] *= 0.3
    if scores.get("ehcp_final", 0) and "draft" in text.first:
        scores["ehcp_final"] *= 0.4


def _about_child(prepared: Prepared) -> bool:
    name = prepared.facts.child.lower().split()
    if not name:
        return any("date of birth" in page.plain or "dob" in page.plain for page in prepared.pages[:2])
    return any(re.search(rf"\b{re.escape(name[0])}\b", page.plain) for page in prepared.pages[:3])
