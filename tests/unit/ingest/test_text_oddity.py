"""Misread text is noticed; languages, tables, codes and forms are left in peace."""

import pytest

from app.ingest.text_oddity import agreement, is_odd

_PLAIN = (
    "The class teacher wrote that he had settled well after the holiday and was joining in with group work every day. "
)


@pytest.mark.parametrize(
    "text",
    [
        "Mae'r ysgol yn cwrdd â'r teulu bob wythnos, ac mae'r plentyn yn hapus iawn gyda'r staff yn y dosbarth newydd hwn.",
        "Krzysztof Szczepański, Grażyna Wrzesniewska, Włodzimierz Brzęczyszczykiewicz i Małgorzata Chrząszcz przyszli na zebranie w szkole",
        "Autumn 12/03/2021 87.4% 4.5 £1,234.56 (12%) 3,250.00 98.1% 72% 101.3 45 £12.00 12.5 90 100% 11/11/2021 3.25",
        "NHS No 943 476 5919 Ref AB12/34C-7 UPN H801200001234 DX 12345 EHCP/2021/004 B12 3CD SEN2 KS3 W/C 12.10.21 P7 INV-00412",
        "Name of child: .................. Date of birth: ___/___/____ Signed: ................ Yes [ ] No [ ] Year group: ........ Class: .......",
        "ABSENT PRESENT LATE M/C N/A DNA OT SLT EHCP CAMHS TAF TAC CIN LAC PEP IEP PECS ASD ADHD ODD",
        "write to office@fellside.example or see www.fellside.example/pupils#term and https://westmere.example/a?b=c&d=e for more "
        + _PLAIN,
    ],
)
def test_good_text_is_not_odd(text: str) -> None:
    assert not is_odd(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tlie cla55 t3acher wr0te tliat lie lia|d sett1ed we!ll aft~er tlie hol1day and w^s j0ining 1n w;th gr0up w*rk ev3ry d@y",
        "".join(chr(33 + (ord(c) - 33 + 29) % 94) if c != " " else " " for c in _PLAIN * 2),
        "Thhh clll ttchr wrrt thht hh hdd sttld wllll ftttr thh hldy nd ws jnng nn wtth grpp wrrk vrry dyyy tdyy nddd",
    ],
)
def test_misread_text_is_odd(text: str) -> None:
    assert is_odd(text)


def test_a_few_words_prove_nothing() -> None:
    assert not is_odd("x1x y2y z!z")


def test_agreement_is_of_words_whatever_their_order() -> None:
    assert agreement("One, two three", "three two one.") == 1
    assert agreement("one two", "three four") == 0
    assert agreement("", "") == 0
