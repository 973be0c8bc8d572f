"""Which findings everybody may see in words: those that tell nothing of a cell but what is public, and no act of staff.

The others are only counted: a remark beside a count may be a name, a mend gives a person's reasons and who it was.
"""

import re

from data.intake.personal_cells import is_personal
from data.intake.showable import is_public, showable
from data.problems import Problem

# What staff did or chose, and what stands where nothing was read: sheets, headings and titles that nobody understood.
_KEPT = frozenset(
    (
        "corrected", "correction_no_longer_fits", "set_aside_no_row", "encoding_guessed", "quote_left_open",
        "hidden_sheet", "hidden_columns", "far_cell_left_out", "table_not_read", "figure_repeated",
    )
)  # fmt: skip
_CHOICE = "choice_"
# Parameters that hold the text of another row's field.
_FIELDS = {"before_counter": "counted_by", "other_counter": "counted_by", "main": "scope"}
# The name of the file, which is told with every dataset.
_TOLD = ("file",)
_PLAIN = re.compile(r"[^\W\d_]")


def is_told(problem: Problem) -> bool:
    """Whether the sentence of a finding may be told to everybody."""
    if problem.kind in _KEPT or problem.kind.startswith(_CHOICE):
        return False
    if problem.field and not is_public(problem.field):
        return False
    own = [(problem.field or "", text) for text in (problem.value, problem.suggestion)]
    others = [(_FIELDS.get(name, ""), text) for name, text in problem.params.items() if name not in _TOLD]
    return all(_says_nothing_more(field, text) for field, text in (*own, *others) if isinstance(text, str))


def _says_nothing_more(field: str, text: str) -> bool:
    return showable(field, text) if field else not _PLAIN.search(text) and not is_personal(text)
