"""The slides of a deck beside its charts: opening, key numbers, pages of text, photos."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from PIL import Image

from exports.deck.blocks import Block, paragraph
from exports.deck.fitting import Room, height, pages
from exports.deck.layouts import EMU, TEXTS, TITLES, Area, Layouts, placeholder
from exports.deck.pieces import Numbers, Opening, Pages, Table
from exports.deck.tables import draw_table, table_pages
from exports.deck.writing import add_frame, write_blocks, write_heading, write_lines, write_notes
from exports.picture_blocks import source_line
from exports.slide_template.links import keep_links_readable
from exports.text_lines import width

# Sizes of type on a slide 7.5 inches high, and the least on any.
TEXT, LEAST_TEXT = 24, 20
SMALL, LEAST_SMALL = 18, 14
NUMBER, WORD = 66, 24
Photo = Callable[[str], bytes | None]


class Drawing:
    """Draws on a presentation in one language; `photo` gives the bytes of a photo of the text by its file name."""

    def __init__(self, presentation: Any, words: Any, photo: Photo | None = None) -> None:
        self.slides, self.layouts, self.words = presentation.slides, Layouts(presentation), words
        self._photo = photo

    def opening(self, piece: Opening) -> None:
        slide, layouts = self.slides.add_slide(self.layouts.opening), self.layouts
        write_heading(slide, layouts, piece.title, self.words.language, (44, 40, 36, *_HEADINGS))
        shape = placeholder(slide, TEXTS)
        room = None if shape is None else Room(shape.width / EMU - 14.4, shape.height / EMU - 7.2, 0)
        size = layouts.size(20, LEAST_SMALL)
        if room is None or height(list(piece.blocks), replace(room, size=size)) > room.height:
            frame = self._below_title(slide, shape)
        else:
            frame = shape.text_frame
        write_blocks(frame, list(piece.blocks), size, self.words.language)
        self._end(slide, piece.notes)

    def numbers(self, piece: Numbers) -> None:
        slide, area, language = self._headed(piece.heading), self.layouts.area, self.words.language
        column = area.width // max(len(piece.numbers), 1)
        size = self.layouts.size(NUMBER)
        while size > 24 and any(width(number, size * 1.14) > column / EMU - 14.4 for _, number, _ in piece.numbers):
            size -= 4
        word = self.layouts.size(WORD, LEAST_TEXT)
        tall = round((size * 1.3 + word * 1.6) * EMU)
        for place, (_, number, name) in enumerate(piece.numbers):
            frame = add_frame(slide, area.left + place * column, area.top, column, tall)
            write_lines(frame, [number, name], [size, word], language, bold=False)
        below = tall if piece.numbers else 0
        small = self.layouts.size(20, LEAST_SMALL)
        under = Area(area.left, area.top + below, area.width, area.height - below)
        first, *rest = pages([paragraph(line) for line in piece.lines], under.room(small)) or [[]]
        frame = add_frame(slide, under.left, under.top, under.width, under.height)
        write_blocks(frame, first, small, language)
        self._end(slide, piece.notes)
        for page in rest:
            self._text_page(piece.heading, page, small, [block.text for block in page])

    def table(self, piece: Table) -> None:
        """The numbers of a chart, on at most three slides; what is left out is said on the last."""
        view, language = piece.handed.view, self.words.language
        size, foot = self.layouts.size(16, LEAST_SMALL), self.layouts.size(14)
        area = self.layouts.area
        above = replace(area, height=area.height - round(foot * 3 * EMU))
        found, rows, columns = table_pages(piece.handed, above, size)
        for number, page in enumerate(found, 1):
            heading = view.title if len(found) == 1 else self._continued(view.title, number, len(found))
            slide = self._headed(heading)
            draw_table(slide, page, area, size, language, view.alt)
            told = [source_line(view, self.words)]
            if number == len(found):
                told += [self.words.say("deck.table.more_rows", count=rows)] if rows else []
                told += [self.words.say("deck.table.more_columns", count=columns)] if columns else []
            top = area.top + round(sum(page.heights) * EMU)
            frame = add_frame(slide, area.left, top, area.width, area.top + area.height - top)
            write_lines(frame, [" ".join(told)], [foot], language)
            self._end(slide, [view.subtitle, *view.notes, *told, piece.handed.address])

    def pages(self, piece: Pages) -> None:
        """As many slides as the blocks need; each photo has one of its own."""
        size = self.layouts.size(SMALL, LEAST_SMALL) if piece.small else self.layouts.size(TEXT, LEAST_TEXT)
        every = list(_pages(piece.blocks, self.layouts.area.room(size, 0.6 if piece.small else 0.25)))
        many = sum(page[0].kind != "photo" for page in every)
        number = 0
        for page in every:
            if page[0].kind == "photo":
                self._photo_page(piece, page[0])
                continue
            number += 1
            heading = piece.heading if many == 1 else self._continued(piece.heading, number, many)
            self._text_page(heading, page, size, piece.notes(page))

    def _continued(self, heading: str, number: int, many: int) -> str:
        return str(self.words.say("deck.continued", heading=heading, number=str(number), of=str(many)))

    def _text_page(self, heading: str, blocks: list[Block], size: float, notes: list[str]) -> None:
        slide = self.slides.add_slide(self.layouts.text)
        write_heading(slide, self.layouts, heading, self.words.language)
        area, shape = self.layouts.area, placeholder(slide, TEXTS)
        if shape is not None and (shape.left, shape.top, shape.width) == (area.left, area.top, area.width):
            frame = shape.text_frame
        else:
            frame = add_frame(slide, area.left, area.top, area.width, area.height)
        write_blocks(frame, blocks, size, self.words.language)
        self._end(slide, notes)

    def _photo_page(self, piece: Pages, block: Block) -> None:
        """The picture as large as there is room, its credit below. Nothing where the photo is not there."""
        content = self._photo(block.file) if self._photo else None
        if content is None:
            return
        stream, (wide, high) = _as_jpeg(content)
        slide, area = self._headed(piece.heading), self.layouts.area
        size = self.layouts.size(16, LEAST_SMALL)
        foot = round(size * 2 * EMU) if block.runs else 0
        scale = min(area.width / wide, (area.height - foot) / high)
        left = area.left + round((area.width - wide * scale) / 2)
        picture = slide.shapes.add_picture(stream, left, area.top, round(wide * scale), round(high * scale))
        picture._element.nvPicPr.cNvPr.set("descr", block.alt or block.text)
        if block.runs:
            top = area.top + round(high * scale)
            write_blocks(add_frame(slide, area.left, top, area.width, foot), [block], size, self.words.language)
        self._end(slide, [text for text in (block.alt, block.text) if text])

    def _headed(self, heading: str) -> Any:
        slide = self.slides.add_slide(self.layouts.bare)
        write_heading(slide, self.layouts, heading, self.words.language)
        return slide

    def _below_title(self, slide: Any, shape: Any) -> Any:
        """The title slide's lower part, where its own place for a subtitle is too small."""
        layouts = self.layouts
        title = placeholder(slide, TITLES)
        left, wide = layouts.area.left, layouts.area.width
        top = round(layouts.height * 0.55)
        if title is not None:
            left, wide, top = title.left, title.width, title.top + title.height
        if shape is not None:
            left, wide, top = shape.left, shape.width, min(top, shape.top) if shape.top > top else shape.top
        tall = round(layouts.height * 0.93) - top
        return add_frame(slide, left, top, wide, tall)

    def _end(self, slide: Any, notes: Any) -> None:
        """Places of the layout that stayed empty go, links can be read, the speaker's notes come."""
        keep_links_readable(slide, self.layouts.width, self.layouts.height)
        for shape in list(slide.placeholders):
            if not (shape.has_text_frame and shape.text_frame.text.strip()):
                shape._element.getparent().remove(shape._element)
        write_notes(slide, notes)


_HEADINGS = (32, 28, 26, 24, 22, 20)


def _pages(blocks: tuple[Block, ...], room: Room) -> Iterator[list[Block]]:
    for photo, group in groupby(blocks, lambda block: block.kind == "photo"):
        found = list(group)
        yield from ([block] for block in found) if photo else pages(found, room)


def _as_jpeg(content: bytes) -> tuple[io.BytesIO, tuple[int, int]]:
    """PowerPoint knows no WebP. The photos of the store were made by us (data/photos)."""
    with Image.open(io.BytesIO(content)) as image:
        if image.format == "JPEG":
            return io.BytesIO(content), image.size
        stream = io.BytesIO()
        image.convert("RGB").save(stream, "JPEG", quality=88)
        return io.BytesIO(stream.getvalue()), image.size
