"""Words corrected by hand, and how pages were read. A step spells out its own SQL: it must not change when the program does."""

from alembic import op

revision = "0009"
down_revision = "0008"

STEPS = (
    "ALTER TABLE pages ADD COLUMN reading TEXT DEFAULT '' NOT NULL",
    """
    CREATE TABLE corrections (
        id INTEGER NOT NULL,
        document_id INTEGER NOT NULL,
        page INTEGER NOT NULL,
        x0 FLOAT NOT NULL,
        y0 FLOAT NOT NULL,
        x1 FLOAT NOT NULL,
        y1 FLOAT NOT NULL,
        old TEXT DEFAULT '' NOT NULL,
        new TEXT DEFAULT '' NOT NULL,
        at TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(document_id) REFERENCES documents (id)
    )
    """,
    "CREATE INDEX corrections_by_page ON corrections (document_id, page)",
    """
    CREATE TABLE readings (
        id INTEGER NOT NULL,
        document_id INTEGER NOT NULL,
        page INTEGER NOT NULL,
        text TEXT DEFAULT '' NOT NULL,
        words BLOB DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (document_id, page),
        FOREIGN KEY(document_id) REFERENCES documents (id)
    )
    """,
)


def upgrade() -> None:
    for step in STEPS:
        op.execute(step)
