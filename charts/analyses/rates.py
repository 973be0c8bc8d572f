"""How often: accidents or people per year, quarter or month, each with its interval, and what may be claimed."""

from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

from charts.asked import Asked
from charts.dataset import cases_asked
from charts.findings.amounts import counted
from charts.headlines import between, told_of, totals_of
from charts.headlines import counted as counted_said
from charts.how_often.findings import rate_findings, rate_sentence
from charts.how_often.notes import rate_notes
from charts.how_often.points import Point, points_figure
from charts.how_often.rows import clustering_of, points_of
from charts.nothing import nothing_found
from charts.options import Option
from charts.sentences import about, amount, cases, counted_by, outcomes_shown, selection_sentence, sources
from charts.view import Column, Table, View
from data.frame import Edition, Frame
from data.summaries.amounts import Amount
from data.summaries.by_time import Interval, by_time
from data.summaries.selected import Selected, select

KEY = "rates"
OPTIONS: tuple[Option, ...] = (
    Option("by", ("year", "quarter", "month")),
    Option("of", ("accidents", "casualties", "killed", "injured")),
)


def view(edition: Edition, asked: Asked) -> View:
    words, unit, of = asked.words, cast(Interval, asked.options["by"]), _of(asked)
    frame = cases_asked(KEY, words.say("rates.title"), edition, asked)
    if isinstance(frame, View):
        return frame
    title = words.say(f"rates.title.{of}.{unit}")
    selected = select(frame, asked.selection)
    factor = clustering_of(frame, selected, of)
    found = by_time(selected, unit, asked.today)
    points = points_of(frame, selected, found, of, factor, words)
    notes = rate_notes(selected, found, points, of, factor, words)
    columns = _columns(of, words)
    if not selected.record_count or not any(point.n is not None for point in points):
        return nothing_found(KEY, title, edition, frame, asked.selection, words, columns, tuple(notes))
    hover = [_hover(point, of, words) for point in points]
    figure = points_figure(points, of, unit, hover, words, asked.narrow)
    return View(
        chart=KEY, title=title, subtitle=_subtitle(frame, selected, words), table=_table(points, columns, of, words),
        alt=_alt(points, of, unit, factor, words), figure=figure, sources=sources(frame, words),
        edition=edition.number, as_of=frame.dataset.covered_to, notes=tuple(notes),
        height=figure["layout"]["height"], about=about(frame, words),
        headline=_headline(points, of, unit, selected, asked), findings=rate_findings(points, of, unit, factor, words),
    )  # fmt: skip


def _of(asked: Asked) -> str:
    """What is counted; accidents, where the selection leaves out the very people that are asked for."""
    of = asked.options["of"]
    return "accidents" if of in ("killed", "injured") and of not in outcomes_shown(asked.selection) else of


def _subtitle(frame: Frame, selected: Selected, words: Any) -> str:
    told = cases(frame.dataset.layout, selected.record_count, words)
    parts = [words.say("rates.subtitle", cases=told, counted_by=counted_by(frame, words)),
             selection_sentence(selected.selection, words)]  # fmt: skip
    as_of = frame.dataset.covered_to
    return " ".join([*parts, words.say("charts.as_of", day=as_of)] if as_of else parts)


def _hover(point: Point, of: str, words: Any) -> str:
    lines = [f"<b>{point.name}</b>", _told(point.n, point.at_least, of, words)]
    if point.low is not None and point.high is not None:
        lines.append(_between(point.low, point.high, words))
    if not point.whole:
        lines.append(words.say("rates.state.not_whole"))
    return "<br>".join(lines)


@lru_cache(maxsize=4096)
def _told(n: float | None, at_least: bool, of: str, words: Any) -> str:
    return str(words.say("charts.not_recorded")) if n is None else counted(n, of, words, at_least)


@lru_cache(maxsize=4096)
def _between(low: float, high: float, words: Any) -> str:
    return str(words.say("rates.interval", low=low, high=high))


def _headline(points: list[Point], of: str, unit: str, selected: Selected, asked: Asked) -> str:
    """Of the whole bins the fewest and the most; where they are minima or too few, all of it."""
    told, whole = told_of(selected, asked.words, asked.today), [point for point in points if point.whole]
    if whole and not any(point.n is None or point.at_least for point in whole):
        own = replace(told, start=whole[0].start, end=whole[-1].end)
        if said := between(own, [point.n or 0.0 for point in whole], unit, of):
            return said
    if of == "accidents":
        return counted_said(told, sum(point.n or 0.0 for point in points))
    return totals_of(told, selected)


def _alt(points: list[Point], of: str, unit: str, factor: float, words: Any) -> str:
    most = max((point for point in points if point.n is not None), key=lambda point: point.n or 0)
    told = words.say("rates.alt", most=amount(Amount(most.n, most.at_least), words), name=most.name,
                     what=words.say(f"findings.what.{of}"))  # fmt: skip
    told = told if most.n else ""
    return " ".join(part for part in (rate_sentence(points, of, unit, factor, words), told) if part)


def _columns(of: str, words: Any) -> tuple[Column, ...]:
    return (
        Column("period", words.say("charts.column.period")),
        *(Column(end, words.say(f"charts.column.{end}"), "date") for end in ("from", "to")),
        Column(of, words.say(f"rates.column.{of}"), "number"),
        *(Column(end, words.say(f"rates.column.{end}"), "number") for end in ("low", "high")),
        Column("state", words.say("charts.column.state")),
    )


def _table(points: list[Point], columns: tuple[Column, ...], of: str, words: Any) -> Table:
    rows, picks = [], []
    for point in points:
        states = [words.say("rates.state.not_whole")] if not point.whole else []
        states += [words.say("rates.state.at_least")] if point.at_least else []
        rows.append((point.name, point.start, point.end, point.n, point.low, point.high, "; ".join(states)))
        picks.append(tuple(point.pick if column.key == of and point.n else "" for column in columns))
    return Table(columns, tuple(rows), picks=tuple(picks))
