"""What an event is about: its role (happened, recorded, planned) and its kind, from the words of its sentence."""

import re
from functools import lru_cache

from app.understand import words as w
from app.understand.lazy import lazy

_RECORDED = lazy(
    r"\b(?:record(?:ed)?(?: by [\w .'-]{2,30})?(?: on)?|date recorded|recording date|added(?: by [\w .'-]{2,30}?)?(?: on)?|date added|entered(?: by [\w .'-]{2,30})?(?: on)?"
    r"|date entered|entry date|date of entry|logged(?: on| by [\w .'-]{2,30})?|date logged|typed(?: on| by [\w .'-]{2,30})?|date typed|date of typing|dictated(?: on)?"
    r"|date dictated|date of dictation|transcribed(?: on)?|written up(?: on)?|last modified|modified(?: on)?|last updated|updated(?: on)?|amended(?: on)?"
    r"|created(?: on| by [\w .'-]{2,30})?|date created|signed(?: on| by [\w .'-]{2,30})?|date signed|date of signature|signature date|inputted(?: on)?|uploaded(?: on)?"
    r"|authorised(?: on)?|(?:date )?(?:report |form |plan )?completed(?: on)?|date authorised|finalised(?: on)?|date received|received(?: on)?|date stamp)"
    r"\s*[:\-–.]?\s*(?:on\s+|the\s+|date\s*:?\s*)*$"
)
_RECORDING = lazy(
    r"(?:^|[\n|:;.,(·-]\s*|\s{2,})(?:(?:date(?: and time)? |minutes |notes |record |entry |report |letter |form )?(?:recorded|added|entered|logged|created|inputted|uploaded|modified|updated"
    r"|last (?:modified|updated|edited|amended)|written up|submitted|inserted)|(?:recording|entry|creation|recorded|created) date|date of (?:entry|recording)|record)"
    r"(?:[ \t]*:?[ \t]*by\b[ \t]*:?[a-z ,.'()&-]{2,44}?)?(?:\s+(?:on|at|date|dated))*[ \t]*[:\-–.,|]*[ \t]*(?:on\s+|the\s+|date\s*:?\s*)*$"
)
_TYPING = lazy(
    r"\b(?:(?:date )?(?:re-?)?(?:typed|dictated|transcribed)(?: up)?(?: (?:on|by [\w .'-]{2,30}?))?|date of (?:typing|dictation)|(?:typing|dictation) date)\s*[:\-–.|]*\s*(?:on\s+|the\s+)*$"
)
_RECORDING_HINTS = (
    "record",
    "add",
    "ent",
    "logged",
    "creat",
    "input",
    "upload",
    "modif",
    "updat",
    "written up",
    "edit",
    "amend",
    "submit",
    "insert",
)
_TYPING_HINTS = ("typ", "dictat", "transcri")
_PLANNED_NEAR = lazy(
    r"\b(?:next (?:review|meeting|appointment|annual review|visit|session|tac|taf|conference|core group)[\w ]{0,24}|review (?:due|by|date)|"
    r"due(?: date)?(?: (?:on|by|in|back))?|deadline|target date|by when|to be (?:\w+ ){1,3}(?:by|on|in)|no later than|date of next \w+(?: \w+)?|"
    r"(?:booked|scheduled|arranged|planned|fixed|set|listed|diarised) (?:for|on)|will be|follow[- ]?up (?:on|in|due)|by no later than|respond by|reply by|"
    r"expir\w+(?: on)?|ends on|renewal)\s*[:\-–]?\s*(?:(?:held|reviewed|on|in|for|the|at|is|be|again|completed|by|w/c)\s+)*$"
)
_FUTURE = lazy(
    r"\b(?:"
    + w.by_letter(
        w.branches(
            r"will|shall|'ll|going to|is due|are due|due (?:to|on|by|in|back)|to be (?:held|reviewed|completed|arranged|done|seen|sent)|booked|scheduled|"
            r"upcoming|forthcoming|please (?:attend|reply|respond|return|let|confirm|send|bring)|invite you|would like to|wants? to|hopes? to|agrees? to|look forward|expect(?:s|ed) (?:on|by|in|to|from)|anticipated|pencilled|to take place|provisional(?:ly)?|next (?:review|meeting|appointment)|"
            r"deadline|no later than|intend|plan to|plans to|planned for|hope to|aim to|by when|target date|review date|next steps?|can you (?:make|come|attend)|are you (?:free|available)|"
            r"could you|would you|see you|remind\w*|tbc"
        )
    )
    + r")\b"
)

_KINDS: tuple[tuple[str, str], ...] = (
        ("incident", (r"incident|hit\b|hits\b|kick|punch|bit\b|bitten|scratch|restrain|injur|bruis|hurt\b|threw|thrown|threaten|abscond|ran (?:out|off|away)|left (?:the )?site|"
                     r"fell\b|assault|fight|fought|attack|bull(?:y|ied)|disclos(?:ed|ure) (?:that|by|of)|cried|meltdown|distress|dysregulat|accident|concern (?:raised|logged|form)|pushed|swore|bodymap|body map|missing")),
        ("attendance", (r"absen|attendance|suspen|exclu|truant|late (?:to|for) school|part-time timetable|reduced timetable|did not attend school|sent home|returned to school|"
                       r"off roll|on roll|admitted to (?:the )?school|joined (?:the )?school|started (?:at|in|school|nursery|reception)|started at|moved to \w+ (?:school|primary)")),
        ("review", r"annual review|review meeting|reviewed|review\b|reviews\b|apdr|progress meeting"),
        ("assessment", r"assess|observ|screen(?:ed|ing)\b|tested|wisc|celf|ados|boxall|sdq\b|evaluat|scored|baseline|questionnaire|consultation with (?:the )?(?:ep|educational psych)"),
        ("meeting", r"meeting|met with|met\b|tac\b|taf\b|tac/|conference|minutes|parents' evening|parent consultation|core group|mediation|hearing|tribunal"),
        ("referral", r"refer(?:red|ral)|referred|mash\b|marf"),
        ("decision", r"decid|decision|panel|agreed (?:to|that|not)|refus|granted|declin|finali[sz]|issued|ceased|amended final|approved|not to (?:assess|issue)"),
        ("health", r"clinic|hospital|diagnos|medicat|prescri|admitted|surgery\b|paediatric|a&e|vaccin|immuni|appointment|gp\b|nurse|seizure|operation|seen by dr|melatonin|methylphenidate|dose"),
        ("contact", r"phone|telephon|call(?:ed)?\b|rang\b|spoke|e-?mail|text(?:ed)?\b|contact|message|voicemail|conversation|home visit|visited|dojo|informed (?:mum|dad|parent)|told (?:mum|dad)"),
        ("letter", r"letter|wrote|written to|report (?:dated|of|from)|dated|sent (?:a|the|out|to)|report was|report by|received (?:a|the|your)"),
)  # fmt: skip
_WEIGHT = {
    "incident": 1.25,
    "attendance": 1.1,
    "review": 1.05,
    "meeting": 1.0,
    "contact": 0.95,
    "letter": 0.9,
    "health": 0.95,
}


_RECORDED_HINTS = (
    *("record", "add", "date", "ent", "logged", "typed", "dictat", "transcribed", "written", "modified", "amended", "created", "signed"),
    *("inputted", "uploaded", "authorised", "completed", "finalised", "received"),
)  # fmt: skip
_PLANNED_HINTS = (
    *("next", "review", "due", "dead", "date", "by", "to be", "no later", "booked", "scheduled", "arranged", "planned", "fixed", "set "),
    *("listed", "diarised", "will", "follow", "expir", "ends", "renewal", "when"),
)  # fmt: skip
"""One of these stands before a date that the patterns above can know."""


def is_typing(before: str) -> bool:
    """True when the simplified words before a date say that it was typed or dictated then."""
    return any(map(before.__contains__, _TYPING_HINTS)) and bool(_TYPING.search(before))


def is_recording(before: str) -> bool:
    """True when the simplified words before a date say that it is the day of writing down: "Added by J Hartley on"."""
    return any(map(before.__contains__, _RECORDING_HINTS)) and bool(_RECORDING.search(before))


def role_of(before: str, after_document: bool) -> str:
    """happened, recorded or planned. `before`: simplified words before the date; `after_document`: it lies after the record's date."""
    before = before[-64:]
    if any(map(before.__contains__, _RECORDED_HINTS)) and _RECORDED.search(before):
        return "recorded"
    if any(map(before.__contains__, _PLANNED_HINTS)) and _PLANNED_NEAR.search(before):
        return "planned"
    return "planned" if after_document else "happened"


_PAST = lazy(
    r"\b(?:thank you for|thanks for|was|were|had|did|didn't|said|told|came|went|got|saw|met|rang|spoke|took|gave|made|left|began|felt|found|heard|kept|ran|sat|threw|hit|bit|"
    r"hurt|put|sent|wrote|read|has been|have been|\w{3,}ed)\b"
)
_TO_COME = lazy(
    r"\b(?:meeting|review|appointment|visit|panel|trip|assembly|interview|conference|hearing|test|deadline)\b"
)


_MODAL = lazy(
    r"\b(?:can|could|might|must|should|needs? to|has to|have to|let (?:me|us) know|(?:is|are) (?:on|at|out|in|off|back|coming|starting|going)|comes|"
    r"by (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|to (?:go|send|see|write|ring|call|phone|telephone|e-?mail|meet|visit|chase|check|arrange|book|report|return|start|begin|contact|complete|provide|share|speak|"
    r"discuss|follow|come|attend|review|make|get|bring|be (?!\w+ (?:was|were)))|opens|starts|arrives?|meets?|free|available|tomorrow)\b"
)
_ORDERS = lazy(r"\W*(?:\d+[.)]\s*)?(?:review|repeat|re-?assess|re-?refer|discharge|continue|book)\b")
"""How a recommendation begins: “Review in the autumn term”."""
_CLAUSE = lazy(r"[;:]|, | but | and | so | because | - |\. ")


_NEARBY = 200
"""Letters around a date that can belong to its clause: without full stops a whole table is one sentence."""


def speaks_of_future(sentence: str, at: int = -1) -> bool:
    """True when the simplified words speak of what is to come; with `at`, those of the clause around that offset come first."""
    if at >= 0:
        begin = max(0, at - _NEARBY)
        sentence, at = sentence[begin : at + _NEARBY], at - begin
        starts = [m.end() for m in _CLAUSE.finditer(sentence, 0, at)]
        after = _CLAUSE.search(sentence, at)
        clause = sentence[starts[-1] if starts else 0 : after.start() if after else len(sentence)]
        past, coming = bool(_PAST.search(clause)), bool(_FUTURE.search(clause))
        if past is not coming or (not past and (_MODAL.search(clause) or _ORDERS.match(clause))):
            return coming or not past
    return _speaks_of_future(sentence)


@lru_cache(maxsize=64)
def _speaks_of_future(sentence: str) -> bool:
    return bool(_FUTURE.search(sentence)) and " since " not in sentence


def names_appointment(sentence: str) -> bool:
    """True for a short line that names a meeting or the like and nothing that has been."""
    return bool(_TO_COME.search(sentence)) and not _PAST.search(sentence) and len(sentence.split()) < 14


_BY_LETTER: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}


def _by_letter(letter: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kinds with those of their words that begin with a letter, as one pattern each; made when first asked for."""
    if letter not in _BY_LETTER:
        rows = []
        for kind, words in _KINDS:
            fitting = [word for word in w.branches(words) if word.startswith(letter)]
            if fitting:
                rows.append((kind, lazy("|".join(fitting))))
        _BY_LETTER[letter] = tuple(rows)
    return _BY_LETTER[letter]


def kind_of(sentence: str, at: int) -> str:
    """An id of `domain.events.EVENT_KINDS`: the word that stands nearest to offset `at` of the simplified sentence wins."""
    best, chosen = 0.0, "other"
    for start, end, kind in _telling_words(sentence):
        distance = start - at if start >= at else at - end
        score = _WEIGHT.get(kind, 1.0) / (1 + (distance if distance > 0 else 0) / 45)
        if score > best:
            best, chosen = score, kind
    return chosen


@lru_cache(maxsize=64)
def _telling_words(sentence: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, kind) of the words that tell a kind, in order; kept for the next date of the same sentence."""
    found = []
    for start in map(re.Match.start, _TELLING.finditer(sentence)):
        for kind, pattern in _by_letter(sentence[start]):
            match = pattern.match(sentence, start)
            if match:
                found.append((start, match.end(), kind))
    return tuple(found)


_TELLING = lazy(rf"(?<![a-z])(?={w.by_letter(word for _, words in _KINDS for word in w.branches(words))})")
