"""The sizes that a picture may have, and the options of an address that choose among them."""

from dataclasses import dataclass

from charts.options import Option

# What fits on a screen or a poster; beyond it a browser's canvas gives up (a PNG of 8K has 33 million).
MOST_PIXELS = 40_000_000


@dataclass(frozen=True, slots=True)
class Size:
    """width and height are those of the picture in px; it is laid out `laid` px wide and enlarged as a whole.

    `narrow`: the chart is the one drawn for phones, with larger type. A chart that needs more height gets fewer notes,
    then type of at least the share `smallest`, and only then more height: those that `grows` then have full type again.
    """

    width: int
    height: int
    laid: int
    narrow: bool = False
    grows: bool = False
    smallest: float = 0.7

    @property
    def room_for_wide(self) -> bool:
        """Whether the wide chart would do where the one for phones says less: not on a phone itself."""
        return self.width >= PHONE


# Type of 12 px becomes 18 on 1200: 14 pt when the picture fills a slide (13.3 inches). Square and portrait are seen on
# phones: 12 px becomes 24 on 1080.
SIZES = {
    "wide": Size(1200, 675, 800, grows=True, smallest=0.75),
    "classic": Size(1200, 900, 800),
    "square": Size(1080, 1080, 540, narrow=True),
    "portrait": Size(1080, 1350, 540, narrow=True),
    # What sites show of a link is cropped where it has another shape.
    "social": Size(1200, 630, 800, smallest=0.5),
}
NARROWEST, WIDEST = 320, 3840
THEMES = ("light", "dark", "transparent")
# What a picture with the chart for phones is laid out to (px) where that says less than the wide one.
LAID_WIDE = 680
# Below this width (px) a picture is laid out as on a phone, at its own size, so that its type stays legible.
PHONE = 640
OPTIONS = (
    Option("size", tuple(SIZES)),
    Option("width", between=(NARROWEST, WIDEST)),
    Option("scale", ("2", "1", "3", "4")),
    Option("theme", THEMES),
)


def sized(name: str, width: int | None) -> Size:
    """The size of this name, as wide as is asked for: enlarged, or laid out anew where type would be too small."""
    size = SIZES[name]
    if not width or width == size.width:
        return size
    height = round(width * size.height / size.width)
    narrow = size.narrow or width < PHONE
    laid = min(size.laid, max(width, NARROWEST))
    # Smaller than its own size a picture has no type to spare.
    smallest = 1.0 if size.grows and width < size.width else size.smallest
    return Size(width, height, laid, narrow, size.grows or width < PHONE, smallest)


def sharpness(width: int, height: int, scale: int) -> float:
    """How many pixels of a PNG make one px: `scale`, or less in a picture that would be too large."""
    return min(scale, round((MOST_PIXELS / (width * height)) ** 0.5, 2))
