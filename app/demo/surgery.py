"""Fernbridge Surgery: a general practitioner who writes three words where others write thirty."""

from app.demo.blocks import Record, Scanner
from app.demo.looks import FERNBRIDGE, FERNBRIDGE_LETTER

RECORD = Record(
    "Patient record.pdf",
    "pdf",
    "nhs_record_export",
    "2025-09-30",
    "Full patient record",
    "Fernbridge Surgery",
    """
Name: BRENNAN Ada Maeve     Born: [2013-03-14 M!]     Sex: F     NHS: 999 214 3307\\
Address: 12 Ferry Row, Calderwick     Registered: [2013-04-02 M]     Usual GP: Dr A Pemberley

**PROBLEMS - ACTIVE**

|% 2 5
|= Onset | Problem
| [2016-11-22 M] | Glue ear, bilateral (fluctuating)
| [2022-05-24 M] | Developmental language disorder

**PROBLEMS - PAST**

|% 2 5
|= Date | Problem
| [2018-05-16 M] | Insertion of grommets
| [2022-12-09 M] | Scarlet fever

**MEDICATION - REPEAT**

None.

**MEDICATION - PAST (all)**

|% 2 5
|= Date | Item
| [2018-01-11 M] | Amoxicillin 250mg/5ml, 5 days
| [2022-12-09 M] | Phenoxymethylpenicillin 250mg/5ml, 10 days
| [2023-07-03 M] | Cetirizine 5mg/5ml

**ALLERGIES**

None known.

===

**CONSULTATIONS**

[2016-05-12 M]  Dr A Pemberley\\
H: HV ref. Speech late. Mum says so too.  E: TMs dull.  P: Audiology (HV done). Review if no appt 8/52.

[2018-01-11 M]  Dr B Tolland\\
H: L earache 2/7. 4th since Xmas... mum corrects: since [2017-10-09 m].  E: red drum.  P: amox. ENT.

[2018-02-06 M]  Dr A Pemberley\\
H: school rang mum, ear "popping".  E: fluid level L.  P: back to audiology.

[2019-09-24 M]  Nurse J Rowe\\
Flu spray. Very good. Sticker.

[2021-06-28 M]  Dr A Pemberley, admin\\
Audiology letter in. Seen there [2021-06-08 s] per mum and per their own booking; letter says otherwise. Not chased.

[2022-10-03 M]  Dr A Pemberley\\
H: Mum brings letter from school: ?ADHD. Mum not keen, not against. Sits still 20 min drawing my boat print.
P: refer comm paeds. To include SLT report.

[2022-12-09 M]  Dr B Tolland\\
H: rash, sore throat, class outbreak.  E: strawberry tongue.  P: pen V. Off school 24h after first dose.

[2023-01-30 M]  Dr A Pemberley, letter\\
Comm paeds: NOT ADHD. DLD + hearing. No meds. Coded. Mum told.

[2023-11-02 M]  Dr A Pemberley, telephone\\
Social worker. Asked re concerns. None. Never have had.

[2024-10-09 M]  Dr A Pemberley, telephone\\
Mum: new school thinks Ada on ADHD meds. Never prescribed, see above. Letter to school offered. Mum will show them
  the clinic letter.

[2025-09-30 M]  Nurse J Rowe\\
Flu spray. Tells me which pictures I should have up.

**END OF RECORD**   Printed [2026-07-06 M!] 17:52 for subject access. Third party: none removed.
""",
    FERNBRIDGE,
)

REFERRAL = Record(
    "Letters out/Referral community paediatrics.pdf",
    "pdf",
    "nhs_letter",
    "2022-10-04",
    "Referral to community paediatrics",
    "Dr A. Pemberley",
    """
:right: [2022-10-04 l]

Community Paediatrics\\
Tarn View Children’s Centre

Dear Colleague

**Ada Brennan, born [2013-03-14 s!], 12 Ferry Row**

Thank you for seeing this nine-year-old. School ask about ADHD. I doubt it. Known language disorder (report
  enclosed), glue ear.
Concentrates like a heron when interested.

Mother sensible. Question is whether anybody else agrees with me.

Yours sincerely

~~ A. Pemberley ~~
""",
    FERNBRIDGE_LETTER,
)

SCHOOL_NURSE = Record(
    "Letters in/School nurse [2018-01-24 Y!].tif",
    "tiff",
    "nhs_letter",
    "2018-01-24",
    "School entry screening",
    "School Nursing",
    """
:right: [2018-01-24 l]

Fernbridge Surgery

**School entry screening, Larkhollow Primary, [2018-01-17 k]**

Child :: Ada Brennan, born [2013-03-14 s!]
Height :: 108 cm || Weight :: 17.9 kg
Vision :: 6/6 both || Hearing sweep :: **Failed left** at 25 and 30 dB, right passed at 25

Ada tried very hard and put a brick in for every sound she could see me make. Then I covered my mouth.

Please would you chase audiology. I have told Mrs Fennimore to seat her at the front.

~~ W. Hale ~~ School staff nurse
""",
    FERNBRIDGE_LETTER,
    (("scanner", Scanner(skew=0.6, noise=18)),),
)

COVER = Record(
    "Cover note.txt",
    "txt",
    "cover_letter",
    "2026-07-09",
    "Cover note",
    "Practice Manager",
    """
[2026-07-09 s]

Ms Brennan

Records for Ada as asked for on [2026-06-22 d]. Full print, letters in and letters out. Nothing removed.

No charge.

Practice Manager
Fernbridge Surgery
01632 960118
""",
)
SURGERY_RECORDS = (COVER, RECORD, REFERRAL, SCHOOL_NURSE)
