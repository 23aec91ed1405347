"""A third set, written after the second had been used; only labels that were wrong were changed since. Same form as `labelled`.

The record is dated Monday 6 February 2023 and the child was born on 21 November 2013.
"""

RECORD_DATE = "6 February 2023"
BORN = "2013-11-21"

PLAIN = """
2023-01-18 | Mr Asante (form tutor) e-mailed both parents on 18 January 2023 about the broken window.
2023-01-18 | 18.1.23 T/C to Mum. Upset re detention. Will come in.
2023-01-18 | T/c from gran 18/01/23 @ 4pm.
2023-01-18 | Ada was weighed and measured on 18/01/2023 (31.4 kg, 137 cm).
2023-01-18 | As of 18 January 2023 there are nine children in the group.
2023-01-18 | Following a complaint dated 18th January 2023, the log was amended.
2023-01-18 | Hearing checked 18th Jan 2023: normal.
2023-01-18 | Wednesday, 18th January 2023 at 1.15 p.m. in the music room
2023-01-18 | In her e-mail of 18 January 2023 the head says that no note was made.
2023-01-18 | The letter (dated 18/1/2023) was never posted.
2022-11-08 | On the morning of 8 November 2022 she hid in the toilets.
2022-11-08 | The ABC chart for 8 November 2022 is blank.
2022-11-08 | Section F was amended on 8 November 2022.
2022-11-08 | She was first seen by CAMHS on 8 November 2022 and discharged at once.
2022-11-08 2022-11-29 | Two detentions were set (8/11/22 and 29/11/22).
2022-11-08 2022-11-15 2022-11-22 | Group work: 8, 15 and 22 November 2022.
2022-11-08 2022-11-15 | Group work: Tuesday 8 November 2022, Tuesday 15 November 2022.
2022-06-27/2022-07-01 | She spent the week of 27 June 2022 in isolation.
2022-06-27/2022-07-01 | She was on the trip from Monday 27 June to Friday 1 July 2022.
2022-06-27/2022-07-01 | Work experience, 27 June – 1 July 2022.
2022-06-27/2022-07-01 | wc 27/06/22 in isolation
2022-09/2022-12 | The Autumn Term 2022 report says she is "lazy".
2022-04/2022-07 | Nothing was put in place in the summer term 2022.
2021-09/2022-07 | In the 2021/2022 school year she lost 41 days.
2022-03 | Her dad moved out in March 2022.
2022-03 | Assessed by OT: March '22.
2014 | In 2014 she spent a month in hospital.
2021-10~ | She has bitten her nails since about October 2021.
../2022-05-23 | Before 23 May 2022 the school held no plan.
2023-02-02 | On Thursday she sat on her own again.
2023-02-05 | Yesterday evening she told me that she would not go back.
2023-02-07 | I will call you tomorrow.
2023-02-09 | The educational psychologist is coming this Thursday.
2023-01-30 | Last Monday she was pulled off the fence.
2022-12-19~ | Seven weeks ago we asked for a meeting.
2022-12-19 | We asked for a meeting on 19 December.
2023-03-20 | Please let us have your comments by 20 March 2023.
2023-05 | The plan will be reviewed in May 2023.
2019-09/2020-07 | She had a place in the nurture group in Year 1.
2018-09/2019-07 | In Reception she was quiet.
2022-10-03 2022-10-04 | On 3 October 2022 she cut her hand. The following day the wound was red.
2017-02-11 | EYFS two-year check completed 11 February 2017.
2022-09-05 | Started at Ridgeway Academy on 05/09/2022.
"""

HARD = """
2022-11-10 | 10th Nov. 2022 - spoke with attendance officer
2022-11-10 | 10 NOV 22 - spoke with attendance officer
2022-11-10 | I0 November 2022 spoke with attendance officer
2022-11-10 | 10/l1/2022 spoke with attendance officer
2022-10 | At October half-term 2022 she went to stay with an aunt.
2022-04/2022-05 | Summer 1 2022 reading group: eleven of thirty sessions.
2023-01/2023-02 | Spr 1 2023: two suspensions.
2022-12 | She was fine until Christmas 2022.
2022-12 | She was fine up to December 2022.
2022-01/2022-03 | It began in the spring term of Year 3.
2022-09 | She moved up in September.
2022-11-21 | Since 21 November she has had a card to leave the room.
2022-10-17 2022-10-20 | On 17 October 2022 she was excluded. Three days later her place was taken off the list.
2022-10-17 2022-11-17~ | On 17 October 2022 she was excluded. A month later nothing had been sent.
2023-01-23/2023-01-27 2023-01-30/2023-02-03 | She missed w/c 23/01/23 and w/c 30/01/23.
2022-07-04 | Transition day: Mon 4th July 2022 (did not attend)
2020-03-20/2020-06-15 | Closed to most pupils from 20 March 2020 to 15 June 2020.
2021 | She had four schools between January and December of 2021.
2022-05~ | In early May 2022 her hair began to fall out.
2023-01 | Last month she had nine late marks.
2023-02-06 | See you today at three.
"""

TRAPS = """
- | Child: ADA FINCH  D.O.B.: 21.11.13  Yr 4
- | Ada Finch (DoB 21 Nov 2013)
- | Brother: Max (born 3.4.2017)
- | Twin sisters, both born on 6 June 2016.
- | Mum's date of birth is 14/08/1985.
- | Switchboard 01632 960 300, direct line 960 310.
- | Text 07700 900 711 between 9.30 and 3.15.
- | Unique pupil number A931200110023B
- | Ref 23/01/18/AF
- | Our reference: EHC-2022-0311
- | LA case 2022/1138
- | CRN 18/4421/22
- | Raw score 14/20, scaled 7, percentile 16.
- | Accuracy 5/6, 4/6 and 2/6.
- | She is 3/4 of the way through the book.
- | The group is for children aged 7-8.
- | Reading age 6:04, chronological age 9:02.
- | WIAT-III word reading 78 (70-86)
- | Top-up funding of £10,120.22 was refused.
- | School day 8.50 to 15.20; lunch 12.05.
- | See 3.1.2 above and 4.12 below.
- | Under the Education (Pupil Information) (England) Regulations 2005 a fee may be charged.
- | The SEND Code of Practice (DfE/DoH 2015) para 6.17 says so.
- | Section 19 of the Education Act 1996 is clear.
- | Human Rights Act 1998, Article 2 of Protocol 1.
- | UK GDPR and DPA 2018 apply.
- | KCSIE (Sept 2022) was shared with staff.
- | "Working together to improve school attendance" (May 2022)
- | Behaviour in schools: advice for headteachers, DfE, September 2022
- | Suspension guidance updated July 2022
- | (Gathercole and Alloway, 2008)
- | Alloway, T. P. (2007). Automated working memory test. London: Press.
- | Standardised on a UK sample in 2010.
- | SEN1 form v3.2 Jan 2020
- | Doc version: 2.0 Date of issue: July 2019 Review: July 2021
- | Anti-bullying policy, last reviewed October 2021
- | Document generated 01/03/2024 11:02:17
- | Printed 01 Mar 2024 by office
- | Export date 01/03/2024
- | Faxed 01/03/2024 10:14
- | Crown copyright 2019
- | Page 21 of 22
- | Sheet 3/12
- | Log viewed in US format: 01/18/2023
- | It was dated 31/09/2022, which does not exist.
- | Mr March and Mrs May will run the stall.
- | She may 3 times a week need the room.
- | Assembly is every Friday and clubs run Tuesdays to Thursdays.
- | On Mondays she sees the counsellor.
- | Ada is in Year 4.
- | A Year 4 child would be expected to know this.
- | The Year 5 residential is not for her.
- | Her reading is at Year 1 standard.
- | Her brother started in Reception.
- | Spring into action, said the poster.
- | The fall hurt, but summer clothes helped.
- | She has a 10/10 record with us.
- | 4 x 15 minutes, 3/5 days.
- | Sort code 30-12-21.
- | The number 23 bus runs until 22.10.
- | Unit 11, 12 Mill Road, RG1 2AB
- | Ofsted (2018) graded the school as requiring improvement.
- | The service was set up in 2011.
- | Autumn term: 5 September 2022 to 16 December 2022 (term dates)
- | Staff training day Friday 21 October 2022
- | Next time she will use the card.
- | In the last few weeks of each term she tires.
- | Council tax year 2022/23
- | Copyright (c) 2021 Ridgeway Academy Trust
- | Approved by governors 14/09/2021
"""


def page_of(sentence: str, date: str = RECORD_DATE) -> str:
    """A short letter with the sentence in it."""
    return f"Ridgeway Academy\nHill Rise, Netherby\n\n{date}\n\nDear Ms Finch\n\n{sentence}\n\nYours sincerely\n\nMr K Asante\nForm tutor\n"
