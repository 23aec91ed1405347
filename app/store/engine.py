"""Open the encrypted database. SQLCipher holds every byte of it; temporary tables stay in memory."""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from app.domain.errors import CaseProblem

DATABASE_NAME = "case.db"
_BUSY_SECONDS = 30


def open_engine(path: Path, data_key: bytes, *, create: bool = False) -> Engine:
    """An engine on the database at `path`; CaseProblem damaged when the key does not fit or the file is no case.

    Connections may be used on any thread, one at a time; the unit of work sees to it that one writes.
    """
    if not create and not path.is_file():
        raise damaged("The main file of this case is missing.")

    def connect() -> Any:
        connection = sqlcipher.connect(str(path), timeout=_BUSY_SECONDS, check_same_thread=False, isolation_level=None)
        cursor = connection.cursor()
        cursor.execute("PRAGMA cipher_log_level = NONE")  # else a wrong key is reported on stderr
        cursor.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
        for pragma in ("temp_store = MEMORY", "foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL",
                       "cache_size = -32768", "wal_autocheckpoint = 8000", "secure_delete = OFF"):  # fmt: skip
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        return connection

    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=connect, poolclass=QueuePool, pool_size=4, max_overflow=8,
    )  # fmt: skip
    _explicit_transactions(engine)
    if not create:
        _check(engine)
    return engine


def _explicit_transactions(engine: Engine) -> None:
    """The driver must not start transactions by itself: ours begin as readers or, at once, as the writer."""

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _check(engine: Engine) -> None:
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    except sqlcipher.DatabaseError as error:
        engine.dispose()
        raise damaged() from error
    except Exception as error:
        engine.dispose()
        if isinstance(error.__cause__, sqlcipher.DatabaseError) or "not a database" in str(error):
            raise damaged() from None
        raise


def damaged(happened: str = "The main file of this case is damaged.") -> CaseProblem:
    """The case cannot be read."""
    return CaseProblem(
        "damaged",
        happened,
        "It was left exactly as it is.",
        "Restore your last backup, or try a copy of the case folder.",
    )
