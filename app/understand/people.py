"""Who wrote it and who is named in it, with role and organisation where the text gives them."""

import re

from app.domain.suggestions import Suggestion
from app.understand.layout import Layout
from app.understand.lazy import lazy
from app.understand.organisation_names import names_in
from app.understand.pages import PageScan, Prepared
from app.understand.roles import role_in

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Rev|PC|DC|DS|Sgt|Sister|Nurse)\.?"
_WORD = r"[A-Z](?:[a-z]+(?:[A-Z][a-z]+)?|['’][A-Z][a-z]+)(?:[-‐‑][A-Z][a-z]+)?"
_PERSON = rf"(?:{_TITLE}[ \t]+(?:[A-Z]\.?[ \t]?)*(?:{_WORD}(?:[ \t]+{_WORD}){{0,2}})|(?:{_WORD}|[A-Z]\.?)(?:[ \t]+[A-Z]\.?)?(?:[ \t]+{_WORD}){{1,2}})"
_FULL = lazy(_PERSON)
_TITLED = lazy(
    rf"[CDMNPRS](?<!\w[CDMNPRS])(?:(?<=M)(?:rs?|s|iss|x)|(?<=D)[rCS]|(?<=P)(?:rof(?:essor)?|C)|(?<=C)llr|(?<=R)ev|(?<=S)(?:gt|ister)|(?<=N)urse)\.?[ \t]+(?:[A-Z]\.?[ \t]?)*{_WORD}(?:[ \t]+{_WORD})?"
)
_BEFORE_ROLE = lazy(rf"({_PERSON})\s*$")
_AUTHOR_LABEL = lazy(
    r"^[ \t|*]*(?:(?:report |plan |form |assessment |document |notes? |minutes |record )?(?:author|completed by|written by|prepared by|produced by|compiled by|report by|assessed by|assessor|recorded by|reported by|"
    r"minutes (?:taken )?by|notes? (?:taken )?by|minute[- ]taker|note[- ]taker|taken by|referrer|referred by|name of (?:referrer|person completing(?: (?:this )?form)?|author|assessor|worker)|person completing(?: (?:this )?form)?|"
    r"worker|social worker|case ?worker|allocated worker|class teacher|added by|staff member(?: completing)?|examiner|clinician|educational psychologist|therapist|officer in case|reporting officer|"
    r"author(?: and role|/role)?|by)(?: \(?name(?: and role)?\)?)?)(?:[ \t]*[:|]|[ \t]{2})[ \t]*([^\n]*?)(?=  |$)",
    re.MULTILINE,
)
_BYLINE = lazy(
    r"\b(?:report|assessment|written|prepared|completed|produced|compiled|carried out|undertaken|advice)\s+by[ \t]+([^\n]{3,80})"
)
_NOT_NAMES = frozenset(
    "school academy college council trust primary nursery street road lane avenue close drive house county service services team plan report review education health care special needs support "
    "hospital centre clinic dear regards sincerely faithfully yours kind summary section year term class date meeting assessment department children child social work general practice "
    "medical road monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december autumn spring summer "
    "christmas easter national english maths reading writing local authority individual behaviour learning speech language therapy private confidential page appendix outcome target stage".split()
)
_SIGN_ROLE = lazy(r"^\s*(?:on behalf of|for and on behalf|for|pp|encl?|cc|tel|e-?mail|www|direct)\b", re.IGNORECASE)
_LIMIT = 40


def authors_of(prepared: Prepared, layout: Layout) -> tuple[Suggestion, ...]:
    """Who wrote it: the sender, those that a label names, or the signature; the surest first, at most four."""
    mail = prepared.doc.mail
    if mail and (name := sender_name(mail.sender)):
        return (Suggestion(name, "The sender of the e-mail.", 0.97),)
    found = [*_from_header(prepared), *_labelled(prepared), *_signed(layout), *_bylines(prepared)]
    out: dict[str, Suggestion] = {}
    for suggestion in found:
        key = _last_name(suggestion.value)
        if key and key not in out:
            out[key] = suggestion
    if (
        not out
        and (name := prepared.doc.properties.get("author", "").strip())
        and _FULL.fullmatch(name)
        and not names_in(name)
    ):
        return (Suggestion(name, "The file's own properties name this author.", 0.35),)
    return tuple(list(out.values())[:4])


def sender_name(sender: str) -> str:
    """“Jane Hartley” of “Hartley, Jane <j@x.uk>”; the address itself when it has no name."""
    name = sender.split("<")[0].strip().strip("\"'").strip()
    name = re.sub(r"\s*[\[(][^\])]*[\])]\s*", " ", name).strip()
    match = re.fullmatch(r"([A-Z][\w'’-]+),\s*([A-Z][\w'’ .-]+)", name)
    if match:
        name = f"{match[2].strip()} {match[1]}"
    return name or sender.strip("<> ")


def _from_header(prepared: Prepared) -> list[Suggestion]:
    if not prepared.pages:
        return []
    match = re.search(
        r"^[ \t>*]*From\s*:[ \t]*([^\n]{3,90})", prepared.pages[0].text[:1500], re.MULTILINE | re.IGNORECASE
    )
    if not match or not re.search(r"^[ \t>*]*(?:sent|date|to)\s*:", prepared.pages[0].plain[:1800], re.MULTILINE):
        return []
    name = sender_name(match[1].split(" [mailto")[0])
    return [Suggestion(name, "The first “From:” line.", 0.9)] if name else []


def _labelled(prepared: Prepared) -> list[Suggestion]:
    out = []
    pages = prepared.pages[:2] + prepared.pages[2:][-1:]
    for page in pages:
        for match in list(_AUTHOR_LABEL.finditer(page.plain))[:6]:
            start, end = match.span(1)
            value = page.text[start:end].strip() or _next_line(page, end)
            name = person_in(value)
            if name and not _is_child(name, prepared):
                label = page.text[match.start() : start].strip(" \t|*:")
                out.append(Suggestion(name, f"“{' '.join(label.split())}: {name}” on page {page.number}.", 0.85))
    return out


def _next_line(page: PageScan, end: int) -> str:
    stop = page.text.find("\n", end + 1)
    return page.text[end + 1 : stop if stop >= 0 else len(page.text)].strip()[:80]


def _signed(layout: Layout) -> list[Suggestion]:
    for line in layout.signature[:4]:
        if _SIGN_ROLE.match(line.text):
            continue
        name = person_in(line.text) if len(line.text.split()) <= 8 else ""
        if name:
            return [Suggestion(name, f"Signed “{line.text[:60]}”.", 0.85)]
    return []


def _bylines(prepared: Prepared) -> list[Suggestion]:
    for page in prepared.pages[:1]:
        for match in _BYLINE.finditer(page.plain[:3000]):
            name = person_in(page.text[match.start(1) : match.end(1)])
            if name and not _is_child(name, prepared):
                return [
                    Suggestion(name, f"“{' '.join(page.text[match.start() : match.start(1)].split())} {name}”.", 0.7)
                ]
    return []


def person_in(text: str) -> str:
    """The first person's name in a short text, "" when it holds none."""
    for match in _FULL.finditer(text):
        words = match.group().split()
        if any(word.strip(".").lower() in _NOT_NAMES for word in words):
            trimmed = [word for word in words if word.strip(".").lower() not in _NOT_NAMES]
            if len(trimmed) == len(words) or len(trimmed) < 2 or words[0] not in trimmed:
                continue
            words = words[: next(i for i, word in enumerate(words) if word.strip(".").lower() in _NOT_NAMES)]
            if len(words) < 2:
                continue
        return " ".join(words)
    return ""


def _last_name(name: str) -> str:
    words = name.replace("’", "'").lower().split()
    return words[-1] if words else ""


def _is_child(name: str, prepared: Prepared) -> bool:
    return bool(prepared.facts.child) and name.lower() == prepared.facts.child.lower()


def by_family(prepared: Prepared, layout: Layout, authors: tuple[Suggestion, ...]) -> bool:
    """True when the sender or signer is of the family: a known name, or a parent by their own words."""
    if not authors:
        return False
    name = authors[0].value.lower()
    family = [person.lower() for person in prepared.facts.family if person]
    if any(
        name == person or (_last_name(person) == _last_name(name) and name.split()[0][:1] == person.split()[0][:1])
        for person in family
    ):
        return True
    child = prepared.facts.child.lower().split()
    under = " ".join(line.plain for line in layout.signature[:4])
    if re.search(
        r"\b(?:mum|mother|father|dad|parent|carer|guardian|grandmother|grandfather|nan)\b(?! (?:and|of the) )", under
    ) and not role_in(under.replace("parent", "")):
        return True
    return bool(child) and len(child) > 1 and _last_name(name) == child[-1] and not role_in(under)
