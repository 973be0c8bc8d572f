"""What a person says that columns hold: a field is put upon one and taken from the others, or a column is left out."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from data.fields import AGE_GROUPS, NOT_STATED, SEXES, STATUSES, UNKNOWN
from data.intake.mapping.attributes import CATEGORIES, LINKS, NUMBERS, TEXT
from data.intake.mapping.candidates import ATTRIBUTES
from data.intake.mapping.columns import Column
from data.intake.mapping.role import CASUALTIES, Role
from data.problems import Problem

IGNORE, PERSONAL = "ignore", "personal"
_DATES = ("date_from", "date_to", "since", "year", "month", "day", "date_precision")
_OUTCOMES = ("killed", "injured")
_GROUPS = {
    "status": [value for value in STATUSES if value not in (UNKNOWN, NOT_STATED)],
    "sex": [value for value in SEXES if value not in (UNKNOWN, NOT_STATED)],
    "age_group": [value for value in AGE_GROUPS if value not in (UNKNOWN, NOT_STATED)],
}


def _of_outcome(outcome: str) -> tuple[str, ...]:
    parts = [f"{outcome}.{value}" for values in _GROUPS.values() for value in values]
    return outcome, *parts, f"{outcome}_min", f"{outcome}_max"


# Every field that a column may be said to hold, in the order of a menu.
FIELDS = (
    *_DATES[:2], *_of_outcome("killed"), *_of_outcome("injured"), "stated_total", "outcome", "n", *_DATES[2:],
    *TEXT, *LINKS, *CATEGORIES, *NUMBERS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """column index -> field, "ignore" or "personal"; and the answers (by id) that cannot be followed, with why."""

    fields: Mapping[int, str] = field(default_factory=dict)
    ids: Mapping[int, str] = field(default_factory=dict)
    problems: Mapping[str, Problem] = field(default_factory=dict)


def role_of(name: str) -> Role | None:
    """The meaning of a field: killed.civilian is killed with a status. None when there is no such field."""
    key, *attributes = name.split(".")
    if attributes:
        given = {kind: value for value in attributes for kind, values in _GROUPS.items() if value in values}
        return Role(key, given) if key in _OUTCOMES and len(given) == len(attributes) else None
    if name == "date":
        return Role("date_from")
    if name not in FIELDS:
        return None
    if name == "stated_total":
        return Role("total")
    outcome, _, bound = name.rpartition("_")
    return Role(outcome, {"bound": bound}) if outcome in _OUTCOMES and bound in ("min", "max") else Role(name)


def is_choice(key: str, answer: Any) -> bool:
    """Is this answer what a column holds? column:killed may also be the question which column gives the killed."""
    if not key.startswith("column:"):
        return False
    known = answer in (IGNORE, PERSONAL) or (isinstance(answer, str) and role_of(answer) is not None)
    return known or key.removeprefix("column:") not in CASUALTIES


def said(columns: Sequence[Column], sheet: str, answers: Mapping[str, Any], ignored: Collection[str] = ()) -> Said:
    """What the answers say of these columns. A field that only one may have stays with the first.

    `ignored`: headings and letters of columns that were left out before.
    """
    fields, ids, problems = dict[int, str](), dict[int, str](), dict[str, Problem]()
    for key in list(answers):
        if not key.startswith("column:") or not is_choice(key, answer := answers[key]):
            continue
        column = _named(columns, name := key.removeprefix("column:"))
        if answer not in (IGNORE, PERSONAL) and (not isinstance(answer, str) or role_of(answer) is None):
            problems[key] = Problem("choice_no_field", sheet, value=str(answer), params={"heading": name})
        elif column is None and answer == IGNORE and name in ignored:
            continue
        elif column is None:
            problems[key] = Problem("choice_no_column", sheet, value=name)
        else:
            fields[column.index], ids[column.index] = _plain(str(answer)), key
    for column in columns:
        index = column.index
        if index in fields and _is_second(fields, index):
            problems[ids[index]] = Problem("choice_twice", sheet, column=column.letter, field=fields.pop(index),
                                           value=column.heading or column.letter)  # fmt: skip
    return Said(fields, ids, problems)


def _plain(name: str) -> str:
    """killed.child.female is killed.female.child, and a date is the first day of what it covers."""
    role = role_of(name)
    if role is None or "." not in name:
        return "date_from" if name == "date" else name
    return ".".join([role.field, *(role.qualifiers[key] for key in ATTRIBUTES if key in role.qualifiers)])


def _named(columns: Sequence[Column], name: str) -> Column | None:
    """By a heading that only one column has, else by letter; that of a crosstab may be any of those of a measure."""
    headed = [column for column in columns if column.heading == name]
    if len(headed) == 1:
        return headed[0]
    lettered = [column for column in columns if column.letter == name]
    lettered = lettered or [column for column in columns if ":" in column.letter and name in set(column.origins)]
    return lettered[-1] if lettered else None


def _is_second(fields: Mapping[int, str], index: int) -> bool:
    """Has a column before this one the same field? Soldiers and policemen, both a part, are added up."""
    name = fields[index]
    if name in (IGNORE, PERSONAL) or "." in name:
        return False
    return any(other < index and fields[other] == name for other in fields)


def applied(columns: Sequence[Column], fields: Mapping[int, str]) -> list[Column]:
    """The columns with the roles that were said, without those that are to be ignored."""
    if not fields:
        return list(columns)
    given = [role for name in fields.values() if (role := role_of(name))]
    return [
        _with(column, fields[column.index]) if column.index in fields else _without(column, given)
        for column in columns
        if fields.get(column.index) != IGNORE
    ]


def _with(column: Column, name: str) -> Column:
    """The column with this field alone; of dates it keeps what the heading says beside (the day of the report)."""
    role = role_of(name)
    if role is None:
        return column
    if role.field in ("date_from", "date_to", "since"):
        dated = next((each for each in column.roles if each.field in ("date", "date_from", "date_to")), None)
        role = replace(role, qualifiers=dict(dated.qualifiers) if dated else {})
    return replace(column, roles=(role,), chosen=True)


def _without(column: Column, given: Sequence[Role]) -> Column:
    left = tuple(role for role in column.roles if not any(_is_taken(role, other) for other in given))
    return column if len(left) == len(column.roles) else replace(column, roles=left)


def _is_taken(role: Role, other: Role) -> bool:
    """Does the other role leave no room for this one? A severity or another group of people is something else."""
    if other.field == "date_from" and role.field == "date":
        return True
    if role.field != other.field or "severity" in role.qualifiers:
        return False
    return _whom(role) == _whom(other)


def _whom(role: Role) -> tuple[str, ...]:
    return (*(role.qualifiers.get(key, "") for key in ATTRIBUTES), role.qualifiers.get("bound", "best"))


def not_followed(
    told: Said, columns: Sequence[Column], in_force: Mapping[int, str], dropped: Collection[int], sheet: str
) -> Iterator[tuple[str, Problem]]:
    """(id, finding) for each choice that came to nothing. `in_force`: index -> field; `dropped` are personal."""
    for column in columns:
        name = told.fields.get(column.index)
        if name in (None, IGNORE, PERSONAL) or in_force.get(column.index) == name:
            continue
        kind = "choice_personal" if column.index in dropped else "choice_not_followed"
        yield told.ids[column.index], Problem(kind, sheet, column=column.letter, field=name,
                                              value=column.heading or column.letter)  # fmt: skip
