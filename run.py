"""Set Fairfile up and run it: `python3 run.py` opens the example family, `python3 run.py test` runs the tests.

Uses the standard library only. Everything goes into `.venv` beside this file; nothing else on the computer is changed,
except that on Linux the system libraries which Qt needs are installed when they are missing (after asking, unless root).
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
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

DEBIAN_PACKAGES = (
    "libgl1", "libegl1", "libxkbcommon0", "libxkbcommon-x11-0", "libfontconfig1", "libdbus-1-3", "libglib2.0-0",
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0",
    "libxcb-shape0", "libxcb-shm0", "libxcb-sync1", "libxcb-util1", "libxcb-xfixes0", "libxcb-xkb1", "libx11-xcb1",
)  # fmt: skip
LIBRARIES = (
    "libGL.so.1", "libEGL.so.1", "libxkbcommon.so.0", "libxkbcommon-x11.so.0", "libfontconfig.so.1", "libdbus-1.so.3",
    "libglib-2.0.so.0", "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1",
    "libxcb-randr.so.0", "libxcb-render-util.so.0", "libxcb-shape.so.0", "libxcb-shm.so.0", "libxcb-sync.so.1",
    "libxcb-util.so.1", "libxcb-xfixes.so.0", "libxcb-xkb.so.1", "libX11-xcb.so.1",
)  # fmt: skip
OTHER_SYSTEMS = {
    "dnf": "mesa-libGL mesa-libEGL libxkbcommon libxkbcommon-x11 fontconfig dbus-libs glib2 xcb-util-cursor xcb-util-wm "
    "xcb-util-image xcb-util-keysyms xcb-util-renderutil",
    "pacman": "libglvnd libxkbcommon libxkbcommon-x11 fontconfig dbus glib2 xcb-util-cursor xcb-util-wm xcb-util-image "
    "xcb-util-keysyms xcb-util-renderutil",
    "zypper": "Mesa-libGL1 Mesa-libEGL1 libxkbcommon0 libxkbcommon-x11-0 fontconfig libdbus-1-3 glib2 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0",
}


def say(text: str) -> None:
    """A line about what is being done."""
    print(f"fairfile: {text}", flush=True)


def fail(text: str) -> int:
    """A plain sentence about what is in the way."""
    print(f"fairfile: {text}", file=sys.stderr, flush=True)
    return 1


def python_in_venv() -> Path:
    """The interpreter of `.venv`."""
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def fingerprint(lock: Path) -> str:
    """What `.venv` was made from."""
    text = f"{sys.version_info[:3]} {sys.platform}".encode() + LOCK.read_bytes()
    if lock != LOCK:
        text += lock.read_bytes()
    return hashlib.sha256(text).hexdigest()


def is_ready(lock: Path) -> bool:
    """Whether `.venv` is whole and was made from today's lock file."""
    try:
        made_from = STAMP.read_text().split()
    except OSError:
        return False
    works = subprocess.run([python_in_venv(), "-c", "import PySide6, sqlcipher3"], capture_output=True).returncode == 0
    return works and fingerprint(lock) in made_from


def set_up(lock: Path) -> None:
    """Make `.venv`, or repair it: a half-made one is thrown away."""
    if is_ready(lock):
        return
    if VENV.exists() and not STAMP.exists():
        say("an earlier set-up was not finished; starting it again")
        shutil.rmtree(VENV)
    if not works(python_in_venv()):
        say("making .venv")
        venv.create(VENV, with_pip=True, clear=VENV.exists())
    STAMP.unlink(missing_ok=True)
    say("installing what Fairfile needs (each package is checked against its known hash); this takes a minute or two")
    for path in dict.fromkeys((BUILD_LOCK, LOCK, lock)):
        install(path)
    STAMP.write_text("\n".join({fingerprint(LOCK), fingerprint(lock)}))


def works(python: Path) -> bool:
    """Whether an interpreter runs and has pip."""
    try:
        return subprocess.run([python, "-m", "pip", "--version"], capture_output=True).returncode == 0
    except OSError:
        return False


def install(lock: Path) -> None:
    """pip with hashes; a second try for a network that stumbled."""
    command = [python_in_venv(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input",
               "--require-hashes", "--no-build-isolation", "--only-binary", ":all:", "--no-binary", SOURCE_ONLY, "-r", lock]  # fmt: skip
    for attempt in (1, 2):
        if subprocess.run(command).returncode == 0:
            return
        if attempt == 1:
            say("that did not work; trying once more")
            time.sleep(3)
    raise SystemExit(fail("the packages could not be installed. Check the internet connection and run this again."))


def missing_libraries() -> list[str]:
    """System libraries that Qt needs and the system does not have."""
    if not sys.platform.startswith("linux"):
        return []
    missing = []
    for name in LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def install_libraries() -> None:
    """Install them: by itself as root, else after asking for sudo, else by naming the command."""
    missing = missing_libraries()
    if not missing:
        return
    say(f"the window needs system libraries that are not there yet ({missing[0]}{' and others' if missing[1:] else ''})")
    command = install_command()
    if command is None:
        say("install Qt's system libraries with your system's package manager, then run this again")
        return
    if os.geteuid() == 0:
        run_install(command)
    elif shutil.which("sudo") and sys.stdin.isatty() and agreed(command):
        run_install(["sudo", *command])
    if missing_libraries():
        say("for the window, run this once: " + ("" if os.geteuid() == 0 else "sudo ") + " ".join(command))


def install_command() -> list[str] | None:
    """The package manager's command on this system."""
    if shutil.which("apt-get"):
        return ["apt-get", "install", "-y", "--no-install-recommends", *debian_packages()]
    if shutil.which("dnf"):
        return ["dnf", "install", "-y", *OTHER_SYSTEMS["dnf"].split()]
    if shutil.which("zypper"):
        return ["zypper", "install", "-y", *OTHER_SYSTEMS["zypper"].split()]
    if shutil.which("pacman"):
        return ["pacman", "-S", "--needed", "--noconfirm", *OTHER_SYSTEMS["pacman"].split()]
    return None


def debian_packages() -> list[str]:
    """The packages by today's names: newer systems call one of them differently."""
    known = subprocess.run(["apt-cache", "policy", "libglib2.0-0t64"], capture_output=True, text=True).stdout
    renamed = {"libglib2.0-0": "libglib2.0-0t64"} if "Candidate: (none)" not in known and "Candidate" in known else {}
    return [renamed.get(name, name) for name in DEBIAN_PACKAGES]


def agreed(command: list[str]) -> bool:
    """Ask before the system is changed."""
    say("this would run: sudo " + " ".join(command))
    return input("fairfile: shall I? [Y/n] ").strip().lower() in ("", "y", "yes")


def run_install(command: list[str]) -> None:
    """Run the package manager quietly; show what it said only when it failed."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    say("installing system libraries")
    if "apt-get" in command:
        update = command[: command.index("apt-get") + 1] + ["update", "-qq"]
        subprocess.run(update, env=environment, capture_output=True)
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    if result.returncode:
        print(result.stdout[-2000:] + result.stderr[-2000:], file=sys.stderr)


def has_display() -> bool:
    """Whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def in_venv(*arguments: str, **variables: str) -> int:
    """Run Python of `.venv` in this folder; its exit status."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **variables}
    environment["PYTHONPATH"] = str(HERE)
    try:
        return subprocess.run([str(python_in_venv()), *arguments], cwd=HERE, env=environment).returncode
    except KeyboardInterrupt:
        return 4


def open_window() -> int:
    """The window on the example family."""
    set_up(LOCK)
    install_libraries()
    say("opening the example family")
    return in_venv("-m", "app.ui.main", "--example")


def make_examples() -> int:
    """Without a display: the same job, with what comes out of it as files."""
    set_up(LOCK)
    say("there is no display, so the example family is worked through without a window")
    return in_venv("-m", "app.cli.example", str(OUTPUT))


def run_tests(arguments: list[str]) -> int:
    """The whole test suite and the checks."""
    set_up(DEV_LOCK)
    install_libraries()
    say("running the tests")
    return in_venv("-m", "tests", *arguments)


def main() -> int:
    """`run.py`, `run.py test [pytest options]`, or `run.py COMMAND …` for the command line."""
    if sys.version_info < MINIMUM:
        return fail(f"Python {MINIMUM[0]}.{MINIMUM[1]} or newer is needed; this is {sys.version.split()[0]}.")
    arguments = sys.argv[1:]
    if arguments[:1] == ["test"]:
        return run_tests(arguments[1:])
    if arguments[:1] == ["window"]:
        return open_window()
    if arguments in ([], ["example"]):
        return open_window() if has_display() and not arguments else make_examples()
    set_up(LOCK)
    return in_venv("-m", "app", *arguments)


if __name__ == "__main__":
    sys.exit(main())
