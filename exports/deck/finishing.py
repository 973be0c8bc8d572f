"""The last touches of a deck: numbers on its slides, sections, and a file that is byte for byte the same."""

import copy
import io
import re
import uuid
import zipfile
from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from exports.deck.layouts import kind
from exports.slide_template.package import DATE, packing

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
# The extension of a presentation that holds its sections [MS-PPTX 2.2.10].
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def number_slides(presentation: Any) -> None:
    """Every slide shows its number where its layout has a place for it; the first shows none."""
    for slide in list(presentation.slides)[1:]:
        if any(kind(shape) == "SLIDE_NUMBER" for shape in slide.placeholders):
            continue
        found = [shape for shape in slide.slide_layout.placeholders if kind(shape) == "SLIDE_NUMBER"]
        if found:
            element = copy.deepcopy(found[0]._element)
            element.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in slide.shapes) + 1))
            slide.shapes._spTree.append(element)


def add_sections(presentation: Any, names: Sequence[str]) -> None:
    """Slides that follow each other under one name are a section. `names` has one for each slide."""
    root = presentation.part._element
    ids = [slide.get("id") for slide in root.find(qn("p:sldIdLst"))]
    holder = root.find(qn("p:extLst"))
    if holder is None:
        holder = etree.SubElement(root, qn("p:extLst"))
    extension = etree.SubElement(holder, qn("p:ext"), uri=_SECTIONS)
    every = etree.SubElement(extension, f"{{{_P14}}}sectionLst", nsmap={"p14": _P14})
    list_: Any = None
    for number, (name, slide) in enumerate(zip(names, ids, strict=True)):
        if number == 0 or name != names[number - 1]:
            own = f"{{{uuid.uuid5(uuid.NAMESPACE_URL, f'{number} {name}')}}}".upper()
            section = etree.SubElement(every, f"{{{_P14}}}section", name=name, id=own)
            list_ = etree.SubElement(section, f"{{{_P14}}}sldIdLst")
        etree.SubElement(list_, f"{{{_P14}}}sldId", id=str(slide))


def saved(presentation: Any) -> bytes:
    """The file with fixed times in its archive, and in the workbooks inside that hold the numbers of charts."""
    made, stream = io.BytesIO(), io.BytesIO()
    presentation.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            body = old.read(name)
            body = timeless(body) if name.endswith(".xlsx") else body
            new.writestr(zipfile.ZipInfo(name, DATE), body, packing(name))
    return stream.getvalue()


def timeless(workbook: bytes) -> bytes:
    """XlsxWriter writes down when a workbook was made."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            body = old.read(name)
            if name == "docProps/core.xml":
                body = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2020-01-01T00:00:00Z", body)
            new.writestr(zipfile.ZipInfo(name, DATE), body, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
