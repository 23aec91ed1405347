"""Who was sent a record, read from the record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.annotate.recipients import of_mail, of_pages, same
from app.domain.extracted import MailHeaders


def names(text: str) -> list[str]:
    return [shown.name for shown in of_pages([(3, text)])]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Yours sincerely\ncc: Dr P. Vale, GP; Mrs Lumb", ["Dr P. Vale, GP", "Mrs Lumb"]),
        ("Copy to:\nMs R. Quill, Calderwick Council\nFernbridge Surgery\n\nPage 2", ["Ms R. Quill, Calderwick Council", "Fernbridge Surgery"]),
        ("Distribution list: Head, SENCo file\nDate: 4 May", ["Head", "SENCo file"]),
        ("Present: Mr Okoro, Mrs Hartley and Ms Lumb\nApologies: Dr Vale", ["Mr Okoro", "Mrs Hartley", "Ms Lumb"]),
        ("Name  Role  Present\nMrs J. Hartley  SENCo  Yes\nMr C. Okoro  Teacher  No\n2. What we know", ["Mrs J. Hartley"]),
        ("The present: a gift. She was present at the meeting.\nAda attended.", []),
        ("cc: none", []),
        ("CC:", []),
    ],
)  # fmt: skip
def test_labels(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_every_place_says_how_and_where() -> None:
    (shown,) = of_pages([(4, "cc: Mrs Lumb")])
    assert (shown.page, shown.how) == (4, "copied in")


def test_mail() -> None:
    mail = MailHeaders(to=("Hartley, J. <jh@lark.example>", "office@lark.example"), cc=("<cc@lark.example>",))
    assert [s.name for s in of_mail(mail)] == ["Hartley, J.", "office@lark.example", "cc@lark.example"]


def test_same_name() -> None:
    assert same("Mrs J. Hartley", "J. Hartley (SENCo)")
    assert not same("Mrs J. Hartley", "Mrs K. Hartley")


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert all(name.strip() for name in names(text))
