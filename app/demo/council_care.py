"""Calderwick Council: early help and children's social care."""

from dataclasses import replace

from app.demo.blocks import Record
from app.demo.looks import CALDERWICK, CALDERWICK_FORM

CONTACT = Record(
    "Early help/Contact record [2021-10-22 i!].pdf",
    "pdf",
    "mash_referral",
    "2021-10-22",
    "Contact record",
    "Early Help Hub",
    """
Contact :: 88214 || Recorded :: [2021-10-22 s] 10:14
Child :: Ada Brennan || Date of birth :: [2013-03-14 s!]
From :: J. Hartley, Larkhollow Primary || How :: Telephone, [2021-10-20 s]
Worker :: Duty desk (name not shown) || Threshold :: Universal plus

## Reason for contact
School rang [2021-10-20 "on Wednesday"] for advice. Ada is left alone in the evenings while mother works nights. Mother does not return
  forms and
has refused speech therapy. School feel that there is a pattern.

## Consent
Has the family been told of this contact? :: Not known
Has the family agreed? :: Not asked

## History
No previous contacts. One sibling, aged 5. Father not in the household.

## Decision
Offer early help assessment. No safeguarding threshold reached. Letter to family [2021-10-22 l!].

:box: **Manager’s note** [2021-10-25 s]. Caller to be asked what was seen and by whom before this goes further. M. Keld

:small: Reply from caller: none on file
""",
    replace(CALDERWICK_FORM, lines=(), running="Contact record"),
)

ASSESSMENT = Record(
    "Early help/Early help assessment.pdf",
    "pdf",
    "early_help_assessment",
    "2022-01-31",
    "Early help assessment",
    "S. Yusuf",
    """
### Family
|% 3 2 3 3
|= Name | Born | Relation | Where
| Ada Brennan | [2013-03-14 s!] | Child | Larkhollow Primary, 4O
| Tom Brennan | [2016-08-19 s!] | Brother | Larkhollow Primary, Reception
| Nora Brennan | | Mother | 12 Ferry Row
| Maeve Brennan | | Grandmother | Stays Tuesday and Thursday

Assessment started :: [2022-01-12 l] || Completed :: [2022-01-31 l]
Home visits :: [2022-01-26 l], 4 pm || Worker :: Shabnam Yusuf
Family’s agreement :: Signed, [2022-01-12 s] || Children seen :: Both, with and without adults

### What is going well
I was shown round by Tom, who is five and takes it seriously. Both children have beds of their own, warm rooms and
  books. The rota on the
kitchen wall shows which adult is in on which evening; there is no evening without one. Mrs Brennan works five till
  ten on three
days in a care home and her mother sleeps over on two of them. On the third the neighbour, Mrs Cobb, sits in.

===

### What is hard
Ada cannot tell a story in the order in which it happened. She showed me with drawings. Mrs Brennan is tired, and
  tired above all of
asking: she has kept every letter, in date order, in a shoe box, and could tell me the dates without opening it.

### What we were told by others
The contact of [2021-10-20 l] said that Ada was left by herself in the evenings. I asked the caller on [2022-01-14 d]
  who had seen this. She said
that it was “more of a general feeling”. I asked Ada who gives her tea. “Nana Tuesday, Nana Thursday, Shirley Friday.
  Mummy
does the rest.”

### Analysis
The concern that led to this assessment is not borne out by anything that I saw or heard. The unmet need is Ada’s
  language and
hearing, and the person who has gone on saying so is her mother.

### Plan
|% 4 2 2
|= What | Who | When
| Chase the speech and language appointment | S. Yusuf | [2022-02-11 l]
| Attend the meeting at school | S. Yusuf | [2022-03-09 l]
| Close if nothing new | S. Yusuf | end of March

### Mrs Brennan’s own words
“I was frightened when the letter came. I would like it written somewhere that it was not true.”

~~ S. Yusuf ~~ Early help practitioner
~~ N. Brennan ~~ Parent
""",
    replace(CALDERWICK_FORM, lines=(), colour="#7a4a12", running="Early help assessment"),
)

CASE_NOTES = Record(
    "Social care/Case notes LCS print.rtf",
    "rtf",
    "case_notes",
    "2023-11-24",
    "Case notes",
    "D. Prowse",
    """
# Case notes: BRENNAN, Ada (person 0067714)

Printed :: [2026-08-26 s!] 09:47
Printed by :: Information Governance

## [2022-03-31 s] Case closure, early help (D. Prowse, duty)
Created on [2022-04-19 s!].
Closing summary typed by duty worker as SY on leave. TAF held [2022-03-09 s]. Mother did not attend the TAF meeting
  and gave no
reason. School to monitor. Closed.

## [2023-10-16 s] Contact (D. Prowse)
Created on [2023-10-16 s!].
T/c from Larkhollow, headteacher P. Whitlow. Ada arrived with a bruise on her shin and said “door”. Mother says the
  car door,
grandmother there. School have “long standing worries about engagement” and say there was a previous referral for
being left alone. Agreed to open s17 assessment. Mother told by phone at 15.40 and said she would be glad of it.

## [2023-10-25 s] Home visit (D. Prowse)
Created on [2023-10-26 s!].
Mum, Nana, both children. House warm and tidy, chips. Ada drew me the car. The door of the car is at the height of
  the bruise, I
measured. Tom says Ada “says it with pictures, you have to wait”.

## [2023-11-02 s] T/c to GP surgery (D. Prowse)
Created on [2023-11-02 s!].
Dr Pemberley: no concerns at any time. Brought whenever asked.

## [2023-11-08 s] School visit (D. Prowse)
Created on [2023-11-24 s!].
Saw Ada with Mrs Quennell, who was warm about the family. Head gave me attendance verbally.

## [2023-11-24 s] Assessment finished
Created on [2023-11-24 s!].
NFA. Signed off M. Keld.
""",
)

FAMILY_ASSESSMENT = Record(
    "Social care/Child and family assessment.pdf",
    "pdf",
    "s17_assessment",
    "2023-11-24",
    "Child and family assessment",
    "D. Prowse",
    """
Child :: Ada Brennan || Person ID :: 0067714
Date of birth :: [2013-03-14 s!] || School :: Larkhollow Primary, Year 6
Social worker :: Danielle Prowse || Team manager :: Martin Keld
Started :: [2023-10-16 l] || Completed :: [2023-11-24 l]
Legal basis :: Section 17, Children Act 1989 || Seen alone :: [2023-10-25 l]

## Reason for this assessment
The headteacher of Larkhollow Primary telephoned on [2023-10-16 l] about a bruise on Ada’s shin. School added that
  there had been
a referral in [2021-10-22 m] because Ada was left alone.

## Who I spoke to
|% 3 2 4
|= Person | Date | What they said, in brief
| Ada | [2023-10-25 s] | Drew the car, the door, her leg, and a plaster with a boat on it
| Nora Brennan, mother | [2023-10-25 s] | Shut the door on a windy day on [2023-10-13 "the Friday"]. Put ice on it.
  Told school in the book
| Maeve Brennan, grandmother | [2023-10-25 s] | Was in the front seat
| Dr A. Pemberley | [2023-11-02 s] | No concerns
| P. Whitlow, headteacher | [2023-11-08 s] | Mother “hard to reach”
| E. Quennell, class teacher | [2023-11-08 s] | Mother replies the same day, always

===

## Child’s development
**Health.** Ada has a developmental language disorder and hearing that comes and goes.

**Education.** Ada is behind in reading and writing. Ada’s attendance in Year 5 was 71 %, which is well below the
  national
figure and a worry for any child with additional needs. She enjoys art.

**Identity and feelings.** Ada is proud of her limpets. She does not like it when grown-ups talk about her in the
  doorway.

## Parenting
Ms Brennan is warm and organised. She knows Ada’s medical history by date. She works evenings and has made
  arrangements for each of
them. I saw the rota. I found no evidence for the statement made in [2021-10-22 m] and I have read Ms Yusuf’s
  assessment, which found none either.

## Analysis
The injury has an ordinary explanation which fits what I measured. What school calls hard to reach is, in two of
  three examples that I
was given, a parent who disagreed. The third was a parent at work.

I do have a concern that Ada’s low attendance has not been followed up.

## Manager’s decision
No further action. Letter to family to say plainly that the concern was not substantiated. The [2021-10-22 Y] contact
  to be cross-referenced to
this finding. Martin Keld, [2023-11-24 l]

~~ D. Prowse ~~ Social worker
""",
    replace(CALDERWICK_FORM, lines=(), running="Child and family assessment"),
)

OUTCOME_LETTER = Record(
    "Social care/Outcome letter.pdf",
    "pdf",
    "letter",
    "2023-11-28",
    "Outcome of assessment",
    "D. Prowse",
    """
Ms Nora Brennan\\
12 Ferry Row

:right: [2023-11-28 l]\\
Our ref: 0067714/DP

Dear Nora

## Ada
Thank you for having me on [2023-10-25 d], and please thank Ada for the picture of the car, which is on my wall and
  is the clearest
statement that I have had from anybody this year.

I have finished the assessment and a copy is with this letter. I have found nothing to worry about at home, and the
  council is taking no
further action. The bruise was an accident.

You asked me what will happen to the note of 2021. It stays on file as something that was said at the time. My
  manager has asked
for a line to be put beside it that says it was looked into twice and not found to be so.

If anything in the assessment is wrong, tell me and I will look at it.

With best wishes

~~ Danielle Prowse ~~ Social worker
""".replace("note of 2021", "note of [2021-10-22 Y]"),
    replace(CALDERWICK, running="Outcome"),
)

STRATEGY = Record(
    "Social care/Supervision note.pdf",
    "pdf",
    "case_notes",
    "2023-11-13",
    "Supervision note",
    "M. Keld",
    """
Worker :: D. Prowse || Manager :: M. Keld
Date :: [2023-11-13 l] || Child :: Ada Brennan, 0067714

**Where we are.** Visits done. Explanation fits. Child well and funny. School wants a plan; we see no ground for one.

**Who made the first contact.** DP has been told by the neighbour Shirley Cobb that a parent at the gate, Gillian
  Rusk of 4 Weir
Street, had been saying it. Not our business and not to go into the assessment.

**Reflection.** DP noted how often the same sentence comes back with a new author. MK: then our job is to write the
  last line of it.

**Actions.** Finish by [2023-11-24 d]. Ask school for the attendance figure in writing.
""",
    replace(CALDERWICK_FORM, lines=(), running="Supervision note"),
    (("covered", ("Gillian Rusk", "4 Weir Street")),),
)

CARE_RECORDS = (CONTACT, ASSESSMENT, CASE_NOTES, FAMILY_ASSESSMENT, OUTCOME_LETTER, STRATEGY)
