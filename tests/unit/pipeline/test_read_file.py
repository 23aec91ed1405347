"""A fault in what we make of a text must not cost the text."""

import pytest

from app.domain.suggestions import CaseFacts
from app.ingest.reader import ReadOptions
from app.pipeline import read


def test_text_is_kept_when_understanding_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AttributeError("a fault of ours")

    monkeypatch.setattr(read, "understand", fail)
    found = read.read_file(b"Dear Mrs Hartley\n", "a.txt", "a.txt", ReadOptions(), CaseFacts())
    assert found.document.pages[0].text == "Dear Mrs Hartley\n"
    assert "could not be worked out" in found.document.note
