"""What stands on a slide, as python-pptx reads it: texts, the numbers of its charts, its tables."""

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation


def slides_of(body: bytes) -> list[Any]:
    return list(Presentation(io.BytesIO(body)).slides)


def shapes_of(shapes: Any) -> Iterator[Any]:
    """Those in groups too."""
    for shape in shapes:
        yield shape
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            yield from shapes_of(shape.shapes)


def texts_of(slide: Any) -> str:
    """Everything that can be read on it, and its notes."""
    said = [shape.text_frame.text for shape in shapes_of(slide.shapes) if shape.has_text_frame]
    said += [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    for chart in charts_of(slide):
        said += [str(category) for plot in chart.plots for category in plot.categories]
        said += [series.name for plot in chart.plots for series in plot.series]
    return " ".join([*said, slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""])


def charts_of(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def values_of(slide: Any) -> list[float]:
    """Of all its charts; a gap is none."""
    series = [series for chart in charts_of(slide) for plot in chart.plots for series in plot.series]
    return [value for one in series for value in one.values if value is not None]


def smallest_type(slide: Any) -> int:
    """In hundredths of a point, of what names a size on the slide and in its charts."""
    parts = [slide._element, *(chart._chartSpace for chart in charts_of(slide))]
    sizes = [int(found) for part in parts for found in part.xpath(".//@sz") if found.isdigit()]
    return min(sizes, default=9999)
