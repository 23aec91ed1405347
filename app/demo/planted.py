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

_OWN = (
    OwnEntry("2021-10-07", "I phoned the school", "Asked for the referral to go ahead. Spoke to Mr Okoro.", "contact"),
)

_MARKS = (
    MarkTruth(
        MarkKind.LANGUAGE,
        Place(_REVIEW, 2, "it is difficult to engage her"),
        "I was at every meeting. Unkind, and not explained.",
    ),
    MarkTruth(MarkKind.EVIDENCE, Place(_REVIEW, 4, "Mrs Brennan attended and signed."), "I was there."),
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
        tuple(_inaccuracy(here, item) for item in _INACCURACIES),
        tuple(OwnEntry(here.edtf(own.date), here.text(own.title), here.text(own.note), own.kind) for own in _OWN),
        tuple(MarkTruth(mark.kind, _place(here, mark.place), here.text(mark.note), mark.rect) for mark in _MARKS),
    )


def _place(here: World, place: Place) -> Place:
    return Place(here.text(place.path), place.page, here.text(place.quote))


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
