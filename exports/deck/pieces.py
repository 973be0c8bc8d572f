"""The kinds of slides that a deck consists of, as values: what they say, before anything is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from exports.deck.blocks import Block
from exports.handed import Handed


@dataclass(frozen=True, slots=True)
class Pages:
    """A heading with blocks, on as many slides as they need. `small`: what is looked up rather than read aloud.

    `notes` gives what the speaker gets beside the blocks of one slide.
    """

    section: str
    heading: str
    blocks: tuple[Block, ...]
    small: bool = False
    notes: Callable[[list[Block]], list[str]] = lambda _blocks: []


@dataclass(frozen=True, slots=True)
class Opening:
    section: str
    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """`numbers` are (killed, injured or casualties; the number; the word under it)."""

    section: str
    heading: str
    numbers: tuple[tuple[str, str, str], ...]
    lines: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    section: str
    handed: Handed


@dataclass(frozen=True, slots=True)
class Table:
    section: str
    handed: Handed


Piece = Opening | Numbers | Chart | Table | Pages
