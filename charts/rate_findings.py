"""What may be claimed of the rates: how many a year, and whether the whole bins differ, go one way, or break."""

from datetime import date
from typing import Any

from charts.findings import Side, finding_break, finding_change, finding_trend
from charts.findings.amounts import counted
from charts.findings.trend import SEASONS
from charts.rate_points import Point
from data.frame import Frame
from data.statistics.dispersion import dispersion
from data.statistics.poisson import rate_interval
from data.summaries.accidents import accidents_in
from data.summaries.selected import Selected

YEAR = 365.25
# Bins vary more than independent cases would if chance alone did that in fewer than 1 of 100 rows.
UNSTEADY = 0.01


def rate_findings(
    frame: Frame, selected: Selected, points: list[Point], of: str, unit: str, factor: float, words: Any
) -> list[str]:  # fmt: skip
    """Sentences, from the bins that are whole; "" and unrecorded bins end a row."""
    row = last_row(points)
    rate = rate_sentence(points, of, unit, factor, words)
    said = [rate] if rate else []
    counts, starts = [point.n or 0.0 for point in row], [point.start for point in row]
    accidents = float(sum(accidents_in(frame, selected, [(point.start, point.end) for point in row])))
    if len(row) > SEASONS[unit]:
        said.append(finding_change(_side(row[-1 - SEASONS[unit]]), _side(row[-1]), of, words, clustering=factor))
    told: tuple[list[float], list[date], str, str, Any] = (counts, starts, unit, of, words)
    return [*said, finding_trend(*told, accidents=accidents), finding_break(*told, accidents=accidents)]


def last_row(points: list[Point]) -> list[Point]:
    """The last bins without a gap that are whole and whose number is recorded."""
    row: list[Point] = []
    for point in points:
        if point.whole and point.n is not None:
            row = [*row, point] if not row or (point.start - row[-1].end).days == 1 else [point]
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
            "low": _short(low), "high": _short(high), "first": row[0].name, "last": row[-1].name}  # fmt: skip
    text = words.say("rates.finding.rate", **told) if len(row) > 1 else words.say("rates.finding.one", **told)
    varied = dispersion([(point.n or 0.0) / factor for point in row])
    if varied and varied.p < UNSTEADY:
        text += " " + words.say(f"rates.finding.unsteady.{unit}", ratio=round(varied.ratio, 1))
    return str(text)


def _side(point: Point) -> Side:
    return Side(point.name, point.n or 0.0, (point.end - point.start).days + 1, point.at_least)


def _short(rate: float) -> float:
    return round(rate, 1) if rate < 100 else round(rate)
