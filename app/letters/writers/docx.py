"""Blocks as a Word document with real styles, so that it can be worked on like one typed by hand."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.shared import Cm, Mm

from app.domain.letters import Block, Heading, Numbered, PageBreak, Paragraph, Quote, Table
from app.letters.layout import LetterMeta, cleaned, heading_levels, kept_whole, runs, widths
from app.letters.writers import docx_styles as styles

_MARGIN = Cm(2.2)
_LONG, _SHORT = Mm(297), Mm(210)


def write(blocks: Sequence[Block], meta: LetterMeta) -> bytes:
    """The letter as DOCX bytes, the same for the same blocks and date."""
    document = docx.Document()
    styles.prepare(document)
    _describe(document, meta)
    tidy = cleaned(blocks)
    levels = {id(tidy[index]): level for index, level in heading_levels(tidy).items()}
    offset = 1 if any(isinstance(block, Paragraph) and block.style == "subject" for block in tidy) else 0
    for number, run in enumerate(runs(tidy)):
        section = document.sections[0] if number == 0 else document.add_section(WD_SECTION.NEW_PAGE)
        _paper(section, landscape=run.landscape)
        _run(document, run.blocks, {key: level - offset for key, level in levels.items()}, section)
    styles.page_numbers(document.sections[0])
    return _packed(document, meta)


def _describe(document: Any, meta: LetterMeta) -> None:
    made = datetime.combine(meta.made, time(12), UTC)
    core = document.core_properties
    core.title, core.author, core.last_modified_by = meta.title, meta.author, meta.author
    core.language, core.comments, core.subject, core.keywords = "en-GB", "", "Letter", ""
    core.created = core.modified = made.replace(tzinfo=None)
    core.revision = 1


def _paper(section: Any, *, landscape: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    section.header_distance = section.footer_distance = Cm(1.1)


def _run(document: Any, blocks: Sequence[Block], levels: dict[int, int], section: Any) -> None:
    fresh = False
    for block in blocks:
        if isinstance(block, PageBreak):
            fresh = True
            continue
        if fresh and isinstance(block, Table) and not block.caption:
            document.add_paragraph(style=styles.AFTER_TABLE).paragraph_format.page_break_before = True
            fresh = False
        before = len(document.paragraphs)
        _add(document, block, levels.get(id(block), 1), section)
        if fresh:
            document.paragraphs[before].paragraph_format.page_break_before = True
            fresh = False


def _add(document: Any, block: Block, level: int, section: Any) -> None:
    if isinstance(block, Paragraph):
        _paragraph(document, block)
    elif isinstance(block, Heading):
        document.add_paragraph(block.text, style=f"Heading {min(max(level, 1), 3)}")
    elif isinstance(block, Numbered):
        _list(document, block)
    elif isinstance(block, Quote):
        document.add_paragraph(f"“{block.text}”", style="Quote")
        if block.source:
            document.add_paragraph(block.source, style=styles.SMALL)
    elif isinstance(block, Table):
        _table(document, block, section)


def _paragraph(document: Any, block: Paragraph) -> None:
    paragraph = document.add_paragraph(block.text, style=styles.PARAGRAPHS.get(block.style, "Normal"))
    if block.keep:
        paragraph.paragraph_format.keep_with_next = True


def _list(document: Any, block: Numbered) -> None:
    numbering = styles.restarted(document) if block.ordered else None
    for item in block.items:
        paragraph = document.add_paragraph(item, style="List Number" if block.ordered else "List Bullet")
        if numbering is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = numbering


def _table(document: Any, block: Table, section: Any) -> None:
    if block.caption:
        document.add_paragraph(block.caption, style="Caption")
    room = section.page_width - section.left_margin - section.right_margin
    sizes = [int(share * room) for share in widths(block)]
    table = document.add_table(rows=0, cols=len(block.header), style="Table Grid")
    table.autofit = False
    styles.breathe(table)
    for size, column in zip(sizes, table.columns, strict=True):
        column.width = size
    ids = {name: document.styles[name].style_id for name in (styles.TABLE_HEADER, styles.TABLE_TEXT)}
    for number, row in enumerate((block.header, *block.rows)):
        name = styles.TABLE_HEADER if number == 0 else styles.TABLE_TEXT
        _row(table, row, sizes, ids[name], header=number == 0, whole=kept_whole(block, row))
    if section.orientation != WD_ORIENT.LANDSCAPE:
        document.add_paragraph(style=styles.AFTER_TABLE)


def _row(table: Any, cells: tuple[str, ...], sizes: list[int], style: str, *, header: bool, whole: bool) -> None:
    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    if header:
        properties.append(OxmlElement("w:tblHeader"))
    if header or whole:
        properties.insert(0, OxmlElement("w:cantSplit"))
    for cell, words, size in zip(row.cells, cells, sizes, strict=True):
        cell.width = size
        if header:
            styles.shade(cell)
        first, *others = words.split("\n")
        cell.paragraphs[0].text = first
        for line in others:
            cell.add_paragraph(line)
        for paragraph in cell.paragraphs:
            paragraph._p.style = style  # by id: looking each one up by name takes most of the time of a long table


def _packed(document: Any, meta: LetterMeta) -> bytes:
    """The file with fixed times inside, so that the same letter gives the same bytes."""
    loose = io.BytesIO()
    document.save(loose)
    packed = io.BytesIO()
    stamp = (max(meta.made.year, 1980), meta.made.month, meta.made.day, 12, 0, 0)
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            info = zipfile.ZipInfo(entry.filename, stamp)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(entry.filename))
    return packed.getvalue()
