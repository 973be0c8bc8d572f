"""The HTML that puts a chart into somebody else's page."""

from html import escape

from charts.options import Option
from charts.view import View

# Title, subtitle, buttons and foot of the embedded page, and one note or finding of two lines: in px, beside the chart.
AROUND, NOTE = 205, 38
# In a frame below this width (px) the chart for phones stands, and words take half as many lines again.
NARROW = 560
SCRIPT = "/embed.js"
# What an embed can be asked for; auto follows the reader's system.
OPTIONS = (Option("theme", ("auto", "light", "dark")),)


def embed_code(view: View, address: str) -> str:
    """An iframe, and the script that gives it the height of its page; without the script it has a fitting one.

    `address` is that of the embed (exports.address.embed_address).
    """
    script = address.partition("?")[0].rpartition("/embed/")[0] + SCRIPT
    return f'{frame(view, address, "100%", height_of(view))}<script async src="{escape(script)}"></script>'


def frame(view: View, address: str, width: str, height: int) -> str:
    """Named for screen readers, loaded when scrolled to."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(view.title)}" width="{width}" height="{height}" '
        'style="border:0;max-width:100%" loading="lazy"></iframe>'
    )


def height_of(view: View, narrow: View | None = None, width: int = NARROW) -> int:
    """As high as chart and words need in a frame of this width."""
    notes = len(view.notes) + len(view.findings)
    if narrow is not None and width < NARROW:
        return narrow.height + (AROUND + NOTE * notes) * 3 // 2
    return view.height + AROUND + NOTE * notes
