"""over_time: to be drawn."""

from charts.asked import Asked
from charts.nothing import no_dataset
from charts.options import Option
from charts.view import View
from data.frame import Edition

KEY = "over_time"
OPTIONS: tuple[Option, ...] = (
    Option("by", ("month", "day", "week", "quarter", "year")),
    Option("shape", ("stacked", "side", "lines", "running")),
    Option("average", ("0", "3", "6", "12")),
)


def view(edition: Edition, asked: Asked) -> View:
    return no_dataset(KEY, KEY, edition, asked.words)
