"""Whether the words of a run of a Word document can be seen, by its own colours and the shading it lies on."""

from typing import Any

from app.ingest.blacked import is_unseen, tone
from app.ingest.office.docx_styles import child, value
from app.ingest.office.package import attribute, local

_PLAIN_TABLES = frozenset({"", "tablegrid", "tablenormal"})


def is_coloured_away(run: Any, settings: Any) -> bool:
    """Letters of the colour of their highlight or shading, or white ones on the paper; what a style colours counts as seen."""
    if settings is None:
        return False
    letters, marker = tone(value(settings, "color")), value(settings, "highlight")
    if marker and marker != "none":
        return is_unseen(letters, tone(marker), adapts=False)
    ground = tone(_fill(settings))
    if ground is not None:
        return is_unseen(letters, ground)
    return letters is not None and is_unseen(letters, None) and _lies_on_paper(run)


def _fill(settings: Any) -> str:
    shade = child(settings, "shd")
    return "" if shade is None else attribute(shade, "fill")


def _lies_on_paper(run: Any) -> bool:
    """No shading of the paragraph, the cell, the table or a drawing is behind it."""
    for around in run.iterancestors():
        tag = local(around.tag)
        settings = child(around, {"p": "pPr", "tc": "tcPr", "tbl": "tblPr"}.get(tag, ""))
        if tag == "txbxContent" or _fill(settings) not in ("", "auto", "FFFFFF"):
            return False
        if tag == "p" and value(settings, "pStyle").lower().startswith(("heading", "title", "überschrift")):
            return False
        if tag == "tbl" and value(settings, "tblStyle").lower() not in _PLAIN_TABLES:
            return False
        if tag == "document" and child(around, "background") is not None:
            return False
    return True
