"""The one module that writes, copies or deletes files of the user."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.domain.errors import CaseProblem, FileProblem, OutputProblem

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


def write_output(path: Path, data: bytes) -> None:
    """Save what the user asked to export: written beside the target first, then moved over it, so a failure leaves the old file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, private=False)
    except OSError as error:
        reason = "the disk is full" if error.errno in _FULL else (error.strerror or "the system refused").lower()
        raise OutputProblem(
            "cannot-write",
            f"“{path.name}” could not be saved: {reason}.",
            "Your case is not affected.",
            "Choose another folder or free some space, then save again.",
        ) from error


def write_private(path: Path, data: bytes) -> None:
    """Write a small file of our own (keys, settings) that only this user may read; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, data, private=True)


def _replace(path: Path, data: bytes, *, private: bool) -> None:
    beside = path.with_name(path.name + ".part")
    mode = 0o600 if private else 0o644
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def read_given(path: Path, max_bytes: int) -> bytes:
    """The bytes of a file that the user gave us. Raises FileProblem with a plain reason."""
    with _plain_reasons(path):
        _check_given(path, max_bytes)
        return path.read_bytes()


def head_of(path: Path, count: int, smallest: int, largest: int) -> bytes:
    """The first `count` bytes of an ordinary file of `smallest` to `largest` bytes; empty for another or one that cannot be read."""
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode) or not smallest <= info.st_size <= largest:
            return b""
        with path.open("rb") as file:
            return file.read(count)
    except OSError:
        return b""


def pieces_of(path: Path, size: int) -> Iterator[bytes]:
    """The bytes of a file that the user gave us, `size` at a time. Raises FileProblem with a plain reason."""
    with _plain_reasons(path), path.open("rb") as file:
        while piece := file.read(size):
            yield piece


def _check_given(path: Path, max_bytes: int) -> None:
    info = path.stat()
    if stat.S_ISDIR(info.st_mode):
        raise _folder_problem(path)
    if not stat.S_ISREG(info.st_mode):
        raise FileProblem("unsupported", "This is not an ordinary file.", "", "Give the file itself.")
    if info.st_size > max_bytes:
        size = info.st_size / 1e9
        raise FileProblem(
            "too-large",
            f"This file is {size:.1f} GB, more than the {max_bytes / 1e9:.0f} GB that can be read.",
            "Nothing was changed.",
            "Split it, or ask for it in smaller files.",
        )


@contextmanager
def _plain_reasons(path: Path) -> Iterator[None]:
    """What the system says about a file that cannot be read, as FileProblem."""
    try:
        yield
    except PermissionError as error:
        raise FileProblem(
            "no-permission",
            "This computer does not let you read this file.",
            "Nothing was changed.",
            "Copy it to a folder of your own and bring it in again.",
        ) from error
    except FileNotFoundError as error:
        if path.is_symlink():
            happened, step = "This is a link to a file that is not there.", "Give the file that it should lead to."
            raise FileProblem("missing", happened, "", step) from error
        raise FileProblem(
            "missing", "This file is not there any more.", "", "Check the folder or the stick."
        ) from error
    except OSError as error:
        raise FileProblem(
            "damaged", "This file could not be read from the disk.", "Nothing was changed.", "Try to copy it again."
        ) from error


def _folder_problem(path: Path) -> FileProblem:
    """Why a folder was listed instead of being looked into."""
    if path.is_symlink():
        return FileProblem(
            "unsupported",
            "This is a link to a folder; what it leads to was not brought in.",
            "",
            "Give the folder itself.",
        )
    if os.access(path, os.R_OK | os.X_OK):
        return FileProblem("unsupported", "This is a folder, not a file.", "", "Give the folder by itself.")
    return FileProblem(
        "no-permission",
        "This computer does not let you look into this folder.",
        "Nothing was changed.",
        "Copy it to a folder of your own and bring it in again.",
    )


def walk(path: Path) -> Iterator[tuple[Path, str]]:
    """Every file below `path` in a stable order with its name relative to the parent of `path` for a file, to `path` for a folder.

    Links to folders are not followed, so a loop cannot hang us; a link to a file counts as that file. A linked folder, and one
    that may not be looked into, is listed itself, so that nothing is left out in silence.
    """
    if not path.is_dir():
        yield path, safe_name(path.name)
        return
    closed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=closed.append, followlinks=False):
        folders.sort()
        linked = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted(names + linked):
            full = Path(folder) / name
            yield full, safe_name(full.relative_to(path).as_posix())
    for error in closed:
        full = Path(error.filename)
        yield full, safe_name(full.relative_to(path).as_posix() if full != path else path.name)


def safe_name(name: str) -> str:
    """A name that can be stored and shown: bytes that are not UTF-8 become a visible replacement."""
    return os.fsencode(name).decode("utf-8", "replace")


def make_case_folder(path: Path) -> None:
    """Create the folder of a new case; CaseProblem when something is already there or it cannot be made."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise CaseProblem(
            "exists",
            f"There is already something called “{path.name}” there.",
            "It was not touched.",
            "Choose another name or another folder.",
        )
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise case_write_problem(error) from error


def remove_case_folder(path: Path) -> None:
    """Take away a case that was not completely made: only the files that a case consists of, then the empty folder."""
    for name in ("case.db", "case.db-wal", "case.db-shm", "keys.json", "in-use.lock"):
        (path / name).unlink(missing_ok=True)
    with suppress(OSError):
        path.rmdir()


def case_write_problem(error: OSError) -> CaseProblem:
    """The plain sentence for a case folder that cannot be written."""
    if error.errno in _FULL:
        return CaseProblem(
            "disk-full",
            "The disk is full.",
            "Everything saved so far is safe.",
            "Free some space and go on where you were.",
        )
    return CaseProblem(
        "read-only",
        "Nothing can be written to this folder.",
        "Nothing was changed.",
        "Move the case to a folder of your own, or check whether the stick is locked.",
    )
