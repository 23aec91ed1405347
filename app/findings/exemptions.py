"""The rule that a redaction states beside it, in the words of the page. Sources: Data Protection Act 2018, schedules 2 and 3;
Freedom of Information Act 2000, part II (sections 21 to 44); UK GDPR, article 15(4)."""

import re

_STRONG = re.compile(
    r"\b(?:sch(?:edule|ed)?\.?\s?[1-9]\b[\s,]{0,2}(?:part\s?\d[\s,]{0,2})?(?:para(?:graph)?s?\.?\s?\d{1,2}(?:\s?\(\d\))?)"
    r"|para(?:graph)?\.?\s?\d{1,2}\s?(?:of\s)?sch(?:edule)?\.?\s?[1-9]"
    r"|art(?:icle)?\.?\s?15\s?\(4\)(?:\s(?:uk\s)?gdpr)?"
    r"|s(?:ection|ec)?\.?\s?(?:2[1-9]|3\d|4[0-4])\s?\(\d\)(?:\s?\([a-z]\))*(?:\s?foia?)?"
    r"|s(?:ection|ec)?\.?\s?(?:2[1-9]|3\d|4[0-4])\s(?:foia|of the freedom of information act|exemption)"
    r"|third[ -]party(?:\s(?:data|information|details|name|personal data))?"
    r"|serious harm(?: test)?|legal(?:ly)?(?: professional)? privileged?)",
    re.IGNORECASE,
)
_WEAK = re.compile(r"\bs(?:ection|ec)?\.?\s?(?:2[1-9]|3\d|4[0-4])\b(?!\s?\()", re.IGNORECASE)
_SAYS_SO = re.compile(r"redact|withheld|exempt|removed|blanked", re.IGNORECASE)


def beside(text: str) -> str:
    """The rule in words right beside or on a box; empty when none is stated."""
    found = _STRONG.search(text) or _WEAK.search(text)
    return " ".join(found[0].split()) if found else ""


def on_page(text: str) -> str:
    """The one rule that a page states for all its redactions, in a line that says so; empty when there is none or several."""
    found = {
        " ".join(match[0].split())
        for line in text.splitlines()
        if _SAYS_SO.search(line)
        for match in _STRONG.finditer(line)
    }
    return next(iter(found)) if len(found) == 1 else ""


_KEY = re.compile(r"^\W{0,3}([A-Z]{1,2}\d{0,2}|\d{1,2})\W{1,4}[ \t]*(\S.*)$", re.MULTILINE)
_EXPLAINS = re.compile(r"redact|exempt|withheld|\bkey\b|legend|reasons?\b", re.IGNORECASE)


def legend(text: str) -> dict[str, str]:
    """The rules that a list on the page gives for letters or numbers on its boxes: "A = third party data"."""
    if not _EXPLAINS.search(text):
        return {}
    found = {}
    for line in _KEY.finditer(text):
        rule = beside(line[2])
        if rule:
            found[line[1].upper()] = rule
    return found
