"""What a reader gives back for one file: pages of text with places, what was hidden, and files inside it."""

from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
"""Points of the page as shown, origin top left: x0, y0, x1, y1."""


@dataclass(frozen=True, slots=True)
class ExtractedPage:
    """One page as shown. `text` has lines ended by a newline; `words` is `domain.words.pack_words` output whose offsets
    point into `text`. `width` and `height` are points. `scan`: the page has no usable text of its own and a picture that
    may hold some (OCR is wanted); `blank`: nothing on it. `rotation`: degrees clockwise that OCR turned the picture by.
    `boxes`: rectangles that cover something; `unsafe`: where words lay under one that a computer could read (dropped).
    `reading`: how the text came about, beyond plain text or plain OCR; see `domain.reading_notes`."""

    text: str
    words: bytes = b""
    width: float = 595.0
    height: float = 842.0
    scan: bool = False
    blank: bool = False
    rotation: int = 0
    ocr_confidence: float | None = None
    boxes: tuple[Box, ...] = ()
    unsafe: tuple[Box, ...] = ()
    reading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a file: an archive member or an e-mail attachment. `path` uses '/'.
    `problem`: an error code when the member could not be taken out (then `data` is empty)."""

    path: str
    data: bytes
    problem: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something in the file that a print of it would not show: comment, tracked insertion or deletion, hidden row, column or sheet,
    speaker note, form value, layer. `page` counts from 1, 0 when it has none. `when` is EDTF or empty."""

    kind: str
    text: str
    author: str = ""
    when: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class MailHeaders:
    """Headers of an e-mail. `sent` is ISO 8601 with its offset; addresses are `Name <a@b>` as written. `conversation` is the
    part of Outlook's conversation index that a whole conversation shares (32 hex digits), `topic` its subject there."""

    subject: str = ""
    sender: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    sent: str = ""
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    conversation: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class ExtractedDocument:
    """A file read. `format` is a short lower-case id (pdf, docx, eml …). `reading_copy` is a PDF with one page for each of `pages`,
    or empty when the original is itself that PDF. `properties` are the file's own (author, created, modified …).
    `kept_only`: listed and kept but not read (audio, contacts). `note`: a plain sentence about partial reading.
    `outline`: bookmarks of the highest level that has several, as (title, page from 1)."""

    format: str
    pages: tuple[ExtractedPage, ...]
    reading_copy: bytes = b""
    title: str = ""
    properties: dict[str, str] = field(default_factory=dict)
    members: tuple[Member, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    mail: MailHeaders | None = None
    kept_only: bool = False
    note: str = ""
    outline: tuple[tuple[str, int], ...] = ()
