"""Larkhollow Primary School: lists out of the school's systems, with what they hide."""

from dataclasses import replace

from app.demo.blocks import Record
from app.demo.looks import LARKHOLLOW_FORM

SCHEDULE = Record(
    "00 Schedule of documents.xlsx",
    "xlsx",
    "index_schedule",
    "2026-06-12",
    "Schedule of documents",
    "T. Bowes",
    """
# Schedule

|% 1 4 2 2 5
|= No. | Folder | Files | Pages | Remarks
| 1 | Reports | 7 | 10 | All years but Year 4. Year 4 report not found
| 2 | SEN | 7 | 13 | Names of other pupils removed
| 3 | Safeguarding | 3 | 7 | Whole log printed [2026-06-10 s!] ^^ T. Bowes: Is this the version before or after the clean-up?
  Ask JH.
| 4 | Attendance and behaviour | 4 | 6 |
| 5 | E-mails | 9 | 12 | Search term “Brennan”, mailboxes of five staff
| !6 | Head’s own notes | 1 | 4 | NOT FOR RELEASE until PW has seen
| 7 | Photographs | 2 | 2 | Found on the class camera
| 8 | Meetings, trips, policy, admissions, other | 8 | 15 | One scan would not open

# !Not sent

|% 4 5
|= Document | Why
| Head’s own notes about Brennan, [2021-11-09 s] to [2022-03-10 s] | P. Whitlow: personal, not part of the record
| SEN support review [2021-12-16 s] | Password not known. Ask J. Hartley (left [2025-08-31 m!])
| Class diary, K. Tranter | On her own laptop
""",
)

BEHAVIOUR_3O = Record(
    "Behaviour/Behaviour 3O summer.csv",
    "csv",
    "behaviour_log",
    "2021-07-16",
    "Behaviour log, Class 3O",
    "C. Okoro",
    """
|= Date | Pupil | Points | Type | Where | Note | Staff
| [2021-04-22 s] | Brennan Ada | 1 | Not following instructions | Class | Asked three times to line up | CO
| [2021-05-05 s] | Brennan Ada | 1 | Not following instructions | Hall | Would not sit with class | CO
| [2021-05-12 s] | Brennan Ada | 0 | Refused hall | Corridor | See log 198, KT took her in last, fine | KT
| [2021-05-26 s] | Brennan Ada | 2 | Talking | Class | Answered Lottie during input. Lottie was explaining what to do | CO
| [2021-06-09 s] | Brennan Ada | -2 | Kindness | Playground | Sat with a Reception child till his mum came | PW
| [2021-06-23 s] | Brennan Ada | 1 | Not following instructions | PE | Ran wrong way in relay, whole team upset | Cover
| [2021-07-02 s] | Brennan Ada | -1 | Effort | Class | Finished the harbour map | CO
| [2021-07-14 s] | Brennan Ada | 1 | Left seat | Class | Went to look at the board close up | CO
""",
)

BEHAVIOUR_4O = Record(
    "Behaviour/Behaviour and rewards 4O.xlsx",
    "xlsx",
    "behaviour_log",
    "2022-07-15",
    "Behaviour and rewards, Class 4O",
    "C. Okoro",
    """
# Incidents

|% 2 1 4 2 2
|= Date | Time | What | Points | By
| [2021-09-15 s] | 09:20 | Did not start work | 1 | CO
| [2021-10-04 s] | 11:05 | Left the room in maths. Came back after ten minutes. | 1 | CO
| [2021-10-12 s] | 11:10 | Left the room in maths, reading corner, came back when asked | 1 | CO
| [2021-11-04 s] | 10:45 | Playground push ^^ C. Okoro: I was told afterwards that her hood had been pulled. Nobody asked me before
  the points went on. | 3 | PW
| ![2021-11-05 s] | 08:40 | Mum's e-mail says hood pulled twice, photo of mark. Told PW. PW says leave as is | 0 | CO
| [2022-01-19 s] | 14:15 | Told a supply teacher “you talk too fast” | 2 | Supply
| [2022-05-04 s] | 13:30 | Refused dining hall | 0 | KT

# Rewards

|% 2 5 2
|= Date | For | By
| [2021-09-24 s] | Bringing me the board when I had forgotten it | CO
| [2021-12-10 s] | Painting all the scenery clouds | KT
| [2022-02-11 s] | Four Roman words in her own sentences | KT
| [2022-05-13 s] | WHOLE ASSEMBLY! | CO
| [2022-07-08 s] | Showing a new child where everything is | PW
""",
)

ADMISSION = Record(
    "Admissions/Admission form.tif",
    "tiff",
    "other",
    "2016-06-24",
    "Nursery admission form",
    "Nora Brennan",
    """
:note: PLEASE USE BLACK INK AND CAPITAL LETTERS

### About your child
Surname :: BRENNAN || First names :: ADA MAEVE
Date of birth :: [2013-03-14 s!] || Seen :: Birth certificate, 24/6 DL
Address :: 12 FERRY ROW, CALDERWICK || Start :: [2016-09-06 s]
Lives with :: Mother, grandmother stays 2 nights || Brothers, sisters :: Baby due in August

### Health
Doctor :: DR PEMBERLEY, FERNBRIDGE SURGERY
Anything we should know? :: EARS. HOSPITAL TEST [2016-11-22 s]. SHE DOES NOT ALWAYS HEAR YOU BUT SHE IS NOT BEING RUDE

### Getting to know you
What does your child like? :: BOATS, WATER, PAINT
What comforts her? :: HER BLUE BOAT. A HAND ON HER BACK
What worries you? :: HER TALKING IS BEHIND HER COUSINS. CAN SOMEBODY LOOK AT IT PLEASE

~~ Nora Brennan ~~ Mother, [2016-06-24 s]

===

### For the office
Place offered :: [2016-07-04 s] || Sessions :: Mornings, 15 hours
Visit at home :: [2016-09-01 s], Mrs Lavery || Unique pupil number :: Z999204117031

### Emergency contacts
|% 3 3 3
|= Name | Who | Telephone
| Nora Brennan | Mother | 07700 900461
| Maeve Brennan | Grandmother | 01632 960087
| Shirley Cobb | Neighbour | 01632 960093

### Permissions
|% 5 1 1
|= | Yes | No
| Photographs in school | ✓ |
| Photographs on the website | | ✓
| Plasters | ✓ |
| Speech and language screening | ✓ |

:hand: Speech screening list full until spring. DL 12/9
""",
    replace(LARKHOLLOW_FORM, running="Nursery admission form"),
)
