"""What the shape of the program promises."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "app").rglob("*.py"))
HEAVY = ("pymupdf", "docx", "pikepdf", "typst", "tesserocr", "openpyxl", "extract_msg", "PIL")

MAY_CATCH_ALL = {
    "app/jobs/child.py": "a task's exception becomes its answer",
    "app/jobs/inline.py": "the same, without a child",
    "app/jobs/processes.py": "a worker's death costs its own task",
    "app/jobs/lanes.py": "the exception goes to whoever asked",
    "app/ui/calls.py": "the exception goes to the window, in words",
    "app/ingest/guard.py": "whatever a parser throws at a broken file is a damaged file",
    "app/ingest/office/compound.py": "the container library throws anything at a broken file",
    "app/ingest/pictures.py": "so does the picture library",
    "app/ingest/readers/msg.py": "so does the Outlook library",
    "app/pipeline/read.py": "a fault in understanding must not cost the text of a file",
    "app/ingest/office/unlock.py": "so does the decryption of office files",
    "app/system/crypto.py": "any malformed key slot is damage",
    "app/system/keychain.py": "a broken keychain only means asking for the passphrase",
    "app/store/fulltext.py": "an index that disagrees says so as any database error",
    "app/store/engine.py": "the driver's errors become ours",
}
"""Files that may catch everything, with why."""
MAY_WRITE_FILES = {"app/system/files.py", "app/system/lock.py", "app/demo/family.py", "app/cli/example.py"}


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    "module", ["app.cli.main", "app.services.case", "app.services.browsing", "app.services.importing"]
)
def test_the_parents_process_never_loads_the_parsers(module: str) -> None:
    loaded = run(f"import sys, {module}; print(*[m for m in {HEAVY!r} if m in sys.modules])")
    assert loaded == ""


def test_the_window_starts_without_the_heavy_parts() -> None:
    wanted = (*HEAVY, "sqlalchemy", "alembic", "rich", "typer", "holidays", "keyring")
    loaded = run(f"import sys, app.ui.main; print(*[m for m in {wanted!r} if m in sys.modules])")
    assert loaded == ""


def _calls(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            found.add(function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", ""))
    return found


def test_files_are_written_in_one_place() -> None:
    writers = {
        "write_text",
        "write_bytes",
        "rmtree",
        "mkstemp",
        "NamedTemporaryFile",
        "TemporaryDirectory",
        "mkdtemp",
        "unlink",
    }
    found = {
        path.relative_to(ROOT).as_posix(): used
        for path in SOURCES
        if (used := _calls(ast.parse(path.read_text())) & writers)
    }
    assert set(found) <= MAY_WRITE_FILES, found


def test_only_a_few_places_catch_everything() -> None:
    found = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ExceptHandler):
                names = {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)} if node.type else {"Exception"}
                again = any(isinstance(n, ast.Raise) and n.exc is None for n in ast.walk(node))
                if names & {"Exception", "BaseException"} and not again:
                    found.add(path.relative_to(ROOT).as_posix())
    assert found <= set(MAY_CATCH_ALL), sorted(found - set(MAY_CATCH_ALL))


def test_no_module_opens_the_network() -> None:
    banned = {"socket", "urllib.request", "http.client", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if path.name != "offline.py":
                assert not (set(names) & banned), path
            assert not any(name.startswith("PySide6.QtNetwork") for name in names), path


def test_nothing_stays_open() -> None:
    for path in SOURCES:
        text = path.read_text()
        for word in ("TODO", "FIXME", "# XXX", "raise NotImplementedError"):
            assert word not in text, (path, word)
