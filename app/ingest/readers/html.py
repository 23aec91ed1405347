"""Web pages saved as HTML, and MHTML with its pictures inside."""

import re

from app.domain.extracted import ExtractedDocument, Hidden
from app.ingest import problems
from app.ingest.compose import document_of
from app.ingest.encodings import decode
from app.ingest.markup import html_page
from app.ingest.reader import LIKELY, POSSIBLE, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(
    formats={"html": "a web page"}, endings={"html": "html", "htm": "html", "xhtml": "html", "shtml": "html"}
)
_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE | re.DOTALL
)
_FEWEST_TAGS = 3
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32), 127])
_TAG = re.compile(r"<(?:p|div|table|br|h[1-6]|span|font|ul|ol|li|b|a)\b[^>]*>", re.IGNORECASE)


def recognise(data: bytes, name: str) -> Match | None:
    """A doctype or `<html>` at the start; else several usual tags."""
    text = decode(data[:8192]) or ""
    if _START.match(text.lstrip("\ufeff")):
        return Match("html", LIKELY)
    if text.lstrip("\ufeff \r\n\t").startswith("<") and len(_TAG.findall(text)) >= 3:
        return Match("html", POSSIBLE + 5)
    return None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Text, tables and embedded pictures; scripts and anything remote are left out."""
    page = html_page(data if decode(data) is not None else _cleaned(data))
    hidden = [Hidden("hidden-text", text) for text in page.concealed]
    return document_of("html", page.blocks, options, title=page.title, hidden=hidden)


def _cleaned(data: bytes) -> str:
    """A page with control characters among its text, without them. Raises FileProblem damaged when it has no tags either."""
    text = data.translate(None, _CONTROLS).decode("cp1252", errors="replace")
    if len(_TAG.findall(text)) < _FEWEST_TAGS:
        raise problems.damaged("a web page")
    return text
