"""A PowerPoint file as parts, their types and their relations; read in the child process, so without other rooms."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import etree

from data.web_address import parts_of

CONTENT_TYPES = "[Content_Types].xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
# XML of one part; masters and themes of large organisations have some hundred kilobytes.
LARGEST_XML = 10 << 20
# Every file the same, whenever it is made.
DATE = (1980, 1, 1, 0, 0, 0)
BROKEN = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, OSError, ValueError, RuntimeError, EOFError, KeyError)


class Refused(Exception):
    """A file that cannot be a template: `reason` is the end of the message deck.template.<reason>."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Relation(NamedTuple):
    """`kind` is the last word of its type (slideLayout, image), `target` a part's name or, `outside`, an address."""

    id: str
    type: str
    target: str
    outside: bool

    @property
    def kind(self) -> str:
        return self.type.rpartition("/")[2]


@dataclass
class Package:
    """`parts` by name (ppt/presentation.xml), `types` what each is, `relations` of each part, "" the file's."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[Relation]] = field(default_factory=dict)

    @classmethod
    def read(cls, content: bytes) -> "Package":
        """Raises Refused and what is in BROKEN. Sizes and the number of entries have been looked at before."""
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = {one.filename.lstrip("/"): archive.read(one) for one in archive.infolist() if not one.is_dir()}
        if CONTENT_TYPES not in files:
            raise Refused("not_powerpoint")
        defaults, own = _types(parsed(files[CONTENT_TYPES]))
        package = cls()
        for name, body in files.items():
            if name == CONTENT_TYPES or name.endswith(".rels"):
                continue
            package.parts[name] = body
            package.types[name] = own.get(name, defaults.get(name.rpartition(".")[2].lower(), ""))
        for name in ("", *package.parts):
            if _relations_of(name) in files:
                package.relations[name] = list(_relations(parsed(files[_relations_of(name)]), name))
        return package

    def written(self) -> bytes:
        """The file, byte for byte the same for the same parts."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, body in ((CONTENT_TYPES, self._types_written()), *self._relations_written(), *self.parts.items()):
                archive.writestr(zipfile.ZipInfo(name, DATE), body, packing(name))
        return stream.getvalue()

    def _types_written(self) -> bytes:
        root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
        for extension, kind in (("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                                ("xml", "application/xml")):  # fmt: skip
            etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=extension, ContentType=kind)
        for name in self.parts:
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=self.types[name])
        return text(root)

    def _relations_written(self) -> list[tuple[str, bytes]]:
        found = []
        for name, relations in self.relations.items():
            root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
            for one in relations:
                mode = {"TargetMode": "External"} if one.outside else {}
                target = one.target if one.outside else f"/{one.target}"
                tag = f"{{{_RELATIONS}}}Relationship"
                etree.SubElement(root, tag, {"Id": one.id, "Type": one.type, "Target": target, **mode})
            found.append((_relations_of(name), text(root)))
        return found


def packing(name: str) -> int:
    """Pictures are compressed already; to do it again takes a second for 10 MB."""
    return zipfile.ZIP_STORED if name.lower().endswith(("png", "jpg", "jpeg", "gif")) else zipfile.ZIP_DEFLATED


def parsed(body: bytes) -> Any:
    """XML without entities, network and document types. Raises Refused and etree.XMLSyntaxError."""
    if len(body) > LARGEST_XML:
        raise Refused("too_large_unpacked")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(body, parser)
    if root.getroottree().docinfo.doctype:
        raise Refused("damaged")
    return root


def text(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _types(root: Any) -> tuple[dict[str, str], dict[str, str]]:
    """By ending, and by name."""
    defaults = {
        one.get("Extension", "").lower(): one.get("ContentType", "") for one in root.iter(f"{{{_TYPES}}}Default")
    }
    own = {unquote(one.get("PartName", "")).lstrip("/"): one.get("ContentType", "")
           for one in root.iter(f"{{{_TYPES}}}Override")}  # fmt: skip
    return defaults, own


def _relations_of(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relations(root: Any, name: str) -> Any:
    for one in root.iter(f"{{{_RELATIONS}}}Relationship"):
        outside, target = one.get("TargetMode") == "External", one.get("Target", "")
        if not outside:
            path = unquote(parts_of(target).path)
            target = posixpath.normpath(posixpath.join(f"/{posixpath.dirname(name)}", path)).lstrip("/")
        yield Relation(one.get("Id", ""), one.get("Type", ""), target, outside)
