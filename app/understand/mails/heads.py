"""Header blocks of e-mails in text: Outlook, Apple and web prints, replies and forwards, in any order of lines, wrapped or not."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.domain.mail_times import SentTime, sent_time
from app.understand.lazy import lazy
from app.understand.mails.lines import MailLine

_LABELS = {
    "from": "from", "sender": "from", "sent": "sent", "date": "sent", "date sent": "sent", "sent on": "sent", "to": "to",
    "cc": "cc", "copy to": "cc", "bcc": "bcc", "subject": "subject", "re": "subject", "attachments": "attachments",
    "attachment": "attachments", "attached": "attachments", "importance": "", "priority": "", "sensitivity": "",
    "categories": "", "follow up flag": "", "flag status": "", "reply-to": "", "reply to": "", "mailed-by": "", "signed-by": "",
    "security": "", "received": "", "message-id": "id", "date received": "", "on behalf of": "", "conversation": "", "start": "",
}  # fmt: skip
_NAMES = "|".join(sorted((n.replace(" ", r"[ ]") for n in _LABELS if n != "re"), key=len, reverse=True))
_LABEL = lazy(rf"(?i)^[*_]{{0,2}}(?P<label>{_NAMES})[*_]{{0,2}}[ \t]*:[*_]{{0,2}}[ \t]*(?P<value>.*)$")
_SECOND = lazy(r"(?i)[ \t]{2,}(?=(?:sent|date|to|cc|subject)[ \t]*:)")
_WROTE = lazy(r"(?i)\bwrote\s*:?\s*$|\bwrites\s*:\s*$")
_WROTE_START = lazy(r"(?i)^(?:on|at)\b.{0,40}\d|^.{3,90}\bwrote on\b|^le ")
_ADDRESSED = lazy(r"^(?P<who>[^<>@:]{2,70}?\s*[<\[(]\s*[\w.+'’-]+@[\w.-]+\s*[>\])])\s*(?P<rest>.*)$")
_MARKER = lazy(
    r"(?i)^(?:[-–—_*=]{2,}\s*(?:original|forwarded|original appointment)?\s*(?:message|e-?mail)?(?: follows)?\s*[-–—_*=]{2,}|begin forwarded message\s*:?|forwarded message\s*:?|[_-]{8,})$"
)
_MOST_VALUE_LINES = 9
_COVERED = lazy(r"[█▇■▓▒░]+")


@dataclass(slots=True)
class Head:
    """A header block. `first` and `last` are indexes of its lines; `depth` how deep it is quoted; `wrote`: "On … X wrote:"."""

    first: int
    last: int
    depth: int = 0
    wrote: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    sent: str = ""
    other_sent: str = ""
    note: str = ""


def heads_of(lines: Sequence[MailLine]) -> list[Head]:
    """All header blocks in order; a block that holds too little to be one of an e-mail is left out."""
    found: list[Head] = []
    index = 0
    while index < len(lines):
        head = _labelled(lines, index) or _wrote(lines, index) or _addressed(lines, index)
        if head is None:
            index += 1
            continue
        found.append(_with_markers(lines, head))
        index = head.last + 1
    return found


def is_marker(text: str) -> bool:
    """A line such as "-----Original Message-----"."""
    return bool(_MARKER.match(text))


def _with_markers(lines: Sequence[MailLine], head: Head) -> Head:
    """The lines "-----Original Message-----" above belong to the block."""
    first = head.first
    for back in range(1, 4):
        place = head.first - back
        if place < 0 or (lines[place].text and not is_marker(lines[place].text)):
            break
        if lines[place].text:
            first = place
    return replace(head, first=first)


def _label(line: MailLine) -> tuple[str, str] | None:
    match = _LABEL.match(line.text) if ":" in line.text[:24] else None
    return (_LABELS[" ".join(match["label"].lower().split())], match["value"].strip()) if match else None


def _labelled(lines: Sequence[MailLine], index: int) -> Head | None:
    """A block of lines "From: …", "Sent: …" with what wraps over from one to the next."""
    first = _label(lines[index])
    if first is None or first[0] in ("id",):
        return None
    head = Head(index, index, lines[index].depth)
    at, pending = index, ""
    while at < len(lines) and at - index < 60:
        line = lines[at]
        label = _label(line)
        if label is not None:
            name, value = label
            if name and name in head.fields and name not in ("to", "cc", "bcc"):
                break
            pending = name
            _put_all(head, name, value)
            head.last = at
        elif not line.text:
            if not _label_soon(lines, at, head, 1) and head.fields.get(pending, "x"):
                break
        elif sum(not value for value in head.fields.values()) < 3 and _wraps(lines, at, head, pending):
            _more(head, pending, line.text)
            head.last = at
        else:
            break
        at += 1
    if not any(head.fields.values()) or sum(1 for v in head.fields.values() if not v) >= 3:
        _columns(lines, head)
    return _finished(head)


def _put_all(head: Head, name: str, value: str) -> None:
    """Keep a value; a second label on the same line begins its own."""
    parts = _SECOND.split(value)
    _more(head, name, parts[0])
    for part in parts[1:]:
        label, _, rest = part.partition(":")
        _more(head, _LABELS[label.strip().lower()], rest.strip())


def _more(head: Head, name: str, value: str) -> None:
    if name:
        head.fields[name] = f"{head.fields.get(name, '')} {value.strip()}".strip()


def _label_soon(lines: Sequence[MailLine], at: int, head: Head, within: int) -> bool:
    """Another label of the same block stands close below."""
    depth = lines[at].depth if lines[at].text else head.depth
    for place in range(at + 1, min(len(lines), at + 1 + within)):
        label = _label(lines[place])
        if label is not None and lines[place].depth == depth:
            return label[0] not in head.fields or label[0] == ""
    return False


def _wraps(lines: Sequence[MailLine], at: int, head: Head, pending: str) -> bool:
    """Whether a line without a label goes on with the value above it."""
    line, value = lines[at], head.fields.get(pending, "")
    if line.depth != head.depth or is_marker(line.text):
        return False
    if pending and not value:
        return len(line.text) < 160
    if _label_soon(lines, at, head, _MOST_VALUE_LINES) and _still_headers(lines, at):
        return True
    if pending in ("to", "cc", "bcc"):
        return value.rstrip().endswith((";", ",")) or ("@" in line.text and _only_people(line.text))
    if pending == "attachments":
        return value.rstrip().endswith((";", ",")) or value.count("(") > value.count(")")
    return pending == "subject" and len(value) > 68 and not _ends_block(lines, at)


def _only_people(text: str) -> bool:
    """Short, and no sentence."""
    return ";" in text or (len(text.split()) <= 10 and "," in text) or len(text.split()) <= 3


def _ends_block(lines: Sequence[MailLine], at: int) -> bool:
    """A wrapped subject is one line, with an empty one behind it."""
    return at + 1 < len(lines) and bool(lines[at + 1].text)


def _still_headers(lines: Sequence[MailLine], at: int) -> bool:
    """No empty line before the next label, or what stands there is not running text."""
    for place in range(at, min(len(lines), at + _MOST_VALUE_LINES)):
        if not lines[place].text:
            return False
        if _label(lines[place]) is not None:
            return True
    return False


def _columns(lines: Sequence[MailLine], head: Head) -> None:
    """Labels stand in one column and were read before all values: the values follow in the same order."""
    names = [name for name in head.fields if name]
    values: list[str] = []
    at = head.last + 1
    while at < len(lines) and len(values) < len(names):
        if lines[at].text:
            values.append(lines[at].text)
        elif values:
            break
        at += 1
    if "sent" not in names or len(values) != len(names) or sent_time(values[names.index("sent")]) is None:
        return
    head.fields = dict(zip(names, values, strict=True))
    head.last = at - 1


def _finished(head: Head) -> Head | None:
    """The block with its time read; None when it holds too little: a sender and a time, with a recipient or a subject."""
    fields = {name: " ".join(_COVERED.sub(" ", value).split()) for name, value in head.fields.items()}
    time = sent_time(fields.get("sent", ""))
    known = {name for name, value in head.fields.items() if value}
    telling = {"from", "to", "subject"} & known
    if time is None:
        return _without_time(head, fields, known)
    if len(telling) < 2 or ("from" not in head.fields and not {"to", "subject"} <= known):
        return None
    return replace(head, fields=fields, sent=time.sent, other_sent=time.other, note=time.note)


def _without_time(head: Head, fields: dict[str, str], known: set[str]) -> Head | None:
    """A block whose time is covered or cannot be read is one when everything else is there."""
    return replace(head, fields=fields) if {"from", "to", "subject"} <= known and "@" in fields["from"] else None


def _wrote(lines: Sequence[MailLine], index: int) -> Head | None:
    """ "On Thu, 14 Oct 2021 at 09:12, Jane Hartley <j@x> wrote:", over up to three lines."""
    line = lines[index]
    if not _WROTE_START.match(line.text):
        return None
    text = ""
    for place in range(index, min(len(lines), index + 4)):
        if not lines[place].text or (place > index and lines[place].depth < line.depth):
            return None
        text = f"{text} {lines[place].text}".strip()
        if _WROTE.search(text):
            return _from_sentence(text, index, place, line.depth)
        wrote_on = text.lower().find(" wrote on ")
        if wrote_on > 0 and text.endswith(":") and (time := sent_time(text[wrote_on:])):
            return Head(index, place, line.depth, True, {"from": text[:wrote_on]}, time.sent, time.other, time.note)
    return None


def _from_sentence(text: str, first: int, last: int, depth: int) -> Head | None:
    time = sent_time(text)
    if time is None:
        return None
    sender = _WROTE.sub("", text[time.end :]).strip(" ,:;-–")
    if sender.lower().startswith("at "):
        return None
    sender = sender.removeprefix("(").lstrip(") ,") if sender.startswith("(") else sender
    if not sender or len(sender) > 120:
        return None
    return Head(first, last, depth, True, {"from": sender}, time.sent, time.other, time.note)


def _addressed(lines: Sequence[MailLine], index: int) -> Head | None:
    """Web prints: "Name <a@b>   14 October 2021 at 09:12", then "To: …"; the time may stand on the next line."""
    match = _ADDRESSED.match(lines[index].text) if "@" in lines[index].text else None
    if match is None:
        return None
    rest, last = match["rest"], index
    time = sent_time(rest) if rest else None
    for place in range(index + 1, min(len(lines), index + 3)):
        if time is None and lines[place].text and _label(lines[place]) is None:
            time, last = _only_time(lines[place].text), place
    if time is None or (rest and last == index and rest[time.end :].strip(" ()") and len(rest) > time.end + 20):
        return None
    return _with_recipients(lines, Head(index, last, lines[index].depth, False, {"from": match["who"]}, time.sent, time.other, time.note))  # fmt: skip


def _only_time(text: str) -> SentTime | None:
    time = sent_time(text)
    return time if time and len(text) - (time.end - time.start) <= 12 else None


def _with_recipients(lines: Sequence[MailLine], head: Head) -> Head | None:
    """The "To:" line that must follow close, with Cc and what wraps."""
    at, pending, seen = head.last + 1, "", False
    while at < len(lines) and at - head.first < 40:
        label = _label(lines[at])
        if label is not None and label[0] != "from":
            pending, seen = label[0], True
            _more(head, label[0], label[1])
            head.last = at
        elif lines[at].text and seen and _wraps(lines, at, head, pending):
            _more(head, pending, lines[at].text)
            head.last = at
        elif lines[at].text or seen:
            break
        at += 1
    return head if "to" in head.fields else None
