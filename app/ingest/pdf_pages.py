"""Pages of a PDF as shown: text, places of words, whether it is a scan or blank. Used by every reader, for every reading copy."""

from dataclasses import replace
from typing import Any

from app.domain import reading_notes
from app.domain.extracted import Box, ExtractedPage, Hidden
from app.domain.words import unpack_words
from app.ingest import mupdf, redactions
from app.ingest.pdf_covered import Paint, hidden_words, survey
from app.ingest.pdf_words import RawWord, assemble
from app.ingest.text_oddity import is_odd
from app.ingest.text_quality import is_garbage, letters

_FEW_LETTERS = 40
_PICTURE_SHARE = 0.25
_PAGE_PICTURE_SHARE = 0.6
_HEADER_LETTERS = 250
_INNER_SHARE = 0.12
"""A picture of this share of a page beside text may be a scanned letter."""
_FINE_PIXELS = 250_000
_EDGE = 0.1
_OUTLINED_PATHS = 60
_WHITE = 0.94
_UNSEEN = dict.fromkeys(
    [*range(32), *range(127, 160), 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF]
)
"""Control and format characters: soft hyphen, zero-width spaces, direction marks."""
INSECURE = "insecure-redaction"


def extract_page(page: Any, number: int, ours: bool = False) -> tuple[ExtractedPage, tuple[Hidden, ...]]:
    """One page of an open document. Hidden holds at most the report of a failed redaction, without its words.

    `ours`: a reading copy that we laid out, whose text is right whatever it looks like.

    Raises what MuPDF raises on a page it cannot interpret.
    """
    shown = page.rect
    rotation = page.rotation
    matrix = page.rotation_matrix if rotation else None
    if rotation:
        page.set_rotation(0)
    words, blocks, paint = _content(page, max(1.0, shown.width * shown.height))
    hidden: tuple[Hidden, ...] = ()
    covered: list[RawWord] = []
    if words:
        under = hidden_words(page, words, blocks, paint)
        if under:
            covered = [words[i] for i in under]
            words = [word for i, word in enumerate(words) if i not in under]
            hidden = (Hidden(INSECURE, "", page=number),)
    boxes = _boxes(page, words, blocks, paint)
    unsafe = redactions.unsafe_boxes(covered, boxes) if covered else ()
    boxes = redactions.with_unsafe(boxes, unsafe)
    if rotation:
        words = [_turned(word, matrix) for word in words]
        boxes, unsafe = _turned_boxes(boxes, matrix), _turned_boxes(unsafe, matrix)
    if not mupdf.is_plain_sheet(page) and page.cropbox != page.mediabox:
        words = _on_page(words, shown.width, shown.height)
    made = assemble(words)
    if not made.text.replace("\n", "").isprintable():
        made = assemble(_cleaned(words))
    plain = ExtractedPage(made.text, made.words, shown.width, shown.height, boxes=boxes, unsafe=unsafe)
    return _judged(page, plain, paint, bool(hidden), ours), hidden


def _boxes(page: Any, words: list[RawWord], blocks: list[Any], paint: Paint) -> tuple[Box, ...]:
    """Boxes that cover something: drawn ones and, where text lies on or under a picture of the page, those in the picture."""
    boxes = redactions.drawn_boxes(words, blocks, page.rect.width, page.rect.height) if paint.vectors else ()
    if not words or paint.image_share <= _PAGE_PICTURE_SHARE:
        return boxes
    from app.ingest import redactions_picture  # brings Pillow, which most imports do not need

    return redactions.merged([*boxes, *redactions_picture.boxes_of_page(page, words)])


def _turned_boxes(boxes: tuple[Box, ...], matrix: Any) -> tuple[Box, ...]:
    return tuple(_turned((*box, "", 0, 0, 0), matrix)[:4] for box in boxes)


def _content(page: Any, area: float) -> tuple[list[RawWord], list[Any], Paint]:
    """Words in reading order, what was painted in its order and a survey of that, from one interpretation of the page."""
    pymupdf = mupdf.load()
    flags = (
        pymupdf.TEXT_PRESERVE_WHITESPACE
        | pymupdf.TEXT_MEDIABOX_CLIP
        | pymupdf.TEXT_PRESERVE_IMAGES
        | pymupdf.TEXT_COLLECT_VECTORS
    )
    textpage = page.get_textpage(flags=flags)
    blocks = [] if mupdf.has_text_only(textpage) else mupdf.blocks_of(textpage)
    return textpage.extractWORDS(), blocks, survey(blocks, area)


def _on_page(words: list[RawWord], width: float, height: float) -> list[RawWord]:
    """Words whose middle lies on the part of the page that is shown."""
    return [w for w in words if 0 <= w[0] + w[2] <= 2 * width and 0 <= w[1] + w[3] <= 2 * height]


def _cleaned(words: list[RawWord]) -> list[RawWord]:
    """Words without control and format characters; those that have nothing else are dropped."""
    cleaned = ((*word[:4], "".join(word[4].translate(_UNSEEN).split()), *word[5:]) for word in words)
    return [word for word in cleaned if word[4]]


def _turned(word: RawWord, matrix: Any) -> RawWord:
    pymupdf = mupdf.load()
    box = pymupdf.Rect(word[:4]) * matrix
    box.normalize()
    return (box.x0, box.y0, box.x1, box.y1, *word[4:])


def _judged(page: Any, plain: ExtractedPage, paint: Paint, redacted: bool, ours: bool) -> ExtractedPage:
    """Mark a page as scan or blank. Text that nobody can read is taken away, so that OCR reads the picture.

    A page with text and a picture that may hold some, and a picture with text that looks misread, keep their text and are
    marked too: OCR then decides.
    """
    seen = letters(plain.text)
    if ours and not paint.image_share:
        return plain if seen else replace(plain, blank=True)
    if ours and seen and paint.image_share < _INNER_SHARE:
        return plain
    if not ours and is_garbage(plain.text):
        return _without_garbage(plain)
    if paint.image_share >= _PAGE_PICTURE_SHARE:
        covers = seen >= _HEADER_LETTERS and not _at_edges(plain) and not is_odd(plain.text)
        return plain if covers else replace(plain, scan=True)
    if seen >= _FEW_LETTERS:
        wanted = paint.image_share >= _INNER_SHARE and _has_fine_picture(page)
        return replace(plain, scan=True) if wanted or (not ours and is_odd(plain.text)) else plain
    if paint.image_share >= _PICTURE_SHARE:
        return replace(plain, scan=True)
    if seen or redacted:
        return plain
    return _without_words(page, plain)


def _at_edges(plain: ExtractedPage) -> bool:
    """Whether all words stand in the margins above and below: stamps on a scan, not its text."""
    low, high = _EDGE * plain.height, (1 - _EDGE) * plain.height
    return all(word.y1 < low or word.y0 > high for word in unpack_words(plain.words))


def _has_fine_picture(page: Any) -> bool:
    """Whether a picture has enough pixels for words."""
    return any(info["width"] * info["height"] >= _FINE_PIXELS for info in page.get_image_info())


def _without_words(page: Any, plain: ExtractedPage) -> ExtractedPage:
    """A page without any text of its own: blank, or a picture or drawing that may show some."""
    log = [kind for kind, _ in page.get_bboxlog()]
    shown = any(kind != "fill-path" and kind != "stroke-path" and not kind.startswith("clip") for kind in log)
    if not shown and not _has_ink(page):
        return replace(plain, blank=True)
    return replace(plain, scan=shown or len(log) >= _OUTLINED_PATHS)


def _without_garbage(plain: ExtractedPage) -> ExtractedPage:
    return replace(plain, text="", words=b"", scan=True, reading=(reading_notes.GARBLED,))


def _has_ink(page: Any) -> bool:
    """True when a line or area of the page is drawn in another colour than white."""
    for drawing in page.get_cdrawings():
        colours = [drawing.get("fill"), drawing.get("color")]
        if any(colour is not None and min(colour) < _WHITE for colour in colours):
            return True
    return False
