"""The fonts we ship, from their pip package, so that every machine shows the same letters."""

import importlib.util
from pathlib import Path

FAMILY = "Source Sans Pro"
_FILES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold")


def font_folder() -> Path:
    """The folder of the font package; FileNotFoundError when the installation is incomplete."""
    spec = importlib.util.find_spec("font_source_sans_pro")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the font package is not installed")
    return Path(next(iter(spec.submodule_search_locations))) / "files"


def font_files() -> list[Path]:
    """The five faces that the program uses."""
    return [font_folder() / f"SourceSansPro-{face}.ttf" for face in _FILES]
