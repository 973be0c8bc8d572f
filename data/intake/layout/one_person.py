"""Line lists without an outcome: one dead person per row, as a date or a cause of death, a title or a name says."""

import re
from collections.abc import Sequence

import numpy as np

from data.intake.layout.sign import Sign
from data.intake.mapping.choice import Choice
from data.intake.mapping.columns import Column
from data.intake.mapping.measures import counts_people
from data.intake.mapping.outcomes import all_dead
from data.intake.mapping.role import NO_PEOPLE, OTHER_PEOPLE
from data.intake.mapping.words import phrases, tokens
from data.intake.title_words import says

_NEARLY_ALL = 0.95  # of the rows of a list of the dead have their date of death
_ABOUT_OTHERS = frozenset((*NO_PEOPLE, *OTHER_PEOPLE))


def sign(choice: Choice, columns: Sequence[Column], title: Sequence[str], sheet: str, file: str) -> Sign | None:
    """A date of death in nearly every row settles it; so do a cause of death or a title, where columns are about one
    person each. Everything less is asked about, with what speaks for the dead as evidence; a row that counts is no
    person."""
    if any(_counts_rows(column) for column in columns if column in choice.columns):
        return None
    repeated = [column.heading for column in columns if _set_aside(column, choice)]
    if repeated:
        return Sign("line_list", "everyone_killed", certain=False, evidence=tuple(repeated))
    personal = _about_a_person(choice, columns)
    death = [column.heading for column in columns if _date_of_death(column)]
    causes = [column.heading for column in columns if _cause_of_death(column) or all_dead(column)]
    said = [line for line in (*title, sheet) if _of_the_dead(line)]
    if death or (personal and (causes or said)):
        return Sign("line_list", "everyone_killed", evidence=tuple(death or causes or said))
    evidence = (*causes, *said, *([file] if _of_the_dead(file) else []))
    sure = bool({"sex", "age", "age_group"} & set(choice.fields))  # names may be those of places
    if evidence and (sure or not any(_speaks_against(column, choice) for column in columns)):
        return Sign("line_list", "everyone_killed", certain=False, evidence=evidence)
    about_casualties = {"device", "status", "activity"} & set(choice.fields) or any(
        says(line, "anyone_hurt") for line in title
    )
    return Sign("line_list", "one_person", certain=False) if personal and about_casualties else None


def _set_aside(column: Column, choice: Choice) -> bool:
    """The killed of a whole accident, repeated in the row of each of its people (mapping/repeated.py)."""
    says_killed = bool(column.roles) and column.roles[0].field == "killed"
    return says_killed and column not in choice.columns and column.numeric > 0


def _about_a_person(choice: Choice, columns: Sequence[Column]) -> bool:
    """Is there a name, a number of a person, a sex or an age?"""
    named = any(role.field == "personal" for column in columns for role in column.roles[:1])
    return named or bool({"sex", "age", "age_group"} & set(choice.fields))


def _of_the_dead(name: str) -> bool:
    words = " ".join(re.split(r"[\W_]+", name))
    return says(words, "everyone_killed") and not says(words, "anyone_hurt")


def _date_of_death(column: Column) -> bool:
    said = any(role.qualifiers.get("outcome") == "killed" for role in column.roles[:1])
    return said and column.filled >= _NEARLY_ALL * len(column.cells) > 0


def _cause_of_death(column: Column) -> bool:
    """Is it headed so, and filled for nearly everybody?"""
    if not column.roles or column.roles[0].field != "device" or column.filled < _NEARLY_ALL * len(column.cells):
        return False
    said = phrases("values.outcome").find(tokens(column.heading))
    return bool(column.filled) and any("killed" in match.categories for match in said)


def _counts_rows(column: Column) -> bool:
    """Numbers of people under "Count", "Number": such a row is several of them, not one."""
    return column.role("total") is not None and column.filled > 0 and counts_people(column) and _differ(column)


def _speaks_against(column: Column, choice: Choice) -> bool:
    """Of something else than people, or plain numbers that nothing explains."""
    field = column.roles[0].field if column.roles else None
    if field in _ABOUT_OTHERS and column.numeric:
        return True
    if column.roles or column in choice.when.columns.values() or not column.numeric:
        return False
    return column.whole > 0 and _differ(column)


def _differ(column: Column) -> bool:
    """Whole or not, numbers of which some are the same and some are not: no running number."""
    given = column.counts.n[~np.isnan(column.counts.n)]
    return 1 < len(np.unique(given)) < len(given)
