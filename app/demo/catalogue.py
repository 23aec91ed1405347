"""Which records came from whom, and when."""

from dataclasses import dataclass, replace
from functools import cache

from app.demo import junk, nhs, psychologist, school_log, school_mail, school_meetings, school_office, school_sen
from app.demo.blocks import Record


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivery: the key of its organisation in `app.demo.planted`, the days, the folder it came as, its records."""

    organisation: str
    request_sent: str
    received: str
    folder: str
    records: tuple[Record, ...]


def _copy(of: Record, path: str) -> Record:
    """The same bytes in another place."""
    return replace(of, path=path, how="copy", body="", options=(("of", of.path),))


_DAMAGED = replace(
    school_meetings.TAF_MINUTES,
    path="Meetings/scan_0041.pdf",
    how="cut",
    kind="unreadable",
    title="",
    author="",
    date="",
)

_SCHOOL_FIRST = (
    school_office.COVER_FIRST,
    *school_sen.SEN_RECORDS,
    psychologist.EP_REPORT,
    school_log.LOG_FIRST,
    school_log.INCIDENT_FORM,
    *school_mail.MAIL_RECORDS,
    school_meetings.TAF_MINUTES,
    school_office.ATTENDANCE_YEAR5,
    _copy(psychologist.EP_REPORT, "Miscellaneous/Copy of EP report.pdf"),
    _DAMAGED,
    junk.thumbs("SEN/"),
    junk.finder(""),
)
_SCHOOL_SECOND = (
    school_office.COVER_SECOND,
    school_log.LOG_SECOND,
    school_sen.REVIEW_SECOND,
    school_sen.REVIEW_DECEMBER,
)
_NHS = (nhs.HEARING_INVITATION, nhs.HEARING_LETTER, nhs.SPEECH_REFERRAL, nhs.PAEDIATRIC_LETTER)

DELIVERIES: tuple[Delivery, ...] = (
    Delivery("school", "2026-05-12", "2026-06-12", "Larkhollow SAR June 2026", _SCHOOL_FIRST),
    Delivery("trust", "2026-07-28", "2026-08-28", "Brackenmoor NHS records", _NHS),
    Delivery("school", "2026-10-01", "2026-11-02", "Larkhollow second file", _SCHOOL_SECOND),
)


@cache
def _by_path() -> dict[str, Record]:
    return {record.path: record for delivery in DELIVERIES for record in delivery.records}


def find(path: str) -> Record:
    """A record by its path as written in the prose modules; KeyError when there is none."""
    return _by_path()[path]
