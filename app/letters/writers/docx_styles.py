"""Styles, numbering and language of a Word letter."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Arial"
SENDER, ADDRESSEE, SMALL = "Letter Sender", "Letter Addressee", "Letter Small"
SIGNATURE, CLOSING, AFTER_TABLE = "Letter Signature", "Letter Closing", "After Table"
TABLE_TEXT, TABLE_HEADER = "Table Text", "Table Heading"
PARAGRAPHS = {
    "body": "Normal",
    "sender": SENDER,
    "date": SENDER,
    "addressee": ADDRESSEE,
    "salutation": "Normal",
    "subject": "Title",
    "closing": CLOSING,
    "signature": SIGNATURE,
    "enclosures": SMALL,
    "small": SMALL,
}
_INK, _QUIET = RGBColor(0, 0, 0), RGBColor(0x45, 0x45, 0x45)
_CELL_ROOM = (("top", "60"), ("left", "90"), ("bottom", "30"), ("right", "90"))
# name, size in points, space before, space after, left indent in cm, bold, keep with next
_OWN = (
    (SENDER, 10.5, 0, 12, 9.0, False, False),
    (ADDRESSEE, 10.5, 0, 14, 0.0, False, False),
    (SMALL, 9.0, 4, 6, 0.0, False, False),
    (CLOSING, 10.5, 10, 0, 0.0, False, True),
    (SIGNATURE, 10.5, 36, 6, 0.0, False, True),
    (AFTER_TABLE, 4.0, 0, 0, 0.0, False, False),
    (TABLE_TEXT, 9.0, 0, 3, 0.0, False, False),
    (TABLE_HEADER, 9.0, 0, 3, 0.0, True, False),
)
_BUILT_IN = (
    ("Title", 11.5, 4, 8, True),
    ("Heading 1", 11.0, 12, 4, True),
    ("Heading 2", 10.5, 10, 4, True),
    ("Heading 3", 10.5, 8, 4, True),
    ("Caption", 9.5, 6, 4, True),
    ("Quote", 10.5, 0, 4, False),
    ("List Number", 10.5, 0, 5, False),
    ("List Bullet", 10.5, 0, 3, False),
    ("Footer", 8.5, 0, 0, False),
)


def prepare(document: Any) -> None:
    """Set language, font and every style that the writer uses."""
    normal = document.styles["Normal"]
    _face(normal, 10.5, bold=False)
    normal.paragraph_format.space_after = Pt(7)
    normal.paragraph_format.line_spacing = 1.08
    for name, size, before, after, bold in _BUILT_IN:
        style = document.styles[name]
        _face(style, size, bold=bold)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = name in ("Title", "Caption") or name.startswith("Heading")
        _plain(style)
    document.styles["Quote"].paragraph_format.left_indent = Cm(0.8)
    for name, size, before, after, indent, bold, keep in _OWN:
        _own(document, name, size, before, after, indent, bold, keep)
    _language(document)


def page_numbers(section: Any) -> None:
    """Page 1 of 3 in the footer, right-aligned; later sections take it over."""
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = 2
    for part in ("Page ", "PAGE", " of ", "NUMPAGES"):
        run = paragraph.add_run("" if part.isupper() else part)
        run.font.color.rgb = _QUIET
        if part.isupper():
            _field(run, part)


def shade(cell: Any) -> None:
    """A light ground for a heading cell."""
    shading = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "EEEEEE")):
        shading.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def breathe(table: Any) -> None:
    """Room inside the cells, and the left edge of the table in line with the text."""
    properties = table._tbl.tblPr
    indent = OxmlElement("w:tblInd")
    margins = OxmlElement("w:tblCellMar")
    for element, size in ((indent, "0"), *((_side(margins, name), size) for name, size in _CELL_ROOM)):
        element.set(qn("w:w"), size)
        element.set(qn("w:type"), "dxa")
    layout = properties.find(qn("w:tblLayout"))
    look = properties.find(qn("w:tblLook"))
    (layout if layout is not None else look).addprevious(indent)
    look.addprevious(margins)


def _side(margins: Any, name: str) -> Any:
    side = OxmlElement(f"w:{name}")
    margins.append(side)
    return side


def restarted(document: Any) -> int:
    """A new numbering of its own for one list, which begins at 1."""
    numbering = document.part.numbering_part.numbering_definitions._numbering
    base = document.styles["List Number"].element.pPr.numPr.numId.val
    abstract = next(num.abstractNumId.val for num in numbering.num_lst if num.numId == base)
    added = numbering.add_num(abstract)
    added.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(added.numId)


def _own(document: Any, name: str, size: float, before: int, after: int, indent: float, bold: bool, keep: bool) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _face(style, size, bold=bold)
    style.font.color.rgb = _QUIET if name == SMALL else _INK
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.left_indent = Pt(before), Pt(after), Cm(indent)
    layout.keep_with_next, layout.line_spacing = keep, 1.0 if "Table" in name else 1.08
    if "Table" in name:
        layout.widow_control = True


def _face(style: Any, size: float, *, bold: bool) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, False
    style.font.color.rgb = _INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _plain(style: Any) -> None:
    """Without the rule below the title and the wide spacing of the program's own template."""
    for tag in ("w:pBdr", "w:contextualSpacing"):
        for found in style.element.findall(f".//{qn(tag)}"):
            found.getparent().remove(found)
    for tag in ("w:spacing", "w:kern"):
        for found in style.element.get_or_add_rPr().findall(qn(tag)):
            found.getparent().remove(found)


def _language(document: Any) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    settings = document.settings.element
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")


def _field(run: Any, name: str) -> None:
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        if kind == "separate":
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = name
            run._r.append(code)
        run._r.append(mark)
        if kind == "separate":
            shown = OxmlElement("w:t")
            shown.text = "1"
            run._r.append(shown)
