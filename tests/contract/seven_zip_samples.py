"""7z archives as small as they can be, written part by part."""

import hashlib
import lzma
import struct
import zlib

from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.ciphers.algorithms import AES

LZMA2, COPY, PPMD, LOCK = b"\x21", b"\x00", b"\x03\x04\x01", b"\x06\xf1\x07\x01"
_NONCE = b"n" * 16
_ROUNDS = 3


def seven_zip(files: dict[str, bytes], *, password: str = "", method: bytes = LZMA2, announced: int = 0) -> bytes:
    """One folder with all `files`, packed with `method` and perhaps locked. `announced`: a lie about the last file's size."""
    whole = b"".join(files.values())
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 16}]
    packed = lzma.compress(whole, lzma.FORMAT_RAW, filters=filters) if method == LZMA2 else whole
    coders = bytes([0x20 | len(method)]) + method + b"\x01\x18" if method == LZMA2 else bytes([len(method)]) + method
    sizes = _number(announced or len(whole))
    if password:
        coders = (
            b"\x02" + bytes([0x24]) + LOCK + b"\x12" + bytes([0x40 | _ROUNDS, 0x0F]) + _NONCE + coders + b"\x01\x00"
        )
        sizes, packed = _number(len(packed)) + sizes, _locked(packed, password)
    else:
        coders = b"\x01" + coders
    streams = (
        b"\x04\x06\x00\x01\x09" + _number(len(packed)) + b"\x00\x07\x0b\x01\x00" + coders + b"\x0c" + sizes + b"\x00"
    )
    bodies = list(files.values())
    streams += b"\x08\x0d" + _number(len(bodies))
    streams += b"\x09" + b"".join(_number(len(body)) for body in bodies[:-1]) if len(bodies) > 1 else b""
    streams += b"\x0a\x01" + b"".join(struct.pack("<I", zlib.crc32(body)) for body in bodies) + b"\x00\x00"
    names = b"\x00" + b"".join(name.encode("utf-16-le") + b"\0\0" for name in files)
    header = b"\x01" + streams + b"\x05" + _number(len(files)) + b"\x11" + _number(len(names)) + names + b"\x00\x00"
    place = struct.pack("<QQI", len(packed), len(header), zlib.crc32(header))
    return b"7z\xbc\xaf\x27\x1c\x00\x04" + struct.pack("<I", zlib.crc32(place)) + place + packed + header


def _number(value: int) -> bytes:
    return bytes([value]) if value < 0x80 else b"\xff" + struct.pack("<Q", value)


def _locked(data: bytes, password: str) -> bytes:
    word = password.encode("utf-16-le")
    key = hashlib.sha256(b"".join(word + n.to_bytes(8, "little") for n in range(1 << _ROUNDS))).digest()
    return Cipher(AES(key), modes.CBC(_NONCE)).encryptor().update(data + b"\0" * (-len(data) % 16))
