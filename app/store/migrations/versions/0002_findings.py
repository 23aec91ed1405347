"""Findings, and the boxes on each page. A step spells out its own SQL: it must not change when the program does."""

from alembic import op

revision = "0002"
down_revision = "0001"

STEPS = (
    """
    ALTER TABLE pages ADD COLUMN boxes TEXT DEFAULT '' NOT NULL
    """,
    """
    CREATE TABLE findings (
        id INTEGER NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        document_id INTEGER NOT NULL,
        page INTEGER DEFAULT '0' NOT NULL,
        "key" TEXT DEFAULT '' NOT NULL,
        quote TEXT DEFAULT '' NOT NULL,
        rects TEXT DEFAULT '' NOT NULL,
        other_document_id INTEGER,
        other_page INTEGER DEFAULT '0' NOT NULL,
        other_quote TEXT DEFAULT '' NOT NULL,
        detail TEXT DEFAULT '' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        status TEXT DEFAULT 'open' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (kind, document_id, "key"),
        FOREIGN KEY(document_id) REFERENCES documents (id),
        FOREIGN KEY(other_document_id) REFERENCES documents (id)
    )
    """,
    """
    CREATE INDEX findings_by_document ON findings (document_id)
    """,
)


def upgrade() -> None:
    for step in STEPS:
        op.execute(step)
