"""Set Fairfile up and run it: `python3 run.py` opens the example family, `python3 run.py test` runs the tests.

Uses the standard library only. Everything goes into `.venv` beside this file; nothing else on the computer is changed,
except that on Linux the system libraries which Qt needs are installed when they are missing (after asking, unless root).
"""

from __future__ import annotations  # so that an older Python gets as far as the sentence about its age

import csv
import ctypes
import hashlib
import os
import platform
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from collections import deque
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
STAMP = VENV / "fairfile-ready"
OUTPUT = HERE / "example-output"
BUILD_LOCK = HERE / "requirements-build.lock"
LOCK = HERE / "requirements.lock"
DEV_LOCK = HERE / "requirements-dev.lock"
MINIMUM = (3, 11)
SOURCE_ONLY = "red-black-tree-mod"  # pure Python, published without a wheel; built with the locked setuptools

# The system libraries of Qt, with the Debian and Ubuntu package of each: what everything of Qt needs, and what a window needs.
BASE_LIBRARIES = {
    "libGL.so.1": "libgl1", "libEGL.so.1": "libegl1", "libxkbcommon.so.0": "libxkbcommon0", "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3", "libglib-2.0.so.0": "libglib2.0-0", "libX11.so.6": "libx11-6", "libxcb.so.1": "libxcb1",
}  # fmt: skip
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0", "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0", "libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1", "libxcb-randr.so.0": "libxcb-randr0", "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0", "libxcb-shape.so.0": "libxcb-shape0", "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1", "libxcb-util.so.1": "libxcb-util1", "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1", "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0", "libwayland-egl.so.1": "libwayland-egl1",
}  # fmt: skip
OTHER_SYSTEMS = {
    "dnf": "dnf install -y mesa-libGL mesa-libEGL libglvnd-glx libglvnd-egl libxkbcommon libxkbcommon-x11 fontconfig dbus-libs "
    "glib2 libX11-xcb xcb-util xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil "
    "libwayland-client libwayland-cursor libwayland-egl",
    "zypper": "zypper --non-interactive install Mesa-libGL1 Mesa-libEGL1 libxkbcommon0 libxkbcommon-x11-0 fontconfig libdbus-1-3 "
    "libglib-2_0-0 libX11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 "
    "libxcb-shape0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libwayland-client0 libwayland-cursor0 libwayland-egl1",
    "pacman": "pacman -S --needed --noconfirm libglvnd libxkbcommon libxkbcommon-x11 fontconfig dbus glib2 libx11 xcb-util "
    "xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil wayland",
}
NO_NETWORK = (
    "Failed to establish",
    "NewConnectionError",
    "NameResolutionError",
    "name resolution",
    "Max retries",
    "Network is",
)


class Trouble(Exception):
    """Something that the person has to know; its text is one or two plain sentences."""


def say(text: str) -> None:
    """A line about what is being done."""
    print(f"fairfile: {text}", flush=True)


# .venv


def set_up(lock: Path) -> None:
    """Make `.venv`, or repair it, so that it holds exactly what `lock` says. Raises Trouble."""
    hold_the_folder()
    if is_ready(lock):
        return
    if is_ours() and has_pip(python_in_venv()):
        mend_venv()
    else:
        make_venv()
    for path in dict.fromkeys((BUILD_LOCK, LOCK, lock)):
        install(path)
    STAMP.write_text("\n".join((*dict.fromkeys((stamp_of(LOCK), stamp_of(lock))), *installed())) + "\n")


def is_ready(lock: Path) -> bool:
    """Whether all of `lock` was installed with this Python and is still there."""
    try:
        stamp = set(STAMP.read_text().splitlines())
    except OSError:
        return False
    whole = {name for name, info in installed().items() if is_whole(info)}
    return is_ours() and python_in_venv().exists() and stamp_of(lock) in stamp and not broken(stamp, whole)


def broken(stamp: set[str], whole: set[str]) -> set[str]:
    """The packages of the stamp that are not whole any more."""
    return {line for line in stamp if line.endswith(".dist-info")} - whole


def mend_venv() -> None:
    """Take the records of damaged packages away: pip then sees that they are not there and puts them back."""
    damaged = [info for info in installed().values() if not is_whole(info)]
    finished = STAMP.exists()
    STAMP.unlink(missing_ok=True)
    for info in damaged:
        shutil.rmtree(info)
    say("bringing .venv up to date" if finished and not damaged else "repairing .venv, which is not whole")


def make_venv() -> None:
    """A new `.venv`, whatever is there now: half of one, one of another Python, a file of this name. Raises Trouble."""
    if VENV.is_dir() and not VENV.is_symlink():
        say("the .venv that is there was not finished or belongs to another Python; making a new one")
        shutil.rmtree(VENV)
    else:
        say("making .venv")
        VENV.unlink(missing_ok=True)
    try:
        import venv

        venv.create(VENV, with_pip=True, symlinks=os.name != "nt")
    except (ImportError, subprocess.CalledProcessError) as error:
        shutil.rmtree(VENV, ignore_errors=True)
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        hint = f" On Debian and Ubuntu: sudo apt-get install {package}" if shutil.which("apt-get") else ""
        raise Trouble(f"Python's own venv module, with pip, is not installed.{hint}") from error
    (VENV / "made-with").write_text(this_python())
    say("installing what Fairfile needs, about 300 MB; each package is checked against its known hash")


def python_in_venv() -> Path:
    """The interpreter of `.venv`."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def this_python() -> str:
    """What a `.venv` belongs to: packages for one Python do not work with the next."""
    return f"{platform.python_implementation()} {sys.version_info[0]}.{sys.version_info[1]} {sys.platform} {platform.machine()}"


def is_ours() -> bool:
    """Whether `.venv` was made by this script with this Python."""
    try:
        return (VENV / "made-with").read_text() == this_python()
    except OSError:
        return False


def has_pip(python: Path) -> bool:
    """Whether an interpreter runs and has the whole of pip."""
    whole = any(name.startswith("pip-") and is_whole(info) for name, info in installed().items())
    try:
        return whole and subprocess.run([python, "-m", "pip", "--version"], capture_output=True).returncode == 0
    except OSError:
        return False


def stamp_of(lock: Path) -> str:
    """The line in the stamp that says: all of `lock` was installed with this Python."""
    return f"{lock.name} {hashlib.sha256(this_python().encode() + lock.read_bytes()).hexdigest()}"


def installed() -> dict[str, Path]:
    """The records (dist-info folders) of what is installed, by name."""
    base = {"base": str(VENV), "platbase": str(VENV), "installed_base": str(VENV)}
    folders = {Path(sysconfig.get_path(kind, "venv", base)) for kind in ("purelib", "platlib")}
    return {info.name: info for folder in folders for info in sorted(folder.glob("*.dist-info"))}


def is_whole(info: Path) -> bool:
    """Whether every file that pip wrote for a package is still there. pip writes the list of them last."""
    site = str(info.parent)
    try:
        with (info / "RECORD").open(encoding="utf-8", newline="") as rows:
            return all(row[0].endswith(".pyc") or os.path.exists(f"{site}/{row[0]}") for row in csv.reader(rows) if row)  # noqa: PTH110
    except OSError:
        return False


def install(lock: Path) -> None:
    """pip with hashes; a second try for a network that stumbled. Raises Trouble.

    The locks name every package that is used, so pip need not look for more.
    """
    command = [python_in_venv(), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--require-hashes",
               "--no-build-isolation", "--no-deps", "--only-binary", ":all:", "--no-binary", SOURCE_ONLY, "-r", lock]  # fmt: skip
    said: deque[str] = deque(maxlen=30)
    for attempt in (1, 2):
        if attempt == 2:
            say("that did not work; trying once more")
            time.sleep(3)
        if run_pip([str(part) for part in command], said) == 0:
            return
    text = "\n".join(said)
    if "No space left" in text:
        raise Trouble("the disk is full. Fairfile and what it needs take about 1 GB. Make room and run this again.")
    if any(sign in text for sign in NO_NETWORK):
        raise Trouble(
            "the internet cannot be reached. It is needed this once. Go online and run this again: it goes on from here."
        )
    raise Trouble(f"a package could not be installed. pip says:\n{text}")


def run_pip(command: list[str], said: deque[str]) -> int:
    """Run pip, count what it does on a terminal, keep its last words in `said`; its exit status."""
    environment = {**os.environ, "PYTHONUTF8": "1", "PIP_USER": "0"}
    done = 0
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    ) as pip:
        for line in pip.stdout or ():
            said.append(line.rstrip())
            if line.lstrip().startswith("Collecting ") and sys.stdout.isatty():
                done += 1
                print(f"\rfairfile: package {done}: {line.split()[1].split('==')[0]:<40}", end="", flush=True)
        if done:
            print("\r" + " " * 70, end="\r", flush=True)
    return pip.returncode


def hold_the_folder() -> None:
    """Only one set-up at a time in this folder: the second waits until the first has ended. Not on Windows."""
    try:
        import fcntl
    except ImportError:
        return
    held = os.open(HERE, os.O_RDONLY)  # closed, and so released, when this process ends or becomes Fairfile
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("another set-up is running in this folder; waiting for it")
        fcntl.flock(held, fcntl.LOCK_EX)
    except OSError:
        return  # some network drives cannot do this


# System libraries


def missing_libraries(names: dict[str, str]) -> dict[str, str]:
    """Those of `names` that this system does not have."""
    return {name: package for name, package in names.items() if sys.platform.startswith("linux") and not loads(name)}


def loads(name: str) -> bool:
    """Whether a shared library can be loaded."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install_libraries(names: dict[str, str]) -> None:
    """Install what is missing: as root by itself, else with sudo after asking. Raises Trouble that names the one command."""
    missing = missing_libraries(names)
    if not missing:
        return
    others = f" and {len(missing) - 1} others" if missing.keys() - {next(iter(missing))} else ""
    say(f"Qt needs system libraries that are not there yet: {next(iter(missing))}{others}")
    command = install_command(list(missing.values()))
    if command is None:
        raise Trouble(f"install these with your system's package manager, then run this again: {', '.join(missing)}")
    if os.geteuid() == 0:
        run_install(command)
    elif shutil.which("sudo") and sys.stdin.isatty() and agreed(command):
        run_install(["sudo", *command])
    if missing_libraries(names):
        root = "" if os.geteuid() == 0 else "sudo "
        raise Trouble(f"run this once, then this again:\n  {root}{' '.join(command)}")


def install_command(packages: list[str]) -> list[str] | None:
    """The package manager's command on this system; None where we know of none."""
    if shutil.which("apt-get"):
        return ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    return next((command.split() for name, command in OTHER_SYSTEMS.items() if shutil.which(name)), None)


def agreed(command: list[str]) -> bool:
    """Ask before the system is changed."""
    say("this would run: sudo " + " ".join(command))
    try:
        return input("fairfile: shall I? [Y/n] ").strip().lower() in ("", "y", "yes")
    except EOFError:
        return False


def run_install(command: list[str]) -> None:
    """Run the package manager quietly; show what it said only when it failed."""
    say("installing system libraries")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if "apt-get" in command:
        subprocess.run(
            [*command[: command.index("apt-get") + 1], "update", "-qq"], env=environment, capture_output=True
        )
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    if result.returncode:
        print(result.stdout[-2000:] + result.stderr[-2000:], file=sys.stderr)


# What is run


def has_display() -> bool:
    """Whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def in_venv(*arguments: str) -> int:
    """Become Python of `.venv`; where a process cannot do that, run it and return its exit status.

    `-P` keeps a folder called `app` in the folder of the caller out of the way.
    """
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    environment.pop("PYTHONHOME", None)
    command = [str(python_in_venv()), "-P", *arguments]
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(command[0], command, environment)  # noqa: S606
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches Fairfile by itself
    return subprocess.run(command, env=environment).returncode


def open_window() -> int:
    """The window on the example family."""
    set_up(LOCK)
    install_libraries({**BASE_LIBRARIES, **WINDOW_LIBRARIES})
    say("opening the example family")
    return in_venv("-m", "app", "--example")


def make_examples() -> int:
    """Without a display: the same job, with what comes out of it as files."""
    set_up(LOCK)
    say("there is no display, so the example family is worked through without a window")
    return in_venv("-m", "app.cli.example", str(OUTPUT))


def run_tests(arguments: list[str]) -> int:
    """The whole test suite and the checks."""
    set_up(DEV_LOCK)
    install_libraries(BASE_LIBRARIES)
    say("running the checks and the tests")
    os.chdir(HERE)
    return in_venv("-m", "tests", *arguments)


def run_command(arguments: list[str]) -> int:
    """The command line, in the caller's folder."""
    set_up(LOCK)
    return in_venv("-m", "app", *arguments)


def newer_python() -> str | None:
    """Another Python of this computer that is new enough and runs."""
    known = (shutil.which(f"python3.{minor}") for minor in range(15, MINIMUM[1] - 1, -1))
    return next((found for found in known if found and runs(found)), None)


def runs(python: str) -> bool:
    """Whether an interpreter runs at all."""
    try:
        return subprocess.run([python, "-c", ""], capture_output=True).returncode == 0
    except OSError:
        return False


def main() -> int:
    """`run.py`, `run.py test [pytest options]`, `run.py window|example`, or `run.py COMMAND …` for the command line."""
    arguments = sys.argv[1:]
    if sys.version_info < MINIMUM:
        other = newer_python()
        if other is None:
            raise Trouble(f"Python {MINIMUM[0]}.{MINIMUM[1]} or newer is needed. This is {platform.python_version()}.")
        return subprocess.run([other, str(HERE / "run.py"), *arguments]).returncode
    if arguments[:1] == ["test"]:
        return run_tests(arguments[1:])
    if arguments == ["window"] or (not arguments and has_display()):
        return open_window()
    if arguments in ([], ["example"]):
        return make_examples()
    return run_command(arguments)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Trouble as trouble:
        print(f"fairfile: {trouble}", file=sys.stderr, flush=True)
        sys.exit(1)
    except PermissionError as error:
        print(
            f"fairfile: {error.filename or HERE} may not be changed. Copy Fairfile to a folder of your own.",
            file=sys.stderr,
        )
        sys.exit(1)
    except OSError as error:
        print(f"fairfile: {error.filename or HERE}: {error.strerror or error}.", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print("\nfairfile: stopped. Run this again and it goes on from here.", file=sys.stderr)
        sys.exit(4)
