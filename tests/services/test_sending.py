"""When a letter is taken to have arrived."""

from datetime import date

import pytest

from app.services.tracking import arrives

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("how", "day"),
    [
        ("email", "2026-11-20"),
        ("hand", "2026-11-20"),
        ("portal", "2026-11-20"),
        ("post", "2026-11-24"),
        ("recorded", "2026-11-24"),
        ("Recorded post", "2026-11-24"),
    ],
)
def test_post_of_every_kind_takes_days_and_never_arrives_on_a_weekend(how: str, day: str) -> None:
    assert arrives(FRIDAY, how) == day
