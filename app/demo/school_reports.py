"""Larkhollow Primary School: the yearly reports, each teacher in her own or his own voice."""

from dataclasses import replace

from app.demo.blocks import Record, Scanner
from app.demo.looks import LARKHOLLOW, LARKHOLLOW_FORM, LARKHOLLOW_OLD

NURSERY = Record(
    "Reports/Nursery summary.pdf",
    "scan",
    "school_report",
    "2017-07-14",
    "Nursery summary",
    "Mrs D. Lavery",
    """
:centre: Nursery Class · Summary for families · [2017-07-14 l]

**Ada Brennan**, Rabbits group

Ada arrived in September holding her mummy's sleeve and her blue boat. She has kept the boat and let go of the
  sleeve! She is a
gentle little girl who watches first and joins in second.

**Making relationships.** Plays beside others happily and, since Easter, with Lottie. Will bring a chair for a friend
  without
being asked.

**Understanding.** Ada follows what the group does. We are not sure she always follows what is said. When
  [2017-05-09 "the
fire bell went in May"] she went on painting until somebody touched her arm. Mum tells us the hospital are keeping an
  eye on her
ears.

**Speaking.** Two and three words together. “More blue.” “Boat gone under.” Speaks more to puppets than to us, and a
  good deal more
at home we hear.

**Things with hands.** Wonderful. Scissors, threading, mixing colours. Twenty minutes at the water tray is nothing to
  her.

**For Reception please note:** sit her near you, touch her arm before you speak, and ask the speech and language people
to have a look if there is no change by Christmas.

It has been a joy. Thank you for the boat picture, it is on our wall.

~~ Mrs D. Lavery ~~ Nursery teacher
""",
    LARKHOLLOW_OLD,
    (("scanner", Scanner(skew=1.1, noise=34, blur=0.7)),),
)

RECEPTION = Record(
    "Reports/Reception report [2018-07-06 Y!].pdf",
    "pdf",
    "school_report",
    "2018-07-06",
    "Reception report to parents",
    "Mrs L. Fennimore",
    """
Child :: Ada Brennan || Class :: RF
Teacher :: Mrs L. Fennimore || Date :: [2018-07-06 l]

## End of the Early Years Foundation Stage
|% 3 1.3 4
|= Early learning goal | Result | Comment
| Listening and attention | Emerging | Better after her operation in May, see below
| Understanding | Emerging | Follows one step; two if shown
| Speaking | Emerging | Short sentences, leaves out little words
| Moving and handling | Expected | Confident, careful
| Self-care | Expected | Dresses for PE before anyone else
| Relationships | Expected | Kind; settles quarrels by fetching an adult
| Reading | Emerging | Loves being read to. Knows 11 sounds
| Writing | Emerging | Writes her name, labels her boats
| Numbers | Emerging | Counts to 14, matches to 6
| Making and using media | Exceeding | Her harbour frieze is in the entrance hall

## In my own words
Ada missed a good deal of sound this year, quite literally. Between Christmas and the operation she was poorly with
  her ears five
times. Since [2018-05-21 "she came back on 21st May"] she turns round when called, which I had not seen before. Her
  talking has not jumped in
the same way and I think we should keep an open mind about why.

She did not reach a good level of development, which I know is a disappointment to Mum. I should like to say that no
  child in this
class has tried harder to work out what grown-ups want.

## Next year
Small group for sounds; seat at the front; a word with the special needs co-ordinator in the autumn.

~~ Mrs L. Fennimore ~~ Reception teacher
""",
    replace(LARKHOLLOW_FORM, running="Report to parents", lines=("Headteacher: Mr A. Dunster",)),
)

YEAR_ONE = Record(
    "Reports/Y1 report Adair.rtf",
    "rtf",
    "school_report",
    "2019-07-05",
    "Year 1 report",
    "Miss R. Adair",
    """
# Annual report: Ada Brennan, Year 1, Class 1A

Written by :: Miss R. Adair
Date :: [2019-07-05 l]
Attendance :: 93.2 %

## English
Ada knows 24 of the 40 sounds we have taught. In the phonics check, [2019-06-10 K], she scored 19 out of 40; the pass
  mark was 32. She
will take it again in Year 2. I noticed that she got every real animal word right and guessed nearly all of the made-up
ones as real words she knew. I don't think the check was testing quite what it says on the tin with Ada.

## Maths
Working towards. Very good with shape. Gets lost in story problems but can do the same sum if I draw it.

## Everything else
Art is her best subject by a mile. PE fine. In music she needs to sit away from the drums.

## Behaviour and attitude
Some days Ada gets a bit daydreamy. I have moved her clip down the sunshine chart for not listening more often than I
  would
like and looking back I am not sure that it was fair, as she often looked surprised. She was put on the SEN register in
[2019-01-15 h] for communication and language.

## What Mum said at parents' evening
Mrs Brennan came on [2019-03-20 l] and asked straight out if Ada could have her language tested. I said I would pass
  that on to
the SENCo and I did, in an e-mail on [2019-03-22 2].

~- R. Adair ~~ Class teacher (NQT)
""",
)

YEAR_TWO = Record(
    "Reports/Year 2 report.docx",
    "docx",
    "school_report",
    "2020-07-10",
    "Year 2 report, home learning edition",
    "Mr T. Lisle",
    """
# Year 2: a short report for a strange year

Pupil :: Ada Brennan
Teacher :: Mr T. Lisle
Sent by e-mail on :: [2020-07-10 w]

School was open to Ada for six and a half months of this year and then, from [2020-03-23 W], for none of it until
  [2020-06-15 l], when Mrs
Brennan's work in a care home gave her a place in the bubble. I am therefore not giving levels.

## What I saw before March
Ada wrote a page about a lighthouse, by herself, in November. It had no full stops and I would not have swapped it. Her
reading book went home every night and came back read every morning with a date beside it in her mother's hand.

## What I saw on the screen
Ada came to four of nineteen video lessons. Her mum rang me on [2020-04-28 d] to say that with eight voices on a
  tablet she
cannot tell who is talking and that it ends in tears. We agreed that I would send sheets instead. All of them came back.

## What I saw in June and July
Twelve children, quiet room, one adult at the front with a visor that she could see through. Ada put her hand up. I
  mention it because
I had taught her for a year and it was the first time.

## Phonics check
Not held nationally. I ran an old paper for my own interest on [2020-07-01 s]: 27.

>> School was open | L. Fennimore | 2020-07-13 | Tim, could this go into the SEN file as well as to home? The bit
  about the quiet room matters.
>> Not held nationally | T. Lisle | 2020-07-14 | Done, copy in her blue folder.
""",
)

YEAR_THREE = Record(
    "Reports/Year 3 report to parents.pdf",
    "scan",
    "school_report",
    "2021-07-11",
    "Year 3 report to parents",
    "Mr C. Okoro",
    """
Pupil :: Ada Brennan || Class :: 3O
Teacher :: Mr C. Okoro || Date :: [2021-07-11 l]

|% 2 2 2 3
|= Subject | Effort | Attainment | Target
| Reading | Excellent | Below | Read to a grown-up who lets her finish
| Writing | Good | Below | Say the sentence before writing it
| Maths | Good | Below | Use drawings for word problems
| Science | Good | Just below | Learn the words first
| Art | Excellent | Above | Keep going

**General comment.** It's been a funny old year with two goes at lockdown in it, and Ada has come through smiling.
  She is a lovely
helpful girl. She does tend to switch off when I am talking to the whole class, and I have asked her to put her
  “listening
ears” on more times than I can count. When I give her the whiteboard she is a different child so I shall start with
  it in
September as I am going up with the class.

**Phonics (late check).** [2020-12-02 "2nd December"]: 29 out of 32 needed. So near!

**Attendance** 94.1 %. **Days at home because of class closures:** 20.

Please come and see me about reading over the summer. Library cards are free.

~~ C. Okoro ~~ Class teacher
""",
    LARKHOLLOW,
    (("scanner", Scanner(skew=0.9, noise=30)),),
)

YEAR_FIVE = Record(
    "Reports/Year 5 report Madeley.pdf",
    "pdf",
    "school_report",
    "2023-07-07",
    "Year 5 report",
    "Ms H. Madeley",
    """
:title: Year 5 report

Name :: Ada Brennan || Class :: 5M
Teacher :: Ms H. Madeley || Issued :: [2023-07-07 l]

## A year with Ada
In September I read Dr Marsh's report and Ms Fairweather's programme before I met Ada, and I would recommend that
  order to anyone.
I teach the eight topic words on a Monday, I show what I say, and I have learned to count to ten after asking her
  anything.

Ada has spoken in assembly (one sentence, about limpets, on [2023-03-17 l]). She has read 92 of the first hundred
  words in three
minutes. She was chosen by the others to captain the quiet team on the farm visit.

## Attainment
|% 3 2 2 4
|= | Autumn | Summer | Note
| Reading | 6 y 8 m | 7 y 9 m | Thirteen months in ten, after years of three in twelve
| Spoken language targets | 2 of 6 | 5 of 6 | Set by the therapist, checked by her on [2023-06-14 d]
| Maths | Working towards | Working towards | At the standard for shape and measures
| Science | Working towards | Expected | The words were taught first

## What has not worked
Supply teachers. On nine days this year the plan was not in the folder and Ada was sent out twice for “ignoring” an
  adult. I have put a
copy in the register.

## For Mrs Quennell
Please keep Miss Tranter's Monday session. Everything else hangs from it.

~~ H. Madeley ~~ Class teacher
""",
    replace(LARKHOLLOW, font="New Computer Modern", size=11.2),
)

YEAR_SIX = Record(
    "Reports/Year 6 report to parents.pdf",
    "scan",
    "school_report",
    "2024-07-12",
    "Year 6 report to parents",
    "Mrs E. Quennell",
    """
Pupil :: Ada Brennan || Class :: 6Q
Teacher :: Mrs E. Quennell || Date :: [2024-07-12 l]
Attendance :: 94.7 % || Lates :: 1

## National tests, [2024-05-13 k]
|% 2 2 3
|= Paper | Scaled score | Arrangement
| Reading | 94 | Extra time; reader for the questions not allowed in this paper
| Grammar | 91 | Extra time
| Maths | 98 | Extra time, reader

The standard is 100. Ada sat every paper in the small room, and on the Wednesday asked to stay for the last question
  when the time was
already up. I am prouder of that than of any number here.

## My comment
Ada leaves us able to say “I didn't catch that, can you show me?” to an adult, in front of a class. She learned it
  this year
and it cost her something. I hope that the next people she says it to will know what it cost.

Her painting of the quay will stay in the hall, by her own wish, “because it is quieter now”.

~~ E. Quennell ~~ Year 6 teacher
:hand: Well done Ada! You have earned your summer. P. Whitlow, Headteacher
""",
    LARKHOLLOW,
    (("scanner", Scanner(skew=0.5, noise=24, turn=180)),),
)

REPORT_RECORDS = (NURSERY, RECEPTION, YEAR_ONE, YEAR_TWO, YEAR_THREE, YEAR_FIVE, YEAR_SIX)
