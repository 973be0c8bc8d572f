"""A file whose only numbers stand under "Total": what it totals is said by a heading or a title, or asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from data.intake.mapping.columns import Column
from data.intake.mapping.measures import Measure
from data.intake.result import Question
from data.intake.title_words import measured_by, says

NO_MEASURE = "no_measure"
ANSWERS = ("casualties", "killed", "injured", NO_MEASURE)


def explained(
    total: Measure, title: Sequence[str], answers: Mapping[str, Any], guess: str | None = None
) -> tuple[Measure, Measure, Measure]:
    """(killed, injured, total) with the column where it belongs. `guess`: what the file's name says."""
    nothing = Measure("killed"), Measure("injured"), Measure("total")
    column = total.whole
    if column is None:
        return nothing
    key = f"measure:{column.heading}" if column.heading else "measure"
    answer = answers.get(key)
    said = answer if answer in ANSWERS else _said(column, title)
    asked = Question(
        key, "measure", "stated_total", ANSWERS, evidence=tuple(title), guess=guess or "casualties",
        column=column.letter, heading=column.heading or None, settled=said is not None, answer=said,
    )  # fmt: skip
    if said in ("killed", "injured"):
        given = replace(total, outcome=said, questions=(asked,))
        return (given, nothing[1], nothing[2]) if said == "killed" else (nothing[0], given, nothing[2])
    if said == NO_MEASURE:
        return nothing[0], nothing[1], Measure("total", questions=(asked,))
    return nothing[0], nothing[1], replace(total, questions=(*total.questions, asked) if said else (asked,))


def _said(column: Column, title: Sequence[str]) -> str | None:
    """A heading that says casualties settles it; a bare "Total" means what the title says."""
    if any(says(column.heading, what) for what in ("anyone_hurt", "everyone_killed")):
        return "casualties"
    found = measured_by(title)
    return "casualties" if found == "total" else found
