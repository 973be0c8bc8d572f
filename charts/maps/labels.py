"""Words beside marks on a map, each where nothing else stands, the most important first."""

from dataclasses import dataclass

from charts.canvas import CHARACTER

LINE = 15


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in px from the left upper corner; `texts` are tried in this order, the first that finds room stands.

    `on_it`: the words stand on the mark (a shaded district, radius 0, or a disc), not beside it.
    """

    x: float
    y: float
    radius: float
    texts: tuple[str, ...]
    on_it: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Where the words of mark number `mark` stand: anchors and shift in px, as Plotly's annotations take them."""

    mark: int
    text: str
    xanchor: str
    yanchor: str
    xshift: float
    yshift: float


Box = tuple[float, float, float, float]


def labels(marks: list[Mark], width: float, height: float) -> list[Label]:
    """At most one label per mark; `marks` are in the order of their importance."""
    words: list[Box] = []
    found = []
    for i, mark in enumerate(marks):
        others = [_box(other) for j, other in enumerate(marks) if j != i and other.radius] + words
        for label, box in _candidates(i, mark):
            inside = box[0] >= 0 and box[2] <= width and box[1] >= 0 and box[3] <= height
            if inside and not any(_meet(box, other) for other in others):
                found.append(label)
                words.append(box)
                break
    return found


def _box(mark: Mark) -> Box:
    return (mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)


def _candidates(i: int, mark: Mark) -> list[tuple[Label, Box]]:
    found = []
    for text in mark.texts:
        lines = text.split("<br>")
        wide, high = max(len(line) for line in lines) * CHARACTER, LINE * len(lines)
        for xanchor, yanchor, xshift, yshift, (dx, dy) in _on(wide, high) if mark.on_it else _beside(mark, wide, high):
            left, top = mark.x + dx, mark.y + dy
            found.append((Label(i, text, xanchor, yanchor, xshift, yshift), (left, top, left + wide, top + high)))
    return found


Place = tuple[str, str, float, float, tuple[float, float]]


def _beside(mark: Mark, wide: float, high: float) -> list[Place]:
    gap = mark.radius + 3
    return [
        ("left", "middle", gap, 0.0, (gap, -high / 2)),
        ("right", "middle", -gap, 0.0, (-gap - wide, -high / 2)),
        ("center", "bottom", 0.0, gap - 2, (-wide / 2, -gap - high + 2)),
        ("center", "top", 0.0, -gap + 2, (-wide / 2, gap - 2)),
    ]


def _on(wide: float, high: float) -> list[Place]:
    """On the mark, or so near it that they still lie in the same district."""
    return [
        ("center", "middle", dx, dy, (dx - wide / 2, -dy - high / 2))
        for dx, dy in ((0.0, 0.0), (0.0, 18.0), (0.0, -18.0), (-18.0, 0.0), (18.0, 0.0))
    ]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
