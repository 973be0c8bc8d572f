"""Killed and injured as published for spans of time: how long each span was, and beside it how many people.

Two panels share their rows. Height, width and area of one bar never stand for both time and people, so a long span
cannot look worse than it was; no rate is computed.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from charts.headlines import Told, totals
from charts.notes import left_out, no_such_district, not_answered
from charts.nothing import no_dataset, nothing_found
from charts.period_rows import periods_figure
from charts.sentences import about, cases, counted_by, outcomes_shown, people_in, selection_sentence, sources, span
from charts.view import Column, Table, View
from data.frame import Edition
from data.selection import FIELDS, Selection
from data.summaries.amounts import Amount
from data.summaries.periods import Period, periods, periods_frame
from data.summaries.selected import Selected, select

KEY = "by_period"
SILENT_ON = tuple(field for field in FIELDS if field not in ("outcome", "status"))
MOST_ROWS = 30


def view(edition: Edition, selection: Selection, words: Any, *, today: date, interval: str, narrow: bool) -> View:
    title = words.say("charts.by_period.title")
    frame = periods_frame(edition)
    if frame is None:
        return no_dataset(KEY, title, edition, words)
    selected = select(frame, _answered(selection))
    found = periods(frame, selected, selection.among("status"))
    silent, found = _without_silent(found, selection)
    columns = _columns(found, selection, words)
    notes = _notes(found, silent, selected, selection, words)
    drawn = list(found[-MOST_ROWS:])
    if not drawn:
        return nothing_found(KEY, title, edition, frame, selection, words, columns, tuple(notes))
    figure = periods_figure(drawn, outcomes_shown(selection), words, narrow)
    who = counted_by(frame, words)
    told = [words.say("charts.by_period.subtitle", counted_by=who), selection_sentence(selection, words),
            words.say("charts.as_of", day=drawn[-1].end)]  # fmt: skip
    return View(
        chart=KEY, title=title, subtitle=" ".join(told), alt=_alt(drawn, selection, words),
        table=_table(found, columns), figure=figure, sources=sources(frame, words), edition=edition.number,
        as_of=drawn[-1].end, notes=tuple(notes), height=figure["layout"]["height"], about=about(frame, words),
        headline=_headline(drawn[-1], Told(words, who, selection)),
    )  # fmt: skip


def _answered(selection: Selection) -> Selection:
    """The part of the selection that period totals can answer on records; outcome and status are read per record."""
    return Selection(selection.date_from, selection.date_to)


def people_of(period: Period, selection: Selection, words: Any) -> str:
    if period.not_split:
        return words.say("charts.casualties", count=period.not_split)
    return people_in({outcome: getattr(period, outcome) for outcome in outcomes_shown(selection)}, 0, words)


def _without_silent(found: tuple[Period, ...], selection: Selection) -> tuple[int, tuple[Period, ...]]:
    """With a status asked for, periods that do not say it are left out; how many, and the rest."""
    if not selection.among("status") and not selection.among("outcome"):
        return 0, found
    telling = tuple(
        period
        for period in found
        if any(getattr(period, outcome).n is not None for outcome in outcomes_shown(selection))
    )
    return len(found) - len(telling), telling


def _notes(
    found: tuple[Period, ...], silent: int, selected: Selected, selection: Selection, words: Any
) -> list[str]:  # fmt: skip
    notes = []
    lengths = [period.days for period in found]
    if lengths and min(lengths) != max(lengths):
        notes.append(words.say("charts.by_period.note_widths", shortest=min(lengths), longest=max(lengths)))
    if unsplit := sum(bool(period.not_split) for period in found):
        notes.append(words.say("charts.by_period.note_not_split", count=unsplit))
    if (rest := len(found) - MOST_ROWS) > 0:
        notes.append(words.say("charts.by_period.note_rest", count=rest))
    if silent:
        notes.append(words.say("charts.by_period.note_silent", cases=cases("period_totals", silent, words)))
    if selected.left_out.undated and not selection.limited_in_time:
        undated = cases("period_totals", selected.left_out.undated, words)
        notes.append(words.say("charts.note.undated_out", cases=undated))
    notes += left_out(selected, words, undated_counted=False) + no_such_district(selected, words)
    return notes + not_answered(selection, SILENT_ON, words)


def _headline(newest: Period, told: Told) -> str:
    """Of the newest period: periods differ in length and may overlap, so none is added up or called the largest."""
    told = replace(told, start=newest.start, end=newest.end)
    if newest.not_split:
        return totals(told, {"casualties": Amount(newest.not_split)})
    return totals(told, {outcome: getattr(newest, outcome) for outcome in told.outcomes})


def _alt(drawn: list[Period], selection: Selection, words: Any) -> str:
    most = max(drawn, key=lambda period: period.killed.known + period.injured.known + period.not_split)
    return words.say(
        "charts.by_period.alt", cases=cases("period_totals", len(drawn), words), start=drawn[0].start,
        end=drawn[-1].end, span=span(most.start, most.end, words), numbers=people_of(most, selection, words),
    )  # fmt: skip


def _columns(found: tuple[Period, ...], selection: Selection, words: Any) -> tuple[Column, ...]:
    columns = [Column(end, words.say(f"charts.column.{end}"), "date") for end in ("from", "to")]
    columns.append(Column("days", words.say("charts.column.days"), "number"))
    columns += [Column(outcome, words.say(f"field.{outcome}"), "number") for outcome in outcomes_shown(selection)]
    if any(period.not_split for period in found):
        columns.append(Column("not_split", words.say("charts.column.not_split"), "number"))
    return (*columns, Column("counted_by", words.say("field.counted_by")),
            Column("reported_in", words.say("field.reported_in")),
            Column("source_url", words.say("field.source_url"), "link"))  # fmt: skip


def _table(found: tuple[Period, ...], columns: tuple[Column, ...]) -> Table:
    rows = []
    for period in found:
        cells = {"from": period.start, "to": period.end, "days": period.days, "killed": period.killed,
                 "injured": period.injured, "not_split": period.not_split, "counted_by": period.counted_by,
                 "reported_in": period.outlet, "source_url": period.link}  # fmt: skip
        rows.append(tuple(cells[column.key] for column in columns))
    return Table.of(columns, rows, row_ids=tuple(period.record_id for period in found))
