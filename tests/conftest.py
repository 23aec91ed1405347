"""For all tests: settings in a folder of their own, cheap key derivation, no keychain."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from app.system import crypto

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")  # how long an example takes says more of the machine than of the program


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing of the person who runs the tests is read or written."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("FAIRFILE_CONFIG", str(folder))
    monkeypatch.delenv("FAIRFILE_PASSPHRASE", raising=False)
    monkeypatch.delenv("FAIRFILE_TODAY", raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return folder


@pytest.fixture(autouse=True)
def cheap_keys(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id at its lowest cost; a test marked `real_cost` gets the real one."""
    if request.node.get_closest_marker("real_cost") is None:
        monkeypatch.setattr(crypto.Cost.__init__, "__defaults__", (1, 64, 1))
