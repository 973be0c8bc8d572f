"""The counts of a table, and what the checks must know of them: from columns of figures, or from rows of people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from data.fields import BY_KEY, NOT_STATED
from data.intake.layout import Decision
from data.intake.mapping.choice import Choice
from data.intake.reading import Reading
from data.intake.records import attributes, numbers, people
from data.intake.records.counting import CountRows, add_not_split, add_outcome, splits
from data.intake.records.figures import Numbers, Tally, tally
from data.intake.records.source import Source
from data.problems import Problem

Everyone = Mapping[str, np.ndarray]


@dataclass(frozen=True, eq=False)
class Told:
    """Counts, the columns that they add to the records, the reading for the checks, and the findings of the cells."""

    counts: pd.DataFrame
    columns: dict[str, Any]
    reading: Reading
    problems: list[Problem]


def people_of(
    source: Source, choice: Choice, decision: Decision, answers: Mapping[str, Any], everyone: Everyone
) -> Told:
    """Rows of people: one each, or as many as a column says."""
    rows, problems = len(source.rows), list[Problem]()
    read, how_many = None, None
    if choice.how_many:
        found = choice.how_many.counts
        how_many = Numbers(found.n, found.n_min, found.n_max)
    if decision.everyone:
        outcome = np.full(rows, decision.everyone, dtype=object)
        bases = {
            f"{key}_basis": people.bases_of_one_outcome(decision.everyone, key, rows) for key in ("killed", "injured")
        }
    elif choice.outcome:
        outcome, read = people.outcomes(choice.outcome, attributes.confirmed(answers, "outcome"))
        bases = dict.fromkeys(("killed_basis", "injured_basis"), people.bases(outcome, how_many))
    if read is not None and choice.outcome:
        place = (choice.outcome.column, read, source.sheets, source.rows)
        problems += [*attributes.unread_words("outcome", *place), *people.not_casualties(*place)]
    counts = CountRows()
    people.add_people(counts, outcome, everyone, how_many)
    return Told(counts.frame(), bases, _reading(choice, decision), problems)


def figures(source: Source, choice: Choice, decision: Decision, answers: Mapping[str, Any], everyone: Everyone) -> Told:
    """Columns of figures: their parts, the remainders to the wholes, and what is not split."""
    counts, rows = CountRows(), len(source.rows)
    chosen = {"killed": choice.killed, "injured": choice.injured}
    read = {outcome: numbers.figures_of(each) for outcome, each in chosen.items()}
    tallies = {outcome: tally(each, rows) for outcome, each in read.items()}
    some_split = splits(list(read.values()))
    row_split = np.zeros(rows, dtype=bool) if some_split is None else some_split
    total = numbers.figures_of(choice.total).whole
    everyone = _of_one_person(everyone, list(tallies.values()), total)
    columns: dict[str, Any] = {}
    for outcome, each in read.items():
        add_outcome(counts, each, tallies[outcome], everyone, row_split)
        columns[f"{outcome}_basis"] = tallies[outcome].basis
    if total is not None:
        columns["stated_total"] = total.n
        add_not_split(counts, total, list(tallies.values()), everyone)
    measures = {**chosen, "stated_total": choice.total}
    problems = [
        problem for field, each in measures.items()
        for problem in numbers.cell_problems(each, field, source.sheets, source.rows)
    ]  # fmt: skip
    recorded = {outcome: each for outcome, each in read.items() if each.recorded}
    reading = _reading(
        choice,
        decision,
        figures=recorded,
        tallies=tallies,
        total=total,
        letters=letters(choice) | numbers.letters_of(measures),
    )
    return Told(counts.frame(), columns, reading, problems)


def _of_one_person(everyone: Everyone, tallies: Sequence[Tally], total: Numbers | None) -> Everyone:
    """A sex or an age beside the counts of an accident holds where it has one casualty: beside more it may be that of
    whoever did it, or of one of them."""
    people = np.nansum(np.vstack([each.value for each in tallies]), axis=0)
    if total is not None:
        people = np.where(people == 0, np.nan_to_num(total.n), people)
    left_open = {key: BY_KEY[key].categories.index(NOT_STATED) for key in ("sex", "age_group")}
    return {
        key: np.where(people == 1, codes, left_open[key]).astype(np.int8) if key in left_open else codes
        for key, codes in everyone.items()
    }


def _reading(choice: Choice, decision: Decision, **known: Any) -> Reading:
    """Still without its frames and its day, which come when the records are there."""
    nothing = pd.DataFrame()
    return Reading(decision.layout or "", nothing, nothing, date.min, **({"letters": letters(choice)} | known))


def letters(choice: Choice) -> dict[str, str]:
    """Field -> column letter."""
    found = {field: column.letter for field, (column, _) in choice.fields.items()}
    return found | {field: column.letter for field, column in choice.when.columns.items()}
