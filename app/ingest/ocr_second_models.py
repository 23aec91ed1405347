"""The models of the second reader: found in the package that carries them, started once in this process, one thread each.

The package itself is never imported: only its model files are used, through onnxruntime.
"""

import ctypes
import functools
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

_PACKAGE: Final = "rapidocr"
_FINDER: Final = "PP-OCRv6_det_small.onnx"
_READER: Final = "PP-OCRv6_rec_small.onnx"
_MMAP_THRESHOLD: Final = -3
_LARGE: Final = 1 << 20
_NEEDED: Final = ("numpy", "onnxruntime")


@functools.cache
def available() -> bool:
    """Whether the second reader is installed whole. Loads nothing."""
    return all(find_spec(name) is not None for name in _NEEDED) and _folder() is not None


@functools.cache
def finder() -> Any:
    """The session that finds lines: grey picture to a map of where text is. Raises LookupError when it is not installed."""
    return _session(_FINDER)


@functools.cache
def reader() -> Any:
    """The session that reads a line. Raises LookupError when it is not installed."""
    return _session(_READER)


@functools.cache
def letters() -> tuple[str, ...]:
    """What each class of the reader stands for; the first is nothing. Raises LookupError when it is not installed."""
    listed = reader().get_modelmeta().custom_metadata_map["character"].split("\n")
    return ("", *listed, " ") if listed[-1] else ("", *listed[:-1], " ")


def model_files() -> tuple[Path, ...]:
    """The files that a frozen program has to take along; none when the second reader is not installed."""
    folder = _folder()
    return tuple(folder / name for name in (_FINDER, _READER)) if folder is not None else ()


def _folder() -> Path | None:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        places = [Path(frozen) / _PACKAGE]
    else:
        spec = find_spec(_PACKAGE)
        places = [Path(place) for place in (spec.submodule_search_locations or ())] if spec is not None else []
    folders = (place / "models" for place in places)
    return next((f for f in folders if all((f / name).is_file() for name in (_FINDER, _READER))), None)


@functools.cache
def _return_memory() -> None:
    """Large blocks go back to the system when they are freed: glibc would keep 50 MB of them in each child."""
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # other C libraries have none
        if mallopt is not None:
            mallopt(_MMAP_THRESHOLD, _LARGE)


def _session(name: str) -> Any:
    folder = _folder()
    if folder is None:
        raise LookupError("the second reader is not installed")
    import onnxruntime

    _return_memory()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
