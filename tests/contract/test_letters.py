"""Every letter: its declaration, its words, its files, in a rich, a sparse and an awkward case."""

import io
import re
import tomllib
from collections import Counter
from dataclasses import replace

import docx
import pytest

from app.domain.ids import OrganisationId
from app.domain.letters import LetterDraft, LetterField, Numbered, Paragraph, Table
from app.domain.people import CaseDetails, Organisation
from app.letters import catalogue
from app.letters.blanks import BLANK_OPEN
from app.letters.checks import leftovers, texts
from app.letters.compose import compose, subject_of
from app.letters.definition import shared_recipients
from app.letters.facts import LetterFacts
from app.letters.layout import LetterMeta
from app.letters.sample import sample_facts
from app.letters.writers import docx as docx_writer
from app.letters.writers import pdf as pdf_writer
from app.requests.rules import rule
from app.requests.stages import SITUATIONS
from app.system.paths import resource
from tests.unit.letters.readback import docx_words, pdf_words
from tests.unit.letters.reading import grade

KINDS = [kind.id for kind in catalogue.kinds()]
AMERICAN = re.compile(
    r"\b\w*(?:ization|izing|ized|ize)s?\b|\b(?:(?:color|behavior|favor|honor|labor|neighbor)(?:s|ed|ing|al|able|ite)?|center(?:s|ed)?|program|defense|license[ds]|fulfill|judgment|"
    r"enrollment|counsel(?:ing|ed)|cancel(?:ed|ing)|toward|gotten|math)\b",
    re.IGNORECASE,
)
MOTIVE = re.compile(
    r"\b(?:lie[sd]?|lying|hid(?:ing)?|withheld|falsified|refus(?:e|ed) to admit|bully(?:ing)? me|negligen\w+|disgrace\w*)\b"
)
FIXED_DATE = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d\b"
)


def awkward_facts(kind: str) -> LetterFacts:
    """The sample's answers in the case of a family with awkward names at two addresses and a Welsh school."""
    sample = sample_facts(kind)
    case = CaseDetails(
        child="Siân O'Brien-Łęcki",
        born="2014-02-28",
        nation="wales",
        parent="Aoife O'Brien-Łęcka",
        relationship="mother",
        address="Flat 3, Tŷ Gwyn\nHeol y Bont\nLlanfair",
    )
    assert sample.organisation is not None
    body = replace(
        sample.organisation, name="Ysgol Gynradd Llŷn & Môr", nation="wales", contact="Ms E. Wyn-Parry, Data Officer"
    )
    issues = tuple(
        replace(sample.issues[n % 2], ref=f"L-{n:02}") for n in range(80 if kind == "correction-request" else 3)
    )
    values = {**sample.values, "second_parent": "Marek Łęcki", "second_address": "4 <Quay> Street\nAberwen"}
    return replace(sample, case=case, organisation=body, issues=issues, values=values)


def meta(facts: LetterFacts, draft: LetterDraft) -> LetterMeta:
    return LetterMeta(subject_of(draft.blocks), facts.case.parent, facts.today)


def test_all_letters_of_the_fact_sheet_are_there() -> None:
    assert len(KINDS) >= 37
    assert len({kind.title for kind in catalogue.kinds()}) == len(KINDS)
    assert len({kind.situation for kind in catalogue.kinds()}) == len(KINDS)


@pytest.mark.parametrize("kind_id", KINDS)
def test_declaration(kind_id: str) -> None:
    kind = catalogue.kind(kind_id)
    assert kind.legal_basis
    assert kind.addressee
    assert kind.why.endswith(".")
    assert not re.search(r"\d|Article|section", kind.situation)
    assert not kind.situation.endswith(".")
    definition = catalogue.definition(kind_id)
    named = [kind.starts_rule, kind.within_rule, *definition.rules.values(), *definition.within.values()]
    for rule_id in filter(None, [*named, *(date.rule for date in definition.dates)]):
        rule(rule_id)
    for rule_id in filter(None, [kind.starts_rule, *definition.rules.values()]):
        assert rule(rule_id).binds == "them", "a letter starts their clock, not ours"
    assert set(definition.offered) <= set(SITUATIONS)


@pytest.mark.parametrize("kind_id", KINDS)
def test_sample_is_whole_civil_and_plain(kind_id: str) -> None:
    draft = compose(kind_id, sample_facts(kind_id))
    assert draft.missing == ()
    assert leftovers(draft.blocks) == ()
    words = " ".join(texts(draft.blocks))
    assert not any("  " in text for text in texts(draft.blocks))
    assert not re.search(r" [,.;:](?:\s|$)|\(\)|,,|\.\.(?!\.)", words)
    assert not AMERICAN.search(words.replace("Organisation", ""))
    assert not MOTIVE.search(re.sub(r"“[^”]*”", "", words))
    body = [t for b in draft.blocks if _is_prose(b) for t in texts((b,))]
    assert grade(body) <= 8
    assert len(words.split()) < 900


def test_average_reading_level_is_that_of_an_eleven_year_old() -> None:
    grades = []
    for kind_id in KINDS:
        blocks = compose(kind_id, sample_facts(kind_id)).blocks
        grades.append(grade([text for block in blocks if _is_prose(block) for text in texts((block,))]))
    assert sum(grades) / len(grades) <= 6


@pytest.mark.parametrize("kind_id", KINDS)
def test_same_words_in_word_and_pdf(kind_id: str) -> None:
    facts = awkward_facts(kind_id)
    draft = compose(kind_id, facts)
    assert draft.missing == ()
    assert leftovers(draft.blocks) == ()
    word = Counter(docx_words(docx_writer.write(draft.blocks, meta(facts, draft))))
    pdf = Counter(pdf_words(pdf_writer.write(draft.blocks, meta(facts, draft))))
    headers = {w for b in draft.blocks if isinstance(b, Table) for cell in b.header for w in cell.split()}
    assert word - pdf == Counter()
    assert set(pdf - word) <= headers
    assert Counter(" ".join(texts(draft.blocks)).split()) - word == Counter()
    assert {"O'Brien-Łęcka", "Łęcki,", "<Quay>"} <= set(word)


@pytest.mark.parametrize("kind_id", KINDS)
def test_sparse_case_asks_and_never_leaves_a_blank(kind_id: str) -> None:
    empty = LetterFacts(CaseDetails(child=""), None, sample_facts(kind_id).today, regulator="Information Commission")
    draft = compose(kind_id, empty)
    assert draft.missing
    assert any(BLANK_OPEN in text for text in texts(draft.blocks))
    assert leftovers(draft.blocks)
    organisation = Organisation(id=OrganisationId(1), name="Larkhollow Primary School")
    issues = sample_facts(kind_id).issues
    answers = {field.name: _answer(field) for field in draft.fields if field.name in draft.missing}
    given = compose(kind_id, replace(empty, organisation=organisation, issues=issues, values=answers))
    assert given.missing == ()
    assert leftovers(given.blocks) == ()


@pytest.mark.parametrize("kind_id", KINDS)
def test_each_answer_left_out_is_asked_for_or_does_no_harm(kind_id: str) -> None:
    facts = sample_facts(kind_id)
    for name in facts.values:
        draft = compose(kind_id, replace(facts, values={k: v for k, v in facts.values.items() if k != name}))
        field = next(field for field in draft.fields if field.name == name)
        if field.required and not field.value:
            assert name in draft.missing
        else:
            assert (draft.missing, leftovers(draft.blocks)) == ((), ())


@pytest.mark.parametrize("kind_id", KINDS)
def test_every_nation_and_kind_of_organisation_composes(kind_id: str) -> None:
    facts = sample_facts(kind_id)
    assert facts.organisation is not None
    for nation in ("england", "wales", "scotland", "northern-ireland"):
        for kind in ("school", "council", "nhs-trust", "police"):
            draft = compose(kind_id, replace(facts, organisation=replace(facts.organisation, nation=nation, kind=kind)))
            assert (draft.missing, leftovers(draft.blocks)) == ((), ())


@pytest.mark.parametrize("kind_id", KINDS)
def test_text_of_a_letter_holds_no_fact_of_its_own(kind_id: str) -> None:
    folder = resource("letters", kind_id)
    written = (folder / "body.md").read_text("utf-8") + (folder / "letter.toml").read_text("utf-8")
    sample = sample_facts(kind_id)
    assert not FIXED_DATE.search((folder / "body.md").read_text("utf-8"))
    assert sample.organisation is not None
    for name in (sample.case.child, sample.case.parent, sample.organisation.name, "Brennan", "Calderwick"):
        assert name not in (folder / "body.md").read_text("utf-8")
    assert tomllib.loads((folder / "sample.toml").read_text("utf-8")) is not None
    assert "TO" + "DO" not in written


@pytest.mark.parametrize("kind_id", KINDS)
def test_dates_in_the_letter_come_from_the_facts(kind_id: str) -> None:
    """With every day of the facts moved by a year, no day of the old year is left."""
    facts = sample_facts(kind_id)
    moved = replace(
        facts,
        today=facts.today.replace(year=2031),
        values={k: v.replace("202", "203") for k, v in facts.values.items()},
    )
    moved = replace(moved, request=None, deadline=None, issues=(), case=replace(facts.case, born="2033-03-14"))
    draft = compose(kind_id, moved)
    assert not re.search(
        r"\b(?:20)2[0-9]\b(?<!2025)", " ".join(t for b in draft.blocks if not isinstance(b, Table) for t in texts((b,)))
    )


def test_recipients_are_all_used() -> None:
    used = {tomllib.loads(resource("letters", k, "letter.toml").read_text("utf-8"))["to"] for k in KINDS}
    assert set(shared_recipients()) - used <= {"organisation"}


def test_schedule_table_repeats_its_header_and_holds_every_point() -> None:
    facts = awkward_facts("correction-request")
    draft = compose("correction-request", facts)
    document = docx.Document(io.BytesIO(docx_writer.write(draft.blocks, meta(facts, draft))))
    assert [row.cells[0].text for row in document.tables[0].rows[1:]] == [str(n) for n in range(1, 81)]


def _is_prose(block: object) -> bool:
    return isinstance(block, Numbered) or (isinstance(block, Paragraph) and block.style == "body")


def _answer(field: LetterField) -> str:
    if field.choices:
        return field.choices[0][0]
    if field.kind == "date":
        return "2026-10-05"
    return f"Answer to {field.name.replace('_', ' ')}"
