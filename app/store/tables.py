"""The tables of a case, as they are now. Migrations spell out their own; a test compares the two."""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _anchor() -> tuple[Column[Any], ...]:
    """Where a mark or a proof stands on its page."""
    numbers = (Column(name, Integer, nullable=False, server_default="-1") for name in ("start", "end"))
    return (_text("exact"), _text("prefix"), _text("suffix"), *numbers, _text("rects"))


meta = Table("meta", metadata, Column("key", String, primary_key=True), _text("value"))

organisations = Table(
    "organisations",
    metadata,
    _id(),
    Column("name", Text, nullable=False, unique=True),
    _text("kind"),
    _text("nation"),
    _text("address"),
    _text("contact"),
    _text("email"),
    _text("sign"),
    Column("colour", Integer, nullable=False, server_default="0"),
    _text("origin"),
    _text("aliases"),
    _text("terms"),
    _text("declined"),
)

contacts = Table(
    "contacts",
    metadata,
    _id(),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    _text("name"),
    _text("role"),
    _text("email"),
    _text("phone"),
)

disclosures = Table(
    "disclosures",
    metadata,
    _id(),
    Column("organisation_id", ForeignKey("organisations.id")),
    _text("received"),
    Column("request_id", Integer),
    Column("given_key", Text, nullable=False, unique=True),
    _text("sources"),
    _text("options"),
    _text("started"),
    _text("finished"),
)

blobs = Table("blobs", metadata, Column("sha256", String, primary_key=True), Column("size", Integer, nullable=False))

blob_chunks = Table(
    "blob_chunks",
    metadata,
    _id(),
    Column("sha256", ForeignKey("blobs.sha256"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    UniqueConstraint("sha256", "seq"),
)

documents = Table(
    "documents",
    metadata,
    _id(),
    Column("disclosure_id", ForeignKey("disclosures.id"), nullable=False),
    Column("parent_id", ForeignKey("documents.id")),
    Column("path", Text, nullable=False),
    _text("sha256"),
    Column("bytes", Integer, nullable=False, server_default="0"),
    _text("format"),
    _text("status"),
    _text("problem_code"),
    _text("problem"),
    _text("next_step"),
    Column("duplicate_of", ForeignKey("documents.id")),
    Column("version_group", Integer),
    _text("kind"),
    _text("kind_reason"),
    Column("kind_decided", Boolean, nullable=False, server_default="0"),
    Column("organisation_id", ForeignKey("organisations.id")),
    _text("organisation_reason"),
    Column("organisation_decided", Boolean, nullable=False, server_default="0"),
    _text("authors"),
    _text("author_reason"),
    _text("date"),
    _text("date_reason"),
    Column("date_decided", Boolean, nullable=False, server_default="0"),
    _text("title"),
    _text("title_reason"),
    Column("title_decided", Boolean, nullable=False, server_default="0"),
    Column("pages", Integer, nullable=False, server_default="0"),
    Column("scanned_pages", Integer, nullable=False, server_default="0"),
    Column("redacted_area", Float, nullable=False, server_default="0"),
    Column("thread", Integer),
    _text("read_state"),
    Column("last_page", Integer, nullable=False, server_default="0"),
    _text("last_opened"),
    _text("copy_sha256"),
    _text("extra"),
    Column("part_first", Integer, nullable=False, server_default="0"),
    Column("part_last", Integer, nullable=False, server_default="0"),
    _text("split"),
    UniqueConstraint("disclosure_id", "path", "sha256"),
    Index("documents_by_sha256", "sha256"),
    Index("documents_by_parent", "parent_id"),
    Index("documents_by_part", "part_first"),
)

boundaries = Table(
    "boundaries",
    metadata,
    _id(),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("page", Integer, nullable=False),
    Column("confidence", Float, nullable=False, server_default="0"),
    _text("reasons"),
    Column("on", Boolean, nullable=False, server_default="0"),
    Column("decided", Boolean, nullable=False, server_default="0"),
    _text("label"),
    UniqueConstraint("document_id", "page"),
)

pages = Table(
    "pages",
    metadata,
    _id(),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("width", Float, nullable=False),
    Column("height", Float, nullable=False),
    Column("scan", Boolean, nullable=False, server_default="0"),
    Column("blank", Boolean, nullable=False, server_default="0"),
    Column("rotation", Integer, nullable=False, server_default="0"),
    _text("ocr"),
    Column("ocr_confidence", Float),
    _text("text"),
    Column("words", LargeBinary, nullable=False, server_default=""),
    _text("boxes"),
    _text("reading"),
    UniqueConstraint("document_id", "number"),
    Index("pages_to_read", "ocr"),
)

corrections = Table(
    "corrections",
    metadata,
    _id(),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("page", Integer, nullable=False),
    *(Column(edge, Float, nullable=False) for edge in ("x0", "y0", "x1", "y1")),
    _text("old"),
    _text("new"),
    _text("at"),
    Index("corrections_by_page", "document_id", "page"),
)

readings = Table(
    "readings",
    metadata,
    _id(),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("page", Integer, nullable=False),
    _text("text"),
    Column("words", LargeBinary, nullable=False, server_default=""),
    UniqueConstraint("document_id", "page"),
)

events = Table(
    "events",
    metadata,
    _id(),
    Column("document_id", ForeignKey("documents.id")),
    Column("page", Integer, nullable=False, server_default="0"),
    Column("start", Integer, nullable=False, server_default="-1"),
    Column("end", Integer, nullable=False, server_default="-1"),
    _text("date"),
    _text("date_text"),
    _text("first_day"),
    _text("last_day"),
    _text("title"),
    _text("kind"),
    _text("quote"),
    Column("organisation_id", ForeignKey("organisations.id")),
    _text("origin"),
    _text("status"),
    _text("precision"),
    _text("reason"),
    _text("role"),
    _text("note"),
    Column("decided", Boolean, nullable=False, server_default="0"),
    Index("events_by_day", "first_day"),
    Index("events_by_document", "document_id"),
)

marks = Table(
    "marks",
    metadata,
    _id(),
    Column("uuid", String, nullable=False, unique=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("page", Integer, nullable=False),
    _text("kind"),
    *_anchor(),
    _text("note"),
    _text("created"),
    _text("changed"),
    Column("lost", Boolean, nullable=False, server_default="0"),
    Index("marks_by_document", "document_id"),
)

issues = Table(
    "issues",
    metadata,
    _id(),
    _text("ref"),
    Column("mark_id", Integer),
    Column("organisation_id", ForeignKey("organisations.id")),
    _text("title"),
    _text("says"),
    _text("wrong"),
    _text("wrong_text"),
    _text("right"),
    _text("remedies"),
    _text("recipients"),
    _text("status"),
    _text("answer"),
    _text("answered"),
    _text("created"),
    _text("sent"),
    Column("letter_id", Integer),
    Column("answer_document", Integer),
)

schedule_rows = Table(
    "schedule_rows",
    metadata,
    _id(),
    _text("kind"),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    _text("key"),
    _text("cells"),
    Column("document_id", ForeignKey("documents.id")),
    Column("page", Integer, nullable=False, server_default="0"),
    Column("chosen", Boolean, nullable=False, server_default="1"),
    Column("own", Boolean, nullable=False, server_default="0"),
    Column("changed", Boolean, nullable=False, server_default="0"),
    UniqueConstraint("kind", "organisation_id", "key"),
)

proofs = Table(
    "proofs",
    metadata,
    _id(),
    Column("issue_id", ForeignKey("issues.id"), nullable=False),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("page", Integer, nullable=False),
    *_anchor(),
    _text("note"),
)

requests = Table(
    "requests",
    metadata,
    _id(),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    _text("kind"),
    _text("title"),
    _text("sent"),
    _text("received"),
    _text("sent_how"),
    _text("answered"),
    _text("extended"),
    _text("rule"),
    _text("note"),
    _text("log"),
    _text("proof"),
    Column("about", Integer),
    _text("right_of"),
    _text("facts"),
    _text("asked"),
)

request_documents = Table(
    "request_documents",
    metadata,
    _id(),
    Column("request_id", ForeignKey("requests.id"), nullable=False),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    UniqueConstraint("request_id", "document_id"),
)

letters = Table(
    "letters",
    metadata,
    _id(),
    _text("kind"),
    _text("title"),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("request_id", Integer),
    _text("values"),
    _text("blocks"),
    _text("issues"),
    Column("edited", Boolean, nullable=False, server_default="0"),
    _text("status"),
    _text("created"),
    _text("changed"),
    _text("sent"),
    _text("sent_how"),
    _text("sent_docx"),
    _text("sent_pdf"),
)

bundles = Table("bundles", metadata, _id(), _text("title"), _text("spec"), _text("changed"))

people = Table(
    "people",
    metadata,
    _id(),
    Column("key", Text, nullable=False, unique=True),
    _text("name"),
    _text("role"),
    _text("organisation"),
    Column("own", Boolean, nullable=False, server_default="0"),
    _text("email"),
    _text("kind"),
    _text("part"),
    Column("same_as", Integer),
    Column("decided", Boolean, nullable=False, server_default="0"),
)

person_mentions = Table(
    "person_mentions",
    metadata,
    _id(),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("page", Integer, nullable=False, server_default="1"),
    Column("start", Integer, nullable=False, server_default="-1"),
    Column("end", Integer, nullable=False, server_default="-1"),
    _text("part"),
    Index("person_mentions_by_document", "document_id"),
    Index("person_mentions_by_person", "person_id"),
)

people_apart = Table(
    "people_apart",
    metadata,
    _id(),
    Column("one_id", ForeignKey("people.id"), nullable=False),
    Column("other_id", ForeignKey("people.id"), nullable=False),
    _text("how"),
    UniqueConstraint("one_id", "other_id"),
)

findings = Table(
    "findings",
    metadata,
    _id(),
    _text("kind"),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("page", Integer, nullable=False, server_default="0"),
    _text("key"),
    _text("quote"),
    _text("rects"),
    Column("other_document_id", ForeignKey("documents.id")),
    Column("other_page", Integer, nullable=False, server_default="0"),
    _text("other_quote"),
    _text("detail"),
    _text("reason"),
    Column("status", Text, nullable=False, server_default="open"),
    UniqueConstraint("kind", "document_id", "key"),
    Index("findings_by_document", "document_id"),
)

messages = Table(
    "messages",
    metadata,
    _id(),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("place", Integer, nullable=False, server_default="0"),
    Column("page", Integer, nullable=False, server_default="1"),
    Column("start", Integer, nullable=False, server_default="0"),
    Column("end_page", Integer, nullable=False, server_default="1"),
    Column("end", Integer, nullable=False, server_default="0"),
    Column("quoted", Boolean, nullable=False, server_default="0"),
    Column("held_id", ForeignKey("documents.id")),
    _text("data"),
    UniqueConstraint("document_id", "place"),
)

document_tags = Table(
    "document_tags",
    metadata,
    _id(),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("tag", Text, nullable=False),
    UniqueConstraint("document_id", "tag"),
)

history = Table(
    "history",
    metadata,
    _id(),
    _text("at"),
    _text("words"),
    _text("rows"),
)

EDITABLE = {
    table.name: table
    for table in (
        documents,
        organisations,
        events,
        marks,
        issues,
        proofs,
        requests,
        request_documents,
        contacts,
        disclosures,
        letters,
        bundles,
        meta,
        people,
        people_apart,
        document_tags,
        findings,
        schedule_rows,
        boundaries,
        corrections,
    )
}
"""Tables that a `Change` may touch."""
