"""A table with its chosen columns -> records, counts and raw cells, and the reading that the checks look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from data.intake.cells import CellProblem
from data.intake.layout import Decision
from data.intake.mapping.choice import Choice
from data.intake.mapping.columns import Column
from data.intake.mapping.when import When
from data.intake.reading import Reading
from data.intake.records import attributes, identity
from data.intake.records.frames import records_frame
from data.intake.records.raw import raw_frame
from data.intake.records.source import Source
from data.intake.records.telling import figures, people_of
from data.intake.records.where import confirmed, districts, not_understood
from data.intake.showable import shown
from data.problems import Problem

_TEXTS = ("scope", "counted_by", "reported_in", "source_url", "place")


@dataclass(frozen=True, eq=False)
class Built:
    """The frames, the reading for the checks, and the findings of the cells themselves."""

    records: pd.DataFrame
    counts: pd.DataFrame
    raw: pd.DataFrame
    reading: Reading
    problems: list[Problem]


def build(source: Source, choice: Choice, decision: Decision, answers: Mapping[str, Any], today: date) -> Built:
    """Every row becomes one record; its numbers become counts that add up to what it says."""
    size, problems = len(source.rows), list[Problem]()
    columns: dict[str, Any] = {"sheet": list(source.sheets), "row": source.rows}
    columns |= _when(source, choice, decision, size, problems)
    columns |= _said(source, choice, answers, problems)
    everyone = _everyone(source, choice, answers, problems)
    counted = figures if choice.counted and not choice.outcome else people_of
    told = counted(source, choice, decision, answers, everyone)
    columns |= told.columns
    problems += told.problems
    counts, reading = told.counts, told.reading
    raw, names = raw_frame(source.columns, source.sheets, source.rows)
    texts = {names[column.index]: column.texts for column in source.columns}
    hashes = identity.content_hashes(texts, _fields_of(choice, names), size)
    columns["record_id"] = identity.ids(hashes)
    columns["incident_id"] = _incidents(choice, columns["record_id"])
    records = records_frame(columns, size)
    alike = identity.first_alike(hashes)
    totals = {
        name: (source.totals[letter], letter) for name, letter in reading.letters.items() if letter in source.totals
    }
    full = replace(
        reading, records=records, counts=counts, same_content=alike, today=today,
        totals=totals, totals_row=source.totals_row, origins=source.origins,
    )  # fmt: skip
    return Built(records, counts, raw, full, problems)


def _when(source: Source, choice: Choice, decision: Decision, size: int, problems: list[Problem]) -> dict[str, Any]:
    read = choice.when.read
    if read is None:
        return {"date_text": [""] * size}
    problems += [
        _cell_problem(source, choice.when.columns.get(field), field, found)
        for field, found in date_findings(choice.when)
    ]
    role: Any = read.role
    if decision.layout == "running_totals":
        role = ["as_of"] * size
    since, text = choice.when.since, read.text
    if "date_precision" in choice.when.columns:  # "18 February, year not given" stands where the date is blank
        words = choice.when.columns["date_precision"].text.to_numpy(dtype=object)
        text = np.where(text == "", words, text)
    return {
        "date_from": read.date_from, "date_to": read.date_to, "date_precision": read.precision, "date_role": role,
        "date_text": shown("date_text", pd.Series(text, dtype="str")), "since": since.date_from if since else None,
    }  # fmt: skip


def date_findings(when: When) -> Iterator[tuple[str, CellProblem]]:
    """(field, finding): those of each column, then those of a span's two ends together."""
    told = set()
    for name, read in when.each.items():
        for found in read.problems:
            told.add(found)
            yield name, found
    if when.read is not None and when.form == "span":
        yield from (("date_from", found) for found in when.read.problems if found not in told)


def _cell_problem(source: Source, column: Column | None, field: str, found: CellProblem) -> Problem:
    return Problem(
        found.kind, sheet=source.sheets[found.position], row=int(source.rows[found.position]),
        column=column.letter_at(found.position) if column else None,
        field=field, value=found.value, suggestion=found.suggestion,
    )  # fmt: skip


def _said(source: Source, choice: Choice, answers: Mapping[str, Any], problems: list[Problem]) -> dict[str, Any]:
    """What the row says of its accident: texts as they are, words as categories with the words kept."""
    said: dict[str, Any] = {}
    for field in _TEXTS:
        if field in choice.fields:
            own = choice.fields[field][0].text
            said[field] = shown(field, own) if field == "source_url" else own
    for field in attributes.OF_RECORDS:
        if field in choice.fields:
            column = choice.fields[field][0]
            read = attributes.read(field, column, answers)
            said[field] = read.values
            problems.extend(attributes.unread_words(field, column, read, source.sheets, source.rows))
            if field in ("device", "activity"):
                said[f"{field}_text"] = shown(f"{field}_text", column.text)
    district = choice.fields.get("district")
    text, meant = district[0].text if district else None, confirmed(answers) if district else None
    said["district"], said["district_text"] = districts(text, len(source.rows), meant)
    if district:
        problems += not_understood(district[0], said["district"], source.sheets, source.rows)
    for field in ("latitude", "longitude"):
        if field in choice.fields:
            said[field] = pd.to_numeric(choice.fields[field][0].text.str.replace(",", "."), errors="coerce")
    return said


def _everyone(
    source: Source, choice: Choice, answers: Mapping[str, Any], problems: list[Problem]
) -> dict[str, np.ndarray]:
    """Codes of what each row says of all its people."""
    codes = {}
    for field in attributes.OF_PEOPLE:
        if field in choice.fields:
            column = choice.fields[field][0]
            read = attributes.read(field, column, answers)
            codes[field] = attributes.of_everyone(field, read)
            problems.extend(attributes.unread_words(field, column, read, source.sheets, source.rows))
    if "age" in choice.fields and "age_group" not in codes:
        codes["age_group"] = attributes.age_groups(choice.fields["age"][0])
    return codes


def _fields_of(choice: Choice, names: Mapping[int, str]) -> dict[str, str]:
    """Name in raw -> field, for the identity of a record."""
    found = {field: column for field, (column, _) in choice.fields.items()} | dict(choice.when.columns)
    for field, each in (("killed", choice.killed), ("injured", choice.injured), ("total", choice.total)):
        if each.whole:
            found[field] = each.whole
        for part in each.parts:
            found[f"{field[:2]}.{'.'.join(part.attributes.values())}"] = part.column
    if choice.outcome:
        found["outcome"] = choice.outcome.column
    return {names[column.index]: field for field, column in found.items() if column.index in names}


def _incidents(choice: Choice, record_ids: pd.Series) -> pd.Series:
    """The file's own id; a row without one is an incident of its own."""
    if "incident_id" not in choice.fields:
        return record_ids
    own = choice.fields["incident_id"][0].text
    return own.where(own != "", record_ids)
