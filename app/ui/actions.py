"""The keys of the whole window, in one list: they are made from it and Help shows it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KeyInfo:
    """`id` names the handler, empty for keys that a screen handles itself; `keys` as Qt writes them."""

    id: str
    keys: tuple[str, ...]
    words: str
    group: str


KEYS: tuple[KeyInfo, ...] = (
    KeyInfo("search", ("Ctrl+K",), "Search everything", "Everywhere"),
    KeyInfo("bring-in", ("Ctrl+O",), "Bring in files", "Everywhere"),
    KeyInfo("undo", ("Ctrl+Z",), "Take back the last change", "Everywhere"),
    KeyInfo("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "Do it again", "Everywhere"),
    KeyInfo("back", ("Alt+Left",), "Go back", "Everywhere"),
    KeyInfo("lock", ("Ctrl+L",), "Lock the case", "Everywhere"),
    KeyInfo("hide", ("Ctrl+Shift+H",), "Quick hide: lock at once and show a blank window", "Everywhere"),
    KeyInfo("help", ("F1", "?"), "Help and keys", "Everywhere"),
    KeyInfo("larger", ("Ctrl++", "Ctrl+="), "Larger text", "Everywhere"),
    KeyInfo("smaller", ("Ctrl+-",), "Smaller text", "Everywhere"),
    KeyInfo("", ("Alt+1", "Alt+7"), "Home, Timeline and the other screens, in their order", "Everywhere"),
    KeyInfo("", ("N",), "Add what I remember", "Timeline"),
    KeyInfo("", ("C",), "Confirm a suggested date", "Timeline"),
    KeyInfo("", ("D",), "Change a date", "Timeline"),
    KeyInfo("", ("X",), "Dismiss a suggested date", "Timeline"),
    KeyInfo("", ("Left", "Right"), "On the strip: a month back or on; with Shift a year", "Timeline"),
    KeyInfo("", ("+", "-"), "On the strip: closer or further away", "Timeline"),
    KeyInfo("", ("Home", "End"), "On the strip: the first or the last entries", "Timeline"),
    KeyInfo("", ("Space",), "Mark as read or not read", "Documents and reader"),
    KeyInfo("", ("1", "7"), "Mark the chosen words", "Documents and reader"),
    KeyInfo("", ("P",), "Send the chosen words to the proof of an issue", "Documents and reader"),
    KeyInfo("", ("Ctrl+F",), "Find on these pages", "Documents and reader"),
    KeyInfo("", ("E",), "Correct the chosen words of a scan", "Documents and reader"),
    KeyInfo("", ("U",), "Underline words of a scan we are not sure of, or not", "Documents and reader"),
    KeyInfo("", ("Ctrl+Shift+R",), "Read this page again", "Documents and reader"),
    KeyInfo("", ("C",), "A document begins on this page", "Split a file"),
    KeyInfo("", ("J",), "Join with the document before", "Split a file"),
    KeyInfo("", ("M", "Alt+Right"), "Move a beginning", "Split a file"),
    KeyInfo("", ("Ctrl+Right", "Ctrl+Left"), "The next document, or the one before", "Split a file"),
    KeyInfo("", ("W",), "Do the first thing that is offered", "Requests"),
    KeyInfo("", ("L",), "Write down what happened", "Requests"),
    KeyInfo("", ("A",), "Ask for a file", "Requests"),
    KeyInfo("", ("Ctrl+Tab", "Ctrl+Shift+Tab"), "The next tab, the one before", "Requests"),
    KeyInfo("", ("Enter",), "Press a button, open what is chosen", "Lists"),
    KeyInfo("", ("Esc",), "Close, or go back to the list", "Lists"),
)

GLOBAL = tuple(key for key in KEYS if key.id)
