"""Beside a column of outcomes, a column may say how many people the row stands for: "killed, 2"."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from data.intake.mapping.columns import Column
from data.intake.mapping.measures import counts_people
from data.intake.result import Question

ANSWERS = ("count", "no_count")
_SAYS_SO = 0.6
_FEWEST_OF_AN_ID = 1000  # numbers that are all different and reach this are no people


def choose(columns: Sequence[Column], answers: Mapping[str, Any]) -> tuple[Column | None, list[Question]]:
    """The column of numbers of people, if there is one; or a question, where it may be a running number."""
    for column in columns:
        role = column.role("total")
        if role is None or not column.filled or not counts_people(column) or column.numeric < 1.0:
            continue
        answer = answers.get(f"people:{column.heading}")
        verdict = answer if answer in ANSWERS else _verdict(column, columns, says_so=role.score >= _SAYS_SO)
        if verdict == "count":
            return column, []
        if verdict == "ask":
            return column, [_ask(column)]
    return None, []


def _verdict(column: Column, columns: Sequence[Column], says_so: bool) -> str:
    """count, no_count or ask."""
    numbers = column.counts.n
    given = numbers[~np.isnan(numbers)]
    if (given == 1).all() or _repeats_the_incident(numbers, columns):
        return "no_count"
    if says_so:
        return "count"
    steps = np.diff(given)
    if len(np.unique(given)) < len(given):
        return "ask" if (steps >= 0).all() else "count"
    ids = (steps > 0).all() or (steps < 0).all() or given.max() >= _FEWEST_OF_AN_ID
    return "no_count" if ids else "ask"


def _repeats_the_incident(numbers: np.ndarray, columns: Sequence[Column]) -> bool:
    """Does every row of an incident repeat how many rows the incident has?"""
    ids = next((column for column in columns if column.roles and column.roles[0].field == "incident_id"), None)
    if ids is None:
        return False
    sizes = ids.text.groupby(ids.text).transform("size")
    return bool(np.mean(pd.Series(numbers) == sizes.to_numpy()) >= 0.9)


def _ask(column: Column) -> Question:
    evidence = (f"{np.nansum(column.counts.n):g}",)
    return Question(f"people:{column.heading}", "people", "stated_total", ANSWERS, evidence=evidence, guess="count",
                    column=column.letter, heading=column.heading)  # fmt: skip
