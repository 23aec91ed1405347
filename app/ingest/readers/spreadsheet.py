"""Excel workbooks (XLSX, also macro files and templates)."""

from typing import Any

from app.domain.extracted import ExtractedDocument, Hidden
from app.ingest import problems
from app.ingest.blacked import HIDDEN, masked
from app.ingest.compose import document_of
from app.ingest.office.package import Package, attribute, core_properties, local
from app.ingest.office.xlsx_colours import unseen_styles
from app.ingest.reader import CERTAIN, Match, ReaderInfo, ReadOptions
from app.ingest.sheets import Sheet, cell_place, number_text, sheets_as_blocks

INFO = ReaderInfo(
    formats={"xlsx": "an Excel workbook"},
    endings={"xlsx": "xlsx", "xlsm": "xlsx", "xltx": "xlsx", "xltm": "xlsx"},
)
_LOOK = 262_144
_BUILT_IN = {9: "0%", 10: "0.00%", 2: "0.00", 4: "#,##0.00", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
             17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 45: "mm:ss",
             46: "[h]:mm:ss", 47: "mm:ss"}  # fmt: skip


def recognise(data: bytes, name: str) -> Match | None:
    """A ZIP with a part `xl/workbook.xml`."""
    if data[:4] != b"PK\x03\x04":
        return None
    ends = data[:_LOOK] + data[-_LOOK:]
    return Match("xlsx", CERTAIN) if b"xl/workbook" in ends or b"xl/worksheets" in ends else None


def read(data: bytes, name: str, options: ReadOptions) -> ExtractedDocument:
    """Sheets as tables; hidden sheets, rows, columns, comments and defined names beside them. Raises FileProblem."""
    package = Package(data, INFO.formats["xlsx"], options.limits)
    book = _Book(package)
    sheets = [book.sheet(element) for element in book.sheet_elements]
    blocks, hidden, note = sheets_as_blocks(sheets)
    title, properties = core_properties(package)
    return document_of(
        "xlsx",
        blocks,
        options,
        title=title,
        properties=properties,
        hidden=[*hidden, *book.defined_names()],
        note=note or package.note,
    )


class _Book:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.part = next((t for k, t in package.relations("").values() if k == "officeDocument"), "xl/workbook.xml")
        if not package.has(self.part):
            self.part = "xl/workbook.xml"
        self.root = package.needed_xml(self.part)
        self.relations = package.relations(self.part)
        self.sheet_elements = [e for e in self.root.iter() if local(e.tag) == "sheet"]
        if not self.sheet_elements:
            raise problems.damaged(package.what)
        self.since_1904 = any(
            local(e.tag) == "workbookPr" and e.get("date1904") in ("1", "true") for e in self.root.iter()
        )
        self.strings = _shared_strings(package.xml(self._target("sharedStrings", "xl/sharedStrings.xml")))
        styles = package.xml(self._target("styles", "xl/styles.xml"))
        self.formats, self.unseen = _cell_formats(styles), unseen_styles(styles)
        self.people = _people(package)

    def _target(self, kind: str, otherwise: str) -> str:
        return next((target for k, target in self.relations.values() if k == kind), otherwise)

    def sheet(self, element: Any) -> Sheet:
        part = self.relations.get(attribute(element, "id"), ("", ""))[1]
        sheet = Sheet(element.get("name") or "", hidden=(element.get("state") or "visible") != "visible")
        sheet.comments = self._comments(part, sheet.name)
        sheet.boxes = self._boxes(part)
        root = self.package.xml(part)
        for one in root.iter() if root is not None else ():
            tag = local(one.tag)
            if tag == "row":
                self._row(one, sheet)
            elif tag == "col" and one.get("hidden") in ("1", "true"):
                first, last = int(one.get("min") or 1), int(one.get("max") or 1)
                sheet.hidden_columns.update(range(first - 1, min(last, 16384)))
        return sheet

    def _boxes(self, part: str) -> list[str]:
        """Texts of the shapes that lie on a sheet."""
        found: list[str] = []
        for kind, target in self.package.relations(part).values():
            root = self.package.xml(target) if kind == "drawing" else None
            for body in root.iter() if root is not None else ():
                if local(body.tag) == "txBody":
                    lines = (
                        "".join(t.text or "" for t in p.iter() if local(t.tag) == "t")
                        for p in body
                        if local(p.tag) == "p"
                    )
                    found.append("\n".join(lines).strip())
        return [text for text in found if text]

    def _row(self, row: Any, sheet: Sheet) -> None:
        number = row.get("r") or ""
        index = int(number) - 1 if number.isdigit() else max((r for r, _ in sheet.cells), default=-1) + 1
        if row.get("hidden") in ("1", "true") or row.get("zeroHeight") in ("1", "true"):
            sheet.hidden_rows.add(index)
        column = -1
        for cell in row:
            place = cell_place(cell.get("r") or "")
            column = place[1] if place else column + 1
            text = self._text(cell)
            if text and (cell.get("s") or "0").isdigit() and int(cell.get("s") or "0") in self.unseen:
                sheet.comments.append(HIDDEN)
                text = masked(text)
            if text:
                sheet.cells[index, column] = text

    def _text(self, cell: Any) -> str:
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            return "".join(t.text or "" for t in cell.iter() if local(t.tag) == "t")
        found = next((one.text or "" for one in cell if local(one.tag) == "v"), "")
        if kind == "s":
            return self.strings[int(found)] if found.isdigit() and int(found) < len(self.strings) else ""
        if kind == "b":
            return "TRUE" if found == "1" else "FALSE"
        if kind != "n" or not found:
            return found
        style = cell.get("s") or "0"
        pattern = self.formats[int(style)] if style.isdigit() and int(style) < len(self.formats) else ""
        try:
            return number_text(float(found), pattern, self.since_1904)
        except (ValueError, OverflowError):
            return found

    def _comments(self, part: str, name: str) -> list[Hidden]:
        found: list[Hidden] = []
        for kind, target in self.package.relations(part).values():
            root = self.package.xml(target) if kind in ("comments", "threadedComment") else None
            if root is None:
                continue
            authors = [e.text or "" for e in root.iter() if local(e.tag) == "author"]
            for one in root.iter():
                if local(one.tag) in ("comment", "threadedComment"):
                    found.append(self._comment(one, authors, name))
        return [one for one in found if not one.author.startswith("tc=")]

    def _comment(self, element: Any, authors: list[str], name: str) -> Hidden:
        text = "".join(t.text or "" for t in element.iter() if local(t.tag) in ("t", "text")).strip()
        number = element.get("authorId") or ""
        author = authors[int(number)] if number.isdigit() and int(number) < len(authors) else ""
        author = author or self.people.get(element.get("personId") or "", "")
        return Hidden("comment", f"{name}, cell {element.get('ref')}: {text}", author, (element.get("dT") or "")[:10])

    def defined_names(self) -> list[Hidden]:
        """Hidden names only: the visible ones are no secret, and print areas are of no interest."""
        return [
            Hidden("defined-name", f"{e.get('name')}: {(e.text or '').strip()}")
            for e in self.root.iter()
            if local(e.tag) == "definedName" and e.get("hidden") in ("1", "true") and "_FilterDatabase" not in (e.get("name") or "")
        ]  # fmt: skip


def _shared_strings(root: Any) -> list[str]:
    found = []
    for item in root if root is not None else ():
        if local(item.tag) == "si":
            phonetic = {id(t) for p in item.iter() if local(p.tag) == "rPh" for t in p.iter()}
            found.append("".join(t.text or "" for t in item.iter() if local(t.tag) == "t" and id(t) not in phonetic))
    return found


def _cell_formats(root: Any) -> list[str]:
    """Number format by cell style."""
    own: dict[str, str] = {}
    found: list[str] = []
    for one in root.iter() if root is not None else ():
        if local(one.tag) == "numFmt":
            own[one.get("numFmtId") or ""] = one.get("formatCode") or ""
        elif local(one.tag) == "cellXfs":
            for style in one:
                number = style.get("numFmtId") or "0"
                found.append(own.get(number) or _BUILT_IN.get(int(number) if number.isdigit() else 0, ""))
    return found


def _people(package: Package) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in package.names():
        if name.lower().startswith("xl/persons/"):
            root = package.xml(name)
            for one in root if root is not None else ():
                found[one.get("id") or ""] = one.get("displayName") or ""
    return found
