"""Counted pages that are not there; silent where one cannot know."""

import pytest

from app.findings.finders import page_gaps
from tests.unit.findings.views import case, document


def pages(*labels: str) -> tuple[str, ...]:
    return tuple(f"Larkhollow Primary School\nSome words about Ada and her week.\n{label}\n" for label in labels)


def gaps(*texts: str) -> list[list[int]]:
    return [f.detail["missing"] for f in page_gaps.find(case(document(1, *texts)))]


@pytest.mark.parametrize(
    ("labels", "missing"),
    [
        (("Page 1 of 4", "Page 2 of 4", "Page 4 of 4"), [[3]]),
        (("Page 2 of 3", "Page 3 of 3"), [[1]]),
        (("Page 1 of 3",), [[2, 3]]),
        (("p. 1/2", "p. 2/2"), []),
        (("1 of 3", "3 of 3"), [[2]]),
        (("Confidential  Page 1 of 3  Log", "Confidential  Page 3 of 3  Log"), [[2]]),
        (("Page 1 of 2", "Page 2 of 2", "Page 1 of 3", "Page 3 of 3"), [[2]]),
        (("Page 1 of 3", "", "Page 3 of 3"), []),
        (("Page 1 of 3", "Page 2 of 3", ""), []),
        (("Page 1 of 7", "Page 1 of 7", "Page 1 of 7"), []),
        (("See page 3 of 7",), []),
        (("Page 1", "Page 2"), []),
        (("Page 9 of 3",), []),
        (("Page l of 3", "Page 3 0f 3"), [[2]]),
        (("Paqe 1 of S", "Page 2 of 5", "Page 3 of 5", "Page 5 of 5"), [[4]]),
        (("Page 1 of 4", "Page 2 of 9", "Page 3 of 4"), [[4]]),
        (("Page 1 of 3", "Page 1 of 3", "Page 3 of 3"), [[2]]),
        (("Page 1 of 4", "Page 3 of 4", "Page 2 of 4", "Page 4 of 4"), []),
        (("Sheet 1 of 3", "Sheet 3 of 3"), [[2]]),
        (("Page i of iv", "Page ii of iv", "Page iv of iv"), [[3]]),
        (("1/5", "2/5", "4/5", "5/5"), [[3]]),
        (("4/9",), []),
        (("7/10", "3/10", "9/10"), []),
        (("1 of 2 children",), []),
        (("- 1 -", "- 2 -", "- 4 -", "- 5 -"), [[3]]),
        (("1 | Page", "2 | Page", "3 | Page", "6 | Page"), [[4, 5]]),
        (("i", "ii", "iv", "v"), [[3]]),
        (("12", "13", "14", "16", "17"), [[15]]),
        (("Bundle 101", "Bundle 102", "Bundle 104", "Bundle 105"), [[103]]),
        (("2019", "2020", "2021", "2023"), []),
        (("Page 1", "Page 2", "Page 3", "Page 1", "Page 2", "Page 4"), [[3]]),
        (("1", "3", "5", "7", "9"), []),
        (("12", "40", "7", "31", "18"), []),
        (("Page 1 of 2 of the form was read to her by the teacher, who wrote down what she said about it all",), []),
    ],
)
def test_what_is_missing(labels: tuple[str, ...], missing: list[list[int]]) -> None:
    assert gaps(*pages(*labels)) == missing


def test_it_leads_to_the_words_and_says_why() -> None:
    (found,) = page_gaps.find(case(document(4, *pages("Page 1 of 3", "Page 3 of 3"))))
    assert (found.document, found.page, found.quote, found.detail) == (
        4,
        1,
        "Page 1 of 3",
        {"total": 3, "missing": [2]},
    )
    assert found.reason == "The pages are counted to 3. Page 2 not found in this document."


def test_pages_that_came_as_files_of_their_own_are_there() -> None:
    one, two = pages("Page 1 of 2", "Page 2 of 2")
    assert not list(page_gaps.find(case(document(1, one), document(2, two))))
