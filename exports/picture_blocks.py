"""The words round a chart in a picture: title, finding and selection above; notes, source and address below."""

from dataclasses import dataclass, replace
from typing import Any

from charts.palette import DIM, INK, TEXT
from charts.view import View
from exports.text_lines import SERIF, balanced, lines

PAD = 24
SANS = '"Inter Variable", Inter, Arial, sans-serif'
SERIF_FACE = '"Source Serif 4 Variable", "Source Serif 4", Georgia, serif'
TITLE, FINDING, SUBTITLE, FOOT = 21, 14, 13, 12
LINE = 1.32
MOST_TITLE, MOST_FINDING, MOST_SUBTITLE = 3, 3, 4
# Lines of notes, from as many as there is mostly room for to the one that says where they stand.
NOTES = (5, 3, 1)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one size above or below the chart; `top` in px from the upper edge of the picture."""

    text: list[str]
    size: int
    face: str
    colour: str
    top: float
    bold: bool = False

    @property
    def bottom(self) -> float:
        return self.top + len(self.text) * self.size * LINE

    def lower(self, pixels: float) -> "Block":
        return replace(self, top=self.top + pixels)


def head(view: View, room: float) -> list[Block]:
    """From the upper edge down."""
    title = Block(balanced(view.title, TITLE * SERIF, room, MOST_TITLE), TITLE, SERIF_FACE, INK, PAD * 0.75, bold=True)
    blocks = [title]
    if view.headline:
        said = balanced(view.headline, FINDING, room, MOST_FINDING)
        blocks.append(Block(said, FINDING, SANS, TEXT, title.bottom + 3))
    told = balanced(view.subtitle, SUBTITLE, room, MOST_SUBTITLE)
    blocks.append(Block(told, SUBTITLE, SANS, DIM, blocks[-1].bottom + 3))
    if view.empty:
        blocks.append(Block(balanced(view.empty_reason, 16, room), 16, SANS, TEXT, blocks[-1].bottom + 60))
    return blocks


def foot(view: View, words: Any, address: str, room: float, most_notes: int) -> list[Block]:
    """Notes, then source and address, from 0 px down; moved to the lower edge when the height is known."""
    notes = _notes(view, words, room, most_notes)
    upper = Block(notes, FOOT, SANS, DIM, 0)
    proof = balanced(source_line(view, words), FOOT, room) + lines(address, FOOT, room, 3)
    return [upper, Block(proof, FOOT, SANS, TEXT, upper.bottom + (6 if notes else 0))]


def _notes(view: View, words: Any, room: float, most: int) -> list[str]:
    """Whole notes, as many as fit in `most` lines; where some are left out, the last line says so."""
    found = [balanced(note, FOOT, room) for note in view.notes]
    if sum(map(len, found)) <= most:
        return [line for note in found for line in note]
    kept: list[str] = []
    for note in found:
        if len(kept) + len(note) >= most:
            break
        kept += note
    return [*kept, *lines(words.say("exports.more_notes"), FOOT, room)]


def source_line(view: View, words: Any) -> str:
    """Who counted, as of when, which edition."""
    counted_by = words.list(dict.fromkeys(source.counted_by for source in view.sources if source.counted_by))
    if view.as_of is None:
        return str(words.say("exports.source", counted_by=counted_by, edition=str(view.edition)))
    return str(words.say("exports.source_as_of", counted_by=counted_by, as_of=view.as_of, edition=str(view.edition)))


def side(width: float) -> int:
    """px left and right of everything."""
    return PAD if width >= 400 else 10


def annotation(block: Block, around: dict[str, float], left: int) -> dict[str, Any]:
    """A block fixed to the picture's own left and upper edge, which Plotly counts from the plot's."""
    text = "<br>".join(_escaped(line) for line in block.text)
    return {
        "text": f"<b>{text}</b>" if block.bold and text else text,
        "showarrow": False,
        "align": "left",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "top",
        "xshift": left - around["l"],
        "yshift": around["t"] - block.top,
        "borderpad": 0,
        "font": {"family": block.face, "size": block.size, "color": block.colour},
    }


def _escaped(text: str) -> str:
    """Plotly reads a little HTML in texts; ours are plain."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
