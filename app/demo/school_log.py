"""Larkhollow Primary School: the safeguarding log, printed twice, and an incident form without the family's side."""

from dataclasses import replace

from app.demo.blocks import Record
from app.demo.looks import LARKHOLLOW_FORM, LARKHOLLOW_LOG


def _entry(number: str, when: str, added: str, category: str, by: str, seen: str, done: str, outcome: str) -> str:
    """One entry of the log as its printer lays it out. `when` and `added` are date tokens with their times."""
    return f"""
:bar: Entry {number}

Date of incident :: {when} || Added :: {added}
Category :: {category} || Added by :: {by}

**What was seen or said**

{seen}

**What was done:** {done}

**Outcome:** {outcome}
"""


def _first_pages() -> str:
    """Entries that are the same in both prints."""
    return "".join(
        (
            _entry(
                "31",
                "[2018-02-06 s] 12:10",
                "[2018-02-06 s!] 15:31",
                "Health",
                "L. Fennimore",
                "Ada put her head on the table at lunch and said her ear was “popping”. No temperature. She did not hear her name called "
                "from behind, twice.",
                "Rang mum at work, who collected at 12:50 and was taking her to the surgery.",
                "GP has referred back to the hospital. Sit Ada near the front.",
            ),
            _entry(
                "77",
                "[2019-11-19 s] 08:45",
                "[2019-11-21 s!] 16:02",
                "Attendance",
                "Office",
                "Late four times in a fortnight, between 8.55 and 9.10.",
                "Letter 1 sent.",
                "Mum explained that the 14 bus has been cut and that she starts work at 9. Breakfast club place offered free until "
                "Christmas. Taken up. No lates since.",
            ),
            "\n===\n",
            _entry(
                "160",
                "[2021-03-10 s] 09:05",
                "[2021-03-10 s!] 17:20",
                "General",
                "C. Okoro",
                "First week back. Ada has grown out of her shoes and mum asked at the gate if we had any in the lost property. "
                "Ada very happy to be back, did not stop talking until register.",
                "Found a pair. Told mum about the uniform swap in the library.",
                "No concern. Noted because staff were asked to note everything this term.",
            ),
            _entry(
                "198",
                "[2021-05-12 s] 11:00",
                "[2021-05-12 s!] 11:48",
                "Behaviour",
                "K. Tranter",
                "Would not line up for assembly, held on to the coat rail. Not rude. Said “it’s too many”.",
                "I took her in last and we sat by the door. She stayed for ten minutes which is a record this term!",
                "Have told Mr Okoro. Could we just do this every time?",
            ),
        )
    )


def _entry_214(second: bool) -> str:
    """The entry of June, as printed first and as printed second."""
    return _entry(
        "214",
        "[2021-06-16 s]",
        "[2022-02-09 s!] 16:40" if second else "[2021-06-17 s!] 08:52",
        "Concern about home" if second else "General",
        "J. Hartley",
        "Ada came in tired and did not want to take part in phonics. She said that she had been up late. Ada "
        + ("was" if second else "may have been")
        + " left alone in the evening. She ate her breakfast in class and joined in after playtime."
        + (" Mother became upset when asked about this." if second else "")
        + "\n\nMr Okoro will keep an eye on how Ada is in the mornings.",
        "Spoke to Mrs Brennan at the gate at 15:20.",
        "Mother explained that Ada stayed up with her █████████████████████████████. No further action."
        if second
        else "Mother explained that Ada stayed up with her grandmother, who was visiting. No further action.",
    )


def _last_pages(second: bool) -> str:
    later = _entry(
        "301",
        "[2021-10-20 s] 14:30",
        "[2021-10-20 s!] 17:55",
        "Concern about home",
        "J. Hartley",
        "Rang early help for advice. Mum not returning forms, has her own ideas about what is wrong, bit of a pattern with this family. "
        "Other parents have mentioned she works nights.",
        "Advice given over the phone: talk to parent.",
        "To raise at next review.",
    )
    playground = _entry(
        "309",
        "[2021-11-04 s] 10:45",
        "[2021-11-04 s!] 15:58",
        "Behaviour",
        "P. Whitlow",
        "See incident form. Push in the playground, the other child grazed a knee.",
        "Ada missed afternoon play.",
        "Letter home.",
    )
    hall = _entry(
        "388",
        "[2022-05-11 s] 09:20",
        "[2022-05-11 s!] 12:15",
        "Provision",
        "C. Okoro",
        "Sound survey done by the advisory teacher. The hall echoes for 1.9 seconds; she says under 0.8 is right for a child who does "
        "not hear well. We all stood at the back and none of us could follow the notices.",
        "Estimate for panels asked for. Class now sits by the doors.",
        "Ada came to the whole of Friday’s assembly on [2022-05-13 l]. She put her thumb up at me at the end.",
    )
    leaving = _entry(
        "512",
        "[2024-07-03 s] 13:10",
        "[2024-07-03 s!] 13:40",
        "Transition",
        "E. Quennell",
        "Second visit to Wrenfield Academy. Ada found the science block by herself and introduced Lottie to the librarian.",
        "Passed on the word book and Dr Marsh’s page of advice by hand.",
        "File to be transferred in September.",
    )
    added = _entry(
        "214a",
        "[2021-06-16 s]",
        "[2022-02-09 s!] 16:52",
        "Concern about home",
        "J. Hartley",
        "Linked to entry 301. Pattern of concern.",
        "None recorded.",
        "None recorded.",
    )
    return (later + "\n===\n" if not second else added + later + "\n===\n") + playground + hall + leaving


def _log(second: bool) -> str:
    printed = "[2026-10-30 s!]" if second else "[2026-06-10 s!]"
    who = "Pupil :: Ada Brennan || Date of birth :: [2013-03-14 s!]\nLinked pupils :: none shown || Entries printed :: "
    front = f"{who}{'10' if second else '9'}\n"
    note = f":small: Printed {printed} for a subject access request. Times are those of the system.\n"
    return f"{front}\n{note}{_first_pages()}\n===\n{_entry_214(second)}{_last_pages(second)}"


LOG_FIRST = Record(
    "Safeguarding/Safeguarding log [2026-06-10 i!].pdf",
    "pdf",
    "chronology_export",
    "2024-07-03",
    "Safeguarding log",
    "J. Hartley",
    _log(second=False),
    replace(LARKHOLLOW_LOG, lines=("Ada Brennan", "Printed [2026-06-10 s!]"), running="Safeguarding log"),
    (("saved", "2026-06-10"),),
)
LOG_SECOND = Record(
    "Safeguarding log [2026-10-30 i!].pdf",
    "pdf",
    "chronology_export",
    "2024-07-03",
    "Safeguarding log",
    "J. Hartley",
    _log(second=True),
    replace(LARKHOLLOW_LOG, lines=("Ada Brennan", "Printed [2026-10-30 s!]"), running="Safeguarding log"),
    (("saved", "2026-10-30"),),
)

INCIDENT_FORM = Record(
    "Safeguarding/Incident form playground [2021-11-04 i!].pdf",
    "pdf",
    "behaviour_log",
    "2021-11-04",
    "Incident form",
    "P. Whitlow",
    """
Pupil :: Ada Brennan || Class :: 4O
Date of incident :: [2021-11-04 l] || Time :: 10.45
Place :: Lower playground || Completed by :: P. Whitlow

## What happened
Ada pushed another pupil (█████) in the queue for the climbing frame. The other pupil fell and grazed a knee. The duty adult,
███████████, was at the gate and came when called. Ada was told to say sorry and did not answer.

## What came before
Not seen.

## What the child says
Ada would not give a reason. She smiled when spoken to, which did not help her.

## Injury
|% 2 3 3
|= Who | Injury | First aid
| Other pupil | Graze, left knee | Cleaned, plaster
| Ada Brennan | None recorded | None

## Action taken
- Ada missed afternoon play on the same day
- Telephoned both homes
- Letter sent [2021-11-04 2]

## Parent’s account
None given.

~~ P. Whitlow ~~ Headteacher
:small: One copy for the pupil’s file. Points: 3
""",
    replace(LARKHOLLOW_FORM, running="Incident form"),
    (("properties", {"modDate": "D:[2022-02-09 p!]165800Z", "producer": "School Forms 3.1"}),),
)
