import json
from typing import Any

import pytest

from app.domain.ids import DocumentId, MarkId
from app.domain.marks import Anchor, Mark, MarkKind
from app.export.marks import MOTIVATIONS, MarkedDocument, annotation, web_annotations

SHA = "ab" * 32
UUID = "urn:uuid:6f1c0f0e-5c55-4d0c-8f0b-0f6d7c5f3f11"
STANDARD = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
"""The motivations of the Web Annotation Vocabulary, section 3.3."""


def mark(kind: MarkKind = MarkKind.INACCURACY, note: str = "I did not.", **anchor: Any) -> Mark:
    values: dict[str, Any] = {
        "document": DocumentId(12),
        "page": 3,
        "exact": "declined",
        "prefix": "Mother ",
        "suffix": " the",
    }
    values.update({"start": 7, "end": 15, **anchor})
    return Mark(MarkId(1), UUID, kind, Anchor(**values), note, "2026-11-12T20:14:00Z", "2026-11-13T08:00:00Z")


def made(given: Mark) -> dict[str, Any]:
    return annotation(given, MarkedDocument(SHA), "Nora Brennan")


def test_an_annotation_has_what_the_model_asks_for() -> None:
    result = made(mark())
    assert result["id"] == UUID
    assert result["type"] == "Annotation"
    assert result["created"] == "2026-11-12T20:14:00Z"
    assert result["modified"] == "2026-11-13T08:00:00Z"
    assert result["creator"] == {"type": "Person", "name": "Nora Brennan"}
    note, tag = result["body"]
    assert (note["type"], note["purpose"], note["value"]) == ("TextualBody", "commenting", "I did not.")
    assert (tag["type"], tag["purpose"], tag["value"]) == ("TextualBody", "tagging", "inaccuracy")


def test_target_is_page_then_words_then_place() -> None:
    target = made(mark())["target"]
    assert (target["type"], target["source"]) == ("SpecificResource", f"urn:sha256:{SHA}")
    selector = target["selector"]
    assert (selector["type"], selector["value"]) == ("FragmentSelector", "page=3")
    assert selector["conformsTo"] == "http://tools.ietf.org/rfc/rfc8118"
    quote, place = selector["refinedBy"]
    assert quote == {"type": "TextQuoteSelector", "exact": "declined", "prefix": "Mother ", "suffix": " the"}
    assert place == {"type": "TextPositionSelector", "start": 7, "end": 15}


def test_an_area_is_the_box_around_its_rectangles() -> None:
    area = mark(exact="", start=-1, end=-1, rects=((10.6, 20.2, 30.0, 40.0), (5.0, 30.0, 20.0, 50.4)))
    inner = made(area)["target"]["selector"]["refinedBy"]
    assert (inner["type"], inner["value"]) == ("FragmentSelector", "xywh=5,20,25,31")


def test_words_whose_place_is_not_known_are_quoted_only() -> None:
    inner = made(mark(start=-1, end=-1, prefix=""))["target"]["selector"]["refinedBy"]
    assert inner == {"type": "TextQuoteSelector", "exact": "declined", "suffix": " the"}


def test_without_a_note_the_tag_remains() -> None:
    assert [body["purpose"] for body in made(mark(note=""))["body"]] == ["tagging"]


@pytest.mark.parametrize("kind", MarkKind)
def test_every_kind_has_a_motivation_of_the_standard(kind: MarkKind) -> None:
    assert made(mark(kind))["motivation"] in STANDARD
    assert MOTIVATIONS[kind] in STANDARD


def test_the_collection_counts_and_orders_its_items() -> None:
    later, first = mark(page=5), mark(page=2)
    collection = web_annotations([later, first], lambda _: MarkedDocument(SHA))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 2)
    page = collection["first"]
    assert (page["type"], page["startIndex"]) == ("AnnotationPage", 0)
    assert [item["target"]["selector"]["value"] for item in page["items"]] == ["page=2", "page=5"]
    assert json.loads(json.dumps(collection)) == collection
