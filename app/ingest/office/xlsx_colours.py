"""Which cell styles of a workbook make words that cannot be seen: letters of the colour of their cell."""

from typing import Any

from app.ingest.blacked import is_unseen, tone
from app.ingest.office.docx_styles import child
from app.ingest.office.package import local

_THEME = {"0": 255, "1": 0}
"""The first two colours of nearly every theme: the paper and the letters."""


def unseen_styles(root: Any) -> frozenset[int]:
    """Numbers of the cell styles of a part `styles` with such colours."""
    parts = {local(one.tag): one for one in root} if root is not None else {}
    fonts = [_tone(child(font, "color")) for font in parts.get("fonts", ())]
    fills = [_ground(child(fill, "patternFill")) for fill in parts.get("fills", ())]
    found = set()
    for index, style in enumerate(parts.get("cellXfs", ())):
        font, fill = _at(fonts, style.get("fontId")), _at(fills, style.get("fillId"))
        if is_unseen(font, fill):
            found.add(index)
    return frozenset(found)


def _at(tones: list[int | None], number: str | None) -> int | None:
    return tones[int(number)] if number and number.isdigit() and int(number) < len(tones) else None


def _ground(pattern: Any) -> int | None:
    return _tone(child(pattern, "fgColor")) if pattern is not None and pattern.get("patternType") == "solid" else None


def _tone(colour: Any) -> int | None:
    if colour is None or colour.get("tint") not in (None, "0"):
        return None
    return _THEME.get(colour.get("theme") or "", tone(colour.get("rgb") or ""))
