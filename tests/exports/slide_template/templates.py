"""PowerPoint files for tests: plain ones, dark and 4:3 ones, and what must not come in."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Inches

MAIN = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"


def saved(presentation: Any) -> bytes:
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def plain(slides: int = 1) -> bytes:
    """python-pptx's own template, 4:3, with slides of somebody else."""
    presentation = Presentation()
    for number in range(slides):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"Old slide {number}"
    return saved(presentation)


def dark() -> bytes:
    """16:9 with a dark ground and light letters, both by the master's colour map; no layout for a title alone."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    master = presentation.slide_master
    colours = master._element.find(qn("p:clrMap"))
    for name, value in (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")):
        colours.set(name, value)
    layouts = presentation.slide_layouts
    for layout in [one for one in layouts if one.name in ("Title Only", "Blank", "Section Header")]:
        layouts.remove(layout)
    for holder in (master, *layouts):
        for shape in holder.placeholders:
            if shape._element.find(f".//{qn('a:off')}") is not None:
                shape.left, shape.width = round(shape.left * 4 / 3), round(shape.width * 4 / 3)
    return saved(presentation)


def black() -> bytes:
    """A ground of its own colour on the master, and letters that are white by name."""
    presentation = Presentation()
    fill = presentation.slide_master.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(0x10, 0x18, 0x20)
    return saved(presentation)


def bare() -> bytes:
    """A single layout, without a place for anything."""
    presentation = Presentation()
    layouts = presentation.slide_layouts
    for layout in [one for one in layouts if one.name != "Blank"]:
        layouts.remove(layout)
    for holder in (layouts[0], presentation.slide_master):
        for shape in list(holder.placeholders):
            shape._element.getparent().remove(shape._element)
    return saved(presentation)


def changed(content: bytes, change: Callable[[str, bytes], bytes | None], **more: bytes) -> bytes:
    """The same archive with each part as `change` gives it (None: left out), and parts more."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            body = change(name, old.read(name))
            if body is not None:
                new.writestr(name, body)
        for name, body in more.items():
            new.writestr(name, body)
    return stream.getvalue()


def of_kind(kind: str) -> bytes:
    """As PowerPoint saves a template (.potx), a show (.ppsx) or one with macros (presentation.macroEnabled)."""

    def change(name: str, body: bytes) -> bytes:
        return body.replace(MAIN.format("presentation").encode(), kind.encode())

    return changed(plain(), change)


def related(kind: str, target: str, outside: bool, where: str = "ppt/slideLayouts/slideLayout2.xml") -> bytes:
    """With a relation of a kind on a layout, and a picture on it that uses the relation."""
    folder, _, file = where.rpartition("/")
    mode = ' TargetMode="External"' if outside else ""
    name = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    relation = f'<Relationship Id="rId99" Type="{name}" Target="{target}"{mode}/>'
    blip = (
        '<p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><p:nvPicPr>'
        '<p:cNvPr id="99" name="Foreign"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:link="rId99"/>'
        "</p:blipFill><p:spPr/></p:pic>"
    )

    def change(part: str, body: bytes) -> bytes:
        if part == f"{folder}/_rels/{file}.rels":
            return body.replace(b"</Relationships>", f"{relation}</Relationships>".encode())
        return body.replace(b"</p:spTree>", f"{blip}</p:spTree>".encode()) if part == where else body

    return changed(plain(), change)


def texts_of(content: bytes) -> str:
    """All XML of a file as one text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def well_formed(content: bytes) -> bool:
    """Whether every part is XML, and each relation inside leads to a part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        for name in names:
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))
    return True
