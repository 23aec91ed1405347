"""Numbering a pack: every chosen page gets one number, none is left out, the order stays."""

from hypothesis import given
from hypothesis import strategies as st

from app.bundle.numbering import place, settle
from app.domain.bundles import PackItem, PackPlan, PackSpec, Section
from app.domain.ids import DocumentId

COUNTS = st.dictionaries(st.integers(1, 12).map(DocumentId), st.integers(0, 9), min_size=1, max_size=12)


@st.composite
def packs(draw: st.DrawFn) -> tuple[PackSpec, dict[DocumentId, int]]:
    counts = draw(COUNTS)
    sections = []
    for letter in draw(st.sampled_from(["A", "AB", "ABCD"])):
        items = []
        for document in draw(st.lists(st.sampled_from(sorted(counts)), max_size=8)):
            pages = st.lists(st.integers(1, counts[document]), max_size=6) if counts[document] else st.just([])
            items.append(PackItem(document, f"Document {document}", pages=tuple(draw(pages))))
        sections.append(Section(letter, f"Part {letter}", tuple(items)))
    return PackSpec("Pack", "Ada", sections=tuple(sections)), counts


def wanted(spec: PackSpec, counts: dict[DocumentId, int]) -> list[tuple[DocumentId, int]]:
    """Document and page of everything that was chosen, in order, worked out independently."""
    return [
        (item.document, page)
        for section in spec.sections
        for item in section.items
        for page in (item.pages or range(1, counts[item.document] + 1))
    ]


@given(packs(), st.integers(1, 40))
def test_numbers_partition_the_pages_in_order(pack: tuple[PackSpec, dict[DocumentId, int]], front: int) -> None:
    spec, counts = pack
    plan = place(spec, counts, front)
    numbered = [
        (number, placed.item.document, page)
        for placed in plan.placed
        for number, page in zip(range(placed.first, placed.last + 1), placed.pages, strict=True)
    ]
    assert [number for number, _, _ in numbered] == list(range(front + 1, plan.total + 1))
    assert [(document, page) for _, document, page in numbered] == wanted(spec, counts)
    assert [placed.number for placed in plan.placed] == list(range(1, len(plan.placed) + 1))
    assert all(placed.pages for placed in plan.placed)


@given(packs(), st.lists(st.integers(0, 12), min_size=1, max_size=20))
def test_the_front_settles_whatever_the_layout_says(
    pack: tuple[PackSpec, dict[DocumentId, int]], answers: list[int]
) -> None:
    spec, counts = pack
    asked: list[int] = []

    def measure(plan: PackPlan) -> int:
        asked.append(plan.front_pages)
        return answers[min(len(asked), len(answers)) - 1]

    plan = settle(spec, counts, measure)
    assert plan.front_pages >= answers[min(len(asked), len(answers)) - 1]
    assert asked == sorted(set(asked))
    assert len(asked) <= max(answers) + 1
    assert plan == place(spec, counts, plan.front_pages)
