"""Archives: ZIP, 7z and TAR (plain or compressed). Members are given back as bytes; the caller imports them one by one."""

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from app.domain.extracted import ExtractedDocument, Member
from app.ingest import problems, salvage
from app.ingest.archives import seven_zip
from app.ingest.archives.budget import Budget
from app.ingest.names import safe_path, unique
from app.ingest.reader import LIKELY, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(
    formats={"zip": "a ZIP file", "tar": "a TAR file", "7z": "a 7z file", "rar": "a RAR file"},
    endings={"zip": "zip", "tar": "tar", "tgz": "tar", "gz": "tar", "bz2": "tar", "xz": "tar", "7z": "7z", "rar": "rar"},
)  # fmt: skip
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800


def recognise(data: bytes, name: str) -> Match | None:
    """By signature. Office files are ZIPs too and score more with their own readers."""
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        return Match("zip", LIKELY - 10)
    if data[257:262] == b"ustar" or data[:2] == b"\x1f\x8b" or data[:3] == b"BZh" or data[:6] == b"\xfd7zXZ\x00":
        return Match("tar", LIKELY)
    if data[:6] == b"7z\xbc\xaf\x27\x1c":
        return Match("7z", LIKELY)
    return Match("rar", LIKELY) if data[:6] == b"Rar!\x1a\x07" else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Members with safe paths. One that cannot be taken out keeps its problem; the others are not affected.

    Raises FileProblem too-large for bombs, damaged, password (7z whose names are locked), unsupported (RAR).
    """
    match = recognise(data, name)
    kind = match.format if match else INFO.endings.get(name.rsplit(".", 1)[-1].lower(), "zip")
    if kind == "rar":
        raise problems.packed_unsupported("a RAR file")
    note = ""
    if kind == "zip":
        archive = _opened(data)
        if archive is None:
            note = "The ZIP file is damaged or cut off; the files that could be recovered are listed."
        members = tuple(_zip_members(archive, data, options) if archive is not None else _saved_members(data, options))
        if archive is None and not members:
            raise problems.damaged(INFO.formats["zip"])
    elif kind == "7z":
        members = tuple(seven_zip.members(data, options))
    else:
        members = tuple(_tar_members(data, name, options))
    return ExtractedDocument(format=kind, pages=(), members=members, note=note)


def _opened(data: bytes) -> zipfile.ZipFile | None:
    """The archive; None when its directory cannot be read or lists nothing although there is something."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError, EOFError):
        return None
    return archive if archive.infolist() or data[:4] != b"PK\x03\x04" else None


def _saved_members(data: bytes, options: ReadOptions) -> Iterator[Member]:
    budget = Budget(len(data), options.limits)
    taken: set[str] = set()
    for found in salvage.members(data, options.limits.max_expanded_bytes):
        budget.member()
        budget.take(len(found.data))
        path = unique(safe_path(found.name), taken)
        yield Member(path, found.data) if found.whole else Member(path, b"", "damaged", "Its end is missing.")


def _zip_members(archive: zipfile.ZipFile, data: bytes, options: ReadOptions) -> Iterator[Member]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    budget = Budget(len(data), options.limits)
    for _ in infos:
        budget.member()
    budget.announced(sum(info.file_size for info in infos))
    taken: set[str] = set()
    for info in infos:
        yield zip_member(archive, info, unique(safe_path(zip_name(info)), taken), options, budget)


def zip_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, options: ReadOptions, budget: Budget
) -> Member:
    """One member with its bytes, or with its problem. Raises FileProblem too-large for a bomb."""
    passwords: tuple[str | None, ...] = (None,)
    if info.flag_bits & _ENCRYPTED:
        passwords = options.candidates
    for password in passwords:
        try:
            with archive.open(info, pwd=None if password is None else password.encode("utf-8")) as stream:
                return Member(path, _limited(stream, budget))
        except RuntimeError:
            continue  # zipfile's word for a wrong password; the next may open it
        except NotImplementedError:
            return Member(path, b"", "unsupported", "It is packed in a way that Fairfile does not unpack.")
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            if info.flag_bits & _ENCRYPTED:
                continue
            return Member(path, b"", "damaged", "Its part of the archive is damaged.")
    return Member(path, b"", "password", "It is protected with a password.")


def zip_name(info: zipfile.ZipInfo) -> str:
    """Names are UTF-8 when flagged, else code page 437 by the standard, though many tools write UTF-8 all the same."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _tar_members(data: bytes, name: str, options: ReadOptions) -> Iterator[Member]:
    budget = Budget(len(data), options.limits)
    plain = _unpacked(data, budget)
    taken: set[str] = set()
    if plain[257:262] != b"ustar" and not _is_tar(plain):
        if plain is data:
            raise problems.damaged(INFO.formats["tar"])
        stem = safe_path(name).rsplit("/", 1)[-1]
        yield Member(stem.rsplit(".", 1)[0] if "." in stem else f"{stem} (unpacked)", plain)
        return
    try:
        archive = tarfile.open(fileobj=io.BytesIO(plain), mode="r:", errorlevel=0)  # noqa: SIM115 - in memory
    except (tarfile.TarError, ValueError, EOFError, OSError) as error:
        raise problems.damaged(INFO.formats["tar"]) from error
    for info in _walk(archive):
        if not info.isfile():
            continue
        budget.member()
        stream = archive.extractfile(info)
        path = unique(safe_path(info.name), taken)
        body = stream.read() if stream is not None else b""
        whole = len(body) == info.size
        yield Member(path, body) if whole else Member(path, b"", "damaged", "Its part of the archive is cut off.")


def _walk(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """Members until the end or the first damage."""
    try:
        while (info := archive.next()) is not None:
            yield info
    except (tarfile.TarError, ValueError, EOFError, OSError):
        return


def _is_tar(data: bytes) -> bool:
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            return archive.next() is not None
    except (tarfile.TarError, ValueError, OSError, EOFError):
        return False


def _unpacked(data: bytes, budget: Budget) -> bytes:
    import bz2
    import gzip
    import lzma

    makers: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZ": bz2.open, b"\xfd7": lzma.open}
    maker = makers.get(data[:2])
    if maker is None:
        return data
    try:
        with maker(io.BytesIO(data)) as stream:
            return _limited(stream, budget)
    except (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError) as error:
        raise problems.damaged("a compressed file") from error


def _limited(stream: Any, budget: Budget) -> bytes:
    chunks = []
    while chunk := stream.read(2**18):
        budget.take(len(chunk))
        chunks.append(chunk)
    return b"".join(chunks)
