"""The short hand of documents."""

import pytest

from app.demo.blocks import KV, Break, Comment, H, L, P, Rule, Sign, T, Tracked, strings
from app.demo.markup import parse


def test_paragraphs_join_lines_and_end_at_a_blank_one() -> None:
    assert parse("One\ntwo\\\nthree\n\n:box: Four") == (P("One two\nthree"), P("Four", "box"))


def test_a_styled_paragraph_goes_over_a_broken_line() -> None:
    assert parse(":right: 1 May\\\nRef 4\n\nNext") == (P("1 May\nRef 4", "right"), P("Next"))


def test_forms_in_one_and_two_columns() -> None:
    assert parse("A :: 1\nB :: 2") == (KV((("A", "1"), ("B", "2"))),)
    assert parse("A :: 1 || B :: 2") == (KV((("A", "1"), ("B", "2")), 2),)


def test_a_table_with_widths_size_and_a_long_row() -> None:
    (table,) = parse("|% 2 1\n|~ 8\n|= a | b\n| long\n  row | \n| c | d")
    assert table == T(("a", "b"), (("long row", ""), ("c", "d")), (2.0, 1.0), 8.0)


def test_widths_must_fit() -> None:
    with pytest.raises(ValueError, match="another number"):
        parse("|% 2 1 1\n|= a | b\n| c | d")


def test_the_rest() -> None:
    source = "# T\n\n- a\n- b\n\n+ c\n\n~~ N ~~ R\n~- M ~~\n\n---\n\n===\n\n>> on | who | 2021-01-01 | why"
    assert parse(source) == (
        H("T", 1),
        L(("a", "b")),
        L(("c",), ordered=True),
        Sign("N", "R"),
        Sign("M", "", drawn=False),
        Rule(),
        Break(),
        Comment("on", "who", "2021-01-01", "why"),
    )


def test_a_tracked_change_keeps_its_spaces() -> None:
    (change,) = parse("<> Mother | said no | agreed | to it. | JH | 2021-01-01")
    assert change == Tracked("Mother ", "said no", "agreed", " to it.", "JH", "2021-01-01")
    assert list(strings((change,))) == ["Mother agreed to it."]
