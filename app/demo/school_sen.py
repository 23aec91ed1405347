"""Larkhollow Primary School: special needs papers of Year 4, by the SENCo, the class teacher and a visiting
psychologist."""

from dataclasses import replace

from app.demo.blocks import Record, Scanner
from app.demo.looks import LARKHOLLOW_FORM, LARKHOLLOW_MINUTES

_REVIEW_LOOK = replace(
    LARKHOLLOW_MINUTES,
    lines=("Ada Brennan · Class 4O", "Meeting: [2021-10-14 l!]"),
    running="SEN support review · assess, plan, do, review",
)


def _october_review(copy_to: str, also: str) -> str:
    """The review of October; what is blacked out differs between the two copies that the school gave."""
    return f"""
Pupil :: Ada Brennan || Class :: 4O, Mr Okoro
Date of birth :: [2013-03-14 s!] || Stage :: SEN support
Date of meeting :: [2021-10-14 l] || Completed by :: J. Hartley, SENCo

## 1. Who was there
|% 3 4 2
|= Name | Role | Present
| Mrs J. Hartley | SENCo | Yes
| Mr C. Okoro | Class teacher | Yes
| Mrs N. Brennan | Mother | Yes
| Miss K. Tranter | Teaching assistant | For part 2
| {also} | ████████ | Yes

## 2. What we know (assess)
Ada joined our nursery in [2016-09-06 m] and has been on the SEN register since the [2019-01-15 T] of Year 1. Her
  hearing
has come and gone since she was small and she had grommets in [2018-05-16 m]. She is polite, has two good friends and
  is very
proud of her drawing. She told Miss Tranter before the meeting: “I like it when you say it again but slower.”

|% 3 2 2 4
|= Area | Last July | Now | Where from
| Reading age | 5 years 8 months | 5 years 11 months | School check, [2021-09-30 s]
| Phonics | Phase 4 | Phase 5, not secure | Class record
| Spelling (first 100 words) | 34 | 41 | [2021-09-28 s]
| Maths | Working below | Working below | Teacher judgement
| Attendance | 94.1 % | 95.8 % to date | Office

Miss Tranter has kept a tally since the start of term. Ada asks “what do I do?” between five and nine times in a lesson
once the instruction is longer than a sentence, and twice at most when it is drawn on a whiteboard. We had not
  noticed how big
the difference was until she counted.

===

## 3. Discussion
Ada finds it hard to follow instructions with more than two steps and often copies what her neighbour does. She is a
  friendly
child who joins in at playtime. At the September check her reading age was 5 years 11 months.

Mrs Hartley explained that a referral to speech and language therapy could be made. Mother declined the offer of a
  speech and
language referral and said that she would rather wait. Mother is in denial about Ada’s needs and it is difficult to
  engage her.

Mr Okoro reported that Ada left the room twice this half term during maths. She went to the reading corner and came
  back when
asked.

## 4. What we will try
|% 3.2 3 1.6 1.8
|= Outcome | What we will do | Who | How often
| Follow a two-step instruction without help | Now-and-next board, visual timetable | Class team | Daily
| Blend sounds in short words | Phonics group of four | Teaching assistant | 4 × 15 min a week
| Ask for a break | Break card on the desk | Mr Okoro | As needed

## 5. Review
To be reviewed on [2021-12-16 l]. Copy to parents and to {copy_to}.

Signed: J. Hartley, SENCo

===

## 6. What was tried before (plan, do, review)
|% 2.4 3 2 3
|= From | What | How it went | What we learned
| [2020-09-14 K] to half term | Reading with an adult, 10 minutes a day | Done most days | Enjoyed it. Guesses from
  the picture
| [2021-01-11 t] | Phonics on screen at home while school was closed | Patchy, one device for two children | Mum
  printed the sheets instead and sent photographs
| [2021-04-19 t] | Precision teaching, 5 minutes | Stopped after four weeks, TA absent | Was working: 12 new words

## 7. Ada’s own part
Ada drew herself at her table with Miss Tranter’s whiteboard beside her. Asked what is hard, she said “when everyone
  talks and
I don’t know which bit is for me.” Asked what she would change, she said “the hall”. She did not want to say more
  about the
hall and that was respected.

## 8. Parent’s part
Mrs Brennan said that Ada is tired after school and often asks what people meant. At home she uses short sentences and a
picture list on the fridge. She asked whether Ada’s hearing had been looked at again since the letter from the
  hospital in June
and whether somebody who knows about language could see her.

===

## 9. Actions
|% 4 2 2
|= Action | Who | By when
| Visual timetable in place in 4O | Mr Okoro | [2021-10-22 l]
| Ask the office for the hearing letter | J. Hartley | [2021-10-22 l]
| Send home the word list with a covering note | Miss Tranter | every Friday
| Consider educational psychology | J. Hartley | [2021-12-16 "next review"]

## 10. Agreement
Mrs Brennan attended and signed. The plan was read out to her and a copy given.

~~ N. Brennan ~~ Parent
~~ J. Hartley ~~ SENCo
"""


REVIEW_FIRST = Record(
    "SEN/SEN support review [2021-10-14 b!].pdf",
    "pdf",
    "sen_support_review",
    "2021-10-14",
    "SEN support review",
    "J. Hartley",
    _october_review("██████████", "█████████"),
    _REVIEW_LOOK,
)
REVIEW_SECOND = replace(
    REVIEW_FIRST,
    path="SEN support review - second copy.pdf",
    body=_october_review("Family Support Worker, ██████████████, and ███████████", "████████████████"),
)

REVIEW_DECEMBER = Record(
    "SEN support review [2021-12-16 b!].pdf",
    "locked",
    "sen_support_review",
    "2021-12-16",
    "SEN support review",
    "J. Hartley",
    """
Pupil :: Ada Brennan || Class :: 4O
Date of meeting :: [2021-12-16 l] || Completed by :: J. Hartley, SENCo
Present :: Mrs Hartley, Mr Okoro, Mrs Brennan || Apologies :: none

## What changed since October
The now-and-next board is used every day. Mr Okoro says Ada looks at it without being told. She needed an adult to
  repeat the
task 31 times in the week of [2021-12-06 d] against 58 in the first week of October. The break card was used four
  times, each time
in the hall before assembly.

The phonics group lost eleven sessions to the play rehearsals. We said in October that it would run four times a
  week; over the
half term it ran 1.6 times a week. This is our fault and not Ada’s.

## Speech and language
The referral went on [2021-11-19 l]. Mrs Brennan asked why the October record says that she had said no, when she had
  agreed by
e-mail. Mrs Hartley will look at the wording. Mrs Brennan asked for that to be written down and it has been.

## Next
- Phonics group back to four sessions from [2022-01-05 l]
- Request to the educational psychologist in January
- Review on [2022-03-24 l]

~~ J. Hartley ~~ SENCo
~~ N. Brennan ~~ Parent
""",
    replace(LARKHOLLOW_MINUTES, lines=("Ada Brennan · Class 4O",), running="SEN support review"),
    (("password", "Larkhollow2021"),),
)

REVIEW_MARCH = Record(
    "SEN/Review [2022-03-24 m!] DRAFT.docx",
    "docx",
    "sen_support_review",
    "2022-03-24",
    "SEN support review, March",
    "J. Hartley",
    """
# SEN support review: Ada Brennan, Class 4O

Meeting :: [2022-03-24 w]
Present :: J. Hartley, C. Okoro, K. Tranter, N. Brennan
Written up :: [2022-03-28 s!]

## What the experts told us
Dr Marsh’s report of [2022-03-03 l] says that Ada’s reasoning with pictures is in the average range and that her
understanding of spoken language is well below it. She asks for short instructions, time to answer, and words taught
  before a
topic begins. The speech therapist will see Ada in May.

<> Mother  | can be demanding about | asked for | the hearing aid loop to be tried in the hall, which is the place
  Ada minds most. | J. Hartley | 2022-03-28

## What we did
|= Plan | Done | Difference
| Pre-teaching five words before each topic | Yes, by Miss Tranter on Mondays | Ada used four of the five Roman words
  in her own sentence
| Phonics group of four, four times a week | Three times a week | Phase 5 nearly secure
| Quiet way into the hall | Not yet | Ada still goes to the toilets before assembly

## Views
Ada chose to come in for the last ten minutes. She showed her word book and said she wants Miss Tranter to stay in
  Year 5.

Mrs Brennan thanked Miss Tranter by name. She asked that the hall be settled before the summer.

>> Mrs Brennan thanked | P. Whitlow | 2022-03-30 | Do we need this line? Keep it factual please.
>> Dr Marsh’s report | K. Tranter | 2022-03-29 | I can bring my tally sheets if the therapist wants them. They go
  back to September.

## Next steps
+ Sound survey of the hall with the advisory teacher for hearing: by [2022-05-06 l]
+ Copy of Dr Marsh’s report to Mrs Brennan: done
+ Next review [2022-06-30 l]
""",
)

PROVISION = Record(
    "SEN/scan_0038 provision map.pdf",
    "scan",
    "provision_map",
    "2021-09/2021-12",
    "Provision map, Class 4O",
    "C. Okoro",
    """
:small: Class 4O · Mr Okoro · [2021-09-06 t] · updated [2021-11-12 s!] · Keep in the class SEN folder

|% 2 3 3 1.6 1.6 2.4
|~ 10
|= Pupil | Need | What is in place | Adult | How often | Reviewed
| Ada B. | Understanding language, reading, hearing comes and goes | Phonics group of four; seat at front left;
  now-and-next board; word book | KT | 4 × 15 min a week | [2021-12-16 s]
| ███████ | ██████████████ | ████████████████████ | ██ | ████████ | ████
| ███████ | ███████████ | ██████████████ | ██ | ██████ | ████
| ████████ | ██████████████████ | ████████████ | ██ | ████████ | ████
| Group | Nurture time | Friday, library | KT | weekly | end of term

:hand: KT on other duties w/b 29/11 and 6/12 — play. Group did not run. C.O.
""",
    replace(LARKHOLLOW_FORM, landscape=True, running="Provision map"),
    (("scanner", Scanner(turn=90, skew=0.5, noise=26)),),
)

IEP = Record(
    "SEN/Individual plan [2022-01-10 t!].pdf",
    "pdf",
    "iep",
    "2022-01-10",
    "Individual education plan",
    "C. Okoro",
    """
Name :: Ada Brennan || Class :: 4O
Plan starts :: [2022-01-10 s] || To be reviewed :: [2022-03-24 s]
Strengths :: Drawing, kindness to younger children, a good memory for places and for what people wear, never gives up
  on a jigsaw
What helps me :: “Say it short. Show me. Let me finish.” (Ada, [2022-01-07 s])

|% 3 3 2 2
|= By March I will | How adults will help | How we will know | So far
| use five new topic words in a spoken sentence | Miss Tranter teaches them on Monday with pictures; Mr Okoro uses
  them first | word book, ticked and dated | 4 of 5, [2022-02-11 s]
| follow a two-step instruction in class, 8 times out of 10 | say my name, two short sentences, point to the
  board | tally on Wednesdays | 6 of 10, [2022-02-16 s]
| read 40 of the first 100 words in 3 minutes | phonics group, four times a week | timed on Fridays | 37, [2022-03-04 s]
| go into the hall with my class | first in, end of the row, ear defenders in my tray | register of the hall | not
  started

## At home
Mrs Brennan reads the word list with Ada on Tuesdays and Fridays, when she is not on a late shift, and sends a
  photograph of the
word book. She has asked us to tell her the Monday words by the Friday before. Agreed.

~~ C. Okoro ~~ Class teacher
~~ N. Brennan ~~ Parent
:hand: Ada B.
""",
    replace(LARKHOLLOW_FORM, running="Individual education plan"),
)

READING_CHECK = Record(
    "SEN/scan_0035.pdf",
    "scan",
    "assessment_protocol",
    "2021-09-30",
    "Reading check",
    "K. Tranter",
    """
Pupil :: Ada Brennan || Date :: [2021-09-30 s]
Year :: 4 || Tested by :: K. Tranter (TA)
Age today :: 8 years 6 months || Form :: B

|% 1 3 2 2 4
|~ 10
|= Set | Words | Raw score | Errors | What she did
| 1 | Short words, one vowel | 18 / 20 | 2 | Quick, pointed with her finger
| 2 | Two consonants together | 13 / 20 | 7 | “sip” for “slip”, “tap” for “trap”
| 3 | Vowel pairs | 7 / 20 | 13 | Looked at me for the answer
| 4 | Longer words | 2 / 20 | 18 | Stopped after six, said her head hurt

Total :: 40 / 80
Reading age :: 5 years 11 months
Percentile :: 4

:box: Reading age 5 years 11 months. Continue phonics.

:hand: She had a cold and asked me to repeat Set 2 twice. I sat on her right as her mum says that is the better ear. KT
""",
    replace(LARKHOLLOW_FORM, running="Single word reading check · score sheet"),
    (("scanner", Scanner(skew=1.6, noise=44, blur=0.8)),),
)

EP_REQUEST = Record(
    "SEN/EP request form [2022-01-20 i!].pdf",
    "pdf",
    "referral_form",
    "2022-01-20",
    "Request for educational psychology involvement",
    "J. Hartley",
    """
:note: To: Educational Psychology, Castle House. Incomplete forms are returned.

### Part A. The pupil
Name :: Ada Brennan || Year group :: 4
Date of birth :: [2013-05-14 s!] || Unique pupil number :: Z999204117031
School :: Larkhollow Primary School || On SEN register since :: [2019-01-15 s]
Home address :: 12 Ferry Row, Calderwick || Home language :: English

### Part B. Consent
Parent spoken to :: Mrs N. Brennan (mother), by telephone
Date :: [2022-01-18 l]
Consent given :: Yes, verbal. Signed form to follow in book bag

### Part C. What are you worried about?
Ada has made three months’ progress in reading in a year, with a daily programme. She is pleasant and wants to
  please, so she nods.
If you ask her to tell you what she has to do, she cannot. Her hearing was tested in June and we were told it is “within
normal limits on the day”. She finds the hall and the dining room very hard.

### Part D. What have you tried?
|% 3 2 4
|= What | Since | Difference it has made
| Phonics group of four | [2021-09-13 m] | Slow, steady. Eleven sessions lost before Christmas
| Now-and-next board | [2021-10-18 m] | Clear. Far fewer repeats needed
| Word book between home and school | [2021-11-08 m] | Parent keeps it up very well

### Part E. What do you want from us?
+ Is this a reading difficulty or a language difficulty?
+ What should a teaching assistant do in fifteen minutes a day?
+ How can we make the hall bearable?

~~ J. Hartley ~~ SENCo, [2022-01-20 l]
""",
    replace(LARKHOLLOW_FORM, running="Request for educational psychology involvement"),
)

SEN_RECORDS = (REVIEW_FIRST, REVIEW_MARCH, PROVISION, IEP, READING_CHECK, EP_REQUEST)
