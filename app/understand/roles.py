"""Data: roles of people as records write them, and the one form used here."""

from functools import lru_cache

from app.understand.lazy import lazy

_ROLES: tuple[tuple[str, str], ...] = (
    ("SENCO", r"sen(?:d)?[ -]?co(?:rdinator)?\b|sen(?:d)? co-?ordinator|special educational needs (?:and disabilit(?:y|ies) )?co-?ordinator|aln-?co"),
    ("Deputy DSL", r"deputy (?:dsl|designated safeguarding)|ddsl"),
    ("Designated safeguarding lead", r"\bdsl\b|designated safeguarding lead|safeguarding lead"),
    ("Deputy headteacher", r"deputy head(?:teacher)?|vice principal"),
    ("Assistant headteacher", r"assistant head(?:teacher)?|assistant principal"),
    ("Headteacher", r"head ?teacher|head of school|executive head|principal\b(?! ed)|\bhead$"),
    ("Head of year", r"head of year|year (?:leader|head)|progress leader"),
    ("Inclusion lead", r"inclusion (?:lead|manager|leader)"),
    ("Teaching assistant", r"teaching assistant|\bhlta\b|\blsa\b|\bta\b|learning support assistant|1:1 support"),
    ("Form tutor", r"form tutor|tutor\b"),
    ("Class teacher", r"(?:class|subject|year \d+|reception|nursery) ?teacher|classteacher"),
    ("Pastoral or family support", r"pastoral|family support|home[- ]school|learning mentor|family liaison"),
    ("Governor", r"governor"),
    ("Attendance officer", r"attendance (?:officer|lead|manager)"),
    ("ELSA", r"\belsa\b|emotional literacy"),
    ("School nurse", r"school nurs"),
    ("Trainee educational psychologist", r"trainee (?:educational|ep)|assistant educational psychologist"),
    ("Educational psychologist", r"educational psychologist|\bep\b|child psychologist"),
    ("Specialist teacher", r"specialist (?:advisory )?teacher|advisory teacher|teacher of the deaf"),
    ("LA SEND officer", r"ehc ?p? (?:co-?ordinator|officer|plan)|send? (?:case|officer|caseworker|manager|casework)|sen officer|case officer|plan co-?ordinator|casework officer"),
    ("IASS adviser", r"\biass\b|sendiass"),
    ("Team manager", r"team manager|practice manager|assistant team manager|service manager"),
    ("Independent reviewing officer", r"independent reviewing|\biro\b"),
    ("Conference chair", r"conference chair|cp chair"),
    ("Social worker", r"social worker|\bsw\b"),
    ("Education welfare officer", r"education welfare|\bewo\b|\beso\b"),
    ("Virtual School head", r"virtual school"),
    ("LADO", r"\blado\b"),
    ("Health visitor", r"health visitor"),
    ("Paediatrician", r"paediatric(?:ian| consultant| registrar| medicine)?|consultant community paed"),
    ("Psychiatrist", r"psychiatrist"),
    ("Clinical psychologist", r"clinical psychologist|assistant psychologist"),
    ("Speech and language therapist", r"speech (?:and|&) language|\bslt\b|\bsalt\b|speech therapist"),
    ("Occupational therapist", r"occupational therap|\bot\b"),
    ("Physiotherapist", r"physiotherap"),
    ("CAMHS practitioner", r"camhs|mental health (?:practitioner|nurse|worker)"),
    ("GP", r"\bgp\b|general practitioner"),
    ("Nurse", r"nurse\b"),
    ("Police officer", r"police|constable|detective|sergeant"),
    ("Cafcass officer", r"cafcass|children's guardian"),
    ("Advocate", r"advocate|advocacy"),
    ("Solicitor", r"solicitor"),
    ("Parent", r"^(?:the )?(?:mum|mother|dad|father|parent|parents|carer)\b|\b(?:mother|father|parent|mum|dad)$"),
    ("Chair", r"\bchair(?:person|man)?\b"),
    ("Doctor", r"consultant|registrar|doctor"),
)  # fmt: skip
_COMPILED = tuple((name, lazy(words)) for name, words in _ROLES)
_ANY = lazy("|".join(words for _, words in _ROLES))

ROLE_AFTER = lazy(
    r"[,(-]\s?(?:the )?((?:acting |interim |lead |senior |specialist |clinical |consultant |community |assistant |deputy |trainee |principal |"
    r"independent |school |class |form |year \d+ |highly |designated |chartered |registered |newly |student )*"
    r"(?:" + "|".join(words.replace("^(?:the )?", "").replace("$", "") for _, words in _ROLES) + "))"
)
"""A role behind a name: "(SENCo)", ", class teacher", "- social worker"; group 1 starts at the role."""


@lru_cache(maxsize=4096)
def role_in(text: str) -> str:
    """The role that a short text names, in its one form; "" without one. The first named wins."""
    plain = text.lower().replace("’", "'").strip()
    if not _ANY.search(plain):
        return ""
    best = (len(plain) + 1, "")
    for name, pattern in _COMPILED:
        match = pattern.search(plain)
        if match and match.start() < best[0] and not (name == "Doctor" and best[1]):
            best = (match.start(), name)
    return best[1]
