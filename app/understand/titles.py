"""A title that a person would give the document: its subject or heading, else its kind, else its file name made tidy."""

import re
from functools import lru_cache

from app.domain.suggestions import Suggestion
from app.understand.kind_cues import HEAD_CUES, KIND_LABELS
from app.understand.layout import Layout, Line, lines_of
from app.understand.lazy import lazy
from app.understand.organisation_names import names_in
from app.understand.pages import Prepared

_LIMIT = 90
_MAIL_PREFIX = lazy(
    r"^\s*(?:(?:re|fw|fwd|aw|wg)\s*(?:\[\d+\])?\s*:\s*|\[?external\]?\s*:?\s*|\[?secure\]?\s*:?\s*)+", re.IGNORECASE
)
_BAD = lazy(
    r"\b(?:tel|telephone|fax|e-?mail|www\.|http|private (?:and|&) confidential|confidential|strictly private|page \d|our ref|your ref|ref:|nhs n|upn|d\.?o\.?b|date of birth|"
    r"dear|street|road\b|lane\b|avenue|close\b|house,|po box|registered (?:charity|office)|printed|headteacher:|copy to|cc:|to:|from:|sent:|official(?:[- ]sensitive)?|do not copy)\b|@|\b[a-z]{1,2}\d{1,2}[a-z]? ?\d[a-z]{2}\b"
)
_LABEL = lazy(r"^[A-Z][\w '’/()&-]{1,32}:\s*\S")
_TITLE_LABEL = lazy(
    r"^\s*(?:title|document|report title|subject|meeting|type of (?:meeting|document)|form)\s*:\s*", re.IGNORECASE
)
_RE = lazy(r"^\s*(?:re|subject|ref|concerning)\s*[:.]\s*", re.IGNORECASE)
_IDENTITY = lazy(
    r"[,;:(\-–—]?\s*(?:\bd\.?o\.?b\.?|\bdate of birth|\bborn\b|\bnhs\b|\bupn\b|\bhospital n|\bof \d|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\bclass\b|\byear \d).*$",
    re.IGNORECASE,
)
_FILE_NOISE = lazy(r"[_]+|%20|\s{2,}|(?<=\w)-(?=[A-Za-z]{3})")
_NUMBERED = lazy(r"^(?:\d{1,4}[\s_.-]+)?(?:(?:19|20)\d{2}[-_. ]?\d{2}[-_. ]?\d{2}[\s_-]+)?")
_MEANINGLESS = lazy(
    r"^(?:scan|img|image|dsc|doc|document|untitled|file|pdf|copy|new|page|microsoft word|print|output|download|\W|\d|of|final|v|\()+$",
    re.IGNORECASE,
)
_JUNK_TITLE = lazy(
    r"^(?:microsoft (?:word|excel|powerpoint) - |untitled|document\d*$|scan|slide 1$|powerpoint presentation$|book\d+$)",
    re.IGNORECASE,
)


def title_of(prepared: Prepared, layout: Layout, kind: str, organisation: str) -> Suggestion:
    """A title with its reason; never empty."""
    mail = prepared.doc.mail
    if mail and (subject := clean_subject(mail.subject)):
        return Suggestion(subject, "The subject of the e-mail.", 0.95)
    named = _mail_subject(prepared, kind) or _subject_line(prepared, layout) or _heading(prepared, layout, kind)
    if named:
        return named
    own = prepared.doc.title.strip()
    if own and not _JUNK_TITLE.match(own) and "." not in own[-5:] and len(own) > 4 and any(c.isalpha() for c in own):
        return Suggestion(_cut(own), "The title in the file's own properties.", 0.6)
    stem = tidy_stem(prepared.path)
    label = KIND_LABELS.get(kind, "Other")
    tame = _MEANINGLESS.match(stem) or len(stem) < 4
    if kind not in ("other", "letter", "photo", "handwritten_note") or (tame and kind != "other"):
        words = f"{label}, {organisation}" if organisation else label
        return Suggestion(_cut(words), "Its kind and who wrote it; it has no heading.", 0.45)
    return Suggestion(_cut(stem or label), "The file's name.", 0.3)


def clean_subject(subject: str) -> str:
    """A subject without "Re:" and "Fwd:"."""
    return _cut(" ".join(_MAIL_PREFIX.sub("", subject).split()))


def tidy_stem(path: str) -> str:
    """ "03_2021-10-14_EP-report_final.pdf" gives "EP report final"."""
    stem = path.replace("\\", "/").rsplit("/", 1)[-1]
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", stem)
    words = " ".join(_FILE_NOISE.sub(" ", _NUMBERED.sub("", stem)).split()) or stem
    return words[:1].upper() + words[1:]


def _cut(words: str) -> str:
    if len(words) <= _LIMIT:
        return words.strip()
    space = words.rfind(" ", 0, _LIMIT)
    return words[: space if space > 30 else _LIMIT].rstrip(" ,;:-–")


@lru_cache(maxsize=64)
def _cues_of(kind: str) -> tuple[tuple[int, str], ...]:
    return tuple((weight, phrase) for cues in HEAD_CUES.values() for its, weight, phrase in cues if its == kind)


def _heading(prepared: Prepared, layout: Layout, kind: str) -> Suggestion | None:
    """The line of the head that names what the document is."""
    cues = _cues_of(kind)
    others = {line.start for line in layout.addressee}
    lines = _under_dear(prepared, layout) if layout.dear >= 0 else layout.head[:18]
    best: tuple[float, str] = (0.0, "")
    for place, line in enumerate(lines):
        if line.start in others or not _fits(line):
            continue
        weight = max((w for w, phrase in cues if phrase in line.plain), default=0)
        points = _points(line, place, weight)
        if points > best[0]:
            best = (points, line.text)
    if best[0] < (2.0 if layout.dear >= 0 else 5.0):
        return None
    words = _readable(_TITLE_LABEL.sub("", best[1]))
    return Suggestion(_cut(words), "Its heading on page 1.", 0.85 if best[0] > 8 else 0.6)


def _points(line: Line, place: int, weight: int) -> float:
    words = line.text.split()
    letters = [c for c in line.text if c.isalpha()]
    capital = sum(word[:1].isupper() for word in words) / len(words)
    points = weight * 1.0 - 0.25 * place
    if letters and all(c.isupper() for c in letters) and len(words) > 1:
        points += 2.0
    elif capital > 0.6 and len(words) > 1:
        points += 1.0
    if _TITLE_LABEL.match(line.text):
        points += 4.0
    elif _LABEL.match(line.text):
        points -= 6.0
    if _DEPARTMENT.search(line.plain):
        points -= 6.0
    if re.search(r"\bno\.|\d{4,}", line.plain) and not re.search(r"\b20\d\d\b", line.plain):
        points -= 3.0
    names = names_in(line.text)
    if names and sum(len(name) for name, _, _ in names) > 0.7 * len(line.text):
        points -= 7.0
    return points


_DEPARTMENT = lazy(r"\b(?:service|services|team|department|directorate|house|paediatrics|unit|centre|hub)$")


def _under_dear(prepared: Prepared, layout: Layout) -> tuple[Line, ...]:
    """The short lines between the salutation and the first sentence of a letter."""
    out: list[Line] = []
    for line in lines_of(prepared.pages[0], layout.dear, 5)[1:]:
        if len(line.text.split()) > 12 or line.text.endswith((".", ",")):
            break
        out.append(line)
    return tuple(out)


def _mail_subject(prepared: Prepared, kind: str) -> Suggestion | None:
    """The subject of an e-mail that came as text."""
    if kind not in ("email", "email_thread") or not prepared.pages:
        return None
    match = re.search(r"^[ \t>*]*subject\s*:[ \t]*([^\n]+)", prepared.pages[0].plain[:2000], re.MULTILINE)
    subject = clean_subject(prepared.pages[0].text[match.start(1) : match.end(1)]) if match else ""
    return Suggestion(subject, "The “Subject:” line.", 0.9) if subject else None


def _fits(line: Line) -> bool:
    words = line.text.split()
    if not 1 <= len(words) <= 16 or len(line.text) > 120 or _BAD.search(line.plain) or "   " in line.text:
        return False
    return not line.text.endswith((".", ",", ";")) and sum(c.isalpha() for c in line.text) > 0.5 * len(line.text)


def _readable(words: str) -> str:
    words = " ".join(words.split()).strip(" :-–|*#")
    letters = [c for c in words if c.isalpha()]
    if letters and all(c.isupper() for c in letters):
        keep = {
            "EHC",
            "EHCP",
            "SEN",
            "SEND",
            "IEP",
            "EP",
            "TAC",
            "TAF",
            "CAMHS",
            "NHS",
            "SALT",
            "ABC",
            "CPOMS",
            "MASH",
            "LA",
            "PRU",
            "SDQ",
            "WISC",
            "OT",
            "ASD",
            "ADHD",
            "APDR",
            "CIN",
            "GP",
        }
        words = " ".join(word if word.strip("(),:") in keep else word.capitalize() for word in words.split())
    return words


def _subject_line(prepared: Prepared, layout: Layout) -> Suggestion | None:
    """“Re: …” of a letter, when it says more than whose letter it is."""
    if layout.dear < 0 or not prepared.pages:
        return None
    page = prepared.pages[0]
    area = page.text[max(0, layout.dear - 400) : layout.dear + 400]  # some put it above the salutation
    child = prepared.facts.child.lower()
    for line in area.split("\n"):
        bare = _IDENTITY.sub("", _RE.sub("", line)).strip(" :-–,")
        if not _RE.match(line) or not bare:
            continue
        rest = re.sub(r"[^a-z ]", " ", bare.lower().replace(child, " ") if child else bare.lower())
        if len(rest.split()) >= 2:
            return Suggestion(_cut(bare), "The “Re:” line of the letter.", 0.75)
    return None
