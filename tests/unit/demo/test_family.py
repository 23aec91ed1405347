"""The family as a whole: enough files, every format, one story."""

import hashlib
import pickle
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from app.demo import catalogue, family
from app.demo.build import build
from app.demo.family import DemoFile
from app.demo.markup import parse
from app.demo.truth import FileTruth, dates_of
from app.demo.world import world
from app.domain import dates
from app.domain.documents import Status
from app.understand.kind_cues import KIND_LABELS

FORMATS = {"pdf", "docx", "eml", "msg", "txt", "html", "rtf", "xlsx", "csv", "jpg", "png", "tif", "heic", "zip"}


def test_at_least_64_documents_from_five_organisations(files: tuple[DemoFile, ...]) -> None:
    documents = [file for file in files if file.truth.status is not Status.JUNK]
    assert len(documents) >= 64
    assert len({file.truth.organisation for file in files}) == 5
    assert len({file.path for file in files}) == len(files)


def test_every_format_is_there(files: tuple[DemoFile, ...]) -> None:
    assert {file.path.rpartition(".")[2].lower() for file in files} >= FORMATS


def test_every_status_is_there(files: tuple[DemoFile, ...]) -> None:
    found = Counter(file.truth.status for file in files)
    given = {Status.READY, Status.OCR_PENDING, Status.PASSWORD, Status.DAMAGED, Status.JUNK, Status.DUPLICATE}
    assert set(found) == given
    assert found[Status.OCR_PENDING] >= 10


def test_the_story_runs_from_2016_to_2025(files: tuple[DemoFile, ...]) -> None:
    years = {event.edtf[:4] for file in files for event in file.truth.events}
    assert {str(year) for year in range(2016, 2026)} <= years


def test_kinds_and_dates_are_ones_that_the_program_knows(truths: dict[str, FileTruth]) -> None:
    for truth in truths.values():
        assert truth.kind in KIND_LABELS, truth.path
        if truth.date:
            assert dates.bounds(truth.date)[0] <= date(2026, 11, 2)
        for event in truth.events:
            dates.parse(event.edtf)


def test_only_copies_share_their_bytes(files: tuple[DemoFile, ...], by_path: dict[str, DemoFile]) -> None:
    seen: dict[str, str] = {}
    for file in files:
        digest = hashlib.sha256(file.data).hexdigest()
        if file.truth.duplicate_of:
            assert file.data == by_path[file.truth.duplicate_of].data
            assert file.truth.status is Status.DUPLICATE
        else:
            assert digest not in seen, (file.path, seen.get(digest))
            seen[digest] = file.path


def test_a_copy_lies_in_the_same_delivery_and_another_in_a_later_one(by_path: dict[str, DemoFile]) -> None:
    pairs = [(file, by_path[file.truth.duplicate_of]) for file in by_path.values() if file.truth.duplicate_of]
    assert any(copy.disclosure == first.disclosure for copy, first in pairs)
    assert any(copy.disclosure > first.disclosure for copy, first in pairs)


def test_every_date_that_is_an_event_is_on_its_page(truths: dict[str, FileTruth]) -> None:
    here = world()
    for delivery in catalogue.DELIVERIES:
        for record in delivery.records:
            if record.how in ("copy", "cut"):
                continue
            truth = truths[here.text(record.path)]
            expected = [dated.words for dated in dates_of(here, record) if dated.event]
            assert [event.words for event in truth.events] == expected, truth.path
            for event in truth.events:
                assert event.words in truth.texts[event.page - 1]


def test_deliveries_are_in_order_and_the_school_gave_two() -> None:
    received = [delivery.received for delivery in family.DISCLOSURES]
    assert received == sorted(received)
    assert received[0] == "2026-06-12"
    assert received[-1] == "2026-11-02"
    school = family.DISCLOSURES[0].organisation
    assert [delivery.organisation for delivery in family.DISCLOSURES].count(school) == 2
    assert all(delivery.request_sent < delivery.received for delivery in family.DISCLOSURES)


@pytest.mark.parametrize("how", sorted({r.how for d in catalogue.DELIVERIES for r in d.records} - {"copy"}))
def test_the_same_seed_gives_the_same_bytes(how: str, by_path: dict[str, DemoFile]) -> None:
    here = world()
    record = next(r for d in catalogue.DELIVERIES for r in d.records if r.how == how)
    assert build(here, record, catalogue.find).data == by_path[here.text(record.path)].data


def test_another_seed_is_another_family_with_true_quotes() -> None:
    assert len({family.truth(seed) for seed in range(1, 9)}) == 8
    delivery = family.disclosures(5)[3]
    texts = {file.path: file.truth.texts for file in delivery.files()}
    first = "Brennan"
    assert texts
    assert not [path for path, pages in texts.items() if any(first in page for page in pages)]
    for item in family.truth(5).inaccuracies:
        for place in (item.says, *item.proofs):
            if place.path in texts:
                assert " ".join(place.quote.split()) in texts[place.path][place.page - 1]


def _windows(text: str, size: int = 200) -> set[str]:
    words = text.split()
    starts = range(max(len(words) - 20, 0))
    pieces = (" ".join(words[start : start + 60])[:size] for start in starts)
    return {piece for piece in pieces if len(piece) == size}


def test_no_prose_is_repeated_except_where_it_is_meant(files: tuple[DemoFile, ...]) -> None:
    meant = ("Safeguarding log", "SEN support review")  # each was given twice
    seen: dict[str, FileTruth] = {}
    for file in files:
        truth = file.truth
        if truth.duplicate_of:
            continue
        for window in _windows(" ".join(truth.texts)):
            other = seen.setdefault(window, truth)
            twice = other.title == truth.title and truth.title in meant
            assert other is truth or twice, (truth.path, other.path, window)


def test_nothing_in_it_can_be_rung_or_written_to(files: tuple[DemoFile, ...]) -> None:
    for delivery in catalogue.DELIVERIES:
        for record in delivery.records:
            prose = f"{record.body} {record.options} {record.look.lines}"
            for host in re.findall(r"@([\w.-]+)", prose):
                assert host.rstrip(".").endswith(".example"), host
            for number in re.findall(r"\b0\d{3,4} ?\d{6}\b", prose):
                assert number.startswith(("01632 960", "07700 900")), number
            assert not re.findall(r"https?://(?![\w.-]+\.example\b)", prose)


def test_all_short_hand_is_understood(files: tuple[DemoFile, ...]) -> None:
    """Nothing of the short hand is left in what a reader sees."""
    for file in files:
        for text in file.truth.texts:
            assert not re.search(r"\[\d{4}-\d\d-\d\d |\*\*|:(box|bar|note|hand|small): | :: |\\$", text), file.path
    with pytest.raises(ValueError, match="another number of cells"):
        parse("|= a | b\n| only one")


def test_write_puts_each_delivery_into_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    last = family.disclosures()[-1:]
    monkeypatch.setattr(family, "disclosures", lambda seed=1: last)
    written = family.write(tmp_path)
    assert len(written) == len(catalogue.DELIVERIES[-1].records)
    assert all(path.is_file() and path.parts[len(tmp_path.parts)] == last[0].folder for path in written)


def test_asking_for_the_truth_loads_no_maker() -> None:
    heavy = "pymupdf", "docx", "openpyxl", "PIL", "typst", "pikepdf", "pillow_heif"
    code = f"import sys; from app.demo import family; family.truth(); print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_files_of_a_delivery_can_be_sent_between_processes() -> None:
    files = family.files_of(1)
    assert pickle.loads(pickle.dumps(files)) == files
    assert {file.disclosure for file in files} == {1}
