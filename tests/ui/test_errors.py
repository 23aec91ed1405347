"""Errors in words: nothing of a document in what is shown."""

from app.domain.errors import CaseProblem
from app.ui.errors import explain


def test_trouble_is_told_with_its_own_sentences() -> None:
    words = explain(
        CaseProblem("wrong-passphrase", "That is not the passphrase.", "Nothing was changed.", "Try again.")
    )
    assert (words.happened, words.safe, words.next_step, words.details) == (
        "That is not the passphrase.", "Nothing was changed.", "Try again.", "",
    )  # fmt: skip


def test_bug_is_told_without_its_message() -> None:
    try:
        raise ValueError("Mother declined the offer")
    except ValueError as error:
        words = explain(error)
    assert "our mistake" in words.happened
    assert "ValueError" in words.details
    assert "declined" not in words.details


def test_full_disk_has_its_own_words() -> None:
    assert "no room" in explain(OSError(28, "No space left on device")).happened
