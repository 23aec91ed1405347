"""RTF to blocks: text with its encodings, tables, notes and pictures; comments, hidden and deleted text beside it."""

import re
from dataclasses import dataclass, field, replace

from app.domain.extracted import Hidden
from app.ingest.blocks import Block, Cell, Grid, NewPage, Para, Picture, Run, para

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z\r\n])|\\(?=[\r\n])|([{}])|([^\\{}\r\n]+)|[\r\n]+"
)
_CODE_PAGES = {0: "cp1252", 2: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
               162: "cp1254", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"}  # fmt: skip
_SPECIAL = {"par": "\n", "sect": "\n", "line": "\v", "tab": "    ", "emdash": "—", "endash": "–", "bullet": "•",
            "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " "}  # fmt: skip
_SKIPPED = frozenset(
    {
        "colortbl",
        "stylesheet",
        "listtable",
        "listoverridetable",
        "generator",
        "rsidtbl",
        "themedata",
        "colorschememapping",
        "datastore",
    }
    | {"latentstyles", "xmlnstbl", "revtbl", "filetbl", "fldinst", "pntext", "nonshppict", "objdata", "mmathPr"}
    | {"wgrffmtfilter", "bkmkstart", "bkmkend", "pgdsctbl", "background", "shpinst", "fchars", "lchars", "template"}
    | {"passwordhash", "htmltag", "mhtmltag", "ftnsep", "ftnsepc", "aftnsep", "atnid", "atnref", "atnicn"}
    | {"atrfstart", "atrfend", "blipuid", "picprop", "userprops", "docvar", "xe", "tc"}
)
_KEPT_STARRED = frozenset(
    ["annotation", "atnauthor", "atndate", "shppict", "shptxt", "footnote", "pnseclvl", "nesttableprops"]
)
_INFO = frozenset({"title", "author", "operator", "subject", "company", "keywords"})
_BYTES_PER_BLOCK = 64 * 2**20


@dataclass(frozen=True, slots=True)
class _State:
    target: str = "body"
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    concealed: bool = False
    deleted: bool = False
    font: int = 0
    skip_after_unicode: int = 1
    in_table: bool = False

    @property
    def style(self) -> str:
        flags = (("b", self.bold), ("i", self.italic), ("u", self.underlined), ("s", self.struck))
        return "".join(letter for letter, on in flags if on)


@dataclass(slots=True)
class RtfText:
    """What an RTF says. `info` has author, subject and others; `created` is ISO 8601."""

    blocks: list[Block] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    info: dict[str, str] = field(default_factory=dict)


def rtf_text(data: bytes) -> RtfText:
    """Parse leniently; whatever is cut off ends where it ends."""
    parser = _Parser()
    for match in _TOKEN.finditer(data):
        parser.token(match)
    return parser.finish()


class _Parser:
    def __init__(self) -> None:
        self.out = RtfText()
        self.state = _State()
        self.stack: list[_State] = []
        self.code_page = "cp1252"
        self.fonts: dict[int, str] = {}
        self.pending = bytearray()
        self.high = 0
        self.skip = 0
        self.starred = False
        self.runs: list[Run] = []
        self.cells: list[Cell] = []
        self.cell: list[Block] = []
        self.rows: list[tuple[Cell, ...]] = []
        self.notes: list[Run] = []
        self.side: dict[str, str] = {}
        self.picture: list[str] = []
        self.picture_width = 300.0
        self.after: list[Block] = []
        self.moment: dict[str, int] = {}

    def token(self, match: re.Match[bytes]) -> None:
        """One control word, symbol, brace or piece of text."""
        word, number, code, symbol, brace, text = match.groups()
        if text is not None:
            self._bytes(text)
        elif code is not None:
            self._bytes(bytes([int(code, 16)]))
        elif brace == b"{":
            self._settle()
            self.stack.append(self.state)
        elif brace == b"}":
            self._end_group()
        elif word is not None:
            self._settle()
            self._word(word.decode("ascii"), None if number is None else int(number))
        elif symbol is not None:
            self._symbol(symbol.decode("latin-1"))
        elif match.group(0).startswith(b"\\"):
            self._text("\n")

    def finish(self) -> RtfText:
        """Close everything that is open and give the result."""
        self._settle()
        self._paragraph()
        self._end_row()
        self._end_table()
        self.out.blocks += self.after
        return self.out

    def _bytes(self, data: bytes) -> None:
        if self.skip:
            dropped = min(self.skip, len(data))
            self.skip -= dropped
            data = data[dropped:]
        self.pending += data
        if self.state.target == "pict" or len(self.pending) > _BYTES_PER_BLOCK:
            self._settle()

    def _settle(self) -> None:
        """Decode the bytes in waiting: letters of one code page may take two."""
        if self.pending:
            page = self.fonts.get(self.state.font, self.code_page)
            data, self.pending = bytes(self.pending), bytearray()
            try:
                text = data.decode(page, errors="replace")
            except LookupError:
                text = data.decode("cp1252", errors="replace")
            self._text(text)

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._settle()
            self.starred = True
            return
        self._bytes(b"") if not self.skip else None
        if self.skip:
            self.skip -= 1
            return
        self._settle()
        self._text({"~": "\u00a0", "_": "‑", "-": ""}.get(symbol, symbol if symbol in "\\{}" else ""))

    def _text(self, text: str) -> None:
        target = self.state.target
        if target == "skip" or not text:
            return
        if target == "pict":
            self.picture.append(text)
        elif target == "footnote":
            self.notes.append((text.replace("\v", "\n"), self.state.style))
        elif target != "body":
            self.side[target] = self.side.get(target, "") + text
        elif self.state.concealed or self.state.deleted:
            kind = "deletion" if self.state.deleted else "hidden-text"
            self.side[kind] = self.side.get(kind, "") + text
        else:
            self._body(text)

    def _body(self, text: str) -> None:
        parts = text.split("\n")
        for index, part in enumerate(parts):
            if index:
                self._paragraph()
            if part:
                self.runs.append((part.replace("\v", "\n"), self.state.style))

    def _word(self, word: str, number: int | None) -> None:
        starred, self.starred = self.starred, False
        on = number != 0
        if word in _SPECIAL:
            self._text(_SPECIAL[word])
        elif word == "u" and number is not None:
            self._unicode(number & 0xFFFF)
        elif word in ("b", "i", "v", "deleted", "strike", "ul", "ulnone", "plain", "f", "uc", "intbl", "pard"):
            self._format(word, number, on)
        elif word in ("cell", "nestcell", "row", "nestrow", "page", "pagebb"):
            self._structure(word)
        elif word in ("ansicpg", "mac", "pc", "pca", "fcharset"):
            self._encoding(word, number)
        else:
            self._destination(word, number, starred)

    def _format(self, word: str, number: int | None, on: bool) -> None:
        changes: dict[str, dict[str, object]] = {
            "b": {"bold": on}, "i": {"italic": on}, "v": {"concealed": on}, "deleted": {"deleted": on},
            "strike": {"struck": on}, "ul": {"underlined": on}, "ulnone": {"underlined": False},
            "f": {"font": number or 0}, "uc": {"skip_after_unicode": 1 if number is None else min(number, 8)},
            "intbl": {"in_table": True}, "pard": {"in_table": False},
            "plain": {"bold": False, "italic": False, "underlined": False, "struck": False, "concealed": False},
        }  # fmt: skip
        self.state = replace(self.state, **changes[word])  # type: ignore[arg-type]

    def _structure(self, word: str) -> None:
        if self.state.target != "body":
            return
        if word in ("cell", "nestcell"):
            self.state = replace(self.state, in_table=True)
            self._paragraph()
            self.cells.append(tuple(self.cell))
            self.cell = []
        elif word in ("row", "nestrow"):
            self._end_row()
        elif word == "page":
            self._paragraph()
            self._end_table()
            self.out.blocks.append(NewPage())

    def _encoding(self, word: str, number: int | None) -> None:
        if word == "fcharset":
            page = _CODE_PAGES.get(number or 0)
            if page and self.state.target == "fonttbl":
                self.fonts[self.state.font] = page if number else self.code_page
        else:
            named = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}.get(word, f"cp{number}")
            self.code_page = "utf-8" if number == 65001 else named

    def _destination(self, word: str, number: int | None, starred: bool) -> None:
        if word in _SKIPPED or (starred and word not in _KEPT_STARRED):
            self.state = replace(self.state, target="skip")
        elif self.state.target == "skip":
            return
        elif word in ("fonttbl", "pict", "footnote", "annotation", "atnauthor", "atndate", "header", "footer", "info",
                      "headerl", "headerr", "headerf", "footerl", "footerr", "footerf", "creatim", "revtim"):  # fmt: skip
            self.state = replace(self.state, target=word)
        elif word in _INFO and self.state.target == "info":
            self.state = replace(self.state, target=f"info:{word}")
        elif word in ("yr", "mo", "dy", "hr", "min") and self.state.target in ("creatim", "revtim"):
            self.moment[f"{self.state.target}:{word}"] = number or 0
        elif word == "picwgoal" and number:
            self.picture_width = max(20.0, min(1000.0, number / 20))
        elif word == "bin" and number:
            self.skip = number

    def _unicode(self, code: int) -> None:
        if 0xD800 <= code < 0xDC00:
            self.high = code
        elif 0xDC00 <= code < 0xE000:
            if self.high:
                self._text(chr(0x10000 + ((self.high - 0xD800) << 10) + (code - 0xDC00)))
            self.high = 0
        else:
            self._text({0xF0B7: "•"}.get(code, chr(code)))
        self.skip = self.state.skip_after_unicode

    def _end_group(self) -> None:
        self._settle()
        self.skip = 0
        ended = self.state
        self.state = self.stack.pop() if self.stack else _State()
        if ended.target != self.state.target:
            self._end_target(ended.target)
        elif (ended.concealed, ended.deleted) != (self.state.concealed, self.state.deleted):
            self._end_concealed()

    def _end_target(self, target: str) -> None:
        text = " ".join(self.side.pop(target, "").split())
        if target == "pict":
            self._end_picture()
        elif target == "footnote":
            self.after.append(Para(tuple(self.notes), kind="small"))
            self.notes = []
        elif target == "annotation" and text:
            self.out.hidden.append(Hidden("comment", text, self.side.pop("who", "")))
        elif target == "atnauthor":
            self.side["who"] = text
        elif target.startswith("info:") and text:
            self.out.info[target[5:]] = text
        elif target in ("creatim", "revtim"):
            self._end_moment(target)
        elif target.startswith("header") and text:
            self.out.blocks.append(para(text, "small"))
        elif target.startswith("footer") and text:
            self.after.append(para(text, "small"))

    def _end_moment(self, target: str) -> None:
        year, month, day, hour, minute = (
            self.moment.get(f"{target}:{part}", 0) for part in ("yr", "mo", "dy", "hr", "min")
        )
        if year > 1900 and 1 <= month <= 12 and 1 <= day <= 31:
            key = "created" if target == "creatim" else "modified"
            self.out.info[key] = f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}"

    def _end_concealed(self) -> None:
        for kind in ("hidden-text", "deletion"):
            text = " ".join(self.side.pop(kind, "").split())
            if text:
                self.out.hidden.append(Hidden(kind, text))

    def _end_picture(self) -> None:
        digits = re.sub(r"[^0-9a-fA-F]", "", "".join(self.picture))
        self.picture = []
        data = bytes.fromhex(digits[: len(digits) // 2 * 2])
        if data.startswith((b"\xff\xd8\xff", b"\x89PNG")) and self.state.target == "body":
            self._paragraph()
            self._place(Picture(data, self.picture_width))

    def _paragraph(self) -> None:
        self._end_concealed()
        runs, self.runs = self.runs, []
        if "".join(text for text, _ in runs).strip():
            self._place(Para(tuple(runs)))

    def _place(self, block: Block) -> None:
        if self.state.in_table or self.cells:
            self.cell.append(block)
        else:
            self._end_table()
            self.out.blocks.append(block)

    def _end_row(self) -> None:
        if self.cell:
            self.cells.append(tuple(self.cell))
            self.cell = []
        if self.cells:
            self.rows.append(tuple(self.cells))
            self.cells = []

    def _end_table(self) -> None:
        if self.rows:
            self.out.blocks.append(Grid(tuple(self.rows)))
            self.rows = []
