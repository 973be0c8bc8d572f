"""The slide of one chart: headline, what it is a chart of, the chart, the proof; and what the speaker gets."""

from typing import Any

from pptx.util import Pt

from charts.palette import DIM
from exports.deck.layouts import EMU, TITLES, Area, Layouts, placeholder
from exports.deck.writing import LANGUAGES, add_frame, write_heading, write_lines, write_notes
from exports.handed import Handed
from exports.picture import source_line
from exports.slide_template.ground import ground, is_dark
from exports.slide_template.links import keep_links_readable
from exports.slides.drawing import draw
from exports.slides.kinds import native_of
from exports.slides.look import LEAST, Look
from exports.slides.native import Bars, Grid, Lines, Map, Native
from exports.slides.told import notes_of
from exports.text_lines import lines

# Of headlines on a chart's slide: the chart needs the room.
HEADLINES = (28, 26, 24, 22, 20)


def add_chart_slide(presentation: Any, handed: Handed) -> Any:
    """Adds one slide and gives it. On any template: positions follow its slide size and its title's place."""
    view, words = handed.view, handed.words
    layouts = Layouts(presentation)
    slide = presentation.slides.add_slide(layouts.bare)
    dark = is_dark(ground(layouts.bare, layouts.width, layouts.height))
    look = Look(dark, layouts.size(LEAST))
    write_heading(slide, layouts, view.headline or view.title, words.language, HEADLINES)
    native = native_of(view, words)
    area = _area(slide, layouts)
    top = _above(slide, handed, native, area, look)
    foot = _below(slide, handed, area, look)
    middle = Area(area.left, top, area.width, foot - top)
    if native is None:
        frame = add_frame(slide, middle.left, middle.top, middle.width, middle.height)
        write_lines(frame, [view.empty_reason or words.say("slides.nothing")], [layouts.size(24, 20)], words.language)
    else:
        draw(slide, native, middle, look, view.alt, view.title)
    keep_links_readable(slide, layouts.width, layouts.height)
    _without_empty_places(slide)
    write_notes(slide, notes_of(handed, native))
    return slide


def _area(slide: Any, layouts: Layouts) -> Area:
    """Below the title down to the lower edge, less a margin."""
    title = placeholder(slide, TITLES)
    area = layouts.area
    top = title.top + title.height if title is not None and title.height else area.top
    bottom = round(layouts.height * 0.985)
    return Area(area.left, top, area.width, bottom - top)


def _above(slide: Any, handed: Handed, native: Native | None, area: Area, look: Look) -> int:
    """Title of the chart where the headline is another text, and the subtitle; gives where the chart may begin."""
    view = handed.view
    texts = ([view.title] if view.headline else []) + ([view.subtitle] if view.subtitle else [])
    if _may_grow(native):
        texts.append(handed.words.say("slides.may_grow"))
    if left_out := _left_out(native):
        texts.append(handed.words.say("slides.left_out", count=left_out))
    if not texts:
        return area.top
    text = ". ".join(part.rstrip(".") for part in texts) + "."
    room = area.width / EMU - 14.4
    tall = len(lines(text, look.size * 1.1, room)) * look.size * 1.25 + 8
    frame = add_frame(slide, area.left, area.top, area.width, round(tall * EMU))
    write_lines(frame, [text], [look.size], handed.words.language)
    _dim(frame, look)
    return area.top + round(tall * EMU)


def _below(slide: Any, handed: Handed, area: Area, look: Look) -> int:
    """Source, as-of date, edition and address; gives where the chart must end."""
    view, words = handed.view, handed.words
    proof = source_line(view, words) if view.sources else words.say("slides.edition", edition=str(view.edition))
    address = handed.address.partition("://")[2] or handed.address
    shown = address.partition("?")[0].partition("#")[0]
    room = area.width / EMU * 0.9 - 14.4
    tall = (len(lines(f"{proof} · {shown}", look.size * 1.1, room))) * look.size * 1.25 + 8
    top = area.top + area.height - round(tall * EMU)
    frame = add_frame(slide, area.left, top, round(area.width * 0.9), round(tall * EMU))
    write_lines(frame, [f"{proof} · "], [look.size], words.language)
    run = frame.paragraphs[0].add_run()
    run.text = shown
    run.font.size = Pt(look.size)
    run.hyperlink.address = handed.address
    run._r.get_or_add_rPr().set("lang", LANGUAGES[words.language])
    _dim(frame, look)
    return top


def _dim(frame: Any, look: Look) -> None:
    for run in frame.paragraphs[0].runs:
        if not run.hyperlink.address:
            run.font.color.rgb = look.colour(DIM)


def _may_grow(native: Native | None) -> bool:
    """Whether a bar is hatched or a dot hollow because it is not complete."""
    series = native.series if isinstance(native, Bars | Lines) else ()
    return any("may_grow" in one.marks for one in series)


def _left_out(native: Native | None) -> int:
    match native:
        case Bars() | Grid():
            return native.left_out
        case Map():
            return native.beside.left_out
    return 0


def _without_empty_places(slide: Any) -> None:
    for shape in list(slide.placeholders):
        if not (shape.has_text_frame and shape.text_frame.text.strip()):
            shape._element.getparent().remove(shape._element)
