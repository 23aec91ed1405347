"""Undo the packing of one folder of a 7z archive, step by step, in memory."""

import bz2
import hashlib
import lzma
import zlib
from typing import Any

from app.ingest import problems
from app.ingest.archives.seven_header import Coder, Folder

_COPY, _DELTA, _LZMA2, _LZMA = b"\x00", b"\x03", b"\x21", b"\x03\x01\x01"
_DEFLATE, _BZIP2, _AES = b"\x04\x01\x08", b"\x04\x02\x02", b"\x06\xf1\x07\x01"
_FILTERS = {
    b"\x03\x03\x01\x03": lzma.FILTER_X86, b"\x04": lzma.FILTER_X86, b"\x03\x03\x02\x05": lzma.FILTER_POWERPC,
    b"\x05": lzma.FILTER_POWERPC, b"\x03\x03\x04\x01": lzma.FILTER_IA64, b"\x06": lzma.FILTER_IA64,
    b"\x03\x03\x05\x01": lzma.FILTER_ARM, b"\x07": lzma.FILTER_ARM, b"\x03\x03\x07\x01": lzma.FILTER_ARMTHUMB,
    b"\x08": lzma.FILTER_ARMTHUMB, b"\x03\x03\x08\x05": lzma.FILTER_SPARC, b"\x09": lzma.FILTER_SPARC,
}  # fmt: skip
_SMALLEST_DICTIONARY = 4096
_MOST_ROUNDS = 24
_NO_ROUNDS = 0x3F
_BLOCK = 16


def is_locked(folder: Folder) -> bool:
    """Whether a password is needed."""
    return any(coder.method == _AES for coder in folder.coders)


def undo(packed: bytes, folder: Folder, password: str) -> bytes:
    """The unpacked bytes, as many as can be had. Raises FileProblem: unsupported for a method we do not know, damaged."""
    steps = _in_order(folder)
    data = packed
    while steps:
        coder, size = steps.pop(0)
        filters: list[dict[str, Any]] = []
        while steps and _is_filter(steps[0][0]):
            following, size = steps.pop(0)
            filters.insert(0, _filter(following))
        data = _undone(coder, data, size, filters, password)
    return data


def _in_order(folder: Folder) -> list[tuple[Coder, int]]:
    """Coders from the packed side outwards, each with the size of its output."""
    if any(coder.ins != 1 or coder.outs != 1 for coder in folder.coders) or len(folder.sizes) != len(folder.coders):
        raise _unknown()
    feeds = {out: into for into, out in folder.pairs}
    fed = {into for into, _ in folder.pairs}
    at: int | None = next((n for n in range(len(folder.coders)) if n not in fed), None)
    order: list[int] = []
    while at is not None and at not in order and at < len(folder.coders):
        order.append(at)
        at = feeds.get(at)
    if len(order) != len(folder.coders):
        raise problems.damaged("a 7z file")
    return [(folder.coders[n], folder.sizes[n]) for n in order]


def _undone(coder: Coder, data: bytes, size: int, filters: list[dict[str, Any]], password: str) -> bytes:
    try:
        if coder.method in (_LZMA, _LZMA2):
            chain = [*filters, _lzma_filter(coder, size)]
            return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=chain).decompress(data, size)
        if filters:
            raise _unknown()
        if coder.method == _COPY:
            return data[:size]
        if coder.method == _AES:
            return _unlocked(coder.settings, data, password)[:size]
        if coder.method == _DEFLATE:
            return zlib.decompressobj(-15).decompress(data, size)
        if coder.method == _BZIP2:
            return bz2.BZ2Decompressor().decompress(data, size)
    except (lzma.LZMAError, zlib.error, OSError, EOFError, ValueError, IndexError) as error:
        raise problems.damaged("a 7z file") from error
    raise _unknown()


def _lzma_filter(coder: Coder, size: int) -> dict[str, Any]:
    """The settings with a dictionary no larger than the output, which is all that can be looked back upon."""
    if coder.method == _LZMA2:
        bits = coder.settings[0]
        dictionary = 0xFFFFFFFF if bits >= 40 else (2 | bits & 1) << (bits // 2 + 11)
        return {"id": lzma.FILTER_LZMA2, "dict_size": _needed(dictionary, size)}
    packed, dictionary = coder.settings[0], int.from_bytes(coder.settings[1:5], "little")
    return {
        "id": lzma.FILTER_LZMA1, "dict_size": _needed(dictionary, size),
        "lc": packed % 9, "lp": packed // 9 % 5, "pb": packed // 45,
    }  # fmt: skip


def _needed(dictionary: int, size: int) -> int:
    return max(_SMALLEST_DICTIONARY, min(dictionary, size))


def _is_filter(coder: Coder) -> bool:
    return coder.method == _DELTA or coder.method in _FILTERS


def _filter(coder: Coder) -> dict[str, Any]:
    if coder.method == _DELTA:
        return {"id": lzma.FILTER_DELTA, "dist": (coder.settings[0] if coder.settings else 0) + 1}
    return {"id": _FILTERS[coder.method]}


def _unlocked(settings: bytes, data: bytes, password: str) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, modes
    from cryptography.hazmat.primitives.ciphers.algorithms import AES

    first, second = settings[0], settings[1] if len(settings) > 1 else 0
    salt_size = (first >> 7 & 1) + (second >> 4)
    nonce_size = (first >> 6 & 1) + (second & 0x0F)
    salt = settings[2 : 2 + salt_size]
    nonce = settings[2 + salt_size : 2 + salt_size + nonce_size].ljust(_BLOCK, b"\0")
    key = _key(password.encode("utf-16-le"), salt, first & 0x3F)
    return Cipher(AES(key), modes.CBC(nonce)).decryptor().update(data[: len(data) // _BLOCK * _BLOCK])


def _key(password: bytes, salt: bytes, rounds: int) -> bytes:
    """SHA-256 over salt, password and a counter, two to the power of `rounds` times."""
    if rounds == _NO_ROUNDS:
        return (salt + password).ljust(32, b"\0")[:32]
    if rounds > _MOST_ROUNDS:
        raise ValueError("more rounds than an honest file asks for")
    digest = hashlib.sha256()
    step = min(1 << rounds, 1 << 12)
    for start in range(0, 1 << rounds, step):
        digest.update(b"".join(salt + password + n.to_bytes(8, "little") for n in range(start, start + step)))
    return digest.digest()


def _unknown() -> problems.FileProblem:
    return problems.unsupported("It is packed in a way that Fairfile does not unpack.")
