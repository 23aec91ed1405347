"""Larkhollow Primary School: the printed thread, later e-mails, and the compressed folders of the second delivery."""

from dataclasses import replace

from app.demo import junk
from app.demo.blocks import Look, Record, Scanner
from app.demo.looks import LARKHOLLOW_LOG

_NORA = "Nora Brennan <nora.brennan@postbox.example>"
_OFFICE = "Larkhollow Office <office@larkhollow.example>"

PRINTED_THREAD = Record(
    "E-mails/Hartley and Whitlow printed.pdf",
    "pdf",
    "email_thread",
    "2021-11-19",
    "Hartley and Whitlow",
    "J. Hartley",
    """
:small: Printed from the mailbox of J. Hartley

---

**From:** Whitlow, P. (Head)\\
**Sent:** [2021-11-19 l] 15:47\\
**To:** Hartley, J. (SENCo)\\
**Subject:** RE: RE: Brennan

Fine. Send it then. ██████████████████████████████████████████████████████████████████████ ████████████████████████████████████████████
██████████████████████████████████████████████████████████████████████████████ ██████████████████████████

P

---

**From:** Hartley, J. (SENCo)\\
**Sent:** [2021-11-19 l!] 13:02\\
**To:** Whitlow, P. (Head)\\
**Subject:** RE: Brennan

The speech form is ready to go. She signed it on [2021-11-15 "Monday"]. I know the minutes say that she said no but
████████████████████████████████████████████████████████ █████████████████████████████ so shall I just leave them?

██████████████████████████████████████████████████████████████████████████████████████████████████ ████████████████████████████
████████████████████████████████████████████████████████████████████████████████████ ███████████████████████████████████████████████

J

---

**From:** Whitlow, P. (Head)\\
**Sent:** [2021-11-18 l!] 17:20\\
**To:** Hartley, J. (SENCo)\\
**Subject:** Brennan

Where are we with Brennan and the speech people? Chair of governors has had an e-mail. ███████████████████████████████████████████
█████████████████████████████████████████████████████████████ ██████████████████████████████████████████████████████
""",
    replace(LARKHOLLOW_LOG, name="", lines=("1 of 1 conversations",), running="Printed e-mail"),
)


def _mail(
    path: str, date: str, at: str, subject: str, sender: str, to: tuple[str, ...], own: str, body: str, **more: object
) -> Record:
    author = sender.partition(" <")[0]
    options = {"sender": sender, "to": to, "at": at, "id": own, **more}
    return Record(path, "eml", "email", date, subject, author, body, options=tuple(options.items()))


_MADELEY = "Madeley, H. <h.madeley@larkhollow.example>"
_FAIRWEATHER = "Imogen Fairweather <imogen.fairweather@brackenmoor.example>"
_QUENNELL = "Quennell, E. <e.quennell@larkhollow.example>"

MADELEY = _mail(
    "E-mails/Ada supply day.eml",
    "2023-02-10",
    "16:31",
    "Ada - yesterday",
    _MADELEY,
    (_NORA,),
    "<20230210.1631.madeley@larkhollow.example>",
    """
Dear Nora

I was on a course [2023-02-09 "yesterday"] and came back to two slips for Ada for “ignoring adult” and “smirking”. I have taken both off
the system, apologised to her and written to the agency.

I am sorry. It isn't good enough that the plan lives in my head. From [2023-02-20 "the Monday after half term"] it will be in the register
itself, on yellow paper, so nobody can open one without the other.

She told me “it's ok they didn't know”. I said that was our job and not hers.

Helen
""",
)
PROGRAMME = _mail(
    "E-mails/Programme for Ada.eml",
    "2022-09-12",
    "09:05",
    "Programme for Ada Brennan, Year 5",
    _FAIRWEATHER,
    (_MADELEY,),
    "<0912.fairweather.17@brackenmoor.example>",
    """
Dear Ms Madeley

How lovely to have such a quick answer from you. I attach the programme for this term. Three sessions a week is the number that does
something; one a week is a nice chat. Miss Tranter already knows how to run it and could teach the rest of us.

My report of May went to Mrs Hartley. Do ask for it if it has not reached you, it often doesn't.

I shall come on [2022-11-30 w] to see how you are getting on, and please do not tidy anything up for me.

Warm wishes
Imogen Fairweather
Speech and Language Therapist
""",
    cc=(_NORA,),
    members=(
        Record(
            "Programme autumn.docx",
            "docx",
            "salt_report",
            "2022-09-12",
            "Language programme, autumn",
            "I. Fairweather",
            """
# Ada: language programme for the autumn

For :: Miss Tranter, with Ms Madeley
From :: [2022-09-19 k]
How often :: 20 minutes, Monday, Wednesday, Friday

+ **Five words before the topic.** Say it, show it, draw it, find it, use it. Ada writes the date when she has used it on her own.
+ **Who, what, where, when strips.** Build a sentence from the strips and then knock one out. What do we not know now?
+ **“I didn't catch that.”** Practise asking. Begin with you making it easy, then turn your back, then add the radio.

## Please write down
|= Date | Words used by herself | Asked for help? | How noisy was it?
| [2022-09-19 s] | | |
| [2022-09-21 s] | | |
""",
        ),
    ),
)
LAST_DAY = _mail(
    "E-mails/Ada file.eml",
    "2024-07-16",
    "12:12",
    "Ada's file",
    _QUENNELL,
    (_OFFICE,),
    "<20240716.1212.quennell@larkhollow.example>",
    """
Hi Trish

Ada Brennan's file goes to Wrenfield Academy, FAO Mrs Rahimi, SENCo. Please do NOT just send the electronic bit. The blue folder in the
library cupboard has the psychologist, the speech report and the hospital letter and it is the blue folder they need.

There are some loose notes of Pat's in the safeguarding cabinet, I don't know what the rule is about those.

Thanks, Em
""",
)
LATER_MAIL = (PRINTED_THREAD, PROGRAMME, MADELEY, LAST_DAY)

_LISLE = Record(
    "Y2 notes lisle.txt",
    "txt",
    "case_notes",
    "2020-04-28",
    "Year 2 telephone notes",
    "Mr T. Lisle",
    """
Year 2 home learning - phone log (T. Lisle)

[2020-04-01 s]  Brennan. Mum: one tablet, two children, baby chews it. Sheets please.
[2020-04-28 s]  Brennan. Mum rang. Video lessons: "eight voices and she can't tell who is talking". Tears. Agreed sheets only.
                NB I asked JH if this was an SEN thing. Reply: "half of them are crying Tim".
[2020-05-19 s]  Brennan. All sheets back. Ada read me a page down the phone. Slow but all hers.
[2020-06-08 s]  Brennan. Key worker place from [2020-06-15 d]. Ada wants to know if Lottie will be there. Yes.
""",
    options=(("encoding", "cp1252"),),
)
_READING_RECORD = Record(
    "Reading record cover.pdf",
    "scan",
    "other",
    "2019-11-22",
    "Reading record",
    "Mr T. Lisle",
    """
:title: My reading record

Name :: Ada B || Class :: 2L

|% 1.6 3 1 4
|~ 11
|= Date | Book | Page | Comment
| [2019-11-18 2] | The Red Buoy | 9 | Read well, asked what “moor” means. N.B.
| [2019-11-19 2] | The Red Buoy | 14 | Tired. I read, she followed. N.B.
| [2019-11-20 2] | The Red Buoy | 20 | Finished! N.B.
| [2019-11-21 2] | Lights at Sea | 4 | New book. Ears bad. N.B.
| [2019-11-22 2] | Lights at Sea | 8 | Lovely expression today. T.L.
""",
    Look(style="plain", size=13),
    (("scanner", Scanner(skew=1.2, noise=30, dpi=150)),),
)
_ADAIR = _mail(
    "Ada B language.eml",
    "2019-03-22",
    "15:58",
    "Ada B - language",
    "Adair, R. <r.adair@larkhollow.example>",
    ("Hartley, J. (SENCo) <j.hartley@larkhollow.example>",),
    "<20190322.1558.adair@larkhollow.example>",
    """
Hi Judith

Ada's mum came on [2019-03-20 "Wednesday"] and asked if we could have her language tested. I think she might be on to something, Ada gets
all the real animal words right and none of the silly ones. What do I do, is there a form?

Sorry for another question!
Rosie
""",
)
_GOVERNOR = _mail(
    "Complaint re Brennan.eml",
    "2021-11-17",
    "20:14",
    "My daughter Ada Brennan, Year 4",
    _NORA,
    ("Chair of Governors <chair@larkhollow.example>",),
    "<CA7f21-nora-1117@postbox.example>",
    """
Dear Chair of Governors

I am sorry to write to you at home. I do not want to make a complaint about anybody, I want something put right.

The record of the meeting on [2021-10-14 l] says that I declined a speech therapist for Ada. I did the opposite and I have the e-mail. I
have asked twice. Could somebody please change it, and tell me it has been changed?

I have worked in care for eleven years and if I wrote down that somebody refused a thing that they had asked for I would lose
my job.

Yours faithfully
Nora Brennan
12 Ferry Row
""",
)
_INNER = Record(
    "Older.zip",
    "zip",
    "archive",
    "2026-10-29",
    "Older",
    "",
    "",
    options=(("members", (_LISLE, _READING_RECORD, _ADAIR, junk.finder("__MACOSX/"))),),
)
OFFICE_ZIP = Record(
    "Office e-mails.zip",
    "zip",
    "archive",
    "2026-10-29",
    "Office e-mails",
    "",
    "",
    options=(("members", (_GOVERNOR, _INNER, junk.thumbs("Pictures/"))),),
)
