"""What calamine does not say of a workbook, asked in one way of every format."""

from typing import Protocol

from data.intake.readers.ods_parts import OdsParts
from data.intake.readers.xls_parts import XlsParts
from data.intake.readers.xlsx_formulas import Uncomputed
from data.intake.readers.xlsx_parts import XlsxParts


class Parts(Protocol):
    """`links` counts the other files whose cells the workbook refers to; columns count from 0."""

    holds_macros: bool
    links: int

    def hidden_columns(self, sheet: str, width: int) -> list[int]: ...

    def uncomputed(self, sheet: str) -> Uncomputed: ...


def parts_of(content: bytes, format_: str) -> Parts:
    """The parts of a workbook of that format (xlsx, xlsb, ods or xls)."""
    if format_ == "xls":
        return XlsParts(content)
    return OdsParts(content) if format_ == "ods" else XlsxParts(content)
