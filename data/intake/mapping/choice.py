"""Each field gets at most the right columns: what was chosen, how sure, and what a person must be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.intake.mapping import attributes, outcomes, totals, unnamed, when
from data.intake.mapping import how_many as how_many_people
from data.intake.mapping.columns import Column
from data.intake.mapping.measures import Measure, measure
from data.intake.mapping.outcomes import OutcomeColumn
from data.intake.mapping.when import When
from data.intake.result import Mapped, Question
from data.intake.title_words import measured_by


@dataclass(frozen=True, eq=False)
class Choice:
    """The columns of a table by what they give. `outcome` is a column of words or codes: a row is then one person, or
    as many as `how_many` says."""

    columns: Sequence[Column]
    killed: Measure
    injured: Measure
    total: Measure
    when: When
    outcome: OutcomeColumn | None
    how_many: Column | None
    fields: Mapping[str, tuple[Column, float]]
    asked: Sequence[Question] = ()

    @property
    def counted(self) -> bool:
        """Does any column count people?"""
        return any(each.filled for each in (self.killed, self.injured, self.total))

    @property
    def blank(self) -> bool:
        """Are there columns for counts, with nothing in them?"""
        return not self.counted and any(each.found for each in (self.killed, self.injured, self.total))

    @property
    def questions(self) -> list[Question]:
        asked = [question for each in (self.killed, self.injured, self.total) for question in each.questions]
        return [*asked, *self.asked, *self.when.questions, *(self.outcome.questions if self.outcome else ())]

    def mapping(self) -> dict[str, Mapped]:
        """Field -> heading, letter and confidence of its columns."""
        found: dict[str, Mapped] = {}
        for key, each in (("killed", self.killed), ("injured", self.injured), ("stated_total", self.total)):
            found |= _measure(key, each)
        for field, column in self.when.columns.items():
            found[field] = Mapped(
                column.heading, column.letter, round(max((r.score for r in column.roles), default=0.5), 2)
            )
        if self.outcome:
            found["outcome"] = Mapped(self.outcome.column.heading, self.outcome.column.letter, self.outcome.confidence)
        if self.how_many:
            found["n"] = Mapped(self.how_many.heading, self.how_many.letter, 0.9)
        for field, (column, confidence) in self.fields.items():
            found.setdefault(field, Mapped(column.heading, column.letter, confidence))
        return found


def choose(
    columns: Sequence[Column],
    answers: Mapping[str, Any],
    title: Sequence[str],
    names: Sequence[str] = (),
    sheets: Sequence[str] = (),
) -> Choice:
    """Counts first, then dates, then the outcome in words, then everything that takes one column.

    `title`: the lines above the table, which may say what it counts; `names`: of its sheet and its file, which may say
    it too, or the year; `sheets`: of every row.
    """
    killed, injured = (measure(columns, outcome, answers) for outcome in ("killed", "injured"))
    total = totals.choose(columns, killed, injured, answers)
    if total.found and not killed.found and not injured.found and not any(each.chosen for each in total.columns):
        lines = [*title, *names[:1]]
        killed, injured, total = unnamed.explained(total, lines, answers, measured_by(names))
    taken = [column for each in (killed, injured, total) for column in each.columns]
    free = [column for column in columns if column not in taken]
    moment = when.choose(free, answers, [*title, *names], sheets)
    taken += list(moment.columns.values())
    said = any(column.chosen and column.role("outcome") for column in columns)
    told = None if (killed.filled or injured.filled) and not said else outcomes.choose(columns, taken, answers)
    if told and not said and total.filled and total.score >= totals.SAYS_PEOPLE and outcomes.of_an_accident(told):
        told = None  # the severity of a crash is not that of all its casualties
    how_many, asked = None, list[Question]()
    if told:
        killed, injured, total = Measure("killed"), Measure("injured"), Measure("total")
        taken = [told.column, *moment.columns.values()]
        how_many, asked = how_many_people.choose([column for column in columns if column not in taken], answers)
        taken += [how_many] if how_many else []
        if how_many is None and not said and outcomes.are_indicators(told):
            told = None
    return Choice(columns, killed, injured, total, moment, told, how_many, attributes.choose(columns, taken), asked)


def _measure(key: str, chosen: Measure) -> dict[str, Mapped]:
    confidence = round(chosen.score, 2)
    found = {}
    if chosen.whole:
        found[key] = Mapped(chosen.whole.heading, chosen.whole.letter, confidence)
    elif chosen.parts and not any(part.attributes for part in chosen.parts):
        heading, letter = (
            " + ".join(getattr(part.column, name) for part in chosen.parts) for name in ("heading", "letter")
        )
        found[key] = Mapped(heading, letter, confidence)
    for suffix, column in (("min", chosen.low), ("max", chosen.high)):
        if column:
            found[f"{key}_{suffix}"] = Mapped(column.heading, column.letter, confidence)
    for part in chosen.parts:
        if part.attributes:
            name = ".".join([key, *part.attributes.values()])
            found[name] = _joined(found.get(name), Mapped(part.column.heading, part.column.letter, confidence))
    return found


def _joined(first: Mapped | None, second: Mapped) -> Mapped:
    """Two columns that are added, such as soldiers and police."""
    if first is None:
        return second
    return Mapped(f"{first.heading} + {second.heading}", f"{first.column} + {second.column}", second.confidence)
