"""What slides show as text: paragraphs, points, headings and photos; and the awareness text (exports.text) as these."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from exports.text import structure
from exports.text.structure import Text

Kind = Literal["text", "point", "heading", "photo"]
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `raised`: the mark of a note; `link`: an address out of the presentation."""

    text: str
    raised: bool = False
    link: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a point of a list, a line in larger type or a photo (`file` of the store, `alt`, runs: its credit).

    `mark` is the number or bullet before a point; "" where a point goes on from the slide before.
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    mark: str = ""
    file: str = ""
    alt: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


def paragraph(text: str, kind: Kind = "text", link: str = "") -> Block:
    """Words of one look as a block."""
    return Block(kind, (Run(text, link=link),), BULLET if kind == "point" else "")


def parts(found: Text) -> list[Part]:
    """The parts of the text under their headings; what stands under the title at once is under the title."""
    return [Part(part.heading or found.title, tuple(_blocks(part.blocks))) for part in found.parts if part.blocks]


def notes(found: Text) -> dict[str, Block]:
    """The numbered notes under the text, by their mark; each in one paragraph."""
    return {str(note.number): Block("point", _together(note.blocks), str(note.number)) for note in found.notes}


def sources(found: Text) -> list[Block]:
    """The sources under the notes."""
    return [block for part in found.sources for block in _blocks(part.blocks)]


def marks(blocks: Any) -> list[str]:
    """The numbers of the notes that blocks refer to, each once."""
    return list(dict.fromkeys(run.text for block in blocks for run in block.runs if run.raised))


def _blocks(blocks: tuple[structure.Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if block.photo is not None:
            credit = (Run(block.photo.caption),) if block.photo.caption else ()
            yield Block("photo", credit, file=block.photo.file, alt=block.photo.alt)
        elif runs := _runs(block):
            mark = (str(block.number) if block.number else BULLET) if block.kind == "item" else ""
            kinds: dict[str, Kind] = {"item": "point", "heading": "heading"}
            yield Block(kinds.get(block.kind, "text"), runs, mark)


def _together(blocks: tuple[structure.Block, ...]) -> tuple[Run, ...]:
    """Blocks after each other in one paragraph."""
    found: list[Run] = []
    for block in blocks:
        found += [Run(" ")] if found else []
        found += _runs(block)
    return tuple(found)


def _runs(block: structure.Block) -> tuple[Run, ...]:
    return tuple(Run(run.text.replace("\n", " "), bool(run.note), run.href, run.bold, run.italic) for run in block.runs)
