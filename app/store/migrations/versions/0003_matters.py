"""People at organisations, term dates, and what a matter needs. A step spells out its own SQL: it must not change when the
program does."""

from alembic import op

revision = "0003"
down_revision = "0002"

STEPS = (
    "ALTER TABLE organisations ADD COLUMN terms TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE organisations ADD COLUMN declined TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE requests ADD COLUMN proof TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE requests ADD COLUMN about INTEGER",
    "ALTER TABLE requests ADD COLUMN right_of TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE requests ADD COLUMN facts TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE requests ADD COLUMN asked TEXT DEFAULT '' NOT NULL",
    """
    CREATE TABLE contacts (
        id INTEGER NOT NULL,
        organisation_id INTEGER NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        role TEXT DEFAULT '' NOT NULL,
        email TEXT DEFAULT '' NOT NULL,
        phone TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(organisation_id) REFERENCES organisations (id)
    )
    """,
    """
    CREATE TABLE request_documents (
        id INTEGER NOT NULL,
        request_id INTEGER NOT NULL,
        document_id INTEGER NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (request_id, document_id),
        FOREIGN KEY(request_id) REFERENCES requests (id),
        FOREIGN KEY(document_id) REFERENCES documents (id)
    )
    """,
)


def upgrade() -> None:
    for step in STEPS:
        op.execute(step)
