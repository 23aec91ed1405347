"""Names of files inside files, made safe: relative, forward slashes, nothing that climbs out."""

import re

_DRIVE = re.compile(r"^[A-Za-z]:")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_LONGEST = 240


def safe_path(path: str) -> str:
    """`path` without drive, root, "." and ".." parts and control characters; "unnamed" when nothing is left."""
    cleaned = _CONTROLS.sub("", path.replace("\\", "/"))
    parts = []
    for part in cleaned.split("/"):
        part = _DRIVE.sub("", part).strip()
        if part and part not in (".", ".."):
            parts.append(_short(part))
    return "/".join(parts) or "unnamed"


def safe_name(name: str) -> str:
    """The last part of a safe path."""
    return safe_path(name).rsplit("/", 1)[-1]


def unique(path: str, taken: set[str]) -> str:
    """`path`, or `path (2)` before its ending when it is taken; remembers what it gives."""
    candidate, number = path, 1
    while candidate.lower() in taken:
        number += 1
        folder, _, name = path.rpartition("/")
        stem, dot, ending = name.rpartition(".")
        again = f"{stem} ({number}).{ending}" if dot else f"{name} ({number})"
        candidate = f"{folder}/{again}" if folder else again
    taken.add(candidate.lower())
    return candidate


def _short(part: str) -> str:
    if len(part) <= _LONGEST:
        return part
    stem, dot, ending = part.rpartition(".")
    return f"{stem[: _LONGEST - len(ending) - 1]}.{ending}" if dot and len(ending) < 12 else part[:_LONGEST]
