"""Office files as ZIP packages of XML parts: found, parsed and linked without trusting anything in them."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from app.ingest import problems, salvage
from app.ingest.limits import Limits

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LARGEST_PART = 400 * 2**20


class Package:
    """A ZIP of parts. `what` is the plain name for messages. Raises FileProblem damaged when it cannot be opened."""

    def __init__(self, data: bytes, what: str, limits: Limits) -> None:
        self.what = what
        self._data = data
        self._saved: dict[str, bytes] | None = None
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
            infos = []
            if not self._salvaged():
                raise problems.damaged(what) from error
        self._names = {info.filename.replace("\\", "/").lstrip("/").lower(): info for info in infos}
        expanded = sum(info.file_size for info in infos)
        if expanded > max(limits.max_expansion_ratio * len(data), 64 * 2**20) or expanded > limits.max_expanded_bytes:
            raise problems.too_large("The file expands to far more than it holds, as files made to do harm do.")

    def names(self) -> Iterator[str]:
        """Names of the parts as written."""
        yield from (info.filename.replace("\\", "/").lstrip("/") for info in self._names.values())
        yield from self._saved or ()

    @property
    def note(self) -> str:
        """A sentence when only parts of the file could be saved."""
        return "The file is damaged or cut off; what could be recovered of it is shown." if self._saved else ""

    def has(self, name: str) -> bool:
        return name.lower() in self._names or name.lower() in (self._saved or {})

    def read(self, name: str) -> bytes:
        """Bytes of a part; empty when it is missing or damaged. Raises FileProblem for a part beyond all measure."""
        info = self._names.get(name.lower())
        if info is None:
            return (self._saved or {}).get(name.lower(), b"")
        if info.file_size > _LARGEST_PART:
            raise problems.too_large("A part of the file is too large to be read.")
        try:
            with self._zip.open(info) as stream:
                return stream.read(_LARGEST_PART)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
            return self._salvaged().get(name.lower(), b"")

    def _salvaged(self) -> dict[str, bytes]:
        """Parts found by their own headers, for a file whose directory lies."""
        if self._saved is None:
            self._saved = {found.name.lower(): found.data for found in salvage.members(self._data, _LARGEST_PART)}
        return self._saved

    def xml(self, name: str) -> Any:
        """The root element of a part, mended where it is broken; None when there is none."""
        return parse_xml(self.read(name))

    def needed_xml(self, name: str) -> Any:
        """The root of a part the file cannot do without. Raises FileProblem damaged."""
        root = self.xml(name)
        if root is None:
            raise problems.damaged(self.what)
        return root

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relations of a part by id: (last word of the type, full name of the target inside the package)."""
        folder, name = posixpath.split(part)
        root = self.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        found: dict[str, tuple[str, str]] = {}
        for relation in root.iter(_RELS) if root is not None else ():
            target = unquote(relation.get("Target") or "")
            if relation.get("TargetMode") != "External":
                target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
            found[relation.get("Id") or ""] = ((relation.get("Type") or "").rsplit("/", 1)[-1], target)
        return found


def parse_xml(data: bytes) -> Any:
    """XML without entities, network or schema; None for no XML."""
    from lxml import etree

    if not data.strip():
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=True, remove_comments=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(tag: Any) -> str:
    """A tag without its namespace."""
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """An attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if local(key) == name:
            return str(value)
    return ""


def core_properties(package: Package) -> tuple[str, dict[str, str]]:
    """Title and properties (author, modified-by, created, modified, subject, keywords, program) of an Office Open XML file."""
    names = {
        "creator": "author", "lastModifiedBy": "modified-by", "created": "created", "modified": "modified",
        "subject": "subject", "keywords": "keywords", "description": "description", "lastPrinted": "printed",
        "revision": "revision",
    }  # fmt: skip
    found: dict[str, str] = {}
    title = ""
    root = package.xml("docProps/core.xml")
    for element in root if root is not None else ():
        text = (element.text or "").strip()
        if local(element.tag) == "title":
            title = text
        elif local(element.tag) in names and text:
            found[names[local(element.tag)]] = text
    extra = package.xml("docProps/app.xml")
    for element in extra if extra is not None else ():
        if local(element.tag) in ("Application", "Company") and (element.text or "").strip():
            found["program" if local(element.tag) == "Application" else "company"] = element.text.strip()
    return title, found
