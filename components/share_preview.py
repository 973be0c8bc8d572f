"""What the share panel shows of a picture and of a slide before they are taken."""

from typing import Any

from exports.handed import Handed
from exports.slides.kinds import native_of
from exports.slides.told import notes_of


def picture(handed: Handed, query: str, pictures: bool) -> dict[str, str]:
    """The server's picture, once as sharp, or what the reader's browser is to draw. `query` is that of the file."""
    kept = "&".join(part for part in query.split("&") if not part.startswith("scale="))
    asked = kept.removeprefix(handed.query).removeprefix("&")
    options = f"{asked}&scale=1" if asked else "scale=1"
    chart = handed.view.chart
    return {
        "chart": chart,
        "query": handed.query,
        "options": options,
        "wanted": query.removeprefix(handed.query).removeprefix("&"),
        "source": f"/export/{chart}.png?{handed.query}&{options}" if pictures else "",
        "alt": handed.view.alt,
        "theme": handed.options.get("theme", "light"),
    }


def slide(handed: Handed) -> dict[str, Any]:
    """What a slide has beside its chart, finding and source, which the picture shows too: the lines of its notes."""
    return {"notes": "\n".join(notes_of(handed, native_of(handed.view, handed.words)))}
