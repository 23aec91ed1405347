"""Which records came from whom, and when."""

from dataclasses import dataclass, replace
from functools import cache

from app.demo import (
    academy,
    council_care,
    council_send,
    junk,
    nhs,
    nhs_therapy,
    psychologist,
    school_log,
    school_mail,
    school_meetings,
    school_office,
    school_papers,
    school_reports,
    school_sen,
    school_tables,
    school_threads,
    surgery,
)
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
    school_tables.SCHEDULE,
    school_tables.ADMISSION,
    *school_reports.REPORT_RECORDS,
    *school_sen.SEN_RECORDS,
    psychologist.EP_REPORT,
    school_log.LOG_FIRST,
    school_log.INCIDENT_FORM,
    school_papers.NOTE_OKORO,
    school_papers.PLAYGROUND_LETTER,
    school_tables.BEHAVIOUR_3O,
    school_tables.BEHAVIOUR_4O,
    school_office.ATTENDANCE_YEAR5,
    *school_mail.MAIL_RECORDS,
    *school_threads.LATER_MAIL,
    school_meetings.TAF_MINUTES,
    school_papers.PARENTS_EVENING,
    school_papers.MOVING_UP,
    _DAMAGED,
    school_papers.FARM,
    school_papers.DISPLAY,
    school_papers.CHAT,
    school_papers.POLICY,
    _copy(psychologist.EP_REPORT, "Miscellaneous/Copy of EP report.pdf"),
    junk.thumbs("Photographs/"),
    junk.finder(""),
    junk.word_lock("Trips/", "sk assessment farm trip.docx", "H. Madeley"),
)
_SURGERY = (*surgery.SURGERY_RECORDS, _copy(nhs.PAEDIATRIC_LETTER, "Letters in/Paediatrics.pdf"))
_NHS = (
    nhs.HEARING_INVITATION,
    nhs.HEARING_LETTER,
    nhs.SPEECH_REFERRAL,
    nhs.PAEDIATRIC_LETTER,
    *nhs_therapy.THERAPY_RECORDS,
)
_COUNCIL = (
    *council_send.SEND_RECORDS,
    *council_care.CARE_RECORDS,
    _copy(psychologist.EP_REPORT, "SEND/EP report [2022-03-03 m!].pdf"),
    junk.windows_folder("SEND/"),
)
_ACADEMY = (*academy.ACADEMY_RECORDS, junk.finder("Pastoral/"))
_SCHOOL_SECOND = (
    school_office.COVER_SECOND,
    school_log.LOG_SECOND,
    school_sen.REVIEW_SECOND,
    school_sen.REVIEW_DECEMBER,
    school_papers.DIARY,
    school_threads.OFFICE_ZIP,
    junk.thumbs(""),
)

DELIVERIES: tuple[Delivery, ...] = (
    Delivery("school", "2026-05-12", "2026-06-12", "Larkhollow SAR [2026-06-12 m!]", _SCHOOL_FIRST),
    Delivery("surgery", "2026-06-22", "2026-07-09", "Fernbridge Surgery", _SURGERY),
    Delivery("trust", "2026-07-28", "2026-08-28", "Brackenmoor health records", _NHS),
    Delivery("council", "2026-08-03", "2026-09-04", "SAR-26-0419 Calderwick Council", _COUNCIL),
    Delivery("academy", "2026-09-14", "2026-10-13", "Wrenfield Academy", _ACADEMY),
    Delivery("school", "2026-10-01", "2026-11-02", "Larkhollow second file", _SCHOOL_SECOND),
)


@cache
def _by_path() -> dict[str, Record]:
    return {record.path: record for delivery in DELIVERIES for record in delivery.records}


def find(path: str) -> Record:
    """A record by its path as written in the prose modules; KeyError when there is none."""
    return _by_path()[path]
