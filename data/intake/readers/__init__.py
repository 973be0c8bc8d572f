"""Bytes of a spreadsheet -> sheets of typed cells; the untrusted reading happens in a child process."""

from collections.abc import Callable

from data.intake.readers.collecting import collect
from data.intake.readers.limits import Limits
from data.intake.readers.recognise import recognise
from data.intake.readers.refusal import NotASpreadsheet
from data.intake.readers.workbook import Cell, Sheet, Workbook

__all__ = ["Cell", "Limits", "NotASpreadsheet", "Sheet", "Workbook", "read"]

_DEFAULT = Limits()


def read(
    content: bytes,
    filename: str,
    limits: Limits = _DEFAULT,
    progress: Callable[[int, int], None] | None = None,
) -> Workbook:
    """The workbook in `content`, whatever `filename` says: the name decides nothing, so a renamed file gives the same.

    `progress` is called with (rows read, rows known of so far) as blocks of rows arrive. Raises NotASpreadsheet.
    """
    return collect(content, recognise(content, limits), limits, progress)
