"""Which of the four layouts a table has: the signs are asked in turn, and the first that speaks decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from data.fields import LAYOUTS
from data.intake.layout import (
    as_of_words,
    grows_by_group,
    one_person,
    only_grows,
    same_start,
    template_columns,
    two_dates,
)
from data.intake.layout.sign import Sign
from data.intake.mapping.choice import Choice
from data.intake.mapping.columns import Column
from data.intake.result import Question
from data.intake.table import Table

NO_MEASURE = "no_measure"  # an answer, too: what this file lists are not people killed or injured


@dataclass(frozen=True, slots=True)
class Decision:
    """`layout` None: the file counts nobody killed or injured. `everyone`: what became of all in a list."""

    layout: str | None
    sign: Sign
    everyone: str | None = None
    questions: tuple[Question, ...] = ()


def decide(
    choice: Choice, columns: Sequence[Column], table: Table, answers: Mapping[str, Any], file: str = ""
) -> Decision:
    """Columns of counts make a table of figures, a column of outcomes a list of people, neither of them nothing.

    `columns` are all of the table, personal ones included: that there are any tells what a row is. `file`: its name,
    which may say that everybody in it is dead.
    """
    if choice.counted or (table.crosstab and choice.outcome):
        return _figures(choice, columns, table, answers)
    if choice.outcome and choice.how_many:
        return Decision(
            "incident_list", Sign("incident_list", "outcome_and_number", evidence=(choice.how_many.heading,))
        )
    if choice.outcome:
        return Decision("line_list", Sign("line_list", "outcome_column", evidence=(choice.outcome.column.heading,)))
    return _list_of_people(one_person.sign(choice, columns, table.title, table.sheet, file), answers)


def _figures(choice: Choice, columns: Sequence[Column], table: Table, answers: Mapping[str, Any]) -> Decision:
    answered = answers.get("layout")
    found = template_columns.sign(columns) or as_of_words.sign(choice, table.title)
    if found is None and table.crosstab:
        found = Sign("period_totals", "crosstab")
    found = (
        found
        or same_start.sign(choice)
        or only_grows.sign(choice)
        or grows_by_group.sign(choice)
        or two_dates.sign(choice)
    )
    found = found or Sign("incident_list", "count_columns")
    asked = Question("layout", "layout", "layout", LAYOUTS[1:], evidence=found.evidence, guess=found.layout)
    if answered in LAYOUTS[1:]:
        layout = str(answered)
        return Decision(layout, Sign(layout, "answered"), questions=(replace(asked, settled=True, answer=layout),))
    if found.certain:
        asked = replace(asked, settled=True, answer=found.layout)
    return Decision(found.layout, found, questions=(asked,))


def _list_of_people(found: Sign | None, answers: Mapping[str, Any]) -> Decision:
    if found is None:
        return Decision(None, Sign("line_list", NO_MEASURE))
    answered = answers.get("everyone")
    guess = "killed" if found.certain or found.name == "everyone_killed" else None
    meanings = ("killed", "injured", "unknown", NO_MEASURE)
    asked = Question("everyone", "everyone", "outcome", meanings, evidence=found.evidence, guess=guess)
    said = answered if answered in meanings else "killed" if found.certain else None
    settled = replace(asked, settled=True, answer=said)
    if said == NO_MEASURE:
        return Decision(None, Sign("line_list", NO_MEASURE), questions=(settled,))
    if said:
        return Decision("line_list", found, everyone=str(said), questions=(settled,))
    return Decision("line_list", found, everyone="unknown", questions=(asked,))


def in_series(choice: Choice) -> Choice:
    """Running totals with the column that tells their series apart as their scope, where no other field is that."""
    group = grows_by_group.group_of(choice)
    used = [column for column, _ in choice.fields.values()]
    if group is None or group in used or "scope" in choice.fields:
        return choice
    return replace(choice, fields={**choice.fields, "scope": (group, 0.5)})
