"""What every finder promises, whichever there are."""

import pickle
from pathlib import Path

import pytest

from app.domain.findings import FINDING_NAMES, CaseView, DocumentView, FindingKind, PageView
from app.domain.ids import DocumentId
from app.domain.mails import HeldMessage, MailMessage
from app.findings import finders
from app.findings.registry import Finder, discover, kinds

_TEXT = (
    "Larkhollow Primary School\nDate of incident 14/10/2021  Added 09/02/2022 16:40\nPresent: [redacted], Mrs Brennan and Mr XXXX\n"
    "Mother asked for a referral to speech therapy and gave her consent in writing at the meeting.\n"
    "The visual timetable stays in place in class four and the word list goes home every Friday.\nPlease see the sleep clinic report of 3 March 2020.\nPage 1 of 3\n"
)


def _document(number: int, text: str) -> DocumentView:
    page = PageView(1, text, boxes=((60.0, 100.0, 160.0, 112.0),), unsafe=((60.0, 140.0, 160.0, 152.0),))
    quoted = MailMessage(
        1, quoted=True, sender="Mrs J Hartley <j@x.example>", sent="2021-10-11T09:12:00", subject="Ada"
    )
    mails = tuple(HeldMessage(DocumentId(number), m) for m in (MailMessage(0, sender="Nora <n@y.example>"), quoted))
    return DocumentView(
        DocumentId(number), "letter", "2021-10-14", "", "pdf", (page,), disclosed=("2026", number), messages=mails
    )


VIEW = CaseView((_document(1, _TEXT), _document(2, _TEXT.replace("asked for", "declined")), _document(3, "")))


def test_there_is_a_file_for_each_kind() -> None:
    assert set(kinds()) == set(FindingKind) == set(FINDING_NAMES)
    files = [path for path in Path(finders.__path__[0]).glob("*.py") if path.name != "__init__.py"]
    assert len(files) == len(discover())


@pytest.mark.parametrize("finder", discover(), ids=lambda finder: finder.KIND.value)
def test_reason_page_and_key(finder: Finder) -> None:
    found = list(finder.find(VIEW))
    assert found
    assert all(f.kind is finder.KIND for f in found)
    assert all(f.reason.endswith(".") and 1 <= f.page <= 1 for f in found)
    assert len({(f.document, f.key) for f in found}) == len(found)
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("finder", discover(), ids=lambda finder: finder.KIND.value)
def test_the_order_makes_no_difference_and_nothing_is_found_in_nothing(finder: Finder) -> None:
    turned = CaseView(tuple(reversed(VIEW.documents)))
    assert sorted((f.document, f.key) for f in finder.find(turned)) == sorted(
        (f.document, f.key) for f in finder.find(VIEW)
    )
    assert not list(finder.find(CaseView(())))
    assert not list(finder.find(CaseView((DocumentView(DocumentId(1), "", "", "", "txt", ()),))))
    calm = DocumentView(DocumentId(1), "letter", "", "", "txt", (PageView(1, "Dear Mrs Brennan,\nAda is well.\n"),))
    assert not list(finder.find(CaseView((calm,))))
