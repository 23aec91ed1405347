"""Functions that the runner's tests send to a child; named in place of real readers."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from app.domain.errors import FileProblem
from app.domain.reports import ReportLine

_seen: list[str] = []


def double(number: int) -> int:
    return number * 2


def size(data: bytes) -> int:
    return len(data)


def zeros(count: int) -> bytes:
    return bytes(count)


def line(path: str) -> ReportLine:
    return ReportLine(path, 1, "", "txt", "imported")


def remember(word: str) -> list[str]:
    _seen.append(word)
    return _seen


def pid() -> int:
    return os.getpid()


def sleep(seconds: float) -> str:
    time.sleep(seconds)
    return "slept"


def append(path: str, word: str, seconds: float) -> None:
    with Path(path).open("a") as file:
        file.write(word)
    time.sleep(seconds)


def deaf(seconds: float) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(seconds)


def leave() -> None:
    os._exit(3)


def segfault() -> None:
    ctypes.string_at(0)


def grow() -> None:
    kept = []
    while True:
        kept.append(bytearray(os.urandom(1) * (20 << 20)))
        time.sleep(0.01)


def wild() -> int:
    return len(bytearray(1 << 40))


def known_problem() -> None:
    raise FileProblem("password", "It is locked.", "It is safe.", "Give the password.")


def bug(text: str) -> None:
    raise ValueError(f"cannot read {text}")


class Hostile:
    """Would run a command in whoever unpickles it."""

    def __reduce__(self):
        return (os.system, ("exit 7",))


def hostile() -> Hostile:
    return Hostile()


def no_pickle() -> object:
    return lambda: None


def talk(text: str) -> None:
    print(text, flush=True)
    print(text, file=sys.stderr, flush=True)
    os.write(2, text.encode())


def environment() -> dict[str, object]:
    return {
        "threads": os.environ.get("OMP_THREAD_LIMIT"),
        "nice": os.nice(0),
        "interrupt": signal.getsignal(signal.SIGINT) == signal.SIG_IGN,
        "modules": sorted(sys.modules),
    }


def go_online() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_STREAM)


def start_program() -> int:
    return subprocess.Popen(["sleep", "60"]).pid
