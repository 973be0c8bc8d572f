"""What the share panel shows of a picture and of a slide before they are taken."""

from typing import Any

from exports.handed import Handed
from exports.picture import source_line
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
    """What a slide says beside its chart: its headline, its source and the lines of its notes."""
    view, words = handed.view, handed.words
    notes = notes_of(handed, native_of(view, words))
    return {"headline": view.headline or view.title, "source": source_line(view, words), "notes": "\n".join(notes)}
