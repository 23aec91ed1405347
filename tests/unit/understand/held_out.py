"""A second set, written after tuning and in other words; its first score is in the benchmark's notes. Same form as `labelled`.

The record is dated Friday 11 March 2022 and the child was born on 9 August 2012.
"""

RECORD_DATE = "11th March 2022"
BORN = "2012-08-09"

PLAIN = """
2022-02-16 | Jonah's mum popped in on Wednesday 16th February 2022 to hand over the forms.
2022-02-16 | 16.02.22 - lunchtime supervisor reports pushing in the queue.
2022-02-16 | (16/02/2022) Phoned home, no reply, left a message.
2022-02-16 | We first discussed this on the 16th of February 2022.
2022-02-16 | Entry made after the 16 Feb 2022 meeting.
2022-02-16 | Date of observation: 16/2/22
2022-02-16 | Seen: 16-Feb-2022, outpatient department.
2022-02-16 | Wed, 16 Feb 2022, 10:40. Removed from assembly by two adults.
2022-02-16 | The panel which sat on 16 February 2022 agreed ten hours.
2021-12-01 | Grommets inserted 01/12/2021 under general anaesthetic.
2021-12-01 | A referral was sent to the community team on 1st December 2021 and acknowledged.
2021-01-05 | He returned to the classroom on 5 January 2021, two days a week.
2020-07-17 | Last day in Reception class was 17 July 2020.
2021-06-14/2021-06-18 | He was taught in the library from 14 June 2021 to 18 June 2021.
2021-06-14/2021-06-18 | Residential trip, 14-18 June 2021, not offered a place.
2021-06-14/2021-06-18 | Fixed-term exclusion: 14/06/2021 to 18/06/2021.
2021-06-14/2021-06-18 | Week commencing 14th June 2021 he was unsettled.
2021-06-14/2021-06-18 | W/C 14/6/21: calmer, ate lunch with peers.
2021-09/2021-12 | Support fell away in the autumn term of 2021.
2022-01/2022-03 | Spring Term 2022: literacy group twice a week.
2020-09/2021-07 | His attendance for 2020-2021 was 91%.
2019-09/2020-07 | Throughout the 2019/20 academic year he had the same key worker.
2020-02 | Mrs Obi noticed tics in February 2020.
2020-02 | A sensory profile (Feb 2020) was shared with home.
2018 | The family came to live in Harrow Vale in 2018.
2017/2019 | He was under the dietitian between 2017 and 2019.
2021-05~ | Around May 2021 the nightmares began.
2020~ | He has not slept through since about 2020.
../2021-04-19 | Before 19 April 2021 nobody had told the family.
2021-04-19/.. | After 19 April 2021 he had no taxi.
2022-02-28 2022-03-02 2022-03-07 | Reading sessions were missed on 28 February, 2 March and 7 March 2022.
2022-01-10 2022-01-24 | Visits took place on 10 January 2022 and 24 January 2022.
2022-01-11 2022-01-13 | Taster days: 11th and 13th January 2022.
2022-03-08 | On Tuesday 8th March he was asked to leave the hall.
2022-03-08 | Last Tuesday he was asked to leave the hall.
2022-03-10 | I rang you yesterday and nobody picked up.
2022-03-15 | The nurse will come next Tuesday.
2022-03-25 | Please return the slip by Friday 25 March 2022.
2022-06 | His annual review is due in June 2022.
2022-05-18 | A hearing has been listed for 18 May 2022.
2019-09/2020-07 | It started when he was in Year 3.
2017-09/2018-07 | During Year 1 he had a full-time helper.
2021-10-04 2021-10-05 | He fell on 4 October 2021. The next day he could not walk.
2021-11-19 | Discharged from hospital 19/11/21, see letter.
2021-11-19 | He was discharged on Friday, November 19, 2021.
2021-11-19 | 2021-11-19T08:30 Nurse added a care plan.
2022-01-28~ | He moved in with his dad six weeks ago.
2022-03-03 | On 3rd March we tried the new timetable.
2021-12-17 | His timetable was last changed on 17 December.
2021-03-08 | Schools reopened to all on 8 March 2021 and he stayed at home.
"""

HARD = """
2022-02-07/2022-02-11 2022-02-28/2022-03-04 | Timetable agreed for w/c 7 February 2022, extended w/c 28 February 2022.
2021-10 | During October half term 2021 he would not leave the flat.
2021-09/2021-10 | Autumn 1 2021: 14 incidents.
2021-11/2021-12 | Autumn 2 2021: 22 incidents.
2021-12 | By Christmas 2021 the helper had gone.
2022-02-18 2022-02-21 | On Friday 18 February 2022 the ceiling leaked. The following Monday his room was moved.
2022-02-18 2022-02-17 | He was sick on 18 February 2022. The day before, he had been pale and quiet.
2021-12-06 2021-12-20~ | He broke his arm on 6 December 2021. Two weeks later the cast came off.
2022-02 | Last month the speech therapist left.
2022-02-28/2022-03-04 | Last week he did not attend at all.
2021-09/2021-12 | Last term he came every day.
2021-11~ | Four months ago he could swim a length.
2019~ | Three years ago he was assessed for dyslexia.
2022-03-07 | On Monday he told me about the shed.
2022-03-09 | Two days ago he would not get out of the car.
2021-11 | Last November he was put on a reduced timetable.
2022-03-15 | We shall see you on Tuesday at four.
2022-03-16 | l6 March 2022 review with parents
2021-02-23 | Seen on 23rd Febuary 2021 by the locum.
2020-01~ | In mid January 2020 he stopped eating at school.
2021-08~ | By late August 2021 he was counting the days.
2020-10/.. | From October 2020 onwards he ate alone.
2021-09-01 | The new rate applies from 1 September 2021.
2022-03-08 | Tuesday 8th: found behind the bins.
2022-04 | He should be seen again in April.
2022-05-06 | The decision is expected on 6 May.
2021-07/2021-08 | He regressed over the summer holidays 2021.
2018-09/2019-07 2019-09/2020-07 | In Year 2 he read well and in Year 3 he stopped.
2021-05-17/2021-05-28 | Between Monday 17 and Friday 28 May 2021 a supply teacher took the class.
2021-12-30/2022-01-04 | They were abroad 30 December – 4 January 2022.
2021-09 2022-01 | Swimming stopped in September 2021 and began again in January 2022.
2022-03-04 | The accident happened on 4/3 by the climbing frame.
2021-11-03 2021-11-05 | Incident on 3 November 2021 (recorded on 5 November 2021).
2022-03-10 | Thursday 10 March - refused maths, tore worksheet, see ABC
2021-09-07 2022-01-05 | His reading was 84 on 7/9/21 and 86 on 5/1/22.
"""

TRAPS = """
- | Jonah Pike d.o.b. 09/08/2012
- | Name: Jonah Pike    Date of Birth: 9 August 2012
- | Jonah, who was born on 9 August 2012, lives with his father.
- | Father: Neil Pike, born 21 March 1983
- | Half-sister Orla, D.O.B 30.01.2019
- | DOB 09-Aug-2012 Hosp No 4471120
- | Contact: 07700 900 145 / 01632 960 777
- | Fax no. 01632 960 12
- | NHS 943 476 5870
- | Your ref JP/2022/03/11
- | Case ref: 11/03/22-JP
- | File number 12/2021/445
- | He got 7/12 on the spelling test and 18/20 in maths.
- | A score of 3/10/12 was recorded on the three trials.
- | Ages 5-7 may attend on the first day.
- | His spelling age is 6.10 and reading age 7.2.
- | Percentile rank 9, confidence interval 82-94 (95%).
- | Lunch costs £2.40; the trip is £12.03.
- | Bell times 8.45, 10.30, 12.15 and 3.20.
- | See 4.2.1 of the report and Appendix 3.
- | Duties arise under section 42 of the Children and Families Act 2014.
- | Regulation 12 of the Special Educational Needs and Disability Regulations 2014 lists what the plan must have.
- | The Education Act 1996 and the Equality Act 2010 apply to all schools.
- | The Data Protection Act 2018 gives you a right of access.
- | See the SEND code of practice (2015), chapter 9.
- | Keeping Children Safe in Education, September 2022, paragraph 14.
- | Working Together 2018 requires a multi-agency response.
- | DfE guidance (July 2017) is attached.
- | Supporting pupils at school with medical conditions, December 2015, is statutory.
- | NICE guideline CG128, updated December 2017.
- | Attachment awareness has been studied widely (Bowlby, 1969; Geddes, 2006).
- | As Geddes (2006) writes, behaviour is communication.
- | Norms were collected in 2014 from 1,600 pupils.
- | The scale was first published in 2001.
- | Form EHC1 version 2 (March 2019)
- | Rev. 4 - June 2020
- | Template last updated 04/09/2020
- | Version date: 1 September 2019
- | Policy reviewed: November 2020
- | This policy was ratified by the governing body on 12 October 2020.
- | Printed: 02/02/2023 14:10
- | Printed by A Clerk on 02/02/2023
- | Report run on 2 February 2023
- | Date exported: 02/02/2023
- | Downloaded 02/02/2023 from the portal
- | © Harrow Vale Council 2021
- | Page 12 of 21
- | 03/25/2022 is how the American system shows it.
- | The form says 31/11/2021.
- | The form says 29 February 2022.
- | You may wish to bring a friend, and we march on.
- | June Adeyemi sat in with him, and April took the notes.
- | He has swimming every Wednesday and choir on Fridays.
- | PE is on Mondays and Thursdays.
- | Jonah is currently in Year 5 and is taught by Mrs Obi.
- | He is working at a Year 2 level.
- | A Year 6 buddy walks with him.
- | His sister is in Year 1.
- | Spring rolls were served and he had a fall afterwards.
- | The first half of the match was better than the second.
- | He needs help 24/7 and checks every 15/20 minutes.
- | Take 1/2 tablet at night, 5/7 days.
- | The class has a ratio of 1/4 adults to children.
- | Account 30-11-20 44120983
- | Postcode HV2 1AB, room 20.12
- | The bus is the 2022 and stops at bay 11.
- | Inspected by Ofsted in 2019, the school was rated good.
- | The trust was formed in 2013.
- | INSET days: 1 September 2021 and 4 January 2022
- | Term starts 2 September 2021 and ends 17 December 2021.
- | The lesson lasts 45 minutes and the next one an hour.
- | In the last year group meeting nothing was said of him.
- | Targets cover the next term in outline only.
- | He fell over the second time he tried.
- | Sun cream must be worn in summer.
- | Financial year 2021/22 budget code 4410
"""


def page_of(sentence: str, date: str = RECORD_DATE) -> str:
    """A short letter with the sentence in it."""
    return f"Harrow Vale Junior School\nMill Rise, Harrow Vale\n\n{date}\n\nDear Mr Pike\n\n{sentence}\n\nYours sincerely\n\nMiss T Obi\nClass teacher\n"
