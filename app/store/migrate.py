"""Bring a case to today's tables with Alembic, run from code. A newer case is refused."""

from importlib import resources
from pathlib import Path

from sqlalchemy import Connection, Engine

from app.domain.errors import CaseProblem

_VERSIONS = resources.files("app.store") / "migrations" / "versions"
_KNOWN = tuple(sorted(name[:4] for step in _VERSIONS.iterdir() if (name := step.name)[:4].isdigit()))
HEAD = _KNOWN[-1]


def current(engine: Engine) -> str:
    """The version of the case, empty for a new one."""
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").scalar()
        if not found:
            return ""
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")


def bring_up(engine: Engine, to: str = HEAD) -> bool:
    """Run the steps that are missing, as far as `to`; True when there were any. CaseProblem newer for a case of a later program."""
    version = current(engine)
    if version == to:
        return False
    if version and version not in _KNOWN:
        raise CaseProblem(
            "newer",
            "This case was made by a newer Fairfile.",
            "Nothing was changed.",
            "Install the newest Fairfile and open it again.",
        )
    with engine.connect() as connection, connection.begin():
        _upgrade(connection, to)
    return True


def _upgrade(connection: Connection, to: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(str(resources.files("app.store") / "migrations"))))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
