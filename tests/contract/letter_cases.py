"""Cases of our own making for letters: a rich, a sparse, an awkward one, and names that break carelessly made texts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.domain.ids import DocumentId, IssueId, OrganisationId, RequestId
from app.domain.issues import Issue, IssueFields, Proof, Remedy, Wrong
from app.domain.letters import LetterField
from app.domain.marks import Anchor
from app.domain.people import CaseDetails, Organisation
from app.domain.requests import Request
from app.letters import catalogue
from app.letters.compose import compose
from app.letters.facts import LetterFacts

TODAY = date(2027, 2, 8)
_FAMILY_KIND = {"council": "council-send", "health": "camhs", "police": "police", "school": "school"}
_LONG_NAME = "The Worshipful Company of Lightermen & Bargees’ Church of England Voluntary Aided Primary School and Nursery at Nether Wallop-under-Edge"


def rich(kind_id: str, nation: str = "") -> LetterFacts:
    """Everything is known, and the request is on its way."""
    case = CaseDetails(
        "Imogen Adebayo-Clarke", "2012-08-31", nation or "england", "Temitope Adebayo", "father",
        "The Old Forge\nMill Lane\nUpper Wickham\nUW3 8BD", "t.adebayo@example.org", "01632 960 417",
    )  # fmt: skip
    body = organisation(
        kind_id, nation or "england", name="Stanmere Valley", contact="Ms R. Iyer, Data Protection Officer"
    )
    request = Request(
        RequestId(4), OrganisationId(1), body.name, "access", "Request for the file", "2026-12-14",
        received="2026-12-16", answered="2027-01-29",
        log=(("2026-12-14", "sent", "recorded"), ("2026-12-18", "acknowledged", "by e-mail"), ("2027-01-29", "answered", "")),
    )  # fmt: skip
    answers = {
        "delivery": "recorded",
        "their_reference": "SV/2027/0113",
        "authority": "both",
        "advocate": "Guy Penhale",
    }
    facts = LetterFacts(case, body, TODAY, points(6), request, values=answers)
    return answered(kind_id, facts, plain, only_missing=False)


def sparse(kind_id: str, nation: str = "") -> LetterFacts:
    """A child's name and an organisation's name; then only what the letter asks for."""
    case = CaseDetails("Ro", nation=nation or "england")
    body = Organisation(OrganisationId(2), organisation(kind_id, nation).name, "other")
    facts = LetterFacts(case, body, TODAY, points(1) if needs_points(kind_id) else ())
    return answered(kind_id, facts, plain)


def awkward(kind_id: str, nation: str = "wales") -> LetterFacts:
    """Two parents at two addresses, signs of four languages, 80 points, an e-mail only, words that look like markup."""
    case = CaseDetails(
        "Ŵyn Ó Súilleabháin-O'Brien-Łęcki", "2015-02-29", nation, "Zofia d'Arcy-Łęcka", "mam", "", "zofia@example.org"
    )
    body = organisation(
        kind_id, nation, name="Ysgol Gyfun Llŷn & Môr | “Y Bont” {Sir}", contact="Mrs Ffion <Data> ap-Huw"
    )
    twins = {
        "second_parent": "Seán Ó Súilleabháin",
        "second_address": "4\u20136 Quay #2\nTrá Lí",
        "delivery": "email",
        "authority": "responsibility",
    }
    count = 80 if needs_points(kind_id) else 3
    return answered(kind_id, LetterFacts(case, body, TODAY, points(count), values=twins), sharp, only_missing=False)


def long_names(kind_id: str, nation: str = "england") -> LetterFacts:
    """Names that do not fit on a line, no date of birth, an organisation that begins with "The"."""
    case = CaseDetails("Maximilian-Alexander Bartholomew Featherstonehaugh-Cholmondeley", "", nation, "Anne-Marie " * 5 + "Featherstonehaugh",
                       "great-grandmother", "Rambling " * 10 + "\nEnd Cottage")  # fmt: skip
    body = organisation(kind_id, nation, name=_LONG_NAME)
    return answered(kind_id, LetterFacts(case, body, TODAY, points(2)), plain)


def own_name(kind_id: str, nation: str = "england") -> LetterFacts:
    """A young person of 17 writes; no parent is known."""
    case = CaseDetails("Kit Marlowe", "2009-06-01", nation, email="kit@example.org")
    facts = LetterFacts(case, organisation(kind_id, nation), TODAY, points(2), values={"writer": "child"})
    return answered(kind_id, facts, plain)


def grown_up(kind_id: str, nation: str = "england") -> LetterFacts:
    """A parent writes for a child of 19 who agreed."""
    case = CaseDetails("Bea Quill", "2007-06-01", nation, "Sol Quill", "father", "1 Pear Tree Row\nHexmoor")
    facts = LetterFacts(case, organisation(kind_id, nation), TODAY, points(2), values={"authority": "agreement"})
    return answered(kind_id, facts, plain)


CASES = {
    "rich": rich,
    "sparse": sparse,
    "awkward": awkward,
    "long-names": long_names,
    "own-name": own_name,
    "grown-up": grown_up,
}


def organisation(kind_id: str, nation: str = "", name: str = "", contact: str = "") -> Organisation:
    """An organisation of a kind that the letter can be about."""
    about = catalogue.definition(kind_id).about
    kind = next(
        (k for family, k in _FAMILY_KIND.items() if about and about[0] in (k, family)),
        "council-send" if about[:1] == ("council",) else "school",
    )
    if about[:1] == ("nhs-trust",):
        kind = "camhs"
    named = name or {
        "council-send": "Hexmoor County Council",
        "camhs": "Fenwater Children’s Clinic",
        "police": "Marchshire Police",
    }.get(kind, "St Dunstan's School")
    return Organisation(
        OrganisationId(1), named, kind, nation, "2 Market Street\nHexmoor\nHX1 1AA" if contact else "", contact
    )


def needs_points(kind_id: str) -> bool:
    """Whether the letter has a list of inaccuracies."""
    return any(spec.field.name == "issues" for spec in catalogue.definition(kind_id).specs)


def answered(kind_id: str, facts: LetterFacts, say: object, *, only_missing: bool = True) -> LetterFacts:
    """The facts with an answer to each field that is asked for; twice, because one answer can bring another question."""
    for _ in range(2):
        draft = compose(kind_id, facts)
        asked = [
            f
            for f in draft.fields
            if f.name in draft.missing or (not only_missing and f.source == "ask" and not f.value)
        ]
        skip = {"advocate", "advocate_address", "second_parent", "second_address", "writer", "delivery"}
        given = {f.name: answer(f, kind_id, say) for f in asked if f.name not in skip or f.name in draft.missing}
        facts = replace(facts, values={**given, **facts.values})
    return facts


def answer(field: LetterField, kind_id: str, say: object) -> str:
    """A fitting answer to one field."""
    if field.name == "school_type":
        return "maintained"
    if field.choices:
        return field.choices[-1][0]
    if field.kind == "date":
        return "2027-01-11"
    assert callable(say)
    return str(say(field))


def plain(field: LetterField) -> str:
    """Quiet words."""
    words = f"Words on {field.name.replace('_', ' ')}"
    return "\n".join(f"{words}, line {n}" for n in (1, 2)) if field.kind == "lines" else words


def sharp(field: LetterField) -> str:
    """Words that look like the language of the templates and of the writers."""
    words = f"{field.name.replace('_', ' ').capitalize()}: *not* #bold, $5 & <b>50%</b> \\n “O'Brien” said ‘no’; cost £1,000 | a @ b ~ c"
    return f"1) {words}\n- {words}\n> {words}" if field.kind == "lines" else words


def points(count: int) -> tuple[Issue, ...]:
    """Inaccuracies of every kind in turn, each with its own words, some with two pieces of evidence, some with none."""
    return tuple(_points(count))


def _points(count: int) -> Iterator[Issue]:
    kinds = tuple(Wrong)
    for n in range(1, count + 1):
        wrong = kinds[(n - 1) % len(kinds)]
        says = "" if wrong is Wrong.MISSING else f"Entry {n}: the child “ran off” & did not come back ({n}/80)."
        proofs = tuple(
            Proof(k, Anchor(DocumentId(k), 3 * k, f"Proof {n}.{k} that it was otherwise"), f"Register {k}", "2023-09")
            for k in range(1, n % 3 + 1)
        )
        fields = IssueFields(
            "", says, wrong, f"My reason {n}.", f"Right words {n}.", (Remedy.CORRECT, Remedy.NOTIFY), "Hexmoor clinic"
        )
        yield Issue(
            IssueId(n), f"L-{n:02}", fields, None, Anchor(DocumentId(9), n + 1, says), DocumentId(9), f"File {n} <part>", "2022-03-04",
            "P. Drew", OrganisationId(1), "", proofs, "2027-02-01T09:00:00",
        )  # fmt: skip
