"""Larkhollow Primary School: minutes of meetings and the papers of moving on."""

from dataclasses import replace

from app.demo.blocks import Record
from app.demo.looks import LARKHOLLOW_MINUTES

TAF_MINUTES = Record(
    "Meetings/TAF minutes [2022-03-09 i!].pdf",
    "pdf",
    "meeting_notes",
    "2022-03-09",
    "Team around the family: minutes",
    "K. Tranter",
    """
Held :: [2022-03-09 w], 2.00 to 3.05 pm, library
Present :: Mrs N. Brennan (mother), Mr C. Okoro (class teacher), Mrs J. Hartley (SENCo, chair), Ms S. Yusuf (early help)
Apologies :: School nursing
Minutes :: Miss K. Tranter

## 1. How Ada is
Mrs Brennan said mornings are better since Ada knows what the day holds. Evenings are calm. Ada still cries on Sundays about the hall.
Mr Okoro: she put her hand up twice last week, first time this year. Everyone agreed that was lovely to hear.

## 2. Early help
Ms Yusuf has visited twice, on [2022-01-26 l] and [2022-02-23 l]. She has no worries about the home. Ada has her own room and a rota
of who is in on each evening is on the kitchen wall, with Nana’s days in green. Ms Yusuf asked if anybody had a reason to keep the
plan open. Nobody had.

## 3. Dr Marsh’s report
Came on [2022-03-04 d]. Mrs Brennan has read it. She asked again that the October sentence be put right. Mrs Hartley: “noted”.

## 4. The hall
Mr Okoro to ring the advisory teacher. Till then Ada goes in last with KT.

## 5. Actions
|% 5 2 2
|= What | Who | When
| Advisory teacher, sound survey | Mr Okoro | by [2022-05-06 l]
| Close early help plan and write to family | Ms Yusuf | [2022-03-31 s]
| Share minutes with everybody present | KT | this week

Next TAF: none needed. SEN review on [2022-03-24 d] instead.
""",
    replace(
        LARKHOLLOW_MINUTES, lines=("Ada Brennan · 4O", "[2022-03-09 l!]"), running="Team around the family meeting"
    ),
)
