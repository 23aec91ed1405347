"""HTML to blocks. Nothing is ever loaded from elsewhere: scripts, styles and remote pictures are left out."""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote_to_bytes

from app.ingest.blocks import Block, Cell, Grid, Head, Para, Picture, Run
from app.ingest.encodings import decode

_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "canvas", "audio", "video"}
)
_BREAKING = frozenset(
    {"p", "div", "section", "article", "header", "footer", "main", "nav", "aside", "address", "figure", "figcaption"}
    | {"form", "fieldset", "legend", "dl", "dt", "dd", "ul", "ol", "center", "hr", "details", "summary", "caption"}
    | {"body", "html"}
)
_BOLD = frozenset({"b", "strong", "th", "dt"})
_ITALIC = frozenset({"i", "em", "cite", "var"})
_STRUCK = frozenset({"s", "strike", "del"})
_HEADINGS = {f"h{level}": min(level, 4) for level in range(1, 7)}
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_DEEPEST = 120


@dataclass(slots=True)
class Page:
    """What an HTML page says. `concealed` is text that its own style hides."""

    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    concealed: list[str] = field(default_factory=list)


def html_page(source: bytes | str, pictures: Mapping[str, bytes] | None = None) -> Page:
    """Blocks of an HTML page. `pictures` maps Content-IDs and Content-Locations to bytes of the same message."""
    from lxml import html

    text = _text_of(source) if isinstance(source, bytes) else source
    page = Page()
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\x00", "")
    if not text.strip():
        return page
    root = html.document_fromstring(
        text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    )
    found = root.find(".//title")
    page.title = " ".join((found.text_content() if found is not None else "").split())
    walker = _Walker(page, pictures or {})
    body = root.find("body")
    walker.element(body if body is not None else root, _State(), 0)
    walker.flush()
    if not page.blocks and not page.concealed:
        bare = _SPACE.sub(" ", re.sub(r"<[^<>]*>", " ", text)).strip()  # nested deeper than the parser goes
        page.blocks += [Para(((bare, ""),))] if bare and len(bare) > len(page.title) else []
    return page


def _text_of(source: bytes) -> str:
    declared = _CHARSET.search(source[:4096])
    if declared and not source.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = declared.group(1).decode("ascii").lower()
        try:
            return source.decode("cp1252" if name in ("iso-8859-1", "latin1", "us-ascii") else name)
        except (LookupError, UnicodeDecodeError):
            pass  # the declaration is wrong: judge by the bytes
    return decode(source) or source.decode("cp1252", errors="replace")


@dataclass(frozen=True, slots=True)
class _State:
    style: str = ""
    indent: int = 0
    kind: str = ""
    ordered: bool = False
    keep_space: bool = False


class _Walker:
    def __init__(self, page: Page, pictures: Mapping[str, bytes]) -> None:
        self.page = page
        self.pictures = pictures
        self.out: list[Block] = page.blocks
        self.runs: list[Run] = []
        self.label = ""
        self.numbers: list[int] = []
        self.state = _State()

    def flush(self) -> None:
        """End the paragraph in work."""
        runs = _trimmed(self.runs)
        if runs or self.label:
            self.out.append(Para(tuple(runs), self.state.indent, self.label, self.state.kind))
        self.runs, self.label = [], ""

    def text(self, text: str | None, state: _State) -> None:
        if not text:
            return
        if not state.keep_space:
            text = _SPACE.sub(" ", text)
            if text.startswith(" ") and (not self.runs or self.runs[-1][0].endswith((" ", "\n"))):
                text = text[1:]
        if text:
            self.state = state
            self.runs.append((text, state.style))

    def element(self, node: Any, state: _State, depth: int) -> None:
        tag = node.tag if isinstance(node.tag, str) else ""
        if not tag or tag in _SKIPPED:
            return
        if "hidden" in node.attrib or _HIDDEN_STYLE.search(node.get("style") or ""):
            self._conceal(node)
            return
        if depth > _DEEPEST:
            self.text(node.text_content(), state)
            return
        handler = getattr(self, f"_do_{tag}", None)
        if handler is not None:
            handler(node, state, depth)
        elif tag in _HEADINGS:
            self._heading(node, _HEADINGS[tag])
        elif tag in _BREAKING:
            self.flush()
            self.children(node, self._list_state(node, tag, state), depth)
            self.flush()
        else:
            self.children(node, _styled(state, tag), depth)

    def children(self, node: Any, state: _State, depth: int) -> None:
        self.text(node.text, state)
        for child in node:
            self.element(child, state, depth + 1)
            self.text(child.tail, state)

    def _list_state(self, node: Any, tag: str, state: _State) -> _State:
        state = _styled(state, tag)
        if tag in ("ul", "ol"):
            self.numbers.append(_number(node.get("start"), 1) - 1)
            return _State(state.style, state.indent + 1, state.kind, tag == "ol")
        return _State(state.style, state.indent + 1, state.kind) if tag == "dd" else state

    def _heading(self, node: Any, level: int) -> None:
        self.flush()
        text = " ".join(node.text_content().split())
        if text:
            self.out.append(Head(text, level))

    def _do_li(self, node: Any, state: _State, depth: int) -> None:
        self.flush()
        self.label = "•"
        if state.ordered and self.numbers:
            self.numbers[-1] += 1
            self.label = f"{self.numbers[-1]}."
        self.state = state
        self.children(node, state, depth)
        self.flush()

    def _do_br(self, node: Any, state: _State, depth: int) -> None:
        self.runs.append(("\n", state.style))

    def _do_pre(self, node: Any, state: _State, depth: int) -> None:
        self.flush()
        self.children(node, _State(state.style, state.indent, "mono", keep_space=True), depth)
        self.flush()

    def _do_blockquote(self, node: Any, state: _State, depth: int) -> None:
        self.flush()
        self.children(node, _State(state.style, state.indent, "quote"), depth)
        self.flush()

    def _do_input(self, node: Any, state: _State, depth: int) -> None:
        kind = (node.get("type") or "text").lower()
        if kind in ("checkbox", "radio"):
            self.text("☒ " if "checked" in node.attrib else "☐ ", state)
        elif kind not in ("hidden", "password", "button", "submit", "reset", "image"):
            self.text(f" {node.get('value') or ''} ", state)

    def _do_select(self, node: Any, state: _State, depth: int) -> None:
        chosen = [o for o in node.iter("option") if "selected" in o.attrib] or list(node.iter("option"))[:1]
        self.text(" " + ", ".join(" ".join(o.text_content().split()) for o in chosen) + " ", state)

    def _do_img(self, node: Any, state: _State, depth: int) -> None:
        data = self._picture(node.get("src") or "")
        if data:
            self.flush()
            self.out.append(Picture(data, float(_number(node.get("width"), 440)) * 0.75))
        elif alt := (node.get("alt") or "").strip():
            self.text(f" [picture: {alt}] ", state)

    def _picture(self, source: str) -> bytes:
        if source[:4].lower() == "cid:":
            return self.pictures.get(source[4:].strip("<>"), b"")
        if source[:11].lower() == "data:image/":
            return _data_uri(source)
        return self.pictures.get(source, b"")

    def _do_table(self, node: Any, state: _State, depth: int) -> None:
        self.flush()
        rows = [row for row in node.iter("tr") if _owner(row) is node]
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
        width = max((len(row) for row in cells), default=0)
        if width < 2 or len(cells) < 2 or node.find(".//table") is not None:
            for cell in (cell for row in cells for cell in row):
                self.children(cell, _styled(state, cell.tag), depth + 2)
                self.flush()
            return
        header = 1 if all(cell.tag == "th" for cell in cells[0]) else 0
        made = tuple(tuple(part for cell in row for part in self._cell(cell, depth)) for row in cells)
        self.out.append(Grid(made, header=header))

    def _cell(self, node: Any, depth: int) -> list[Cell]:
        outer, self.out = self.out, []
        self.children(node, _State(), depth + 2)
        self.flush()
        inner: Cell = tuple(self.out)
        self.out = outer
        return [inner] + [()] * (min(20, _number(node.get("colspan"), 1)) - 1)

    def _conceal(self, node: Any) -> None:
        text = " ".join(node.text_content().split()).strip("\u200c\u00a0\u034f\u00ad ")
        if text:
            self.page.concealed.append(text)


def _owner(row: Any) -> Any:
    return next(row.iterancestors("table"), None)


def _styled(state: _State, tag: str) -> _State:
    extra = "b" if tag in _BOLD else "i" if tag in _ITALIC else "s" if tag in _STRUCK else "u" if tag == "u" else ""
    if not extra or extra in state.style:
        return state
    return _State(state.style + extra, state.indent, state.kind, state.ordered, state.keep_space)


def _trimmed(runs: list[Run]) -> list[Run]:
    """Without empty ends; neighbours of one style joined."""
    joined: list[Run] = []
    for text, style in runs:
        if joined and joined[-1][1] == style:
            joined[-1] = (joined[-1][0] + text, style)
        else:
            joined.append((text, style))
    while joined and not joined[0][0].strip():
        joined.pop(0)
    while joined and not joined[-1][0].strip():
        joined.pop()
    if joined:
        joined[0] = (joined[0][0].lstrip(" \n"), joined[0][1])
        joined[-1] = (joined[-1][0].rstrip(), joined[-1][1])
    return joined


def _number(text: str | None, otherwise: int) -> int:
    digits = re.match(r"\s*(\d{1,5})", text or "")
    return int(digits.group(1)) if digits else otherwise


def _data_uri(source: str) -> bytes:
    head, _, body = source.partition(",")
    try:
        return base64.b64decode(body, validate=False) if head.endswith(";base64") else unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return b""
