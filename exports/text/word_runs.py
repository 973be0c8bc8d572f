"""Runs of the text as runs of a Word document: looks, links to the web, marks of notes, fields."""

from collections.abc import Callable, Sequence
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.run import Run as WordRun

from exports.text.structure import Run


class Writer:
    """Writes into paragraphs of one `part` of a document, which keeps addresses. `mark` writes the mark of a note."""

    def __init__(self, part: Any, mark: Callable[[Any, int], None] | None = None) -> None:
        self.part, self.mark = part, mark

    def write(self, paragraph: Any, runs: Sequence[Run]) -> None:
        for run in runs:
            if run.note:
                if self.mark:
                    self.mark(paragraph, run.note)
            elif run.href:
                self.link(paragraph, run.text, run.href, run.said, run)
            else:
                self.plain(paragraph, run.text, run)

    def plain(self, paragraph: Any, text: str, run: Run | None = None) -> None:
        _look(paragraph.add_run(text), run)

    def link(self, paragraph: Any, text: str, href: str, said: str = "", run: Run | None = None) -> None:
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), self.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        link.set(qn("w:history"), "1")
        if said:
            # Word shows no more, and refuses a file with more than 260.
            link.set(qn("w:tooltip"), said[:250])
        made = WordRun(OxmlElement("w:r"), paragraph)
        made.text = text
        _look(made, run)
        _styled(made, "Hyperlink")
        link.append(made._element)
        paragraph._p.append(link)

    def fields(self, paragraph: Any, text: str) -> None:
        """Words with fields between NUL signs: "Page \\0PAGE\\0 of \\0NUMPAGES\\0"."""
        for position, piece in enumerate(text.split("\x00")):
            if position % 2:
                field = OxmlElement("w:fldSimple")
                field.set(qn("w:instr"), piece)
                shown = WordRun(OxmlElement("w:r"), paragraph)
                shown.text = "1"
                field.append(shown._element)
                paragraph._p.append(field)
            elif piece:
                paragraph.add_run(piece)


def _styled(run: Any, style: str) -> None:
    """By the id that python-docx gives a style of its own: its name without spaces."""
    element = OxmlElement("w:rStyle")
    element.set(qn("w:val"), style)
    run._element.get_or_add_rPr().insert(0, element)


def _look(made: Any, run: Run | None) -> None:
    if run is None:
        return
    made.bold, made.italic = run.bold or None, run.italic or None
    if run.code:
        made.font.name = "Courier New"
