"""Which layouts of a presentation slides are made on, and where on them there is room; also of a foreign template."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from exports.deck.fitting import Room

EMU = 12_700
# The free area where a layout names none: shares of the slide.
MARGIN, BELOW_TITLE, FOOT = 0.06, 0.22, 0.09
# An area smaller than these shares of the slide is for something else than what we have to say.
LEAST_WIDTH, LEAST_HEIGHT = 0.5, 0.4
TITLES, TEXTS = ("TITLE", "CENTER_TITLE", "VERTICAL_TITLE"), ("OBJECT", "BODY", "SUBTITLE")
FEET = ("DATE", "FOOTER", "SLIDE_NUMBER")


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int

    def room(self, size: float, whole: float = 0.25) -> Room:
        """For text of a size in points, inside the margins that a text frame has (0.1 and 0.05 inch)."""
        return Room(self.width / EMU - 14.4, self.height / EMU - 7.2, size, whole)


class Layouts:
    """The layouts of the first master: `opening` for the title slide, `text` and `bare` (a title alone)."""

    def __init__(self, presentation: Any) -> None:
        self.width, self.height = int(presentation.slide_width), int(presentation.slide_height)
        layouts = list(presentation.slide_layouts)
        any_ = next((one for one in layouts if _has(one, TITLES)), layouts[0])
        self.text = _first(layouts, "obj", lambda one: _has(one, TITLES) == 1 and _has(one, TEXTS) == 1) or any_
        # What stays empty is taken away, so one for text will do.
        self.bare = _first(layouts, "titleOnly", lambda one: _has(one, TITLES) == 1 and not _others(one)) or self.text
        self.opening = _first(layouts, "title", lambda one: _has(one, TITLES) == 1 and _has(one, TEXTS) >= 1) or any_
        self.area = self._area()

    def size(self, points: float, least: float = 14) -> int:
        """A size of type for a slide 7.5 inches high, on this one."""
        return max(round(points * min(self.height, self.width * 0.75) / EMU / 540), round(least))

    def _area(self) -> Area:
        """Where text stands below a title: that of the layout, else what is left of the slide."""
        for shape in self.text.placeholders:
            if kind(shape) in TEXTS and shape.width and shape.height:
                area = Area(*(int(side) for side in (shape.left, shape.top, shape.width, shape.height)))
                if self._fits(area):
                    return area
        title = next((one for one in self.bare.placeholders if kind(one) in TITLES and one.height), None)
        top = round(self.height * BELOW_TITLE)
        if title is not None and title.top + title.height < self.height / 2:
            top = max(round(title.top + title.height), round(self.height * 0.1))
        left = round(self.width * MARGIN)
        return Area(left, top, self.width - 2 * left, round(self.height * (1 - FOOT)) - top)

    def _fits(self, area: Area) -> bool:
        inside = area.left >= 0 and area.top >= 0
        inside &= area.left + area.width <= self.width and area.top + area.height <= self.height
        return inside and area.width >= self.width * LEAST_WIDTH and area.height >= self.height * LEAST_HEIGHT


def kind(placeholder: Any) -> str:
    """TITLE, BODY, SLIDE_NUMBER ...; "" for one that python-pptx has no name for."""
    found = placeholder.placeholder_format.type
    return found.name if found is not None else ""


def placeholder(slide: Any, kinds: tuple[str, ...]) -> Any:
    """The first placeholder of one of the kinds, None where there is none."""
    return next((shape for shape in slide.placeholders if kind(shape) in kinds), None)


def _first(layouts: list[Any], name: str, fits: Callable[[Any], bool]) -> Any | None:
    """By what the layout says of itself, else by its placeholders."""
    named = [one for one in layouts if one._element.get("type") == name and _has(one, TITLES)]
    return next(iter([*named, *filter(fits, layouts)]), None)


def _has(layout: Any, kinds: tuple[str, ...]) -> int:
    return sum(kind(one) in kinds for one in layout.placeholders)


def _others(layout: Any) -> int:
    return sum(kind(one) not in (*TITLES, *FEET) for one in layout.placeholders)
