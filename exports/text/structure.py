"""What an awareness text consists of, as files need it: parts with blocks, blocks with runs; no markup of any kind."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["paragraph", "item", "heading", "quote", "code", "photo"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks the same throughout; "\\n" in `text` is a break of the line.

    `href` is an absolute address, "" where it is no link. `note` is the number of the note that a mark points to
    (`text` is that number), 0 elsewhere. `outcome` is killed, injured or casualties where the text is a computed figure
    with its word ("70 people killed"); `said` is then what its link says (how many, as of when, who counted).
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    href: str = ""
    note: int = 0
    outcome: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """`file` is its name in the store, `alt` what it shows, `caption` who made it ("Photo: ...", or "")."""

    file: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or its like. An item has `number` (of a numbered list; 0: a bullet) and `depth` (from 0).

    A heading is one below that of its part. Only a photo has `photo`, and it has no runs.
    """

    kind: BlockKind
    runs: tuple[Run, ...] = ()
    number: int = 0
    depth: int = 0
    photo: Photo | None = None

    @property
    def plain(self) -> str:
        """The words alone, without the marks of notes."""
        return "".join(run.text for run in self.runs if not run.note)


@dataclass(frozen=True, slots=True)
class Part:
    """`heading` is "" for what stands under the title at once."""

    heading: str
    blocks: tuple[Block, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words of all its blocks but photos, one text each."""
        return tuple(block.plain for block in self.blocks if block.kind != "photo")


@dataclass(frozen=True, slots=True)
class Note:
    number: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """`title` is the one of the whole; `parts` follow in order; `sources` are parts too (mostly one, of items)."""

    title: str
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    sources: tuple[Part, ...]
