"""Larkhollow Primary School: e-mails between home and school, and within the school."""

from app.demo.blocks import Record

_NORA = "Nora Brennan <nora.brennan@postbox.example>"
_HARTLEY = "Hartley, J. (SENCo) <j.hartley@larkhollow.example>"
_OKORO = "Okoro, C. <c.okoro@larkhollow.example>"
_WHITLOW = "Whitlow, P. (Head) <p.whitlow@larkhollow.example>"
_TRANTER = "Tranter, K. <k.tranter@larkhollow.example>"

_INVITE = "<20211011.0841.hartley@larkhollow.example>"
_YES = "<CA7f21-nora-1015@postbox.example>"
_THANKS = "<20211018.1605.hartley@larkhollow.example>"
_ACCOUNT = "<CA7f21-nora-1105@postbox.example>"


def _mail(
    path: str, date: str, at: str, subject: str, sender: str, to: tuple[str, ...], own: str, body: str, **more: object
) -> Record:
    author = "Nora Brennan" if sender == _NORA else sender.partition(" <")[0]
    options = {"sender": sender, "to": to, "at": at, "id": own, **more}
    return Record(path, "eml", "email", date, subject, author, body, options=tuple(options.items()))


INVITATION = _mail(
    "E-mails/Ada - review on Thursday.eml",
    "2021-10-11",
    "08:41",
    "Ada - review on Thursday",
    _HARTLEY,
    (_NORA,),
    _INVITE,
    """
Dear Mrs Brennan

Just to confirm Ada's review this [2021-10-14 "Thursday"] at 3.30 in the library, not my room as we have the heating people in.
Mr Okoro will be there and Miss Tranter for the first part. I would like to talk about whether we should involve speech and
language therapy.

If there is anything you would like on the list please let me know by Wednesday.

Kind regards
Judith Hartley
SENCo
""",
    cc=(_OKORO,),
)

YES_PLEASE = _mail(
    "E-mails/RE Ada - review on Thursday.eml",
    "2021-10-15",
    "07:12",
    "RE: Ada - review on Thursday",
    _NORA,
    (_HARTLEY,),
    _YES,
    """
Dear Mrs Hartley

Thank you for [2021-10-14 "yesterday"]. I'm sorry I had to go at half past four, my shift starts at five and Mum had Tom.

I've thought about what you said about the speech therapist. Yes please, do go ahead with the speech referral. I asked Mr Okoro
about it on the phone last week as well ([2021-10-07 d]) so I hope it isn't too late for this term. If there is a form I can come in
and sign it, I finish at two on Mondays.

Could you also tell me if the letter from the hospital about her hearing ever came to you? They said they would copy you in.

Thanks again for finding the time
Nora Brennan

> On [2021-10-11 l!], Hartley, J. (SENCo) wrote:
> Just to confirm Ada's review this Thursday at 3.30 in the library, not my room as we have the heating people in.
""",
    cc=(_OKORO,),
    references=(_INVITE,),
)

REPLY = _mail(
    "E-mails/RE RE Ada - review on Thursday.eml",
    "2021-10-18",
    "16:05",
    "RE: RE: Ada - review on Thursday",
    _HARTLEY,
    (_NORA,),
    _THANKS,
    """
Thank you Mrs Brennan, that's great, I'll get the form started. It has two parts and I will put the second one in Ada's book bag for
you to sign on [2021-10-25 "Monday week"]... sorry, that is half term, so [2021-11-01 "the Monday after"].

I have had nothing from the hospital but will ask the office.

JH

-----Original Message-----
From: Nora Brennan
Sent: [2021-10-15 l!] 07:12
To: Hartley, J. (SENCo)
Cc: Okoro, C.
Subject: RE: Ada - review on Thursday

I've thought about what you said about the speech therapist. Yes please, do go ahead with the speech referral.
""",
    references=(_INVITE, _YES),
)

ACCOUNT = _mail(
    "E-mails/What happened on Thursday.eml",
    "2021-11-05",
    "06:48",
    "What happened on Thursday",
    _NORA,
    (_WHITLOW,),
    _ACCOUNT,
    """
Dear Mrs Whitlow

I got your letter about the playground on [2021-11-04 "Thursday"]. I am sorry that the other little one was hurt and Ada has made a
card.

I asked Ada about it when she had eaten and I drew it with her, because telling is hard for her. This is what she told me and I
would like it kept with your form please. The boy behind her pulled her hood back twice. She said stop. He did it a third time and
she pushed backwards without looking, and it was not him she hit. She has a red mark across her neck from the zip. I have put a
photograph with this.

She smiled because she was frightened. She always does and I have told every teacher she has had. Nobody asked me on the phone what
she said, I was only told to expect a letter.

Yours sincerely
Nora Brennan
07700 900461
""",
    cc=(_OKORO,),
    members=(
        Record(
            "ada neck.jpg",
            "jpeg",
            "photo",
            "2021-11-04",
            "Photograph",
            "Nora Brennan",
            """
:hand: what happened in the queue, drawn with Ada, Thurs tea time
:hand: 1. me   2. hood!   3. STOP   4. hood again   5. I pushed (not looking)   6. S. fell
:hand: mark on neck from zip, about 4 cm
""",
            options=(("width", 800),),
        ),
    ),
)

STAFF_GOSSIP = Record(
    "E-mails/FW confidential.msg",
    "msg",
    "email",
    "2021-11-08",
    "FW: What happened on Thursday",
    "Hartley, J. (SENCo)",
    """
Pat

Have you seen this one. She has an answer for everything. Between us I think it is mum who can't cope and Ada who gets the blame, the
nights don't help and there is never a dad at anything. I wouldn't add it to the form, it only encourages her, we will get a page
every time someone breathes on Ada.

I'll mention it when I ring early help back.

J

From: Nora Brennan
Sent: [2021-11-05 l!] 06:48
To: Whitlow, P. (Head)
Cc: Okoro, C.
Subject: What happened on Thursday

I asked Ada about it when she had eaten and I drew it with her, because telling is hard for her.
""",
    options=(
        ("sender", _HARTLEY),
        ("to", (_WHITLOW,)),
        ("at", "12:27"),
        ("id", "<20211108.1227.hartley@larkhollow.example>"),
        ("references", (_ACCOUNT,)),
    ),
)

MAIL_RECORDS = (INVITATION, YES_PLEASE, REPLY, ACCOUNT, STAFF_GOSSIP)
