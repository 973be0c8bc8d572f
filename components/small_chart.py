"""A small chart of killed and injured through time, as SVG with a text alternative, and the table of its numbers."""

from collections.abc import Sequence
from datetime import date
from math import ceil, log10
from typing import Any

from markupsafe import Markup, escape

from charts.sentences import recorded
from data.intake.course import Course, Step

OUTCOMES = ("killed", "injured")
WIDTH, HEIGHT = 360, 168
RIGHT, TOP, BOTTOM = 8, 10, 24
# Width of a figure at the left, and of what stands between it and the line.
DIGIT, GAP = 7.2, 8
# How much of its time a bar fills, at least this wide and never touching the next.
FILLED, THINNEST = 0.82, 1.5
RADIUS = 3.2


def small_chart(course: Course, words: Any) -> dict[str, Any] | None:
    """`title`, `svg`, the `rows` of the table and what is `outside` the chart, in words; None with nothing to draw."""
    if all(getattr(step, outcome) is None for step in course.steps for outcome in OUTCOMES):
        return None
    title = words.say(f"understood.chart.{course.form}")
    points = course.form == "point"
    message = "understood.chart.outside_points" if points else "understood.chart.outside"
    return {
        "title": title,
        "svg": _svg(course, f"{title}. {_finding(course, words)}", words),
        "rows": [_row(step, course.form, words) for step in course.steps],
        "outside": words.say(message, count=course.outside) if course.outside else "",
        "points": points,
    }


def _finding(course: Course, words: Any) -> str:
    """What the picture shows, for those who do not see it: the highest, or the last of the points."""
    last = course.steps[-1]
    step = last if course.form == "point" else max(course.steps, key=_height)
    message = "understood.chart.last" if course.form == "point" else "understood.chart.most"
    shown = {outcome: recorded(getattr(step, outcome), words) for outcome in OUTCOMES}
    return words.say(message, when=when(step, course.form, words), **shown)


def when(step: Step, form: str, words: Any) -> str:
    if form in ("month", "year"):
        return words.date(step.start, form)
    return words.date(step.end) if form == "point" else words.say("understood.span", first=step.start, last=step.end)


def _row(step: Step, form: str, words: Any) -> tuple[str, ...]:
    if not step.records:
        return (when(step, form, words), *[words.say("understood.chart.no_records")] * len(OUTCOMES))
    return (when(step, form, words), *(recorded(getattr(step, outcome), words) for outcome in OUTCOMES))


def _height(step: Step) -> float:
    return sum(max(value or 0, 0) for value in (step.killed, step.injured))


def _svg(course: Course, said: str, words: Any) -> Markup:
    points = course.form == "point"
    highest = max(max(step.killed or 0, step.injured or 0) if points else _height(step) for step in course.steps)
    ticks = _ticks(highest)
    scale = (HEIGHT - TOP - BOTTOM) / ticks[-1]
    first, last = course.steps[0].start, max(step.end for step in course.steps)
    left = round(GAP + DIGIT * max(len(words.number(tick)) for tick in ticks))
    x = _time(first, last, left)
    draw = _points if points else _bars
    marks = [*_grid(ticks, scale, left, words), *draw(course.steps, x, scale), *_ends(course, left, words)]
    return Markup('<svg class="small-chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, HEIGHT, said, Markup("").join(marks)
    )


def _ticks(highest: float) -> list[int]:
    """0, half and a round number above the highest; whole numbers only."""
    unit = 10 ** max(int(log10(highest)) if highest >= 1 else 0, 0)
    top = next(int(step * unit) for step in (1, 2, 3, 4, 6, 8, 10, 20) if step * unit >= highest)
    return [0, top // 2, top] if top % 2 == 0 else [0, top]


def _time(first: date, last: date, left: int) -> Any:
    days = max((last - first).days + 1, 1)
    return lambda day, after=0: left + (WIDTH - left - RIGHT) * ((day - first).days + after) / days


def _grid(ticks: Sequence[int], scale: float, left: int, words: Any) -> list[Markup]:
    line = Markup('<line class="{}" x1="{}" x2="{}" y1="{y}" y2="{y}"/><text x="{}" y="{}" text-anchor="end">{}</text>')
    found = []
    for tick in ticks:
        y = round(HEIGHT - BOTTOM - tick * scale, 1)
        name = "base" if tick == 0 else "grid"
        found.append(line.format(name, left, WIDTH - RIGHT, left - 5, y + 4, words.number(tick), y=y))
    return found


def _bars(steps: Sequence[Step], x: Any, scale: float) -> list[Markup]:
    """Killed stand on the line, injured on them; what has records and no figure is an open ring, never a zero."""
    bar = Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>')
    found = []
    for step in steps:
        left, right = x(step.start), x(step.end, 1)
        wide = max((right - left) * FILLED, THINNEST)
        left += (right - left - wide) / 2
        y = float(HEIGHT - BOTTOM)
        if step.records and step.killed is None and step.injured is None:
            found.append(
                Markup('<circle class="none" cx="{:.1f}" cy="{:.1f}" r="2.6"/>').format(left + wide / 2, y - 5)
            )
        for outcome in OUTCOMES:
            if (value := getattr(step, outcome) or 0) > 0:
                y -= value * scale
                found.append(bar.format(outcome, left, y, wide, value * scale))
    return found


def _points(steps: Sequence[Step], x: Any, scale: float) -> list[Markup]:
    """Statements: dots for killed, open squares for injured, so that the form tells them apart as well."""
    dot = Markup('<circle class="killed" cx="{:.1f}" cy="{:.1f}" r="{}"/>')
    square = Markup('<rect class="injured open" x="{:.1f}" y="{:.1f}" width="{}" height="{}"/>')
    found = []
    for step in steps:
        at = x(step.end, 0.5)
        if step.injured is not None:
            y = HEIGHT - BOTTOM - step.injured * scale
            found.append(square.format(at - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS))
        if step.killed is not None:
            found.append(dot.format(at, HEIGHT - BOTTOM - step.killed * scale, RADIUS))
    return found


def _ends(course: Course, left: int, words: Any) -> list[Markup]:
    """The first and the last time, below the ends of the line."""
    first, last = course.steps[0].start, max(step.end for step in course.steps)
    said = [str(day.year) if course.form == "year" else words.short_month(day) for day in (first, last)]
    text = Markup('<text x="{}" y="{}" text-anchor="{}">{}</text>')
    if said[0] == said[1]:
        return [text.format(ceil((left + WIDTH - RIGHT) / 2), HEIGHT - 6, "middle", escape(said[0]))]
    return [
        text.format(left, HEIGHT - 6, "start", escape(said[0])),
        text.format(WIDTH - RIGHT, HEIGHT - 6, "end", escape(said[1])),
    ]
