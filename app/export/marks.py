"""Marks as W3C Web Annotations (JSON-LD), so that other programs can read them.

Source of the form: Web Annotation Data Model, W3C Recommendation of 23 February 2017; page fragments as RFC 8118.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

from app.domain.ids import DocumentId
from app.domain.marks import Anchor, Mark, MarkKind, Rect

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc8118"
MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"

MOTIVATIONS = {
    MarkKind.INACCURACY: "assessing",
    MarkKind.MISSING: "assessing",
    MarkKind.OPINION: "assessing",
    MarkKind.LANGUAGE: "assessing",
    MarkKind.QUESTION: "questioning",
    MarkKind.EVIDENCE: "highlighting",
    MarkKind.NOTE: "commenting",
}
"""The nearest motivation of the standard; the exact kind is the tag of the body."""


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """The document a mark is on: its SHA-256 names it wherever it lies."""

    sha256: str


def web_annotations(
    marks: Iterable[Mark],
    lookup: Callable[[DocumentId], MarkedDocument],
    creator: str = "",
    identifier: str = "urn:fairfile:marks",
) -> dict[str, Any]:
    """An AnnotationCollection whose one page holds every mark, in order of document, page and place."""
    ordered = sorted(marks, key=lambda m: (int(m.anchor.document), m.anchor.page, m.anchor.start, int(m.id)))
    items = [annotation(mark, lookup(mark.anchor.document), creator) for mark in ordered]
    return {
        "@context": CONTEXT,
        "id": identifier,
        "type": "AnnotationCollection",
        "label": "Marks",
        "total": len(items),
        "first": {"id": f"{identifier}:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def annotation(mark: Mark, document: MarkedDocument, creator: str = "") -> dict[str, Any]:
    """One Annotation: a note and a tag as bodies, the words or the area of the page as target."""
    made: dict[str, Any] = {
        "id": mark.uuid if mark.uuid.startswith("urn:") else f"urn:uuid:{mark.uuid}",
        "type": "Annotation",
        "motivation": MOTIVATIONS[mark.kind],
        "created": mark.created,
        "modified": mark.changed or mark.created,
        "body": _bodies(mark),
        "target": _target(mark.anchor, document),
    }
    if creator:
        made["creator"] = {"type": "Person", "name": creator}
    return made


def _bodies(mark: Mark) -> list[dict[str, Any]]:
    tag = {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": mark.kind.value}
    if not mark.note:
        return [tag]
    note = {
        "type": "TextualBody",
        "purpose": "questioning" if mark.kind is MarkKind.QUESTION else "commenting",
        "format": "text/plain",
        "language": "en-GB",
        "value": mark.note,
    }
    return [note, tag]


def _target(anchor: Anchor, document: MarkedDocument) -> dict[str, Any]:
    selectors = _selectors(anchor)
    page: dict[str, Any] = {
        "type": "FragmentSelector",
        "conformsTo": PDF_FRAGMENTS,
        "value": f"page={anchor.page}",
    }
    if selectors:
        page["refinedBy"] = selectors if len(selectors) > 1 else selectors[0]
    return {"type": "SpecificResource", "source": f"urn:sha256:{document.sha256}", "selector": page}


def _selectors(anchor: Anchor) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if anchor.exact:
        quote = {"type": "TextQuoteSelector", "exact": anchor.exact}
        found.append({**quote, **{k: v for k, v in (("prefix", anchor.prefix), ("suffix", anchor.suffix)) if v}})
        if 0 <= anchor.start < anchor.end:
            found.append({"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end})
    elif anchor.rects:
        found.append(_area(anchor.rects))
    return found


def _area(rects: Sequence[Rect]) -> dict[str, Any]:
    """The smallest box around all rectangles, in whole points from the top left of the page as shown."""
    x0, y0 = floor(min(r[0] for r in rects)), floor(min(r[1] for r in rects))
    x1, y1 = ceil(max(r[2] for r in rects)), ceil(max(r[3] for r in rects))
    value = f"xywh={max(x0, 0)},{max(y0, 0)},{x1 - max(x0, 0)},{y1 - max(y0, 0)}"
    return {"type": "FragmentSelector", "conformsTo": MEDIA_FRAGMENTS, "value": value}
