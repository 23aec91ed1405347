"""Where documents of a giant file begin, on small files made here."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.extracted import ExtractedPage
from app.domain.words import Word, pack_words
from app.understand.split.detect import detect
from benchmarks import splitting

PROSE = (
    "The class worked in pairs and the teacher moved between the tables for most of the afternoon.\n"
    "He found the noise hard and put his hands over his ears, but came back when he was asked.\n"
) * 19
LETTER = (
    "Heronsgate School\nMill Rise, Ansford AN4 7TE\nTel: 01632 960118\n14 March 2022\nMs L Archer\nDear Ms Archer\n"
)
MAIL = "From: J Tolland\nSent: 14 March 2022 09:12\nTo: P Adeyemi\nSubject: lunchtime\nHi\n"
SIGNED = "Yours sincerely\nJ Tolland\nHeadteacher\n"


def page(text: str) -> ExtractedPage:
    """A page with its lines one below the other from the top."""
    words, at = [], 0
    for number, line in enumerate(text.split("\n")):
        for word in line.split():
            start = text.index(word, at)
            at = start + len(word)
            left = 60.0 + 5 * (start - text.rfind("\n", 0, start) - 1)
            words.append(Word(start, at, left, 60.0 + 14 * number, left + 5 * len(word), 70.0 + 14 * number))
    return ExtractedPage(text, pack_words(words), blank=not text)


def starts(*texts: str, outline: tuple[tuple[str, int], ...] = ()) -> list[int]:
    """Pages at which a document is suggested to begin."""
    return [b.page for b in detect(tuple(map(page, texts)), outline) if b.suggested]


def test_letters_in_a_row_are_letters() -> None:
    one = LETTER + PROSE + SIGNED
    assert starts(one, one.replace("14 March", "2 May"), one.replace("14 March", "9 June")) == [2, 3]


def test_a_letter_of_three_pages_stays_one() -> None:
    middle = PROSE + "and the plan that was\n"
    assert starts(LETTER + middle, "agreed in May was changed once more\n" + middle, "to this one\n" + SIGNED) == []


def test_own_numbers_begin_and_go_on() -> None:
    found = starts(*(f"Page {i} of {n}\n{PROSE}" for n in (3, 2, 4) for i in range(1, n + 1)))
    assert found == [4, 6]


def test_numbers_of_the_whole_file_say_nothing() -> None:
    one = LETTER + PROSE + SIGNED
    texts = [f"Page {n} of 30\n{one}" for n in range(1, 31)]
    assert starts(*texts) == list(range(2, 31))
    assert starts(*(f"Page {n} of 30\n{PROSE}" for n in range(1, 31))) == []


def test_a_printed_mail_begins_and_a_quoted_one_does_not() -> None:
    assert starts(MAIL + PROSE, MAIL.replace("lunchtime", "transport") + PROSE) == [2]
    assert starts(MAIL + PROSE, "-----Original Message-----\n" + MAIL + PROSE) == []


def test_a_blank_sheet_belongs_to_what_came_before() -> None:
    one = LETTER + PROSE + SIGNED
    assert starts(one, "", one, "", one) == [3, 5]


def test_the_same_form_again_is_another_document() -> None:
    form = "Accident slip\nName: {}\nDate: {}\nPlace: {}\nTreatment: {}\n"
    pages = [form.format(f"Child {n}", f"{n}/03/2022", f"Room {n}", f"Rest {n}") for n in range(1, 6)]
    assert starts(*pages) == [2, 3, 4, 5]


def test_a_plan_with_sections_and_an_appendix_stays_one() -> None:
    texts = ["EDUCATION, HEALTH AND CARE PLAN\nName: T Archer\nDate of birth: 14/03/2013\n" + PROSE]
    texts += [f"Section {letter}: Needs\n{PROSE}" for letter in "BCDEFGHIJK"]
    assert starts(*texts, "Appendix 1: Advice\n" + PROSE) == []


def test_right_bookmarks_help_and_useless_ones_do_not() -> None:
    texts = [(LETTER if n % 4 == 0 else "") + PROSE for n in range(24)]
    texts[8] = "".join(f"Something quite else is written on line {n} of this one\n" for n in range(38))
    right = tuple((f"Document {n}", n + 1) for n in range(0, 24, 4))
    assert 9 not in starts(*texts)
    assert 9 in starts(*texts, outline=right)
    useless = tuple((f"Page {n}", n) for n in range(1, 25))
    assert starts(*texts, outline=useless) == starts(*texts)


def test_every_boundary_tells_why() -> None:
    one = LETTER + PROSE + SIGNED
    found = detect((page(one), page(one)))
    assert found
    assert all(b.reasons and 0 < b.confidence <= 1 for b in found)
    assert any("Dear Ms Archer" in reason for reason in found[0].reasons)


@pytest.mark.parametrize(("name", "style"), [("school", "mixed"), ("third", "stamped")])
def test_a_made_file_is_parted_well(name: str, style: str) -> None:
    sample = splitting.make(name, 41, 60, style)
    found = {b.page for b in detect(sample.pages, sample.outline) if b.suggested}
    score = splitting.Score()
    score.add(set(sample.starts[1:]), found)
    assert score.right >= 0.9 * (len(sample.starts) - 1), str(score)
    assert score.wrong <= 1, str(score)


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_to_part(count: int) -> None:
    assert detect((ExtractedPage(PROSE),) * count) == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet=st.sampled_from("Dear Page1of2\n:•-ſİ0 ²٣|"), max_size=80), max_size=6))
def test_any_text_is_judged_without_trouble(texts: list[str]) -> None:
    found = detect(tuple(ExtractedPage(text) for text in texts))
    assert all(1 < b.page <= len(texts) for b in found)
