"""People as the case shows them."""

from dataclasses import dataclass

from app.domain.ids import DocumentId


@dataclass(frozen=True, slots=True)
class PersonFound:
    """Somebody named in the files. `aliases` are the other ways the name is written, "the SENCo" and initials among them; `kind` is
    child, parent or "" ; `forms` are the rows of names that were joined; `documents` counts papers."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    role: str = ""
    organisation: str = ""
    kind: str = ""
    emails: tuple[str, ...] = ()
    documents: int = 0
    forms: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Where somebody stands: `part` is author, sender, recipient, named, initials or role; `start` and `end` are offsets in the page's
    text, -1 in a mail header; `snippet` marks the name with U+0002 before and U+0003 after."""

    document: DocumentId
    title: str
    date: str
    page: int
    start: int
    end: int
    part: str
    snippet: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything by or about somebody. `names` are the forms that were joined, with the words that tell them apart."""

    person: PersonFound
    wrote: tuple[DocumentId, ...]
    sent: tuple[DocumentId, ...]
    received: tuple[DocumentId, ...]
    mentions: tuple[Mention, ...]
    names: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Two people who may be one, with the reason."""

    one: PersonFound
    other: PersonFound
    reason: str
