"""Key slots: what opens a case and what does not, and that nothing of a key is said."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import CaseProblem
from app.system import crypto

CODE = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345"


@pytest.fixture
def made() -> tuple[bytes, bytes]:
    key = crypto.new_data_key()
    return key, crypto.new_keys(key, "a good passphrase", CODE)


def test_both_ways_in_give_the_same_key(made: tuple[bytes, bytes]) -> None:
    key, keys = made
    assert crypto.unlock(keys, crypto.PASSPHRASE, "a good passphrase") == key
    assert crypto.unlock(keys, crypto.RECOVERY, CODE) == key


@pytest.mark.parametrize(
    ("kind", "code"), [(crypto.PASSPHRASE, "wrong-passphrase"), (crypto.RECOVERY, "wrong-recovery-code")]
)
def test_a_wrong_secret_is_its_own_sentence(made: tuple[bytes, bytes], kind: str, code: str) -> None:
    key, keys = made
    with pytest.raises(CaseProblem) as caught:
        crypto.unlock(keys, kind, "not it")
    assert caught.value.code == code
    assert key.hex() not in repr(caught.value)
    assert "not it" not in caught.value.sentence


def test_the_key_is_not_in_the_file(made: tuple[bytes, bytes]) -> None:
    key, keys = made
    assert key not in keys
    assert key.hex().encode() not in keys
    assert b"passphrase" in keys  # the kind of slot, not its secret
    assert b"a good" not in keys


def test_changing_the_passphrase_keeps_the_recovery_code(made: tuple[bytes, bytes]) -> None:
    key, keys = made
    changed = crypto.replace_slot(keys, crypto.PASSPHRASE, key, "another passphrase")
    assert crypto.unlock(changed, crypto.PASSPHRASE, "another passphrase") == key
    assert crypto.unlock(changed, crypto.RECOVERY, CODE) == key
    with pytest.raises(CaseProblem):
        crypto.unlock(changed, crypto.PASSPHRASE, "a good passphrase")


def test_a_newer_format_is_refused(made: tuple[bytes, bytes]) -> None:
    content = json.loads(made[1])
    content["format"] = 99
    with pytest.raises(CaseProblem) as caught:
        crypto.unlock(json.dumps(content).encode(), crypto.PASSPHRASE, "a good passphrase")
    assert caught.value.code == "newer"


def test_a_slot_moved_from_another_case_does_not_open(made: tuple[bytes, bytes]) -> None:
    content = json.loads(made[1])
    content["case"] = "00000000-0000-4000-8000-000000000000"
    with pytest.raises(CaseProblem):
        crypto.unlock(json.dumps(content).encode(), crypto.PASSPHRASE, "a good passphrase")


def test_costs_out_of_bounds_are_damage_not_a_hang(made: tuple[bytes, bytes]) -> None:
    content = json.loads(made[1])
    for slot in content["slots"]:
        slot["memory_kib"] = 1 << 40
    with pytest.raises(CaseProblem) as caught:
        crypto.unlock(json.dumps(content).encode(), crypto.PASSPHRASE, "a good passphrase")
    assert caught.value.code == "damaged"


@given(st.binary(max_size=200))
def test_any_bytes_give_a_plain_problem(data: bytes) -> None:
    with pytest.raises(CaseProblem) as caught:
        crypto.unlock(data, crypto.PASSPHRASE, "x")
    assert caught.value.code in ("damaged", "newer", "wrong-passphrase")


def test_a_recovery_code_is_forgiving_of_how_it_is_typed() -> None:
    code = crypto.new_recovery_code()
    assert len(code.replace("-", "")) == 28
    sloppy = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert crypto.tidy_recovery_code(sloppy) == code
    assert crypto.new_recovery_code() != code


@pytest.mark.real_cost
def test_the_real_cost_is_that_of_rfc_9106() -> None:
    assert crypto.Cost() == crypto.Cost(passes=3, memory_kib=65536, lanes=4)
