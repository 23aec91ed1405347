"""The messages in a document: its own when it is an e-mail or a print of one, and those printed or quoted below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.domain.extracted import ExtractedDocument, ExtractedPage, MailHeaders
from app.domain.mails import MailMessage
from app.understand.lazy import lazy
from app.understand.mails.addresses import files_in, people_in
from app.understand.mails.heads import Head, heads_of, is_marker
from app.understand.mails.lines import MailLine, lines_of
from app.understand.mails.prints import prints_of

_MOST_PAGES = 400
_MOST_MESSAGES = 300
_TOP_LINES = 9
_REPLY = lazy(r"(?i)^\s*(?:re|fwd?|aw|wg|sv|tr)\s*:")
_COUNT = lazy(r"(?i)^\d+ (?:messages?|conversations?)\b")
_GMAIL_FILE = lazy(r"(?i)^\S[^<>@]{0,90}\.(?:pdf|docx?|xlsx?|csv|pptx?|jpe?g|png|zip|rtf|odt|txt)$")
_GMAIL_SIZE = lazy(r"(?i)^\d+(?:\.\d+)?\s?[KM]B?$")
_WROTE = lazy(r"w(?:rote|rites)\s*:?\s*$", re.MULTILINE)
_ABOVE_WROTE = lazy(r"^[\s>|&gt;]*(?:(?:on|at)\b.{0,40}\d|le )", re.MULTILINE)
_WROTE_ON = lazy(r"wrote\s+on\b(?:[^\n]*\n){0,3}[^\n]*:[ \t]*$", re.MULTILINE)
_BEFORE_COLON = ("from", "sender", "subject")
_BANNERS = lazy(r"(?i)^(?:\[?m\]?\s*)?gmail\b|^outlook$|^mail\b|printed (?:from|by)|^page \d|https?://|^inbox$")


@dataclass(slots=True)
class _Part:
    """A message being put together: its header, how deep its words are quoted, and its lines."""

    head: Head | None
    depth: int
    quoted: bool
    first: int
    lines: list[int] = field(default_factory=list)


def messages_of(doc: ExtractedDocument) -> tuple[MailMessage, ...]:
    """Messages in the order they stand. Empty for a document that neither is nor quotes an e-mail."""
    if doc.mail is None and not may_hold(doc.pages[:_MOST_PAGES]):
        return ()
    lines = lines_of(doc.pages[:_MOST_PAGES])
    heads = [head for head in heads_of(lines) if doc.mail is not None or head.wrote or _like_mail(head)]
    own = _own(lines, heads, doc.mail)
    if doc.mail is None and own is None and not heads:
        return ()
    parts = _parts(lines, heads, own, mail=doc.mail is not None)
    if doc.mail is None and own is None:
        parts = [part for part in parts if part.head is not None]
    found = [_message(lines, place, part) for place, part in enumerate(parts[:_MOST_MESSAGES])]
    if doc.mail is not None:
        found[0] = _with_headers(found[0], doc.mail)
    elif own is None:
        found = [replace(message, place=message.place + 1) for message in found]
    else:
        found[0] = _completed(lines, own, found[0])
    return _subjects(found, gmail=own is not None and not own.wrote and "sent" not in own.fields)


def may_hold(pages: Sequence[ExtractedPage]) -> bool:
    """False when there is certainly no header block: each has "On … wrote", a label of sender or subject, or an address and "To:"."""
    text = "\n".join(page.text for page in pages).lower()
    if _WROTE_ON.search(text) or any(_ABOVE_WROTE.search(text, *_lines_to(text, m)) for m in _WROTE.finditer(text)):
        return True
    labels = (*_BEFORE_COLON, "to") if "@" in text else _BEFORE_COLON
    return any(words.rstrip(" \t*_").endswith(labels) for words in text.split(":")[:-1])


def _lines_to(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The span of a match and of three lines above it."""
    start = match.start()
    for _ in range(4):
        start = max(0, text.rfind("\n", 0, start))
    return start, match.end()


def _own(lines: Sequence[MailLine], heads: Sequence[Head], mail: MailHeaders | None) -> Head | None:
    """The header block at the top, with nothing but a name, a subject or a banner above it."""
    first = next((head for head in heads if not head.wrote), None)
    if first is None or lines[first.first].depth:
        return None
    above = [line for line in lines[: first.first] if line.text]
    if any(line.page < lines[first.first].page for line in above):
        return None
    if mail is not None:
        return first if not above else None
    if len(above) > _TOP_LINES or any(len(line.text) > 150 for line in above):
        return None
    if heads[0] is not first or (above and sum(len(line.text) for line in above) > 420):
        return None
    return first if _like_mail(first) else None


def _like_mail(head: Head) -> bool:
    """A memo has To, From and Date as well; an e-mail has a time of day, an address or an answer's subject."""
    written = " ".join((head.fields.get("from", ""), head.fields.get("to", ""), head.fields.get("cc", "")))
    return "T" in head.sent or "@" in written or bool(_REPLY.match(head.fields.get("subject", "")))


def _parts(lines: Sequence[MailLine], heads: Sequence[Head], own: Head | None, *, mail: bool) -> list[_Part]:
    """Lines given to messages. A line less deep than its message's words belongs to the message around it again."""
    starts = {head.first: head for head in heads}
    root = _Part(own, 0, False, own.first if own else 0)
    parts, stack = [root], [root]
    at = 0
    while at < len(lines):
        head = starts.get(at)
        if head is not None and head is own:
            at = head.last + 1
        elif head is not None:
            part = _Part(head, _depth_below(lines, head), not _own_page(lines, head), head.first)
            while len(stack) > 1 and stack[-1].depth > part.depth:
                stack.pop()
            stack.append(part)
            parts.append(part)
            at = head.last + 1
        else:
            _give(lines, at, stack, parts, inline=mail or own is not None)
            at += 1
    return parts


def _give(lines: Sequence[MailLine], at: int, stack: list[_Part], parts: list[_Part], *, inline: bool) -> None:
    line = lines[at]
    if line.text and not is_marker(line.text):
        while len(stack) > 1 and line.depth < stack[-1].depth:
            stack.pop()
        if inline and line.depth > stack[-1].depth:
            part = _Part(None, line.depth, True, at)
            stack.append(part)
            parts.append(part)
    stack[-1].lines.append(at)


def _depth_below(lines: Sequence[MailLine], head: Head) -> int:
    """How deep the words under a header are quoted: deeper than "On … wrote:" where marks follow."""
    for place in range(head.last + 1, min(len(lines), head.last + 6)):
        if lines[place].text:
            return max(head.depth, lines[place].depth)
    return head.depth


def _own_page(lines: Sequence[MailLine], head: Head) -> bool:
    """The block stands at the top of a later page: a message printed by itself, not quoted."""
    start = lines[head.first]
    if start.page == 1 or start.depth or head.wrote or is_marker(start.text):
        return False
    above = 0
    for place in range(head.first - 1, -1, -1):
        if lines[place].page != start.page:
            break
        above += bool(lines[place].text)
    return above <= 2


def _message(lines: Sequence[MailLine], place: int, part: _Part) -> MailMessage:
    head = part.head
    kept = [n for n in part.lines if lines[n].text and not is_marker(lines[n].text)]
    first = lines[part.first] if lines else MailLine(1, 0, 0, "")
    last = lines[kept[-1]] if kept else lines[head.last] if head else first
    if (last.page, last.end) < (first.page, first.end):
        last = first
    body = lines[kept[0]].start if kept and lines[kept[0]].page == first.page else 0
    fields = head.fields if head else {}
    text = "\n".join(lines[n].text for n in part.lines)
    return MailMessage(
        place, first.page, first.start, last.page, last.end, body, part.quoted, head is None and part.quoted,
        fields.get("from", ""), people_in(fields.get("to", "")), people_in(fields.get("cc", "")),
        head.sent if head else "", head.other_sent if head else "", head.note if head else "", fields.get("subject", ""),
        files_in(fields.get("attachments", "")), prints=prints_of(text),
    )  # fmt: skip


def _with_headers(message: MailMessage, mail: MailHeaders) -> MailMessage:
    """What the file itself says goes before what its reading copy shows."""
    return replace(
        message, sender=mail.sender, to=mail.to, cc=mail.cc, sent=mail.sent, other_sent="", subject=mail.subject,
        attachments=mail.attachments, message_id=mail.message_id, in_reply_to=mail.in_reply_to,
        references=mail.references, conversation=mail.conversation, topic=mail.topic,
    )  # fmt: skip


def _completed(lines: Sequence[MailLine], own: Head, message: MailMessage) -> MailMessage:
    """The subject and attachments of a web print, which stand outside its header block."""
    subject = message.subject or (_subject_beside if "sent" in own.fields else _subject_above)(lines, own)
    files = message.attachments or tuple(
        lines[n].text
        for n in range(len(lines) - 1)
        if _GMAIL_SIZE.match(lines[n + 1].text) and _GMAIL_FILE.match(lines[n].text)
    )
    return replace(message, subject=subject, attachments=files)


def _subject_beside(lines: Sequence[MailLine], own: Head) -> str:
    """The line "RE: …" of a scan on which its label was read elsewhere."""
    return next((line.text for line in lines[own.first : own.last + 6] if _REPLY.match(line.text)), "")


def _subject_above(lines: Sequence[MailLine], own: Head) -> str:
    above = [line.text for line in lines[: own.first] if line.text]
    counted = next((n for n, text in enumerate(above) if _COUNT.match(text)), None)
    if counted:
        return above[counted - 1]
    left = [text for text in above if not _BANNERS.search(text) and "@" not in text and not _COUNT.match(text)]
    return left[-1] if left else ""


def _subjects(found: list[MailMessage], *, gmail: bool) -> tuple[MailMessage, ...]:
    """Messages of one web print share its subject."""
    if not gmail or not found:
        return tuple(found)
    subject = found[0].subject
    return tuple(m if m.subject or m.inline else replace(m, subject=subject) for m in found)
