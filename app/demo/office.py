"""Word, RTF, HTML, spreadsheet and text files from blocks."""

import csv
import html
import io
import re
import zipfile
from datetime import datetime
from typing import Any

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from openpyxl.comments import Comment as CellComment
from openpyxl.styles import Alignment, Font, PatternFill

from app.demo.blocks import KV, Block, Break, Comment, H, L, Look, P, Rule, Sign, T, Tracked
from app.demo.world import World

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_FIXED = (2021, 1, 1, 0, 0, 0)


def plain(text: str) -> str:
    """Prose without the marks for bold."""
    return _BOLD.sub(r"\1", text)


def steady_zip(data: bytes, stamp: str = "") -> bytes:
    """The same archive with fixed member times, so that the same content gives the same bytes.
    `stamp` (ISO) replaces the time of saving that a writer puts into the properties."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            member = old.read(info)
            if stamp and info.filename == "docProps/core.xml":
                pattern = rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*"
                member = re.sub(pattern, rb"\g<1>" + stamp.encode() + b"Z", member)
            new.writestr(zipfile.ZipInfo(info.filename, _FIXED), member, zipfile.ZIP_DEFLATED)
    return out.getvalue()


# ------------------------------------------------------------------------------------------------- Word


def word(world: World, look: Look, title: str, author: str, made: datetime, blocks: tuple[Block, ...]) -> bytes:
    """A DOCX with headings, tables, lists, comments and tracked changes where the blocks have them."""
    document: Any = docx.Document()
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(look.size)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title, author, author
    if look.name:
        document.sections[0].header.paragraphs[0].text = world.text(" · ".join((look.name, *look.lines)))
    for block in blocks:
        _word_block(world, document, block)
    out = io.BytesIO()
    document.save(out)
    return steady_zip(out.getvalue(), made.isoformat(timespec="seconds"))


def _word_block(world: World, document: Any, block: Block) -> None:
    match block:
        case H(text, level):
            document.add_heading(plain(world.text(text)), level)
        case P(text, style):
            _word_runs(document.add_paragraph(style="Title" if style == "title" else None), world.text(text))
        case KV(rows):
            _word_table(world, document, (), rows)
        case T(header, cells):
            _word_table(world, document, header, cells)
        case L(items, ordered):
            for item in items:
                style = "List Number" if ordered else "List Bullet"
                _word_runs(document.add_paragraph(style=style), world.text(item))
        case Sign(name, role):
            document.add_paragraph(world.text(f"{name}\n{role}".strip()))
        case Break():
            document.add_page_break()
        case Comment():
            _word_comment(world, document, block)
        case Tracked():
            _word_tracked(world, document, block)
        case Rule():
            document.add_paragraph("_" * 40)


def _word_runs(paragraph: Any, text: str) -> None:
    for index, part in enumerate(_BOLD.split(text)):
        if part:
            paragraph.add_run(part).bold = bool(index % 2) or None


def _word_table(world: World, document: Any, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    everything = ((header,) if header else ()) + rows
    table = document.add_table(rows=len(everything), cols=len(everything[0]))
    table.style = "Table Grid"
    for row, cells in zip(table.rows, everything, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            shown = world.text(text)
            _word_runs(cell.paragraphs[0], f"**{shown}**" if header and cells is header and shown else shown)


def _word_comment(world: World, document: Any, comment: Comment) -> None:
    """Raises ValueError when no paragraph starts with the words commented on."""
    start = plain(world.text(comment.on))
    for paragraph in document.paragraphs:
        if paragraph.text.startswith(start):
            author = world.text(comment.author)
            initials = "".join(part[0] for part in author.split())
            made = document.add_comment(paragraph.runs, world.text(comment.text), author, initials)
            made._comment_elm.set(qn("w:date"), world.day(comment.when).isoformat() + "T09:12:00Z")
            return
    raise ValueError(f"nothing to comment on: {comment.on!r}")


def _word_tracked(world: World, document: Any, change: Tracked) -> None:
    paragraph = document.add_paragraph(world.text(change.before))
    for tag, text, kind in (("w:del", change.old, "w:delText"), ("w:ins", change.new, "w:t")):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), "71" if tag == "w:del" else "72")
        mark.set(qn("w:author"), world.text(change.author))
        mark.set(qn("w:date"), world.day(change.when).isoformat() + "T16:40:00Z")
        run, words = OxmlElement("w:r"), OxmlElement(kind)
        words.text = world.text(text)
        words.set(qn("xml:space"), "preserve")
        run.append(words)
        mark.append(run)
        paragraph._p.append(mark)
    paragraph.add_run(world.text(change.after))


# ------------------------------------------------------------------------------------------- RTF, HTML


def rich_text(world: World, title: str, author: str, blocks: tuple[Block, ...]) -> bytes:
    """An RTF as an old word processor or a case system writes it."""
    lines = [r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\froman Times New Roman;}}"]
    lines.append(rf"{{\info{{\title {_rtf(title)}}}{{\author {_rtf(author)}}}}}\paperw11906\paperh16838\f0\fs21")
    for block in blocks:
        lines.extend(_rtf_block(world, block))
    lines.append("}")
    return "\r\n".join(lines).encode("ascii")


def _rtf(text: str) -> str:
    out = []
    for char in plain(text):
        if char in "\\{}":
            out.append("\\" + char)
        elif char == "\n":
            out.append(r"\line ")
        else:
            out.append(char if ord(char) < 128 else rf"\u{ord(char) if ord(char) < 32768 else ord(char) - 65536}?")
    return "".join(out)


def _rtf_block(world: World, block: Block) -> list[str]:
    match block:
        case H(text, level):
            return [rf"\pard\sb240\sa80\b\fs{30 - 3 * level} {_rtf(world.text(text))}\b0\fs21\par"]
        case P(text):
            return [rf"\pard\sa120 {_rtf(world.text(text))}\par"]
        case KV(rows):
            return [rf"\pard\tx3000 \b {_rtf(world.text(a))}:\b0\tab {_rtf(world.text(b))}\par" for a, b in rows]
        case T(header, cells):
            table = ((header,) if header else ()) + cells
            return [_rtf_row(world, row) for row in table] + [r"\pard\par"]
        case L(items):
            return [rf"\pard\li360\fi-240 \bullet  {_rtf(world.text(item))}\par" for item in items]
        case Sign(name, role):
            return [rf"\pard\sb240 {_rtf(world.text(name))}\line {_rtf(world.text(role))}\par"]
        case Break():
            return [r"\page"]
        case _:
            return [r"\pard\brdrb\brdrs\brdrw10\par"]


def _rtf_row(world: World, row: tuple[str, ...]) -> str:
    width = 9600 // len(row)
    edges = "".join(rf"\cellx{width * (i + 1)}" for i in range(len(row)))
    cells = "".join(rf"\pard\intbl {_rtf(world.text(cell))}\cell" for cell in row)
    return rf"\trowd\trgaph80{edges}{cells}\row"


_CSS = """body{font:14px Verdana,Arial,sans-serif;color:#222;max-width:860px;margin:1.5em auto}
h1{font-size:20px;border-bottom:2px solid COLOUR}h2{font-size:16px;color:COLOUR}table{border-collapse:collapse;width:100%}
td,th{border:1px solid #aaa;padding:4px 8px;text-align:left;vertical-align:top}.small{font-size:11px;color:#666}"""


def web_page(world: World, look: Look, title: str, blocks: tuple[Block, ...], remote: str = "") -> bytes:
    """An HTML print-out of a web system. `remote` is the address of a picture that must never be fetched."""
    body = "\n".join(_html_block(world, block) for block in blocks)
    pixel = f'<img src="{remote}" width="1" height="1" alt="">' if remote else ""
    css = _CSS.replace("COLOUR", look.colour)
    page = (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f"<style>{css}</style><script>window.print&&0</script></head>\n<body>\n{body}\n{pixel}</body></html>\n"
    )
    return page.encode()


def _html(world: World, text: str) -> str:
    return _BOLD.sub(r"<b>\1</b>", html.escape(world.text(text), quote=False)).replace("\n", "<br>")


def _html_block(world: World, block: Block) -> str:
    match block:
        case H(text, level):
            return f"<h{level}>{_html(world, text)}</h{level}>"
        case P(text, style):
            return f'<p class="{style}">{_html(world, text)}</p>'
        case KV(rows):
            cells = "".join(f"<tr><th>{_html(world, a)}</th><td>{_html(world, b)}</td></tr>" for a, b in rows)
            return f"<table>{cells}</table>"
        case T(header, rows):
            head = "".join(f"<th>{_html(world, cell)}</th>" for cell in header)
            body = "".join("<tr>" + "".join(f"<td>{_html(world, c)}</td>" for c in row) + "</tr>" for row in rows)
            return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        case L(items, ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>" + "".join(f"<li>{_html(world, item)}</li>" for item in items) + f"</{tag}>"
        case Sign(name, role):
            return f"<p>{_html(world, name)}<br>{_html(world, role)}</p>"
        case _:
            return "<hr>"


# ------------------------------------------------------------------------------------- spreadsheets, CSV


def workbook(world: World, author: str, made: datetime, blocks: tuple[Block, ...]) -> bytes:
    """An XLSX: each level 1 heading starts a sheet ("!" before its name hides it); a row whose first cell starts with "!"
    is hidden; a cell `text ^^ author: words` carries a comment."""
    book = openpyxl.Workbook()
    book.properties.creator = book.properties.lastModifiedBy = author
    sheet: Any = book.active
    fresh = True
    for block in blocks:
        if isinstance(block, H) and block.level == 1:
            name = world.text(block.text)
            sheet = sheet if fresh else book.create_sheet()
            sheet.title, fresh = name.lstrip("!")[:31], False
            sheet.sheet_state = "hidden" if name.startswith("!") else "visible"
        else:
            _sheet_block(world, sheet, block)
    out = io.BytesIO()
    book.save(out)
    return steady_zip(out.getvalue(), made.isoformat(timespec="seconds"))


def _sheet_block(world: World, sheet: Any, block: Block) -> None:
    match block:
        case T(header, rows, widths):
            if header:
                _sheet_row(world, sheet, header, bold=True)
            for row in rows:
                _sheet_row(world, sheet, row)
            for index, width in enumerate(widths):
                sheet.column_dimensions[chr(65 + index)].width = width * 8
        case KV(rows):
            for row in rows:
                _sheet_row(world, sheet, row)
        case H(text) | P(text):
            _sheet_row(world, sheet, (text,), bold=isinstance(block, H))
        case _:
            sheet.append([])


def _sheet_row(world: World, sheet: Any, cells: tuple[str, ...], *, bold: bool = False) -> None:
    sheet.append([])
    number = sheet.max_row + 1 if sheet.max_row > 1 or sheet.cell(1, 1).value is not None else 1
    hidden = cells[0].startswith("!")
    for index, raw in enumerate(cells, 1):
        text, _, remark = plain(world.text(raw)).partition(" ^^ ")
        cell = sheet.cell(number, index)
        shown = text.lstrip("!")
        cell.value = int(shown) if shown.isdigit() and len(shown) < 6 else shown
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if bold:
            cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDE6E2")
        if remark:
            who, _, words = remark.partition(": ")
            cell.comment = CellComment(words, who)
    sheet.row_dimensions[number].hidden = hidden


def comma_separated(world: World, blocks: tuple[Block, ...]) -> bytes:
    """A CSV as a school system exports it: quoted where needed, Windows line ends, a byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for block in blocks:
        if isinstance(block, T):
            for row in (block.header, *block.rows):
                writer.writerow([plain(world.text(cell)) for cell in row])
        elif isinstance(block, P):
            writer.writerow([plain(world.text(block.text))])
    return out.getvalue().encode("utf-8-sig")
