"""The command line contract: fields, exit codes, one plain sentence for trouble. Each command runs as scripts run it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import run
from app.services import case as cases
from app.services.context import open_context
from tests.services.conftest import given_folder, pdf

__all__ = ["given_folder"]
SECRET = "a long enough passphrase"


class Shell:
    """Runs commands in this process and catches what they print."""

    def __init__(self, case: Path, capfd: pytest.CaptureFixture[str]) -> None:
        self.case, self._capfd = case, capfd

    def __call__(self, *arguments: str, case: bool = True) -> tuple[int, str, str]:
        whole = [*(["--case", str(self.case)] if case else []), *arguments]
        status = run(whole)
        out, err = self._capfd.readouterr()
        assert "Traceback" not in err
        return status, out, err

    def json(self, *arguments: str, case: bool = True) -> Any:
        status, out, err = self(*arguments, "--json", case=case)
        assert status in (0, 1), err
        return json.loads(out)


@pytest.fixture
def shell(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setenv("FAIRFILE_PASSPHRASE", SECRET)
    made = Shell(tmp_path / "ada.fairfile", capfd)
    found = made.json("new", str(made.case), "--child", "Ada Brennan", "--born", "2013-03-14", "--parent", "Nora Brennan",
                      "--relationship", "mother", "--address", "12 Ferry Row, Calderwick", case=False)  # fmt: skip
    assert len(found["recovery_code"]) == 34
    return made


@pytest.fixture
def filled(shell: Shell, given_folder: Path) -> Shell:
    status, out, _ = shell(
        "import", str(given_folder), "--from", "Larkhollow Primary School", "--received", "2026-06-12", "--json"
    )
    assert status == 1  # one file is damaged, and listed
    assert json.loads(out)["reconciles"]
    return shell


DOCUMENT_FIELDS = (
    "id", "path", "sha256", "bytes", "format", "status", "problem", "duplicate_of", "version_group", "kind", "kind_reason",
    "organisation", "authors", "date", "date_reason", "title", "pages", "scanned_pages", "ocr_confidence", "redacted_area",
    "thread", "parent", "disclosure", "read",
)  # fmt: skip


def test_documents_have_the_fields_of_the_contract(filled: Shell) -> None:
    rows = filled.json("documents")
    assert all(set(DOCUMENT_FIELDS) <= set(row) for row in rows)
    by_path = {row["path"]: row for row in rows}
    assert by_path["cut.pdf"]["status"] == "damaged"
    assert by_path["Thumbs.db"]["status"] == "junk"
    assert by_path["letters/review.pdf"]["status"] == "duplicate"
    assert by_path["letters/copy of review.pdf"]["organisation"] == "Larkhollow Primary School"
    assert by_path["letters/copy of review.pdf"]["date"] == "2021-10-14"


def test_text_original_copy(filled: Shell, given_folder: Path, tmp_path: Path) -> None:
    rows = {row["path"]: row for row in filled.json("documents")}
    known = str(rows["note.txt"]["id"])
    pages = filled.json("text", known)["pages"]
    assert [set(p) for p in pages] == [{"page", "text", "scan", "rotation", "blank", "ocr_confidence", "reading"}]
    assert "speech referral" in pages[0]["text"]
    assert filled("original", known, "-o", str(tmp_path / "o.txt"))[0] == 0
    assert (tmp_path / "o.txt").read_bytes() == (given_folder / "note.txt").read_bytes()
    assert filled("copy", known, "-o", str(tmp_path / "o.pdf"))[0] == 0
    assert (tmp_path / "o.pdf").read_bytes().startswith(b"%PDF")
    assert filled("copy", str(rows["cut.pdf"]["id"]), "-o", str(tmp_path / "x.pdf"))[0] == 2
    assert filled("text", "999")[0] == 2
    assert filled("text", known, "--page", "7")[0] == 2


def test_timeline_events_and_search(filled: Shell) -> None:
    entries = filled.json("timeline")
    fields = [
        "id",
        "date",
        "date_text",
        "title",
        "quote",
        "document",
        "page",
        "organisation",
        "origin",
        "status",
        "precision",
        "reason",
    ]
    assert all(set(fields) <= set(e) for e in entries)
    assert "2021-11-03" in {e["date"] for e in entries}
    assert filled("event", "add", "2021-10-07", "I phoned the school")[0] == 0
    assert filled("event", "add", "whenever", "x")[0] == 2
    own = [
        e for e in filled.json("timeline", "--since", "2021-10-01", "--until", "2021-10-10") if e["origin"] == "parent"
    ]
    assert [e["title"] for e in own] == ["I phoned the school"]
    assert filled("event", "edit", str(own[0]["id"]), "--date", "2021-10-08~")[0] == 0
    assert filled("event", "dismiss", str(entries[0]["id"]))[0] == 0
    after = filled.json("timeline")
    assert entries[0]["id"] not in {e["id"] for e in after}
    assert "2021-10-08~" in {e["date"] for e in after}
    found = filled.json("search", '"language referral"')
    assert {"query", "total", "took_ms", "hits"} <= set(found)
    assert found["total"] == 1
    assert {"document", "page", "snippet", "rank"} <= set(found["hits"][0])
    assert filled("search", "NOT ada")[0] == 2


def test_mark_record_letter_pack(filled: Shell, tmp_path: Path) -> None:
    rows = {row["path"]: row["id"] for row in filled.json("documents")}
    review, note = rows["letters/copy of review.pdf"], rows["note.txt"]
    made = filled.json(
        "mark", str(review), "--page", "1", "--quote", "Mother declined the offer", "--kind", "inaccuracy",
        "--wrong", "She agreed.", "--right", "Mrs Brennan agreed by e-mail on 15 October 2021.", "--remedy", "correct,notify",
        "--proof", f"{note}:1:do go ahead with the speech referral",
    )  # fmt: skip
    assert made["status"] == "ready"
    annotations = filled.json("marks")
    assert annotations["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert annotations["total"] == 1
    assert filled("mark", str(review), "--page", "1", "--quote", "never said", "--kind", "note")[0] == 2
    assert filled("mark", str(review), "--page", "1", "--quote", "Mother", "--kind", "nonsense")[0] == 2
    assert (
        filled(
            "organisation",
            "add",
            "Larkhollow Primary School",
            "--kind",
            "school",
            "--address",
            "8 Hollow Lane, Calderwick",
        )[0]
        == 0
    )
    for name in ("letter.docx", "letter.pdf"):
        assert filled("letter", "correction-request", "--to", "Larkhollow", "-o", str(tmp_path / name))[0] == 0
    import docx

    words = "\n".join(
        c.text for t in docx.Document(str(tmp_path / "letter.docx")).tables for r in t.rows for c in r.cells
    )
    assert "Mother declined the offer" in words
    assert "agreed by e-mail on 15 October 2021" in words
    assert filled("letter", "nonsense", "--to", "Larkhollow", "-o", str(tmp_path / "x.pdf"))[0] == 2
    status, out, err = filled("bundle", "build", "--all", "--timings", "-o", str(tmp_path / "pack.pdf"))
    assert status == 0, out
    assert "total:" in err
    assert filled("bundle", "plan", "-o", str(tmp_path / "plan.toml"))[0] == 0
    assert filled("bundle", "build", str(tmp_path / "plan.toml"), "-o", str(tmp_path / "pack2.pdf"))[0] == 0
    checked = filled.json("bundle", "check", str(tmp_path / "pack.pdf"), case=False)
    assert checked["pages"] > 3
    assert all({"id", "title", "source", "ok", "detail"} <= set(rule) for rule in checked["rules"])
    assert filled("bundle", "check", str(tmp_path / "letter.docx"), case=False)[0] == 1
    for kind in ("pdf", "docx", "csv", "json"):
        assert filled("export", "timeline", "-o", str(tmp_path / f"t.{kind}"))[0] == 0
    assert filled("export", "annotations", "-o", str(tmp_path / "a.json"))[0] == 0
    assert filled("export", "everything", "-o", str(tmp_path / "all"))[0] == 0
    assert (tmp_path / "all" / "sha256.txt").exists()
    assert filled("export", "timeline", "-o", str(tmp_path / "t.xyz"))[0] == 1


def test_requests_deadlines_and_rules(filled: Shell, tmp_path: Path) -> None:
    made = filled.json(
        "request", "new", "--kind", "access", "--to", "Larkhollow Primary School", "--sent", "2026-09-03"
    )
    found = filled.json("deadlines")
    assert {"id", "request", "rule", "starts", "due", "reason", "source", "state"} <= set(found[0])
    assert (found[0]["rule"], found[0]["due"]) == ("SAR-1M", "2026-10-05")
    assert filled("request", "extended", str(made["id"]), "2026-09-20")[0] == 0
    assert filled.json("deadlines")[0]["due"] == "2026-12-03"
    assert filled("request", "answered", str(made["id"]), "2026-09-30")[0] == 0
    assert filled.json("deadlines")[0]["state"] == "met"
    rule = filled.json("deadline", "SAR-1M", "2026-10-31", "--nation", "scotland", case=False)
    assert rule["due"] == "2026-12-01"
    assert filled("deadlines", "--ics", str(tmp_path / "d.ics"))[0] == 0
    letters = filled.json("letter", "list", case=False)
    assert all(
        {"id", "title", "situation", "addressee", "legal_basis", "starts_rule", "checked"} <= set(k) for k in letters
    )


def test_exit_codes_of_a_case_that_cannot_be_opened(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FAIRFILE_PASSPHRASE", "wrong")
    status, out, err = shell("documents")
    assert (status, out) == (3, "")
    assert err.count("\n") == 1
    assert "wrong" not in err
    monkeypatch.delenv("FAIRFILE_PASSPHRASE")
    secret = tmp_path / "secret"
    secret.write_text(SECRET + "\n")
    assert shell("--passphrase-file", str(secret), "documents")[0] == 0
    assert shell("documents")[0] == 3
    monkeypatch.setenv("FAIRFILE_PASSPHRASE", SECRET)
    other = Shell(tmp_path / "nothing.fairfile", shell._capfd)
    assert other("documents")[0] == 3
    assert shell("documents", case=False)[0] == 2
    assert shell("no-such-command")[0] == 2
    assert shell("import", str(tmp_path / "nowhere"))[0] == 2
    os.environ.pop("COLUMNS", None)


def test_backup_restore_passphrase(filled: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert filled("backup", "-o", str(tmp_path / "b.fairbackup"))[0] == 0
    assert filled("restore", str(tmp_path / "b.fairbackup"), str(tmp_path / "again"), case=False)[0] == 0
    again = Shell(tmp_path / "again.fairfile", filled._capfd)
    assert again.json("documents") == filled.json("documents")
    assert again.json("verify")["ok"]
    monkeypatch.setenv("FAIRFILE_NEW_PASSPHRASE", "another good one")
    assert again("passphrase")[0] == 0
    assert again("documents")[0] == 3
    monkeypatch.setenv("FAIRFILE_PASSPHRASE", "another good one")
    assert again("documents")[0] == 0


def test_people_and_threads_are_json(filled: Shell, tmp_path: Path) -> None:
    for number, reply in ((1, ""), (2, "In-Reply-To: <m1@school.example>\n")):
        (tmp_path / f"{number}.eml").write_text(
            f"Message-ID: <m{number}@school.example>\n{reply}From: A <a@school.example>\nTo: N <n@home.example>\n"
            f"Date: Fri, 15 Oct 2021 0{number}:00:00 +0100\nSubject: Referral\n\nYes please {number}.\n"
        )
    assert (
        filled("import", str(tmp_path / "1.eml"), str(tmp_path / "2.eml"), "--from", "Larkhollow Primary School")[0]
        == 0
    )
    threads = filled.json("threads")
    assert [len(t["documents"]) for t in threads] == [2]
    assert isinstance(filled.json("people"), list)


def test_import_into_pdf_only_case_keeps_the_bytes(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "wrongly named.docx").write_bytes(pdf("Dated 3 March 2022"))
    assert shell("import", str(tmp_path / "wrongly named.docx"))[0] == 0
    assert shell.json("documents")[0]["format"] == "pdf"


def test_findings_and_understand(filled: Shell, tmp_path: Path) -> None:
    (tmp_path / "log.txt").write_text(
        "Date of incident: 16/06/2021  Added: 09/02/2022\nPresent: [redacted]\nPage 1 of 2\n"
    )
    assert filled("import", str(tmp_path / "log.txt"), "--received", "2026-06-13")[0] == 0
    found = filled.json("findings")
    fields = {"id", "kind", "document", "page", "quote", "rects", "other", "detail", "reason", "status"}
    assert all(set(one) == fields for one in found)
    assert {one["kind"] for one in found} == {"late-entry", "redaction", "page-gap"}
    assert [one["detail"] for one in filled.json("findings", "--kind", "late-entry")] == [
        {"happened": "2021-06-16", "recorded": "2022-02-09"}
    ]
    assert all(one["status"] == "open" and len(one["rects"][0]) == 4 for one in found)
    assert filled("findings", "--kind", "gossip")[0] == 2
    status, out, _ = filled("findings")
    assert status == 0
    assert "Recorded later" in out
    report = filled.json("understand")
    assert (report["documents_changed"], report["findings_added"], report["findings_removed"]) == (0, 0, 0)
    status, out, _ = filled("understand")
    assert status == 0
    assert "Decisions kept: 0." in out


def test_understand_lists_what_is_another_now(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(
        "Larkhollow School\n14 October 2021\n\nDear Nora\n\nAda fell on 12 October 2021.\n"
    )
    assert shell("import", str(tmp_path / "letter.txt"), "--received", "2026-06-13")[0] == 0
    context = open_context(inline=True)
    with cases.open_case(context, shell.case, passphrase=SECRET) as case, case.store.write() as uow:
        uow.connection.exec_driver_sql("UPDATE documents SET date = '2021-10-15'")
        uow.connection.exec_driver_sql("UPDATE events SET date = '2021-10-11' WHERE date = '2021-10-12'")
    context.close()
    status, out, _ = shell("understand")
    assert status == 0
    assert "2021-10-15" in out
    assert "11 Oct 2021" in out
    report = shell.json("understand")
    assert report["changes"] == []
    assert (report["documents"], report["entries_added"]) == (1, 0)


def test_a_request_from_the_first_day_to_the_next_step(
    filled: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAIRFILE_TODAY", "2026-11-20")
    made = filled.json(
        "request", "new", "--kind", "access", "--to", "Lark", "--sent", "2026-10-05", "--proof", "receipt 7"
    )
    known = str(made["id"])
    assert filled("request", "clarification-asked", known, "2026-10-12", "--note", "which year")[0] == 0
    due = filled.json("deadlines")[0]
    assert (due["id"], due["state"], due["rule"]) == (f"{known}-answer", "stopped", "SAR-CLARIFY")
    assert filled("request", "clarified", known, "2026-10-19")[0] == 0
    assert filled.json("deadlines")[0]["due"] == "2026-11-13"
    step = filled.json("next")[0]
    assert (step["situation"], step["letters"]) == ("access-overdue", ["access-overdue"])
    shown = filled.json("request", "show", known)
    assert [what for _, what, _ in shown["log"]] == ["sent", "clarify-asked", "clarified"]
    assert shown["proof"] == "receipt 7"
    assert filled("request", "explode", known, "2026-10-19")[0] == 2
    assert filled("request", "log", known, "dance", "2026-10-19")[0] == 2
    calendar = tmp_path / "dates.ics"
    assert filled("deadlines", "--ics", str(calendar))[0] == 0
    assert calendar.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert filled("export", "matrix", "-o", str(tmp_path / "m.docx"))[0] == 0


def test_organisations_people_and_term_dates(filled: Shell) -> None:
    assert filled("organisation", "edit", "Lark", "--nation", "wales", "--email", "dpo@larkhollow.example")[0] == 0
    assert filled("organisation", "person", "Lark", "Mrs J Hartley", "--role", "head", "--write-to")[0] == 0
    terms = filled.json("organisation", "terms", "Lark", "2026-09-03..2026-10-23", "--inset", "2026-09-03")
    assert terms == {"terms": [["2026-09-03", "2026-10-23"]], "inset": ["2026-09-03"]}
    kept = filled.json("organisation", "list")[0]
    assert (kept["nation"], kept["contact"], kept["people"][0]["role"]) == (
        "wales",
        "Mrs J Hartley, Headteacher",
        "head",
    )
    assert filled.json("organisation", "right", "advocate", "--advocate", "Sam Price")["advocate"] == "Sam Price"
    assert filled("organisation", "terms", "Lark", "in autumn")[0] == 2
    assert isinstance(filled.json("organisation", "suggest"), list)
