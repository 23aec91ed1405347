"""Key slots of a case: one random data key, wrapped once for each way to open it.

`keys.json` holds for each slot the parameters in clear and the data key wrapped with an AEAD (AES-256-GCM) under a key that
Argon2id derives from the passphrase or the recovery code. Changing a passphrase rewrites one slot, never the database.
Costs follow RFC 9106's second recommended option (64 MiB, 3 passes).
"""

import base64
import json
import secrets
import uuid
from dataclasses import dataclass
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.domain.errors import CaseProblem

FORMAT = 1
KEY_BYTES = 32
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_CODE_LENGTH = 28  # 140 bits, in seven groups of four
PASSPHRASE = "passphrase"
RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Cost:
    """Argon2id parameters: passes, memory in KiB, lanes."""

    passes: int = 3
    memory_kib: int = 65536
    lanes: int = 4


_MAX_COST = Cost(passes=20, memory_kib=1 << 21, lanes=16)


def new_data_key() -> bytes:
    """256 random bits."""
    return secrets.token_bytes(KEY_BYTES)


def new_recovery_code() -> str:
    """A code to print: seven groups of four letters and digits that cannot be mistaken for each other."""
    letters = [secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH)]
    return "-".join("".join(letters[i : i + 4]) for i in range(0, _CODE_LENGTH, 4))


def tidy_recovery_code(typed: str) -> str:
    """What a person typed, brought to the printed form: case, spaces, O for 0, I or L for 1 do not matter."""
    plain = typed.upper().translate(str.maketrans("OILU", "011V"))
    letters = [c for c in plain if c in _ALPHABET]
    return "-".join("".join(letters[i : i + 4]) for i in range(0, len(letters), 4))


def new_keys(data_key: bytes, passphrase: str, recovery_code: str, cost: Cost | None = None) -> bytes:
    """The content of `keys.json` for a new case."""
    case = str(uuid.uuid4())
    cost = cost or Cost()
    slots = [_wrap(case, PASSPHRASE, data_key, passphrase, cost), _wrap(case, RECOVERY, data_key, recovery_code, cost)]
    return _dump({"format": FORMAT, "case": case, "slots": slots})


def unlock(keys: bytes, kind: str, secret: str) -> bytes:
    """The data key. CaseProblem wrong-passphrase, wrong-recovery-code, newer or damaged; never says which part was wrong."""
    content = _load(keys)
    for slot in content["slots"]:
        if slot.get("kind") == kind:
            try:
                return _unwrap(content["case"], slot, secret)
            except InvalidTag:
                continue
    if kind == RECOVERY:
        raise CaseProblem(
            "wrong-recovery-code",
            "That is not the recovery code of this case.",
            "Nothing was changed.",
            "Compare each group with your recovery sheet.",
        ) from None
    raise CaseProblem(
        "wrong-passphrase",
        "That is not the passphrase of this case.",
        "Nothing was changed.",
        "Try again, or use the code on your recovery sheet.",
    ) from None


def replace_slot(keys: bytes, kind: str, data_key: bytes, secret: str, cost: Cost | None = None) -> bytes:
    """`keys.json` with the slot of `kind` made anew for `secret`."""
    content = _load(keys)
    others = [slot for slot in content["slots"] if slot.get("kind") != kind]
    others.append(_wrap(content["case"], kind, data_key, secret, cost or Cost()))
    return _dump({**content, "slots": others})


def case_id(keys: bytes) -> str:
    """The random id of the case, used to name its entry in the keychain."""
    return str(_load(keys)["case"])


def _load(keys: bytes) -> dict[str, Any]:
    try:
        content = json.loads(keys)
        version, slots, case = content["format"], content["slots"], content["case"]
        if not isinstance(slots, list) or not isinstance(case, str) or not isinstance(version, int):
            raise ValueError("wrong types")
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged() from error
    if version > FORMAT:
        raise CaseProblem(
            "newer",
            "This case was made by a newer Fairfile.",
            "Nothing was changed.",
            "Install the newest Fairfile and open it again.",
        )
    return dict(content)


def _damaged() -> CaseProblem:
    return CaseProblem(
        "damaged",
        "The key file of this case is damaged.",
        "The case itself was not touched.",
        "Put keys.json back from a backup of this case.",
    )


def _derive(secret: str, salt: bytes, cost: Cost) -> bytes:
    return bytes(
        hash_secret_raw(
            secret.encode(), salt, time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=cost.lanes,
            hash_len=KEY_BYTES, type=Type.ID,
        )
    )  # fmt: skip


def _wrap(case: str, kind: str, data_key: bytes, secret: str, cost: Cost) -> dict[str, Any]:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    wrapped = AESGCM(_derive(secret, salt, cost)).encrypt(nonce, data_key, _bound_to(case, kind))
    return {
        "kind": kind,
        "kdf": "argon2id",
        "passes": cost.passes,
        "memory_kib": cost.memory_kib,
        "lanes": cost.lanes,
        "salt": base64.b64encode(salt).decode(),
        "cipher": "aes-256-gcm",
        "nonce": base64.b64encode(nonce).decode(),
        "wrapped": base64.b64encode(wrapped).decode(),
    }


def _unwrap(case: str, slot: dict[str, Any], secret: str) -> bytes:
    try:
        cost = Cost(int(slot["passes"]), int(slot["memory_kib"]), int(slot["lanes"]))
        salt, nonce, wrapped = (base64.b64decode(slot[name]) for name in ("salt", "nonce", "wrapped"))
        if cost.passes > _MAX_COST.passes or cost.memory_kib > _MAX_COST.memory_kib or cost.lanes > _MAX_COST.lanes:
            raise ValueError("cost out of bounds")
        key = _derive(secret, salt, cost)
        return AESGCM(key).decrypt(nonce, wrapped, _bound_to(case, slot["kind"]))
    except InvalidTag:
        raise
    except Exception as error:
        raise _damaged() from error


def _bound_to(case: str, kind: str) -> bytes:
    return f"fairfile/{FORMAT}/{case}/{kind}".encode()


def _dump(content: dict[str, Any]) -> bytes:
    return json.dumps(content, indent=2).encode()
