"""Parts of giant files. A step spells out its own SQL: it must not change when the program does."""

from alembic import op

revision = "0006"
down_revision = "0005"

STEPS = (
    """
    ALTER TABLE documents ADD COLUMN part_first INTEGER DEFAULT '0' NOT NULL
    """,
    """
    ALTER TABLE documents ADD COLUMN part_last INTEGER DEFAULT '0' NOT NULL
    """,
    """
    ALTER TABLE documents ADD COLUMN split TEXT DEFAULT '' NOT NULL
    """,
    """
    CREATE INDEX documents_by_part ON documents (part_first)
    """,
    """
    CREATE TABLE boundaries (
        id INTEGER NOT NULL,
        document_id INTEGER NOT NULL,
        page INTEGER NOT NULL,
        confidence FLOAT DEFAULT '0' NOT NULL,
        reasons TEXT DEFAULT '' NOT NULL,
        "on" BOOLEAN DEFAULT '0' NOT NULL,
        decided BOOLEAN DEFAULT '0' NOT NULL,
        label TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (document_id, page),
        FOREIGN KEY(document_id) REFERENCES documents (id)
    )
    """,
)


def upgrade() -> None:
    for step in STEPS:
        op.execute(step)
