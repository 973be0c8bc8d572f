"""What can be chosen of a deck: how long it is, and whether the awareness text and tables are in it."""

from charts.options import Option

# short: title, charts, method and sources. full: key numbers and the text too.
LENGTH = Option("length", ("short", "full"))
# auto: as the length says.
TEXT = Option("text", ("auto", "yes", "no"))
# The numbers of each chart as a table after it.
TABLES = Option("tables", ("no", "yes"))
OPTIONS = (LENGTH, TEXT, TABLES)
