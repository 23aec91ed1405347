"""Names of organisations in text, and when two of them are one."""

import re
from functools import lru_cache

from app.understand.lazy import lazy
from app.understand.organisation_cues import PREFIXED, TYPES

_CAP = r"(?:[A-Z][\w'’-]*\.?|&|\(?[A-Z]{2,}\)?)"
_SMALL = r"(?:of|and|the|for|upon|on|in|le|de|C of E|CE|RC|with)"
_ENDS = "|".join(f"(?P<k{i}>{end})" for i, (_, end) in enumerate(TYPES))
_NAME = lazy(
    rf"(?:(?<=[\s(,:;|\"“‘'/@-])|^)(?:{_CAP} (?:(?:{_CAP}|{_SMALL}) ){{0,6}}?)?(?:{_ENDS})(?![\w@])",
    re.MULTILINE,
)
_PREFIXED = lazy("|".join(f"(?P<p{i}>{name})" for i, (_, name) in enumerate(PREFIXED)))
_GENERIC = frozenset(
    "the school a this our new special mainstream local primary secondary high his her their your my special and or of other another which what any each every previous old home day no in at to for from dear re named their health care children".split()
)
_ARTICLES = (
    "The ",
    "At ",
    "From ",
    "To ",
    "In ",
    "By ",
    "For ",
    "Of ",
    "And ",
    "Dear ",
    "Re ",
    "With ",
    "Our ",
    "This ",
    "Name ",
    "School ",
    "Sent ",
    "Subject ",
)
_LEADERS = lazy(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z]\w+,? |(?:SENC[oO]|SENDC[oO]|Headteacher|Head|Teacher|Deputy Head|Governors|Principal|Clerk),? (?:of |at )?|(?:At|From|To|In|By|For|Of|And|Dear|With|Our|This|On|Re|Pupil|Parents?|Copy|Cc|CC)\s+)+"
)


_SHOUTED = lazy(r"^[^a-z\n]*[A-Z]{3}[^a-z\n]*$", re.MULTILINE)
_KEEP_CAPITALS = frozenset("NHS CAMHS PRU MAT ICB HMCTS SENDIASS CE RC GP LLP".split())


def _calm(match: re.Match[str]) -> str:
    """A line in capitals as a name is written."""
    return "".join(_calm_word(word) for word in re.split(r"(\s+)", match.group()))


def _calm_word(word: str) -> str:
    if word.strip("(),.") in _KEEP_CAPITALS:
        return word
    return word.lower() if word in ("OF", "AND", "THE") else word.capitalize()


@lru_cache(maxsize=512)
def names_in(text: str) -> tuple[tuple[str, str, int], ...]:
    """(name, organisation kind, offset) of names in a text by their telling last or first words."""
    out = []
    text = _SHOUTED.sub(_calm, text)
    for match in _NAME.finditer(text):
        kind = next(TYPES[i][0] for i in range(len(TYPES)) if match[f"k{i}"])
        end = match[f"k{next(i for i in range(len(TYPES)) if match[f'k{i}'])}"]
        name = _tidy(match.group(), end.strip())
        if name:
            out.append((name, kind, match.start()))
    for match in _PREFIXED.finditer(text):
        kind = next(PREFIXED[i][0] for i in range(len(PREFIXED)) if match[f"p{i}"])
        out.append((" ".join(match.group().split()), kind, match.start()))
    return tuple(out)


_ALONE = (
    "CAMHS",
    "Cafcass",
    "CAFCASS",
    "Ofsted",
    "First-tier Tribunal",
    "HMCTS",
    "SENDIASS",
    "SEND Tribunal",
    "Information Commissioner",
)


def _tidy(name: str, end: str) -> str:
    name = " ".join(name.split())
    name = _LEADERS.sub("", name).strip(" ,-–")
    for article in _ARTICLES:
        if name.startswith(article) and name[len(article) :].split()[:1] and len(name.split()) > len(end.split()) + 1:
            name = name[len(article) :]
    own = name[: -len(end)].strip() if name.endswith(end) else name
    telling = [word for word in re.findall(r"[A-Za-z'’]+", own) if word.lower() not in _GENERIC]
    if not telling:
        return name if name.startswith(_ALONE) else ""
    return name


def keys_of(name: str) -> tuple[str, ...]:
    """Simplified forms by which a known organisation is mentioned: whole, without its last generic words, and its initials."""
    plain = name.lower().replace("’", "'")
    short = re.sub(
        r"\s+(?:school|academy|nhs foundation trust|nhs trust|county council|borough council|city council|council|surgery|medical centre|medical practice)$",
        "",
        plain,
    )
    keys = [plain]
    if short != plain and (" " in short or len(short) > 6):
        keys.append(short)
    return tuple(keys)


def initials(name: str) -> str:
    """ "Larkhollow Primary School" gives "LPS"."""
    return "".join(
        word[0] for word in re.findall(r"[A-Za-z]+", name) if word.lower() not in ("of", "the", "and", "for")
    )


def same(one: str, other: str) -> bool:
    """True when two names are forms of one organisation's name."""
    first, second = core(one), core(other)
    if not first or not second:
        return False
    if first == second:
        return _kin(one, other) or len(one.split()) == len(first) or len(other.split()) == len(second)
    if one.isupper() and " " not in one and len(one) >= 3:
        return initials(other).upper() == one
    if other.isupper() and " " not in other and len(other) >= 3:
        return initials(one).upper() == other
    shorter, longer = sorted((first, second), key=len)
    return bool(shorter) and longer[: len(shorter)] == shorter and _kin(one, other) and len(shorter) >= 1


_GENERIC_TAIL = frozenset(
    "school academy primary infant infants junior nhs foundation trust council county borough city district metropolitan the surgery medical centre practice hospital hospitals university c of e ce rc church england community and".split()
)


def core(name: str) -> tuple[str, ...]:
    """The telling words of a name, without "School", "Trust" and the like."""
    words = [word.strip("().,'’") for word in name.lower().replace("’s", "s").replace("'s", "s").split()]
    return tuple(word for word in words if word and word not in _GENERIC_TAIL)


_KINSHIP = (
    "school|academy|primary|infant|junior|nursery|college",
    "council|borough|county",
    "nhs|hospital|health|trust",
    "surgery|medical|practice|health centre",
    "police|constabulary",
)


def _kin(one: str, other: str) -> bool:
    """Names whose telling words agree are the same only when they are of a sort."""
    first = {i for i, words in enumerate(_KINSHIP) if re.search(words, one.lower())}
    second = {i for i, words in enumerate(_KINSHIP) if re.search(words, other.lower())}
    return bool(first & second)
