"""The search language against a real index."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import UsageProblem
from app.search.query import understand
from app.search.stem import family, root, start_of

PAGES = {
    1: "Mother declined the offer of a speech and language referral.",
    2: "The organisation recorded behaviours in the playground.",
    3: "An organization with organised support; behavior was calm.",
    4: "Assessments were assessed by an educational psychologist.",
    5: "Speech therapy. No referral was made.",
}


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute('CREATE VIRTUAL TABLE p USING fts5(text, tokenize="unicode61 remove_diacritics 2")')
    connection.execute("CREATE VIRTUAL TABLE t USING fts5vocab(p, 'row')")
    connection.executemany("INSERT INTO p(rowid, text) VALUES (?, ?)", PAGES.items())
    yield connection
    connection.close()


def found(index: sqlite3.Connection, query: str) -> set[int]:
    def in_index(word: str) -> list[str]:
        rows = index.execute(
            "SELECT term FROM t WHERE term >= ? AND term < ?", (start_of(word), start_of(word) + "\U0010ffff")
        )
        return family(word, [r[0] for r in rows])

    match = understand(query, in_index).match
    return {row[0] for row in index.execute("SELECT rowid FROM p WHERE p MATCH ?", (match,))}


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        ("referral", {1, 5}),
        ("referrals", {1, 5}),
        ("speech referral", {1, 5}),
        ("speech AND referral", {1, 5}),
        ('"speech and language"', {1}),
        ("speech-and-language", {1}),
        ("organised", {2, 3}),
        ("organize", {2, 3}),
        ("behavior", {2, 3}),
        ("assess", {4}),
        ("assessme*", {4}),
        ("psych*", {4}),
        ("speech NOT mother", {5}),
        ("speech -mother", {5}),
        ("mother OR psychologist", {1, 4}),
        ("(mother OR therapy) referral", {1, 5}),
        ('referral NOT "language referral"', {5}),
        ("SPEECH", {1, 5}),
        ("therapy OR", {5}),
        ("((speech", {1, 5}),
        ('"speech', {1, 5}),
        ("speech's", set()),
    ],
)
def test_what_is_found(index: sqlite3.Connection, query: str, pages: set[int]) -> None:
    assert found(index, query) == pages


@pytest.mark.parametrize("query", ["", "   ", '""', "-", "NOT speech", "()", "* *", "!!"])
def test_nothing_to_look_for_is_a_plain_sentence(query: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        understand(query, lambda word: [word])
    assert "word" in caught.value.sentence


@given(st.text(max_size=60))
def test_nothing_typed_is_an_error_of_the_index(text: str) -> None:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE p USING fts5(text)")
        match = understand(text, lambda word: [word, word + "s"]).match
        connection.execute("SELECT rowid FROM p WHERE p MATCH ?", (match,)).fetchall()
    except UsageProblem:
        return
    finally:
        connection.close()


def test_highlight_words_leave_out_what_is_not_wanted() -> None:
    question = understand("speech -mother psych*", lambda word: [word])
    assert question.words == ("speech", "psych*")


@pytest.mark.parametrize(
    ("one", "other"),
    [("behaviour", "behavior"), ("organise", "organized"), ("centre", "center"), ("programme", "program"),
     ("paediatric", "pediatric"), ("referral", "referrals"), ("travelled", "traveled"), ("defence", "defense")],
)  # fmt: skip
def test_one_family(one: str, other: str) -> None:
    assert root(one) == root(other)


@pytest.mark.parametrize(("one", "other"), [("here", "her"), ("care", "car")])
def test_not_one_family(one: str, other: str) -> None:
    assert root(one) != root(other)
