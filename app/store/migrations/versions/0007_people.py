"""Ways of writing names, where they stand, and who is the same. A step spells out its own SQL: it must not change when the program does.

What was kept of people before was derived and is found anew by reading the stored text again."""

from alembic import op

revision = "0007"
down_revision = "0006"

STEPS = (
    """
    DROP TABLE people
    """,
    """
    CREATE TABLE people (
        id INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        name TEXT DEFAULT '' NOT NULL,
        role TEXT DEFAULT '' NOT NULL,
        organisation TEXT DEFAULT '' NOT NULL,
        own BOOLEAN DEFAULT '0' NOT NULL,
        email TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        part TEXT DEFAULT '' NOT NULL,
        same_as INTEGER,
        decided BOOLEAN DEFAULT '0' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE ("key")
    )
    """,
    """
    CREATE TABLE person_mentions (
        id INTEGER NOT NULL,
        document_id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        page INTEGER DEFAULT '1' NOT NULL,
        start INTEGER DEFAULT '-1' NOT NULL,
        "end" INTEGER DEFAULT '-1' NOT NULL,
        part TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(document_id) REFERENCES documents (id),
        FOREIGN KEY(person_id) REFERENCES people (id)
    )
    """,
    """
    CREATE INDEX person_mentions_by_document ON person_mentions (document_id)
    """,
    """
    CREATE INDEX person_mentions_by_person ON person_mentions (person_id)
    """,
    """
    CREATE TABLE people_apart (
        id INTEGER NOT NULL,
        one_id INTEGER NOT NULL,
        other_id INTEGER NOT NULL,
        how TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (one_id, other_id),
        FOREIGN KEY(one_id) REFERENCES people (id),
        FOREIGN KEY(other_id) REFERENCES people (id)
    )
    """,
)


def upgrade() -> None:
    for step in STEPS:
        op.execute(step)
