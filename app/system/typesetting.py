"""Making PDFs with typst: a template from `resources/typst`, data as JSON, everything in memory.

Data never becomes markup: a template reads it from `sys.inputs` and shows strings as text. The same data and time
give the same bytes. Nothing is fetched and no file is written.
"""

import json
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any

from app.domain.errors import OutputProblem
from app.system import fonts
from app.system.paths import resource

MISSING_GLYPH = "□"
"""Shown for a character that none of the fonts has."""

_NOT_SHOWN = "could not be displayed"
_PROBE = b"""#set document(title: "probe")
#set text(font: sys.inputs.family, lang: "en", region: "GB")
#let shown = sys.inputs.text
#shown #strong(shown) #emph(shown)
"""


def typeset(
    template_name: str, data: Mapping[str, Any], title: str, *, tagged: bool = True, timestamp: datetime | None = None
) -> bytes:
    """A PDF from `resources/typst/<template_name>.typ`; PDF/UA-1 when `tagged`, else plain and smaller.

    The template finds `data` as `json(bytes(sys.inputs.data))`, the title in it as `title`. `timestamp` is written into the
    file (midnight of 1 January 2000 when None, so that nothing depends on the clock). Raises OutputProblem.
    """
    values = _clean({**data, "title": title}, _without_controls)
    try:
        return _compile(template_name, values, tagged, timestamp)
    except RuntimeError as error:
        if _NOT_SHOWN not in str(error):
            raise _problem() from error
    bad = unshowable(_characters(values))
    try:
        return _compile(template_name, _clean(values, lambda text: _replaced(text, bad)), tagged, timestamp)
    except RuntimeError as error:
        raise _problem() from error


def unshowable(characters: frozenset[str]) -> frozenset[str]:
    """Those of `characters` that no font of ours can show, found by halving until single characters are left."""
    if not characters or _shows("".join(sorted(characters))):
        return frozenset()
    if len(characters) == 1:
        return characters
    ordered = sorted(characters)
    middle = len(ordered) // 2
    return unshowable(frozenset(ordered[:middle])) | unshowable(frozenset(ordered[middle:]))


def _compile(template_name: str, values: Any, tagged: bool, timestamp: datetime | None) -> bytes:
    import typst  # loading it takes a while and most commands do not need it

    when = timestamp or datetime(2000, 1, 1, tzinfo=UTC)
    template = resource("typst", f"{template_name}.typ")
    made: bytes = typst.compile(
        template.read_bytes(),
        root=str(template.parent),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(values, ensure_ascii=False), "family": fonts.FAMILY},
        pdf_standards=["ua-1"] if tagged else [],
        pdf_tags=tagged,
        timestamp=int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()),
    )
    return made


@cache
def _fonts() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts.font_folder())])


@lru_cache(maxsize=4096)
def _shows(text: str) -> bool:
    import typst

    try:
        typst.compile(
            _PROBE,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"text": text, "family": fonts.FAMILY},
            pdf_standards=["ua-1"],
            timestamp=0,
        )
    except RuntimeError:
        return False
    return True


def _clean(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {str(key): _clean(item, change) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(item, change) for item in value]
    return value


def _without_controls(text: str) -> str:
    """Without control characters and halves of surrogate pairs, which no font shows; line ends become plain newlines."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs", "Cn", "Co"})


def _replaced(text: str, bad: frozenset[str]) -> str:
    if text.isascii():
        return text
    return "".join(MISSING_GLYPH if c in bad else c for c in text)


def _characters(value: Any) -> frozenset[str]:
    if isinstance(value, str):
        return frozenset(c for c in value if not c.isascii())
    if isinstance(value, dict):
        return frozenset().union(*(_characters(item) for item in value.values()))
    if isinstance(value, list):
        return frozenset().union(*(_characters(item) for item in value))
    return frozenset()


def _problem() -> OutputProblem:
    return OutputProblem(
        "cannot-write",
        "The PDF could not be laid out.",
        "Your case is not affected.",
        "Please tell us; saving it as another format works meanwhile.",
    )
