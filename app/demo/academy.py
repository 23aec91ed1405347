"""Wrenfield Academy: a large secondary school that knows Ada through its systems, and a SENCo who knows her herself."""

from dataclasses import replace

from app.demo.blocks import Record, Scanner
from app.demo.looks import WRENFIELD, WRENFIELD_FORM, WRENFIELD_LOG

_RAHIMI = "Rahimi, A. <a.rahimi@wrenfield.example>"
_COTTERILL = "Cotterill, D. <d.cotterill@wrenfield.example>"
_NORA = "Nora Brennan <nora.brennan@postbox.example>"

COVER = Record(
    "Response to your request.eml",
    "eml",
    "email",
    "2026-10-13",
    "Subject access request: A. Brennan",
    "Data Protection Officer",
    """
Dear Ms Brennan

Subject access request received [2026-09-14 l]

Please find by secure link the personal data that Wrenfield Academy holds about Ada. We have taken out the names of
  other students.
Staff names are left in.

The folder named Larkhollow is the file as it reached us in [2024-09-03 m]. We have not checked what is in it and we
  suggest that you
write to that school if something is wrong.

Regards
Data Protection Officer
Wrenfield Academy
""",
    options=(
        ("sender", "Data Protection Officer <dpo@wrenfield.example>"),
        ("to", (_NORA,)),
        ("at", "11:20"),
        ("id", "<sar-0144@wrenfield.example>"),
        ("remote", "https://open.mailer.example/o/0144.gif"),
    ),
)
PASSPORT = Record(
    "SEND/Student passport Year 7.docx",
    "docx",
    "iep",
    "2024-09-20",
    "Student passport, Year 7",
    "D. Cotterill",
    """
# Student passport

Name :: Ada Brennan
Form :: 7P
Head of Year :: D. Cotterill
Issued :: [2024-09-20 s]

## What staff need to know
Ada has a diagnosis of ADHD and takes medication for it. She can be off task and may smile when challenged. Mum can
  be anxious.

## In lessons
- Seat at front, left
- One instruction at a time
- Movement break: time-out card, 5 minutes
- Do not ask to read aloud

## What Ada says
“Please don't think I'm laughing. Please write the homework on the board before you say it.”

>> Ada has a diagnosis | A. Rahimi | 2024-10-02 | Dan, where is this from? It is not in the blue folder. The
  paediatrician says the opposite.
>> Ada has a diagnosis | D. Cotterill | 2024-10-07 | Think it was on the primary list? Can change when I do the half
  term ones.
""",
)
SUSPENSION = Record(
    "Pastoral/Suspension letter [2024-11-12 i!].pdf",
    "pdf",
    "exclusion_letter",
    "2024-11-12",
    "Suspension letter",
    "Dr I. Calloway",
    """
Ms N. Brennan\\
12 Ferry Row\\
Calderwick

:right: [2024-11-12 l]

Dear Ms Brennan

## Suspension for a fixed period: Ada Brennan, 7P
I am writing to tell you of my decision to suspend Ada for a fixed period of one day. She will not be allowed in
  school on
[2024-11-13 w]. The suspension ends at midnight and Ada should come to a reintegration meeting at 8.30 am on
  [2024-11-14 w].

Ada has been suspended because on [2024-11-11 "Monday"], during an evacuation drill, she refused repeated
  instructions by two members
of staff to leave the science corridor, and pushed past one of them.

I have taken account of Ada’s special educational needs.

You have a duty to make sure that she is not in a public place during school hours on that day without good reason.
  Work has been set
online.

You have the right to make representations to the governing board, who must consider them though they cannot direct
  that Ada returns
before the day has passed. If you wish to, write to the Clerk at the address above. If you think that the suspension
  amounts to
disability discrimination you may also make a claim to the First-tier Tribunal (Special Educational Needs and
  Disability).

Yours sincerely

~~ Dr I. Calloway ~~ Principal
""",
    WRENFIELD,
)
REINTEGRATION = Record(
    "Pastoral/scan reintegration.pdf",
    "scan",
    "meeting_notes",
    "2024-11-14",
    "Reintegration meeting",
    "D. Cotterill",
    """
Student :: Ada Brennan, 7P || Date :: [2024-11-14 s], 8.30
Present :: D. Cotterill, A. Rahimi, N. Brennan, Ada || Length :: 35 minutes

**What happened, as the corridor staff wrote it:** refused to move, smiled, pushed past Mr ██████.

**What happened, as Ada drew it for Mrs Rahimi:** the alarm was so loud that she put her hands on her ears. Two adults
were calling out at once. She went back for Lottie, who was in the toilets. She did not know what “assemble on the
  lower court”
meant.

**Mrs Brennan:** asks that Ada's drawing be kept with the letter. Says that the hospital tested her on [2024-10-22 s]
  and her left ear is down
again. Letter handed over.

**Agreed**

+ Drills: Ada told the day before, leaves with Mrs Rahimi
+ A picture of the court on her card
+ D.C. to ask the Principal whether the suspension should stand

:hand: asked IC 18/11. Says it stands. DC

~~ D. Cotterill ~~ Head of Year 7
~~ N. Brennan ~~ Parent
""",
    replace(WRENFIELD_FORM, running="Reintegration meeting"),
    (("scanner", Scanner(skew=0.8, noise=26, turn=180)),),
)
POINTS = Record(
    "Pastoral/Behaviour points export.csv",
    "csv",
    "behaviour_log",
    "2025-07-18",
    "Behaviour points, Year 7",
    "Wrenfield Academy",
    """
|= Date | Lesson | Code | Points | Comment | Staff
| [2024-09-17 s] | Fr1 | B1 | 1 | Not on task | CLE
| [2024-09-26 s] | Sc3 | B1 | 1 | Talking. Says she was asking what to do | HOW
| [2024-10-09 s] | Ma2 | B2 | 2 | Homework not done. Not written in planner | SIN
| [2024-11-11 s] | Tutor | B4 | 10 | Refusal in evacuation | COT
| [2024-12-05 s] | Ar2 | A3 | -5 | Cover of the winter programme | FEN
| [2025-01-21 s] | En4 | A1 | -1 | Asked for it to be shown, brilliant | OYE
| [2025-03-06 s] | Fr1 | B1 | 1 | Smirking | CLE
| [2025-06-19 s] | Sc3 | A2 | -2 | Explained tides to the class | HOW
""",
)
CONTACTS = Record(
    "Pastoral/Communication log.html",
    "html",
    "case_notes",
    "2025-07-18",
    "Communication log",
    "Wrenfield Academy",
    """
# Communication log: Ada Brennan (7P)

:small: Printed on [2026-10-08 s!] at 15:14 · Registration group 7P · All contacts

|= Date | From | Type | Summary
| [2024-09-09 s] 16:05 | Miss S. Penhale (tutor) | Call home | Settled. Likes the library. Mum asked who has read the
  folder, said I would find out.
| [2024-09-24 s] 12:40 | Miss S. Penhale (tutor) | Call home | Folder is with Mrs Rahimi. Mum happy.
| [2024-10-04 s] 15:50 | N. Brennan | Call in | Passport says ADHD and medicine. Not true. She has never had any.
  Passed to DC.
| [2024-11-11 s] 14:30 | D. Cotterill | Call home | Told of incident. Mum asked what had been said to Ada and whether
  it was shown. I did not know.
| [2024-11-18 s] 09:15 | A. Rahimi | Internal | Asked again for the passport to be changed before it goes to cover
  staff.
| [2025-01-15 s] 17:00 | A. Rahimi | Meeting | EHC plan final. Provision list drawn up with Mum. Passport withdrawn,
  new one issued.
| [2025-06-27 s] 13:20 | Miss S. Penhale (tutor) | Postcard | Tides talk. Sent home by post.
""",
    WRENFIELD,
)
CERTIFICATE = Record(
    "Attendance/Registration certificate Year 7.pdf",
    "pdf",
    "attendance_certificate",
    "2025-07-22",
    "Registration certificate, Year 7",
    "Attendance Office",
    """
Student :: Ada Brennan || Form :: 7P
From :: [2024-09-03 s] || To :: [2025-07-22 s]
Possible sessions :: 378 || Percentage attendance :: 94.2

|% 2 1 1 1 1 1 1
|= Month | Possible | / \\ | I | M | E | L
| [2024-09-03 m] | 38 | 37 | 0 | 1 | 0 | 0
| [2024-10-01 m] | 36 | 33 | 1 | 2 | 0 | 0
| [2024-11-01 m] | 42 | 36 | 4 | 0 | 2 | 1
| [2024-12-02 m] | 30 | 30 | 0 | 0 | 0 | 0
| [2025-01-06 m] | 40 | 38 | 2 | 0 | 0 | 0
| [2025-02-03 m] | 30 | 30 | 0 | 0 | 0 | 0
| [2025-03-03 m] | 42 | 38 | 3 | 1 | 0 | 0
| [2025-04-22 m] | 22 | 22 | 0 | 0 | 0 | 0
| [2025-05-06 m] | 34 | 32 | 2 | 0 | 0 | 0
| [2025-06-02 m] | 40 | 37 | 0 | 3 | 0 | 2
| [2025-07-01 m] | 24 | 23 | 1 | 0 | 0 | 0

:small: / \\ present · I illness · M medical · E suspended · L late before the register closed. Printed [2026-10-08 s!].
""",
    replace(WRENFIELD_LOG, lines=("Academic year [2024-09-03 y!]",), running="Registration certificate"),
)
REPORT = Record(
    "Reports/Year 7 summer report.pdf",
    "pdf",
    "school_report",
    "2025-07-04",
    "Year 7 summer report",
    "Miss S. Penhale",
    """
Student :: Ada Brennan || Form :: 7P
Tutor :: Miss S. Penhale || Issued :: [2025-07-04 l]

|% 2.4 1.2 1.2 5
|= Subject | Effort | Progress | Teacher comment
| English | 4 | On track | Ada asks for what she needs, in words. Her harbour poem was read at the summer concert.
  (Mr Oyelaran)
| Maths | 3 | Below | Secure with diagrams; wordy questions need unpicking. Come to Thursday club. (Mrs Singleton)
| Science | 4 | On track | Explained tides to the class better than I had. (Dr Howarth)
| French | 2 | Below | Finds listening hard and can appear not to try. (Mme Clement)
| Art | 4 | Above | Exceptional eye. (Ms Fenn)
| History | 3 | On track | Pre-taught words make the difference. (Mr Ballantyne)

## Tutor
I did not understand Ada in September. By June she had taught me to put the day on the board before anybody came in,
  and my whole tutor
group is calmer for it. Attendance 94.2 %.

## Head of Year
A pleasing end to the year after a difficult autumn. D. Cotterill

:small: Effort: 4 excellent, 3 good, 2 some concern, 1 concern
""",
    replace(WRENFIELD_FORM, running="Year 7 summer report"),
)
HEALTH_PLAN = Record(
    "Health/Individual healthcare plan.pdf",
    "pdf",
    "other",
    "2025-02-03",
    "Individual healthcare plan",
    "A. Rahimi",
    """
Name :: Ada Brennan || Date of birth :: [2013-03-14 s!]
Plan agreed :: [2025-02-03 s] || Review :: [2026-02-02 s]
Condition :: Hearing that comes and goes (glue ear), left worse than right. Developmental language disorder
Medicine in school :: None

### What it looks like on a bad day
She turns her right side to you, asks less, smiles more, gets a headache by lunch. A smile may mean that she has not
  heard.

### What we do
|% 3 4
|= When | Do
| Any lesson | Right ear to the room; written first instruction; check by asking her to show, not by “do you
  understand?”
| Cold or earache | Tell home the same day; library at lunch
| Alarm or drill | Mrs Rahimi or Miss Penhale walks with her; picture card
| Swimming | Ear plugs, in her bag

### Who has read it
~~ A. Rahimi ~~ SENCo
~~ N. Brennan ~~ Parent
:hand: Ada Brennan
""",
    replace(WRENFIELD_FORM, running="Individual healthcare plan"),
)
EXAM_MAIL = Record(
    "SEND/Access arrangements.msg",
    "msg",
    "email",
    "2025-10-09",
    "Access arrangements, Ada Brennan 8P",
    "Rahimi, A.",
    """
Dear Nora

Two things.

We tested Ada for extra time on [2025-10-07 "Tuesday"]. She qualifies: 25 per cent and a reader, from now and not
  only in Year 10, so that it
is her normal way of working by then. The form is attached for you to keep.

The annual review of the plan has to be held by [2025-12-13 l]. I would like [2025-11-27 w] at two o'clock so that
  you can come before
your shift. The council and Ms Fairweather have been asked. Ada wants to run the first ten minutes herself, with
  slides. I said yes before
she had finished asking.

Best wishes
Amira Rahimi
SENCo
""",
    options=(
        ("sender", _RAHIMI),
        ("to", (_NORA,)),
        ("cc", (_COTTERILL,)),
        ("at", "16:48"),
        ("id", "<ar-20251009-1648@wrenfield.example>"),
        (
            "members",
            (
                Record(
                    "Arrangements form.pdf",
                    "pdf",
                    "assessment_protocol",
                    "2025-10-07",
                    "Access arrangements: summary of testing",
                    "A. Rahimi",
                    """
Candidate :: Ada Brennan || Year :: 8
Tested on :: [2025-10-07 l] || Tester :: A. Rahimi

|% 3 2 2 2
|= Measure | Raw score | Standard score | Percentile
| Reading speed | 61 | 79 | 8
| Reading comprehension, read alone | 14 | 81 | 10
| Listening comprehension, with pictures | 22 | 96 | 39
| Writing speed | 17 words a minute | 88 | 21

Recommended :: 25 % extra time; reader; seat near the front, right ear to the room
""",
                    replace(WRENFIELD_FORM, running="Access arrangements: summary of testing"),
                ),
            ),
        ),
    ),
)
ACADEMY_RECORDS = (
    COVER,
    PASSPORT,
    SUSPENSION,
    REINTEGRATION,
    POINTS,
    CONTACTS,
    CERTIFICATE,
    REPORT,
    HEALTH_PLAN,
    EXAM_MAIL,
)
