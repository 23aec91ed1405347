"""Short invented records of schools with their kind, organisation and date. Each entry: `@ kind | organisation | date` and the text."""

DOCUMENTS = """
@ letter | Larkhollow Primary School | 2021-10-14
Larkhollow Primary School
School Lane, Ashford ASH3 4QT
Headteacher: Mr P Osei

14 October 2021

Dear Mrs Marsh

Re: Sam Marsh

Thank you for coming in on Tuesday. As agreed, I will ask the lunchtime staff to keep a note of how Sam manages.

Yours sincerely

Mrs J Hartley
SENCo
@ exclusion_letter | Larkhollow Primary School | 2021-11-03
LARKHOLLOW PRIMARY SCHOOL
Tel: 01632 960 114   office@larkhollow.sch.uk

Mrs K Marsh
14 Alder Road
Ashford

3rd November 2021

Dear Mrs Marsh

Suspension of Sam Marsh

I am writing to inform you of my decision to suspend Sam for a fixed period of 2 days. This means that he will not be allowed in school
for this period. The suspension began on 3 November 2021 and ends on 4 November 2021.

You have the right to make representations to the governing board.

Yours sincerely
P Osei
Headteacher
@ exclusion_letter | Oakmere Academy | 2022-02-09
Oakmere Academy
Part of the Harrow Vale Learning Trust

9 February 2022

Private and confidential
Parents of Sam Marsh

Dear Mr and Mrs Marsh,

Fixed-period exclusion

Sam has been excluded for 1 day because of persistent disruptive behaviour.

Yours faithfully,

D. Reyes
Principal
@ school_report | Larkhollow Primary School | 2021-07
Larkhollow Primary School
Annual Report to Parents July 2021

Name: Sam Marsh     Class: Willow     Year: 2
Attendance: 86.4%

Reading: working towards the expected standard      Effort: Good
Writing: working towards the expected standard      Effort: Satisfactory
Mathematics: expected standard      Effort: Good

Class teacher's comment: Sam is a kind boy who loves animals.
Headteacher's comment: Well done Sam.
@ iep | Larkhollow Primary School | 2021-09-20
Individual Education Plan
Name: Sam Marsh  DOB: 15/03/2014  Class: Oak
School: Larkhollow Primary School
Date: 20/09/2021        Review date: 17/12/2021
SENCo: Mrs J Hartley

Target 1: To ask for a break using his card. Strategies: visual prompt. Success criteria: 4 out of 5 times.
Target 2: To write three sentences.
@ iep | Larkhollow Primary School | 2022-01-10
One Page Profile
Larkhollow Primary School
Sam Marsh, Year 3
What people like about me: I am funny.
What is important to me: my dog Biscuit.
How best to support me: tell me before things change.
Date completed: 10 January 2022
Completed by: Miss A Lund, class teacher
@ provision_map | Larkhollow Primary School | 2021-09/2021-12
Larkhollow Primary School
Provision Map - Autumn term 2021
Pupil: Sam Marsh

Intervention | Adult | Ratio | Frequency | Entry data | Exit data
Phonics catch-up | Miss Lund | 1:4 | 3 x 20 min | 12 | 19
ELSA | Mrs Pell | 1:1 | 1 x 40 min | - | -
@ sen_support_review | Larkhollow Primary School | 2021-12-09
SEN Support Review
Assess - Plan - Do - Review cycle 2
Larkhollow Primary School
Pupil: Sam Marsh    Year 3
Date of review: 9 December 2021
Present: Mrs J Hartley (SENCo), Miss A Lund (class teacher), Mrs K Marsh (parent)

Outcomes from last cycle: partly met.
Next steps: referral to the educational psychologist. Next review: March 2022
@ annual_review | Larkhollow Primary School | 2023-03-15
Annual Review of an Education, Health and Care Plan
Larkhollow Primary School
Child: Sam Marsh
Date of annual review meeting: 15 March 2023
Date report completed: 24 March 2023

Recommendations of the review: the plan should be amended.
Local authority: Northshire County Council
@ behaviour_log | Larkhollow Primary School | 2021-10-05
Larkhollow Primary School
Behaviour Incident Report

Date of incident: 5 October 2021    Time: 12.40
Location: lunch hall
Staff involved: Mrs Pell
Antecedent: the hall was loud. Behaviour: Sam threw his tray. Consequence: taken to the library.
Physical intervention used: No
@ behaviour_log | Larkhollow Primary School | 2021-10-15
Behaviour log: Sam Marsh    Larkhollow Primary School
Date        Type            Points   Location     Staff
04/10/2021  Refusal         1        Classroom    A Lund
07/10/2021  Hitting         3        Playground   T Pell
15/10/2021  Leaving class   2        Corridor     A Lund
Printed on 12/01/2024
@ chronology_export | Larkhollow Primary School | 2021-11-04
CPOMS  Larkhollow Primary School
Student incidents: Sam Marsh
Incident: 04/11/2021 09:10  Category: Cause for concern  Added by: Mrs T Pell  Date added: 08/11/2021
Sam said that he was hungry. Linked student(s): none. Assigned to: Mrs J Hartley
Incident: 02/11/2021 15:20  Category: Parental contact   Added by: Miss A Lund  Date added: 02/11/2021
Mum was late to collect. Action: none
Incident: 21/10/2021 11:00  Category: Behaviour   Added by: Miss A Lund  Date added: 21/10/2021
Exported 03/01/2024
@ chronology_export | Larkhollow Primary School | 2021-09-30
Record of Concern
School: Larkhollow Primary School
Child's name: Sam Marsh      Date of birth: 15.03.2014
Date of incident: 29 September 2021
Name of person completing form: Mrs T Pell, teaching assistant
What was seen or heard: a bruise on the left arm.
DSL action: spoke with Mum, no further action.
Date completed: 30 September 2021
@ attendance_certificate | Oakmere Academy | 2022-03-31
Oakmere Academy
Pupil Attendance Summary
Sam Marsh   Reg group 7B
From 01/09/2021 to 31/03/2022
Report date: 31/03/2022
Possible sessions 220   Present 181   Authorised absence 25   Unauthorised absence 14
Attendance percentage 82.3
@ risk_assessment | Larkhollow Primary School | 2021-10-18
Individual Pupil Risk Assessment
Larkhollow Primary School
Pupil: Sam Marsh
Date of assessment: 18.10.21
Hazard: leaving the classroom. Likelihood: high. Severity: medium. Control measures: door alarm, adult at the gate.
Completed by: P Osei
Review date: 18.01.22
@ meeting_notes | Larkhollow Primary School | 2021-10-21
Larkhollow Primary School
Notes of meeting with parents
Date: Thursday 21st October 2021 at 2.00pm
Present: Mrs J Hartley (SENCo), Mr P Osei (Head), Mrs K Marsh
Apologies: Miss A Lund
1. Mum said that Sam had been sick every Monday since 6 September 2021.
2. It was agreed that a risk assessment be written.
Actions: JH to contact the EP service by 5 November 2021.
@ meeting_notes | Larkhollow Primary School | 2022-05-12
Team Around the Child (TAC) meeting minutes
Date of meeting: 12/05/2022
Venue: Larkhollow Primary School
Attendees: J Hartley SENCo, S Bright family support worker, K Marsh mother
Minutes taken by: J Hartley
Discussed: sleep, attendance, the new taxi.
Date of next meeting: 23/06/2022
@ referral_form | Larkhollow Primary School | 2021-11-15
Referral to the Educational Psychology Service
Request for involvement
Referrer: Mrs J Hartley, SENCo, Larkhollow Primary School
Date of referral: 15 November 2021
Child: Sam Marsh  DOB 15/03/2014
Reason for referral: anxiety and refusal.
Parental consent: yes. Signature of parent: K Marsh
@ mash_referral | Larkhollow Primary School | 2021-11-09
MASH Referral
Multi-agency safeguarding hub, Northshire
Referrer: P Osei, Headteacher, Larkhollow Primary School
Date of referral: 9 November 2021
Reason for referral: Sam said that he was hungry at home.
Consent to referral: parents not told.
Family composition: Kate Marsh (mother), Ella Marsh (sister)
@ policy | Larkhollow Primary School | 2020-09
Larkhollow Primary School
Behaviour Policy
Approved by governors: September 2020
Review date: September 2022
This policy sets out how all staff promote good behaviour. Roles and responsibilities: the governing body will monitor this policy.
All pupils are expected to follow the school rules. Legislation and guidance: Education Act 2002.
@ cover_letter | Larkhollow Primary School | 2024-01-30
Larkhollow Primary School
30 January 2024

Dear Mrs Marsh

Subject Access Request

Please find enclosed the personal data that you asked for in your request of 2 January 2024. Some information about third parties has been redacted.
You have the right to complain to the Information Commissioner.

Yours sincerely
L Dunn
Data Protection Officer
@ index_schedule | Larkhollow Primary School | 2024-01-30
Larkhollow Primary School
Schedule of documents disclosed
Date: 30/01/2024
Doc no.  Description of document        Date of document   Pages  Exemption
1        IEP                            20/09/2021         2      none
2        CPOMS log                      12/01/2022         9      redacted, third party
3        Attendance summary             31/03/2022         1      none
@ email | Larkhollow Primary School | 2021-10-08
From: Jane Hartley <j.hartley@larkhollow.northshire.sch.uk>
Sent: 08 October 2021 16:02
To: Kate Marsh <kate.marsh@gmail.com>
Subject: Sam's week

Dear Kate
Sam had a hard day on Wednesday. Could you come in on Tuesday 12 October?
Kind regards
Jane Hartley
SENCo, Larkhollow Primary School
@ email_thread | Larkhollow Primary School | 2021-10-11
From: Peter Osei <head@larkhollow.northshire.sch.uk>
Sent: 11 October 2021 08:15
To: Jane Hartley
Subject: RE: Sam M

Agree. Keep it brief please.
Larkhollow Primary School

From: Jane Hartley
Sent: 08 October 2021 16:40
To: Peter Osei
Subject: Sam M

Mum has asked for the logs. Do we have to send them?
@ ehc_needs_request | Larkhollow Primary School | 2022-01-24
Request for an Education, Health and Care Needs Assessment
Section 36 Children and Families Act 2014
School: Larkhollow Primary School
Child: Sam Marsh   DOB: 15/03/2014
Completed by: Mrs J Hartley, SENCo
Date of request: 24 January 2022
Views of the parent: we are worried.
@ letter | Larkhollow Primary School | 2021-12-01
                                             Larkhollow Primary School
                                             School Lane
                                             Ashford
                                             1 December 2021

To: Northshire County Council, SEND Team

Dear colleague

We support the request for more hours.

Yours faithfully

Mrs J Hartley
SENCo
"""


def read(text: str) -> list[tuple[str, str, str, str]]:
    """(kind, organisation, date, text) of each record."""
    out = []
    for part in text.split("\n@ ")[0:]:
        head, _, body = part.lstrip("\n@ ").partition("\n")
        if body:
            kind, organisation, date = (piece.strip() for piece in head.split("|"))
            out.append(
                (
                    kind,
                    "" if organisation == "-" else organisation,
                    "" if date == "-" else date,
                    body.strip("\n") + "\n",
                )
            )
    return out
