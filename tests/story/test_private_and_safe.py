"""Nothing of a case in the clear, whatever happens to the program; and the case is whole after a kill."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.services.conftest import pdf

SECRET = "a long enough passphrase"
WORDS = (b"marmalade", b"Quillfeather", b"Brennan")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Path]:
    found = {name: tmp_path / name for name in ("home", "tmp", "cache", "config", "given")}
    for path in found.values():
        path.mkdir()
    for number in range(12):
        pages = [
            f"Quillfeather marmalade report {number}, page {n}. Ada Brennan on {n + 1} May 2021. " * 3
            for n in range(20)
        ]
        (found["given"] / f"r{number}.pdf").write_bytes(pdf(*pages))
        (found["given"] / f"n{number}.txt").write_text(f"marmalade note {number} of Ada Brennan, 3 June 2022")
    return found


def command(places: dict[str, Path], *arguments: str) -> tuple[list[str], dict[str, str]]:
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(places["home"]), "TMPDIR": str(places["tmp"]), "FAIRFILE_PASSPHRASE": SECRET,
        "XDG_CACHE_HOME": str(places["cache"]), "XDG_CONFIG_HOME": str(places["config"]), "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    return [sys.executable, "-m", "app", *arguments], environment


def fairfile(places: dict[str, Path], *arguments: str) -> subprocess.CompletedProcess[str]:
    whole, environment = command(places, *arguments)
    return subprocess.run(whole, env=environment, capture_output=True, text=True, cwd=places["home"], timeout=120)


def readable(places: dict[str, Path]) -> list[str]:
    roots = [places[name] for name in ("home", "tmp", "cache", "config")]
    return [str(path) for root in roots for path in root.rglob("*") if path.is_file() and _says(path.read_bytes())]


def _says(data: bytes) -> bool:
    return any(word in data or word.decode().encode("utf-16-le") in data for word in WORDS)


def test_killed_in_the_middle_then_again(places: dict[str, Path]) -> None:
    case = places["home"] / "case.fairfile"
    assert fairfile(places, "new", str(case), "--child", "Ada Brennan").returncode == 0
    bring = ("--case", str(case), "import", str(places["given"]), "--from", "School", "--json")
    for wait in (1.2, 1.6, 2.2):
        whole, environment = command(places, *bring)
        running = subprocess.Popen(whole, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        assert readable(places) == []  # while it is open
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert readable(places) == []  # after the kill
    done = fairfile(places, *bring)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert (report["given"], report["imported"], report["waiting"]) == (24, 24, 0)
    documents = json.loads(fairfile(places, "--case", str(case), "documents", "--json").stdout)
    assert len({d["path"] for d in documents}) == len(documents) == 24
    assert fairfile(places, "--case", str(case), "verify").returncode == 0
    entries = json.loads(fairfile(places, "--case", str(case), "timeline", "--json").stdout)
    places_of = [(e["document"], e["page"], e["date"], e["quote"]) for e in entries]
    assert len(places_of) == len(set(places_of)) > 24
    assert readable(places) == []  # after closing


def test_stopped_politely_is_exit_code_4(places: dict[str, Path]) -> None:
    case = places["home"] / "case.fairfile"
    assert fairfile(places, "new", str(case), "--child", "Ada Brennan").returncode == 0
    for number in range(12, 110):
        (places["given"] / f"r{number}.pdf").write_bytes(pdf(*[f"page {n} of {number}" for n in range(60)]))
    whole, environment = command(places, "--case", str(case), "import", str(places["given"]))
    running = subprocess.Popen(whole, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert running.stderr is not None
    for line in running.stderr:
        if line.startswith("Reading"):
            break
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 4, err
    assert "Traceback" not in err
    assert "same command" in err
