"""Why a file cannot be read: one exception, with the message that says it."""

from typing import Any

# Each has the sentence `refused.<reason>` in texts/locale/*/problems.po.
REASONS = (
    "empty", "too_many_bytes", "encrypted", "damaged",
    # something else under the name of a spreadsheet
    "pdf", "picture", "document", "numbers", "archive", "web_page", "spreadsheet_xml", "xml", "json", "binary",
    # too large
    "too_many_parts", "too_large_unpacked", "too_many_sheets", "too_many_columns", "too_many_rows", "too_many_cells",
    "timeout", "out_of_memory",
)  # fmt: skip


class NotASpreadsheet(Exception):
    """The file cannot be read as a spreadsheet. `message` is the message id `refused.<reason>`, `params` its values."""

    def __init__(self, reason: str, **params: Any) -> None:
        super().__init__(f"{reason} {params}" if params else reason)
        self.reason = reason
        self.params = params

    @property
    def message(self) -> str:
        return f"refused.{self.reason}"
