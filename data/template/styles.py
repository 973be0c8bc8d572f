"""How the sheets of a template look: headings, the example row, quiet lines, the printed page."""

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

# Named, since a font without a name falls back to one with serifs where Excel is not.
NAME, SIZE = "Calibri", 11
HEADING = Font(NAME, SIZE, bold=True, color="FFFFFF")
HEADING_FILL = PatternFill("solid", fgColor="1F3A4D")
EXAMPLE = Font(NAME, SIZE, italic=True, color="595959")
EXAMPLE_FILL = PatternFill("solid", fgColor="EFEFEF")
TITLE = Font(NAME, 14, bold=True)
BOLD = Font(NAME, SIZE, bold=True)
QUIET = Font(NAME, SIZE, italic=True, color="595959")
WRAPPED = Alignment(wrap_text=True, vertical="top")


def beside(holds: str) -> str:
    """Where the cells of a column stand: numbers of people in the middle, apart from the words of their neighbours."""
    return "center" if holds == "count" else "left"


def for_paper(sheet: Worksheet, headings: int | None = None) -> None:
    """As wide as a page lying down (A4); the row of headings on every page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if headings:
        sheet.print_title_rows = f"{headings}:{headings}"
