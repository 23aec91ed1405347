"""The filled sample of each letter: an invented case from `resources/letters/sample.toml` and the letter's own `sample.toml`."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from app.domain.ids import DocumentId, IssueId, OrganisationId, RequestId
from app.domain.issues import Issue, IssueFields, Proof, Wrong
from app.domain.marks import Anchor
from app.domain.people import CaseDetails, Organisation
from app.domain.requests import Request
from app.letters.catalogue import definition
from app.letters.facts import LetterFacts
from app.system.paths import resource


def sample_facts(kind_id: str) -> LetterFacts:
    """Facts with which the letter has no blank. Raises UsageProblem for an unknown kind."""
    letter = definition(kind_id)
    own = letter.sample
    raw = {**_common(), **{key: value for key, value in own.items() if key == "issues"}}
    tables = {key: {**raw[key], **own.get(key, {})} for key in ("case", "organisation", "request")}
    due = tables["request"].pop("due", "")
    values = {str(key): str(value) for key, value in own.get("values", {}).items()}
    if due and any(spec.field.name == "request_due" for spec in letter.specs):
        values.setdefault("request_due", due)
    return LetterFacts(
        case=CaseDetails(**tables["case"]),
        organisation=Organisation(id=OrganisationId(1), **tables["organisation"]),
        today=raw["today"] if isinstance(raw["today"], date) else date.fromisoformat(raw["today"]),
        issues=tuple(_issue(number, entry) for number, entry in enumerate(raw["issues"], 1)),
        request=_request(tables["request"], tables["organisation"]["name"]),
        values=values,
    )


@cache
def _common() -> Mapping[str, Any]:
    return tomllib.loads(resource("letters", "sample.toml").read_text("utf-8"))


def _request(raw: Mapping[str, Any], organisation: str) -> Request:
    return Request(
        id=RequestId(1),
        organisation=OrganisationId(1),
        organisation_name=organisation,
        title="Request",
        log=((raw["sent"], "sent", ""),) if raw.get("sent") else (),
        **raw,
    )


def _issue(number: int, raw: Mapping[str, Any]) -> Issue:
    proofs: tuple[Proof, ...] = ()
    if raw.get("proof"):
        anchor = Anchor(DocumentId(2), raw["proof_page"], raw["proof"])
        proofs = (Proof(number, anchor, raw["proof_document"], raw.get("proof_date", "")),)
    fields = IssueFields(
        says=raw.get("says", ""),
        wrong=Wrong(raw["wrong"]),
        wrong_text=raw.get("wrong_text", ""),
        right=raw.get("right", ""),
        answer=raw.get("answer", ""),
    )
    return Issue(
        id=IssueId(number),
        ref=f"L-{number:02}",
        fields=fields,
        mark=None,
        anchor=Anchor(DocumentId(1), raw["page"], raw.get("says", "")),
        document=DocumentId(1),
        document_title=raw["document"],
        document_date=raw.get("date", ""),
        document_author=raw.get("author", ""),
        organisation=OrganisationId(1),
        organisation_name="",
        proofs=proofs,
        created="2026-11-01T09:00:00+00:00",
    )
