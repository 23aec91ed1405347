"""Make, open, lock and look after a case."""

from pathlib import Path

import pytest

from app.domain.errors import CaseProblem, UsageProblem
from app.domain.people import CaseDetails
from app.services import case as cases
from app.services.case import OpenCase
from app.services.context import Context
from tests.services.conftest import DETAILS, PASSPHRASE


def test_a_case_opens_with_passphrase_and_recovery_code(tmp_path: Path, context: Context) -> None:
    made = cases.create(context, tmp_path / "ada", DETAILS, PASSPHRASE)
    path = made.case.path
    assert path.name == "ada.fairfile"
    made.case.close()
    with cases.open_case(context, path, passphrase=PASSPHRASE) as opened:
        assert opened.details() == DETAILS
    typed = made.recovery_code.lower().replace("-", " ")
    with cases.open_case(context, path, recovery_code=typed) as opened:
        cases.set_passphrase(opened, "a new passphrase")
    with cases.open_case(context, path, passphrase="a new passphrase"):
        pass
    with pytest.raises(CaseProblem) as caught:
        cases.open_case(context, path, passphrase=PASSPHRASE)
    assert caught.value.code == "wrong-passphrase"


def test_two_programs_cannot_have_it_open(case: OpenCase, context: Context) -> None:
    with pytest.raises(CaseProblem) as caught:
        cases.open_case(context, case.path, passphrase=PASSPHRASE)
    assert caught.value.code == "locked"


@pytest.mark.parametrize("broken", ["nothing", "no-keys", "bad-keys", "no-database", "other-database"])
def test_what_cannot_be_opened_has_its_own_sentence(tmp_path: Path, context: Context, broken: str) -> None:
    made = cases.create(context, tmp_path / "ada", DETAILS, PASSPHRASE)
    path = made.case.path
    made.case.close()
    if broken == "nothing":
        path = tmp_path / "none"
    elif broken == "no-keys":
        (path / "keys.json").unlink()
    elif broken == "bad-keys":
        (path / "keys.json").write_bytes(b"garbage")
    elif broken == "no-database":
        (path / "case.db").unlink()
    else:
        (path / "case.db").write_bytes(bytes(9000))
    with pytest.raises(CaseProblem) as caught:
        cases.open_case(context, path, passphrase=PASSPHRASE)
    assert caught.value.code == ("not-a-case" if broken in ("nothing", "no-keys") else "damaged")
    assert caught.value.exit_status == 3
    assert caught.value.next_step


def test_the_lock_is_free_after_a_failed_opening(tmp_path: Path, context: Context) -> None:
    made = cases.create(context, tmp_path / "ada", DETAILS, PASSPHRASE)
    made.case.close()
    database = made.case.path / "case.db"
    whole = database.read_bytes()
    database.write_bytes(bytes(9000))
    with pytest.raises(CaseProblem):
        cases.open_case(context, made.case.path, passphrase=PASSPHRASE)
    database.write_bytes(whole)
    cases.open_case(context, made.case.path, passphrase=PASSPHRASE).close()


def test_wrong_answers_to_the_four_questions(tmp_path: Path, context: Context) -> None:
    for details in (CaseDetails(" "), CaseDetails("Ada", born="31/02/2013x"), CaseDetails("Ada", nation="mercia")):
        with pytest.raises(UsageProblem):
            cases.create(context, tmp_path / "x", details, PASSPHRASE)
    with pytest.raises(CaseProblem) as caught:
        cases.create(context, tmp_path / "x", DETAILS, "short")
    assert caught.value.code == "weak-passphrase"
    assert not (tmp_path / "x.fairfile").exists()


def test_a_case_is_never_made_over_something(case: OpenCase, context: Context) -> None:
    with pytest.raises(CaseProblem) as caught:
        cases.create(context, case.path, DETAILS, PASSPHRASE)
    assert caught.value.code == "exists"
    assert case.details() == DETAILS


def test_recent_cases_say_only_where_they_are(case: OpenCase, context: Context, own_settings: Path) -> None:
    found = cases.recent(context)
    assert [(r.path, r.exists) for r in found] == [(case.path, True)]
    stored = (own_settings / "settings.json").read_text()
    assert "Ada" not in stored
    assert "Brennan" not in stored
    cases.forget_recent(context, case.path)
    assert cases.recent(context) == ()


def test_verify_backup_restore(case: OpenCase, context: Context, tmp_path: Path) -> None:
    assert cases.verify(case) == ()
    cases.backup(case, tmp_path / "case.backup")
    target = cases.restore(tmp_path / "case.backup", tmp_path / "second")
    with cases.open_case(context, target, passphrase=PASSPHRASE) as again:
        assert again.details() == DETAILS


def test_the_keychain_is_not_used_when_there_is_none(case: OpenCase) -> None:
    assert not cases.can_remember()
    with pytest.raises(CaseProblem) as caught:
        cases.remember(case)
    assert caught.value.code == "no-keychain"
    assert not cases.is_remembered(case.path)


def test_a_key_is_never_printed(case: OpenCase) -> None:
    assert case.data_key().hex() not in repr(case)
    assert case.data_key().hex() not in repr(vars(case).keys())
