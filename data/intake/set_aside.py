"""Rows that a person sets aside: they are no records, stand in no sum, and stay told with the reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetAside:
    """One row, counted from 1 as the spreadsheet shows it, and why it is not counted. `sheet` "" means any sheet."""

    sheet: str
    row: int
    why: str
