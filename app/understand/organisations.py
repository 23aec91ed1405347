"""The organisation that wrote a record, found in letterhead, signature, sender and footer, never among those it is sent to."""

import re
from dataclasses import dataclass

from app.domain.suggestions import Suggestion
from app.understand.layout import Layout, Line
from app.understand.lazy import lazy
from app.understand.organisation_cues import DEPARTMENTS, PRIVATE_MAIL, ROLE_WRITERS, WRITERS
from app.understand.organisation_names import core, keys_of, names_in, same
from app.understand.pages import Prepared

_HINT = lazy(
    r"school|academy|ysgol|bunscoil|gaelscoil|sgoil|coleg|college|primary|nursery|pre-?school|playgroup|council|trust|nhs|camhs|hospital|surgery|practice|centre|police|constabulary|cafcass|tribunal|"
    r"court|ofsted|ombudsman|borough|ltd|limited|associates|llp|psychology|charity|sendiass|barnardo|authority|board|foundation|federation|unit|consultancy|solicitors"
)
_OF_OTHERS = lazy(
    r"\b(?:to|cc|c\.c\.|copy to|copies to|copied to|fao|distribution|school attended|name of school|current school|school/setting|school|setting|placement|nursery|gp|gp practice|registered gp|"
    r"gp surgery|local authority|la|previous school|attends|attending|referred to|pupil at|transferred (?:to|from)|hospital|address)\s*(?:name)?\s*[:|\-]\s*$"
)
_DOMAIN = lazy(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")


_NO_WRITER = frozenset({"text_message_export", "photo"})
_FORMS = frozenset({"referral_form", "mash_referral", "ehc_needs_request", "annual_review"})
_OWN_SCHOOL = lazy(r"(?:name of )?(?:school|setting|nursery|placement|school/setting)\b")


_TEAMS = frozenset({"CAMHS", "CYPMHS", "SENDIASS"})
"""Names of a service that belongs to a larger body: that body's name, if there is one, says more."""


@dataclass(slots=True)
class _Scored:
    name: str
    kind: str
    points: float = 0.0
    where: str = ""
    best: float = 0.0


def organisation_of(prepared: Prepared, layout: Layout, kind: str, by_family: bool) -> tuple[Suggestion | None, str]:
    """The writing organisation and its kind; (None, "") when the family wrote, or nothing tells."""
    if by_family:
        return None, ""
    scored = _Scores(prepared, kind, layout)
    scored.collect()
    best = scored.best(kind)
    if best is None:
        return _fallback(prepared, kind)
    confidence = round(min(0.97, 0.4 + best.points / 40), 2)
    return Suggestion(best.name, f"“{best.name}” {best.where}.", confidence), best.kind


def _fallback(prepared: Prepared, kind: str) -> tuple[Suggestion | None, str]:
    """The one known organisation that writes such records, else who sent the files."""
    facts = prepared.facts
    if kind in _NO_WRITER or _is_private(_sender(prepared)):
        return None, ""
    known = dict(facts.organisations)
    writers = WRITERS.get(kind, ())
    if facts.disclosed_by and (not writers or known.get(facts.disclosed_by, "") in (*writers, "", "other")):
        text = f"It came with the files from {facts.disclosed_by}, and its text names no other writer."
        return Suggestion(facts.disclosed_by, text, 0.4), known.get(facts.disclosed_by, "")
    fitting = [name for name, its in facts.organisations if its in writers[:1]]
    if len(fitting) == 1:
        return Suggestion(fitting[0], "The only organisation of the case that writes such records.", 0.35), known[
            fitting[0]
        ]
    if facts.disclosed_by:
        text = f"It came with the files from {facts.disclosed_by}."
        return Suggestion(facts.disclosed_by, text, 0.3), known.get(facts.disclosed_by, "")
    return None, ""


class _Scores:
    """Names of organisations in one document with points for where they stand."""

    def __init__(self, prepared: Prepared, kind: str, layout: Layout) -> None:
        self.prepared = prepared
        self.layout = layout
        self.kind = kind
        self.found: dict[str, _Scored] = {}
        self.telling = _telling_lines(prepared)
        self.known = [(name, its, keys_of(name)) for name, its in prepared.facts.organisations]
        self.here = [
            known for known in self.known if any(key in page.plain for page in prepared.pages for key in known[2])
        ]

    def collect(self) -> None:
        """Give points by place."""
        layout = self.layout
        others = {line.start for line in layout.addressee}
        for place, line in enumerate(layout.head):
            if line.start in others:
                self._line(line, -4.0, "where it is addressed to")
            else:
                points = 12.0 if place < 3 else 9.0 if place < 7 else 5.0
                self._line(line, points if _short(line) else points * 0.5, "at the head of the page")
        for line in layout.signature:
            self._line(line, 8.0, "under the signature")
        for line in layout.foot:
            self._line(line, 5.0, "at the foot of the page")
        self._mail()
        self._labels()
        self._running()

    def _line(self, line: Line, points: float, where: str) -> None:
        if not self.here and not _HINT.search(line.plain):
            return
        for name, kind, at in names_in(line.text):
            if points > 0 and self.kind in _FORMS and _OWN_SCHOOL.match(line.label or line.plain):
                self._give(name, kind, 7.0, "as the school that filled it in")
            elif points > 0 and _OF_OTHERS.search(line.plain[:at].rstrip() if at else f"{line.label.rstrip(' :')}:"):
                self._give(name, kind, 0.5, where)
            else:
                self._give(name, kind, points, where)
        for name, kind, keys in self.here:
            if any(_has(line.plain, key) for key in keys):
                before = _before(line.plain, keys) or f"{line.label.rstrip(' :')}:"
                self._give(name, kind, 0.5 if points > 0 and _OF_OTHERS.search(before) else points, where)

    def _running(self) -> None:
        """Mentions in the text: a little for each, up to a limit."""
        plain = "\n".join(page.plain for page in self.prepared.pages[:3])[:9000]
        for line in self.telling:
            for name, kind, _ in names_in(line):
                self._give(name, kind, 0.4, "in the text")
        for name, kind, keys in self.here:
            count = sum(plain.count(key) for key in keys if len(key) > 5)
            if count:
                self._give(name, kind, min(2.0, 0.5 * count), "in the text")

    def _mail(self) -> None:
        sender = _sender(self.prepared)
        match = _DOMAIN.search(sender)
        if not match or _is_private(sender):
            return
        domain = match[1].lower()
        for name, kind in self._candidates():
            if _of_domain(name, domain):
                self._give(name, kind, 16.0, f"is the sender's address, {domain}")

    def _candidates(self) -> list[tuple[str, str]]:
        names = [(name, kind) for name, kind, _ in self.known]
        names += [(scored.name, scored.kind) for scored in self.found.values()]
        for line in self.telling:
            names += [(name, kind) for name, kind, _ in names_in(line)]
        return names

    _LABEL = lazy(
        r"^[ \t|]*(?:organisation|agency|employer|service|team|author(?:'s)? organisation|name of (?:agency|organisation|service)|referring agency|provider|completed by|report by|written by|"
        r"report author|author|prepared by|referrer|referred by|from|source|producing organisation)\s*[:|]\s*[^\n]*",
        re.MULTILINE,
    )

    def _labels(self) -> None:
        for page in self.prepared.pages[:2]:
            for match in self._LABEL.finditer(page.plain, 0, 4000):
                for name, kind, _ in names_in(page.text[match.start() : match.end()]):
                    self._give(name, kind, 7.0, "beside its author")

    def _give(self, name: str, kind: str, points: float, where: str) -> None:
        name, kind = self._canonical(name, kind)
        if not name or _is_family(name, self.prepared):
            return
        entry = self.found.setdefault(name, _Scored(name, kind))
        entry.points += points
        if points > entry.best:
            entry.best, entry.where = points, where

    def _canonical(self, name: str, kind: str) -> tuple[str, str]:
        """The known name of the same organisation, or the longest form seen."""
        for known, its, keys in self.known:
            if name == known or same(name, known) or name.lower() in keys or known.lower() in name.lower():
                return known, its
        for other in self.found.values():
            if same(name, other.name):
                if len(name) > len(other.name):
                    del self.found[other.name]
                    other.name = name
                    self.found[name] = other
                return other.name, other.kind
        return name, kind

    def best(self, kind: str) -> _Scored | None:
        """The one with most points, after what the kind of document and the signer's role make likely."""
        writers = WRITERS.get(kind, ())
        role = self._signer_kind()
        named = {
            _family_of(entry.kind) for entry in self.found.values() if entry.name not in _TEAMS and entry.best >= 5.0
        }
        for entry in self.found.values():
            if entry.name in _TEAMS and (named & {"nhs-trust", "gp"}):
                entry.points *= 0.2
            entry.kind = self._department(entry, kind)
            family = _family_of(entry.kind)
            if writers and any(_family_of(writer) == family for writer in writers):
                entry.points += 5.0 if family == _family_of(writers[0]) else 3.0
            elif writers:
                entry.points -= 4.0
            if role and _family_of(role) == family:
                entry.points += 4.0
            if entry.name == self.prepared.facts.disclosed_by:
                entry.points += 2.0
        ranked = sorted(self.found.values(), key=lambda entry: (-entry.points, entry.name))
        return ranked[0] if ranked and ranked[0].points >= 4.0 and ranked[0].best > 0.4 else None

    def _signer_kind(self) -> str:
        text = "\n".join(page.plain for page in self.prepared.pages[:1])[:700] + "\n" + self._signature_text()
        for kind, words in ROLE_WRITERS:
            if re.search(words, self._signature_text()):
                return kind
        return next(
            (
                kind
                for kind, words in ROLE_WRITERS
                if re.search(rf"(?:author|report by|completed by|written by|prepared by)[^\n]{{0,60}}{words}", text)
            ),
            "",
        )

    def _signature_text(self) -> str:
        return "\n".join(line.plain for line in self.layout.signature[:5])

    def _department(self, entry: _Scored, kind: str) -> str:
        if entry.kind != "council":
            return entry.kind
        writer = next((w for w in WRITERS.get(kind, ()) if w.startswith("council")), "")
        if writer in ("council-send", "council-social-care"):
            return writer
        near = "\n".join(page.plain for page in self.prepared.pages[:1])[:900]
        return next((its for its, words in DEPARTMENTS if re.search(words, near)), "council")


def _family_of(kind: str) -> str:
    """Kinds that are parts of the same body."""
    return {
        "council-send": "council",
        "council-social-care": "council",
        "camhs": "nhs-trust",
        "academy-trust": "school",
    }.get(kind, kind)


def _telling_lines(prepared: Prepared) -> list[str]:
    """Lines of the first pages with a word such as "school" or "council", at most sixty."""
    out: list[str] = []
    for page in prepared.pages[:3]:
        at = 0
        while len(out) < 60 and (match := _HINT.search(page.plain, at)):
            start, end = page.line(match.start())
            out.append(page.text[start:end])
            at = end
    return out


def _short(line: Line) -> bool:
    return len(line.text.split()) <= 12 and not line.text.endswith(".")


def _has(plain: str, key: str) -> bool:
    at = plain.find(key)
    return at >= 0 and not plain[at - 1 : at].isalnum() and not plain[at + len(key) : at + len(key) + 1].isalnum()


def _before(plain: str, keys: tuple[str, ...]) -> str:
    places = [plain.find(key) for key in keys if key in plain]
    return plain[: min(places)].rstrip() + " " if places and min(places) > 0 else ""


_FROM = lazy(r"^[ \t>*]*from\s*:\s*([^\n]+)", re.MULTILINE)


def _sender(prepared: Prepared) -> str:
    return prepared.doc.mail.sender if prepared.doc.mail else _from_line(prepared)


def _is_private(sender: str) -> bool:
    """True for an address at a provider of private mailboxes."""
    match = _DOMAIN.search(sender)
    return match is not None and match[1].lower().split(".")[0] in PRIVATE_MAIL


def _from_line(prepared: Prepared) -> str:
    if not prepared.pages:
        return ""
    match = _FROM.search(prepared.pages[0].plain, 0, 1500)
    return match[1] if match else ""


def _of_domain(name: str, domain: str) -> bool:
    """“larkhollow.sch.uk” is of Larkhollow Primary School, “northshire.gov.uk” of Northshire County Council."""
    words = [word for word in core(name) if len(word) > 2]
    if not words:
        return False
    squeezed = re.sub(r"[^a-z]", "", domain)
    first = re.sub(r"[^a-z]", "", words[0])
    kind_ok = not (".gov.uk" in domain and re.search("school|academy|surgery|nhs", name.lower())) and not (
        ".sch.uk" in domain and "council" in name.lower()
    )
    kind_ok = kind_ok and not ("nhs" in domain and re.search("school|academy|council", name.lower()))
    return kind_ok and len(first) > 3 and first in squeezed


def _is_family(name: str, prepared: Prepared) -> bool:
    people = (prepared.facts.child, *prepared.facts.family)
    return any(person and person.lower() in name.lower() for person in people)
