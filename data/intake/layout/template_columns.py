"""A table with all the columns of one entry template: what its rows are was decided when it was made."""

from collections.abc import Sequence
from functools import cache

from data.intake.layout.sign import Sign
from data.intake.mapping.columns import Column
from data.template.columns import COLUMNS

_ROLES = {"date_from": "date", "stated_total": "total", "": "note"}


def sign(columns: Sequence[Column]) -> Sign | None:
    """Headings decide, filled or not: statements of which none is dated yet must not be added up like accidents."""
    found = {_meaning(column) for column in columns}
    kind = next((kind for kind, wanted in _wanted().items() if wanted <= found), None)
    return Sign(kind, "template_columns") if kind else None


def _meaning(column: Column) -> str:
    """killed.civilian, date.as_of: the likeliest role with what qualifies it."""
    role = column.roles[0] if column.roles else None
    return ".".join([role.field, *role.qualifiers.values()]) if role else ""


@cache
def _wanted() -> dict[str, frozenset[str]]:
    """Kind of template -> what its columns mean; a list of people is known by its outcomes and needs no such sign."""
    return {
        kind: frozenset(
            "date.as_of" if column.key == "as_of" else _ROLES.get(column.field, column.field) for column in columns
        )
        for kind, columns in COLUMNS.items()
        if kind != "line_list"
    }
