"""`run.py`: what it does to `.venv`, with a fake folder and a fake pip; nothing is installed."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {"BUILD_LOCK": "requirements-build.lock", "LOCK": "requirements.lock", "DEV_LOCK": "requirements-dev.lock"}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, at work in a folder of its own whose name has a space."""
    here = tmp_path / "a folder"
    here.mkdir()
    spec = importlib.util.spec_from_file_location("run_script", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    for name, file in LOCKS.items():
        (here / file).write_text(f"{name}==1\n")
        monkeypatch.setattr(script, name, here / file)
    monkeypatch.setattr(script, "HERE", here)
    monkeypatch.setattr(script, "VENV", here / ".venv")
    monkeypatch.setattr(script, "STAMP", here / ".venv" / "fairfile-ready")
    monkeypatch.setattr(script.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(script, "hold_the_folder", lambda: None)
    monkeypatch.setattr(
        script, "has_pip", lambda python: python.exists() and (site(script) / "pip-1.dist-info").exists()
    )
    return script


class Machine:
    """Stands for venv and pip: makes the files that they would make and counts what was asked."""

    def __init__(self, script: ModuleType) -> None:
        self.script, self.installed, self.made = script, [], 0  # type: ignore[var-annotated]

    def create(self, folder: Path, **_: Any) -> None:
        self.made += 1
        python = self.script.python_in_venv()
        python.parent.mkdir(parents=True)
        python.touch()
        put(self.script, "pip")

    def pip(self, command: list[str], _said: object) -> int:
        self.installed.append(Path(command[-1]).name)
        for name in ("alpha", "beta"):
            if not (site(self.script) / f"{name}-1.dist-info").exists():
                put(self.script, name)
        return 0


def site(script: ModuleType) -> Path:
    return Path(script.sysconfig.get_path("purelib", "venv", {"base": str(script.VENV), "platbase": str(script.VENV)}))


def put(script: ModuleType, name: str) -> None:
    """A package as pip leaves it."""
    package, info = site(script) / name, site(script) / f"{name}-1.dist-info"
    for folder in (package, info):
        folder.mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").touch()
    (info / "RECORD").write_text(f"{name}/__init__.py,,\n{name}/__pycache__/x.pyc,,\n{name}-1.dist-info/RECORD,,\n")


@pytest.fixture
def machine(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Machine:
    found = Machine(run)
    monkeypatch.setattr("venv.create", found.create)
    monkeypatch.setattr(run, "run_pip", found.pip)
    return found


def test_the_first_time_everything_is_made_and_the_second_time_nothing(run: ModuleType, machine: Machine) -> None:
    run.set_up(run.LOCK)
    assert machine.made == 1
    assert machine.installed == ["requirements-build.lock", "requirements.lock"]
    run.set_up(run.LOCK)
    assert machine.made == 1
    assert len(machine.installed) == 2


def test_tests_add_to_what_is_there_and_take_nothing_away(run: ModuleType, machine: Machine) -> None:
    run.set_up(run.LOCK)
    run.set_up(run.DEV_LOCK)
    assert machine.made == 1
    assert machine.installed[-1] == "requirements-dev.lock"
    count = len(machine.installed)
    run.set_up(run.LOCK)
    assert len(machine.installed) == count


@pytest.mark.parametrize("gone", ["alpha/__init__.py", "alpha-1.dist-info/RECORD"])
def test_a_damaged_package_is_put_back(run: ModuleType, machine: Machine, gone: str) -> None:
    run.set_up(run.LOCK)
    (site(run) / gone).unlink()
    assert not run.is_ready(run.LOCK)
    run.set_up(run.LOCK)
    assert (site(run) / gone).exists()
    assert run.is_ready(run.LOCK)
    assert machine.made == 1


def test_a_package_that_is_wholly_gone_is_noticed(run: ModuleType, machine: Machine) -> None:
    run.set_up(run.LOCK)
    run.shutil.rmtree(site(run) / "beta")
    run.shutil.rmtree(site(run) / "beta-1.dist-info")
    run.set_up(run.LOCK)
    assert (site(run) / "beta").exists()


def test_compiled_files_may_be_cleaned_away(run: ModuleType, machine: Machine) -> None:
    run.set_up(run.LOCK)
    assert not (site(run) / "alpha/__pycache__").exists()
    assert run.is_ready(run.LOCK)


def test_a_repair_that_was_killed_is_taken_up_again(
    run: ModuleType, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.set_up(run.LOCK)
    (site(run) / "alpha/__init__.py").unlink()

    def killed(*_: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as during:
        during.setattr(run, "run_pip", killed)
        with pytest.raises(KeyboardInterrupt):
            run.set_up(run.LOCK)
    assert not run.is_ready(run.LOCK)
    run.set_up(run.LOCK)
    assert (site(run) / "alpha/__init__.py").exists()


def test_a_changed_lock_is_installed(run: ModuleType, machine: Machine) -> None:
    run.set_up(run.LOCK)
    run.LOCK.write_text("other==2\n")
    run.set_up(run.LOCK)
    assert machine.installed.count("requirements.lock") == 2


@pytest.mark.parametrize("what", ["file", "other python", "half-made", "link", "no interpreter", "broken pip"])
def test_whatever_is_in_the_way_is_replaced(run: ModuleType, machine: Machine, what: str) -> None:
    made = 1
    if what == "file":
        run.VENV.write_text("not a folder")
    elif what == "link":
        run.VENV.symlink_to(run.HERE / "nowhere")
    elif what == "half-made":
        (run.VENV / "lib").mkdir(parents=True)
    else:
        run.set_up(run.LOCK)
        made = 2
        if what == "other python":
            (run.VENV / "made-with").write_text("CPython 3.9 linux x86_64")
        elif what == "no interpreter":
            run.python_in_venv().unlink()
        else:
            run.shutil.rmtree(site(run) / "pip-1.dist-info")
    run.set_up(run.LOCK)
    assert machine.made == made
    assert run.is_ready(run.LOCK)


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("NewConnectionError('<x>: Failed to establish a new connection')", "internet cannot be reached"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "THESE PACKAGES DO NOT MATCH"),
    ],
)
def test_what_is_in_the_way_is_said_plainly(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, says: str, told: str
) -> None:
    def refuse(_command: list[str], said: Any) -> int:
        said.append(says)
        return 1

    monkeypatch.setattr(run, "run_pip", refuse)
    with pytest.raises(run.Trouble, match=told):
        run.install(run.LOCK)


def test_a_python_without_venv_is_told_what_to_install(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise subprocess.CalledProcessError(1, "ensurepip")

    monkeypatch.setattr("venv.create", refuse)
    with pytest.raises(run.Trouble, match="venv module"):
        run.make_venv()
    assert not run.VENV.exists()


def test_missing_libraries_name_the_one_command(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(run, "loads", lambda name: name != "libGL.so.1")
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(run, "run_install", asked.append)
    with pytest.raises(run.Trouble, match=r"sudo apt-get install -y --no-install-recommends libgl1$"):
        run.install_libraries(run.BASE_LIBRARIES)
    assert asked == []


def test_root_installs_libraries_without_asking(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    there: set[str] = set()
    monkeypatch.setattr(run, "loads", lambda name: run.BASE_LIBRARIES[name] in there)
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(run.os, "geteuid", lambda: 0)
    monkeypatch.setattr(run, "run_install", there.update)
    run.install_libraries(run.BASE_LIBRARIES)
    assert set(run.BASE_LIBRARIES.values()) <= there


@pytest.mark.skipif(os.name == "nt", reason="a process cannot become another one on Windows")
def test_a_command_keeps_the_folder_of_the_caller(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    became: list[tuple[list[str], dict[str, str]]] = []

    def become(_path: str, command: list[str], environment: dict[str, str]) -> None:
        became.append((command, environment))
        raise SystemExit

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run, "set_up", lambda _lock: None)
    monkeypatch.setattr(run.os, "execve", become)
    monkeypatch.setattr(run.sys, "argv", ["run.py", "--case", "x.fairfile", "documents"])
    with pytest.raises(SystemExit):
        run.main()
    command, environment = became[0]
    assert command[1:] == ["-P", "-m", "app", "--case", "x.fairfile", "documents"]
    assert environment["PYTHONPATH"] == str(run.HERE)
    assert Path.cwd() == tmp_path


@pytest.mark.parametrize(("display", "wanted"), [("", "make_examples"), (":0", "open_window")])
def test_without_a_display_files_are_made(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, display: str, wanted: str
) -> None:
    asked: list[str] = []
    for name in ("make_examples", "open_window"):
        monkeypatch.setattr(run, name, lambda name=name: asked.append(name) or 0)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run.sys, "argv", ["run.py"])
    assert run.main() == 0
    assert asked == [wanted]


def test_only_the_standard_library_is_imported() -> None:
    tree = ast.parse((ROOT / "run.py").read_text("utf-8"))
    names = {a.name.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    names |= {(n.module or "").split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert names <= sys.stdlib_module_names
