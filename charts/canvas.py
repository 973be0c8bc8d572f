"""The ground that every figure is drawn on: type, axes, ticks and hover labels, as parts of a Plotly layout."""

from datetime import date, timedelta
from functools import lru_cache
from textwrap import wrap
from typing import Any

from charts.palette import BASELINE, CARD, CLEAR, DIM, GREY, GRID, INK, TEXT

FACE = '"Inter Variable", Inter, system-ui, sans-serif'
SIZE = 12
# Widths for which labels are laid out; the page stretches the figure from there.
WIDE, NARROW = 760, 330
CHARACTER = 6.7  # px, a mean of Inter at 12 px, on the safe side
# plotly: decimal sign, then the sign between thousands
_SEPARATORS = {"nb": ",\N{NO-BREAK SPACE}", "en": ".,"}
DAY_MS = 24 * 3600 * 1000


def layout(words: Any, height: int, margin: tuple[int, int, int, int], **parts: Any) -> dict[str, Any]:
    """A Plotly layout; `margin` is top, right, bottom, left in px, `parts` its axes, annotations and shapes."""
    top, right, bottom, left = margin
    return {
        "height": height,
        "autosize": True,
        "margin": {"t": top, "r": right, "b": bottom, "l": left, "pad": 0},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FACE, "size": SIZE, "color": TEXT},
        "separators": _SEPARATORS[words.language],
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "hoverlabel": {"bgcolor": CARD, "bordercolor": GREY, "font": {"family": FACE, "size": SIZE, "color": INK},
                       "align": "left"},
        **parts,
    }  # fmt: skip


def axis(**parts: Any) -> dict[str, Any]:
    """An axis without decoration."""
    return {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "fixedrange": True,
        "tickfont": {"size": SIZE, "color": DIM},
        "automargin": False,
        **parts,
    }


def count_axis(highest: float, words: Any, pixels: int = 300, headroom: float = 1.08, **parts: Any) -> dict[str, Any]:
    """An axis of people: from zero, whole numbers, about one faint line per 60 px."""
    step = whole_step(highest, max(2, pixels // 60))
    ticks = list(range(0, int(highest * headroom) + 1, step))
    own = {"range": [0, max(highest, 1) * headroom], "tickvals": ticks, "ticktext": [words.number(t) for t in ticks]}
    return axis(**{"showgrid": True, "gridcolor": GRID, "gridwidth": 1, **own, **parts})


def whole_step(highest: float, most: int) -> int:
    """The smallest step of 1, 2 or 5 times a power of ten that needs at most `most` steps."""
    step, power = 1, 1
    while highest / step > most:
        step = next((power * factor for factor in (1, 2, 5) if power * factor > step), power * 10)
        power *= 10 if step >= power * 10 else 1
    return step


def time_axis(first: date, last: date, words: Any, narrow: bool, most: int = 0, **parts: Any) -> dict[str, Any]:
    """An axis of days with years or months at their first day, `most` of them or as many as stand side by side."""
    ticks = _time_ticks(first, last, most or (7 if narrow else 12))
    years = all(tick.month == 1 for tick in ticks)
    texts = [str(tick.year) if years else words.short_month(tick) for tick in ticks]
    own = {
        "type": "date",
        "range": [first.isoformat(), last.isoformat()],
        "tickvals": [tick.isoformat() for tick in ticks],
        "ticktext": texts,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": GRID,
        "showline": True,
        "linecolor": BASELINE,
        "linewidth": 1,
    }
    return axis(**{**own, **parts})


def _time_ticks(first: date, last: date, most: int) -> list[date]:
    """First days of every 1, 2, 3, 6 months or 1, 2, 5, 10, 20 years, at most `most` of them."""
    start = first.year * 12 + first.month - 1
    end = last.year * 12 + last.month - 1
    for step in (1, 2, 3, 6, 12, 24, 60, 120, 240):
        months = [month for month in range(start - start % step, end + 1, step) if first <= _month(month) < last]
        if len(months) <= (most if step >= 12 else most // 2 + 1):
            return [_month(month) for month in months]
    return []


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


@lru_cache(maxsize=16_384)
def middle(start: date, end: date) -> str:
    """The middle of a stretch of days, both included, as Plotly writes moments."""
    return (_moment(start) + timedelta(days=((end - start).days + 1) / 2)).isoformat()


def _moment(day: date) -> Any:
    from datetime import datetime

    return datetime(day.year, day.month, day.day)


def width_ms(start: date, end: date) -> int:
    """The length of a stretch of days, both included, in Plotly's milliseconds."""
    return ((end - start).days + 1) * DAY_MS


def note_at(x: Any, y: Any, text: str, colour: str = TEXT, **parts: Any) -> dict[str, Any]:
    """Words on the picture, without an arrow."""
    own = {"x": x, "y": y, "text": text, "showarrow": False, "font": {"size": SIZE, "color": colour}}
    return {**own, **parts}


def key_line(entries: list[tuple[str, str, str]], narrow: bool = False) -> dict[str, Any]:
    """The key, in one line above the plot: (sign, colour of sign, words)."""
    parts = [f'<span style="color:{colour}">{sign}</span> {text}' for sign, colour, text in entries]
    between = "&nbsp;&nbsp; " if narrow else "&nbsp;&nbsp;&nbsp;&nbsp; "
    return note_at(0, 1, between.join(parts), DIM, xref="paper", yref="paper", xanchor="left", yanchor="bottom",
                   align="left", yshift=8)  # fmt: skip


def shortened(text: str, pixels: float) -> str:
    """The text, or its beginning and an ellipsis where it is longer than so many px."""
    most = max(3, int(pixels / CHARACTER))
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def wrapped(text: str, pixels: float) -> str:
    """The text on one or two lines of so many px each, broken between words; what does not fit ends in an ellipsis."""
    lines = wrap(text, max(3, int(pixels / CHARACTER)), break_long_words=False)
    return "<br>".join(shortened(line, pixels) for line in [*lines[:1], *([" ".join(lines[1:])] if lines[1:] else [])])
