"""Every form of a date that UK records use (domain 8.3), each in a letter of Thursday 14 October 2021 about a child born on 15 March 2014."""

import pytest

from tests.unit.understand.scoring import events_of

FORMS = """
2021-10-14 | He fell on l4/1O/2021 in the hall.
2021-10-03 | He fell on 0ct 3 2021.
2021-10-04 | He fell on the 4th of October.
2021-10-04/2021-10-05 | We met on 4/5 October 2021.
2021-10-04/2021-10-08 | He was away 4–8 October 2021.
2021-10-04/2021-10-08 | He was away Mon 4 to Fri 8 Oct.
2021-10-04/2021-10-08 | He was away from Monday 4 October until Friday 8 October 2021.
2021-05-03/2021-05-07 | He was away between 3 and 7 May 2021.
2021-10-04 | Seen 2021/10/04 by the nurse.
2020-10 | It began in Oct '20.
2020-10~ | It began in early October 2020.
2020~ | It began in mid-2020.
2020~ | It began in late 2020.
2010/2019 | In the 2010s the family lived in Leeds.
2020-09/2020-12 | The end of the Autumn term 2020 was hard.
2020-09/2020-10 | He did well in the first half of the autumn term 2020.
2020-09/2020-10 | He did well in Aut 1 2020.
2021-02/2021-03 | He did well in Spr 2 2021.
2021-01/2021-02 | He started in Term 3 2020/21.
2021-04 | At Easter 2021 he stopped eating.
2020-12 | At Christmas 2020 he stopped eating.
2021-10-04 | He has been worse since 4 October 2021.
../2021-10-04 | Before 4 October 2021 he was fine.
2021-10-04/.. | From 4 October 2021 onwards he was fine.
2021-10-04~ | On or about 4 October 2021 he fell.
2019~ | c. 2019 he fell.
2019-09~ | In around September 2019 he fell.
2021-10-04 | At 9.15am on Monday 4th October 2021 he fell.
2021-10-04 | On 04/10/2021 09:15 he fell.
2021-10-04 | On 4.10.2021 he fell.
2021-10-04 | On 4-Oct-21 he fell.
2021-10-04 | On 04OCT2021 he fell.
2021-10-04 | On October 4th, 2021 he fell.
2021-10-04 | On Oct 4 he fell.
2021-09-04 | On 4 Sept 2021 he fell.
2021-10-04 2021-10-05 | On the 4th & 5th October 2021 he fell.
2021-10-04/2021-10-08 | w/b 04/10/21 he was away.
2021-10-04/2021-10-08 | w/e 08/10/21 he was away.
2021-10-04/2021-10-08 | week ending 8 October 2021: away
2021-10-04/2021-10-08 | week beginning 4th October he was away.
2020-09/2021-07 | In 2020-21 he was away a lot.
2020-09/2021-07 | During the academic year 2020/2021 he was away.
2021-07/2021-08 | Over the summer holidays he was well.
2020-07/2020-08 | Over the summer holidays 2020 he was well.
2021-05 | In the May half term he was well.
2020-10 | In the October half-term 2020 he was well.
2022-01/2022-03 | He will be seen next term.
2021-04/2021-07 | He was seen last term.
2021-10-04/2021-10-08 | He was seen last week.
2021-09 | He was seen last month.
2021-10-04 2021-10-06 | On 4 October 2021 he fell. Two days later he fell again.
2021-10-04 2021-10-11 | On 4 October 2021 he fell. The following Monday he fell again.
2021-10-04 2021-10-05 | On 4 October 2021 he fell. The next day he was fine.
2021-09-23~ | He fell three weeks ago.
2021-10-04 | He fell 10 days ago.
2021-08~ | He fell a couple of months ago.
2021-04~ | He fell six months ago.
2019~ | He fell two years ago.
2021-10-12 | He fell last Tuesday.
2021-10-12 | He fell on Tuesday.
2021-10-13 | He fell yesterday.
2021-10-15 | I will ring tomorrow.
2021-10-19 | We meet next Tuesday.
2021-10 | By October 2021 he was well.
2021-07 | Until July 2021 he was well.
2019-09 2020-07 | He moved in September 2019 and left in July 2020.
2019-09/2020-07 | From September 2019 to July 2020 he was well.
2019-09/2020-07 | He was in Year 1 in a small group.
2018-09/2019-07 | When he was in Reception he was well.
2020-01/2020-03 | In the spring term of Year 1 he was well.
2021-12-16 | The review due 16/12/21 was missed.
2021-01/2021-03 | In Jan-Mar 2021 he was ill.
2020-11 2020-12 | He was ill in November and December 2020.
2020-11-29/2020-12-03 | He was ill from 29 November to 3 December.
2020-11-05 | On Bonfire Night he was ill.
2020-02-29 | He was ill on 29/02/2020.
- | He was ill on 31/02/2020.
2021-09-03 2021-09-10 2021-09-17 | On 3rd, 10th and 17th September 2021 he was ill.
2021-09-14 | On 14th  September  2021 he was ill.
2021-09-14 | On 14 Septernber 2021 he was ill.
2021-09-14 | On I4 September 202l he was ill.
2021-09-14 | On Tues. 14 Sept. 2021 he was ill.
2021-09-14 | (14/9/21) he was ill
2021-09-14 2021-09-16 2021-09-20 | He was ill: 14/9/21, 16/9/21, 20/9/21.
2021-09-10 | His last day was Friday, 10 September.
"""


@pytest.mark.parametrize("row", [row for row in FORMS.splitlines() if row])
def test_each_form(row: str) -> None:
    wanted, sentence = row.split(" | ")
    assert sorted(event.date for event in events_of(sentence)) == sorted(word for word in wanted.split() if word != "-")
