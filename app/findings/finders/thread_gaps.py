"""What conversations by e-mail show and the file does not hold: earlier messages that are only quoted, attachments that are named,
and people of an organisation who were copied in all along and from whom there is no message."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from app.domain.findings import CaseView, DocumentView, FindingKind, Found
from app.domain.mail_names import person_keys
from app.domain.mails import HeldMessage, MailMessage
from app.domain.uk_time import shown, uk_minute

KIND = FindingKind.NOT_SUPPLIED
_OFTEN = 4
_LONG_NAME = 8
_NOT_LETTER = re.compile(r"[^a-z0-9]+")
_NO_PERSON = re.compile(r"no-?reply|donotreply|mailer-daemon|postmaster|newsletter|notification", re.IGNORECASE)
_PICTURE = re.compile(r"^image\d{3}\.(?:png|jpe?g|gif)$|^(?:outlook-|att\d{5}|smime|winmail)", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+'’-]+@([\w-]+(?:\.[\w-]+)+)")


def find(view: CaseView) -> Iterable[Found]:
    """Each missing message once, where it is quoted first; each missing attachment once; each silent mailbox once."""
    mails = sorted((d for d in view.documents if d.messages and not d.messages[0].message.place), key=lambda d: d.id)
    yield from _quoted(mails)
    yield from _attachments(mails, {letters for name in view.names if (letters := _stem(name))})
    yield from _silent(mails)


def _quoted(mails: Sequence[DocumentView]) -> Iterator[Found]:
    seen: set[tuple[str, str]] = set()
    for document in mails:
        for held in document.messages:
            message = held.message
            if not message.quoted or message.inline or held.held is not None or not message.sent or not message.sender:
                continue
            names = {(uk_minute(message.sent), key) for key in person_keys(message.sender) or {message.sender.lower()}}
            if not names & seen:
                yield _message(document, held)
            seen |= names


def _message(document: DocumentView, held: HeldMessage) -> Found:
    message = held.message
    who = _name(message.sender)
    text = _text(document, message.page)
    stop = text.find("\n", message.start)
    line = text[message.start : stop if stop >= 0 else len(text)].strip()[:200]
    return _found(
        document, message, f"message {uk_minute(message.sent)} {who}", line, f"E-mail from {who}",
        f"A message from {who} of {shown(message.sent)} is quoted here. Its own copy was not found in what we hold.",
    )  # fmt: skip


def _attachments(mails: Sequence[DocumentView], held: Collection[str]) -> Iterator[Found]:
    """A name in an Attachments line of a print or quotation: no file of that name is held."""
    told: set[str] = set()
    for document in mails:
        for one in document.messages:
            if one.held is not None or (document.format in ("eml", "msg") and one.message.place == 0):
                continue
            for name in one.message.attachments:
                stem = _stem(name)
                if _PICTURE.match(name) or stem in told or not stem or _is_held(stem, held):
                    continue
                told.add(stem)
                yield _found(
                    document, one.message, f"attachment {stem}", name, f"Attachment “{name}”",
                    f"This e-mail names an attachment, “{name}”. A file of that name was not found in what we hold.",
                )  # fmt: skip


def _is_held(stem: str, held: Collection[str]) -> bool:
    return stem in held or (len(stem) >= _LONG_NAME and any(stem in name for name in held))


def _silent(mails: Sequence[DocumentView]) -> Iterator[Found]:
    """People copied in often, at an organisation whose mails came, and not one message of theirs."""
    copied: defaultdict[str, list[DocumentView]] = defaultdict(list)
    wrote: set[str] = set()
    domains: set[str] = set()
    for document in mails:
        for held in document.messages:
            wrote |= person_keys(held.message.sender)
            domains |= set(_ADDRESS.findall(held.message.sender.lower()))
        for who in document.messages[0].message.cc:
            copied[who].append(document)
    told: set[str] = set()
    for who, found in copied.items():
        keys, domain = person_keys(who), set(_ADDRESS.findall(who.lower()))
        if len(found) < _OFTEN or keys & (wrote | told) or not domain & domains or _NO_PERSON.search(who):
            continue
        told |= keys
        yield _found(
            found[0], found[0].messages[0].message, f"mailbox {min(keys)}", who, f"E-mails from {_name(who)}",
            f"{_name(who)} was copied into {len(found)} e-mails. No message from this person was found in what we hold.",
        )  # fmt: skip


def _found(document: DocumentView, message: MailMessage, key: str, quote: str, what: str, reason: str) -> Found:
    text = _text(document, message.page)
    start = text.find(quote, message.start) if quote else -1
    return Found(
        KIND, document.id, message.page, key, reason, quote if start >= 0 else "", start,
        start + len(quote) if start >= 0 else -1, detail={"what": what, "date": uk_minute(message.sent)[:10]},
    )  # fmt: skip


def _text(document: DocumentView, number: int) -> str:
    return next((page.text for page in document.pages if page.number == number), "")


def _stem(name: str) -> str:
    return _NOT_LETTER.sub("", name.lower().rsplit(".", 1)[0])


def _name(written: str) -> str:
    return written.split("<")[0].strip(" \"'") or written.strip("<>")
