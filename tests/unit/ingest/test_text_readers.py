"""Plain text in any encoding, HTML without anything remote, tables as text, and how blocks become pages."""

import pytest

from app.domain.extracted import ExtractedDocument
from app.ingest import registry
from app.ingest.blocks import Grid, Head, Para, para
from app.ingest.encodings import decode
from app.ingest.markup import html_page
from app.ingest.reader import ReadOptions
from app.ingest.reading_copy import lay_out, lines_as_blocks, pages_of
from app.ingest.text_quality import is_garbage

WORDS = "Zoë said “it’s fine” – £5"


def read(data: bytes, name: str = "x") -> ExtractedDocument:
    return registry.read(data, name, ReadOptions())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_other_alphabets_and_binary() -> None:
    polish = (
        "Dziecko było spokojne podczas zajęć i chętnie współpracowało z nauczycielką. Źródło: dziennik szkoły. " * 5
    )
    assert decode(polish.encode("cp1250")) == polish
    assert decode(bytes(range(256)) * 4) is None
    assert decode(b"\x00\x01\x02" * 100) is None


@pytest.mark.parametrize(
    "text",
    ["*bold* _it_ #let x = 1 $a$ \\ @ref <label> `raw` // no comment", "= Not a heading", "https://x.example/a_b*c"],
)
def test_markup_of_the_typesetter_in_a_file_is_only_text(text: str) -> None:
    page = pages_of(lay_out([para(text), Grid((((para(text),), ()),))]))[0]
    assert page.text.split("\n")[0].replace(" ", "") == text.replace(" ", "")


def test_blocks_become_lines_in_order() -> None:
    blocks = [
        Head("Visit", 1),
        Para((("One", "b"),), 1, "1."),
        Grid((((para("a"),), (para("b"),)),), header=0),
        para("x\ny"),
    ]
    assert pages_of(lay_out(blocks))[0].text == "Visit\n1. One\na  b\nx\ny\n"


def test_long_words_break_but_stay_in_the_text() -> None:
    page = pages_of(lay_out([para("start " + "a" * 300 + " end")]))[0]
    assert "".join(page.text.split()) == "start" + "a" * 300 + "end"
    assert "\u200b" not in page.text


def test_wrapped_lines_are_joined_and_short_ones_kept() -> None:
    blocks = lines_as_blocks(f"{'x' * 60} said\nthat it was\nFine.\n\n\nNext\r\npart")
    assert [run[0] for block in blocks if isinstance(block, Para) for run in block.runs] == [
        f"{'x' * 60} said that it was\nFine.",
        "Next\npart",
    ]


def test_html_shows_structure_and_drops_what_is_not_for_reading() -> None:
    page = html_page(
        "<title> Visit </title><script>x()</script><h2>Head</h2><p>One<br>two <b>three</b></p><ol start=3><li>c</li></ol>"
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table><img src='http://x.example/a.png' alt='logo'>"
        "<input type=checkbox checked> yes <input type=hidden value=secret><div style='display: none'>gone</div>"
    )
    assert page.title == "Visit"
    assert page.concealed == ["gone"]
    text = pages_of(lay_out(page.blocks))[0].text
    assert text == "Head\nOne\ntwo three\n3. c\nA  B\n1  2\n[picture: logo] ☒ yes\n"


def test_deep_html_does_not_run_away() -> None:
    assert html_page("<div>" * 5000 + "deep" + "</div>" * 5000).blocks


def test_html_charset_declarations() -> None:
    for head, raw in (
        ("utf-8", "Zoë".encode()),
        ("iso-8859-1", "Zoë’s".encode("cp1252")),
        ("nonsense", "Zoë".encode()),
    ):
        data = f"<html><meta charset={head}><p>".encode() + raw
        assert "Zoë" in read(data).pages[0].text


@pytest.mark.parametrize(
    ("data", "name", "format_id"),
    [(b"Dear Zoe, thanks\nbest, Jane\n", "a.txt", "txt"), (b"name,age\nZoe,9\n", "a.csv", "csv"), (b"name,age\nZoe,9\n", "a.txt", "txt"),
     (b"a;b;c\n1;2;3\n4;5;6\n", "a.txt", "csv"), (b"one\ttwo\tthree\n1\t2\t3\n4\t5\t6\n", "x", "csv"),
     (b"He came, sat, ate.\nShe left, sad, alone.\nThen rain, wind, snow.\nAnd so on it went all of the day long.\n", "x", "txt")],
)  # fmt: skip
def test_tables_and_prose_are_told_apart(data: bytes, name: str, format_id: str) -> None:
    assert registry.sniff_format(data, name) == format_id


def test_quality_of_text() -> None:
    english = "The meeting was held on the fourteenth and everybody who was invited came. " * 3
    welsh = "Cynhaliwyd y cyfarfod ar y pedwerydd ar ddeg a daeth pawb a wahoddwyd i siarad am y cynllun. " * 3
    assert not is_garbage(english)
    assert not is_garbage(welsh)
    assert not is_garbage("14/10/2021 09:12 0.5 12345 " * 20)
    assert not is_garbage("")
    assert is_garbage("\ufffd" * 30 + " some words")
    assert is_garbage("".join(chr(ord(c) + 3) if c.isalpha() else c for c in english.lower()))


def test_long_tables_are_laid_out_in_portions_with_their_header() -> None:
    rows = tuple((para(f"row {number}"),) for number in range(16_000))
    grid = Grid((((para("Head"),),), *((row,) for row in rows)), header=1)
    pages = pages_of(lay_out([grid]))
    words = " ".join(page.text for page in pages)
    assert all(page.text.startswith("Head\n") for page in pages)
    assert words.count("row 15999") == 1
    assert words.count("row 14999\n") == 1
