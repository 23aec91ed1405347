"""What looks like a date of the record and is none: birth dates, laws, form versions, print dates, numbers."""

from typing import TYPE_CHECKING

from app.understand.found import Found
from app.understand.lazy import lazy

if TYPE_CHECKING:
    from app.understand.pages import PageScan

_BIRTH = lazy(
    r"(?:\bd\.?\s?o\.?\s?b\b\.?|\bdate\s+of\s+birth\b|\bbirth\s?date\b|\bdate\s+born\b|\bborn\b(?:\s+on)?(?:\s+the)?|\bbirthday\b(?:\s+(?:is|was|on))*"
    r"|\bd\.b\.|(?<=[a-z,(] )b\.|\bdate\s+de\s+naissance\b)"
    r"(?:\s*\([^)\n]{0,24}\))?[\s:;=|,.\-–]*(?:is|was)?[\s:|]*$"
)
_AFTER_BIRTH = lazy(r" *\(? *(?:d\.?o\.?b\b|date of birth\b|\)?\s*birthday\b)")
_VERSION = lazy(
    r"(?:\b(?:version|ver|vers|rev|revised|revision|template|edition|issue|issued by the department|form [a-z]{0,6}[ -]?\d[\w-]*|last reviewed|"
    r"policy (?:date|reviewed|review|agreed|updated|adopted)|ratified|adopted|approved by (?:the )?governors|document control|"
    r"leaflet (?:date|produced)|publication date|published|effective from|valid from|superseded|first published|page last (?:updated|reviewed)|"
    r"crown copyright|copyright|\(c\)|©)\b[\w ./:-]{0,22}|©\s*)[\s:(,.\-]*$"
)
_VERSION_LINE = lazy(
    r"\b(?:form|template|leaflet|page|document|policy|guide|booklet) (?:was |is )?(?:last )?(?:updated|revised|reviewed|reissued|written)\b|\b(?:form (?:ref\b|no\b|code\b|version|updated|revised|rev\b)|template (?:updated|version|v\d|date|revised|issued)|document control|version (?:control|no|number)"
    r"|policy (?:title|owner|version|date|reviewed)|reviewed annually|review(?:ed)? (?:by governors|cycle)|ratified|crown copyright|all rights reserved|©)"
    r"|^[^\n]{0,40}\b[a-z]{2,8}[-/ ]?[a-z]{0,3}\d{0,3},? v(?:ersion )?\d[\d.]*\b[^\n]{0,24}$|\b[a-z]{2,5}(?:[-/][a-z0-9]{1,5}){1,3} (?:\d\d?[./])?\d{4}$"
    r"|\bform [a-z]{1,6}[ -]?\d{1,4}[a-z]?\b[^\n]{0,20}\b(?:rev|v|version|issue|updated)\b|\brev(?:\.|ision)? ?\d"
)
_PRINT = lazy(
    r"\b(?:print(?:ed)?|export(?:ed)?|extract(?:ed)?|download(?:ed)?|generat(?:ed)?|report (?:run|generated|created|produced)|run (?:on|at|date)|"
    r"retrieved|accessed|viewed|scanned|faxed|fax|transmitted|print(?:ed)? date|date printed|date of print(?:ing)?|produced by \w+)\b"
    r"[^\n.;]{0,40}$"
)
_PRINT_NEAR = lazy(
    r"\bdate range\s*:?\s*(?:from\s*)?$|\b(?:date printed|print(?:ed)?(?: date| on| at| by)?|export(?:ed)?(?: date| on| at| by)?|downloaded|generated(?: on| by| at)?|report (?:run|produced|created)|accessed|retrieved"
    r"|date of (?:print|export)|run date|extracted on|scanned(?: on)?|faxed?)\b[\w ,./:'@()-]{0,44}$"
)
_REFERENCE = lazy(
    r"(?:\b(?:ref(?:erence)?s?|account|acct|a/c|urn|upn|uln|nhs|hcpc|gmc|sort code|vat|tel|telephone|phone|fax|mob|mobile|ext|extension)\b\.?"
    r"(?:\s?(?:no|num|number))?\b\.?|\b(?:invoice|account|policy|case|claim|order|crime|incident|log|ticket|receipt|licence|mosaic|"
    r"hospital|patient|pupil|student|charity|company|registration|form|serial)\s+(?:no|num|number|id|ref)\b\.?)[\s:#]*$"
)
_COUNTED = lazy(
    r"\b(?:section|sections|sect|para|paras|paragraph|paragraphs|page|pages|p|pp|chapter|figure|fig|appendix|annex|clause|regulation|reg|"
    r"art|article|part|schedule|step|level|stage|question|q|score|scored|ratio|ks|room|band|version|v|item|standard score|ss|percentile|"
    r"aged?|ages|sizes?|scaled score|raw score|rule|grade)\b\.?\s*(?:of\s+|is\s+|was\s+|:\s*)?$"
)
_COUNTED_ENDS = (
    *("section", "sections", "sect", "para", "paras", "paragraph", "paragraphs", "page", "pages", "p", "pp", "chapter", "figure", "fig"),
    *("appendix", "annex", "clause", "regulation", "reg", "art", "article", "part", "schedule", "step", "level", "stage", "question", "q"),
    *("score", "scored", "ratio", "ks", "room", "band", "version", "v", "item", "ss", "percentile", "age", "aged", "ages", "size", "sizes"),
    *("rule", "grade", "of", "is", "was"),
)  # fmt: skip
"""How the words end that `_COUNTED` looks for."""
_SOFTWARE = lazy(
    r"(?:\breport|\.net|\bbuild|\brelease|\bsoftware|\bsystem|\bsims|\bcpoms|\barbor|\bbromcom|\bemis|\bsystmone|\brio|\bios|\bandroid|\bwindows|\bapp)\s+(?:report\s+)?(?:no\.?\s+)?$"
)
_LAW = lazy(
    r"\b(?:acts?|regulations?|regs|order|measure|code of practice|cop|gdpr|dpa|kcsie|wtsc|keeping children safe in education|working together"
    r"(?: to [a-z ]{3,40})?|statutory (?:guidance|instrument|framework)|guidance|convention|legislation|framework|white paper|green paper|"
    r"bill|rules|handbook|toolkit|practice direction|national curriculum|standards|policy|procedures?|strategy|prospectus|handbook|"
    r"dfe|department for education|ofsted framework|nice(?: guideline)?(?: \w+\d*)?|ng\d+|cg\d+|et al\.?|manual|edition|dsm-?\w*|icd-?\d*)"
    r"[\s,(:\-\"']*(?:\w+,\s*)?(?:0\s?(?:to|-)\s?25(?: years)?[\s,:)(]*)?(?:(?:of|dated|from|updated|published|revised|in|version|effective|dfe|doh|issued|england|scotland|wales)[\s,:)(]*){0,3}$"
)
_LAW_YEAR = lazy(
    r"\b(?:standardi[sz]\w+|norm(?:s|ed|ative)?|publish\w*|edition|introduc\w+ (?:by|under|the)|came into force|in force|legislation|statut\w+|research|study|studies|"
    r"et al|policy|guidance|act|regulations|code of practice|census|curriculum|government|department for education|dfe|ofsted|pandemic|covid\w*|"
    r"established|founded|formed|set up|opened its|converted|incorporated|rated|inspected|population|national(?:ly)?|test battery|edition|copyright|trained|qualified|graduated|registered since)\b"
)
_LAW_MONTH = lazy(
    r"\b(?:code|act|regulations|framework) (?:was|were) (?:issued|published|made|passed|revised|updated|approved)\b|\bguidance:|\bguides? for\b|\b(?:statutory guidance|guidance (?:is|was|called|in|document)|guide called|is statutory|guidelines?|published|legislation|edition|standardi[sz]ed|norms|department for education|dfe|doh|ofsted)\b"
)
_LAW_FORCE = lazy(
    r"\b(?:came|come|comes|coming) into (?:force|effect)\b|\bcommenced on\b|\broyal assent\b|\bas amended\b|\bstatutory deadline of\b"
)
_TERM_DATES = lazy(
    r"\b(?:term dates|inset(?: day)?s?|school (?:re-?opens|closes|closed|breaks up)|(?:school|term|college|nursery) (?:starts|begins|ends|resumes|reopens|restarts)|half[- ]?term:|bank holiday(?=[^\n]{0,16}$)|last day of term|first day of term|"
    r"staff training day|non-pupil day)\b"
)
_AFTER = lazy(
    r"\s?(?:%|degrees|kg|cm|mm|ml|mg|points?\b|marks?\b|out of\b|(?:hours?|minutes?|mins?|hrs?|pupils?|children|staff|people|times|pages|sessions?|lessons?|days a|x)\b)"
)
_AFTER_LAW = lazy(
    r" *\)? *(?:act\b|regulations?\b|code of practice|edition|regs\b|guidance\b|policy\b|framework\b|version\b|cohort\b|financial year|budget|tax year|prices|norms?\b)"
)
_FORM_MONTH = lazy(
    r"(?:^|\n)[^\n.:]{0,40}\b(?:form|template|leaflet|pro-?forma|terms of reference)(?: last)?(?: updated| revised| issued)?[ ,(-]*$"
)
_FINANCE = lazy(
    r"\b(?:financial year|budget|tax year|funding rates?|policy|prospectus|fees?|rates? for|term dates|calendar|handbook|ref\w*)[\s:(]*(?:for\s+)?(?:the\s+)?$"
)


_VERSION_HINTS = (
    "form",
    "template",
    "version",
    "policy",
    "review",
    "ratified",
    "copyright",
    "rights",
    "©",
    "rev",
    "document control",
    " v",
    "/",
)
_LABEL_HINTS = (
    *("ver", "rev", "template", "edition", "issue", "form ", "policy", "ratified", "adopted", "approved by", "document", "leaflet"),
    *("publi", "effective from", "valid from", "superseded", "page last", "copyright", "(c)", "©"),
)  # fmt: skip
_PRINT_HINTS = (
    "date range",
    "report ",
    "print",
    "export",
    "download",
    "generated",
    "run",
    "accessed",
    "retrieved",
    "extracted",
    "scanned",
    "fax",
)
_REFERENCE_HINTS = (
    *("ref", "acc", "a/c", "urn", "upn", "uln", "nhs", "hcpc", "gmc", "sort", "vat", "tel", "phone", "fax", "mob", "ext"),
    *("no", "nu", "id"),
)  # fmt: skip
_TERM_HINTS = ("term", "inset", "school", "bank", "staff", "non-pupil")
_FORCE_HINTS = ("force", "effect", "commenced", "assent", "as amended", "statutory deadline")
_BIRTH_HINTS = ("birth", "born", "dob", "o.b", "o b", "d.b", "naiss", " b.")


_WRITTEN = frozenset({"date", "year", "school-year"})
"""Shapes that digits may form by chance: “on the phone yesterday” is no telephone number."""


def refusal(found: Found, page: "PageScan") -> str:
    """Why a found date is no event, "" when nothing speaks against it."""
    key = found.start, found.end
    if key not in page.refusals:
        page.refusals[key] = _refusal(found, page)
    return page.refusals[key]


def _refusal(found: Found, page: "PageScan") -> str:
    text = page.plain
    before = text[max(0, found.prefix - 72) : found.prefix]
    if is_birth(found, text):
        return "a date of birth"
    _, label, where = page.label(found.prefix)
    on_line = text[max(label, found.prefix - 110) : found.prefix] if where != "above" else before[-1:]
    labels = _LABELS if found.shape in _WRITTEN else _LABELS[:-1]
    for hints, pattern, reach, why in labels if on_line else ():
        if _any(on_line[-reach:], hints) and pattern.search(on_line[-reach:]) and not _by_phone(found, before):
            return why
    if found.cue == "." and found.two_digits and _SOFTWARE.search(before):
        return "the version of a program"
    if found.numeric and ((_may_count(before) and _COUNTED.search(before)) or _AFTER.match(text, found.end)):
        return "a number that is not a date"
    line = page.line(found.start)
    whole_line = text[line[0] : line[1]]
    if len(whole_line) < 130 and _any(whole_line, _VERSION_HINTS) and _VERSION_LINE.search(whole_line):
        return "the version of a form or template"
    if _AFTER_LAW.match(text, found.end) or _AFTER_BIRTH.match(text, found.end):
        return "part of a title"
    sentence = page.sentence(found.start, found.end)
    words = text[sentence[0] : sentence[1]]
    near = text[max(line[0], sentence[0]) : min(line[1], sentence[1])]
    if (_any(words, _FORCE_HINTS) and _LAW_FORCE.search(words)) or (
        "bank" not in found.word and _any(near, _TERM_HINTS) and _is_of_calendar(near, whole_line)
    ):
        return "a date of a rule or of the school calendar"
    return _loose(found, before, words)


def _is_of_calendar(sentence: str, line: str) -> bool:
    """True where the part of the line that is this sentence lists the days of the school year."""
    match = _TERM_DATES.search(sentence)
    return bool(match and ("bank" not in match.group() or _TERM_DATES.search(line)))


def _by_phone(found: Found, before: str) -> bool:
    """“parents by telephone 15.1.25”: day, month and year between points are no number to ring."""
    return bool(found.numeric and found.cue in (".", "/") and found.first[0] is not None and _PHONE.search(before))


_PHONE = lazy(r"\b(?:by|on the) (?:tele)?phone\s*$")


def _any(text: str, hints: tuple[str, ...]) -> bool:
    """True when one of a few words stands in the text: quicker than the pattern that then looks closely."""
    for hint in hints:  # noqa: SIM110 - asked thousands of times a second: `any` would take twice as long
        if hint in text:
            return True
    return False


def _may_count(before: str) -> bool:
    return before.rstrip().rstrip(":").rstrip().rstrip(".").endswith(_COUNTED_ENDS)


def is_birth(found: Found, text: str) -> bool:
    """True for a date behind a label or word of birth."""
    if not _any(text[max(0, found.prefix - 60) : found.prefix], _BIRTH_HINTS):
        return False
    return bool(_BIRTH.search(text, max(0, found.prefix - 60), found.prefix))


def _loose(found: Found, before: str, sentence: str) -> str:
    """Stricter for a year alone, a school year or a month: they stand in titles of laws, tests and policies."""
    if found.shape == "date" and found.first[2]:
        return ""
    if _LAW.search(before):
        return "part of the title of a law or guidance"
    if found.shape == "date" and _FORM_MONTH.search(before):
        return "the version of a form or template"
    if found.shape == "date" and _LAW_MONTH.search(sentence):
        return "the month of a publication"
    if found.shape == "year" and _LAW_YEAR.search(sentence):
        return "a year of a law, test or study"
    if found.shape == "school-year" and _FINANCE.search(before):
        return "a year of a policy or budget"
    return ""


_LABELS = (
    (_LABEL_HINTS, _VERSION, 64, "the version of a form or document"),
    (_PRINT_HINTS, _PRINT_NEAR, 64, "the day it was printed or exported"),
    (_REFERENCE_HINTS, _REFERENCE, 24, "part of a reference number"),
)
