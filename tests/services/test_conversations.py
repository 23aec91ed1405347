"""Conversations in a case: mails and prints together, quoted words once, gaps told."""

from pathlib import Path

import pytest

from app.domain.findings import FindingKind
from app.services import browsing, conversations, findings, importing, searching, timing
from app.services.case import OpenCase
from app.services.understanding import understand_all
from tests.services.conftest import pdf

FIRST = (
    b"From: Jane Hartley <j.hartley@larkhollow.example>\r\nTo: Nora Brennan <nora@post.example>\r\n"
    b"Date: Thu, 1 Jul 2021 23:30:00 +0000\r\nSubject: Ada\r\nMessage-ID: <a@x>\r\n\r\n"
    b"Dear Nora\r\nAda fell in the playground on 29 June 2021 and saw the zebrafish.\r\n"
)
ANSWER = (
    "From: Nora Brennan <nora@post.example>\nSent: 3 July 2021 08:00\nTo: Hartley, Jane\nSubject: RE: Ada\n\n"
    "Thank you for telling me about it so soon.\n\n"
    "From: Jane Hartley\nSent: 02 July 2021 00:30\nTo: Nora Brennan\nSubject: Ada\n\n"
    "Dear Nora\nAda fell in the playground on 29 June 2021 and saw the zebrafish.\n\n"
    "From: Pat Whitlow\nSent: 30 June 2021 09:00\nTo: Jane Hartley\nSubject: Ada\n\n"
    "Please write to her mother. She had a cut on 28 June 2021.\n"
)


@pytest.fixture
def mails(case: OpenCase, tmp_path: Path) -> OpenCase:
    folder = tmp_path / "mails"
    folder.mkdir()
    (folder / "a.eml").write_bytes(FIRST)
    (folder / "b.pdf").write_bytes(pdf(ANSWER))
    importing.start(case, [folder], organisation="Larkhollow Primary School", received="2026-06-12", ocr=False)
    return case


def test_a_print_joins_the_mail_it_answers(mails: OpenCase) -> None:
    (found,) = conversations.conversations(mails)
    rows = {row.id: row for row in browsing.documents(mails)}
    assert [rows[d].path for d in found.documents] == ["a.eml", "b.pdf"]
    assert rows[found.documents[0]].date == "2021-07-02"
    assert found.first == "2021-07-02T00:30"
    assert [gap.message.sender for gap in found.gaps] == ["Pat Whitlow"]
    assert conversations.conversation_of(mails, found.documents[1]) == found


def test_what_is_quoted_is_in_the_timeline_once(mails: OpenCase) -> None:
    entries = [e for e in timing.entries(mails) if e.quote]
    assert [e.document_title for e in entries if e.date == "2021-06-29"] == ["Ada"]
    (cut,) = [e for e in entries if e.date == "2021-06-28"]
    assert "not found by itself" in cut.reason


def test_a_quotation_comes_last_in_search(mails: OpenCase) -> None:
    found = searching.search(mails, "zebrafish")
    assert [(hit.quoted, hit.rank) for hit in found.hits] == [(False, 1), (True, 2)]
    assert not any(hit.quoted for hit in searching.search(mails, "cut").hits)


def test_gaps_are_findings(mails: OpenCase) -> None:
    findings.ensure(mails)
    (gap,) = [f for f in findings.findings(mails, FindingKind.NOT_SUPPLIED.value) if "quoted here" in f.reason]
    assert gap.detail == {"what": "E-mail from Pat Whitlow", "date": "2021-06-30"}


def test_understanding_again_keeps_conversations(mails: OpenCase) -> None:
    before = conversations.conversations(mails)
    understand_all(mails)
    assert conversations.conversations(mails) == before
