"""What the spreadsheet program itself checks and says while a person types into a template."""

from typing import Any

from openpyxl.worksheet.datavalidation import DataValidation

from data.template.columns import Column

# A typed "2-3" becomes the date 2 March, a number of 40,000 and more; no honest count comes near it.
MOST = 20_000
# A typed year alone becomes that many days, which ends in September 1905.
FIRST_DAY = "DATE(1906,1,1)"
# Drop-downs that may take another word: the importer keeps it, or says that it does not understand it.
OPEN = ("district", "device", "activity", "scope")


def rule(column: Column, first_cell: str, words: Any, values: str = "") -> DataValidation:
    """The check of one column. `first_cell` is its first (A2); `values` the range of its drop-down, '' without one.

    Counts and dates may be text as well ("2 to 3", "2024-03"): the importer reads it and says where it cannot.
    """
    given: dict[str, Any] = {"allow_blank": True, "showInputMessage": True, "showErrorMessage": True}
    match column.holds:
        case "choice":
            style = "warning" if column.key in OPEN else "stop"
            made = DataValidation(type="list", formula1=values, errorStyle=style, **given)
            _say(made, words, "choice_open" if column.key in OPEN else "choice")
        case "count":
            number = f"AND(ISNUMBER({first_cell}),{first_cell}>=0,{first_cell}<={MOST},{first_cell}=INT({first_cell}))"
            made = DataValidation(type="custom", formula1=f"OR(ISTEXT({first_cell}),{number})", **given)
            _say(made, words, "count")
        case _:
            number = f"AND(ISNUMBER({first_cell}),{first_cell}>={FIRST_DAY},{first_cell}<TODAY()+1)"
            made = DataValidation(type="custom", formula1=f"OR(ISTEXT({first_cell}),{number})", **given)
            _say(made, words, "date")
    return made


def _say(made: DataValidation, words: Any, what: str) -> None:
    """The message beside the cell, and the one that refuses. Excel cuts titles at 32 and texts at 225 characters."""
    made.promptTitle = words.say(f"template.input.{what}.title")
    made.prompt = words.say(f"template.input.{what}")
    made.errorTitle = words.say(f"template.refused.{what}.title")
    made.error = words.say(f"template.refused.{what}")
