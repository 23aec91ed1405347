"""What a print of a PDF would not show: properties, comments, form values, layers that are off, attached files."""

import re
from dataclasses import dataclass, field
from typing import Any

from app.domain.extracted import Hidden, Member
from app.ingest import mupdf, pdf_layers
from app.ingest.names import safe_path
from app.ingest.reader import ReadOptions

_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?(?:([+-])(\d\d)'?(\d\d)?|Z)?")
_KEYS = {"author": "author", "subject": "subject", "keywords": "keywords", "creator": "creator", "producer": "producer"}
_MARKUP = {"Highlight": "highlight", "Underline": "highlight", "StrikeOut": "struck-out", "Squiggly": "highlight"}
QUOTING = frozenset(_MARKUP.values())
"""Kinds whose text is that of the page beneath."""


@dataclass(frozen=True, slots=True)
class Extras:
    """`drawn`: there are annotations or form fields that are part of the page as shown."""

    title: str = ""
    properties: dict[str, str] = field(default_factory=dict)
    hidden: tuple[Hidden, ...] = ()
    members: tuple[Member, ...] = ()
    drawn: bool = False
    outline: tuple[tuple[str, int], ...] = ()


def collect(document: Any, options: ReadOptions) -> Extras:
    """Everything beside the pages of an open document."""
    metadata = document.metadata or {}
    hidden: list[Hidden] = []
    members = _embedded(document, options)
    drawn = False
    for index in range(document.page_count):
        try:
            if not mupdf.has_annotations(document, index):
                continue
            drawn = _of_page(document.load_page(index), hidden, members) or drawn
        except mupdf.errors():
            continue  # the page is counted as lost when its text is read
    hidden.extend(pdf_layers.concealed(document))
    title = (metadata.get("title") or "").strip()
    return Extras(title, _properties(metadata), tuple(hidden), tuple(members), drawn, outline(document))


def outline(document: Any) -> tuple[tuple[str, int], ...]:
    """Bookmarks of the highest level that has several, as (title, page from 1); none when they are damaged."""
    try:
        entries = [(int(level), str(title).strip(), int(page)) for level, title, page in document.get_toc()]
    except mupdf.errors():
        return ()
    inside = [entry for entry in entries if 1 <= entry[2] <= document.page_count]
    for level in sorted({entry[0] for entry in inside}):
        mine = tuple((title, page) for its, title, page in inside if its == level)
        if len(mine) > 1:
            return mine
    return ()


def _of_page(page: Any, hidden: list[Hidden], members: list[Member]) -> bool:
    """Add comments, form values and attached files of a page; True when anything is drawn on it beside its content."""
    if page.first_annot is not None:
        found, files = _annotations(page)
        hidden.extend(found)
        members.extend(files)
    if page.first_widget is not None:
        hidden.extend(_form_values(page))
    return page.first_annot is not None or page.first_widget is not None


def pdf_date(text: str) -> str:
    """A PDF date as ISO 8601, as far as it is given; empty when it is none."""
    match = _DATE.match(text or "")
    if not match:
        return ""
    year, month, day, hour, minute, second, sign, zone, zone_minutes = match.groups()
    parts = [part for part in (year, month, day) if part]
    if len(parts) < 3 or hour is None:
        return "-".join(parts)
    offset = f"{sign}{zone}:{zone_minutes or '00'}" if sign else ("Z" if text.rstrip().endswith("Z") else "")
    return f"{'-'.join(parts)}T{hour}:{minute}:{second or '00'}{offset}"


def _properties(metadata: dict[str, Any]) -> dict[str, str]:
    found = {ours: str(metadata.get(key) or "").strip() for key, ours in _KEYS.items()}
    found["created"] = pdf_date(str(metadata.get("creationDate") or ""))
    found["modified"] = pdf_date(str(metadata.get("modDate") or ""))
    return {key: value for key, value in found.items() if value}


def _annotations(page: Any) -> tuple[list[Hidden], list[Member]]:
    hidden: list[Hidden] = []
    members: list[Member] = []
    for annot in page.annots():
        kind = annot.type[1]
        info = annot.info
        if kind == "Popup":
            continue
        if kind == "FileAttachment":
            members.append(Member(safe_path(annot.file_info.get("filename", "") or "attachment"), annot.get_file()))
        text = (info.get("content") or "").strip()
        if kind in _MARKUP and not text:
            text = _beneath(page, annot)
        if text:
            when = pdf_date(info.get("creationDate") or info.get("modDate") or "")[:10]
            label = _MARKUP.get(kind, "comment") if not info.get("content") else "comment"
            hidden.append(Hidden(label, text, (info.get("title") or "").strip(), when, page.number + 1))
    return hidden, members


def _beneath(page: Any, annot: Any) -> str:
    """The words of which the middle lies in the annotation."""
    area = annot.rect
    words = page.get_text("words", clip=area)
    return " ".join(
        w[4] for w in words if area.y0 < (w[1] + w[3]) / 2 < area.y1 and area.x0 < (w[0] + w[2]) / 2 < area.x1
    )


def _form_values(page: Any) -> list[Hidden]:
    found = []
    for widget in page.widgets():
        value = str(widget.field_value or "").strip()
        if value and value != "Off":
            label = (widget.field_label or widget.field_name or "").strip()
            found.append(Hidden("form-value", f"{label}: {value}" if label else value, page=page.number + 1))
    return found


def _embedded(document: Any, options: ReadOptions) -> list[Member]:
    members: list[Member] = []
    total = 0
    try:
        count = min(document.embfile_count(), options.limits.max_members)
    except mupdf.errors():
        return members
    for index in range(count):
        try:
            info = document.embfile_info(index)
            name = info.get("ufilename") or info.get("filename") or info.get("name") or ""
            path = safe_path(name or f"attachment {index + 1}")
            total += max(0, int(info.get("size") or 0))
            if total > options.limits.max_expanded_bytes:
                members.append(Member(path, b"", "too-large", "The attached files are too large together."))
                continue
            members.append(Member(path, document.embfile_get(index)))
        except mupdf.errors():
            members.append(Member(f"attachment {index + 1}", b"", "damaged", "The attached file is damaged."))
    return members
