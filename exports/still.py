"""A chart's still pictures for an embed: SVG for several widths of frame, one of which a style sheet shows."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import brotli

from exports.browser import Browser
from exports.handed import Handed
from exports.picture import bare


class Width(NamedTuple):
    """A picture `px` wide, for frames of at least `frame` px; `narrow`: of the View for phones."""

    px: int
    frame: int
    narrow: bool


# A picture is shown in the size it is drawn in, so that its type stays what it is, hence several: in few frames is more
# than a fifth of the width left empty. Below 560 px the View for phones, as the interactive chart has it.
WIDTHS = (
    Width(300, 0, True), Width(400, 420, True), Width(540, 560, False), Width(680, 700, False), Width(840, 860, False),
)  # fmt: skip
# Of a chart with many outlines (the map), whose pictures would weigh 25 kB together.
FEW = (Width(340, 0, True), Width(680, 560, False))
MOST_BYTES = 14_000
_HEAD = re.compile(r"^\s*<\?xml[^>]*>\s*")
# Said of all of them together by the element round them; a title would open under every pointer.
_SAID = re.compile(r'<(title|desc)>.*?</\1>|\srole="img"|\sxmlns:xlink="[^"]*"', re.DOTALL)
_ID = re.compile(r"""(\sid="|url\((?:&quot;|'|)#|href="#)""")
_OUTLINE = re.compile(r'(?<=\sd=")M(?:[LM]?-?[\d.]+,-?[\d.]+Z?){6,}')
_POINT = re.compile(r"([MLZ])(?:(-?[\d.]+),(-?[\d.]+))?")


def still(handed: Handed, browser: Browser) -> bytes:
    """The pictures one after another, as HTML. Empty where there is nothing to draw. Raises NoBrowser."""
    if handed.view.empty:
        return b""
    made = _all(handed, WIDTHS, browser)
    return made if len(brotli.compress(made, quality=4)) <= MOST_BYTES else _all(handed, FEW, browser)


def _all(handed: Handed, widths: Sequence[Width], browser: Browser) -> bytes:
    return "\n".join(_drawn(handed, width, browser) for width in widths).encode()


def _drawn(handed: Handed, width: Width, browser: Browser) -> str:
    view = handed.narrow if width.narrow else handed.view
    svg = browser.picture(bare(view, handed.words, handed.name, width.px), "svg").decode()
    return placed(svg, width.px)


def placed(svg: str, px: int) -> str:
    """Fit to stand in a page beside others: ids of its own, without title, outlines to the nearest pixel."""
    svg = _SAID.sub("", _HEAD.sub("", svg))
    svg = _ID.sub(lambda found: f"{found[1]}w{px}-", svg)
    svg = _OUTLINE.sub(lambda found: outline(found[0]), svg)
    return svg.replace("<svg", f'<svg aria-hidden="true" data-width="{px}"', 1)


def outline(path: str) -> str:
    """Whole pixels, each point from the one before: half the size. Neighbours share a border after as before."""
    parts, x, y = [], 0, 0
    for command, across, down in _POINT.findall(path):
        if command == "Z":
            parts.append("Z")
            continue
        to_x, to_y = round(float(across)), round(float(down))
        if command == "M":
            parts.append(f"M{to_x},{to_y}")
        elif (to_x, to_y) != (x, y):
            parts.append(f"l{to_x - x},{to_y - y}")
        x, y = to_x, to_y
    return "".join(parts)


def rules(pictures: bytes) -> str:
    """The style sheet that shows the one of `pictures` (what `still` gave) that fits the frame."""
    widths = FEW if pictures.count(b"data-width=") == len(FEW) else WIDTHS
    lines = [".still > svg { display: none; max-width: 100%; height: auto; }", _shown(widths[0].px)]
    for before, width in pairwise(widths):
        hidden = f'.still > [data-width="{before.px}"] {{ display: none; }}'
        lines.append(f"@media (min-width: {width.frame}px) {{ {hidden} {_shown(width.px)} }}")
    return "\n".join(lines)


def _shown(px: int) -> str:
    return f'.still > [data-width="{px}"] {{ display: block; }}'
