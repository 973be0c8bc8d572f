"""cross: to be drawn."""

from charts.asked import Asked
from charts.nothing import no_dataset
from charts.options import Option
from charts.view import View
from data.frame import Edition
from data.selection import FIELDS

KEY = "cross"
OPTIONS: tuple[Option, ...] = (
    Option("rows", FIELDS),
    Option("columns", ("outcome", *(field for field in FIELDS if field != "outcome"), "year", "month")),
    Option("of", ("casualties", "killed", "injured", "records")),
    Option("shape", ("bars", "heat", "multiples")),
)


def view(edition: Edition, asked: Asked) -> View:
    return no_dataset(KEY, KEY, edition, asked.words)
