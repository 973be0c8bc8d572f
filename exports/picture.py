"""A View as one finished Plotly figure, with title, subtitle, source, date, edition and address inside the picture."""

import copy
from dataclasses import dataclass, replace
from typing import Any

from charts.config import PLOTLY_LOCALES
from charts.palette import CARD
from charts.view import View
from exports.picture_blocks import NOTES, PAD, Block, annotation, foot, head, side, source_line
from exports.picture_room import highest, lowest, moved_apart, says_less
from exports.picture_sizes import LAID_WIDE, Size, sharpness, sized
from exports.picture_theme import themed

__all__ = ["bare", "of_handed", "picture", "source_line"]
# By how much type shrinks at a time in a picture that keeps its shape.
STEP = 1.05


def of_handed(handed: Any) -> dict[str, Any]:
    """The picture that the options of a Handed ask for (exports.picture_sizes.OPTIONS)."""
    asked = handed.options
    return picture(
        handed.view, handed.words, handed.address, handed.name, narrow=handed.narrow,
        size=asked.get("size") or "wide", width=int(asked.get("width") or 0) or None,
        scale=int(asked.get("scale") or 2), theme=asked.get("theme") or "light",
    )  # fmt: skip


def picture(
    view: View, words: Any, address: str, file_name: str, *, narrow: View | None = None, size: str = "wide",
    width: int | None = None, scale: int = 2, theme: str = "light",
) -> dict[str, Any]:  # fmt: skip
    """{figure, width, height, scale, locale, name, title, alt}. Every word of the picture is laid out here.

    width and height are those of the picture in px; a PNG has `scale` times as many. The figure is laid out smaller
    (layout.width) and enlarged as a whole. `narrow` is the same View for a phone, for the sizes that are seen on one.
    A chart that does not fit gets fewer notes; then smaller type; then the picture grows taller.
    """
    wanted = sized(size, width)
    shown, laid = _best(view, narrow, words, address, wanted)
    height = wanted.height if laid.in_shape else round(laid.height * wanted.width / laid.width)
    return {
        "figure": themed(_figure(shown, laid), theme),
        "width": wanted.width,
        "height": height,
        "scale": sharpness(wanted.width, height, scale),
        "locale": PLOTLY_LOCALES[words.language],
        "name": file_name,
        "title": view.title,
        "alt": view.alt,
    }


def bare(view: View, words: Any, file_name: str, width: int, height: int | None = None) -> dict[str, Any]:
    """The chart alone, for a page that says the rest in its own words and has our fonts. Not for an empty view.

    The figure has no ground of its own, and the light palette: a page may show each colour as its dark one.
    """
    figure, height = copy.deepcopy(view.figure), height or view.height
    figure["layout"] |= {"width": width, "height": height, "autosize": False}
    return {
        "figure": figure, "width": width, "height": height, "scale": 1, "fonts": False,
        "locale": PLOTLY_LOCALES[words.language], "name": file_name, "title": view.title, "alt": view.alt,
    }  # fmt: skip


def _best(view: View, narrow: View | None, words: Any, address: str, size: Size) -> "tuple[View, Laid]":
    """The chart for phones where the size is for that, unless it says less than the wide one or does not fit."""
    if narrow is None or not size.narrow:
        return view, fitted(view, words, address, size)
    on_phone = fitted(narrow, words, address, size)
    less = says_less(narrow, view)
    if not size.room_for_wide or (on_phone.in_shape and not less):
        return narrow, on_phone
    wide = fitted(view, words, address, replace(size, laid=LAID_WIDE))
    if less or wide.height / wide.width < on_phone.height / on_phone.width:
        return view, wide
    return narrow, on_phone


@dataclass(frozen=True, slots=True)
class Laid:
    """Words and margins of a picture `width` by `height` px, before it is enlarged."""

    width: int
    height: int
    blocks: list[Block]
    around: dict[str, float]
    in_shape: bool = True


def fitted(view: View, words: Any, address: str, size: Size) -> Laid:
    """The first layout that the chart fits into: with as many notes and as large a type as there is room for."""
    width = float(size.laid)
    while True:
        for most_notes in NOTES[: 2 if size.grows else None]:
            laid, over = _laid(view, words, address, round(width), round(width * size.height / size.width), most_notes)
            if over <= 0:
                return laid
        if width * STEP * size.smallest > size.laid:
            break
        width *= STEP
    # What does not fit grows: with type of full size where it grows gladly, since nothing is won by smaller.
    width = size.laid if size.grows else width
    full = NOTES[1] if size.grows else NOTES[-1]
    _, over = _laid(view, words, address, round(width), round(width * size.height / size.width), full)
    tall = round(width * size.height / size.width + over)
    return replace(_laid(view, words, address, round(width), tall, full)[0], in_shape=False)


def _laid(view: View, words: Any, address: str, width: int, height: int, most_notes: int) -> tuple[Laid, float]:
    """The words in their places, and by how many px the chart is lower than it must be."""
    room = width - 2 * side(width)
    above = head(view, room)
    below = foot(view, words, address, room, most_notes)
    layout = view.figure["layout"] if view.figure else {}
    own = layout.get("margin", {"t": 0, "r": 0, "b": 0, "l": 0})
    around = {
        "t": round(own["t"] + above[-1].bottom + 6),
        "b": round(own["b"] + below[-1].bottom + 14 + PAD * 0.75),
        "l": own["l"] + side(width),
        "r": max(own["r"], 0) + side(width),
        "pad": own.get("pad", 0),
    }
    spare = height - around["t"] - around["b"]
    around["b"] += round(max(0, spare - min(spare, highest(view))))
    shift = height - PAD * 0.75 - below[-1].bottom
    laid = Laid(width, height, above + [block.lower(shift) for block in below], around)
    return laid, lowest(view) - spare


def _figure(view: View, laid: Laid) -> dict[str, Any]:
    chart = copy.deepcopy(view.figure) if view.figure else {"data": [], "layout": {}}
    if view.figure:
        moved_apart(chart["layout"], laid.height - laid.around["t"] - laid.around["b"])
    words = [annotation(block, laid.around, side(laid.width)) for block in laid.blocks]
    chart["layout"] |= {
        "width": laid.width,
        "height": laid.height,
        "autosize": False,
        "margin": laid.around,
        "paper_bgcolor": CARD,
        "annotations": [*chart["layout"].get("annotations", []), *words],
    }
    if view.empty:
        chart["layout"] |= {"xaxis": {"visible": False}, "yaxis": {"visible": False}, "plot_bgcolor": CARD}
    return chart
