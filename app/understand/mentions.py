"""Everybody a document names: in mail headers, with a title, with a role, as author or present, and by initials in a log."""

import re
from collections.abc import Iterable, Iterator

from app.domain.mails import MailMessage
from app.domain.person_names import parse_name
from app.domain.suggestions import PersonSuggestion, Suggestion
from app.understand.layout import Layout
from app.understand.lazy import lazy
from app.understand.organisation_names import names_in
from app.understand.pages import PageScan, Prepared
from app.understand.person_names import BEFORE, COUPLE, TITLED, WHOLE, tidy_name
from app.understand.roles import ROLE_AFTER, role_in

_LIST = lazy(
    r"^[ \t*|]*(?:present|attendees?|attended by|in attendance|apologies|invited|copies? to|cc|staff present|those present|participants|professionals involved)\b[^\n:|]{0,24}[:|][ \t]*([^\n]+)",
    re.MULTILINE,
)
_AFTER_LABEL = lazy(r"[:|]|  ")
_ROLE_LABEL = lazy(r"^[ \t*|]*([a-z][a-z' /&-]{1,44}?)[ \t]*(?::|\||[ ]{2})[ \t]*(?=\S)", re.MULTILINE)
_THE_ROLE = lazy(
    r"the(?<!\wthe) (senco|sendco|senco?-?ordinator|head ?teacher|dsl|deputy head ?teacher|class teacher|social worker|educational psychologist|school nurse|team manager|paediatrician)\b"
)
_CAPITALS = lazy(r"[A-Z]{2,3}(?![^)\s,.;/|])")
"""What stands where initials may: quick to look for, and in most lines there is none."""
_INITIALS = lazy(
    r"(?:(?i:by|staff|initials?|signed|worker|author|added by|recorded by)[ \t]*[:|]?[ \t]+|\()([A-Z]{2,3})(?=[)\s,.;/|]|$)|^([A-Z]{2,3})(?=[ \t]*(?:$|[ ]{2}|\|))|(?:[ ]{2}|[.!?] )([A-Z]{2,3})(?=[ ]{2}|[ \t]*$)",
    re.MULTILINE,
)
_ACRONYMS = frozenset(
    "SEN EHC IEP TA EP PE IT ICT AM PM UK OT GP SW SLT LA DSL CP CIN LAC NHS RE PSP BSP AN AR OK NA TBC TBA CC PTO DOB UPN AIP LSA YR KS EAL FSM PP PPG ADD ASD ASC HI VI PD MLD SLD".split()
)
_TEAM = lazy(
    r"(?i)\b(?:team|office|admin|reception|enquir|info|school|academy|council|service|department|support|protection officer|headteacher|head teacher|parents?|staff|governors?|reply|mailbox|group|all)\b"
)
_MOST_PAGES, _MOST, _MOST_OF_ONE = 60, 300, 40


def mentions_of(
    prepared: Prepared, layout: Layout, authors: tuple[Suggestion, ...], messages: tuple[MailMessage, ...]
) -> tuple[PersonSuggestion, ...]:
    """Mentions in the order they are found, each with its place; never words that are no name."""
    found: dict[tuple[str, int, int, str], PersonSuggestion] = {}
    for one in _all(prepared, layout, authors, messages):
        if one.start >= 0 and (one.name, one.page, one.start, "named") in found:
            continue
        found.setdefault((one.name or one.role, one.page, one.start, one.part), one)
        if len(found) >= _MOST:
            break
    return tuple(found.values())


def _all(
    prepared: Prepared, layout: Layout, authors: tuple[Suggestion, ...], messages: tuple[MailMessage, ...]
) -> Iterator[PersonSuggestion]:
    yield from _mail_people(messages)
    pages = prepared.pages[:_MOST_PAGES]
    family = (prepared.facts.child, *prepared.facts.family)
    named = {name: PersonSuggestion(name) for name in family if " " in name.strip()}
    for one in (*_authors(authors, layout, prepared), *(m for page in pages for m in _with_roles(page))):
        known = named.get(one.name)
        if known is None or (one.role and not known.role):
            named[one.name] = one
        yield one
    for page in pages:
        yield from _titled(page)
        yield from _again(page, named.values())
        yield from _roles_alone(page)
        yield from _initials(page)


def _mail_people(messages: Iterable[MailMessage]) -> Iterator[PersonSuggestion]:
    """Who sent and received the messages, with their addresses."""
    for message in messages:
        parts = (("sender", (message.sender,)), ("recipient", message.to), ("recipient", message.cc))
        for part, people in parts:
            for written in people:
                one = _of_address(written, part, message)
                if one is not None:
                    yield one


def _of_address(written: str, part: str, message: MailMessage) -> PersonSuggestion | None:
    label = written.partition("<")[0]
    address = next((w.strip("<>()[];,") for w in written.split() if "@" in w), "").lower()
    label = " ".join(w for w in label.split() if "@" not in w).strip(" \"'")
    bare = label.partition("(")[0].strip()
    name = parse_name(bare) if bare and not _TEAM.search(bare) else None
    if name is None or not (name.given or name.title):
        return None
    role = role_in(label[len(bare) :].strip("() ")) if len(bare) < len(label) else ""
    return PersonSuggestion(_forename_first(bare), role, "", message.page, part=part, email=address)


def _forename_first(name: str) -> str:
    """ "Jane Hartley" of "Hartley, Jane"; "J. Hartley" of "HARTLEY, J."."""
    last, comma, first = name.partition(",")
    words = f"{first.strip()} {last.strip()}" if comma and first.strip() else name
    return " ".join(w.capitalize() if w.isupper() and len(w) > 2 else w for w in words.split())


def _authors(authors: tuple[Suggestion, ...], layout: Layout, prepared: Prepared) -> Iterator[PersonSuggestion]:
    """Those who wrote it, with role and organisation of the signature."""
    lines = layout.signature[:6]
    for place, line in enumerate(lines[:4]):
        name = _name_in(line.text) if len(line.text.split()) <= 8 else ""
        if name:
            below = " ".join(other.text for other in lines[place : place + 3])
            names = names_in("\n".join(other.text for other in lines[place : place + 5]))
            page = next((p for p in reversed(prepared.pages) if name in p.text), prepared.pages[-1])
            at = page.text.rfind(name)
            yield PersonSuggestion(name, role_in(below), names[0][0] if names else "", page.number, at, at + len(name) if at >= 0 else -1, "author")  # fmt: skip
            break
    if prepared.doc.mail is None:
        for author in authors:
            name = tidy_name(author.value)
            if name:
                yield PersonSuggestion(name, "", "", 1, part="author")


def _name_in(text: str) -> str:
    match = WHOLE.search(text)
    return tidy_name(match.group()) if match else ""


def _with_roles(page: PageScan) -> Iterator[PersonSuggestion]:
    """Names that a role follows or a label stands before, and lists of people present."""
    for match in ROLE_AFTER.finditer(page.plain):
        before = BEFORE.search(page.text, max(0, match.start() - 40), match.start())
        name = tidy_name(before[1]) if before else ""
        role = role_in(page.plain[match.start(1) : match.start(1) + 44].split("\n")[0].split(",")[0].split(")")[0])
        if before and name and role and before[1].endswith(name.split(" ")[-1]):
            yield _placed(name, page, before.start(1), role)
    for match in _labels(page.plain):
        found = WHOLE.match(page.text, match.end())
        role = role_in(match[1]) if found and len(match[1].split()) <= 5 else ""
        name = tidy_name(found.group()) if found and role else ""
        if name and found:
            yield _placed(name, page, found.start(), role)
    for match in _LIST.finditer(page.plain):
        yield from _present(page, match.start(1), match.end(1))


def _labels(plain: str) -> Iterator[re.Match[str]]:
    """The label that begins a line, of every line that holds the end of one."""
    done = -1
    for end in map(re.Match.start, _AFTER_LABEL.finditer(plain)):
        if end > done:
            match = _ROLE_LABEL.match(plain, plain.rfind("\n", 0, end) + 1)
            done = plain.find("\n", end)
            if match:
                yield match
            if done < 0:
                return


def _present(page: PageScan, start: int, end: int) -> Iterator[PersonSuggestion]:
    at = start
    for item in page.text[start:end].replace(";", ",").split(","):
        found = WHOLE.match(item.strip())
        name = tidy_name(found.group()) if found else ""
        if name:
            yield _placed(name, page, page.text.find(name, at, end), role_in(item.strip()[len(name) :].strip(" (-–)")))
        at += len(item) + 1


def _placed(name: str, page: PageScan, start: int, role: str = "") -> PersonSuggestion:
    return PersonSuggestion(name, role, "", page.number, start, start + len(name) if start >= 0 else -1)


def _titled(page: PageScan) -> Iterator[PersonSuggestion]:
    titled = list(TITLED.finditer(page.text))
    for match in COUPLE.finditer(page.text) if titled else ():
        name = tidy_name(f"{match[2]} {match[3]}")
        if name:
            surname = name.split(" ", 1)[1]
            yield PersonSuggestion(f"{match[1]} {surname}", "", "", page.number, match.start(), match.end())
    for match in titled:
        name = tidy_name(match.group())
        if name:
            yield _placed(name, page, match.start())


def _again(page: PageScan, named: Iterable[PersonSuggestion]) -> Iterator[PersonSuggestion]:
    """Names without a title that the document has shown to be names, wherever else they stand."""
    for one in named:
        at, count = page.text.find(one.name), 0
        while at >= 0 and count < _MOST_OF_ONE:
            yield _placed(one.name, page, at, one.role)
            at, count = page.text.find(one.name, at + len(one.name)), count + 1


def _roles_alone(page: PageScan) -> Iterator[PersonSuggestion]:
    seen: set[str] = set()
    for match in _THE_ROLE.finditer(page.plain):
        role = role_in(match[1])
        if role and role not in seen:
            seen.add(role)
            yield PersonSuggestion("", role, "", page.number, match.start(), match.end(), "role")


def _initials(page: PageScan) -> Iterator[PersonSuggestion]:
    seen: set[str] = set()
    for match in _initials_in(page.text):
        number = next(n for n in (1, 2, 3) if match[n])
        letters = match[number]
        if letters not in _ACRONYMS and letters not in seen and len(seen) < 12:
            seen.add(letters)
            yield PersonSuggestion(letters, "", "", page.number, match.start(number), match.end(number), "initials")


def _initials_in(text: str) -> Iterator[re.Match[str]]:
    """Matches of `_INITIALS`, which lie within a line each, from the lines that hold capitals by themselves."""
    done = -1
    for match in _CAPITALS.finditer(text):
        if match.start() > done and match.group() not in _ACRONYMS:
            line = text.rfind("\n", 0, match.start()) + 1
            done = text.find("\n", match.end())
            done = done if done >= 0 else len(text)
            yield from _INITIALS.finditer(text, line, done)
