"""Brackenmoor NHS Trust: the therapist, the health visitor, the ear clinic, the child mental health service."""

from dataclasses import replace

from app.demo.blocks import Record, Scanner
from app.demo.looks import BRACKENMOOR, BRACKENMOOR_FORM, BRACKENMOOR_PRINT

SPEECH_REPORT = Record(
    "Speech and language/Assessment report [2022-05-24 m!].pdf",
    "pdf",
    "salt_report",
    "2022-05-24",
    "Speech and language therapy report",
    "I. Fairweather",
    """
**Speech and language therapy: assessment report**

Name :: Ada Brennan || Date of birth :: [2013-03-14 s!]
Seen on :: [2022-05-10 s] and [2022-05-17 s] || Written :: [2022-05-24 l]
Where :: School library, and at home || Therapist :: Imogen Fairweather, HCPC registered

## Meeting Ada
Ada is nine, likes limpets, and has worked out more about how people talk than most adults. When I dropped a pencil
  and said nothing she
told me, “You do that to see if I look.” I did, and she was right.

I met her twice at school and once at home, where her mother, her grandmother and her brother all did what the
  textbooks ask: short
sentences, waiting, showing. Nobody had told them to. Mrs Brennan said that they had found it out.

## Listening and understanding
|% 5 2 2 3
|= What Ada was asked to do | Standard score | Percentile | In plain words
| Follow directions, longer and longer | 70 | 2 | Sure to one step, guesses at two
| Understand spoken paragraphs | 72 | 3 | Holds the place, loses the events
| Understand sentences, pictures to choose from | 78 | 7 | “Before” and “after” change places
| Match words that go together | 84 | 14 | Thinks of good links I had not

An average child scores 100. Two in three score between 85 and 115.

===

## Talking
|% 5 2 2 3
|= | Standard score | Percentile | In plain words
| Say sentences back | 71 | 3 | Keeps the meaning, drops the small words
| Make a sentence from a word | 77 | 6 | Short, correct, never wrong to be polite
| Tell a story from pictures | 80 | 9 | Everything there, in the order she cared about

Her speech sounds are clear. She does not stammer. Her voice is a little loud after a cold.

## What this adds up to
Ada has a **developmental language disorder**. That is a lasting difficulty with understanding and using language
  which is not caused by
her hearing, though her hearing makes it worse, nor by how she has been brought up. It was there at three, when her
  mother
first asked.

She is not inattentive and not unwilling. When she does not understand she looks at faces, and smiles, because a
  smile has
usually ended it.

===

## What helps
+ Say her name, wait for her eyes, then say one thing.
+ Show it as you say it.
+ Wait ten seconds. Count them. They are longer than you think.
+ Teach the words before the lesson: five a week, seen, said, drawn, used.
+ Never ask “do you understand?” Ask her to show you.

## What I recommend
|% 4 2 2
|= Provision | How often | Who
| Language programme, written by me each term | 3 × 20 minutes a week | Miss Tranter, trained by me on [2022-06-15 s]
| Visit, review of targets | twice a term | Therapist
| Sound in the hall | once | School
| Training for all staff, one hour | [2022-09-05 "September training day"] | Therapist

I shall see Ada again in the week of [2022-09-26 l]. Mrs Brennan may ring me on 01632 960731 at any time before then,
  and I hope she
will.

~~ Imogen Fairweather ~~ Speech and Language Therapist, HCPC registered

:small: Copies: Ms N. Brennan; Mrs J. Hartley, Larkhollow Primary; Dr A. Pemberley; Dr L. Marsh, Educational Psychology
""",
    replace(BRACKENMOOR, running="Speech and language therapy"),
)

SCORE_SHEET = Record(
    "Speech and language/Scoring sheet.pdf",
    "scan",
    "assessment_protocol",
    "2022-05-17",
    "Language scoring sheet",
    "I. Fairweather",
    """
Name :: Ada B. || Date :: [2022-05-17 s]
Age :: 9;2 || Examiner :: IF

|% 4 1.5 1.5 1.5 3
|~ 11
|= Subtest | Raw | Scaled | %ile | Notes
| Following directions | 9 | 4 | 2 | looks at my hands. covered hands for last 4, all wrong
| Understanding paragraphs | 5 | 4 | 3 | got the feelings right each time
| Sentence comprehension | 16 | 6 | 7 | before / after !!
| Word classes | 21 | 7 | 14 | “sail–wing, both need wind”
| Recalling sentences | 24 | 4 | 3 |
| Formulated sentences | 19 | 5 | 6 |

:hand: fan on in next room, turned off after item 6, better. Mum in corridor. Limpet as reward (not for score).
""",
    replace(BRACKENMOOR_FORM, running="Language assessment: score form"),
    (("scanner", Scanner(skew=1.8, noise=40, blur=0.9)),),
)

PROGRESS_NOTES = Record(
    "Speech and language/Progress notes export.html",
    "html",
    "nhs_record_export",
    "2025-06-12",
    "Progress notes, speech and language therapy",
    "Brackenmoor NHS Trust",
    """
# Progress notes

:small: Client BM 40771 BRENNAN Ada · Born [2013-03-14 M!] · Team: Community SLT · Exported [2026-08-24 M!] 11:06

|= Date and time | Author | Type | Note
| [2021-12-02 M] 09:30 | FAIRWEATHER Imogen | Triage | Referral from school. Accept. Mother's agreement is on the
  form, dated [2021-10-15 2].
| [2022-02-11 M] 14:05 | FAIRWEATHER Imogen | Telephone | S. Yusuf, early help, asks when. Told her May. Explained
  the list is what it is.
| [2022-05-10 M] 10:00 | FAIRWEATHER Imogen | Face to face | Assessment 1. Bright, watchful, funny.
| [2022-05-17 M] 10:00 | FAIRWEATHER Imogen | Face to face | Assessment 2. Home visit same day at 16:00.
| [2022-06-15 M] 13:30 | FAIRWEATHER Imogen | Training | K. Tranter trained. A natural.
| [2022-11-30 M] 11:00 | FAIRWEATHER Imogen | School visit | 4 of 6 targets. Yellow sheet in use. Ms Madeley excellent.
| [2023-06-14 M] 09:45 | FAIRWEATHER Imogen | Review | 5 of 6 targets.
| [2024-02-28 M] 15:10 | OYELEYE Tunde (locum) | Telephone | Mother rang. Sessions cut to one a week. Advised to
  write to SENCo. Letter sent.
| [2024-06-25 M] 10:00 | FAIRWEATHER Imogen | EHC advice | Assessment for the plan. Report sent.
| [2025-06-12 M] 10:20 | FAIRWEATHER Imogen | School visit | Wrenfield. Asks for pictures in five subjects. Made me a
  boat.
""",
    BRACKENMOOR,
)

HEALTH_VISITOR = Record(
    "Health visiting/HV contact.txt",
    "txt",
    "nhs_record_export",
    "2016-05-09",
    "Health visitor contact",
    "C. Ashdown",
    """
HEALTH VISITING - CONTACT PRINT                              Printed [2026-08-24 s!]

Client    BRENNAN Ada          Born [2013-03-14 s!]       NHS 999 214 3307
Date      [2016-05-09 s]           Clinic, Tarn View          Worker C. Ashdown HV

Seen with mother (29/40 pregnant). Mother asks about talking. Ada uses two words together, about 60 words by mother's
  list (list
seen, dated, very thorough). Points, brings, shows, pretends to feed a doll. Turned to voice on R, not on L with TV on.

PLAN  1 Hearing test - referred audiology today
      2 SLT drop in, mother to ring - list closed at present
      3 Nursery place - form given
      4 See again after hearing test

[2016-11-29 s]  T/c to mother. Hearing test [2016-11-22 s]: glue ear both sides, wait 3/12. Baby boy born
  [2016-08-19 d!], all well.
            Mother asks again re talking. Advised nursery will refer.
""",
)

EAR_LETTER = Record(
    "ENT/Discharge summary grommets.tif",
    "tiff",
    "nhs_letter",
    "2018-05-16",
    "Day surgery discharge summary",
    "Mr P. Oakshott",
    """
:bar: DAY SURGERY DISCHARGE SUMMARY

Patient :: BRENNAN Ada || NHS number :: 999 214 3307
Date of birth :: [2013-03-14 s!] || Consultant :: Mr P. Oakshott
Admitted :: [2018-05-16 s] 07:40 || Discharged :: [2018-05-16 s] 15:15
Operation :: Grommets, both ears || Anaesthetic :: General, no problems

**Findings.** Thick glue on the left, thin on the right.

**Advice to family.** Keep soapy water out for two weeks. No school until [2018-05-21 l]. Ring Ward 3 if there is
  discharge from the ear.

**Follow-up.** Audiology in three months. **Medicine to take home.** Paracetamol.

**To the GP.** No action.

~~ P. Oakshott ~~ Consultant ENT surgeon
""",
    replace(BRACKENMOOR, running="Day surgery"),
)

CAMHS = Record(
    "CAMHS/Triage letter.pdf",
    "pdf",
    "camhs_letter",
    "2024-12-04",
    "Child and adolescent mental health: outcome of triage",
    "J. Merrow",
    """
Ms N. Brennan\\
12 Ferry Row

:right: [2024-12-04 l]

Dear Ms Brennan

**Ada Brennan, born [2013-03-14 l!]**

Wrenfield Academy asked us on [2024-11-19 l] to see Ada because of “anxiety and anger” after she was suspended. Thank
  you for talking to me for
so long on the telephone on [2024-12-02 w].

You told me that Ada sleeps, eats, draws, sees Lottie on Saturdays, and cried for an evening about the alarm. You do
  not think that she is
ill. You think that she was frightened, and that being punished for it frightened her more. From all I have heard I
  agree.

**Risk:** none identified. **Plan:** we shall not offer an appointment, and this is not a closed door. I have written
  to school with two
leaflets about language disorder and feelings, and have said that a picture before a drill will do more than a clinic
  after it.

Yours sincerely

~~ J. Merrow ~~ Clinical nurse specialist, Child and Adolescent Mental Health Service

:small: cc Dr A. Pemberley; Mrs A. Rahimi, Wrenfield Academy
""",
    replace(BRACKENMOOR, running="CAMHS", lines=("The Old Customs House", "Quay Street, Calderwick", "01632 960760")),
)

COVER = Record(
    "Response from Access to Records.pdf",
    "pdf",
    "cover_letter",
    "2026-08-28",
    "Response from Access to Records",
    "Access to Records",
    """
:right: [2026-08-28 l]

Dear Ms Brennan

**Health records: Ada Brennan, NHS number 999 214 3307**

Your request reached us on [2026-07-28 l]. We enclose copies from audiology, ear nose and throat, community
  paediatrics, speech and language
therapy, health visiting and CAMHS. A clinician has looked through them and nothing has been held back.

Paper notes from before [2016-01-01 Y!] were not searched.

If you think an entry is wrong, write to the clinician who made it, by way of this office. It may not be possible to
  remove an entry, but
your view can always be placed beside it.

Yours sincerely

~- Access to Records ~~ Brackenmoor NHS Trust
""",
    BRACKENMOOR,
)

APPOINTMENTS = Record(
    "Audiology/Attendances.pdf",
    "pdf",
    "nhs_record_export",
    "2024-10-22",
    "Audiology attendances",
    "Brackenmoor NHS Trust",
    """
:bar: AUDIOLOGY - ATTENDANCES - BM 40771 BRENNAN Ada

|% 2 2 2 4
|= Date | Clinic | Outcome | Result
| [2016-11-22 s] | Tan Suite | Attended | Glue ear, both. Review 3/12
| [2017-03-07 s] | Tan Suite | Attended | As before
| [2018-02-27 s] | Tan Suite | Attended | Refer ENT
| [2018-08-21 s] | Tan Suite | Attended | Normal, grommets in
| [2019-09-10 s] | Tan Suite | Attended | L grommet out
| [2020-06-09 s] | - | Cancelled by hospital | No clinics
| [2021-06-08 s] | Tan Suite | Attended | L 35 R 25, flat L. Noise 6/20
| [2021-09-14 s] | Tan Suite | Cancelled by hospital | Staff
| [2022-11-22 s] | Tan Suite | Attended | L 30 R 20
| [2023-02-14 s] | Tan Suite | Attended | L 25 R 20
| [2024-10-22 s] | Tan Suite | Attended | L 35 R 20, flat L

DID NOT ATTEND: 0
""",
    replace(BRACKENMOOR_PRINT, lines=("Printed [2026-08-24 s!] 11:31",), size=8.6),
)

THERAPY_RECORDS = (
    COVER,
    SPEECH_REPORT,
    SCORE_SHEET,
    PROGRESS_NOTES,
    HEALTH_VISITOR,
    EAR_LETTER,
    CAMHS,
    APPOINTMENTS,
)
