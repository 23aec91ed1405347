"""Conversations by e-mail: rebuilt after every import, looked at in order, with what is quoted and not held."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.domain.ids import DocumentId
from app.domain.mail_names import base_subject, person_keys
from app.domain.mails import Conversation, HeldMessage
from app.domain.uk_time import uk_minute
from app.services.case import OpenCase
from app.timeline.threads import group, moment


def ensure(case: OpenCase) -> None:
    """Rebuild when messages came or were read anew since the last time."""
    with case.store.read() as uow:
        stale = uow.mails.stale()
    if stale:
        rebuild(case)


def rebuild(case: OpenCase) -> None:
    """Group the messages of the whole case. Its time grows with their number only."""
    with case.store.read() as uow:
        messages = uow.mails.all()
    found = group(messages)
    with case.store.write() as uow:
        uow.mails.set_threads(found.threads)
        uow.mails.set_held(found.held)
        uow.mails.set_stale(False)


def conversations(case: OpenCase) -> tuple[Conversation, ...]:
    """Every conversation of two documents or more, by its first message."""
    ensure(case)
    with case.store.read() as uow:
        messages = uow.mails.all()
    threads: defaultdict[int, list[HeldMessage]] = defaultdict(list)
    for held in messages:
        if held.thread is not None:
            threads[held.thread].append(held)
    found = [_conversation(thread, members) for thread, members in threads.items()]
    return tuple(sorted(found, key=lambda c: (c.first, c.id)))


def conversation_of(case: OpenCase, document: int) -> Conversation | None:
    """The conversation that a document belongs to; None when it stands alone."""
    with case.store.read() as uow:
        thread = uow.documents.raw(document)["thread"]
        members = [held for held in uow.mails.all() if held.thread == thread] if thread is not None else []
    return _conversation(thread, members) if members else None


def messages_of(case: OpenCase, document: int) -> tuple[HeldMessage, ...]:
    """The messages in a document: its own first, then those printed or quoted in it."""
    with case.store.read() as uow:
        return uow.mails.of(document)


def _conversation(thread: int, members: Sequence[HeldMessage]) -> Conversation:
    own = sorted((held for held in members if held.message.place == 0), key=_order)
    known = [when for held in own if (when := uk_minute(held.message.sent))]
    writers = dict.fromkeys(held.message.sender for held in own if held.message.sender)
    subject = next((held.message.subject for held in own if base_subject(held.message.subject)), "")
    return Conversation(
        thread, subject, tuple(dict.fromkeys(held.document for held in own)), known[0] if known else "",
        known[-1] if known else "", tuple(_name(who) for who in writers), gaps_of(members),
    )  # fmt: skip


def gaps_of(members: Iterable[HeldMessage]) -> tuple[HeldMessage, ...]:
    """Messages that are quoted with sender and time and whose own document is not held, each once, in order."""
    gaps: dict[tuple[str, frozenset[str]], HeldMessage] = {}
    for held in members:
        message = held.message
        if message.quoted and held.held is None and not message.inline and message.sent and message.sender:
            gaps.setdefault((uk_minute(message.sent), person_keys(message.sender)), held)
    return tuple(sorted(gaps.values(), key=_order))


def _order(held: HeldMessage) -> tuple[bool, str, DocumentId]:
    when = moment(held.message.sent)
    return when is None, uk_minute(held.message.sent), held.document


def _name(written: str) -> str:
    return written.split("<")[0].strip(" \"'") or written.strip("<>")
