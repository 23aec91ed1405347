"""Brackenmoor NHS Trust: audiology, speech and language therapy, community paediatrics."""

from dataclasses import replace

from app.demo.blocks import Record
from app.demo.looks import BRACKENMOOR, BRACKENMOOR_FORM

HEARING_INVITATION = Record(
    "Audiology/Appointment letter [2021-05-17 i!].pdf",
    "pdf",
    "nhs_letter",
    "2021-05-17",
    "Hearing test invitation",
    "Children’s Audiology",
    """
To the parent or guardian of Ada Brennan\\
12 Ferry Row\\
Calderwick

:right: [2021-05-17 l]\\
NHS number 999 214 3307

Dear Parent or Guardian

## Your child’s appointment
We have made an appointment for Ada in the Children’s Hearing Clinic.

Date :: [2021-06-08 w]
Time :: 10.20 am. Please allow one hour
Where :: Tan Suite, Tarn View Children’s Centre, Moor Road
With :: Mr R. Castellan, Senior Audiologist

Please bring anybody who knows Ada’s hearing well. If she has a cold on the day come all the same: it tells us
  something. If you
cannot come, ring 01632 960724 by [2021-06-04 l!] so that another child can have the time.

Yours faithfully

~- Bookings, Children’s Audiology ~~
""",
    replace(BRACKENMOOR, running="Appointment"),
)

HEARING_LETTER = Record(
    "Audiology/Clinic letter Castellan.pdf",
    "pdf",
    "nhs_letter",
    "2021-06-21",
    "Audiology clinic letter",
    "R. Castellan",
    """
Clinic date :: [2020-06-08 l] || NHS number :: 999 214 3307
Date dictated :: [2021-06-09 l!] || Date of birth :: [2013-03-14 s!]
Date typed :: [2021-06-21 l!] || Hospital number :: BM 40771

Dr A. Pemberley\\
Fernbridge Surgery\\
2 Bridge Street, Calderwick

Dear Dr Pemberley

## Ada Brennan, 12 Ferry Row, Calderwick
**Findings:** mild conductive hearing loss, left 35 dB, right 25 dB, flat tympanogram on the left. Fluctuating, in
  keeping with
glue ear. Grommets of [2018-05-16 m] are out.

Ada came with her mother, who gave a very clear history. She turns the television up when she has a cold and prefers
  people on her
right, which fits: the left is the worse ear on today’s test, and school ought to know. Speech in quiet was repeated
  correctly at a normal
level. In noise she managed six words of twenty.

I have explained that hearing like this can be within normal limits on one day and not on the next. A single screen
  in school will
not show it.

**Plan**

+ Repeat in three months, with and without background noise.
+ Letter to school about seating and about the hall. ([2021-06-21 "Sent today"].)
+ If still down in the autumn, discuss a second set of grommets or a temporary aid with Mrs Brennan.

Yours sincerely

~~ R. Castellan ~~ Senior Audiologist

:small: cc Parent of Ada Brennan; Larkhollow Primary School (Mrs J. Hartley); School Nursing
""",
    replace(BRACKENMOOR, running="Audiology"),
)

SPEECH_REFERRAL = Record(
    "Speech and language/Referral form [2021-11-19 i!].pdf",
    "pdf",
    "referral_form",
    "2021-11-19",
    "Speech and language therapy referral",
    "J. Hartley",
    """
:note: Children’s Speech and Language Therapy, Tarn View. Please complete every box. Received by the
  service: [2021-11-23 s]

### 1. About the child
Name :: Ada Brennan || Date of birth :: [2013-03-14 s!]
Address :: 12 Ferry Row, Calderwick || NHS number :: 999 214 3307
School and class :: Larkhollow Primary, 4O || GP :: Dr A. Pemberley
First language :: English || Interpreter :: No

### 2. Who is referring
Name :: J. Hartley || Role :: SENCo
Telephone :: 01632 960211 || Date :: [2021-11-19 s]

### 3. Reason
Understanding of instructions is behind other children of her age. Speech is clear. Talks in short sentences, drops
  small words
(“he goed shop”), and loses the thread of a story. Reads at the level of a child of nearly six. Nods when she has not
  understood.
Hearing comes and goes, see audiology.

### 4. What has been tried, and for how long
Phonics group since September. Now-and-next board since the [2021-10-14 d] meeting. TA’s tally attached.

### 5. How does it affect her?
|% 3 1 1 1
|= | Not at all | Sometimes | A lot
| Learning in class | | | ✓
| Friendships | ✓ | |
| Behaviour | | ✓ |
| Confidence | | | ✓

===

### 6. Parent’s view
Parent’s name :: Nora Brennan
Parent agrees :: Yes, [2021-10-15 2]
How agreed :: E-mail to J. Hartley, copy in school file
What the parent would like to happen :: “I want to know why she understands Nana and not assembly, and what I can do
  at home that isn’t more phonics.”
Best way to reach :: Text after 2 pm, works evenings

### 7. Information sharing
I agree that this service may talk to school, the GP and audiology about this referral.

~~ N. Brennan ~~ Parent, [2021-11-15 s]
~~ J. Hartley ~~ Referrer, [2021-11-19 s]

### For the service to fill in
Screened by :: I. Fairweather || Date :: [2021-12-02 s]
Outcome :: Accepted, language pathway || Priority :: Routine, 26 weeks
""",
    replace(BRACKENMOOR_FORM, running="Referral to speech and language therapy"),
)

PAEDIATRIC_LETTER = Record(
    "Paediatrics/Clinic letter Dr Sorabji [2023-01-26 i!].pdf",
    "pdf",
    "nhs_letter",
    "2023-01-26",
    "Community paediatric clinic letter",
    "Dr F. Sorabji",
    """
:small: Date of clinic [2023-01-18 l] · Dictated [2023-01-18 s!] · Typed [2023-01-26 s!] · Our ref FS/kd/40771

Dr A. Pemberley\\
Fernbridge Surgery

Dear Dr Pemberley

**Ada Brennan, born [2013-03-14 l!], NHS number 999 214 3307**\\
**12 Ferry Row, Calderwick**

**Diagnoses:** developmental language disorder (speech and language therapy, [2022-05-24 m]). Fluctuating conductive
  hearing loss.\\
**Medication:** none.

Thank you for asking me to see Ada, who came to the neurodevelopmental clinic with her mother and, by her own wish,
  with a drawing
pad. School had asked whether she might have attention deficit hyperactivity disorder because she “switches off” in
  lessons.

I had questionnaires from home and from two teachers. Home and the Year 5 teacher place Ada’s attention within the
  ordinary range
once instructions are short. The Year 4 questionnaire is higher for inattention and not for activity. In the room she
  drew a harbour for
thirty-five minutes, put the pad down to answer each question that I showed as well as said, and lost only those that
  I asked from
behind a form.

Ada does not meet the criteria for ADHD. Her inattention is explained by her language disorder and her hearing, and I
  would not
start medication. I have said this plainly to Mrs Brennan, who had not asked for a diagnosis and was relieved to hear
  a reason.

**Plan**

+ No follow-up here unless something changes.
+ School to use the therapist’s programme. If this is in place and Ada is still struggling after two terms, the
  family should ask for
  an education, health and care needs assessment.
+ Audiology to continue.

With kind regards

~~ Dr F. Sorabji ~~ Consultant Community Paediatrician

:small: cc Mrs N. Brennan · Larkhollow Primary School · Ms I. Fairweather, Speech and Language Therapy
""",
    replace(BRACKENMOOR, running="Community Paediatrics"),
)
