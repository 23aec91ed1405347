"""The same words in Word and PDF, with real styles."""

import io
from collections import Counter
from datetime import date

import docx
import pymupdf
import pytest
from docx.oxml.ns import qn

from app.domain.letters import Block, Heading, Numbered, PageBreak, Paragraph, Quote, Table
from app.letters.checks import texts
from app.letters.compose import compose, subject_of
from app.letters.facts import LetterFacts
from app.letters.layout import LetterMeta, runs
from app.letters.writers import docx as docx_writer
from app.letters.writers import pdf as pdf_writer
from tests.unit.letters.readback import docx_words, pdf_words


def meta(facts: LetterFacts, blocks: tuple[Block, ...]) -> LetterMeta:
    return LetterMeta(subject_of(blocks), facts.case.parent, facts.today)


@pytest.mark.parametrize("kind", ["access-request", "correction-request"])
@pytest.mark.parametrize("case", ["rich", "awkward"])
def test_docx_and_pdf_hold_the_same_words(kind: str, case: str, request: pytest.FixtureRequest) -> None:
    facts: LetterFacts = request.getfixturevalue(case)
    draft = compose(kind, facts)
    assert not draft.missing
    word = docx_words(docx_writer.write(draft.blocks, meta(facts, draft.blocks)))
    pdf = pdf_words(pdf_writer.write(draft.blocks, meta(facts, draft.blocks)))
    headers = [w for b in draft.blocks if isinstance(b, Table) for cell in b.header for w in cell.split()]
    assert Counter(word) - Counter(pdf) == Counter()
    assert set(Counter(pdf) - Counter(word)) <= set(headers)  # only headers repeat, on each page
    for text in texts(draft.blocks):
        assert Counter(text.split()) - Counter(word) == Counter()


def test_reading_order_is_the_same(rich: LetterFacts) -> None:
    draft = compose("access-request", rich)
    made = meta(rich, draft.blocks)
    assert docx_words(docx_writer.write(draft.blocks, made)) == pdf_words(pdf_writer.write(draft.blocks, made))


def test_names_and_signs_survive(awkward: LetterFacts) -> None:
    draft = compose("correction-request", awkward)
    for words in (
        docx_words(docx_writer.write(draft.blocks, meta(awkward, draft.blocks))),
        pdf_words(pdf_writer.write(draft.blocks, meta(awkward, draft.blocks))),
    ):
        assert {"O'Brien-Łęcki", "O'Brien-Łęcka", "Tŷ", "Llŷn", "<Quay>"} <= set(words)
        assert "&" in words


def test_eighty_points_are_written_whole(awkward: LetterFacts) -> None:
    draft = compose("correction-request", awkward)
    word = docx_writer.write(draft.blocks, meta(awkward, draft.blocks))
    pdf = pdf_writer.write(draft.blocks, meta(awkward, draft.blocks))
    assert len(docx.Document(io.BytesIO(word)).tables[0].rows) == 81
    with pymupdf.open(stream=pdf, filetype="pdf") as opened:
        assert 8 < opened.page_count < 40
        assert opened[1].rect.width > opened[1].rect.height


def test_docx_has_real_styles_language_and_repeating_headers(rich: LetterFacts) -> None:
    draft = compose("correction-request", rich)
    document = docx.Document(io.BytesIO(docx_writer.write(draft.blocks, meta(rich, draft.blocks))))
    used = [paragraph.style.name for paragraph in document.paragraphs]
    assert {"Title", "Heading 1", "Normal", "List Number"} <= set(used)
    assert document.tables[0].style.name == "Table Grid"
    assert document.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    languages = {element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    core = document.core_properties
    assert (core.language, core.author, core.comments) == ("en-GB", "Nora Brennan", "")
    assert core.title == "Ada Brennan, born 14 March 2013: request to correct the record"
    first = document.sections[0]
    assert (round(first.page_width.mm), round(first.page_height.mm), round(first.left_margin.cm, 1)) == (210, 297, 2.2)
    assert "PAGE" in first.footer._element.xml


def test_each_numbered_list_begins_at_one() -> None:
    blocks = (Numbered(("one", "two")), Paragraph("between"), Numbered(("again",)))
    document = docx.Document(io.BytesIO(docx_writer.write(blocks, LetterMeta("t", "a", date(2026, 1, 1)))))
    numbers = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2]


def test_same_letter_gives_the_same_bytes(rich: LetterFacts) -> None:
    draft = compose("access-request", rich)
    made = meta(rich, draft.blocks)
    assert docx_writer.write(draft.blocks, made) == docx_writer.write(draft.blocks, made)
    assert pdf_writer.write(draft.blocks, made) == pdf_writer.write(draft.blocks, made)


def test_paper_turns_only_for_wide_tables() -> None:
    wide = Table(("a",), (("b",),), landscape=True)
    found = runs((Paragraph("x"), PageBreak(), Heading("Schedule"), wide, PageBreak(), Paragraph("after"), Quote("q")))
    assert [(run.landscape, len(run.blocks)) for run in found] == [(False, 1), (True, 2), (False, 2)]


def test_text_that_a_font_lacks_does_not_stop_the_letter(rich: LetterFacts) -> None:
    blocks = (Paragraph("Subject", "subject"), Paragraph("tick \uf0b7 \x07 漢字 \U0001f600 end"))
    made = meta(rich, blocks)
    assert pdf_writer.write(blocks, made).startswith(b"%PDF")
    assert docx_words(docx_writer.write(blocks, made))[:3] == ["Subject", "tick", "•"]


def test_a_very_long_row_goes_over_pages_and_keeps_its_words(rich: LetterFacts) -> None:
    long = " ".join(f"word{n}" for n in range(2500))
    blocks = (
        Paragraph("Subject", "subject"),
        Table(("No.", "Words"), (("1", long), ("2", "short")), (0.2, 0.8), landscape=True),
    )
    made = meta(rich, blocks)
    with pymupdf.open(stream=pdf_writer.write(blocks, made), filetype="pdf") as opened:
        assert opened.page_count > 2
        assert set(long.split()) <= {word for page in opened for word in page.get_text().split()}
    rows = docx.Document(io.BytesIO(docx_writer.write(blocks, made))).tables[0].rows
    assert [row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows] == [
        True,
        False,
        True,
    ]
