"""A case as one file: the encrypted database and its key slots in an uncompressed ZIP. Nothing in it is readable without the key."""

import hashlib
import io
import zipfile
from pathlib import Path

from app.domain.errors import CaseProblem
from app.store.engine import DATABASE_NAME
from app.store.unit_of_work import Store
from app.system.files import make_case_folder, write_private

_KEYS = "keys.json"
_SUMS = "sha256.txt"


def snapshot(store: Store, folder: Path) -> bytes:
    """The case at this moment. Waits for a writer, then folds the log into the database and reads it."""
    with store.quiet():
        members = {name: (folder / name).read_bytes() for name in (DATABASE_NAME, _KEYS)}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in members.items())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
        archive.writestr(_SUMS, sums)
    return out.getvalue()


def unpack(source: Path, target: Path) -> None:
    """Write a backup as a new case folder after checking its sums."""
    try:
        with zipfile.ZipFile(source) as archive:
            members = {name: archive.read(name) for name in (DATABASE_NAME, _KEYS)}
            sums = archive.read(_SUMS).decode()
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise _damaged() from error
    if any(f"{hashlib.sha256(data).hexdigest()}  {name}" not in sums for name, data in members.items()):
        raise _damaged()
    make_case_folder(target)
    for name, data in members.items():
        write_private(target / name, data)


def _damaged() -> CaseProblem:
    return CaseProblem(
        "damaged",
        "This is not a whole Fairfile backup.",
        "Nothing was changed.",
        "Try another backup, or copy it again.",
    )
