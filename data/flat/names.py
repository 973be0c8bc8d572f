"""The names of the columns of our own files of records, which are a promise: files of years ago are read by them.

A record has several counts, so each outcome has columns of its own: `killed`, `killed_min`, `killed_max`. Where the
records of a dataset have counts of one group each, the group stands in the columns status, sex and age_group; else
every group that the dataset has is a column: `killed_civilian`, `injured_female_child`, `killed_not_stated`.
"""

from functools import cache
from itertools import product

from data.fields import AGE_GROUPS, FIELDS, NOT_STATED, OUTCOMES, SEXES, STATUSES, UNKNOWN

GROUPS = {"status": STATUSES, "sex": SEXES, "age_group": AGE_GROUPS}
# Outcome -> its column; "unknown" alone would not say of what.
WHOLES = {"killed": "killed", "injured": "injured", "unknown": "unknown_outcome", "not_split": "not_split"}
BOUNDS = ("n", "n_min", "n_max")
_ENDINGS = {"n": "", "n_min": "_min", "n_max": "_max"}
BASES = {"killed": "killed_basis", "injured": "injured_basis"}
# The columns of the record itself, in their order; never the coordinates, which may be those of a home.
OF_RECORD = tuple(
    field.key for field in FIELDS if field.table == "records" and field.public and field.key not in BASES.values()
)
DISTRICT_NAME = "district_name"
# On every row, so that rows that are sorted, filtered or pasted elsewhere can still be told apart.
ABOUT_ROWS = ("about_dataset", "about_layout", "about_version", "about_edition", "about_as_of")
# On the first row: the long texts, which a million rows would repeat a million times.
ABOUT_FIRST = (
    "about_title", "about_selection", "about_counted_by", "about_definition", "about_left_out", "about_licence",
    "about_cite", "about_page", "about_columns",
)  # fmt: skip
# A table with these is one of ours.
SIGNS = frozenset(("record_id", "date_from", "date_to", "date_precision", "about_dataset", "about_layout"))
Group = tuple[str, str, str]  # status, sex, age group
_HXL = {
    "killed": "+killed", "injured": "+injured", "unknown": "+outcome_unknown", "not_split": "+casualties",
    "civilian": "+civilian", "mine_action_staff": "+mine_action", "military_security": "+military",
    "female": "+f", "male": "+m", "child": "+children", "adult": "+adults", "other": "+other",
    "n": "+num", "n_min": "+min+num", "n_max": "+max+num",
}  # fmt: skip


def whole(outcome: str, bound: str = "n") -> str:
    """killed, killed_min, unknown_outcome."""
    return WHOLES[outcome] + _ENDINGS[bound]


def part(outcome: str, group: Group, bound: str = "n") -> str:
    """killed_civilian, killed_female_child_min; of nobody in particular: killed_not_stated."""
    said = [_said(key, value) for key, value in zip(GROUPS, group, strict=True) if value != NOT_STATED]
    return "_".join([WHOLES[outcome], *(said or [NOT_STATED])]) + _ENDINGS[bound]


def tag(outcome: str, group: Group | None, bound: str = "n") -> str:
    """The HXL hashtag of a column of counts."""
    said = [
        _HXL.get(value, f"+{key}_unknown")
        for key, value in zip(GROUPS, group or (), strict=False)
        if value != NOT_STATED
    ]
    rest = ["+not_stated"] if group is not None and not said else []
    return "".join(["#affected", _HXL[outcome], *said, *rest, _HXL[bound]])


@cache
def parts() -> dict[str, tuple[str, Group, str]]:
    """Every name that a part may have -> outcome, group, bound."""
    return {
        part(outcome, group, bound): (outcome, group, bound)
        for outcome, group, bound in product(OUTCOMES, product(STATUSES, SEXES, AGE_GROUPS), BOUNDS)
    }


@cache
def wholes() -> dict[str, tuple[str, str]]:
    """Every name that a whole may have -> outcome, bound."""
    return {whole(outcome, bound): (outcome, bound) for outcome, bound in product(OUTCOMES, BOUNDS)}


def _said(key: str, value: str) -> str:
    """ "unknown" says of what: killed_sex_unknown."""
    return f"{key.removesuffix('_group')}_{value}" if value == UNKNOWN else value
