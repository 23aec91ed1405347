"""Subjects and senders of e-mails in a form that can be compared."""

import re
from functools import lru_cache

_PREFIX = re.compile(
    r"^\s*(?:(?:re|fw|fwd|aw|wg|sv|vs|tr|rv|antw|odp|res|enc|i|r)\s*(?:[\[(]\d+[\])])?\s*:|"
    r"(?:automatic reply|auto(?:matic)? response|out of office|undeliverable|undelivered|delivered|read|recall|accepted|declined|tentative|"
    r"cancell?ed|updated)\s*:|\[(?:external|ext|spam\??|secure|encrypted|official[^\]]*|caution[^\]]*|sec=[^\]]*|suspected[^\]]*)\]|"
    r"(?:\*|\{)\s*(?:external|ext|secure|encrypted)\s*(?:\*|\})|(?:external|encrypted|secure)\s*:)\s*",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"^\s*(?:(?:\[[^\]]{1,40}\]|\*\w+\*)\s*)*"
    r"(?:re|fw|fwd|aw|wg|sv|vs|tr|rv|antw|odp|res|automatic reply|accepted|declined|tentative|undeliverable)\s*(?:[\[(]\d+[\])])?\s*:",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:\((?:fwd|secure|encrypted|external)\)|\[(?:secure|encrypted|external|official[^\]]*)\])\s*$", re.IGNORECASE
)
_NOT_WORD = re.compile(r"[^\w]+")
_ADDRESS = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
_BRACKETS = re.compile(r"<[^>]*>|\([^)]*\)|\[[^\]]*\]")
_TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "cllr", "rev", "sir", "dame", "via", "the")
)
_LETTER = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=8192)
def base_subject(subject: str) -> str:
    """A subject without Re, Fwd, AW, [EXTERNAL] and marks, in lower case; "" when nothing is left."""
    left = subject
    while (match := _PREFIX.match(left)) and match.end():
        left = left[match.end() :]
    left = _TAIL.sub("", left)
    words = _NOT_WORD.sub(" ", left.lower()).strip()
    return "" if words in ("no subject", "none", "kein betreff") else words


def is_answer(subject: str) -> bool:
    """Whether a subject says that the message answers or forwards another."""
    return bool(_ANSWER.match(subject))


@lru_cache(maxsize=8192)
def person_keys(written: str) -> frozenset[str]:
    """What a person in a header can be known by: the address, and surname with initial ("hartley j")."""
    keys = {f"a:{address.lower()}" for address in _ADDRESS.findall(written)}
    name = _BRACKETS.sub(" ", _ADDRESS.sub(" ", written)).strip(" \"'")
    short = short_name(name)
    if not short and keys:
        short = _short_of_address(min(keys)[2:])
    return frozenset(keys | ({f"s:{short}"} if short else set()))


def short_name(name: str) -> str:
    """ "hartley j" of "Jane Hartley", "Hartley, Jane", "Mrs J. Hartley"; "" when there is no initial to go by."""
    last, comma, first = name.partition(",")
    words = [w.lower() for w in _LETTER.findall(f"{first} {last}" if comma else name)]
    words = [w for w in words if w not in _TITLES]
    if comma and words and _LETTER.findall(last):
        own = [w.lower() for w in _LETTER.findall(last)]
        given = [w.lower() for w in _LETTER.findall(first) if w.lower() not in _TITLES]
        return f"{own[-1]} {given[0][0]}" if given else ""
    if len(words) < 2 or len(words[-1]) < 2:
        return f"{words[0]} {words[-1][0]}" if len(words) == 2 and len(words[0]) > 1 else ""
    return f"{words[-1]} {words[0][0]}"


def _short_of_address(address: str) -> str:
    """ "hartley j" of j.hartley@ and jane.hartley@; "" where the parts cannot be told."""
    parts = [p for p in re.split(r"[._-]", address.partition("@")[0]) if p.isalpha()]
    return f"{parts[-1]} {parts[0][0]}" if len(parts) == 2 and len(parts[1]) > 1 else ""
