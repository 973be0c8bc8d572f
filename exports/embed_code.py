"""The HTML that puts a chart into somebody else's page."""

from html import escape

from charts.view import View

# Title, subtitle, buttons and foot of the embedded page, and one note of two lines: in px, beside the chart itself.
AROUND, NOTE = 190, 38


def embed_code(view: View, address: str) -> str:
    """An iframe: named for screen readers, loaded when scrolled to, as high as its chart and words need."""
    height = view.height + AROUND + NOTE * len(view.notes)
    return (
        f'<iframe src="{escape(address)}" title="{escape(view.title)}" width="100%" height="{height}" '
        'style="border:0" loading="lazy"></iframe>'
    )
