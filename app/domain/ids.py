"""Typed ids and references. All ids are positive integers given by the store."""

from dataclasses import dataclass
from typing import NewType

DocumentId = NewType("DocumentId", int)
DisclosureId = NewType("DisclosureId", int)
OrganisationId = NewType("OrganisationId", int)
EventId = NewType("EventId", int)
MarkId = NewType("MarkId", int)
IssueId = NewType("IssueId", int)
RequestId = NewType("RequestId", int)
LetterId = NewType("LetterId", int)
BundleId = NewType("BundleId", int)


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page of a document; pages count from 1."""

    document: DocumentId
    page: int


@dataclass(frozen=True, slots=True)
class SpanRef:
    """Words on a page: `start` and `end` are offsets into the page's text."""

    document: DocumentId
    page: int
    start: int
    end: int
