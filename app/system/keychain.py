"""The system's keychain, only when the user asks to be remembered. Never a plaintext fallback."""

from typing import TYPE_CHECKING

from app.domain.errors import CaseProblem

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Fairfile"
_TRUSTED = ("keyring.backends.SecretService", "keyring.backends.macOS", "keyring.backends.Windows", "keyring.backends.kwallet",
            "keyring.backends.libsecret")  # fmt: skip


def is_available() -> bool:
    """True when the system offers a keychain of its own."""
    return _backend() is not None


def remember(case_id: str, data_key: bytes) -> None:
    """Keep the data key in the keychain; CaseProblem when this computer has none."""
    backend = _backend()
    if backend is None:
        raise CaseProblem(
            "no-keychain",
            "This computer has no keychain that Fairfile trusts.",
            "Your case stays protected by its passphrase.",
            "Type the passphrase each time.",
        )
    backend.set_password(SERVICE, case_id, data_key.hex())


def recall(case_id: str) -> bytes | None:
    """The remembered data key, or None."""
    backend = _backend()
    if backend is None:
        return None
    try:
        kept = backend.get_password(SERVICE, case_id)
        return bytes.fromhex(kept) if kept else None
    except Exception:  # noqa: BLE001  a locked or broken keychain only means that the passphrase is asked for
        return None


def forget(case_id: str) -> None:
    """Remove the data key from the keychain if it is there."""
    backend = _backend()
    if backend is not None and recall(case_id) is not None:
        backend.delete_password(SERVICE, case_id)


def _backend() -> "KeyringBackend | None":
    try:
        import keyring

        backend = keyring.get_keyring()
    except Exception:  # noqa: BLE001  no D-Bus, no session: no keychain
        return None
    chosen = [backend, *getattr(backend, "backends", [])]
    return next((b for b in chosen if type(b).__module__.startswith(_TRUSTED)), None)
