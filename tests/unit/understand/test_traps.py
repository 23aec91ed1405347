"""What looks like a date and tells of nothing that happened: each stands in a letter of 14 October 2021 and gives no event."""

import pytest

from tests.unit.understand.scoring import events_of

TRAPS = """
Date of birth: 15/03/2014
DOB 15-03-14
Born: 15th March 2014
Sam (d.o.b. 15.3.2014) was well.
His sister Ella (born 3 May 2017) was well.
Mother's date of birth 4/5/1986
Tel: 01632 960 114 or 07700 900 123
Ref: 12/05/2021/KM
Our ref: SEN-14-10-2021-A
Children Act 1989 section 17
Keeping Children Safe in Education 2023 applies.
KCSIE (September 2023) is followed.
KCSIE 2024, part 2, para 9
Working Together to Safeguard Children 2018
The SEND Code of Practice 2015 says so.
Equality Act 2010, s.20
The Special Educational Needs and Disability Regulations 2014 (reg 12)
Education (Pupil Registration) (England) Regulations 2006
Form EHC3 version 2 September 2019
Template v1.2 (Sept 2021)
Policy review date: September 2024
To be reviewed by governors in March 2023.
Printed 14/10/2021 09:12
Printed on: 14 Oct 2021 by jhartley
Date printed 14.10.21
Report generated 12-Oct-2021 08:00:11
Page 3 of 12 14/10/2021
Page stamp: SAM/0412 p 12/05
He scored 12/05 on the test.
He got 7/10 in spelling and 9/10 in tables.
He ate 3/4 of his lunch.
He attends 4/5 days.
See section 3.4.21 for more.
Paragraph 9.11.20 applies
Room 12.5 at 10.30
The meeting is in room 3.10.
Behaviour Policy 2021-22
Admissions policy 2022/23 is on the website.
NHS number 943 476 5919
NHS No: 943-476-5919
Postcode AS14 3QT
Melatonin 2 mg, 1-2 tablets 30 min before bed
Methylphenidate 10 mg twice daily, 5/7 days
Symptoms for 3/7, seen 2/52 ago by no one
The trip costs £14.10 or £20.21
Windows 10.4.21 build 2021
SIMS .net 7.198 version 10.3.21
© 2021 Larkhollow Primary School
Copyright 2019-2021
(c) Crown copyright 2014
At 9.15 he came in and at 10.20 he left.
Lessons 1-3 are at 9.10, 10.05 and 11.20.
Attendance 86.4 % (312/361 sessions)
Ratio 1:4, 3 x 15 minutes
BP 110/70, temp 37.4, weight 26.5 kg
Reading age 7.10, spelling age 6.11
Standardised score 85 (CI 79-92)
He is 7;03 and in Year 3.
Key Stage 2, Years 3 to 6
UPN: A820300114001
Invoice 2021/0412
Account 12-34-56 20211014
Ofsted rated the school good in 2019.
The test was normed in 2006 (Wechsler, 2004).
Smith et al. (2015) found the same.
Term dates 2021/22: autumn term starts 6 September 2021
INSET day 1 November 2021
School closes on 17 December 2021 for Christmas.
Bank holiday: 3 May 2021
This form was last updated in March 2020.
Form SA2 (04/21)
Leaflet published June 2018
Valid until December 2025
HCPC PYL12052
GMC 7051234
Registered charity no. 1122019
https://www.larkhollow.sch.uk/2021/10/14/news
file: Sam_2021-10-14_v2.docx
Every Monday he goes to swimming.
On Tuesdays and Thursdays he has speech.
Monday to Friday 8.30 to 3.30
May I ask you to sign?
He may march in the parade.
April Cole is his teacher.
August Street, June Road
He is the second of four children, aged 7.
Aged 5-7 years
In 12 lessons of 20 he was out.
Score: 2-1 to the reds
Extension 2021
Tutor group 10/11
Class 4/5 mixed
Questions 3/4 and 5/6 were left out.
Percentile 12-05
Room 20/21
The 2011 census
Windows 2019 server
The school was built in 1998.
Our trust was founded in 2012.
He turns on the light.
4 out of 10
Within 10 school days
He needs to be seen within 6 weeks.
"""


@pytest.mark.parametrize("sentence", [line for line in TRAPS.splitlines() if line])
def test_no_event(sentence: str) -> None:
    assert events_of(sentence) == ()
