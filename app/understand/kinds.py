"""Which kind of document it is, by scored cues of heading, body and format, with the cue named."""

import re
from dataclasses import dataclass, field

from app.domain.suggestions import Suggestion
from app.understand.kind_cues import BODY_CUES, HEAD_CUES, KIND_LABELS, PATTERNS, cues_in
from app.understand.layout import layout_of
from app.understand.lazy import lazy
from app.understand.pages import GAP, Prepared

__all__ = ["KIND_LABELS", "kind_of"]

_HEAD_CELLS = 22
_ENTRY_KINDS = ("case_notes", "chronology_export", "behaviour_log", "nhs_record_export")
_BODY_LETTERS = 12_000
_FLOOR = 6.0
_PLAIN_LETTER = 6.0
_MAIL_HEAD = lazy(r"^[ \t>*]*from\s*:[^\n]+\n(?:[^\n]*\n){0,4}?[ \t>*]*(?:sent|date)\s*:", re.MULTILINE)
_WROTE = lazy(r"^[ \t>]*on [^\n]{6,90}\n?[^\n]{0,60}\bwrote:", re.MULTILINE)
_CHAT_LINE = lazy(
    r"^\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?\]?(?: -)? [^:\n]{2,40}:", re.MULTILINE
)
_DEAR = lazy(r"^\s*(?:dear|to whom it may concern)\b", re.MULTILINE)
_ENTRY = lazy(
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
_HEALTH = lazy(r"\b(?:nhs|surgery|medical (?:centre|practice)|health centre|hospital|paediatric\w*)\b")
_CAMHS = lazy(r"\bcamhs\b|child (?:and|&) adolescent mental health|children and young people's mental health")
_CLINICIAN = lazy(
    r"\b(?:paediatrician|consultant|registrar|audiologist|physiotherapist|occupational therapist|specialist nurse|health visitor|general practitioner|gp partner|"
    r"speech and language therapist|school nurse|dietitian|orthoptist|surgeon)\b"
)
_NEEDS_LETTER = {"cover_letter", "decision_letter", "exclusion_letter"}


@dataclass(slots=True)
class _Text:
    """Simplified: `head` the first lines cell by cell, `first` the first few, `body` the first pages, `names` what the file calls itself."""

    head: str
    first: str
    body: str
    names: str


@dataclass(slots=True)
class _Scores:
    """Points for each kind: the strongest cue counts in full, further ones of the same place a third."""

    points: dict[str, float] = field(default_factory=dict)
    strongest: dict[str, tuple[float, str, str]] = field(default_factory=dict)

    def add(self, kind: str, points: float, phrase: str, where: str) -> None:
        """A cue found; `where` is head, body or name."""
        best = self.strongest.get(kind)
        if where == "body" or best is None or best[2] == "body":
            self.points[kind] = self.points.get(kind, 0.0) + points
        else:
            weak, strong = sorted((points, best[0]))
            self.points[kind] = self.points.get(kind, 0.0) + strong - best[0] + weak * 0.35
        if best is None or points > best[0] or (best[2] == "body" and where != "body"):
            self.strongest[kind] = (points, phrase, where)

    def scale(self, kind: str, factor: float) -> None:
        """Make a kind more or less likely, if it has points at all."""
        if kind in self.points:
            self.points[kind] *= factor


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
        return _without_text(prepared, text)
    return _by_format(prepared, text) or _by_cues(prepared, text)


def _without_text(prepared: Prepared, text: _Text) -> Suggestion:
    """A page that is still to be read: its name may say what it is."""
    scores = _Scores()
    _name_cues(scores, text)
    if scores.points:
        return _best(scores)
    if prepared.doc.format in _PICTURES:
        return Suggestion("photo", "A picture with no text read in it.", 0.5)
    return Suggestion("other", "No text has been read in it.", 0.1)


def _text(prepared: Prepared) -> _Text:
    stem = prepared.path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    names = re.sub(r"[_\-. ]+", " ", f"{stem} \n {prepared.doc.title}").lower()
    if not prepared.pages:
        return _Text("", "", "", names)
    first = prepared.pages[0].plain
    cells = [
        cell.strip()[:160] for line in first[:3000].split("\n") for cell in GAP.split(line.strip()) if cell.strip()
    ]
    body = " ".join(" ".join(page.plain for page in prepared.pages[:6])[:_BODY_LETTERS].split())
    return _Text(_spelt("\n".join(cells[:_HEAD_CELLS])), _spelt("\n".join(cells[:5])), _spelt(body), names)


def _spelt(text: str) -> str:
    """“Speech & language” as “speech and language”."""
    return text.replace(" & ", " and ") if "&" in text else text


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
    scores = _Scores()
    for kind, weight, phrase in cues_in(text.head, HEAD_CUES):
        if _whole(text.head, phrase):
            scores.add(kind, weight * _prominence(text.head, phrase, kind), phrase, "head")
    for kind, weight, pattern in PATTERNS:
        if match := pattern.search(text.head):
            scores.add(kind, weight * _prominence(text.head, match.group(), kind), match.group(), "head")
    _name_cues(scores, text)
    for kind, weight, phrase in cues_in(text.body, BODY_CUES):
        scores.add(kind, weight * 0.6, phrase, "body")
    _adjust(scores, prepared, text)
    return _best(scores, _picture(prepared, text))


_PICTURE_WORDS = 70
_PRINTED = 80


def _picture(prepared: Prepared, text: _Text) -> Suggestion | None:
    """A picture with few words is a photograph, or a note when a day stands among them and they were hard to read."""
    words = len(text.body.split())
    if prepared.doc.format not in _PICTURES or len(prepared.pages) > 1 or words > _PICTURE_WORDS:
        return None
    page = prepared.pages[0]
    begins = any(piece.shape == "date" and piece.start < 40 for piece in page.pieces)
    unsure = (prepared.doc.pages[0].ocr_confidence or 100) < _PRINTED
    if begins or unsure:
        return Suggestion("handwritten_note", "A picture of a few lines that look written by hand.", 0.4)
    return Suggestion("photo", "A picture with few words.", 0.4)


def _name_cues(scores: _Scores, text: _Text) -> None:
    """The file's name and its own title, which people seldom choose to mislead."""
    for kind, weight, phrase in cues_in(text.names, HEAD_CUES):
        if _whole(text.names, phrase) and kind != "policy":
            scores.add(kind, weight * 0.75 * (0.4 if _asks(text.names, kind) else 1.0), phrase, "name")
    for kind, weight, pattern in PATTERNS:
        if match := pattern.search(text.names):
            scores.add(kind, weight * 0.75, match.group(), "name")


def _best(scores: _Scores, picture: Suggestion | None = None) -> Suggestion:
    ranked = sorted(scores.points.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _FLOOR:
        if picture:
            return picture
        return Suggestion("other", "Too few words that tell its kind.", 0.2)
    kind, points = ranked[0]
    rival = ranked[1][1] if len(ranked) > 1 else 0.0
    confidence = min(0.97, 0.45 + 0.02 * points + 0.35 * (points - rival) / points)
    _, phrase, place = scores.strongest[kind]
    where = {"head": "at the head of the page", "name": "in the file's name or title"}.get(place, "in the text")
    return Suggestion(kind, f"“{phrase.strip()}” {where}.", round(confidence, 2))


def _whole(text: str, phrase: str) -> bool:
    at = text.find(phrase)
    before, after = text[at - 1 : at] if at else "", text[at + len(phrase) : at + len(phrase) + 1]
    return not (before.isalnum() or (after.isalnum() and len(phrase) < 6))


_REPORT_KINDS = frozenset(
    {
        "ep_report",
        "salt_report",
        "camhs_letter",
        "nhs_letter",
        "s17_assessment",
        "early_help_assessment",
        "assessment_protocol",
    }
)
_ASKING = lazy(r"\b(?:referral|request for|refer to|referred to|application|consent for|letter re)\b")


def _asks(line: str, kind: str) -> bool:
    """“Referral to speech and language therapy” is no therapy report."""
    return kind in _REPORT_KINDS and bool(_ASKING.search(line))


def _prominence(head: str, phrase: str, kind: str) -> float:
    """A cue in a heading (a short line near the top) counts more than one in running words or a table."""
    at = head.find(phrase)
    start = head.rfind("\n", 0, at) + 1
    end = head.find("\n", at)
    line = head[start : end if end >= 0 else len(head)]
    words = len(line.split())
    place = head[:start].count("\n")
    factor = 1.0 if words <= 9 else 0.55 if words <= 14 else 0.35
    if line.startswith(("re:", "re ", "subject:", "to:", "cc", "from:", "send to", "return to")):
        factor *= 0.8
    if _asks(line, kind):
        factor *= 0.3
    if kind == "meeting_notes" and re.search(r"\d+\s*minutes?\b", line):
        factor *= 0.1
    return factor * (1.25 if place < 2 else 1.1 if place < 5 else 0.9 if place < 10 else 0.7)


def _adjust(scores: _Scores, prepared: Prepared, text: _Text) -> None:
    """What a letter, a log or a form is, and what it therefore is not."""
    first = prepared.pages[0].plain
    if _DEAR.search(first[:2500]):
        _adjust_letter(scores, prepared, text)
    else:
        for kind in _NEEDS_LETTER:
            scores.scale(kind, 0.9 if scores.strongest.get(kind, (0, "", ""))[2] == "name" else 0.6)
        scores.points.pop("letter", None)
    if "panel" in text.first and "panel_minutes" in scores.points:
        scores.scale("meeting_notes", 0.6)
    if len(_ENTRY.findall(first)) >= 4:
        for kind in _ENTRY_KINDS:
            scores.scale(kind, 1.25)
    if "policy" in scores.points and _about_child(prepared):
        scores.scale("policy", 0.3)
    if "draft" not in text.head and "draft" not in text.names:
        scores.scale("ehcp_draft", 0.3)
    if "draft" in text.first:
        scores.scale("ehcp_final", 0.4)


def _adjust_letter(scores: _Scores, prepared: Prepared, text: _Text) -> None:
    """A salutation makes it a letter of some kind; the letterhead or the signature says of which service."""
    for kind in scores.points:
        if kind not in _LETTER_KINDS:
            scores.scale(kind, 0.45)
    scores.add("letter", 6.0, "dear", "body")
    signature = " ".join(line.plain for line in layout_of(prepared.pages).signature[:6])
    if _CAMHS.search(signature) or _CAMHS.search(text.first):
        scores.add("camhs_letter", 12.0, "child and adolescent mental health", "head")
    elif scores.points.get("cover_letter", 0.0) > _PLAIN_LETTER:
        scores.scale("letter", 0.7)
    elif _HEALTH.search(text.first) or _CLINICIAN.search(signature):
        scores.add("nhs_letter", 9.0, "a health service", "head")


def _about_child(prepared: Prepared) -> bool:
    name = prepared.facts.child.lower().split()
    if not name:
        return any("date of birth" in page.plain or "dob" in page.plain for page in prepared.pages[:2])
    return any(re.search(rf"\b{re.escape(name[0])}\b", page.plain) for page in prepared.pages[:3])
