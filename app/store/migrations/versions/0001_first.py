"""The first tables of a case. A step spells out its own SQL: it must not change when the program does."""

from alembic import op

revision = "0001"
down_revision = None

STEPS = (
    """
    CREATE TABLE blobs (
        sha256 VARCHAR NOT NULL,
        size INTEGER NOT NULL,
        PRIMARY KEY (sha256)
    )
    """,
    """
    CREATE TABLE bundles (
        id INTEGER NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        spec TEXT DEFAULT '' NOT NULL,
        changed TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE history (
        id INTEGER NOT NULL,
        at TEXT DEFAULT '' NOT NULL,
        words TEXT DEFAULT '' NOT NULL,
        rows TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE meta (
        "key" VARCHAR NOT NULL,
        value TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY ("key")
    )
    """,
    """
    CREATE TABLE organisations (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        nation TEXT DEFAULT '' NOT NULL,
        address TEXT DEFAULT '' NOT NULL,
        contact TEXT DEFAULT '' NOT NULL,
        email TEXT DEFAULT '' NOT NULL,
        sign TEXT DEFAULT '' NOT NULL,
        colour INTEGER DEFAULT '0' NOT NULL,
        origin TEXT DEFAULT '' NOT NULL,
        aliases TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (name)
    )
    """,
    """
    CREATE TABLE people (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        role TEXT DEFAULT '' NOT NULL,
        organisation TEXT DEFAULT '' NOT NULL,
        aliases TEXT DEFAULT '' NOT NULL,
        documents INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (name, organisation)
    )
    """,
    """
    CREATE TABLE blob_chunks (
        id INTEGER NOT NULL,
        sha256 VARCHAR NOT NULL,
        seq INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (sha256, seq),
        FOREIGN KEY(sha256) REFERENCES blobs (sha256)
    )
    """,
    """
    CREATE TABLE disclosures (
        id INTEGER NOT NULL,
        organisation_id INTEGER,
        received TEXT DEFAULT '' NOT NULL,
        request_id INTEGER,
        given_key TEXT NOT NULL,
        sources TEXT DEFAULT '' NOT NULL,
        options TEXT DEFAULT '' NOT NULL,
        started TEXT DEFAULT '' NOT NULL,
        finished TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(organisation_id) REFERENCES organisations (id),
        UNIQUE (given_key)
    )
    """,
    """
    CREATE TABLE issues (
        id INTEGER NOT NULL,
        ref TEXT DEFAULT '' NOT NULL,
        mark_id INTEGER,
        organisation_id INTEGER,
        title TEXT DEFAULT '' NOT NULL,
        says TEXT DEFAULT '' NOT NULL,
        wrong TEXT DEFAULT '' NOT NULL,
        wrong_text TEXT DEFAULT '' NOT NULL,
        "right" TEXT DEFAULT '' NOT NULL,
        remedies TEXT DEFAULT '' NOT NULL,
        recipients TEXT DEFAULT '' NOT NULL,
        status TEXT DEFAULT '' NOT NULL,
        answer TEXT DEFAULT '' NOT NULL,
        answered TEXT DEFAULT '' NOT NULL,
        created TEXT DEFAULT '' NOT NULL,
        sent TEXT DEFAULT '' NOT NULL,
        letter_id INTEGER,
        PRIMARY KEY (id),
        FOREIGN KEY(organisation_id) REFERENCES organisations (id)
    )
    """,
    """
    CREATE TABLE letters (
        id INTEGER NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        organisation_id INTEGER,
        request_id INTEGER,
        "values" TEXT DEFAULT '' NOT NULL,
        blocks TEXT DEFAULT '' NOT NULL,
        issues TEXT DEFAULT '' NOT NULL,
        edited BOOLEAN DEFAULT '0' NOT NULL,
        status TEXT DEFAULT '' NOT NULL,
        created TEXT DEFAULT '' NOT NULL,
        changed TEXT DEFAULT '' NOT NULL,
        sent TEXT DEFAULT '' NOT NULL,
        sent_how TEXT DEFAULT '' NOT NULL,
        sent_docx TEXT DEFAULT '' NOT NULL,
        sent_pdf TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(organisation_id) REFERENCES organisations (id)
    )
    """,
    """
    CREATE TABLE requests (
        id INTEGER NOT NULL,
        organisation_id INTEGER NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        sent TEXT DEFAULT '' NOT NULL,
        received TEXT DEFAULT '' NOT NULL,
        sent_how TEXT DEFAULT '' NOT NULL,
        answered TEXT DEFAULT '' NOT NULL,
        extended TEXT DEFAULT '' NOT NULL,
        rule TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        log TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(organisation_id) REFERENCES organisations (id)
    )
    """,
    """
    CREATE TABLE documents (
        id INTEGER NOT NULL,
        disclosure_id INTEGER NOT NULL,
        parent_id INTEGER,
        path TEXT NOT NULL,
        sha256 TEXT DEFAULT '' NOT NULL,
        bytes INTEGER DEFAULT '0' NOT NULL,
        format TEXT DEFAULT '' NOT NULL,
        status TEXT DEFAULT '' NOT NULL,
        problem_code TEXT DEFAULT '' NOT NULL,
        problem TEXT DEFAULT '' NOT NULL,
        next_step TEXT DEFAULT '' NOT NULL,
        duplicate_of INTEGER,
        version_group INTEGER,
        kind TEXT DEFAULT '' NOT NULL,
        kind_reason TEXT DEFAULT '' NOT NULL,
        kind_decided BOOLEAN DEFAULT '0' NOT NULL,
        organisation_id INTEGER,
        organisation_reason TEXT DEFAULT '' NOT NULL,
        organisation_decided BOOLEAN DEFAULT '0' NOT NULL,
        authors TEXT DEFAULT '' NOT NULL,
        author_reason TEXT DEFAULT '' NOT NULL,
        date TEXT DEFAULT '' NOT NULL,
        date_reason TEXT DEFAULT '' NOT NULL,
        date_decided BOOLEAN DEFAULT '0' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        title_reason TEXT DEFAULT '' NOT NULL,
        title_decided BOOLEAN DEFAULT '0' NOT NULL,
        pages INTEGER DEFAULT '0' NOT NULL,
        scanned_pages INTEGER DEFAULT '0' NOT NULL,
        redacted_area FLOAT DEFAULT '0' NOT NULL,
        thread INTEGER,
        read_state TEXT DEFAULT '' NOT NULL,
        last_page INTEGER DEFAULT '0' NOT NULL,
        last_opened TEXT DEFAULT '' NOT NULL,
        copy_sha256 TEXT DEFAULT '' NOT NULL,
        extra TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (disclosure_id, path, sha256),
        FOREIGN KEY(disclosure_id) REFERENCES disclosures (id),
        FOREIGN KEY(parent_id) REFERENCES documents (id),
        FOREIGN KEY(duplicate_of) REFERENCES documents (id),
        FOREIGN KEY(organisation_id) REFERENCES organisations (id)
    )
    """,
    """
    CREATE INDEX documents_by_parent ON documents (parent_id)
    """,
    """
    CREATE INDEX documents_by_sha256 ON documents (sha256)
    """,
    """
    CREATE TABLE events (
        id INTEGER NOT NULL,
        document_id INTEGER,
        page INTEGER DEFAULT '0' NOT NULL,
        start INTEGER DEFAULT '-1' NOT NULL,
        "end" INTEGER DEFAULT '-1' NOT NULL,
        date TEXT DEFAULT '' NOT NULL,
        date_text TEXT DEFAULT '' NOT NULL,
        first_day TEXT DEFAULT '' NOT NULL,
        last_day TEXT DEFAULT '' NOT NULL,
        title TEXT DEFAULT '' NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        quote TEXT DEFAULT '' NOT NULL,
        organisation_id INTEGER,
        origin TEXT DEFAULT '' NOT NULL,
        status TEXT DEFAULT '' NOT NULL,
        precision TEXT DEFAULT '' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        role TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        decided BOOLEAN DEFAULT '0' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(document_id) REFERENCES documents (id),
        FOREIGN KEY(organisation_id) REFERENCES organisations (id)
    )
    """,
    """
    CREATE INDEX events_by_day ON events (first_day)
    """,
    """
    CREATE INDEX events_by_document ON events (document_id)
    """,
    """
    CREATE TABLE marks (
        id INTEGER NOT NULL,
        uuid VARCHAR NOT NULL,
        document_id INTEGER NOT NULL,
        page INTEGER NOT NULL,
        kind TEXT DEFAULT '' NOT NULL,
        exact TEXT DEFAULT '' NOT NULL,
        prefix TEXT DEFAULT '' NOT NULL,
        suffix TEXT DEFAULT '' NOT NULL,
        start INTEGER DEFAULT '-1' NOT NULL,
        "end" INTEGER DEFAULT '-1' NOT NULL,
        rects TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        created TEXT DEFAULT '' NOT NULL,
        changed TEXT DEFAULT '' NOT NULL,
        lost BOOLEAN DEFAULT '0' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (uuid),
        FOREIGN KEY(document_id) REFERENCES documents (id)
    )
    """,
    """
    CREATE INDEX marks_by_document ON marks (document_id)
    """,
    """
    CREATE TABLE pages (
        id INTEGER NOT NULL,
        document_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        width FLOAT NOT NULL,
        height FLOAT NOT NULL,
        scan BOOLEAN DEFAULT '0' NOT NULL,
        blank BOOLEAN DEFAULT '0' NOT NULL,
        rotation INTEGER DEFAULT '0' NOT NULL,
        ocr TEXT DEFAULT '' NOT NULL,
        ocr_confidence FLOAT,
        text TEXT DEFAULT '' NOT NULL,
        words BLOB DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (document_id, number),
        FOREIGN KEY(document_id) REFERENCES documents (id)
    )
    """,
    """
    CREATE INDEX pages_to_read ON pages (ocr)
    """,
    """
    CREATE TABLE proofs (
        id INTEGER NOT NULL,
        issue_id INTEGER NOT NULL,
        document_id INTEGER NOT NULL,
        page INTEGER NOT NULL,
        exact TEXT DEFAULT '' NOT NULL,
        prefix TEXT DEFAULT '' NOT NULL,
        suffix TEXT DEFAULT '' NOT NULL,
        start INTEGER DEFAULT '-1' NOT NULL,
        "end" INTEGER DEFAULT '-1' NOT NULL,
        rects TEXT DEFAULT '' NOT NULL,
        note TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(issue_id) REFERENCES issues (id),
        FOREIGN KEY(document_id) REFERENCES documents (id)
    )
    """,
    """
    CREATE VIRTUAL TABLE page_index USING fts5(
        text, content='pages', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
    )
    """,
    "CREATE VIRTUAL TABLE page_terms USING fts5vocab(page_index, 'row')",
)


def upgrade() -> None:
    for step in STEPS:
        op.execute(step)
