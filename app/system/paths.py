"""Where things are: resources (source tree or frozen program), settings and the usual place for cases."""

import os
import sys
from pathlib import Path

APP_DIR_NAME = "fairfile"
CASE_SUFFIX = ".fairfile"


def resource(*parts: str) -> Path:
    """A file of `resources/`, in the source tree or in the frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return root.joinpath("resources", *parts)


def settings_file() -> Path:
    """The settings file of this user; its folder may not exist yet. `FAIRFILE_CONFIG` names another folder."""
    if named := os.environ.get("FAIRFILE_CONFIG"):
        return Path(named) / "settings.json"
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / APP_DIR_NAME / "settings.json"


def default_cases_folder() -> Path:
    """Where new cases are offered to be kept: Documents/Fairfile, or Fairfile in the home folder."""
    documents = Path.home() / "Documents"
    return (documents if documents.is_dir() else Path.home()) / "Fairfile"
