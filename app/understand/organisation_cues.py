"""Data: words by which organisations are known, and which kind of organisation writes which kind of document."""

TYPES: tuple[tuple[str, str], ...] = (
    ("academy-trust", r"Multi[- ]Academy Trust|Academ(?:y|ies) Trust|Learning Trust|Education(?:al)? Trust|Schools? Trust|Learning Partnership|Schools? Federation|Schools? Partnership|Diocesan Trust|MAT"),
    ("nursery", r"Day Nursery|Nursery School|Nursery|Pre-?[Ss]chool|Playgroup|Kindergarten|Children['’]s Centre|Early Years Centre|Childminding"),
    ("school", (r"(?:Primary|Infants?|Junior|High|Secondary|Grammar|Community|Comprehensive|Special|Middle|First|Lower|Upper|Preparatory|Prep|Catholic|Voluntary Aided|Free|Foundation|Church|Village)(?:\s+(?:and|&)\s+Nursery)?\s+(?:School|Academy)"
               r"|(?:Primary|Secondary)|School and Sixth Form|School & Nursery|School and Nursery|School|Academy|(?:Sixth Form |Community )?College|Pupil Referral Unit|PRU|Alternative Provision|Learning Centre|Hospital School")),
    ("camhs", r"CAMHS|Child (?:and|&) Adolescent Mental Health Services?|Children and Young People['’]s Mental Health Services?|CYPMHS"),
    ("nhs-trust", r"(?:University )?(?:Teaching )?(?:Hospitals?|Healthcare|Health(?:care)? and Care|Partnership|Community Health(?:care)?|Health(?: and Social Care)?|Children['’]s Hospital|Mental Health|Community)?\s?(?:NHS (?:Foundation )?Trust|University Health Board|Health Board)|Health (?:and|&) Social Care Trust|NHS Foundation Trust|NHS Trust|Integrated Care Board|ICB|(?:Children['’]s |General |District |Royal |University |Community )*Hospital|Child Development Centre"),
    ("gp", r"(?:Medical|Health|Family|Doctors?['’]?) (?:Centre|Practice|Group)|Group Practice|Surgery|GP Practice|Medical Partnership"),
    ("police", r"(?:Metropolitan )?Police(?: Service)?|Constabulary|Police Scotland"),
    ("cafcass", r"Cafcass(?: Cymru)?|CAFCASS"),
    ("tribunal", r"First-tier Tribunal|(?:SEND|SEN and Disability|Special Educational Needs and Disability) Tribunal|Education Tribunal for Wales|Family Court|HM Courts (?:and|&) Tribunals Service|HMCTS"),
    ("regulator", r"Information Commissioner['’]s Office|Ofsted|Local Government and Social Care Ombudsman|Ombudsman|Care Quality Commission"),
    ("council", r"(?:County|Borough|City|District|Metropolitan(?: Borough)?|Metropolitan District|Unitary|Royal Borough)?\s?Council|Education Authority|Combined Authority"),
    ("independent", r"(?:Psychology|Therapy|Therapies|Education(?:al)?|Psychological|Consult(?:ing|ancy|ants)|Learning|Assessment|Speech|Clinic(?:al)?|Neurodevelopmental)(?:\s(?:Services?|Associates|Practice|Consultancy|Consulting|Partnership|Group|Solutions|Clinic))?\s?(?:Ltd\.?|Limited|LLP|& Co\.?)|Psychology Associates|Psychology Practice|Therapy Practice|Psychology Services|Therapy Services|Associates(?: Ltd\.?)?|Consultancy|Solicitors|LLP"),
    ("charity", r"SENDIASS|IASS|Charity|Home-?Start(?: [A-Z]\w+)?|Foundation|Young Carers|Family Centre|Youth Trust|Charitable Trust|Children['’]s Society"),
)  # fmt: skip
"""(organisation kind, end of a name), longer and surer ends first."""

PREFIXED: tuple[tuple[str, str], ...] = (
    ("council", r"(?:London|Royal) Borough of (?:[A-Z][\w'’-]+)(?: (?:and|upon|&) [A-Z][\w'’-]+| [A-Z][\w'’-]+){0,2}"),
    ("nhs-trust", r"NHS (?!Number|No\b|Trust|Foundation|England|Long|App\b|Num)[A-Z][\w'’-]+(?: (?:and|&) [A-Z][\w'’-]+| [A-Z][\w'’-]+){0,3} ?(?:ICB|Integrated Care Board|Health Board)?"),
    ("tribunal", r"(?:[Ff]irst-[Tt]ier|[Uu]pper) [Tt]ribunal"),
    ("school", r"(?:Ysgol|Bunscoil|Gaelscoil|Sgoil|Naíscoil) (?:Gynradd |Uwchradd |Gyfun |Bro |y |yr )?[A-Z][\w'’-]+(?: (?:y|yr|a|[A-Z][\w'’-]+)){0,3}"),
    ("charity", r"Barnardo['’]?s|Action for Children|NSPCC|Family Action|Mencap|The Children['’]s Society|Contact a Family|KIDS"),
)  # fmt: skip
"""(organisation kind, whole name) where the telling word comes first."""

DEPARTMENTS: tuple[tuple[str, str], ...] = (
    ("council-social-care", r"children['’]?s social care|children['’]?s services|children and families|children & families|social work|social care|mash\b|multi-agency safeguarding hub|early help|family support|safeguarding|children's safeguarding|edge of care|child in need|disabled children's team|emergency duty"),
    ("council-send", r"\bsend?\b|special educational needs|educational psycholog|\beps?\b|inclusion|ehc|education, health and care|specialist teach|school admissions|virtual school|education welfare|attendance team|inclusion and"),
)  # fmt: skip
"""(organisation kind, words near the name of a council) that tell which part of it wrote."""

WRITERS: dict[str, tuple[str, ...]] = {
    "ehc_needs_request": ("school", "nursery", "academy-trust"),
    "ehcp_draft": ("council-send", "council"),
    "ehcp_final": ("council-send", "council"),
    "annual_review": ("school", "council-send", "academy-trust", "nursery"),
    "sen_support_review": ("school", "nursery"),
    "iep": ("school", "nursery", "academy-trust"),
    "provision_map": ("school", "nursery", "academy-trust"),
    "ep_report": ("council-send", "council", "independent"),
    "salt_report": ("nhs-trust", "independent"),
    "nhs_letter": ("nhs-trust", "gp"),
    "camhs_letter": ("camhs", "nhs-trust"),
    "nhs_record_export": ("gp", "nhs-trust", "camhs"),
    "referral_form": ("school", "nursery", "gp", "nhs-trust"),
    "mash_referral": ("school", "nhs-trust", "nursery", "gp", "police"),
    "early_help_assessment": ("council-social-care", "council", "school"),
    "s17_assessment": ("council-social-care", "council", "nhs-trust"),
    "case_notes": ("council-social-care", "council", "council-send"),
    "chronology_export": ("school", "council-social-care", "academy-trust"),
    "behaviour_log": ("school", "nursery", "academy-trust"),
    "attendance_certificate": ("school", "academy-trust"),
    "exclusion_letter": ("school", "academy-trust"),
    "school_report": ("school", "nursery"),
    "risk_assessment": ("school", "nursery", "academy-trust"),
    "panel_minutes": ("council-send", "council", "council-social-care"),
    "decision_letter": ("council-send", "council"),
    "police_report": ("police",),
}
"""Who usually writes a kind of document, the most usual first."""

ROLE_WRITERS: tuple[tuple[str, str], ...] = (
    ("school", r"\b(?:head ?teacher|senco|sendco|class teacher|teaching assistant|deputy head|assistant head|head of (?:year|school)|form tutor|pastoral|school (?:business|office|secretary)|dsl\b|designated safeguarding lead|hlta|elsa\b|inclusion (?:lead|manager)|attendance officer)"),
    ("council-social-care", r"\b(?:social worker|family support worker|team manager|independent reviewing officer|early help)"),
    ("council-send", r"\b(?:educational psychologist|ehc (?:co-?ordinator|officer)|sen(?:d)? (?:case|officer|casework|caseworker|manager|co-?ordinator)|case officer|plan co-?ordinator|specialist teacher|education welfare officer)"),
    ("nhs-trust", r"\b(?:paediatrician|consultant|speech and language therapist|occupational therapist|physiotherapist|health visitor|school nurse|nurse|audiologist|dietitian)"),
    ("camhs", r"\b(?:camhs|clinical psychologist|psychiatrist|mental health practitioner)"),
    ("gp", r"\b(?:general practitioner|gp partner|gp\b)"),
    ("police", r"\b(?:police constable|constable|sergeant|detective|pc \d+)"),
)  # fmt: skip
"""(organisation kind, role) of people who sign."""

PRIVATE_MAIL = frozenset(
    "gmail googlemail hotmail outlook live yahoo ymail icloud me aol btinternet sky talktalk virginmedia protonmail proton mail msn ntlworld tiscali".split()
)
"""Providers of private mailboxes."""
