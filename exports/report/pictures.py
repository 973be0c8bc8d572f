"""The charts of a report as SVG that stands in its page, drawn by the server's browser."""

import copy
import re
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from charts.config import PLOTLY_LOCALES
from exports.browser import Browser
from exports.handed import Handed

# The room between the margins of A4 is 672 px: type of 12 px prints at 8 pt.
WIDTH = 760
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*>\s*")


def drawn(charts: Sequence[Handed], browser: Browser) -> dict[int, Markup | None]:
    """SVG by number of the chart, from 1; None where there is nothing to draw. Raises NoBrowser."""
    return {number: _drawn(one, browser) for number, one in enumerate(charts, 1)}


def _drawn(handed: Handed, browser: Browser) -> Markup | None:
    if handed.view.empty:
        return None
    svg = browser.picture(_bare(handed), "svg").decode()
    return Markup(_PROLOGUE.sub("", svg))  # noqa: S704


def _bare(handed: Handed) -> dict[str, Any]:
    """The figure alone: title, source and address stand round it in the page."""
    view, figure = handed.view, copy.deepcopy(handed.view.figure)
    figure["layout"] |= {"width": WIDTH, "height": view.height, "autosize": False}
    return {
        "figure": figure, "width": WIDTH, "height": view.height, "scale": 1, "fonts": False,
        "locale": PLOTLY_LOCALES[handed.words.language], "name": handed.name, "title": view.title, "alt": view.alt,
    }  # fmt: skip
