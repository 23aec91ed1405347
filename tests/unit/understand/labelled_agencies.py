"""Short invented records of councils, health services and others; same form as `labelled_school`."""

DOCUMENTS = """
@ nhs_letter | Ashford Community NHS Foundation Trust | 2021-10-18
Ashford Community NHS Foundation Trust
Community Paediatrics, Marlow House

Clinic date: 12 October 2021
Date dictated: 13 October 2021
Date typed: 18 October 2021

Dear Dr Khan

Re: Sam Marsh, DOB 15/03/2014, NHS No 943 476 5919

Diagnosis: autism spectrum condition

I reviewed Sam in clinic with his mother.

Yours sincerely
Dr Priya Nair
Consultant Community Paediatrician

cc Larkhollow Primary School; parents
@ nhs_letter | Ashford Community NHS Foundation Trust | 2020-02-06
Ashford Community NHS Foundation Trust
Audiology Department

6 February 2020

Dr A Khan
Elm Tree Surgery
Ashford

Dear Dr Khan

Sam Marsh, NHS number 943 476 5919

He was seen in clinic on 30 January 2020 and his hearing is within normal limits.

Yours sincerely
L Bray
Audiologist
@ nhs_letter | Elm Tree Surgery | 2021-06-17
Elm Tree Surgery
2 Mill Street, Ashford

17/06/2021

Dear Dr Nair

Re: Sam Marsh  NHS number 943 476 5919

Thank you for seeing this boy, whose mother reports poor sleep. Medication: none.

Yours sincerely
Dr A Khan
GP Partner
@ camhs_letter | Ashford CAMHS | 2022-06-30
Ashford CAMHS
Child and Adolescent Mental Health Service
Northshire Partnership NHS Foundation Trust

Date: 30th June 2022

Dear Mrs Marsh

Choice appointment, Sam Marsh

Sam came to a Choice appointment on 22 June 2022. Formulation: anxiety about school. Care plan: six sessions.

Yours sincerely
Rosa Lind
Mental Health Practitioner
@ salt_report | Ashford Community NHS Foundation Trust | 2021-05-26
Ashford Community NHS Foundation Trust
Speech and Language Therapy Report

Name: Sam Marsh   DOB: 15/03/2014
School: Larkhollow Primary School
Date of assessment: 12 May 2021
Date of report: 26 May 2021

CELF-5: receptive language standard score 78; expressive language standard score 74.
Report by: Ben Adeyemi, Speech and Language Therapist, HCPC SL12345
@ ep_report | Northshire County Council | 2022-04-08
Northshire County Council
Educational Psychology Service

Psychological Advice for an EHC needs assessment

Name: Sam Marsh     School: Larkhollow Primary School
Dates of involvement: 14 March 2022, 21 March 2022
Date of report: 8 April 2022
Educational Psychologist: Dr Helen Frost, HCPC registered

Sam was observed in class on 14 March 2022. A consultation with Mrs Marsh took place on 21 March 2022.
@ ep_report | Bright Minds Psychology Ltd | 2023-09-12
Bright Minds Psychology Ltd
Independent Educational Psychology Report

Child: Sam Marsh
School attended: Oakmere Academy
Date of assessment: 4 September 2023
Report date: 12 September 2023
Author: Dr Ada Quill, Chartered Educational Psychologist, HCPC PYL00001

WISC-V was used.
@ ehcp_draft | Northshire County Council | 2022-06-20
Northshire County Council
DRAFT Education, Health and Care Plan
for Sam Marsh
Version: Draft 1      Date: 20 June 2022
This is a draft. You have 15 days to make representations about the draft.
Section A: The views, interests and aspirations
Section B: Special educational needs
Section F: Special educational provision
@ ehcp_final | Northshire County Council | 2022-08-03
Northshire County Council
Education, Health and Care Plan
Sam Marsh       Date of birth 15/03/2014
Date of final plan: 3 August 2022
Section A: The views, interests and aspirations
Section B: Special educational needs
Section F: special educational provision required
Section I: Placement named: Oakmere Academy
@ decision_letter | Northshire County Council | 2022-03-01
Northshire County Council
SEND Assessment Team
County Hall, Norbridge

Mrs K Marsh
14 Alder Road
Ashford
1 March 2022

Dear Mrs Marsh

Sam Marsh: decision not to assess

The local authority has considered your request and has decided not to carry out an EHC needs assessment.
You have a right of appeal to the First-tier Tribunal. Mediation is available.

Yours sincerely
Colin Dray
SEND Case Officer
@ panel_minutes | Northshire County Council | 2022-02-24
Northshire County Council
SEND Panel Minutes
Date of panel: 24 February 2022
Panel members: C Dray, H Frost, M Ivey
Case 4: S.M. Panel agreed: not to assess. Rationale: school can meet need. Funding: none.
@ s17_assessment | Northshire County Council | 2021-12-20
Northshire County Council
Children's Social Care
Child and Family Assessment (section 17)
Child: Sam Marsh
Assessment started: 11 November 2021
Date assessment completed: 20 December 2021
Social worker: Dana Pruitt
Analysis: there is no evidence of neglect. Manager's decision: close.
@ case_notes | Northshire County Council | 2021-12-02
Northshire County Council Children's Services
Case notes  Mosaic ID 447120
12/11/2021  Contact type: telephone  Worker: D Pruitt  Created on 15/11/2021
Spoke with Mrs Marsh, who was upset about the referral.
18/11/2021  Contact type: home visit  Worker: D Pruitt  Created on 18/11/2021
Home clean and warm. Sam played with Lego.
02/12/2021  Contact type: school visit  Worker: D Pruitt  Created on 06/12/2021
Spoke with the SENCo.
@ early_help_assessment | Northshire County Council | 2021-11-25
Northshire County Council
Early Help Assessment
Family: Marsh
Lead practitioner: Sue Bright, Family Support Worker
Date of assessment: 25 November 2021
What's going well: a warm home. What are we worried about: sleep.
@ police_report | Northshire Police | 2022-09-10
Northshire Police
Occurrence report
Occurrence no. NP/22/104567
Missing person: Sam Marsh
Date: 10/09/2022
Officer in case: PC 4412 Doyle
Found safe at 16.20.
@ nhs_record_export | Elm Tree Surgery | 2021-06-17
Elm Tree Surgery
Full Patient Record (SystmOne)
Patient: Sam Marsh   NHS number 943 476 5919
03/03/2019 Consultation: Dr A Khan. Problem: otitis media. Examination: red drum.
11/09/2020 Telephone consultation: Dr A Khan. History: poor sleep.
17/06/2021 Consultation: Dr A Khan. Problem: anxiety. Referred to community paediatrics.
Printed 05/01/2024 09:12
@ letter | Northshire County Council | 2021-11-23
Northshire County Council
Children's Services
23 November 2021

Mr P Osei
Headteacher
Larkhollow Primary School
School Lane
Ashford

Dear Mr Osei

Thank you for your referral. No further action will be taken.

Yours sincerely
Dana Pruitt
Social Worker
@ letter | - | 2021-10-15
14 Alder Road
Ashford
ASH12 4QT

15 October 2021

Mrs J Hartley
SENCo
Larkhollow Primary School

Dear Mrs Hartley

I am unhappy with the notes of our meeting on 5 October 2021. I never said that Sam is fine at home.

Yours sincerely

Kate Marsh
@ email | - | 2021-10-13
From: Kate Marsh <kate.marsh@gmail.com>
Sent: 13 October 2021 21:14
To: office@larkhollow.northshire.sch.uk
Subject: Bruise

Hello, Sam came home yesterday with a bruise. Can somebody ring me please?
Kate
@ text_message_export | - | 2021-10-07
05/10/2021, 15:31 - Kate: How was he today?
05/10/2021, 16:02 - Mrs Pell: Bit wobbly after lunch
06/10/2021, 15:40 - Kate: He says he was put outside
07/10/2021, 08:15 - Mrs Pell: I will ask
07/10/2021, 08:16 - Kate: Thank you
@ meeting_notes | Northshire County Council | 2021-11-10
Northshire County Council
Strategy discussion
Date of meeting: 10 November 2021
Chair: M Hale, Team Manager
Present: D Pruitt (social worker), PC 4412 Doyle, P Osei (headteacher, Larkhollow Primary School)
Decision: single agency assessment.
@ assessment_protocol | Ashford Community NHS Foundation Trust | 2021-05-12
Sensory Profile Questionnaire - scoring summary
Ashford Community NHS Foundation Trust
Child: Sam Marsh    Rater: parent
Date: 12/05/2021
Auditory raw score 31   Touch raw score 22   Total score 181   percentile 98
@ referral_form | Elm Tree Surgery | 2021-06-17
CAMHS Referral Form
Referred by: Dr A Khan, Elm Tree Surgery
Date of referral: 17 June 2021
Reason for referral: anxiety. Consent: yes. GP details as above.
@ cover_letter | Northshire County Council | 2024-02-14
Northshire County Council
Information Governance
14 February 2024
Dear Mrs Marsh
Response to your subject access request
Please find enclosed copies of the records held. Information about third parties is exempt and has been redacted.
Yours sincerely
T Moss
"""
