"""What a person types into a date field."""

from datetime import date

from app.system import clock


def read_date(text: str, *, today: date | None = None, born: str = "", nation: str = "england") -> str:
    """The EDTF value of typed words: "14/10/21", "autumn 2021", "about Sept 2019", "last Tuesday". Raises ValueError with a sentence
    for the person. `today` is what "yesterday" counts from; `born` (ISO or empty) and `nation` are for "Year 4"."""
    from app.understand.typed import read_typed, why_not

    value = read_typed(text, today or clock.today(), born, nation)
    if not value:
        raise ValueError(why_not(text))
    return value
