"""Beside a column of outcomes, a column may say how many people the row stands for: "killed, 2"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from data.intake.mapping.columns import Column
from data.intake.mapping.measures import counts_people
from data.intake.mapping.numbering import numbers_the_victims
from data.intake.mapping.role import Role
from data.intake.mapping.words import tokens
from data.intake.result import Question

ANSWERS = ("count", "no_count")
_SAYS_SO = 0.6
_MARKS = 4  # different numbers: as few as that are a code or a class
_MOSTLY = 0.8
_IDS = frozenset(("incident_id", "record_id"))
_NUMBERED = frozenset(("code", "codes", "id", "no", "nr", "num", "number", "unit", "hour", "x", "y"))  # none counts
_CODE = re.compile("cod|kod|код")  # "codigodanedepartamento"
_FEWEST_TO_TELL = 20
_FEWEST_OF_AN_ID = 1000  # numbers that are all different and reach this are no people


def choose(columns: Sequence[Column], answers: Mapping[str, Any]) -> tuple[Column | None, list[Question]]:
    """The column of numbers of people, if there is one; or a question, where it may be a running number.

    Numbers that no heading explains, or that are of accidents, are asked about too, unless a row is surely one person.
    """
    if said := [column for column in columns if column.chosen and column.role("n")]:
        return said[0], []
    person, settled = any(_of_one_person(column) for column in columns), list[Question]()
    for column in columns:
        role = column.role("total")
        if role is None or not column.filled or not counts_people(column) or column.numeric < 1.0:
            continue
        answer = answers.get(f"people:{column.heading}")
        verdict = answer if answer in ANSWERS else _verdict(column, columns, role, person)
        if answer in ANSWERS:
            settled.append(replace(_ask(column), settled=True, answer=answer))
        if verdict == "count":
            return column, settled
        if verdict == "ask":
            return (None, [*settled, _ask(column, "no_count")]) if role.rest else (column, [*settled, _ask(column)])
    found, asked = _unexplained(columns, answers)
    return found, [*settled, *asked]


def _unexplained(columns: Sequence[Column], answers: Mapping[str, Any]) -> tuple[Column | None, list[Question]]:
    """The first column of numbers that may be of people; until a person says so every row is one."""
    if any(_of_one_person(column) for column in columns):
        return None, []
    found = next((column for column in columns if _may_count(column)), None)
    if found is None:
        return None, []
    answer = answers.get(f"people:{found.heading}")
    if answer in ANSWERS:
        return (found if answer == "count" else None), [replace(_ask(found), settled=True, answer=answer)]
    accidents = bool(found.roles)
    return (found if accidents else None), [_ask(found, "count" if accidents else "no_count")]


def _of_one_person(column: Column) -> bool:
    """A name, an age in years, or a number of its own for every row."""
    field = column.roles[0].field if column.roles else None
    if field == "age":
        return column.numeric >= _MOSTLY and len(column.unique) > _MARKS
    return field == "personal" or (field in _IDS and len(column.unique) == len(column.cells))


def _may_count(column: Column) -> bool:
    """Whole numbers that are no years, headed as accidents; or headed by nothing known, and some of them the same."""
    accidents = bool(column.roles) and column.roles[0].field == "incidents"
    words = tokens(column.heading)
    if (column.roles and not accidents) or not _NUMBERED.isdisjoint(words) or any(map(_CODE.match, words)):
        return False
    if not column.filled or column.numeric < 1.0 or column.whole < 1.0:
        return False
    given = column.counts.n[~np.isnan(column.counts.n)]
    low, high, kinds = given.min(), given.max(), len(np.unique(given))
    if low < 0 or high <= 1 or 1900 <= low <= high <= 2100:
        return False
    return accidents or _MARKS < kinds < len(given)


def _verdict(column: Column, columns: Sequence[Column], role: Role, person: bool) -> str:
    """count, no_count or ask. A row with an age of its own is one person, whatever else is counted in it."""
    numbers = column.counts.n
    given = numbers[~np.isnan(numbers)]
    if person or (given == 1).all() or _repeats_the_incident(numbers, columns) or not _like_people(given):
        return "no_count"
    if numbers_the_victims(column, columns):
        return "no_count"
    if role.rest:
        return "ask"  # "casualty deprivation decile"
    if role.score >= _SAYS_SO:
        return "count"
    steps = np.diff(given)
    if len(np.unique(given)) < len(given):
        return "ask" if (steps >= 0).all() else "count"
    ids = (steps > 0).all() or (steps < 0).all() or given.max() >= _FEWEST_OF_AN_ID
    return "no_count" if ids else "ask"


def _like_people(given: np.ndarray) -> bool:
    """Neither years nor ids: numbers of people are seldom all above a thousand, or nearly all different."""
    years = bool(np.all((given >= 1900) & (given <= 2100)))
    ids = len(given) >= _FEWEST_TO_TELL and len(np.unique(given)) >= _MOSTLY * len(given) and given.max() > len(given)
    return not years and not ids and float(np.median(given)) < _FEWEST_OF_AN_ID


def _repeats_the_incident(numbers: np.ndarray, columns: Sequence[Column]) -> bool:
    """Does every row of an incident repeat how many rows the incident has?"""
    ids = next((column for column in columns if column.roles and column.roles[0].field == "incident_id"), None)
    if ids is None:
        return False
    sizes = ids.text.groupby(ids.text).transform("size")
    return bool(np.mean(pd.Series(numbers) == sizes.to_numpy()) >= 0.9)


def _ask(column: Column, guess: str = "count") -> Question:
    evidence = (f"{np.nansum(column.counts.n):.0f}",)
    return Question(f"people:{column.heading}", "people", "stated_total", ANSWERS, evidence=evidence, guess=guess,
                    column=column.letter, heading=column.heading)  # fmt: skip
