"""The family, the organisations, ten mistakes in the records with what proves them, and what the parent has done so far."""

from app.demo.truth import Inaccuracy, MarkTruth, Place, Truth
from app.demo.world import World
from app.domain.events import OwnEntry
from app.domain.issues import Remedy, Wrong
from app.domain.marks import MarkKind
from app.domain.people import CaseDetails, NewOrganisation

_ORGANISATIONS = {
    "school": NewOrganisation(
        "Larkhollow Primary School",
        "school",
        "england",
        "8 Hollow Lane\nCalderwick\nQX4 2LP",
        "Data Protection Contact",
        "dataprotection@larkhollow.example",
    ),
    "academy": NewOrganisation(
        "Wrenfield Academy",
        "school",
        "england",
        "Wrenfield Way\nCalderwick\nQX4 9WA",
        "Data Protection Officer",
        "dpo@wrenfield.example",
    ),
    "council": NewOrganisation(
        "Calderwick Council",
        "council",
        "england",
        "Castle House\nQuay Street\nCalderwick\nQX1 1CC",
        "Information Governance Team",
        "information.governance@calderwick.example",
    ),
    "trust": NewOrganisation(
        "Brackenmoor NHS Trust",
        "nhs-trust",
        "england",
        "Tarn View Children’s Centre\nMoor Road\nCalderwick\nQX2 6TV",
        "Access to Records",
        "access.records@brackenmoor.example",
    ),
    "surgery": NewOrganisation(
        "Fernbridge Surgery",
        "gp",
        "england",
        "2 Bridge Street\nCalderwick\nQX1 3FB",
        "Practice Manager",
        "manager@fernbridge.example",
    ),
}

_ALL = (Remedy.CORRECT, Remedy.NOTIFY)
_EMAIL_YES = Place("E-mails/RE Ada - review on Thursday.eml", 1, "Yes please, do go ahead with the speech referral.")
_REVIEW = "SEN/SEN support review [2021-10-14 b!].pdf"
_REFERRAL = "Speech and language/Referral form [2021-11-19 i!].pdf"
_LOG_FIRST = "Safeguarding/Safeguarding log [2026-06-10 i!].pdf"
_LOG_SECOND = "Safeguarding log [2026-10-30 i!].pdf"
_EP = "SEN/EP report Dr L Marsh [2022-03-03 i!].pdf"
_CASE_NOTES = "Social care/Case notes LCS print.rtf"
_FAMILY_ASSESSMENT = "Social care/Child and family assessment.pdf"
_PANEL = "SEND/Panel minutes [2024-03-20 i!].pdf"
_PASSPORT = "SEND/Student passport Year 7.docx"
_CLINIC = "Paediatrics/Clinic letter Dr Sorabji [2023-01-26 i!].pdf"
_NURSERY_NOTE = (52.0, 378.0, 538.0, 420.0)
"""Where the nursery asks Reception for a speech and language check, in points of the scanned page."""

_INACCURACIES = (
    Inaccuracy(
        "Says the referral was declined",
        Place(_REVIEW, 2, "Mother declined the offer of a speech and language referral"),
        Wrong.FACT,
        "I did not decline. I asked for the referral by phone on [2021-10-07 d] and agreed to it in writing the day after the meeting.",
        "Mrs Brennan asked for the referral by phone on [2021-10-07 l] and agreed to it in writing on [2021-10-15 l]. "
        "The referral was made on [2021-11-19 l].",
        (_EMAIL_YES, Place(_REFERRAL, 2, "Parent agrees Yes, [2021-10-15 2]")),
        (Remedy.CORRECT, Remedy.NOTIFY, Remedy.STATEMENT),
        "Calderwick Council, Educational Psychology",
    ),
    Inaccuracy(
        "An opinion about me written as a fact",
        Place(_REVIEW, 2, "Mother is in denial about Ada’s needs"),
        Wrong.OPINION_AS_FACT,
        "This is somebody’s opinion. It does not say whose, or from what.",
        "Mrs Brennan has asked for an assessment of Ada’s language since [2019-03-20 m].",
        (
            Place(_EP, 2, "Mrs Brennan described her concerns clearly and had kept a diary since Year 1."),
            Place(_REVIEW, 3, "whether somebody who knows about language could see her"),
        ),
        (Remedy.LABEL_OPINION, Remedy.STATEMENT),
    ),
    Inaccuracy(
        "Wrong date of birth",
        Place("SEN/EP request form [2022-01-20 i!].pdf", 1, "[2013-05-14 s!]"),
        Wrong.FACT,
        "Ada’s date of birth is wrong by two months.",
        "Ada was born on [2013-03-14 l!].",
        (
            Place(_REFERRAL, 1, "Date of birth [2013-03-14 s!]"),
            Place(_EP, 1, "Date of birth [2013-03-14 s!]"),
        ),
        _ALL,
        "Calderwick Council, Educational Psychology",
    ),
    Inaccuracy(
        "“May have been” became “was”",
        Place(_LOG_SECOND, 3, "Ada was left alone in the evening."),
        Wrong.FACT,
        "A guess has become a fact. Ada was with her grandmother, and the first copy says so.",
        "Ada stayed up with her grandmother, who was visiting. No further action was taken.",
        (
            Place(_LOG_FIRST, 3, "Ada may have been left alone in the evening."),
            Place(_LOG_FIRST, 3, "Mother explained that Ada stayed up with her grandmother, who was visiting."),
        ),
        (Remedy.CORRECT, Remedy.COMPLETE, Remedy.NOTIFY, Remedy.EXPLAIN),
        "Calderwick Council, Early Help",
    ),
    Inaccuracy(
        "My account is missing",
        Place("Safeguarding/Incident form playground [2021-11-04 i!].pdf", 1, "None given."),
        Wrong.MISSING,
        "I wrote to the head the next morning and asked for my account to be kept with the form.",
        "Mrs Brennan gave Ada’s account by e-mail on [2021-11-05 l], with a photograph of the mark on Ada’s neck.",
        (
            Place(
                "E-mails/What happened on Thursday.eml",
                1,
                "The boy behind her pulled her hood back twice. She said stop.",
            ),
        ),
        (Remedy.COMPLETE, Remedy.STATEMENT, Remedy.NOTIFY),
    ),
    Inaccuracy(
        "Clinic date differs by a year",
        Place("Audiology/Clinic letter Castellan.pdf", 1, "Clinic date [2020-06-08 l]"),
        Wrong.FACT,
        "The clinic was a year later than the letter says.",
        "The clinic was on [2021-06-08 l].",
        (Place("Audiology/Appointment letter [2021-05-17 i!].pdf", 1, "Date [2021-06-08 w]"),),
        _ALL,
        "Fernbridge Surgery; Larkhollow Primary School",
    ),
)

_MORE = (
    Inaccuracy(
        "Says I was not at the meeting",
        Place(_CASE_NOTES, 1, "Mother did not attend the TAF meeting and gave no reason."),
        Wrong.FACT,
        "I was there. The minutes list me first. The worker who wrote this was not at the meeting.",
        "Mrs Brennan attended the meeting of [2022-03-09 l].",
        (Place("Meetings/TAF minutes [2022-03-09 i!].pdf", 1, "Present Mrs N. Brennan (mother)"),),
        (Remedy.CORRECT, Remedy.NOTIFY),
    ),
    Inaccuracy(
        "Attendance is wrong by twenty points",
        Place(_FAMILY_ASSESSMENT, 2, "Ada’s attendance in Year 5 was 71 %"),
        Wrong.FACT,
        "The figure was given by word of mouth. The certificate says 91.6 %.",
        "Ada’s attendance in Year 5 was 91.6 %.",
        (Place("Attendance/Attendance certificate Year 5.pdf", 1, "Percentage attendance: 91.6 %."),),
        (Remedy.CORRECT, Remedy.NOTIFY),
        "SEND panel of [2024-03-20 l!]",
    ),
    Inaccuracy(
        "Wrong school named",
        Place(_PANEL, 1, "Ada attends Netherby Primary School"),
        Wrong.WRONG_PERSON,
        "Ada has never been at that school. This may be another child’s summary.",
        "Ada attended Larkhollow Primary School until [2024-07-23 m].",
        (
            Place("SEND/Request for assessment.pdf", 1, "School Larkhollow Primary School, Year 6"),
            Place("SEND/Mediation agreement.docx", 1, "the panel summary described another child’s school"),
        ),
        (Remedy.CORRECT, Remedy.NOTIFY, Remedy.EXPLAIN),
    ),
    Inaccuracy(
        "A diagnosis and medicine that Ada does not have",
        Place(_PASSPORT, 1, "Ada has a diagnosis of ADHD and takes medication for it."),
        Wrong.FACT,
        "Ada was assessed and does not have ADHD. She has never had this medicine.",
        "Ada has a developmental language disorder and a fluctuating hearing loss. She takes no medication.",
        (
            Place(_CLINIC, 1, "Ada does not meet the criteria for ADHD."),
            Place("Patient record.pdf", 1, "MEDICATION - REPEAT None."),
        ),
        (Remedy.CORRECT, Remedy.NOTIFY),
        "All staff who teach Ada; Calderwick Council (draft plan)",
    ),
)

_OWN = (
    OwnEntry("2016-05-09", "First asked about her talking", "The health visitor saw my list of her words.", "health"),
    OwnEntry("2021-10-07", "I phoned the school", "Asked for the referral to go ahead. Spoke to Mr Okoro.", "contact"),
    OwnEntry(
        "2021-11-04",
        "Red mark on Ada’s neck",
        "Seen at tea time. I photographed it and drew it with her.",
        "incident",
    ),
    OwnEntry(
        "2021-11~",
        "Rang the office about the October minutes",
        "Twice, I think. Was told that it was being looked at.",
        "contact",
    ),
    OwnEntry("2024-11-13", "Ada at home, suspended", "She painted the fire bell with a face.", "other"),
    OwnEntry("2025-11-27", "Ada ran her own review", "Nine slides. I did not have to speak for her.", "review"),
)


def _says(title: str, kind: MarkKind, note: str = "") -> MarkTruth:
    """A mark on the words of an inaccuracy."""
    item = next(item for item in _INACCURACIES + _MORE if item.title == title)
    return MarkTruth(kind, item.says, note or item.wrong_text, inaccuracy=title)


_MARKS = (
    _says("Says the referral was declined", MarkKind.INACCURACY, "I said yes by e-mail the next day."),
    _says("An opinion about me written as a fact", MarkKind.OPINION, "Whose opinion is this, and from what?"),
    _says("Wrong date of birth", MarkKind.INACCURACY),
    _says("“May have been” became “was”", MarkKind.INACCURACY),
    _says("My account is missing", MarkKind.MISSING),
    _says("Says I was not at the meeting", MarkKind.INACCURACY),
    MarkTruth(
        MarkKind.LANGUAGE,
        Place(_REVIEW, 2, "it is difficult to engage her"),
        "I was at every meeting. Unkind, and not explained.",
    ),
    MarkTruth(MarkKind.EVIDENCE, Place(_REVIEW, 4, "Mrs Brennan attended and signed."), "I was there."),
    MarkTruth(
        MarkKind.LANGUAGE, Place(_LOG_FIRST, 3, "bit of a pattern with this family"), "What pattern? Not professional."
    ),
    MarkTruth(
        MarkKind.QUESTION,
        Place("Early help/Contact record [2021-10-22 i!].pdf", 1, "Duty desk (name not shown)"),
        "Who wrote this down?",
    ),
    MarkTruth(
        MarkKind.OPINION,
        Place("E-mails/FW confidential.msg", 1, "Between us I think it is mum who can't cope"),
        "She had met me four times.",
    ),
    MarkTruth(
        MarkKind.EVIDENCE,
        Place(_EP, 2, "She was surprised to read in the October record that she had declined a referral"),
        "Dr Marsh saw my e-mail.",
    ),
    MarkTruth(
        MarkKind.EVIDENCE,
        Place("Early help/Early help assessment.pdf", 2, "is not borne out by anything that I saw or heard"),
        "Use this for the log entry.",
    ),
    MarkTruth(
        MarkKind.QUESTION,
        Place(_PANEL, 1, "Time taken: four minutes."),
        "Did they read anything that I sent?",
    ),
    MarkTruth(MarkKind.NOTE, Place("Reports/Nursery summary.pdf", 1, ""), "They knew in nursery.", _NURSERY_NOTE),
    MarkTruth(
        MarkKind.NOTE,
        Place("SEND/Final EHC plan.pdf", 1, "some people are umbrellas"),
        "Show this to Ada when she is older.",
    ),
)


def organisation(here: World, key: str) -> NewOrganisation:
    """An organisation of the family by its key: school, academy, council, trust, surgery."""
    first = _ORGANISATIONS[key]
    return NewOrganisation(
        here.text(first.name), first.kind, first.nation, here.text(first.address), first.contact, here.text(first.email)
    )


def family(here: World) -> CaseDetails:
    """The four questions of a new case, answered."""
    return CaseDetails(
        child=here.text("Ada Brennan"),
        born=here.edtf("2013-03-14"),
        nation="england",
        parent=here.text("Nora Brennan"),
        relationship="mother",
        address=here.text("12 Ferry Row\nCalderwick\nQX4 7FR"),
        email=here.text("nora.brennan@postbox.example"),
        phone="07700 900461",
    )


def truth(here: World) -> Truth:
    """Everything known without making a file."""
    return Truth(
        family(here),
        tuple(organisation(here, key) for key in _ORGANISATIONS),
        tuple(_inaccuracy(here, item) for item in _INACCURACIES + _MORE),
        tuple(OwnEntry(here.edtf(own.date), here.text(own.title), here.text(own.note), own.kind) for own in _OWN),
        tuple(_mark(here, mark) for mark in _MARKS),
    )


def _place(here: World, place: Place) -> Place:
    return Place(here.text(place.path), place.page, here.text(place.quote))


def _mark(here: World, mark: MarkTruth) -> MarkTruth:
    return MarkTruth(mark.kind, _place(here, mark.place), here.text(mark.note), mark.rect, here.text(mark.inaccuracy))


def _inaccuracy(here: World, item: Inaccuracy) -> Inaccuracy:
    return Inaccuracy(
        here.text(item.title),
        _place(here, item.says),
        item.wrong,
        here.text(item.wrong_text),
        here.text(item.right),
        tuple(_place(here, proof) for proof in item.proofs),
        item.remedies,
        here.text(item.recipients),
    )
