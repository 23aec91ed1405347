"""Old compound files (OLE): which kind they are, their streams and properties."""

import io
from functools import lru_cache
from typing import Any

from app.ingest import problems
from app.ingest.office.summary import summary

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_compound(data: bytes) -> bool:
    return data.startswith(SIGNATURE)


@lru_cache(maxsize=2)
def kind(data: bytes) -> str:
    """doc, xls, ppt, msg, protected (an encrypted new Office file), msi or "" for others. By the names of its streams."""
    if not is_compound(data):
        return ""
    names = top_names(data)
    if "encryptedpackage" in names:
        return "protected"
    if "worddocument" in names:
        return "doc"
    if names & {"workbook", "book"}:
        return "xls"
    if "powerpoint document" in names:
        return "ppt"
    return "msg" if any(name.startswith("__properties_version") for name in names) else ""


def opened(data: bytes, what: str) -> Any:
    """An `olefile.OleFileIO`. Raises FileProblem damaged."""
    import olefile  # type: ignore[import-untyped]

    try:
        return olefile.OleFileIO(io.BytesIO(data))
    except Exception as error:
        raise problems.damaged(what) from error


def stream(ole: Any, name: str) -> bytes:
    """A stream of the root, or empty bytes."""
    return bytes(ole.openstream(name).read()) if ole.exists(name) else b""


def properties(ole: Any) -> tuple[str, dict[str, str]]:
    """Title and properties from the summary; empty where it is damaged."""
    found = summary(stream(ole, "\x05SummaryInformation"))
    return found.pop("title", ""), found


def top_names(data: bytes) -> frozenset[str]:
    """Names of streams and storages at the top of the directory, lower case (what is embedded lies below); from the raw bytes
    when the directory is broken."""
    return _top_names(data)


@lru_cache(maxsize=2)
def _top_names(data: bytes) -> frozenset[str]:
    try:
        paths = opened(data, "a file").listdir(streams=True, storages=True)
        return frozenset(path[0].lower() for path in paths if len(path) == 1) or frozenset(p[-1].lower() for p in paths)
    except problems.FileProblem:
        known = ("WordDocument", "Workbook", "PowerPoint Document", "EncryptedPackage", "__properties_version1.0")
        return frozenset(name.lower() for name in known if name.encode("utf-16-le") in data)
