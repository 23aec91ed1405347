"""The letter in which they answered a point, and what a person decided about schedules. A step spells out its own SQL."""

from alembic import op

revision = "0004"
down_revision = "0003"

STEPS = (
    """
    ALTER TABLE issues ADD COLUMN answer_document INTEGER
    """,
    """
    CREATE TABLE schedule_rows (
        id INTEGER NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        organisation_id INTEGER NOT NULL,
        "key" TEXT DEFAULT '' NOT NULL,
        cells TEXT DEFAULT '' NOT NULL,
        document_id INTEGER,
        page INTEGER DEFAULT '0' NOT NULL,
        chosen BOOLEAN DEFAULT '1' NOT NULL,
        own BOOLEAN DEFAULT '0' NOT NULL,
        changed BOOLEAN DEFAULT '0' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (kind, organisation_id, "key"),
        FOREIGN KEY(organisation_id) REFERENCES organisations (id),
        FOREIGN KEY(document_id) REFERENCES documents (id)
    )
    """,
)


def upgrade() -> None:
    for step in STEPS:
        op.execute(step)
