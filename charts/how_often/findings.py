"""What may be claimed of the rates: how many a year, and whether the whole bins differ, go one way, or break."""

from datetime import date
from typing import Any

from charts.findings import Side, finding_break, finding_change, finding_trend
from charts.findings.amounts import counted
from charts.findings.trend import SEASONS
from charts.how_often.points import Point
from charts.how_often.rows import clustering_of, points_of
from data.frame import Frame
from data.statistics.dispersion import dispersion
from data.statistics.poisson import rate_interval
from data.summaries.by_time import ByTime
from data.summaries.selected import Selected

YEAR = 365.25
# Bins vary more than independent cases would if chance alone did that in fewer than 1 of 100 rows.
UNSTEADY = 0.01


def rate_findings(points: list[Point], of: str, unit: str, factor: float, words: Any) -> tuple[str, ...]:
    """How many a year, then what time_findings says of the same points; `factor` is their clustering."""
    rate = rate_sentence(points, of, unit, factor, words)
    return ((rate,) if rate else ()) + _row_findings(last_row(points), of, unit, factor, words)


def time_findings(
    frame: Frame, selected: Selected, found: ByTime, of: str, words: Any
) -> tuple[str, ...]:  # fmt: skip
    """Whether the last bin differs from a year before, and whether the whole bins of years, quarters or months go one
    way or break. `of` is accidents, casualties, killed or injured."""
    factor = clustering_of(frame, selected, of)
    row = last_row(points_of(frame, selected, found, of, factor, words, limits=False))
    return _row_findings(row, of, found.interval, factor, words)


def _row_findings(row: list[Point], of: str, unit: str, factor: float, words: Any) -> tuple[str, ...]:
    counts, starts = [point.n or 0.0 for point in row], [point.start for point in row]
    accidents = float(sum(point.accidents for point in row))
    told: tuple[list[float], list[date], str, str, Any] = (counts, starts, unit, of, words)
    said = (finding_trend(*told, accidents=accidents), finding_break(*told, accidents=accidents))
    if len(row) <= SEASONS[unit]:
        return said
    earlier, later = _side(row[-1 - SEASONS[unit]]), _side(row[-1])
    return (finding_change(earlier, later, of, words, clustering=factor), *said)


def last_row(points: list[Point]) -> list[Point]:
    """The last bins without a gap that are whole and whose number is recorded."""
    row: list[Point] = []
    for point in points:
        if point.whole and point.n is not None:
            if row and (point.start - row[-1].end).days != 1:
                row = []
            row.append(point)
    return row


def rate_sentence(points: list[Point], of: str, unit: str, factor: float, words: Any) -> str:
    """On average so many a year, with its interval, over the row of whole bins; "" without a year of them."""
    row = last_row(points)
    days = sum((point.end - point.start).days + 1 for point in row)
    if days < 365:
        return ""
    total, years = sum(point.n or 0.0 for point in row), days / YEAR
    low, high = rate_interval(total, years, clustering=factor)
    told = {"total": counted(total, of, words, any(point.at_least for point in row)), "rate": _short(total / years),
            "low": _short(low), "high": _short(high), "first": row[0].name, "last": row[-1].name,
            "method": words.say("rates.method.exact" if factor == 1 else "rates.method.widened")}  # fmt: skip
    text = words.say("rates.finding.rate", **told) if len(row) > 1 else words.say("rates.finding.one", **told)
    varied = dispersion([(point.n or 0.0) / factor for point in row])
    if varied and varied.p < UNSTEADY:
        text += " " + words.say(f"rates.finding.unsteady.{unit}", ratio=round(varied.ratio, 1))
    return str(text)


def _side(point: Point) -> Side:
    return Side(point.name, point.n or 0.0, (point.end - point.start).days + 1, point.at_least)


def _short(rate: float) -> float:
    return round(rate, 1) if rate < 100 else round(rate)
