"""Sentences of invented records with the dates that a careful reader takes from them, and traps that hold none.

Each line is `expected EDTF values, separated by blanks | sentence`; the record is dated Thursday 14 October 2021 unless it says
otherwise, and the child was born on 15 March 2014. "-" expects nothing.
"""

RECORD_DATE = "14 October 2021"
BORN = "2014-03-15"

PLAIN = """
2021-09-29 | Sam was seen in clinic on 29 September 2021.
2021-09-29 | Sam was seen in clinic on 29th September 2021 with his mother.
2021-09-29 | The school rang home on 29/09/2021 to say he was upset.
2021-09-29 | The school rang home on 29/9/21 to say he was upset.
2021-09-29 | Observed in class 29.09.21 by the SENCo.
2021-09-29 | Observed in class 29.09.2021 by the SENCo.
2021-09-29 | Phone call from Dad 29-09-2021.
2021-09-29 | An incident took place on Wednesday 29 September 2021 in the lunch hall.
2021-09-29 | An incident took place on Weds 29th Sept 2021 in the lunch hall.
2021-09-29 | Sept 29th, 2021: Sam refused to come in from the playground.
2021-09-29 | Parents' evening was held on the 29th of September 2021.
2021-09-29 | E-mail received 29 Sep 2021 asking for a meeting.
2021-09-29 | 29-Sep-2021 Home visit by family support worker.
2021-09-29 | 29-Sep-21 Home visit by family support worker.
2021-09-29 | 2021-09-29 09:15 Concern logged about attendance.
2021-09-29 | 29 SEPTEMBER 2021 - MEETING WITH PARENTS
2021-03-03 | He was assessed on 03/03/21 at the child development centre.
2021-05-04 | The form was discussed with Mum on 4/5/2021.
2020-02-29 | A home visit took place on 29 February 2020.
2019-12-31 | His place at nursery ended on 31 December 2019.
2019-01-07 | He joined the school on 7 January 2019.
2021-03 | A hearing test was done in March 2021.
2021-03 | An OT report (March 2021) recommended a wobble cushion.
2020-11 | The Nov 2020 review set three targets.
2019-06 | Diagnosed with autism in June 2019 after a long wait.
2021-09-06 2021-09-20 | He was sent home on 6 September 2021 and again on 20 September 2021.
2021-03-03 2021-03-10 2021-03-17 | ELSA sessions took place on 3, 10 and 17 March 2021.
2021-03-03 2021-03-10 2021-03-17 | ELSA sessions took place on 3rd, 10th and 17th March 2021.
2021-04-14 2021-06-06 2021-07-08 | Home visits: 14 April, 6 June and 8 July 2021.
2021-05-05 2021-05-06 | The psychologist visited on 5 and 6 May 2021.
2021-09-27/2021-10-01 | Sam was absent from 27 September 2021 to 1 October 2021.
2021-09-27/2021-10-01 | Sam was absent from 27 September until 1 October 2021.
2021-09-14/2021-09-18 | He had chickenpox 14-18 September 2021.
2021-09-14/2021-09-18 | He had chickenpox 14 to 18 Sept 2021.
2021-09-14/2021-09-18 | Suspended 14/09/21 - 18/09/21 for two days.
2021-05-03/2021-05-07 | He was an inpatient between 3 and 7 May 2021.
2021-05-28/2021-06-03 | Between 28 May 2021 and 3 June 2021 he stayed with his grandmother.
2020-12-29/2021-01-03 | The family were away 29 December 2020 to 3 January 2021.
2020-12-29/2021-01-03 | The family were away 29 December – 3 January 2021.
2020-09/2020-12 | During the Autumn term 2020 he attended mornings only.
2021-01/2021-03 | In the spring term 2021 he had no 1:1 support.
2021-04/2021-07 | Targets were set for Summer 2021 and not reviewed.
2021-01/2021-03 | In spring term 2020-21 he had no 1:1 support.
2020-09/2021-07 | Attendance in 2020/21 was 83%.
2020-09/2021-07 | During the 2020-21 academic year he had nine suspensions.
2019-09/2020-07 | In the school year 2019-2020 he made good progress.
2021-09-27/2021-10-01 | W/c 27.09.21 Sam managed three full days.
2021-09-27/2021-10-01 | Week commencing 27 September 2021: calmer after lunch.
2021-09-27/2021-10-01 | w/c 27th Sept 2021 - reduced timetable starts
2020-09/2021-07 | In Year 2 he was excluded from trips.
2018-09/2019-07 | He settled well in Reception but found carpet time hard.
2021-10-12 | Last Tuesday he was found under a table.
2021-10-13 | Yesterday he threw a chair in the dinner hall.
2021-10-18 | We agreed to meet next Monday at 3.30pm.
2021-09-02~ | He stopped taking the tablets six weeks ago.
2021-10-15 | We will meet tomorrow to sign the plan.
2021-10-11 | On Monday he hurt his hand at break time.
2021-10-05 2021-10-06 | On 5 October 2021 he was restrained. The following day he would not go in.
2021-10-05 | A meeting was held on 5th October with both parents.
2021-10-05 | A meeting was held on Tuesday 5th October with both parents.
2021-10-05 | A meeting was held on 5 Oct.
2020-12-03 | The plan was last looked at on 3rd December.
2019-09~ | Concerns started in about September 2019.
2019~ | He has had a stammer since around 2019 according to Nan.
2020-03~ | Circa March 2020 his sleep got worse.
../2020-03 | Before March 2020 he slept well.
2019-09 | He has been on the SEN register since September 2019.
2021-05-03/.. | After 3 May 2021 no more sessions were offered.
2021-09-29 | Meeting held at 9.30am on 29 September 2021 in Room 4.
2021-09-29 | 29/09/2021, 14:05: bitten on the left arm by another pupil.
2020-12 | Over Christmas 2020 he would not leave his room.
2019 | In 2019 the family moved to Ashford.
2016/2018 | Between 2016 and 2018 he had six ear infections.
2021-10-21 | Review booked for 21 October 2021 at 2pm.
2022-03 | The next review is due in March 2022.
2021-11-05 | Please reply by 5 November 2021.
2021-10-07 | Incident date: 07/10/2021
2021-10-07 | Date of incident: 7th October 2021
2021-06-30 | Statutory advice was requested on 30 June 2021 under regulation 6 of the SEND Regulations 2014.
2021-06-30 | On 30 June 2021 the council agreed to assess under section 36 of the Children and Families Act 2014.
2021-06-30 | The EP report of 30 June 2021 lists five strategies.
2021-06-30 | Your letter dated 30 June 2021 was passed to me.
2021-06-30 | He scored 12/15 on 30/06/21 in the spelling test.
2021-06-30 | At 5-6 years below his peers, he was retested on 30/06/2021.
2021-10-01/2021-10-08 | He was on a part-time timetable from 1 to 8 October 2021.
2020-10-06 2021-10-05 | Baseline 06/10/2020: 14. Repeat 05/10/2021: 15.
2021-07-01 | Telephone call (01.07.21) from Mrs Marsh, who was upset about the report.
2021-09-29 | On the 29th September, 2021 staff used a two-person hold.
2021-09-29 | Wed 29/09/21 Refused maths. Tore book.
2021-09-29 | Sam (aged 7) was seen by Dr Nair on 29 September 2021.
2021-09-29 | Blood taken 29 Sept '21, result normal.
2020-06/2020-07 | He had no contact with school in June to July 2020.
2020-03-23 | Schools closed on 23 March 2020 and he did not return until the autumn.
"""

HARD = """
2021-10-15 2021-10-18 | He was out of school on the 15th and 18th October 2021.
2020-09/2020-10 | In Aut 1 2020 he attended 62% of sessions.
2021-02/2021-03 | In Spring 2 2021 he attended 71% of sessions.
2021-04/2021-05 | Summer 1 2021 targets were not met.
2020-10 | Over October half term 2020 he regressed.
2021-02 | After the call in February half-term 2021 nobody rang back.
2021-10-14 | l4 October 2O21 Sam bit a member of staff.
2020-10-14 | 14th 0ctober 2020 Sam bit a member of staff.
2021-10-12 | This was first raised on Tuesday by his teacher.
2021-10-13 | Yesterday's meeting was cut short.
2021-10-04/2021-10-08 | Last week he came home with a bruise.
2021-09 | Last month he was sent home four times.
2021-04/2021-07 | Last term his attendance was better.
2021-10-11 | Three days ago he told his aunt that he was afraid.
2021-04~ | Six months ago he could not hold a pencil.
2019~ | Two years ago he had grommets.
2021-09-30~ | A fortnight ago he ran out of the building.
2021-09-13 2021-09-27~ | He was seen on 13 September 2021. Two weeks later the referral was closed.
2021-09-13 2021-09-12 | He was seen on 13 September 2021. The day before, he had been sick.
2021-09-17 2021-09-20 | On Friday 17 September 2021 he absconded. The following Monday he was put on a risk assessment.
2020-10 | Last October he had a seizure.
2021-07/2021-08 | Over the summer holidays 2021 he was calmer.
2021-05 | In May he started a new medicine.
2021-10-12 | Tuesday 12th: kept in at break again.
2021-11 | He will be seen in November.
2021-12-02 | The panel will sit on 2 December.
2021-09-06/2021-09-10 2021-09-13/2021-09-17 | Support was given w/c 6 September 2021 and w/c 13 September 2021.
2020-09/.. | From September 2020 onwards he had lunch in the library.
2021-07-20 | No records were kept until 20 July 2021.
2020-01/2020-03 2020-04/2020-07 | Spring term 2020: two lunches a week. Summer term 2020: none.
2019-09/2020-07 2020-09/2021-07 | He was happy in Year 1 but not in Year 2.
2021-09-01 | With effect from 1 September 2021 the hours were cut.
2020-06-15/2020-06-26 | Between Monday 15 June and Friday 26 June 2020 he was taught at home.
2021-03~ | In early March 2021 the taxi stopped coming.
2020-11~ | In late November 2020 he began to refuse school.
2021-06-08 2021-06-15 2021-06-22 | Observations: 08/06/21, 15/06/21 and 22/06/21.
2021-10-18/2021-10-22 | We will trial this w/c 18th October.
2020-09-07 2020-09-21 | Started 7 September 2020, stopped two weeks later on 21 September 2020.
2021-02-03 2021-02-05 | Incident on 3 February 2021, recorded on 5 February 2021.
2021-05-26 | On 26 May 21 he was weighed: 22.4 kg.
2021-10-08 | Sent: Friday, 8 October 2021 16:02
2021-09-29 | On 29
September 2021 he was sent home early.
2021-07-12/2021-07-14 | Year 2 residential 12-14 July 2021: Sam not invited.
"""

TRAPS = """
- | DOB: 15/03/2014
- | D.O.B. 15.03.14
- | Date of birth: 15 March 2014
- | Sam Marsh (born 15 March 2014) lives with his mother.
- | Sam Marsh, date of birth 15th March 2014, NHS No. 943 476 5919.
- | Sibling: Ella Marsh, DOB 02/07/2017
- | His sister Ella (born 2 July 2017) attends the nursery.
- | Mother: Kate Marsh d.o.b. 12/11/1986
- | Tel: 01632 960 114 Fax: 01632 960 115
- | Telephone 020 7946 0182, mobile 07700 900 321.
- | NHS number: 943 476 5919
- | UPN: H820200114023
- | Our ref: SEN/2021/0347
- | Our ref: 12/10/2021-AB/SEN
- | Ref: CS-14-10-21/7
- | Invoice no. 10/11/2020
- | He scored 12/15 in the first part and 3/4 of the second.
- | He works at the level of children aged 5-6 years.
- | His reading age is 5.11 and his spelling age 6.2.
- | Standard score 85 (16th percentile), 95% confidence interval 79-91.
- | The room costs £12.10 an hour and the taxi £20.21.
- | The lesson ran from 10.15 to 11.20.
- | See section 3.2.1 and paragraph 9.14 of the Code.
- | 2.1.19 Outcomes
- | The Children and Families Act 2014 applies.
- | In line with the SEND Code of Practice 2015 we use a graduated approach.
- | The SEND Code of Practice: 0 to 25 years (January 2015) says so.
- | See the Special Educational Needs and Disability Regulations 2014, regulation 20.
- | Processed under the UK GDPR and the Data Protection Act 2018.
- | Staff have read Keeping Children Safe in Education (September 2021).
- | KCSIE 2021, part one, must be read by all staff.
- | Working Together to Safeguard Children 2018 sets out the duty.
- | The Equality Act 2010 came into force on 1 October 2010.
- | Behaviour policy reviewed annually, September 2020.
- | Policy date: September 2020
- | Form SEN2 rev. 03/19
- | Version 3 September 2020
- | Template updated 12/03/2020
- | v2.1.2019
- | Form CP7 (version 4, issued 1 April 2019)
- | Printed on 03/01/2024 at 10:22 by J Hartley
- | Date printed: 03/01/2024
- | Exported 3 January 2024 from the pupil database
- | Report generated on 03/01/2024
- | © Larkhollow Primary School 2020
- | Copyright 2019 All rights reserved.
- | Visual schedules help many children (Smith, 2015; Okafor & Lane, 2018).
- | Smith (2015) found that visual schedules help.
- | The test was standardised in 2016 on 2,000 children.
- | Norms for the test were published in 2013.
- | Page 3 of 7
- | Pages 3/4/21 are blank.
- | The meeting was on 03/14/2021 according to the printout.
- | The paper says 31/02/2021, which cannot be.
- | The paper says 30 February 2021, which cannot be.
- | He may need more time in the morning.
- | Staff march the class to lunch on Mondays.
- | He sat with June at lunch and May helped him.
- | Mrs May will meet him at the gate.
- | He attends a club every Tuesday and on Thursdays.
- | Swimming is on Wednesdays. PE is Monday to Friday.
- | He is in Year 3.
- | He is working at Year 1 level in maths.
- | The Year 3 curriculum is hard for him.
- | A group of Year 5 pupils helped him.
- | His brother is in Year 6.
- | The school's 2021 policy says otherwise.
- | The ratio of adults to children is 1:8, 2/3 of the week.
- | Sort code 20-10-21, account 12345678.
- | Dose: 5 mg/2.5 ml, 10/12 supply.
- | He has 24/7 care at home.
- | Call 111 or 999 in an emergency.
- | He wears size 10-11-12 trousers.
- | The school was rated good by Ofsted in 2017.
- | The school was founded in 1998.
- | He walked 3.4 km on 2 legs of the trip.
- | Term dates: Autumn term starts 2 September 2021.
- | INSET day: Monday 25 October 2021
- | He can count to 20 and write numbers to 12.
- | Outcome 3.1: By the end of the key stage he will dress himself.
- | WISC-V index scores 92, 88, 101.
- | Over the last week his mood has varied.
- | He copes better next to a friend.
- | The last lesson of the day is the hardest.
- | Mum's mobile ends 2021.
- | He earned 2021 points.
- | Room 2019 is upstairs.
- | ASH12 4QT, 14 Alder Road
- | Crime reference 14/20211/22
- | Extension 1410, option 2
- | 50% of 2020 pupils said so.
- | Not to be reproduced without permission. Form revised June 2018.
- | The spring in his step was gone.
- | He had a fall in the hall.
"""


def read(text: str) -> list[tuple[tuple[str, ...], str]]:
    """(expected values, sentence) of each line; a line without "|" goes on with the sentence above."""
    out: list[tuple[tuple[str, ...], str]] = []
    for line in text.strip("\n").split("\n"):
        if " | " in line:
            expected, sentence = line.split(" | ", 1)
            out.append((tuple(v for v in expected.split() if v != "-"), sentence))
        else:
            out[-1] = (out[-1][0], out[-1][1] + "\n" + line)
    return out


def page_of(sentence: str, date: str = RECORD_DATE) -> str:
    """A short letter with the sentence in it."""
    return f"Larkhollow Primary School\nSchool Lane, Ashford\n\n{date}\n\nDear Mrs Marsh\n\n{sentence}\n\nYours sincerely\n\nMrs J Hartley\nSENCo\n"
