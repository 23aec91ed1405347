"""Refuses the network for the whole process: no internet socket, no name look-up, ever.

The refusal is an audit hook of the interpreter, so it also covers libraries and cannot be taken away again.
"""

import socket
import sys
from typing import Any, Final, NamedTuple


class LocalChannel(NamedTuple):
    """A connection that stays on this machine: what it is, and why the program needs it."""

    name: str
    reason: str


ALLOWED_LOCAL: Final = (
    LocalChannel(
        "pipes to child processes", "files are read in children that can be stopped; AF_UNIX pairs or named pipes"
    ),
    LocalChannel("D-Bus over AF_UNIX", "the system keychain, only if the user asks to be remembered on this computer"),
    LocalChannel("X11 or Wayland over AF_UNIX", "the window itself; opened by Qt, not by Python"),
)
"""Everything that may leave this process, and none of it leaves the machine."""

_LOOK_UPS: Final = frozenset(
    {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo", "urllib.Request"}
)
_ADDRESSED: Final = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_INTERNET: Final = frozenset({socket.AF_INET, socket.AF_INET6})
_state = {"installed": False}


class OfflineViolation(RuntimeError):
    """Something tried to use the network. This is a bug: it is never caught and retried."""


def refuse_network() -> None:
    """Install the refusal in this process. Calling it again changes nothing; it cannot be undone.

    From then on opening an AF_INET or AF_INET6 socket, connecting, binding or sending to an internet address
    and every name look-up raises `OfflineViolation`. AF_UNIX stays possible (see `ALLOWED_LOCAL`).
    """
    if not _state["installed"]:
        _state["installed"] = True
        sys.addaudithook(_watch)


def _watch(event: str, args: tuple[Any, ...]) -> None:
    if event[:6] not in ("socket", "urllib"):
        return
    if event in _LOOK_UPS:
        raise OfflineViolation(f"{event} was refused: this program never uses the network")
    if event == "socket.__new__" and args[1] in _INTERNET:
        raise OfflineViolation("an internet socket was refused: this program never uses the network")
    if event in _ADDRESSED and _is_internet(args):
        raise OfflineViolation(f"{event} was refused: this program never uses the network")


def _is_internet(args: tuple[Any, ...]) -> bool:
    family = getattr(args[0], "family", None)
    return family in _INTERNET or (len(args) > 1 and isinstance(args[1], tuple))
