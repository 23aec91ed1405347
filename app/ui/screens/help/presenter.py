"""The help texts: loaded from resources, searched by the beginning of words. No widgets."""

import tomllib
from dataclasses import dataclass

from app.system.paths import resource


@dataclass(frozen=True)
class Term:
    """An abbreviation and what it stands for. `note` adds where it is used or that it can mean something else."""

    short: str
    long: str
    note: str = ""


def glossary() -> tuple[Term, ...]:
    """All terms, in the order of the alphabet."""
    data = tomllib.loads(resource("help", "glossary.toml").read_text(encoding="utf-8"))
    terms = (Term(t["short"], t["long"], t.get("note", "")) for t in data["term"])
    return tuple(sorted(terms, key=lambda t: t.short.lower()))


def matching(terms: tuple[Term, ...], words: str) -> tuple[Term, ...]:
    """Terms whose abbreviation or any word begins with what was typed."""
    typed = words.strip().lower()
    if not typed:
        return terms
    return tuple(
        t
        for t in terms
        if t.short.lower().startswith(typed) or any(w.startswith(typed) for w in t.long.lower().split())
    )


_NETWORK_LISTS = (
    "Windows: Task Manager, Performance, Open Resource Monitor, Network. Mac: Activity Monitor, Network. "
    "Linux: the command “ss -tp”. Fairfile is not in the list."
)
_SOURCE = (
    "Fairfile is free software. A test of ours fails when any part of it tries to open a connection to the internet, "
    "and the program refuses it while it runs."
)
OFFLINE = (
    ("Pull the plug.", "Turn off the wireless network or take out the cable. Everything in Fairfile works as before."),
    ("Look at the network list of your computer.", _NETWORK_LISTS),
    ("Read the source.", _SOURCE),
)
SAFE = (
    (
        "Your case is one folder.",
        "Its name ends in .fairfile. Everything in it is encrypted: papers, words, notes and the search.",
    ),
    (
        "Your passphrase is known to nobody.",
        "We cannot find it out. The recovery code on your printed sheet is the only other way in.",
    ),
    ("Originals never change.", "Each is kept exactly as it came, with a fingerprint that shows it."),
    ("Lock and hide.", "Ctrl+L locks. Ctrl+Shift+H shows a blank window at once; Escape brings the lock."),
)
NOT_ADVICE = (
    "Fairfile helps you organise and write. It is not legal advice. Your local SENDIASS (Special Educational Needs and "
    "Disabilities Information, Advice and Support Service), IPSEA, the Coram Child Law Advice Service or a solicitor can advise you."
)
