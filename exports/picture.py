"""A View as one finished Plotly figure, with title, subtitle, source, date, edition and address inside the picture."""

import copy
from dataclasses import dataclass
from typing import Any

from charts.config import PLOTLY_LOCALES
from charts.palette import CARD, DIM, INK, TEXT
from charts.view import View
from exports.text_lines import SERIF, lines

# A figure is laid out for about 760 px; drawn larger, all its type grows with it. 800 x 450 at 1.5 is 1200 x 675, 16:9,
# where the smallest type is 16 px; a PNG has twice that many pixels.
WIDTH, HEIGHT = 800, 450
ENLARGED = 1.5
SHARPNESS = 2
PAD = 24
SANS = '"Inter Variable", Inter, Arial, sans-serif'
SERIF_FACE = '"Source Serif 4 Variable", "Source Serif 4", Georgia, serif'
TITLE, SUBTITLE, FOOT = 21, 13, 11
LINE = 1.32
# How much lower than on the page a chart may be drawn before the picture grows taller than 16:9: rows have words
# between them, a time series only loses height.
CLOSEST_ROWS, CLOSEST_SERIES = 0.82, 0.5
MOST_TITLE, MOST_SUBTITLE, MOST_NOTES = 3, 4, 5


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


def picture(view: View, words: Any, address: str, file_name: str) -> dict[str, Any]:
    """{figure, width, height, scale, locale, name, title, alt}. Every word of the picture is laid out here.

    width and height are those of the picture in px; a PNG has `scale` times as many. The figure is laid out smaller
    (layout.width) and enlarged as a whole. A chart with more rows than 16:9 has room for makes a taller picture.
    """
    room = WIDTH - 2 * PAD
    head = _head(view, room)
    foot = _foot(view, words, address, room)
    chart = copy.deepcopy(view.figure) if view.figure else {"data": [], "layout": {}}
    own = chart["layout"].get("margin", {"t": 0, "r": 0, "b": 0, "l": 0})
    around = _around(own, head[-1].bottom + 6, foot[-1].bottom - foot[0].top + 14)
    plot = view.height - own["t"] - own["b"] if view.figure else 0
    closest = CLOSEST_ROWS if _in_rows(chart) else CLOSEST_SERIES
    height = max(HEIGHT, round(around["t"] + around["b"] + plot * closest))
    shift = height - PAD * 0.75 - foot[-1].bottom
    blocks = head + [Block(b.text, b.size, b.face, b.colour, b.top + shift) for b in foot]
    chart["layout"] |= {
        "width": WIDTH,
        "height": height,
        "autosize": False,
        "margin": around,
        "paper_bgcolor": CARD,
        "annotations": [*chart["layout"].get("annotations", []), *(_annotation(b, around) for b in blocks)],
    }
    if view.empty:
        chart["layout"] |= {"xaxis": {"visible": False}, "yaxis": {"visible": False}, "plot_bgcolor": CARD}
    return {
        "figure": chart,
        "width": round(WIDTH * ENLARGED),
        "height": round(height * ENLARGED),
        "scale": SHARPNESS,
        "locale": PLOTLY_LOCALES[words.language],
        "name": file_name,
        "title": view.title,
        "alt": view.alt,
    }


def _head(view: View, room: float) -> list[Block]:
    title = Block(lines(view.title, TITLE * SERIF, room, MOST_TITLE), TITLE, SERIF_FACE, INK, PAD * 0.75, bold=True)
    blocks = [title, Block(lines(view.subtitle, SUBTITLE, room, MOST_SUBTITLE), SUBTITLE, SANS, DIM, title.bottom + 2)]
    if view.empty:
        blocks.append(Block(lines(view.empty_reason, 16, room), 16, SANS, TEXT, blocks[-1].bottom + 60))
    return blocks


def _foot(view: View, words: Any, address: str, room: float) -> list[Block]:
    """Notes, then source and address, from 0 px down; moved to the lower edge when the height is known."""
    notes = [line for note in view.notes for line in lines(note, FOOT, room)]
    if len(notes) > MOST_NOTES:
        notes = [*notes[: MOST_NOTES - 1], words.say("exports.more_notes")]
    upper = Block(notes, FOOT, SANS, DIM, 0)
    proof = lines(source_line(view, words), FOOT, room) + lines(address, FOOT, room, 3)
    return [upper, Block(proof, FOOT, SANS, TEXT, upper.bottom + (6 if notes else 0))]


def source_line(view: View, words: Any) -> str:
    """Who counted, as of when, which edition."""
    counted_by = words.list(dict.fromkeys(source.counted_by for source in view.sources if source.counted_by))
    if view.as_of is None:
        return words.say("exports.source", counted_by=counted_by, edition=str(view.edition))
    return words.say("exports.source_as_of", counted_by=counted_by, as_of=view.as_of, edition=str(view.edition))


def _in_rows(chart: dict[str, Any]) -> bool:
    return any(trace.get("orientation") == "h" for trace in chart["data"])


def _around(own: dict[str, Any], head: float, foot: float) -> dict[str, float]:
    """The chart's own margins, which its labels need, and ours outside them."""
    return {
        "t": round(own["t"] + head),
        "b": round(own["b"] + foot + PAD * 0.75),
        "l": own["l"] + PAD,
        "r": max(own["r"], 0) + PAD,
        "pad": own.get("pad", 0),
    }


def _annotation(block: Block, around: dict[str, float]) -> dict[str, Any]:
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
        "xshift": PAD - around["l"],
        "yshift": around["t"] - block.top,
        "borderpad": 0,
        "font": {"family": block.face, "size": block.size, "color": block.colour},
    }


def _escaped(text: str) -> str:
    """Plotly reads a little HTML in texts; ours are plain."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
