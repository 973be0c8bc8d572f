"""What a person says of where tables lie: their heading rows, and rows that are not counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

SET_ASIDE = "set_aside"  # the reason of a row that a person sets aside
ANY_SHEET = ""


@dataclass(frozen=True, slots=True)
class Told:
    """sheet -> heading rows of its first table, top first; sheet -> rows set aside. Rows count from 1."""

    heading_rows: Mapping[str, list[int]] = field(default_factory=dict)
    rows_aside: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def aside(self, sheet: str) -> frozenset[int]:
        """The rows of a sheet that are set aside; those of no sheet in particular among them."""
        return self.rows_aside.get(sheet, frozenset()) | self.rows_aside.get(ANY_SHEET, frozenset())
