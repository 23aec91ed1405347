"""The refusal of the network. It cannot be undone, so each case runs in its own Python."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.system import offline

ROOT = str(Path(offline.__file__).parents[2])


def _run(code: str) -> subprocess.CompletedProcess[str]:
    program = f"import sys; sys.path.insert(0, {ROOT!r})\nimport socket\n{{}}"
    lines = "from app.system.offline import refuse_network\nrefuse_network()\nrefuse_network()\n" + code
    return subprocess.run([sys.executable, "-c", program.format(lines)], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "code",
    [
        "socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
        "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('localhost', 80)",
        "socket.gethostbyname('localhost')",
        "socket.gethostbyaddr('127.0.0.1')",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
    ],
)
def test_internet_is_refused(code: str) -> None:
    ended = _run(code)
    assert ended.returncode == 1
    assert "OfflineViolation" in ended.stderr


def test_socket_that_was_open_before_can_send_nothing() -> None:
    program = f"import sys; sys.path.insert(0, {ROOT!r})\nimport socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
    program += "from app.system.offline import refuse_network\nrefuse_network()\ns.sendto(b'x', ('127.0.0.1', 9))"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "OfflineViolation" in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="AF_UNIX")
def test_local_channels_work() -> None:
    ended = _run(
        "a, b = socket.socketpair(); a.sendall(b'x'); assert b.recv(1) == b'x'\n"
        "import multiprocessing; multiprocessing.Pipe()\n"
        "try:\n    socket.socket(socket.AF_UNIX).connect('/nowhere/at/all')\nexcept FileNotFoundError:\n    print('tried')\n"
    )
    assert ended.stderr == ""
    assert ended.stdout == "tried\n"


def test_every_allowed_channel_has_its_reason() -> None:
    assert all(channel.name and channel.reason for channel in offline.ALLOWED_LOCAL)
