"""Each letter from six cases that share nothing with the samples, in each nation where it is right: same words in Word and PDF, nothing
left over, nothing invented."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from app.domain.letters import LetterDraft, Numbered, Paragraph, Table
from app.domain.people import NATIONS
from app.letters import catalogue, fitness
from app.letters.checks import leftovers, texts
from app.letters.compose import compose, subject_of
from app.letters.facts import LetterFacts
from app.letters.layout import LetterMeta
from app.letters.writers import docx as docx_writer
from app.letters.writers import pdf as pdf_writer
from tests.contract.letter_cases import CASES, TODAY, awkward, points
from tests.unit.letters.readback import docx_words, pdf_words

KINDS = [kind.id for kind in catalogue.kinds()]
_SUSPECT = re.compile(
    r"\bNone\b|\bnan\b|[{}\[\]⟦⟧]|\bTB[CA]\b|  | [,.;:](?:\s|$)|\bthe the\b|\bDear ,|\.\.(?!\.)|,,|\(\)|“”|: \.|\band and\b|\ba a\b|’s’s|"
    r"\bissue:|\bthe The\b",
)
_NUMBER = re.compile(r"\b\d{4}\b")


@cache
def made(case: str, kind_id: str, nation: str) -> tuple[LetterFacts, LetterDraft] | None:
    """The letter, or None where it is not right."""
    facts = CASES[case](kind_id, nation)
    if fitness.why_not(kind_id, facts):
        return None
    return facts, compose(kind_id, facts)


def letters(kind_id: str) -> Iterator[tuple[str, LetterFacts, LetterDraft]]:
    for case in CASES:
        for nation in NATIONS:
            if found := made(case, kind_id, nation):
                yield f"{case}/{nation}", *found


@pytest.mark.parametrize("kind_id", KINDS)
def test_nothing_is_left_over_in_any_case_or_nation(kind_id: str) -> None:
    seen = 0
    for name, facts, draft in letters(kind_id):
        assert draft.missing == (), name
        own = own_words(facts, draft)
        assert leftovers(draft.blocks) == (), name
        assert not (found := _SUSPECT.search(own)), f"{name}: {own[max(0, found.start() - 40) : found.end() + 40]!r}"
        assert not any(isinstance(b, Paragraph) and not b.text.strip() for b in draft.blocks), name
        seen += 1
    assert seen >= len(CASES) - 2


@pytest.mark.parametrize("kind_id", KINDS)
def test_no_year_that_the_case_does_not_hold(kind_id: str) -> None:
    for name, facts, draft in letters(kind_id):
        known = " ".join(
            [
                *facts.values.values(),
                facts.case.born,
                facts.case.address,
                str(facts.request),
                str(facts.issues),
                "2026 2027",
            ]
        )
        law = re.sub(
            r"(?:Act|Regulations|Rules|Direction)(?: \([^)]*\))*(?: No\. \d of)? ?(?:\([^)]*\))? ?\d{4}|Chamber\) Rules \d{4}|of 2025|the 2009 Regulations",
            "",
            own_words(facts, draft),
        )
        assert set(_NUMBER.findall(law)) <= set(_NUMBER.findall(known)), name


@pytest.mark.parametrize("kind_id", KINDS)
def test_word_and_pdf_hold_the_same_words(kind_id: str) -> None:
    """One case for each letter here; `tests/letters_sheet.py` compares them all, and what a word processor makes of them."""
    fitting = [found for found in letters(kind_id) if len(found[2].issues) < 20]
    name, facts, draft = fitting[KINDS.index(kind_id) % len(fitting)]
    meta = LetterMeta(subject_of(draft.blocks), "Somebody", facts.today)
    word = joined(docx_words(docx_writer.write(draft.blocks, meta)))
    pdf = joined(pdf_words(pdf_writer.write(draft.blocks, meta)))
    headers = {w for b in draft.blocks if isinstance(b, Table) for cell in b.header for w in cell.split()}
    assert word - pdf == Counter(), name
    assert set(pdf - word) <= headers, name


def test_the_schedule_of_80_points_is_whole_in_both_files() -> None:
    facts = awkward("correction-request")
    draft = compose("correction-request", facts)
    meta = LetterMeta(subject_of(draft.blocks), "Zofia", TODAY)
    for words in (docx_words(docx_writer.write(draft.blocks, meta)), pdf_words(pdf_writer.write(draft.blocks, meta))):
        text = " ".join(words)
        for issue in points(80):
            assert f"Right words {issue.id}." in text
            assert issue.fields.says == "" or f"({issue.id}/80)" in text
            assert all(f"Proof {issue.id}.{k + 1} that" in text for k in range(len(issue.proofs)))


@pytest.mark.parametrize("kind_id", KINDS)
def test_a_young_person_writes_as_i(kind_id: str) -> None:
    for name, _, draft in letters(kind_id):
        if name.startswith("own-name") and any(f.name == "writer" for f in draft.fields):
            own = " ".join(texts(draft.blocks))
            assert not re.search(r"\bmy child\b|\bon my behalf\b|\bKit’s\b|\bme is\b|\bMe\b|\bparental\b", own), name
            signature = [b.text for b in draft.blocks if isinstance(b, Paragraph) and b.style == "signature"]
            assert signature[-1].startswith("Kit Marlowe"), name


def own_words(facts: LetterFacts, draft: LetterDraft) -> str:
    """The letter without what the case gave it."""
    whole = " ¶ ".join(
        t for b in draft.blocks if not (isinstance(b, Table) and len(b.header) > 2) for t in texts((b,)) if t
    )
    given = [*facts.values.values(), facts.case.child, facts.case.parent, facts.case.address, facts.case.email]
    given += (
        [facts.organisation.name, facts.organisation.contact, facts.organisation.address] if facts.organisation else []
    )
    for text in sorted(
        {line.strip() for value in given for line in [value, *value.splitlines()]}, key=len, reverse=True
    ):
        if len(text) > 1:
            whole = whole.replace(text, "§").replace(re.sub(r"^\s*(?:[-•*–]|\d{1,2}[.)])\s+", "", text), "§")
    return whole


def joined(words: list[str]) -> Counter[str]:
    """Words as they are counted; a line may end after a stroke."""
    return Counter(" ".join(words).replace("/", " ").split())


def test_numbered_lists_never_have_a_gap_of_their_own() -> None:
    for kind_id in KINDS:
        for _, _, draft in letters(kind_id):
            assert all(item.strip() for b in draft.blocks if isinstance(b, Numbered) for item in b.items)
