"""Larkhollow Primary School: what the office keeps and sends (attendance, covering letters, the schedule)."""

from dataclasses import replace

from app.demo.blocks import Record
from app.demo.looks import LARKHOLLOW, LARKHOLLOW_LOG

COVER_FIRST = Record(
    "00 Covering letter.pdf",
    "pdf",
    "cover_letter",
    "2026-06-12",
    "Covering letter to the file",
    "T. Bowes",
    """
Ms Nora Brennan\\
12 Ferry Row\\
Calderwick

:right: [2026-06-12 l]

Dear Ms Brennan

## Your request for Ada’s records
You wrote to us on [2026-05-12 l] and asked for the personal data that we hold about your daughter, Ada Brennan, born
[2013-03-14 l!]. With this letter comes a memory stick with our answer.

The schedule (spreadsheet “00 Schedule”) lists the folders. Where we have blacked out words, they are about other children or about
people who have not agreed to be named. We have not used any other exemption.

We were not able to open the mailbox of a colleague who has left. If you think that anything is missing, please tell us what it is
and about when it was written.

You can complain to us, and to the Information Commissioner, if you are unhappy with this answer.

Yours sincerely

~~ T. Bowes ~~ Data Protection Contact
""",
    LARKHOLLOW,
)

COVER_SECOND = Record(
    "Letter with the second file.pdf",
    "pdf",
    "cover_letter",
    "2026-11-02",
    "Letter with the second file",
    "T. Bowes",
    """
Ms Nora Brennan\\
12 Ferry Row\\
Calderwick

:right: [2026-11-02 l]

Dear Ms Brennan

## Further records about Ada
Thank you for your letter of [2026-10-01 d]. You asked for the reviews of the autumn of Year 4, the whole of the safeguarding log and
e-mails of named staff. We enclose what a second search has found:

- the safeguarding log, printed again in full
- SEN support reviews of October and December, Year 4. The second opens with the password that Mrs Hartley gave you at the time
- e-mails kept by the office, as two compressed folders, one inside the other
- Miss Tranter’s class diary, which she kept on her own machine and has now handed in

The two prints of the log were made by different members of staff and the blacked-out parts may not be the same. We do not hold an
audit trail for entries before [2023-09-01 m!], when we moved to the present system.

Yours sincerely

~~ T. Bowes ~~ Data Protection Contact
""",
    LARKHOLLOW,
)

ATTENDANCE_YEAR5 = Record(
    "Attendance/Attendance certificate Year 5.pdf",
    "pdf",
    "attendance_certificate",
    "2023-07-21",
    "Registration certificate, Year 5",
    "School office",
    """
Pupil :: Ada Brennan || Class :: 5M
From :: [2022-09-05 s] || To :: [2023-07-21 s]
Unique pupil number :: Z999204117031 || Printed :: [2023-07-21 s!] 14:02

|% 3 1.4 1.4 1.4 1.4 1.6
|= Half term | Possible | Present | Authorised | Unauthorised | Percent
| Autumn 1 | 68 | 66 | 2 | 0 | 97.1
| Autumn 2 | 74 | 64 | 10 | 0 | 86.5
| Spring 1 | 58 | 53 | 5 | 0 | 91.4
| Spring 2 | 60 | 57 | 3 | 0 | 95.0
| Summer 1 | 54 | 49 | 3 | 2 | 90.7
| Summer 2 | 66 | 59 | 7 | 0 | 89.4
| **Year** | **380** | **348** | **30** | **2** | **91.6**

Percentage attendance: 91.6 %. Late before the register closed: 3.

|% 1 5 1
|= Code | Meaning | Sessions
| / \\ | Present | 341
| P | Sporting activity | 3
| V | Educational visit | 4
| I | Illness | 22
| M | Medical or dental appointment | 8
| O | Absent without permission | 2

:small: Code M: audiology [2022-11-22 s], [2023-02-14 s]; paediatric clinic [2023-01-18 s]; speech therapy block
  [2023-06-12 K]. Illness in [2022-12-05 m] was scarlet fever, several classes.
""",
    replace(LARKHOLLOW_LOG, lines=("Academic year [2022-09-05 y!]",), running="Registration certificate", footer=""),
)
