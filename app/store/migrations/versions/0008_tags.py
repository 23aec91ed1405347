"""Tags on documents. A step spells out its own SQL: it must not change when the program does."""

from alembic import op

revision = "0008"
down_revision = "0007"

STEPS = (
    """
    CREATE TABLE document_tags (
        id INTEGER NOT NULL,
        document_id INTEGER NOT NULL,
        tag TEXT NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (document_id, tag),
        FOREIGN KEY(document_id) REFERENCES documents (id)
    )
    """,
)


def upgrade() -> None:
    for step in STEPS:
        op.execute(step)
