"""Names of people in text: titles, initials, given names and surnames, and what only looks like one."""

from app.domain.given_names import said_by
from app.domain.person_names import ALSO_SURNAMES, NOT_NAMES, TITLES, PersonName, parse_name
from app.understand.lazy import lazy

TITLE = r"(?:Mrs?|Ms|Miss|Mx|Dr|Professor|Prof|Cllr|Rev|PC|DC|DS|DI|Sgt|Nurse)\.?"
WORD = (
    r"(?:(?:Mc|Mac|O['’]|D['’]|Fitz|de |van |van der |von |al-|el-)?[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+(?:[A-Z][a-zà-öø-ÿ]+)?"
    r"(?:[-‐‑][A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+)?)"
)
INITIALS = r"(?:[A-Z]\.?[ ]?){0,3}"
NAME = rf"(?:{TITLE}[ ](?:{INITIALS}(?<=[ .]))?{WORD}(?:[ ]{WORD})?|(?:{WORD}|[A-Z]\.?(?:[ ]?[A-Z]\.?)?)(?:[ ][A-Z]\.?)?[ ]{WORD}(?:[ ]{WORD})?)"
_A_TITLE = r"[MDPCRSN](?<![\w-].)(?:(?<=M)(?:rs?|s|iss|x)|(?<=D)[rCSI]|(?<=P)(?:rofessor|rof|C)|(?<=C)llr|(?<=R)ev|(?<=S)gt|(?<=N)urse)\.?"
"""`TITLE` at the start of a word, told by its first letter: far quicker to look for."""
TITLED = lazy(rf"{_A_TITLE}[ ](?:{INITIALS}(?<=[ .]))?{WORD}(?:[ ]{WORD})?")
COUPLE = lazy(rf"\b(Mr|Mrs|Ms|Dr)\.? (?:and|&|\+) (Mr|Mrs|Ms|Dr)\.? ((?:{INITIALS}(?<=[ .]))?{WORD})")
WHOLE = lazy(NAME)
BEFORE = lazy(rf"(?<![\w.])({NAME})\s*$")


def tidy_name(written: str) -> str:
    """The name in a match, cut where words begin that belong to no name; "" when nothing is left that can be one."""
    words = written.split(" ")
    kept: list[str] = []
    for place, word in enumerate(words):
        bare = word.strip(".,").lower().replace("’", "'")
        if bare in NOT_NAMES and len(bare) > 1:
            if place == 0 and bare not in TITLES:
                return ""
            if bare not in TITLES and not (kept and bare in ALSO_SURNAMES and _begins_name(kept[-1])):
                break
        kept.append(word)
    name = " ".join(kept).strip(" ,")
    found = parse_name(name)
    return name if found is not None and _enough(found) else ""


def _begins_name(word: str) -> bool:
    """A title, an initial or a usual given name: what follows is a surname even where it is a common word."""
    bare = word.strip(".").lower()
    return len(bare) == 1 or bare in TITLES or bool(said_by(bare))


def _enough(name: PersonName) -> bool:
    return bool(name.surname) and bool(name.title or name.given)


"""A surname alone is no person yet."""
