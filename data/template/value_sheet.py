"""The sheet that holds the values of the drop-downs, one column each; it is marked as no data."""

from collections.abc import Mapping
from typing import Any

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from data.template import styles

HEADINGS, FIRST = 2, 3  # rows


def fill_value_sheet(sheet: Worksheet, offered: Mapping[str, Mapping[str, str]], words: Any) -> dict[str, str]:
    """Writes the values; gives the range of each column for its drop-down: key -> 'Values'!$A$3:$A$9."""
    sheet["A1"], sheet["A1"].font = words.say("template.no_data"), styles.QUIET
    ranges = {}
    for number, (key, values) in enumerate(offered.items(), start=1):
        letter = get_column_letter(number)
        heading = sheet.cell(HEADINGS, number, words.say(f"template.heading.{key}"))
        heading.font, heading.fill = styles.HEADING, styles.HEADING_FILL
        for row, value in enumerate(values.values(), start=FIRST):
            sheet.cell(row, number, value)
        widest = max(map(len, [str(heading.value), *values.values()]))
        sheet.column_dimensions[letter].width = widest + 3
        last = FIRST + len(values) - 1
        ranges[key] = f"{quote_sheetname(sheet.title)}!${letter}${FIRST}:${letter}${last}"
    sheet.freeze_panes = f"A{FIRST}"
    styles.for_paper(sheet, HEADINGS)
    return ranges
