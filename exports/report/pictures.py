"""The charts of a report as SVG that stands in its page, drawn by the server's browser."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from exports.browser import Browser
from exports.handed import Handed
from exports.picture import bare

# The room between the margins of A4 is 672 px: type of 12 px prints at 8 pt.
WIDTH = 760
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*>\s*")


def drawn(charts: Sequence[Handed], browser: Browser) -> dict[int, Markup | None]:
    """SVG by number of the chart, from 1; None where there is nothing to draw. Raises NoBrowser."""
    return {number: _drawn(one, browser) for number, one in enumerate(charts, 1)}


def _drawn(handed: Handed, browser: Browser) -> Markup | None:
    if handed.view.empty:
        return None
    svg = browser.picture(bare(handed.view, handed.words, handed.name, WIDTH), "svg").decode()
    return Markup(_PROLOGUE.sub("", svg))  # noqa: S704
