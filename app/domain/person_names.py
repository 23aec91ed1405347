"""Names of people taken apart, and when two of them may be one person."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.domain.given_names import said_by

TITLES = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "mx": "", "dr": "", "prof": "", "professor": "", "cllr": "", "rev": "",
    "pc": "", "dc": "", "ds": "", "di": "", "sgt": "", "nurse": "", "sir": "m", "dame": "f", "sister": "f",
}  # fmt: skip
"""Titles, and whether they say man or woman."""
_DEGREES = re.compile(
    r",?\s*\b(?:BA|BSc|BEd|MA|MSc|MEd|PhD|DPhil|DEdPsych|QTS|NPQ\w*|PGCE|MBE|OBE|RGN|RMN|MRC\w+|FRC\w+|CPsychol|HCPC)\b.*$"
)
_SPLIT = re.compile(r"[\s.]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*$")
_NO_NAMES = """
    about above academy access act action actions added additional address admissions adobe adviser advisor advocacy after
    afternoon agency agreed all alliance also although and any apologies appendix apple april arbor are as assembly assessment
    assistant associates association at attachments attendance attended attendees audiology august aunt authority autism autumn
    avenue average bcc be because been before behaviour below benefits black blank blue board book borough both boy break
    breaktime british brother brown bureau but by cabinet camhs can can't care carer carers caseworker category catholic cc cc'd
    centre centre's chair chambers child children children's christian christmas chronology church cin city class classdojo clerk
    clinic clinics close code college commissioner community complaints completed compliance comprehension concern concerning
    concerns confidential constable consultancy consultant contact contacts continued coordinator copies copy could council county
    court courts cp cpoms crown current currently dad data date dates daughter day ddsl dear december dental department deputy
    details diary did dietetics director disabilities disability do dob doctor does dojo don't drama drive dsl during each early
    east easter education educational ehc ehcp eight email enc encs england english entries entry ep evening every evidence excel
    faculty faithfully family father fax february female first five following for form forms forum foundation four friday from
    further fw fwd general geography girl gold good google governance government governor governors gp grandfather grandmother
    great green guardian had half hall has have he he'll head headteacher health hearing hello help her hi highways hill hindu his
    history hlta home hospital house housing how however hub i i'm i've ict iep if immunisation in incident incidents inclusion
    index individual infant information inspector intake ireland is issue issued it it's january jewish july june junior justice
    key kind kingdom lac lane language last law lead leader learning legal less letter letters level limited literacy little llp
    local lodge log london lower ltd lunch mail male manager map march mash mathematics maths may mean mediation medical meeting
    memory mental microsoft might ministry minutes monday more morning mother mum music muslim must my name names national need
    needs network new next nhs night nine no none nonverbal north not note notes november number numeracy nurse nursery
    occupational october of office office365 officer old ombudsman on one ongoing or orange orthoptics ot other our outcome
    outcomes outlook outreach over overleaf paediatric paediatrician paediatrics page panel parent parentcarer parenting
    parentmail parents park part partnership pathology pe per percentile phase phlebotomy phone phonics physical physiotherapist
    physiotherapy pink plan playtime plc please police portage practice practitioner present previous previously primary principal
    private processing prosecution protection provision psychiatrist psychological psychologist psychology pupil purple radiology
    range re reading reception record recorded records red redacted ref reference referrals regarding regards register registered
    registrar registration regulations removed reply report reported request residential resource resources response review rights
    risk road roman safeguarding saint salt saturday school science score scores scotland screening second secondary secretary
    section sen senco send sendco sensory sent september sergeant service services seven she sheet should sibling signed silver
    sims since sincerely sister six so social society solutions some son source south special speech spelling sports spring st
    staff stage standard standards status street strengths student students subject subtest summary summer sunday support swimming
    ta target targets teacher teaching team teams tel telephone ten term test tests thank thanks that the their then therapist
    therapy therefore these they third this those three thursday time timetable to today tomorrow total trading transport tribunal
    trip trust tuesday turn tutor two type uk uncle unit united university unknown until upn upper verbal via victim view vision
    visual vocabulary wales ward was we website wednesday weekend wellbeing were west what when where while white who why windows
    winter with withheld witness word work worker working would writing written year years yellow yes yesterday you your yours
    zoom
"""
NOT_NAMES = frozenset(_NO_NAMES.split())
"""Words that stand with a capital where names stand, and are none."""


_SURNAMES = """
banks bishop black blue brown bush chambers church close cook court day east england english field forest gold grace grant great
green hall hill holt house hunt ireland key king knight lane law little lodge london long lower march marsh may mason mills moon
north page park parsons pearl price read reading rose sharp short street stone summers view wales walker ward west white winter
wood young roman power temple nurse silver hope score
"""
ALSO_SURNAMES = frozenset(_SURNAMES.split())
"""Common words that are surnames behind a title or a given name."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name: `title` in lower case without its point, `given` names or initials in lower case, `surname` in lower case."""

    title: str
    given: tuple[str, ...]
    surname: str

    @property
    def full(self) -> bool:
        """With a given name, not only an initial."""
        return any(len(name) > 1 for name in self.given)

    @property
    def sex(self) -> str:
        """ "f" or "m" where title or given name says so."""
        return TITLES.get(self.title, "") or (said_by(self.given[0]) if self.given else "")

    @property
    def initials(self) -> str:
        """ "jh"; only the surname's when no given name is known."""
        return "".join(name[0] for name in self.given) + self.surname[:1]


@lru_cache(maxsize=16384)
def parse_name(written: str) -> PersonName | None:
    """ "Mrs J. Hartley", "Hartley, Jane", "Jane Hartley MA"; None when there is no surname."""
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]|<[^>]*>", " ", written).replace("’", "'").replace("‑", "-").replace("‐", "-")
    text = _DEGREES.sub("", text).strip(" \"'")
    last, comma, rest = text.partition(",")
    if comma and rest.strip() and len(last.split()) <= 2:
        text = f"{rest.strip()} {last.strip()}"
        if rest.split() and rest.split()[-1].strip(".").lower() in TITLES:
            text = f"{rest.split()[-1]} {' '.join(rest.split()[:-1])} {last.strip()}"
    words = [word for word in _SPLIT.split(text.strip(" ,")) if word]
    title = words[0].lower() if words and words[0].lower() in TITLES else ""
    words = words[1:] if title else words
    if not words or len(words) > 4 or not all(_WORD.match(word) for word in words) or len(words[-1]) < 2:
        return None
    if len(words) > 1 and words[-2].lower() in ("de", "van", "von", "der", "al", "el", "le", "la", "da"):
        words = [*words[:-2], f"{words[-2]} {words[-1]}"]
    return PersonName(title, tuple(word.lower() for word in words[:-1]), words[-1].lower())


def may_be_one(one: PersonName, other: PersonName) -> bool:
    """Nothing in two names of one surname speaks against their being one person."""
    first, second = one.sex, other.sex
    if first and second and first != second:
        return False
    return all(_given_fits(a, b) for a, b in zip(one.given, other.given, strict=False))


def _given_fits(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    known = _NICKNAMES.get(one, one) == _NICKNAMES.get(other, other)
    return known or (min(len(one), len(other)) > 2 and (one.startswith(other) or other.startswith(one)))


_NICKNAMES = {
    short: long
    for long, shorts in (
        ("elizabeth", "liz lizzie beth betty eliza libby"),
        ("katherine", "kate katie kathy kath cathy catherine kathryn cath"),
        ("margaret", "maggie peggy meg"),
        ("susan", "sue susie"),
        ("deborah", "debbie deb"),
        ("jennifer", "jenny jen"),
        ("patricia", "pat trish tricia"),
        ("christine", "chris tina chrissie"),
        ("samantha", "sam"),
        ("michael", "mike mick"),
        ("robert", "rob bob bobby"),
        ("william", "will bill billy"),
        ("richard", "rick dick"),
        ("james", "jim jamie"),
        ("david", "dave"),
        ("stephen", "steve steven"),
        ("anthony", "tony"),
        ("andrew", "andy drew"),
        ("nicholas", "nick"),
        ("matthew", "matt"),
        ("christopher", "kit"),
        ("thomas", "tom tommy"),
        ("edward", "ed eddie ted"),
        ("rebecca", "becky becca"),
        ("victoria", "vicky vikki"),
        ("jacqueline", "jackie jacqui"),
        ("alexandra", "alex sandra"),
        ("judith", "judy jude"),
        ("gillian", "gill jill"),
        ("philippa", "pippa pip"),
        ("joanne", "jo"),
        ("theresa", "terry tess"),
    )
    for short in shorts.split()
}


def slip(one: str, other: str) -> bool:
    """Two surnames that differ by what a scan confuses: one letter of six or more, "rn" for "m", "l" for "i"."""
    if one == other or min(len(one), len(other)) < 5:
        return False
    if _confused(one) == _confused(other):
        return True
    if len(one) != len(other) or len(one) < 6 or one[0] != other[0]:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1 and {*one} - {*other} <= set(
        "ilrtcenuhbvyfmoagsqdpj1"
    )


def _confused(name: str) -> str:
    return name.replace("rn", "m").replace("vv", "w").replace("cl", "d").translate(str.maketrans("1l0", "iio"))
