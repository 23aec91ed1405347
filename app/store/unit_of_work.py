"""One piece of work on the case: a connection, a transaction, and the repositories on it.

Readers run beside the writer (WAL). One thread writes at a time; the lock is held from begin to commit.
"""

import errno
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError

from app.domain.errors import CaseProblem
from app.store.audit import Audit
from app.store.blobs import Blobs
from app.store.corrections import Corrections
from app.store.documents import Documents
from app.store.engine import damaged
from app.store.events import Events
from app.store.fulltext import FullText
from app.store.meta import Meta
from app.store.organisations import Organisations
from app.store.pages import Pages
from app.store.parts import Parts
from app.system.files import case_write_problem

if TYPE_CHECKING:
    from app.store.findings import Findings
    from app.store.issues import Issues
    from app.store.letters import Letters
    from app.store.mails import Mails
    from app.store.marks import Marks
    from app.store.people import People
    from app.store.requests import Requests
    from app.store.schedules import Schedules
    from app.store.tags import Tags


class UnitOfWork:
    """Repositories that share one transaction. Never kept after its `with` block. Those that an import does without are loaded
    when they are first asked for: a command should not wait for them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @cached_property
    def meta(self) -> Meta:
        """Facts about the case."""
        return Meta(self.connection)

    @cached_property
    def audit(self) -> Audit:
        """Changes, their inverse and their history."""
        return Audit(self.connection)

    @cached_property
    def blobs(self) -> Blobs:
        """Bytes by hash."""
        return Blobs(self.connection)

    @cached_property
    def documents(self) -> Documents:
        """Received files and disclosures."""
        return Documents(self.connection)

    @cached_property
    def pages(self) -> Pages:
        """Pages and their words."""
        return Pages(self.connection)

    @cached_property
    def parts(self) -> Parts:
        """Giant files and the documents in them."""
        return Parts(self.connection)

    @cached_property
    def corrections(self) -> Corrections:
        """Words corrected by hand."""
        return Corrections(self.connection)

    @cached_property
    def fulltext(self) -> FullText:
        """The index of words."""
        return FullText(self.connection)

    @cached_property
    def events(self) -> Events:
        """Timeline entries."""
        return Events(self.connection)

    @cached_property
    def findings(self) -> "Findings":
        """Findings of the rules, with what a person decided."""
        from app.store.findings import Findings

        return Findings(self.connection)

    @cached_property
    def schedules(self) -> "Schedules":
        """What was decided about schedules."""
        from app.store.schedules import Schedules

        return Schedules(self.connection)

    @cached_property
    def mails(self) -> "Mails":
        """Messages in documents."""
        from app.store.mails import Mails

        return Mails(self.connection)

    @cached_property
    def people(self) -> "People":
        """Who is named, and which names are one person."""
        from app.store.people import People

        return People(self.connection)

    @cached_property
    def tags(self) -> "Tags":
        """Tags on documents."""
        from app.store.tags import Tags

        return Tags(self.connection)

    @cached_property
    def marks(self) -> "Marks":
        """Marks on pages."""
        from app.store.marks import Marks

        return Marks(self.connection)

    @cached_property
    def issues(self) -> "Issues":
        """Inaccuracy records and their proof."""
        from app.store.issues import Issues

        return Issues(self.connection)

    @cached_property
    def organisations(self) -> Organisations:
        """Who holds files."""
        return Organisations(self.connection)

    @cached_property
    def requests(self) -> "Requests":
        """Requests and evidence packs."""
        from app.store.requests import Requests

        return Requests(self.connection)

    @cached_property
    def letters(self) -> "Letters":
        """Letters in work and sent."""
        from app.store.letters import Letters

        return Letters(self.connection)


class Store:
    """The open case database. `read` and `write` give a unit of work; either may be used on any thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = threading.RLock()

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """A view of the case that does not change while it is used."""
        with self._problems(), self._engine.connect() as connection, connection.begin():
            yield UnitOfWork(connection)

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """Commit at the end of the block, roll back on any exception."""
        with self._writing, self._problems(), self._engine.connect() as plain:
            connection = plain.execution_options(begin="BEGIN IMMEDIATE")
            with connection.begin():
                yield UnitOfWork(connection)

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Nobody writes, and the database file alone holds everything: for copying it."""
        with self._writing:
            with self._problems(), self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
            yield

    def close(self) -> None:
        """Close all connections; the write-ahead log is folded into the database."""
        with self._writing:
            self._engine.dispose()

    @contextmanager
    def _problems(self) -> Iterator[None]:
        try:
            yield
        except DatabaseError as error:
            raise _translated(error) from None


def _translated(error: DatabaseError) -> Exception:
    """The driver's trouble as ours. The statement and its values never reach the message."""
    reason = str(error.orig)
    if "disk is full" in reason:
        return case_write_problem(OSError(errno.ENOSPC, "full"))
    if "readonly" in reason or "unable to open" in reason:
        return case_write_problem(OSError(errno.EACCES, "read-only"))
    if "malformed" in reason or "not a database" in reason or "disk I/O" in reason:
        return damaged()
    if "locked" in reason:
        return CaseProblem(
            "locked", "This case is in use by another program.", "Nothing was changed.", "Close it there."
        )
    return RuntimeError(f"database: {type(error.orig).__name__}: {reason.split(':')[0]}")
