"""Tags on documents."""

from pathlib import Path

import pytest

from app.domain.errors import UsageProblem
from app.services import browsing, history, importing, tagging
from app.services.case import OpenCase


def test_tags_are_put_on_taken_off_and_undone(case: OpenCase, given_folder: Path) -> None:
    importing.start(case, [given_folder], ocr=False)
    one, other = (row.id for row in browsing.documents(case)[:2])
    change = tagging.add(case, [one, other], "  Key   papers ")
    tagging.add(case, [one], "key papers")
    assert tagging.tags(case) == (("Key papers", 2),)
    assert browsing.document(case, one).row.tags == ("Key papers",)
    tagging.remove(case, [other], "KEY PAPERS")
    assert tagging.tags(case) == (("Key papers", 1),)
    history.apply(case, tagging.add(case, [other], "Later").inverse())
    assert tagging.tags(case) == (("Key papers", 1),)
    assert len(change.rows) == 2


def test_what_is_no_tag_or_no_document(case: OpenCase) -> None:
    for documents, word in (([], " "), ([], "x" * 41), ([99], "key")):
        with pytest.raises(UsageProblem):
            tagging.add(case, documents, word)
