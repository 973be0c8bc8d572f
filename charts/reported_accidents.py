"""Reported accidents by month, quarter or year: killed and injured, what may still grow, and how much they cover."""

from datetime import date
from typing import Any

from charts.headlines import told_of, totals_of
from charts.notes import left_out, not_recorded
from charts.nothing import no_dataset, nothing_found
from charts.sentences import (
    about,
    bin_name,
    cases,
    counted_by,
    day_of,
    opening,
    outcomes_shown,
    selection_sentence,
    source_text,
    sources,
    span,
    sums,
)  # fmt: skip
from charts.timeline.bars import time_figure
from charts.view import Column, Table, View
from data.frame import Edition
from data.selection import Selection
from data.summaries.by_time import ByTime, Interval, by_time
from data.summaries.coverage import cases_frame, coverage
from data.summaries.selected import Selected, select
from data.summaries.tally import Bucket, whole

KEY = "reported_accidents"


def view(edition: Edition, selection: Selection, words: Any, *, today: date, interval: Interval, narrow: bool) -> View:
    title = words.say(f"charts.reported_accidents.title.{interval}")
    frame = cases_frame(edition)
    if frame is None:
        return no_dataset(KEY, title, edition, words)
    selected = select(frame, selection)
    found, everything = by_time(selected, interval, today), whole(selected)
    columns = _columns(everything, selection, words)
    notes = _notes(edition, found, selected, words)
    if not selected.record_count:
        return nothing_found(KEY, title, edition, frame, selection, words, columns, tuple(notes))
    names = [bin_name(bin.start, interval, words) for bin in found.bins]
    drawn = bool(found.bins)
    figure = time_figure(found, outcomes_shown(selection), selection, names, words, narrow) if drawn else {}
    told = cases(frame.dataset.layout, selected.record_count, words)
    subtitle = [words.say("charts.subtitle.cases", cases=told, counted_by=counted_by(frame, words)),
                selection_sentence(selection, words)]  # fmt: skip
    as_of = frame.dataset.covered_to
    subtitle += [words.say("charts.as_of", day=as_of)] if as_of else []
    return View(
        chart=KEY, title=title, subtitle=" ".join(subtitle), alt=_alt(found, names, everything, told, selection, words),
        table=_table(found, names, columns, words), figure=figure, sources=sources(frame, words),
        edition=edition.number, as_of=as_of, notes=tuple(notes), empty=not drawn,
        empty_reason="" if drawn else notes[0], height=figure["layout"]["height"] if drawn else 0,
        about=about(frame, words), headline=totals_of(told_of(selected, words, today), selected),
    )  # fmt: skip


def _notes(edition: Edition, found: ByTime, selected: Selected, words: Any) -> list[str]:
    selection, layout = selected.selection, selected.dataset.layout
    notes = [_coverage(edition, words)]
    if unfinished := [bin for bin in found.bins if bin.unfinished]:
        start = bin_name(unfinished[0].start, found.interval, words)
        notes.append(words.say("charts.reported_accidents.note_unfinished", start=start, until=found.final_until))
    if found.undated.records:
        told = {"cases": cases(layout, found.undated.records, words), "numbers": sums(found.undated, selection, words)}
        notes.append(words.say("charts.reported_accidents.note_undated", **told))
    if found.coarse:
        listed = [
            f"{span(extent.start, extent.end, words)}: {sums(extent.bucket, selection, words)}"
            for extent in found.coarse[:6]
        ]  # fmt: skip
        notes.append(words.say("charts.reported_accidents.note_coarse", list="; ".join(listed)))
    if found.by_report:
        placed = cases(layout, found.by_report, words)
        notes.append(words.say("charts.reported_accidents.note_by_report", cases=placed))
    notes += not_recorded(selected, words, marked=False) + left_out(selected, words, undated_counted=False)
    return [note for note in notes if note]


def _coverage(edition: Edition, words: Any) -> str:
    """How much of the latest published total the accidents cover, whatever is selected."""
    found = coverage(edition)
    if found is None:
        return ""
    one = found.statement
    text = words.say(
        "charts.reported_accidents.coverage", killed=found.killed, injured=found.injured,
        of_killed=one.value("killed"), of_injured=one.value("injured"),
        counted_by=source_text("counted_by", one.counted_by, words), as_of=day_of(one.first, one.precision, words),
    )  # fmt: skip
    if found.undated:
        layout = next(f.dataset.layout for f in edition.frames.values() if f.dataset.official_scope_of)
        undated = cases(layout, found.undated, words)
        text += " " + words.say("charts.reported_accidents.coverage_undated", cases=undated)
    return text


def _alt(
    found: ByTime, names: list[str], everything: Bucket, told: str, selection: Selection, words: Any
) -> str:  # fmt: skip
    numbers = sums(everything, selection, words)
    most = max(zip(found.bins, names, strict=True), key=lambda pair: pair[0].bucket.known, default=None)
    if most is None or not most[0].bucket.known:
        return words.say("charts.reported_accidents.alt_plain", numbers=opening(numbers), cases=told)
    peak = {"bin": most[1], "most": sums(most[0].bucket, selection, words)}
    return words.say("charts.reported_accidents.alt", numbers=opening(numbers), cases=told, **peak)


def _columns(everything: Bucket, selection: Selection, words: Any) -> tuple[Column, ...]:
    columns = [Column("period", words.say("charts.column.period"))]
    columns += [Column(end, words.say(f"charts.column.{end}"), "date") for end in ("from", "to")]
    columns += [Column(outcome, words.say(f"field.{outcome}"), "number") for outcome in outcomes_shown(selection)]
    for name in ("unknown", "not_split"):
        if getattr(everything, name):
            columns.append(Column(name, words.say(f"charts.column.{name}"), "number"))
    return (*columns, Column("records", words.say("charts.column.records"), "number"),
            Column("state", words.say("charts.column.state")))  # fmt: skip


def _table(found: ByTime, names: list[str], columns: tuple[Column, ...], words: Any) -> Table:
    """Every bin, then what is known more coarsely, then what has no date: together the whole selection."""
    unfinished = words.say("charts.reported_accidents.unfinished")
    lines: list[tuple[str, date | None, date | None, Bucket, str]] = [
        (name, bin.start, bin.end, bin.bucket, unfinished if bin.unfinished else "")
        for name, bin in zip(names, found.bins, strict=True)
    ]
    lines += [
        (span(extent.start, extent.end, words), extent.start, extent.end, extent.bucket,
         words.say("charts.reported_accidents.coarse_state"))
        for extent in found.coarse
    ]  # fmt: skip
    if found.undated.records:
        undated = words.say("charts.reported_accidents.undated_state")
        lines.append((undated, None, None, found.undated, ""))
    rows = []
    for name, start, end, bucket, state in lines:
        cells = {"period": name, "from": start, "to": end, "killed": bucket.killed, "injured": bucket.injured,
                 "unknown": bucket.unknown, "not_split": bucket.not_split, "records": bucket.records,
                 "state": state}  # fmt: skip
        rows.append(tuple(cells[column.key] for column in columns))
    return Table.of(columns, rows)
