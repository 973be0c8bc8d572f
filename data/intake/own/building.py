"""The records and counts of one of our own files, as they were before they were written."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from data.fields import BASES, BY_KEY, NOT_STATED, OUTCOMES
from data.flat import names
from data.intake.layout import Decision
from data.intake.mapping.choice import Choice
from data.intake.own import by_names
from data.intake.own.cells import Cells
from data.intake.reading import Reading
from data.intake.records import identity
from data.intake.records.building import Built
from data.intake.records.counting import CountRows
from data.intake.records.figures import Figures, Numbers, Part, Tally
from data.intake.records.frames import records_frame
from data.intake.records.raw import raw_frame
from data.intake.records.source import Source


def build(source: Source, choice: Choice, decision: Decision, today: date) -> Built:
    """Every row becomes the record that it was, with its own id; its numbers become the counts they were."""
    cells = Cells(source, by_names([*source.columns]))
    wholes = {outcome: _numbers(cells, outcome, None) for outcome in OUTCOMES}
    parts = [*_parts(cells)]
    columns = _columns(cells)
    bases = {outcome: _basis(cells, outcome, wholes[outcome]) for outcome in names.BASES}
    columns |= {names.BASES[outcome]: basis for outcome, basis in bases.items()}
    raw, _ = raw_frame(source.columns, source.sheets, source.rows)
    records = records_frame(columns, cells.size)
    counts = _counts(cells, wholes, parts)
    figures = {outcome: _figures(outcome, wholes[outcome], parts) for outcome in names.BASES}
    tallies = {outcome: _tally(figures[outcome], basis) for outcome, basis in bases.items()}
    reading = Reading(
        decision.layout or "", records, counts, today, figures, tallies,
        _stated_total(cells),
        {key: column.letter for key, column in cells.columns.items()}, source.origins,
    )  # fmt: skip
    return Built(records, counts, raw, reading, cells.problems)


def _stated_total(cells: Cells) -> Numbers | None:
    told, blank = cells.number("stated_total"), np.full(cells.size, np.nan)
    return None if np.isnan(told).all() else Numbers(told, blank, blank)


def _columns(cells: Cells) -> dict[str, Any]:
    """The record's own fields; where it came from is this file."""
    columns: dict[str, Any] = {"sheet": list(cells.source.sheets), "row": cells.source.rows}
    for key in names.OF_RECORD:
        if key in columns:
            continue
        match BY_KEY[key].kind:
            case "date":
                columns[key] = cells.day(key)
            case "number":
                columns[key] = cells.number(key)
            case "category":
                columns[key] = cells.category(key)
            case _:
                columns[key] = cells.text(key)
    columns["record_id"] = _ids(cells)
    incident = cells.text("incident_id")
    columns["incident_id"] = incident.where(incident != "", columns["record_id"])  # type: ignore[arg-type]
    return columns


def _ids(cells: Cells) -> pd.Series:
    """The file's own; of two alike, or where one is missing, all are made from what the rows say."""
    own = cells.text("record_id")
    if (own != "").all() and not own.duplicated().any():
        return own
    texts = {key: column.texts for key, column in cells.columns.items() if not key.startswith("about_")}
    return identity.ids(identity.content_hashes(texts, {}, cells.size))


def _numbers(cells: Cells, outcome: str, group: names.Group | None) -> Numbers:
    named = [
        names.whole(outcome, bound) if group is None else names.part(outcome, group, bound) for bound in names.BOUNDS
    ]
    return Numbers(*(cells.number(name) for name in named))


def _parts(cells: Cells) -> Iterator[tuple[str, names.Group, Numbers]]:
    for name in cells.columns:
        outcome, group, bound = names.parts().get(name, ("", ("", "", ""), ""))
        if bound == "n":
            yield outcome, group, _numbers(cells, outcome, group)


def _basis(cells: Cells, outcome: str, whole: Numbers) -> np.ndarray:
    """As the file says; a number that was typed in is stated, an empty cell is not recorded whatever stands beside."""
    said = np.asarray(cells.category(names.BASES[outcome]), dtype=object)
    said = np.where(whole.given & (said == "not_recorded"), "stated", said)
    return np.where(whole.given, said, "not_recorded")


def _counts(cells: Cells, wholes: dict[str, Numbers], parts: list[tuple[str, names.Group, Numbers]]) -> pd.DataFrame:
    counts, split = CountRows(), {outcome for outcome, _, _ in parts}
    everyone = {key: np.asarray(cells.category(key).codes, dtype=np.int8) for key in names.GROUPS}
    used = {outcome: np.zeros(cells.size) for outcome in OUTCOMES}
    for outcome, group, numbers in parts:
        counts.add(_counted(numbers), outcome, numbers, dict(zip(names.GROUPS, group, strict=True)))
        used[outcome] += np.nan_to_num(numbers.n)
    for outcome, whole in wholes.items():
        if outcome not in split:
            counts.add(_counted(whole), outcome, whole, everyone)
            continue
        rest = np.nan_to_num(whole.n) - used[outcome]
        blank = np.full(cells.size, np.nan)
        counts.add(rest > 1e-9, outcome, Numbers(rest, blank, blank), {})
    return counts.frame()


def _counted(numbers: Numbers) -> np.ndarray:
    """Somebody, or perhaps somebody: up to 5 with a best figure of 0."""
    return (np.nan_to_num(numbers.n) > 0) | (numbers.given & (np.nan_to_num(numbers.n_max) > 0))


def _figures(outcome: str, whole: Numbers, parts: list[tuple[str, names.Group, Numbers]]) -> Figures:
    told = [
        Part({key: value for key, value in zip(names.GROUPS, group, strict=True) if value != NOT_STATED}, numbers)
        for of, group, numbers in parts
        if of == outcome
    ]
    return Figures(outcome, whole, told, exhaustive=False)


def _tally(figures: Figures, basis: np.ndarray) -> Tally:
    whole, nobody = figures.whole, np.zeros(len(basis), dtype=bool)
    assert whole is not None  # noqa: S101 - _figures gives one
    return Tally(whole.n, np.where(np.isin(basis, BASES), basis, "not_recorded"), nobody, nobody)
