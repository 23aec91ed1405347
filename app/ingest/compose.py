"""The last step of every reader but PDF: blocks to pages, reading copy and document."""

from collections.abc import Sequence

from app.domain.extracted import ExtractedDocument, Hidden, MailHeaders, Member
from app.ingest import blacked, problems
from app.ingest.blocks import Block
from app.ingest.missing_letters import restored
from app.ingest.reader import ReadOptions
from app.ingest.reading_copy import lay_out, pages_of


def document_of(
    format_id: str,
    blocks: Sequence[Block],
    options: ReadOptions,
    *,
    title: str = "",
    properties: dict[str, str] | None = None,
    members: Sequence[Member] = (),
    hidden: Sequence[Hidden] = (),
    mail: MailHeaders | None = None,
    note: str = "",
) -> ExtractedDocument:
    """Lay out `blocks` and read the pages back. Raises FileProblem (too-large beyond the page limit)."""
    copy = lay_out(blocks)
    pages = restored(pages_of(copy), blocks)
    if any(item.kind == blacked.INSECURE for item in hidden):
        pages = blacked.with_places(pages)
    if len(pages) > options.limits.max_pages:
        raise problems.too_large(
            f"The file would fill {len(pages):,} pages; at most {options.limits.max_pages:,} are read at once."
        )
    return ExtractedDocument(
        format=format_id,
        pages=pages,
        reading_copy=copy if options.want_reading_copy else b"",
        title=title.strip(),
        properties={key: value for key, value in (properties or {}).items() if value},
        members=tuple(members),
        hidden=tuple(hidden),
        mail=mail,
        note=note,
    )


def listed_only(format_id: str, note: str, *, title: str = "") -> ExtractedDocument:
    """A file that is kept and listed but not read."""
    return ExtractedDocument(format=format_id, pages=(), title=title, kept_only=True, note=note)
