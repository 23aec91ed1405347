"""Everything that has to hold: format, lint, types, import contracts, and then the tests. `python -m tests [pytest options]`."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CHECKS = (
    ("format", ("-m", "ruff", "format", "--check", "--quiet", ".")),
    ("lint", ("-m", "ruff", "check", "--quiet", ".")),
    ("types", ("-m", "mypy")),
    (
        "imports",
        ("-c", "import sys; from importlinter.cli import lint_imports_command as c; sys.argv = ['lint-imports']; c()"),
    ),
)


def main(arguments: list[str]) -> int:
    """The exit status: 0 when everything holds."""
    failed = [] if arguments else [name for name, command in CHECKS if not _holds(name, command)]
    workers = [] if any(a.startswith("-n") for a in arguments) else ["-n", str(os.cpu_count() or 1)]
    status = subprocess.run([sys.executable, "-m", "pytest", *workers, *arguments], cwd=ROOT, env=_quiet()).returncode
    if failed:
        print(f"these checks failed: {', '.join(failed)}", flush=True)
    return status or bool(failed)


def _holds(name: str, command: tuple[str, ...]) -> bool:
    result = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True)
    if result.returncode:
        print(result.stdout + result.stderr, flush=True)
    print(f"{name}: {'failed' if result.returncode else 'holds'}", flush=True)
    return result.returncode == 0


def _quiet() -> dict[str, str]:
    """No display, no keychain and no settings of the person who runs the tests."""
    return {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "PYTHONPATH": str(ROOT),
    }  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
