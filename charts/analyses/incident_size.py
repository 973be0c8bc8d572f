"""incident_size: accidents by how many people they killed or injured, their mean and median, and the largest ones."""

from datetime import date
from typing import Any

import pandas as pd

from charts.analysis import analysis_view
from charts.asked import Asked
from charts.dataset import cases_asked
from charts.headlines import sizes as sizes_said
from charts.headlines import told_of, totals_of
from charts.incident_bars import Size, incident_bars
from charts.measures import measured
from charts.notes import left_out
from charts.nothing import nothing_found
from charts.options import Option
from charts.picks import period_parts, pick
from charts.sentences import district_name
from charts.view import Column, Table, View
from data.fields import NOT_STATED
from data.frame import Edition, Frame
from data.selection import Selection
from data.summaries.columns import COUNT_FIELDS
from data.summaries.incident_size import Accidents, IncidentSizes, Large, incident_sizes
from data.summaries.selected import Selected, select

KEY = "incident_size"
OPTIONS: tuple[Option, ...] = ()
NUMBERS = ("accidents", "casualties", "killed_in_all", "injured_in_all")


def view(edition: Edition, asked: Asked) -> View:
    words = asked.words
    frame = cases_asked(KEY, words.say("incident_size.title"), edition, asked)
    if isinstance(frame, View):
        return frame
    title = words.say("incident_size.heading")
    selected = select(frame, asked.selection)
    if not selected.record_count:
        return nothing_found(KEY, title, edition, frame, asked.selection, words, (), tuple(left_out(selected, words)))
    found = incident_sizes(frame, selected)
    shown = {name: one for name, one in found.by_size.items() if _is_shown(name, one, frame)}
    sizes = [
        Size(_size_name(name, words), one.number, _people(one, words), name == NOT_STATED, pick(("casualties", name)))
        for name, one in shown.items()
    ]
    return analysis_view(
        KEY, title, edition, frame, selected, words, alt=_alt(found, words),
        headline=_headline(found, selected, asked),
        table=_table(shown, found, frame, asked.selection, words), figure=incident_bars(sizes, words, asked.narrow),
        notes=_notes(found, selected, frame, words),
    )  # fmt: skip


def _is_shown(name: str, one: Accidents, frame: Frame) -> bool:
    """A list of people holds no accident without any, so none is no finding there."""
    if name == NOT_STATED:
        return one.number > 0
    return name != "none" or one.number > 0 or frame.dataset.layout != "line_list"


def _size_name(name: str, words: Any) -> str:
    return str(words.say(f"value.casualties.{name}"))


def _people(one: Accidents, words: Any) -> str:
    text = words.say("incident_size.hover", accidents=words.say("incident_size.accidents", count=one.number),
                     people=measured(one.casualties, "casualties", "", words))  # fmt: skip
    return str(text)


def _headline(found: IncidentSizes, selected: Selected, asked: Asked) -> str:
    told = told_of(selected, asked.words, asked.today)
    if not found.recorded:
        return totals_of(told, selected)
    return sizes_said(told, found.recorded, found.largest[0].casualties if found.largest else None)


def _alt(found: IncidentSizes, words: Any) -> str:
    told = words.say("incident_size.accidents", count=found.recorded)
    if found.mean is None or found.median is None:
        return str(
            words.say("incident_size.alt_none", accidents=words.say("incident_size.accidents", count=_silent(found)))
        )
    message = "incident_size.alt_at_least" if found.at_least else "incident_size.alt"
    return str(words.say(message, accidents=told, mean=round(found.mean, 1), median=round(found.median, 1)))


def _silent(found: IncidentSizes) -> int:
    return found.by_size[NOT_STATED].number


def _notes(found: IncidentSizes, selected: Selected, frame: Frame, words: Any) -> list[str]:
    notes = []
    if found.mean is not None:
        notes.append(_alt(found, words))
    if _silent(found):
        notes.append(words.say("incident_size.note_silent", count=_silent(found)))
    if incomplete := sum(one.incomplete for name, one in found.by_size.items() if name != NOT_STATED):
        notes.append(words.say("incident_size.note_incomplete", count=incomplete))
    if any(selected.selection.limits(field) for field in COUNT_FIELDS):
        notes.append(words.say("incident_size.note_everybody"))
    if frame.dataset.layout == "line_list":
        notes.append(words.say("incident_size.note_people"))
    return notes + left_out(selected, words)


def _table(
    shown: dict[str, Accidents], found: IncidentSizes, frame: Frame, selection: Selection, words: Any
) -> Table:  # fmt: skip
    columns = [Column("part", words.say("incident_size.column.part")), Column("size", words.say("field.casualties"))]
    columns += [Column(key, words.say(f"incident_size.column.{key}"), "number") for key in NUMBERS]
    rows: list[tuple[Any, ...]] = []
    picks = []
    for name, one in shown.items():
        told = _size_name(name, words)
        rows.append((words.say("incident_size.part.size"), told, one.number, one.casualties, one.killed, one.injured))
        picks.append(pick(("casualties", name)))
    for large in found.largest:
        told, address = _accident(large, frame, selection, words)
        row = (words.say("incident_size.part.largest"), told, 1, large.casualties, large.killed, large.injured)
        rows.append(row)
        picks.append(address)
    return Table.of(columns, rows, picks=tuple((address,) * len(columns) for address in picks))


def _accident(large: Large, frame: Frame, selection: Selection, words: Any) -> tuple[str, str]:
    """When and where, and the address that leads to it (and to what else happened there then of that size)."""
    record = frame.records.iloc[large.position]
    start, end = (None if pd.isna(record[name]) else record[name].date() for name in ("date_from", "date_to"))
    district = record["district"] or NOT_STATED
    parts: list[tuple[str, str]] = []
    when = words.say("incident_size.undated")
    if isinstance(start, date) and isinstance(end, date):
        when = words.date(start, record["date_precision"]) if record["date_precision"] != "span" else words.say(
            "charts.span", start=start, end=end
        )  # fmt: skip
        parts = period_parts(start, end, selection)
    where = [
        part for part in (record["place"], "" if district == NOT_STATED else district_name(district, words)) if part
    ]
    told = words.say("incident_size.accident", when=when, where=", ".join(where)) if where else when
    return told, pick(*parts, ("district", district), ("casualties", large.size))
