"""Killed and injured per district, status, device or activity: bars by size, not stated and unknown last and grey."""

from datetime import date
from typing import Any

from charts.bars import bars_figure
from charts.headlines import largest_of, told_of
from charts.notes import left_out, not_recorded
from charts.nothing import no_dataset, nothing_found
from charts.sentences import about, cases, category_name, counted_by, outcomes_shown, selection_sentence, sources, sums
from charts.view import Column, Table, View
from data.frame import Edition
from data.selection import Selection
from data.summaries.by_field import LAST, by_field
from data.summaries.coverage import cases_frame
from data.summaries.selected import Selected, select
from data.summaries.tally import Bucket

MOST_BARS = 12
Rows = list[tuple[str, Bucket]]


def breakdown_view(key: str, field: str, edition: Edition, selection: Selection, words: Any, today: date) -> View:
    """The View of one breakdown. `field` is district, status, device or activity."""
    title = words.say(f"charts.{key}.title")
    frame = cases_frame(edition)
    if frame is None:
        return no_dataset(key, title, edition, words)
    selected = select(frame, selection)
    rows = list(by_field(selected, field).rows)
    columns = _columns(field, rows, selection, words)
    notes = [*not_recorded(selected, words, marked=field != "status"), *left_out(selected, words)]
    if not rows:
        return nothing_found(key, title, edition, frame, selection, words, columns, tuple(notes))
    drawn = _largest(rows)
    if len(rows) > len(drawn):
        notes.insert(0, words.say("charts.breakdown.note_rest", count=len(rows) - len(drawn)))
    named = [(category_name(field, name, words), bucket, name in LAST) for name, bucket in rows]
    figure = bars_figure(
        [row for row, own in zip(named, rows, strict=True) if own in drawn], outcomes_shown(selection), words
    )
    return View(
        chart=key,
        title=title,
        subtitle=_subtitle(selected, words, counted_by(frame, words)),
        alt=_alt(field, rows, selection, words),
        table=_table(field, rows, columns, words),
        figure=figure,
        sources=sources(frame, words),
        edition=edition.number,
        as_of=frame.dataset.covered_to,
        notes=tuple(notes),
        height=figure["layout"]["height"],
        about=about(frame, words),
        headline=largest_of(told_of(selected, words, today), selected, named, field),
    )


def _largest(rows: Rows) -> Rows:
    """The largest bars and the grey ones, which are always drawn."""
    named = [row for row in rows if row[0] not in LAST]
    return named[:MOST_BARS] + [row for row in rows if row[0] in LAST]


def _subtitle(selected: Selected, words: Any, who: str) -> str:
    told = cases(selected.dataset.layout, selected.record_count, words)
    parts = [words.say("charts.subtitle.cases", cases=told, counted_by=who),
             selection_sentence(selected.selection, words)]  # fmt: skip
    if selected.dataset.covered_to:
        parts.append(words.say("charts.as_of", day=selected.dataset.covered_to))
    return " ".join(parts)


def _alt(field: str, rows: Rows, selection: Selection, words: Any) -> str:
    named = [row for row in rows if row[0] not in LAST and row[1].known][:3] or rows[:1]
    parts = [f"{category_name(field, key, words)} ({sums(bucket, selection, words)})" for key, bucket in named]
    return words.say("charts.breakdown.alt", list=words.list(parts))


def _columns(field: str, rows: Rows, selection: Selection, words: Any) -> tuple[Column, ...]:
    columns = [Column(field, words.say(f"field.{field}"))]
    columns += [Column(outcome, words.say(f"field.{outcome}"), "number") for outcome in outcomes_shown(selection)]
    for name in ("unknown", "not_split"):
        if any(getattr(bucket, name) for _, bucket in rows):
            columns.append(Column(name, words.say(f"charts.column.{name}"), "number"))
    columns.append(Column("records", words.say("charts.column.records"), "number"))
    for outcome in outcomes_shown(selection):
        if any(getattr(bucket, f"missing_{outcome}") for _, bucket in rows):
            columns.append(Column(f"missing_{outcome}", words.say(f"charts.column.missing_{outcome}"), "number"))
    return tuple(columns)


def _table(field: str, rows: Rows, columns: tuple[Column, ...], words: Any) -> Table:
    cells = []
    for key, bucket in rows:
        row: list[Any] = [category_name(field, key, words)]
        for column in columns[1:]:
            row.append(getattr(bucket, column.key))
        cells.append(tuple(row))
    return Table.of(columns, cells)
