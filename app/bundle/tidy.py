"""The pictures and fonts of a pack: freed from private data, and kept once however many documents bring them along."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Name

from app.bundle.jpeg import without_private_data

_PRIVATE = ("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/OPI", "/Alternates", "/StructParent", "/StructParents")
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_DEEPEST = 12


@dataclass(slots=True)
class Tidy:
    """Goes through drawings that were copied into a pack. `seen` are objects done, `kept` the first of equal streams,
    `same` what stands for the others."""

    seen: set[tuple[int, int]] = field(default_factory=set)
    kept: dict[bytes, pikepdf.Object] = field(default_factory=dict)
    same: dict[tuple[int, int], pikepdf.Object] = field(default_factory=dict)

    def drawing(self, form: pikepdf.Object, depth: int = 0) -> None:
        """Tidy a form XObject and everything it draws with."""
        if depth > _DEEPEST or not self._first_time(form):
            return
        _drop_private(form)
        resources: Any = form.get("/Resources")
        if not isinstance(resources, pikepdf.Dictionary) or not self._first_time(resources):
            return
        self._x_objects(resources.get("/XObject"), depth)
        self._fonts(resources.get("/Font"), depth)
        for pattern in _values(resources.get("/Pattern")):
            if isinstance(pattern, pikepdf.Stream):
                self.drawing(pattern, depth + 1)

    def _x_objects(self, names: Any, depth: int) -> None:
        if not isinstance(names, pikepdf.Dictionary) or not self._first_time(names):
            return
        for name, drawn in list(names.items()):
            if not isinstance(drawn, pikepdf.Stream):
                continue
            if drawn.get("/Subtype") == Name.Form:
                self.drawing(drawn, depth + 1)
            elif (same := self._shared(drawn)) is not drawn:
                names[name] = same

    def _fonts(self, names: Any, depth: int) -> None:
        for font in _values(names):
            if not isinstance(font, pikepdf.Dictionary) or not self._first_time(font):
                continue
            if font.get("/Subtype") == Name.Type3:
                self.drawing(font, depth + 1)
            inner = font.get("/DescendantFonts")
            described = inner[0] if isinstance(inner, pikepdf.Array) and len(inner) else font
            descriptor = described.get("/FontDescriptor") if isinstance(described, pikepdf.Dictionary) else None
            if isinstance(descriptor, pikepdf.Dictionary) and self._first_time(descriptor):
                for key in _FONT_FILES:
                    if isinstance(descriptor.get(key), pikepdf.Stream):
                        descriptor[key] = self._shared(descriptor[key])

    def _shared(self, stream: pikepdf.Object, depth: int = 0) -> pikepdf.Object:
        """The stream itself, or an equal one that the pack has already."""
        if not self._first_time(stream):
            return self.same.get(stream.objgen, stream)
        _drop_private(stream)
        if stream.get("/Filter") == Name.DCTDecode:
            _clean_jpeg(stream)
        digest = hashlib.blake2b(stream.read_raw_bytes(), digest_size=20)
        for key, value in sorted(stream.stream_dict.items()):
            if key != "/Length":
                digest.update(key.encode() + self._described(stream, key, value, depth + 1))
        kept = self.kept.setdefault(digest.digest(), stream)
        if kept is not stream:
            self.same[stream.objgen] = kept
        return kept

    def _described(self, holder: Any, key: Any, value: Any, depth: int) -> bytes:
        """A value for comparing; streams in it (masks, colour profiles) are shared first, so that equal ones are one."""
        if isinstance(value, pikepdf.Stream) and depth < _DEEPEST:
            same = self._shared(value, depth)
            if same is not value:
                holder[key] = same
            return b"%d %d R" % same.objgen
        if isinstance(value, pikepdf.Array) and depth < _DEEPEST:
            return b"[" + b" ".join(self._described(value, at, item, depth + 1) for at, item in enumerate(value)) + b"]"
        return value.unparse() if isinstance(value, pikepdf.Object) else str(value).encode()

    def _first_time(self, value: pikepdf.Object) -> bool:
        if not value.is_indirect:
            return True
        if value.objgen in self.seen:
            return False
        self.seen.add(value.objgen)
        return True


def _values(names: Any) -> list[Any]:
    return list(names.values()) if isinstance(names, pikepdf.Dictionary) else []


def _drop_private(value: pikepdf.Object) -> None:
    for key in _PRIVATE:
        if key in value:
            del value[key]


def _clean_jpeg(stream: pikepdf.Object) -> None:
    raw = stream.read_raw_bytes()
    clean = without_private_data(raw)
    if len(clean) != len(raw):
        parameters: Any = stream.get("/DecodeParms")
        stream.write(clean, filter=Name.DCTDecode, decode_parms=parameters)
