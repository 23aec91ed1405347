"""Numbers, times and dates as people say them."""

from datetime import date, datetime, timedelta


def count(number: int, one: str, many: str = "") -> str:
    """Gives "1 page", "2,318 pages"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def duration_left(seconds: float | None) -> str:
    """Gives "about 8 minutes left" from seconds; empty when it cannot be told."""
    if seconds is None or seconds < 0:
        return ""
    if seconds < 50:
        return "less than a minute left"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"about {count(minutes, 'minute')} left"
    return f"about {count(round(minutes / 60), 'hour')} left"


def long_day(day: date) -> str:
    """Gives "Monday 23 November 2026"."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def short_day(day: date) -> str:
    """Gives "23 Nov 2026"."""
    from app.domain import dates  # not needed before a first date is shown

    return dates.show(day.isoformat())


def day_and_month(day: date) -> str:
    """Gives "23 Nov"."""
    return short_day(day).rsplit(" ", 1)[0]


def days_until(due: date, today: date) -> str:
    """Gives "Due today", "10 days left", "3 days late"."""
    days = (due - today).days
    if days == 0:
        return "Due today"
    return f"{count(days, 'day')} left" if days > 0 else f"{count(-days, 'day')} late"


def when(moment: str, now: datetime) -> str:
    """Gives "today, 21:32", "yesterday, 23:12", "2 Nov 2026" from an ISO time; empty when it cannot be read."""
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    if at.tzinfo is not None:
        at = at.astimezone().replace(tzinfo=None)
    if at.date() == now.date():
        return f"today, {at:%H:%M}"
    if at.date() == now.date() - timedelta(days=1):
        return f"yesterday, {at:%H:%M}"
    return short_day(at.date())


def initials(name: str) -> str:
    """Gives "AB" from "Ada Brennan"."""
    parts = [part for part in name.split() if part[:1].isalpha()]
    return "".join(part[0].upper() for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts))


def number_word(number: int) -> str:
    """Gives "Six"; figures from ten on."""
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
    return words[number] if 0 <= number < len(words) else f"{number:,}"


def file_size(size: int) -> str:
    """Gives "312 KB", "4.1 MB"."""
    if size < 1000:
        return f"{size} bytes"
    if size < 1_000_000:
        return f"{round(size / 1000)} KB"
    return f"{size / 1_000_000:.1f} MB"
