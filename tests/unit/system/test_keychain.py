"""The keychain: only the system's own, and never a word of trouble."""

import pytest

from app.domain.errors import CaseProblem
from app.system import keychain


class Backend:
    """As a backend of the keyring package."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = False

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def get_password(self, service: str, name: str) -> str | None:
        if self.broken:
            raise RuntimeError("locked")
        return self.kept.get((service, name))

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> Backend:
    made = Backend()
    monkeypatch.setattr("keyring.get_keyring", lambda: made)
    monkeypatch.setattr(Backend, "__module__", "keyring.backends.SecretService")
    return made


def test_remember_recall_forget(backend: Backend) -> None:
    assert keychain.is_available()
    keychain.remember("case", bytes(range(32)))
    assert keychain.recall("case") == bytes(range(32))
    assert keychain.recall("other") is None
    keychain.forget("case")
    assert keychain.recall("case") is None
    keychain.forget("case")


def test_a_broken_keychain_only_means_asking(backend: Backend) -> None:
    keychain.remember("case", b"1" * 32)
    backend.broken = True
    assert keychain.recall("case") is None


@pytest.mark.parametrize("module", ["keyrings.alt.file", "keyring.backends.null", "keyring.backends.fail"])
def test_a_plaintext_keychain_is_refused(backend: Backend, monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    monkeypatch.setattr(Backend, "__module__", module)
    assert not keychain.is_available()
    with pytest.raises(CaseProblem) as caught:
        keychain.remember("case", b"1" * 32)
    assert caught.value.code == "no-keychain"
    assert backend.kept == {}
