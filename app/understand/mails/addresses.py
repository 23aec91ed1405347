"""Lists of people in header lines, and names of attachments."""

import re

from app.understand.lazy import lazy

_AFTER_ADDRESS = lazy(
    r"(?<=[>\])])\s*,\s*|(?<=\.[a-z]{2})\s*,\s*(?=\S+@|[A-Z])|(?<=\.[a-z]{3})\s*,\s*(?=\S+@|[A-Z])|,\s*(?=[\w.+'-]+@)"
)
_FILE = lazy(r"\s*(?P<name>[^;<>|\n]*?\.(?:pdf|docx?|xlsx?|csv|pptx?|rtf|odt|txt|html?|eml|msg|ics|jpe?g|png|gif|tiff?|heic|zip|7z|pages|mp3|mp4|m4a|wav|mov|vcf))\b", re.IGNORECASE)  # fmt: skip
_SIZE = lazy(r"\s*\(?\b\d+(?:[.,]\d+)?\s*(?:bytes|[KMG]i?B?)\b\)?|\s*\[attachment\]", re.IGNORECASE)
_COUNT = lazy(r"^\s*\d+\s+attachments?\s*(?:\([^)]*\))?\s*:?\s*", re.IGNORECASE)


def people_in(line: str) -> tuple[str, ...]:
    """The people of a To line, as written. Semicolons part them; commas only where that cannot be "Hartley, Jane"."""
    line = re.sub(r"\[mailto:[^\]]*\]", "", " ".join(line.split()))
    if ";" in line:
        parts = line.split(";")
    elif "@" in line:
        parts = _AFTER_ADDRESS.split(line)
    elif line.count(",") == 1 and all(len(side.split()) <= 2 for side in line.split(",")):
        parts = [line]
    else:
        parts = line.split(",")
    return tuple(tidy for part in parts if (tidy := part.strip(" ,;'\"")))


def files_in(line: str) -> tuple[str, ...]:
    """Names of files in an Attachments line, without their sizes."""
    line = _SIZE.sub(" ;", _COUNT.sub("", line))
    found = []
    for part in line.split(";"):
        names = [match["name"].strip(" ,-•\t") for match in _FILE.finditer(part)]
        found += [name for name in names if name]
    return tuple(dict.fromkeys(found))
