"""A file whose only numbers stand under "Total": what it totals is said by a heading or a title, or asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from data.intake.mapping.measures import Measure
from data.intake.result import Question
from data.intake.title_words import says

NO_MEASURE = "no_measure"
ANSWERS = ("casualties", "killed", "injured", NO_MEASURE)


def explained(total: Measure, title: Sequence[str], answers: Mapping[str, Any]) -> tuple[Measure, Measure, Measure]:
    """(killed, injured, total) with the column where it belongs."""
    nothing = Measure("killed"), Measure("injured"), Measure("total")
    column = total.whole
    if column is None:
        return nothing
    answer = answers.get(f"measure:{column.heading}")
    if answer in ("killed", "injured"):
        given = replace(total, outcome=answer, questions=())
        return (given, nothing[1], nothing[2]) if answer == "killed" else (nothing[0], given, nothing[2])
    if answer == NO_MEASURE:
        return nothing
    lines = [column.heading, *title]
    if answer == "casualties" or any(says(line, what) for line in lines for what in ("anyone_hurt", "everyone_killed")):
        return nothing[0], nothing[1], total
    asked = Question(
        f"measure:{column.heading}", "measure", "stated_total", ANSWERS, guess="casualties",
        column=column.letter, heading=column.heading,
    )  # fmt: skip
    return nothing[0], nothing[1], replace(total, questions=(asked,))
