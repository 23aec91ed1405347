"""Letters as trees of blocks: one tree, many writers (DOCX, PDF, the screen)."""

from dataclasses import dataclass, field

from app.domain.ids import LetterId, OrganisationId, RequestId


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `style` is body, sender, addressee, date, salutation, subject, closing, signature, enclosures or small.
    `keep`: stays with the next block. Lines inside an address are separated by a newline."""

    text: str
    style: str = "body"
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 1 to 3."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list; `ordered` prints numbers."""

    items: tuple[str, ...]
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header row repeats on each page. `widths` are shares that add up to 1. `landscape`: on wide pages of its own."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    caption: str = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words quoted from a record, with where they stand."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a page."""


Block = Paragraph | Heading | Numbered | Table | Quote | PageBreak


@dataclass(frozen=True, slots=True)
class LetterField:
    """A fact a letter needs. `source` is where it comes from (case, organisation, request, issues, ask);
    `value` is empty when it is missing. `choices` are (value, label). `kind` is text, long, date, lines (one item a line) or choice."""

    name: str
    label: str
    source: str = "ask"
    required: bool = True
    value: str = ""
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class LetterKind:
    """A letter that can be written. `situation` is the plain sentence that a person picks it by. `starts_rule` is the deadline
    that runs from its receipt, `within_rule` the one it must itself keep; empty where there is none. `nations` are those whose
    law it uses, empty for all."""

    id: str
    title: str
    situation: str
    addressee: str
    legal_basis: str
    starts_rule: str
    checked: str
    why: str = ""
    group: str = ""
    fields: tuple[LetterField, ...] = ()
    request_kind: str = ""
    within_rule: str = ""
    confidence: str = "verified"
    nations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter in work. `edited`: its blocks were changed by hand and are never composed again without asking.
    `status` is draft or sent. `missing` are required fields without a value: such a letter cannot be saved as a file."""

    kind: str
    title: str
    organisation: OrganisationId | None
    fields: tuple[LetterField, ...]
    blocks: tuple[Block, ...]
    missing: tuple[str, ...] = ()
    id: LetterId | None = None
    request: RequestId | None = None
    status: str = "draft"
    edited: bool = False
    sent: str = ""
    sent_how: str = ""
    changed: str = ""
    issues: tuple[int, ...] = field(default=())
