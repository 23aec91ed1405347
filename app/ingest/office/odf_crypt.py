"""OpenDocument files with a password, as part 2 of the OpenDocument 1.3 standard describes their encryption, and the
form that LibreOffice writes since version 24.2 (Argon2id and AES-GCM around the whole package)."""

import base64
import binascii
import hashlib
import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

from app.ingest import problems
from app.ingest.limits import Limits
from app.ingest.office.package import Package, attribute, local

_WHOLE = "encrypted-package"
_MOST_ROUNDS, _MOST_MEMORY_KIB = 2_000_000, 512 * 1024
_GCM_NONCE = 12


@dataclass(frozen=True, slots=True)
class _Lock:
    """How one part is encrypted, as its entry of the manifest says."""

    path: str
    checksum: str
    digest: bytes
    algorithm: str
    nonce: bytes
    derivation: str
    start: str
    key_size: int
    rounds: int
    salt: bytes
    argon: tuple[int, int, int]


def is_locked(package: Package) -> bool:
    """Whether the content of the package is encrypted; a locked macro library alone does not matter to a reader.

    Raises FileProblem password for one that is locked with a person's key.
    """
    manifest = package.read("META-INF/manifest.xml")
    if b"encryption-data" not in manifest:
        return False
    if b"PGPData" in manifest:
        raise problems.for_a_certificate("The document")
    paths = {lock.path for lock in _locks(package)}
    return "content.xml" in paths or _WHOLE in paths or not package.has("content.xml")


def unlocked(package: Package, passwords: tuple[str, ...], limits: Limits) -> Package:
    """The package without its encryption, in memory. Raises FileProblem password when none of `passwords` opens it."""
    locks = _locks(package)
    for password in passwords:
        made = _opened(package, locks, password, limits)
        if made is not None:
            return Package(made, package.what, limits)
    raise problems.password(tried=bool(passwords))


def _opened(package: Package, locks: list[_Lock], password: str, limits: Limits) -> bytes | None:
    whole = next((lock for lock in locks if lock.path == _WHOLE), None)
    if whole is not None:
        return _part(package, whole, password, limits)
    out = io.BytesIO()
    locked = {lock.path: lock for lock in locks}
    with zipfile.ZipFile(out, "w") as archive:
        for name in package.names():
            if name.endswith("/") or name == "META-INF/manifest.xml":
                continue
            data = _part(package, locked[name], password, limits) if name in locked else package.read(name)
            if data is None and name == "content.xml":
                return None
            archive.writestr(name, data or b"")
    return out.getvalue()


def _part(package: Package, lock: _Lock, password: str, limits: Limits) -> bytes | None:
    """One part decrypted and inflated; None for a wrong password."""
    from argon2.exceptions import HashingError
    from cryptography.exceptions import InvalidTag

    raw = package.read(lock.path)
    try:
        packed = _decrypted(raw, lock, _key(lock, password))
    except (InvalidTag, ValueError, IndexError, HashingError):
        return None
    kind = hashlib.sha256 if "sha256" in lock.checksum.lower() else hashlib.sha1
    head = packed[:1024] if "1k" in lock.checksum.lower() else packed
    if lock.digest and kind(head).digest() != lock.digest:
        return None
    try:
        return zlib.decompressobj(-15).decompress(packed, limits.max_expanded_bytes)
    except zlib.error:
        return packed if packed.startswith(b"PK") else None


def _key(lock: _Lock, password: str) -> bytes:
    start = (hashlib.sha256 if "sha256" in lock.start.lower() else hashlib.sha1)(password.encode()).digest()
    if "argon2id" in lock.derivation:
        from argon2.low_level import Type, hash_secret_raw

        rounds, memory, lanes = lock.argon
        if not 0 < memory <= _MOST_MEMORY_KIB or not 0 < rounds <= 64 or not 0 < lanes <= 64:
            raise ValueError("a key that no honest file asks for")
        return hash_secret_raw(start, lock.salt, rounds, memory, lanes, lock.key_size, Type.ID)
    if not 0 < lock.rounds <= _MOST_ROUNDS:
        raise ValueError("more rounds than an honest file asks for")
    return hashlib.pbkdf2_hmac("sha1", start, lock.salt, lock.rounds, lock.key_size)


def _decrypted(raw: bytes, lock: _Lock, key: bytes) -> bytes:
    """Raises ValueError or what `cryptography` raises for a key that does not fit."""
    from cryptography.hazmat.primitives.ciphers import Cipher, modes
    from cryptography.hazmat.primitives.ciphers.algorithms import AES

    name = lock.algorithm.lower()
    if "gcm" in name:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(key).decrypt(raw[:_GCM_NONCE], raw[_GCM_NONCE:], None)
    if "blowfish" in name:
        from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
        from cryptography.hazmat.decrepit.ciphers.modes import CFB

        return Cipher(Blowfish(key), CFB(lock.nonce)).decryptor().update(raw)
    engine = Cipher(AES(key), modes.CBC(lock.nonce)).decryptor()
    plain = engine.update(raw) + engine.finalize()
    return plain[: -plain[-1]] if plain and 0 < plain[-1] <= 16 else plain


def _locks(package: Package) -> list[_Lock]:
    root = package.needed_xml("META-INF/manifest.xml")
    return [
        lock
        for entry in root.iter()
        if local(entry.tag) == "file-entry" and (lock := _lock(entry)) is not None and package.has(lock.path)
    ]


def _lock(entry: Any) -> _Lock | None:
    parts = {local(one.tag): one for one in entry.iter()}
    data, method, key = (parts.get(name) for name in ("encryption-data", "algorithm", "key-derivation"))
    if data is None or method is None or key is None:
        return None
    start = parts.get("start-key-generation")
    argon = tuple(_number(attribute(key, name)) for name in ("argon2-iterations", "argon2-memory", "argon2-lanes"))
    return _Lock(
        path=attribute(entry, "full-path"),
        checksum=attribute(data, "checksum-type"),
        digest=_bytes(attribute(data, "checksum")),
        algorithm=attribute(method, "algorithm-name"),
        nonce=_bytes(attribute(method, "initialisation-vector")),
        derivation=attribute(key, "key-derivation-name").lower(),
        start=attribute(start, "start-key-generation-name") if start is not None else "",
        key_size=_number(attribute(key, "key-size")) or 16,
        rounds=_number(attribute(key, "iteration-count")),
        salt=_bytes(attribute(key, "salt")),
        argon=(argon[0], argon[1], argon[2]),
    )


def _number(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 10 else 0


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b""
