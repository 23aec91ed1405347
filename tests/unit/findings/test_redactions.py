"""Boxes and marks, with the rule that the page states; sentences about redaction and kisses are none."""

from dataclasses import replace

import pytest

from app.domain.findings import DocumentView, Found
from app.domain.words import Word, pack_words
from app.findings import exemptions
from app.findings.finders import insecure_redactions, redactions
from tests.unit.findings.views import case, document


def laid_out(text: str) -> bytes:
    """Words of a text in a grid: 6 points a letter, 14 points a line."""
    words, at = [], 0
    for row, line in enumerate(text.splitlines(keepends=True)):
        column = 0
        for part in line.split():
            column = line.index(part, column)
            words.append(
                Word(
                    at + column,
                    at + column + len(part),
                    6.0 * column,
                    14.0 * row,
                    6.0 * (column + len(part)),
                    14.0 * row + 11,
                )
            )
            column += len(part)
        at += len(line)
    return pack_words(words)


def a_page(text: str, *boxes: tuple[float, float, float, float]) -> DocumentView:
    found = document(1, text)
    return replace(found, pages=(replace(found.pages[0], boxes=boxes, words=laid_out(text)),))


def find(text: str, *boxes: tuple[float, float, float, float]) -> list[Found]:
    return list(redactions.find(case(a_page(text, *boxes))))


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Present: [redacted] and Mrs Brennan\n", ["[redacted]"]),
        ("Present: [name removed], Mrs Brennan, [Third party data]\n", ["[name removed]", "[Third party data]"]),
        ("He told XXXXX that Ada cried.\n", ["XXXXX"]),
        ("Mr Xxxx rang home.\n", ["Xxxx"]),
        ("Information REDACTED under s.40(2).\n", ["REDACTED"]),
        ("Sit with ██████ not ████ please.\n", ["██████", "████"]),
        ("Present: [REDACTED – s.40] and ■■■■ from Ada's class\n", ["[REDACTED – s.40]", "■■■■"]),
        ("He told ____ (name removed) and [name] about it.\n", ["____ (name removed)", "[name]"]),
        ("The older child (names withheld under section 40) came too.\n", ["(names withheld under section 40)"]),
        ("Pages 12-15 withheld: Sch 2 para 16\n", ["Pages 12-15 withheld: Sch 2 para 16"]),
        ("This page has been redacted in full\n", ["This page has been redacted in full"]),
        ("Name: ____________ Date: ________\n", []),
        ("with love from Mum xxx\n", []),
        ("see you at 3 xxxx\n", []),
        ("Information about other people has been redacted.\n", []),
        ("REDACTED\nMinutes of the panel\n", []),
        ("REDACTED COPY of the minutes\n", []),
        ("(removed from class) and taken home\n", []),
        ("Form XXX of the year\n", []),
        ("*** Important *** bring boots\n", []),
    ],
)
def test_marks_in_the_text(text: str, quotes: list[str]) -> None:
    assert [f.quote for f in find(text)] == quotes


def test_lines_of_one_block_are_one_redaction_with_its_share() -> None:
    found = find("Words above\n", (60, 100, 500, 112), (60, 118, 300, 130), (60, 400, 120, 412))
    assert [len(f.rects) for f in found] == [2, 1]
    assert found[0].detail["area"] == pytest.approx((440 * 12 + 240 * 12) / (595 * 842), abs=1e-5)
    assert all(f.quote == "" for f in found)


def test_the_rule_beside_a_box_or_on_the_page() -> None:
    assert find("Mr      s.40(2) said\n", (18, 0, 44, 11))[0].detail["exemption"] == "s.40(2)"
    far = "Words\n" * 20 + "Names were redacted under Schedule 2 paragraph 16.\n"
    assert find(far, (18, 0, 44, 11))[0].detail["exemption"] == "Schedule 2 paragraph 16"
    nothing = find("The social worker began a section 47 enquiry.\n", (180, 0, 220, 11))[0]
    assert nothing.detail["exemption"] == ""
    assert "does not state why" in nothing.reason


def test_a_letter_on_a_box_and_the_list_that_explains_it() -> None:
    text = (
        "He told A that Ada cried.\n"
        + "Words\n" * 14
        + "Reasons for redaction\nA = third party data\nB = Sch 2 para 16\n"
    )
    (found,) = find(text, (46, 0, 58, 11))
    assert found.detail["exemption"] == "third party data"


def test_a_sheet_for_withheld_pages_counts_as_a_page() -> None:
    (found,) = find("Pages 12 to 15 have been withheld under s.40(2)\n")
    assert (found.detail["area"], found.detail["exemption"]) == (1.0, "s.40(2)")


def test_an_area_that_lies_under_two_boxes_counts_once() -> None:
    assert redactions.union([(0, 0, 10, 10), (5, 0, 15, 10), (20, 0, 21, 1)]) == 151


def test_a_label_on_a_box_is_not_counted_twice() -> None:
    assert len(find("Present: [redacted] here\n", (50, 0, 120, 12))) == 1


@pytest.mark.parametrize(
    ("words", "rule"),
    [("exempt under s 40(2) FOIA", "s 40(2) FOIA"), ("Sch 2 para 16 DPA", "Sch 2 para 16"), ("third party", "third party"),
     ("a third child", ""), ("section 20 accommodation", ""), ("Section 36 request", "Section 36")],
)  # fmt: skip
def test_rules(words: str, rule: str) -> None:
    assert exemptions.beside(words) == rule


def test_a_failed_redaction_is_told_without_words() -> None:
    page = replace(
        document(2, "left"), pages=(replace(document(2, "left").pages[0], unsafe=((1.0, 2.0, 30.0, 12.0),)),)
    )
    (found,) = insecure_redactions.find(case(page))
    assert (found.quote, found.rects, found.detail) == ("", ((1.0, 2.0, 30.0, 12.0),), {})
    assert "not secure" in found.reason
