"""Web pages saved whole (MHTML): one file with the page and its pictures."""

import re

from app.domain.extracted import ExtractedDocument, Hidden
from app.ingest import problems
from app.ingest.compose import document_of
from app.ingest.markup import html_page
from app.ingest.mime import html_parts
from app.ingest.reader import LIKELY, Match, ReaderInfo, ReadOptions

INFO = ReaderInfo(formats={"mhtml": "a saved web page"}, endings={"mht": "mhtml", "mhtml": "mhtml"})
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_MAIL_ONLY = re.compile(rb"^(?:To|Received|Message-ID|Delivered-To|Return-Path):", re.IGNORECASE | re.MULTILINE)


def recognise(data: bytes, name: str) -> Match | None:
    """MIME of related parts without any header that only a sent message has."""
    head = re.split(rb"\r?\n\r?\n", data[:8192], maxsplit=1)[0]
    if not _RELATED.search(head) or _MAIL_ONLY.search(head):
        return None
    return Match("mhtml", LIKELY + 5)


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """The page with the pictures that are inside the file. Raises FileProblem damaged."""
    html, pictures, title = html_parts(data)
    if not html:
        raise problems.damaged(INFO.formats["mhtml"])
    page = html_page(html, pictures)
    hidden = [Hidden("hidden-text", text) for text in page.concealed]
    return document_of("mhtml", page.blocks, options, title=page.title or title, hidden=hidden)
