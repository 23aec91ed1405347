"""The small language: what it says, what it refuses, and that no value can ever become markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.letters import Heading, Numbered, PageBreak, Paragraph, Quote, Table
from app.letters.blocks import to_blocks
from app.letters.checks import texts
from app.letters.template import TemplateError, expand, names, parse

PAGE = """# About {name}

{if reason}
Because of {reason}, and not
{else}
For no reason given
{end}
otherwise{if mark is a|b} (marked){end}.

1. First {name}
{each things}
1. {item}
{end}

- a bullet

> {reason} | page 3

!table Points
| No. | Point |
| 10 | 90 |
{each things}
| {number} | {item}\\nsaid {name} |
{end}

===

## Annex

:small {name}

---

End
"""


def filled(source: str, values: dict[str, str], things: tuple[str, ...] = ()):  # type: ignore[no-untyped-def]
    rows = tuple({"number": str(n), "item": item} for n, item in enumerate(things, 1))
    return to_blocks(expand(parse(source), values, {"things": rows}))


def test_every_kind_of_block() -> None:
    body, annex = filled(PAGE, {"name": "Ada", "reason": "rain", "mark": "b"}, ("one", "two"))
    assert body == (
        Heading("About Ada"),
        Paragraph("Because of rain, and not otherwise (marked)."),
        Numbered(("First Ada", "one", "two")),
        Numbered(("a bullet",), ordered=False),
        Quote("rain", "page 3"),
        Table(("No.", "Point"), (("1", "one\nsaid Ada"), ("2", "two\nsaid Ada")), (0.1, 0.9), "Points"),
    )
    assert annex == (Heading("Annex", 2), Paragraph("Ada", "small"), PageBreak(), Paragraph("End"))


def test_condition_without_value_and_with_another() -> None:
    body, _ = filled("{if mark is not a}no{else}yes{end} {if not reason}none{end}", {"mark": "a", "reason": ""})
    assert body == (Paragraph("yes none"),)


def test_wide_table_is_marked() -> None:
    body, _ = filled("!wide-table\n| a | b |\n| 1 | 1 |\n| x | y |", {})
    assert body == (Table(("a", "b"), (("x", "y"),), (0.5, 0.5), landscape=True),)


@pytest.mark.parametrize(
    "source",
    [
        "{if a}no end",
        "{end}",
        "{else}",
        "{a b}",
        "{A}",
        "{each }x{end}",
        "stray } brace",
        "stray { brace",
        "{if a is A}x{end}",
        "{each a}{else}{end}",
        "{}",
    ],
)
def test_faults_are_found_when_it_is_read(source: str) -> None:
    with pytest.raises(TemplateError):
        parse(source)


@pytest.mark.parametrize(
    "source", ["| a | b |", "!table T\n| a | b |", "!table T\n| a |\n| 1 | 2 |", ":loud x", "===\n===\n"]
)
def test_faults_of_layout(source: str) -> None:
    with pytest.raises(TemplateError):
        filled(source, {})


def test_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        filled("{name}", {})


def test_names_are_all_that_is_mentioned() -> None:
    assert names(parse("{a}{if b is x}{c}{else}{d}{end}{each e}{item}{end}")) == {"a", "b", "c", "d", "e", "e.item"}


@given(st.text(), st.lists(st.text(min_size=1), max_size=4))
def test_a_value_is_never_read_as_markup(value: str, things: list[str]) -> None:
    plain = filled(PAGE, {"name": "x", "reason": "y", "mark": "a"}, tuple("z" for _ in things))
    wild = filled(PAGE, {"name": value or "x", "reason": value or "y", "mark": "a"}, tuple(things))
    assert [type(block) for block in wild[0]] == [type(block) for block in plain[0]]
    assert [type(block) for block in wild[1]] == [type(block) for block in plain[1]]


@given(st.text(st.characters(exclude_categories=("Cs", "Co")), min_size=1).filter(lambda text: text.strip() == text))
def test_a_value_comes_out_as_it_went_in(value: str) -> None:
    body, annex = filled(PAGE, {"name": value, "reason": "y", "mark": "a"})
    assert f"About {value}" in list(texts(body))
    assert value in list(texts(annex))


@given(st.text(alphabet="{}abif else end\n#|-=1.>: ", max_size=60))
def test_any_source_is_read_or_refused(source: str) -> None:
    try:
        nodes = parse(source)
    except TemplateError:
        return
    assert all(isinstance(name, str) for name in names(nodes))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("my passport.", "I enclose my passport."),
        ("a “sworn copy.”", "I enclose a “sworn copy.”"),
        ("my passport", "I enclose my passport."),
        ("what?", "I enclose what?"),
    ],
)
def test_a_value_that_ends_its_sentence_takes_no_second_full_stop(value: str, said: str) -> None:
    assert list(texts(filled("I enclose {thing}.\n", {"thing": value})[0])) == [said]
