"""A deck as a file: the plan of its slides drawn on the site's own template or on one that was taken in clean."""

from datetime import datetime
from typing import Any

from exports.browser import Browser
from exports.deck.drawing import Drawing
from exports.deck.finishing import add_sections, number_slides, saved
from exports.deck.pieces import Chart, Numbers, Opening, Pages, Piece, Table
from exports.deck.plan import plan
from exports.handed_set import HandedSet
from exports.slide_template.taking_in import of_file
from exports.slides import add_chart_slide, opened

# Characters of a property of the file.
LONGEST = 255


def document(handed: HandedSet, _browser: Browser) -> bytes:
    """On the template of the settings, else on our own. Raises BadTemplate."""
    path = handed.settings.slide_template
    return on_template(handed, of_file(path) if path else None)


def on_template(handed: HandedSet, template: bytes | None) -> bytes:
    """`template` has been through exports.slide_template.taking_in; None is our own."""
    presentation = opened(template)
    drawing = Drawing(presentation, handed.words, handed.photo)
    sections: list[str] = []
    for piece in plan(handed):
        _draw(piece, drawing, presentation)
        sections += [piece.section] * (len(presentation.slides) - len(sections))
    number_slides(presentation)
    add_sections(presentation, sections)
    _describe(presentation, handed)
    return saved(presentation)


def _draw(piece: Piece, drawing: Drawing, presentation: Any) -> None:
    match piece:
        case Opening():
            drawing.opening(piece)
        case Numbers():
            drawing.numbers(piece)
        case Pages():
            drawing.pages(piece)
        case Table():
            drawing.table(piece)
        case Chart():
            add_chart_slide(presentation, piece.handed)


def _describe(presentation: Any, handed: HandedSet) -> None:
    """What the file says of itself; its times are those of the edition."""
    properties, moment = presentation.core_properties, handed.edition.published_at
    # Half an address leads nowhere; a whole one stands on the slides.
    address = handed.address if len(handed.address) <= LONGEST else handed.settings.public_url
    properties.title, properties.subject = handed.words.say("deck.title"), address
    properties.author = (handed.settings.organisation or handed.settings.site_name)[:LONGEST]
    properties.last_modified_by, properties.keywords, properties.comments = "", "", address
    properties.language, properties.revision = handed.words.language, 1
    day = datetime(moment.year, moment.month, moment.day)
    properties.created = properties.modified = properties.last_printed = day
