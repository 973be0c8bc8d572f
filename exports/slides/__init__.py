"""A chart as a slide: its finding as headline, the chart as PowerPoint can edit it, and the proof below."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from pptx import Presentation

from exports.browser import Browser
from exports.deck.finishing import saved
from exports.handed import Handed
from exports.slide_template.taking_in import of_file
from exports.slides.slide import add_chart_slide

# Characters of a property of the file.
LONGEST = 255
OWN = Path(__file__).with_name("template.pptx")
PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def opened(template: bytes | None) -> Any:
    """A presentation without slides on a template that was taken in clean, or on our own."""
    return Presentation(io.BytesIO(template if template else OWN.read_bytes()))


def document(handed: Handed, _browser: Browser) -> bytes:
    """One slide, on the template of the settings or on our own. Raises BadTemplate."""
    path = handed.settings.slide_template
    presentation = opened(of_file(path) if path else None)
    add_chart_slide(presentation, handed)
    describe(presentation, handed.view.title, handed)
    return saved(presentation)


def describe(presentation: Any, title: str, handed: Handed) -> None:
    """What the file says of itself; its day is that of the figures."""
    properties, day = presentation.core_properties, handed.view.as_of
    # Half an address leads nowhere; a whole one stands on the slide.
    address = handed.address if len(handed.address) <= LONGEST else handed.settings.public_url
    properties.title, properties.subject = title[:LONGEST], address
    properties.author = (handed.settings.organisation or handed.settings.site_name)[:LONGEST]
    properties.last_modified_by, properties.keywords, properties.comments = "", "", address
    properties.language, properties.revision = handed.words.language, 1
    moment = datetime(day.year, day.month, day.day) if day else datetime(2020, 1, 1)
    properties.created = properties.modified = properties.last_printed = moment


__all__ = ["PRESENTATION", "add_chart_slide", "document", "opened"]
