"""How the sheets of a template look: headings, the example row, quiet lines."""

from openpyxl.styles import Alignment, Font, PatternFill

HEADING = Font(bold=True, color="FFFFFF")
HEADING_FILL = PatternFill("solid", fgColor="1F3A4D")
HEADING_LINES = Alignment(wrap_text=True, vertical="center")
EXAMPLE = Font(italic=True, color="595959")
EXAMPLE_FILL = PatternFill("solid", fgColor="EFEFEF")
TITLE = Font(bold=True, size=14)
BOLD = Font(bold=True)
QUIET = Font(italic=True, color="595959")
WRAPPED = Alignment(wrap_text=True, vertical="top")
