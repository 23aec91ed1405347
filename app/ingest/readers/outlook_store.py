"""Outlook stores (PST and OST): whole mailboxes in one file, given back message by message."""

from app.domain.extracted import ExtractedDocument, Member
from app.ingest import outlook_store
from app.ingest.archives.budget import Budget
from app.ingest.names import unique
from app.ingest.reader import CERTAIN, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(formats={"pst": "an Outlook mail store"}, endings={"pst": "pst", "ost": "pst"})


def recognise(data: bytes, name: str) -> Match | None:
    """By signature."""
    return Match("pst", CERTAIN) if data[:4] == b"!BDN" else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Every e-mail as a member `Folder/0001 Subject.eml`; what is no e-mail is counted in the note.

    Raises FileProblem: damaged, too-large.
    """
    budget = Budget(len(data), options.limits)
    taken: set[str] = set()
    members: list[Member] = []
    others = 0
    for found in outlook_store.messages(data):
        if not found.is_mail:
            others += 1
            continue
        budget.member()
        path = unique(found.path, taken)
        if found.message is None:
            members.append(Member(path, b"", "damaged", "This message of the store is damaged."))
            continue
        body = found.message.as_bytes()
        budget.take(len(body))
        members.append(Member(path, body))
    return ExtractedDocument(format="pst", pages=(), members=tuple(members), note=_note(others))


def _note(others: int) -> str:
    if not others:
        return ""
    things = (
        "entry of a calendar, contact or task is" if others == 1 else "entries of calendars, contacts and tasks are"
    )
    return f"{others:,} {things} kept in this store but not read."
