"""The figure of published against recorded: a point per statement, a line of recorded cases, and the gap between."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from charts.against.conflicts import numbered
from charts.against.table import cases_pick, share_of
from charts.canvas import CHARACTER, DAY_MS, count_axis, layout, middle, note_at, time_axis
from charts.palette import CARD, CLEAR, DIM, GREY, GRID, INJURED, INJURED_TEXT, INK, KILLED, TEXT, TOGETHER
from charts.sentences import amount, day_of, source_text
from charts.sentences import number as marked_number
from charts.timeline.chart import KEY_ROW, key_rows
from data.summaries.against import Held, silences
from data.summaries.amounts import Amount
from data.summaries.case_line import CaseLine

POINTS = {"casualties": TOGETHER, "killed": KILLED, "injured": INJURED}
TEXTS = {"casualties": TOGETHER, "killed": INK, "injured": INJURED_TEXT}
HEIGHT, NARROW_HEIGHT = 430, 400
TOP, BOTTOM, LEFT = 34, 30, 34
# Rings nearer than this part of the way from the first to the last one would have their numbers in each other's way.
CLOSE = 8
# A step of the line is about two px wide then.
MOST_STEPS = 300


def against_figure(
    held: list[Held], line: CaseLine, of: str, since: date | None, window: tuple[date, date, date], revised: set[str],
    words: Any, narrow: bool,
) -> dict[str, Any]:  # fmt: skip
    """`window`: first and last day of the axis, last day of the cases. `revised`: record ids of revised statements."""
    first, last, until = window
    steps = _steps(line, since, first, until) if until >= first else []
    highest = max([one.published for one in held] + [n for _, n in steps])
    traces = [_gaps(held), *([_recorded(steps, of, since, words)] if steps else []), _published(held, of, since, words)]
    if own := [one for one in held if one.statement.record_id in revised]:
        traces.append(_marks(own, "revised", "diamond-open", 15))
    rings = _rings(held, first + (last - first) * 0.08)
    traces += [rings] if rings["x"] else []
    quiet = silences((one.statement.first, one.statement.last) for one in held)
    labels = _labels(held, steps, of, words, narrow)
    right = 16 if narrow else int(max((_length(label) for label in labels), default=4) * CHARACTER) + 22
    pad = timedelta(days=max(12, (last - first).days // (30 if narrow else 60)))
    height = NARROW_HEIGHT if narrow else HEIGHT
    key = key_rows(_keys(of, bool(steps), bool(own), bool(rings["x"]), bool(quiet), words), narrow)
    top = TOP + (len(key) - 1) * KEY_ROW
    return {
        "data": traces,
        "layout": layout(
            words, height, (top, right, BOTTOM, LEFT), annotations=[*key, *labels],
            shapes=[_silence(*pair) for pair in quiet],
            xaxis=time_axis(first - pad, last + pad, words, narrow),
            yaxis=count_axis(highest, words, height - top - BOTTOM, headroom=1.12),
        ),
    }  # fmt: skip


def _steps(line: CaseLine, since: date | None, first: date, last: date) -> list[tuple[date, float]]:
    """The line within the axis: it begins with what was recorded before and ends level."""
    every = line.steps(since, last)
    begun = [n for day, n in every if day <= first]
    inside = [(day, n) for day, n in every if day > first]
    start = (first, begun[-1] if begun else 0.0)
    if len(inside) > MOST_STEPS:
        # Of each of so many equal stretches the last step: a totals' line is right wherever it is drawn.
        width = (last - first).days / MOST_STEPS
        inside = list({int((day - first).days / width): (day, n) for day, n in inside}.values())
    return [start, *inside, (last, inside[-1][1] if inside else start[1])]


def _published(held: list[Held], of: str, since: date | None, words: Any) -> dict[str, Any]:
    colour = POINTS[of]
    spans = [(one.statement.last - one.statement.first).days for one in held]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "published",
        "meta": {"role": "published"},
        "x": [_x(one) for one in held],
        "y": [one.published for one in held],
        "error_x": {"type": "data", "array": [(days + 1) * DAY_MS / 2 if days else 0 for days in spans],
                    "color": colour, "thickness": 1.5, "width": 0, "visible": any(spans)},
        "marker": {"symbol": "circle", "size": 8, "color": colour, "line": {"color": colour, "width": 0}},
        "customdata": [cases_pick(since, one.statement.first, of) for one in held],
        "hovertext": [_hover(one, of, words) for one in held],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }  # fmt: skip


def _recorded(steps: list[tuple[date, float]], of: str, since: date | None, words: Any) -> dict[str, Any]:
    # plotly.js writes the number: a line of hundreds of steps would take longer to word than to count.
    said = words.say("published_against_recorded.hover_recorded", number="%{y:,.2~f}")
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "recorded",
        # Every step is drawn; the table has the line where a statement stands beside it.
        "meta": {"role": "recorded", "along": ""},
        "x": [day.isoformat() for day, _ in steps],
        "y": [n for _, n in steps],
        "line": {"shape": "hv", "color": TEXTS[of], "width": 2},
        "fill": "tozeroy",
        "fillcolor": GRID,
        "customdata": [cases_pick(since, day, of) for day, _ in steps],
        "hovertext": [words.date(day) for day, _ in steps],
        "hovertemplate": f"<b>%{{hovertext}}</b><br>{said}<extra></extra>",
    }


def _gaps(held: list[Held]) -> dict[str, Any]:
    """A thin line from what is recorded up to what is published, statement by statement."""
    drawn = [one for one in held if one.recorded is not None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "gap",
        "meta": {"role": "gap"},
        "x": [x for one in drawn for x in (_x(one), _x(one), None)],
        "y": [y for one in drawn for y in (one.recorded, one.published, None)],
        "line": {"color": GREY, "width": 0.6, "dash": "2px,3px"},
        "hoverinfo": "skip",
    }


def _marks(held: list[Held], role: str, symbol: str, size: int) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": role,
        "meta": {"role": role},
        "x": [_x(one) for one in held],
        "y": [one.published for one in held],
        "marker": {"symbol": symbol, "size": size, "color": TEXT, "line": {"color": TEXT, "width": 1.4}},
        "hoverinfo": "skip",
    }


def _rings(held: list[Held], clear_of_axis: date) -> dict[str, Any]:
    """A ring and the numbers of its contradictions; those of one day share the ring of the highest."""
    numbers: dict[str, list[int]] = {}
    for number, conflict in numbered(held):
        numbers.setdefault(conflict.statement.record_id, []).append(number)
    own = [one for one in held if one.statement.record_id in numbers]
    days = [list(group) for _, group in groupby(own, key=lambda one: (one.statement.first, one.statement.last))]
    tops = [max(group, key=lambda one: one.published) for group in days]
    texts = [", ".join(str(n) for one in group for n in numbers[one.statement.record_id]) for group in days]
    return _marks(tops, "conflict", "circle-open", 17) | {
        "mode": "markers+text",
        "text": texts,
        "textposition": _beside([one.statement.first for one in tops], clear_of_axis),
        "textfont": {"size": 12, "color": TEXT},
    }


def _beside(days: list[date], clear_of_axis: date) -> list[str]:
    """Where the numbers of rings stand. A total rises to the right: there is room above to the left, but not over the
    axis, and below to the right for every second one of a row that stands close."""
    close = (days[-1] - days[0]).days / CLOSE if days else 0
    places: list[str] = []
    for i, day in enumerate(days):
        near = i > 0 and (day - days[i - 1]).days < close and places[-1] != "bottom right"
        places.append("top center" if day <= clear_of_axis else "bottom right" if near else "top left")
    return places


def _silence(start: date, end: date) -> dict[str, Any]:
    """A stretch without statements, along the foot of the plot."""
    return {
        "type": "rect",
        "xref": "x",
        "yref": "paper",
        "x0": (start + timedelta(days=1)).isoformat(),
        "x1": end.isoformat(),
        "y0": 0,
        "y1": 0.012,
        "layer": "above",
        "fillcolor": GREY,
        "line": {"color": CLEAR, "width": 0},
    }


def _labels(held: list[Held], steps: list[tuple[date, float]], of: str, words: Any, narrow: bool) -> list[dict]:
    """What the newest statement says, what is recorded by then, and the gap between the two."""
    last = next((one for one in reversed(held) if one.recorded is not None), held[-1])
    told = [(last.published, words.say("published_against_recorded.label_published", number=last.published))]
    if last.recorded is not None and steps:
        count = marked_number(Amount(last.recorded, last.at_least), words)
        told.append((last.recorded, words.say("published_against_recorded.label_recorded", number=count)))
        gap = "published_against_recorded.label_gap"
        gap = "published_against_recorded.label_gap_least" if last.at_least else gap
        if last.gap and last.gap > 0:
            told.append(
                (
                    (last.published + last.recorded) / 2,
                    words.say(gap, number=last.gap),
                )
            )
    labels = []
    for i, (y, text) in enumerate(told):
        place: dict[str, Any] = {"xanchor": "left", "xshift": 10}
        if narrow:
            place = {"xanchor": "right", "xshift": 8 if i < 2 else -6}
            place |= {"yanchor": "bottom", "yshift": 8} if i < 2 else {"bgcolor": CARD}
        marked = f"<b>{text}</b>" if i < 2 else text
        labels.append(note_at(_x(last), y, marked, TEXTS[of] if i < 2 else DIM, align="left", **place))
    return labels


def _keys(
    of: str, steps: bool, revised: bool, conflicts: bool, quiet: bool, words: Any
) -> list[tuple[str, str, str]]:  # fmt: skip
    keys = [("●", POINTS[of], words.say("published_against_recorded.key.published"))]
    keys += [("━", TEXTS[of], words.say("published_against_recorded.key.recorded"))] if steps else []
    keys += [("◯", TEXT, words.say("published_against_recorded.key.conflict"))] if conflicts else []
    keys += [("◇", TEXT, words.say("published_against_recorded.key.revised"))] if revised else []
    return [*keys, ("▬", GREY, words.say("published_against_recorded.key.silence"))] if quiet else keys


def _hover(one: Held, of: str, words: Any) -> str:
    statement = one.statement
    counter = source_text("counted_by", statement.counted_by, words)
    said = words.say("published_against_recorded.hover_published", number=one.published, counted_by=counter)
    lines = [f"<b>{day_of(statement.first, statement.precision, words)}</b>", said, statement.outlet]
    if one.recorded is not None:
        count = amount(Amount(one.recorded, one.at_least), words)
        lines.append(words.say("published_against_recorded.hover_recorded", number=count))
    if one.gap is not None and one.gap >= 0:
        lines.append(words.say("published_against_recorded.hover_gap", number=one.gap))
    if (share := share_of(one)) is not None:
        lines.append(words.say("published_against_recorded.hover_share", share=share))
    return "<br>".join(part for part in lines if part)


def _length(label: dict[str, Any]) -> int:
    return max(len(part) for part in label["text"].removeprefix("<b>").removesuffix("</b>").split("<br>"))


def _x(one: Held) -> str:
    return middle(one.statement.first, one.statement.last)
