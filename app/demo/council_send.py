"""Calderwick Council: the special educational needs service, formal and in sections."""

from dataclasses import replace

from app.demo.blocks import Record
from app.demo.looks import CALDERWICK, CALDERWICK_FORM, CALDERWICK_MINUTES

_LUDLOW = "Ludlow, Gareth <gareth.ludlow@calderwick.example>"
_NORA = "Nora Brennan <nora.brennan@postbox.example>"

COVER = Record(
    "00 Response letter.pdf",
    "pdf",
    "cover_letter",
    "2026-09-04",
    "Response to a subject access request",
    "Information Governance Team",
    """
Ms N. Brennan\\
12 Ferry Row\\
Calderwick

:right: [2026-09-04 l]\\
Our ref: SAR-26-0419

Dear Ms Brennan

## Subject access request: Ada Brennan
I refer to your request, which the Council received on [2026-08-03 l]. I apologise that this reply comes one day
  after the date by
which you ought to have had it.

The information is arranged by service: Early Help, Children’s Social Care, SEND. An index is enclosed. Information
about other people has been redacted.

If you are dissatisfied you may ask for a review by writing to this office within two months. You may also complain
  to the Information
Commissioner.

Yours sincerely

~~ H. Straker ~~ Information Governance Team
""",
    CALDERWICK,
)

INDEX = Record(
    "00 Index.pdf",
    "pdf",
    "index_schedule",
    "2026-09-04",
    "Index of documents and exemptions",
    "Information Governance Team",
    """
|% 1 6 2 2 3
|= No. | Document | Dated | Pages | Withheld
| 1 | Contact record 88214 | [2021-10-22 s] | 1 | Name of duty worker
| 2 | Early help assessment | [2022-01-31 s] | 2 | Nothing
| 3 | Case notes | to [2023-11-24 s] | 2 | Nothing
| 4 | Child and family assessment | [2023-11-24 s] | 2 | Nothing
| 5 | Outcome letter | [2023-11-28 s] | 1 | Nothing
| 6 | Supervision note | [2023-11-13 s] | 1 | Third party
| 7 | Request for assessment | [2024-02-05 s] | 2 | Nothing
| 8 | Panel minutes | [2024-03-20 s] | 1 | Other children
| 9 | Decision and later letters | [2024-03-22 s] on | 3 | Nothing
| 10 | Educational psychology | [2022-03-03 s] | 4 | Nothing
| 11 | Plan, draft and final | [2024-12-13 s] | 6 | Nothing
| 12 | Appendix D, health advice of Dr F. Sorabji, [2024-07-18 s] | | 3 | Nothing
| 13 | Annual review | [2025-11-27 s] | 2 | Nothing
""",
    replace(CALDERWICK_FORM, lines=(), running="Index of documents"),
)

REQUEST = Record(
    "SEND/Request for assessment.pdf",
    "pdf",
    "ehc_needs_request",
    "2024-02-05",
    "Request for an EHC needs assessment",
    "Nora Brennan",
    """
:note: Request for an education, health and care needs assessment under section 36 of the Children and Families Act
  2014. This form may be
  filled in by a parent.

Child :: Ada Brennan || Date of birth :: [2013-03-14 s!]
School :: Larkhollow Primary School, Year 6 || Received :: [2024-02-07 s]
Parent :: Nora Brennan || Address :: 12 Ferry Row, Calderwick

### Why are you asking?
I am asking now because Ada leaves a school that has at last learned her and starts at one that has not met her, in
  seven months.

She has a developmental language disorder, found in [2022-05-24 m] when she was nine. I first asked in
  [2016-05-09 m], when she was three. In
between she was called daydreamy, dreamy, switched off, a smiler and not engaged.

What works has been written down by three experts and costs three twenty-minute sessions a week from somebody who is
  trained. In
Year 5, when she had it, her reading went up thirteen months in ten. In Year 6 the teaching assistant’s hours were
  cut to one session and it
has gone up two.

===

### What does your child say?
Ada made a strip with six pictures. In the fifth a tall person is talking and the words are drawn as rain. In the
  sixth there is an
umbrella. She says: “The umbrella is Miss Tranter.”

### What have you sent with this form?
|% 5 2 2
|= Document | Date | From
| Psychologist’s report | [2022-03-03 s] | Dr L. Marsh
| Speech and language report | [2022-05-24 s] | I. Fairweather
| Clinic letter | [2023-01-26 s] | Dr F. Sorabji
| School reports, Years 5 and 3 | |
| Attendance certificate Year 5, 91.6 % | [2023-07-21 s] | School office

### What would you like to happen?
A plan that travels with her.

~~ Nora Brennan ~~ Mother, [2024-02-05 l]
""",
    replace(CALDERWICK_FORM, lines=(), running="Request for an EHC needs assessment"),
)

PANEL = Record(
    "SEND/Panel minutes [2024-03-20 i!].pdf",
    "pdf",
    "panel_minutes",
    "2024-03-20",
    "Multi-agency panel: minutes",
    "H. Straker",
    """
Date :: [2024-03-20 w], 1.30 pm, Quay Room
Present :: H. Straker (chair), G. Ludlow (SEND officer), ████████████ (EP service), ██████████ (health), a headteacher member
Item :: 7 of 23
Reference :: EHC/24/0167

## Case 7: A.B., Year 6
**Summary presented by the officer.** Ada attends Netherby Primary School, where she is supported at SEN Support.
  Attainment below
expected. Parental request. Attendance 71 %.

**Discussion.** Panel noted that attendance had been poor and that with better attendance progress might be made. The
  psychological report was
over two years old. Members asked whether school had spent its notional funding; not known.

**Views of the parent.** Noted.

**Decision.** Not agreed.

**Reasons.** Needs can be met from ordinarily available provision.

**Time taken:** four minutes.

## Case 8: ██
████████████████████████████████████████████████████████████████████████████████████████████████████████████
█████████████████████████████████████████████████████████████████████████████████████
""",
    replace(
        CALDERWICK_MINUTES, lines=("Panel 12 of [2023-09-05 y!]", "[2024-03-20 l!]"), running="SEND multi-agency panel"
    ),
)

DECISION = Record(
    "SEND/Decision letter [2024-03-22 i!].pdf",
    "pdf",
    "decision_letter",
    "2024-03-22",
    "Decision not to assess",
    "G. Ludlow",
    """
Ms N. Brennan\\
12 Ferry Row\\
Calderwick

:right: [2024-03-22 l]\\
EHC/24/0167

Dear Ms Brennan

## Ada Brennan: decision not to carry out an EHC needs assessment
I write further to your request received on [2024-02-07 l]. In accordance with section 36(5) of the Children and
  Families Act 2014 the
Council has determined that it is not necessary for special educational provision to be made for Ada in accordance
  with an
EHC plan.

In reaching this decision the Council had regard to the evidence submitted, to the views of the multi-agency panel
  held on [2024-03-20 l],
and to the information supplied by her school.

## Your right of appeal
You have the right to appeal to the First-tier Tribunal (Special Educational Needs and Disability). Before doing so
  you must
contact a mediation adviser, who will issue a certificate. An appeal must be registered within two months of the date
  of this letter or
within one month of the certificate, whichever is the later.

Mediation: Harbour Mediation, 01632 960655. Independent advice: Calderwick SENDIASS, 01632 960656.

Yours sincerely

~~ Gareth Ludlow ~~ SEND Officer
""",
    replace(CALDERWICK, running="EHC/24/0167"),
)

MEDIATION = Record(
    "SEND/Mediation agreement.docx",
    "docx",
    "letter",
    "2024-05-09",
    "Mediation agreement",
    "Harbour Mediation",
    """
# Mediation agreement

Held :: [2024-05-09 w], by video
Present :: Nora Brennan; Gareth Ludlow and Helen Straker, Calderwick Council; Emma Quennell, Larkhollow Primary School
Mediator :: J. Aldous, Harbour Mediation

+ The Council accepts that the panel summary described another child’s school and that the attendance figure in it
  was not that on the
  certificate.
+ The Council will carry out an EHC needs assessment, beginning on [2024-05-17 l].
+ Mr Ludlow will be the only contact and will answer e-mails within three working days.
+ Nothing in this agreement stops an appeal.

>> The Council accepts | H. Straker | 2024-05-08 | Can we soften this? “There may have been some confusion.”
>> The Council accepts | J. Aldous | 2024-05-09 | Ms Brennan would like it left as it is. So would I.

~- N. Brennan ~~ Parent
~- H. Straker ~~ for the Council
""",
)

ADVICE_MAIL = Record(
    "SEND/E-mails/RE Draft plan.eml",
    "eml",
    "email",
    "2024-10-21",
    "RE: Draft plan for Ada Brennan EHC/24/0167",
    "Ludlow, Gareth",
    """
Dear Ms Brennan

Thank you for your e-mail of [2024-10-18 l], the contents of which have been noted.

I attach the draft plan. You have fifteen days from the date of this message to make representations about its
  content and to request that
a particular school be named in Section I. I would be obliged if amendments could be marked on the document itself.

With regard to Section F, you ask that “regular access to” be replaced by “three sessions of twenty minutes each
  week, delivered
by a named and trained adult”. The therapist’s advice supports that wording and I have adopted it.

With regard to Section B, the reference to ADHD was taken from the school’s passport. It has been deleted.

Yours sincerely

Gareth Ludlow
SEND Officer
Direct line 01632 960517
""",
    options=(
        ("sender", _LUDLOW),
        ("to", (_NORA,)),
        ("cc", ("Rahimi, A. <a.rahimi@wrenfield.example>",)),
        ("at", "15:02"),
        ("id", "<EHC240167-31@calderwick.example>"),
        ("references", ("<CA7f21-nora-241018@postbox.example>",)),
        (
            "members",
            (
                Record(
                    "Draft plan v2.docx",
                    "docx",
                    "ehcp_draft",
                    "2024-10-21",
                    "EHC plan (draft)",
                    "G. Ludlow",
                    """
# DRAFT education, health and care plan

Name :: Ada Brennan
Date of birth :: [2013-03-14 s!]
Draft :: version 2, [2024-10-21 s]

## Section A. Views
“I like it when you say it again but slower.” Ada wishes to be a harbour pilot or to paint harbours.

## Section B. Needs
Ada has a severe developmental language disorder, affecting understanding more than speech, and a fluctuating
  conductive hearing loss.

## Section E and F. Outcomes and provision

<> Ada will have  | regular access to a programme of language support | three sessions of twenty minutes each week,
  delivered by a named and trained
  adult, of the programme written by her therapist | . | G. Ludlow | 2024-10-21

|= Outcome | Provision | Who
| By the end of Key Stage 3 Ada will ask for repetition or a picture in every subject | Taught scripts, practised in
  noise | Named adult
| She will use forty topic words a term | Pre-teaching, before each topic | Named adult; subject teachers give the
  list a week ahead

## Section I. Placement
Left blank in a draft.
""",
                ),
            ),
        ),
    ),
)

FINAL_PLAN = Record(
    "SEND/Final EHC plan.pdf",
    "pdf",
    "ehcp_final",
    "2024-12-13",
    "EHC plan (final)",
    "G. Ludlow",
    """
:title: Education, health and care plan

Name :: Ada Brennan || Date of birth :: [2013-03-14 s!]
Status :: Final || Date issued :: [2024-12-13 l]
Reference :: EHC/24/0167 || First review by :: [2025-12-13 l]

## Section A. The views, interests and aspirations of the child and her parent
Ada says that words are like rain and that some people are umbrellas. She wishes to be a harbour pilot or to paint
  harbours. She would
like teachers to know that her smile is sometimes a question.

Ms Brennan hopes that Ada will be understood without her mother in the room.

## Section B. Special educational needs
+ **Communication and interaction.** Developmental language disorder, severe for understanding of spoken language
  (4th percentile),
  moderate for expression.
+ **Cognition and learning.** Non-verbal reasoning average. Reading at 8 years 2 months ([2024-06-25 m]).
+ **Sensory.** Fluctuating conductive hearing loss, left greater than right. Noise intolerance.

===

## Section C. Health needs related to SEN
Monitoring by audiology, every six months. Developmental language disorder under Brackenmoor NHS Trust.

## Section D. Social care needs
None.

## Section E and F. Outcomes and provision
|% 3 5 2
|= By the end of Key Stage 3 Ada will | Provision | Who, how often
| ask for repetition or a picture in every subject | Taught scripts, practised in quiet and then in noise, recorded
  weekly | Named trained adult, 3 × 20
  minutes a week
| use forty new topic words a term in speech or writing | Pre-teaching from lists supplied a week ahead | Same
  sessions; subject teachers
| follow a drill safely | Walks with a named adult, picture card | Every drill
| have her programme kept up to date | Assessment, programme, training of staff, two visits a term | Speech and
  language therapist, 18 hours
  a year

===

## Section G. Health provision
Audiology review every six months, with results sent to school within two weeks.

## Section H. Social care provision
H1: none. H2: none.

## Section I. Placement
Wrenfield Academy, a mainstream secondary academy.

## Section J. Personal budget
Not requested.

## Section K. Advice and information
|% 1 5 3
|= | From | Dated
| A | Nora and Ada Brennan | [2024-06-03 s]
| B | Wrenfield Academy, Mrs A. Rahimi | [2024-07-10 s]
| C | Dr L. Marsh, Educational Psychology | [2024-07-01 s]
| D | Dr F. Sorabji, Community Paediatrics | [2024-07-18 s]
| E | I. Fairweather, Speech and Language Therapy | [2024-06-25 s]

~~ H. Straker ~~ SEND Service Manager, on behalf of Calderwick Council, [2024-12-13 l]
""",
    replace(CALDERWICK, running="EHC/24/0167 · final plan"),
)

ANNUAL_REVIEW = Record(
    "SEND/Annual review [2025-11-27 i!].pdf",
    "pdf",
    "annual_review",
    "2025-11-27",
    "Annual review of the EHC plan",
    "A. Rahimi",
    """
Name :: Ada Brennan, 8P || Plan dated :: [2024-12-13 s]
Review held :: [2025-11-27 l], 2 pm || Report sent :: [2025-12-08 s]
Present :: Ada; N. Brennan; A. Rahimi; S. Penhale; I. Fairweather || Apologies :: G. Ludlow

## Ada’s ten minutes
Ada showed nine slides. Slide 4 was blank. “This is French.” Slide 9 asked that the adults stop putting “listening”
  as a target, “because I am
listening, it’s the words that don’t come in.”

## What was promised, what was done
|% 4 2 2 3
|= Section F | Promised | Given, to date | Why
| Language sessions | 3 a week, 108 in the year | 97 | Adult ill, two weeks in [2025-06-16 m]
| Therapist’s visits | 2 a term | 2, 2, 1 | Vacancy since [2025-09-01 h]
| Topic lists a week ahead | Every topic | Science, English, art: always. French: once | Being taken up
| Drills with a named adult | Each | 5 of 5 |

===

## Progress
Reading 9 years 6 months ([2025-11-11 s]); it was 8 years 2 months in [2024-06-25 m]. Asks for a picture in six
  subjects of nine. No
suspensions this school year.

## Recommendations, section 44
+ Keep the plan.
+ Change Section F: French replaced by an extra language session and art portfolio.
+ Change the word “intolerance” in Section B to “difficulty hearing speech in noise” (Ms Fairweather).
+ The Council to fill the missing therapist’s visits.

## Views of the parent
“For the first time nobody in the room told me what I had said.”

~~ A. Rahimi ~~ SENCo
~~ N. Brennan ~~ Parent
""",
    replace(CALDERWICK_FORM, lines=(), running="Annual review of an EHC plan"),
)

SEND_RECORDS = (COVER, INDEX, REQUEST, PANEL, DECISION, MEDIATION, ADVICE_MAIL, FINAL_PLAN, ANNUAL_REVIEW)
