"""Invented sentences for pages: two sets of words, so that what is tuned on one can be measured on the other."""

import random
from dataclasses import dataclass

_ONE = {
    "who": "The class teacher|Mrs Okafor|The social worker|Dr Lindqvist|The SENCO|Ms Pemberton|Mr Achebe|The therapist",
    "did": "reported that|wrote that|told the meeting that|noted on 14 March 2022 that|said by telephone that|recorded that",
    "what": "he had settled well after the holiday and joined in with group work|the targets had not been reviewed since 2021|"
    "attendance for the autumn term was 87.4%, compared with 92.1% the year before|the assessment (ref. 4471/B) was outstanding|"
    "12.5 hours of support each week would be provided from January|mother was concerned about noise in the dining hall|"
    "the incident at 10:45 happened near the climbing frame, not in the classroom|reading age was 7 years 3 months|"
    "the case would be closed within 20 working days|the draft plan did not mention sensory needs at all",
    "head": "Present|Background|Views of the family|Health|Education|Progress since last review|Actions agreed",
    "name": "Rowan Tully|Ada Brennan|Idris Vaughan|Priya Nair|Tomasz Zielinski|Grace Oyelaran|Callum Reid|Niamh Doyle",
    "label": "Name of child|Date of birth|School|Year group|Reason for referral|Allergies|Contact number|Address|Signed",
    "row": "Reading|Writing|Number|Attendance|Behaviour|Speech|Motor skills|Friendships|Punctuality|Homework",
    "cell": "Met|Not met|Partly|See note|Autumn|Spring|12/03/2021|4.5|87%|Year 4|n/a|weekly|10 mins|Yes|No",
    "firm": "Harbour Lane Primary School|Westmere Council|Fellside Children's Centre|Larkhill NHS Trust",
}
_TWO = {
    "who": "Her key worker|Miss Abernathy|An educational psychologist|Professor Quigley|The bursar|Nurse Mbeki|The headteacher|"
    "A lunchtime assistant",
    "did": "observed at half past nine that|has since confirmed that|mentioned again that|explained to us how|felt strongly that",
    "what": "Jacob avoids loud corridors between lessons and prefers the library|funding of £3,250 was refused twice by the panel|"
    "her spelling jumped from 81 to 96 on the standard scale|both hearing checks (June and October) came back clear|"
    "transport must arrive before 8.40 or registration is missed|no one telephoned home when the door was found unlocked|"
    "a weighted cushion, wobble board and visual timetable were ordered|we disagree with section F, paragraph 12|"
    "medication changed from 18mg to 27mg on Friday 6 October|outreach visits stopped without any warning or letter",
    "head": "Summary|Why we are writing|What happened|Strengths|Difficulties|Recommendations|Next steps|Decision",
    "name": "Jacob Whitcombe|Mair Llewellyn|Oskar Wrobel|Hannah Fitzgerald|Zainab Qureshi|Ewan MacLeod|Beatrice Cole",
    "label": "Pupil|Class|Parent or carer|Telephone|Known conditions|Medicine given|Time|Witness|Outcome|Completed by",
    "row": "Listening|Phonics|Handwriting|Toileting|Sleep|Swimming|Self-care|Eye contact|Turn taking|Appetite",
    "cell": "Secure|Emerging|Below|06.10.23|15:20|3 of 5|Daily|None|Monday|Stage 2|102|see over|72%|Once|Often",
    "firm": "St Bride's Academy|Northmoor County Council|The Willows Surgery|Brackendale Therapy Service",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A dice with words. `fresh`: the set that nothing was tuned on."""

    dice: random.Random
    fresh: bool = False

    def one(self, kind: str) -> str:
        """One of a kind: who, did, what, head, name, label, row, cell or firm."""
        return self.dice.choice((_TWO if self.fresh else _ONE)[kind].split("|"))

    def sentence(self) -> str:
        """Who said what."""
        return f"{self.one('who')} {self.one('did')} {self.one('what')}."

    def paragraph(self, words: int) -> str:
        """Sentences of at least `words` words in all."""
        said = self.sentence()
        while len(said.split()) < words:
            said += " " + self.sentence()
        return said

    def date(self) -> str:
        """A day as a letter writes it."""
        month = self.dice.choice("January February March April June July September October November".split())
        return f"{self.dice.randint(1, 28)} {month} {self.dice.randint(2014, 2025)}"
