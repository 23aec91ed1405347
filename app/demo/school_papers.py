"""Larkhollow Primary School: what lay between the files (a diary, notes, photographs, a policy, a risk assessment)."""

from dataclasses import replace

from app.demo.blocks import Look, Record, Scanner
from app.demo.looks import LARKHOLLOW, LARKHOLLOW_MINUTES

PLAYGROUND_LETTER = Record(
    "Behaviour/Letter home playground.pdf",
    "pdf",
    "letter",
    "2021-11-04",
    "Letter home about the playground",
    "P. Whitlow",
    """
:right: [2021-11-04 l]

Dear Parent/Carer of Ada Brennan

I am writing to inform you that Ada was involved in an incident of physical aggression today which resulted in injury
  to another
child. At Larkhollow we have a zero tolerance approach to violence of any kind.

As a consequence Ada has lost one session of play and has received three behaviour points. Five points in a half term
  lead to a meeting
with myself.

I would be grateful if you could speak to Ada about the importance of kind hands and return the slip below.

Yours sincerely

~~ P. Whitlow ~~ Headteacher

---

I have spoken to my child about the incident on [2021-11-04 s]. Signed …………………………………………
""",
    LARKHOLLOW,
)

PARENTS_EVENING = Record(
    "Meetings/parents eve notes CO.txt",
    "txt",
    "meeting_notes",
    "2021-03-24",
    "Parents’ evening notes",
    "C. Okoro",
    """
PARENTS EVE [2021-03-24 .]  (phone this time)

5.10  L's dad - happy, wants harder maths
5.20  █ no answer
5.30  Ada B, mum (Nora). Rang from work. Nice lady, worried.
      - Ada "exhausted" after sch since we came back [2021-03-08 2]
      - asks AGAIN re language test, says asked miss A in yr 1. told her will ask JH
      - hearing appt coming "[2021-06-08 "in june"]"
      - cant do video calls, too many voices (makes sense tbh)
      - good idea from mum: draw it on whiteboard. TRY!!
5.40  T - mum + stepdad

to do: JH re Ada. asked [2021-03-25 W], she says "lets see how she settles"
""",
)

MOVING_UP = Record(
    "Meetings/Moving up to Wrenfield.pdf",
    "scan",
    "meeting_notes",
    "2024-05",
    "Moving up to Wrenfield",
    "E. Quennell",
    """
Who :: E. Quennell (Y6), A. Rahimi (Wrenfield SENCo), ███████████ , Mrs Brennan for the second half
When and where :: [2024-05-22 "Wed before half term"], Year 6 classroom

**Ada in three sentences.** Understands what she sees, half of what she hears. Works until she drops. Says “can you
  show me”, please answer it
with a picture and not with louder words.

**What works**

- Words before the topic, Mondays, with KT (3 × 20 minutes)
- Board beside her, first instruction only
- Seat: left side, near the front, right ear to the room
- Leave assembly if it is too much. She comes back

**What to know.** Language disorder (SALT [2022-05-24 m]); hearing goes up and down. **Not** ADHD, Dr Sorabji's
  letter is in the
folder as people keep asking.

**Health.** No medicine. Audiology once a year.

**Other pupils to place with her:** Lottie ██████. Not with ████████████ or █████████.

**Mrs Brennan asked** for one named person to e-mail. Mrs Rahimi: “That will be me.”

:hand: word book + Dr M's page handed to A.R. EQ
""",
    replace(LARKHOLLOW_MINUTES, lines=("Transition", "Summer term"), running="Moving up to Wrenfield"),
    (("scanner", Scanner(skew=1.4, noise=38, blur=0.7)),),
)

FARM = Record(
    "Trips/Risk assessment farm trip.docx",
    "docx",
    "risk_assessment",
    "2023-05-15",
    "Risk assessment, farm visit",
    "H. Madeley",
    """
# Risk assessment: Year 5 visit to Gorse Farm

Date of visit :: [2023-05-23 w]
Written by :: H. Madeley
Seen by :: P. Whitlow, [2023-05-15 s!]

|= Hazard | Who | Likelihood | What we do about it
| Animals, hands to mouths | All | Medium | Wash before lunch; gel at the gate
| Moving tractor | All | Low | Farmer stops engine while we cross
| Coach | All | Low | Belts, count on, count off
| Instructions shouted across a yard | Ada B. | High | She is in H. Madeley's group. Picture card of the day. Red
  flag up means come back, for everybody, so nobody has
  to hear it
| Noise in the milking shed | Ada B., two others | Medium | Ear defenders, may wait with KT at the door
| Hay fever | █████ | Medium | Medicine carried by KT

Adults: 6 for 29 children. First aid: K. Tranter.

## Afterwards
Filled in on [2023-05-24 s]: no accidents. The flag was the best idea we have had all year and the farmer is going to
  keep it.
Ada's group were first back every time.
""",
)

NOTE_OKORO = Record(
    "Safeguarding/IMG_1187.jpg",
    "jpeg",
    "handwritten_note",
    "2021-06-16",
    "Handwritten note",
    "C. Okoro",
    """
:hand: Weds [2021-06-16 .]

:hand: Ada tired, up late. Told JH: "Nana came and they watched a film". Did NOT say alone.

:hand: Ate 2 bananas + toast. Fine after play.

:hand: JH says put it on the log anyway, she'll do it. C.O.
""",
    Look(style="plain", size=21),
)

DISPLAY = Record(
    "Photographs/IMG_2041.heic",
    "heic",
    "photo",
    "2023-03-17",
    "Photograph of a display",
    "H. Madeley",
    """
:title: ROCK POOLS by 5M

## Limpets (Ada)
A limpet looks like it is doing nothing. It is holding on. It goes out at night to eat and comes home to the very
  same place.

## Crabs (Lottie)
They go sideways because of their knees.

:hand: spoken by Ada in assembly, [2023-03-17 O]
""",
    Look(style="plain", size=19),
    (("width", 1000),),
)

CHAT = Record(
    "Photographs/Screenshot class app.png",
    "png",
    "text_message_export",
    "2022-05-13",
    "Messages in the class app",
    "K. Tranter",
    """
### Class 4O · messages with N. Brennan

:small: [2022-05-12 "Thu 12 May"]

:note: **Miss Tranter** 15:41\\
  Hi Nora, just to say we are trying the doors tomorrow for assembly so Ada might be a bit wobbly in the morning. Say
  it will be last in,
  first out x

:box: **Nora** 15:58\\
  Thank you for telling us before. She has drawn where she will sit

:small: [2022-05-13 "Fri 13 May"]

:note: **Miss Tranter** 10:02\\
  SHE STAYED FOR ALL OF IT. Thumbs up to Mr O!! I had something in my eye

:box: **Nora** 10:04\\
  I am in the linen cupboard at work crying. Thank you

:note: **Miss Tranter** 10:05\\
  Don't tell anyone I text in lesson time lol
""",
    Look(style="plain", size=13),
)

POLICY = Record(
    "Policy/SEND information report.html",
    "html",
    "policy",
    "2021-09-01",
    "SEND information report",
    "P. Whitlow",
    """
# SEND information report

Larkhollow Primary School. Approved by governors [2021-09-01 m!]. To be reviewed [2022-09-01 m!]. Version 4.

## How do we know if a child needs extra help?
Class teachers look at progress every half term. A parent can ask at any time, and will have an answer within ten
  school days.

## How are parents involved?
We meet three times a year. **A record of the meeting is sent to parents within a week, and what they say is written
  in their own
words.** If we disagree, both views are written down.

## Who can we ask for advice?
- Educational Psychology, Calderwick Council
- Speech and Language Therapy, Brackenmoor NHS Trust
- Advisory teacher for hearing
- School nursing

## What if I am not happy?
Speak to the class teacher, then to Mrs Hartley, then to the headteacher. The complaints policy is on the website.
  Independent advice is
free of charge from the council's information and advice service.
""",
    LARKHOLLOW,
    (("remote", "https://stats.larkhollow.example/count.gif"),),
)

DIARY = Record(
    "Class diary K Tranter.docx",
    "docx",
    "case_notes",
    "2022-07-20",
    "Class diary",
    "K. Tranter",
    """
# my class diary (KT) 4O

:note: Only the bits about Ada, Mrs Bowes asked me to cut out the others

**[2021-09-08 W]** Counted today for the first time. Ada said “what do I do” NINE times in literacy. I thought she
  was messing at first, I
honestly did, and then I put it on the little whiteboard and she just got on with it?! Going to keep counting.

**[2021-09-30 W]** Did the reading check. She had a stinking cold. I put that on the sheet but the score goes in the
  computer without the
sheet so what's the use.

**[2021-10-07 W]** Mr O on the phone at lunch to Ada's mum. I was doing the register next to him. She was asking
  about the speech lady and he
said yes he'd tell Mrs H. He did, I heard him, she said “we'll see on Thursday”.

**[2021-10-14 W]** Review. I was only in for the first bit. Mum brought biscuits. She was lovely about the counting.

**[2021-11-04 W]** On duty at the far gate so I never saw the push. I did see Ada's neck when she took her coat off
  after dinner play, red
line right across. Told Mrs W in the corridor. She said it was dealt with.

**[2021-11-29 "w/b 29th"]** Scenery scenery scenery. No phonics group again. Feel bad.

**[2022-02-08 W]** Lady came to watch us (psychologist). Dead quiet, wrote everything down. She asked for my
  tallies!!! Said they were
“data”. Put that on my gravestone.

**[2022-05-13 W]** She stayed the whole assembly. I've told everyone including the lollipop man.

**[2022-07-20 W]** Last day. I'm going up with her to Year 5 for Mondays. Ada gave me a limpet she painted.
""",
)
