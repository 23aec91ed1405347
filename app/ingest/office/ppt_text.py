"""Text of old PowerPoint files (97 to 2003) from their records, as Microsoft's [MS-PPT] describes them."""

import struct
from collections.abc import Iterator

from app.domain.extracted import Hidden
from app.ingest import problems
from app.ingest.blocks import Block, Head, NewPage, para

_SLIDE, _NOTES, _LIST, _CHARS, _BYTES, _PERSIST, _HEADER = 0x03EE, 0x03F0, 0x0FF0, 0x0FA0, 0x0FA8, 0x03F3, 0x0F9F
_NOTES_ATOM, _HEADERS_FOOTERS, _STRING = 0x03F1, 0x0FD9, 0x0FBA
_DOCUMENT = 0x03E8
_LOCKED = 0xF3D1C4DF
"""The token in the stream "Current User" of an encrypted file."""
_CONTAINER = 0x0F
_DEEPEST = 30


def refuse_locked(current_user: bytes) -> None:
    """Raises FileProblem password for an encrypted presentation."""
    if len(current_user) >= 16 and struct.unpack_from("<I", current_user, 12)[0] == _LOCKED:
        raise problems.password(tried=False)


def is_presentation(stream: bytes) -> bool:
    """Whether the stream holds a document or slides as PowerPoint 97 and later write them."""
    return any(kind in (_DOCUMENT, _SLIDE) for kind, _, _ in _walk(stream, 0, len(stream), 1))


def ppt_text(stream: bytes) -> tuple[list[Block], list[Hidden]]:
    """Slides as blocks, each on a page; speaker notes beside them. Raises FileProblem damaged when nothing in it makes sense."""
    if not is_presentation(stream):
        raise problems.damaged("an old PowerPoint presentation")
    listed = _listed(stream)
    drawn = [_texts(body) for kind, _, body in _walk(stream, 0, len(stream), 1) if kind == _SLIDE]
    slides = [outline + [t for t in drawn[i] if t not in outline] for i, outline in enumerate(listed) if i < len(drawn)]
    slides += listed[len(slides) :] + drawn[len(slides) :] if len(listed) != len(drawn) or not slides else []
    blocks: list[Block] = []
    for texts in slides:
        lines = [line for text in texts for line in text.replace("\x0b", "\n").split("\r") if line.strip()]
        if lines:
            blocks += [NewPage(), Head(lines[0], 2), *(para(line) for line in lines[1:])]
    notes = [
        "\n".join(_texts(body)).replace("\r", "\n").strip()
        for kind, _, body in _walk(stream, 0, len(stream), 1)
        if kind == _NOTES and not _is_master(body)
    ]
    margins = dict.fromkeys(text for text in _margins(stream) if text.strip())
    blocks += [para(text, "small") for text in margins]
    return blocks, [Hidden("speaker-note", text) for text in notes if text and text != "*"]


def _listed(stream: bytes) -> list[list[str]]:
    """Outline texts slide by slide from the document's list of slides."""
    slides: list[list[str]] = []
    for kind, instance, body in _walk(stream, 0, len(stream), 4):
        if kind == _LIST and instance == 0:
            for inner, _, piece in _walk(body, 0, len(body), 1):
                if inner == _PERSIST:
                    slides.append([])
                elif inner in (_CHARS, _BYTES) and slides:
                    slides[-1].append(_decoded(inner, piece))
    return slides


def _is_master(notes: bytes) -> bool:
    """The model that notes are made after belongs to slide 0."""
    atom = next((body for kind, _, body in _walk(notes, 0, len(notes), 1) if kind == _NOTES_ATOM), b"")
    return atom[:3] == b"\x00\x00\x00"


def _margins(stream: bytes) -> Iterator[str]:
    """Headers, footers and dates typed for all slides or one of them."""
    for kind, _, body in _walk(stream, 0, len(stream), 3):
        if kind == _HEADERS_FOOTERS:
            yield from (
                piece.decode("utf-16-le", errors="replace")
                for inner, _, piece in _walk(body, 0, len(body), 1)
                if inner == _STRING
            )


def _texts(body: bytes) -> list[str]:
    found = [
        _decoded(kind, piece) for kind, _, piece in _walk(body, 0, len(body), _DEEPEST) if kind in (_CHARS, _BYTES)
    ]
    return [text for text in found if text.strip() and text != "*"]


def _decoded(kind: int, piece: bytes) -> str:
    return piece.decode("utf-16-le", errors="replace") if kind == _CHARS else piece.decode("latin-1")


def _walk(data: bytes, start: int, end: int, depth: int) -> Iterator[tuple[int, int, bytes]]:
    """Records as (kind, instance, body), containers before what is in them."""
    at = start
    while at + 8 <= end:
        version, kind, size = struct.unpack_from("<HHI", data, at)
        body_end = min(end, at + 8 + size)
        yield kind, version >> 4, data[at + 8 : body_end]
        if version & 0xF == _CONTAINER and depth > 1:
            yield from _walk(data, at + 8, body_end, depth - 1)
        at += 8 + size
