"""What holds for any text at all."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import dates
from app.domain.extracted import ExtractedDocument, ExtractedPage, MailHeaders
from app.domain.suggestions import CaseFacts
from app.understand import plain
from app.understand.run import understand

PIECES = [
    "14 October 2021", "on ", "14/10/21", "3, 10 and 17 March", "w/c ", "29.11.21", "Autumn term", " 2021/22", "Year 4", "last Tuesday", "six weeks ago",
    "before ", "between ", " and ", " - ", "\n", "\n\n", "   ", "Dear Mrs Marsh", "Yours sincerely", "DOB: ", "15/03/2014", "From: a@b.uk", "Sent: ", "Typed ",
    "31/02/2021", "l4 0ctober 2O21", ".", ", ", "May ", "the following day", "Term 3", "Christmas", "2019", "9999-12-31", "00/00/00", "İ", "€", "|", "\t", "Page 1 of 2",
    "Larkhollow Primary School", "Minutes of meeting", "29 Feb ", "2020", "0001-01-01", "Monday 31st", "100 years ago", "12 months ago", "99 weeks ago",
]  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=24).map("".join), st.text(max_size=200))
FACTS = st.sampled_from(
    [CaseFacts(), CaseFacts(child="Sam Marsh", born="2014-03-15", family=("Kate Marsh",), received="2024-02-01")]
)


@settings(max_examples=250, deadline=None)
@given(TEXTS, TEXTS, FACTS, st.booleans())
def test_nothing_breaks_it_and_every_event_stands_in_the_text(
    first: str, second: str, facts: CaseFacts, is_mail: bool
) -> None:
    mail = MailHeaders(subject=second[:40], sender=first[:40], sent="2021-10-14T08:00:00+01:00") if is_mail else None
    doc = ExtractedDocument("pdf", (ExtractedPage(first), ExtractedPage(second)), title=second[:20], mail=mail)
    found = understand(doc, first[:30], facts)
    pages = (first, second)
    for event in found.events:
        assert pages[event.page - 1][event.start : event.end] == event.date_text
        assert dates.is_edtf(event.date)
        assert 0 < len(event.title) <= 70
        assert event.role in {"happened", "recorded", "planned"}
        assert event.precision == dates.precision(event.date)
    if found.date:
        assert dates.is_edtf(found.date.value)


@given(st.text(max_size=300))
def test_simple_text_keeps_every_offset(text: str) -> None:
    assert len(plain.simplify(text)) == len(text)


@given(st.text(max_size=300))
def test_breaks_cover_the_text_in_order(text: str) -> None:
    starts = plain.breaks(text)
    assert starts[0] == 0
    assert starts[-1] == len(text)
    assert starts == sorted(starts)


@given(
    st.dates(date(2016, 1, 1), date(2023, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%-d %b %Y", "%d.%m.%y", "%Y-%m-%d", "%A %-d %B %Y"]),
)
def test_a_day_written_in_any_usual_form_is_found(day: date, form: str) -> None:
    text = f"He was seen by the nurse on {day.strftime(form)} at school.\n"
    doc = ExtractedDocument("pdf", (ExtractedPage("Report\nDate: 1 January 2024\n\n" + text),))
    found = understand(doc, "x.pdf", CaseFacts(born="2014-03-15", received="2024-02-01"))
    expected = [] if day == date(2014, 3, 15) else [day.isoformat()]
    assert [event.date for event in found.events] == expected
