"""Blocks of text onto as many slides as they need, each about as full as the others, none overflowing."""

from dataclasses import dataclass

from exports.deck.blocks import Block
from exports.deck.sentences import halves, joined, split
from exports.text_lines import lines

# Lines of type are so much higher than its size; between paragraphs stands so much of a size.
LEADING, BETWEEN = 1.25, 0.6
# Other faces are wider than Inter, whose widths we know: Verdana by a seventh.
WIDER = 1.14
# A list is set in from the left, by so much of its size.
INDENT = 1.4
HEADING = 1.15


@dataclass(frozen=True, slots=True)
class Room:
    """Where text may stand, in points, and the size of its type.

    A paragraph that takes up no more than the share `whole` of the height is never taken apart.
    """

    width: float
    height: float
    size: float
    whole: float = 0.25


def pages(blocks: list[Block] | tuple[Block, ...], room: Room) -> list[list[Block]]:
    """The blocks in their order, paragraphs taken apart at the ends of sentences where a slide ends within them."""
    pieces = [piece for block in blocks for piece in _pieces(block, room)]
    if not pieces:
        return []
    least = _filled(pieces, room, room.height)
    # As many slides as needed, each as full as the others: the lowest height at which they are not more.
    low, high = 0.0, room.height
    for _ in range(8):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(pieces, room, middle)) <= len(least) else (middle, high)
    even = _filled(pieces, room, high)
    return [joined(page) for page in (even if all(height(page, room) <= room.height for page in even) else least)]


def height(blocks: list[Block], room: Room) -> float:
    """The points that blocks take up."""
    tall = 0.0
    for block in joined(blocks):
        size = room.size * (HEADING if block.kind == "heading" else 1)
        width = room.width - (INDENT * room.size if block.kind == "point" else 0)
        tall += len(lines(block.text.replace("\xa0", " "), size * WIDER, width)) * size * LEADING + room.size * BETWEEN
    return tall - room.size * BETWEEN if blocks else 0.0


def _pieces(block: Block, room: Room) -> list[Block]:
    if height([block], room) <= room.height * room.whole:
        return [block]
    return [small for one in split(block) for small in _small(one, room)]


def _small(sentence: Block, room: Room) -> list[Block]:
    """A sentence, taken apart as often as it takes to fit."""
    if height([sentence], room) <= room.height:
        return [sentence]
    found = halves(sentence)
    return [small for one in found for small in _small(one, room)] if len(found) > 1 else found


def _filled(pieces: list[Block], room: Room, most: float) -> list[list[Block]]:
    """A heading never stands last."""
    found: list[list[Block]] = [[]]
    for piece in pieces:
        if found[-1] and height([*found[-1], piece], room) > most:
            carried = [found[-1].pop()] if found[-1][-1].kind == "heading" and len(found[-1]) > 1 else []
            found.append(carried)
        found[-1].append(piece)
    return found
