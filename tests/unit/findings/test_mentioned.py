"""Papers that the file mentions and does not hold."""

import pytest

from app.domain.findings import CaseView, DocumentView, PageView
from app.domain.ids import DocumentId
from app.findings.finders.mentioned import find


def document(number: int, kind: str, date: str, text: str, title: str = "") -> DocumentView:
    return DocumentView(DocumentId(number), kind, date, title, "pdf", (PageView(1, text),))


def what(text: str, *others: DocumentView, date: str = "2021-10-14") -> list[str]:
    return [str(f.detail["what"]) for f in find(CaseView((document(1, "letter", date, text), *others)))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Please see the report of the educational psychologist dated 3 March 2021.", "The report of the educational psychologist of 3 March 2021"),
        ("Further to my e-mail of 12/10/2021 we met.", "E-mail of 12 October 2021"),
        ("I enclose the minutes of the meeting held on 6 October 2021.", "Minutes of the meeting of 6 October 2021"),
        ("As set out in the risk assessment from Monday 6 September 2021, he stays.", "Risk assessment of 6 September 2021"),
        ("Thank you for your letter of the 2nd October 2021.", "Letter of 2 October 2021"),
    ],
)  # fmt: skip
def test_a_paper_with_its_day(text: str, wanted: str) -> None:
    found = what(text)
    assert len(found) == 1
    assert found[0].casefold().removeprefix("the ") == wanted.casefold().removeprefix("the ")


@pytest.mark.parametrize(
    "text",
    [
        "The report will be ready; see the report of 3 March 2022.",
        "See the Children and Families Act regulations of 1 March 2014.",
        "The review on 5 May 2021 went well.",
        "She was born on 3 March 2013.",
        "Letter of 14 October 2021. See this letter of 14 October 2021.",
    ],
)
def test_nothing_where_it_is_not_sure(text: str) -> None:
    assert what(text) == []


def test_a_paper_that_is_held_is_not_missing() -> None:
    text = "Thank you for your letter of 2 October 2021."
    assert what(text, document(2, "letter", "2021-10-02", "Dear Sir")) == []
    assert what(text, document(2, "photo", "2021-10-02", "")) != []
    assert what(text, document(2, "other", "", "2 October 2021\nDear Sir")) == []


def test_the_same_paper_is_told_once() -> None:
    text = "See the EP report of 3 March 2021. As noted in the EP report of 3/3/21, he reads."
    assert len(what(text)) == 1


def test_the_quote_stands_on_the_page() -> None:
    text = "Please see the EP report of 3 March 2021."
    (found,) = find(CaseView((document(1, "letter", "2021-10-14", text),)))
    assert text[found.start : found.end] == found.quote == "EP report of 3 March 2021"
