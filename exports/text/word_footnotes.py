"""Footnotes, which python-docx does not write: their part, their marks, and the two lines that every file must have."""

from collections.abc import Mapping, Sequence
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree

from exports.text.structure import Block
from exports.text.word_runs import Writer

# ISO/IEC 29500-1, 17.11: a separator and a continuation separator come first, with ids that no note may have.
_EMPTY = f"""<w:footnotes {nsdecls("w", "r")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""
_STYLE, _MARK_STYLE = "footnotetext", "footnotereference"


class Footnotes:
    """`notes`: number -> blocks. A note is written where it is first marked; a further mark only repeats its number."""

    def __init__(self, document: Any, notes: Mapping[int, Sequence[Block]]) -> None:
        self.document, self.notes = document, notes
        self.root = parse_xml(_EMPTY)
        self.part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, b"", document.part.package)
        self.written: set[int] = set()

    def mark(self, paragraph: Any, number: int) -> None:
        run = paragraph.add_run()._element
        run.append(_properties())
        if number in self.written or number not in self.notes:
            text = OxmlElement("w:t")
            text.text = str(number)
            run.append(text)
            return
        self.written.add(number)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run.append(reference)
        self._write(number)

    def finish(self) -> None:
        """Puts the part into the document, where there are notes."""
        if not self.written:
            return
        self.part._blob = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self.document.part.relate_to(self.part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _write(self, number: int) -> None:
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(number))
        for position, block in enumerate(self.notes[number]):
            element = OxmlElement("w:p")
            style = OxmlElement("w:pStyle")
            style.set(qn("w:val"), _STYLE)
            element.get_or_add_pPr().append(style)
            paragraph = Paragraph(element, self.document._body)
            if position == 0:
                own = OxmlElement("w:r")
                own.append(_properties())
                own.append(OxmlElement("w:footnoteRef"))
                element.append(own)
                paragraph.add_run(" ")
            Writer(self.part).write(paragraph, block.runs)
            note.append(element)
        self.root.append(note)


def _properties() -> Any:
    """What raises a mark."""
    properties, style = OxmlElement("w:rPr"), OxmlElement("w:rStyle")
    style.set(qn("w:val"), _MARK_STYLE)
    properties.append(style)
    return properties
