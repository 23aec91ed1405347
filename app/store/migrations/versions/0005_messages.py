"""Messages in documents. A step spells out its own SQL: it must not change when the program does."""

from alembic import op

revision = "0005"
down_revision = "0004"

STEPS = (
    """
    CREATE TABLE messages (
        id INTEGER NOT NULL,
        document_id INTEGER NOT NULL,
        place INTEGER DEFAULT '0' NOT NULL,
        page INTEGER DEFAULT '1' NOT NULL,
        start INTEGER DEFAULT '0' NOT NULL,
        end_page INTEGER DEFAULT '1' NOT NULL,
        "end" INTEGER DEFAULT '0' NOT NULL,
        quoted BOOLEAN DEFAULT '0' NOT NULL,
        held_id INTEGER,
        data TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (document_id, place),
        FOREIGN KEY(document_id) REFERENCES documents (id),
        FOREIGN KEY(held_id) REFERENCES documents (id)
    )
    """,
)


def upgrade() -> None:
    for step in STEPS:
        op.execute(step)
