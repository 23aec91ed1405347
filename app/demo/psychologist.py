"""The educational psychologist: careful, exact about what was seen, by whom and when."""

from dataclasses import replace

from app.demo.blocks import Record
from app.demo.looks import CALDERWICK

_LOOK = replace(
    CALDERWICK,
    name="Educational Psychology",
    lines=("Calderwick Council", "Castle House, Quay Street", "01632 960533"),
    colour="#34526f",
    footer="Confidential: Ada Brennan",
    running="Psychological report",
)

EP_REPORT = Record(
    "SEN/EP report Dr L Marsh [2022-03-03 i!].pdf",
    "pdf",
    "ep_report",
    "2022-03-03",
    "Educational psychologist’s report",
    "Dr L. Marsh",
    """
:title: Educational psychologist’s report

Child :: Ada Brennan || Date of birth :: [2013-03-14 s!]
School :: Larkhollow Primary School || Year group :: 4
Parent :: Nora Brennan || Chronological age :: 8 years 11 months
Author :: Dr L. Marsh || Registration :: HCPC registered practitioner psychologist
Date of report :: [2022-03-03 l] || Status :: Final

## Why I was asked
Larkhollow Primary School wrote to the service on [2022-01-20 l]. Staff wished to know whether Ada’s slow progress in
  reading
comes from reading itself or from understanding language, and how the school hall could be made easier for her. Mrs
  Brennan
agreed to my involvement on [2022-01-18 l] and signed the form on [2022-01-24 l].

## What this report rests on
|% 2 5
|= When | What
| [2022-02-03 l] | Telephone conversation with Mrs Brennan, 50 minutes
| [2022-02-08 l] | Observation in class (maths) and in the dining hall, 75 minutes
| [2022-02-08 l] | Consultation with Mr Okoro and Miss Tranter
| [2022-02-15 l] | Individual work with Ada, in two sittings with a break that she asked for
| [2022-02-22 l] | Reading of the school’s file, as supplied to me

I have not seen the hospital’s hearing letters. Where I repeat what I was told, I say who told me.

===

## Ada’s view
Ada met me in the library and chose the seat with her back to the window. She told me about her drawings of harbours.
  With a set
of picture cards she sorted school into three heaps. “Good” held art, Miss Tranter, her friend Lottie and the reading
  corner. “Hard”
held the hall, maths talk and “when they say it’s easy”. One card, playtime, she moved twice and left between the heaps.

She said: “If I get it wrong I smile, then they go on.” I thought this an important sentence and asked whether I
  might write it down.

## Her mother’s view
Mrs Brennan described her concerns clearly and had kept a diary since Year 1. She has asked for an assessment of
  Ada’s language
at each parents’ evening since [2019-03-20 m]. She was surprised to read in the October record that she had declined
  a referral, and
showed me the e-mail in which she agreed to it. I record this because the same sentence may be copied into other papers.

She described a child who talks a good deal at home with her grandmother and brother, in short sentences, and who is
  worn out
by four o’clock. She wants Ada to be understood rather than to be made quieter.

## The views of school staff
Mr Okoro has known Ada for two years. He described kindness, persistence and an excellent visual memory. He worries
  that she has
learned to look as if she is following. Miss Tranter showed me her tally sheets, which are careful and which I found
  more
useful than any score in the file.

===

## What I found
### Reasoning and language
I used parts of a standard battery of cognitive abilities. Standard scores have an average of 100; two children in
  three score
between 85 and 115. The range in brackets is the one in which Ada’s true score would fall nineteen times in twenty.

|% 4 2 3 2
|= Area | Score | Range | Percentile
| Reasoning with pictures and patterns | 98 | 90 to 106 | 45
| Visual memory | 109 | 100 to 117 | 73
| Understanding spoken language | 74 | 68 to 83 | 4
| Saying what words mean | 78 | 71 to 87 | 7
| Listening memory, digits | 81 | 74 to 90 | 10

The difference between the first two rows and the others is large and unusual. It fits a child whose difficulty lies
  in language
and not in ability. It is not for a psychologist to diagnose a language disorder; that needs a speech and language
therapist, and I understand that a referral has been with Brackenmoor NHS Trust since November.

### Reading
Ada reads single words by their shape. With a word she knows in speech she often gets there from the first letter.
  With a word she
does not know in speech she cannot, because there is nothing for the sounds to lead her to. Phonics alone will
  therefore not
be enough: the words have to be taught as words first.

### In class and in the hall
During 40 minutes of maths Mr Okoro gave the class eleven instructions of more than one step. Ada looked at her
  neighbour’s page
after nine of them. When he pointed at the board as he spoke she did not look. In the hall she sat at the end of a
  row with her
hands over her ears for eleven of fifteen minutes. I measured nothing; the room is tiled and I found it hard to hear
  speech myself.

===

## What I think is going on
Ada has a significant difficulty in understanding spoken language, made worse whenever her hearing dips or the room
  is loud. She
has worked out that smiling ends a conversation. Adults have at times read this as not trying, and on one occasion in
  the file as a
reluctance at home. I saw no sign of either.

## Outcomes and provision
|% 3 4 2
|= By the end of Year 5 Ada will | What is needed | How much
| follow a two-step instruction in class without looking at others, 8 times in 10 | Instructions of one step at a
  time, her name first, shown as well as said | Every lesson
| know and use eight new topic words each half term | Words taught before the topic by a trained adult, with pictures
  and in her own sentences | 3 × 20 minutes a week
| read 100 common words in three minutes | Reading taught through words she can already say; phonics beside it | 4 ×
  15 minutes a week
| stay in the hall for an assembly | Sound survey; seat near the door; a named adult; permission to leave | Now

## What I ask the school to do next
+ Ask for the hospital’s hearing results and keep them where class staff can read them.
+ Share this report with the speech and language therapist before her first visit.
+ Look again at the sentence in the October review about the referral.
+ Review with Mrs Brennan before the end of the spring term.

I should be glad to come to that review.

~~ Dr L. Marsh ~~ Educational psychologist, HCPC registered

:small: Copies: Mrs N. Brennan; Larkhollow Primary School (Mrs J. Hartley). This report is written for the purposes
  stated on page 1.
  It should be read as a whole, and not be used after [2024-03-03 m!] without asking whether it still holds.
""",
    _LOOK,
)
